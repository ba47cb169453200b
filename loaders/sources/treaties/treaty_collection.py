"""UN Treaty Collection: who takes part in a treaty, from the saved page or its table as CSV.

Publisher: United Nations, Office of Legal Affairs, Treaty Section. One page a treaty:
https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11&chapter=4
Format: HTML with one table of participants (id ending in `tblgrid`), or that table saved as CSV.
Quirks as of 2026-11:
- the heading of the last column lists the ways of becoming a party (`Ratification, Acceptance(A),
  Approval(AA), Accession(a), Succession(d)`), the letter behind the date says which it was;
- footnote numbers stand behind names and dates, as `sup` in the page and as figures in a CSV;
- some treaties have no column of signatures; for the slavery conventions a definitive signature
  (`s`) makes a party;
- a title that begins with Signature never makes a party, even where it names succession
  (`Signature, Succession to signature(d)`);
- there may be two columns that make a party (definitive signature or participation in one,
  ratification, accession or succession in the other): the earlier date counts;
- provisional application (`n`, or a column of its own) makes nobody a party; a column Denunciation
  or Withdrawal ends what the others say;
- `STATUS AS AT : 20-11-2026` is the page's own date; the CSV names neither date nor treaty: the
  operator does (`--vintage`, `--instrument CRC`).
A State that is not in the table is neither a party nor a signatory, which the page does not say of
anybody: no row is made of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from data.methods.notes import joined, note
from loaders.facts.catalogue import codes
from loaders.reading.contract import Format, Opened, Record, Refusal, Sample
from loaders.reading.files import csv_rows, header_of
from loaders.reading.html import filled_rows, html_tables, html_text
from loaders.sources.shared.observations import Misfit, vintage_of
from loaders.sources.treaties.codes import (
    UN_PAGES,
    area_named,
    iso_date,
    ratification,
    un_number,
    un_page,
)

NUMBERS: Final = {un_number(instrument): instrument for instrument in UN_PAGES}
"""The Collection's number of a treaty (`XVIII-12-a`) to our code."""

NUMBER: Final = re.compile(r"mtdsg_no=([IVX]+-\d+(?:-[a-z])?)\b")
AS_AT: Final = re.compile(r"STATUS\s+AS\s+AT\s*:?\s*(\d{2})-(\d{2})-(\d{4})", re.I)
AGAIN: Final = "Save the whole page of one treaty again."
ACTION: Final[dict[str, str]] = codes(__file__)["letters"]
PROVISIONAL: Final = "provisional_application"
ENTRY: Final = re.compile(
    r"(?P<date>\d{1,2} [A-Z][a-z]{2,8} \d{4})"
    r"\s*(?P<letter>[A-Za-z]{0,2})(?P<footnotes>[\d\s,\[\]]*)"
)


class Columns(NamedTuple):
    """Where the signature, the becoming a party, what only applies, and the leaving stand.

    -1 for no such column; the participant is the first one.
    """

    signature: int
    party: tuple[int, ...]
    provisional: int
    left: int


def _recognises(sample: Sample) -> bool:
    """By the site's name in a page, by the column titles in a CSV."""
    if sample.kind == "html":
        return "treaties.un.org" in sample.text or "ViewDetails.aspx?src=TREATY" in sample.text
    return _columns(header_of(sample)) is not None


def _read(opened: Opened) -> Iterator[Record | Refusal]:
    """One record a participant. Raises FileRefused."""
    if opened.sample.kind == "html":
        text = html_text(opened.sample)
        stated, as_at, rows = _number(text), _as_at(text), _page_rows(opened.sample, text)
    else:
        stated, as_at, rows = "", "", csv_rows(opened.sample)
    instrument = _instrument(opened, stated)
    vintage = vintage_of(opened, as_at)
    columns: Columns | None = None
    for number, cells in rows:
        if columns is None:
            columns = _columns(cells)
            continue
        at = f"row {number}"
        try:
            yield _record(at, cells, columns, (instrument, vintage, opened.source))
        except Misfit as misfit:
            yield misfit.at(at)
    if columns is None:
        raise opened.sample.refused("there is no table of participants", AGAIN)


def _number(text: str) -> str:
    """The treaty that a page's own address names most often; a page links to others too."""
    found = NUMBER.findall(text)
    return max(found, key=found.count) if found else ""


def _as_at(text: str) -> str:
    found = AS_AT.search(re.sub(r"<[^>]*>|&nbsp;", " ", text))
    return f"{found[3]}-{found[2]}-{found[1]}" if found else ""


def _page_rows(sample: Sample, text: str) -> Iterable[tuple[int, list[str]]]:
    tables = [t for t in html_tables(text, sample.path.name) if t.identity.endswith("tblgrid")]
    if not tables:
        raise sample.refused("the page has no table of participants", AGAIN)
    return filled_rows(tables[0])


def _instrument(opened: Opened, stated: str) -> str:
    """Our code of the treaty. Raises FileRefused when it is not known or none of ours."""
    chosen = opened.options.get("instrument", "") or NUMBERS.get(stated, "")
    if chosen in UN_PAGES:
        return chosen
    known = ", ".join(sorted(UN_PAGES))
    rule = "it does not say which treaty it is about"
    if chosen or stated:
        rule = f"the treaty {chosen or stated} is not one of ours"
    raise opened.sample.refused(rule, f"Name it with --instrument, one of {known}.")


def _columns(titles: list[str]) -> Columns | None:
    """The columns of a table of participants, None when the titles are others."""
    plain = [title.strip().strip('"').casefold() for title in titles]
    if not plain or plain[0] not in {"participant", "state"}:
        return None
    signature, provisional, *left = (
        next((at for at, title in enumerate(plain) if title.startswith(word)), -1)
        for word in ("signature", "provisional application", "denunciation", "withdrawal")
    )
    others = {signature, provisional, *left}
    words = ("ratification", "accession", "succession", "acceptance", "definitive signature")
    party = tuple(
        at
        for at, title in enumerate(plain)
        if at not in others and any(word in title for word in words)
    )
    if not party and signature == -1:
        return None
    return Columns(signature, party, provisional, max(left))


def _record(at: str, cells: list[str], columns: Columns, fixed: tuple[str, str, str]) -> Record:
    instrument, vintage, source = fixed
    name = cells[0] if cells else ""
    area = area_named(name, "Participant")
    signed, mark = _entry(cells, columns.signature, "Signature")
    entries = [_entry(cells, place, "Ratification") for place in columns.party]
    dates = {date: ACTION[letter] for date, letter in sorted(entries, reverse=True) if date}
    applied, _ = _entry(cells, columns.provisional, "Provisional application")
    bound = {date: action for date, action in dates.items() if action != PROVISIONAL}
    applied = applied or next((date for date in dates if date not in bound), "")
    joined_on = min(bound, default="")
    left, _ = _entry(cells, columns.left, "Denunciation")
    if not (signed or joined_on or applied):
        raise Misfit("Participant", name, "no_date", "The line holds no date of any action.")
    if left and joined_on:
        status, date, action = "denounced", left, "denunciation"
    elif joined_on:
        status, date, action = "ratified", joined_on, bound[joined_on]
    elif applied:
        status, date, action = "signed" if signed else "not_ratified", applied, PROVISIONAL
    else:
        status, date, action = "signed", signed, "signature"
    return ratification(
        at,
        instrument=instrument,
        area=area,
        status=status,
        date=date,
        action=action,
        note=joined(
            note("ratified_on", joined_on) if status == "denounced" else "",
            note("signed", signed) if signed not in {"", date, joined_on} else "",
            note("by_succession") if signed and ACTION[mark] == "succession" else "",
        ),
        source=source or "UNTC",
        page=un_page(instrument),
        as_of=vintage,
    )


def _entry(cells: list[str], at: int, column: str) -> tuple[str, str]:
    """Date and letter of a cell, both empty when it is. Raises Misfit."""
    text = cells[at].strip() if 0 <= at < len(cells) else ""
    if not text:
        return "", ""
    found = ENTRY.fullmatch(text)
    if found is None:
        raise Misfit(column, text, "date_form", "A cell holds a date and a letter at most.")
    if found["letter"] not in ACTION:
        raise Misfit(column, text, "unknown_code", "No such letter behind a date.")
    return iso_date(found["date"], column), found["letter"]


FORMAT: Final = Format(
    "un-treaty-collection", "2", "UNTC", _recognises, _read, "participant signature ratification"
)
