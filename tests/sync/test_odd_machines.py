"""Wrong clocks, other versions, altered files, full disks, too many deletions, missing parents: work goes on."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ocop_desktop import protocol
from ocop_desktop.actions import dossiers, evidence, exchange, office
from ocop_desktop.errors import SyncError
from ocop_desktop.server import handlers
from ocop_desktop.server.serving import running
from ocop_desktop.storage import files, outbox, records
from ocop_desktop.storage.db import run
from ocop_desktop.sync import client, uploading
from tests.kit.network import answer, bad_line
from tests.sync.conftest import Commune, TheProvince
from tests.sync.test_round import heads

Make = Callable[..., Commune]
OURS = "OCOP-Server: 1"

# --- clocks, versions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("offset", [timedelta(days=365), timedelta(days=-3650), None])
def test_a_wrong_clock_changes_nothing_but_a_word(
    commune: Make, province: TheProvince, offset: timedelta | None
) -> None:
    """The later edit wins by the order in which it came, whatever the clocks say; ``None``: a clock that jumps."""
    wrong, right = commune("may-1"), commune("may-2")
    chance = random.Random(11)

    def clock() -> datetime:
        by = offset if offset is not None else timedelta(days=chance.randint(-4000, 4000))
        return datetime.now(UTC) + by

    wrong.db.clock = clock
    dossier = wrong.receive("Chè Shan tuyết")
    done = wrong.sync()
    assert done.digest_equal and abs(done.skew_seconds) > 300
    right.sync()
    right.write(dossier, {"dossier.workers_total": 5})
    right.sync()
    wrong.sync()
    wrong.write(dossier, {"dossier.workers_total": 9})
    assert wrong.sync().conflicts == 0
    assert right.sync().digest_equal
    assert right.values(dossier)["dossier.workers_total"] == wrong.values(dossier)["dossier.workers_total"] == 9
    words = exchange.state(wrong.db).last_success
    assert words is not None and abs(datetime.fromisoformat(words) - datetime.now(UTC)) < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("low", "high", "code"), [(2, 3, "sync.too_old"), (0, 0, "sync.server_old")], ids=["old client", "old server"]
)
def test_versions_that_cannot_speak_say_so_and_keep_everything(
    commune: Make, province: TheProvince, monkeypatch: pytest.MonkeyPatch, low: int, high: int, code: str
) -> None:
    pc = commune()
    pc.receive("Mật ong")
    with monkeypatch.context() as patched:
        patched.setattr(handlers, "PROTOCOL_MIN", low)
        patched.setattr(handlers, "PROTOCOL_MAX", high)
        with pytest.raises(SyncError) as failed:
            pc.sync()
    assert failed.value.code == code and run(pc.db, outbox.count) == 3
    assert pc.sync().digest_equal, "after the update everything goes"


def test_what_a_newer_version_wrote_survives_an_older_one(commune: Make, province: TheProvince) -> None:
    """A field and a kind of record that this program does not know come, stay, and go back untouched."""
    newer, older = commune("may-1"), commune("may-2")
    dossier = newer.receive("Cam sành")
    run(newer.db, lambda db: records.patch(db, records.get(db, dossier), {"future.quality": "A+"}))
    made = run(newer.db, lambda db: records.add(db, "future-thing", {"words": "chưa ai biết"}))
    newer.sync()
    older.sync()
    older.write(dossier, {"dossier.workers_total": 4})
    assert older.sync().digest_equal and newer.sync().digest_equal
    assert heads(province)[dossier]["future.quality"] == "A+"
    assert heads(province)[made.id] == {"words": "chưa ai biết"} == records.get(older.db, made.id).body


# --- disks ------------------------------------------------------------------------------------------------------------


def test_a_file_changed_on_this_disk_is_told_and_holds_up_nothing(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Tinh dầu sả")
    for number, row in enumerate(("05", "06", "07")):
        pc.attach(dossier, b"%d" % number * 1000, row)
    first = files.to_send(pc.db)[0]
    path = files.folder(pc.db) / first.name
    path.write_bytes(path.read_bytes()[:-20] + b"x" * 20)
    done = pc.sync()
    assert (done.files, done.unreadable, done.digest_equal) == (2, 1, True)
    assert dossiers.open_dossier(pc.db, dossier).sync.state == "sending", "not shown as handed over"
    pc.attach(dossier, b"0" * 1000, "other")  # the original again
    done = pc.sync()
    assert (done.files, done.unreadable) == (1, 0)
    assert dossiers.open_dossier(pc.db, dossier).sync.state == "at_province"


def test_a_full_province_takes_records_and_says_that_files_wait(
    commune: Make, province: TheProvince, tmp_path: Path
) -> None:
    from dataclasses import replace

    where = replace(province.settings, data=tmp_path / "day", reserve=1 << 60)
    with running(where) as address, bad_line(address) as line:
        there = TheProvince(where, address, line)
        pc = commune("may-1", enrolled=False)
        pc.enrol(there.address, there.code())
        dossier = pc.receive("Tinh dầu sả")
        pc.attach(dossier, b"anh")
        done = pc.sync()
        assert (done.files_wait, done.files, done.digest_equal) == ("full", 0, True)
        assert dossier in heads(there) and dossiers.open_dossier(pc.db, dossier).sync.state == "sending"


def test_a_province_that_fills_up_in_the_middle_lets_files_wait(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Tinh dầu sả")
    pc.attach(dossier, b"anh")
    full = answer("507 Insufficient Storage", OURS, body=b'{"code":"server.full"}')
    province.line.fault = lambda head: full if head.startswith((b"PATCH", b"POST /v1/files ")) else None
    done = pc.sync()
    assert (done.files_wait, done.digest_equal) == ("full", True)
    province.line.fault = lambda head: None
    assert pc.sync().files == 1


# --- guards, order ----------------------------------------------------------------------------------------------------


def test_one_twentieth_of_a_commune_is_not_removed_without_a_person(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Cam sành")
    for number in range(8):
        pc.attach(dossier, b"%d" % number, "other")
    pc.sync()
    attached = dossiers.open_dossier(pc.db, dossier).evidence
    for file in attached[:5]:
        run(pc.db, lambda db, file=file: evidence.detach(db, file.id))  # type: ignore[misc]
    assert exchange.state(pc.db).parked_deletes == 0, "a few may always go"
    run(pc.db, lambda db: evidence.detach(db, attached[5].id))
    assert exchange.state(pc.db).parked_deletes == 6, "six of eleven"
    assert pc.sync().sent == 0
    run(pc.db, exchange.confirm_deletes)
    assert pc.sync().digest_equal and exchange.state(pc.db).parked_deletes == 0


@pytest.mark.parametrize(
    ("deletes", "living", "parked"),
    [(5, 5, False), (6, 119, True), (6, 120, False), (20, 1000, False), (20, 399, True), (21, 10**6, True)],
)
def test_how_many_deletions_need_a_person(deletes: int, living: int, parked: bool) -> None:
    assert protocol.too_many_deletes(deletes, living) == parked


def test_what_waits_for_its_parent_for_five_days_is_shown(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Cam sành")
    elsewhere = pc.db.new_id()  # made on a PC that has not spoken to the province yet
    made = run(pc.db, lambda db: records.add(db, "evidence", {"dossier": elsewhere, "name": "tep"}, parent=elsewhere))
    pc.sync()
    assert dossiers.open_dossier(pc.db, dossier).sync.state == "at_province", "it holds up nothing"
    assert exchange.state(pc.db).waits_long == 0
    old = (datetime.now(UTC) - timedelta(days=6)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert pc.db.conn.execute("UPDATE held SET at = ? WHERE record = ?", (old, made.id)).rowcount == 1
    pc.db.conn.commit()
    pc.db.clock = lambda: datetime(2001, 1, 1, tzinfo=UTC)  # counted by the province's clock
    assert exchange.state(pc.db).waits_long == 1


def test_files_wait_when_asked_and_one_dossier_goes_first(
    commune: Make, province: TheProvince, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc = commune()
    first, second = pc.receive("Chè xanh"), pc.receive("Chè vàng")
    pc.attach(first, b"a" * 5000)
    pc.attach(second, b"b" * 5000)
    run(pc.db, lambda db: exchange.pause_files(db, True))
    done = pc.sync()
    assert (done.sent, done.files, done.files_wait, done.digest_equal) == (8, 0, "paused", True)
    run(pc.db, lambda db: exchange.pause_files(db, False))
    run(pc.db, lambda db: exchange.send_first(db, second))
    sent: list[str] = []
    started = client.Province.start_upload

    def note(self: client.Province, sha256: str, size: int) -> str | None:
        sent.append(sha256)
        return started(self, sha256, size)

    monkeypatch.setattr(client.Province, "start_upload", note)
    assert pc.sync().files == 2
    assert sent[0] == dossiers.open_dossier(pc.db, second).evidence[0].sha256


def test_files_paused_in_the_middle_stop_at_the_piece_and_go_on_there(
    commune: Make, province: TheProvince, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc = commune()
    dossier = pc.receive("Chè xanh")
    pc.attach(dossier, random.Random(5).randbytes(600_000))
    monkeypatch.setattr(uploading, "QUICK", 0.0)  # the pieces stay small
    pieces: list[bytes] = []

    def pause(head: bytes) -> object:
        if head.startswith(b"PATCH"):
            pieces.append(head)
            if len(pieces) == 2:
                other = office.open_writer(pc.path, pc.key)
                run(other, lambda db: exchange.pause_files(db, True))
                other.close()
        return None

    province.line.fault = pause
    done = pc.sync()
    assert (done.files_wait, done.files, len(pieces)) == ("paused", 0, 2) and done.digest_equal
    run(pc.db, lambda db: exchange.pause_files(db, False))
    before = province.line.bytes_up
    assert pc.sync().files == 1
    assert province.line.bytes_up - before < 400_000
