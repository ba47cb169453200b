"""Reads the TOML catalogues (sources, indicators, instruments) into records, strictly."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterable
from dataclasses import MISSING, fields
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, create_model

from data.records import THEMES, Indicator, Instrument, Source

CATALOGUE: Final = Path(__file__).resolve().parents[2] / "data" / "catalogue"
DIRECTIONS: Final = ("down", "up", "none")
METHODS: Final = ("survey", "administrative", "estimate", "model", "expert")
REDISTRIBUTION: Final = ("yes", "attribution", "unclear", "no")

T = TypeVar("T", Indicator, Source, Instrument)


class CatalogueError(ValueError):
    """A catalogue that breaks its contract: every problem found, one a line, with file and code."""


def _among(allowed: Collection[str], text: str) -> str:
    if text not in allowed:
        raise ValueError(f"is {text!r}, wants one of {sorted(allowed)}")
    return text


def _named(codes: Collection[str]) -> Collection[str]:
    if not codes:
        raise ValueError("names none")
    return codes


def _block(record: type, **rules: Callable[[Any], Any]) -> type[BaseModel]:
    """The model of a block: the fields of a record but its code, no others, no other types."""
    hints = get_type_hints(record)
    keys: dict[str, Any] = {}
    for field in fields(record):
        hint, required = hints[field.name], field.default is MISSING
        if get_origin(hint) is tuple:
            # TOML has lists only; what is in them stays strict.
            hint = Annotated[hint, Field(strict=False)]
        if rule := rules.get(field.name):
            hint = Annotated[hint, AfterValidator(rule)]
            required = True
        keys[field.name] = (hint, ... if required else field.default)
    del keys["code"]
    strictly = ConfigDict(strict=True, extra="forbid")
    return create_model(record.__name__, __config__=strictly, **keys)


BLOCKS: Final[dict[type, type[BaseModel]]] = {
    Indicator: _block(
        Indicator,
        theme=partial(_among, THEMES),
        direction=partial(_among, DIRECTIONS),
        method=partial(_among, METHODS),
        sources=_named,
    ),
    Source: _block(Source, redistribution=partial(_among, REDISTRIBUTION)),
    Instrument: _block(Instrument),
}


def _problems(error: ValidationError) -> Iterable[str]:
    for each in error.errors():
        key = ".".join(map(str, each["loc"]))
        match each["type"]:
            case "extra_forbidden":
                yield f"unknown key {key!r}"
            case "missing":
                yield f"no key {key!r}"
            case "value_error":
                yield f"{key} {each['ctx']['error']}"
            case _:
                yield f"{key!r} is {type(each['input']).__name__}: {each['msg']}"


def _read(record: type[T], pattern: str, folder: Path) -> dict[str, T]:
    """The records of every block in the files that match, by code. Raises CatalogueError."""
    made: dict[str, T] = {}
    problems: list[str] = []
    for path in sorted(folder.glob(pattern)):
        try:
            blocks = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise CatalogueError(f"{path.name}: {error}") from error
        for code, keys in blocks.items():
            at = f"{path.name} [{code}]"
            if code in made:
                problems.append(f"{at}: stands twice")
            try:
                block = BLOCKS[record].model_validate(keys)
            except ValidationError as error:
                problems += [f"{at}: {problem}" for problem in _problems(error)]
            else:
                made[code] = record(code=code, **dict(block))
    if problems:
        raise CatalogueError("\n".join(problems))
    return made


def document(name: str, folder: Path = CATALOGUE) -> dict[str, Any]:
    """What `<name>.toml` of the folder holds; lists as tuples."""
    found = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    return {key: _frozen(value) for key, value in found.items()}


def codes(module: str) -> dict[str, Any]:
    """A publisher's code lists: `codes.toml` beside the module whose `__file__` is given."""
    return document("codes", Path(module).parent)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def indicators(folder: Path = CATALOGUE) -> dict[str, Indicator]:
    """Every indicator by code. Raises CatalogueError."""
    return _read(Indicator, "indicators_*.toml", folder)


def sources(folder: Path = CATALOGUE) -> dict[str, Source]:
    """Every source by code. Raises CatalogueError."""
    return _read(Source, "sources_*.toml", folder)


def instruments(folder: Path = CATALOGUE) -> dict[str, Instrument]:
    """Every instrument by code. Raises CatalogueError."""
    return _read(Instrument, "instruments.toml", folder)
