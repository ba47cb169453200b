"""The one box of country names: suggestions while typing, in any language, one slip forgiven.

A component of our own, since Streamlit's lists (1.67) look for the letters as they are typed:
without accents, by a former name or with a slip nothing is found in them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final, Literal

import streamlit as st

from components.look import look_name
from components.ui.visit import Visit
from data import store

SEPARATOR: Final = ","
PLACE: Final = "_"
"""What stands for the code in an address that a choice leads to."""

Kind = Literal["country", "any", "indicator", "place"]

NAMES: Final = "api/v1/names.json"
SEARCH: Final = "api/v1/search.json"
"""What the boxes ask: names of countries and groupings; indicators, sets and all that is found."""

# The script is a file that a browser keeps (first.js says where the app lives); sent by Streamlit
# it would travel with every box.
_box = st.components.v2.component(
    "target87_find",
    js=f"""
const root = window.__streamlit.BACKEND_BASE_URL;
const script = import(new URL("look/{look_name("find.js")}", root).href);
export default (box) => {{ script.then((found) => found.default(box)); }};
""",
    isolate_styles=False,
)


def find_country_box(
    here: Visit,
    *,
    key: str = "find",
    href: Callable[[str], str] | None = None,
    page: str = "country.py",
    label: str = "",
) -> None:
    """A box that opens the page of the country that is chosen in it.

    `page` is opened with `iso3`, without loading anything anew; with `href`, the address that it
    gives for a code is loaded instead. `label` stands in place of "Find a country".
    """
    picked = _show(
        here,
        key,
        label or here.wording.t("find.label"),
        example=here.wording.t("find.example"),
        href=href(PLACE) if href else "",
    )
    if picked:
        st.switch_page(page, query_params=here.params(iso3=picked[-1]))


def pick_countries(
    here: Visit,
    param: str = "iso3",
    *,
    most: int = 4,
    label: str = "",
    example: str = "",
    among: Collection[str] | None = None,
    kind: Kind = "country",
) -> tuple[str, ...]:
    """A box for up to `most` countries that stand in the URL's `param`, codes with commas between.

    `among` narrows what is offered; `kind` "any" offers regions and groupings too. Gives the codes
    of the URL that exist, in its order; what else stands there is passed over. With `most` 1 a
    choice takes the place of the one before.
    """
    known = store.reference(here.language).areas
    # A parameter may be given twice, or once with commas; both ways are found in old links.
    asked = SEPARATOR.join(st.query_params.get_all(param)).upper().split(SEPARATOR)
    chosen = tuple(code for code in dict.fromkeys(asked) if code in known)[:most]
    key = f"pick-{param}"
    _show(
        here,
        key,
        label or here.wording.t("find.label"),
        example=example or here.wording.t("find.example"),
        chosen=[{"code": code, "name": known[code].name} for code in chosen],
        most=most,
        among=among,
        kind=kind,
        whole=True,
        on_picked=lambda: _write(param, key),
    )
    return chosen


def find_anything(
    here: Visit,
    key: str,
    *,
    kind: Kind,
    label: str,
    example: str,
    chosen: Sequence[Mapping[str, str]] = (),
    most: int = 1,
    whole: bool = True,
    on_picked: Callable[[tuple[str, ...]], None] = lambda _picked: None,
) -> tuple[str, ...]:
    """A box over what `/api/v1/search.json` finds; what is picked goes to `on_picked`, and is given
    back in that very run. `whole` lists everything before a letter is typed."""
    return _show(
        here,
        key,
        label,
        example=example,
        chosen=chosen,
        most=most,
        kind=kind,
        whole=whole,
        route=SEARCH,
        on_picked=lambda: on_picked(_codes(st.session_state.get(key))),
    )


def _write(param: str, key: str) -> None:
    """Put what was picked into the URL; nothing leaves it clean."""
    picked = _codes(st.session_state.get(key))
    if picked:
        st.query_params[param] = SEPARATOR.join(picked)
    else:
        st.query_params.pop(param, None)


def _codes(result: Any) -> tuple[str, ...]:
    picked = result.get("picked") if isinstance(result, Mapping) else None
    return tuple(map(str, picked)) if isinstance(picked, list) else ()


def _show(
    here: Visit,
    key: str,
    label: str,
    *,
    example: str,
    chosen: Sequence[Mapping[str, str]] = (),
    most: int = 1,
    among: Collection[str] | None = None,
    kind: Kind = "country",
    whole: bool = False,
    href: str = "",
    route: str = NAMES,
    on_picked: Callable[[], None] = lambda: None,
) -> tuple[str, ...]:
    """Mount the box; the codes that were picked in this very run."""
    words = here.wording
    data = {
        "language": here.language,
        "kind": kind,
        "route": route,
        "chosen": list(chosen),
        "several": most > 1,
        "most": most,
        "among": sorted(among) if among is not None else None,
        "whole": whole,
        "href": href,
        "words": {
            "label": label,
            "example": example,
            "none": words.t("find.none", typed="{typed}"),
            "count": words.t("find.count", count="{count}"),
            "remove": words.t("find.remove", name="{name}"),
        },
    }
    return _codes(_box(key=key, data=data, on_picked_change=on_picked))
