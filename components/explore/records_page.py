"""A list of records as a table, with what narrows it and its file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from components import numbers
from components.explore.links import Links, address, toggled
from components.explore.record_kinds import KINDS, RecordKind, Row
from components.explore.withheld import withheld_lines
from components.markup import render
from components.wording import Wording
from data.records import Area, Event, Known

MOST_ROWS: Final = 200
"""Rows of a table on a page; the file has all."""

KEEPS_PAST: Final = frozenset({"actions", "stages", "events"})
"""Lists whose history is kept, so that their file can be asked for as of a release."""

HELD_BACK: Final = frozenset({"legal-facts"})
"""Lists of statements of a source, which its terms may let nobody pass on."""

MOST_CHOICES: Final = 24
"""Values of the narrowing parameter in sight."""


@dataclass(frozen=True)
class RecordsAsked:
    """Which list, and what narrows it. `narrowed` are codes of the list's own parameter."""

    kind: str
    narrowed: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    as_of: str = ""

    @property
    def about(self) -> RecordKind:
        """What the list is."""
        return KINDS[self.kind]

    def places(self) -> dict[str, str]:
        """The parameters that say which countries."""
        return {"area": ",".join(self.area), "region": ",".join(self.region)}

    def file(self, codes: Iterable[str]) -> str:
        """The address of the file; `codes` are the asked countries that have rows."""
        said = self.filters()
        if self.kind not in KEEPS_PAST:
            said.pop("as_of", None)
        elif self.area or self.region:
            # These files know the countries that they tell of and their regions, and no sets.
            said.pop("region", None)
            said["area"] = ",".join(sorted(codes))
        return address(self.about.route, said)

    def params(self) -> dict[str, str]:
        """The parameters of the page."""
        return {"records": self.kind} | self.filters()

    def filters(self) -> dict[str, str]:
        """The parameters of the file."""
        said = self.places()
        if self.about.narrowed:
            said[self.about.narrowed] = ",".join(self.narrowed)
        said["as_of"] = self.as_of
        return {name: text for name, text in said.items() if text}


@dataclass(frozen=True)
class RecordsFound:
    """The rows of a list in its order, those that its narrowing leaves, and rows by value; `codes`
    are the asked countries that have any."""

    rows: Sequence[Row]
    codes: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)


def chosen(
    rows: Iterable[Row], asked: RecordsAsked, members: Mapping[str, Sequence[str]]
) -> RecordsFound:
    """The rows of the asked countries and values; counts are before the values narrow."""
    places = {*asked.area, *(code for region in asked.region for code in members.get(region, ()))}
    there = [row for row in rows if not places or _of(row, places)]
    of = asked.about.field
    counts: dict[str, int] = {}
    if of:
        for row in there:
            counts[getattr(row, of)] = counts.get(getattr(row, of), 0) + 1
    wanted = set(asked.narrowed)
    kept = [row for row in there if not wanted or getattr(row, of) in wanted]
    held = {code for row in there for code in row.area.split(";")}
    return RecordsFound(kept, frozenset(places & held), counts)


def _of(row: Row, places: set[str]) -> bool:
    # The world's target dates stay in sight, as in the file.
    if isinstance(row, Event) and row.kind == "target_date":
        return True
    return any(code in places for code in row.area.split(";"))


def value_name(kind: RecordKind, code: str, wording: Wording) -> str:
    """The words for a value of the narrowing parameter."""
    for key in (
        f"{kind.family}.{code}.short",
        f"{kind.family}.{code}.name",
        f"{kind.family}.{code}",
    ):
        if isinstance(wording.texts.get(key), str):
            return wording.t(key)
    return code


def _choices(
    asked: RecordsAsked, found: RecordsFound, links: Links, wording: Wording
) -> list[dict[str, Any]]:
    kind = asked.about
    if not kind.narrowed:
        return []
    codes = [*found.counts, *(code for code in asked.narrowed if code not in found.counts)]
    return [
        {
            "code": code,
            "text": value_name(kind, code, wording),
            "href": links.page(
                **(asked.params() | {kind.narrowed: ",".join(toggled(asked.narrowed, code))})
            ),
            "chosen": code in asked.narrowed,
            "count": numbers.number(found.counts.get(code, 0), wording),
            "none": not found.counts.get(code),
        }
        for code in codes
    ]


def _where(row: Row, areas: Mapping[str, Area], wording: Wording) -> str:
    names = [areas[code].name if code in areas else code for code in row.area.split(";") if code]
    return wording.t("sentence.comma").join(names)


def in_order(rows: Iterable[Row], areas: Mapping[str, Area]) -> list[Row]:
    """By the name of the country; what is of none comes last. Within it as the store has them."""
    return sorted(rows, key=lambda r: areas[r.area].by_name if r.area in areas else ("\uffff", ""))


def _withheld(rows: Iterable[Row], known: Known, wording: Wording) -> list[dict[str, str]]:
    """Sources whose terms keep their rows out of the file, with how many are shown here."""
    counts = Counter(source for row in rows if (source := getattr(row, "source", "")))
    held_back = {code: counts[code] for code in sorted(counts) if code in known.withheld}
    return withheld_lines(held_back, known, wording)


def records_html(
    asked: RecordsAsked,
    found: RecordsFound,
    known: Known,
    links: Links,
    wording: Wording,
) -> str:
    """What the list is, what narrows it, its file, and its first rows."""
    kind, shown = asked.about, found.rows[:MOST_ROWS]
    heads = [wording.t(f"explore_records.column.{name}") for name, _ in kind.columns]
    choices = _choices(asked, found, links, wording)
    total = len(found.rows)
    said = {"shown": numbers.number(len(shown), wording), "count": numbers.number(total, wording)}
    return render(
        "explore_records.html",
        t=wording.t,
        title=wording.t(f"explore_records.kind.{asked.kind}"),
        about=wording.t(f"explore_records.about.{asked.kind}"),
        narrowing=wording.t(f"explore_records.narrow.{kind.narrowed}") if choices else "",
        choices=choices[:MOST_CHOICES],
        folded=choices[MOST_CHOICES:],
        count=wording.plural("explore_records.rows", total, count=said["count"]),
        caption=wording.t(
            "explore_records.caption_all" if len(shown) == total else "explore_records.caption",
            title=wording.t(f"explore_records.kind.{asked.kind}"),
            **said,
        ),
        heads=heads,
        rows=[
            (_where(row, known.areas, wording), [make(row, wording) for _, make in kind.columns])
            for row in shown
        ],
        others=[
            {
                "text": wording.t(f"explore_records.kind.{name}"),
                "href": links.page(records=name, **asked.places()),
                "here": name == asked.kind,
            }
            for name in KINDS
        ],
        csv=asked.file(found.codes),
        withheld=_withheld(found.rows, known, wording) if asked.kind in HELD_BACK else [],
        link=links.page(**asked.params()),
        reset=links.page(records=asked.kind),
        start=links.page(),
        narrowed=bool(asked.filters()),
    )
