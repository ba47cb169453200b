"""What a command does with a questionnaire, each in one transaction of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select, update

from components.country.answers import CountryAnswers
from components.reporting.filled import Filled
from components.reporting.layout import Made
from components.reporting.lines import framework_lines
from components.reporting.workbook import questionnaire
from components.reporting.workshop_report import workshop_report
from components.wording import DEFAULT, wording
from data import schema
from data.country_facts import facts_of, reporting_country, reporting_facts
from data.database import (
    disposed,
    loader_url,
    reading,
    write_engine,
    write_transaction,
)
from data.framework_facts import framework_facts
from data.log import logged
from data.records import Area
from data.trouble import NoStore
from loaders.jobs import upgrade
from loaders.publish import audit, other_tables
from loaders.publish.ledger import FileFacts, Line, next_release, published_now
from loaders.publish.publish import Blocked, note_datasets
from loaders.publish.withdraw import REPORT_NOTE
from loaders.reporting import drafts, publishing
from loaders.reporting.drafts import Step
from loaders.reporting.read import read_filled

NO_SUCH: Final = "There is no report {code}. See: python -m loaders questionnaire drafts"


@dataclass(frozen=True)
class Loaded:
    """What loading did: the step, or the one of the same bytes that was there already."""

    step: Step
    filled: Filled
    new: bool


@contextmanager
def _writing(url: str | None, what: str, **told: Any) -> Iterator[Connection]:
    """The one write transaction of a step, noted in the log."""
    with disposed(write_engine(url or loader_url())) as engine, logged(what, **told):
        if not upgrade.bring_up(engine).after:
            raise NoStore("There is no database yet. Make it with: python -m loaders build")
        with write_transaction(engine) as connection:
            yield connection


def template(area_code: str, language: str = DEFAULT) -> bytes:
    """The questionnaire of a country as a workbook, of the store that pages read. Raises Blocked"""
    area, words = _country(area_code, language), wording(language)
    lines = framework_lines(framework_facts(None, area, language), words)
    answers = CountryAnswers(**reporting_facts(area, language))
    return questionnaire(answers, lines, words, Made(*facts_of()))


def workshop_form(area_code: str, language: str = DEFAULT) -> bytes:
    """The report of a workshop as a Word document to be filled in. Raises Blocked."""
    area = _country(area_code, language)
    answers = CountryAnswers(**reporting_facts(area, language))
    return workshop_report(answers, wording(language), Made(*facts_of()))


def _country(code: str, language: str) -> Area:
    """A country by its code. Raises Blocked."""
    area = reporting_country(code.upper(), language, wording(language).t("example.name"))
    if area is None:
        raise Blocked(
            f"There is no country {code!r}. Write its code of three letters (ISO 3166), "
            "for example NPL."
        )
    return area


def load(
    path: Path,
    by: str,
    *,
    asked: str = "",
    language: str = DEFAULT,
    note: str = "",
    url: str | None = None,
) -> Loaded:
    """Load a filled questionnaire as a draft. Raises QuestionnaireRefused; nothing is changed."""
    with _writing(url, "questionnaire", file=path.name) as connection:
        filled = read_filled(connection, path, asked=asked.upper(), language=language)
        digest = _digest(path)
        code = drafts.code_for(connection, filled.about)
        last = drafts.latest(connection, code)
        if last is not None and last.sha256 == digest and last.state != drafts.WITHDRAWN:
            return Loaded(last, filled, new=False)
        step = drafts.add(
            connection,
            code,
            drafts.DRAFT,
            filled,
            by or audit.person(),
            file=path.name,
            sha256=digest,
            note=note,
        )
    return Loaded(step, filled, new=True)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _step(connection: Connection, code: str, *allowed: str) -> Step:
    """Where a report is. Raises Blocked where that is not one of what is allowed."""
    step = drafts.latest(connection, code)
    if step is None:
        raise Blocked(NO_SUCH.format(code=code))
    if allowed and step.state not in allowed:
        raise Blocked(
            f"{code} is {step.state} since {step.at[:10]}; this asks for one that is "
            f"{' or '.join(allowed)}."
        )
    return step


def review(
    code: str, by: str, path: Path | None = None, note: str = "", url: str | None = None
) -> tuple[Step, int]:
    """Note that a draft was reviewed, with the reviewer's columns of a file; how many statuses."""
    with _writing(url, "questionnaire review", code=code) as connection:
        before = _step(connection, code, drafts.DRAFT, drafts.REVIEWED)
        filled, file, digest = before.filled, before.file, before.sha256
        if path is not None:
            came = read_filled(connection, path, asked=before.area, language=before.language)
            if drafts.code_for(connection, came.about) != code:
                raise Blocked(f"{path.name} is of another period than {code}.")
            filled = with_review(filled, came)
            file, digest = path.name, _digest(path)
        step = drafts.add(
            connection,
            code,
            drafts.REVIEWED,
            filled,
            by,
            file=file,
            sha256=digest,
            note=note,
        )
    return step, sum(bool(one.reviewed) for one in filled.roadmap)


def with_review(filled: Filled, reviewed: Filled) -> Filled:
    """The draft as it is, with what a reviewer wrote beside its rows and nothing else."""
    said = {one.code: one for one in reviewed.roadmap if one.reviewed}
    return filled.model_copy(
        update={
            "roadmap": tuple(
                one.model_copy(
                    update={
                        "reviewed": said[one.code].reviewed,
                        "review_note": said[one.code].review_note,
                    }
                )
                if one.code in said
                else one
                for one in filled.roadmap
            )
        }
    )


def publish(code: str, by: str, url: str | None = None) -> int:
    """Put a draft live; the release. Raises Blocked."""
    with _writing(url, "questionnaire publish", code=code) as connection:
        step = _step(connection, code, drafts.DRAFT, drafts.REVIEWED, drafts.WITHDRAWN)
        return publishing.publish(connection, step, by)


def withdraw(code: str, by: str, note: str = "", url: str | None = None) -> int | None:
    """Withdraw a report; the release that takes its rows back, None where none was published."""
    with _writing(url, "questionnaire withdraw", code=code) as connection:
        step = _step(connection, code, drafts.DRAFT, drafts.REVIEWED, drafts.PUBLISHED)
        states = [one.state for one in drafts.steps(connection, code)]
        live = [one for one in states if one in {drafts.PUBLISHED, drafts.WITHDRAWN}]
        if live[-1:] == [drafts.PUBLISHED]:
            return publishing.withdraw(connection, step, by, note)
        drafts.add(connection, code, drafts.WITHDRAWN, step.filled, by, note=note)
        return None


def answer_comment(code: str, by: str, text: str, url: str | None = None) -> int:
    """Answer a comment on a figure; the release. Raises Blocked."""
    table = schema.comment
    with _writing(url, "questionnaire comment", code=code) as connection:
        mine = table.c.code == code
        before = connection.execute(select(table).where(mine)).mappings().one_or_none()
        if before is None:
            raise Blocked(f"There is no published comment {code}.")
        told = {"state": "answered", "answer": text, "answered_by": by}
        told["answered"] = audit.now()[:10]
        if all(before[name] == value for name, value in told.items()):
            raise Blocked(f"{code} has this answer already.")
        release = next_release(connection)
        values = {"id": release, "kind": "file", "label": f"answer to {code}", "source": ""}
        values |= {
            "note": f"{REPORT_NOTE}{before['report']}",
            "published": published_now(connection),
        }
        connection.execute(schema.release.insert().values(values))
        line = Line(connection, FileFacts(code, "", 0, "", "comment", "1", ""), by)
        connection.execute(update(table).where(mine).values(**told))
        other_tables.keep_states(connection, table.name, release)
        note_datasets(connection, release, {("", f"{other_tables.PREFIX}comment"): {"revised": 1}})
        line.counts.rows_in = line.counts.revised = 1
        line.close(release)
        audit.append(connection, drafts.ACTION, by, comment=code, release=release, loads=[line.id])
    return release


def all_latest(url: str | None = None) -> list[Step]:
    """Where every report is, by code."""
    with reading(url or loader_url()) as connection:
        return list({step.code: step for step in drafts.steps(connection)}.values())
