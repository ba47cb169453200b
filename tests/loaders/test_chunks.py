"""The rules over many rows at once refuse exactly the rows that the rules of one row refuse."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from data.records import Indicator
from data.schema import OBSERVATION_COLUMNS
from loaders.reading.contract import Rows
from loaders.validate import row as rules
from loaders.validate.columns import Checked, RowSchema, observation_breaches
from loaders.validate.worded_codes import Words
from tests.factories import INDICATOR, VICTIMS
from tests.loaders.small_store import row

KNOWN = rules.Known(
    frozenset({"NPL", "NAM"}),
    frozenset({"UNSD"}),
    {about.code: about for about in (INDICATOR, VICTIMS) if isinstance(about, Indicator)},
    Words().breaches,
)
SCHEMA = RowSchema(KNOWN)


def check(cells: list[dict[str, str]]) -> Checked:
    places = [f"line {number}" for number in range(len(cells))]
    return SCHEMA.check(
        Rows(places, {name: [row[name] for row in cells] for name in OBSERVATION_COLUMNS})
    )


ODD = {
    "indicator": ["", "NO_SUCH", VICTIMS.code],
    "area": ["NA", "ZZZ", "nan", "NAM"],
    "year": ["20204", "02001", "1899", "2100", "2001.0", "", "٢٠٢٠", "99999999999999999999", "-5"],
    "sex": ["X", "", "F"],
    "age": ["5 - 17", "", "_T", "18+"],
    "dimension": ["", "form"],
    "category": ["", "\x00", "FORCED_LABOUR", "NO_SUCH"],
    "value": ["", "0", "100", "100.1", "-0.1", "1e308", "1e309", "inf", "nan", "1,5", "1_0", "٣",
              "<5", "..", " 5", "5 ", "+5", ".5", "5.", "1e5", "--1", "e"],
    "lower": ["", "-1", "x", "101"],
    "upper": ["nan", "7"],
    "unit": ["PERSONS", "", "percent"],
    "status": ["Q", "O", "M", "L", "E", "Z", ""],
    "nature": ["Z", ""],
    "note": ["half \ud800", "NUL \x00", "fine ñ"],
    "survey": ["\udfff", ""],
    "source": ["", "RUMOUR"],
}  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> dict[str, str]:
    """A row with up to three odd cells."""
    names = draw(st.lists(st.sampled_from(sorted(ODD)), max_size=3, unique=True))
    return row(**{name: draw(st.sampled_from(ODD[name])) for name in names})


@settings(max_examples=60, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=12))
def test_many_rows_are_judged_as_one_by_one(cells: list[dict[str, str]]) -> None:
    alone = {
        at: breaches[0]
        for at, each in enumerate(cells)
        if (breaches := observation_breaches(each, KNOWN))
    }
    checked = check(cells)
    assert checked.breaches == alone
    assert checked.positions == [at for at in range(len(cells)) if at not in alone]
    for at, taken in zip(checked.positions, checked.rows(), strict=True):
        stored = dict(zip(OBSERVATION_COLUMNS, taken, strict=True))
        text = cells[at]
        assert stored["year"] == int(text["year"])
        for name in ("value", "lower", "upper"):
            assert stored[name] == (rules.number(text[name]) if text[name] else None)
        same = [
            name for name in OBSERVATION_COLUMNS if name not in ("year", "value", "lower", "upper")
        ]
        assert [stored[name] for name in same] == [text[name] for name in same]


def test_equal_rows_have_equal_hashes_and_others_not() -> None:
    cells = [row(), row(), row(value=1), row(year=2001), row(vintage="2025")]
    checked = check(cells)
    assert len(set(checked.keys.tolist())) == 2
    assert len(set(checked.contents.tolist())) == 4
    assert checked.keys[0] == checked.keys[1] == checked.keys[2]


def test_no_rows_are_fine() -> None:
    checked = check([])
    assert (list(checked.rows()), checked.breaches, checked.datasets) == ([], {}, set())
