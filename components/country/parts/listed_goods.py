"""Goods that one government's list names as made with child labour or forced labour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.cards import Card, TableTwin
from components.charts.plot import Column, Label, Plot, Tick, YearAxis, plot_html
from components.country.answers import CountryAnswers
from components.country.parts.source_names import short_names
from components.markup import render
from components.wording import Wording
from data.records import ListedGood

EDITIONS: Final = (2014, 2016, 2018, 2020, 2022)
"""The editions of the list that are held. Earlier ones exist: 2014 is not when listing began."""

PARTLY_SEEN: Final = 2024
"""The edition of which single countries' pages are held, and not the list."""

FEW: Final = 6
"""Up to this many goods stand a line each, with their editions; more are a run of names."""

SECTORS: Final = ("AGRICULTURE", "MANUFACTURING", "MINING", "OTHER", "")


@dataclass(frozen=True, slots=True)
class Good:
    """One good ready to be shown. `words` say what the marks mean."""

    name: str
    child: bool
    forced: bool
    words: str
    editions: str


@dataclass(frozen=True, slots=True)
class Sector:
    """Goods of one sector, by name."""

    name: str
    goods: tuple[Good, ...]


def goods_card(answers: CountryAnswers, wording: Wording) -> Card | None:
    """The goods of the newest edition that names the country, and how many each edition named."""
    if not answers.goods:
        return None
    last = max(listed.edition for listed in answers.goods)
    now = [listed for listed in answers.goods if listed.edition == last]
    label = wording.t("country.goods.label", country=answers.area.name, edition=last)
    sources = dict.fromkeys(listed.source for listed in now)
    return Card(
        key="country-fl-goods",
        title=_title(now, last, wording),
        theme="forced_labour",
        label=label,
        sentence=" ".join(
            (
                _history(answers.goods, now, wording),
                wording.t(
                    "country.goods.one_page" if last == PARTLY_SEEN else "country.goods.not_seen",
                    edition=PARTLY_SEEN,
                ),
                wording.t("country.goods.one_list"),
            )
        ),
        body=render(
            "country_goods_listed.html",
            sectors=_sectors(answers.goods, now, wording),
            few=len(now) <= FEW,
            plot=plot_html(_by_edition(answers.goods, wording)),
            t=wording.t,
        ),
        table=_table(answers.goods, wording),
        sources=short_names(
            (answers.sources[code] for code in sources if code in answers.sources), wording
        ),
    )


def _held(goods: Sequence[ListedGood]) -> tuple[int, ...]:
    """The editions in which a good of the country could have been seen."""
    seen = any(listed.edition == PARTLY_SEEN for listed in goods)
    return (*EDITIONS, PARTLY_SEEN) if seen else EDITIONS


def _title(now: Sequence[ListedGood], last: int, wording: Wording) -> str:
    forced = sum(listed.forced_labour == "yes" for listed in now)
    count = numbers.number(len(now), wording)
    if last < EDITIONS[-1]:
        return wording.t("country.goods.gone", newest=EDITIONS[-1], edition=last, count=count)
    if len(now) == 1:
        return wording.t("country.goods.single", why=_words(now[0], wording))
    if not forced:
        return wording.t("country.goods.none_forced", count=count)
    if forced == len(now):
        return wording.t("country.goods.all_forced", count=count)
    return wording.t("country.goods.some", count=count, forced=numbers.number(forced, wording))


def _words(listed: ListedGood, wording: Wording) -> str:
    """`child labour, forced labour`: what the marks beside a good mean."""
    whys = (("child", listed.child_labour), ("forced", listed.forced_labour))
    return wording.t("sentence.comma").join(
        wording.t(f"country.goods.{why}") for why, answer in whys if answer == "yes"
    )


def _editions_of(goods: Sequence[ListedGood], good: str) -> tuple[int, ...]:
    return tuple(sorted({listed.edition for listed in goods if listed.good == good}))


def _editions_text(goods: Sequence[ListedGood], good: str, wording: Wording) -> str:
    """`in every edition held (2014–2022)`, or the editions by year."""
    years, editions = _editions_of(goods, good), _held(goods)
    if years == editions:
        held = numbers.year_range(editions[0], editions[-1], wording)
        return wording.t("country.goods.every_edition", held=held)
    listed = wording.t("sentence.comma").join(numbers.isolate(y, wording) for y in years)
    return wording.t("country.goods.in_editions", years=listed)


def _history(goods: Sequence[ListedGood], now: Sequence[ListedGood], wording: Wording) -> str:
    """How many of the goods stand in every edition held; 2014 is only the first one held."""
    editions = _held(goods)
    # Compared with the editions held, not with all that exist: earlier ones may have named it too.
    lasting = sum(_editions_of(goods, listed.good) == editions for listed in now)
    held = numbers.year_range(editions[0], editions[-1], wording)
    key = "all_lasting" if lasting == len(now) else "some_lasting" if lasting else "none_lasting"
    return wording.t(f"country.goods.{key}", count=numbers.number(lasting, wording), held=held)


def _sectors(
    goods: Sequence[ListedGood], now: Sequence[ListedGood], wording: Wording
) -> tuple[Sector, ...]:
    found = []
    for sector in SECTORS:
        own = [listed for listed in now if listed.sector == sector]
        own.sort(key=lambda listed: wording.t(f"good.{listed.good}"))
        if own:
            name = wording.t(f"good_sector.{sector}") if sector else ""
            found.append(Sector(name, tuple(_good(goods, listed, wording) for listed in own)))
    return tuple(found)


def _good(goods: Sequence[ListedGood], listed: ListedGood, wording: Wording) -> Good:
    return Good(
        wording.t(f"good.{listed.good}"),
        listed.child_labour == "yes",
        listed.forced_labour == "yes",
        _words(listed, wording),
        _editions_text(goods, listed.good, wording),
    )


def _by_edition(goods: Sequence[ListedGood], wording: Wording) -> Plot:
    """How many goods each edition names, the newest strong."""
    editions = _held(goods)
    counts = [sum(listed.edition == edition for listed in goods) for edition in editions]
    slot, top = 100 / len(editions), max(counts) or 1
    columns, labels, ticks = [], [], []
    for place, (edition, count) in enumerate(zip(editions, counts, strict=True)):
        middle, tall = round((place + 0.5) * slot, 2), round(100 * count / top, 2)
        newest = edition == editions[-1]
        year = numbers.isolate(edition, wording)
        text = numbers.number(count, wording)
        tip = wording.t("charts.year_value", year=year, value=text)
        columns.append(
            Column(
                round(middle - 0.31 * slot, 2),
                100 - tall,
                round(0.62 * slot, 2),
                tall,
                "theme",
                tip,
                "filled" if newest else "pale",
            )
        )
        labels.append(Label(middle, 100 - tall, text, "above", strong=newest))
        ticks.append(Tick(middle, year))
    return Plot(
        wording.t("country.goods.by_edition"),
        48,
        columns=columns,
        labels=labels,
        x_ticks=ticks,
        above=20,
        years=_years(editions, slot),
    )


def _years(editions: Sequence[int], slot: float) -> YearAxis | None:
    """The editions as an axis of years, where they came out at one pace; from two of them on."""
    paces = {later - earlier for earlier, later in zip(editions, editions[1:], strict=False)}
    if len(paces) != 1:
        return None
    wide = slot / paces.pop()
    # An edition stands in the middle of its slot, as a figure in the middle of its year.
    return YearAxis(editions[0], editions[-1], round((slot - wide) / 2, 4), round(wide, 4))


def _table(goods: Sequence[ListedGood], wording: Wording) -> TableTwin:
    """Every good that an edition ever named, with the editions and what for, the newest way."""
    newest: dict[str, ListedGood] = {}
    for listed in sorted(goods, key=lambda listed: listed.edition):
        newest[listed.good] = listed
    ordered = sorted(newest.values(), key=lambda listed: wording.t(f"good.{listed.good}"))
    heads = ("good", "sector", "listed_for", "editions")
    return TableTwin(
        tuple(wording.t(f"country.goods.column_{head}") for head in heads),
        tuple(
            (
                wording.t(f"good.{listed.good}"),
                wording.t(f"good_sector.{listed.sector}") if listed.sector else "\u2013",
                _words(listed, wording),
                _editions_text(goods, listed.good, wording),
            )
            for listed in ordered
        ),
    )
