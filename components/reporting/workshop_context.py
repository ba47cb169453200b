"""What a workshop's report says of the country before the workshop: figures, law, plans, stages."""

from __future__ import annotations

from components import numbers
from components.country.answers import CountryAnswers
from components.country.parts.brief import brief
from components.country.parts.law import instruments_summary
from components.country.parts.measures import about_of, spoken_of
from components.reporting.word_document import WordDocument
from components.wording import Wording
from data.methods.selection import headlines
from data.records import Mechanism, Ratification, Stage


def write_what_is_there(document: WordDocument, answers: CountryAnswers, wording: Wording) -> None:
    """The last sentence that answers for the country: where the law and the roadmap stand."""
    sentences = brief(answers, wording)
    if sentences and any(answers.figures.values()):
        document.text(sentences[-1])


def write_context(document: WordDocument, answers: CountryAnswers, wording: Wording) -> None:
    """Figures with year and source, conventions, plans, and the steps taken so far."""
    _write_figures(document, answers, wording)
    _write_law(document, answers, wording)
    _write_list(
        document, "plans", [_plan(one, answers, wording) for one in answers.mechanisms], wording
    )
    _write_list(document, "way", [_step(one, wording) for one in answers.stages], wording)


def _head(document: WordDocument, name: str, wording: Wording) -> None:
    document.heading(wording.t(f"reporting.workshop.head.{name}"), 2)


def _columns(names: tuple[str, ...], wording: Wording) -> list[str]:
    return [wording.t(f"reporting.workshop.column.{name}") for name in names]


def _write_figures(document: WordDocument, answers: CountryAnswers, wording: Wording) -> None:
    _head(document, "figures", wording)
    rows = [row for code in headlines() if (row := figure_row(answers, code, wording))]
    if not rows:
        document.text(wording.t("reporting.workshop.none_known"))
        return
    caption = wording.t("reporting.workshop.caption.figures", country=answers.area.name)
    heads = _columns(("what", "value", "year", "source"), wording)
    document.table(caption, heads, rows, (6, 3.5, 1.7, 5.8))


def figure_row(answers: CountryAnswers, code: str, wording: Wording) -> list[str]:
    """What is measured, the figure that speaks as pages say it, year, source; or nothing."""
    spoken = spoken_of(answers, code)
    if spoken is None:
        return []
    row = spoken.row
    about, source = about_of(answers, row), answers.sources[row.source]
    name = wording.t(f"headline.{code}.short")
    age = numbers.age_span(row.age, wording) if row.age not in {"", "_T"} else ""
    return [
        wording.t("reporting.workshop.with_age", name=name, age=age) if age else name,
        numbers.read_figure(row, about, wording),
        str(row.year),
        f"{source.publisher}: {source.title}",
    ]


def _write_law(document: WordDocument, answers: CountryAnswers, wording: Wording) -> None:
    _head(document, "law", wording)
    _, known, _, states = instruments_summary(answers)
    if not known:
        document.text(wording.t("reporting.workshop.none_known"))
        return
    rows = [
        [
            wording.of(answers.instruments[code], "name"),
            wording.t(f"ratification_status.{state}"),
            _date(answers.ratifications.get(code), wording),
            _publisher(answers.ratifications[code].source, answers)
            if code in answers.ratifications
            else "",
        ]
        for code, state in states
    ]
    caption = wording.t("reporting.workshop.caption.conventions", country=answers.area.name)
    document.table(
        caption,
        _columns(("instrument", "state", "date", "source"), wording),
        rows,
        (7.4, 3.6, 2.6, 3.4),
    )


def _date(one: Ratification | None, wording: Wording) -> str:
    return numbers.date_text(one.date, wording) if one else ""


def _publisher(code: str, answers: CountryAnswers) -> str:
    return answers.sources[code].publisher if code in answers.sources else ""


def _write_list(document: WordDocument, name: str, texts: list[str], wording: Wording) -> None:
    _head(document, name, wording)
    if texts:
        document.items(texts)
    else:
        document.text(wording.t("reporting.workshop.none_known"))


def _plan(one: Mechanism, answers: CountryAnswers, wording: Wording) -> str:
    period = span(one.start, one.end, wording)
    return wording.t(
        "reporting.workshop.plan",
        kind=wording.t(f"mechanism_kind.{one.kind}"),
        name=f"{one.name} ({period})" if period else one.name,
        source=one.page or _publisher(one.source, answers),
    )


def span(start: str, end: str, wording: Wording) -> str:
    """From one day to another; the one day that is known, or that both are."""
    if start and end:
        return numbers.span_text(start, end, wording)
    return numbers.date_text(start or end, wording)


def _step(one: Stage, wording: Wording) -> str:
    return wording.t(
        "reporting.workshop.step",
        stage=wording.t(f"stage.{one.stage}"),
        date=numbers.date_text(one.date, wording) or wording.t("reporting.workshop.no_date"),
        text=wording.of(one, "text"),
        source=one.source_title,
    )
