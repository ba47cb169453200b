"""What an operator may set, by environment variables, each with a safe default.

The table of settings in docs/operate.md names all of them; a test holds the two together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "TARGET87_"
NOWHERE: Final = "off"
ANYWHERE: Final = "*"
_HOST: Final = re.compile(r"(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]", re.IGNORECASE)
_ANCESTOR: Final = re.compile(r"(https?://)?(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:(\d+|\*))?")


class SettingRefused(Exception):
    """A variable of the environment whose value cannot be used; says which, and what is allowed."""


class Settings(BaseSettings):
    """The settings of one process; a field `most_sessions` is `TARGET87_MOST_SESSIONS`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    frame_ancestors: str = Field(
        default="'self'", description="who may show the pages in a frame (CSP)"
    )
    embed: str = Field(
        default="'self'", description="who may show a view (/embed) in a frame; off: nobody"
    )
    allowed_hosts: str = Field(default="", description="host names served, by comma; empty: any")
    metrics: bool = Field(default=False, description="whether /metrics answers")
    log: Literal["errors", "requests"] = Field(default="errors", description="what is logged")
    most_sessions: int = Field(default=400, ge=1, description="open pages at once in one process")
    idle_minutes: int = Field(
        default=60, ge=1, description="minutes without a click that end a session"
    )
    most_exports: int = Field(default=4, ge=1, description="files made at once in one process")
    write_seconds: int = Field(
        default=30, ge=1, description="seconds that a client may refuse to read"
    )
    preview_key: str = Field(
        default="", repr=False, description="signs links to drafts; empty: a file beside the store"
    )

    citations: str = Field(
        default="", description="folder of cited packages; empty: one beside the SQLite store"
    )
    citations_megabytes: int = Field(
        default=2_000, ge=1, description="megabytes that all cited packages together may take"
    )

    @property
    def hosts(self) -> tuple[str, ...]:
        """The host names of `allowed_hosts` in small letters; none: any host is served."""
        named = (part.strip().lower().strip("[]") for part in self.allowed_hosts.split(","))
        return tuple(name for name in named if name)

    @field_validator("frame_ancestors")
    @classmethod
    def _only_sources(cls, value: str) -> str:
        """`'self'`, `'none'` or hosts; a `;` would open another rule of the policy."""
        asked = value.split()
        hosts = [part for part in asked if part != "'self'"]
        known = all(_ANCESTOR.fullmatch(part) for part in hosts)
        if not asked or not (asked == ["'none'"] or known):
            raise ValueError("'self', 'none', or hosts such as https://www.example.org")
        return " ".join(asked)

    @field_validator("embed")
    @classmethod
    def _only_frames(cls, value: str) -> str:
        """`off`, `*` for any page, or what `frame_ancestors` takes."""
        asked = value.strip()
        return asked if asked in {NOWHERE, ANYWHERE} else cls._only_sources(asked)

    @field_validator("allowed_hosts")
    @classmethod
    def _only_names(cls, value: str) -> str:
        """Names without scheme or port; `*.` may stand before one."""
        named = [part.strip() for part in value.split(",") if part.strip()]
        if not all(_HOST.fullmatch(part) for part in named):
            raise ValueError("host names by comma, without scheme or port, such as *.example.org")
        return value


@cache
def settings() -> Settings:
    """The settings of this process, read once. Raises SettingRefused."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"{PREFIX}{str(first['loc'][0]).upper()}"
        raise SettingRefused(f"{name}={first['input']!r}: {first['msg']}.") from error
