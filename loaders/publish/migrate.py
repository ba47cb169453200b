"""Brings the store to the shape that this code wants, or back, inside one transaction."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from data.shape import shape_of
from data.trouble import StoreError

STEPS: Final = Path(__file__).resolve().parent / "migrations"
NOTHING: Final = "base"
"""The shape of a store without tables, as `down` is told it."""

HEAD: Final = "head"
ONE_DOWN: Final = "-1"
"""How the newest shape, and the one below, are asked for."""


class UnknownShape(StoreError):
    """A shape that this code does not know: of a store that a newer one made, or asked for."""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", STEPS.as_posix())
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def newest() -> str:
    """The shape that this code wants."""
    return steps()[-1]


@cache
def steps() -> tuple[str, ...]:
    """Every shape that this code knows, the first one first."""
    # Read once: Alembic runs the file of every step to learn its number.
    found = ScriptDirectory.from_config(_config()).walk_revisions()
    return tuple(sorted(step.revision for step in found))


def known_shape(connection: Connection) -> str:
    """The shape that the store has. Raises UnknownShape when a newer version made it."""
    found = shape_of(connection)
    if found and found not in steps():
        raise UnknownShape(
            f"The store has shape {found}, which this version does not know (it knows "
            f"{', '.join(steps())}). Use the version that made it."
        )
    return found


def aim_up(found: str, to: str = HEAD) -> str:
    """The shape that the way up to `to` ends in; `found` when it is there. Raises UnknownShape."""
    aim = newest() if to == HEAD else to
    if aim not in steps():
        raise UnknownShape(f"There is no shape {aim}. There are {', '.join(steps())}.")
    return max(found, aim)


def aim_down(found: str, to: str = ONE_DOWN) -> str:
    """The shape that the way down ends in; empty for no tables. Raises UnknownShape."""
    below = ["", *(step for step in steps() if step <= found)]
    if to == ONE_DOWN:
        return below[max(len(below) - 2, 0)]
    aim = "" if to == NOTHING else to
    if aim not in below:
        raise UnknownShape(
            f"The store has shape {found or NOTHING}; there is no shape {to} below it."
        )
    return aim


def _count(connection: Connection, found: str) -> None:
    """Write the shape into a store that was made before steps were counted."""
    if found and MigrationContext.configure(connection).get_current_revision() is None:
        command.stamp(_config(connection), found)


def up(connection: Connection, to: str = HEAD) -> tuple[str, str]:
    """Take every step up to `to`; the shapes before and after. Raises UnknownShape."""
    before = known_shape(connection)
    aim = aim_up(before, to)
    _count(connection, before)
    if aim != before:
        command.upgrade(_config(connection), aim)
    return before, shape_of(connection)


def down(connection: Connection, to: str = ONE_DOWN) -> tuple[str, str]:
    """Take one step down (or all those to `to`); the shapes before and after.

    What only the newer shape can hold is lost: below 0002 that is every past figure, the ledger of
    loads and the audit. Raises UnknownShape.
    """
    before = known_shape(connection)
    aim = aim_down(before, to)
    _count(connection, before)
    if aim != before:
        command.downgrade(_config(connection), aim or NOTHING)
    return before, shape_of(connection)
