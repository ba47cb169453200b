"""The name of a plan in the reader's language, else as its page gives it and marked as such."""

from __future__ import annotations

from components.markup import Foreign
from components.wording import DEFAULT, Wording
from data.records import Mechanism


def plan_name(plan: Mechanism, wording: Wording) -> str:
    """The plan's name; a Foreign where the reader's language has none for it."""
    name = wording.of(plan, "name")
    return Foreign(name) if name == plan.name and wording.code != DEFAULT else name


def plan_ends(plan: Mechanism, wording: Wording) -> str:
    """That the plan ends, with its name."""
    name = plan_name(plan, wording)
    if isinstance(name, Foreign):
        return Foreign(name.foreign, wording.t("pathfinders.plan_ends", plan=""))
    return wording.t("pathfinders.plan_ends", plan=name)
