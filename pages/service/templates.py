"""What stands for an address in metrics and in the log: one of a small fixed set of templates."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from components.lists.resources import resources

FOLDER: Final = Path(__file__).resolve().parents[1]
PAGES: Final = frozenset({"/"} | {f"/{p.stem}" for p in FOLDER.glob("*.py") if p.stem != "frame"})
"""The addresses of pages."""

KNOWN: Final = frozenset(
    {
        "/healthz",
        "/readyz",
        "/metrics",
        "/robots.txt",
        "/sitemap.xml",
        "/text/",
        "/paused",
        "/embed",
        "/picture.svg",
        "/picture.png",
        "/meeting",
        "/meeting-worker.js",
        "/favicon.ico",
        "/_stcore/health",
        "/_stcore/host-config",
        "/_stcore/stream",
        "/api/v1/observations.xlsx",
        "/api/v1/changes.atom",
        "/api/v1/record-changes.csv",
        "/api/v1/actions.csv",
        "/api/v1/overdue.csv",
        "/api/v1/statuses.csv",
        "/api/v1/stages.csv",
        "/api/v1/events.csv",
        "/api/v1/alliance.csv",
        "/api/v1/since.csv",
        "/api/v1/events.ics",
        "/api/v1/names.json",
        "/api/v1/search.json",
        "/api/v1/subset.zip",
        "/api/v1/questionnaire.xlsx",
        "/api/v1/workshop-report.docx",
        "/api/v1/meeting/ready.json",
        "/api/v1/meeting/agenda.json",
        "/api/v1/meeting/minutes.docx",
        "/api/v1/meeting/screen.json",
        "/api/v1/",
        "/api/v1/openapi.json",
        *(each.path(form) for each in resources().values() for form in each.forms),
    }
)
"""Addresses that are counted one by one; a test holds them and the routes together."""

FAMILIES: Final = (
    "/api",
    "/brief",
    "/cite",
    "/component",
    "/geo",
    "/media",
    "/static",
    "/text",
    "/_stcore",
)
"""Beginnings of addresses that are counted together."""

ELSE: Final = "else"
TEMPLATES: Final = PAGES | KNOWN | {f"{family}/…" for family in FAMILIES} | {ELSE}


def template_of(path: str) -> str:
    """The template of a request's path, one of TEMPLATES: `/country`, `/static/…`, `else`."""
    if path in KNOWN or path in PAGES:
        return path
    first = "/" + path[1:].partition("/")[0]
    return f"{first}/…" if first in FAMILIES else ELSE
