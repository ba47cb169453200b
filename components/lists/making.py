"""What lists are made of: columns and parameters by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from components.explore.filters import FIRST_YEAR, LAST_YEAR
from components.lists.resource import Column, Kind, Parameter
from components.wording import LANGUAGES

_INTEGERS: Final = frozenset(
    "year asked_year value_year decimals official mapped order rows suppressed_rows areas"
    " first_year last_year edition count adopted_year id release load number added revised"
    " withdrawn records_added records_revised records_withdrawn un_member item part seats"
    " priorities indicators base_year target_year newest_year".split()
)
_NUMBERS: Final = frozenset(
    "difference value lower upper old_value old_lower old_upper new_value new_lower new_upper"
    " base last target yearly_change expected share_of_way observed_a_year required_a_year times"
    " newest".split()
)


def columns(
    names: Iterable[str] | str, *, worded: Iterable[str] = (), text: Iterable[str] = ()
) -> tuple[Column, ...]:
    """Columns by name; each that is `worded` stands once a language. `text`: no number here."""
    listed = names.split() if isinstance(names, str) else names
    return tuple(
        column
        for name in listed
        for column in (
            [Column(f"{name}_{language}", meaning=name) for language in LANGUAGES]
            if name in set(worded)
            else [_column(name, frozenset(text))]
        )
    )


def _column(name: str, text: frozenset[str]) -> Column:
    stem, _, language = name.rpartition("_")
    meaning = stem if stem and language in LANGUAGES else name
    for before in ("old_", "new_"):
        meaning = meaning.removeprefix(before)
    if name in text:
        return Column(name, meaning=meaning)
    kind: Kind = "integer" if name in _INTEGERS else "number" if name in _NUMBERS else "text"
    return Column(name, kind, meaning)


AREA: Final = Parameter("area", "area", example="NPL", column="area")
REGION: Final = Parameter("region", "region", example="M49_002")
AS_OF: Final = Parameter("as_of", example="1", several=False, meaning="as_of")
YEARS: Final = (FIRST_YEAR, LAST_YEAR)
FIGURES: Final = (
    Parameter("theme", "theme", example="child_labour"),
    Parameter("indicator", "indicator", example="SL_TLF_CHLDEC"),
    AREA,
    REGION,
    Parameter("sex", "sex", example="F"),
    Parameter("age", "age", example="5-17"),
    Parameter("dimension", "dimension", example="_T"),
    Parameter("category", "category", example="_T"),
    Parameter("source", "source", example="UNSD_SDG_8_7_1"),
    Parameter("from", years=YEARS, example="2015", several=False),
    Parameter("to", years=YEARS, example="2024", several=False),
    Parameter("year", years=YEARS, example="2020", several=False),
    Parameter("latest", "latest", example="value", several=False),
    Parameter("headline", "headline", example="child_labour", several=False),
    Parameter("unlike", "no_yes", example="1", several=False),
    AS_OF,
)
PLACES: Final = (AREA, REGION)


def here(name: str, among: str, example: str, *, inside: bool = False) -> Parameter:
    return Parameter(name, among, example=example, column=name, inside=inside)
