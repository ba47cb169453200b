"""A copy of the real store with a further release of steps, actions and statuses."""

from __future__ import annotations

from typing import Final

from sqlalchemy import delete, func, insert, select, update

from data import example, schema
from data.database import disposed, write_engine, write_transaction
from loaders.publish.ledger import published_now
from loaders.publish.other_tables import PREFIX, keep_states
from loaders.publish.publish import note_datasets

AREA: Final = "NPL"
PAGE: Final = {"source_title": "=A page", "page": "https://example.org/a"}
STAGE: Final = PAGE | {
    **{"area": AREA, "stage": "workshop", "date": "2027-02-03", "end": "", "place": "Kathmandu"},
    **{"state": "planned", "text": "=HYPERLINK(1)", "report": ""},
}
STATUS: Final = PAGE | {
    **{"says": "reported", "checked": "2026-12-01", "area": AREA, "status": "completed"},
    **{"status_date": "2026-11", "by": "Ministry of Labour", "basis": "Said so", "report": "R1"},
}
REPORT: Final = {
    **{"code": "R1", "area": AREA, "kind": "questionnaire", "start": "2026", "end": "2026"},
    **{"received": "2026-12-01", "language": "en", "reporter": "Ministry of Labour"},
    **{"title": "Report of 2026", "note": "", "source_title": "", "page": "", "report": "R1"},
}
DUE: Final = "2031-05"
TABLES: Final = ("stage", "report", "action", "status", "event")


def further_release(url: str) -> tuple[int, str, str, str]:
    """Bring a planned workshop, a report with a status, a new due date, a step of the made-up
    country; withdraw an event. Number and moment, the action's code and the event's."""
    with disposed(write_engine(url)) as engine, write_transaction(engine) as connection:
        number = connection.execute(select(func.max(schema.release.c.id))).scalar_one() + 1
        moment = published_now(connection)
        values = {"id": number, "published": moment, "kind": "file", "label": "a report"}
        connection.execute(insert(schema.release).values(**values))
        action, event = schema.action, schema.event
        code = connection.execute(
            select(action.c.code).where(action.c.area == AREA).order_by(action.c.code).limit(1)
        ).scalar_one()
        gone = connection.execute(
            select(event.c.code).where(event.c.area == AREA, event.c.date > "2015").limit(1)
        ).scalar_one()
        connection.execute(update(action).where(action.c.code == code).values(due=DUE))
        made_up = STAGE | {"area": example.CODE}
        connection.execute(insert(schema.stage), [STAGE, made_up])
        connection.execute(insert(schema.report), [REPORT])
        connection.execute(insert(schema.status), [STATUS | {"action": code}])
        connection.execute(delete(event).where(event.c.code == gone))
        for name in TABLES:
            keep_states(connection, name, number)
        counts = {"stage": "added", "report": "added", "status": "added", "action": "revised"}
        changes = {("", PREFIX + name): {what: 1} for name, what in counts.items()}
        note_datasets(connection, number, changes | {("", f"{PREFIX}event"): {"withdrawn": 1}})
    return number, moment, code, gone
