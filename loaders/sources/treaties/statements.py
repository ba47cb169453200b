"""What ten files say of ratifications, one statement a State and instrument.

Files below `treaties/` unless said otherwise, with what is odd about each:

* `ilo_ratifications_normlex_2023-05.csv`: NORMLEX (https://normlex.ilo.org), every ratification by
  the 187 members of the ILO as the list stood on 11 May 2023. The list is complete: a member that
  is missing from an instrument had not ratified it, and gets a row that says so. `not_in_force` is
  either a denunciation or a ratification that takes effect later; the note tells which, and when.
  The minimum age that a State declares with C138 becomes a note of its own.
* `un_treaties_2023-05.csv`: UN Treaty Collection (https://treaties.un.org), the same day. It holds
  parties and signatories; a State that is missing had done neither. The Slavery Conventions and the
  Covenant on civil and political rights are not in it.
* `ratification_updates_after_2023-05.csv`: single later facts, mostly quoted by others than the
  depositary. Only rows of kind `ratified` are ratifications; a parliament's vote is none.
* `un_treaties_2015_long.csv`: UN Treaty Collection, exact dates as they stood in March 2015. A row
  without a ratification date is a signature only. The 1926 convention holds the UN period only:
  what was deposited with the League of Nations is not in it.
* `un_treaties_2022_year.csv`: the same publisher, years as of August 2022, for 193 States and
  seven treaties; `no action` is an explicit "not a party". Twelve years disagree with the dated
  file, whose date is kept and the other year noted.
* `ilo_ratification_years.csv`: NORMLEX, 39 countries, each row with the page it is from;
  `ilo_ratification_years_secondary.csv` is weaker evidence and says so.
* `delta87-dashboard-structure.md`: notes on the Delta 8.7 dashboards, in the folder `documents`
  beside the material; four years that no other file has (https://delta87.org).
* `usdol/usdol_findings.csv`: the US Department of Labor's yes or no, without a date.
* `pathfinders/alliance_events.csv`: on 4 August 2020 the 187th and last member of the ILO, Tonga,
  ratified Convention 182, so that every member had.

Notes are codes (`data.methods.notes`), never prose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from data.methods.notes import joined, note
from loaders.facts.catalogue import codes
from loaders.reading.contract import Refusal
from loaders.sources.shared.areas import area_of
from loaders.sources.shared.observations import Row, area_in, from_each, table
from loaders.sources.treaties.codes import (
    ILO_PAGES,
    UN_ONLY,
    UN_PAGES,
    ilo_page,
    iso_date,
    members,
    un_page,
)

AS_OF: Final = "2023-05-11"
"""The day up to which both complete lists were read."""

_CODES: Final = codes(__file__)
UN_CODES: Final[dict[str, str]] = _CODES["un_codes"]

ILO_LISTED: Final = ("P029", "C182", "C138", "C029", "C105", "C081")
"""Instruments of ours in the list of NORMLEX."""

UN_LISTED: Final = ("PALERMO", "OPSC", "OPAC", "ICMW", "CEDAW", "CRC")
"""Treaties of ours in the list of the UN."""

UN_OTHERS: Final = ("COK", "NIU", "PSE", "VAT")
"""States that may take part in UN treaties without being members."""

ILAB_COLUMNS: Final[dict[str, str]] = _CODES["ilab_columns"]
ILAB_REPORT: Final = "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/findings"
DELTA87: Final[tuple[tuple[str, str, str, str, str], ...]] = _CODES["delta87"]

ADDRESSES_LINE: Final = 3
"""The line of that file that holds the dashboards' addresses."""

MONTHS_STATED: Final = {("BRA", "P029"): "2025-07"}
"""Dates whose month stands in the title of the page alone: Brazil's instrument, July 2025."""

UNIVERSAL: Final = "2020-08-04"
IN_FORCE_DAY: Final = re.compile(r"\bon (\d{1,2} [A-Z][a-z]{2} \d{4})")
OF_ABSENCE: Final = 0
"""The line of a statement that rests on a State's absence from a complete list."""

EMPTY: Final = dict.fromkeys(("date", "action", "note", "as_of"), "")
Cells = Mapping[str, str]
Position = dict[str, str]


class Statement(NamedTuple):
    """What a line of a dataset's file says: the row as we would write it."""

    dataset: str
    line: int
    row: Position


Found = Iterator[Statement | Refusal]
Make = Callable[[Cells], Position | None]
"""The row of a line but for its area; None for a line about an instrument that is none of ours."""


def _stated(dataset: str, file: Path, columns: tuple[str, ...], make: Make) -> Found:
    """A statement a line, or a refusal; the first of `columns` that is not empty names the area."""

    def statement(line: Row) -> Iterator[Statement]:
        if (made := make(line.cells)) is not None:
            spelling = next(filter(None, map(line.cells.__getitem__, columns)), "")
            row = EMPTY | made | {"area": area_in("", spelling, "treaties")}
            yield Statement(dataset, int(line.place.removeprefix("line ")), row)

    return from_each(table(file, ()), statement)


def _with_the_absent(
    found: Found,
    dataset: str,
    instruments: Iterable[str],
    expected: Mapping[str, str],
    base: Position,
) -> Found:
    """The statements of a complete list, then one "not a party" for each State it leaves out.

    `expected` are the States that could stand in it, with the note of their absence.
    """
    seen = set()
    for each in found:
        if isinstance(each, Statement):
            seen.add((each.row["area"], each.row["instrument"]))
        yield each
    for instrument in instruments:
        page = (ilo_page if instrument in ILO_PAGES else un_page)(instrument)
        for area, said in expected.items():
            if (area, instrument) not in seen:
                row = base | {"area": area, "instrument": instrument, "page": page}
                row |= {"status": "not_ratified", "note": note(said)}
                yield Statement(dataset, OF_ABSENCE, EMPTY | row)


def normlex_list(dataset: str, file: Path) -> Found:
    """Every member of the ILO and each instrument: bound, denounced, or not listed."""
    expected = dict.fromkeys(members(), "not_listed")
    expected |= dict.fromkeys(sorted(UN_ONLY), "not_a_member")
    base = {"source": "NORMLEX", "as_of": AS_OF}
    found = _stated(dataset, file, ("iso3",), partial(_listed, base))
    return _with_the_absent(found, dataset, ILO_LISTED, expected, base)


def _listed(base: Position, raw: Cells) -> Position | None:
    """Raises ValueError for a state that neither column nor note settles."""
    if raw["instrument"] not in ILO_LISTED:
        return None
    date, declared = raw["ratification_date"], _declared(raw)
    row = base | {"instrument": raw["instrument"], "page": ilo_page(raw["instrument"])}
    bound = row | {"status": "ratified", "date": date, "action": "ratification", "note": declared}
    if raw["status_in_force"] == "in_force":
        return bound
    on = IN_FORCE_DAY.search(raw["note"])
    if on is None or raw["status_in_force"] != "not_in_force":
        raise ValueError(f"{raw['iso3']} {raw['instrument']}: {raw['note']!r} settles nothing")
    day = iso_date(on[1], "note")
    if not raw["note"].startswith("Denounced"):
        return bound | {"note": joined(note("in_force_on", day), declared)}
    left = {"status": "denounced", "date": day, "action": "denunciation"}
    return row | left | {"note": note("ratified_on", date)}


def _declared(raw: Cells) -> str:
    """The minimum age declared with C138, and that the declaration says more than the age."""
    age = raw["declared_minimum_age"]
    if not age:
        return ""
    bare = raw["declaration"].strip().rstrip(".") == f"Minimum age specified: {age} years"
    return joined(note("declared_age", age), "" if bare else note("declares_more"))


def un_list(dataset: str, file: Path) -> Found:
    """Every State and each UN treaty of the list: a party, a signatory only, or neither."""
    states = {*members(), *UN_ONLY, *UN_OTHERS}
    base = {"source": "UNTC", "as_of": AS_OF}
    found = _stated(dataset, file, ("iso3", "participant"), partial(_participant, base))
    expected = dict.fromkeys(sorted(states), "no_signature")
    return _with_the_absent(found, dataset, UN_LISTED, expected, base)


def _participant(base: Position, raw: Cells) -> Position | None:
    instrument = UN_CODES.get(raw["treaty"], raw["treaty"])
    if instrument not in UN_LISTED:
        return None
    return base | _un(
        instrument, raw["signature"], raw["binding_date"], raw["action"], raw["party"]
    )


def _un(instrument: str, signed: str, bound: str, action: str, party: str) -> Position:
    """A party or a signatory of a UN treaty; dates are ISO 8601."""
    is_party = party == "yes"
    also = is_party and signed not in {"", bound}
    return {
        "instrument": instrument,
        "status": "ratified" if is_party else "signed",
        "date": bound if is_party else signed,
        "action": action.replace(" ", "_") if is_party else "signature",
        "note": note("signed", signed) if also else "",
        "page": un_page(instrument),
    }


def un_dates(dataset: str, file: Path) -> Found:
    """Exact dates of March 2015."""
    base = {"source": "UNTC_2015", "as_of": "2015-03"}

    def make(raw: Cells) -> Position | None:
        instrument = UN_CODES.get(raw["treaty"], raw["treaty"])
        if instrument not in UN_PAGES:
            return None
        # The mark `d` behind a date says succession, which `action` says as well.
        signed, bound = (
            iso_date(raw[c].removesuffix(" d"), c) for c in ("signature", "ratification")
        )
        return base | _un(instrument, signed, bound, raw["action"], "yes" if bound else "no")

    return _stated(dataset, file, ("iso3", "country"), make)


def un_years(dataset: str, file: Path) -> Found:
    """Years of August 2022."""
    states = {"state party": "ratified", "signatory state": "signed", "no action": "not_ratified"}

    def make(raw: Cells) -> Position | None:
        if raw["treaty"] not in UN_PAGES:
            return None
        status = states[raw["status"]]
        return {
            "instrument": raw["treaty"],
            "status": status,
            "date": raw["year"] if status == "ratified" else "",
            "action": "signature" if status == "signed" else "",
            "note": note("no_signature") if status == "not_ratified" else "",
            "source": "UNTC_2022",
            "page": un_page(raw["treaty"]),
            "as_of": "2022-08",
        }

    return _stated(dataset, file, ("iso3", "country"), make)


def updates(dataset: str, file: Path) -> Found:
    """Ratifications after the lists, each with the page that states it."""

    def make(raw: Cells) -> Position | None:
        instrument = UN_CODES.get(raw["instrument"], raw["instrument"])
        if raw["kind"] != "ratified" or instrument not in {*ILO_LISTED, *UN_PAGES}:
            return None
        age = raw["value"] if instrument == "C138" else ""
        return {
            "instrument": instrument,
            "status": "ratified",
            "date": raw["date"],
            "action": "ratification",
            "note": joined(_quoted(raw), note("declared_age", age) if age else ""),
            "source": "TREATY_UPDATES",
            "page": raw["url"],
        }

    return _stated(dataset, file, ("iso3",), make)


def _quoted(raw: Cells) -> str:
    """Who is quoted when the page is not the depositary's own."""
    if raw["source_kind"] != "secondary":
        return ""
    us = "US Department of Labor"
    return note("quoted_by", us) if us in raw["fact"] else note("not_ilo_page")


def ilo_years(dataset: str, file: Path) -> Found:
    """Years of single pages, the ILO's own or weaker ones."""
    weak = dataset == "normlex_secondary"
    said = {"ratified": "", "not_ratified": note("not_listed"), "unknown": note("not_settled")}

    def make(raw: Cells) -> Position | None:
        if raw["instrument"] not in ILO_PAGES:
            return None
        date = raw["date"] or raw["year"]
        if weak:
            date = MONTHS_STATED.get((raw["iso3"], raw["instrument"]), date)
        return {
            "instrument": raw["instrument"],
            "status": raw["status"],
            "date": date,
            "action": "ratification" if raw["status"] == "ratified" else "",
            "note": joined(note("not_ilo_page") if weak else "", said[raw["status"]]),
            "source": "NORMLEX_SECONDARY" if weak else "NORMLEX_PAGES",
            "page": raw["source_url"],
        }

    return _stated(dataset, file, ("iso3",), make)


def ilab_answers(dataset: str, file: Path) -> Found:
    """The latest yes or no of each country and treaty; older report years are not candidates.

    Raises UnknownArea.
    """
    latest: dict[tuple[str, str], Statement] = {}
    for number, line in enumerate(table(file, ("country", "report_year", *ILAB_COLUMNS)), 2):
        if isinstance(line, Refusal):
            yield line
            continue
        for column, instrument in ILAB_COLUMNS.items():
            answer, year = line.cells[column], line.cells["report_year"]
            if answer not in {"Yes", "No"}:
                continue
            status = "ratified" if answer == "Yes" else "not_ratified"
            row = {
                "instrument": instrument,
                "area": area_of(line.cells["country"], "ilab"),
                "status": status,
                "note": note(f"stated_{status}", year),
                "source": "ILAB_FINDINGS",
                "page": ILAB_REPORT,
                "as_of": year,
            }
            latest[row["area"], instrument] = Statement(dataset, number, EMPTY | row)
    yield from latest.values()


def delta87_years(dataset: str, _file: Path) -> Found:
    """The years of `DELTA87`."""
    for instrument, area, year, action, page in DELTA87:
        row = {
            "instrument": instrument,
            "area": area,
            "status": "ratified",
            "date": year,
            "action": action,
            "note": note("dashboard_year"),
            "source": "DELTA87",
            "page": f"https://delta87.org/dashboards/{page}/",
        }
        yield Statement(dataset, ADDRESSES_LINE, EMPTY | row)


def universal(dataset: str, file: Path) -> Found:
    """Convention 182 for every member of the ILO, from the day the last of them ratified.

    Raises LookupError when the event of that day is gone.
    """
    lines = enumerate(table(file, ("date", "title", "source_url")), 2)
    events = [(number, each.cells) for number, each in lines if not isinstance(each, Refusal)]
    day = [(n, e) for n, e in events if e["date"] == UNIVERSAL and "182" in e["title"]]
    if not day:
        raise LookupError(f"no event of {UNIVERSAL} on Convention 182 in {file.name}")
    ((number, event), *_) = day
    for area in members():
        row = {
            "instrument": "C182",
            "area": area,
            "status": "ratified",
            "note": note("all_members"),
            "source": "ILO_C182_UNIVERSAL",
            "page": event["source_url"],
            "as_of": UNIVERSAL,
        }
        yield Statement(dataset, number, EMPTY | row)
