"""Surveys behind the figures, and the runs of national figures, as the store holds them."""

from __future__ import annotations

from collections import Counter
from typing import Final

import pytest
from sqlalchemy import Connection, select

from components.figure_notes import CODES, figure_note
from components.wording import LANGUAGES, wording
from data.queries import areas, figures, surveys
from data.records import NationalSeries, Observation, SurveyName
from data.schema import observation
from loaders.facts import catalogue
from tests.factories import quoted

PREFIX: Final = "NATIONAL_"
ECONOMIC, CHORES, UNICEF = "SL_TLF_CHLDEA", "SL_TLF_CHLDEC", "UNICEF_CL_ECON"

PAIRS: Final = (
    ("AGO", "DHS", (ECONOMIC, 2016, 9.666), (UNICEF, 2024, 8.5)),
    ("BEN", "MICS", (ECONOMIC, 2014, 34.94), (UNICEF, 2022, 16.0)),
    ("BGD", "MICS", (ECONOMIC, 2019, 5.9), (UNICEF, 2025, 7.0)),
    ("COD", "DHS", (ECONOMIC, 2013, 20.63), (UNICEF, 2024, 7.5)),
    ("DOM", "MICS", (ECONOMIC, 2014, 5.6), (ECONOMIC, 2019, 3.068)),
    ("ECU", "ENEMDU", (ECONOMIC, 2019, 5.1), (UNICEF, 2024, 5.0)),
    ("GNB", "MICS", (CHORES, 2014, 36.203), (CHORES, 2019, 17.2)),
    ("GUY", "MICS", (ECONOMIC, 2014, 9.64), (ECONOMIC, 2020, 4.9)),
    ("KGZ", "MICS", (CHORES, 2014, 16.15), (CHORES, 2018, 22.3)),
    ("LAO", "MICS", (ECONOMIC, 2017, 26.3), (UNICEF, 2023, 21.8)),
    ("MEX", "ENTI", (ECONOMIC, 2019, 5.001), (UNICEF, 2022, 4.3)),
    ("MNG", "MICS", (ECONOMIC, 2013, 9.375), (UNICEF, 2023, 6.0)),
    ("PAK", "LFS", (ECONOMIC, 2011, 11.3), (ECONOMIC, 2018, 9.0)),
    ("PAN", "ETI", (ECONOMIC, 2014, 2.4), (ECONOMIC, 2016, 2.207)),
    ("RWA", "EICV", (ECONOMIC, 2013, 4.0), (ECONOMIC, 2017, 3.5)),
    ("SLV", "EHPM", (ECONOMIC, 2020, 3.564), (UNICEF, 2023, 2.9)),
    ("SRB", "MICS", (CHORES, 2014, 6.95), (CHORES, 2019, 9.5)),
    ("TZA", "LFS", (ECONOMIC, 2014, 22.8), (ECONOMIC, 2021, 15.0)),
    ("UGA", "LFS", (CHORES, 2012, 20.6), (CHORES, 2017, 18.1)),
    ("VNM", "MICS", (ECONOMIC, 2014, 12.1), (ECONOMIC, 2021, 5.693)),
)
"""Country, programme, and two figures of it; read by hand in the publishers' tables."""


@pytest.fixture
def named(connection: Connection) -> list[SurveyName]:
    """Every survey name of the store."""
    return surveys.all_survey_names(connection)


@pytest.fixture
def runs(connection: Connection) -> dict[str, NationalSeries]:
    """Every run of national figures, by code."""
    return {run.code: run for run in surveys.all_national_runs(connection)}


@pytest.fixture
def national(connection: Connection) -> list[Observation]:
    """Every national figure."""
    columns = [observation.c[name] for name in Observation._fields]
    question = select(*columns).where(observation.c.indicator.startswith(PREFIX, autoescape=True))
    return [Observation._make(row) for row in connection.execute(question)]


def test_233_country_years_of_111_countries_have_their_survey_or_say_why_not(
    named: list[SurveyName],
) -> None:
    assert Counter(one.evidence for one in named) == {
        "stated_value_match": 94,
        "stated_other_table": 47,
        "catalogue_match": 59,
        "ambiguous": 33,
    }
    assert len({one.area for one in named}) == 111
    assert [one for one in named if (one.survey == "") != (one.evidence == "ambiguous")] == []
    assert [one for one in named if one.survey and not one.programme] == []
    assert [one for one in named if one.survey and not one.page.startswith("https://")] == []


def test_every_named_figure_is_in_the_store(
    connection: Connection, named: list[SurveyName]
) -> None:
    held = {
        tuple(row)
        for row in connection.execute(
            select(observation.c.area, observation.c.year, observation.c.source).where(
                observation.c.indicator.in_([ECONOMIC, CHORES, UNICEF]), observation.c.sex == "T"
            )
        )
    }
    assert [one for one in named if (one.area, one.year, one.source) not in held] == []


def test_names_stand_beside_the_published_ones_and_never_in_them(connection: Connection) -> None:
    question = select(observation.c.survey).where(
        observation.c.indicator == UNICEF, observation.c.survey != ""
    )
    assert connection.execute(question).all() == []


@pytest.mark.parametrize("pair", PAIRS, ids=[pair[0] for pair in PAIRS])
def test_two_figures_of_one_programme_are_known_as_such(
    connection: Connection,
    named: list[SurveyName],
    pair: tuple[str, str, tuple[str, int, float], tuple[str, int, float]],
) -> None:
    area, programme, *points = pair
    known = {(one.year, one.source): one for one in named if one.area == area}
    for indicator, year, value in points:
        table = observation.c
        question = select(table.value, table.source, table.age).where(
            table.indicator == indicator, table.area == area, table.year == year, table.sex == "T"
        )
        found = [row for row in connection.execute(question) if row.value == value]
        assert len(found) == 1
        assert known[year, found[0].source].programme == programme


def test_what_the_catalogue_cannot_name_keeps_its_candidates(named: list[SurveyName]) -> None:
    known = {one.year: one for one in named if one.area == "MEX"}
    assert known[2015].survey == ""
    assert known[2015].candidates == "MTI-ENOE 2015; MICS5 (ENIM) 2015"
    assert (known[2019].survey, known[2019].evidence) == ("ENTI 2019", "stated_value_match")


def test_pnad_and_pnad_continua_are_two_programmes(named: list[SurveyName]) -> None:
    known = {one.year: one.programme for one in named if one.area == "BRA"}
    assert known == {2015: "PNAD", 2022: "PNADC"}


def test_374_figures_of_47_countries_stand_in_their_runs(
    runs: dict[str, NationalSeries], national: list[Observation]
) -> None:
    assert len(national) == 374
    assert len({row.area for row in national}) == 47
    assert {row.category for row in national} == set(runs)
    assert Counter(row.indicator.removeprefix(PREFIX) for row in national) == {
        "CHILD_LABOUR_RATE": 122,
        "CHILD_LABOUR_NUMBER": 52,
        "WORKING_CHILDREN_RATE": 114,
        "WORKING_CHILDREN_NUMBER": 47,
        "HAZARDOUS_WORK_RATE": 25,
        "HAZARDOUS_WORK_NUMBER": 14,
    }
    for row in national:
        run = runs[row.category]
        assert (row.indicator, row.area, row.age, row.source, row.dimension) == (
            run.indicator,
            run.area,
            run.age,
            run.source,
            "national_run",
        )


def test_runs_are_graded_strong_medium_and_weak(runs: dict[str, NationalSeries]) -> None:
    assert Counter(run.grade for run in runs.values()) == {
        "strong": 38,
        "medium": 18,
        "weak": 6,
        "": 97,
    }
    weak = {code for code, run in runs.items() if run.grade == "weak"}
    assert weak == {
        "BRA-PNAD-EMP-N",
        "COL-GEIH-EXT-B",
        "DOM-ENFT",
        "ECU-INEC-2007-2011",
        "MEX-BROAD-N",
        "SLV-EHPM-CL-N",
    }


def test_only_comparable_years_of_a_run_are_comparable(
    runs: dict[str, NationalSeries], national: list[Observation]
) -> None:
    years: dict[str, set[int]] = {}
    for row in national:
        if row.sex == "T":
            years.setdefault(row.category, set()).add(row.year)
    for code, run in runs.items():
        assert bool(run.comparable) == bool(run.grade), code
        assert len(run.comparable) != 1, code
        assert set(run.comparable) <= years[code], code
    assert runs["BRA-PNADC-CL-N"].comparable == (2016, 2024)
    assert runs["BRA-PNADC-CL"].comparable == (2016, 2017, 2018, 2019, 2022, 2023, 2024)
    assert runs["COL-GEIH-2012-FIRST"].comparable == ()


def test_what_the_readme_of_a_country_keeps_apart_is_apart(
    runs: dict[str, NationalSeries],
) -> None:
    apart = {
        "MAR": ("MAR-ENE-7-14", "MAR-ENE-7-17"),
        "BRA": ("BRA-PNAD-EMP", "BRA-PNADC-CL"),
        "COL": ("COL-GEIH-A", "COL-GEIH-B", "COL-GEIH-2012-FIRST"),
        "KGZ": ("KGZ-MICS-CL", "KGZ-MICS-CL-2023"),
        "TZA": ("TZA-ILFS-MAIN-CL", "TZA-ILFS-ZANZ-CL"),
        "UGA": ("UGA-LFS-2017-CL", "UGA-LFS-2021-CL"),
        "KEN": ("KEN-CENSUS-2009", "KEN-CENSUS-2019"),
    }
    for area, codes in apart.items():
        assert {runs[code].area for code in codes} == {area}
    assert {runs[c].scope for c in runs if c.startswith("TZA-ILFS")} == {"mainland", "zanzibar"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_run_has_its_words(runs: dict[str, NationalSeries], language: str) -> None:
    words = wording(language)
    labels = {
        code: (run.area, run.indicator, words.t(f"category.national_run.{code}"))
        for code, run in runs.items()
    }
    twice = [what for what, times in Counter(labels.values()).items() if times > 1]
    assert twice == []
    defined = {words.t(f"national_definition.{run.definition}") for run in runs.values()}
    assert len(defined) == len({run.definition for run in runs.values()})


def test_no_national_indicator_is_mapped_or_ranked(connection: Connection) -> None:
    described = figures.indicators(connection)
    unmapped = {code for code, about in described.items() if not about.mapped}
    assert unmapped == {code for code in described if code.startswith(PREFIX)}
    assert len(unmapped) == 6
    assert {code for code, about in catalogue.indicators().items() if not about.mapped} == unmapped


def test_every_national_figure_names_its_page(national: list[Observation]) -> None:
    for row in national:
        where = quoted(row.note)
        assert where is not None, row
        assert where.page.startswith(("https://", "http://")), row
    by = Counter(bool(q.who) for row in national if (q := quoted(row.note)))
    assert by == {True: 287, False: 87}


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_of_figures_are_worded(national: list[Observation], language: str) -> None:
    words = wording(language)
    for row in national:
        said = figure_note(row.note, words)
        assert "quoted_by" not in said, said
        assert "read_at" not in said, said
        assert "<" not in said, said
    assert {code for code in CODES if f"figure_note.{code}" not in words.texts} == set()


def test_a_note_says_who_quotes_the_office() -> None:
    note = "quoted_by=Agência Brasil <https://example.org/a>; rounded"
    assert figure_note(note, wording("en")) == "quoted by Agência Brasil; rounded in print"
    assert figure_note(note, wording("fr")) == "cité par Agência Brasil; arrondi dans le texte"
    assert quoted(note) == ("Agência Brasil", "https://example.org/a")
    own = "read_at <https://www.ibge.gov.br/x>"
    assert figure_note(own, wording("en")) == "read on www.ibge.gov.br"
    assert quoted(own) == ("", "https://www.ibge.gov.br/x")
    theirs = "Fieldwork 2019-2020; In the source the total lies outside"
    assert figure_note(theirs, wording("fr")) == theirs
    assert quoted(theirs) is None


def test_queries_of_one_country_are_those_of_all(
    connection: Connection, runs: dict[str, NationalSeries]
) -> None:
    codes = [area.code for area in areas.areas(connection, "en").values()]
    assert sum(len(surveys.national_runs(connection, c)) for c in codes) == len(runs)
