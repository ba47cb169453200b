"""HTML from templates, every value escaped: loaded text is never markup."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape


class Foreign(str):
    """A text of which a part stands in its publisher's language, English, and is marked as such.

    As a text it is both parts; `marked` of the templates sets the `foreign` part apart.
    """

    __slots__ = ("foreign", "own")
    own: str
    foreign: str

    def __new__(cls, foreign: str, own: str = "") -> Foreign:
        """`own` is in the reader's language, stands first and ends with its own separator."""
        made = super().__new__(cls, own + foreign)
        made.own, made.foreign = own, foreign
        return made


TEMPLATES: Final = Path(__file__).parent / "templates"


def _marked(text: Any) -> Any:
    """The text; of a Foreign, its foreign part set apart. A macro would take ten times as long, and
    a country's page sets two thousand cells."""
    if not isinstance(text, Foreign):
        return text
    if not text.foreign:
        return text.own
    return Markup(f'{escape(text.own)}<bdi lang="en">{escape(text.foreign)}</bdi>')  # noqa: S704


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["marked_text"] = _marked
    return made


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


def warm_templates() -> None:
    """Compile every template before the first page needs it: together they take a third of a
    second."""
    for path in TEMPLATES.glob("*.html"):
        _template(path.name)


def render(name: str, /, **values: Any) -> str:
    """The template `components/templates/<name>` filled; values are escaped.

    Raises jinja2.UndefinedError when the template wants a value that is not given.
    """
    return _template(name).render(**values)
