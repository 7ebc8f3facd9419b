"""The addresses of the console: sign in, look, leave. A session is a cookie that no script and no other site can use."""

from urllib.parse import parse_qs

from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import RawBody

from ocop_desktop.errors import Refused
from ocop_desktop.server import console, console_page
from ocop_desktop.server.routes import Asked, Serving

_COOKIE = "ocop_console"
_BODY_MOST = 4096


def _html(content: bytes, status: int = 200, **headers: str) -> Response[bytes]:
    safe = {
        "Content-Security-Policy": console_page.POLICY,
        "Referrer-Policy": "no-referrer",
        "X-Frame-Options": "DENY",
        **headers,
    }
    return Response(content, status_code=status, media_type="text/html; charset=utf-8", headers=safe)


def _cookie(request: Asked, session: str, seconds: int) -> str:
    tls = request.url.scheme == "https" or request.headers.get("X-Forwarded-Proto", "") == "https"
    return (
        f"{_COOKIE}={session}; Path=/console; Max-Age={seconds}; HttpOnly; SameSite=Strict{'; Secure' if tls else ''}"
    )


@get("/console", sync_to_thread=True, include_in_schema=False, summary="Where every commune stands")
def look(request: Asked, service: Serving) -> Response[bytes]:
    if not console.is_signed_in(service, request.cookies.get(_COOKIE, "")):
        return _html(console_page.entrance())
    found = console.standing(service)
    return _html(console_page.overview(found, service.identity.province_name, service.settings.clock()))


@post(
    "/console/enter",
    sync_to_thread=True,
    include_in_schema=False,
    summary="Sign in",
    status_code=303,
    request_max_body_size=_BODY_MOST,
)
def enter(request: Asked, service: Serving, body: RawBody) -> Response[bytes]:
    given = parse_qs(body.decode("utf-8", "replace")).get("password", [""])[0]
    source = request.client.host if request.client else ""
    try:
        session = console.sign_in(service, given, source)
    except Refused as error:
        if error.code == "enrol.too_many":
            words = f"Đã thử sai nhiều lần. Hãy đợi {error.details['retry_after']} giây rồi thử lại."
            return _html(console_page.entrance(words), 429, **{"Retry-After": str(error.details["retry_after"])})
        return _html(console_page.entrance("Mật khẩu chưa đúng."), 403)
    return _html(b"", 303, Location="/console", **{"Set-Cookie": _cookie(request, session, 8 * 3600)})


@post("/console/leave", sync_to_thread=False, include_in_schema=False, summary="Leave", status_code=303)
def leave(request: Asked) -> Response[bytes]:
    return _html(b"", 303, Location="/console", **{"Set-Cookie": _cookie(request, "", 0)})


@get("/console/style.css", sync_to_thread=False, include_in_schema=False, summary="The style sheet")
def style() -> Response[str]:
    return Response(console_page.STYLE, media_type="text/css; charset=utf-8")


CONSOLE_ROUTES: list[HTTPRouteHandler] = [look, enter, leave, style]
