"""The whole way of a report: form, filled, loaded, reviewed, published, seen, taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from components.wording import wording
from data import schema, store
from data.database import LOADER_URL_VARIABLE, URL_VARIABLE, reading
from data.methods.completion import completion, on_roadmap
from data.queries import record_versions
from data.store import PathfinderData
from loaders.jobs import check
from loaders.jobs.load import withdraw_release
from loaders.publish import audit
from loaders.publish.publish import Blocked
from loaders.reporting import drafts, process
from loaders.reporting.example import Form
from tests.loaders.ledger_rows import ACTION, FIRST, STATUS, publish_ours
from tests.loaders.questionnaires import example_file
from tests.loaders.small_store import make_store

CODE = "XEX-2026"


@pytest.fixture
def url(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A store with one release of ours, to which the environment points."""
    made = make_store(empty_url)
    publish_ours(made, FIRST)
    monkeypatch.setenv(URL_VARIABLE, made)
    monkeypatch.setenv(LOADER_URL_VARIABLE, made)
    yield made
    store.engine(made).dispose()


def way(release: int | None = None) -> PathfinderData:
    store.build_now()
    return store.pathfinder_data(release)


def lines(url: str, code: str = CODE) -> list[drafts.Step]:
    with reading(url) as connection:
        return drafts.steps(connection, code)


def with_review(form: Form) -> None:
    """What a reviewer writes: one status as reported, one lower, with a note."""
    first = form.row_of("about", "country_code")
    assert first
    page = form.page("roadmap")
    rows = [r for r in range(5, page.max_row + 1) if page.cell(r, 3).value]
    form.put("roadmap", rows[0], reviewed="completed", review_note="Seen in the gazette")
    form.put("roadmap", rows[5], reviewed="limited", review_note="One language of four")


def test_the_whole_way(url: str, tmp_path: Path) -> None:
    filled = example_file(tmp_path, "fr", url)
    loaded = process.load(filled, "Ministry", url=url)
    assert (loaded.step.code, loaded.step.state, loaded.new) == (CODE, "draft", True)
    assert "XEX" not in way().actions

    reviewed = example_file(tmp_path, "fr", url, with_review)
    step, number = process.review(CODE, "R. Eviewer", reviewed, "in two parts", url=url)
    assert (step.state, number) == ("reviewed", 2)
    release = process.publish(CODE, "Secretariat", url=url)
    assert release == 2

    now, before = way(), way(1)
    items = on_roadmap(now.actions["XEX"])
    assert len(items) == 8
    assert len(on_roadmap(now.actions["XEX"], "target")) == 1
    reported = completion("XEX", items, "reported")
    assert (reported.completed, reported.substantial, reported.limited) == (2, 1, 1)
    assert (reported.adopted, reported.not_started, reported.no_evidence) == (2, 1, 1)
    seen = completion("XEX", items, "reviewed")
    assert (seen.completed, seen.limited, seen.no_evidence) == (1, 1, 6)
    assert completion("XEX", items).completed == 1  # the reviewer's word comes first
    first = next(one for one in items if one.code == f"{CODE}-A1")
    assert first.history[0].by == wording("fr").t("reporting_example.office")
    assert first.history[0].basis == wording("fr").t("reporting_example.evidence")
    assert first.origin == "report"
    assert (first.allocated, first.disbursed, first.currency) == ("20000", "20000", "XTS")

    stage = now.stages["XEX"][0]
    assert (stage.stage, stage.date, stage.report) == ("yearly_report", "2026-07-15", CODE)
    report = now.reports["XEX"][0]
    assert (report.code, report.kind, report.language) == (CODE, "questionnaire", "fr")
    assert len(now.answers["XEX"]) == 7
    assert [one.number for one in now.priorities["XEX"]] == [1, 2]
    ticked = [one.status for one in now.actions["XEX"] if one.kind == "next_step"]
    assert ticked == ["completed", "no_evidence", "no_evidence"]
    assert now.comments["XEX"][0].state == "open"

    for name in ("stages", "actions", "reports", "answers", "priorities", "comments"):
        assert "XEX" not in getattr(before, name)
    with reading(url) as connection:
        changed = list(record_versions.record_changes(connection, 1, 2))
        assert {one.table for one in changed} >= {"stage", "report", "action", "status", "answer"}
        assert all(one.old is None for one in changed)
        assert all(one.new and one.new["area"] == "XEX" for one in changed)
        assert audit.problems(connection) == []
        told = connection.execute(select(schema.audit.c.action, schema.audit.c.actor)).all()
    assert [who for what, who in told if what == "questionnaire"] == [
        *("Ministry", "R. Eviewer", "Secretariat", "Secretariat"),
    ]
    assert [step.state for step in lines(url)] == ["draft", "reviewed", "published"]
    counted = [p for p in check.report(url).problems if "words" not in p]
    assert counted == []


def test_a_second_load_updates_and_never_doubles(url: str, tmp_path: Path) -> None:
    filled = example_file(tmp_path, "en", url)
    assert process.load(filled, "Ministry", url=url).new
    again = process.load(filled, "Ministry", url=url)
    assert not again.new
    assert len(lines(url)) == 1
    process.publish(CODE, "Secretariat", url=url)
    first = way().actions["XEX"]

    def corrected(form: Form) -> None:
        form.put("roadmap", 5, disbursed=15_000, status="substantial")
        page = form.page("roadmap")
        # The rows in another order: each keeps its code by what it says.
        one, other = ([cell.value for cell in page[n]] for n in (6, 7))
        for at, (left, right) in enumerate(zip(one, other, strict=True), 1):
            page.cell(6, at).value, page.cell(7, at).value = right, left

    step = process.load(example_file(tmp_path, "en", url, corrected), "Ministry", url=url).step
    assert (step.code, step.number, step.state) == (CODE, 3, "draft")
    assert way().actions["XEX"] == first
    assert process.publish(CODE, "Secretariat", url=url) == 3
    second = way().actions["XEX"]
    assert [one.code for one in second] == [one.code for one in first]
    assert [one.text for one in second] == [one.text for one in first]
    changed = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    assert [(a.code, a.disbursed, b.disbursed) for a, b in changed] == [
        (f"{CODE}-A1", "20000", "15000")
    ]
    assert [(a.status, b.status) for a, b in changed] == [("completed", "substantial")]
    assert len(way().reports["XEX"]) == len(way().stages["XEX"]) == 1
    assert way(2).actions["XEX"] == first
    with pytest.raises(Blocked, match="is published since"):
        process.publish(CODE, "Secretariat", url=url)


def test_a_form_made_after_publishing_comes_back_untouched(url: str, tmp_path: Path) -> None:
    process.load(example_file(tmp_path, "en", url), "Ministry", url=url)
    process.publish(CODE, "Secretariat", url=url)
    before = way().actions["XEX"]
    form = Form(process.template("XEX", "ar"), wording("ar"))
    for key, text in (
        ("period_start", "2026-01-01"),
        ("period_end", "2026-06-30"),
        ("date", "2026-07-15"),
        ("reporter_office", "An office"),
    ):
        form.tell(key, text)
    form.put("questions", 5, answer="Nothing new")
    path = tmp_path / "again.xlsx"
    path.write_bytes(form.saved())
    assert process.load(path, "Ministry", url=url).step.number == 3
    process.publish(CODE, "Secretariat", url=url)
    after = way().actions["XEX"]
    assert [(one.code, one.status, one.due) for one in after] == [
        (one.code, one.status, one.due) for one in before
    ]


def test_a_withdrawn_report_takes_its_rows_back(url: str, tmp_path: Path) -> None:
    process.load(example_file(tmp_path, "en", url), "Ministry", url=url)
    process.publish(CODE, "Secretariat", url=url)
    assert process.withdraw(CODE, "Secretariat", "sent by mistake", url=url) == 3
    now = way()
    for name in ("stages", "actions", "reports", "answers", "priorities", "comments"):
        assert "XEX" not in getattr(now, name)
    assert len(way(2).actions["XEX"]) == 12
    with pytest.raises(Blocked, match="questionnaire withdraw XEX-2026"):
        withdraw_release(2, url=url)
    assert lines(url)[-1].note == "release 3: sent by mistake"
    assert process.publish(CODE, "Secretariat", url=url) == 4
    assert way().actions["XEX"] == way(2).actions["XEX"]


def nepal(folder: Path) -> Path:
    """Nepal reports on the action that we know, corrects its dates, and writes it anew."""
    form = Form(process.template("NPL", "en"), wording("en"))
    row = form.row_of("roadmap", "NPL-01")
    form.put("roadmap", row, status="completed", status_date="2026-11", evidence="Act 12")
    form.put("roadmap", row, due="2027-06", owner="Ministry", action="Align every law")
    for key, text in (
        ("period_start", "2026"),
        ("period_end", "2026"),
        ("date", "2026-11-20"),
        ("reporter_office", "Ministry of Labour"),
    ):
        form.tell(key, text)
    path = folder / "nepal.xlsx"
    path.write_bytes(form.saved())
    return path


def test_an_action_of_ours_keeps_its_code_and_gets_it_back(url: str, tmp_path: Path) -> None:
    process.load(nepal(tmp_path), "Ministry", asked="NPL", url=url)
    process.publish("NPL-2026", "Secretariat", url=url)
    action = way().actions["NPL"][0]
    assert (action.code, action.origin, action.report) == ("NPL-01", "roadmap", "NPL-2026")
    assert (action.due, action.responsible) == ("2027-06", "Ministry")
    # Another wording of a text of ours stays with the editors.
    assert action.text == "Align the law"
    assert [(s.says, s.status) for s in action.history] == [
        ("curated", "limited"),
        ("reported", "completed"),
    ]
    assert action.history[1].status_date == "2026-11"
    # A build of ours leaves what a report brought.
    publish_ours(url, FIRST | {"action": [ACTION | {"due": "2023"}], "status": [STATUS]})
    assert way().actions["NPL"][0].due == "2027-06"
    process.withdraw("NPL-2026", "Secretariat", url=url)
    assert way().actions["NPL"] == way(1).actions["NPL"]


def test_a_comment_is_answered(url: str, tmp_path: Path) -> None:
    process.load(example_file(tmp_path, "en", url), "Ministry", url=url)
    process.publish(CODE, "Secretariat", url=url)
    release = process.answer_comment(f"{CODE}-C1", "The editors", "We say so now.", url=url)
    said = way().comments["XEX"][0]
    assert (said.state, said.answer, said.answered_by) == (
        "answered",
        "We say so now.",
        "The editors",
    )
    assert way(release - 1).comments["XEX"][0].state == "open"
    with pytest.raises(Blocked, match="has this answer already"):
        process.answer_comment(f"{CODE}-C1", "The editors", "We say so now.", url=url)
    with pytest.raises(Blocked, match="no published comment"):
        process.answer_comment("XEX-2026-C9", "The editors", "?", url=url)

    # The answer outlives a second load.
    def corrected(form: Form) -> None:
        form.put("questions", 5, answer="Other words")

    process.load(example_file(tmp_path, "en", url, corrected), "Ministry", url=url)
    process.publish(CODE, "Secretariat", url=url)
    assert way().comments["XEX"][0].state == "answered"
    assert [p for p in check.report(url).problems if "words" not in p] == []


def every_draft(url: str) -> Iterator[str]:
    with reading(url) as connection:
        yield from connection.execute(select(schema.draft.c.content)).scalars()


def test_every_step_stays_and_drafts_are_never_changed(url: str, tmp_path: Path) -> None:
    process.load(example_file(tmp_path, "en", url), "Ministry", url=url)
    first = next(every_draft(url))
    process.review(CODE, "R. Eviewer", url=url)
    process.publish(CODE, "Secretariat", url=url)
    process.withdraw(CODE, "Secretariat", url=url)
    assert list(every_draft(url))[0] == first
    assert [step.number for step in lines(url)] == [1, 2, 3, 4]
    assert json.loads(first)["about"]["area"] == "XEX"


@pytest.mark.parametrize("does", [process.publish, process.withdraw, process.review])
def test_a_report_that_is_not_there(url: str, does: object) -> None:
    assert callable(does)
    with pytest.raises(Blocked, match="There is no report NPL-1999"):
        does("NPL-1999", "Secretariat", url=url)
