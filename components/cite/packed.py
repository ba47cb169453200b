"""A selection as one zip: the data, what describes them, how to cite them, code that reads them.

The same rows of the same release give the same bytes, whoever asks, when and where: the members
are stored, not compressed, since libraries compress differently; their order and moment are fixed.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import IO, Final

from components.cite.cited import Cited, Publication
from components.cite.codebook import codebook_rows, csv_of, header_of
from components.cite.contents import Contents
from components.cite.described import CODEBOOK, DATA, SOURCES, csvw, package
from components.cite.reading_code import files
from components.cite.sheets import publications
from components.cite.texts import bibtex, citation_text, ris
from components.labels import Names
from components.numbers import number
from components.wording import DEFAULT, Wording

SOURCE_COLUMNS: Final = (
    "code",
    "publisher",
    "title",
    "address",
    "vintage",
    "licence",
    "terms_url",
    "citation",
    "accessed",
    "rows",
    "quoted_rows",
    "quoted_by",
)
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows."""


class TooLarge(Exception):
    """The package would be larger than `most` bytes."""

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} bytes")
        self.most = most


@dataclass(frozen=True)
class Subset:
    """What is packed: `cited` without its sources, which the rows name; `query` as parameters of
    an address; names of codes by language, the default language among them; `withheld` are the
    sources whose rows the selection holds and terms do not let us pass on."""

    cited: Cited
    query: str
    languages: Mapping[str, Names]
    withheld: tuple[Publication, ...] = ()

    @property
    def wording(self) -> Wording:
        """The words of the texts that stand in one language only."""
        return self.languages[DEFAULT].wording


def write_package(
    file: IO[bytes], subset: Subset, pieces: Iterable[str | bytes], *, most: int
) -> Contents:
    """Write the zip to an empty file that can be rewound. Raises TooLarge.

    `pieces` are the data as CSV, its header first, each of whole lines.
    """
    contents, digest, size = Contents(), sha256(), 0
    moment = _moment(subset.cited.published)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        with packed.open(_member(DATA, moment), "w") as data:
            for piece in contents.watched(pieces):
                digest.update(piece)
                size += len(piece)
                if size > most:
                    raise TooLarge(most)
                data.write(piece)
        for path, text in _beside(subset, contents, size, digest.hexdigest()).items():
            packed.writestr(_member(path, moment), text.encode())
    return contents


def _moment(published: str) -> tuple[int, int, int, int, int, int]:
    if not published:
        return EARLIEST
    found = datetime.fromisoformat(published)
    found = found.astimezone(UTC) if found.tzinfo else found
    return max(found.timetuple()[:6], EARLIEST)


def _member(path: str, moment: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(path, moment)
    # A file that its owner may write and all may read, made on Unix, on every system.
    member.external_attr = 0o644 << 16
    member.create_system = 3
    return member


def _beside(subset: Subset, contents: Contents, size: int, digest: str) -> dict[str, str]:
    """The members behind the data, in their order."""
    cited = replace(subset.cited, publications=publications(contents, subset.languages[DEFAULT]))
    words, header = subset.wording, header_of(subset.languages)
    others = {SOURCES: SOURCE_COLUMNS, CODEBOOK: header}
    described = package(
        contents,
        cited,
        words,
        query=subset.query,
        size=size,
        digest=digest,
        others=others,
        withheld=subset.withheld,
    )
    return {
        "datapackage.json": described,
        f"{DATA}-metadata.json": csvw(contents, cited, words),
        CODEBOOK: csv_of(header, codebook_rows(contents, subset.languages)),
        SOURCES: csv_of(SOURCE_COLUMNS, map(_source_row, cited.publications)),
        **{
            _readme(code): readme(cited, contents, subset, names.wording)
            for code, names in subset.languages.items()
        },
        "CITATION.txt": citation_text(cited, words) + "\n",
        "CITATION.bib": bibtex(cited, words),
        "CITATION.ris": ris(cited, words),
        **files(contents.header, cited.title, words),
    }


def _readme(language: str) -> str:
    return "README.md" if language == DEFAULT else f"README.{language}.md"


def _source_row(each: Publication) -> tuple[str, ...]:
    return (
        *(getattr(each, name) for name in SOURCE_COLUMNS[:9]),
        str(each.rows),
        str(each.second_hand),
        "; ".join(who for who, _ in each.quoted_by),
    )


def readme(cited: Cited, contents: Contents, subset: Subset, wording: Wording) -> str:
    """`README.md`: what is inside, how it is read, what an empty figure means, how to cite."""
    t = wording.t
    said = {
        "rows": number(contents.rows, wording),
        "release": cited.release,
        "day": cited.published[:10],
        "query": subset.query,
        "address": cited.address,
    }
    parts = [
        f"# {cited.title}",
        t("cite.readme.what", **said),
        f"## {t('cite.readme.files_title')}",
        "\n".join(f"- `{name}`: {t(f'cite.readme.file.{key}')}" for name, key in _TOLD),
        f"## {t('cite.readme.reading_title')}",
        t("cite.readme.reading"),
        f"## {t('cite.readme.empty_title')}",
        t("cite.readme.empty"),
        f"## {t('cite.readme.terms_title')}",
        "\n".join(
            f"- {each.publisher}, {each.title}: {each.licence}" for each in cited.publications
        )
        or t("cite.readme.none"),
        *_left_out(subset.withheld, wording),
        f"## {t('cite.readme.cite_title')}",
        citation_text(cited, wording),
        t("cite.readme.accessed"),
    ]
    return "\n\n".join(parts) + "\n"


def _left_out(withheld: tuple[Publication, ...], wording: Wording) -> list[str]:
    """The sources whose rows are not in the data, and where they are had."""
    if not withheld:
        return []
    lines = [f"- {each.publisher}, {each.title}: {each.address} ({each.rows})" for each in withheld]
    return [wording.t("cite.readme.withheld"), "\n".join(lines)]


_TOLD: Final = (
    (DATA, "data"),
    (CODEBOOK, "codebook"),
    (SOURCES, "sources"),
    ("datapackage.json", "datapackage"),
    (f"{DATA}-metadata.json", "csvw"),
    ("CITATION.txt, CITATION.bib, CITATION.ris", "citation"),
    ("code/", "code"),
)
