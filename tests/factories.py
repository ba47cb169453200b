"""Small hand-made records for tests: every field has an ordinary value, say only what matters."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, NamedTuple

from components.wording import LANGUAGES, Wording, wording
from data.records import Action, Area, Event, Indicator, Observation, Series, Source, Status

NEPAL = Area("NPL", "country", "Nepal", iso2="NP", region="M49_142", subregion="M49_034")
SOURCE = Source(
    code="UNSD",
    publisher="UN Statistics Division",
    title="SDG database",
    address="https://unstats.un.org/sdgs/dataportal",
    vintage="2026",
    licence="open",
    terms_url="https://unstats.un.org/terms",
    redistribution="yes",
    citation="UN Statistics Division, SDG database, 2026",
)
INDICATOR = Indicator(
    code="SL_TLF_CHLDEC",
    theme="child_labour",
    sdg="8.7.1",
    name="Children in child labour",
    short="Child labour",
    unit="PERCENT",
    decimals=1,
    direction="down",
    population="children aged 5-17",
    age="5-17",
    method="survey",
    official=True,
    comparability="child_labour_household_chores",
    definition="Share of children in child labour.",
    sources=("UNSD",),
)
VICTIMS = replace(
    INDICATOR,
    code="TIP_VICTIMS",
    theme="trafficking",
    sdg="16.2.2",
    name="Detected victims of trafficking",
    short="Detected victims",
    unit="PERSONS",
    decimals=0,
    direction="none",
    age="",
    method="administrative",
    dimension="form",
)
_ORDINARY = Observation(
    indicator="SL_TLF_CHLDEC",
    area="NPL",
    year=2014,
    sex="T",
    age="5-17",
    dimension="_T",
    category="_T",
    value=37.4,
    lower=None,
    upper=None,
    unit="PERCENT",
    status="A",
    nature="C",
    suppressed="",
    note="",
    survey="MICS 2014",
    source="UNSD",
    vintage="2026",
)

_WORDS = {
    "category.form.FORCED_LABOUR": ("Forced labour", "Travail forcé", "العمل الجبري"),
    "category.form.SEXUAL": ("Sexual exploitation", "Exploitation sexuelle", "الاستغلال الجنسي"),
    "unit_short.PERSONS": ("people", "personnes", "شخصًا"),
    "indicator.SL_TLF_CHLDEC.name": ("", "Travail des enfants", "عمل الأطفال"),
    "indicator.SL_TLF_CHLDEC.short": ("", "Travail des enfants", "عمل الأطفال"),
    "indicator.TIP_VICTIMS.name": (
        "",
        "Victimes de la traite détectées",
        "ضحايا الاتجار المكتشفون",
    ),
    "indicator.TIP_VICTIMS.short": ("", "Victimes détectées", "الضحايا المكتشفون"),
}


def words(code: str) -> Wording:
    """The real words of a language, with fixed ones for the codes that these records use."""
    place = list(LANGUAGES).index(code)
    fixed = {key: texts[place] for key, texts in _WORDS.items()}
    return Wording(LANGUAGES[code], {**wording(code).texts, **fixed}, strict=True)


def observation(**fields: Any) -> Observation:
    """One observation; a value of None is "not reported" unless a status is given."""
    if fields.get("value", 0) is None:
        fields = {"status": "O"} | fields
    return _ORDINARY._replace(**fields)


def series(
    *rows: Observation,
    indicator: Indicator = INDICATOR,
    areas: tuple[Area, ...] = (NEPAL,),
    sources: tuple[Source, ...] = (SOURCE,),
) -> Series:
    """A Series of the rows as they stand."""
    return Series(indicator, areas, sources, rows)


def victims(**fields: Any) -> Observation:
    """One count of detected victims in one form of exploitation."""
    ordinary = {
        "indicator": "TIP_VICTIMS",
        "age": "_T",
        "dimension": "form",
        "category": "FORCED_LABOUR",
        "value": 12.0,
        "unit": "PERSONS",
        "survey": "",
        "year": 2021,
        "nature": "",
    }
    return observation(**(ordinary | fields))


_OF_STATUS = frozenset({"says", "checked", "status", "status_date", "by", "basis"})


def status(**fields: Any) -> Status:
    """What somebody said of an action on a day."""
    ordinary: dict[str, Any] = {
        "action": "NPL-1",
        "says": "curated",
        "checked": "2026-11-01",
        "area": "NPL",
        "status": "completed",
        "status_date": "2025",
        "basis": "A page",
    }
    return Status(**(ordinary | fields))


def action(**fields: Any) -> Action:
    """One roadmap action; `status`, `basis`, `status_page` and the like are of its last status."""
    ordinary: dict[str, Any] = {
        "code": "NPL-1",
        "area": "NPL",
        "kind": "action",
        "priority": "1",
        "start": "2023",
        "due": "2027",
        "origin": "roadmap",
        "responsible": "",
        "text": "An action",
    }
    of_status = {name: fields.pop(name) for name in _OF_STATUS & fields.keys()}
    of_status |= {"page": fields.pop("status_page", "")}
    whole = ordinary | fields
    said = status(action=whole["code"], area=whole["area"], **of_status)
    return Action(**({"history": (said,)} | whole))


def event(**fields: Any) -> Event:
    """One dated event."""
    ordinary: dict[str, Any] = {
        "code": "E1",
        "kind": "workshop",
        "date": "2023-05-10",
        "end": "",
        "area": "NPL",
        "place": "Kathmandu",
        "state": "held",
        "title": "Workshop",
    }
    return Event(**(ordinary | fields))


_READ_AT = re.compile(r"(?:quoted_by=(?P<who>[^<;]+)|read_at) ?<(?P<page>[^>]+)>")


class Quoted(NamedTuple):
    """Where a figure was read: who quotes the office (empty: the office itself), and the page."""

    who: str
    page: str


def quoted(note: str) -> Quoted | None:
    """Where a coded note says that its figure was read; None when it does not say."""
    found = next(filter(None, map(_READ_AT.fullmatch, note.split("; "))), None)
    return Quoted((found["who"] or "").strip(), found["page"]) if found else None
