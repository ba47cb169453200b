"""The page of a draft: who has a valid link sees it, everybody else one sentence and a way on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

import streamlit as st
from sqlalchemy import select

from components.markup import render
from components.preview.page import Draft, draft_html
from components.preview.would_be import Standing
from components.reporting.filled import Filled
from components.ui.ready import show_html
from components.ui.visit import Visit
from data import schema, store
from data.database import database_url
from data.example import example_area, is_example
from data.preview_link import LinkRefused, NoKey, opened, preview_key
from data.records import Area

PARAMETER: Final = "draft"


def asked_draft(here: Visit, set_key: str) -> Draft | None:
    """The draft that the link of the address shows; without one a sentence says why.

    Drafts are read anew every time: they change without a release.
    """
    token = st.query_params.get(PARAMETER, "")
    found, why = None, "none"
    if token:
        try:
            code, until = opened(token, preview_key(database_url(), set_key))
            found = _draft(code, datetime.fromtimestamp(until, UTC).date().isoformat())
            why = "gone"
        except LinkRefused as refused:
            why = "expired" if refused.expired else "changed"
        except NoKey:
            why = "no_key"
    if found is None:
        words = here.wording.t("preview.page"), here.wording.t(f"preview.{why}")
        st.html(render("page_lead.html", title=words[0], lead=words[1]))
        st.page_link(
            "pathfinders.py", label=here.wording.t("preview.way_on"), query_params=here.params()
        )
    return found


def _draft(code: str, until: str) -> Draft | None:
    table = schema.draft
    query = select(table).where(table.c.code == code).order_by(table.c.number)
    with store.connected() as connection:
        steps = connection.execute(query).mappings().all()
    if not steps:
        return None
    last = steps[-1]
    loaded = max((n for n, one in enumerate(steps) if one["state"] == "draft"), default=0)
    reviewers = [one["by"] for one in steps[loaded:] if one["state"] == "reviewed"]
    return Draft(
        code,
        last["number"],
        last["state"],
        last["at"],
        last["by"],
        reviewers[-1] if reviewers else "",
        last["note"],
        Filled.model_validate_json(last["content"]),
        until,
    )


def show(draft: Draft, here: Visit) -> None:
    """The draft as it would look."""
    about = store.reference(here.language)
    area = _area(draft.filled.about.area, here, about)
    way = store.pathfinder_data(None)
    standing = Standing(
        way.actions.get(area.code, ()),
        way.priorities.get(area.code, ()),
        way.comments.get(area.code, ()),
        way.roadmaps.get(area.code, ()),
    )
    show_html(
        draft_html(
            draft,
            area,
            standing,
            about.indicators,
            here.wording,
            here.palette,
            today=date.today(),
            country=here.href("country", iso3=area.code),
        )
    )


def _area(code: str, here: Visit, about: store.Reference) -> Area:
    if is_example(code):
        return example_area(here.wording.t("example.name"))
    return about.areas[code]
