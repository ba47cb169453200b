"""Which columns hold codes that a reader sees in words, and which codes every language can word.

The catalogues of words are TOML files, read here as data: the loaders import nothing that shows a
page. A code without words would stand on the page as a code, so files of operators are refused
such codes, and `python -m loaders check` names those that the store holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import Connection, Table, select

from data import schema
from data.languages import DEFAULT, LANGUAGES, read_texts
from data.methods import notes
from data.methods.law import ONE_POSITION
from data.records import TOTAL, VALUELESS_STATUS
from loaders.validate.row import Breach

MADE_UP: Final = "SYNTHETIC"
"""What stands in codes of made-up figures, which fill stores that are measured, not read."""

COUNTRIES: Final = ("country", "territory")
LAW: Final = (
    r"enforcement_enough_inspectors"
    r"|(?!enforcement_|mechanism_|advancement_level|tip_tier|walk_free_).+"
)
"""Topics that are points of law, or are measured beside the law."""


def note_codes(text: str) -> Iterator[str]:
    """The codes of the notes in a cell; what is prose has none and is shown as it stands."""
    return (one.code for one in notes.read(text) if one.code and one.code != "publisher_note")


class Family(NamedTuple):
    """Keys of texts by pattern, and the columns whose codes go into them.

    Several columns are joined by a point. `without` are codes that are shown without words, `form`
    what a code must look like where the column also holds free text, `only` narrows the rows to
    those that a page shows, `catalogued` says that the default language's words stand elsewhere,
    `codes` takes a cell that holds several apart.
    """

    pattern: str
    table: Table
    columns: tuple[str, ...]
    without: frozenset[str] = frozenset()
    form: str = ""
    only: Mapping[str, tuple[str, ...]] = {}
    catalogued: bool = False
    codes: Callable[[str], Iterable[str]] = lambda cell: (cell,)

    @property
    def where(self) -> str:
        """`area.pathfinder`"""
        return f"{self.table.name}.{'.'.join(self.columns)}"

    def worded(self, cell: str) -> Iterator[str]:
        """The codes of a cell that are shown in words."""
        for code in self.codes(cell):
            shown = code not in {"", *self.without} and re.fullmatch(self.form or ".*", code)
            if shown and MADE_UP not in code:
                yield code

    def held(self, connection: Connection) -> list[str]:
        """The codes of the store that are shown in words."""
        columns = [self.table.c[name] for name in self.columns]
        query = select(*columns).distinct()
        for name, values in self.only.items():
            query = query.where(self.table.c[name].in_(values))
        cells = {".".join(map(str, row)) for row in connection.execute(query)}
        return sorted({code for cell in cells for code in self.worded(cell)})


_WHOLE: Final = frozenset({TOTAL, f"{TOTAL}.{TOTAL}"})

FAMILIES: Final = (
    Family("country.kind.{}", schema.area, ("kind",), only={"kind": COUNTRIES}),
    Family("country.badge.{}", schema.area, ("pathfinder",)),
    Family("pathfinders.badge.{}", schema.area, ("pathfinder",)),
    Family("sources_page.redistribution.{}", schema.source, ("redistribution",)),
    Family("theme.{}", schema.indicator, ("theme",)),
    Family("unit.{}", schema.indicator, ("unit",)),
    Family("unit_short.{}", schema.indicator, ("unit",)),
    Family("method.{}", schema.indicator, ("method",)),
    Family("dimension.{}", schema.indicator, ("dimension",), without=_WHOLE),
    *(
        Family(f"indicator.{{}}.{part}", schema.indicator, ("code",), catalogued=True)
        for part in ("name", "short", "population", "definition")
    ),
    Family("changed.kind.{}", schema.release, ("kind",)),
    Family("dimension.{}", schema.observation, ("dimension",), without=_WHOLE),
    Family("category.{}", schema.observation, ("dimension", "category"), without=_WHOLE),
    Family("charts.sex.{}", schema.observation, ("sex",)),
    Family(
        "charts.flag_status.{}",
        schema.observation,
        ("status",),
        without=frozenset({"A", *VALUELESS_STATUS}),
    ),
    Family("charts.flag_nature.{}", schema.observation, ("nature",), without=frozenset({"C", "N"})),
    Family("instrument.{}.name", schema.instrument, ("code",)),
    Family("instrument.{}.short", schema.instrument, ("code",)),
    Family("law.instrument.{}", schema.instrument, ("code",), without=frozenset(ONE_POSITION)),
    Family("instrument_theme.{}", schema.instrument, ("theme",)),
    Family("instrument_body.{}", schema.instrument, ("body",)),
    Family("ratification_status.{}", schema.ratification, ("status",)),
    Family("ratification_action.{}", schema.ratification, ("action",)),
    *(
        Family("law.note.{}", table, ("note",), codes=note_codes)
        for table in (schema.ratification, schema.legal_fact, schema.mechanism)
    ),
    Family("law.point.{}", schema.legal_fact, ("topic",), form=LAW),
    Family("law.standard.{}", schema.legal_fact, ("topic",), form=LAW),
    Family("legal_topic.{}.name", schema.legal_fact, ("topic",)),
    Family("legal_topic.{}.standard", schema.legal_fact, ("topic",)),
    Family("legal_conforms.{}", schema.legal_fact, ("conforms",)),
    Family("legal_value.{}", schema.legal_fact, ("value",), form="[a-z_]+"),
    Family("unit_short.{}", schema.legal_fact, ("unit",)),
    Family("mechanism_kind.{}", schema.mechanism, ("kind",)),
    Family("suggestion.{}", schema.suggested_action, ("topic",)),
    Family("good.{}", schema.listed_good, ("good",)),
    Family("good_sector.{}", schema.listed_good, ("sector",)),
    Family("figure.{}", schema.listed_good, ("child_labour",)),
    Family("figure.{}", schema.listed_good, ("forced_labour",)),
    Family("national_definition.{}", schema.national_series, ("definition",)),
    Family("event_kind.{}", schema.event, ("kind",)),
    Family("event_state.{}", schema.event, ("state",)),
    Family("charts.event_state.{}", schema.event, ("state",)),
    Family("stage.{}", schema.stage, ("stage",)),
    Family("pathfinders.stage_short.{}", schema.stage, ("stage",)),
    Family("action_kind.{}", schema.action, ("kind",)),
    Family("priority.{}", schema.action, ("priority",)),
    Family("action_status.{}", schema.status, ("status",)),
    Family("completion.{}", schema.status, ("status",)),
    Family("status_says.{}", schema.status, ("says",)),
    Family("report_kind.{}", schema.report, ("kind",)),
    Family("framework_view.{}", schema.framework_value, ("view",)),
    Family("comment_state.{}", schema.comment, ("state",)),
    Family("event_state.{}", schema.stage, ("state",)),
    Family("action_origin.{}", schema.action, ("origin",)),
    Family("partner_kind.{}", schema.partner, ("kind",)),
    Family("seat_group.{}", schema.seat, ("group",)),
    Family("seat_group.{}", schema.seat_holder, ("group",)),
    Family("gcg_state.{}", schema.gcg_meeting, ("state",)),
    Family("gcg_form.{}", schema.gcg_meeting, ("form",)),
    Family("meeting_point_kind.{}", schema.meeting_point, ("kind",)),
    Family("action_group_kind.{}", schema.action_group, ("kind",)),
    Family("action_group_state.{}", schema.action_group, ("state",)),
    Family("alliance_plan.{}", schema.deliverable, ("plan",)),
    Family("deliverable_became.{}", schema.deliverable, ("became",)),
    Family("alliance_topic.{}", schema.alliance_fact, ("topic",)),
)
"""Every column of codes that a page shows in words."""


@cache
def _keys_of(folder: Path) -> frozenset[str]:
    # Cached: TOML takes longer to read than a small file of figures to load.
    return frozenset(read_texts(folder))


class Words:
    """The keys that the catalogues of words have, by language."""

    def __init__(self) -> None:
        """Read every language's folder. Raises OSError and TOMLDecodeError."""
        self.keys = {code: _keys_of(language.folder) for code, language in LANGUAGES.items()}

    @cached_property
    def _families(self) -> dict[str, list[Family]]:
        found: dict[str, list[Family]] = {}
        for family in FAMILIES:
            found.setdefault(family.table.name, []).append(family)
        return found

    def breaches(self, table: str, cells: Mapping[str, str]) -> Iterator[Breach]:
        """The codes of a row, its cells as text, that no page could show in words.

        The default language decides, as pages fall back on it: a language that is half translated
        must not keep figures out.
        """
        for family in self._families.get(table, ()):
            if family.catalogued:
                continue
            for code in family.worded(".".join(cells[name] for name in family.columns)):
                key = family.pattern.format(code)
                if key not in self.keys[DEFAULT]:
                    reason = f"no words for it in the default language ({key})"
                    yield Breach(family.columns[-1], code, "unworded_code", reason)

    def problems(self, connection: Connection) -> Iterator[str]:
        """Codes of the store that a language cannot word, in sentences."""
        for family in FAMILIES:
            for code in family.held(connection):
                key = family.pattern.format(code)
                for language, keys in self.keys.items():
                    if family.catalogued and language == DEFAULT:
                        continue
                    if key not in keys:
                        yield f"{language}: no words for {code!r} of {family.where}: add {key!r}"
