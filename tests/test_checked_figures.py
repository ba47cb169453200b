"""Figures and facts looked up by hand in the publishers' files, against what the store answers.

`checked_figures_*.csv`: one observation a line, with the place in the publisher's file where it was
read. `checked_facts_*.csv`: one cell of another table a line.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Connection, Table, select

from data import schema

HERE: Final = Path(__file__).parent
FEWEST, FEWEST_SOURCES = 60, 12
KEY: Final = (
    "indicator", "area", "sex", "age", "dimension", "category", "source", "survey",
)  # fmt: skip
FACT_TABLES: Final[dict[str, tuple[Table, tuple[str, ...]]]] = {
    "ratification": (schema.ratification, ("instrument",)),
    "legal_fact": (schema.legal_fact, ("topic", "year", "source")),
    "events": (schema.event, ("code",)),
    "stages": (schema.stage, ("stage", "date")),
    "roadmaps": (schema.roadmap, ("code",)),
    "actions": (schema.action, ("code",)),
    "resources": (schema.resource, ("code",)),
    "listed_good": (schema.listed_good, ("good", "edition")),
    "mechanism": (schema.mechanism, ("kind", "name")),
    "partners": (schema.partner, ("code",)),
    "seats": (schema.seat, ("code",)),
    "seat_holders": (schema.seat_holder, ("code",)),
    "gcg_meetings": (schema.gcg_meeting, ("code",)),
    "meeting_points": (schema.meeting_point, ("code",)),
    "action_groups": (schema.action_group, ("code",)),
    "deliverables": (schema.deliverable, ("code",)),
    "alliance_facts": (schema.alliance_fact, ("code",)),
}
"""Tables by the name they have in the file, and the columns that its `key` names, in order."""


def _lines(pattern: str) -> list[dict[str, str]]:
    found = []
    for path in sorted(HERE.glob(pattern)):
        with path.open(encoding="utf-8", newline="") as text:
            found += [row | {"file": path.name} for row in csv.DictReader(text)]
    return found


FIGURES: Final = _lines("checked_figures_*.csv")
FACTS: Final = _lines("checked_facts_*.csv")


def test_enough_was_checked() -> None:
    assert len(FIGURES) >= FEWEST
    assert len({row["source"] for row in FIGURES}) >= FEWEST_SOURCES
    assert all(row["where"] for row in (*FIGURES, *FACTS))
    assert any(row["suppressed"] for row in FIGURES)
    assert any(row["value"] == "0" for row in FIGURES)


def test_no_figure_is_checked_twice() -> None:
    keys = [tuple(row[c] for c in (*KEY, "year")) for row in FIGURES]
    assert sorted({k for k in keys if keys.count(k) > 1}) == []


@pytest.mark.parametrize(
    "row", FIGURES, ids=[f"{r['indicator']}-{r['area']}-{r['year']}-{r['sex']}" for r in FIGURES]
)
def test_the_store_answers_the_published_figure(
    connection: Connection, row: dict[str, str]
) -> None:
    table = schema.observation
    question = select(table.c.value, table.c.suppressed, table.c.status).where(
        *(table.c[name] == row[name] for name in KEY), table.c.year == int(row["year"])
    )
    answers = connection.execute(question).all()
    assert len(answers) == 1, f"{row['where']}: {len(answers)} rows"
    (answer,) = answers
    assert answer.value == (float(row["value"]) if row["value"] else None), row["where"]
    assert answer.suppressed == row["suppressed"], row["where"]
    assert (answer.status == "Q") == bool(row["suppressed"]), row["where"]


@pytest.mark.parametrize("row", FACTS, ids=[f"{r['table']}-{r['area']}-{r['key']}" for r in FACTS])
def test_the_store_answers_the_published_fact(connection: Connection, row: dict[str, str]) -> None:
    table, names = FACT_TABLES[row["table"].split("/")[0]]
    parts = row["key"].split("|") if len(names) > 1 else [row["key"]]
    wanted = dict(zip(names, parts, strict=True))
    where = [table.c[name] == (int(v) if name in {"year", "edition"} else v)
             for name, v in wanted.items()]  # fmt: skip
    # What is of no country stands under the world here.
    if row["area"] != "WLD":
        where.append(table.c.area == row["area"])
    answers = connection.execute(select(table.c[row["field"]]).where(*where)).scalars().all()
    assert len(answers) == 1, f"{row['where']}: {len(answers)} rows"
    assert str(answers[0]) == row["value"], row["where"]
