"""The OWASP API Security Top 10 of 2023, walked one by one: what is tried, and that it is closed.

Beside what is here, ``tests/faults.toml`` names the tests elsewhere that close a part of each point.
"""

import ast
import base64
import gzip
import hashlib
import json
import socket
import time
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

import ocop_desktop.server
from ocop_desktop import protocol
from ocop_desktop.server.app import create
from tests.server.conftest import Clock, Province
from tests.server.stranger import Stranger, move, new_id, patch, text64
from tests.server.stranger import create as making

OURS, THEIRS = "02275", "02281"
CONTENT = b"%PDF-1.4 giay to cua xa khac"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
OPEN = {"/v1/hello", "/health", "/v1/enrol", "/v1/token/challenge", "/v1/token", "/v1/rescue", "/schema", "/metrics"}
"""What answers without a token; the console has its own password, and ``/metrics`` is for this machine alone."""


def routes(province: Province) -> list[Any]:
    """Every address that is served."""
    application = create(province.settings)
    application.state.service.close()
    return list(application.routes)


def upload(pc: Stranger, content: bytes = CONTENT) -> str:
    """Begin an upload: its address."""
    metadata = protocol.upload_metadata(sha256=hashlib.sha256(content).hexdigest())
    headers = {**pc.bearer, "Tus-Resumable": "1.0.0", "Upload-Length": str(len(content)), "Upload-Metadata": metadata}
    answer = pc.http.post("/v1/files", headers=headers)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["Location"])


# --- API1: broken object level authorisation ---------------------------------------------------------------------------


def test_api1_another_units_objects_are_out_of_reach(province: Province, pc: Stranger) -> None:
    other = province.device(THEIRS)
    record = new_id()
    assert other.push(making(record, unit=THEIRS))[0].status == "applied"
    address = upload(other)
    # records
    assert pc.push(patch(record, 1, {"name": "x"}))[0].status == "rejected"
    assert pc.push(patch(record, 1, {"name": "x"}, unit=THEIRS))[0].code == "scope.outside"
    assert pc.push(making(record))[0].status != "applied", "nor under the own unit by a known number"
    for path in ("/v1/sync/changes", "/v1/sync/conflicts"):
        assert pc.get(path, unit=THEIRS).status_code == 403
    for path in ("/v1/sync/digest", "/v1/sync/inventory"):
        assert pc.post(path, {"unit": THEIRS}).status_code == 403
    assert pc.post("/v1/files/missing", {"sha256": [SHA256], "unit": THEIRS}).status_code == 403
    # uploads and files
    tus = {**pc.bearer, "Tus-Resumable": "1.0.0"}
    assert pc.http.head(address, headers=tus).status_code == 404
    assert pc.http.delete(address, headers=tus).status_code == 404
    chunk = {**tus, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    assert pc.http.patch(address, content=CONTENT, headers=chunk).status_code == 404
    done = other.http.patch(address, content=CONTENT, headers={**chunk, **other.bearer})
    assert done.status_code == 204, done.text
    assert other.http.get(f"/v1/files/{SHA256}", headers=other.bearer).content == CONTENT
    assert pc.http.get(f"/v1/files/{SHA256}", headers=pc.bearer).status_code == 404, "knowing a hash opens nothing"
    # what the other one was answered
    assert other.pull().items[0].body["name"] == "Hợp tác xã Tân Trào"
    assert pc.pull().items == ()


def test_api1_anothers_batch_number_gets_nobodys_answer(province: Province, pc: Stranger) -> None:
    other = province.device(THEIRS)
    key, body = new_id(), other.freeze(making(new_id(), unit=THEIRS))
    assert other.send(body, key).status_code == 200
    answer = pc.send(body, key)
    assert answer.headers.get("Idempotency-Replayed") is None
    assert answer.status_code in {403, 422} or {each["code"] for each in answer.json()["results"]} <= {
        "scope.outside",
        "op.other_device",
    }, answer.text


# --- API2: broken authentication ---------------------------------------------------------------------------------------


def test_api2_a_token_is_of_one_device_one_purpose_and_one_hour(province: Province, pc: Stranger, clock: Clock) -> None:
    token = pc.token
    for altered in (token[:-1] + ("0" if token[-1] != "0" else "1"), token + "0", token.upper(), ".", "a.b.c.d"):
        answer = pc.http.get("/v1/sync/changes", headers={"Authorization": f"Bearer {altered}"})
        assert answer.status_code == 401
    device, expires, *rest = token.split(".")
    later = ".".join([device, str(int(expires) + 10**6), *rest])
    assert pc.http.get("/v1/sync/changes", headers={"Authorization": f"Bearer {later}"}).status_code == 401
    challenge = pc.post("/v1/token/challenge", {"device": pc.device}).json()["challenge"]
    assert pc.http.get("/v1/sync/changes", headers={"Authorization": f"Bearer {challenge}"}).status_code == 401
    clock.forward(hours=1, seconds=1)
    assert pc.get("/v1/sync/changes").status_code == 401


def ask(pc: Stranger, device: str, challenge: str, signature: bytes) -> int:
    """Ask for a token: the status."""
    asked = {"device": device, "challenge": challenge, "signature": text64(signature)}
    return int(pc.post("/v1/token", asked).status_code)


def test_api2_a_signature_is_for_one_challenge_of_one_device(province: Province, pc: Stranger, clock: Clock) -> None:
    other = province.device(THEIRS)

    def challenge(of: Stranger) -> str:
        return str(of.post("/v1/token/challenge", {"device": of.device}).json()["challenge"])

    def signed(by: Stranger, text: str) -> bytes:
        return by.key.sign(protocol.token_bytes(text))

    one, two = challenge(pc), challenge(pc)
    assert ask(pc, pc.device, two, signed(pc, one)) == 401, "of another challenge"
    assert ask(pc, pc.device, one, pc.key.sign(one.encode())) == 401, "of bare words: a signature for something else"
    assert ask(pc, pc.device, one, signed(other, one)) == 401, "by another key"
    assert ask(pc, other.device, one, signed(other, one)) == 401, "of another device's challenge"
    assert ask(pc, pc.device, pc.token, signed(pc, pc.token)) == 401, "a token is no challenge"
    assert ask(pc, pc.device, one, signed(pc, one)) == 200
    clock.forward(seconds=121)
    assert ask(pc, pc.device, two, signed(pc, two)) == 401, "two minutes later it is worth nothing"


def test_api2_a_challenge_serves_once(province: Province, pc: Stranger) -> None:
    challenge = pc.post("/v1/token/challenge", {"device": pc.device}).json()["challenge"]
    signature = pc.key.sign(protocol.token_bytes(challenge))
    assert ask(pc, pc.device, challenge, signature) == 200
    assert ask(pc, pc.device, challenge, signature) == 401


def test_api2_secrets_are_compared_in_constant_time() -> None:
    """No secret meets ``==``: neither a MAC, a token, a code, a password nor a signature."""
    found = []
    for path in Path(str(ocop_desktop.server.__file__)).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Compare) or not all(isinstance(op, ast.Eq | ast.NotEq) for op in node.ops):
                continue
            words = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            words |= {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
            if "unseal" in words:  # compares the MAC itself, in constant time, and gives the device
                continue
            if words & {"mac", "token", "secret", "password", "signature", "session", "verifier"}:
                found.append(f"{path.name}:{node.lineno}: {ast.unparse(node)}")
    assert found == []


# --- API3: broken object property level authorisation -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "fields"),
    [
        ("recognition", {"stars": 5, "decision_no": "1/QĐ-UBND"}),
        ("council_result", {"score": 10000}),
        ("council_sheet", {"score.a": 1}),
    ],
)
def test_api3_a_commune_sets_no_field_that_others_decide(pc: Stranger, type_: str, fields: dict[str, object]) -> None:
    assert pc.push(making(new_id(), type_, fields=fields))[0].status == "rejected"


def test_api3_a_state_is_no_field(pc: Stranger) -> None:
    """A commune brings a dossier back with the state it had when the province lost it; it changes none by itself."""
    record = new_id()
    assert pc.push(making(record, "dossier", fields={"state": "open", "year": 2026}))[0].status == "applied"
    assert pc.push(patch(record, 1, {"state": "accepted"}, "dossier"))[0].status == "rejected"
    for state in ("accepted", "returned", "recognised"):
        assert pc.push(move(record, 1, "open", state))[0].status in {"rejected", "conflict"}, state
    assert pc.pull().items[0].body["state"] == "open"


def test_api3_who_and_when_come_from_the_server(province: Province, pc: Stranger) -> None:
    record = new_id()
    operation = protocol.Op(
        op=new_id(), record=record, type="producer", unit=OURS, kind="create",
        fields={"name": "Hợp tác xã", "rev": 99, "seq": 99, "device": "tinh"}, at="1999-01-01T00:00:00Z", by="Chủ tịch",
    )  # fmt: skip
    body = json.loads(pc.freeze(operation))
    body["ops"][0] |= {"seq": 99, "rev": 99, "device": "tinh"}
    body["device"] = "tinh"
    assert pc.send(json.dumps(body).encode(), new_id()).status_code == 200
    (change,) = pc.pull().items
    assert (change.rev, change.seq, change.device) == (1, 1, pc.device)
    assert change.at.startswith("2026-03-09")


# --- API4: unrestricted resource consumption ------------------------------------------------------------------------------


def test_api4_bodies_pages_and_packed_bodies_have_limits(province: Province, pc: Stranger) -> None:
    limits = province.settings.limits
    assert pc.send(b" " * (limits.body + 1), new_id()).status_code == 413
    bomb = gzip.compress(b" " * (limits.decoded + 1))
    assert pc.send(bomb, new_id(), **{"Content-Encoding": "gzip"}).status_code == 413
    assert pc.send(b" " * 100, new_id(), **{"Content-Encoding": "br"}).status_code == 415
    many = [making(new_id()) for _ in range(limits.page + 20)]
    pc.push(*many)
    assert len(pc.get("/v1/sync/changes", limit=10**9).json()["items"]) == limits.page
    asked = {"sha256": ["0" * 64] * 200_000}
    assert pc.post("/v1/files/missing", asked).status_code in {413, 422}


def test_api4_a_body_that_never_ends_is_cut(province: Province, pc: Stranger) -> None:
    def endless():  # type: ignore[no-untyped-def]
        for _ in range(10_000):
            yield b" " * 65536

    answer = pc.http.post("/v1/enrol", content=endless())
    assert answer.status_code == 413


# --- API5: broken function level authorisation ---------------------------------------------------------------------------


def test_api5_every_address_asks_who_speaks(province: Province) -> None:
    nobody = province.stranger()
    tried = 0
    for route in routes(province):
        path = str(route.path_format)
        for method in getattr(route, "methods", ()):
            address = path.replace("{", "").replace("}", "")
            if method == "OPTIONS" or path.startswith(("/schema", "/console")) or path in OPEN:
                continue
            tried += 1
            answer = nobody.http.request(method, address)
            assert answer.status_code in {401, 404}, f"{method} {path}: {answer.status_code}"
            if path.startswith("/v1/sync"):
                assert answer.status_code == 401
    assert tried >= 10


def test_api5_a_commune_is_no_province(province: Province, pc: Stranger) -> None:
    assert pc.get("/v1/sync/units").json()["units"][0]["unit"] == OURS
    assert len(pc.get("/v1/sync/units").json()["units"]) == 1
    for path in ("/console", "/metrics"):
        answer = pc.http.get(path, headers={**pc.bearer, "X-Forwarded-For": "203.0.113.9"})
        assert answer.status_code == 404 or "password" in answer.text, path
    pack = pc.http.post("/v1/rules", headers=pc.bearer, content=b"x")
    assert pack.status_code == 405, "rules are published from the server's own terminal"


# --- API6: unrestricted access to sensitive flows ------------------------------------------------------------------------


def test_api6_codes_cannot_be_guessed(province: Province) -> None:
    guessing = province.stranger()
    statuses = [guessing.ask_enrolment(f"AAAA-{number:04}").status_code for number in range(30)]
    assert statuses[-1] == 429, "an address that guesses is slowed"
    alphabet, length = 32, len("".join(c for c in province.code() if c.isalnum()))
    assert alphabet**length > 10**11, "and a year of guessing finds none"


# --- API7: server side request forgery -------------------------------------------------------------------------------------


def test_api7_the_server_asks_nobody() -> None:
    """No module of the server can fetch an address: it has no HTTP client, and nothing sent is taken for one."""
    clients = {"requests", "httpx", "urllib.request", "http.client", "aiohttp", "urllib3", "ftplib", "smtplib"}
    for path in Path(str(ocop_desktop.server.__file__)).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [each.name for each in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not clients & set(names), f"{path.name}: {names}"


# --- API8: security misconfiguration ---------------------------------------------------------------------------------------


def test_api8_headers_and_errors_give_nothing_away(province: Province, pc: Stranger) -> None:
    for answer in (
        pc.http.get("/v1/hello"),
        pc.http.get("/nowhere"),
        pc.http.get("/v1/sync/changes"),
        pc.http.request("TRACE", "/v1/hello"),
        pc.http.get("/v1/sync/changes", params={"after": "x"}, headers=pc.bearer),
        pc.send(b"{", new_id()),
        pc.http.get("/v1/files/%2e%2e%2f%2e%2e%2fetc%2fpasswd", headers=pc.bearer),
    ):
        assert "Traceback" not in answer.text and ".py" not in answer.text
        assert str(province.settings.data) not in answer.text
        assert "uvicorn" not in answer.headers.get("server", "").lower()
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
        if answer.status_code >= 400:
            assert answer.headers["Content-Type"].startswith("application/problem+json")


# --- API9: improper inventory management ------------------------------------------------------------------------------------


def test_api9_what_is_served_is_what_is_documented(province: Province, pc: Stranger) -> None:
    documented = set(pc.http.get("/schema/openapi.json").json()["paths"])
    served = {str(route.path_format) for route in routes(province)}
    hidden = {path for path in served - documented if not path.startswith(("/schema", "/console"))}
    assert {path.replace(":str", "") for path in hidden} <= {"/metrics"}
    assert all(path.startswith(("/v1/", "/health")) for path in documented), "one version, in every address"


# --- API10: unsafe consumption of APIs ---------------------------------------------------------------------------------------


def test_api10_a_key_that_is_no_key_and_a_signature_that_is_none(province: Province, pc: Stranger) -> None:
    for key in ("", "AAAA", "ä", base64.b64encode(bytes(31)).decode(), "A" * 10_000):
        stranger = province.stranger()
        request = {"code": province.code(), "device_name": "x", "replica": new_id(), "public_key": key, "app": "1"}
        assert stranger.post("/v1/enrol", request).status_code == 422
    challenge = pc.post("/v1/token/challenge", {"device": pc.device}).json()["challenge"]
    for signature in ("", "AAAA", "ä", "A" * 10_000, text64(bytes(64))):
        asked = {"device": pc.device, "challenge": challenge, "signature": signature}
        assert pc.post("/v1/token", asked).status_code == 401


# --- slow lines, and what is written down -----------------------------------------------------------------------------------


def test_a_request_that_drips_holds_up_nobody(province: Province, pc: Stranger) -> None:
    parts = urlsplit(province.address)
    lines = [socket.create_connection((parts.hostname, parts.port)) for _ in range(60)]
    try:
        for line in lines:
            line.sendall(b"POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n{")
        began = time.monotonic()
        assert pc.http.get("/v1/hello").status_code == 200
        assert pc.push(making(new_id()))[0].status == "applied"
        assert time.monotonic() - began < 5
    finally:
        for line in lines:
            with closing(line):
                pass
