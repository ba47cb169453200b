"""What a region or a set of countries is called, and where a set's list comes from."""

from __future__ import annotations

from components.wording import Wording
from data.methods.country_sets import country_sets
from data.records import Known


def is_set(code: str, known: Known) -> bool:
    """Whether a code of `region` is a set of countries rather than a region of the UN."""
    return code not in known.areas


def region_name(code: str, known: Known, wording: Wording) -> str:
    """The name of a region, or of a set, in the reader's language."""
    if is_set(code, known):
        return wording.t(f"country_sets.{code}")
    return known.areas[code].name


def basis_sentence(code: str, wording: Wording) -> str:
    """As of when and by whose list a set has its members; empty for what needs no list."""
    listed = country_sets().get(code)
    if listed is None:
        return ""
    return wording.t(
        "country_sets.as_of",
        date=listed.as_of,
        publisher=listed.publisher,
        title=listed.title,
    )
