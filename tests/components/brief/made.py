"""Briefs of the real store for tests, each made once."""

from __future__ import annotations

from datetime import date
from functools import cache

from components.brief.addresses import permalink
from components.brief.content import brief_content
from components.brief.records import BriefContent, Release
from components.brief.typesetting import brief_pdf
from components.country.answers import CountryAnswers
from components.wording import wording
from data import store
from data.country_facts import whole_country

TODAY = date(2026, 11, 27)
BASE = "https://dashboards.example/"


@cache
def answers_of(code: str, language: str) -> CountryAnswers:
    """Everything held of a country."""
    return CountryAnswers(**whole_country(store.reference(language).areas[code], language))


@cache
def content_of(code: str, language: str) -> BriefContent:
    """A country's brief as a record."""
    build = store.build()
    return brief_content(
        answers_of(code, language),
        wording(language),
        today=TODAY,
        release=Release(build.newest, build.published),
        permalink=permalink(BASE, code, language, build.newest),
    )


@cache
def pdf_of(code: str, language: str) -> bytes:
    """A country's brief as PDF."""
    return brief_pdf(content_of(code, language), wording(language))
