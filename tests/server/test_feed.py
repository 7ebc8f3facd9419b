"""The feed misses nothing, digests agree, inventories repair."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from sqlalchemy import Connection, delete

from ocop_desktop import protocol
from ocop_desktop.protocol import Change, Digest, Inventory
from ocop_desktop.server import digests, tables
from ocop_desktop.server.service import Service
from tests.server.conftest import Province
from tests.server.stranger import Stranger, create, new_id, patch, remove


def test_pages_join_and_every_record_comes_once_at_its_last_change(pc: Stranger) -> None:
    records = [new_id() for _ in range(7)]
    pc.push(*map(create, records))
    pc.push(patch(records[0], 1, {"phone": "0912"}))
    seen: list[Change] = []
    cursor, pages = 0, 0
    while True:
        page = pc.pull(after=cursor, limit=3)
        seen += page.items
        cursor, pages = page.next, pages + 1
        if page.next >= page.high_water:
            break
    assert pages == 3
    assert [change.record for change in seen] == [*records[1:], records[0]]
    assert pc.pull(after=cursor).items == ()
    assert pc.pull(after=cursor).next == cursor


def test_writers_at_once_never_make_a_reader_skip(province: Province) -> None:
    writers, batches, size = 4, 8, 5
    pcs = [province.device() for _ in range(writers)]
    reader, done = province.device(), threading.Event()
    seen: dict[str, int] = {}

    def write(pc: Stranger) -> set[str]:
        mine = set()
        for _ in range(batches):
            ops = [create(new_id()) for _ in range(size)]
            assert {result.status for result in pc.push(*ops)} == {"applied"}
            mine |= {op.record for op in ops}
        return mine

    def read() -> int:
        cursor = 0
        while True:
            last_round = done.is_set()
            page = reader.pull(after=cursor, limit=3)
            for change in page.items:
                assert change.seq > cursor
                seen[change.record] = change.seq
            cursor = page.next
            if last_round and cursor >= page.high_water:
                return cursor

    with ThreadPoolExecutor(writers + 1) as pool:
        reading = pool.submit(read)
        written = set().union(*pool.map(write, pcs))
        done.set()
        assert reading.result() == writers * batches * size
    assert seen.keys() == written
    assert sorted(seen.values()) == list(range(1, writers * batches * size + 1))


def test_communes_write_side_by_side(province: Province) -> None:
    pcs = [(unit, province.device(unit)) for unit in ("02275", "02290", "02293")]

    def write(pair: tuple[str, Stranger]) -> int:
        unit, pc = pair
        for _ in range(5):
            pc.push(*(create(new_id(), unit=unit) for _ in range(10)))
        return pc.pull().high_water

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(write, pcs)) == [50, 50, 50]


def test_the_digest_is_that_of_what_was_pulled(province: Province, pc: Stranger) -> None:
    other = province.device()
    records = [new_id() for _ in range(5)]
    pc.push(*(create(record, fields={"name": f"Chè số {n} đặc biệt", "n": n}) for n, record in enumerate(records)))
    other.push(patch(records[1], 1, {"phone": "0912"}), remove(records[2], 1))
    pc.push(patch(records[1], 1, {"phone": "0913"}))
    digest = msgspec.json.decode(pc.post("/v1/sync/digest", {}).content, type=Digest)
    page = pc.pull()
    live = [change for change in page.items if not change.deleted]
    assert (digest.count, digest.high_water) == (len(live), page.high_water) == (4, 8)
    assert digest.hash == protocol.set_hash(protocol.record_hash(c.record, c.rev, c.body) for c in reversed(live))


def test_the_digest_is_kept_and_is_what_all_records_give(province: Province, pc: Stranger) -> None:
    """After every kind of change the kept digest equals one made anew; a question with nothing new reads no record."""
    other = province.device()
    records = [new_id() for _ in range(6)]

    def asked() -> tuple[int, str, int]:
        answer = pc.post("/v1/sync/digest", {}).json()
        return answer["count"], answer["hash"], answer["high_water"]

    def made_anew() -> tuple[int, str, int]:
        def make(connection: Connection) -> tuple[int, str, int]:
            connection.execute(delete(tables.digests))
            top, count, hash_, ready = digests.read(connection, "02275", "2026-03-09")
            assert not ready
            return count, hash_, top

        def work(service: Service) -> tuple[int, str, int]:
            found: list[tuple[int, str, int]] = []
            with pytest.raises(ZeroDivisionError):  # what was taken away comes back

                def look(connection: Connection) -> None:
                    found.append(make(connection))
                    raise ZeroDivisionError

                service.store.write(look)
            return found[0]

        answer: tuple[int, str, int] = province.administer(work)
        return answer

    steps: list[Callable[[], object]] = [
        lambda: pc.push(*map(create, records)),
        lambda: other.push(patch(records[1], 1, {"phone": "0912"}), remove(records[2], 1)),
        lambda: pc.push(patch(records[1], 1, {"phone": "0913"})),  # a conflict: a number, no revision
        lambda: pc.push(create(records[2], base_rev=2)),
        lambda: pc.push(patch(records[3], 1, {"a": 1}), patch(records[3], 1, {"b": 2}), remove(records[4], 1)),
    ]
    for step in steps:
        step()
        ready = province.administer(
            lambda service: service.store.read(lambda db: digests.read(db, "02275", "2026-03-09")[3])
        )
        assert ready, "kept by the push itself"
        assert asked() == made_anew()


def test_the_inventory_names_every_record(pc: Stranger) -> None:
    records = sorted(new_id() for _ in range(4))
    pc.push(*map(create, records))
    pc.push(remove(records[3], 1))
    whole = msgspec.json.decode(pc.post("/v1/sync/inventory", {"prefix": ""}).content, type=Inventory)
    assert [item.record for item in whole.items] == records
    assert [item.deleted for item in whole.items] == [False, False, False, True]
    assert whole.hash == pc.post("/v1/sync/digest", {}).json()["hash"]
    shard = msgspec.json.decode(pc.post("/v1/sync/inventory", {"prefix": records[0]}).content, type=Inventory)
    assert [item.rev for item in shard.items] == [1]
    assert pc.post("/v1/sync/inventory", {"prefix": "%"}).json()["code"] == "body.invalid"


def test_a_long_page_is_packed(pc: Stranger) -> None:
    pc.push(*(create(new_id()) for _ in range(50)))
    assert pc.get("/v1/sync/changes").headers["Content-Encoding"] == "gzip"
