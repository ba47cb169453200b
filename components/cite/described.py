"""A file of figures described for programs: a Frictionless data package, and CSV on the Web."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from components.cite.cited import Cited, Publication, as_json
from components.cite.columns import Column, columns, meaning
from components.cite.contents import Contents
from components.wording import Wording

DATA: Final = "data.csv"
CODEBOOK: Final = "codebook.csv"
SOURCES: Final = "sources.csv"
KEY: Final = (
    "indicator",
    "area",
    "dimension",
    "category",
    "sex",
    "age",
    "year",
    "source",
    "survey",
)
"""What tells a row from every other one."""

CSVW_TYPES: Final = {"string": "string", "integer": "integer", "number": "double"}


def _field(about: Column, wording: Wording) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if about.required else {}
    if about.codes:
        limits["enum"] = list(about.codes)
    if about.pattern:
        limits["pattern"] = about.pattern
    told: dict[str, Any] = {
        "name": about.name,
        "type": about.type,
        "description": meaning(about, wording),
    }
    return told | ({"constraints": limits} if limits else {})


def _texts(header: Sequence[str]) -> dict[str, Any]:
    return {
        "fields": [{"name": name, "type": "string"} for name in header],
        "missingValues": [],
    }


def _resource(name: str, path: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "schema": dict(schema),
    }


def _key_of(header: Sequence[str]) -> list[str]:
    return list(KEY) if set(KEY) <= set(header) else []


def _schema(contents: Contents, wording: Wording) -> dict[str, Any]:
    """The columns of the data. An empty text is a text; an empty figure is none."""
    schema: dict[str, Any] = {
        "fields": [_field(about, wording) for about in columns(contents.header)],
        "missingValues": [""],
    }
    # An empty `survey` would be a missing part of a key to a program that takes it for missing.
    if key := _key_of(contents.header):
        schema["x-key"] = key
    if "source" in contents.header:
        schema["foreignKeys"] = [
            {"fields": ["source"], "reference": {"resource": "sources", "fields": ["code"]}}
        ]
    return schema


def _licences(cited: Cited) -> list[dict[str, str]]:
    return [
        {
            "name": f"LicenseRef-{each.code}",
            "title": each.licence,
            "path": each.terms_url or each.address,
        }
        for each in cited.publications
    ]


def package(
    contents: Contents,
    cited: Cited,
    wording: Wording,
    *,
    query: str,
    size: int,
    digest: str,
    others: Mapping[str, Sequence[str]],
    withheld: Sequence[Publication] = (),
) -> str:
    """`datapackage.json`. `size` and `digest` (SHA-256, hex) are of the data; `others` are the
    columns of the other tables, by path; `query` is the selection as parameters of an address;
    `withheld` are the sources that the selection holds and the data do not."""
    data = _resource("data", DATA, _schema(contents, wording))
    data |= {"bytes": size, "hash": f"sha256:{digest}"}
    tables = [
        _resource(path.removesuffix(".csv"), path, _texts(header))
        for path, header in others.items()
    ]
    told = {
        "profile": "tabular-data-package",
        "name": f"target87-release-{cited.release}",
        "title": cited.title,
        "description": wording.t("cite.package_description"),
        "homepage": cited.address,
        "version": str(cited.release),
        "created": cited.published,
        "licenses": _licences(cited),
        "sources": as_json(cited.publications),
        "resources": [data, *tables],
        "target87": {
            "release": cited.release,
            "published": cited.published,
            "query": query,
            "rows": contents.rows,
            "first": contents.first,
            "last": contents.last,
            "secondHand": cited.second_hand,
            "withheld": as_json(withheld),
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _csvw_column(about: Column, wording: Wording) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": about.name,
        "titles": about.name,
        "datatype": CSVW_TYPES[about.type],
        "dc:description": meaning(about, wording),
    }
    return told | ({"required": True} if about.required else {})


def csvw(contents: Contents, cited: Cited, wording: Wording) -> str:
    """`data.csv-metadata.json`: the data as CSV on the Web describes a table."""
    told: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": wording.code}],
        "url": DATA,
        "dc:title": cited.title,
        "dc:description": wording.t("cite.package_description"),
        "dc:issued": {"@value": cited.published[:10], "@type": "xsd:date"},
        "dc:source": [f"{each.citation} {each.address}" for each in cited.publications],
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tableSchema": {
            "columns": [_csvw_column(about, wording) for about in columns(contents.header)]
        },
    }
    if key := _key_of(contents.header):
        told["tableSchema"]["primaryKey"] = key
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
