"""Whatever stands in an address: exactly the rows that pandas finds in the whole file, or a 400."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import insert
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.downloads import texts_of_rows
from components.explore.filters import LISTS, PARAMETERS, SPOKEN_LATEST, Refused, filters_of
from data import facets, schema, store
from data.database import URL_VARIABLE, sqlite_path, write_engine, write_transaction
from data.methods.country_sets import country_sets
from data.methods.selection import absence, headlines, representative
from data.queries import export
from data.records import SEXES, THEMES, Observation
from loaders.publish.coverage import refresh_coverage
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.factories import INDICATOR, VICTIMS
from tests.loaders.small_store import AREAS, SOURCES, make_store

TRIALS: Final = {"sqlite": 1_000, "postgresql": 150}
BY_ROUTE: Final = 20
"""Every so many trials the route is asked too."""

SERIES: Final = ["indicator", "area", "sex", "age", "dimension", "category"]
KEY: Final = [
    "indicator",
    "area",
    "dimension",
    "category",
    "sex",
    "age",
    "year",
    "source",
    "survey",
]
LIFTED: Final[dict[str, dict[str, Any]]] = {
    "year": {"from": None, "to": None, "year": None},
    "area": {"area": [], "region": []},
    "indicator": {"indicator": [], "theme": []},
}
"""What a facet lifts where it is more than the parameter of its name."""

HOSTILE: Final = (
    "'", "\"; DROP TABLE observation;--", "%", "_", "\x00", "NPL\x00", "' OR 1=1 --", "é", "𝔑PL",
    "=1+1", "../../etc", "NPL;GHA", "<b>", "٢٠٢٠", "-1", "1e3", "99999999999999999999", "NaN", "Ω",
    "npl'", "T,F,x", "{}", "_t", "null", "İ", "ſ",
)  # fmt: skip


def figures(chance: random.Random) -> list[dict[str, Any]]:
    """Figures, absences and projections of two indicators by two publishers."""
    made: dict[tuple[Any, ...], dict[str, Any]] = {}
    for _ in range(1_100):
        children = chance.random() < 0.6
        form = chance.choice(("FORCED_LABOUR", "SEXUAL_EXPLOITATION", "_T"))
        absent = chance.random() < 0.3
        status = chance.choice("QOML") if absent else chance.choice("AAAAFE")
        row = {
            "indicator": INDICATOR.code if children else VICTIMS.code,
            "area": chance.choice(AREAS),
            "year": chance.randint(2008, 2016),
            "sex": chance.choice(SEXES),
            "age": chance.choice(("5-17", "5-14", "15+") if children else ("_T", "0-17")),
            "dimension": "_T" if children or form == "_T" else "form",
            "category": "_T" if children else form,
            "value": None if absent else chance.choice((0.0, 3.0, 7.25, 1234.5)),
            "lower": None,
            "upper": None,
            "unit": "PERCENT" if children else "PERSONS",
            "status": status,
            "nature": "C",
            "suppressed": "<5" if status == "Q" else "",
            "note": chance.choice(("", 'a "note", quoted', "=formula")),
            "survey": chance.choice(("", "MICS 2014")),
            "source": chance.choice(SOURCES),
            "vintage": chance.choice(("2025", "2026-05")),
            "release": 1,
        }
        made[tuple(row[name] for name in KEY)] = row
    return list(made.values())


@pytest.fixture(scope="module")
def url(module_url: str) -> Iterator[str]:
    """A small store with figures by chance, as the store of pages and routes."""
    engine = write_engine(make_store(module_url))
    moment = "2026-11-01T00:00:00.000000+00:00"
    with write_transaction(engine) as connection:
        connection.execute(
            insert(schema.release).values(id=1, published=moment, kind="file", label="a")
        )
        slices = [
            {"release": 1, "source": "UNSD", "indicator": each.code, "added": 1}
            | {"revised": 0, "withdrawn": 0}
            for each in (INDICATOR, VICTIMS)
        ]
        connection.execute(insert(schema.release_slice), slices)
        connection.execute(insert(schema.observation), figures(random.Random(87)))
        refresh_coverage(connection, 1)
    engine.dispose()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, module_url)
        yield module_url


@pytest.fixture(scope="module")
def client(url: str) -> Iterator[TestClient]:
    assert url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        yield opened


class Reference:
    """The same rules said once more, over the whole file in a data frame."""

    def __init__(self, text: str) -> None:
        self.rows = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
        self.rows["year"] = self.rows["year"].astype(int)
        self.records = [an_observation(cells) for cells in self.rows.to_dict("records")]
        marks = self.rows["value"].ne("") & self.rows["status"].ne("F")
        self.rows["seen"] = self.rows["year"].where(marks)
        fields = self.rows[list(Observation._fields)].to_numpy()
        self.texts = [tuple(map(str, row)) for row in fields]
        # Asked for a thousand times: whether a row has a code, and what it is a row of.
        self.has = {
            (name, code): (self.rows[name] == code).to_numpy()
            for name in ("indicator", "sex", "age", "dimension", "category", "source", "area")
            for code in self.rows[name].unique()
        }
        self.years = self.rows["year"].to_numpy()
        sets = {code: set(each.members) & set(AREAS) for code, each in country_sets().items()}
        self.sets = {code: inside for code, inside in sets.items() if inside}
        self.allowed = {
            "theme": THEMES,
            "area": AREAS,
            "region": tuple(self.sets),
            **{name: tuple(self.rows[name].unique()) for name in ("age", "dimension", "category")},
            "indicator": (INDICATOR.code, VICTIMS.code),
            "sex": SEXES,
            "source": SOURCES,
        }

    def read(self, name: str, texts: list[str]) -> list[str] | None:
        """The codes of a list; None where one is unknown."""
        by_case = {code.casefold(): code for code in self.allowed[name]}
        parts = [part for text in texts for part in text.split(",")]
        if name == "age":
            parts = [part.lstrip().replace(" ", "+") for part in parts]
        parts = [part.strip() for part in parts if part.strip()]
        if any(part.casefold() not in by_case for part in parts):
            return None
        return [by_case[part.casefold()] for part in parts]

    def asked(self, pairs: list[tuple[str, str]]) -> dict[str, Any] | None:
        """What the parameters say; None where they must be refused."""
        if any(name not in PARAMETERS for name, _ in pairs):
            return None
        said: dict[str, Any] = {}
        for name in LISTS:
            codes = self.read(name, [text for given, text in pairs if given == name])
            if codes is None:
                return None
            said[name] = codes
        last = {name: text for name, text in pairs if name not in LISTS}
        for name in ("from", "to", "year"):
            text = last.get(name, "")
            digits = text.isascii() and text.isdigit() and len(text) < 9
            if text and not (digits and 1900 <= int(text) <= 2100):
                return None
            said[name] = int(text) if text else None
        words = {"latest": tuple(SPOKEN_LATEST), "headline": tuple(headlines()), "unlike": "01"}
        for name, allowed in words.items():
            text = last.get(name, "").casefold()
            if text and text not in allowed:
                return None
            said[name] = text
        if said["from"] and said["to"] and said["to"] < said["from"]:
            return None
        return said

    def in_order(self, rows: pd.DataFrame) -> list[tuple[str, ...]]:
        return sorted(self.texts[place] for place in rows.index)

    def among(self, name: str, codes: Iterable[str]) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Which rows have one of the codes."""
        nowhere = np.zeros(len(self.rows), dtype=np.bool_)
        return np.logical_or.reduce([nowhere, *(self.has.get((name, c), nowhere) for c in codes)])

    def restricted(self, said: dict[str, Any]) -> pd.DataFrame:
        """The rows before any of them is taken for the latest."""
        keep = np.ones(len(self.rows), dtype=np.bool_)
        for name in ("indicator", "sex", "age", "dimension", "category", "source"):
            if said[name]:
                keep &= self.among(name, said[name])
        if said["theme"]:
            of_theme = {INDICATOR.code: INDICATOR.theme, VICTIMS.code: VICTIMS.theme}
            codes = [code for code, theme in of_theme.items() if theme in said["theme"]]
            keep &= self.among("indicator", codes)
        if said["area"] or said["region"]:
            inside = set(said["area"]).union(*(self.sets[code] for code in said["region"]))
            keep &= self.among("area", inside)
        if said["from"]:
            keep &= self.years >= said["from"]
        for end in ("to", "year"):
            if said[end]:
                keep &= self.years <= said[end]
        return self.rows[keep]

    def found(self, said: dict[str, Any]) -> pd.DataFrame:
        """The rows that the file must hold."""
        rows = self.restricted(said)
        if said["headline"]:
            return self.spoken(rows, said)
        latest = SPOKEN_LATEST[said["latest"]] or ("value" if said["year"] else "")
        if not latest or rows.empty:
            return rows
        groups = rows.groupby(["indicator", "area"] if latest == "area" else SERIES)
        last, seen = groups["year"].transform("max"), groups["seen"].transform("max")
        if latest == "series":
            return rows[rows["year"] == last]
        unseen = seen.isna() & (rows["year"] == last)
        chosen = rows["seen"] == seen if latest == "value" else rows["year"] == seen
        return rows[unseen | chosen]

    def spoken(self, rows: pd.DataFrame, said: dict[str, Any]) -> pd.DataFrame:
        """By area, and by each part that is asked for, the row that the one rule chooses."""
        measure = headlines()[said["headline"]]
        rows = rows[rows["indicator"].isin(measure.indicators)]
        apart = [name for name in ("sex", "age") if said[name]]
        if said["dimension"] or said["category"]:
            apart += ["dimension", "category"]
        places = []
        for codes, group in rows.groupby(["area", *apart]):
            own = dict(zip(apart, codes[1:], strict=True))
            changed: Any = type(measure)(
                **{name: own.get(name, getattr(measure, name)) for name in measure.__slots__}
            )
            several = {self.records[at]: at for at in group.index}
            spoken = representative(changed, several)
            row = spoken.row if spoken else absence(changed, several)
            if row is not None:
                places.append(several[row])
        return rows.loc[places]


def an_observation(cells: dict[str, Any]) -> Observation:
    """A row of the file as a record; intervals say nothing about who speaks."""
    value = float(cells["value"]) if cells["value"] else None
    own = {name: cells[name] for name in Observation._fields}
    return Observation(**own | {"value": value, "lower": None, "upper": None})


def an_address(chance: random.Random, known: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Parameters by chance: most of them valid, in any case and form, some hostile."""
    pairs = []
    for name in chance.sample([*known, "from", "to", "year", "latest", "headline", "unlike"], 3):
        if chance.random() < 0.07:
            text = chance.choice(HOSTILE)
        elif name in known:
            codes = chance.choices(known[name], k=chance.randint(1, 4))
            text = ",".join(chance.choice((c, c, c.lower(), c.upper())) for c in codes)
            if chance.random() < 0.1:
                pairs.append((name, chance.choice(known[name])))
        elif name == "latest":
            text = chance.choice(("series", "value", "area", "1", "0", "Area"))
        elif name == "headline":
            text = chance.choice(("child_labour_chores", "trafficking_victims", "child_labour"))
        elif name == "unlike":
            text = chance.choice(("0", "1"))
        else:
            text = str(chance.randint(2006, 2018))
        pairs.append((name, text))
    if chance.random() < 0.05:
        pairs.append((chance.choice(HOSTILE), chance.choice(HOSTILE)))
    chance.shuffle(pairs)
    return pairs


def test_every_address_gives_the_rows_that_pandas_finds_or_is_refused(
    url: str, client: TestClient
) -> None:
    plain = {"Accept-Encoding": "identity"}
    reference = Reference(client.get("/api/v1/observations.csv", headers=plain).text)
    assert len(reference.rows) > 900
    engine = "postgresql" if sqlite_path(url) is None else "sqlite"
    chance, refused, empty, held = random.Random(8_7), 0, 0, 0
    known = store.known(None, "en")
    for trial in range(TRIALS[engine]):
        pairs = an_address(chance, reference.allowed)
        said = reference.asked(pairs)
        wanted = [] if said is None else reference.in_order(reference.found(said))
        try:
            asked = filters_of(pairs, known).selection(known)
        except Refused:
            assert said is None, pairs
            refused += 1
        else:
            assert said is not None, pairs
            with store.connected() as connection:
                rows = [row for part in export.rows(connection, asked) for row in part]
                total = sum(export.rows_by_source(connection, asked).values())
            texts = [(*t[:2], *t[3:]) for t in texts_of_rows(rows, {})]
            got = [t[: len(Observation._fields)] for t in texts]
            assert sorted(got) == wanted, pairs
            assert total == len(wanted), pairs
            empty, held = empty + (not wanted), held + bool(wanted)
        if trial % BY_ROUTE == 0:
            answer = client.get("/api/v1/observations.csv", params=pairs, headers=plain)
            assert answer.status_code == (400 if said is None else 200), pairs
            if said is not None:
                lines = list(csv.DictReader(io.StringIO(answer.text, newline="")))
                told = sorted(tuple(row[name] for name in Observation._fields) for row in lines)
                assert told == wanted, pairs
    assert min(refused, empty, held) > TRIALS[engine] / 20


def test_counts_beside_values_are_those_of_the_file_with_that_value_alone(
    url: str, client: TestClient
) -> None:
    assert url
    reference = Reference(client.get("/api/v1/observations.csv").text)
    chance, known = random.Random(12), store.known(None, "en")
    for _ in range(60):
        pairs = an_address(chance, reference.allowed)
        said = reference.asked(pairs)
        if said is None:
            continue
        asked = filters_of(pairs, known).selection(known)
        for facet in facets.FACETS:
            if said["headline"] and facet != "source":
                continue
            lifted = LIFTED.get(facet, {facet: []})
            # The year asked for means the latest value, which stays asked for.
            meant = {"latest": asked.latest} if facet == "year" else {}
            rows = reference.found(said | lifted | meant)
            wanted = {str(code): int(n) for code, n in rows[facet].value_counts().items()}
            assert facets.counts(None, asked, facet) == wanted, (pairs, facet)


@pytest.mark.parametrize("latest", ["series", "value", "area"])
def test_an_absence_hides_a_figure_only_where_it_is_asked_to(
    url: str, client: TestClient, latest: str
) -> None:
    assert url
    rows = Reference(client.get("/api/v1/observations.csv").text).rows
    asked = f"/api/v1/observations.csv?latest={latest}"
    got = pd.read_csv(io.StringIO(client.get(asked).text), dtype=str, keep_default_na=False)
    of = ["indicator", "area"] if latest == "area" else SERIES
    with_figure = {tuple(key) for key in rows[rows["seen"].notna()][of].to_numpy()}
    shown = got[got["value"].ne("") & got["status"].ne("F")]
    hidden = with_figure - {tuple(key) for key in shown[of].to_numpy()}
    assert (hidden != set()) is (latest == "series")
