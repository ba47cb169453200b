"""Settings: safe without any, refused by name, and all of them in docs/operate.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pages.service.settings import PREFIX, SettingRefused, Settings, settings

DOCS = Path(__file__).resolve().parents[2] / "docs" / "operate.md"


@pytest.fixture(autouse=True)
def _read_anew() -> None:
    settings.cache_clear()


def test_every_setting_stands_in_the_readme() -> None:
    told = set(re.findall(r"^\| `(TARGET87_\w+)` \|", DOCS.read_text("utf-8"), re.MULTILINE))
    named = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    assert named - told == set()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("TARGET87_MOST_SESSIONS", "many"),
        ("TARGET87_MOST_EXPORTS", "0"),
        ("TARGET87_METRICS", "perhaps"),
        ("TARGET87_LOG", "everything"),
    ],
)
def test_a_bad_value_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingRefused, match=f"{variable}='{value}'"):
        settings()
