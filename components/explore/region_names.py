"""What a region or a set of countries is called, and where a set's list comes from."""

from __future__ import annotations

from collections.abc import Mapping

from components.wording import Wording
from data.methods.country_sets import country_sets
from data.records import Area


def is_set(code: str, areas: Mapping[str, Area]) -> bool:
    """Whether a code of `region` is a set of countries rather than a region of the UN."""
    return code not in areas


def region_name(code: str, areas: Mapping[str, Area], wording: Wording) -> str:
    """The name of a region, or of a set, in the reader's language."""
    if is_set(code, areas):
        return wording.t(f"country_sets.{code}")
    return areas[code].name


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
