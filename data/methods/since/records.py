"""The nouns of "since the last meeting": items by section, figures, and their counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from data.methods.since.span import Days, Span
from data.records import Change, Release

SECTIONS: Final = (
    "ratifications",
    "steps",
    "moved",
    "due",
    "reports",
    "values",
    "plans",
    "alliance",
    "countries",
)
"""The sections after the figures, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is dated within the span, or may be.

    `kind` is a code of its section: of ratifications ratified, signed or denounced; of steps the
    stage; `status`; `fell_due`; `received` or `known` (no day of receipt: the end of its period);
    `value`; `began`, `adopted` or `ended`; of events the event's kind. `state` is held, postponed,
    planned, announced or period. `date` is ISO text with its precision. `area` holds codes, `;`
    between several. `record` is the row itself. `before` and `after` are codes of a status, or a
    value; `who` says it: reviewed, reported or curated, empty where the source alone does.
    `pathfinder` tells whether the country is one; `still_open` that what fell due is not
    known to be done.
    """

    section: str
    kind: str
    date: str
    days: Days
    area: str
    record: Any
    end: str = ""
    state: str = "held"
    before: str = ""
    after: str = ""
    who: str = ""
    source: str = ""
    page: str = ""
    pathfinder: bool = False
    still_open: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """`items` are surely in the span, `may` perhaps; `undated` counts rows without a date."""

    key: str
    items: tuple[Item, ...] = ()
    may: tuple[Item, ...] = ()
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """Figures of one indicator that were read in one edition of a source; `areas` counts places."""

    source: str
    vintage: str
    indicator: str
    figures: int
    areas: int


@dataclass(frozen=True, slots=True)
class FigureCount:
    """How many figures of one indicator and source differ between the two ends of the span."""

    indicator: str
    source: str
    new: int
    revised: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class FigureNews:
    """What the history of figures and the editions of their sources tell of the span.

    `covered`: whole, part or none of the span lies after the first release, which was published at
    `begins` (empty without any). `first` and `last` are the releases compared; equal when nothing
    was published. `releases` are those of the span, the newest first. `revised` holds the first
    changes. `editions` and `may` are told only of a span that is not covered as a whole; `undated`
    counts figures whose edition bears no date.
    """

    covered: str
    begins: str
    first: int = 0
    last: int = 0
    releases: tuple[Release, ...] = ()
    counts: tuple[FigureCount, ...] = ()
    revised: tuple[Change, ...] = ()
    records: int = 0
    editions: tuple[Edition, ...] = ()
    may: tuple[Edition, ...] = ()
    undated: int = 0

    def total(self, kind: str) -> int:
        """How many figures are `new`, `revised` or `withdrawn`."""
        return sum(int(getattr(count, kind)) for count in self.counts)


@dataclass(frozen=True, slots=True)
class Since:
    """All that is dated within a span. `areas` is None where every country is asked for.

    `lists_read_to` is the day up to which the lists of ratifications were read.
    """

    span: Span
    areas: frozenset[str] | None
    figures: FigureNews
    sections: Mapping[str, Section]
    lists_read_to: str = ""

    def counted(self, section: str, *kinds: str) -> int:
        """How many items of a section, of these kinds where any are named, surely took place."""
        return len(self.taken(section, *kinds))

    def taken(self, section: str, *kinds: str) -> tuple[Item, ...]:
        """The items that surely took place within the span."""
        return tuple(
            item
            for item in self.sections[section].items
            if item.state in {"held", "period"} and (not kinds or item.kind in kinds)
        )

    def counts(self) -> dict[str, int]:
        """The numbers of the summary by name."""
        ratified = self.taken("ratifications", "ratified")
        due = self.sections["due"].items
        return {
            "figures_new": self.figures.total("new"),
            "figures_revised": self.figures.total("revised"),
            "figures_withdrawn": self.figures.total("withdrawn"),
            "editions": len({(one.source, one.vintage) for one in self.figures.editions}),
            "ratifications": len(ratified),
            "ratifications_p029": sum(one.record.instrument == "P029" for one in ratified),
            "ratifications_by_pathfinders": sum(one.pathfinder for one in ratified),
            "denunciations": self.counted("ratifications", "denounced"),
            "workshops": self.counted("steps", "workshop"),
            "workshops_not_held": sum(
                one.kind == "workshop" and one.state not in {"held", "period"}
                for one in self.sections["steps"].items
            ),
            "steps": self.counted("steps") - self.counted("steps", "workshop"),
            "moved": len(self.sections["moved"].items),
            "completed": sum(one.after == "completed" for one in self.sections["moved"].items),
            "due": len(due),
            "overdue": sum(one.still_open for one in due),
            "reports": len(self.sections["reports"].items),
            "values": len(self.sections["values"].items),
            "plans_began": self.counted("plans", "began", "adopted"),
            "plans_ended": self.counted("plans", "ended"),
            "meetings": self.counted("alliance", "gcg_meeting"),
            "alliance": self.counted("alliance"),
            "countries": self.counted("countries"),
            "may": sum(len(section.may) for section in self.sections.values()),
        }
