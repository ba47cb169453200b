"""What a route shows: the store as it is now or as of a release, and why it refuses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, FromClause
from starlette.responses import PlainTextResponse, Response

from components.echo import echoed
from components.explore.filters import Refused
from components.explore.refusals import refusal_text
from components.wording import DEFAULT, LANGUAGES, Wording, wording
from data import store
from data.queries import versions
from data.queries.shown import NoSuchRelease
from data.records import Known, Release
from pages.service.growing_file import GrowingFile

AS_OF: Final = "as_of"
"""The parameter that asks for what was shown at a day, a moment or a release."""


@dataclass(frozen=True)
class Shown:
    """One state of the store, or one release of it, and what may be asked of it."""

    build: store.Build
    known: Known
    release: Release | None = None

    @property
    def release_id(self) -> int | None:
        """The number of the release that was asked for; None for the figures of now."""
        return self.release.id if self.release else None

    @property
    def content(self) -> tuple[str, int]:
        """What the figures are: the build, and the release that is shown. For an ETag."""
        build = f"{self.build.inputs} {self.build.built}"
        return build, self.release.id if self.release else self.build.newest

    @property
    def day(self) -> str:
        """The day the figures are of, as in names of files."""
        return (self.release.published if self.release else self.build.built)[:10]

    @property
    def published(self) -> str:
        """The moment at which the release that is shown came out; empty before the first."""
        return self.release.published if self.release else self.build.published

    @property
    def changed(self) -> str:
        """The moment of the last change to what is shown."""
        return max(self.build.built, self.published)

    def table(self, connection: Connection) -> FromClause:
        """Where the figures are read from, through this connection.

        A release that was published since the store was opened is not seen.
        """
        number = self.release_id
        if number is None and versions.newest(connection) != self.build.newest:
            number = self.build.newest
        return versions.observations_as_of(number)

    @property
    def names(self) -> dict[str, str]:
        """English names by area code."""
        return {code: area.name for code, area in self.known.areas.items()}


def open_store() -> Shown:
    """The store as it is now. Raises StoreError when there is none that can be read."""
    # Pages may show a state two seconds old; a download says in its ETag which one it is of.
    return Shown(store.build_now(), store.known(None, DEFAULT))


def as_of(shown: Shown, asked: str) -> Shown:
    """The store as it was shown at a day, a moment or a release. Raises NoSuchRelease.

    What a release held never changes, so neither does its content, whatever is published later.
    """
    release = store.release_shown(asked)
    return replace(shown, known=store.known(release.id, DEFAULT), release=release)


def as_of_records(shown: Shown, asked: str) -> Shown:
    """The same for rows of the pathfinder way, whose history may begin later than that of figures.

    Raises NoSuchRelease.
    """
    found, begin = as_of(shown, asked), store.records_begin()
    if found.release is not None and found.release.id < begin:
        every = store.releases()
        first = next(release for release in every if release.id == begin)
        raise NoSuchRelease(asked, "unkept", first, every[0])
    return found


def records_shown(moment: str) -> Shown:
    """The store as of a moment of the records' history, or, without one, as it is.

    Raises NoSuchRelease and StoreError.
    """
    shown, asked = open_store(), moment.strip()
    return as_of_records(shown, asked) if asked else shown


def only_known(params: Iterable[str], allowed: Sequence[str]) -> None:
    """Raises Refused for names of parameters that are not among the allowed ones."""
    if unknown := sorted(set(params) - set(allowed)):
        raise Refused("", unknown[0], allowed)


def language_asked(params: Mapping[str, str]) -> str:
    """The language of `lang`, the default without it. Raises Refused."""
    asked = params.get("lang", "") or DEFAULT
    if asked not in LANGUAGES:
        raise Refused("lang", asked, tuple(LANGUAGES))
    return asked


def refusal(why: Refused) -> Response:
    """400: the unknown parameter or value, and the allowed ones."""
    return PlainTextResponse(refusal_text(why, wording(DEFAULT)) + "\n", status_code=400)


def release_sentence(parameter: str, why: NoSuchRelease, words: Wording) -> str:
    """Which forms a moment takes, and from when on there is something to show."""
    return words.t(
        f"api.{why.reason}_release",
        parameter=parameter,
        value=echoed(why.asked),
        first=why.first.published if why.first else "-",
        newest=why.newest.id if why.newest else "-",
    )


def no_such_release(parameter: str, why: NoSuchRelease) -> Response:
    """400 with the sentence in the default language."""
    text = release_sentence(parameter, why, wording(DEFAULT))
    return PlainTextResponse(text + "\n", status_code=400)


WITHHELD: Final = "Target87-Withheld"
"""The header that says how many rows of which source are left out: `SOURCE=rows, …`."""


def withheld_header(held: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    """The header for rows by source; none where nothing is left out."""
    said = ", ".join(f"{source}={rows}" for source, rows in held.items())
    return ((WITHHELD, said),) if said else ()


def withheld_of(headers: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Rows by source as the header says them."""
    said = dict(headers).get(WITHHELD, "")
    pairs = (part.split("=") for part in said.split(", ") if part)
    return {source: int(rows) for source, rows in pairs}


def unless_withheld(
    shown: Shown, held: Mapping[str, int], empty: int
) -> Callable[[GrowingFile], Awaitable[Response | None]]:
    """What answers in place of a file no larger than its `empty` bytes: why, where terms are it."""

    async def otherwise(file: GrowingFile) -> Response | None:
        if file.failure is not None or file.plain_bytes > empty:
            return None
        return withheld_response(shown, held) if held else None

    return otherwise


def withheld_response(shown: Shown, held: Iterable[str]) -> Response:
    """403: all that was asked for is of sources that do not let us pass it on; where it stands."""
    words = wording(DEFAULT)
    lines = [words.t("api.withheld")]
    for code in held:
        source = shown.known.sources[code]
        lines.append(
            words.t(
                "api.withheld_source",
                code=code,
                publisher=source.publisher,
                title=source.title,
                address=source.address,
            )
        )
    return PlainTextResponse("\n".join(lines) + "\n", status_code=403)
