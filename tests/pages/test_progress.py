"""The page of progress and outlook and its file, on the real store."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.progress.file import AMOUNTS, COLUMNS, progress_csv
from components.progress.page import Links, progress_html
from components.progress.words import paces
from components.wording import LANGUAGES, wording
from data import store
from data.methods.progress.assessment import CLASSES
from data.methods.progress.judged import GATE
from data.progress_facts import progress
from pages.routes import ROUTES
from pages.service import MIDDLEWARE
from tests.conftest import OpenPage
from tests.pages.test_pathfinders import html_of

FILE = "/api/v1/progress.csv"
LINKS = Links("?iso3=", "country?iso3=", "file.csv", "#progress-method")


@pytest.fixture(scope="module")
def rows(store_url: str) -> Iterator[list[dict[str, str]]]:
    assert store_url
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        whole = opened.get(FILE)
        assert whole.status_code == 200 and whole.headers["etag"]
        part = list(csv.DictReader(io.StringIO(opened.get(f"{FILE}?area=MEX").text)))
        every = list(csv.DictReader(io.StringIO(whole.text)))
        assert part == [row for row in every if row["area"] == "MEX"] != []
        assert opened.get(f"{FILE}?area=XXX").status_code == 400
        assert opened.get(f"{FILE}?as_of=nonsense").status_code == 400
        yield every


def test_every_country_has_both_measures_with_a_class_or_a_reason(
    rows: list[dict[str, str]],
) -> None:
    assert tuple(rows[0]) == COLUMNS
    for series in ("child_labour", "child_labour_chores"):
        assert len({row["area"] for row in rows if row["series"] == series}) == 250
    assert {row["class"] for row in rows} <= set(CLASSES)
    assert [r for r in rows if (r["class"] == "not_assessed") != bool(r["reason"])] == []
    assert [r for r in rows if r["indicator"].startswith("TIP")] == []
    mexico = next(r for r in rows if (r["area"], r["series"]) == ("MEX", "child_labour"))
    assert {name: mexico[name] for name in ("base_year", "base", "last_year", "last")} == {
        "base_year": "2019", "base": "5.001", "last_year": "2022", "last": "4.3",
    }  # fmt: skip
    assert mexico["class"] == "fair"
    assert float(mexico["share_of_way"]) == pytest.approx(0.42521, abs=1e-5)
    assert float(mexico["expected"]) == pytest.approx(2.8745, abs=1e-4)
    world = next(r for r in rows if r["series"] == "GE_CHILD_LABOUR_NUMBER")
    assert (world["base"], world["last"], world["class"]) == ("159986191", "137562330", "fair")
    assert float(world["times"]) == pytest.approx(4.09, abs=0.005)


@pytest.mark.usefixtures("store_url")
def test_figures_that_terms_hold_back_are_blank_and_counted() -> None:
    withheld = store.known(None, "en").withheld
    with TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE))) as opened:
        answer = opened.get(FILE)
        told = dict(part.split("=") for part in answer.headers["Target87-Withheld"].split(", "))
        assert opened.get(FILE.replace(".csv", ".json")).json()["meta"]["withheld"] == {
            code: int(count) for code, count in told.items()
        }
        assert "Target87-Withheld" not in opened.get(f"{FILE}?area=TUV").headers
    found = progress(None, date.today().year)
    of_countries = (one for area in sorted(found.countries) for one in found.countries[area])
    every = [*found.world, *of_countries]
    full = csv.DictReader(io.StringIO(progress_csv(every, store.reference("en"))))
    given = csv.DictReader(io.StringIO(answer.text))
    counted: Counter[str] = Counter()
    for whole, part in zip(full, given, strict=True):
        held = set(filter(None, part.pop("withheld").split(";")))
        assert whole.pop("withheld") == "" and held <= withheld
        counted.update(held)
        assert (whole["source"] in withheld) <= bool(held)
        blank = {name for name in whole if whole[name] != part[name]}
        assert blank == ({name for name in AMOUNTS if whole[name]} if held else set())
        assert not held or not any(part[name] for name in AMOUNTS)
    assert counted == {code: int(count) for code, count in told.items()}
    assert {"BRA_IBGE", "MEX_INEGI"} <= set(counted)


@pytest.mark.usefixtures("store_url")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_is_shown_with_its_sums(language: str) -> None:
    """All 250 at once: each has its heading, and no code stands where words should."""
    words, about, year = wording(language), store.reference(language), date.today().year
    found = progress(None, year)
    html = progress_html(found, about, words, LINKS, this_year=year, chosen=sorted(found.countries))
    assert html.count('<h2 id="progress-of-') == 250
    assert html.count("<caption>") == html.count("<table")
    assert "None" not in html and "not_assessed" not in html
    assert "progress.reason" not in html and "change.reason" not in html
    for code in (*CLASSES, "limited", "deterioration", "improving"):
        assert words.t(f"progress.class.{code}")
    for code in GATE:
        assert words.t(f"progress.reason.{code}")


def test_a_country_shows_formula_and_other_views(app: OpenPage) -> None:
    html = html_of(app("progress", iso3="MEX"))
    assert "Down from 5.0" in html and "Fair progress, acceleration needed" in html
    assert "(4.3 ÷ 5.001)^(1 ÷ 3) − 1 = −0.0491" in html
    assert "4.3 × (1 − 0.0491)^8 = 2.87" in html
    assert "Statistics Canada and Open SDG" in html and "with 0.001 in place of zero" in html
    assert "0.54 percentage points less" in html


@pytest.mark.usefixtures("store_url")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pace_says_less_or_more_and_never_a_sign(language: str) -> None:
    words, about = wording(language), store.reference(language)
    found = progress(None, date.today().year)
    ways = set()
    for one in (*found.world, *(one for several in found.countries.values() for one in several)):
        said = paces(one.judged, about.indicators[one.indicator], words)
        assert not {"−", "-"} & set("".join(said.get(key, "") for key in ("seen", "rate"))), said
        rate = one.judged.compound
        if "rate" in said and rate is not None and rate.observed is not None:
            rose = rate.observed < -0.0005
            ways.add(rose)
            key = "progress.rate_rose" if rose else "progress.rate_fell"
            beginning = words.texts[key].split("}")[1].split("{")[0]
            assert beginning in said["rate"], (one.area, one.code)
    assert ways == {True, False}


def test_a_figure_that_is_not_judged_is_rounded_with_its_digits_on_hover(app: OpenPage) -> None:
    html = html_of(app("progress", iso3="MEX"))
    newest = re.findall(r'<p title="([^"]*)">Newest figure: ([^<]*)</p>', html)
    assert ("5.994% (2019)", "6.0% (2019)") in [
        tuple(text.replace("\u202f", "").replace("\xa0", "") for text in pair) for pair in newest
    ]
