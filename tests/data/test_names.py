"""A country is found by whatever people call it: over all countries, languages and aliases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from babel import Locale
from sqlalchemy import Engine

from data.database import read_engine
from data.languages import LANGUAGES
from data.methods.names import ALIAS, Names, Spelling
from data.queries import areas
from data.records import Area
from loaders.facts.area_names import SEARCHED

EVERYDAY = (
    ("Turquie", "TUR"),
    ("Corée du Sud", "KOR"),
    ("Corée du Nord", "PRK"),
    ("Biélorussie", "BLR"),
    ("Timor oriental", "TLS"),
    ("Territoires palestiniens", "PSE"),
    ("روسيا", "RUS"),
    ("سوريا", "SYR"),
    ("فيتنام", "VNM"),
    ("كوريا الجنوبية", "KOR"),
    ("الرأس الأخضر", "CPV"),
    ("ساحل العاج", "CIV"),
    ("التشيك", "CZE"),
    ("الفاتيكان", "VAT"),
    ("Cote d", "CIV"),
    ("Turkiye", "TUR"),
    ("Curacao", "CUW"),
    ("Burma", "MMR"),
    ("Ivory Coast", "CIV"),
    ("MMR", "MMR"),
    ("Reunion", "REU"),
)
"""Names that people typed and did not find, and whom they meant."""

SLIPS = (
    ("Nepl", "NPL"),
    ("Ghanna", "GHA"),
    ("Brzil", "BRA"),
    ("Bangaldesh", "BGD"),
    ("Philipines", "PHL"),
    ("Cote dIvoire", "CIV"),
    ("Uzbekstan", "UZB"),
    ("Vrazil", "BRA"),
    ("Salvadr", "SLV"),
    ("نيبل", "NPL"),
)
HOMONYMS = {("vi", "Nga"), ("no", "Kongo")}
"""`Nga` is Russia in Vietnamese and the code of Nigeria; `Kongo` the one or the other Congo."""


@pytest.fixture(scope="module")
def engine(store_url: str) -> Iterator[Engine]:
    """A read-only engine on the real store."""
    made = read_engine(store_url)
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def names(engine: Engine) -> Names:
    """Every name of every area."""
    with engine.connect() as connection:
        return areas.names(connection)


@pytest.fixture(scope="module")
def known(engine: Engine) -> Mapping[str, Area]:
    """Every area in English."""
    with engine.connect() as connection:
        return areas.areas(connection, "en")


def countries(found: Iterator[str], known: Mapping[str, Area]) -> list[str]:
    """Those of some codes that are countries or territories."""
    return [code for code in found if known[code].kind in areas.COUNTRY_KINDS]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("typed", "code"), EVERYDAY)
def test_names_that_people_use_come_first(
    names: Names, language: str, typed: str, code: str
) -> None:
    assert names.find(typed, language)[0].area == code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("typed", "code"), SLIPS)
def test_one_slip_of_the_finger_is_forgiven(
    names: Names, language: str, typed: str, code: str
) -> None:
    assert names.find(typed, language)[0].area == code


def test_every_country_is_first_by_every_name_that_cldr_knows(
    names: Names, known: Mapping[str, Area]
) -> None:
    missed, walked = set(), 0
    for language in (*LANGUAGES, *SEARCHED):
        territories = Locale.parse(language).territories
        for area in known.values():
            name = territories.get(area.iso2, "") if area.iso2 else ""
            if not name:
                continue
            walked += 1
            shown = [match.area for match in names.find(name, "en")]
            if countries(iter(shown), known)[:1] != [area.code]:
                missed.add((language, name))
    assert walked > 9_000
    assert missed == HOMONYMS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_that_is_shown_finds_its_area_first(
    engine: Engine, names: Names, language: str
) -> None:
    with engine.connect() as connection:
        shown = areas.areas(connection, language)
    missed = [
        area.name
        for area in shown.values()
        if area.kind in areas.COUNTRY_KINDS and names.find(area.name, language)[0].area != area.code
    ]
    assert missed == []


def test_every_alias_and_every_code_finds_its_country_first(
    engine: Engine, names: Names, known: Mapping[str, Area]
) -> None:
    with engine.connect() as connection:
        aliases = [s for s in areas.spellings(connection) if s.language == ALIAS]
    asked = [(s.text, s.area) for s in aliases]
    asked += [(code, area.code) for area in known.values() for code in (area.code, area.iso2)]
    missed = []
    for text, code in asked:
        if not text or known[code].kind not in areas.COUNTRY_KINDS:
            continue
        for typed in (text, text.lower()):
            found = countries(iter([m.area for m in names.find(typed, "en")]), known)
            if found[:1] != [code]:
                missed.append((typed, code, found[:2]))
    assert missed == []


@pytest.mark.parametrize("typed", ["", "   ", "!?", "xqzw", "Ruritania", "'; DROP TABLE area; --"])
def test_no_result_is_better_than_a_scattered_one(names: Names, typed: str) -> None:
    assert names.find(typed, "en") == ()


@pytest.mark.parametrize("typed", ["%", "_", "\\", "\x00", "é" * 300, "a%b_c\\d", "\ud800"])
def test_nothing_that_is_typed_breaks_the_search(names: Names, typed: str) -> None:
    assert [match.area for match in names.find(typed, "ar")] == []


def test_whole_names_come_before_beginnings_and_these_before_later_words(names: Names) -> None:
    found = [match.area for match in names.find("guinea", "en")]
    assert found[0] == "GIN"
    assert set(found) == {"GIN", "GNB", "GNQ", "PNG"}
    assert found.index("GNB") < found.index("PNG")


def test_the_readers_own_language_comes_first() -> None:
    spellings = [
        Spelling("AAA", "fr", "Marron"),
        Spelling("BBB", "en", "Marsh"),
        Spelling("CCC", "de", "Marder"),
        Spelling("DDD", ALIAS, "Marland"),
    ]
    made = Names(spellings, {"MAR": "EEE"}, lambda code: code)
    assert [m.area for m in made.find("mar", "fr")] == ["EEE", "AAA", "BBB", "DDD", "CCC"]
    assert [m.area for m in made.find("mar", "de")] == ["EEE", "CCC", "BBB", "DDD", "AAA"]
    assert made.find("mar", "fr")[1].spelling == "Marron"


def test_a_slip_is_looked_for_only_where_nothing_else_is_found() -> None:
    made = Names([Spelling("AAA", "en", "Mali"), Spelling("BBB", "en", "Malis")], {}, str)
    assert [m.area for m in made.find("mali", "en")] == ["AAA", "BBB"]
    assert [m.area for m in made.find("malj", "en")] == ["AAA", "BBB"]
    assert made.find("mxlj", "en") == ()
    assert made.find("mlj", "en") == ()
