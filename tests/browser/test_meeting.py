"""A meeting in a real browser: by keyboard alone, over a reload and a lost connection."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from components.meeting.agenda import MOST_ITEMS, Agenda, Item, decoded, encoded
from data import store
from tests.browser.conftest import SETTLE_MS, NewVisitor, Visitor
from tests.browser.test_axe import GRAVE, RULES

pytestmark = pytest.mark.browser

COUNTRIES: Final = {
    "BEN": "Benin",
    "BRA": "Brazil",
    "CHL": "Chile",
    "MWI": "Malawi",
    "NPL": "Nepal",
}
HOSTILE: Final = "</script><img src=x onerror=alert(8.7)>|`[a](javascript:alert(1))` =1+1 {0}"
KEPT: Final = "target87.meeting"
FITS: Final = """() => {
  const main = document.getElementById('main'), page = document.documentElement;
  const parts = [...main.querySelectorAll('.screen-card')];
  const cut = parts.filter((one) => one.scrollHeight > one.clientHeight + 1);
  return main.scrollHeight <= main.clientHeight && page.scrollHeight <= innerHeight
    && page.scrollWidth <= innerWidth && cut.length === 0;
}"""
"""Whether what is on screen needs no scrolling, and no card of it is cut off."""

ALL_KEPT: Final = """async () => {
  const kept = (await (await caches.open('target87.meeting')).keys()).map((one) => one.url);
  const count = (part) => kept.filter((url) => url.includes(part)).length;
  return count('screen.json') === 3 && count('/meeting?') === 1 && count('/look/') === 2;
}"""
"""Whether the page and the screens of its three views are kept."""

FULL: Final = """Storage.prototype.setItem = () => {
  throw new DOMException('no room', 'QuotaExceededError');
}"""
"""A browser whose storage is full."""

NewMeeting = Callable[..., tuple[Visitor, Page]]


def countries(*codes: str) -> tuple[Item, ...]:
    """Items that show countries."""
    return tuple(Item(COUNTRIES[code], f"country?iso3={code}", 12) for code in codes)


FIVE: Final = Agenda(
    "Pathfinder review",
    (
        Item("Opening", "", 5, "Adoption of the agenda"),
        *countries("BRA", "NPL"),
        Item("Pathfinders of Africa", "pathfinders?region=M49_002", 10),
        Item("Decisions", "", 10),
    ),
    "2026-11-26",
)


def link(agenda: Agenda, language: str = "en") -> str:
    """The address of a meeting, below the server's."""
    return f"/meeting?lang={language}#{encoded(agenda)}"


@pytest.fixture
def meeting(visitor: NewVisitor) -> NewMeeting:
    """Opens a meeting cold, in a browser that never saw one: `meeting(FIVE)`."""

    def opened(
        agenda: Agenda | None, language: str = "en", height: int = 720, **options: Any
    ) -> tuple[Visitor, Page]:
        window = visitor(height=height, alone=True, **options)
        address = link(agenda, language) if agenda else f"/meeting?lang={language}"
        window.page.goto(f"{window.server}{address}")
        expect(window.page.locator("#view h1")).to_be_visible()
        return window, window.page

    return opened


def state(page: Page) -> Any:
    """What the browser keeps of the meeting."""
    return json.loads(page.evaluate(f"localStorage.getItem('{KEPT}')"))


def current(page: Page) -> Locator:
    """The item of the strip that is on."""
    return page.locator("#strip [aria-current=step]")


def shows(page: Page, country: str) -> None:
    """Wait for the screen of a country; the first one is made by a server that has just begun."""
    title = page.locator(".screen-country h1")
    expect(title).to_have_text(country, timeout=SETTLE_MS)


def saved(page: Page, button: str) -> tuple[str, str]:
    """Name and content of the file that a button saves, pressed by keyboard."""
    page.locator(button).focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    path = download.value.path()
    return download.value.suggested_filename, Path(path).read_text(encoding="utf-8")


def saved_as_word(page: Page, path: Path) -> str:
    """The text of the minutes that the server made, all paragraphs and cells."""
    page.locator("#save-docx").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".docx")
    download.value.save_as(path)
    return "\n".join(
        paragraph.text or ""
        for paragraph in docx.Document(str(path)).element.iter()
        if paragraph.tag.endswith("}t")
    )


def test_a_meeting_of_five_items_by_keyboard_alone(meeting: NewMeeting, tmp_path: Path) -> None:
    window, page = meeting(FIVE)
    expect(page.locator("#start")).to_be_focused()
    keys = page.keyboard

    # Two decisions and an action point, on two items; every screen needs no scrolling.
    keys.press("ArrowRight")
    expect(page.locator("#main h1")).to_have_text("Opening")
    assert page.evaluate(FITS)
    keys.press("PageDown")
    shows(page, "Brazil")
    assert page.evaluate(FITS)
    keys.press("d")
    keys.type("Monitoring results to be published")
    keys.press("Enter")
    expect(page.locator("#notes-panel")).to_contain_text("Monitoring results to be published")
    keys.press("Escape")
    keys.press("Escape")
    expect(page.locator("#notes-panel")).to_be_hidden()
    keys.press(" ")
    shows(page, "Nepal")
    assert page.evaluate(FITS)
    keys.press("a")
    keys.type("Write to the commission")
    keys.press("Tab")
    keys.type("Secretariat")
    keys.press("Tab")
    keys.type("03312027")
    keys.press("Enter")
    expect(page.locator("#notes-panel")).to_contain_text("due 31 March 2027")

    # A reload, in the middle: the same item, the same notes, a clock that went on.
    started = state(page)["started"]
    page.reload()
    expect(current(page)).to_contain_text("Nepal")
    shows(page, "Nepal")
    assert state(page)["started"] == started
    assert state(page)["spent"][2] > 0
    expect(page.locator("#notes-toggle")).to_have_text("1 recorded")
    page.wait_for_function(ALL_KEPT)

    # Without a connection every step goes on, and what is typed is kept.
    page.context.set_offline(True)
    keys.press("ArrowRight")
    expect(page.locator("#foot .lost")).to_contain_text("No connection")
    keys.press("ArrowRight")
    expect(page.locator("#main h1")).to_have_text("Decisions")
    keys.press("d")
    keys.type("The next meeting is in May")
    keys.press("Enter")
    assert [note["kind"] for note in state(page)["notes"]] == ["decision", "action", "decision"]
    keys.press("Escape")
    # Even a reload finds everything, and says why it is not fresh.
    page.reload()
    expect(page.locator("#main h1")).to_have_text("Decisions")
    expect(page.locator("#foot .lost")).to_contain_text("No connection")
    keys.press("ArrowLeft")
    keys.press("ArrowLeft")
    shows(page, "Nepal")
    keys.press("m")
    name, markdown = saved(page, "#save-markdown")
    assert name == "minutes-pathfinder-review-2026-11-26.md"
    assert "- **Decision:** The next meeting is in May" in markdown
    page.locator("#save-docx").press("Enter")
    expect(page.locator("#notices")).to_contain_text("cannot be reached now")
    page.locator("#notices .quiet").first.press("Enter")
    page.context.set_offline(False)
    expect(page.locator("#foot .lost")).to_be_empty()

    written = saved_as_word(page, tmp_path / "minutes.docx")
    for said in ("Monitoring results to be published", "Write to the commission", "31 March 2027"):
        assert said in written

    # The minutes lead back to the figures that the meeting saw.
    name, markdown = saved(page, "#save-markdown")
    release = store.build_now().newest
    assert "- **Decision:** Monitoring results to be published" in markdown
    action = "- **Action point:** Write to the commission (Secretariat · due 31 March 2027)"
    assert action in markdown
    assert f"(data version {release})" in markdown
    permalinks = re.findall(r"<(http[^>]+)>", markdown)
    assert [urlsplit(each).path for each in permalinks] == ["/country", "/country", "/pathfinders"]
    window.errors[:] = [each for each in window.errors if "ERR_INTERNET_DISCONNECTED" not in each]
    for permalink in permalinks:
        assert f"as_of={release}" in permalink
        page.goto(permalink, wait_until="domcontentloaded")
        window.settle()
        expect(page.locator(".as-of, .as-of-banner, .stMain").first).to_be_visible()
    assert window.errors == []
    assert window.outside == []


def test_five_countries_in_turn_take_five_presses(meeting: NewMeeting) -> None:
    _, page = meeting(Agenda("Five", countries(*COUNTRIES)))
    for place in range(5):
        page.keyboard.press("PageDown")
        expect(current(page)).to_contain_text(str(place + 1))
        shows(page, list(COUNTRIES.values())[place])
        assert page.evaluate(FITS)


def test_left_is_on_where_the_language_runs_to_the_left(meeting: NewMeeting) -> None:
    _, page = meeting(Agenda("Two", countries("BRA", "NPL")), "ar")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    shows(page, "نيبال")
    page.keyboard.press("ArrowRight")
    shows(page, "البرازيل")
    assert page.evaluate(FITS)


def live_page(page: Page, server: str) -> str:
    """A page that has no screen of its own, so that a meeting shows the page."""
    for name in ("sources", "explore", "monitoring", "changed"):
        asked = {"view": name, "lang": "en"}
        told = page.request.get(f"{server}/api/v1/meeting/screen.json", params=asked).json()
        if told["kind"] == "page":
            return name
    pytest.fail("Every page has a screen: let this test open another one.")


def test_keys_stay_in_a_field_and_work_in_a_live_page(visitor: NewVisitor) -> None:
    window = visitor(alone=True, height=720)
    page = window.page
    live = Item("Live", live_page(page, window.server))
    address = link(Agenda("Live", (*countries("BRA", "NPL"), live)))
    page.goto(f"{window.server}/robots.txt")
    page.evaluate(f"location.assign({json.dumps(address)})")
    expect(page.locator("#start")).to_be_visible()
    page.keyboard.press("3")
    frame = page.frame_locator("#frames iframe:not(.away)")
    frame.locator("h1").first.click()
    page.keyboard.press("ArrowLeft")
    shows(page, "Nepal")
    page.keyboard.press("d")
    page.keyboard.type("a d m 3")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    expect(page.locator("#note-text")).to_have_value("a d m 3")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    # What was typed and not recorded is still there.
    expect(page.locator("#note-text")).to_have_value("a d m 3")
    page.keyboard.press("Home")
    expect(page.locator("#start")).to_be_focused()
    page.keyboard.press("Escape")
    # Out of the meeting, to where one came from.
    page.wait_for_url(f"{window.server}/robots.txt")


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        (encoded(FIVE)[:-9], "damaged"),
        ("agenda=1.%%%", "damaged"),
        ("agenda=2.abc", "another version"),
        ("somewhere", "no agenda"),
    ],
)
def test_a_link_that_is_none_says_so_and_keeps_what_is_there(
    meeting: NewMeeting, fragment: str, said: str
) -> None:
    window, page = meeting(FIVE)
    expect(page.locator("#start")).to_be_visible()
    page.evaluate(f"location.hash = {json.dumps(fragment)}")
    expect(page.locator("#notices")).to_contain_text(said)
    expect(page.locator(".agenda-row")).to_have_count(5)
    assert window.errors == []


def test_a_link_with_a_foreign_view_or_too_many_items_is_refused(meeting: NewMeeting) -> None:
    foreign = Agenda("x", (Item("x", "https://example.org/"),))
    _, page = meeting(foreign)
    expect(page.locator("#notices")).to_contain_text("no agenda")
    expect(page.locator("#agenda-title")).to_be_visible()
    longer = Agenda("x", (Item("y"),) * (MOST_ITEMS + 1))
    page.evaluate(f"location.hash = {json.dumps(encoded(longer))}")
    expect(page.locator("#notices")).to_contain_text(str(MOST_ITEMS))


def test_two_meetings_in_one_browser_are_both_kept(meeting: NewMeeting) -> None:
    _, page = meeting(FIVE)
    page.keyboard.press("ArrowRight")
    other = Agenda("Another", (Item("Only", "", 3),))
    page.evaluate(f"location.hash = {json.dumps(encoded(other))}")
    page.locator("#keep-mine").press("Enter")
    expect(page.locator("h1")).to_have_text("Pathfinder review")
    page.locator(".shelf button").press("Enter")
    expect(page.locator("h1")).to_have_text("Another")
    expect(page.locator(".shelf")).to_contain_text("Pathfinder review")
    page.locator(".shelf button").press("Enter")
    expect(page.locator("h1")).to_have_text("Pathfinder review")
    assert state(page)["started"]


def test_what_cannot_be_read_is_kept_and_said(visitor: NewVisitor) -> None:
    window = visitor(alone=True)
    page = window.page
    page.goto(f"{window.server}/robots.txt")
    page.evaluate(f"localStorage.setItem('{KEPT}', '{{half a meet')")
    page.goto(f"{window.server}{link(FIVE)}")
    expect(page.locator(".agenda-row")).to_have_count(5)
    expect(page.locator("#notices")).to_contain_text("cannot be read")
    _, text = saved(page, "#notices button:has-text('Save as a file')")
    assert text == "{half a meet"


def test_a_pasted_agenda_becomes_items_and_nothing_typed_is_lost(meeting: NewMeeting) -> None:
    _, page = meeting(None)
    page.locator("#fold-paste summary").press("Enter")
    page.locator("#paste").fill("1. Opening (5 min)\n2. Nepal (12 min)")
    # Another view and back: the text is still there.
    page.locator("#tab-people").press("Enter")
    page.locator("#person-name").fill("A half-typed na")
    page.locator("#tab-build").press("Enter")
    page.locator("#fold-paste button").press("Enter")
    expect(page.locator(".build-row")).to_have_count(2)
    items = state(page)["agenda"]["i"]
    assert [(one["t"], one["v"].split("&")[0], one["m"]) for one in items] == [
        ("Opening", "", 5),
        ("Nepal", "country?iso3=NPL", 12),
    ]
    page.locator("#tab-people").press("Enter")
    expect(page.locator("#person-name")).to_have_value("A half-typed na")


def test_figures_of_another_version_are_a_choice(meeting: NewMeeting) -> None:
    newest = store.build_now().newest
    later = Agenda("Later", countries("NPL"), release=newest + 7)
    _, page = meeting(later)
    expect(page.locator("#version-question")).to_contain_text(str(newest + 7))
    page.locator("#version-question button").press("Enter")
    expect(page.locator("#version-question")).to_have_count(0)
    assert state(page)["agenda"]["r"] == newest


def test_figures_of_an_earlier_version_can_be_asked_for(visitor: NewVisitor) -> None:
    window = visitor(alone=True)
    page, newest = window.page, store.build_now().newest

    def of_a_later_release(route: Route) -> None:
        """The document as a server gives it that published once more."""
        answer = route.fetch()
        told = answer.text().replace(f'"release": {newest}', f'"release": {newest + 1}')
        route.fulfill(response=answer, body=told)

    page.route("**/meeting?*", of_a_later_release)
    page.goto(f"{window.server}{link(Agenda('Then', countries('NPL'), release=newest))}")
    question = page.locator("#version-question")
    expect(question).to_contain_text(f"data version {newest}; today’s is {newest + 1}")
    question.locator("button").first.press("Enter")
    expect(question).to_have_count(0)
    assert state(page)["agenda"]["i"][0]["v"] == f"country?iso3=NPL&as_of={newest}"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    shows(page, "Nepal")


def test_two_hundred_items_scroll_in_the_strip_alone(meeting: NewMeeting) -> None:
    many = tuple(Item(f"Item {n}", "", 1) for n in range(1, MOST_ITEMS + 1))
    _, page = meeting(Agenda("Long", many))
    for digit in "187":
        page.keyboard.press(digit)
    expect(page.locator("#main h1")).to_have_text("Item 187")
    box, strip = current(page).bounding_box(), page.locator(".strip-items").bounding_box()
    assert box and strip
    assert strip["x"] <= box["x"]
    assert box["x"] + box["width"] <= strip["x"] + strip["width"]
    assert page.evaluate(FITS)


def test_hostile_text_stays_text_on_screen_and_in_the_minutes(meeting: NewMeeting) -> None:
    window, page = meeting(Agenda(HOSTILE, (Item(HOSTILE, "", 1, HOSTILE),)))
    page.keyboard.press("ArrowRight")
    expect(page.locator("#main h1")).to_have_text(HOSTILE)
    page.keyboard.press("a")
    page.keyboard.type(HOSTILE)
    page.keyboard.press("Tab")
    page.keyboard.type(HOSTILE)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    expect(page.locator(".minutes-notes")).to_contain_text(HOSTILE)
    assert page.locator("#main img").count() == 0
    _, markdown = saved(page, "#save-markdown")
    bare = re.sub(r"\\.", "", markdown.replace("- **Action point:**", ""))
    assert re.findall(r"[<>`\[\]|]", bare) == []
    assert window.errors == []


def test_links_of_python_and_of_the_page_are_one_form(meeting: NewMeeting) -> None:
    made = Agenda("Réunion / اجتماع", (Item("Népal", "country?iso3=NPL", 7, "été"), Item("نقاش")))
    _, page = meeting(made)
    page.keyboard.press("e")
    page.locator("#copy-link").press("Enter")
    expect(page.locator("#link")).to_be_visible()
    address = page.locator("#link").input_value()
    assert decoded(address.partition("#")[2]) == made


def test_an_agenda_is_built_by_keyboard(meeting: NewMeeting) -> None:
    window, page = meeting(None)
    page.locator("#country-input").focus()
    for typed in ("Nepl", "Brazil"):
        page.keyboard.type(typed)
        expect(page.locator("#country-list")).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.locator("#country-input")).to_have_value("")
    page.locator("#spoken-title").fill("Welcome")
    page.keyboard.press("Enter")
    expect(page.locator(".build-row")).to_have_count(3)
    page.locator("#title-2").press("Alt+ArrowUp")
    page.locator("#title-1").press("Alt+ArrowUp")
    titles = [item["t"] for item in state(page)["agenda"]["i"]]
    assert titles == ["Welcome", "Nepal", "Brazil"]
    page.locator("#minutes-1").fill("15")
    page.locator("#agenda-title").fill("Ours")
    page.locator("#remove-2").press("Enter")
    expect(page.locator(".build-row")).to_have_count(2)
    page.locator("#notices button", has_text="Undo").press("Enter")
    expect(page.locator(".build-row")).to_have_count(3)
    made = state(page)["agenda"]
    assert (made["t"], made["i"][1]) == (
        "Ours",
        {"t": "Nepal", "v": "country?iso3=NPL", "m": 15, "n": ""},
    )
    name, text = saved(page, "#save-agenda")
    assert name == "agenda-ours.json"
    page.locator("#clear").press("Enter")
    expect(page.locator(".build-row")).to_have_count(0)
    page.locator("#open-file").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": text.encode()}
    )
    expect(page.locator(".agenda-row")).to_have_count(3)
    assert window.errors == []


GROUPS: Final = ("chair", *["government"] * 3, *["un"] * 3, "workers", "employers", "employers")


def test_the_quorum_needs_eleven_and_every_group(meeting: NewMeeting) -> None:
    _, page = meeting(FIVE)
    page.keyboard.press("t")

    def enter(name: str, group: str) -> None:
        page.locator("#person-name").fill(name)
        page.locator("#person-group").select_option(group)
        page.locator("#person-name").press("Enter")
        expect(page.locator("#person-name")).to_be_focused()

    for number, group in enumerate(GROUPS):
        enter(f"Person {number}", group)
    enter("Guest", "observer")
    quorum = page.locator("#main .quorum")
    expect(quorum).to_contain_text("Representatives: 10 of at least 11.")
    expect(quorum).to_contain_text("Nobody is entered for: Civil society.")
    enter("Person 11", "civil_society")
    expect(quorum).to_contain_text(
        "Quorum reached: 11 of at least 11 representatives, every group present."
    )
    page.locator("#counts-0").press(" ")
    expect(quorum).to_contain_text("No quorum yet. Representatives: 10 of at least 11.")


def test_a_browser_that_keeps_nothing_says_so(visitor: NewVisitor) -> None:
    window = visitor(alone=True)
    page = window.page
    page.add_init_script(FULL)
    page.goto(f"{window.server}{link(FIVE)}")
    expect(page.locator("#notices")).to_contain_text("storage is full")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#main h1")).to_have_text("Opening")
    # What it could not keep stays in its address.
    assert decoded(urlsplit(page.url).fragment).items == FIVE.items
    page.reload()
    expect(page.locator(".agenda-row")).to_have_count(5)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_view_is_accessible(meeting: NewMeeting, theme: str) -> None:
    _, page = meeting(FIVE, color_scheme=theme)
    axe, found = Axe(), []
    steps = {
        "agenda": "",
        "spoken": "1",
        "country": "2",
        "build": "e",
        "people": "t",
        "minutes": "m",
    }
    for view, key in steps.items():
        if key:
            page.keyboard.press(key)
        if view == "country":
            shows(page, "Brazil")
            page.keyboard.press("d")
            page.keyboard.type("A decision")
            page.keyboard.press("Enter")
            page.keyboard.press("Escape")
        answer = axe.run(page, options=RULES)
        found += [
            f"{view}: {each['id']} {[node['target'] for node in each['nodes']][:3]}"
            for each in answer.response["violations"]
            if each["impact"] in GRAVE
        ]
    assert found == []
