"""Answers of one body to several questions on one point, as one line with the questions below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from components import numbers
from components.monitoring.value_words import plain_text
from components.wording import Wording
from data.methods.framework.said import Said
from data.methods.notes import read
from data.records import FrameworkValue


def apart(said: Sequence[Said]) -> tuple[list[Said], list[list[Said]]]:
    """The other answers, and those to questions, by body and year."""
    others: list[Said] = []
    asked: dict[tuple[str, str, str], list[Said]] = {}
    for one in said:
        if question(one):
            asked.setdefault((one.view, one.source, one.year), []).append(one)
        else:
            others.append(one)
    return others, list(asked.values())


def question(said: Said) -> str:
    """The code of the question that a body asked; empty where the answer is to the point itself."""
    row = said.record
    if not isinstance(row, FrameworkValue):
        return ""
    return next((one.values["question"] for one in read(row.note) if "question" in one.values), "")


def told(group: Sequence[Said], wording: Wording) -> tuple[str, tuple[str, ...]]:
    """The answer, or the answers counted, each question with its own, where they differ."""
    counts = Counter(one.value for one in group)
    asked = [wording.t(f"law.question.{question(one)}") for one in group]
    if len(counts) == 1:
        return plain_text(group[0].value, "", wording), tuple(asked)
    whole = wording.t("sentence.separator").join(
        wording.t(
            "monitoring.value.point",
            name=plain_text(value, "", wording),
            value=numbers.number(counts[value], wording),
        )
        for value in sorted(counts, reverse=True)
    )
    return whole, tuple(
        wording.t(
            "monitoring.value.answered",
            question=text,
            answer=plain_text(one.value, one.unit, wording),
        )
        for text, one in zip(asked, group, strict=True)
    )
