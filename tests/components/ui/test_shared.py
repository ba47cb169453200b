"""An answer is made once, however many ask at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from components.ui import store
from components.ui.shared import forget, shared

VISITORS = 8


def test_many_who_ask_at_once_share_one_answer() -> None:
    made: list[str] = []
    asked, may_answer = Barrier(VISITORS), Event()

    @shared(4)
    def answer(country: str) -> str:
        made.append(country)
        assert may_answer.wait(20)
        return f"page of {country}"

    def visit(_number: int) -> str:
        asked.wait(20)
        return answer("NPL")

    with ThreadPoolExecutor(VISITORS) as visitors:
        waiting = [visitors.submit(visit, number) for number in range(VISITORS)]
        may_answer.set()
        assert {one.result(20) for one in waiting} == {"page of NPL"}
    assert made == ["NPL"]


def test_an_error_is_not_kept() -> None:
    tries: list[int] = []

    @shared(4)
    def answer() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise ValueError("the store was busy")
        return "here"

    with pytest.raises(ValueError, match="busy"):
        answer()
    assert answer() == answer() == "here"
    assert len(tries) == 2


def test_the_last_answers_are_kept_and_no_more() -> None:
    made: list[int] = []

    @shared(2)
    def answer(number: int) -> int:
        made.append(number)
        return number

    assert [answer(n) for n in (1, 2, 1, 3, 2)] == [1, 2, 1, 3, 2]
    assert made == [1, 2, 3, 2]


def test_all_is_forgotten_at_once_and_made_anew() -> None:
    made: list[str] = []

    @shared(4)
    def answer(country: str) -> str:
        made.append(country)
        return country

    assert [answer("NPL"), answer("NPL")] == ["NPL", "NPL"]
    forget()
    assert answer("NPL") == "NPL"
    assert made == ["NPL", "NPL"]


def test_pages_of_another_build_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    @shared(4)
    def page(build: str) -> str:
        made.append(build)
        return build

    for build in ("first", "first", "second", "first"):
        monkeypatch.setattr(store, "_build_at", lambda _url, _moment, now=build: now)
        assert page(store.build()) == build
    assert made == ["first", "second", "first"]
