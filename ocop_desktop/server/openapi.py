"""OpenAPI for requests whose bytes are read by hand (digest, gzip, idempotency): their schema is still the message's."""

from dataclasses import dataclass
from typing import Any

import msgspec
from litestar import Request
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import (
    Components,
    OpenAPIMediaType,
    Operation,
    Reference,
    RequestBody,
    SecurityScheme,
)
from litestar.types import Method
from litestar.types.internal_types import PathParameterDefinition

from ocop_desktop import protocol

_REFERENCE = "#/components/schemas/{name}"
_REQUESTS = (
    protocol.EnrolRequest,
    protocol.ChallengeRequest,
    protocol.TokenRequest,
    protocol.Push,
    protocol.DigestRequest,
    protocol.InventoryRequest,
    protocol.MissingRequest,
    protocol.Problem,
)


COMPONENTS = Components(security_schemes={"device": SecurityScheme(type="http", scheme="bearer")})

Part = dict[str, Any]
_UUID = {"type": "string", "format": "uuid"}
# What is asked of texts after they were decoded, one by one, so that a bad operation stops only itself.
_FORMS: dict[tuple[str, str], Part] = {
    ("Push", "replica"): _UUID,
    ("Op", "op"): _UUID,
    ("Op", "record"): _UUID,
    ("Op", "type"): {"pattern": "^[a-z][a-z0-9_-]{1,31}$"},
    ("Op", "unit"): {"pattern": "^([0-9]{5}|[0-9]{2})$"},
    ("Op", "base_rev"): {"minimum": 0, "maximum": 2**53 - 1},
    ("EnrolRequest", "replica"): _UUID,
    ("ChallengeRequest", "device"): _UUID,
    ("InventoryRequest", "prefix"): {"pattern": "^[0-9a-f-]*$"},
    ("MissingRequest", "sha256"): {"items": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
}
_NUMBER = {"type": "string", "pattern": "^[0-9]{1,15}$"}
_BYTES: Part = {"content": {"application/octet-stream": {}}}
_NOTHING: Part = {}


def _header(name: str, about: str, schema: Part, *, required: bool = False) -> Part:
    return {"name": name, "in": "header", "description": about, "required": required, "schema": schema}


_TUS = _header(protocol.TUS_RESUMABLE, "The tus that is spoken", {"type": "string", "enum": [protocol.TUS_VERSION]})
_DIGEST = _header(protocol.CONTENT_DIGEST, "RFC 9530, SHA-256 of the bytes as sent", {"type": "string"})

_RANGE = _header("Range", "bytes=from-to", {"type": "string"})

# What is read from headers and streams by hand, by operation id.
_HEADERS: dict[str, list[Part]] = {
    "post_v1_sync_push": [
        _header(protocol.IDEMPOTENCY_KEY, "The batch id, made once when the batch was frozen", _UUID, required=True),
        _DIGEST,
    ],
    "post_v1_files": [
        _TUS,
        _header("Upload-Length", "Bytes of the whole file", _NUMBER, required=True),
        _header(
            "Upload-Metadata",
            "sha256 (of the whole, hex), unit and record, each in base64",
            {"type": "string", "pattern": "^[\\x21-\\x7e ]+$"},
            required=True,
        ),
    ],
    "head_v1_files_name": [_TUS],
    "delete_v1_files_name": [_TUS],
    "patch_v1_files_name": [
        _TUS,
        _header("Upload-Offset", "Where this chunk begins", _NUMBER, required=True),
        _header("Upload-Checksum", "sha256 or sha1 of the chunk, in base64", {"type": "string"}),
        _DIGEST,
    ],
    "get_v1_files_name": [_RANGE],
    "get_v1_programs_system_number": [_RANGE],
}
_BODIES: dict[str, str] = {
    "patch_v1_files_name": "application/offset+octet-stream",
    "post_v1_rescue": "application/octet-stream",
}
_ANSWERS: dict[str, dict[str, Part]] = {
    "get_v1_files_name": {"200": _BYTES, "206": _BYTES},
    "get_v1_rules": {"200": _BYTES},
    "get_v1_programs_system_number": {"200": _BYTES, "206": _BYTES},
    "head_v1_files_name": {"200": _NOTHING},
    "delete_v1_files_name": {"204": _NOTHING},
    "patch_v1_files_name": {"204": _NOTHING},
    "options_v1_files_name": {"204": _NOTHING},
    "options_v1_files": {"204": _NOTHING},
    "post_v1_files": {"200": _NOTHING, "201": _NOTHING},
}
_ABOUT = {
    "200": "Done",
    "201": "Begun: Location says where the chunks go",
    "204": "Done",
    "206": "The part that was asked for",
}
_PROBLEM = {
    "description": "RFC 9457: a problem with a stable code",
    "content": {"application/problem+json": {"schema": {"$ref": _REFERENCE.format(name="Problem")}}},
}


class Document(JsonRenderPlugin):
    """The document at ``/schema``, with the schemas of requests and errors beside those of answers."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """The document as JSON."""
        _, schemas = msgspec.json.schema_components(_REQUESTS, ref_template=_REFERENCE)
        for (message, part), form in _FORMS.items():
            schemas[message]["properties"][part].update(form)
        components = openapi_schema["components"]
        whole = {
            **openapi_schema,
            "components": {**components, "schemas": {**schemas, **components["schemas"]}},
            "paths": {
                path: {
                    method: _whole(part) if method in _METHODS else part  # the rest of a path is no operation
                    for method, part in parts.items()
                }
                for path, parts in openapi_schema["paths"].items()
            },
        }
        return super().render(request, whole)


_METHODS = frozenset({"get", "head", "options", "post", "patch", "delete"})


def _whole(operation: Part) -> Part:
    """An operation with its headers, its streams, and every error as the problem it is."""
    name = operation["operationId"]
    answers = {status: part for status, part in operation["responses"].items() if status < "400"}
    for status, part in _ANSWERS.get(name, {}).items():
        answers[status] = {"description": _ABOUT[status], **part}
    answers["default"] = _PROBLEM
    whole = {**operation, "responses": answers}
    if headers := _HEADERS.get(name):
        whole["parameters"] = [*operation.get("parameters", []), *headers]
    if media := _BODIES.get(name):
        whole["requestBody"] = {"required": True, "content": {media: {}}}
    return whole


def takes(message: type[protocol.Message], *, required: bool = True) -> type[Operation]:
    """An operation whose body is this message."""
    reference = Reference(ref=_REFERENCE.format(name=message.__name__))

    @dataclass
    class Taking(Operation):
        def __post_init__(self) -> None:
            media = OpenAPIMediaType(schema=reference)
            self.request_body = RequestBody(required=required, content={"application/json": media})

    return Taking


def operation_id(_handler: HTTPRouteHandler, method: Method, path: list[str | PathParameterDefinition]) -> str:
    """A name for generated clients: ``post_v1_sync_push``."""
    parts = [part if isinstance(part, str) else part.name for part in path]
    return "_".join([method.lower(), *parts])
