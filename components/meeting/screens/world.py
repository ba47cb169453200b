"""The world as one screen: the three numbers of the start page with their years and targets."""

from __future__ import annotations

from collections.abc import Sequence

from components.meeting.screens.screen import Screen, drawn
from components.wording import Wording
from components.world.headline import Number


def world_screen(blocks: Sequence[Number], wording: Wording, *, released: str) -> Screen:
    """The numbers as they stand on the start page."""
    return drawn(
        "screen_world.html",
        wording.t("world.title"),
        wording.t("frame.page.world"),
        mission=wording.t("world.mission"),
        numbers=blocks,
        released=released,
        t=wording.t,
    )
