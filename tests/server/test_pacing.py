"""One device that asks without end is slowed; everybody else, and a whole province's evening, is not."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from ocop_desktop import protocol
from ocop_desktop.errors import Refused
from ocop_desktop.server import Settings
from ocop_desktop.server.pacing import MOST, Buckets
from ocop_desktop.server.settings import Pace
from tests.server.conftest import Province
from tests.server.stranger import create, new_id, text64

SHIPPED = Settings.__dataclass_fields__
COMMUNES = 3321


class Ticks:
    """A clock for buckets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def shipped(name: str, ticks: Ticks) -> Buckets:
    """Buckets at the pace a province has that sets nothing."""
    return Buckets(SHIPPED[name].default, ticks)


def test_a_bucket_empties_and_fills() -> None:
    ticks = Ticks()
    buckets = Buckets(Pace(each_second=2, burst=3), ticks)
    for _ in range(3):
        buckets.take("a")
    with pytest.raises(Refused) as told:
        buckets.take("a")
    assert told.value.details["retry_after"] == 1
    buckets.take("b")
    ticks.now += 1
    buckets.take("a")
    buckets.take("a")
    with pytest.raises(Refused):
        buckets.take("a")


def test_who_waits_as_told_gets_in() -> None:
    ticks = Ticks()
    buckets = Buckets(Pace(each_second=0.2, burst=1), ticks)
    buckets.take("a")
    with pytest.raises(Refused) as told:
        buckets.take("a")
    assert told.value.details["retry_after"] == 5
    ticks.now += 5
    buckets.take("a")


def test_the_memory_is_bounded_and_forgets_who_was_quiet_longest() -> None:
    ticks = Ticks()
    buckets = Buckets(Pace(each_second=1, burst=1), ticks, most=100)
    buckets.take("busy")
    for number in range(10_000):
        buckets.take(f"x{number}")
        if number % 50 == 0:
            with pytest.raises(Refused):
                buckets.take("busy")
    assert len(buckets) == 100
    assert MOST > 3 * COMMUNES, "every PC of the country is remembered"


def test_an_evening_of_the_whole_country_trips_nothing() -> None:
    """3,321 communes within ten minutes, all through one address, two of them with a year's work to send."""
    ticks, chance = Ticks(), random.Random(1)
    devices, addresses = shipped("pace", ticks), shipped("address_pace", ticks)
    begins = sorted(chance.uniform(0, 600) for _ in range(COMMUNES))
    for number, at in enumerate(begins):
        ticks.now = 1000 + at
        for _ in range(3):  # hello, challenge, token
            addresses.take("10.0.0.1")
        for _ in range(500 if number % 2000 == 0 else 30):
            devices.take(f"device {number}")
    assert len(devices) == COMMUNES


@pytest.fixture
def slow_province(settings: Settings) -> Iterator[Province]:
    """A province where a device may ask four times at once and then once in five minutes."""
    pace = Pace(each_second=1 / 300, burst=4, at_once=2)
    place = Province(replace(settings, pace=pace))
    place.start()
    yield place
    place.stop()


def test_one_device_is_slowed_and_the_others_are_not(slow_province: Province) -> None:
    pc, other = slow_province.device(), slow_province.device("02281")
    statuses = [pc.get("/v1/sync/changes").status_code for _ in range(6)]
    assert statuses == [200, 200, 200, 429, 429, 429], "signing in was one of the four"
    answer = pc.send(pc.freeze(create(new_id())), new_id())
    assert answer.status_code == 429 and answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "http.too_many" and answer.json()["status"] == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 300 and answer.headers["OCOP-Server"] == "1"
    assert other.push(create(new_id(), unit="02281"))[0].status == "applied"
    assert pc.http.get("/v1/hello").status_code == 200, "who shows no token goes by its address"
    signed_in_again = pc.http.post("/v1/token/challenge", json={"device": pc.device})
    signature = text64(pc.key.sign(protocol.token_bytes(signed_in_again.json()["challenge"])))
    asked = {"device": pc.device, "challenge": signed_in_again.json()["challenge"], "signature": signature}
    assert pc.http.post("/v1/token", json=asked).status_code == 429, "a new token is no new bucket"


def test_nobody_else_can_use_up_a_devices_bucket(slow_province: Province) -> None:
    pc, stranger = slow_province.device(), slow_province.stranger()
    for _ in range(9):
        challenge = stranger.post("/v1/token/challenge", {"device": pc.device}).json()["challenge"]
        asked = {
            "device": pc.device,
            "challenge": challenge,
            "signature": text64(stranger.key.sign(protocol.token_bytes(challenge))),
        }
        assert stranger.post("/v1/token", asked).status_code == 401
        forged = pc.bearer["Authorization"][:-4] + "0000"
        assert stranger.http.get("/v1/sync/changes", headers={"Authorization": forged}).status_code == 401
    assert pc.get("/v1/sync/changes").status_code == 200


def test_a_device_has_few_requests_under_way_at_once(settings: Settings) -> None:
    place = Province(replace(settings, pace=Pace(each_second=10**6, burst=10**6, at_once=2)))
    place.start()
    try:
        pc = place.device()
        bodies = [pc.freeze(*(create(new_id()) for _ in range(300))) for _ in range(12)]
        with ThreadPoolExecutor(12) as pool:
            answers = list(pool.map(lambda body: pc.send(body, new_id()), bodies))
        late = [answer for answer in answers if answer.status_code == 429]
        assert {answer.status_code for answer in answers} == {200, 429}
        assert all(answer.headers["Retry-After"] == "1" for answer in late)
    finally:
        place.stop()
