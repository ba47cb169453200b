"""What the government does: ratifications, law, inspection, what was suggested to it, and more."""

from __future__ import annotations

from dataclasses import replace

from components.cards import Card, Section
from components.country.answers import CountryAnswers
from components.country.parts.enforcement import Fold, more_card
from components.country.parts.inspection import enforcement_card
from components.country.parts.law import law_card, ratification_card
from components.country.parts.suggestions import suggestion_card
from components.theme import Palette
from components.wording import Wording


def government_section(answers: CountryAnswers, wording: Wording, palette: Palette) -> Section:
    """Instruments beside law, inspection beside suggested actions, then what folds to a line.

    Two cards share a row only when both hold something: what says that there is nothing becomes a
    line below, and its neighbour takes the whole row.
    """
    shown: list[Card] = []
    lines: list[Fold] = []
    pairs = (
        (ratification_card(answers, wording), law_card(answers, wording)),
        (enforcement_card(answers, wording, palette), suggestion_card(answers, wording)),
    )
    for pair in pairs:
        cards = [card for card in pair if card is not None]
        held = [card for card in cards if card.body]
        lines += [Fold(card.key, card.title, card.sentence) for card in cards if not card.body]
        shown += held if len(held) > 1 else [replace(card, wide=True) for card in held]
    return Section(
        "government",
        wording.t("government.title"),
        "government",
        wording.t("government.lead"),
        (*shown, more_card(answers, wording, lines)),
    )
