"""Read the complete lists of who is bound by a treaty, and the later facts that go beyond them.

Files below `treaties/`, with what is odd about each:

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
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from data.methods.notes import joined, note
from loaders.sources.shared.curation import Curation
from loaders.sources.treaties.files import UN_PAGES, Found, Row, area_in, dated, lines, un_page
from loaders.sources.treaties.universal import UN_ONLY, members

AS_OF: Final = "2023-05-11"
"""The day up to which both lists were read."""

ILO_LISTED: Final = {
    "P029": "3174672",
    "C182": "312327",
    "C138": "312283",
    "C029": "312174",
    "C105": "312250",
    "C081": "312226",
}
"""Instruments of ours in the list of NORMLEX, with the number of their page."""

UN_LISTED: Final = {
    "PALERMO_TIP": "PALERMO",
    "OPSC": "OPSC",
    "OPAC": "OPAC",
    "ICMW": "ICMW",
    "CEDAW": "CEDAW",
    "CRC": "CRC",
}
"""Treaties of ours in the list of the UN, by the name they have there."""

UN_OTHERS: Final = ("COK", "NIU", "PSE", "VAT")
"""States that may take part in UN treaties without being members."""

NORMLEX_PAGE: Final = (
    "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:11300:0::NO::P11300_INSTRUMENT_ID:"
)
DAY: Final = re.compile(r"\bon (\d{1,2} [A-Z][a-z]{2} \d{4})")
LINE_OF_NONE: Final = 0
"""The line of a row that rests on a State's absence from a complete list."""


def normlex_list(curation: Curation) -> Iterator[Found]:
    """Every member of the ILO and each instrument: bound, denounced, or not listed."""
    seen = set()
    for line, raw in lines(curation.file):
        if raw["instrument"] not in ILO_LISTED:
            continue
        area = area_in(curation, line, raw["iso3"])
        if not area:
            continue
        seen.add((area, raw["instrument"]))
        yield curation.dataset, line, _listed(raw, area)
    for instrument in ILO_LISTED:
        for area in (*members(), *sorted(UN_ONLY)):
            if (area, instrument) not in seen:
                said = "not_a_member" if area in UN_ONLY else "not_listed"
                yield curation.dataset, LINE_OF_NONE, _none(_ilo(instrument, area), said)


def _ilo(instrument: str, area: str) -> Row:
    return {
        "instrument": instrument,
        "area": area,
        "source": "NORMLEX",
        "page": f"{NORMLEX_PAGE}{ILO_LISTED[instrument]}",
        "as_of": AS_OF,
    }


def _none(row: Row, said: str) -> Row:
    return row | {"status": "not_ratified", "date": "", "action": "", "note": note(said)}


def _listed(raw: Row, area: str) -> Row:
    """The row of one line. Raises ValueError for a state that neither column nor note settles."""
    row = _ilo(raw["instrument"], area)
    declared = _declared(raw)
    bound = row | {
        "status": "ratified",
        "date": raw["ratification_date"],
        "action": "ratification",
        "note": declared,
    }
    if raw["status_in_force"] == "in_force":
        return bound
    on = DAY.search(raw["note"])
    if on is None or raw["status_in_force"] != "not_in_force":
        raise ValueError(f"{area} {raw['instrument']}: {raw['status_in_force']} {raw['note']!r}")
    if raw["note"].startswith("Denounced"):
        return row | {
            "status": "denounced",
            "date": dated(on[1]),
            "action": "denunciation",
            "note": note("ratified_on", raw["ratification_date"]),
        }
    return bound | {"note": joined(note("in_force_on", dated(on[1])), declared)}


def _declared(raw: Row) -> str:
    """The minimum age declared with C138, and that the declaration says more than the age."""
    age = raw["declared_minimum_age"]
    if not age:
        return ""
    bare = raw["declaration"].strip().rstrip(".") == f"Minimum age specified: {age} years"
    return joined(note("declared_age", age), "" if bare else note("declares_more"))


def un_list(curation: Curation) -> Iterator[Found]:
    """Every State and each UN treaty of the list: a party, a signatory only, or neither."""
    seen = set()
    for line, raw in lines(curation.file):
        if raw["treaty"] not in UN_LISTED:
            continue
        area = area_in(curation, line, raw["iso3"] or raw["participant"])
        if not area:
            continue
        instrument = UN_LISTED[raw["treaty"]]
        seen.add((area, instrument))
        yield curation.dataset, line, _participant(raw, instrument, area)
    for instrument in UN_LISTED.values():
        for area in _states():
            if (area, instrument) not in seen:
                row = _un(instrument, area)
                yield curation.dataset, LINE_OF_NONE, _none(row, "no_signature")


def _states() -> Iterable[str]:
    from_ilo = (area for area in members() if area != "COK")
    return sorted({*from_ilo, *UN_ONLY, *UN_OTHERS})


def _un(instrument: str, area: str) -> Row:
    return {
        "instrument": instrument,
        "area": area,
        "source": "UNTC",
        "page": un_page(instrument),
        "as_of": AS_OF,
    }


def _participant(raw: Row, instrument: str, area: str) -> Row:
    party = raw["party"] == "yes"
    signed = raw["signature"]
    return _un(instrument, area) | {
        "status": "ratified" if party else "signed",
        "date": raw["binding_date"] if party else signed,
        "action": raw["action"].replace(" ", "_") if party else "signature",
        "note": note("signed", signed) if party and signed not in {"", raw["binding_date"]} else "",
    }


def updates(curation: Curation) -> Iterator[Found]:
    """Ratifications after the lists, each with the page that states it."""
    for line, raw in lines(curation.file):
        instrument = UN_LISTED.get(raw["instrument"], raw["instrument"])
        ours = instrument in ILO_LISTED or instrument in UN_PAGES
        if raw["kind"] != "ratified" or not ours:
            continue
        area = area_in(curation, line, raw["iso3"])
        if not area:
            continue
        yield (
            curation.dataset,
            line,
            {
                "instrument": instrument,
                "area": area,
                "status": "ratified",
                "date": raw["date"],
                "action": "ratification",
                "note": joined(_quoted(raw), _age(instrument, raw["value"])),
                "source": "TREATY_UPDATES",
                "page": raw["url"],
                "as_of": "",
            },
        )


def _quoted(raw: Row) -> str:
    """Who is quoted when the page is not the depositary's own."""
    if raw["source_kind"] != "secondary":
        return ""
    us = "US Department of Labor"
    return note("quoted_by", us) if us in raw["fact"] else note("not_ilo_page")


def _age(instrument: str, value: str) -> str:
    return note("declared_age", value) if instrument == "C138" and value else ""
