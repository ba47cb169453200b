"""Names reduced to what people type: one rule for what is stored and what is asked."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

PLAIN: Final = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ة": "ه",
        "ى": "ي",
        "ـ": "",
    }
)
"""Letters that Unicode does not take apart, and the Arabic ones that are typed for each other."""


@lru_cache(maxsize=4_096)
def folded(name: str) -> str:
    """A name without case, accents, marks and punctuation: "Côte d’Ivoire" is "cote d ivoire"."""
    # NFKD takes accents apart, so that they can be dropped; ligatures fall into letters.
    parts = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN))
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join("".join(c if _is_letter(c) else " " for c in bare).split())


def _is_letter(character: str) -> bool:
    """Letters and digits, and the vowel signs by which Indic scripts tell Togo from Tonga."""
    return character.isalnum() or unicodedata.category(character) in {"Mc", "Mn"}
