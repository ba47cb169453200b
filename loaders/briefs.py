"""The command that writes country briefs: `python -m loaders brief NPL BRA --lang fr`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlencode

import typer

from components.brief.asked import MOST, NotAsked, codes_asked, file_name
from components.brief.content import BriefContent, Release, brief_content
from components.country.answers import CountryAnswers
from components.wording import wording
from data import store
from data.country_facts import reporting_country, whole_country
from data.languages import DEFAULT, LANGUAGES
from loaders.commands import CommandRefused, say

LOCAL: Final = "http://127.0.0.1:8501"


class Form(StrEnum):
    """What the file is."""

    pdf = "pdf"
    docx = "docx"


def brief(
    countries: Annotated[list[str], typer.Argument(help="Codes of countries, for example NPL.")],
    lang: Annotated[str, typer.Option("--lang", help=f"Language: {', '.join(LANGUAGES)}.")] = (
        DEFAULT
    ),
    form: Annotated[Form, typer.Option("--format", help="What the file is.")] = Form.pdf,
    into: Annotated[Path, typer.Option("--into", help="The folder to write it in.")] = Path("."),
    base: Annotated[str, typer.Option(help="Where the pages are served.")] = LOCAL,
) -> None:
    """Write the brief of a country, or of several in one file, from the store, offline."""
    if lang not in LANGUAGES:
        raise CommandRefused(f"{lang!r} is none of our languages: {', '.join(LANGUAGES)}.")
    try:
        codes = codes_asked(countries)
    except NotAsked as why:
        raise CommandRefused(_refusal(why)) from why
    contents = [_content(code, lang, base.rstrip("/")) for code in codes]
    path = into / file_name(codes, lang, form)
    if path.exists():
        raise CommandRefused(f"{path} is there already. Name another folder with --into.")
    made = _made(contents, lang, form)
    try:
        into.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made)
    except OSError as error:
        raise CommandRefused(f"{path} cannot be written ({error.strerror}).") from error
    say(f"written: {path}")


def _refusal(why: NotAsked) -> str:
    if why.reason == "none":
        return "Name at least one country by its code, for example NPL."
    return f"A file holds at most {MOST} countries; {why.count} are named. Make several files."


def _content(code: str, language: str, base: str) -> BriefContent:
    """What the brief of a country holds. Raises CommandRefused."""
    words = wording(language)
    area = reporting_country(code, language, words.t("example.name"))
    if area is None:
        raise CommandRefused(
            f"There is no country {code!r}. Write its code of three letters (ISO 3166), for "
            "example NPL."
        )
    built = store.build()
    asked = {"iso3": code, "lang": language, "as_of": str(built.newest)}
    return brief_content(
        CountryAnswers(**whole_country(area, language)),
        words,
        today=date.today(),
        release=Release(built.newest, built.published),
        permalink=f"{base}/country?{urlencode(asked)}",
    )


def _made(contents: list[BriefContent], language: str, form: Form) -> bytes:
    # The libraries are loaded for the file that is wanted, not for every command.
    if form is Form.docx:
        from components.brief.docx import brief_docx

        return brief_docx(contents, wording(language))
    from components.brief.typesetting import briefs_pdf

    return briefs_pdf(contents, wording(language))
