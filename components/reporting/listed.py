"""The lists of choices of one country's questionnaire: codes with their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from components.country.answers import CountryAnswers
from components.reporting.form import CHOICES
from components.reporting.layout import Choices
from components.reporting.lines import FrameworkLine
from components.wording import Wording

Listed = Mapping[str, tuple[tuple[str, str], ...]]
"""Code and words of each choice, by list; no two choices of a list have the same words."""


def listed(answers: CountryAnswers, lines: Sequence[FrameworkLine], wording: Wording) -> Listed:
    """Every list of the form for this country."""
    own = {
        "framework": _apart((line.asked, line.name) for line in lines),
        "indicator": _apart(_indicators(answers, wording)),
    }
    return {one.key: own.get(one.key) or _fixed(one, wording) for one in CHOICES}


def _fixed(one: Choices, wording: Wording) -> tuple[tuple[str, str], ...]:
    if one.family:
        return tuple((code, wording.code_text(one.family, code)) for code in one.codes)
    return tuple((code, wording.t(f"reporting.choice.{one.key}.{code}")) for code in one.codes)


def _indicators(answers: CountryAnswers, wording: Wording) -> Iterable[tuple[str, str]]:
    """Indicators of which the country's page has figures, in the order of the catalogue."""
    held = (answers.indicators[code] for code in answers.figures if code in answers.indicators)
    for each in sorted(held, key=lambda one: (one.order, one.code)):
        yield each.code, wording.of(each, "name")


def _apart(choices: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The choices, each once; words that stand for two codes bear their code too."""
    once = dict(choices)
    words = list(once.values())
    return tuple(
        (code, f"{word} [{code}]" if words.count(word) > 1 else word) for code, word in once.items()
    )
