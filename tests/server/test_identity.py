"""Enrolment, tokens, revocation, hello, and how errors look."""

import threading
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from ocop_desktop import protocol
from ocop_desktop.server import accounts
from ocop_desktop.server.identity import Identity
from tests.server.conftest import Clock, Province
from tests.server.stranger import Stranger, create, new_id


def test_hello_says_who_and_measures_the_clock(province: Province) -> None:
    answer = province.stranger().http.get("/v1/hello", params={"client_time": "2026-03-09T02:40:00Z"})
    assert answer.headers["OCOP-Server"] == "1"
    hello = msgspec.json.decode(answer.content, type=protocol.Hello)
    assert (hello.protocol_min, hello.protocol_max, hello.skew_seconds) == (1, 1, 600)
    assert (hello.province, hello.province_name, hello.files_wait) == ("08", "Tuyên Quang", False)
    for odd in ("", "hôm nay", "0001-01-01T00:00:00+14:00", "2026-03-09T02:30:00"):
        assert province.stranger().http.get("/v1/hello", params={"client_time": odd}).status_code == 200


def test_a_code_makes_one_device(province: Province) -> None:
    code = province.code("02275")
    pc = province.stranger()
    answer = pc.ask_enrolment(code.lower().replace("-", " ")).json()
    assert (answer["unit"], answer["units"], answer["unit_name"]) == ("02275", ["02275"], "Xã Tân Trào")
    assert pc.ask_enrolment(code).json()["device"] == answer["device"]
    other = province.stranger().ask_enrolment(code)
    assert (other.status_code, other.json()["code"]) == (410, "enrol.used_code")


def test_a_code_used_twice_at_once_makes_one_device(province: Province) -> None:
    code, gate = province.code(), threading.Barrier(5)
    strangers = [province.stranger() for _ in range(5)]

    def enrol(stranger: Stranger) -> int:
        gate.wait()
        return stranger.ask_enrolment(code).status_code

    with ThreadPoolExecutor(5) as pool:
        assert sorted(pool.map(enrol, strangers)) == [200, 410, 410, 410, 410]


def test_an_old_code_is_refused(province: Province, clock: Clock) -> None:
    code = province.code(hours=1)
    clock.forward(hours=2)
    assert province.stranger().ask_enrolment(code).json()["code"] == "enrol.expired_code"


def test_guessing_codes_is_slowed(province: Province, clock: Clock) -> None:
    guesser, code = province.stranger(), province.code()
    for number in range(5):
        assert guesser.ask_enrolment(f"AAAA-BBBB-CCC{number}").status_code == 403
    waits = []
    for number in range(12):
        answer = guesser.ask_enrolment(code if number == 7 else f"AAAA-BBBB-DDD{number}")
        assert answer.status_code == 429 and answer.headers["Content-Type"] == "application/problem+json"
        waits.append(int(answer.headers["Retry-After"]))
        if number == 7:  # even the right one, while it has to wait
            continue
        clock.forward(seconds=waits[-1])
        assert guesser.ask_enrolment(f"AAAA-BBBB-EEE{number}").status_code == 403
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 256, 512, 600, 600]
    clock.forward(seconds=600)
    assert guesser.ask_enrolment(code).status_code == 200


def test_one_code_is_guarded_from_every_address(province: Province, clock: Clock) -> None:
    """Who changes the address with each try waits for the code; others, with codes of their own, do not."""
    code, others = province.code(hours=1), province.code(hours=9)
    clock.forward(hours=2)
    for number in range(5):
        tried = province.stranger().ask_enrolment(code, headers={"X-Forwarded-For": f"203.0.113.{number}"})
        assert tried.json()["code"] == "enrol.expired_code"
    elsewhere = {"X-Forwarded-For": "198.51.100.7"}
    answer = province.stranger().ask_enrolment(code.lower().replace("-", " "), headers=elsewhere)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "2")
    assert province.stranger().ask_enrolment(others, headers=elsewhere).status_code == 200


@pytest.mark.parametrize("token", ["-", "x", "a.b.c", "a.1.c.d", "é.9999999999.c.d"])
def test_a_wrong_token_is_refused(province: Province, token: str) -> None:
    stranger = province.stranger()
    answer = stranger.http.get("/v1/sync/changes", headers={b"Authorization": f"Bearer {token}".encode()})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] in {"auth.invalid", "auth.missing"}


def test_a_token_cannot_be_made_of_a_challenge_or_another_device(province: Province, pc: Stranger) -> None:
    pc.token = pc.post("/v1/token/challenge", {"device": pc.device}).json()["challenge"]
    assert pc.get("/v1/sync/changes").json()["code"] == "auth.invalid"
    other = province.stranger()
    other.device = pc.device
    assert other.ask_token().json()["code"] == "auth.invalid"


def test_a_token_ends_and_the_next_one_carries_on(pc: Stranger, clock: Clock) -> None:
    body, key = pc.freeze(create(new_id())), new_id()
    clock.forward(hours=2)
    answer = pc.send(body, key)
    assert (answer.status_code, answer.json()["code"]) == (401, "auth.expired")
    pc.sign_in()
    assert pc.send(body, key).status_code == 200


def test_tokens_outlive_a_restart(province: Province, pc: Stranger) -> None:
    province.restart()
    assert pc.get("/v1/sync/changes").status_code == 200


def test_a_withdrawn_device_is_refused_at_once(province: Province, pc: Stranger) -> None:
    province.administer(
        lambda service: service.store.write(lambda connection: accounts.revoke(connection, service.settings, pc.device))
    )
    assert pc.get("/v1/sync/changes").json()["code"] == "device.revoked"
    assert (pc.ask_token().status_code, pc.ask_token().json()["code"]) == (403, "device.revoked")


def test_a_restored_server_says_so(province: Province) -> None:
    stranger = province.stranger()
    before = stranger.http.get("/v1/hello").json()["epoch"]
    province.administer(lambda service: service.store.write(Identity.renew_epoch))
    province.restart()
    hello = stranger.http.get("/v1/hello").json()
    assert hello["epoch"] != before


def test_every_error_is_a_problem(province: Province) -> None:
    http = province.stranger().http
    for answer, status, code in (
        (http.get("/nothing"), 404, "http.not_found"),
        (http.delete("/v1/hello"), 405, "http.method"),
        (http.post("/v1/enrol", content=b"{"), 400, "body.invalid"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert answer.headers["OCOP-Server"] == "1"
        assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_bad_query_is_a_problem(pc: Stranger) -> None:
    answer = pc.get("/v1/sync/changes", after="x")
    assert (answer.status_code, answer.json()["code"]) == (400, "http.invalid")


def test_health_and_the_document(province: Province) -> None:
    http = province.stranger().http
    assert http.get("/health").json() == {"status": "ok"}
    document = http.get("/schema").json()
    assert document["openapi"].startswith("3.1")
    assert "/v1/sync/push" in document["paths"]
    references = {part["$ref"].rpartition("/")[2] for part in _references(document)}
    assert references <= document["components"]["schemas"].keys()


def _references(node: object) -> list[dict[str, str]]:
    if isinstance(node, dict):
        own = [node] if "$ref" in node else []
        return own + [found for value in node.values() for found in _references(value)]
    if isinstance(node, list):
        return [found for value in node for found in _references(value)]
    return []
