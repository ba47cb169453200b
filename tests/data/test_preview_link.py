"""Links to drafts: only the link that was given shows anything, and only until its day."""

from __future__ import annotations

import stat
import string
from pathlib import Path

import pytest

from data.preview_link import (
    DAY,
    KEY_VARIABLE,
    LinkRefused,
    NoKey,
    key_file,
    opened,
    preview_key,
    token_for,
)

KEY = "a key of more than sixteen characters"
NOW = 1_790_000_000.0
LETTERS = string.ascii_letters + string.digits + "-_.=+/ \u00e9"


def refused(token: str, key: str = KEY, now: float = NOW) -> bool:
    """Whether a link shows nothing; True where its day is over."""
    with pytest.raises(LinkRefused) as found:
        opened(token, key, now)
    return found.value.expired


def test_a_link_shows_its_draft_until_its_day() -> None:
    token = token_for("NPL-2026", 7, KEY, NOW)
    until = int(NOW + 7 * DAY)
    assert opened(token, KEY, NOW) == ("NPL-2026", until)
    assert opened(token, KEY, until - 1) == ("NPL-2026", until)
    assert refused(token, now=until) is True
    assert refused(token_for("NPL-2026", 0, KEY, NOW)) is True


@pytest.mark.parametrize("code", ["NPL-2026", "XEX-2026", "NPL-2025-07-01.2026-06-30"])
def test_a_changed_letter_at_every_place_shows_nothing(code: str) -> None:
    """Base64 has spellings that mean the same bytes; they are refused too."""
    token = token_for(code, 7, KEY, NOW)
    for place, letter in enumerate(token):
        for other in LETTERS.replace(letter, ""):
            assert refused(f"{token[:place]}{other}{token[place + 1 :]}") is False
        assert refused(token[:place] + token[place + 1 :]) is False
        assert refused(f"{token[:place]}{letter}{token[place:]}") is False
    for added in ("=", "==", " ", "a", "\x00", "\n"):
        assert refused(token + added) is False
        assert refused(added + token) is False


def test_another_key_shows_nothing() -> None:
    token = token_for("NPL-2026", 7, KEY, NOW)
    assert refused(token, f"{KEY}.") is False
    assert refused(token_for("NPL-2026", 7, f"{KEY}.", NOW)) is False


@pytest.mark.parametrize("token", ["", ".", "a.b", "é.ß", "W10.x", "x" * 100_000, "\ud800"])
def test_what_is_no_link_shows_nothing(token: str) -> None:
    assert refused(token) is False


def test_the_key_lies_beside_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    with pytest.raises(NoKey, match="questionnaire preview"):
        preview_key(url)
    made = preview_key(url, make=True)
    assert len(made) > 40
    assert preview_key(url, make=True) == preview_key(url) == made
    path = key_file(url)
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    assert preview_key(url) == KEY
    assert preview_key(url, "another key of the pages") == "another key of the pages"
    monkeypatch.setenv(KEY_VARIABLE, "short")
    with pytest.raises(NoKey, match="16 characters"):
        preview_key(url)


def test_postgresql_needs_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    with pytest.raises(NoKey, match=KEY_VARIABLE):
        preview_key("postgresql+psycopg://reader@host/target87", make=True)
