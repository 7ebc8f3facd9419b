"""The addresses of records: hello, enrolment, tokens, push, changes, conflicts, digest, inventory, health."""

import hmac
from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromQuery, QueryParameter, RawBody

from ocop_desktop import protocol
from ocop_desktop.protocol import IDEMPOTENCY_KEY, IDEMPOTENCY_REPLAYED
from ocop_desktop.server import conflicts as held_back
from ocop_desktop.server import handlers, rulebook
from ocop_desktop.server.accounts import Caller, seen
from ocop_desktop.server.bodies import open_body, read_message
from ocop_desktop.server.openapi import takes
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.service import Service

Asked = Request[Any, Any, State]
Serving = NamedDependency[Service]
Sender = NamedDependency[Caller]
Unit = Annotated[str, QueryParameter(description="Commune code; empty: the device's own")]
DEVICE: list[dict[str, list[str]]] = [{"device": []}]


def content(request: Asked, service: Service, body: bytes) -> bytes:
    """The request's body, checked and unpacked."""
    headers = request.headers
    encoding = headers.get("Content-Encoding", "").strip().lower()
    return open_body(body, encoding, headers.get(protocol.CONTENT_DIGEST, ""), service.settings.limits.decoded)


@get("/v1/hello", sync_to_thread=True, tags=["device"], summary="Who the server is and what it speaks")
def hello(service: Serving, client_time: FromQuery[str] = "") -> protocol.Hello:
    newest = service.store.read(rulebook.newest)
    number = newest["version"] if newest else 0
    published = service.store.read(handlers.published)
    return handlers.hello(service.settings, service.identity, client_time, service.contents.full(), number, published)


@get("/health", sync_to_thread=True, tags=["device"], summary="Whether the server can work")
def health(service: Serving) -> protocol.Health:
    service.store.read(handlers.health)
    return protocol.Health(status="ok")


@post(
    "/v1/enrol",
    status_code=200,
    sync_to_thread=True,
    tags=["device"],
    summary="Make this PC known",
    operation_class=takes(protocol.EnrolRequest),
)
def enrol(request: Asked, service: Serving, body: RawBody) -> protocol.EnrolAnswer:
    source = request.client.host if request.client else ""
    return service.enrol(read_message(content(request, service, body), protocol.EnrolRequest), source)


@post(
    "/v1/token/challenge",
    status_code=200,
    sync_to_thread=True,
    tags=["device"],
    summary="A text to sign",
    operation_class=takes(protocol.ChallengeRequest),
)
def challenge(request: Asked, service: Serving, body: RawBody) -> protocol.Challenge:
    message = read_message(content(request, service, body), protocol.ChallengeRequest)
    return handlers.challenge(service.settings, service.identity, message)


@post(
    "/v1/token",
    status_code=200,
    sync_to_thread=True,
    tags=["device"],
    summary="A bearer token for a signed text",
    operation_class=takes(protocol.TokenRequest),
)
def token(request: Asked, service: Serving, body: RawBody) -> protocol.Token:
    message = read_message(content(request, service, body), protocol.TokenRequest)
    return service.store.write(
        lambda connection: handlers.token(
            connection, service.settings, service.identity, message, service.pacing.devices.take
        )
    )


@post(
    "/v1/sync/push",
    status_code=200,
    sync_to_thread=True,
    tags=["records"],
    security=DEVICE,
    summary="Send a frozen batch of operations",
    description="Header Idempotency-Key: the batch id. The same key with the same bytes gets the stored answer.",
    operation_class=takes(protocol.Push),
    responses={200: ResponseSpec(protocol.Receipt, description="The receipt", generate_examples=False)},
)
def push(request: Asked, service: Serving, caller: Sender, body: RawBody) -> Response[bytes]:
    answer, replayed = service.push(
        caller, request.headers.get(IDEMPOTENCY_KEY, "").strip('"'), content(request, service, body)
    )
    headers = {IDEMPOTENCY_REPLAYED: "true"} if replayed else {}
    return Response(answer, media_type=MediaType.JSON, headers=headers)


@get("/v1/sync/changes", sync_to_thread=True, tags=["records"], security=DEVICE, summary="One page of changes")
def changes(
    service: Serving,
    caller: Sender,
    after: Annotated[int, QueryParameter(ge=0, le=2**53)] = 0,
    limit: Annotated[int, QueryParameter(ge=1)] = 200,
    unit: Unit = "",
) -> protocol.Changes:
    size = min(limit, service.settings.limits.page)
    return service.store.read(
        lambda connection: handlers.changes(connection, service.settings, service.identity, caller, unit, after, size)
    )


@get("/v1/sync/units", sync_to_thread=True, tags=["records"], security=DEVICE, summary="The device's units")
def units(service: Serving, caller: Sender) -> protocol.Units:
    return service.store.read(lambda connection: handlers.units(connection, service.identity, caller))


@get("/v1/sync/conflicts", sync_to_thread=True, tags=["records"], security=DEVICE, summary="Open conflicts")
def conflicts(service: Serving, caller: Sender, unit: Unit = "") -> protocol.Conflicts:
    chosen = caller.choose(unit)
    return service.store.read(lambda connection: held_back.open_conflicts(connection, chosen))


@post(
    "/v1/sync/digest",
    status_code=200,
    sync_to_thread=True,
    tags=["records"],
    security=DEVICE,
    summary="Count and set hash of a unit, or of all that the device reads",
    operation_class=takes(protocol.DigestRequest, required=False),
)
def digest(request: Asked, service: Serving, caller: Sender, body: RawBody) -> protocol.Digest:
    message = read_message(content(request, service, body) or b"{}", protocol.DigestRequest)
    if message.waiting_records is not None:
        service.store.write(lambda c: seen(c, service.settings, caller.device, told=message))
    if message.whole:
        return handlers.whole_digest(service.store, service.settings, service.identity, caller)
    return handlers.kept_digest(service.store, service.settings, service.identity, caller, message.unit)


@post(
    "/v1/sync/inventory",
    status_code=200,
    sync_to_thread=True,
    tags=["records"],
    security=DEVICE,
    summary="Ids and revisions under a prefix",
    operation_class=takes(protocol.InventoryRequest, required=False),
)
def inventory(request: Asked, service: Serving, caller: Sender, body: RawBody) -> protocol.Inventory:
    message = read_message(content(request, service, body) or b"{}", protocol.InventoryRequest)
    chosen = caller.choose(message.unit)
    return service.store.read(lambda connection: handlers.inventory(connection, service.identity, chosen, message))


@get(
    "/v1/rules",
    sync_to_thread=True,
    tags=["device"],
    security=DEVICE,
    summary="The newest rule pack, signed by the province",
    media_type="application/octet-stream",
)
def rules(service: Serving, caller: Sender) -> Response[bytes]:
    return Response(service.store.read(rulebook.content), media_type="application/octet-stream")


@get("/metrics", sync_to_thread=True, include_in_schema=False)
def metrics(request: Asked, service: Serving) -> Response[bytes]:
    """For a scraper on this machine, or one that knows the token; a proxy's guests get nothing."""
    token = service.settings.metrics_token
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    local = request.client is not None and request.client.host in {"127.0.0.1", "::1"}
    forwarded = any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP"))
    allowed = hmac.compare_digest(given.encode(), token.encode()) if token else local and not forwarded
    if not allowed:
        raise refuse("http.not_found")
    return Response(service.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


ROUTES = [metrics, hello, health, enrol, challenge, token, push, changes, units, conflicts, digest, inventory, rules]
