"""The order of the pathfinder way, cautions on what stands out of it, reports awaited."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest
from sqlalchemy import Connection

from components.wording import LANGUAGES, wording
from data.methods.stages import (
    ORDER,
    AwaitedReport,
    Caution,
    cautions,
    on_hold,
    place,
    report_awaited,
    second_hand,
)
from data.queries import pathfinders
from data.records import Report, Stage

ALLIANCE = "https://alliance87.org/pathfinders/x"
TODAY = date(2026, 11, 27)


def step(stage: str, when: str = "", state: str = "held", page: str = ALLIANCE) -> Stage:
    return Stage("MWI", stage, when, "Said so.", "A page", page, state=state)


def report(end: str = "", kind: str = "yearly_report", received: str = "") -> Report:
    return Report("R", "MWI", kind, "", end, received, "en", "", "A report", "")


def test_the_order_is_that_of_the_guidance_note() -> None:
    assert place("expression_of_interest") < place("workshop") < place("roadmap")
    assert place("roadmap") < place("status_confirmed") < place("yearly_report")
    assert place("unheard_of") == len(ORDER)


@pytest.mark.parametrize(
    ("stages", "codes"),
    [
        ([step("workshop", "2019-02"), step("status_confirmed", "2020")], []),
        (
            [step("workshop", "2022-09-28"), step("status_confirmed", "2020-03")],
            [("status_confirmed", "status_before_workshop")],
        ),
        # The workshop of March 2020 was postponed: it does not come first.
        (
            [
                step("workshop", "2020-03-26", "postponed"),
                step("workshop", "2022-09-28"),
                step("status_confirmed", "2020-03"),
            ],
            [("status_confirmed", "status_before_workshop")],
        ),
        # Within the month nobody can tell which came first.
        ([step("workshop", "2019-09-24"), step("status_confirmed", "2019-09")], []),
        ([step("workshop", "2019-09-24"), step("status_confirmed")], []),
        (
            [step("workshop", "2022"), step("roadmap", "2020")],
            [("roadmap", "roadmap_before_workshop")],
        ),
        ([step("workshop", "2022"), step("roadmap", "2020"), step("roadmap", "2023")],
         [("roadmap", "roadmap_before_workshop")]),
        ([step("status_confirmed", "2021")], [("status_confirmed", "no_workshop_seen")]),
        (
            [step("workshop", "", "planned"), step("status_confirmed")],
            [("status_confirmed", "no_workshop_seen")],
        ),
        (
            [step("workshop", "2019"), step("roadmap", page="https://blog.example/x")],
            [("roadmap", "second_hand")],
        ),
        (
            [
                step("workshop", "2019"),
                step("roadmap", page="https://blog.example/x"),
                step("roadmap", "2019-05"),
            ],
            [],
        ),
        ([step("expression_of_interest", "2018")], []),
        ([], []),
    ],
)  # fmt: skip
def test_cautions(stages: list[Stage], codes: list[tuple[str, str]]) -> None:
    assert cautions(stages) == [Caution(*code) for code in codes]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("https://www.alliance87.org/es/node/76", False),
        ("http://ilo.ch/dyn/normlex/fr/f?p=1", False),
        ("https://readkong.com/page/x", False),
        ("https://www.dol.gov/agencies/ilab", True),
        ("https://notilo.org/x", True),
        ("", False),
    ],
)
def test_whose_word_it_is(page: str, told: bool) -> None:
    assert second_hand(step("roadmap", "2019", page=page)) is told


def test_cautions_of_the_store(connection: Connection) -> None:
    stages = pathfinders.stages(connection)
    assert cautions(stages["MWI"]) == [Caution("status_confirmed", "status_before_workshop")]
    assert Caution("roadmap", "second_hand") in cautions(stages["NPL"])
    assert Caution("status_confirmed", "no_workshop_seen") in cautions(stages["DEU"])
    assert cautions(stages["MDG"]) == cautions(stages["ALB"]) == []
    codes = {one.code for one in chain(*map(cautions, stages.values()))}
    for language in LANGUAGES:
        words = wording(language)
        assert all(words.t(f"stage_caution.{code}", stage="X") for code in codes)


@pytest.mark.parametrize(
    ("stages", "held"),
    [
        ([step("status_confirmed", "2019")], False),
        ([step("on_hold", "2023")], True),
        ([step("on_hold", "2023"), step("resumed", "2024")], False),
        ([step("on_hold", "2025"), step("resumed", "2024"), step("on_hold", "2023")], True),
        ([step("on_hold", "2023", "announced")], False),
    ],
)
def test_on_hold(stages: list[Stage], held: bool) -> None:
    assert on_hold(stages) is held


@pytest.mark.parametrize(
    ("stages", "reports", "awaited"),
    [
        ([step("expression_of_interest")], [], None),
        ([step("status_confirmed", "2019-09")], [], AwaitedReport(2025, "2019-09")),
        ([step("status_confirmed")], [], AwaitedReport(2025, "")),
        ([step("status_confirmed")], [report("2021-04")], AwaitedReport(2025, "2021-04")),
        ([step("status_confirmed", "2019")], [report("2025-12-31")], None),
        ([step("status_confirmed", "2019")], [report("", "questionnaire", "2026-05-02")], None),
        (
            [step("status_confirmed", "2019")],
            [report("2026-05", "workshop_report")],
            AwaitedReport(2025, "2019"),
        ),
        # A status of May 2025 had no full year in 2025.
        ([step("status_confirmed", "2025-05-26")], [], None),
        ([step("status_confirmed", "2019"), step("on_hold", "2024")], [], None),
        ([step("status_confirmed", "2019", "announced")], [], None),
    ],
)
def test_the_report_awaited(
    stages: list[Stage], reports: list[Report], awaited: AwaitedReport | None
) -> None:
    assert report_awaited(stages, reports, TODAY) == awaited
