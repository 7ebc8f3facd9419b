"""HTTP: which address takes which message, how large it may be, who sent it, how an error looks. Rules are elsewhere."""

import logging
import sqlite3
from typing import Any

from litestar import Litestar, Request, Response
from litestar.config.compression import CompressionConfig
from litestar.datastructures import MutableScopeHeaders, State
from litestar.di import Provide
from litestar.exceptions import HTTPException, InternalServerException
from litestar.openapi import OpenAPIConfig
from litestar.types import Message as AsgiMessage
from litestar.types import Scope
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from ocop_desktop import __version__
from ocop_desktop.errors import Refused
from ocop_desktop.protocol import SERVER, TUS_VERSION, encode
from ocop_desktop.server.openapi import COMPONENTS, Document, operation_id
from ocop_desktop.server.problems import PROBLEMS, problem
from ocop_desktop.server.routes import ROUTES
from ocop_desktop.server.routes_console import CONSOLE_ROUTES
from ocop_desktop.server.routes_files import FILE_ROUTES
from ocop_desktop.server.routes_programs import PROGRAM_ROUTES
from ocop_desktop.server.routes_rescue import RESCUE_ROUTES
from ocop_desktop.server.service import Service, identify
from ocop_desktop.server.settings import Settings
from ocop_desktop.server.watching import Watch

_log = logging.getLogger(__name__)
_PROBLEM_JSON = "application/problem+json"
_BY_STATUS = {404: "http.not_found", 405: "http.method", 413: "body.too_large"}


def create(settings: Settings) -> Litestar:
    """The application. Opens the database (and brings it to this program's tables); closes it when it shuts down."""
    service = Service(settings)
    return Litestar(
        route_handlers=[*ROUTES, *FILE_ROUTES, *RESCUE_ROUTES, *PROGRAM_ROUTES, *CONSOLE_ROUTES],
        state=State({"service": service}),
        dependencies={
            "service": Provide(_service, sync_to_thread=False),
            "caller": Provide(identify, sync_to_thread=True),
        },
        exception_handlers={Refused: _refused, HTTPException: _http_error, Exception: _mistake},
        middleware=[Watch(service.metrics), service.pacing],
        before_send=[_mark],
        on_shutdown=[service.close],
        request_max_body_size=settings.limits.body,
        compression_config=CompressionConfig(
            backend="gzip", minimum_size=1024, gzip_compress_level=4, exclude=["/v1/files/"]
        ),
        logging_config=None,
        openapi_config=OpenAPIConfig(
            title="OCOP Desktop: provincial server",
            version=__version__,
            description="Records, files and receipts between the PCs of communes and their province. Errors are "
            "RFC 9457 problems with a stable code.",
            path="/schema",
            render_plugins=[Document(path=["/", "/openapi.json"])],
            operation_id_creator=operation_id,
            components=COMPONENTS,
        ),
    )


def _service(state: State) -> Service:
    found: Service = state.service
    return found


async def _mark(message: AsgiMessage, scope: Scope) -> None:
    """Say on every answer that a real server wrote it."""
    if message["type"] == "http.response.start":
        headers = MutableScopeHeaders.from_message(message)
        headers[SERVER] = "1"
        headers["Cache-Control"] = "no-store"
        headers["X-Content-Type-Options"] = "nosniff"


def _answer(code: str, field: str = "", headers: dict[str, str] | None = None) -> Response[bytes]:
    status = PROBLEMS[code][0]
    return Response(encode(problem(code, field)), status_code=status, media_type=_PROBLEM_JSON, headers=headers or {})


def _refused(_request: Request[Any, Any, Any], error: Refused) -> Response[bytes]:
    headers = {}
    if (seconds := error.details.get("retry_after")) is not None:
        headers["Retry-After"] = str(seconds)
    if PROBLEMS[error.code][0] == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if error.code == "file.tus_version":
        headers["Tus-Version"] = TUS_VERSION
    if error.code == "http.method":
        headers["Allow"] = "DELETE, GET, HEAD, OPTIONS, PATCH"
    return _answer(error.code, str(error.details.get("field", "")), headers)


def _http_error(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """What Litestar itself refuses: unknown addresses, methods, bodies over the limit, malformed queries."""
    if isinstance(error, InternalServerException):  # Litestar's word for a line that was cut while a body was read
        return _answer("http.cut")
    if error.status_code >= 500:
        return _mistake(request, error)
    return _answer(_BY_STATUS.get(error.status_code, "http.invalid"), headers=dict(error.headers or {}))


def _mistake(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """Anything else is our mistake, or the machine's: a full disk is said so. Logged without what people typed."""
    if _disk_full(error):
        return _answer("server.full", headers={"Retry-After": "3600"})
    if _busy(error):
        return _answer("server.busy", headers={"Retry-After": "10"})
    route = request.scope.get("path_template", "")
    _log.error("%s %s failed", request.method, route, exc_info=error)
    return _answer("server.error")


def _busy(error: Exception) -> bool:
    """No connection is free, or the database is away or locked: trying again later is all there is to do."""
    if isinstance(error, PoolTimeout):
        return True
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    locked = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
    state = getattr(error.orig, "sqlstate", None)
    away = not isinstance(error.orig, sqlite3.Error) and (state is None or state[:2] in {"08", "53", "57"})
    return locked or error.connection_invalidated or away


def _disk_full(error: Exception) -> bool:
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, sqlite3.Error):
        return getattr(original, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    return getattr(original, "sqlstate", "") == "53100" or getattr(original, "errno", 0) == 28
