"""What a citation names: a selection of figures of one release, and who published them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.records import Source


@dataclass(frozen=True, slots=True)
class Publication:
    """One source behind the selection: how many of its `rows`, and who quotes how many of those
    that were not read in the publisher's own document."""

    code: str
    publisher: str
    title: str
    address: str
    vintage: str
    licence: str
    terms_url: str
    citation: str
    accessed: str
    rows: int = 0
    quoted_by: tuple[tuple[str, int], ...] = ()

    @property
    def second_hand(self) -> int:
        """Rows that somebody else quotes."""
        return sum(count for _, count in self.quoted_by)


@dataclass(frozen=True, slots=True)
class Cited:
    """A selection as a citation names it.

    `title` says in words what it is, `address` where it is had, `published` (ISO) is when its
    release came out, `accessed` the ISO day on which it was read; empty for no day. `release` 0:
    nothing was published.
    """

    title: str
    address: str
    release: int
    published: str
    publications: tuple[Publication, ...]
    accessed: str = ""

    @property
    def second_hand(self) -> int:
        """Rows of all sources that were read on a page that quotes the publisher."""
        return sum(each.second_hand for each in self.publications)


def publication_of(
    source: Source, rows: int = 0, quoted_by: Iterable[tuple[str, int]] = ()
) -> Publication:
    """A source of the store as a citation names it."""
    return Publication(
        source.code,
        source.publisher,
        source.title,
        source.address,
        source.vintage,
        source.licence,
        source.terms_url,
        source.citation,
        source.accessed,
        rows,
        tuple(quoted_by),
    )


def as_json(publications: Sequence[Publication]) -> list[dict[str, Any]]:
    """Sources as the description of a package holds them."""
    return [
        {
            "title": f"{each.publisher}, {each.title}",
            "path": each.address,
            "code": each.code,
            "publisher": each.publisher,
            "name": each.title,
            "vintage": each.vintage,
            "licence": each.licence,
            "termsUrl": each.terms_url,
            "citation": each.citation,
            "accessed": each.accessed,
            "rows": each.rows,
            "quotedBy": [{"name": who, "rows": count} for who, count in each.quoted_by],
        }
        for each in publications
    ]


def from_json(told: Iterable[Mapping[str, Any]]) -> tuple[Publication, ...]:
    """Sources as a package describes them. Raises KeyError for a description that is not ours."""
    return tuple(
        Publication(
            each["code"],
            each["publisher"],
            each["name"],
            each["path"],
            each["vintage"],
            each["licence"],
            each["termsUrl"],
            each["citation"],
            each["accessed"],
            each["rows"],
            tuple((one["name"], one["rows"]) for one in each["quotedBy"]),
        )
        for each in told
    )
