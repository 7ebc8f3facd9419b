"""The addresses of newer versions of the program."""

from itertools import chain

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Stream

from ocop_desktop import protocol
from ocop_desktop.domain.releases import is_system
from ocop_desktop.server import programs
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.routes import DEVICE, Asked, Sender, Serving
from ocop_desktop.server.uploads import parse_range


@get(
    "/v1/programs", sync_to_thread=True, tags=["device"], security=DEVICE, summary="The newest version for each system"
)
def offered(service: Serving, caller: Sender) -> protocol.Programs:
    return service.store.read(programs.offers)


@get(
    "/v1/programs/{system:str}/{number:int}",
    sync_to_thread=True,
    tags=["device"],
    security=DEVICE,
    summary="The signed file of a version, also in parts",
    media_type="application/octet-stream",
)
def program(
    request: Asked, service: Serving, caller: Sender, system: FromPath[str], number: FromPath[int]
) -> Response[bytes] | Stream:
    if not 0 < number < 2**31 or not is_system(system):
        raise refuse("file.unknown")
    row = service.store.read(lambda connection: programs.find(connection, system, number))
    size: int = row["size"]
    part = parse_range(request.headers.get("Range", ""), size)
    start, end = part or (0, size)
    headers = {"Content-Length": str(end - start), "Accept-Ranges": "bytes", "ETag": f'"{row["sha256"]}"'}
    if part:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    pieces = service.contents.read(row["sha256"], start, end)
    try:
        first = next(pieces, b"")
    except FileNotFoundError as error:
        raise refuse("file.unknown") from error
    return Stream(
        chain((first,), pieces),
        status_code=206 if part else 200,
        media_type="application/octet-stream",
        headers=headers,
    )


PROGRAM_ROUTES: list[HTTPRouteHandler] = [offered, program]
