"""What the fuzzer is told beside the API's own document.

In a deep run half of all requests speak of what is there (the PC's own unit, a few records, known contents), so that
what else was made up reaches the rules behind the first checks.
"""

import base64
import hashlib
import os
import random
from typing import Any

import schemathesis

_DEEP = os.environ.get("OCOP_FUZZ_DEEP") == "1"
_UNIT = "02275"
_IDS = [f"0192f000-0000-7000-8000-{number:012x}" for number in range(12)]
_CONTENTS = [b"", b"x", "minh chứng".encode() * 100]
_TYPES = ["dossier", "producer", "report", "component"]
_choose = random.Random(26)
_uploads: list[str] = []


@schemathesis.serializer("application/offset+octet-stream")
def _chunk(_context: Any, value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


def _known(case: Any) -> None:
    path = case.operation.path
    if path == "/v1/sync/push" and isinstance(case.body, dict):
        case.headers["Idempotency-Key"] = f"0192f000-0000-7000-8000-{_choose.getrandbits(40):012x}"
        case.body["replica"] = _IDS[0]
        case.body["ops"] = [op for op in case.body.get("ops") or () if isinstance(op, dict)]
        for op in case.body["ops"]:
            op.update(record=_choose.choice(_IDS), unit=_UNIT, type=_choose.choice(_TYPES))
            if _choose.random() < 0.7:
                op.update(parent=None, resolves=[], base_rev=_choose.randrange(4))
            if _choose.random() < 0.3:
                op["fields"] = {
                    "state": _choose.choice(["draft", "handed_over", ""]),
                    "name": str(op.get("reason", "")),
                }
    elif path == "/v1/files":
        content = _choose.choice(_CONTENTS)
        name = base64.b64encode(hashlib.sha256(content).hexdigest().encode()).decode()
        case.headers.update({"Upload-Length": str(len(content)), "Upload-Metadata": f"sha256 {name}"})
        case.headers.pop("Tus-Resumable", None)
    elif path == "/v1/files/{name}":
        here = [*_uploads[-3:], *(hashlib.sha256(content).hexdigest() for content in _CONTENTS)]
        case.path_parameters = {"name": _choose.choice(here)}
        case.headers.pop("Tus-Resumable", None)
        case.headers["Upload-Offset"] = "0"
        if case.method == "PATCH" and _choose.random() < 0.5:
            case.body = b"x"


@schemathesis.hook
def before_call(_context: Any, case: Any, _kwargs: Any) -> None:
    if _DEEP and _choose.random() < 0.5:
        case.headers = case.headers if case.headers is not None else {}
        _known(case)


@schemathesis.hook
def after_call(_context: Any, case: Any, response: Any) -> None:
    location = response.headers.get("location", [""])[0]
    if location.startswith("/v1/files/"):
        _uploads.append(location.rpartition("/")[2])
