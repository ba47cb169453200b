"""Names reduced to what people type: one rule for what is stored and what is asked."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4_096)
def folded(name: str) -> str:
    """A name without case, accents, marks and punctuation: "Côte d’Ivoire" is "cote d ivoire"."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())
