"""The switch of a country's page that shows what happened below the years of its charts."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.conftest import OpenPage
from tests.unpacking import unpacked


def html_of(page: AppTest) -> str:
    assert not page.exception
    return "".join(unpacked(element.proto.body) for element in page.get("html"))


def test_the_address_shows_and_hides_what_happened(app: OpenPage) -> None:
    # Pages are kept once made: neither form may stand in the place of the other.
    for shown in (False, True, False):
        page = app("country", iso3="NPL", **({"events": "1"} if shown else {}))
        html = html_of(page)
        assert ("event-strip" in html) == ("event-list" in html) == shown
        (box,) = page.checkbox
        assert box.value is shown and "12" in box.label
        assert ("events=1&amp;iso3=IND" in html) == shown


def test_the_box_writes_the_address_and_keeps_the_rest(app: OpenPage) -> None:
    page = app("country", iso3="NPL", lang="fr")
    page.checkbox[0].check().run()
    assert "1" in page.query_params["events"] and "fr" in page.query_params["lang"]
    assert "event-strip" in html_of(page)
    page.checkbox[0].uncheck().run()
    assert "events" not in page.query_params
    assert "event-strip" not in html_of(page)


def test_any_other_value_is_no_switch(app: OpenPage) -> None:
    assert "event-strip" not in html_of(app("country", iso3="NPL", events="yes"))
