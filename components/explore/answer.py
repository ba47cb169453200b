"""What the data page says of what was asked for and does not exist."""

from __future__ import annotations

from components.explore.filters import Refused
from components.wording import Wording


def refusal_sentence(why: Refused, wording: Wording) -> str:
    """What was asked for in the URL and does not exist; the page goes on without it."""
    if not why.parameter:
        return wording.t("explore.unknown_parameter", value=why.value)
    return wording.t(
        "explore.unknown_value",
        filter=wording.t(f"explore.parameter.{why.parameter}"),
        value=why.value,
    )
