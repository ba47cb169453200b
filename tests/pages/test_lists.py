"""Every list of the interface for programs: its forms hold the same rows, and nothing is lost."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pyarrow.parquet as pq
import pytest
from sqlalchemy import Connection, select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.downloads import number_text
from components.lists.resource import CSV, JSON, Resource
from components.lists.resources import OBSERVATIONS, resources
from data import schema, store
from data.methods.formula_mark import unmarked
from pages.routes import ROUTES
from pages.service import MIDDLEWARE

EVERY = list(resources().values())
OTHERS = [each for each in EVERY if each.name != OBSERVATIONS]
COUNTRIES = ("country", "territory")
CHILDREN = "indicator=SL_TLF_CHLDEA"


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def lines(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


def pages(client: TestClient, address: str) -> Iterator[dict[str, Any]]:
    following: str | None = address
    while following:
        answer = client.get(following)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        yield page
        following = page["meta"]["next"]


def as_text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else number_text(value)


@pytest.mark.parametrize("resource", EVERY, ids=lambda each: each.name)
def test_json_holds_the_rows_of_the_csv(client: TestClient, resource: Resource) -> None:
    wanted = lines(client, f"{resource.path(CSV)}?{resource.example}")
    assert wanted
    limit = max(1, min(10_000, len(wanted) // 2))
    read = list(pages(client, f"{resource.path(JSON)}?{resource.example}&limit={limit}"))
    assert len(read) == -(-len(wanted) // limit)
    assert {page["meta"]["count"] for page in read} == {len(wanted)}
    rows = [row for page in read for row in page["rows"]]
    assert [{name: as_text(cell) for name, cell in row.items()} for row in rows] == [
        {name: unmarked(text) for name, text in line.items()} for line in wanted
    ]
    kinds = {"integer": int, "number": float, "text": str}
    typed = {column.name: kinds[column.kind] for column in resource.columns}
    for row in rows:
        for name, cell in row.items():
            assert cell is None or name not in typed or type(cell) is typed[name], (name, cell)


PLACED = [each for each in EVERY if {"area", "region"} <= {*each.asked} and each.name != "areas"]


@pytest.mark.parametrize("resource", PLACED, ids=lambda each: each.name)
def test_countries_regions_and_sets_add_up_in_every_list(
    client: TestClient, resource: Resource
) -> None:
    def asked(**places: str) -> list[dict[str, str]]:
        others = {OBSERVATIONS: CHILDREN, "events": ""}.get(resource.name, resource.example)
        kept = [pair for pair in others.split("&") if pair.split("=")[0] not in {"area", "region"}]
        pairs = [*kept, *(f"{name}={codes}" for name, codes in places.items())]
        return lines(client, f"{resource.path(CSV)}?{'&'.join(filter(None, pairs))}")

    members = store.members(None)
    wanted = {"NPL", *members["SADC"], *members["M49_015"]}
    found = asked(area="npl", region="sadc,M49_015")
    place = next(each.column for each in resource.parameters if each.name == "area") or "area"
    # Of the framework an address without places asks for the pathfinder countries alone.
    every = {"area": ",".join(sorted(wanted | {"NOR"}))} if resource.name == "framework" else {}
    kept = [line for line in asked(**every) if wanted & {*line[place].split(";")}]
    # What concerns the world, or is a count over all that is asked for, stands beside any country.
    told = [line for line in found if line[place] not in {"WLD", ""}]
    assert sorted(map(tuple, map(dict.values, told))) == sorted(map(tuple, map(dict.values, kept)))
    assert {"NPL"} < {code for line in kept for code in line[place].split(";")} & wanted


def test_a_country_without_a_row_is_no_mistake(client: TestClient) -> None:
    for name in ("actions", "overdue", "statuses", "stages", "roadmaps"):
        assert lines(client, f"/api/v1/{name}.csv?area=NRU") == []
    for code in store.members(None):
        lines(client, f"/api/v1/actions.csv?region={code}")


def test_a_ratification_stands_for_every_country_and_instrument(
    client: TestClient, connection: Connection
) -> None:
    rows = lines(client, "/api/v1/ratifications.csv")
    areas = set(
        connection.scalars(select(schema.area.c.code).where(schema.area.c.kind.in_(COUNTRIES)))
    )
    instruments = set(connection.scalars(select(schema.instrument.c.code)))
    pairs = [(row["instrument"], row["area"]) for row in rows]
    assert len(instruments) >= 18
    assert len(pairs) == len(set(pairs)) == len(areas) * len(instruments)
    known = {
        (row.instrument, row.area): (row.status, row.date, row.source)
        for row in connection.execute(select(schema.ratification))
    }
    for row in rows:
        said = known.get((row["instrument"], row["area"]), ("unknown", "", ""))
        assert (row["status"], row["date"], row["source"]) == said
    assert {row["status"] for row in rows} <= {
        "ratified",
        "signed",
        "not_ratified",
        "denounced",
        "unknown",
    }


def test_the_dates_of_the_protocol_are_one_call(client: TestClient, connection: Connection) -> None:
    rows = lines(client, "/api/v1/ratifications.csv?instrument=p029&status=ratified")
    its = schema.ratification.c
    query = select(its.area, its.date).where(its.instrument == "P029", its.status == "ratified")
    dated = [tuple(row) for row in connection.execute(query)]
    assert sorted((row["area"], row["date"]) for row in rows) == sorted(dated)
    assert len(rows) > 50


def test_every_row_that_was_set_aside_is_told(client: TestClient, connection: Connection) -> None:
    # The first file of each data set alone: all of them are a hundred thousand rows.
    rows = lines(client, "/api/v1/rejects.csv?dataset=observations/unodc_glotip")
    query = (
        select(schema.load_reject)
        .join(schema.load, schema.load.c.id == schema.load_reject.c.load)
        .where(schema.load.c.dataset == "observations/unodc_glotip")
    )
    wanted = {(row.number, row.place, row.value, row.rule) for row in connection.execute(query)}
    assert {
        (int(row["number"]), row["place"], unmarked(row["value"]), row["rule"]) for row in rows
    } == wanted
    assert len(rows) > 10_000


def test_a_page_of_figures_follows_the_one_before(client: TestClient) -> None:
    asked = "area=NPL,BRA,MEX"
    wanted = lines(client, f"/api/v1/observations.csv?{asked}")
    read = list(pages(client, f"/api/v1/observations.json?{asked}&limit=997"))
    assert len(read) > 3
    rows = [row for page in read for row in page["rows"]]
    assert [(r["indicator"], r["area"], r["year"], as_text(r["value"])) for r in rows] == [
        (r["indicator"], r["area"], int(r["year"]), r["value"]) for r in wanted
    ]


@pytest.mark.parametrize(
    "asked", ["latest=1&area=NPL", "headline=child_labour", "year=2015&area=NPL"]
)
def test_pages_that_look_at_all_follow_each_other_too(client: TestClient, asked: str) -> None:
    wanted = lines(client, f"/api/v1/observations.csv?{asked}")
    limit = len(wanted) // 2
    read = list(pages(client, f"/api/v1/observations.json?{asked}&limit={limit}"))
    rows = [row for page in read for row in page["rows"]]
    assert [as_text(row["value"]) for row in rows] == [row["value"] for row in wanted]
    assert {page["meta"]["count"] for page in read} == {len(wanted)}


def test_parquet_holds_the_rows_with_their_types(client: TestClient) -> None:
    asked = "area=NPL,MEX&theme=child_labour,trafficking"
    wanted = lines(client, f"/api/v1/observations.csv?{asked}")
    body = client.get(f"/api/v1/observations.parquet?{asked}").content
    table = pq.read_table(io.BytesIO(body))
    assert str(table.schema.field("year").type) == "int32"
    assert str(table.schema.field("value").type) == "double"
    assert (
        str(table.schema.field("sex").type) == "dictionary<values=string, indices=int32, ordered=0>"
    )
    assert [{n: as_text(c) for n, c in row.items()} for row in table.to_pylist()] == [
        {name: unmarked(text) for name, text in line.items()} for line in wanted
    ]


@pytest.mark.parametrize("form", ["csv", "json", "sdmx.csv", "parquet", "xlsx"])
def test_what_terms_hold_back_is_said(client: TestClient, form: str) -> None:
    answer = client.get(
        f"/api/v1/observations.{form}?area=NPL&indicator=SL_TLF_CHLDEC,FL_PREVALENCE"
    )
    assert answer.status_code in {200, 400}
    answer = client.get(f"/api/v1/observations.{form}?area=NPL")
    said = answer.headers["target87-withheld"]
    assert "WALK_FREE_GSI_2023=4" in said.split(", ")
    if form == "json":
        held = answer.json()["meta"]["withheld"]
        assert ", ".join(f"{source}={rows}" for source, rows in held.items()) == said
    alone = client.get(f"/api/v1/observations.{form}?area=NPL&source=WALK_FREE_GSI_2023")
    assert alone.status_code == 403
    assert "https://www.walkfree.org" in alone.text


def test_statements_that_terms_hold_back_are_counted(
    client: TestClient, connection: Connection
) -> None:
    answer = client.get("/api/v1/legal-facts.json?limit=1")
    its = schema.legal_fact.c
    held = {"WALK_FREE_RESPONSE_2023": 0, "WORLD_POLICY": 0}
    for source in connection.scalars(select(its.source)):
        if source in held:
            held[source] += 1
    meta = answer.json()["meta"]
    assert meta["withheld"] == held
    every = len(connection.execute(select(its.area)).all())
    assert meta["count"] == every - sum(held.values())
    assert client.get("/api/v1/legal-facts.csv?source=WORLD_POLICY").status_code == 403
