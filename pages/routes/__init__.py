"""Server-rendered routes beside Streamlit: downloads, names, and what has no page of its own."""

from __future__ import annotations

import importlib
from contextlib import suppress
from typing import Final

from starlette.routing import Route

from components.markup import warm_templates
from data.trouble import StoreError
from pages.routes.alliance import alliance_file
from pages.routes.api_page import api_page_routes
from pages.routes.brief_files import brief_docx_file, brief_pdf_file
from pages.routes.changes import changes_csv, record_changes_csv
from pages.routes.changes_feed import changes_atom
from pages.routes.cite import cite, cite_text, cite_zip
from pages.routes.embed import embed
from pages.routes.end_of_api import end_of_api
from pages.routes.event_calendar import events_calendar
from pages.routes.framework import framework_file
from pages.routes.json_of_csv import json_routes
from pages.routes.lists import list_routes
from pages.routes.meeting import meeting, meeting_worker
from pages.routes.meeting_files import (
    MINUTES,
    READY,
    TEXT_AGENDA,
    minutes_docx_file,
    ready_json,
    text_agenda_json,
)
from pages.routes.meeting_screen import screen_json
from pages.routes.names import names_json, warm_names
from pages.routes.observation_forms import observation_routes
from pages.routes.observations import observations_csv, observations_xlsx
from pages.routes.pathfinder_files import (
    actions_file,
    events_file,
    overdue_file,
    stages_file,
    statuses_file,
)
from pages.routes.paused import paused
from pages.routes.pictures import picture_png_file, picture_svg_file
from pages.routes.progress import progress_file
from pages.routes.reporting_files import questionnaire_file, workshop_report_file
from pages.routes.search import search_json
from pages.routes.since import since_file
from pages.routes.subset import subset_zip
from pages.routes.text_twin import sitemap_xml, text_page
from pages.routes.well_known import favicon, robots_txt
from pages.service.documents import warm_first_visit

API: Final = [
    Route("/api/v1/observations.csv", observations_csv, methods=["GET"]),
    Route("/api/v1/observations.xlsx", observations_xlsx, methods=["GET"]),
    Route("/api/v1/subset.zip", subset_zip, methods=["GET"]),
    Route("/api/v1/changes.csv", changes_csv, methods=["GET"]),
    Route("/api/v1/changes.atom", changes_atom, methods=["GET"]),
    Route("/api/v1/record-changes.csv", record_changes_csv, methods=["GET"]),
    Route("/api/v1/actions.csv", actions_file, methods=["GET"]),
    Route("/api/v1/overdue.csv", overdue_file, methods=["GET"]),
    Route("/api/v1/statuses.csv", statuses_file, methods=["GET"]),
    Route("/api/v1/stages.csv", stages_file, methods=["GET"]),
    Route("/api/v1/events.csv", events_file, methods=["GET"]),
    Route("/api/v1/alliance.csv", alliance_file, methods=["GET"]),
    Route("/api/v1/since.csv", since_file, methods=["GET"]),
    Route("/api/v1/progress.csv", progress_file, methods=["GET"]),
    Route("/api/v1/events.ics", events_calendar, methods=["GET"]),
    Route("/api/v1/framework.csv", framework_file, methods=["GET"]),
    Route("/api/v1/names.json", names_json, methods=["GET"]),
    Route("/api/v1/search.json", search_json, methods=["GET"]),
    Route("/api/v1/questionnaire.xlsx", questionnaire_file, methods=["GET"]),
    Route("/api/v1/workshop-report.docx", workshop_report_file, methods=["GET"]),
    Route(READY, ready_json, methods=["GET"]),
    Route(TEXT_AGENDA, text_agenda_json, methods=["POST"]),
    Route(MINUTES, minutes_docx_file, methods=["POST"]),
    Route("/api/v1/meeting/screen.json", screen_json, methods=["GET"]),
    *api_page_routes(),
    *observation_routes(),
    *list_routes(),
    *json_routes(),
    # New routes below /api/ stand above: what is not among them is answered by `end_of_api`.
]
ROUTES: Final = [
    *API,
    *end_of_api(API),
    Route("/brief/{code}.pdf", brief_pdf_file, methods=["GET"]),
    Route("/brief/{code}.docx", brief_docx_file, methods=["GET"]),
    Route("/embed", embed, methods=["GET"]),
    Route("/cite/{name}.zip", cite_zip, methods=["GET"]),
    Route("/cite/{name}.{ending}", cite_text, methods=["GET"]),
    Route("/cite/{name}", cite, methods=["GET"]),
    Route("/picture.svg", picture_svg_file, methods=["GET"]),
    Route("/picture.png", picture_png_file, methods=["GET"]),
    Route("/text/", text_page, methods=["GET"]),
    Route("/text/{kind}", text_page, methods=["GET"]),
    Route("/text/{kind}/{code}", text_page, methods=["GET"]),
    Route("/robots.txt", robots_txt, methods=["GET"]),
    Route("/sitemap.xml", sitemap_xml, methods=["GET"]),
    Route("/favicon.ico", favicon, methods=["GET"]),
    Route("/paused", paused, methods=["GET"]),
    Route("/meeting", meeting, methods=["GET"]),
    Route("/meeting-worker.js", meeting_worker, methods=["GET"]),
]


def warm() -> None:
    """Import and read what the first page and download would, before the first request."""
    for module in ("plotly.graph_objects", "pandas", "pyarrow", "babel.numbers", "components.ui"):
        importlib.import_module(module)
    warm_templates()
    warm_first_visit()
    with suppress(StoreError):
        warm_names()
