"""The tables of the store, as SQLAlchemy Core. Nothing is read or written here.

Two shapes matter for speed: `observation` is stored in key order (WITHOUT ROWID on SQLite), so a
country page reads one contiguous run; `observation_by_year` covers the map's question.

`observation` holds what is current, `observation_past` what once was: each row says in which
release it appeared, a past one also which release replaced it. loaders/publish/migrations makes
the tables; a test holds both in step.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that every engine sorts alike, by code point."""


def _text(name: str, *, key: bool = False) -> Column[str]:
    """A text column that is never NULL: absence is the empty text."""
    return Column(name, TEXT, primary_key=key, nullable=False, server_default="")


def _texts(*names: str) -> Iterator[Column[str]]:
    """Text columns that are no key, in this order."""
    return map(_text, names)


def _table(name: str, *parts: SchemaItem, **options: Any) -> Table:
    return Table(name, metadata, *parts, **options)


def _count(name: str) -> Column[int]:
    """A whole number that is never NULL."""
    return Column(name, Integer, nullable=False)


def _code(name: str, *, key: bool = False) -> Column[str]:
    """The code of a row of another table: `area`, `source`, `indicator`, `instrument`."""
    return Column(name, TEXT, ForeignKey(f"{name}.code"), primary_key=key, nullable=False)


area = _table(
    "area",
    _text("code", key=True),
    *_texts("kind", "name", "iso2", "m49", "region", "subregion", "sdg_region"),
    Column("un_member", Integer, nullable=False, server_default="0"),
    _text("pathfinder"),
    CheckConstraint(
        "kind IN ('country','territory','region','subregion','sdg_region','world','grouping')",
        name="kind",
    ),
)

area_name = _table(
    "area_name",
    _code("area", key=True),
    _text("language", key=True),
    *_texts("name", "folded"),
    Index("ix_area_name_language", "language", "area"),
)

area_alias = _table(
    "area_alias",
    _text("family", key=True),
    _text("spelling", key=True),
    _code("area"),
)

source = _table(
    "source",
    _text("code", key=True),
    *_texts(
        "publisher",
        "title",
        "address",
        "vintage",
        "licence",
        "terms_url",
        "redistribution",
        "citation",
        "accessed",
        "note",
    ),
    CheckConstraint(
        "redistribution IN ('yes','attribution','unclear','no')", name="redistribution"
    ),
)

indicator = _table(
    "indicator",
    _text("code", key=True),
    *_texts("theme", "sdg", "name", "short", "unit"),
    _count("decimals"),
    *_texts("direction", "population", "age", "method"),
    _count("official"),
    *_texts("comparability", "definition", "caveats", "dimension", "sources"),
    _count("order"),
    Column("mapped", Integer, nullable=False, server_default="1"),
    CheckConstraint(
        "theme IN ('child_labour','forced_labour','trafficking','context','government')",
        name="theme",
    ),
)

release = _table(
    "release",
    Column("id", Integer, primary_key=True, autoincrement=False),
    *_texts("published", "kind", "label", "source", "note"),
    CheckConstraint("kind IN ('curated','file','restore')", name="kind"),
    Index("ix_release_published", "published"),
)
"""Every publication of figures, in order: ids only grow. `published` is ISO 8601 in UTC."""


def _figures(*, past: bool) -> list[Column[Any]]:
    """The columns of an observation. What is past no longer holds codes in the catalogue."""
    point = (lambda _to: ()) if past else (lambda to: (ForeignKey(to),))
    return [
        Column("indicator", TEXT, *point("indicator.code"), primary_key=True),
        Column("area", TEXT, *point("area.code"), primary_key=True),
        _text("dimension", key=True),
        _text("category", key=True),
        _text("sex", key=True),
        _text("age", key=True),
        Column("year", Integer, primary_key=True, autoincrement=False),
        Column("source", TEXT, *point("source.code"), primary_key=True),
        _text("survey", key=True),
        Column("value", Float),
        Column("lower", Float),
        Column("upper", Float),
        *_texts("unit", "status", "nature", "suppressed", "note", "vintage"),
    ]


observation = _table(
    "observation",
    *_figures(past=False),
    Column("release", Integer, nullable=False, server_default="1"),
    CheckConstraint("sex IN ('T','F','M')", name="sex"),
    CheckConstraint("year BETWEEN 1900 AND 2100", name="year"),
    CheckConstraint("(value IS NULL) = (status IN ('Q','O','M','L'))", name="absence_has_a_status"),
    Index("ix_observation_by_area", "area", "indicator"),
    Index(
        "ix_observation_by_year",
        "indicator",
        "dimension",
        "category",
        "sex",
        "age",
        "year",
        "area",
        "value",
        "status",
    ),
    sqlite_with_rowid=False,
)

OBSERVATION_COLUMNS: Final = tuple(c.name for c in observation.columns if c.name != "release")
OBSERVATION_KEY: Final = tuple(column.name for column in observation.primary_key)
"""In the order of the store; in our own tables they stand as in data.records.Observation."""

observation_past = _table(
    "observation_past",
    *_figures(past=True),
    Column("release", Integer, primary_key=True, autoincrement=False),
    Column("replaced_by", Integer, ForeignKey("release.id"), nullable=False),
    Index("ix_observation_past_by_area", "area", "indicator"),
    Index("ix_observation_past_replaced_by", "replaced_by"),
    CheckConstraint("release < replaced_by", name="replaced_later"),
    sqlite_with_rowid=False,
)
"""Every figure that was shown once and is not now: revised or withdrawn by `replaced_by`."""

slice_ = _table(
    "slice",
    _text("source", key=True),
    _text("indicator", key=True),
    _text("owner"),
    _count("release"),
    CheckConstraint("owner IN ('curated','file')", name="owner"),
)
"""Who last published a source's figures of an indicator: our own tables, or a loaded file."""

release_slice = _table(
    "release_slice",
    Column("release", Integer, ForeignKey("release.id"), primary_key=True, autoincrement=False),
    _text("source", key=True),
    _text("indicator", key=True),
    _count("added"),
    _count("revised"),
    _count("withdrawn"),
)
"""What each release changed, so that a comparison reads only what can differ."""

holding = _table(
    "holding",
    _text("indicator", key=True),
    _text("facet", key=True),
    _text("code", key=True),
    *(Column(n, Integer, nullable=False) for n in ("rows", "suppressed", "first", "last")),
    CheckConstraint("facet IN ('area','sex','age','dimension','category','source')", name="facet"),
    sqlite_with_rowid=False,
)
"""How many current figures an indicator has by each of these facets, and of which years."""

instrument = _table(
    "instrument",
    _text("code", key=True),
    *_texts("body", "name", "short"),
    _count("adopted"),
    *_texts("theme", "address"),
    _count("order"),
)

ratification = _table(
    "ratification",
    _code("area", key=True),
    _code("instrument", key=True),
    *_texts("status", "date", "action", "note"),
    _code("source"),
    *_texts("page", "as_of"),
    CheckConstraint(
        "status IN ('ratified','signed','not_ratified','denounced','unknown')", name="status"
    ),
)

legal_fact = _table(
    "legal_fact",
    _code("area", key=True),
    _text("topic", key=True),
    Column("year", Integer, primary_key=True),
    _code("source", key=True),
    *_texts("value", "unit", "standard", "conforms", "note", "page"),
)

event = _table(
    "event",
    _text("code", key=True),
    *_texts("kind", "date", "end", "area", "place", "state", "title", "source_title", "page"),
    CheckConstraint("state IN ('held','postponed','planned','announced','period')", name="state"),
)

stage = _table(
    "stage",
    *(_text(name, key=True) for name in ("area", "stage", "date", "page")),
    *_texts("end", "place", "state", "text", "source_title", "report"),
    CheckConstraint("state IN ('held','postponed','planned','announced','period')", name="state"),
)
"""Steps of countries on the pathfinder way. The tracker and the timeline both read these rows.

In this table and those below up to `comment`, `area` is a code of `area` or the made-up country's
(data/example.py), which is no row there so that no view of real countries can hold it. `report`
names the report that a row came with; it is empty for what is ours."""

roadmap = _table(
    "roadmap",
    _text("code", key=True),
    *_texts("area", "title", "start", "end", "adopted", "note", "source_title", "page", "report"),
    Index("ix_roadmap_area", "area"),
)

priority = _table(
    "priority",
    _text("code", key=True),
    *_texts("area", "roadmap"),
    _count("number"),
    *_texts("text", "objective", "target_date", "indicator", "source_title", "page", "report"),
    Index("ix_priority_area", "area"),
)
"""What a roadmap sets out to do, in its order; objective, date and indicator where it has them."""

action = _table(
    "action",
    _text("code", key=True),
    *_texts("area", "kind", "parent", "priority", "roadmap_priority", "start", "due", "origin"),
    *_texts("responsible", "partners", "weight", "allocated", "disbursed", "currency"),
    *_texts("text", "source_title", "page", "report"),
    CheckConstraint("kind IN ('action','target','next_step')", name="kind"),
    CheckConstraint("origin IN ('roadmap','report','page','findings','news')", name="origin"),
    Index("ix_action_area", "area"),
)
"""What was to be done. `parent` is the action that a next step belongs to, `priority` the area of
focus, `roadmap_priority` the row of `priority`. How far it is stands in `status`."""

status = _table(
    "status",
    *(_text(name, key=True) for name in ("action", "says", "checked")),
    *_texts("area", "status", "status_date", "by", "basis", "source_title", "page", "report"),
    CheckConstraint("says IN ('curated','reported','reviewed')", name="says"),
    CheckConstraint(
        "status IN ('completed','substantial','limited','adopted','not_started','no_evidence')",
        name="status",
    ),
    Index("ix_status_area", "area"),
)
"""How far an action was, as somebody said on a day (`checked`); what was said before stays."""

resource = _table(
    "resource",
    _text("code", key=True),
    *_texts("area", "amount", "currency", "start", "end", "funder", "text"),
    *_texts("source_title", "page", "report"),
    Index("ix_resource_area", "area"),
)

report = _table(
    "report",
    _text("code", key=True),
    *_texts("area", "kind", "start", "end", "received", "language", "reporter", "title", "note"),
    *_texts("source_title", "page", "report"),
    CheckConstraint("kind IN ('questionnaire','yearly_report','workshop_report')", name="kind"),
    Index("ix_report_area", "area"),
)
"""Reports of countries that we know of; of those that came through the loaders `report` is the
code again."""

answer = _table(
    "answer",
    *(_text(name, key=True) for name in ("report", "question")),
    *_texts("area", "text", "language"),
    Index("ix_answer_area", "area"),
)
"""Open answers of a report, verbatim."""

framework_value = _table(
    "framework_value",
    *(
        _text(name, key=True)
        for name in ("area", "indicator", "part", "year", "sex", "view", "source_title")
    ),
    *_texts("value", "unit", "note", "checked", "page", "report"),
)
"""Values of the monitoring framework (data/catalogue/framework.toml) that no other table holds.
`view` says whose they are: reported, government, official, usdol, walk_free, research, press,
pages."""

comment = _table(
    "comment",
    _text("code", key=True),
    *_texts("area", "indicator", "year", "sex", "date", "by", "language", "text", "state"),
    *_texts("answer", "answered", "answered_by", "report"),
    CheckConstraint("state IN ('open','answered')", name="state"),
    Index("ix_comment_area", "area"),
)
"""What a government says of a figure, verbatim, and what was answered."""

draft = _table(
    "draft",
    _text("code", key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    *_texts("area", "state", "language", "at", "by", "file", "sha256", "content", "note"),
    CheckConstraint("state IN ('draft','reviewed','published','withdrawn')", name="state"),
)
"""Every step of a report on its way to be published: the last `number` of a code is where it is.
`content` is what the form held, as JSON. No public page reads it without a signed link."""

record_version = _table(
    "record_version",
    *(_text(name, key=True) for name in ("table", "key")),
    Column("release", Integer, ForeignKey("release.id"), primary_key=True, autoincrement=False),
    _text("cells"),
    Index("ix_record_version_release", "release"),
    sqlite_with_rowid=False,
)
"""Every state of every row of the tables above that releases brought: `key` and `cells` as JSON,
`cells` empty where the row was withdrawn. Rows are added and never changed."""

partner = _table(
    "partner",
    _text("code", key=True),
    *_texts("list", "number", "name", "kind", "area", "website", "note"),
    *_texts("source_title", "page", "at"),
    CheckConstraint("list IN ('new_2020','named')", name="list"),
)
"""Partners of Alliance 8.7 that a document names: the numbered list of May 2020 as printed, and
who is named at work elsewhere. In this table and those below up to `alliance_fact`, `at` is the
place in the document (`51-53` are pages); rows are ours alone and keep no past."""

seat = _table(
    "seat",
    _text("code", key=True),
    *_texts("composition", "group"),
    *map(_count, ("order", "seats")),
    *_texts("text", "source_title", "page", "at"),
    CheckConstraint("composition IN ('terms_of_reference','governance_2022')", name="composition"),
)
"""Seats of the Global Coordinating Group by group, in two compositions, and how they are filled."""

seat_holder = _table(
    "seat_holder",
    _text("code", key=True),
    *_texts("group", "area", "name", "start", "end", "seen", "text"),
    *_texts("source_title", "page", "at"),
)
"""Who is known to have held a seat. `start` and `end` as a page states them, `seen` the days on
which a page shows the holder in the seat, parted by `;`."""

gcg_meeting = _table(
    "gcg_meeting",
    _text("code", key=True),
    _count("number"),
    *_texts("date", "end", "form", "place", "state", "participants", "text", "event"),
    *_texts("source_title", "page", "at"),
    CheckConstraint("state IN ('held','announced','not_known')", name="state"),
)
"""Meetings of the Global Coordinating Group. `number` is 0 where no page numbers the meeting,
`event` the row of `event`; `not_known`: it must have been, but no page with its day was seen."""

meeting_point = _table(
    "meeting_point",
    _text("code", key=True),
    _text("meeting"),
    *map(_count, ("item", "order")),
    *_texts("kind", "minutes", "by", "text", "source_title", "page", "at"),
    CheckConstraint(
        "kind IN ('agenda','conclusion','decision','follow_up','update','view')", name="kind"
    ),
    Index("ix_meeting_point_meeting", "meeting"),
)
"""What a meeting had on its agenda, and what was concluded, decided, asked for or said there.
`item` is the item of the agenda, `by` who said it where that is one body."""

action_group = _table(
    "action_group",
    _text("code", key=True),
    _count("order"),
    *_texts("kind", "state", "name", "chairs", "members", "since", "text"),
    *_texts("source_title", "page", "at"),
    CheckConstraint("kind IN ('action_group','earlier_group','working_group')", name="kind"),
    CheckConstraint(
        "state IN ('active','relaunch_proposed','announced','no_lead','proposed')", name="state"
    ),
)

deliverable = _table(
    "deliverable",
    _text("code", key=True),
    _text("plan"),
    *map(_count, ("part", "order")),
    *_texts("kind", "text", "due", "became", "became_date", "basis"),
    *_texts("source_title", "page", "at", "basis_title", "basis_page"),
    CheckConstraint("plan IN ('roadmap_2021','supply_chains_2020','groups_2018')", name="plan"),
    CheckConstraint("kind IN ('deliverable','outcome','output','product')", name="kind"),
    CheckConstraint("became IN ('','delivered','late','in_part','not_seen')", name="became"),
)
"""What a plan of the Alliance was to bring, and what became of it as a page (`basis_page`) shows.
`not_seen` is not "not done"; empty for outcomes, which are made of outputs."""

alliance_fact = _table(
    "alliance_fact",
    _text("code", key=True),
    _text("topic"),
    _count("order"),
    *_texts("date", "number", "text", "source_title", "page", "at"),
    Index("ix_alliance_fact_topic", "topic"),
)
"""One dated statement about the Alliance: a rule, a stated number, an outcome of a conference."""

mechanism = _table(
    "mechanism",
    _code("area", key=True),
    _text("kind", key=True),
    _text("name", key=True),
    *_texts("start", "end", "note"),
    _code("source"),
    _text("page"),
    CheckConstraint("kind IN ('coordination','policy','programme')", name="kind"),
)

suggested_action = _table(
    "suggested_action",
    _code("area", key=True),
    _text("topic", key=True),
    _text("group"),
    _count("first_year"),
    _count("last_year"),
    _text("years"),
    _count("count"),
    _code("source"),
    _text("page"),
)

listed_good = _table(
    "listed_good",
    _code("area", key=True),
    _text("good", key=True),
    *_texts("sector", "child_labour", "forced_labour"),
    Column("edition", Integer, primary_key=True),
    _code("source"),
    *_texts("page", "note"),
)

survey_name = _table(
    "survey_name",
    _code("area", key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    _code("source", key=True),
    *_texts("survey", "programme", "evidence", "candidates", "note", "publisher", "title", "page"),
    CheckConstraint(
        "evidence IN ('stated_value_match','stated_other_table','catalogue_match','ambiguous')",
        name="evidence",
    ),
    CheckConstraint("(survey = '') = (evidence = 'ambiguous')", name="unnamed_is_ambiguous"),
)
"""Which survey stands behind a source's figures of a country and year, and how that is known.
The `survey` of an observation is what its publisher printed; this is beside it, never in it."""

national_series = _table(
    "national_series",
    _text("code", key=True),
    Column("area", TEXT, ForeignKey("area.code"), nullable=False, index=True),
    _code("indicator"),
    *_texts("age", "scope", "programme", "definition", "comparable", "basis", "grade"),
    _code("source"),
    *_texts("publisher", "quoted_by", "title", "page"),
    CheckConstraint("grade IN ('strong','medium','weak','')", name="grade"),
)
"""One run of figures of a national office: one survey, one definition, one age band. The figures
stand in `observation` under the category of the run's code."""

load = _table(
    "load",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("release", Integer, ForeignKey("release.id")),
    *_texts("file", "sha256"),
    Column("bytes", BigInteger, nullable=False),
    *_texts("source", "format", "version", "options", "content"),
    *map(_count, ("rows_in", "added", "revised", "unchanged", "superseded")),
    *map(_count, ("rejected", "withdrawn", "warnings")),
    *_texts("actor", "started", "finished", "dataset"),
    CheckConstraint(
        "rows_in = added + revised + unchanged + superseded + rejected", name="nothing_lost"
    ),
    Index("ix_load_release", "release"),
)
"""Every load that ended well, with what became of each row of its file. `release` is NULL when
nothing changed; `content` is a hash of the rows that does not depend on how the file wrote them.
`dataset` names the file of data/tables (`observations/unodc_glotip`) whose rows of now the line
accounts for; it is empty for files of operators and for lines that a later build replaced."""

load_reject = _table(
    "load_reject",
    Column("load", Integer, ForeignKey("load.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    *_texts("place", "column", "value", "rule", "reason"),
)

load_warning = _table(
    "load_warning",
    Column("load", Integer, ForeignKey("load.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    *_texts("place", "rule", "reason"),
)

audit = _table(
    "audit",
    Column("id", Integer, primary_key=True, autoincrement=False),
    *_texts("at", "actor", "action", "detail", "previous", "hash"),
)
"""Who did what, each line sealed with the hash of the one before. Triggers refuse changes."""

build = _table("build", _text("key", key=True), _text("value"))
"""What this file was built from: input digest, counts, time."""
