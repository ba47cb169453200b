"""`/brief/NPL.pdf`: a country on two pages to hand over."""

from __future__ import annotations

import logging
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.brief.addresses import PDF, permalink
from components.brief.records import BriefContent, Release
from components.country.answers import CountryAnswers
from components.echo import echoed
from components.wording import LANGUAGES, Wording, wording
from data import store
from data.country_facts import whole_country
from data.queries.areas import COUNTRY_KINDS
from data.queries.shown import NoSuchRelease
from data.records import Area
from data.trouble import StoreError
from pages.routes.shown import Shown, as_of, open_store
from pages.service.download import Asked, Download
from pages.service.plain_page import accepted_language, plain_page

LOG: Final = logging.getLogger("target87")
PARAMETERS: Final = ("lang", "as_of")
MEDIA: Final = {PDF: "application/pdf"}
_ONE: Final = Lock()
"""Briefs are typeset one at a time: each takes a tenth of a second and both cores."""


@dataclass(frozen=True)
class Wanted:
    """One country's brief: in which language, of which state of the store, with which link."""

    area: Area
    wording: Wording
    shown: Shown
    base: str
    today: date

    @property
    def release(self) -> Release:
        """The release whose figures these are."""
        if self.shown.release is not None:
            return Release(self.shown.release.id, self.shown.release.published)
        return Release(self.shown.build.newest, self.shown.build.published)

    @property
    def content(self) -> BriefContent:
        """What stands in the brief."""
        from components.brief.content import brief_content

        language = self.wording.code
        facts = whole_country(self.area, language, self.shown.release_id)
        return brief_content(
            CountryAnswers(**facts),
            self.wording,
            today=self.today,
            release=self.release,
            permalink=permalink(self.base, self.area.code, language, self.release.number),
        )


class NotUnderstood(ValueError):
    """What is asked for cannot be told: `subject` names the sentence, `said` its fields."""

    def __init__(self, subject: str, status: int, **said: str) -> None:
        self.subject, self.status, self.said = subject, status, said
        super().__init__(subject)


async def brief_pdf_file(request: Request) -> Response:
    """The brief as a PDF to be looked at; 404 and 400 are a page with a sentence and a way on."""
    language = accepted_language(
        request.query_params.get("lang", "").strip().lower(),
        request.headers.get("accept-language", ""),
    )
    try:
        wanted = await run_in_threadpool(_wanted, request, language)
    except NotUnderstood as why:
        return plain_page(
            why.subject, language, f"/country?lang={language}", status=why.status, said=why.said
        )
    return Download(_asked(wanted))


def _wanted(request: Request, language: str) -> Wanted:
    """Raises NotUnderstood and StoreError."""
    params: Mapping[str, str] = request.query_params
    if unknown := sorted(set(params) - set(PARAMETERS)):
        raise NotUnderstood("brief_parameter", 400, asked=echoed(",".join(unknown)))
    asked = params.get("lang", "").strip()
    if asked and asked.lower() not in LANGUAGES:
        raise NotUnderstood("brief_language", 400, asked=echoed(asked), known=", ".join(LANGUAGES))
    shown = _shown(params.get("as_of", "").strip(), language)
    code = request.path_params["code"]
    area = store.reference(language).areas.get(code.strip().upper())
    if area is None or area.kind not in COUNTRY_KINDS:
        raise NotUnderstood("brief_country", 404, asked=echoed(code))
    return Wanted(area, wording(language), shown, str(request.base_url), date.today())


def _shown(moment: str, language: str) -> Shown:
    shown = open_store()
    if not moment:
        return shown
    try:
        return as_of(shown, moment)
    except NoSuchRelease as why:
        sentence = wording(language).t(
            f"api.{why.reason}_release",
            parameter="as_of",
            value=echoed(why.asked),
            first=why.first.published if why.first else "-",
            newest=why.newest.id if why.newest else "-",
        )
        raise NotUnderstood("brief_release", 400, why=sentence) from why


def _asked(wanted: Wanted) -> Asked:
    code, language, shown = wanted.area.code, wanted.wording.code, wanted.shown

    def pieces() -> Generator[str | bytes]:
        yield _pdf(wanted)

    return Asked(
        # What is late depends on the day, the link on the name under which we were asked.
        content=("brief", PDF, *shown.content, code, language, wanted.today, wanted.base),
        name=f"target87-brief-{code}-{language}-{shown.day}.{PDF}",
        changed=shown.changed,
        make=pieces,
        media=MEDIA[PDF],
        stays=True,
        inline=True,
    )


def _pdf(wanted: Wanted) -> bytes:
    """Raises StoreError with a sentence for the reader where it cannot be typeset."""
    # Its library is loaded with the first file, not with the server.
    from components.brief.typesetting import NotTypeset, brief_pdf

    content = wanted.content
    try:
        with _ONE:
            return brief_pdf(content, wanted.wording)
    except NotTypeset as error:
        LOG.error("A brief could not be typeset: %s", error)
        raise StoreError(wanted.wording.t("country_brief.not_made")) from error
