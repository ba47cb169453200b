"""World figures that were not read in their publisher's own document: who quotes them."""

from __future__ import annotations

from collections.abc import Sequence

from components.numbers import isolate
from components.wording import Wording
from data.methods.second_hand import quoted_by
from data.records import Observation


def quoted_sentence(rows: Sequence[Observation], wording: Wording) -> str:
    """Who quotes how many of the figures; empty where all were read at first hand."""
    second_hand = [who for row in rows if (who := quoted_by(row.note))]
    if not second_hand:
        return ""
    names = dict.fromkeys(name for who in second_hand for name in who)
    said = wording.t("sentence.comma").join(isolate(name, wording) for name in names)
    if len(rows) == 1:
        return wording.t("cite.world.one_figure", names=said)
    return wording.plural(
        "cite.world.several", len(second_hand), names=said, count=len(second_hand)
    )
