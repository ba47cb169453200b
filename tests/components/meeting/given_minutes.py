"""Minutes as the page of a meeting sends them."""

from __future__ import annotations

import json
from typing import Any

HOSTILE = "<script>alert(1)</script> & ]]> \u202e =cmd|' /C calc'!A0 {0.__class__}"


def given(**more: Any) -> dict[str, Any]:
    """Minutes of five items with a quorum, two decisions and two action points."""
    people = [
        ("A. Karim", "Government of Xland", "chair"), ("B. Blé", "Gouvernement", "government"),
        ("C", "", "government"), ("D", "", "un"), ("E", "", "un"), ("F", "", "un"),
        ("G", "ITUC", "workers"), ("H", "ITUC", "workers"), ("I", "IOE", "employers"),
        ("J", "IOE", "employers"), ("K", HOSTILE, "civil_society"),
    ]  # fmt: skip
    return {
        "agenda": {
            "t": "Pathfinder review", "d": "2026-11-27", "r": 1,
            "i": [
                {"t": "Opening", "m": 10, "n": "Welcome; quorum"},
                {"t": "Nepal", "v": "country?iso3=NPL", "m": 15},
                {"t": "World", "v": "world?view=map"},
                {"t": "Côte d’Ivoire", "v": "compare?iso3=NPL,CIV&as_of=2026-11-21"},
                {"t": "نيبال"},
            ],
        },
        "release": 7,
        "published": "2026-11-26T03:13:53.190735+00:00",
        "place": "Genève",
        "participants": [
            {"name": name, "body": body, "group": group, "representative": True}
            for name, body, group in people
        ] + [{"name": "L", "body": "Observers", "group": "observer", "representative": False}],
        "notes": [
            {"item": 1, "kind": "decision", "text": "Results to be published\nin both languages",
             "owner": "", "due": "", "at": "2026-11-27T10:01:00.000Z"},
            {"item": 1, "kind": "action", "text": f"Send the kit {HOSTILE}", "owner": "Secretariat",
             "due": "2027-03-31", "at": "2026-11-27T10:02:00.000Z"},
            {"item": 3, "kind": "decision", "text": "Agreed", "owner": "", "due": "", "at": ""},
            {"item": 4, "kind": "action", "text": "Ring\x00 \x1bup\ud800", "owner": "", "due": ""},
        ],
        "spent": [300, 1000.5, 0, 0, 3],
    } | more  # fmt: skip


def sent(**more: Any) -> bytes:
    """The same as a browser sends it."""
    return json.dumps(given(**more)).encode()
