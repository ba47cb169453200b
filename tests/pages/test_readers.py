"""Every CSV of the interface, read from its address by what researchers use, with its types.

DuckDB would fetch an extension from outside to read addresses: it reads the file.
"""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import duckdb
import pandas
import polars
import pytest
import uvicorn
from starlette.applications import Starlette

from components.lists.resource import CSV, Resource
from components.lists.resources import resources
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.servers import free_port

EVERY = list(resources().values())
PANDAS = {"text": "str", "integer": "Int64", "number": "float64"}
POLARS = {"text": polars.String, "integer": polars.Int64, "number": polars.Float64}
DUCKDB = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE"}
ONE_SEX = "api/v1/observations.csv?indicator=SL_TLF_CHLDEC&area=NPL,CIV&sex=T&labels=1"


@pytest.fixture(scope="module")
def root(store_url: str) -> Iterator[str]:
    assert store_url
    port = free_port()
    app = Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def lines(address: str) -> tuple[bytes, list[list[str]]]:
    with urlopen(address) as answer:
        data: bytes = answer.read()
    return data, list(csv.reader(io.StringIO(data.decode(), newline="")))


@pytest.mark.parametrize("resource", EVERY, ids=lambda each: each.name)
def test_pandas_polars_and_duckdb_read_every_list(
    root: str, resource: Resource, tmp_path: Path
) -> None:
    address = f"{root}{resource.path(CSV)}?{resource.example}"
    data, [header, *rows] = lines(address)
    told = {each.name: each.kind for each in resource.columns}
    # A list of several tables has columns that only one of them bears.
    kinds = {name: told.get(name, "text") for name in header}
    assert rows
    figures = [name for name, kind in kinds.items() if kind != "text"]
    frame = pandas.read_csv(
        address,
        dtype={name: PANDAS[kind] for name, kind in kinds.items()},
        keep_default_na=False,
        na_values={name: [""] for name in figures},
    )
    typed = polars.read_csv(
        address,
        schema_overrides={name: POLARS[kind] for name, kind in kinds.items()},
        empty_string_is_null=False,
    )
    (tmp_path / "list.csv").write_bytes(data)
    with duckdb.connect() as connection:
        table = connection.read_csv(
            str(tmp_path / "list.csv"), header=True, quotechar='"', escapechar='"',
            dtype={name: DUCKDB[kind] for name, kind in kinds.items()},
        )  # fmt: skip
        assert list(map(str, table.types)) == [DUCKDB[kind] for kind in kinds.values()]
        assert len(table.fetchall()) == len(rows)
    assert len(frame) == len(typed) == len(rows)
    for at, (name, kind) in enumerate(kinds.items()):
        wanted = [row[at] for row in rows]
        if kind == "text":
            assert frame[name].tolist() == typed[name].to_list() == wanted
        else:
            held = [float(text) if text else None for text in wanted]
            read = [None if pandas.isna(one) else float(one) for one in frame[name]]
            assert read == typed[name].cast(polars.Float64).to_list() == held


def test_a_sex_of_one_letter_is_a_text_where_types_are_given(root: str, tmp_path: Path) -> None:
    """What the codebook warns of: left to guess, DuckDB may take a column of T for truth values."""
    data, [header, *rows] = lines(f"{root}/{ONE_SEX}")
    (tmp_path / "sex.csv").write_bytes(data)
    with duckdb.connect() as connection:
        table = connection.read_csv(str(tmp_path / "sex.csv"), dtype={"sex": "VARCHAR"})
        assert set(table.project("sex").fetchall()) == {("T",)}
    at = header.index("sex_label")
    assert {row[at] for row in rows} == {"Both sexes"}


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r_reads_figures_from_their_address(root: str) -> None:
    code = (
        f'd <- read.csv("{root}/{ONE_SEX}", colClasses = c(sex = "character"), encoding = "UTF-8");'
        " cat(nrow(d), class(d$sex), class(d$year), class(d$value))"
    )
    done = subprocess.run(
        ["Rscript", "--vanilla", "-e", code], capture_output=True, text=True, check=True
    )
    rows = lines(f"{root}/{ONE_SEX}")[1]
    assert done.stdout == f"{len(rows) - 1} character integer numeric"
