"""The tables of the store, as SQLAlchemy Core. Nothing is read or written here.

Two shapes matter for speed: `observation` is stored in key order (WITHOUT ROWID on SQLite), so a
country page reads one contiguous run; `observation_by_year` covers the map's question.

`observation` holds what is current, `observation_past` what once was: each row says in which
release it appeared, a past one also which release replaced it. loaders/publish/migrations makes
the tables; a test holds both in step.
"""

from __future__ import annotations

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


area = Table(
    "area",
    metadata,
    _text("code", key=True),
    _text("kind"),
    _text("name"),
    _text("iso2"),
    _text("m49"),
    _text("region"),
    _text("subregion"),
    _text("sdg_region"),
    Column("un_member", Integer, nullable=False, server_default="0"),
    _text("pathfinder"),
    CheckConstraint(
        "kind IN ('country','territory','region','subregion','sdg_region','world','grouping')",
        name="kind",
    ),
)

area_name = Table(
    "area_name",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("language", key=True),
    _text("name"),
    _text("folded"),
    Index("ix_area_name_language", "language", "area"),
)

area_alias = Table(
    "area_alias",
    metadata,
    _text("family", key=True),
    _text("spelling", key=True),
    Column("area", TEXT, ForeignKey("area.code"), nullable=False),
)

source = Table(
    "source",
    metadata,
    _text("code", key=True),
    _text("publisher"),
    _text("title"),
    _text("address"),
    _text("vintage"),
    _text("licence"),
    _text("terms_url"),
    _text("redistribution"),
    _text("citation"),
    _text("accessed"),
    _text("note"),
    CheckConstraint(
        "redistribution IN ('yes','attribution','unclear','no')", name="redistribution"
    ),
)

indicator = Table(
    "indicator",
    metadata,
    _text("code", key=True),
    _text("theme"),
    _text("sdg"),
    _text("name"),
    _text("short"),
    _text("unit"),
    Column("decimals", Integer, nullable=False),
    _text("direction"),
    _text("population"),
    _text("age"),
    _text("method"),
    Column("official", Integer, nullable=False),
    _text("comparability"),
    _text("definition"),
    _text("caveats"),
    _text("dimension"),
    _text("sources"),
    Column("order", Integer, nullable=False),
    Column("mapped", Integer, nullable=False, server_default="1"),
    CheckConstraint(
        "theme IN ('child_labour','forced_labour','trafficking','context','government')",
        name="theme",
    ),
)

release = Table(
    "release",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _text("published"),
    _text("kind"),
    _text("label"),
    _text("source"),
    _text("note"),
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
        _text("unit"),
        _text("status"),
        _text("nature"),
        _text("suppressed"),
        _text("note"),
        _text("vintage"),
    ]


observation = Table(
    "observation",
    metadata,
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

observation_past = Table(
    "observation_past",
    metadata,
    *_figures(past=True),
    Column("release", Integer, primary_key=True, autoincrement=False),
    Column("replaced_by", Integer, ForeignKey("release.id"), nullable=False),
    Index("ix_observation_past_by_area", "area", "indicator"),
    Index("ix_observation_past_replaced_by", "replaced_by"),
    CheckConstraint("release < replaced_by", name="replaced_later"),
    sqlite_with_rowid=False,
)
"""Every figure that was shown once and is not now: revised or withdrawn by `replaced_by`."""

slice_ = Table(
    "slice",
    metadata,
    _text("source", key=True),
    _text("indicator", key=True),
    _text("owner"),
    Column("release", Integer, nullable=False),
    CheckConstraint("owner IN ('curated','file')", name="owner"),
)
"""Who last published a source's figures of an indicator: our own tables, or a loaded file."""

release_slice = Table(
    "release_slice",
    metadata,
    Column("release", Integer, ForeignKey("release.id"), primary_key=True, autoincrement=False),
    _text("source", key=True),
    _text("indicator", key=True),
    Column("added", Integer, nullable=False),
    Column("revised", Integer, nullable=False),
    Column("withdrawn", Integer, nullable=False),
)
"""What each release changed, so that a comparison reads only what can differ."""

holding = Table(
    "holding",
    metadata,
    _text("indicator", key=True),
    _text("facet", key=True),
    _text("code", key=True),
    *(Column(n, Integer, nullable=False) for n in ("rows", "suppressed", "first", "last")),
    CheckConstraint("facet IN ('area','sex','age','source')", name="facet"),
    sqlite_with_rowid=False,
)
"""How many current figures an indicator has by area, sex, age and source, and of which years."""

instrument = Table(
    "instrument",
    metadata,
    _text("code", key=True),
    _text("body"),
    _text("name"),
    _text("short"),
    Column("adopted", Integer, nullable=False),
    _text("theme"),
    _text("address"),
    Column("order", Integer, nullable=False),
)

ratification = Table(
    "ratification",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    Column("instrument", TEXT, ForeignKey("instrument.code"), primary_key=True),
    _text("status"),
    _text("date"),
    _text("action"),
    _text("note"),
    Column("source", TEXT, ForeignKey("source.code"), nullable=False),
    _text("page"),
    _text("as_of"),
    CheckConstraint(
        "status IN ('ratified','signed','not_ratified','denounced','unknown')", name="status"
    ),
)

legal_fact = Table(
    "legal_fact",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("topic", key=True),
    Column("year", Integer, primary_key=True),
    Column("source", TEXT, ForeignKey("source.code"), primary_key=True),
    _text("value"),
    _text("unit"),
    _text("standard"),
    _text("conforms"),
    _text("note"),
    _text("page"),
)

event = Table(
    "event",
    metadata,
    _text("code", key=True),
    _text("kind"),
    _text("date"),
    _text("end"),
    _text("area"),
    _text("place"),
    _text("state"),
    _text("title"),
    _text("source_title"),
    _text("page"),
    CheckConstraint("state IN ('held','postponed','planned','announced','period')", name="state"),
)

stage = Table(
    "stage",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("stage", key=True),
    _text("date", key=True),
    _text("page", key=True),
    _text("text"),
    _text("source_title"),
)

action = Table(
    "action",
    metadata,
    _text("code", key=True),
    Column("area", TEXT, ForeignKey("area.code"), nullable=False, index=True),
    _text("kind"),
    _text("priority"),
    _text("start"),
    _text("due"),
    _text("status"),
    _text("status_date"),
    _text("origin"),
    _text("responsible"),
    _text("text"),
    _text("basis"),
    _text("source_title"),
    _text("page"),
    _text("page2"),
    CheckConstraint("kind IN ('action','target')", name="kind"),
    CheckConstraint(
        "status IN ('completed','substantial','limited','not_started','no_evidence')", name="status"
    ),
)

mechanism = Table(
    "mechanism",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("kind", key=True),
    _text("name", key=True),
    _text("start"),
    _text("end"),
    _text("note"),
    Column("source", TEXT, ForeignKey("source.code"), nullable=False),
    _text("page"),
    CheckConstraint("kind IN ('coordination','policy','programme')", name="kind"),
)

suggested_action = Table(
    "suggested_action",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("topic", key=True),
    _text("group"),
    Column("first_year", Integer, nullable=False),
    Column("last_year", Integer, nullable=False),
    _text("years"),
    Column("count", Integer, nullable=False),
    Column("source", TEXT, ForeignKey("source.code"), nullable=False),
    _text("page"),
)

listed_good = Table(
    "listed_good",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("good", key=True),
    _text("sector"),
    _text("child_labour"),
    _text("forced_labour"),
    Column("edition", Integer, primary_key=True),
    Column("source", TEXT, ForeignKey("source.code"), nullable=False),
    _text("page"),
    _text("note"),
)

survey_name = Table(
    "survey_name",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("source", TEXT, ForeignKey("source.code"), primary_key=True),
    _text("survey"),
    _text("programme"),
    _text("evidence"),
    _text("candidates"),
    _text("note"),
    _text("publisher"),
    _text("title"),
    _text("page"),
    CheckConstraint(
        "evidence IN ('stated_value_match','stated_other_table','catalogue_match','ambiguous')",
        name="evidence",
    ),
    CheckConstraint("(survey = '') = (evidence = 'ambiguous')", name="unnamed_is_ambiguous"),
)
"""Which survey stands behind a source's figures of a country and year, and how that is known.
The `survey` of an observation is what its publisher printed; this is beside it, never in it."""

national_series = Table(
    "national_series",
    metadata,
    _text("code", key=True),
    Column("area", TEXT, ForeignKey("area.code"), nullable=False, index=True),
    Column("indicator", TEXT, ForeignKey("indicator.code"), nullable=False),
    _text("age"),
    _text("scope"),
    _text("programme"),
    _text("definition"),
    _text("comparable"),
    _text("basis"),
    _text("grade"),
    Column("source", TEXT, ForeignKey("source.code"), nullable=False),
    _text("publisher"),
    _text("quoted_by"),
    _text("title"),
    _text("page"),
    CheckConstraint("grade IN ('strong','medium','weak','')", name="grade"),
)
"""One run of figures of a national office: one survey, one definition, one age band. The figures
stand in `observation` under the category of the run's code."""

roadmap = Table(
    "roadmap",
    metadata,
    _text("code", key=True),
    Column("area", TEXT, ForeignKey("area.code"), nullable=False, index=True),
    _text("title"),
    _text("start"),
    _text("end"),
    _text("adopted"),
    _text("note"),
    _text("priorities"),
    _text("source_title"),
    _text("page"),
)

resource = Table(
    "resource",
    metadata,
    _text("code", key=True),
    Column("area", TEXT, ForeignKey("area.code"), nullable=False, index=True),
    _text("amount"),
    _text("currency"),
    _text("start"),
    _text("end"),
    _text("funder"),
    _text("text"),
    _text("source_title"),
    _text("page"),
)

load = Table(
    "load",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("release", Integer, ForeignKey("release.id")),
    _text("file"),
    _text("sha256"),
    Column("bytes", BigInteger, nullable=False),
    _text("source"),
    _text("format"),
    _text("version"),
    _text("options"),
    _text("content"),
    *(
        Column(name, Integer, nullable=False)
        for name in (
            "rows_in",
            "added",
            "revised",
            "unchanged",
            "superseded",
            "rejected",
            "withdrawn",
            "warnings",
        )
    ),
    _text("actor"),
    _text("started"),
    _text("finished"),
    _text("dataset"),
    CheckConstraint(
        "rows_in = added + revised + unchanged + superseded + rejected", name="nothing_lost"
    ),
    Index("ix_load_release", "release"),
)
"""Every load that ended well, with what became of each row of its file. `release` is NULL when
nothing changed; `content` is a hash of the rows that does not depend on how the file wrote them.
`dataset` names the file of data/tables (`observations/unodc_glotip`) whose rows of now the line
accounts for; it is empty for files of operators and for lines that a later build replaced."""

load_reject = Table(
    "load_reject",
    metadata,
    Column("load", Integer, ForeignKey("load.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("place"),
    _text("column"),
    _text("value"),
    _text("rule"),
    _text("reason"),
)

load_warning = Table(
    "load_warning",
    metadata,
    Column("load", Integer, ForeignKey("load.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("place"),
    _text("rule"),
    _text("reason"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _text("at"),
    _text("actor"),
    _text("action"),
    _text("detail"),
    _text("previous"),
    _text("hash"),
)
"""Who did what, each line sealed with the hash of the one before. Triggers refuse changes."""

build = Table("build", metadata, _text("key", key=True), _text("value"))
"""What this file was built from: input digest, counts, time."""
