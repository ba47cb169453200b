"""What the government does: ratifications, law, plans, enforcement, what was suggested to it."""

from __future__ import annotations

from components.cards import Section
from components.country.answers import CountryAnswers
from components.country.enforcement import (
    advancement_card,
    enforcement_card,
    mechanism_card,
    practice_card,
    suggestion_card,
)
from components.country.law import law_card, ratification_card
from components.theme import Palette
from components.wording import Wording


def government_section(answers: CountryAnswers, wording: Wording, palette: Palette) -> Section:
    """Ratifications beside law, mechanisms beside enforcement, then one government's view.

    Tables need no colour of their own; `palette` is taken like every section's.
    """
    del palette
    cards = (
        ratification_card(answers, wording),
        law_card(answers, wording),
        mechanism_card(answers, wording),
        enforcement_card(answers, wording),
        practice_card(answers, wording),
        advancement_card(answers, wording),
        suggestion_card(answers, wording),
    )
    return Section(
        "government",
        wording.t("government.title"),
        "government",
        wording.t("government.lead"),
        tuple(card for card in cards if card is not None),
    )
