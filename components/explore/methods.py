"""How figures are chosen and compared, in words, with the counts that the rule gives today."""

from __future__ import annotations

from collections.abc import Mapping

from components import numbers
from components.change_words import GLYPHS
from components.markup import render
from components.wording import Wording
from data.methods.change import COMPARABLE, INDICATIVE, NOT_COMPARABLE
from data.methods.doubts import doubts
from data.methods.reach import Reach
from data.methods.selection import headlines
from data.records import Area, Indicator

STRENGTHS = ((COMPARABLE, "s_comparable"), (INDICATIVE, "s_indicative"), (NOT_COMPARABLE, "s_not"))


def methods_html(
    found: Reach, indicators: Mapping[str, Indicator], areas: Mapping[str, Area], wording: Wording
) -> str:
    """The rule, the headline measures, the three strengths and their reach, the doubts."""
    t = wording.t

    def count(codes: tuple[str, ...]) -> str:
        return numbers.number(len(codes), wording)

    measures = [
        {
            "code": code,
            "name": t(f"headline.{code}.name"),
            "indicators": [wording.of(indicators[i], "name") for i in measure.indicators],
            "population": t(
                "methods.population",
                age=numbers.age_text(measure.age, wording),
                sex=t(f"charts.sex.{measure.sex}"),
            ),
            "why": t(f"methods.why.{code}"),
        }
        for code, measure in headlines().items()
    ]
    strengths = [
        (GLYPHS[code], t(f"change.strength.{code}"), t(f"methods.{key}")) for code, key in STRENGTHS
    ]
    names = sorted(areas[code].name for code in found.comparable)
    listed = [
        (areas[doubt.area].name, numbers.isolate(doubt.year, wording), t(f"doubt.{doubt.code}"))
        for several in doubts().values()
        for doubt in several
    ]
    return render(
        "methods.html",
        t=t,
        rule=wording.several("methods.rule"),
        measures=measures,
        strengths=strengths,
        reach=t(
            "methods.reach",
            comparable=count(found.comparable),
            indicative=count(found.indicative),
            not_comparable=count(found.not_comparable),
            one=count(found.one),
            side=count(found.side_by_side),
        ),
        who=t("methods.who", countries=t("sentence.comma").join(names)),
        doubts=sorted(set(listed)),
    )
