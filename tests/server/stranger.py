"""A client written from the documentation alone: what another program would send, over a real line."""

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

import httpx
import msgspec
import uuid6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ocop_desktop import protocol
from ocop_desktop.protocol import Op, Push, Receipt, Result


def new_id() -> str:
    """A fresh UUIDv7."""
    return str(uuid6.uuid7())


def text64(data: bytes) -> str:
    """Base64 as text."""
    return base64.b64encode(data).decode()


def create(record: str, type_: str = "producer", unit: str = "02275", **more: Any) -> Op:
    """An operation that brings a record."""
    fields = more.pop("fields", {"name": "Hợp tác xã Tân Trào"})
    return Op(op=new_id(), record=record, type=type_, unit=unit, kind="create", fields=fields, **more)


def patch(record: str, base_rev: int, fields: Mapping[str, Any], type_: str = "producer", **more: Any) -> Op:
    """An operation that changes fields."""
    unit = more.pop("unit", "02275")
    return Op(
        op=new_id(), record=record, type=type_, unit=unit, kind="patch", base_rev=base_rev, fields=dict(fields), **more
    )


def move(record: str, base_rev: int, before: str, after: str, **more: Any) -> Op:
    """An operation that changes a dossier's state."""
    return Op(
        op=new_id(),
        record=record,
        type="dossier",
        unit="02275",
        kind="move",
        base_rev=base_rev,
        fields={"state": after},
        expect={"state": before},
        **more,
    )


def remove(record: str, base_rev: int, type_: str = "producer", **more: Any) -> Op:
    """An operation that deletes."""
    return Op(op=new_id(), record=record, type=type_, unit="02275", kind="delete", base_rev=base_rev, **more)


class Stranger:
    """A device, its key and its line."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client(base_url=address, timeout=30)
        self.key = Ed25519PrivateKey.generate()
        self.replica = new_id()
        self.device = self.token = ""

    def close(self) -> None:
        """Hang up."""
        self.http.close()

    @property
    def public_key(self) -> str:
        """The device's key, base64."""
        return text64(self.key.public_key().public_bytes_raw())

    @property
    def bearer(self) -> dict[str, str]:
        """The header that says who speaks."""
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, path: str, message: Any, **headers: str) -> httpx.Response:
        """Post a message with the token there is."""
        all_headers = {**self.bearer, **headers} if self.token else headers
        return self.http.post(path, content=protocol.canonical(message), headers=all_headers)

    def get(self, path: str, **parameters: Any) -> httpx.Response:
        """Ask with the token."""
        return self.http.get(path, params=parameters, headers=self.bearer)

    def ask_enrolment(self, code: str, headers: dict[str, str] | None = None) -> httpx.Response:
        """Try a code."""
        request = {
            "code": code,
            "device_name": "Máy bộ phận một cửa",
            "replica": self.replica,
            "public_key": self.public_key,
            "app": "0.1",
        }
        return self.http.post("/v1/enrol", json=request, headers=headers)

    def enrol(self, code: str) -> "Stranger":
        """Become a device and sign in."""
        answer = self.ask_enrolment(code)
        assert answer.status_code == 200, answer.text
        self.device = answer.json()["device"]
        self.sign_in()
        return self

    def ask_token(self) -> httpx.Response:
        """Sign a challenge."""
        challenge = self.post("/v1/token/challenge", {"device": self.device}).json()["challenge"]
        signature = text64(self.key.sign(b"ocop-desktop/token/v1\x00" + challenge.encode()))
        return self.post("/v1/token", {"device": self.device, "challenge": challenge, "signature": signature})

    def sign_in(self) -> None:
        """Get a token."""
        answer = self.ask_token()
        assert answer.status_code == 200, answer.text
        self.token = answer.json()["token"]

    def freeze(self, *ops: Op) -> bytes:
        """The bytes of a push."""
        message = Push(replica=self.replica, app="0.1", schema=1, client_time="2026-03-09T02:30:00Z", ops=ops)
        return protocol.encode(message)

    def send(self, body: bytes, key: str, **headers: str) -> httpx.Response:
        """Send a push's bytes."""
        digest = f"sha-256=:{text64(hashlib.sha256(body).digest())}:"
        sent = {"Idempotency-Key": key, "Content-Digest": digest, "Content-Type": "application/json"}
        return self.http.post("/v1/sync/push", content=body, headers={**self.bearer, **sent, **headers})

    def push(self, *ops: Op) -> tuple[Result, ...]:
        """Send operations in a new batch; the results."""
        return self.receipt(*ops).results

    def receipt(self, *ops: Op) -> Receipt:
        """Send operations; the receipt, its signature checked."""
        answer = self.send(self.freeze(*ops), new_id())
        assert answer.status_code == 200, answer.text
        receipt = msgspec.json.decode(answer.content, type=Receipt)
        server_key = base64.b64decode(self.http.get("/v1/hello").json()["public_key"])
        signed = protocol.receipt_bytes(answer.content)
        Ed25519PublicKey.from_public_bytes(server_key).verify(base64.b64decode(receipt.signature), signed)
        assert [result.op for result in receipt.results] == [op.op for op in ops]
        return receipt

    def pull(self, after: int = 0, limit: int = 200) -> protocol.Changes:
        """One page."""
        answer = self.get("/v1/sync/changes", after=after, limit=limit)
        assert answer.status_code == 200, answer.text
        return msgspec.json.decode(answer.content, type=protocol.Changes)

    def begin_upload(self, content: bytes, **metadata: str) -> httpx.Response:
        """Begin to send a file."""
        named = {"sha256": hashlib.sha256(content).hexdigest(), **metadata}
        headers = {
            "Tus-Resumable": "1.0.0",
            "Upload-Length": str(len(content)),
            "Upload-Metadata": ",".join(f"{key} {text64(value.encode())}" for key, value in named.items()),
        }
        return self.http.post("/v1/files", headers={**self.bearer, **headers})

    def send_chunk(self, location: str, offset: int, chunk: bytes, checksum: bytes | None = None) -> httpx.Response:
        """Send one chunk; ``checksum`` as if of these bytes."""
        digest = hashlib.sha256(chunk if checksum is None else checksum).digest()
        headers = {
            "Tus-Resumable": "1.0.0",
            "Upload-Offset": str(offset),
            "Upload-Checksum": f"sha256 {text64(digest)}",
            "Content-Type": "application/offset+octet-stream",
        }
        return self.http.patch(location, content=chunk, headers={**self.bearer, **headers})

    def offset(self, location: str) -> int:
        """How far an upload is."""
        answer = self.http.head(location, headers={**self.bearer, "Tus-Resumable": "1.0.0"})
        assert answer.status_code == 200, answer.status_code
        return int(answer.headers["Upload-Offset"])
