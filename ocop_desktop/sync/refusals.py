"""What an answer of the province that is no success means to this PC."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ocop_desktop.errors import SyncError

if TYPE_CHECKING:
    from ocop_desktop.sync.patience import Answer

BY_STATUS = {
    403: "sync.not_allowed",
    404: "sync.not_found",
    408: "sync.busy",
    409: "sync.offset",
    410: "sync.gone",
    413: "sync.too_large",
    415: "sync.rejected",
    422: "sync.rejected",
    426: "sync.too_old",
    429: "sync.busy",
    460: "sync.checksum",
    500: "sync.server_error",
    502: "sync.busy",
    503: "sync.busy",
    504: "sync.busy",
    507: "sync.server_full",
}


def refusal(response: Answer) -> SyncError:
    """The error for an answer of the province that is no success."""
    try:
        problem = str(json.loads(response.content or b"{}").get("code", ""))
    except (ValueError, AttributeError, RecursionError):
        problem = ""
    if response.status == 401:
        return SyncError("sync.token", server_code=problem)
    if problem == "device.revoked":
        return SyncError("sync.revoked")
    details: dict[str, object] = {"server_code": problem, "status": response.status, **waits(response)}
    return SyncError(BY_STATUS.get(response.status, "sync.rejected"), **details)


def waits(response: Answer) -> dict[str, object]:
    """``retry_after`` in seconds, when the answer names a number; a date is left out, for this PC's clock may be wrong."""
    named = response.headers.get("Retry-After", "").strip()
    return {"retry_after": int(named)} if named.isascii() and named.isdigit() and len(named) < 10 else {}
