"""`/brief/NPL.pdf` and `.docx`: a country to hand over; `/brief/pack.pdf?iso3=NPL,BRA`: several."""

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

from components.brief.addresses import DOCX, PACK, PDF, permalink
from components.brief.asked import FORMATS, MOST, NotAsked, codes_asked
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
from pages.routes.shown import AS_OF, Shown, as_of, open_store, release_sentence
from pages.service.download import Asked, Download
from pages.service.plain_page import accepted_language, plain_page

LOG: Final = logging.getLogger("target87")
PARAMETERS: Final = ("lang", "as_of")
_ONE: Final = Lock()
"""Briefs are typeset one at a time: each takes a tenth of a second and both cores."""


@dataclass(frozen=True)
class Wanted:
    """One country's brief, or several: in which form and language, of which state of the store,
    with which link."""

    form: str
    areas: tuple[Area, ...]
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
    def contents(self) -> tuple[BriefContent, ...]:
        """What stands in the file."""
        return tuple(map(self._content, self.areas))

    def _content(self, area: Area) -> BriefContent:
        from components.brief.content import brief_content

        language = self.wording.code
        return brief_content(
            CountryAnswers(**whole_country(area, language, self.shown.release_id)),
            self.wording,
            today=self.today,
            release=self.release,
            permalink=permalink(self.base, area.code, language, self.release.number),
        )


class NotUnderstood(ValueError):
    """What is asked for cannot be told: `subject` names the sentence, `said` its fields."""

    def __init__(self, subject: str, status: int, **said: str) -> None:
        self.subject, self.status, self.said = subject, status, said
        super().__init__(subject)


async def brief_pdf_file(request: Request) -> Response:
    """The brief as a PDF to be looked at; 404 and 400 are a page with a sentence and a way on."""
    return await _answer(request, PDF)


async def brief_docx_file(request: Request) -> Response:
    """The same as a Word document to be saved."""
    return await _answer(request, DOCX)


async def _answer(request: Request, form: str) -> Response:
    language = accepted_language(
        request.query_params.get("lang", "").strip().lower(),
        request.headers.get("accept-language", ""),
    )
    try:
        wanted = await run_in_threadpool(_wanted, request, form, language)
    except NotUnderstood as why:
        return plain_page(
            why.subject, language, f"/country?lang={language}", status=why.status, said=why.said
        )
    return Download(_asked(wanted))


def _wanted(request: Request, form: str, language: str) -> Wanted:
    """Raises NotUnderstood and StoreError."""
    params: Mapping[str, str] = request.query_params
    code = request.path_params["code"].strip()
    several = code.lower() == PACK
    allowed = (*PARAMETERS, "iso3") if several else PARAMETERS
    if unknown := sorted(set(params) - set(allowed)):
        raise NotUnderstood("brief_parameter", 400, asked=echoed(",".join(unknown)))
    asked = params.get("lang", "").strip()
    if asked and asked.lower() not in LANGUAGES:
        raise NotUnderstood("brief_language", 400, asked=echoed(asked), known=", ".join(LANGUAGES))
    shown = _shown(params.get("as_of", "").strip(), language)
    codes = _pack(request) if several else (code.upper(),)
    areas = tuple(_area(one, language) for one in codes)
    return Wanted(form, areas, wording(language), shown, str(request.base_url), date.today())


def _pack(request: Request) -> tuple[str, ...]:
    try:
        return codes_asked(request.query_params.getlist("iso3"))
    except NotAsked as why:
        subject = f"brief_{why.reason}"
        raise NotUnderstood(subject, 400, most=str(MOST), count=str(why.count)) from why


def _area(code: str, language: str) -> Area:
    area = store.reference(language).areas.get(code)
    if area is None or area.kind not in COUNTRY_KINDS:
        raise NotUnderstood("brief_country", 404, asked=echoed(code))
    return area


def _shown(moment: str, language: str) -> Shown:
    shown = open_store()
    if not moment:
        return shown
    try:
        return as_of(shown, moment)
    except NoSuchRelease as why:
        sentence = release_sentence(AS_OF, why, wording(language))
        raise NotUnderstood("brief_release", 400, why=sentence) from why


def _asked(wanted: Wanted) -> Asked:
    codes = [area.code for area in wanted.areas]
    language, shown, form = wanted.wording.code, wanted.shown, wanted.form

    def pieces() -> Generator[str | bytes]:
        yield _pdf(wanted) if form == PDF else _docx(wanted)

    name = "-".join(("brief" if len(codes) == 1 else "briefs", *codes, language, shown.day))
    return Asked(
        # What is late depends on the day, the link on the name under which we were asked.
        content=("brief", form, *shown.content, *codes, language, wanted.today, wanted.base),
        name=f"target87-{name}.{form}",
        changed=shown.changed,
        make=pieces,
        media=FORMATS[form],
        stays=True,
        inline=form == PDF,
    )


def _pdf(wanted: Wanted) -> bytes:
    """Raises StoreError with a sentence for the reader where it cannot be typeset."""
    # Its library is loaded with the first file, not with the server.
    from components.brief.typesetting import NotTypeset, briefs_pdf

    contents = wanted.contents
    try:
        with _ONE:
            return briefs_pdf(contents, wanted.wording)
    except NotTypeset as error:
        LOG.error("A brief could not be typeset: %s", error)
        raise StoreError(wanted.wording.t("country_brief.not_made")) from error


def _docx(wanted: Wanted) -> bytes:
    from components.brief.docx import brief_docx

    return brief_docx(wanted.contents, wanted.wording)
