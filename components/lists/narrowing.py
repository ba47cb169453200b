"""Which rows of a list are asked for: codes in columns, places, years. One rule for all lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from components.explore.filters import FIRST_YEAR, LAST_YEAR, Refused
from components.explore.places import AREA, REGION
from components.lists.resource import OWN, Cell, Parameter, Resource
from data.methods.country_sets import countries_of

Row = Sequence[Cell]
Chosen = Mapping[str, tuple[str, ...]]
_YEARS: Final = frozenset({"from", "to"})


@dataclass(frozen=True)
class Narrowed:
    """What is asked of a list: codes by parameter, in the order of the list's parameters."""

    chosen: Chosen

    def params(self) -> list[tuple[str, str]]:
        """The parameters that say this, lists by comma."""
        return [(name, ",".join(codes)) for name, codes in self.chosen.items()]


def narrowed(
    resource: Resource,
    pairs: Iterable[tuple[str, str]],
    allowed: Callable[[Parameter], Sequence[str]],
) -> Narrowed:
    """What parameters ask for. Raises Refused for the first that is not known."""
    given: dict[str, list[str]] = {}
    for name, text in pairs:
        if name not in resource.asked:
            raise Refused("", name, resource.asked)
        given.setdefault(name, []).append(text)
    chosen = {}
    for parameter in resource.parameters:
        said = given.get(parameter.name, [])
        if codes := _codes(parameter, said, allowed):
            chosen[parameter.name] = codes
    first, last = chosen.get("from"), chosen.get("to")
    if first and last and last < first:
        raise Refused("to", last[0], (f"{first[0]}-{LAST_YEAR}",))
    return Narrowed(chosen)


def _codes(
    parameter: Parameter, said: list[str], allowed: Callable[[Parameter], Sequence[str]]
) -> tuple[str, ...]:
    if parameter.name in _YEARS:
        return _year(parameter.name, said[-1] if said else "")
    parts = dict.fromkeys(part.strip() for text in said for part in text.split(",") if part.strip())
    if not parts:
        return ()
    known = allowed(parameter)
    by_letters = {code.casefold(): code for code in known}
    codes = []
    for part in parts:
        if part in known:
            codes.append(part)
        elif part.casefold() in by_letters:
            codes.append(by_letters[part.casefold()])
        else:
            raise Refused(parameter.name, part, known)
    return tuple(dict.fromkeys(codes))


def _year(name: str, text: str) -> tuple[str, ...]:
    if not text:
        return ()
    if not (text.isascii() and text.isdigit() and len(text) == 4) or not (
        FIRST_YEAR <= int(text) <= LAST_YEAR
    ):
        raise Refused(name, text, (f"{FIRST_YEAR}-{LAST_YEAR}",))
    return (text,)


def own_codes(resource: Resource, parameter: Parameter, rows: Iterable[Row]) -> tuple[str, ...]:
    """The codes that stand in the column of a parameter with the vocabulary OWN."""
    assert parameter.among == OWN
    place = resource.names.index(parameter.column)
    return tuple(sorted({str(row[place]) for row in rows} - {""}))


def kept(
    resource: Resource, asked: Narrowed, rows: Iterable[Row], members: Mapping[str, Sequence[str]]
) -> list[Row]:
    """The rows that are asked for; a region stands for its countries, and adds to the areas."""
    tests = list(_tests(resource, asked, members))
    return [row for row in rows if all(test(row) for test in tests)]


def _tests(
    resource: Resource, asked: Narrowed, members: Mapping[str, Sequence[str]]
) -> Iterable[Callable[[Row], bool]]:
    chosen = dict(asked.chosen)
    places = countries_of(chosen.pop(AREA, ()), chosen.pop(REGION, ()), members)
    by_name = {parameter.name: parameter for parameter in resource.parameters}
    if places is not None:
        yield _among(resource.names.index(by_name[AREA].column), frozenset(places))
    for name, codes in chosen.items():
        parameter = by_name[name]
        if not parameter.column:
            continue
        place = resource.names.index(parameter.column)
        if name in _YEARS:
            yield _dated(place, int(codes[0]), from_=name == "from")
        elif parameter.inside:
            yield _holding(place, frozenset(codes))
        else:
            yield _among(place, frozenset(codes))


def _among(place: int, codes: frozenset[str]) -> Callable[[Row], bool]:
    return lambda row: row[place] in codes


def _holding(place: int, codes: frozenset[str]) -> Callable[[Row], bool]:
    return lambda row: not codes.isdisjoint(str(row[place]).split(";"))


def _dated(place: int, year: int, *, from_: bool) -> Callable[[Row], bool]:
    if from_:
        return lambda row: int(row[place] or 0) >= year
    return lambda row: int(row[place] or 0) <= year
