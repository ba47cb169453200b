"""The five tiles that open a country's page: one number each, its year, the verdict, the place.

Each tile has the same seven lines, so that they stand level: theme, number, what it counts,
verdict, strength, strip, and what is not known. No number stands without its year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from components import change_words, numbers
from components.cards import Strength
from components.charts.plot import DECADE
from components.charts.strip import Placed, squares_html, status_html, strip_html
from components.country.answers import CountryAnswers
from components.country.parts.law import instruments_summary, law_points
from components.country.parts.measures import (
    NationalRun,
    about_of,
    change_of,
    comparable_national,
    history_of,
    national_runs,
    spoken_of,
    stretch_of,
)
from components.country.parts.roadmap_dates import dates_ahead
from components.country.parts.yearly_counts import LAST_YEAR
from components.markup import Foreign
from components.pathfinders.gauge import measures_line
from components.wording import Wording
from data.methods.change import COMPARABLE, INDICATIVE, NOT_COMPARABLE
from data.methods.completion import (
    FEWEST_FOR_A_RING,
    STATUSES,
    completion,
    elsewhere,
    on_roadmap,
)
from data.methods.parts import is_total
from data.methods.selection import AGE, Representative
from data.records import Indicator, Observation

CHILD_LABOUR: Final = ("child_labour", "child_labour_chores")
"""Headline measures that may fill the first tile, the first preferred; the tile names which."""

MODEL: Final = "modern_slavery"
VICTIMS: Final = "trafficking_victims"
TIP_VICTIMS: Final = "TIP_VICTIMS"
FORCED_VICTIMS: Final = "forced_labour_victims"
OLD_YEARS: Final = 5
"""Years after which the lack of a newer survey is named as a gap."""

FEWEST_PLACED: Final = 3
"""Countries with a figure below which no strip is drawn."""

FIRST_ASKED: Final = 2014
"""The first of the ten years that the header's strip of counted years shows."""

STRIP_YEARS: Final = 10
MOST_NAMED: Final = 3
"""Instruments that a tile names; the section below lists all."""

DASH: Final = "–"
WORLD: Final = "WLD"


@dataclass(frozen=True)
class Tile:
    """One tile, ready: texts, and the strip as safe HTML. `exact` is the number as published,
    `figure` the row that it reads; None where there is none, or what is counted is no figure."""

    theme: str
    anchor: str
    label: str
    number: str = DASH
    unit: str = ""
    exact: str = ""
    what: str = ""
    verdict: str = ""
    strength: Strength | None = None
    strip_label: str = ""
    strip: str = ""
    gap_label: str = ""
    gap: str = ""
    modelled: bool = False
    figure: Observation | None = None


@dataclass(frozen=True)
class Strip:
    """What stands at the foot of a tile: a caption and a drawing as safe HTML."""

    caption: str = ""
    html: str = ""


def tiles(answers: CountryAnswers, wording: Wording, *, today: date) -> tuple[Tile, ...]:
    """Child labour, forced labour, trafficking, law, roadmap."""
    return (
        _child_labour(answers, wording, today),
        _forced_labour(answers, wording, today),
        _trafficking(answers, wording, today),
        _law(answers, wording),
        _roadmap(answers, wording, today),
    )


def _numbered(tile: Tile, row: Observation, about: Indicator, wording: Wording) -> Tile:
    """The tile with a figure: rounded and large, its unit small, as published on hover."""
    shown, unit = numbers.parted(numbers.read_figure(row, about, wording))
    exact = numbers.figure(row, about, wording)
    return replace(tile, number=shown, unit=unit, exact=exact, figure=row)


def _unknown(tile: Tile, what: str, provider: str, wording: Wording) -> Tile:
    """The tile without a figure: that there is none, and who could provide one."""
    return replace(
        tile,
        what=wording.t(f"tile.{what}"),
        verdict=wording.t("tile.nothing_to_compare"),
        gap_label=wording.t("tile.could_come_from"),
        gap=wording.t(f"tile.{provider}"),
    )


def leading_measure(answers: CountryAnswers) -> tuple[str, Representative] | None:
    """The headline measure of child labour that speaks for the country, and its figure."""
    for code in CHILD_LABOUR:
        spoken = spoken_of(answers, code)
        if spoken is not None:
            return code, spoken
    return None


def _child_labour(answers: CountryAnswers, wording: Wording, today: date) -> Tile:
    t = wording.t
    empty = Tile("child_labour", "child-labour", t("country.child_labour.title"))
    leading = leading_measure(answers)
    if leading is None:
        runs = national_runs(answers)
        if runs:
            return _national_tile(empty, runs[0], answers, wording)
        return _unknown(empty, "no_survey", "from_survey", wording)
    code, spoken = leading
    row, about = spoken.row, about_of(answers, spoken.row)
    change = change_of(answers, code)
    place = _placed(answers, code, row, wording, today)
    return replace(
        _numbered(empty, row, about, wording),
        what=t(
            f"tile.of.{code}",
            age=numbers.age_span(row.age, wording),
            year=row.year,
            publisher=answers.sources[row.source].publisher,
        )
        + (f" {t('tile.other_age')}" if spoken.stand_in == AGE else ""),
        verdict=change_words.verdict(change, about, wording),
        strength=change_words.strength_of(change, wording),
        strip_label=place.caption,
        strip=place.html,
        gap_label=t("tile.gap"),
        gap=_survey_gap(answers, code, row, wording, today),
    )


def _national_tile(
    empty: Tile, one: NationalRun, answers: CountryAnswers, wording: Wording
) -> Tile:
    row, about = one.newest, about_of(answers, one.newest)
    return replace(
        _numbered(empty, row, about, wording),
        what=wording.t(
            "tile.of.national",
            indicator=wording.of(about, "short"),
            age=numbers.age_span(row.age, wording),
            year=row.year,
        ),
        verdict=change_words.verdict(one.change, about, wording),
        strength=change_words.strength_of(one.change, wording),
        gap_label=wording.t("tile.gap"),
        gap=wording.t("tile.gap_international"),
    )


def _survey_gap(
    answers: CountryAnswers, code: str, row: Observation, wording: Wording, today: date
) -> str:
    """What a reader must miss: a newer survey, a second one, or one of a known name."""
    t = wording.t
    age = today.year - row.year
    if age > OLD_YEARS:
        return t("tile.gap_old", years=age)
    held = len(history_of(answers, code))
    if held < 2:
        return t("tile.gap_second")
    if change_of(answers, code).strength == COMPARABLE:
        return t("tile.gap_later", year=row.year)
    own = comparable_national(answers)
    if own is not None:
        return t("tile.national_compares")
    if stretch_of(answers, code) is not None:
        return t("tile.gap_newest")
    return t("tile.gap_kind")


def _placed(
    answers: CountryAnswers, code: str, row: Observation, wording: Wording, today: date
) -> Strip:
    """The strip among the sub-region, the region and the world, with its caption."""
    around = answers.around.get(code, {})
    peers = [around[p.code] for p in answers.peers if p.code in around]
    subregion = answers.areas.get(answers.area.subregion)
    if subregion is None or len(peers) + 1 < FEWEST_PLACED:
        return Strip(_no_strip(answers, len(peers), wording))
    about = about_of(answers, row)
    wider = [
        around[c] for c in dict.fromkeys((answers.area.sdg_region, WORLD)) if c in around and c
    ]

    def placed(one: Observation, kind: str) -> Placed:
        return Placed(
            one.value or 0.0,
            kind,
            wording.t(
                "tile.placed",
                area=answers.areas[one.area].name,
                value=numbers.figure(one, about, wording),
                year=one.year,
            ),
            old=today.year - one.year >= DECADE,
        )

    dots = [placed(one, "peer") for one in peers] + [placed(one, "wider") for one in wider]
    caption = wording.t(
        "tile.strip", subregion=subregion.name, count=len(peers) + 1, all=len(answers.peers) + 1
    )
    if WORLD in around:
        caption = wording.t(
            "tile.strip_world",
            caption=caption,
            value=numbers.read_figure(around[WORLD], about, wording),
        )
    strip = strip_html([*dots, placed(row, "own")], answers.area.name, about.unit, caption, wording)
    return Strip(caption, strip)


def _no_strip(answers: CountryAnswers, peers: int, wording: Wording) -> str:
    subregion = answers.areas.get(answers.area.subregion)
    if subregion is None:
        return ""
    return wording.t("tile.few_placed", subregion=subregion.name, count=peers)


def _forced_labour(answers: CountryAnswers, wording: Wording, today: date) -> Tile:
    """What an official body counts leads; a model stands second, or alone and marked so."""
    t = wording.t
    empty = Tile("forced_labour", "forced-labour", t("country.forced_labour.title"))
    counted, model = _official_count(answers), spoken_of(answers, MODEL)
    if counted is None and model is None:
        return _unknown(empty, "no_forced_labour", "from_guidelines", wording)
    place = _placed(answers, MODEL, model.row, wording, today) if model else Strip()
    # The strip shows the model, the number above it an official count: the caption says so.
    if counted is not None and place.caption:
        place = replace(place, caption=t("tile.by_model", caption=place.caption))
    if counted is None:
        assert model is not None
        estimated = _numbered(empty, model.row, about_of(answers, model.row), wording)
        return replace(
            estimated,
            number=f"≈\u00a0{estimated.number}",
            what=t("tile.of.modern_slavery", year=model.row.year),
            verdict=t("tile.no_direction"),
            strength=change_words.graded(
                NOT_COMPARABLE, t("change.reason.different_edition"), wording
            ),
            strip_label=place.caption,
            strip=place.html,
            gap_label=t("tile.gap"),
            gap=t("tile.gap_official"),
            modelled=True,
        )
    about = about_of(answers, counted.row)
    verdict = t("tile.no_model")
    if model is not None:
        verdict = t(
            "tile.model_second",
            value=numbers.read_figure(model.row, about_of(answers, model.row), wording),
            year=model.row.year,
        )
    return replace(
        _numbered(empty, counted.row, about, wording),
        what=t("tile.of.forced_labour_victims", year=counted.row.year),
        verdict=verdict,
        strength=change_words.graded(INDICATIVE, t("change.reason.detection"), wording),
        strip_label=place.caption,
        strip=place.html,
        gap_label=t("tile.gap"),
        gap=t("tile.gap_official"),
    )


def _official_count(answers: CountryAnswers) -> Representative | None:
    """What an official body counts: the newest year with a count that can lead.

    A count of nobody beside victims of other forms, or one larger than the publisher's own total of
    the year, does not lead: the section below tells both.
    """
    spoken = spoken_of(answers, FORCED_VICTIMS)
    if spoken is None or not spoken.row.value:
        return None
    totals = {survey.row.year: survey.row.value for survey in history_of(answers, VICTIMS)}
    total = totals.get(spoken.row.year)
    return None if total is not None and spoken.row.value > total else spoken


def _trafficking(answers: CountryAnswers, wording: Wording, today: date) -> Tile:
    t = wording.t
    empty = Tile("trafficking", "trafficking", t("country.trafficking.title"))
    spoken = spoken_of(answers, VICTIMS)
    counted = years_counted(answers)
    strip = _year_squares(counted, wording) if counted else Strip()
    if spoken is None:
        unknown = _unknown(empty, "no_victims", "from_authorities", wording)
        return replace(unknown, strip_label=strip.caption, strip=strip.html)
    row, about = spoken.row, about_of(answers, spoken.row)
    earlier = [s.row for s in history_of(answers, VICTIMS) if s.row.year < row.year][-2:]
    before = [
        t("tile.in_year", value=numbers.read_figure(one, about, wording), year=one.year)
        for one in reversed(earlier)
    ]
    counted_tile = _numbered(empty, row, about, wording)
    late = today.year - row.year > OLD_YEARS
    return replace(
        counted_tile,
        unit=counted_tile.unit or t("tile.victims"),
        what=t("tile.of.trafficking_victims", year=row.year),
        verdict=t("sentence.comma").join(before) or t("tile.first_count"),
        strength=change_words.graded(INDICATIVE, t("change.reason.detection"), wording),
        strip_label=strip.caption,
        strip=strip.html,
        gap_label=t("tile.gap"),
        gap=t("tile.gap_count" if late else "tile.gap_prevalence", year=row.year),
    )


def years_counted(answers: CountryAnswers) -> tuple[tuple[int, str], ...]:
    """The ten newest years of the publisher's edition, each with what it holds of the total of
    detected victims: reported, suppressed or nothing."""
    series = answers.series(TIP_VICTIMS)
    totals = {row.year: row for row in (series.observations if series else ()) if is_total(row)}
    return tuple((year, _state(totals.get(year))) for year in range(FIRST_ASKED, LAST_YEAR + 1))


def _state(total: Observation | None) -> str:
    if total is None:
        return "nothing"
    return "reported" if total.value is not None else "suppressed"


def _year_squares(counted: Sequence[tuple[int, str]], wording: Wording) -> Strip:
    """One square a year of the last ten that anybody reported for."""
    shown = counted[-STRIP_YEARS:]
    span = numbers.year_range(shown[0][0], shown[-1][0], wording)
    caption = wording.t("tile.years_counted", span=span)
    squares = [
        (state, wording.t("tile.year_state", year=year, state=wording.t(f"tile.state.{state}")))
        for year, state in shown
    ]
    return Strip(caption, squares_html(squares, caption))


def _law(answers: CountryAnswers, wording: Wording) -> Tile:
    t = wording.t
    empty = Tile("government", "government", t("tile.law"))
    party, known, missing, positions = instruments_summary(answers)
    meets, does_not, year = law_points(answers)
    text = t("tile.no_law")
    if meets + does_not:
        text = t("tile.points", meets=meets, all=meets + does_not)
    squares = [
        (
            state,
            t(
                "tile.position",
                instrument=t(f"law.instrument.{code}"),
                state=t(f"ratification_status.{state}"),
            ),
        )
        for code, state in positions
    ]
    names = [t(f"law.instrument.{code}") for code in missing]
    reading = t("tile.law_reading", year=year) if year else ""
    return replace(
        empty,
        number=str(party) if known else DASH,
        unit=t("tile.of_known", known=known) if known else "",
        what=t("tile.of.law") if known else t("tile.no_positions"),
        verdict=text,
        strip_label=t("tile.strip_law", reading=reading) if reading else t("tile.strip_law_only"),
        strip=squares_html(squares, t("tile.strip_law_only")),
        gap_label=t("tile.not_party"),
        gap=_listed(names, wording) if names else t("tile.party_to_all") if known else "",
    )


def _listed(names: Sequence[str], wording: Wording) -> str:
    """A few names, and how many more there are: the card below lists them all."""
    text = wording.t("sentence.comma").join(names[:MOST_NAMED])
    rest = len(names) - MOST_NAMED
    if rest <= 0:
        return text
    return wording.t("tile.and_more", names=text, count=rest)


def _roadmap(answers: CountryAnswers, wording: Wording, today: date) -> Tile:
    """Items of the roadmap by the rule of origin; measures of other pages are said apart."""
    t = wording.t
    empty = Tile("roadmap", "roadmap", t("tile.roadmap"))
    if not answers.area.pathfinder:
        return replace(
            empty,
            what=t("tile.no_pathfinder"),
            verdict=t("tile.no_roadmap"),
            strip_label=t("tile.any_state") if answers.area.un_member else "",
        )
    items, others = on_roadmap(answers.actions), elsewhere(answers.actions)
    found = completion(answers.area.code, items)
    beside = measures_line(others, wording) if others else ""
    tile = _dated(replace(empty, strip_label=beside), answers, wording, today)
    if not items:
        return replace(tile, what=t("tile.no_actions"), verdict=t("tile.nothing_to_count"))
    under_way = found.substantial + found.limited
    verdict = t("tile.progress", under_way=under_way, unknown=found.no_evidence)
    if len(items) < FEWEST_FOR_A_RING:
        few = t("tile.few_items", listed=found.listed, completed=found.completed)
        return replace(tile, what=few, verdict=verdict)
    texts = [
        (status, getattr(found, status), t(f"completion.{status}"))
        for status in STATUSES
        if getattr(found, status)
    ]
    return replace(
        tile,
        number=str(found.completed) if found.no_evidence < found.listed else DASH,
        unit=t("tile.of_known", known=found.listed),
        what=t("tile.of.roadmap"),
        verdict=verdict,
        strip=status_html(texts, t("tile.by_status"), wording),
    )


def _dated(tile: Tile, answers: CountryAnswers, wording: Wording, today: date) -> Tile:
    """The roadmap's tile with the next date that a page states."""
    ahead = dates_ahead(answers, wording, today)
    if not ahead:
        return replace(tile, gap_label=wording.t("tile.gap"), gap=wording.t("tile.no_date"))
    what = ahead[0].what
    first = f"{ahead[0].when}{wording.t('sentence.separator')}"
    if isinstance(what, Foreign):
        what = Foreign(what.foreign, first + what.own)
    else:
        what = first + what
    return replace(tile, gap_label=wording.t("tile.next_date"), gap=what)
