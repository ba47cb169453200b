"""Every text stands in every language, with the same fields; none is missing, none unused."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from string import Formatter
from typing import Final

import pytest
from babel import Locale
from sqlalchemy import CheckConstraint, Connection, Text

from components.ui.frame import PAGES
from components.wording import DEFAULT, LANGUAGES, MissingText, Wording, typeset, wording
from data import schema
from data.languages import Texts, read_rows, read_texts, row_key, row_texts
from data.methods import notes
from data.queries import alliance, government, pathfinders
from data.queries.areas import areas
from loaders.facts import catalogue
from loaders.sources.treaties.codes import ACTIONS
from loaders.sources.treaties.treaty_collection import ACTION
from loaders.validate import worded_codes as worded

ROOT: Final = Path(__file__).resolve().parents[1]
WORDED: Final = ("components", "pages", "loaders/reporting")
CODE: Final = sorted(p for f in WORDED for p in (ROOT / f).rglob("*.py"))
TEMPLATES: Final = sorted((ROOT / "components" / "templates").glob("*.html"))


def _own(language: str) -> Texts:
    """The texts of pages and codes that stand in the language's own folder, as they are shown."""
    return {
        key: typeset(text, language)
        if isinstance(text, str)
        else tuple(typeset(part, language) for part in text)
        for key, text in read_texts(LANGUAGES[language].folder).items()
    }


TEXTS: Final = {language: _own(language) for language in LANGUAGES}
OTHERS: Final = tuple(code for code in LANGUAGES if code != DEFAULT)
INDICATOR_PARTS: Final = ("name", "short", "population", "definition")


PLURALS: Final = {"zero", "one", "two", "few", "many"}
"""CLDR's plural categories beside `other`, which a language has or not."""


def _form_of(key: str) -> str:
    """The key of the plural form `other` that a key is another form of; empty for no form."""
    stem, _, last = key.rpartition(".")
    return f"{stem}.other" if last in PLURALS and f"{stem}.other" in TEXTS[DEFAULT] else ""


def _keys(language: str) -> set[str]:
    """Keys that all languages share; an indicator's English text stands in its catalogue."""
    own = {key for key in TEXTS[language] if not key.startswith("indicator.")}
    return {key for key in own if not _form_of(key)}


def test_a_form_is_never_taken_from_another_language() -> None:
    """Arabic says one item by the form for any number; English has a form for one."""
    key = "pathfinders.instead_short.few"
    assert f"{key}.one" in wording("en").texts
    assert f"{key}.one" not in TEXTS["ar"]
    assert wording("ar").plural(key, 1, items=1) == wording("ar").t(f"{key}.other", items=1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language_and_take_the_fields_of_other(language: str) -> None:
    texts, forms = TEXTS[language], Locale.parse(LANGUAGES[language].locale).plural_form.tags
    found = {key: _form_of(key) for key in texts if _form_of(key)}
    assert len(found) >= 9
    assert {key.rpartition(".")[2] for key in found} <= forms
    wrong = [k for k, o in found.items() if not fields(str(texts[k])) <= fields(str(texts[o]))]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [("ar", 1, "0 مليون"), ("ar", 3, "0 ملايين"), ("ar", 11, "0 مليونًا"), ("ar", 100, "0 مليون"),
     ("fr", 1.5, "0\u00a0million"), ("fr", 2, "0\u00a0millions"), ("en", 2, "0 million")],
)  # fmt: skip
def test_a_count_chooses_the_form(language: str, count: float, text: str) -> None:
    assert wording(language).plural("figure.million", count, number="0") == text


def _texts_of(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def fields(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_languages_agree_in_their_keys(language: str) -> None:
    assert sorted(_keys(DEFAULT) - _keys(language)) == []
    assert sorted(_keys(language) - _keys(DEFAULT)) == []


@pytest.mark.parametrize("language", OTHERS)
def test_languages_agree_in_fields_and_in_the_length_of_lists(language: str) -> None:
    wrong = []
    for key in sorted(_keys(DEFAULT) & _keys(language)):
        here, there = _texts_of(TEXTS[DEFAULT][key]), _texts_of(TEXTS[language][key])
        if len(here) != len(there):
            wrong.append(f"{key}: {len(here)} texts, {len(there)} in {language}")
        elif [fields(t) for t in here] != [fields(t) for t in there]:
            wrong.append(f"{key}: {here} / {there}")
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_have_the_same_names_in_each_language(language: str) -> None:
    def names(code: str) -> set[str]:
        folder = LANGUAGES[code].folder
        return {p.name for p in folder.glob("*.toml")} - {
            p.name for p in folder.glob("indicators_*.toml")
        }

    assert names(language) == names(DEFAULT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_waits_to_be_written(language: str) -> None:
    allowed_empty = {"legal_topic"}
    wrong = [
        key
        for key, text in TEXTS[language].items()
        for part in _texts_of(text)
        if (not part.strip() and key.split(".")[0] not in allowed_empty)
        or re.search(r"\b(TODO|FIXME|XXX|TBD|lorem)\b", part)
    ]
    assert wrong == []


def test_arabic_is_written_in_arabic() -> None:
    """A text of more than two words without any Arabic letter was forgotten."""
    wrong = [
        key
        for key, text in TEXTS["ar"].items()
        for part in _texts_of(text)
        if len(re.sub(r"\{.*?\}", "", part).split()) > 2 and not re.search(r"[\u0600-\u06ff]", part)
    ]
    assert wrong == []


def test_french_is_not_english() -> None:
    """Long texts that are the same in both were never translated."""
    wrong = [
        key
        for key in _keys(DEFAULT)
        for here, there in zip(
            _texts_of(TEXTS[DEFAULT][key]), _texts_of(TEXTS["fr"][key]), strict=True
        )
        if here == there and len(re.sub(r"\{.*?\}", "", here).split()) > 3
    ]
    assert wrong == []


def _literal_keys(path: Path) -> Iterator[tuple[str, str]]:
    """(where, key) of every `t("…")`, `several("…")` and `plural("…")` whose key is written out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
        if called in {"t", "several", "plural"}:
            first = node.args[0]
            choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            for choice in choices:
                if isinstance(choice, ast.Constant):
                    form = ".other" if called == "plural" else ""
                    yield f"{path.name} line {node.lineno}", f"{choice.value}{form}"


def _template_keys(path: Path) -> Iterator[tuple[str, str]]:
    for key in re.findall(r"""\bt\(\s*["']([^"']+)["']\s*[,)]""", path.read_text(encoding="utf-8")):
        yield path.name, key


def test_every_text_that_is_asked_for_exists() -> None:
    asked = [found for path in CODE for found in _literal_keys(path)]
    asked += [found for path in TEMPLATES for found in _template_keys(path)]
    assert len(asked) > 100
    assert [f"{where}: {key}" for where, key in asked if key not in TEXTS[DEFAULT]] == []


def _words_in_code() -> tuple[set[str], set[str]]:
    """Whole texts written in the code, and patterns of keys that are put together there."""
    whole, patterns = set(), set()
    for path in CODE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"[^ ]+"
                    for p in node.values
                ]
                patterns.add("".join(parts))
            elif isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
                patterns.add(re.escape(str(node.left.value)) + r"[^ ]+")
            elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "code_text":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    patterns.add(re.escape(f"{first.value}.") + r"[^ ]+")
    for path in TEMPLATES:
        source = path.read_text(encoding="utf-8")
        whole |= set(re.findall(r"""["']([a-z_0-9.A-Z]+)["']""", source))
        patterns |= {
            re.escape(prefix) + r"[^ ]+"
            for prefix in re.findall(r"""["']([a-z_0-9.A-Z]+\.)["']\s*~""", source)
        }
    return whole, {p for p in patterns if re.match(r"[a-z_]+\\\.", p)}


def test_no_text_is_unused() -> None:
    whole, patterns = _words_in_code()
    put_together = [re.compile(pattern) for pattern in patterns]
    unused = [
        key
        for key in sorted(_keys(DEFAULT))
        if not {key, key.removesuffix(".other")} & whole
        and not any(p.fullmatch(key) for p in put_together)
    ]
    assert unused == []


def test_the_search_for_unused_texts_would_find_one() -> None:
    whole, patterns = _words_in_code()
    assert "frame.no_such_text" not in whole
    assert not any(re.fullmatch(p, "frame.no_such_text") for p in patterns)
    assert any(re.fullmatch(p, "frame.page.world") for p in patterns)


def test_pages_have_their_names() -> None:
    assert [p for p in PAGES if f"frame.page.{p}" not in TEXTS[DEFAULT]] == []


# --- codes that the store uses -------------------------------------------------------------------


BROUGHT_BY_REPORTS: Final = frozenset({"report", "framework_value", "comment"})
"""Tables that may be empty until a country reports."""


def _allowed(family: worded.Family) -> set[str]:
    """The codes that the store allows in a family's column: a list in a constraint, or nothing."""
    checks = [c for c in family.table.constraints if isinstance(c, CheckConstraint)]
    lists = [re.fullmatch(r"(\w+) IN \((.+)\)", str(check.sqltext)) for check in checks]
    told = {found[1]: set(re.findall(r"'(\w+)'", found[2])) for found in lists if found}
    codes = told.get(".".join(family.columns), set())
    return {code for cell in codes for code in family.worded(cell)} if not family.only else set()


@pytest.mark.parametrize("family", worded.FAMILIES, ids=lambda f: f"{f.pattern} {f.where}")
def test_every_code_of_the_store_has_its_words(
    connection: Connection, family: worded.Family
) -> None:
    codes = {*family.held(connection), *_allowed(family)}
    assert codes or family.table.name in BROUGHT_BY_REPORTS, f"no code for {family.pattern}"
    missing = [
        f"{language}: {key}"
        for language in LANGUAGES
        for key in sorted(map(family.pattern.format, codes))
        if not isinstance(TEXTS[language].get(key), str)
        and not (family.catalogued and language == DEFAULT)
    ]
    assert missing == []


_NAMED: Final = ("area", "instrument", "source", "indicator")
UNWORDED: Final = {
    "area": ("code", "name", "iso2", "m49", "region", "subregion", "sdg_region"),
    "area_name": ("area", "language", "name", "folded"),
    "area_alias": ("family", "spelling", "area"),
    "source": (
        *("code", "publisher", "title", "address", "vintage", "licence", "terms_url"),
        *("citation", "accessed", "note"),
    ),
    "indicator": (
        *("sdg", "name", "short", "direction", "population", "age", "comparability"),
        *("definition", "caveats", "sources"),
    ),
    "release": ("published", "label", "source", "note"),
    "observation": (*_NAMED, "age", "survey", "unit", "suppressed", "note", "vintage"),
    "instrument": ("name", "short", "address"),
    "survey_name": (
        *("area", "source", "survey", "programme", "evidence", "candidates", "note"),
        *("publisher", "title", "page"),
    ),
    "national_series": (
        *("code", "area", "indicator", "age", "scope", "programme", "comparable", "basis"),
        *("grade", "source", "publisher", "quoted_by", "title", "page"),
    ),
    "ratification": (*_NAMED, "date", "note", "page", "as_of"),
    "legal_fact": (*_NAMED, "standard", "note", "page"),
    "event": (*("code", "date", "end", "area", "place", "title", "source_title", "page"),),
    "stage": ("area", "date", "page", "end", "place", "text", "source_title", "report"),
    "priority": (
        *("code", "area", "roadmap", "text", "objective", "target_date", "indicator"),
        *("source_title", "page", "report"),
    ),
    "action": (
        *("code", "area", "parent", "roadmap_priority", "start", "due", "responsible", "partners"),
        *("weight", "allocated", "disbursed", "currency", "text", "source_title", "page", "report"),
    ),
    "status": (
        *("action", "checked", "area", "status_date", "by", "basis"),
        *("source_title", "page", "report"),
    ),
    "report": (
        *("code", "area", "start", "end", "received", "language", "reporter", "title", "note"),
        *("source_title", "page", "report"),
    ),
    "answer": ("report", "question", "area", "text", "language"),
    "framework_value": (
        *("area", "indicator", "part", "year", "sex", "source_title"),
        *("value", "unit", "note", "checked", "page", "report"),
    ),
    "comment": (
        *("code", "area", "indicator", "year", "sex", "date", "by", "language", "text"),
        *("answer", "answered", "answered_by", "report"),
    ),
    "mechanism": (*_NAMED, "name", "start", "end", "note", "page"),
    "suggested_action": (*_NAMED, "group", "years", "page"),
    "listed_good": (*_NAMED, "page", "note"),
    "roadmap": (
        *("code", "area", "title", "start", "end", "adopted", "note"),
        *("source_title", "page", "report"),
    ),
    "resource": (
        *("code", "area", "amount", "currency", "start", "end", "funder"),
        *("text", "source_title", "page", "report"),
    ),
    "partner": (
        *("code", "list", "number", "name", "area", "website", "note"),
        *("source_title", "page", "at"),
    ),
    "seat": ("code", "composition", "text", "source_title", "page", "at"),
    "seat_holder": (
        *("code", "area", "name", "start", "end", "seen", "text", "source_title", "page", "at"),
    ),
    "gcg_meeting": (
        *("code", "date", "end", "place", "participants", "text", "event"),
        *("source_title", "page", "at"),
    ),
    "meeting_point": ("code", "meeting", "minutes", "by", "text", "source_title", "page", "at"),
    "action_group": (
        *("code", "name", "chairs", "members", "since", "text", "source_title", "page", "at"),
    ),
    "deliverable": (
        *("code", "kind", "text", "due", "became_date", "basis", "source_title", "page", "at"),
        *("basis_title", "basis_page"),
    ),
    "alliance_fact": ("code", "date", "number", "text", "source_title", "page", "at"),
}
"""Columns of worded tables that need no words: names, dates, addresses, prose of sources, and codes
by which tables of ours are parted."""


def test_every_column_of_texts_is_either_worded_or_known_to_need_no_words() -> None:
    judged = {name: set(columns) for name, columns in UNWORDED.items()}
    for family in worded.FAMILIES:
        judged.setdefault(family.table.name, set()).update(family.columns)
    unjudged = [
        f"{table.name}.{column.name}"
        for table in schema.metadata.sorted_tables
        if table.name in judged
        for column in table.columns
        if isinstance(column.type, Text) and column.name not in judged[table.name]
    ]
    assert unjudged == []
    inside = {"observation_past", "slice", "release_slice", "holding", "record_version",
              "load", "load_reject", "load_warning", "audit", "build", "draft"}  # fmt: skip
    assert {table.name for table in schema.metadata.sorted_tables} - set(judged) == inside


def test_the_loaders_read_the_same_keys_as_the_pages() -> None:
    assert worded.Words().keys == {code: set(TEXTS[code]) for code in LANGUAGES}


QUOTED: Final = {"publisher_note"}
"""Notes that stand in their publisher's own words."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_reader_of_treaties_can_write_has_its_words(language: str) -> None:
    assert set(ACTION.values()) | {"signature", "denunciation"} <= ACTIONS
    wanted = {f"ratification_action.{action}" for action in ACTIONS}
    wanted |= {f"law.note.{code}" for code in set(notes.CODES) - QUOTED}
    states = ("ratified", "signed", "not_ratified", "denounced", "unknown")
    wanted |= {f"ratification_status.{state}" for state in states}
    assert sorted(wanted - set(TEXTS[language])) == []
    wrong = [
        code
        for code, names in notes.CODES.items()
        if code not in QUOTED and fields(str(TEXTS[language][f"law.note.{code}"])) != set(names)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_indicator_is_described(language: str) -> None:
    texts, wrong = TEXTS[language], []
    for code, about in catalogue.indicators().items():
        for part in INDICATOR_PARTS:
            text = texts.get(f"indicator.{code}.{part}")
            if getattr(about, part) and not (isinstance(text, str) and text.strip()):
                wrong.append(f"{code}: no {part}")
        caveats = texts.get(f"indicator.{code}.caveats", ())
        if len(caveats) != len(about.caveats):
            wrong.append(f"{code}: {len(caveats)} caveats, the catalogue has {len(about.caveats)}")
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_indicator_is_described_that_is_not_there(language: str) -> None:
    known = {f"indicator.{code}.{p}" for code in catalogue.indicators()
             for p in (*INDICATOR_PARTS, "caveats")}  # fmt: skip
    described = {key for key in TEXTS[language] if key.startswith("indicator.")}
    assert sorted(described - known) == []


def test_short_names_fit_their_cards() -> None:
    longest = 48
    wrong = [
        f"{language} {key}: {len(str(text))}"
        for language in OTHERS
        for key, text in TEXTS[language].items()
        if key.startswith("indicator.") and key.endswith(".short") and len(str(text)) > longest
    ]
    wrong += [c for c, about in catalogue.indicators().items() if len(about.short) > longest]
    assert wrong == []


def test_a_key_in_two_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('[x]\ny = "one"\n', encoding="utf-8")
    (tmp_path / "b.toml").write_text('[x]\ny = "two"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="x.y"):
        read_texts(tmp_path)


# --- texts of rows -------------------------------------------------------------------------------


def _rows_with_texts(connection: Connection) -> dict[str, str]:
    """The texts that rows of the store have in the default language, by key."""
    actions = list(chain(*pathfinders.actions(connection).values()))
    found = {
        row_key(type(row).__name__.lower(), row.code, field): str(getattr(row, field))
        for rows, fields in (
            (pathfinders.events(connection), ("title",)),
            (chain(*pathfinders.stages(connection).values()), ("text",)),
            (chain(*pathfinders.roadmaps(connection).values()), ("title", "note")),
            (chain(*pathfinders.priorities(connection).values()), ("text", "indicator")),
            (chain(*pathfinders.reports(connection).values()), ("title", "note")),
            (actions, ("text",)),
            (government.policies(connection, list(areas(connection, ""))), ("name",)),
            (chain(*(action.history for action in actions)), ("basis",)),
            (chain(*pathfinders.resources(connection).values()), ("text",)),
            (alliance.seats(connection), ("text",)),
            (alliance.seat_holders(connection), ("text",)),
            (alliance.gcg_meetings(connection), ("text", "place", "participants")),
            (alliance.meeting_points(connection), ("text", "by")),
            (alliance.action_groups(connection), ("name", "chairs", "members", "text")),
            (alliance.deliverables(connection), ("text", "basis")),
            (alliance.alliance_facts(connection), ("text",)),
            (alliance.partners(connection), ("note",)),
            (
                (
                    value
                    for value in chain(*pathfinders.framework_values(connection).values())
                    if not any(worded.note_codes(value.note))
                ),
                ("note",),
            ),
            (
                (a for a in areas(connection, "").values() if a.kind == "grouping" and not a.m49),
                ("name",),
            ),
        )
        for row in rows
        # What came with a report stands in the words it was reported in.
        if not getattr(row, "report", "")
        for field in fields
    }
    return {key: text for key, text in found.items() if text}


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_a_row_is_translated(connection: Connection, language: str) -> None:
    wanted, said = _rows_with_texts(connection), row_texts(language)
    assert len(wanted) > 1_000
    assert sorted(wanted.keys() - said.keys()) == []
    assert [key for key in wanted if not said[key].strip()] == []
    known = {row_key("area", code, "name") for code in areas(connection, "")}
    # Bodies whose name stands in other languages too; most partners have one name.
    known |= {row_key("partner", one.code, "name") for one in alliance.partners(connection)}
    known |= {row_key("seatholder", one.code, "name") for one in alliance.seat_holders(connection)}
    assert sorted(said.keys() - wanted.keys() - known) == []


def test_arabic_rows_spell_the_roadmap_as_the_pages_do() -> None:
    assert [key for key, text in row_texts("ar").items() if "خارطة" in text] == []


def test_stages_have_codes_of_their_own(connection: Connection) -> None:
    codes = [one.code for row in pathfinders.stages(connection).values() for one in row]
    assert len(codes) == len(set(codes))


def test_a_text_of_a_row_that_stands_twice_or_under_other_columns_is_refused(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("owner,code,field,text\nevent,A,title,Un\n", encoding="utf-8")
    assert read_rows(tmp_path) == {"event.A.title": "Un"}
    (tmp_path / "b.csv").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"b\.csv repeats event\.A\.title"):
        read_rows(tmp_path)
    (tmp_path / "b.csv").write_text("owner,code,text\nevent,B,Deux\n", encoding="utf-8")
    with pytest.raises(ValueError, match="the first line must be owner,code,field,text"):
        read_rows(tmp_path)


# --- a text that cannot be had -------------------------------------------------------------------

BARE: Final = {"country.badge.pathfinder": "Pathfinder", "sentence.end": "{text}."}


def _misses(words: Wording) -> list[Callable[[], object]]:
    return [
        lambda: words.t("country.badge.interest"),
        lambda: words.t("instrument.C182.short"),
        lambda: words.t("sentence.end"),
        lambda: words.t("sentence.end", sentence="a"),
        lambda: words.code_text("unit", "PER_HEAD"),
        lambda: words.several("country.badge.pathfinder"),
        lambda: words.t("country"),
    ]


def test_in_the_tests_a_missing_text_is_an_error() -> None:
    assert all(wording(code).strict for code in LANGUAGES)
    for miss in _misses(Wording(LANGUAGES["en"], BARE, strict=True)):
        with pytest.raises(MissingText):
            miss()


def test_for_readers_a_missing_text_costs_its_line_and_is_logged_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    misses = _misses(Wording(LANGUAGES["en"], BARE))
    shown = [miss() for miss in misses]
    assert shown == ["interest", "C182", "end", "end", "PER_HEAD", (), "country"]
    assert len(caplog.records) == len(misses)
    assert "country.badge.interest" in caplog.records[0].getMessage()
    assert [miss() for miss in misses] == shown
    assert len(caplog.records) == len(misses)


def test_an_indicator_without_words_shows_those_of_the_catalogue() -> None:
    about = next(iter(catalogue.indicators().values()))
    assert Wording(LANGUAGES["fr"], {}).of(about, "name") == about.name


# --- how texts are written -----------------------------------------------------------------------


def test_french_stops_never_begin_a_line() -> None:
    wrong = [
        f"{key}: {part}"
        for key, text in TEXTS["fr"].items()
        for part in _texts_of(text)
        if re.search(r" [:;?!»]|« |[^\s\d(/][;?!»]|«[^\s]|[a-zé]:|\w'\w", part)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_in_texts_are_unbroken_and_grouped_as_figures_are(language: str) -> None:
    group = {"en": ",", "fr": "\u202f", "ar": ","}[language]
    other = {",", "\u202f", " ", "\u00a0"} - {group}
    wrong = [
        f"{key}: {part}"
        for key, text in TEXTS[language].items()
        for part in _texts_of(text)
        if re.search(rf"(?<!\d)\d{{1,3}}[{''.join(other)}]\d{{3}}(?!\d)", part)
        or re.search(r"(?<!\d)10{3,5}(?!\d)", part)
    ]
    assert wrong == []


def test_arabic_has_arabic_stops() -> None:
    letter = "[\u0620-\u06ff]"
    wrong = [
        f"{key}: {part}"
        for key, text in TEXTS["ar"].items()
        for part in _texts_of(text)
        if re.search(letter + r"[})]?[,;?]|[,;?] " + letter, part)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "word", "instead"),
    [
        ("ar", "خارطة", "خريطة"),
        ("ar", "حلق(ة|ات) (ال)?عمل", "ورشة عمل"),
        ("fr", "inistère du [Tt]ravail(?! appelle)", "département du Travail"),
        ("fr", "épartement du travail", "département du Travail"),
        ("fr", "nfants? astreints? au travail des enfants", "en situation de"),
        ("fr", "jamais été collecté", "été collecté à ce jour"),
        ("en", "(?<!US )Department of Labor|U\\.S\\. Dep", "US Department of Labor"),
    ],
)
def test_one_thing_has_one_name(language: str, word: str, instead: str) -> None:
    wrong = [
        f"{key}: say {instead!r}"
        for key, text in TEXTS[language].items()
        for part in _texts_of(text)
        if re.search(word, part)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("one", "other"), [("action_status", "completion"), ("charts.event_state", "event_state")]
)
def test_one_status_has_one_word(language: str, one: str, other: str) -> None:
    texts = TEXTS[language]
    codes = [key.removeprefix(f"{one}.") for key in texts if key.startswith(f"{one}.")]
    assert len(codes) == {"action_status": 6, "charts.event_state": 5}[one]
    differ = {
        code: (texts[f"{one}.{code}"], texts[f"{other}.{code}"])
        for code in codes
        if str(texts[f"{one}.{code}"]).lower() != str(texts[f"{other}.{code}"]).lower()
    }
    assert differ == {}
