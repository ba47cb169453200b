"""What stands in a file beside a figure, on the fast way and the plain one."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from components.downloads import BESIDE, COLUMNS, lines_of_packed
from components.row_marks import Marks
from data.methods.change import Knowledge, SurveyIdentity
from data.methods.contradictions import key_of
from data.records import Observation
from loaders.sources.operator.tidy import WORKED_OUT
from tests.csv_module import lines_of_rows
from tests.factories import INDICATOR, VICTIMS, observation, victims

CHORES = replace(INDICATOR, comparability="child-labour-economic-chores")
ROWS = (
    observation(year=2014, survey="MICS 2014"),
    observation(year=2019, survey=""),
    observation(year=2021, survey=""),
    observation(area="GHA", year=2019, survey="", sex="F"),
    victims(year=2019, dimension="_T", category="_T", sex="F"),
    victims(year=2019, dimension="_T", category="_T", status="E", note='"a", b'),
    victims(year=2019, dimension="form", category="OTHER_FORMS"),
    victims(year=2019, dimension="form_line", category="OTHER_FORMS_1"),
    victims(year=2020, dimension="form_line", category="OTHER_FORMS_1"),
)
WRONG = {key_of(ROWS[4]): ("sex_above_total", "parts_apart")}
MARKS = Marks(
    {CHORES.code: CHORES, VICTIMS.code: VICTIMS},
    Knowledge({(ROWS[1].source, "NPL", 2019): SurveyIdentity("MICS", "MICS6", "published")}),
    lambda code: WRONG if code == VICTIMS.code else {},
    2020,
    unlike=True,
)


def packed(row: Observation) -> tuple:
    """The row as SQLite packs it."""
    indicator, area, year, *rest = row
    key, figures, tail = rest[:4], rest[4:7], rest[7:]
    return (json.dumps([indicator, area, *key]), year, *figures, json.dumps(tail))


def test_each_figure_says_what_it_may_be_compared_with_and_what_is_odd() -> None:
    text = "".join(lines_of_rows([ROWS], {}, MARKS))
    lines = [dict(zip(COLUMNS, line, strict=True)) for line in csv.reader(io.StringIO(text))]
    rule = "child-labour-economic-chores|hours 1-14-43|chores 21"
    beside = f"source {ROWS[0].source}|nature {ROWS[0].nature}"
    register = f"source {ROWS[5].source}|nature {ROWS[5].nature or '-'}"
    assert [line["comparability"] for line in lines] == [
        f"{rule}|sex T|age 5-17|survey MICS|{beside}",
        f"{rule}|sex T|age 5-17|survey MICS|{beside}",
        f"{rule}|sex T|age 5-17|survey not named NPL 2021|{beside}",
        f"{rule}|sex F|age 5-17|survey not named GHA 2019|{beside}",
        f"TIP_VICTIMS|sex F|source {ROWS[4].source}|nature {ROWS[4].nature or '-'}",
        f"TIP_VICTIMS|sex T|source {ROWS[5].source}|nature {ROWS[5].nature or '-'}|estimated",
        f"TIP_VICTIMS|sex T|form OTHER_FORMS|{register}",
        f"TIP_VICTIMS|sex T|form_line OTHER_FORMS_1|unnamed line NPL 2019|{register}",
        f"TIP_VICTIMS|sex T|form_line OTHER_FORMS_1|unnamed line NPL 2020|{register}",
    ]
    assert [line["contradiction"] for line in lines] == [
        *[""] * 4,
        "sex_above_total;parts_apart",
        *[""] * 4,
    ]
    assert {(line["asked_year"], line["compared"]) for line in lines} == {("2020", "anyway")}
    assert all(line["value_year"] == line["year"] for line in lines)


def test_both_ways_write_the_same_bytes() -> None:
    whole = "".join(lines_of_packed([map(packed, ROWS)], {}, MARKS))
    assert whole == "".join(lines_of_rows([ROWS], {}, MARKS))


def test_loading_passes_by_what_is_worked_out() -> None:
    assert WORKED_OUT == BESIDE == COLUMNS[-5:]
