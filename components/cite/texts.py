"""How to cite a selection, or the whole product: plain text, BibTeX, RIS.

Publishers come first and the compiler last. A figure that was read on a page that quotes its
publisher says so: `quoted by`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from components.cite.cited import Cited, Publication
from components.numbers import date_text
from components.wording import Wording

_SPECIAL: Final = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
MOST_QUOTING: Final = 12
"""Who quotes a source is named as far as this, then counted; the file of sources names all."""


def quoting(publication: Publication, wording: Wording) -> str:
    """`quoted by The Standard, Xinhua (3 figures)`; empty where nothing is second hand."""
    if not publication.quoted_by:
        return ""
    names = [who for who, _ in publication.quoted_by]
    said = wording.t("sentence.comma").join(names[:MOST_QUOTING])
    if len(names) > MOST_QUOTING:
        said = wording.t("cite.and_others", names=said, count=len(names) - MOST_QUOTING)
    count = publication.second_hand
    return wording.plural("cite.quoted_by", count, names=said, count=count)


def _published(publication: Publication, wording: Wording) -> str:
    parts = [f"{publication.citation.rstrip('.')}. {publication.address}"]
    if said := quoting(publication, wording):
        parts.append(said)
    return "; ".join(parts)


def citation_text(cited: Cited, wording: Wording) -> str:
    """Plain text: a line a source, then who compiled what, of which release, where, when read."""
    lines = [_published(each, wording) for each in cited.publications]
    return "\n".join([*lines, compiled(cited, wording)])


def compiled(cited: Cited, wording: Wording) -> str:
    """The sentence of the compiler, in the wording's language."""
    said = wording.t(
        "cite.compiled",
        product=wording.t("frame.product"),
        title=cited.title,
        release=cited.release,
        date=date_text(cited.published[:10], wording),
        address=cited.address,
    )
    if not cited.accessed:
        return said
    return f"{said} {wording.t('cite.accessed', date=date_text(cited.accessed, wording))}"


def _tex(text: str) -> str:
    """The text with what TeX would read as a command made plain."""
    return "".join(_SPECIAL.get(c, c) for c in text)


def _year_of(publication: Publication) -> str:
    """The last year that the vintage names; empty without one."""
    years = _YEAR.findall(publication.vintage)
    return years[-1] if years else ""


def key_of(cited: Cited) -> str:
    """The key of the selection in a list of references: the same for the same address."""
    return f"target87_release{cited.release}_{sha256(cited.address.encode()).hexdigest()[:8]}"


def _entry(key: str, fields: list[tuple[str, str]]) -> str:
    lines = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields if text)
    return f"@misc{{{key},\n{lines}\n}}"


def _source_entry(publication: Publication, wording: Wording) -> str:
    notes = (publication.vintage, publication.licence, quoting(publication, wording))
    return _entry(
        publication.code,
        [
            ("author", f"{{{_tex(publication.publisher)}}}"),
            ("title", f"{{{_tex(publication.title)}}}"),
            ("year", _year_of(publication)),
            ("howpublished", f"\\url{{{publication.address}}}"),
            ("note", _tex("; ".join(filter(None, notes)))),
        ],
    )


def bibtex(cited: Cited, wording: Wording) -> str:
    """A `@misc` entry of the selection, then one a source."""
    product = wording.t("frame.product")
    own = _entry(
        key_of(cited),
        [
            ("author", f"{{{_tex(product)}}}"),
            ("title", f"{{{_tex(cited.title)}}}"),
            ("year", cited.published[:4]),
            ("edition", _tex(_release(cited, wording))),
            ("url", cited.address),
            ("urldate", cited.accessed),
            ("note", _tex(_resting_on(cited, wording))),
        ],
    )
    return "\n\n".join([own, *(_source_entry(each, wording) for each in cited.publications)]) + "\n"


def _release(cited: Cited, wording: Wording) -> str:
    date = date_text(cited.published[:10], wording)
    return wording.t("cite.release", release=cited.release, date=date)


def _resting_on(cited: Cited, wording: Wording) -> str:
    names = dict.fromkeys(each.publisher for each in cited.publications)
    return wording.t("cite.figures_of", names="; ".join(names)) if names else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _record(fields: list[tuple[str, str]]) -> str:
    lines = [f"{tag}  - {_one_line(text)}" for tag, text in fields if text]
    return "\r\n".join([*lines, "ER  - "]) + "\r\n"


def _records(cited: Cited, wording: Wording) -> Iterator[str]:
    yield _record(
        [
            ("TY", "DATA"),
            ("AU", wording.t("frame.product")),
            ("TI", cited.title),
            ("PY", cited.published[:4]),
            ("DA", cited.published[:10].replace("-", "/")),
            ("ET", _release(cited, wording)),
            ("UR", cited.address),
            ("Y2", cited.accessed.replace("-", "/")),
            ("N1", _resting_on(cited, wording)),
        ]
    )
    for each in cited.publications:
        yield _record(
            [
                ("TY", "DATA"),
                ("AU", each.publisher),
                ("TI", each.title),
                ("PY", _year_of(each)),
                ("ET", each.vintage),
                ("UR", each.address),
                ("Y2", each.accessed.replace("-", "/")),
                ("N1", "; ".join(filter(None, (each.licence, quoting(each, wording))))),
            ]
        )


def ris(cited: Cited, wording: Wording) -> str:
    """A record of the selection, then one a source, for programs that keep references."""
    return "\r\n".join(_records(cited, wording))
