"""Messages to the province's server, one method each; every failure becomes one kind of ``SyncError``.

Nothing here touches the database. A method tries three times with growing, uneven pauses, obeys ``Retry-After``, and
then says so: no endless tries on a line that costs money.
"""

from __future__ import annotations

import base64
import gzip
import random
import threading
from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING, TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ocop_desktop import __version__, protocol
from ocop_desktop.errors import SyncError
from ocop_desktop.protocol.packages import Rescue
from ocop_desktop.sync import trust
from ocop_desktop.sync.refusals import BY_STATUS, refusal, waits

if TYPE_CHECKING:
    from ocop_desktop.sync.patience import Answer

T = TypeVar("T", bound=protocol.Message)

TRIES = 3
# Seconds to connect, and of silence while reading: a satellite line answers late, a dead one not at all.
TIMEOUT = (10.0, 60.0)
GZIP_FROM = 1024
LONGEST_FILE = 3 * 3600.0
"""Seconds that the content of one evidence file may take on its way here: 50 MiB at 5 kB/s."""
LONGEST_WAIT = 20
"""Seconds of ``Retry-After`` that are waited for; what is longer ends the round, and is told."""

MOST_WAITS = 60
"""Times that one request waits because it came too soon, as the server said; these are no failed tries."""
_AGAIN = {"sync.offline", "sync.busy", "sync.server_error"}


class Province:
    """One province's server as a device sees it. Not for two threads at once."""

    def __init__(
        self,
        address: str,
        *,
        device: str = "",
        private_key: bytes = b"",
        server_key: str = "",
        stop: threading.Event | None = None,
        authority: str = "",
    ) -> None:
        self.address = address.rstrip("/")
        self._device = device
        self._private_key = private_key
        self._server_key = server_key
        self._stop = stop or threading.Event()
        self._token = ""
        self._skew: int | None = None
        from ocop_desktop.sync import patience  # here and not above: it costs every start a tenth of its time

        self._watch = patience.Watch()
        self._session = patience.WatchedSession(self._watch)
        if authority:
            trust.believe(self._session, authority, self._watch)
        self.told: Callable[[], protocol.Told] = protocol.Told
        self.bytes_sent = 0
        self.bytes_received = 0

    def close(self) -> None:
        """Give the connections back."""
        self._session.close()

    # --- who is there -----------------------------------------------------------------------------------------------

    def hello(self, client_time: str, *, tries: int = 0, timeout: tuple[float, float] = TIMEOUT) -> protocol.Hello:
        """Ask what the server speaks. ``SyncError``: ``sync.too_old``, ``sync.server_old``, ``sync.wrong_server``."""
        query = {"client_time": client_time}
        response = self._send("GET", "/v1/hello", None, {}, query=query, signed_in=False, tries=tries, timeout=timeout)
        hello = _decode(response.content, protocol.Hello)
        if hello.protocol_min > protocol.PROTOCOL_MAX:
            raise SyncError("sync.too_old", needs=hello.min_app)
        if hello.protocol_max < protocol.PROTOCOL_MIN:
            raise SyncError("sync.server_old")
        if self._server_key and hello.public_key != self._server_key:
            raise SyncError("sync.wrong_server")
        self._skew = hello.skew_seconds
        return hello

    def enrol(self, request: protocol.EnrolRequest) -> protocol.EnrolAnswer:
        """Make this PC known by a one-time code. ``SyncError``: ``sync.code`` when the code is unknown or used."""
        try:
            return self._post("/v1/enrol", request, protocol.EnrolAnswer, signed_in=False)
        except SyncError as error:
            if error.code in {"sync.not_allowed", "sync.not_found", "sync.gone", "sync.rejected"}:
                raise SyncError("sync.code") from error
            raise

    def _sign_in(self) -> None:
        request = protocol.ChallengeRequest(device=self._device)
        challenge = self._post("/v1/token/challenge", request, protocol.Challenge, signed_in=False).challenge
        key = Ed25519PrivateKey.from_private_bytes(self._private_key)
        signature = base64.b64encode(key.sign(protocol.token_bytes(challenge))).decode("ascii")
        answer = protocol.TokenRequest(
            device=self._device,
            challenge=challenge,
            signature=signature,
            app=__version__,
            skew_seconds=self._skew,
            **msgspec.structs.asdict(self.told()),
        )
        self._token = self._post("/v1/token", answer, protocol.Token, signed_in=False).token

    # --- records ----------------------------------------------------------------------------------------------------

    def push(self, batch: str, data: bytes) -> tuple[protocol.Receipt, bytes]:
        """Send a frozen batch; the receipt, checked against the province's key, and its bytes to keep."""
        response = self._send(
            "POST", "/v1/sync/push", data, {protocol.IDEMPOTENCY_KEY: batch, "Content-Type": "application/json"}
        )
        receipt = _decode(response.content, protocol.Receipt)
        check_receipt(self._server_key, receipt, response.content)
        if receipt.batch != batch:
            raise SyncError("sync.wrong_answer")
        return receipt, response.content

    def changes(self, unit: str, after: int, limit: int) -> protocol.Changes:
        """The next page of what changed at the province."""
        return self._get("/v1/sync/changes", protocol.Changes, {"unit": unit, "after": after, "limit": limit})

    def units(self) -> protocol.Units:
        """The units this device may read, each with its last number."""
        return self._get("/v1/sync/units", protocol.Units, {})

    def conflicts(self, unit: str) -> protocol.Conflicts:
        """What lost at the province and waits for a person."""
        return self._get("/v1/sync/conflicts", protocol.Conflicts, {"unit": unit})

    def digest(self, unit: str) -> protocol.Digest:
        """Count and hash of what the province holds of a unit."""
        request = protocol.DigestRequest(unit=unit, **msgspec.structs.asdict(self.told()))
        return self._post("/v1/sync/digest", request, protocol.Digest)

    def whole_digest(self) -> protocol.Digest:
        """Count and hash of everything the province holds for this device; an older server tells of its own unit."""
        request = protocol.DigestRequest(whole=True, **msgspec.structs.asdict(self.told()))
        return self._post("/v1/sync/digest", request, protocol.Digest)

    def rules(self) -> bytes:
        """The province's newest rule pack."""
        return self._send("GET", "/v1/rules", None, {}, longest=LONGEST_FILE).content

    def programs(self) -> tuple[protocol.ProgramOffer, ...]:
        """The newest version of the program for each system."""
        return self._get("/v1/programs", protocol.Programs, {}).items

    def program_part(self, offer: protocol.ProgramOffer, start: int, end: int) -> bytes:
        """Some bytes of the file of a version; ``SyncError("sync.wrong_answer")`` when they are not what was asked for."""
        answer = self._send(
            "GET", f"/v1/programs/{offer.system}/{offer.number}", None, {"Range": f"bytes={start}-{end - 1}"}
        )
        if answer.status != 206 or len(answer.content) != end - start:
            raise SyncError("sync.wrong_answer")
        return answer.content

    def inventory(self, unit: str) -> protocol.Inventory:
        """Every id and revision the province holds of a unit."""
        return self._post("/v1/sync/inventory", protocol.InventoryRequest(unit=unit), protocol.Inventory)

    # --- files (tus 1.0.0) ------------------------------------------------------------------------------------------

    def missing(self, contents: tuple[str, ...], unit: str = "") -> set[str]:
        """Which contents (SHA-256, hex) of a unit, or of the device's own, the province does not have whole."""
        request = protocol.MissingRequest(sha256=contents, unit=unit)
        return set(self._post("/v1/files/missing", request, protocol.Missing).sha256)

    def start_upload(self, sha256: str, size: int) -> str | None:
        """Begin an upload: its address, or None when the province already has this content."""
        headers = {
            "Upload-Length": str(size),
            "Upload-Metadata": protocol.upload_metadata(sha256=sha256),
            protocol.TUS_RESUMABLE: protocol.TUS_VERSION,
        }
        response = self._send("POST", "/v1/files", b"", headers)
        if response.headers.get(protocol.UPLOAD_STORED) == "true":
            return None
        upload = response.headers.get("Location", "")
        if not upload or not self._url(upload).startswith(f"{self.address}/"):
            raise SyncError("sync.wrong_answer")  # kept, it would be asked again in every round
        return upload

    def upload_offset(self, upload: str) -> int:
        """How many bytes of an upload the province holds. ``SyncError``: ``sync.gone`` when it must begin anew."""
        try:
            response = self._send("HEAD", upload, None, {protocol.TUS_RESUMABLE: protocol.TUS_VERSION})
        except SyncError as error:
            raise SyncError("sync.gone") if error.code == "sync.not_found" else error from error
        return _offset(response)

    def send_chunk(self, upload: str, offset: int, chunk: bytes) -> int:
        """Send one chunk, once; the new offset. Any failure: ask ``upload_offset`` and go on from there."""
        headers = {
            "Content-Type": "application/offset+octet-stream",
            "Upload-Offset": str(offset),
            "Upload-Checksum": protocol.upload_checksum(chunk),
            protocol.TUS_RESUMABLE: protocol.TUS_VERSION,
        }
        return _offset(self._send("PATCH", upload, chunk, headers, tries=1))

    def file(self, sha256: str) -> bytes:
        """A content that another PC of the unit sent."""
        return self._send("GET", f"/v1/files/{sha256}", None, {}, longest=LONGEST_FILE).content

    # --- packages ---------------------------------------------------------------------------------------------------

    def rescue(self, package: IO[bytes], size: int) -> str:
        """Give a package of ``size`` bytes to the province's quarantine; its id there. No token is needed."""
        headers = {"Content-Type": "application/octet-stream", "Content-Length": str(size)}
        return _decode(
            self._send("POST", "/v1/rescue", package, headers, signed_in=False, tries=1).content, Rescue
        ).rescue

    # --- one request ------------------------------------------------------------------------------------------------

    def _get(self, path: str, kind: type[T], query: Mapping[str, object], *, signed_in: bool = True) -> T:
        response = self._send("GET", path, None, {}, query=query, signed_in=signed_in)
        return _decode(response.content, kind)

    def _post(self, path: str, message: protocol.Message, kind: type[T], *, signed_in: bool = True) -> T:
        headers = {"Content-Type": "application/json"}
        response = self._send("POST", path, protocol.encode(message), headers, signed_in=signed_in)
        return _decode(response.content, kind)

    def _send(
        self,
        method: str,
        path: str,
        data: bytes | IO[bytes] | None,
        headers: dict[str, str],
        *,
        query: Mapping[str, object] | None = None,
        signed_in: bool = True,
        tries: int = 0,
        timeout: tuple[float, float] = TIMEOUT,
        longest: float = 0.0,
    ) -> Answer:
        if isinstance(data, bytes) and len(data) >= GZIP_FROM and headers.get("Content-Type") == "application/json":
            data = gzip.compress(data, 6, mtime=0)
            headers = {**headers, "Content-Encoding": "gzip"}
        if isinstance(data, bytes) and data:
            headers = {**headers, protocol.CONTENT_DIGEST: protocol.content_digest(data)}
        url = self._url(path)
        if not url.startswith(self.address + "/"):
            raise SyncError("sync.wrong_answer")  # an upload address elsewhere would carry the token away

        def once() -> Answer:
            if signed_in and not self._token:
                self._sign_in()
            bearer = {"Authorization": f"Bearer {self._token}"} if signed_in else {}
            return self._once(method, url, data, {**headers, **bearer}, query, timeout, longest)

        try:
            return self._patiently(once, tries)
        except SyncError as error:
            if error.code != "sync.token" or not signed_in:
                raise
            self._token = ""  # expired in the middle of a round: sign in again, the same bytes go on
            return self._patiently(once, tries)

    def _url(self, path: str) -> str:
        return path if path.startswith("http") else self.address + path

    def _patiently(self, once: Callable[[], Answer], tries: int) -> Answer:
        most, tried, waited = tries or TRIES, 0, 0
        while True:
            if self._stop.is_set():
                raise SyncError("sync.stopped")
            try:
                return once()
            except SyncError as error:
                pause = error.details.get("retry_after")
                too_soon = error.details.get("status") == 429 and isinstance(pause, int) and waited < MOST_WAITS
                waited, tried = waited + too_soon, tried + (not too_soon)
                if error.code not in _AGAIN or tried >= most:
                    raise
                if isinstance(pause, int) and pause > LONGEST_WAIT:
                    raise  # longer than a person waits at a button
                seconds = float(pause) if isinstance(pause, int) else 2 ** (tried - 1)
                self._stop.wait(seconds * random.uniform(1.0, 1.5))

    def _once(
        self,
        method: str,
        url: str,
        data: bytes | IO[bytes] | None,
        headers: dict[str, str],
        query: Mapping[str, object] | None,
        timeout: tuple[float, float],
        longest: float,
    ) -> Answer:
        answer = self._exchange(method, url, data, headers, query, timeout, longest)
        self.bytes_sent += len(data) if isinstance(data, bytes) else int(headers.get("Content-Length", 0))
        self.bytes_received += len(answer.content)
        if answer.headers.get(protocol.SERVER) != "1":
            if answer.status in {408, 413, 429, 502, 503, 504}:  # a proxy's own refusal
                raise SyncError(BY_STATUS[answer.status], status=answer.status, **waits(answer))
            raise SyncError("sync.portal")
        if 200 <= answer.status < 300:
            return answer
        raise refusal(answer)

    def _exchange(
        self,
        method: str,
        url: str,
        data: bytes | IO[bytes] | None,
        headers: dict[str, str],
        query: Mapping[str, object] | None,
        timeout: tuple[float, float],
        longest: float,
    ) -> Answer:
        """Send a request and read its whole answer, as large and as slow as ``patience`` allows."""
        from requests import exceptions

        from ocop_desktop.sync import patience

        self._watch.over, self._watch.seconds = False, longest or patience.LONGEST_ANSWER
        try:
            with self._session.request(
                method,
                url,
                data=data,
                headers=headers,
                params={key: str(value) for key, value in (query or {}).items()},
                timeout=timeout,
                allow_redirects=False,  # a login page redirects; a server of ours never does
                stream=True,
            ) as response:
                content = patience.read(response, self._stop, patience.MOST_ANSWER)
                return patience.Answer(response.status_code, response.headers, content)
        except exceptions.RequestException as error:
            if self._watch.over:
                raise SyncError("sync.busy") from error
            if isinstance(error, exceptions.SSLError):
                raise SyncError(trust.fault_code(error)) from error
            if isinstance(error, exceptions.ProxyError):
                raise SyncError("sync.proxy") from error
            if isinstance(error, exceptions.InvalidURL | exceptions.InvalidSchema | exceptions.MissingSchema):
                raise SyncError("sync.address") from error
            if isinstance(error, exceptions.ContentDecodingError):
                raise SyncError("sync.wrong_answer") from error
            raise SyncError("sync.offline") from error
        finally:
            self._watch.end()


def check_receipt(server_key: str, receipt: protocol.Receipt, answer: bytes) -> None:
    """``SyncError("sync.wrong_server")`` when the province's key (Ed25519, base64) did not sign this answer."""
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(server_key))
        key.verify(base64.b64decode(receipt.signature), protocol.receipt_bytes(answer))
    except (InvalidSignature, ValueError) as error:
        raise SyncError("sync.wrong_server") from error


def _offset(answer: Answer) -> int:
    """How far an upload is, as the province says. ``SyncError``: ``sync.wrong_answer``."""
    said = answer.headers.get("Upload-Offset", "")
    if not (said.isascii() and said.isdigit() and len(said) <= 15):
        raise SyncError("sync.wrong_answer")
    return int(said)


def _decode(data: bytes, kind: type[T]) -> T:
    try:
        return protocol.decode(data, kind)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise SyncError("sync.wrong_answer") from error
