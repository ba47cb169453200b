"""What stands in a file beside a figure: what it may be compared with, what contradicts it, which
year was asked for, and whether it was set beside others against the rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from data.methods.change import NOTHING_KNOWN, Knowledge
from data.methods.comparability_key import PARTED, comparability_key, instrument_part, series_part
from data.methods.contradictions import Key, key_of
from data.methods.formula_mark import marked
from data.methods.parts import LINES
from data.records import Indicator, Observation

ANYWAY: Final = "anyway"
"""What the column `compared` says where the address asks to compare what is not comparable."""

SEPARATOR: Final = ";"
Contradictions = Mapping[Key, tuple[str, ...]]
YearAndSource = tuple[int, str]


def _none(_indicator: str) -> Contradictions:
    return {}


@dataclass(frozen=True)
class Marks:
    """What is known beside the rows of one file; `contradictions` are asked by indicator."""

    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    knowledge: Knowledge = NOTHING_KNOWN
    contradictions: Callable[[str], Contradictions] = _none
    asked: int | None = None
    unlike: bool = False

    @property
    def asked_year(self) -> str:
        """The year that was asked for across countries; empty without one."""
        return str(self.asked or "")

    @property
    def compared(self) -> str:
        """`anyway` where unlike figures were asked for side by side, else empty."""
        return ANYWAY if self.unlike else ""

    def of(self, row: Observation) -> tuple[str, str, str, str, str]:
        """The texts of one row: comparability, contradiction, asked_year, value_year, compared."""
        about = self.indicators.get(row.indicator)
        key = marked(comparability_key(row, about, self.knowledge)) if about else ""
        codes = self.contradictions(row.indicator).get(key_of(row), ())
        return (key, SEPARATOR.join(codes), self.asked_year, str(row.year), self.compared)


NOTHING_TOLD: Final = Marks()


class SeriesMarks(NamedTuple):
    """The marks of one series: how its keys begin, and its contradictions by year and source."""

    like: str
    doubted: Mapping[YearAndSource, str]


class Marking:
    """The marks of many rows that come series by series; what is made is kept an indicator long.

    `endings` are how keys end, by the packed texts behind the figures, where these alone say it.
    """

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._about: Indicator | None = None
        self._code = self._dimension = ""
        self.endings: dict[str, str] = {}
        self._of_rows: dict[tuple[str, str, int], str] = {}
        self._likes: dict[tuple[str, ...], str] = {}
        self._doubted: dict[tuple[str, ...], dict[YearAndSource, str]] = {}

    def series(self, code: str, area: str, *who: str) -> SeriesMarks:
        """The marks of a series; `who` is sex, age, dimension, category."""
        if code != self._code:
            self._begin(code)
        if self._about is None:
            return SeriesMarks("", {})
        self._turn(who[2])
        like = self._likes.get(who)
        if like is None:
            like = self._likes[who] = marked(series_part(self._about, *who) + PARTED)
        return SeriesMarks(like, self._doubted.get((area, *who), {}) if self._doubted else {})

    def ending(self, area: str, year: int, packed: str, tail: Callable[[str], list[str]]) -> str:
        """How the key of a row ends, from the packed texts behind its figures; empty for an
        indicator that the catalogue has not. `tail` unpacks them."""
        place = (packed, area, year)
        if (kept := self._of_rows.get(place)) is not None:
            return kept
        found, anywhere = self._made(area, year, tail(packed)) if self._about else ("", True)
        if anywhere:
            self.endings[packed] = found
        else:
            self._of_rows[place] = found
        return found

    def _made(self, area: str, year: int, tail: list[str]) -> tuple[str, bool]:
        """The end of a key, and whether it is the same in every country and year."""
        assert self._about is not None
        unit, status, nature, suppressed, note, survey, source, vintage = tail
        row = Observation(
            self._about.code, area, year, "", "", self._dimension, "", None, None, None,
            unit, status, nature, suppressed, note, survey, source, vintage,
        )  # fmt: skip
        known = self._marks.knowledge
        named = bool(survey) and source not in known.sources
        anywhere = (named or self._about.method != "survey") and self._dimension != LINES
        return instrument_part(row, self._about, known), anywhere

    def _turn(self, dimension: str) -> None:
        # Lines without names end their keys otherwise than what else has the same texts.
        if LINES in {dimension, self._dimension} and dimension != self._dimension:
            self.endings.clear()
            self._of_rows.clear()
        self._dimension = dimension

    def _begin(self, code: str) -> None:
        self._code = code
        for kept in (self.endings, self._of_rows, self._likes, self._doubted):
            kept.clear()
        self._about = self._marks.indicators.get(code)
        for key, codes in self._marks.contradictions(code).items():
            area, year, *who, source = key
            of_series = self._doubted.setdefault((area, *map(str, who)), {})
            of_series[year, source] = SEPARATOR.join(codes)
