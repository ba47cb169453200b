"""What travels packed stands where it belongs, and nothing that comes out of a pack acts."""

from __future__ import annotations

import zlib
from base64 import b64encode

import pytest
from playwright.sync_api import expect

from components.packing import BETWEEN
from tests.browser.conftest import NewVisitor

pytestmark = pytest.mark.browser

LEFT = "() => document.querySelectorAll('[data-packed], [data-packed-place]').length"
HOSTILE = (
    '<img src="x" onerror="window.hit=1"><a id="one" href="java&#10;script:window.hit=1">x</a>',
    '<svg onload="window.hit=1"><script>window.hit=1</script></svg>'
    '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>'
    '<p id="two" data-label="on" title="=1">text</p><form action="https://example.org"></form>',
)
PUT = """pack => {
  const made = document.createElement('div');
  made.id = 'hostile';
  made.innerHTML = '<i hidden data-packed-place></i>'.repeat(2)
    + `<i hidden data-packed="${pack}"></i>`;
  document.querySelector('[data-testid=stMain]').append(made);
}"""


def test_folds_and_plots_are_filled_and_packs_are_cleaned(visitor: NewVisitor) -> None:
    page = visitor().open("country", iso3="NPL")
    expect(page.locator(".plot-area .plot-mark").first).to_be_attached()
    page.wait_for_function(f"() => ({LEFT})() === 0")
    fold = page.locator(".card-actions details").first
    expect(fold.locator("table")).to_be_attached()
    expect(fold.locator("table")).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator("table")).to_be_visible()

    pack = b64encode(zlib.compress(BETWEEN.join(HOSTILE).encode())).decode()
    page.evaluate(PUT, pack)
    expect(page.locator("#two")).to_have_attribute("title", "=1")
    assert page.locator("#two").get_attribute("data-label") == "on"
    assert page.locator("#one").get_attribute("href") is None
    assert page.locator("#hostile :is(script, iframe, form)").count() == 0
    assert page.locator("#hostile :is([onerror], [onload], [srcdoc])").count() == 0
    page.wait_for_timeout(300)
    assert page.evaluate("() => window.hit") is None
