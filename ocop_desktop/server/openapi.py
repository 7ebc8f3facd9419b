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


class Document(JsonRenderPlugin):
    """The document at ``/schema``, with the schemas of requests and errors beside those of answers."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """The document as JSON."""
        _, schemas = msgspec.json.schema_components(_REQUESTS, ref_template=_REFERENCE)
        components = openapi_schema["components"]
        whole = {**openapi_schema, "components": {**components, "schemas": {**schemas, **components["schemas"]}}}
        return super().render(request, whole)


def takes(message: type[protocol.Message]) -> type[Operation]:
    """An operation whose body is this message."""
    reference = Reference(ref=_REFERENCE.format(name=message.__name__))

    @dataclass
    class Taking(Operation):
        def __post_init__(self) -> None:
            media = OpenAPIMediaType(schema=reference)
            self.request_body = RequestBody(required=True, content={"application/json": media})

    return Taking


def operation_id(_handler: HTTPRouteHandler, method: Method, path: list[str | PathParameterDefinition]) -> str:
    """A name for generated clients: ``post_v1_sync_push``."""
    parts = [part if isinstance(part, str) else part.name for part in path]
    return "_".join([method.lower(), *parts])
