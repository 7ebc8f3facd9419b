"""What a fuzzer with a valid signature would send: texts and numbers that a database cannot hold."""

from typing import Any

import pytest

from tests.server.conftest import Province
from tests.server.stranger import Stranger, create, new_id, text64

DEEP = b"[" * 200_000
ADDRESSES = [
    "/v1/enrol",
    "/v1/token/challenge",
    "/v1/token",
    "/v1/sync/digest",
    "/v1/sync/inventory",
    "/v1/files/missing",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_endless_nesting_is_no_message(pc: Stranger, address: str) -> None:
    for body in (DEEP, b'{"unit":' + DEEP, b'{"x":' + b'{"x":' * 100_000):
        answer = pc.http.post(address, content=body, headers=pc.bearer)
        assert (answer.status_code, answer.json()["code"]) == (400, "body.invalid")


def test_endless_nesting_in_a_push(pc: Stranger) -> None:
    assert pc.send(DEEP, new_id()).json()["code"] == "body.invalid"
    frame = b'{"replica":"%s","app":"","schema":1,"client_time":"","ops":[' % new_id().encode()
    assert pc.send(frame + DEEP, new_id()).json()["code"] == "body.invalid"
    for op in (b"[" * 900 + b"]" * 900, b'{"op":' * 900 + b"1" + b"}" * 900):
        answer = pc.send(frame + op + b"]}", new_id())
        assert answer.status_code == 400 or answer.json()["results"][0]["code"] == "op.malformed"


@pytest.mark.parametrize("text", ["a\x00b", "\x00", "\u202e\ufeff", "x" * 100_000])
def test_any_text_in_what_a_pc_says_of_itself(province: Province, pc: Stranger, text: str) -> None:
    challenge = pc.post("/v1/token/challenge", {"device": pc.device}).json()["challenge"]
    signature = text64(pc.key.sign(b"ocop-desktop/token/v1\x00" + challenge.encode()))
    said: dict[str, Any] = {"device": pc.device, "challenge": challenge, "signature": signature}
    assert pc.post("/v1/token", {**said, "app": text}).status_code < 500
    other = province.stranger()
    asked = {"code": province.code(), "device_name": text, "replica": new_id(), "public_key": other.public_key}
    assert other.post("/v1/enrol", {**asked, "app": text}).status_code < 500
    assert pc.get("/v1/hello", client_time=text[:1000]).status_code < 500
    assert pc.get("/v1/sync/changes", unit=text[:1000]).status_code < 500


@pytest.mark.parametrize("number", [2**31, 2**63, -(2**63) - 1, 10**400])
def test_any_number(pc: Stranger, number: int) -> None:
    challenge = pc.post("/v1/token/challenge", {"device": pc.device}).json()["challenge"]
    signature = text64(pc.key.sign(b"ocop-desktop/token/v1\x00" + challenge.encode()))
    said = f'{{"device":"{pc.device}","challenge":"{challenge}","signature":"{signature}","skew_seconds":{number}}}'
    assert pc.http.post("/v1/token", content=said.encode()).status_code < 500
    assert pc.get("/v1/sync/changes", after=str(number)).status_code < 500
    body = pc.freeze(create(new_id(), fields={"n": 7})).replace(b'"n":7', b'"n":%d' % number)
    answer = pc.send(body, new_id())
    assert answer.status_code < 500
    record = new_id()
    base = pc.freeze(create(record, base_rev=5)).replace(b'"base_rev":5', b'"base_rev":%d' % number)
    assert pc.send(base, new_id()).status_code < 500
    headers = {**pc.bearer, "Upload-Length": str(number), "Upload-Metadata": f"sha256 {text64(b'0' * 64)}"}
    assert pc.http.post("/v1/files", headers=headers).status_code < 500


def test_half_a_character_is_refused(pc: Stranger) -> None:
    body = pc.freeze(create(new_id(), fields={"name": "?"})).replace(b'"?"', b'"\\ud800"')
    answer = pc.send(body, new_id())
    assert answer.status_code in {200, 400}
