"""Commands for what countries report: `python -m loaders questionnaire …`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import typer
from rich.markup import escape

from data.database import loader_url, reading
from data.languages import DEFAULT, LANGUAGES
from data.preview_link import MOST_DAYS, preview_key, token_for
from loaders.commands import CommandRefused, commands_of, out, say, table
from loaders.publish.publish import Blocked
from loaders.reporting import drafts, example, process
from loaders.reporting.problems import QuestionnaireRefused

questionnaire = typer.Typer(no_args_is_help=True, help="What countries report: forms and drafts.")
command = commands_of(questionnaire, QuestionnaireRefused)

Code = Annotated[str, typer.Argument(help="Code of the report, as `questionnaire drafts` has it.")]
By = Annotated[str, typer.Option("--by", help="Who does it: a person or an office.")]
Note = Annotated[str, typer.Option(help="What should be remembered of it.")]
Area = Annotated[str, typer.Argument(help="The country's code, for example NPL.")]
Lang = Annotated[str, typer.Option("--lang", help=f"Language: {', '.join(LANGUAGES)}.")]
Into = Annotated[Path | None, typer.Option("--into", help="The file to write.")]
Base = Annotated[str, typer.Option(help="Where the pages are served.")]
LOCAL = "http://127.0.0.1:8501"


def _language(code: str) -> str:
    if code not in LANGUAGES:
        raise CommandRefused(f"{code!r} is none of our languages: {', '.join(LANGUAGES)}.")
    return code


def _named(by: str) -> str:
    if not by.strip():
        raise CommandRefused("Say who does it with --by, for example --by 'Ministry of Labour'.")
    return by.strip()


def _write(path: Path, content: bytes) -> None:
    if path.exists():
        raise CommandRefused(f"{path} is there already. Name another file with --into.")
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandRefused(f"{path} cannot be written ({error.strerror}).") from error
    say(f"written: {path}")


@command("template")
def template(area: Area, lang: Lang = DEFAULT, into: Into = None) -> None:
    """Write the questionnaire of a country, prefilled with what is known of it."""
    made = process.template(area, _language(lang))
    _write(into or Path(f"questionnaire-{area.upper()}-{lang}.xlsx"), made)


@command("workshop-report")
def workshop(area: Area, lang: Lang = DEFAULT, into: Into = None) -> None:
    """Write the report of a strategic workshop as a Word document, prefilled."""
    made = process.workshop_form(area, _language(lang))
    _write(into or Path(f"workshop-report-{area.upper()}-{lang}.docx"), made)


@command("load")
def load(
    file: Annotated[Path, typer.Argument(help="A filled questionnaire, .xlsx.")],
    area: Annotated[str, typer.Option(help="The country whose one it should be.")] = "",
    lang: Lang = DEFAULT,
    by: By = "",
    note: Note = "",
) -> None:
    """Load a filled questionnaire as a draft; nobody sees it without a link."""
    _told(process.load(file, by, asked=area, language=_language(lang), note=note))


def _told(loaded: process.Loaded) -> None:
    step, filled = loaded.step, loaded.filled
    if not loaded.new:
        say(f"{step.code}: this very file is loaded already (step {step.number}, {step.state}).")
        return
    for warning in filled.warnings:
        say(warning)
    statuses = sum(bool(one.status) for one in filled.roadmap)
    say(
        f"{step.code}: draft, step {step.number}: {len(filled.answers)} answers, "
        f"{len(filled.values)} values, {len(filled.roadmap)} rows of the roadmap ({statuses} with "
        f"a status), {len(filled.next_steps)} next steps, {len(filled.comments)} comments"
    )
    say(f"See it: python -m loaders questionnaire preview {step.code}")


@command("drafts")
def list_drafts(
    code: Annotated[str, typer.Argument(help="Every step of this report alone.")] = "",
) -> None:
    """List every report that came in and where it is, or every step of one."""
    found = process.all_latest()
    if code:
        with reading(loader_url()) as connection:
            found = drafts.steps(connection, code)
        if not found:
            raise CommandRefused(process.NO_SUCH.format(code=code))
    shown = table("report", "step", "state", "when (UTC)", "by", "file", "note", right=slice(1, 2))
    for step in found:
        moment = step.at[:16].replace("T", " ")
        cells = (step.code, str(step.number), step.state, moment, step.by, step.file, step.note)
        shown.add_row(*map(escape, cells))
    out.print(shown)


@command("preview")
def preview(
    code: Code,
    days: Annotated[float, typer.Option(min=0, max=MOST_DAYS, help="How long it shows.")] = 7,
    base: Base = LOCAL,
    lang: Annotated[str, typer.Option("--lang", help="Language of the page.")] = "",
) -> None:
    """Print a signed link that shows a draft until its day is over."""
    with reading(loader_url()) as connection:
        step = drafts.latest(connection, code)
    if step is None:
        raise CommandRefused(process.NO_SUCH.format(code=code))
    typer.echo(link(code, days, base, _language(lang or step.language)))


def link(code: str, days: float, base: str, language: str) -> str:
    """The address that shows a draft."""
    token = token_for(code, days, preview_key(loader_url(), make=True))
    return f"{base.rstrip('/')}/preview?{urlencode({'draft': token, 'lang': language})}"


@command("review")
def review(
    code: Code,
    by: By,
    file: Annotated[
        Path | None, typer.Option("--file", help="The form with the reviewer's columns filled in.")
    ] = None,
    note: Note = "",
) -> None:
    """Note that a draft was reviewed, with the statuses that the reviewer gave."""
    step, number = process.review(code, _named(by), file, note)
    say(f"{step.code}: reviewed, step {step.number}: {number} statuses by the reviewer")


@command("publish")
def publish(code: Code, by: By) -> None:
    """Put a draft live as one release."""
    release = process.publish(code, _named(by))
    say(f"{code}: published as release {release}")


@command("withdraw")
def withdraw(code: Code, by: By, note: Note = "") -> None:
    """Take a report back; what it brought leaves the pages, its history stays."""
    release = process.withdraw(code, _named(by), note)
    say(f"{code}: withdrawn" + (f" by release {release}" if release else ", it was never live"))


@command("example")
def show_example(lang: Lang = DEFAULT, into: Into = None, base: Base = LOCAL) -> None:
    """Fill in the questionnaire of a made-up country and load it, to try the whole way."""
    language = _language(lang)
    path = into or Path(f"questionnaire-XEX-{language}.xlsx")
    if not path.exists():
        _write(path, example.filled_workbook(language))
    loaded = process.load(path, "example", language=language)
    _told(loaded)
    say(f"Draft: {link(loaded.step.code, 7, base, language)}")
    say(f"Next: python -m loaders questionnaire publish {loaded.step.code} --by you")


comments = typer.Typer(no_args_is_help=True, help="Comments of governments on figures.")
questionnaire.add_typer(comments, name="comment")


@commands_of(comments)("answer")
def answer(
    code: Annotated[str, typer.Argument(help="Code of the comment, for example NPL-2026-C1.")],
    by: By,
    text: Annotated[str, typer.Option(help="The answer, as it is shown.")],
) -> None:
    """Answer a published comment; the answer stands beside it."""
    if not text.strip():
        raise Blocked("The answer is empty.")
    release = process.answer_comment(code, _named(by), text.strip())
    say(f"{code}: answered, release {release}")
