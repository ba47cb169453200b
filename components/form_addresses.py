"""Where the files that a country fills in are downloaded, for links on pages."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

QUESTIONNAIRE: Final = "api/v1/questionnaire.xlsx"
WORKSHOP_REPORT: Final = "api/v1/workshop-report.docx"


def questionnaire_address(area_code: str, language: str) -> str:
    """The questionnaire of a country in a language, from the address of a page."""
    return f"{QUESTIONNAIRE}?{_query(area_code, language)}"


def workshop_report_address(area_code: str, language: str) -> str:
    """The report of a country's strategic workshop, likewise."""
    return f"{WORKSHOP_REPORT}?{_query(area_code, language)}"


def _query(area_code: str, language: str) -> str:
    return urlencode({"area": area_code, "lang": language})
