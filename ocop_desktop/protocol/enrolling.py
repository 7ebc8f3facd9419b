"""The enrolment link: the province's address and a one-time code in one text, for pasting or as a QR code.

``ocop://enrol?server=https%3A%2F%2Focop.example.gov.vn&code=ABCD-EFGH-JKLM``. The code is good once and for hours; the
link holds nothing else that is secret, and no name.
"""

from urllib.parse import parse_qs, quote, urlsplit

SCHEME = "ocop"
_MOST = 500


def enrolment_link(server: str, code: str) -> str:
    """The link of a server's address and a code."""
    return f"{SCHEME}://enrol?server={quote(server, safe='')}&code={quote(code, safe='-')}"


def read_enrolment_link(text: str) -> tuple[str, str] | None:
    """Address and code of a link; ``None`` for any other text. An address that is not ``https`` or ``http`` is none."""
    text = text.strip()
    if len(text) > _MOST or not text.lower().startswith(f"{SCHEME}://"):
        return None
    try:
        parts = urlsplit(text)
        given = parse_qs(parts.query)
    except ValueError:
        return None
    server, code = given.get("server", [""])[0].strip(), given.get("code", [""])[0].strip()
    if parts.netloc.lower() != "enrol" or not code or not server.startswith(("https://", "http://")):
        return None
    return server, code
