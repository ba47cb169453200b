"""Addresses of the data page and of the files of what it shows, from a view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from components.explore.filters import Filters
from components.explore.view import View

PAGE: Final = "explore"
OBSERVATIONS: Final = "api/v1/observations"
SUBSET: Final = "api/v1/subset.zip"


def address(path: str, params: Mapping[str, str]) -> str:
    """A relative address; commas stay readable."""
    return f"{path}?{urlencode(params, safe=',')}" if params else path


def with_filters(view: View, **changed: Any) -> View:
    """The same view with other filters; lists are tuples of codes."""
    return replace(view, filters=replace(view.filters, **changed))


def toggled(codes: tuple[str, ...], code: str) -> tuple[str, ...]:
    """The codes with one more, or without it where it was among them."""
    return tuple(c for c in codes if c != code) if code in codes else (*codes, code)


def rows_asked(view: View) -> Filters:
    """The filters of the file with exactly the rows of a view: of a scatter, both indicators'."""
    filters = view.filters
    if view.chart != "scatter" or not view.x or view.x in filters.indicator:
        return filters
    return replace(filters, indicator=(*filters.indicator, view.x))


@dataclass(frozen=True)
class Links:
    """Makes addresses; `kept` is what every link of the visit carries on, `language` its code."""

    language: str
    kept: tuple[tuple[str, str], ...] = ()

    def to(self, view: View, **more: str) -> str:
        """The data page with this view."""
        return address(PAGE, view.params() | more | dict(self.kept))

    def page(self, **params: str) -> str:
        """The data page with some parameters of its own."""
        return address(PAGE, {k: v for k, v in params.items() if v} | dict(self.kept))

    def other(self, page: str, **params: str) -> str:
        """Another page of ours."""
        return address(page, params | dict(self.kept))

    def file(self, view: View, suffix: str) -> str:
        """The file of a view's rows: `.csv`, `.xlsx`, `.json`, `.parquet`."""
        return address(OBSERVATIONS + suffix, rows_asked(view).params())

    def subset(self, view: View) -> str:
        """The citable zip of a view's rows."""
        return address(SUBSET, rows_asked(view).params())

    def drawn(self, path: str, view: View) -> str:
        """A picture or an embedded chart of a view, in the reader's language."""
        return address(path, view.params() | {"lang": self.language})
