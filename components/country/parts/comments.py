"""What a government says of figures: beside the card that shows them, and all of it in one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.cards import Card, Section
from components.country.answers import CountryAnswers
from components.markup import render
from components.numbers import date_text, isolate, sex_text
from components.wording import Wording
from data.records import Comment


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in words: `text` and `answer` verbatim, `about` the figure it is on."""

    about: str
    by: str
    date: str
    language: str
    text: str
    state: str
    answer: str
    answered_by: str
    answered: str


def with_comments(section: Section, answers: CountryAnswers, wording: Wording) -> Section:
    """The section, each card with the comments on the indicators that it shows."""
    if not answers.comments:
        return section
    cards = tuple(
        replace(card, comments=_html(_on(card.indicators, answers.comments), answers, wording))
        for card in section.cards
    )
    return replace(section, cards=cards)


def comments_section(answers: CountryAnswers, wording: Wording) -> Section:
    """Every comment of the country's government, the newest first; no card without any."""
    t = wording.t
    cards: tuple[Card, ...] = ()
    if answers.comments:
        waiting = sum(one.state == "open" for one in answers.comments)
        cards = (
            Card(
                "country-comments",
                t("comment.title", count=len(answers.comments), open=waiting),
                "context",
                label=t("comment.label", country=answers.area.name),
                body=_html(answers.comments, answers, wording),
                wide=True,
            ),
        )
    return Section("comments", t("comment.section"), "context", t("comment.lead"), cards)


def _on(indicators: Sequence[str], comments: Sequence[Comment]) -> list[Comment]:
    return [one for one in comments if one.indicator in indicators]


def _html(comments: Sequence[Comment], answers: CountryAnswers, wording: Wording) -> str:
    if not comments:
        return ""
    ordered = sorted(comments, key=lambda one: (one.date, one.code), reverse=True)
    remarks = [_remark(one, answers, wording) for one in ordered]
    return render("comments.html", remarks=remarks, t=wording.t)


def _remark(one: Comment, answers: CountryAnswers, wording: Wording) -> Remark:
    return Remark(
        wording.t("comment.about", what=_about(one, answers, wording)),
        one.by,
        date_text(one.date, wording),
        one.language,
        one.text,
        wording.t(f"comment_state.{one.state}"),
        one.answer,
        one.answered_by,
        date_text(one.answered, wording) if one.answered else "",
    )


def _about(one: Comment, answers: CountryAnswers, wording: Wording) -> str:
    """The figure that a comment is on: indicator, year, sex; what is not said is left out."""
    known = answers.indicators.get(one.indicator)
    name = wording.of(known, "short") if known else one.indicator
    sex = sex_text(one.sex, known.age if known else "", wording) if one.sex else ""
    year = isolate(one.year, wording) if one.year else ""
    return wording.t("sentence.comma").join(part for part in (name, year, sex) if part)
