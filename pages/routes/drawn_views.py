"""A view that a picture or a frame asks for: read, drawn, and named by its address."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from components.explore.drawing import Drawing
from components.explore.drawn import drawing_of
from components.explore.filters import Filters, Refused
from components.explore.map_drawing import MapDrawing, map_drawing
from components.explore.view import PARAMETERS as VIEW
from components.explore.view import View, view_of
from components.theme import Mode
from components.wording import Wording, wording
from data import store
from data.explored import every_survey, seen
from data.records import Explored, Known
from pages.routes.shown import AS_OF, Shown, as_of, language_asked, open_store

MODE: Final = "mode"
MODES: Final = ("light", "dark")
PARAMETERS: Final = (*VIEW, "lang", MODE)


@dataclass(frozen=True)
class DrawnView:
    """A view of one state of the store, in a language, light or dark; `base` is our own address,
    as it was asked for."""

    view: View
    shown: Shown
    wording: Wording
    mode: Mode
    base: str

    @property
    def frozen(self) -> View:
        """The view as of the release whose figures it shows, where there is one."""
        number = self.shown.release_id or self.shown.build.newest
        return self.view.at_release(number) if number else self.view

    @property
    def address(self) -> str:
        """Where a reader finds these figures for ever."""
        return f"{self.base}explore?{_query(self.frozen.params() | self._language)}"

    @property
    def live(self) -> str:
        """Where a reader finds the newest figures of the view, or those of the release asked."""
        return f"{self.base}explore?{_query(self.view.params() | self._language)}"

    @property
    def _language(self) -> dict[str, str]:
        return {"lang": self.wording.code}

    @property
    def known(self) -> Known:
        """What may be asked for, named in the language."""
        return store.known(self.shown.release_id, self.wording.code)

    @property
    def explored(self) -> Explored:
        """The rows of the view."""
        filters, known = self.view.filters, self.shown.known
        across = replace(filters, indicator=(self.view.x,), theme=()) if self.view.x else None
        return seen(
            self.shown.release_id,
            filters.selection(known),
            headline=filters.headline,
            x=across.selection(known) if across else None,
            withheld=filters.selection(known, withheld=True) if known.withheld else None,
        )

    @property
    def subject(self) -> str:
        """The theme whose colour the view has."""
        return subject_of(self.view.filters, self.explored, self.known)

    def drawing(self, today: date) -> Drawing:
        """What is seen of it."""
        return drawing_of(
            self.view,
            self.explored,
            self.known,
            every_survey(),
            self.wording,
            this_year=today.year,
        )

    def mapped(self, today: date) -> MapDrawing:
        """What is seen of it as a map."""
        return map_drawing(
            self.view,
            self.explored,
            self.known,
            every_survey(),
            self.wording,
            this_year=today.year,
        )


def subject_of(filters: Filters, explored: Explored, known: Known) -> str:
    """The theme of the figures of a view; of none, that which is asked for."""
    for row in (*explored.rows, *explored.withheld):
        return known.indicators[row.indicator].theme
    asked = [known.indicators[code].theme for code in filters.indicator]
    return next(iter((*asked, *filters.theme, "context")))


def _query(params: Mapping[str, str]) -> str:
    return urlencode(params, safe=",")


def view_asked(params: QueryParams, base: str, more: tuple[str, ...] = ()) -> DrawnView:
    """The view that parameters ask for; `more` are parameters that the caller reads itself.

    Raises Refused, NoSuchRelease and StoreError.
    """
    shown = open_store()
    if moment := params.get(AS_OF, "").strip():
        shown = as_of(shown, moment)
    language = language_asked(params)
    pairs, mode = _parted(params.multi_items(), {AS_OF, "lang", *more})
    view = view_of(pairs, shown.known)
    if shown.release_id is not None:
        view = view.at_release(shown.release_id)
    return DrawnView(view, shown, wording(language), mode, base)


def _parted(
    given: Iterable[tuple[str, str]], own: Container[str]
) -> tuple[list[tuple[str, str]], Mode]:
    """The parameters of the view, and light or dark. Raises Refused."""
    pairs, mode = [], MODES[0]
    for name, text in given:
        # `theme=dark` is taken as well: no theme of the figures has such a name.
        if name == MODE or (name == "theme" and text in MODES):
            if text and text not in MODES:
                raise Refused(MODE, text, MODES)
            mode = text or mode
        elif name not in own:
            pairs.append((name, text))
    return pairs, mode  # type: ignore[return-value]
