"""The CSV route on the real store: exactly the rows asked for, or a refusal that says why."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select, text
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.downloads import BESIDE, COLUMNS, number_text
from components.explore.filters import PARAMETERS
from data.database import URL_VARIABLE
from data.methods.selection import headlines
from data.queries import areas, country_groups, figures
from data.records import Described
from data.schema import observation, source
from data.store import connected
from pages.routes import ROUTES
from pages.service import MIDDLEWARE

PATH = "/api/v1/observations.csv"
PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture(scope="module")
def client(store_url: str) -> Iterator[TestClient]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


def read(client: TestClient, query: str) -> list[dict[str, str]]:
    answer = client.get(f"{PATH}?{query}", headers=PLAIN)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


def passed_on(connection: Connection) -> list[str]:
    allowed = source.c.redistribution.in_(("yes", "attribution"))
    return list(connection.execute(select(source.c.code).where(allowed)).scalars())


def test_the_columns_are_the_promised_ones(client: TestClient) -> None:
    first = client.get(f"{PATH}?area=NPL", headers=PLAIN).text.split("\r\n", 1)[0]
    assert first == (
        "indicator,area,area_name,year,sex,age,dimension,category,value,lower,upper,unit,status,"
        "nature,suppressed,note,survey,source,vintage,"
        "comparability,contradiction,asked_year,value_year,compared"
    )


@pytest.mark.parametrize("code", ["NPL", "MEX", "MDG", "FJI", "TUV"])
def test_a_country_equals_a_direct_query_row_by_row(
    client: TestClient, connection: Connection, code: str
) -> None:
    got = read(client, f"area={code}")
    columns = [c for c in COLUMNS if c not in {"area_name", *BESIDE}]
    direct = connection.execute(
        select(*(observation.c[c] for c in columns))
        .where(observation.c.area == code, observation.c.source.in_(passed_on(connection)))
        .order_by(*observation.primary_key.columns)
    )
    for mine, row in zip(got, direct, strict=True):
        wanted = {
            c: number_text(v) if c in {"value", "lower", "upper"} else str(v)
            for c, v in zip(columns, row, strict=True)
        }
        assert {c: mine[c].removeprefix("'") for c in columns} == wanted


def test_suppressed_zero_and_not_reported_stay_apart(client: TestClient) -> None:
    rows = read(client, "theme=trafficking,child_labour")
    for row in rows:
        assert (row["value"] == "") == (row["status"] in {"Q", "O", "M", "L"})
    assert any(row["value"] == "0" for row in rows)
    assert any(row["status"] == "Q" and row["suppressed"] and not row["value"] for row in rows)


def test_latest_keeps_the_last_year_with_a_figure_and_no_absence_hides_one(
    client: TestClient,
) -> None:
    key = ("indicator", "area", "sex", "age", "dimension", "category")
    asked = "area=NPL,MEX,BOL&theme=child_labour,trafficking,context&to=2022"
    every = read(client, asked)
    series: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in every:
        series.setdefault(tuple(row[c] for c in key), []).append(row)
    wanted = []
    for rows in series.values():
        observed = [row for row in rows if row["value"] and row["status"] != "F"]
        left = observed or rows
        last = max(int(row["year"]) for row in left)
        wanted += [row for row in left if int(row["year"]) == last]
    assert any(not row["value"] for row in every) and wanted
    got = read(client, f"{asked}&latest=1")
    assert sorted(map(str, got)) == sorted(map(str, wanted))


def test_a_headline_gives_one_line_an_area_by_the_rule_of_the_pages(
    client: TestClient, connection: Connection
) -> None:
    told: dict[str, Any] = {
        "about": Described(
            areas.areas(connection, "en"),
            figures.indicators(connection),
            figures.sources(connection),
        )
    }
    withheld = {s.code for s in told["about"].sources.values() if not s.downloadable}
    for code, measure in headlines().items():
        found = figures.latest(connection, measure, **told).observations
        wanted = [(r.area, str(r.year), r.indicator) for r in found if r.source not in withheld]
        if not wanted:
            assert client.get(f"{PATH}?headline={code}").status_code == 403
            continue
        got = read(client, f"headline={code}")
        assert [(row["area"], row["year"], row["indicator"]) for row in got] == wanted
    assert len(read(client, "headline=child_labour&area=NPL,IND&to=2015")) == 2
    assert client.get(f"{PATH}?headline=poverty").status_code == 400


def test_a_region_stands_for_its_countries(client: TestClient, connection: Connection) -> None:
    rows = read(client, "region=M49_034&indicator=SL_TLF_CHLDEA")
    southern_asia = set(country_groups.members(connection)["M49_034"])
    assert {row["area"] for row in rows} <= southern_asia
    assert "NPL" in {row["area"] for row in rows}
    both = read(client, "region=M49_034&area=MEX&indicator=SL_TLF_CHLDEA")
    assert {row["area"] for row in both} == {row["area"] for row in rows} | {"MEX"}


def test_a_theme_and_an_indicator_of_another_hold_nothing(client: TestClient) -> None:
    assert read(client, "theme=trafficking&indicator=SL_TLF_CHLDEA") == []


def test_an_age_with_a_plus_sign_needs_no_escape(client: TestClient) -> None:
    plain, escaped = (read(client, f"area=NPL&age={age}") for age in ("15+", "15%2B"))
    assert plain == escaped != []
    assert {row["age"] for row in plain} == {"15+"}


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("area=NPLX", ["area", "NPLX", "NPL, "]),
        ("indicator=NOPE", ["indicator", "NOPE", "SL_TLF_CHLDEA"]),
        ("region=NPL", ["region", "NPL", "M49_034"]),
        ("theme=x", ["theme", "child_labour, forced_labour"]),
        ("sex=X", ["sex", "X", "T, F, M"]),
        ("age=99-98", ["age", "99-98", "5-17"]),
        ("source=ME", ["source", "ME"]),
        ("from=abc", ["from", "abc", "1900-2100"]),
        ("from=2020&to=2010", ["to", "2010", "2020-2100"]),
        ("latest=yes", ["latest", "yes", "0, 1"]),
        ("colour=red", ["colour", "indicator"]),
    ],
)
def test_an_unknown_value_is_named_with_the_allowed_ones(
    client: TestClient, query: str, named: list[str]
) -> None:
    answer = client.get(f"{PATH}?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")
    for part in named:
        assert part in answer.text


def withheld_source(connection: Connection) -> str:
    held = (
        select(observation.c.source)
        .join(source, source.c.code == observation.c.source)
        .where(source.c.redistribution.in_(("unclear", "no")))
        .limit(1)
    )
    code = connection.execute(held).scalar()
    assert code, "no source of unclear terms holds any figure"
    return str(code)


def test_what_is_not_ours_to_pass_on_is_refused_with_its_publisher(
    client: TestClient, connection: Connection
) -> None:
    code = withheld_source(connection)
    row = connection.execute(select(source).where(source.c.code == code)).one()
    answer = client.get(f"{PATH}?source={code}")
    assert answer.status_code == 403
    for part in (code, row.publisher, row.address):
        assert part in answer.text


def test_no_withheld_row_leaves(client: TestClient, connection: Connection) -> None:
    assert {r["source"] for r in read(client, "latest=1")} <= set(passed_on(connection))


HOSTILE = st.text(st.sampled_from("'\";-= ,%_\\()<>\0\nA1NPL"), max_size=12)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(st.sampled_from([*PARAMETERS, "x"]) | HOSTILE, HOSTILE, max_size=3))
def test_hostile_parameters_are_refused_or_harmless(
    client: TestClient, params: dict[str, str]
) -> None:
    asked = params | {"area": params.get("area", "TUV"), "indicator": "SL_TLF_CHLDEA"}
    answer = client.get(PATH, params=asked, headers=PLAIN)
    assert answer.status_code in {200, 400, 403}
    assert "Traceback" not in answer.text


def test_the_store_cannot_be_written_through_the_route(client: TestClient) -> None:
    client.get(f"{PATH}?area=TUV")
    with (
        connected() as connection,
        pytest.raises(Exception, match="readonly|read"),
    ):
        connection.execute(text("DELETE FROM build"))


def test_compressed_and_plain_hold_the_same(client: TestClient) -> None:
    plain = client.get(f"{PATH}?area=NPL", headers=PLAIN)
    assert "content-encoding" not in plain.headers
    with client.stream("GET", f"{PATH}?area=NPL", headers={"Accept-Encoding": "gzip"}) as packed:
        assert packed.headers["content-encoding"] == "gzip"
        raw = b"".join(packed.iter_raw())
    assert gzip.decompress(raw) == plain.content


def test_the_answer_comes_in_pieces(client: TestClient) -> None:
    whole = client.get(f"{PATH}?theme=context&sex=F", headers=PLAIN).content
    with client.stream("GET", f"{PATH}?theme=context&sex=F", headers=PLAIN) as answer:
        sizes = [len(piece) for piece in answer.iter_raw()]
    assert len(sizes) > 5
    assert max(sizes) < 1_000_000
    assert sum(sizes) == len(whole)


def test_a_second_visit_need_not_fetch_again(client: TestClient) -> None:
    first = client.get(f"{PATH}?area=TUV")
    again = client.get(f"{PATH}?area=TUV", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    other = client.get(f"{PATH}?area=FJI")
    assert other.headers["etag"] != first.headers["etag"]


def test_the_file_has_a_telling_name(client: TestClient) -> None:
    header = client.get(f"{PATH}?area=TUV&latest=1").headers["content-disposition"]
    assert header.startswith('attachment; filename="target87-TUV-latest-')
    assert header.endswith('.csv"')


def test_without_a_store_the_remedy_is_said(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, "sqlite:////nowhere/at/all.sqlite")
    answer = client.get(PATH)
    assert answer.status_code == 503
    assert "python -m loaders build" in answer.text
