"""NORMLEX: ratifications of ILO conventions, from a saved page or its table as CSV.

Publisher: International Labour Organization. Address: https://normlex.ilo.org (one page a
convention, `…P11300_INSTRUMENT_ID:312327`, or one a country, `…P11200_COUNTRY_ID:…`). Format: HTML
with tables of class `horizontalLine`, or such a table saved as CSV. Quirks as of 2026-11:
- columns Country (or Convention), Date, Status, Note; `In Force`, `Not in force`, `Denounced`;
- the column Status decides: In Force stays so whatever the note tells of earlier denunciations. The
  note only refines `Not in force`, which is either a denunciation (`Denounced on 10 Jan 1990`) or a
  ratification that takes effect later (`will enter into force ... on 13 Jun 2024`). The column Date
  holds the day of ratification either way;
- the note of C138 holds the minimum age (`Minimum age specified: 14 years`);
- below stand the countries that have not ratified, without dates, several in a line;
- a CSV names no convention: the operator does (`--instrument C182`), unless it has a column
  Convention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from data.methods.notes import joined, note
from loaders.reading.contract import Format, Opened, Record, Refusal, Sample
from loaders.reading.files import csv_rows, header_of
from loaders.reading.html import filled_rows, html_tables, html_text
from loaders.sources.shared.observations import Misfit
from loaders.sources.treaties.codes import ILO_PAGES, area_named, ilo_page, iso_date, ratification

SOURCE: Final = "NORMLEX"
TITLE: Final = re.compile(
    r"Ratifications\s+(?:of\s+(?P<code>[CP]\d{3})\b|for\s+(?P<country>[^<]+))"
)
CODE: Final = re.compile(r"\b([CP]\d{3})\b")
STATES: Final = ("in force", "not in force", "denounced")
NEEDED: Final = ("date", "status")
DENOUNCED: Final = re.compile(r"denounced|denunciation", re.I)
ALONE: Final = re.compile(r"denounced on \d{1,2} [a-z]{3,9} \d{4}\.?", re.I)
LATER: Final = re.compile(r"(will enter|enters|entry) into force", re.I)
DAY: Final = re.compile(r"\b(\d{1,2} [A-Z][a-z]{2,8} \d{4})\b")
AGE: Final = re.compile(r"Minimum age specified: (\d{2}) years(?: ?\.)?(?= |$)")


class Title(NamedTuple):
    """What a page is about: one convention or one country; both empty in most CSV."""

    code: str
    country: str


def _fixed(opened: Opened) -> dict[str, str]:
    """What every row of a file has: its source and the day that the operator named."""
    return {"source": opened.source or SOURCE, "as_of": opened.options.get("vintage", "")}


def _recognises(sample: Sample) -> bool:
    """By the site's name and title in a page, by the column titles in a CSV."""
    if sample.kind == "html":
        return "normlex" in sample.text.casefold() and TITLE.search(sample.text) is not None
    return _columns(header_of(sample)) is not None


def _read(opened: Opened) -> Iterator[Record | Refusal]:
    """One record a country and convention. Raises FileRefused."""
    if opened.sample.kind == "html":
        yield from _page(opened)
        return
    rows = csv_rows(opened.sample)
    _, header = next(rows, (0, []))
    columns = _columns(header)
    if columns is None:
        rule = "the header lacks Country or Convention, Date and Status"
        remedy = "Save the table of the page as CSV with its header line."
        raise opened.sample.refused(rule, remedy, "line 1")
    title = Title(opened.options.get("instrument", ""), "")
    fixed = _fixed(opened)
    if "convention" not in columns:
        _check(opened.sample, title)
    for number, cells in rows:
        yield _taken(f"line {number}", cells, columns, title, fixed)


def _page(opened: Opened) -> Iterator[Record | Refusal]:
    text = html_text(opened.sample)
    found = TITLE.search(text)
    title = Title(found["code"] or "", (found["country"] or "").strip()) if found else Title("", "")
    _check(opened.sample, title)
    seen = False
    for number, table in enumerate(html_tables(text, opened.sample.path.name), 1):
        columns: dict[str, int] = {}
        without = title.code and "not ratified" in f"{table.before} {_head(table.rows)}".casefold()
        for row, cells in filled_rows(table):
            at = f"table {number}, row {row}"
            if columns and len(cells) == 1:
                continue  # a heading across the table, such as `Fundamental`
            if columns:
                yield _taken(at, cells, columns, title, _fixed(opened))
            elif named := _columns(cells):
                columns, seen = named, True
            elif without and seen:
                yield from _without(at, cells, title, _fixed(opened))
    if not seen:
        remedy = "Save the whole page again, with its list of ratifications opened."
        raise opened.sample.refused("the page has no table of ratifications", remedy)


def _head(rows: list[list[str]]) -> str:
    return " ".join(rows[0]) if rows else ""


def _check(sample: Sample, title: Title) -> None:
    """Refuse a file that is about a convention we do not hold, or about none."""
    if title.country or title.code in ILO_PAGES:
        return
    rule = "it does not say which convention it is about"
    if title.code:
        rule = f"the convention {title.code} is not one of ours"
    raise sample.refused(rule, f"Name it with --instrument, one of {', '.join(ILO_PAGES)}.")


def _columns(titles: list[str]) -> dict[str, int] | None:
    """Column name to place, or None when these are not the titles of a list of ratifications."""
    plain = [title.strip().strip('"').lstrip("\ufeff").casefold() for title in titles]
    named = {"countries": "country", "member": "country", "conventions": "convention"}
    columns = {named.get(title, title): at for at, title in enumerate(plain) if title}
    about = "country" in columns or "convention" in columns
    return columns if about and all(name in columns for name in NEEDED) else None


def _taken(
    at: str, cells: list[str], columns: dict[str, int], title: Title, fixed: dict[str, str]
) -> Record | Refusal:
    row = {name: cells[i] if i < len(cells) else "" for name, i in columns.items()}
    try:
        return _record(at, row, title, fixed)
    except Misfit as misfit:
        return misfit.at(at)


def _record(at: str, row: dict[str, str], title: Title, fixed: dict[str, str]) -> Record:
    named = CODE.search(row.get("convention", ""))
    code = named[1] if named else title.code
    if code not in ILO_PAGES:
        raise Misfit("Convention", row.get("convention", code), "out_of_scope", "Not one of ours.")
    area = area_named(row.get("country", "") or title.country, "Country")
    said = " ".join(row["status"].split())
    if said.casefold() not in STATES:
        raise Misfit("Status", said, "unknown_code", "Wants In Force, Not in force or Denounced.")
    date = iso_date(row["date"].strip(), "Date")
    if not date:
        raise Misfit("Date", "", "no_date", "A ratification has a date.")
    stands = _stands(said.casefold(), date, " ".join(row.get("note", "").split()))
    page = ilo_page(code)
    return ratification(at, instrument=code, area=area, page=page, **stands, **fixed)


def _stands(status: str, date: str, told: str) -> dict[str, str]:
    """Status, action, date and note; `told` is the publisher's note. Raises Misfit."""
    if status == "in force":
        return _party(date, _told(told))
    day = DAY.search(told)
    on = iso_date(day[1], "Note") if day else ""
    if status == "denounced" or DENOUNCED.search(told):
        left = "" if ALONE.fullmatch(told) else told
        return {
            "status": "denounced",
            "action": "denunciation",
            "date": on,
            "note": joined(note("ratified_on", date), _told(left)),
        }
    if on and LATER.search(told):
        return _party(date, joined(note("in_force_on", on), _told(told)))
    raise Misfit("Note", told, "unknown_code", "Not in force wants a note that says why.")


def _party(date: str, said: str) -> dict[str, str]:
    return {"status": "ratified", "action": "ratification", "date": date, "note": said}


def _told(text: str) -> str:
    """The publisher's note as codes: the age declared, and what else it says in its own words."""
    age = AGE.search(text)
    rest = " ".join(AGE.sub("", text).split()).strip(" .")
    if LATER.search(rest) and rest.count(".") == 0:
        rest = ""
    return joined(
        note("declared_age", age[1]) if age else "", note("publisher_note", rest) if rest else ""
    )


def _without(
    at: str, cells: list[str], title: Title, fixed: dict[str, str]
) -> Iterator[Record | Refusal]:
    """The countries of a line of those that have not ratified, one record each."""
    for name in filter(None, (cell.strip() for cell in cells)):
        if "not ratified" in name.casefold():
            continue
        try:
            yield ratification(
                at,
                instrument=title.code,
                area=area_named(name, "Country"),
                status="not_ratified",
                note=note("not_listed"),
                page=ilo_page(title.code),
                **fixed,
            )
        except Misfit as misfit:
            yield misfit.at(at)


FORMAT: Final = Format("normlex", "2", SOURCE, _recognises, _read, "country date status note")
