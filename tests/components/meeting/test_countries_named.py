"""Which countries a line names: every country in every language of the product, and no other."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from components.meeting.countries_named import CountriesNamed
from components.meeting.item_views import view_of
from components.wording import LANGUAGES
from data.queries import areas

PAGES = {"country", "compare", "pathfinders", "timeline", "changed"}


@pytest.fixture(scope="module")
def named(engine: object) -> CountriesNamed:
    """The names of the real store."""
    with engine.connect() as connection:  # type: ignore[attr-defined]
        return _named(connection)


def _named(connection: Connection) -> CountriesNamed:
    known = areas.areas(connection, "en").values()
    countries = {area.code for area in known if area.kind in areas.COUNTRY_KINDS}
    return CountriesNamed(areas.spellings(connection), countries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_is_found_by_its_name_alone_and_in_a_line(
    named: CountriesNamed, connection: Connection, language: str
) -> None:
    around = {"en": "News from {}, its law", "fr": "Bilan : {} (atelier)", "ar": "عرض {}: الجديد"}
    known = areas.areas(connection, language)
    countries = [area for area in known.values() if area.kind in areas.COUNTRY_KINDS]
    assert len(countries) == 250
    for area in countries:
        assert named.whole(area.name) == area.code, area.name
        assert named.inside(around[language].format(area.name)) == (area.code,), area.name


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Update on Nepl", "NPL"), ("Progress in Madagscar", "MDG"), ("Germny", "DEU"),
        ("Nepal and Peru", "NPL PER"), ("بيرو ونيبال", "PER NPL"), ("للمغرب", "MAR"),
        ("DRC", "COD"), ("Democratic Republic of the Congo and Congo", "COD COG"),
        ("Ivory Coast: workshop", "CIV"), ("Vietnam", "VNM"), ("Türkiye", "TUR"), ("Burma", "MMR"),
        ("尼泊尔", "NPL"), ("Los Países Bajos", "NLD"), ("Guinea-Bissau and Guinea", "GNB GIN"),
        ("Chair", ""), ("Child labour", ""), ("Child Labour Platform", ""), ("Begin", ""),
        ("Roland speaks", ""), ("Regional initiative: Latin America", ""), ("Americas", ""),
        ("Africa", ""), ("Mail from partners", ""), ("oman", "OMN"), ("a woman", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_slip_is_forgiven_and_a_word_is_no_country(
    named: CountriesNamed, line: str, codes: str
) -> None:
    assert named.inside(line) == tuple(codes.split())


@pytest.mark.parametrize(
    ("title", "view"),
    [
        ("Update on Nepal", "country?iso3=NPL"),
        ("Nepal, Peru and Fiji", "compare?iso3=NPL,PER,FJI"),
        ("Nepal, Peru, Fiji, Ghana, Chile", "compare?iso3=NPL,PER,FJI,GHA,CHL"),
        ("Nepal, Peru, Fiji, Ghana, Chile, India, Kenya, Mali, Togo", ""),
        ("Update on pathfinder countries", "pathfinders"),
        ("Pays pionniers : où ils en sont", "pathfinders"),
        ("وضع البلدان الرائدة", "pathfinders"),
        ("2021 Roadmap and the conference", "timeline"),
        ("Since the last meeting", "changed"),
        ("Thematic Action Groups", ""),
        ("Closing remarks", ""),
    ],
)
def test_the_page_of_a_title(named: CountriesNamed, title: str, view: str) -> None:
    assert view_of(title, named, PAGES) == view
    assert view_of("Since the last meeting", named, {*PAGES, "since"}) == "since"
    assert view_of("Thematic Action Groups", named, {*PAGES, "alliance"}) == "alliance"
