"""What whoever runs the service may set, by environment variables, each with a safe default.

The table of settings in README.md names all of them; a test holds the two together.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "TARGET87_"


class SettingRefused(Exception):
    """A variable of the environment whose value cannot be used; says which, and what is allowed."""


class Settings(BaseSettings):
    """The settings of one process; a field `most_sessions` is `TARGET87_MOST_SESSIONS`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    frame_ancestors: str = Field("'self'", description="who may show the pages in a frame (CSP)")
    allowed_hosts: str = Field("", description="host names served, by comma; empty: any")
    metrics: bool = Field(False, description="whether /metrics answers")
    log: Literal["errors", "requests"] = Field("errors", description="what is logged")
    most_sessions: int = Field(400, ge=1, description="open pages at once in one process")
    idle_minutes: int = Field(60, ge=1, description="minutes without a click that end a session")
    most_exports: int = Field(4, ge=1, description="files made at once in one process")
    write_seconds: int = Field(30, ge=1, description="seconds that a client may refuse to read")


@cache
def settings() -> Settings:
    """The settings of this process, read once. Raises SettingRefused."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"{PREFIX}{str(first['loc'][0]).upper()}"
        raise SettingRefused(f"{name}={first['input']!r}: {first['msg']}.") from error
