"""Files of `/api/v1/` that are no list: workbooks, a document, a calendar, a feed, names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from components.lists.making import PLACES
from components.lists.resource import Parameter
from components.lists.resources import OBSERVATIONS, resources
from components.spreadsheet import MEDIA_TYPE as WORKBOOK

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DESCRIPTION: Final = "openapi.json"
"""The description of all of them, itself a file."""

_LANGUAGE: Final = Parameter("lang", "lang", example="fr", several=False)
NAMES: Final = (Parameter("labels", pattern="^[01]$", example="1", several=False), _LANGUAGE)
"""What CSV and workbook of the figures take beside their filters: names of the codes."""

_COUNTRY: Final = Parameter("area", "country", example="NPL", several=False, meaning="one_country")


@dataclass(frozen=True, slots=True)
class File:
    """A file at `/api/v1/<name>`, its type, what it takes, and what it cannot do without.

    `leads`: the answer may lead to another address where the file stays, or say that there is no
    room for it.
    """

    name: str
    media: str
    parameters: tuple[Parameter, ...] = ()
    required: tuple[str, ...] = ()
    leads: bool = False


FILES: Final = (
    File("observations.xlsx", WORKBOOK, (*resources()[OBSERVATIONS].parameters, *NAMES)),
    File(
        "names.json",
        "application/json",
        (
            Parameter("q", pattern=".*", example="nep", several=False),
            Parameter("kind", "name_kind", example="any", several=False, meaning="name_kind"),
            _LANGUAGE,
        ),
    ),
    File(
        "events.ics",
        "text/calendar; charset=utf-8",
        (*resources()["events"].parameters, _LANGUAGE),
    ),
    File(
        "changes.atom",
        "application/atom+xml; charset=utf-8",
        (
            Parameter("theme", "theme", example="child_labour"),
            *PLACES,
            _LANGUAGE,
        ),
    ),
    File(
        "search.json",
        "application/json",
        (
            Parameter("q", pattern=".*", example="ratif", several=False, meaning="searched"),
            Parameter(
                "kind", "search_kind", example="indicator", several=False, meaning="searched_kind"
            ),
            _LANGUAGE,
        ),
    ),
    File(
        "subset.zip",
        "application/zip",
        (
            *resources()[OBSERVATIONS].parameters,
            Parameter("download", "no_yes", example="1", several=False),
            _LANGUAGE,
        ),
        leads=True,
    ),
    File("questionnaire.xlsx", WORKBOOK, (_COUNTRY, _LANGUAGE), ("area",)),
    File("workshop-report.docx", WORD, (_COUNTRY, _LANGUAGE), ("area",)),
)
"""What the meeting page asks below `/api/v1/meeting/` is its own, and may change with it."""
