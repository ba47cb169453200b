"""A signed link in a real browser: the draft, and an old link's one sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from data.database import LOADER_URL_VARIABLE, URL_VARIABLE
from data.preview_link import preview_key, token_for
from loaders.reporting import process
from loaders.reporting.example import filled_workbook
from tests.browser.conftest import NewVisitor
from tests.servers import started
from tests.shared import copied

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def draft(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a server whose store holds a draft, and that store's."""
    folder = tmp_path_factory.mktemp("preview")
    url = copied(store_url, folder / "store.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, url)
        patch.setenv(LOADER_URL_VARIABLE, url)
        path = folder / "filled.xlsx"
        path.write_bytes(filled_workbook("fr"))
        process.load(path, "a tester", url=url)
        preview_key(url, make=True)
        with started(tmp_path_factory.mktemp("server"), TARGET87_DATABASE_URL=url) as made:
            yield made.address, url


def test_a_link_shows_the_draft_and_an_old_one_a_sentence(
    draft: tuple[str, str], visitor: NewVisitor
) -> None:
    address, url = draft
    key = preview_key(url)
    window = visitor(1440)
    window.server = address
    page = window.open("preview", draft=token_for("XEX-2026", 7, key), lang="fr")
    expect(page.get_by_text("Projet, non publié.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Exempleland")
    expect(page.get_by_text("Fonds pour les enfants retirés de travaux dangereux")).to_be_visible()
    expect(page.locator(".preview img").first).to_be_visible()
    page.get_by_role("link", name="La page du pays telle qu").click()
    expect(page).to_have_url(f"{address}/country?lang=fr&iso3=XEX")

    old = window.open("preview", draft=token_for("XEX-2026", 7, key, 1_700_000_000), lang="fr")
    expect(old.get_by_text("Ce lien n’est plus valable")).to_be_visible()
    expect(old.locator(".preview")).to_have_count(0)
    expect(old.get_by_role("link", name="Vers les pays pionniers")).to_be_visible()
