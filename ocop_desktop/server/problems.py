"""The errors the server answers with: one stable code each, its HTTP status, its English title (RFC 9457)."""

from ocop_desktop.errors import Refused
from ocop_desktop.protocol import Problem

PROBLEMS: dict[str, tuple[int, str]] = {
    "auth.missing": (401, "No token was sent"),
    "auth.invalid": (401, "The token or the signature is not valid"),
    "auth.expired": (401, "The token has expired"),
    "device.revoked": (403, "The province has withdrawn this device"),
    "scope.outside": (403, "This unit is not the device's"),
    "enrol.wrong_code": (403, "No such enrolment code"),
    "enrol.expired_code": (410, "The enrolment code has expired"),
    "enrol.used_code": (410, "The enrolment code was used by another device"),
    "enrol.wrong_key": (422, "The public key is not an Ed25519 key"),
    "enrol.too_many": (429, "Too many attempts"),
    "http.too_many": (429, "More requests than this device or address may make"),
    "body.invalid": (400, "The body is not the message this address takes"),
    "body.digest": (400, "Content-Digest does not match the body"),
    "body.gzip": (400, "The body is not whole gzip data"),
    "body.encoding": (415, "This content encoding is not taken"),
    "body.too_large": (413, "The body is larger than the limit"),
    "push.no_key": (400, "Idempotency-Key must be the batch id"),
    "push.other_bytes": (422, "This batch id was used for other bytes"),
    "push.too_many": (413, "More operations than the limit"),
    "file.tus_version": (412, "This version of tus is not spoken"),
    "file.metadata": (400, "Upload-Length, Upload-Metadata or Upload-Offset is missing or wrong"),
    "file.too_large": (413, "The file is larger than the limit"),
    "file.content_type": (415, "A chunk is application/offset+octet-stream"),
    "file.no_checksum": (400, "Upload-Checksum is sha256 or sha1, in base64"),
    "file.checksum": (460, "The chunk does not match its checksum"),
    "file.offset": (409, "The upload is at another offset"),
    "file.beyond_end": (413, "The chunk goes beyond the end of the file"),
    "file.whole_digest": (422, "The whole file does not match its SHA-256"),
    "file.unknown": (404, "No such file or upload"),
    "file.gone": (410, "The upload has expired or was ended"),
    "file.range": (416, "The file has no such range"),
    "package.altered": (422, "The package is not as its writer made it"),
    "package.unreadable": (422, "This is no package, or a part of one"),
    "package.other_province": (422, "The package is for another province"),
    "rules.none": (404, "No rule pack was published"),
    "rescue.full": (507, "The quarantine is full"),
    "server.full": (507, "The disk is nearly full; records are still taken, files wait"),
    "server.busy": (503, "The database is busy; try again"),
    "server.error": (500, "The server made a mistake"),
    "http.not_found": (404, "No such address"),
    "http.method": (405, "This address does not take this method"),
    "http.cut": (400, "The line was cut before the request was whole"),
    "http.invalid": (400, "The request could not be read"),
}


def problem(code: str, field: str = "") -> Problem:
    """The body of an error answer."""
    status, title = PROBLEMS[code]
    return Problem(type=f"urn:ocop-desktop:problem:{code}", title=title, status=status, code=code, field=field)


def refuse(code: str, **details: object) -> Refused:
    """The error to raise; ``retry_after`` (seconds) and ``field`` in details reach the answer."""
    if code not in PROBLEMS:
        raise KeyError(code)
    return Refused(code, **details)
