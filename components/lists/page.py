"""The page for people who write programs: every list with an address to try, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from components.lists.beside import DESCRIPTION, FILES
from components.lists.openapi import Offered
from components.lists.resource import JSON, OWN, ROOT, Parameter, Resource
from components.lists.resources import resources
from components.look import colour_variables
from components.markup import render
from components.theme import PALETTES
from components.wording import LANGUAGES, Wording

SHOWN_CODES: Final = 12
"""Codes of a parameter that are named; the description holds all."""


@dataclass(frozen=True)
class Line:
    """A parameter or a column as the page shows it: name, type, meaning."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True)
class Shown:
    """A list as the page shows it; `addresses` are relative, one a form."""

    name: str
    title: str
    about: str
    addresses: tuple[tuple[str, str], ...]
    parameters: tuple[Line, ...]
    columns: tuple[Line, ...]
    note: str


def lists_page(offered: Offered, wording: Wording) -> str:
    """The page as HTML."""
    t = wording.t
    return render(
        "api.html",
        t=t,
        code=wording.code,
        direction=wording.language.direction,
        light=colour_variables(PALETTES["light"]),
        dark=colour_variables(PALETTES["dark"]),
        lists=[_shown(each, offered, wording) for each in resources().values()],
        files=[_file(file.name, wording) for file in FILES],
        description=DESCRIPTION,
        root=ROOT,
        languages=[(each.code, each.name) for each in LANGUAGES.values()],
    )


def _file(name: str, wording: Wording) -> tuple[str, str]:
    word = name.replace(".", "_").replace("-", "_")
    return name, wording.t(f"api_file.{word}")


def _shown(resource: Resource, offered: Offered, wording: Wording) -> Shown:
    t, word = wording.t, resource.word
    query = f"?{resource.example}" if resource.example else ""
    parameters = [_parameter(each, resource, offered, wording) for each in resource.parameters]
    paging = [Line(name, JSON, t(f"api_parameter.{name}")) for name in ("limit", "after")]
    columns = (Line(c.name, t(f"api_page.kind_{c.kind}"), t(c.means)) for c in resource.columns)
    return Shown(
        resource.name,
        t(f"api_list.{word}.title"),
        t(f"api_list.{word}.about"),
        tuple((form, f"{resource.name}.{form}{query}") for form in resource.forms),
        (*parameters, *paging),
        tuple(columns),
        t("api_page.several_tables") if resource.several_tables else "",
    )


def _parameter(
    parameter: Parameter, resource: Resource, offered: Offered, wording: Wording
) -> Line:
    t = wording.t
    said = ""
    if parameter.among in {OWN, *offered.codes}:
        own = parameter.among == OWN
        codes = offered.own(resource, parameter) if own else offered.codes[parameter.among]
        said = _codes(codes, wording)
    elif parameter.years != (0, 0):
        first, last = parameter.years
        said = t("api_page.years", first=first, last=last)
    return Line(parameter.name, said, t(parameter.means))


def _codes(codes: Sequence[str], wording: Wording) -> str:
    some = ", ".join(codes[:SHOWN_CODES])
    if len(codes) <= SHOWN_CODES:
        return wording.t("api_page.codes", codes=some)
    return wording.t("api_page.codes_many", codes=some, count=len(codes))
