"""What is said of a parameter or a value that is not known, and of what was probably meant."""

from __future__ import annotations

from components.listed_codes import Refused
from components.wording import Wording


def refusal_text(why: Refused, wording: Wording) -> str:
    """For programs: what is unknown, what was meant, and what is allowed."""
    kind = "value" if why.parameter else "parameter"
    allowed = ", ".join(why.allowed) or "-"
    said = {"parameter": why.parameter, "value": why.value, "allowed": allowed}
    if meant := why.meant:
        return wording.t(f"meant.api_{kind}", **said, meant=meant)
    return wording.t(f"api.unknown_{kind}", **said)


def refusal_sentence(why: Refused, wording: Wording) -> str:
    """On a page, which goes on without it: what was asked for and does not exist."""
    meant = why.meant
    if not why.parameter:
        if meant:
            return wording.t("meant.page_parameter", value=why.value, meant=meant)
        return wording.t("explore.unknown_parameter", value=why.value)
    said = {"filter": wording.t(f"explore.parameter.{why.parameter}"), "value": why.value}
    if meant:
        return wording.t("meant.page_value", **said, meant=meant)
    return wording.t("explore.unknown_value", **said)


def meant_question(why: Refused, wording: Wording) -> str:
    """`Did you mean “NPL”?`, to stand behind another sentence; empty where nothing is like it."""
    return wording.t("meant.question", meant=why.meant) if why.meant else ""
