"""Every list of the interface for programs, in one table: routes, documents and tests come of it.

To add a list: a Resource here, its rows in data/list_rows.py, the words of new columns and
parameters in components/wording/<language>/api.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from components import downloads
from components.alliance import files as alliance
from components.changed import lines as changes
from components.changed import record_file
from components.lists.resource import (
    CSV,
    JSON,
    OWN,
    PARQUET,
    SDMX,
    Column,
    Parameter,
    Resource,
    Worded,
)
from components.monitoring import files as monitoring
from components.pathfinders import files as pathfinders
from components.since import file as since
from components.wording import LANGUAGES

OBSERVATIONS: Final = "observations"
_INTEGERS: Final = frozenset(
    "year asked_year value_year decimals official mapped order rows suppressed_rows areas"
    " first_year last_year edition count adopted_year id release load number added revised"
    " withdrawn records_added records_revised records_withdrawn un_member item part seats"
    " priorities indicators".split()
)
_NUMBERS: Final = frozenset(
    "difference value lower upper old_value old_lower old_upper new_value new_lower"
    " new_upper".split()
)


def _columns(
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
    kind = "integer" if name in _INTEGERS else "number" if name in _NUMBERS else "text"
    return Column(name, kind, meaning)  # type: ignore[arg-type]


AREA: Final = Parameter("area", "area", example="NPL", column="area")
REGION: Final = Parameter("region", "region", example="M49_002")
AS_OF: Final = Parameter("as_of", example="1", several=False, pattern=r"^\S.{0,40}$")
_YEAR: Final = r"^(19|20|21)[0-9]{2}$"
_FIGURES: Final = (
    Parameter("theme", "theme", example="child_labour"),
    Parameter("indicator", "indicator", example="SL_TLF_CHLDEC"),
    AREA,
    REGION,
    Parameter("sex", "sex", example="F"),
    Parameter("age", "age", example="5-17"),
    Parameter("dimension", "dimension", example="_T"),
    Parameter("category", "category", example="_T"),
    Parameter("source", "source", example="UNSD_SDG_8_7_1"),
    Parameter("from", pattern=_YEAR, example="2015", several=False),
    Parameter("to", pattern=_YEAR, example="2024", several=False),
    Parameter("year", pattern=_YEAR, example="2020", several=False),
    Parameter("latest", "latest", example="value", several=False),
    Parameter("headline", "headline", example="child_labour", several=False),
    Parameter("unlike", "no_yes", example="1", several=False),
    AS_OF,
)
_PLACES: Final = (AREA, REGION)


def _here(name: str, among: str, example: str, *, inside: bool = False) -> Parameter:
    return Parameter(name, among, example=example, column=name, inside=inside)


_TABLE: Final = (
    Resource(
        OBSERVATIONS,
        _columns(downloads.COLUMNS),
        _FIGURES,
        "indicator=SL_TLF_CHLDEC&area=NPL",
        "figures",
        (CSV, JSON, SDMX, PARQUET),
        own_csv=True,
    ),
    Resource(
        "indicators",
        _columns(
            "code theme sdg name short unit decimals direction population age method official"
            " comparability definition caveats dimension sources mapped order areas rows"
            " suppressed_rows first_year last_year",
            worded=("name", "short", "population", "definition"),
        ),
        (
            _here("theme", "theme", "child_labour"),
            Parameter("indicator", "indicator", example="SL_TLF_CHLDEC", column="code"),
            Parameter("source", "source", example="UNODC_GLOTIP", column="sources", inside=True),
            AS_OF,
        ),
        "theme=child_labour",
        "figures",
        worded=tuple(
            Worded(stem, "indicator", field=stem)
            for stem in ("name", "short", "population", "definition")
        ),
    ),
    Resource(
        "areas",
        _columns(
            "code kind name iso2 m49 region subregion sdg_region un_member pathfinder groups"
            " indicators rows",
            worded=("name",),
        ),
        (
            Parameter("area", "area", example="NPL", column="code"),
            REGION,
            _here("kind", "area_kind", "country"),
            _here("pathfinder", "pathfinder", "pathfinder"),
            AS_OF,
        ),
        "pathfinder=pathfinder",
        "figures",
    ),
    Resource(
        "sources",
        _columns(
            "code publisher title address vintage licence terms_url redistribution passed_on"
            " citation accessed note rows first_year last_year"
        ),
        (
            Parameter("source", "source", example="UNODC_GLOTIP", column="code"),
            _here("redistribution", "terms", "attribution"),
            AS_OF,
        ),
        "redistribution=yes,attribution",
        "figures",
    ),
    Resource(
        "releases",
        _columns(
            "id published kind label source note added revised withdrawn records_added"
            " records_revised records_withdrawn"
        ),
    ),
    Resource(
        "instruments",
        _columns(
            "code body name short adopted_year theme address order", worded=("name", "short")
        ),
        (Parameter("instrument", "instrument", example="P029", column="code"),),
        worded=tuple(Worded(stem, "instrument", field=stem) for stem in ("name", "short")),
    ),
    Resource(
        "ratifications",
        _columns(
            "instrument instrument_name area area_name status date action note source page as_of"
        ),
        (
            *_PLACES,
            _here("instrument", "instrument", "P029"),
            _here("status", "ratification", "ratified"),
        ),
        "instrument=P029",
    ),
    Resource(
        "legal-facts",
        _columns(
            "area area_name topic topic_name year value unit standard conforms note source page",
            text=("value",),
            worded=("topic_name",),
        ),
        (
            *_PLACES,
            _here("topic", OWN, "minimum_age_work"),
            _here("source", "source", "ILAB_FINDINGS"),
            Parameter("from", pattern=_YEAR, example="2020", several=False, column="year"),
            Parameter("to", pattern=_YEAR, example="2024", several=False, column="year"),
        ),
        "area=NPL",
        worded=(Worded("topic_name", "legal_topic", "topic", "name"),),
    ),
    Resource(
        "goods",
        _columns(
            "area area_name good good_name sector child_labour forced_labour edition source page"
            " note",
            worded=("good_name",),
        ),
        (
            *_PLACES,
            _here("good", OWN, "COTTON"),
            Parameter("from", pattern=_YEAR, example="2020", several=False, column="edition"),
            Parameter("to", pattern=_YEAR, example="2024", several=False, column="edition"),
        ),
        "area=NPL",
        worded=(Worded("good_name", "good", "good"),),
    ),
    Resource(
        "suggested-actions",
        _columns(
            "area area_name topic topic_name group years first_year last_year count source page",
            worded=("topic_name",),
        ),
        (*_PLACES, _here("topic", OWN, "more_inspectors")),
        "area=NPL",
        worded=(Worded("topic_name", "suggestion", "topic"),),
    ),
    Resource(
        "roadmaps",
        _columns(
            "code area area_name start end adopted title note priorities source_title page",
            worded=("title", "note"),
        ),
        (*_PLACES, AS_OF),
        "",
        "records",
        worded=tuple(Worded(stem, "roadmap", field=stem) for stem in ("title", "note")),
    ),
    Resource(
        "coverage",
        _columns("indicator theme facet code rows suppressed_rows first_year last_year"),
        (
            _here("theme", "theme", "trafficking"),
            _here("indicator", "indicator", "SL_TLF_CHLDEC"),
            _here("facet", "facet", "area"),
            AS_OF,
        ),
        "indicator=SL_TLF_CHLDEC",
        "figures",
    ),
    Resource(
        "rejects",
        _columns(
            "load number dataset file source place column value rule reason", text=("value",)
        ),
        (
            _here("dataset", OWN, "observations/unodc_glotip"),
            _here("rule", OWN, "unknown_area"),
        ),
        "dataset=observations/undp_hdr",
    ),
    Resource(
        "changes",
        _columns(changes.COLUMNS),
        (
            Parameter("from", example="0", several=False, meaning="from_release"),
            Parameter("to", example="1", several=False, meaning="to_release"),
            *_FIGURES[:3],
        ),
        "from=0&indicator=SL_TLF_CHLDEC&area=NPL",
        own_csv=True,
    ),
    Resource(
        "record-changes",
        _columns(record_file.COLUMNS),
        (
            Parameter("from", example="0", several=False, meaning="from_release"),
            Parameter("to", example="1", several=False, meaning="to_release"),
            AREA,
        ),
        "from=0&area=NPL",
        own_csv=True,
    ),
    Resource(
        "actions",
        _columns(pathfinders.ACTION_COLUMNS),
        (*_PLACES, Parameter("status", "action_status", example="completed"), AS_OF),
        "",
        "records",
        own_csv=True,
    ),
    Resource(
        "overdue", _columns(pathfinders.OVERDUE_COLUMNS), (*_PLACES, AS_OF), "", "records",
        own_csv=True,
    ),
    Resource(
        "statuses",
        _columns(pathfinders.STATUS_COLUMNS),
        (*_PLACES, Parameter("says", "says", example="reported"), AS_OF),
        "",
        "records",
        own_csv=True,
    ),
    Resource(
        "stages",
        _columns(pathfinders.STAGE_COLUMNS),
        (*_PLACES, Parameter("stage", "stage", example="workshop"), AS_OF),
        "",
        "records",
        own_csv=True,
    ),
    Resource(
        "events",
        _columns(pathfinders.EVENT_COLUMNS),
        (
            *_PLACES,
            Parameter("kind", "event_kind", example="gcg_meeting", meaning="event_kind"),
            Parameter("from", pattern=_YEAR, example="2015", several=False),
            Parameter("to", pattern=_YEAR, example="2024", several=False),
            AS_OF,
        ),
        "kind=gcg_meeting",
        "records",
        own_csv=True,
    ),
    Resource(
        "alliance",
        _columns(alliance.columns(alliance.DEFAULT_TABLE), text=("number",)),
        (Parameter("table", "alliance_table", example="meetings", several=False),),
        "table=meetings",
        own_csv=True,
    ),
    Resource(
        "since",
        _columns(since.COLUMNS),
        (
            Parameter("from", example="gcg-06", several=False, meaning="from_day"),
            Parameter("to", example="2024", several=False, meaning="to_day"),
            *_PLACES,
        ),
        "from=2023&to=2024",
        own_csv=True,
    ),
    Resource(
        "framework",
        _columns(monitoring.COLUMNS, text=("year", "value", "part")),
        (Parameter("area", "country", example="NPL"), AS_OF),
        "area=NPL",
        "records",
        own_csv=True,
    ),
)  # fmt: skip


@cache
def resources() -> Mapping[str, Resource]:
    """Every list by its name, in the order in which documents show them."""
    return {resource.name: resource for resource in _TABLE}
