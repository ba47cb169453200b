"""The gap atlas as HTML: a row a country, a column a thing; of one country the list of asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from components import numbers
from components.markup import render
from components.wording import Wording
from data.methods.gaps import (
    HELD,
    MISSING_SPLIT,
    NEVER,
    OLD,
    OLDER,
    STATES,
    WHOLE,
    Gap,
    State,
    asks,
    missing_splits,
    wanted,
)
from data.records import Area

GLYPHS: Final = {
    HELD: "●",
    OLDER: "◐",
    MISSING_SPLIT: "◌",
    "suppressed": "▨",
    "not_reported": "…",
    "not_collected": "×",
    "not_applicable": "∕",
    NEVER: "○",
}
"""A sign of its own for each state, so that no colour is needed."""


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses: this page for a country, up to its code; the file; the data page of a thing, up to
    its indicators."""

    here: str
    csv: str
    data: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A state as sign, year and words."""

    glyph: str
    year: str
    words: str


def gaps_html(
    found: Mapping[str, Sequence[Gap]],
    areas: Mapping[str, Area],
    wording: Wording,
    links: Links,
    *,
    chosen: Sequence[str] = (),
) -> str:
    """The atlas of the given countries, by name; before it the asks of the chosen ones."""
    order = sorted((code for code in found if code in areas), key=lambda c: areas[c].by_name)
    things = wanted()
    return render(
        "gaps.html",
        t=wording.t,
        links=links,
        chosen=[_country(code, found[code], areas, wording, links) for code in chosen],
        heads=[
            {
                "name": wording.t(f"gaps.thing.{code}"),
                "splits": [wording.t(f"gaps.split_short.{split}") for split in thing.splits],
            }
            for code, thing in things.items()
        ],
        rows=[
            {
                "code": code,
                "name": areas[code].name,
                "cells": [_cells(one, wording) for one in found[code]],
            }
            for code in order
        ],
        sums=_sums([found[code] for code in order], wording),
        legend=[(GLYPHS[state], wording.t(f"gaps.state.{state}", years=OLD)) for state in STATES],
        splits=[
            (wording.t(f"gaps.split_short.{split}"), wording.t(f"gaps.split.{split}"))
            for split in ("sex", "age", "location", "form")
        ],
        count=numbers.number(len(order), wording),
    )


def _cell(state: State, wording: Wording) -> Cell:
    year = numbers.isolate(state.year, wording) if state.year is not None else ""
    words = wording.t(f"gaps.state.{state.code}", years=OLD)
    return Cell(GLYPHS[state.code], year, f"{words} ({year})" if year else words)


def _cells(one: Gap, wording: Wording) -> dict[str, Any]:
    whole = _cell(one.whole, wording)
    splits = []
    if one.whole.code in {HELD, OLDER}:
        splits = [
            (
                wording.t(f"gaps.split_short.{split}"),
                GLYPHS[one.states[split].code],
                one.states[split].code == HELD,
            )
            for split in one.wanted.splits
        ]
    return {"whole": whole, "splits": splits, "state": one.whole.code}


def _sums(found: Sequence[Sequence[Gap]], wording: Wording) -> list[str]:
    """Of each thing, how many countries have a figure of the last years."""
    made = []
    for place in range(len(wanted())):
        held = sum(1 for country in found if country[place].whole.code == HELD)
        made.append(numbers.number(held, wording))
    return made


def _country(
    code: str,
    found: Sequence[Gap],
    areas: Mapping[str, Area],
    wording: Wording,
    links: Links,
) -> dict[str, Any]:
    return {
        "code": code,
        "name": areas[code].name,
        "asks": [ask_line(one, kind, wording) for one, kind in asks(found)],
        "rows": [
            {
                "name": wording.t(f"gaps.thing.{one.wanted.code}"),
                "data": f"{links.data}{','.join(one.wanted.indicators)}&area={code}",
                "whole": _cell(one.whole, wording),
                "splits": [
                    (wording.t(f"gaps.split.{split}"), _cell(one.states[split], wording))
                    for split in one.wanted.splits
                ],
            }
            for one in found
        ],
    }


def ask_line(one: Gap, kind: str, wording: Wording) -> dict[str, str]:
    """One thing to ask for, in words, and whom."""
    comma = wording.t("sentence.comma")
    missing = missing_splits(one) if kind == "splits" else one.wanted.splits
    by = comma.join(wording.t(f"gaps.by.{split}") for split in missing)
    state = one.states[WHOLE]
    text = wording.t(
        f"gaps.ask.{kind}" if by else f"gaps.ask.{kind}_whole",
        thing=wording.t(f"gaps.thing.{one.wanted.code}"),
        year="" if state.year is None else numbers.isolate(state.year, wording),
        why=wording.t(f"gaps.state.{state.code}", years=OLD),
        by=by,
    )
    return {"text": text, "who": wording.t(f"gaps.who.{one.wanted.who}")}
