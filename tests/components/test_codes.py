"""One rule for every list in an address, and what was meant by a code that is not known."""

from __future__ import annotations

import time

import pytest

from components.explore.filters import Filters, filters_of, without_unknown
from components.explore.refusals import meant_question, refusal_sentence, refusal_text
from components.explore.view import view_of
from components.listed_codes import Refused, codes_of, joined, read_codes
from components.wording import LANGUAGES, wording
from tests.components.test_explore import KNOWN
from tests.factories import INDICATOR


@pytest.mark.parametrize(
    "pairs",
    [
        [("area", "NPL,FJI"), ("age", "5-17,18+")],
        [("area", "NPL"), ("area", "FJI"), ("age", "5-17"), ("age", "18 ")],
        [("area", "npl, fji,,NPL"), ("age", "5-17, 18 ")],
        [("area", "Npl"), ("area", "fji,npl"), ("age", "5-17,18+,5-17")],
    ],
)
def test_a_list_is_repeated_or_has_commas_and_codes_any_case(pairs: list[tuple[str, str]]) -> None:
    found = filters_of(pairs, KNOWN)
    assert found == Filters(area=("NPL", "FJI"), age=("5-17", "18+"))
    assert without_unknown(pairs, KNOWN) == (found, [])


def test_words_and_codes_are_found_in_any_case() -> None:
    asked = [
        ("indicator", INDICATOR.code.lower()), ("theme", "CHILD_LABOUR"), ("sex", "f"),
        ("source", "unsd"), ("region", "m49_034"), ("latest", "AREA"), ("headline", "Child_Labour"),
    ]  # fmt: skip
    assert filters_of(asked, KNOWN) == Filters(
        indicator=(INDICATOR.code,), theme=("child_labour",), sex=("F",), source=("UNSD",),
        region=("M49_034",), latest="area", headline="child_labour",
    )  # fmt: skip


def test_a_code_that_only_case_tells_from_another_is_taken_as_it_is_written() -> None:
    assert read_codes(["ab,AB"], ("ab", "AB", "cd")) == (("ab", "AB"), ())
    assert read_codes(["Ab,CD"], ("ab", "AB", "cd")) == (("cd",), ("Ab",))
    with pytest.raises(Refused, match="area: 'zz'"):
        codes_of("area", ["cd,zz,yy"], ("cd",))


def test_of_what_is_no_list_the_last_counts() -> None:
    pairs = [("area", "A"), ("from", "1"), ("area", "B"), ("from", "2")]
    assert joined(pairs, ("area",)) == {"area": "A,B", "from": "2"}


@pytest.mark.parametrize(
    ("name", "asked", "meant"),
    [
        ("area", "NPLX", "NPL"),
        ("area", "nepal", "NPL"),
        ("area", "Nepaal", "NPL"),
        ("area", "ZZZ", ""),
        ("region", "southern asia", "M49_034"),
        ("indicator", INDICATOR.code + "X", INDICATOR.code),
        ("sex", "girls", "F"),
        ("theme", "child-labour", "child_labour"),
        ("latest", "serie", "series"),
        ("headline", "childlabour", "child_labour"),
        ("indicators", "HDI", "indicator"),
        ("country", "NPL", "area"),
        ("iso3", "NPL", "area"),
        ("qqq", "1", ""),
    ],
)
def test_what_was_meant_is_asked_in_every_language(name: str, asked: str, meant: str) -> None:
    with pytest.raises(Refused) as refused:
        view_of([(name, asked)], KNOWN)
    why = refused.value
    assert why.meant == meant
    if why.parameter and name not in ("latest", "headline"):
        assert [one.meant for one in without_unknown([(name, asked)], KNOWN)[1]] == [meant]
    for language in LANGUAGES:
        words = wording(language)
        said = [refusal_text(why, words), meant_question(why, words)]
        if name not in ("latest", "headline"):
            said.append(refusal_sentence(why, words))
        for sentence in said:
            assert (
                (f"{meant}" in sentence)
                if meant
                else (words.t("meant.question", meant="") != sentence)
            )
            assert "{" not in sentence


def test_two_thousand_unknown_codes_cost_nothing() -> None:
    began = time.thread_time()
    _, refused = without_unknown([("area", ",".join(f"Q{n}" for n in range(2_000)))], KNOWN)
    assert len(refused) == 2_000
    assert time.thread_time() - began < 1
