"""`/api/v1/since.csv`: what is dated between two meetings or two days."""

from __future__ import annotations

from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.listed_codes import joined
from components.since.choice import (
    LISTS,
    PARAMETERS,
    Choice,
    Known,
    Refusal,
    read_choice,
    refusal_text,
)
from components.since.file import since_csv
from components.wording import DEFAULT, wording
from data import store
from data.methods.since.meetings import meetings
from data.since_facts import since
from pages.routes.shown import Shown, open_store
from pages.service.download import Asked, Download


def _known(today: date) -> Known:
    areas, members = store.reference(DEFAULT).areas, store.members(None)
    return Known(meetings(store.pathfinder_data().events), areas, today, members)


def _choice(pairs: list[tuple[str, str]], today: date) -> Choice | Refusal:
    """What is asked for, or the first thing that is not understood."""
    if unknown := sorted({name for name, _ in pairs} - set(PARAMETERS)):
        return Refusal("unknown_parameter", unknown[0], unknown[0])
    made, refused = read_choice(joined(pairs, LISTS), _known(today))
    return refused[0] if refused else made


@store.cached(16)
def since_text(asked: Choice, today: date) -> str:
    """The CSV of a choice, in English."""
    about, span = store.reference(DEFAULT), asked.span
    found = since(span.first, span.last, areas=asked.among(store.members(None)), today=today)
    return since_csv(found, about, wording(DEFAULT))


def _read(pairs: list[tuple[str, str]], today: date) -> tuple[Shown, Choice | Refusal]:
    shown = open_store()
    return shown, _choice(pairs, today)


async def since_file(request: Request) -> Response:
    """The file; 400 says in one sentence what is not understood."""
    today = date.today()
    pairs = request.query_params.multi_items()
    shown, asked = await run_in_threadpool(_read, pairs, today)
    if isinstance(asked, Refusal):
        said = refusal_text(asked, wording(DEFAULT))
        return PlainTextResponse(said + "\n", status_code=400)
    text = await run_in_threadpool(since_text, asked, today)
    return Download(
        Asked(
            content=("since", *shown.content, today.isoformat(), *asked.params().items()),
            name=f"target87-since-{asked.first.code}-to-{asked.last.code}.csv",
            changed=shown.changed,
            make=lambda: (piece for piece in (text,)),
        )
    )
