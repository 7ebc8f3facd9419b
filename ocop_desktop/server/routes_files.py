"""The addresses of evidence files: tus 1.0.0, what is missing, and reading a file back."""

from datetime import datetime
from email.utils import format_datetime
from itertools import chain

from litestar import Response, delete, get, head, patch, post
from litestar.concurrency import sync_to_thread
from litestar.enums import HttpMethod
from litestar.exceptions import InternalServerException
from litestar.handlers import HTTPRouteHandler, route
from litestar.params import FromPath, RawBody
from litestar.response import Stream

from ocop_desktop import protocol
from ocop_desktop.protocol import TUS_RESUMABLE, TUS_VERSION, UPLOAD_STORED
from ocop_desktop.server.accounts import Caller
from ocop_desktop.server.bodies import open_body, read_message
from ocop_desktop.server.openapi import takes
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.routes import DEVICE, Asked, Sender, Serving, content
from ocop_desktop.server.service import Service
from ocop_desktop.server.uploads import CHECKSUMS, Upload, is_sha256, missing_files, parse_range, readable_file

# Litestar prepares the handlers of an address again for each one it adds there, and would put them into a thread twice:
# handlers that share an address go into a thread by themselves.

_CHUNK_TYPE = "application/offset+octet-stream"


def _tus(request: Asked) -> None:
    """Refuse a client that speaks another tus."""
    if request.headers.get(TUS_RESUMABLE, TUS_VERSION) != TUS_VERSION:
        raise refuse("file.tus_version")


def _headers(upload: Upload) -> dict[str, str]:
    headers = {TUS_RESUMABLE: TUS_VERSION, "Upload-Offset": str(upload.position), "Upload-Length": str(upload.size)}
    if upload.stored:
        headers[UPLOAD_STORED] = "true"
    else:
        headers["Upload-Expires"] = format_datetime(datetime.fromisoformat(upload.expires_at), usegmt=True)
    return headers


@route(["/v1/files", "/v1/files/{name:str}"], http_method=[HttpMethod.OPTIONS], status_code=204, tags=["files"])
async def offer(service: Serving) -> Response[None]:
    """What of tus is spoken."""
    return Response(
        None,
        status_code=204,
        headers={
            TUS_RESUMABLE: TUS_VERSION,
            "Tus-Version": TUS_VERSION,
            "Tus-Extension": "creation,checksum,termination,expiration",
            "Tus-Checksum-Algorithm": ",".join(CHECKSUMS),
            "Tus-Max-Size": str(service.settings.limits.file),
        },
    )


@post("/v1/files", tags=["files"], security=DEVICE, summary="Begin an upload, or go on with one")
async def begin(request: Asked, service: Serving, caller: Sender) -> Response[None]:
    _tus(request)
    upload = await sync_to_thread(
        service.uploads.begin,
        caller,
        request.headers.get("Upload-Length", ""),
        request.headers.get("Upload-Metadata", ""),
    )
    headers = {**_headers(upload), "Location": f"/v1/files/{upload.upload}"}
    return Response(None, status_code=200 if upload.stored else 201, headers=headers)


@head("/v1/files/{name:str}", tags=["files"], security=DEVICE, summary="How far an upload is")
async def look(request: Asked, service: Serving, caller: Sender, name: FromPath[str]) -> Response[None]:
    _tus(request)
    return Response(None, headers=_headers(await sync_to_thread(service.uploads.look, caller, name)))


@patch(
    "/v1/files/{name:str}",
    status_code=204,
    tags=["files"],
    security=DEVICE,
    summary="Add one chunk",
)
async def add(request: Asked, service: Serving, caller: Sender, name: FromPath[str]) -> Response[None]:
    return await _add(request, service, caller, name)


async def _add(request: Asked, service: Service, caller: Caller, name: str) -> Response[None]:
    _tus(request)
    headers = request.headers
    offset = headers.get("Upload-Offset", "")
    if headers.get("Content-Type", "") != _CHUNK_TYPE:
        raise refuse("file.content_type")
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
    except InternalServerException:  # the line was cut; nobody reads an answer
        await sync_to_thread(service.uploads.keep_cut, caller, name, offset, bytes(body))
        raise refuse("http.cut") from None
    chunk = open_body(bytes(body), "", headers.get(protocol.CONTENT_DIGEST, ""), service.settings.limits.chunk)
    if len(chunk) > service.settings.limits.chunk:
        raise refuse("body.too_large")
    upload = await sync_to_thread(
        service.uploads.add_chunk,
        caller,
        name,
        offset,
        headers.get("Upload-Checksum", ""),
        chunk,
    )
    return Response(None, status_code=204, headers=_headers(upload))


@delete("/v1/files/{name:str}", tags=["files"], security=DEVICE, summary="End an upload")
async def end(request: Asked, service: Serving, caller: Sender, name: FromPath[str]) -> Response[None]:
    return await _end(request, service, caller, name)


async def _end(request: Asked, service: Service, caller: Caller, name: str) -> Response[None]:
    _tus(request)
    await sync_to_thread(service.uploads.end, caller, name)
    return Response(None, status_code=204, headers={TUS_RESUMABLE: TUS_VERSION})


@post("/v1/files/{name:str}", status_code=204, include_in_schema=False, summary="A chunk through a proxy")
async def instead(request: Asked, service: Serving, caller: Sender, name: FromPath[str]) -> Response[None]:
    """What tus asks for lines whose proxy knows neither PATCH nor DELETE."""
    method = request.headers.get("X-HTTP-Method-Override", "").upper()
    if method == "PATCH":
        return await _add(request, service, caller, name)
    if method == "DELETE":
        return await _end(request, service, caller, name)
    raise refuse("http.method")


@get("/v1/files/{name:str}", tags=["files"], security=DEVICE, summary="Read a file back")
async def read(request: Asked, service: Serving, caller: Sender, name: FromPath[str]) -> Stream:
    if not is_sha256(name):
        raise refuse("file.unknown")
    file = await sync_to_thread(service.store.read, lambda connection: readable_file(connection, caller, name))
    size: int = file["size"]
    part = parse_range(request.headers.get("Range", ""), size)
    start, end = part or (0, size)
    headers = {"Content-Length": str(end - start), "Accept-Ranges": "bytes", "ETag": f'"{name}"'}
    if part:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"

    pieces = service.contents.read(name, start, end)
    # Asked for before the answer begins, so that a storage that is away, or lost the content, is a problem, not a cut.
    try:
        first = await sync_to_thread(next, pieces, b"")
    except FileNotFoundError as error:
        raise refuse("file.unknown") from error
    return Stream(
        chain((first,), pieces),
        status_code=206 if part else 200,
        media_type="application/octet-stream",
        headers=headers,
    )


@post(
    "/v1/files/missing",
    status_code=200,
    sync_to_thread=True,
    tags=["files"],
    security=DEVICE,
    summary="Which contents are not here whole",
    operation_class=takes(protocol.MissingRequest),
)
def missing(request: Asked, service: Serving, caller: Sender, body: RawBody) -> protocol.Missing:
    message = read_message(content(request, service, body), protocol.MissingRequest)
    chosen = caller.choose(message.unit)
    return protocol.Missing(
        sha256=service.store.read(lambda connection: missing_files(connection, chosen, message.sha256))
    )


FILE_ROUTES: list[HTTPRouteHandler] = [offer, begin, look, add, end, instead, read, missing]
