"""What a region or a set of countries is called, and where a set's list comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from components.wording import Wording
from data.methods.country_sets import country_sets, set_codes
from data.records import Area


def is_set(code: str) -> bool:
    """Whether a code of `region` is a set of countries rather than a region of the UN."""
    return code in set_codes()


def region_name(code: str, areas: Mapping[str, Area], wording: Wording) -> str:
    """The name of a region, or of a set, in the reader's language; the code of a region that no
    list of areas describes."""
    if is_set(code):
        return wording.t(f"country_sets.{code}")
    return areas[code].name if code in areas else code


def regions_with(
    codes: Iterable[str], areas: Mapping[str, Area], members: Mapping[str, Collection[str]]
) -> tuple[str, ...]:
    """The regions that hold one of the countries, and the sets that do, in the order of `members`.

    Of regions within regions the widest alone: a reader would else search for one among thirty.
    """
    there = {code for code in codes if code in areas}
    widest = {areas[code].region for code in there}
    return tuple(
        code
        for code, inside in members.items()
        if (code in widest or is_set(code)) and not there.isdisjoint(inside)
    )


def region_order(code: str, areas: Mapping[str, Area]) -> tuple[bool, tuple[str, str]]:
    """The key by which regions come by name, and sets behind them in the order that they have."""
    by_name = ("", "") if is_set(code) or code not in areas else areas[code].by_name
    return is_set(code), by_name


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
