"""Brings the store to the shape that this code wants, or back, inside one transaction."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from data.database import StoreError

STEPS: Final = Path(__file__).resolve().parent / "migrations"
FIRST: Final = "0001"
"""The shape of stores that were made before steps were counted."""


class UnknownShape(StoreError):
    """The store has a shape that this code does not know: it was made by a newer one."""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", STEPS.as_posix())
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def newest() -> str:
    """The shape that this code wants."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def shape(connection: Connection) -> str:
    """The shape that the store has; empty when it has no tables."""
    known = MigrationContext.configure(connection).get_current_revision()
    if known is not None:
        return known
    tables = set(inspect(connection).get_table_names())
    if "observation" not in tables:
        return ""
    return FIRST if "release" not in tables else newest()


def _known_shape(connection: Connection) -> str:
    found = shape(connection)
    steps = {step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found and found not in steps:
        raise UnknownShape(
            f"The store has shape {found}, which this version does not know (it knows "
            f"{', '.join(sorted(steps))}). Use the version that made it."
        )
    return found


def up(connection: Connection, to: str = "head") -> tuple[str, str]:
    """Take every step up to `to`; the shapes before and after. Raises UnknownShape."""
    before = _known_shape(connection)
    if before and MigrationContext.configure(connection).get_current_revision() is None:
        command.stamp(_config(connection), before)
    if before == newest() and to == "head":
        return before, before
    command.upgrade(_config(connection), to)
    return before, shape(connection)


def down(connection: Connection, to: str = "-1") -> tuple[str, str]:
    """Take one step down (or all those to `to`); the shapes before and after.

    What only the newer shape can hold is lost: below 0002 that is every past figure, the ledger of
    loads and the audit. Raises UnknownShape.
    """
    before = _known_shape(connection)
    command.downgrade(_config(connection), to)
    return before, shape(connection)
