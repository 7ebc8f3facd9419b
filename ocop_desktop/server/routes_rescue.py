"""The address of the quarantine: a package of a PC that may not speak any more, or that nobody knows."""

from pathlib import Path
from tempfile import TemporaryDirectory

from litestar import post
from litestar.concurrency import sync_to_thread
from litestar.handlers import HTTPRouteHandler

from ocop_desktop.protocol.packages import Rescue
from ocop_desktop.server.packages import Packages
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.rescue import PACKAGE_MOST
from ocop_desktop.server.routes import Asked, Serving


@post(
    "/v1/rescue",
    status_code=200,
    tags=["device"],
    summary="Keep a package for an administrator",
    description="The bytes of one package, without a token: the package is sealed to the province and signed.",
    request_max_body_size=PACKAGE_MOST,
)
async def rescue(request: Asked, service: Serving) -> Rescue:
    source = request.client.host if request.client else ""
    await sync_to_thread(service.allow_rescue, source)
    with TemporaryDirectory(dir=service.contents.spool, prefix="rescue-") as folder:
        part = Path(folder) / "package"
        size = 0
        with part.open("wb") as file:
            async for piece in request.stream():
                size += len(piece)
                if size > PACKAGE_MOST or service.contents.full(len(piece)):
                    raise refuse("rescue.full", retry_after=3600)
                await sync_to_thread(file.write, piece)
        return Rescue(rescue=await sync_to_thread(Packages(service).rescue_file, part))


RESCUE_ROUTES: list[HTTPRouteHandler] = [rescue]
