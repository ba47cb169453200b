"""An answer is made once, however many ask at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from data import store
from data.cache import cached, forget

VISITORS = 8


def test_many_who_ask_at_once_share_one_answer() -> None:
    made: list[str] = []
    asked, may_answer = Barrier(VISITORS), Event()

    @cached(4)
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

    @cached(4)
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

    @cached(2)
    def answer(number: int) -> int:
        made.append(number)
        return number

    assert [answer(n) for n in (1, 2, 1, 3, 2)] == [1, 2, 1, 3, 2]
    assert made == [1, 2, 3, 2]


def test_all_is_forgotten_at_once_and_made_anew() -> None:
    made: list[str] = []

    @cached(4)
    def answer(country: str) -> str:
        made.append(country)
        return country

    assert [answer("NPL"), answer("NPL")] == ["NPL", "NPL"]
    forget()
    assert answer("NPL") == "NPL"
    assert made == ["NPL", "NPL"]


def test_answers_of_another_build_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    there: list[store.Build] = []
    monkeypatch.setattr(store, "_recent", lambda _url: there[-1])

    @store.cached(4)
    def page(code: str) -> str:
        made.append(there[-1].inputs)
        return code + made[-1]

    for inputs in ("first", "first", "second", "first"):
        there.append(store.Build(inputs, "", 1, "", ""))
        assert page("NPL") == f"NPL{inputs}"
    assert made == ["first", "second", "first"]


def test_what_else_an_answer_depends_on_is_in_its_key() -> None:
    now, made = ["a"], list[str]()

    @cached(4, also=lambda: now[0])
    def answer() -> str:
        made.append(now[0])
        return now[0]

    assert answer() == answer() == "a"
    now[0] = "b"
    assert answer() == "b"
    assert made == ["a", "b"]


def test_routes_and_pages_share_one_engine_and_one_look(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[str] = []
    look = store._look
    monkeypatch.setattr(store, "_look", lambda url: looks.append(url) or look(url))
    store._LOOKS.clear()
    assert store.build_now() == store.build() == store.build()
    assert looks == [store_url]
    assert store.engine(store_url) is store.engine(store_url)
