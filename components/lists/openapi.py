"""The interface for programs described in OpenAPI 3.1, made from the table of lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from components.labels import labelled_header
from components.lists.beside import DESCRIPTION, FILES, NAMES, File
from components.lists.paging import AFTER_PATTERN, LIMIT_PATTERN
from components.lists.resource import (
    CSV,
    DEFAULT_LIMIT,
    JSON,
    MEDIA,
    OWN,
    ROOT,
    Column,
    Parameter,
    Resource,
)
from components.lists.resources import OBSERVATIONS, resources
from components.wording import Wording

OPENAPI: Final = "3.1.0"
TEXT: Final = "text/plain; charset=utf-8"
REFUSALS: Final = (400, 403, 404, 405, 503)
"""What any of the addresses may answer instead of rows, in a sentence."""

Object = dict[str, Any]


@dataclass(frozen=True)
class Offered:
    """What the store offers: codes by vocabulary, those of a parameter of a list with OWN, the
    newest release, the first of which the pathfinder way is kept; and our version."""

    codes: Mapping[str, Sequence[str]]
    own: Callable[[Resource, Parameter], Sequence[str]]
    newest: int
    records_begin: int
    version: str


def openapi(offered: Offered, wording: Wording) -> Object:
    """The whole description, in one language."""
    t = wording.t
    paths = {}
    for each in resources().values():
        for form in each.forms:
            paths[each.path(form)] = {"get": _list(each, form, offered, wording)}
    paths |= {f"{ROOT}{file.name}": {"get": _file(file, offered, wording)} for file in FILES}
    paths[f"{ROOT}{DESCRIPTION}"] = {"get": _description(wording)}
    return {
        "openapi": OPENAPI,
        "info": {
            "title": t("api_page.title"),
            "version": offered.version,
            "summary": t("api_page.lead"),
            "description": t("api_page.rules"),
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": {
                "Meta": _meta(wording),
                **{_row_name(each): _row(each, wording) for each in resources().values()},
            },
            "responses": {f"E{status}": _refusal(status, wording) for status in REFUSALS},
        },
    }


def _row_name(resource: Resource) -> str:
    return "".join(part.title() for part in resource.name.split("-"))


def _meta(wording: Wording) -> Object:
    count = {"type": "integer", "minimum": 0}
    said: Object = {
        "list": {"type": "string"},
        "release": {"type": "integer"},
        "published": {"type": "string"},
        "built": {"type": "string"},
        "count": count,
        "parameters": {"type": "object", "additionalProperties": {"type": "string"}},
        "withheld": {"type": "object", "additionalProperties": count},
        "next": {"type": ["string", "null"]},
    }
    for name, schema in said.items():
        schema["description"] = wording.t(f"api_meta.{name}")
    return {"type": "object", "properties": said, "required": list(said)}


def _row(resource: Resource, wording: Wording) -> Object:
    found: Object = {
        "type": "object",
        "properties": {column.name: _column(column, wording) for column in resource.columns},
    }
    if resource.name == OBSERVATIONS:
        # They stand in a row where `labels=1` asks for them.
        about = wording.t("api_parameter.labels")
        named = {"type": ["string", "null"], "description": about}
        beside = set(labelled_header(resource.names)) - {*resource.names}
        found["properties"] |= dict.fromkeys(sorted(beside), named)
    if not resource.several_tables:
        found |= {"required": list(resource.names), "additionalProperties": False}
    return found


def _column(column: Column, wording: Wording) -> Object:
    kind = "string" if column.kind == "text" else column.kind
    return {"type": [kind, "null"], "description": wording.t(column.means)}


def _refusal(status: int, wording: Wording) -> Object:
    return {
        "description": wording.t(f"api_status.s{status}"),
        "content": {TEXT: {"schema": {"type": "string"}}},
    }


def _answers(media: str, schema: Object, wording: Wording, *, held: bool = False) -> Object:
    whole: Object = {
        "description": wording.t("api_status.s200"),
        "content": {media: {"schema": schema}},
    }
    if held:
        said = {"description": wording.t("api_meta.withheld"), "schema": {"type": "string"}}
        whole["headers"] = {"Target87-Withheld": said}
    part = {"description": wording.t("api_status.s206"), "content": {media: {"schema": {}}}}
    refusals = {str(status): {"$ref": f"#/components/responses/E{status}"} for status in REFUSALS}
    return {
        "200": whole,
        "206": part,
        "304": {"description": wording.t("api_status.s304")},
        "416": {"description": wording.t("api_status.s416")},
        **refusals,
    }


def _list(resource: Resource, form: str, offered: Offered, wording: Wording) -> Object:
    taken = (*resource.parameters, *(NAMES if _names_codes(resource, form) else ()))
    parameters = [_parameter(each, resource, offered, wording) for each in taken]
    schema: Object = {}
    if form == JSON:
        parameters += _paging(wording)
        rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{_row_name(resource)}"}}
        schema = {
            "type": "object",
            "properties": {"meta": {"$ref": "#/components/schemas/Meta"}, "rows": rows},
            "required": ["meta", "rows"],
        }
    elif MEDIA[form].startswith("text/"):
        schema = {"type": "string"}
    return {
        "operationId": f"{resource.name}.{form}",
        "summary": wording.t(f"api_list.{resource.word}.title"),
        "description": wording.t(f"api_list.{resource.word}.about"),
        "tags": [resource.name],
        "parameters": parameters,
        "responses": _answers(MEDIA[form], schema, wording, held=True),
    }


def _names_codes(resource: Resource, form: str) -> bool:
    return resource.name == OBSERVATIONS and form in {CSV, JSON}


def _file(file: File, offered: Offered, wording: Wording) -> Object:
    parameters = [_parameter(each, None, offered, wording) for each in file.parameters]
    for each in parameters:
        each["required"] = each["name"] in file.required
        each["allowEmptyValue"] = not each["required"]
    schema: Object = {"type": "object"} if file.media == "application/json" else {}
    return {
        "operationId": file.name,
        "summary": wording.t(f"api_file.{file.name.replace('.', '_').replace('-', '_')}"),
        "tags": ["files"],
        "parameters": parameters,
        "responses": _answers(file.media, schema, wording) | (_led(wording) if file.leads else {}),
    }


def _led(wording: Wording) -> Object:
    full = {TEXT: {"schema": {"type": "string"}}}
    return {
        "303": {"description": wording.t("api_status.s303")},
        "507": {"description": wording.t("api_status.s507"), "content": full},
    }


def _description(wording: Wording) -> Object:
    return {
        "operationId": DESCRIPTION,
        "summary": wording.t("api_file.openapi_json"),
        "tags": ["files"],
        "responses": _answers("application/json", {"type": "object"}, wording),
    }


def _paging(wording: Wording) -> list[Object]:
    # Whole numbers as patterns: in JSON Schema 2.0 is an integer, in an address it is none.
    limit = {"type": "string", "pattern": LIMIT_PATTERN, "default": str(DEFAULT_LIMIT)}
    after = {"type": "string", "pattern": AFTER_PATTERN, "default": "0"}
    return [
        _query("limit", limit, wording.t("api_parameter.limit")),
        _query("after", after, wording.t("api_parameter.after")),
    ]


def _query(name: str, schema: Object, description: str) -> Object:
    return {
        "name": name,
        "in": "query",
        "description": description,
        # An empty value is as good as none.
        "allowEmptyValue": True,
        "schema": schema,
    }


def _parameter(
    parameter: Parameter, resource: Resource | None, offered: Offered, wording: Wording
) -> Object:
    one = _schema(parameter, resource, offered)
    schema = {"type": "array", "items": one} if parameter.several else one
    made = _query(parameter.name, schema, wording.t(parameter.means))
    if parameter.several:
        made |= {"style": "form", "explode": True}
    if example := _example(parameter, one):
        made["example"] = [example] if parameter.several else example
    return made


def _example(parameter: Parameter, schema: Object) -> str:
    allowed = schema.get("enum", (parameter.example,))
    return parameter.example if parameter.example in allowed else str(allowed[0]) if allowed else ""


def _schema(parameter: Parameter, resource: Resource | None, offered: Offered) -> Object:
    if parameter.pattern:
        return {"type": "string", "pattern": parameter.pattern}
    return {"type": "string", "enum": list(_codes(parameter, resource, offered))}


def _codes(parameter: Parameter, resource: Resource | None, offered: Offered) -> Sequence[str]:
    """What it takes that can be told beforehand."""
    if parameter.name == "as_of":
        past = resource.past if resource else "figures"
        first = max(1, offered.records_begin) if past == "records" else 1
        return _numbers(first, offered.newest)
    if parameter.among == "release":
        # Something is compared with the empty store before the first release, never that with it.
        return _numbers(0 if parameter.name == "from" else 1, offered.newest)
    if parameter.among == OWN:
        assert resource is not None
        return offered.own(resource, parameter)
    if parameter.among:
        return offered.codes[parameter.among]
    return _numbers(*parameter.years)


def _numbers(first: int, last: int) -> Sequence[str]:
    return [str(number) for number in range(first, last + 1)]
