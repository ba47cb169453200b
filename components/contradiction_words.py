"""What contradicts a figure, in words."""

from __future__ import annotations

from collections.abc import Iterable

from components.wording import Wording


def contradiction_words(codes: Iterable[str], wording: Wording) -> str:
    """A sentence a code of data.methods.contradictions; empty without one."""
    return " ".join(wording.t(f"contradiction.{code}") for code in codes)
