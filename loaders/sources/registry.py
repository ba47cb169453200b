"""The publishers that we read: their readers, the finding of a file's own, and their curations."""

from __future__ import annotations

from importlib import import_module
from typing import Final, cast

from loaders.reading.contract import Format, Sample
from loaders.sources.nearest import nearest

SOURCES: Final = (
    "geography",
    "unsd",
    "unicef",
    "ilo",
    "world_bank",
    "national",
    "unodc",
    "walk_free",
    "state_department",
    "ilab",
    "undp",
    "gapminder",
    "uis",
    "population",
    "treaties",
    "world_policy",
    "operator",
    "sdmx",
)
"""One line a publisher: its folder, which names its READERS and CURATIONS. Areas come first."""


def _modules(kind: str) -> tuple[str, ...]:
    """The modules, below this folder, that every publisher names as its READERS or CURATIONS."""
    folders = {folder: import_module(f"loaders.sources.{folder}") for folder in SOURCES}
    return tuple(
        f"{folder}.{name}"
        for folder, package in folders.items()
        for name in getattr(package, kind, ())
    )


def _format_in(module: str) -> Format:
    return cast(Format, import_module(f"loaders.sources.{module}").FORMAT)


MODULES: Final = _modules("READERS")
CURATIONS: Final = _modules("CURATIONS")
FORMATS: Final[tuple[Format, ...]] = tuple(_format_in(module) for module in MODULES)

_NO_READER: Final = {
    "empty": ("the file is empty", "The download may have failed: fetch it again."),
    "html": (
        "it is a web page that no reader knows",
        "An error page may have been saved instead of the data: open it, and fetch it again.",
    ),
    "binary": (
        "it is not a text, workbook or archive that a reader knows",
        "Unpack or export it as the publisher's CSV, and load that.",
    ),
}
_UNKNOWN: Final = (
    "no reader knows the format",
    "Check that it is the publisher's own unchanged file, or name its format with --format.",
)


def recognise(sample: Sample) -> Format:
    """The one format the file is in. Raises FileRefused when none or several fit."""
    found = [each for each in FORMATS if each.recognises(sample)]
    if len(found) == 1:
        return found[0]
    if not found:
        rule, remedy = _NO_READER.get(sample.kind, _UNKNOWN)
        if like := nearest(sample, FORMATS):
            rule = f"no reader knows the format; the nearest is {like}"
        raise sample.refused(rule, remedy)
    names = ", ".join(each.name for each in found)
    raise sample.refused(f"several readers take it ({names})", "Name the right one with --format.")


def format_named(name: str) -> Format:
    """The format of a name. Raises KeyError with the names there are."""
    for each in FORMATS:
        if each.name == name:
            return each
    raise KeyError(f"{name!r} is not a format; there are {', '.join(f.name for f in FORMATS)}")
