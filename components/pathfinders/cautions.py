"""What a reader should know of steps that stand out of the order, in words."""

from __future__ import annotations

from collections.abc import Sequence

from components.wording import Wording
from data.methods.stages import cautions
from data.records import Stage


def caution_words(stages: Sequence[Stage], wording: Wording) -> tuple[str, ...]:
    """The cautions on a country's steps as sentences, each with the step that it is on."""
    return tuple(
        wording.t(
            f"stage_caution.{one.code}", stage=wording.t(f"pathfinders.stage_short.{one.stage}")
        )
        for one in cautions(stages)
    )
