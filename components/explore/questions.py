"""Where the data page begins: questions that people ask, the themes, and the lists of records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from components import numbers
from components.explore.links import OBSERVATIONS, Links, address
from components.explore.record_kinds import KINDS
from components.markup import render
from components.wording import Wording
from data.records import THEMES, Known

FEATURED: Final[Mapping[str, tuple[str, ...]]] = {
    "child_labour": ("SL_TLF_CHLDEA", "SL_TLF_CHLDEC", "UNICEF_CL_ECON", "GE_CHILD_LABOUR_NUMBER"),
    "forced_labour": (
        "ILO_FORCED_LABOUR_NUMBER",
        "ILO_FORCED_LABOUR_RATE",
        "WF_MODERN_SLAVERY_2023_RATE",
    ),
    "trafficking": ("TIP_VICTIMS", "TIP_PROSECUTED", "TIP_CONVICTED", "VC_HTF_DETVFL"),
    "context": ("ROFST_1", "SI_COV_CHLD", "SG_REG_BRTH", "HDI"),
    "government": ("ILAB_INSPECTORS", "ILAB_INSPECTIONS", "ILAB_VIOLATIONS", "ILAB_CONVICTIONS"),
}
"""Indicators of a theme that stand in sight; the rest lies in a fold."""

PATHFINDERS: Final = "PATHFINDERS"
QUESTIONS: Final[tuple[tuple[str, Mapping[str, str]], ...]] = (
    (
        "rate_by_sex",
        {"indicator": "SL_TLF_CHLDEA", "region": "M49_005", "latest": "value", "chart": "dots"},
    ),
    (
        "victims_by_form",
        {
            "indicator": "TIP_VICTIMS",
            "region": PATHFINDERS,
            "sex": "T",
            "dimension": "form",
            "latest": "value",
        },
    ),
    ("protocol_dates", {"records": "ratifications", "instrument": "P029"}),
    ("roadmap_actions", {"records": "actions"}),
    (
        "school_and_work",
        {"indicator": "SL_TLF_CHLDEA", "sex": "T", "chart": "scatter", "x": "ROFST_1"},
    ),
    (
        "world_estimates",
        {"indicator": "GE_CHILD_LABOUR_NUMBER", "area": "WLD", "sex": "T", "age": "5-17"},
    ),
)
"""What a researcher asks first, as parameters of the page."""

OF_THE_DRAWING: Final = frozenset({"chart", "tab", "x", "apart", "scale", "sort", "relative"})


@dataclass(frozen=True)
class Question:
    """A question, the view that answers it, and the one call that gives its rows."""

    text: str
    href: str
    api: str


def api_of(params: Mapping[str, str]) -> str:
    """The one call that gives the rows of a question."""
    if "records" in params:
        kind = KINDS[params["records"]]
        rest = {name: text for name, text in params.items() if name != "records"}
        return address(kind.route, rest)
    asked = {name: text for name, text in params.items() if name not in OF_THE_DRAWING}
    if params.get("x"):
        asked["indicator"] = f"{asked['indicator']},{params['x']}"
    return address(f"{OBSERVATIONS}.csv", asked)


def questions(known: Known, links: Links, wording: Wording) -> tuple[Question, ...]:
    """The questions that the store can answer."""
    return tuple(
        Question(wording.t(f"explore_start.question.{name}"), links.page(**params), api_of(params))
        for name, params in QUESTIONS
        if params.get("region", "M49_005") in known.members or params.get("region") is None
    )


def _indicator(code: str, known: Known, links: Links, wording: Wording) -> dict[str, Any]:
    offer = known.offers[code]
    return {
        "text": wording.of(known.indicators[code], "short"),
        "title": wording.of(known.indicators[code], "name"),
        "href": links.page(indicator=code),
        "years": numbers.year_range(offer.first, offer.last, wording),
    }


def themes(known: Known, links: Links, wording: Wording) -> list[dict[str, Any]]:
    """Each theme with its indicators: some in sight, the rest folded."""
    found = []
    for theme in THEMES:
        codes = [c for c, about in known.indicators.items()
                 if about.theme == theme and c in known.offers]  # fmt: skip
        first = [code for code in FEATURED.get(theme, ()) if code in codes]
        rest = [code for code in codes if code not in first]
        if codes:
            found.append(
                {
                    "code": theme,
                    "name": wording.t(f"theme.{theme}"),
                    "href": links.page(theme=theme),
                    "first": [_indicator(c, known, links, wording) for c in first],
                    "rest": [_indicator(c, known, links, wording) for c in rest],
                    "more": wording.plural(
                        "explore_start.more", len(rest), count=numbers.number(len(rest), wording)
                    ),
                }
            )
    return found


def start_html(known: Known, links: Links, wording: Wording) -> str:
    """Everything under the search box while nothing is chosen."""
    return render(
        "explore_start.html",
        t=wording.t,
        questions=questions(known, links, wording),
        themes=themes(known, links, wording),
        records=[
            {
                "name": wording.t(f"explore_records.kind.{kind}"),
                "text": wording.t(f"explore_records.about.{kind}"),
                "href": links.page(records=kind),
            }
            for kind in KINDS
        ],
    )
