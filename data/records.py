"""The nouns of the house, frozen: what a query returns, a chart draws, a download writes.

No database, no Streamlit, no wording here. Dates keep the precision they were published with
(`2019`, `2019-03`, `2019-03-28`), as ISO 8601 text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, NamedTuple

from data.folding import folded

TOTAL: Final = "_T"
"""SDMX code for "all categories together" in `dimension` and `category`."""

SUPPRESSED: Final = "Q"
NOT_APPLICABLE: Final = "M"
NOT_COLLECTED: Final = "L"
NOT_REPORTED: Final = "O"
OBS_STATUS: Final = frozenset("ABDEFGIKLMNOPQSTUV")
"""SDMX CL_OBS_STATUS codes the store takes. `A` is an ordinary value; `Q` suppressed,
`O` not reported, `M` cannot exist (not applicable), `L` exists but was not collected."""

VALUELESS_STATUS: Final = frozenset({SUPPRESSED, NOT_APPLICABLE, NOT_COLLECTED, NOT_REPORTED})
NATURES: Final = frozenset({"C", "CA", "E", "G", "M", "N", ""})
"""UN SDG natures: Country, Country Adjusted, Estimated, Global monitoring, Modelled, None."""

ESTIMATED_NATURES: Final = frozenset({"E", "G", "M"})
SEXES: Final = ("T", "F", "M")
THEMES: Final = ("child_labour", "forced_labour", "trafficking", "context", "government")


@dataclass(frozen=True, slots=True)
class Area:
    """A country, territory, region or grouping with its place among the others.

    `code` is ISO 3166 alpha-3 for countries and territories (XKX for Kosovo), `WLD` for the world,
    `M49_NNN` for UN M49 regions, `SDG_NNN` for SDG regions, else the publisher's own grouping.
    """

    code: str
    kind: str
    name: str
    iso2: str = ""
    m49: str = ""
    region: str = ""
    subregion: str = ""
    sdg_region: str = ""
    un_member: bool = False
    pathfinder: str = ""

    @property
    def by_name(self) -> tuple[str, str]:
        """What lists of areas are sorted by, so that Égypte stands with E, not after Z."""
        return folded(self.name), self.name


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from, on what terms. `redistribution`: yes, attribution, unclear, no."""

    code: str
    publisher: str
    title: str
    address: str
    vintage: str
    licence: str
    terms_url: str
    redistribution: str
    citation: str
    accessed: str = ""
    note: str = ""

    @property
    def downloadable(self) -> bool:
        """Whether our downloads may carry the series."""
        return self.redistribution in {"yes", "attribution"}


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, of whom, in which unit, and what may be set beside it."""

    code: str
    theme: str
    sdg: str
    name: str
    short: str
    unit: str
    decimals: int
    direction: str
    population: str
    age: str
    method: str
    official: bool
    comparability: str
    definition: str
    caveats: tuple[str, ...] = ()
    dimension: str = TOTAL
    sources: tuple[str, ...] = ()
    order: int = 0
    mapped: bool = True
    """Whether countries may be set beside each other on a map or in a ranking."""


class Observation(NamedTuple):
    """One published figure, or one published absence of a figure.

    `value` is in `unit`; None with `status` Q (suppressed), O (not reported), M (not applicable)
    or L (not collected). `suppressed` holds the publisher's own mark, such as `<5`.
    """

    indicator: str
    area: str
    year: int
    sex: str
    age: str
    dimension: str
    category: str
    value: float | None
    lower: float | None
    upper: float | None
    unit: str
    status: str
    nature: str
    suppressed: str
    note: str
    survey: str
    source: str
    vintage: str


@dataclass(frozen=True, slots=True)
class Series:
    """Observations of one indicator with everything a reader needs to judge them.

    The one noun that travels: queries return it, charts draw it, downloads write it, citations
    cite it. `observations` are ordered by area, dimension, category, sex, age, year, source.
    `release` is the release whose figures these are; None for the figures of now.
    """

    indicator: Indicator
    areas: tuple[Area, ...]
    sources: tuple[Source, ...]
    observations: tuple[Observation, ...]
    release: int | None = None

    def __bool__(self) -> bool:
        return bool(self.observations)

    def source(self, code: str) -> Source:
        """The source with this code; KeyError when the series does not rest on it."""
        for source in self.sources:
            if source.code == code:
                return source
        raise KeyError(code)

    def where(self, **fixed: str) -> Series:
        """The same series with only the observations whose fields equal `fixed`."""
        return self.only(
            row for row in self.observations if all(getattr(row, k) == v for k, v in fixed.items())
        )

    def only(self, rows: Iterable[Observation]) -> Series:
        """The same series with these observations, and only the sources that they rest on."""
        kept = tuple(rows)
        used = {row.source for row in kept}
        sources = tuple(source for source in self.sources if source.code in used)
        return replace(self, sources=sources, observations=kept)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A convention, protocol or covenant that a State can ratify."""

    code: str
    body: str
    name: str
    short: str
    adopted: int
    theme: str
    address: str
    order: int = 0


@dataclass(frozen=True, slots=True)
class Ratification:
    """Where one State stands on one instrument.

    `status`: ratified, signed, not_ratified, denounced (was a party and left), or unknown ("not
    known to us", never "no"). `date` is the day of what `action` names, as ISO text with the
    precision that is known, empty when none is; `as_of` the day up to which the list was read,
    empty where the page bears none. `note` holds codes (`data.methods.notes`).
    """

    instrument: str
    area: str
    status: str
    date: str
    action: str
    note: str
    source: str
    page: str
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class LegalFact:
    """What a law, institution or report says on one topic, beside the international standard.

    `value` is a number or code word as text (`15`, `yes`, `no`, `unknown`, `not_applicable`);
    `standard` what the international instrument asks; `conforms`: yes, no, unknown, not_applicable.
    """

    area: str
    topic: str
    year: int
    value: str
    unit: str
    standard: str
    conforms: str
    note: str
    source: str
    page: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated: a workshop, meeting, launch, ratification or milestone.

    `state`: held, postponed, planned, announced or period.
    """

    code: str
    kind: str
    date: str
    end: str
    area: str
    place: str
    state: str
    title: str
    source_title: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A dated step of a country on the pathfinder way, with the page that states it.

    `state`: held, postponed, planned, announced or period. `report` is the code of the report that
    it came with; empty for what is curated, here and below.
    """

    area: str
    stage: str
    date: str
    text: str
    source_title: str = ""
    page: str = ""
    end: str = ""
    place: str = ""
    state: str = "held"
    report: str = ""

    @property
    def code(self) -> str:
        """What its texts are found by: a country takes a step once a day."""
        return f"{self.area}.{self.stage}.{self.date}"


@dataclass(frozen=True, slots=True)
class Status:
    """How far an action was, as somebody said on a day.

    `says`: curated (our reading of a page), reported (by the government) or reviewed; `by` names
    who; `checked` is the day it was said, `status_date` what it is of; `basis` is the evidence.
    `status`: completed, substantial, limited, adopted (a plan or law, which is not a result),
    not_started, no_evidence.
    """

    action: str
    says: str
    checked: str
    area: str
    status: str
    status_date: str = ""
    by: str = ""
    basis: str = ""
    source_title: str = ""
    page: str = ""
    report: str = ""

    @property
    def code(self) -> str:
        """What its texts are found by."""
        return f"{self.action}.{self.says}.{self.checked}"


SPEAKING: Final = ("reviewed", "reported", "curated")
"""Whose latest word on an action is taken first."""


@dataclass(frozen=True, slots=True)
class Action:
    """What a country set out to do, as a roadmap, a report or a page states it.

    `kind`: action, target or next_step. `origin`: roadmap (the plan itself), report (a report on
    it), page (a country's or partner's page), findings (a measure in another government's findings)
    or news. `priority` is the area of focus, `roadmap_priority` the code of a Priority, `parent`
    the code of the action that a next step belongs to. Amounts as stated, else empty. `history`
    holds every status, by day.
    """

    code: str
    area: str
    kind: str
    priority: str
    start: str
    due: str
    origin: str
    responsible: str
    text: str
    source_title: str = ""
    page: str = ""
    parent: str = ""
    roadmap_priority: str = ""
    partners: str = ""
    weight: str = ""
    allocated: str = ""
    disbursed: str = ""
    currency: str = ""
    report: str = ""
    history: tuple[Status, ...] = ()

    def said(self, says: str) -> Status | None:
        """The latest status that was curated, reported or reviewed."""
        return next((one for one in reversed(self.history) if one.says == says), None)

    @property
    def latest(self) -> Status | None:
        """The status that speaks: reviewed before reported before curated."""
        return next(filter(None, map(self.said, SPEAKING)), None)

    @property
    def status(self) -> str:
        """The status that speaks, as its code; no_evidence where nobody said anything."""
        return self.latest.status if self.latest else "no_evidence"


@dataclass(frozen=True, slots=True)
class Priority:
    """What a roadmap sets out to do; objective, target date and indicator where it states them."""

    code: str
    area: str
    roadmap: str
    number: int
    text: str
    objective: str = ""
    target_date: str = ""
    indicator: str = ""
    source_title: str = ""
    page: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a country that we know of.

    `kind`: questionnaire, yearly_report or workshop_report. `start` and `end` are its period,
    `received` the day it came in.
    """

    code: str
    area: str
    kind: str
    start: str
    end: str
    received: str
    language: str
    reporter: str
    title: str
    note: str
    source_title: str = ""
    page: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an open question of a report, verbatim, in the language it was written in."""

    report: str
    question: str
    area: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class FrameworkValue:
    """One value of the monitoring framework that no other table holds.

    `view` says whose it is: reported (by the government in a report), government (read on its own
    pages), official (the ILO, the UN, the Alliance), usdol, walk_free, research, press, pages.
    `value` is text as stated; `note` prose or codes (`data.methods.notes`); `checked` the day it
    was read.
    """

    area: str
    indicator: str
    part: str
    year: str
    sex: str
    view: str
    value: str
    unit: str
    note: str
    checked: str
    source_title: str
    page: str
    report: str = ""

    @property
    def code(self) -> str:
        """What its texts are found by."""
        return f"{self.area}.{self.indicator}.{self.part}.{self.year}.{self.view}"


@dataclass(frozen=True, slots=True)
class Comment:
    """What a government says of a figure, verbatim, with the answer. `state`: open or answered."""

    code: str
    area: str
    indicator: str
    year: str
    sex: str
    date: str
    by: str
    language: str
    text: str
    state: str
    answer: str = ""
    answered: str = ""
    answered_by: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """How far actions are, by status. A count, not a judgement.

    `says` tells whose word is counted: curated, reported, reviewed, or empty for the latest.
    """

    area: str
    completed: int = 0
    substantial: int = 0
    limited: int = 0
    adopted: int = 0
    not_started: int = 0
    no_evidence: int = 0
    says: str = ""

    @property
    def listed(self) -> int:
        """All counted actions, known status or not."""
        known = self.completed + self.substantial + self.limited + self.adopted
        return known + self.not_started + self.no_evidence


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A body, policy or programme of a country. `kind`: coordination, policy, programme."""

    area: str
    kind: str
    name: str
    start: str
    end: str
    note: str
    source: str
    page: str

    @property
    def code(self) -> str:
        """What its name in other languages is found by."""
        return f"{self.area}.{self.name}"


@dataclass(frozen=True, slots=True)
class SuggestedAction:
    """A topic on which one government's findings suggested action to a country, in our words.

    `years` are the report years in which it stood; `count` the suggestions read as this topic.
    """

    area: str
    topic: str
    group: str
    years: tuple[int, ...]
    count: int
    source: str
    page: str


@dataclass(frozen=True, slots=True)
class ListedGood:
    """A good that one list names as made with child labour or forced labour in a country."""

    area: str
    good: str
    sector: str
    child_labour: str
    forced_labour: str
    edition: int
    source: str
    page: str
    note: str


@dataclass(frozen=True, slots=True)
class SurveyName:
    """Which survey stands behind a source's figures of one country and year.

    `evidence`: stated_value_match (a table of the publisher names the survey and prints the same
    value), stated_other_table (another official table names the survey of that year),
    catalogue_match (the only such survey of that year in the catalogues: an inference), ambiguous
    (not known: `survey` and `programme` are empty, `candidates` may name some, `; ` between them).
    `programme` is a family code (MICS, DHS, LFS, ...); `note` holds codes with blanks between.
    """

    area: str
    year: int
    source: str
    survey: str
    programme: str
    evidence: str
    candidates: str
    note: str
    publisher: str
    title: str
    page: str


@dataclass(frozen=True, slots=True)
class NationalSeries:
    """One run of a national office's figures: one survey, one definition, one age band.

    Its figures are observations of `indicator` whose category is `code`. `comparable` are the years
    that may be compared with each other, empty for single points. `grade`: strong (the office
    compares them or publishes one series), medium, weak (no change may be stated), empty when
    there is nothing to compare; `basis` is a code for what the grade rests on, `definition` one for
    what is counted. Publisher, title and quoting page are those of the newest figure; each figure's
    note names its own page.
    """

    code: str
    area: str
    indicator: str
    age: str
    scope: str
    programme: str
    definition: str
    comparable: tuple[int, ...]
    basis: str
    grade: str
    source: str
    publisher: str
    quoted_by: str
    title: str
    page: str


@dataclass(frozen=True, slots=True)
class Roadmap:
    """A plan of a pathfinder country that a page names; its priorities are rows of Priority."""

    code: str
    area: str
    start: str
    end: str
    adopted: str
    title: str
    note: str
    source_title: str = ""
    page: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """Money or means that a page states for a country's roadmap; `amount` as stated, else empty."""

    code: str
    area: str
    amount: str
    currency: str
    start: str
    end: str
    funder: str
    text: str
    source_title: str = ""
    page: str = ""
    report: str = ""


LATEST: Final = ("series", "value", "area")
"""What "the latest" may mean. `series`: of each series (indicator, area, sex, age, dimension,
category) the rows of its last year, be they figures or absences. `value`: of each series the rows
of the last year with a figure; an absence or a projection stays only where there is no figure.
`area`: of each indicator and area the rows of the last year in which any series has a figure, those
of its last year where none has."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which observations are asked for: None is no restriction, an empty tuple is nothing at all.

    `latest` is empty or one of LATEST, judged among the rows that the other restrictions leave.
    `headline` is empty or the code of a measure: of those rows the one that speaks for each area,
    and for each sex, age, dimension and category where these are asked for; `latest` says no more.
    """

    indicators: tuple[str, ...] | None = None
    areas: tuple[str, ...] | None = None
    sexes: tuple[str, ...] | None = None
    ages: tuple[str, ...] | None = None
    dimensions: tuple[str, ...] | None = None
    categories: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    first: int | None = None
    last: int | None = None
    latest: str = ""
    headline: str = ""


@dataclass(frozen=True)
class Explored:
    """`rows` in the order of the key: of the `total` that the file holds, what one drawing holds.

    `beside` are the rows of the second indicator of a scatter, under the same restrictions.
    `sources` counts the rows by source. `newest`: the selection is larger than one drawing holds,
    so that `rows` are the newest figure of each series. `withheld` are rows that terms keep out of
    the file: a page may show them with their source, and says that the file has them not.
    """

    rows: tuple[Observation, ...]
    total: int
    sources: tuple[tuple[str, int], ...]
    beside: tuple[Observation, ...] = ()
    newest: bool = False
    withheld: tuple[Observation, ...] = ()
    totals: tuple[Observation, ...] = ()
    """Of one area, what tells whether parts that are asked for add up: totals, unnamed lines."""

    @property
    def whole(self) -> bool:
        """Whether all rows of the file are here to be drawn."""
        return len(self.rows) == self.total


@dataclass(frozen=True, slots=True)
class Offer:
    """What the store holds of one indicator, to choose from."""

    areas: frozenset[str]
    sexes: frozenset[str]
    ages: frozenset[str]
    sources: frozenset[str]
    first: int
    last: int
    rows: int
    suppressed: int
    dimensions: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Release:
    """One publication. `published` is ISO 8601 in UTC; `kind`: curated, file, restore.

    The counts say how many figures it added, revised and withdrew; those of `records` the same of
    steps, actions, reports, laws and the like.
    """

    id: int
    published: str
    kind: str
    label: str = ""
    source: str = ""
    note: str = ""
    added: int = 0
    revised: int = 0
    withdrawn: int = 0
    records_added: int = 0
    records_revised: int = 0
    records_withdrawn: int = 0


class RecordChange(NamedTuple):
    """A row that differs between two releases, with its cells by column: `old` is None where it is
    new, `new` where it was withdrawn. `release` brought the newer state."""

    table: str
    key: tuple[str, ...]
    release: int
    old: dict[str, Any] | None
    new: dict[str, Any] | None

    @property
    def kind(self) -> str:
        """new, revised or withdrawn."""
        if self.old is None:
            return "new"
        return "withdrawn" if self.new is None else "revised"

    @property
    def row(self) -> dict[str, Any]:
        """The cells as they are now, of a withdrawn row as they were."""
        return self.new or self.old or {}


class Change(NamedTuple):
    """One figure that differs between two releases: `old` is None when it is new, `new` is None
    when it was withdrawn, else it was revised. Both have one key; their figures differ."""

    old: Observation | None
    new: Observation | None

    @property
    def kind(self) -> str:
        """new, revised or withdrawn."""
        if self.old is None:
            return "new"
        return "withdrawn" if self.new is None else "revised"

    @property
    def key(self) -> Observation:
        """The row that says which figure it is."""
        row = self.new or self.old
        assert row is not None
        return row


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner of Alliance 8.7 as a document names it. `list`: new_2020 (numbered, `number` is its
    place) or named (at work elsewhere in a document). `area` is its country where one is printed.
    `at` is the place in the document, here and in the records below."""

    code: str
    list: str
    number: str
    name: str
    kind: str
    area: str
    website: str
    note: str
    source_title: str
    page: str
    at: str


@dataclass(frozen=True, slots=True)
class Seat:
    """Seats of one group in the Global Coordinating Group. `text` says how they are filled."""

    code: str
    composition: str
    group: str
    order: int
    seats: int
    text: str
    source_title: str
    page: str
    at: str


@dataclass(frozen=True, slots=True)
class SeatHolder:
    """Who is known to have held a seat: a government by `area`, else by `name`.

    `start` and `end` are stated; `seen` are days on which a page shows it there, parted by `;`.
    """

    code: str
    group: str
    area: str
    name: str
    start: str
    end: str
    seen: str
    text: str
    source_title: str
    page: str
    at: str


@dataclass(frozen=True, slots=True)
class GcgMeeting:
    """A meeting of the Global Coordinating Group; `number` 0: no page numbers it.

    `state`: held, announced, or not_known (no page with its day was seen).
    """

    code: str
    number: int
    date: str
    end: str
    form: str
    place: str
    state: str
    participants: str
    text: str
    event: str
    source_title: str
    page: str
    at: str


@dataclass(frozen=True, slots=True)
class MeetingPoint:
    """An item of a meeting's agenda, or what was concluded, decided, asked for or said on it."""

    code: str
    meeting: str
    item: int
    order: int
    kind: str
    minutes: str
    by: str
    text: str
    source_title: str
    page: str
    at: str


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """A thematic group of the Alliance, with the last state that a page shows."""

    code: str
    order: int
    kind: str
    state: str
    name: str
    chairs: str
    members: str
    since: str
    text: str
    source_title: str
    page: str
    at: str


@dataclass(frozen=True, slots=True)
class Deliverable:
    """What a plan was to bring. `became`: delivered, late, in_part, not_seen; empty for outcomes.

    `basis` says what the page at `basis_page` shows of it.
    """

    code: str
    plan: str
    part: int
    order: int
    kind: str
    text: str
    due: str
    became: str
    became_date: str
    basis: str
    source_title: str
    page: str
    at: str
    basis_title: str
    basis_page: str


@dataclass(frozen=True, slots=True)
class AllianceFact:
    """One statement about the Alliance, dated where it is. `number` as stated, where it has one."""

    code: str
    topic: str
    order: int
    date: str
    number: str
    text: str
    source_title: str
    page: str
    at: str


@dataclass(frozen=True)
class Alliance:
    """All that is known of the Alliance itself, each table in its order."""

    partners: tuple[Partner, ...]
    seats: tuple[Seat, ...]
    holders: tuple[SeatHolder, ...]
    meetings: tuple[GcgMeeting, ...]
    points: tuple[MeetingPoint, ...]
    groups: tuple[ActionGroup, ...]
    deliverables: tuple[Deliverable, ...]
    facts: tuple[AllianceFact, ...]


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """What curation made of one file: records in, loaded, rejected, and rejects by rule."""

    dataset: str
    file: str
    records_in: int
    loaded: int
    rejected: int
    rules: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Described:
    """What names and explains figures, by code."""

    areas: Mapping[str, Area]
    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]


@dataclass(frozen=True)
class Known(Described):
    """What exists to be asked for. `members`: the countries of each region."""

    offers: Mapping[str, Offer]
    members: Mapping[str, tuple[str, ...]]

    @cached_property
    def allowed(self) -> dict[str, tuple[str, ...]]:
        """The values each list parameter takes."""
        ages = {age for offer in self.offers.values() for age in offer.ages}
        return {
            "theme": THEMES,
            "indicator": tuple(self.indicators),
            "area": tuple(sorted(self.areas)),
            "region": tuple(sorted(self.members)),
            "sex": SEXES,
            "age": tuple(sorted(ages, key=age_order)),
            "dimension": _each_of(offer.dimensions for offer in self.offers.values()),
            "category": _each_of(offer.categories for offer in self.offers.values()),
            "source": tuple(sorted(self.sources)),
        }

    @cached_property
    def named(self) -> dict[str, dict[str, str]]:
        """By list parameter, the folded names of some of its codes."""
        names = {folded(area.name): area.code for area in self.areas.values()}
        measures = {folded(about.short): about.code for about in self.indicators.values()}
        sexes = {"total": "T", "female": "F", "girls": "F", "male": "M", "boys": "M"}
        return {"area": names, "region": names, "indicator": measures, "sex": sexes}

    @cached_property
    def withheld(self) -> frozenset[str]:
        """Sources whose terms do not let us pass their figures on."""
        return frozenset(s.code for s in self.sources.values() if not s.downloadable)


def _each_of(sets: Iterable[frozenset[str]]) -> tuple[str, ...]:
    return tuple(sorted(frozenset().union(*sets)))


def age_order(age: str) -> tuple[int, str]:
    """Sorts ages by their first year, all ages first."""
    digits = "".join(c if c.isdigit() else " " for c in age).split()
    return (int(digits[0]) if digits else -1, age)
