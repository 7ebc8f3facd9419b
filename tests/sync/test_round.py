"""What the promise of synchronisation means for one officer: once, complete, provable, whatever the line does."""

import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ocop_desktop import protocol
from ocop_desktop.actions import dossiers, exchange, office
from ocop_desktop.errors import SyncError
from ocop_desktop.storage import files, outbox, receipts, records, settings
from ocop_desktop.storage.db import run
from tests.sync.conftest import Commune, TheProvince

Make = Callable[..., Commune]


def heads(province: TheProvince) -> dict[str, dict[str, object]]:
    """What stands in the province's database: a stranger's look at its file."""
    import sqlite3

    with sqlite3.connect(province.settings.data / "server.db") as connection:
        rows = connection.execute("SELECT record, body FROM records WHERE NOT deleted").fetchall()
    connection.close()
    return {record: json.loads(body) for record, body in rows}


def test_everything_arrives_once_and_is_proved(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Chè Shan tuyết")
    pc.attach(dossier, b"danh sach" * 1000)
    done = pc.sync()
    assert (done.sent, done.files, done.conflicts, done.rejected) == (4, 1, 0, 0)
    assert done.digest_equal
    page = dossiers.open_dossier(pc.db, dossier)
    assert page.sync.state == "at_province" and page.sync.at
    assert set(heads(province)) >= {dossier}
    again = pc.sync()
    assert (again.sent, again.received, again.files) == (0, 0, 0) and again.digest_equal


def test_without_a_line_it_says_so_and_work_goes_on(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Mật ong")
    province.line.fault = lambda head: "refuse"
    with pytest.raises(SyncError) as failed:
        pc.sync()
    assert failed.value.code == "sync.offline"
    pc.write(dossier, {"product.description": "Mật ong hoa nhãn"})
    province.line.fault = lambda head: None
    assert pc.sync().digest_equal
    assert any(body.get("description") == "Mật ong hoa nhãn" for body in heads(province).values())


def test_a_login_page_is_not_the_province(commune: Make, province: TheProvince) -> None:
    pc = commune()
    pc.receive("Mật ong")
    province.line.fault = lambda head: "portal"
    with pytest.raises(SyncError) as failed:
        pc.sync()
    assert failed.value.code == "sync.portal"
    assert run(pc.db, outbox.count) == 3


def test_the_answer_lost_on_the_way_is_asked_for_again(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Gạo nếp")
    lost: list[bytes] = []

    def lose_first_push(head: bytes) -> object:
        if b"/v1/sync/push" in head and not lost:
            lost.append(head)
            return "swallow"
        return None

    province.line.fault = lose_first_push
    done = pc.sync()
    assert lost and done.digest_equal
    assert records.get(pc.db, dossier).rev == 1, "applied once, not twice"


def test_an_edit_after_a_lost_answer_is_not_lost(commune: Make, province: TheProvince) -> None:
    """The batch may be there already; what is typed afterwards must not hide behind its operation."""
    pc = commune()
    dossier = pc.receive("Gạo nếp")
    province.line.fault = lambda head: "swallow" if b"/v1/sync/push" in head else None
    with pytest.raises(SyncError):
        pc.sync()
    pc.write(dossier, {"dossier.matter.y_tuong.found": "Giống nếp của bản"})
    province.line.fault = lambda head: None
    assert pc.sync().digest_equal
    assert heads(province)[dossier]["matter.y_tuong.found"] == "Giống nếp của bản"


@pytest.mark.parametrize("cut", [0, 1, 100, 400])
def test_a_cut_inside_the_request_applies_nothing(commune: Make, province: TheProvince, cut: int) -> None:
    pc = commune()
    pc.receive("Bưởi")
    province.line.fault = lambda head: ("cut_up", cut) if b"/v1/sync/push" in head else None
    with pytest.raises(SyncError):
        pc.sync()
    assert heads(province) == {}
    province.line.fault = lambda head: None
    assert pc.sync().digest_equal


def test_a_file_goes_on_inside_after_a_cut(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Tinh dầu sả")
    data = bytes(range(256)) * 8192  # 2 MiB
    pc.attach(dossier, data)
    chunks: list[bytes] = []

    def cut_third_chunk(head: bytes) -> object:
        if head.startswith(b"PATCH"):
            chunks.append(head)
            return ("cut_up", 1000) if len(chunks) >= 3 else None
        return None

    province.line.fault = cut_third_chunk
    with pytest.raises(SyncError):
        pc.sync()
    assert dossiers.open_dossier(pc.db, dossier).sync.state == "sending", "records are there, the file waits"
    before = province.line.bytes_up
    province.line.fault = lambda head: None
    assert pc.sync().files == 1
    assert province.line.bytes_up - before < len(data), "what had arrived was not sent again"
    assert dossiers.open_dossier(pc.db, dossier).sync.state == "at_province"


def test_known_content_is_never_sent_twice(commune: Make, province: TheProvince) -> None:
    pc = commune()
    first, second = pc.receive("Chè xanh"), pc.receive("Chè vàng")
    pc.attach(first, b"giay phep" * 20000)
    pc.sync()
    before = province.line.bytes_up
    pc.attach(second, b"giay phep" * 20000)
    pc.sync()
    assert province.line.bytes_up - before < 20_000
    assert dossiers.open_dossier(pc.db, second).sync.state == "at_province"


def test_stop_is_safe_and_the_next_round_goes_on(commune: Make, province: TheProvince) -> None:
    pc = commune()
    pc.receive("Rượu ngô")
    stop = threading.Event()
    stop.set()
    with pytest.raises(SyncError) as stopped:
        pc.sync(stop)
    assert stopped.value.code == "sync.stopped"
    assert pc.sync().digest_equal


def test_two_pcs_of_one_commune_share_their_work(commune: Make, province: TheProvince) -> None:
    one, two = commune("may-1"), commune("may-2")
    dossier = one.receive("Cam sành")
    one.attach(dossier, b"anh")
    one.sync()
    assert two.sync().received == 4
    assert two.values(dossier)["product.name"] == "Cam sành"
    two.write(dossier, {"dossier.matter.ban_sac.found": "Giống cam của xã"})
    one.write(dossier, {"dossier.matter.y_tuong.found": "Trồng từ năm 1960"})
    two.sync()
    done = one.sync()
    assert (done.conflicts, done.digest_equal) == (0, True), "different groups are merged"
    two.sync()
    for pc in (one, two):
        values = pc.values(dossier)
        assert values["dossier.matter.ban_sac.found"] == "Giống cam của xã"
        assert values["dossier.matter.y_tuong.found"] == "Trồng từ năm 1960"


def test_the_same_field_on_two_pcs_is_held_with_both_texts(commune: Make, province: TheProvince) -> None:
    one, two = commune("may-1"), commune("may-2")
    dossier = one.receive("Cam sành")
    one.sync()
    two.sync()
    one.write(dossier, {"dossier.workers_total": 31})
    two.write(dossier, {"dossier.workers_total": 29})
    one.sync()
    assert two.sync().conflicts == 1
    assert two.values(dossier)["dossier.workers_total"] == 31, "the head stands"
    held = two.db.conn.execute("SELECT fields FROM held").fetchone()
    assert json.loads(held[0]) == {"workers_total": 29}, "the losing text is kept, whole"
    assert dossiers.open_dossier(two.db, dossier).sync.state == "conflict"


def test_a_refused_record_blocks_only_itself_and_a_correction_frees_it(commune: Make, province: TheProvince) -> None:
    pc = commune()
    bad, good = pc.receive("Quá dài"), pc.receive("Bình thường")
    pc.write(bad, {"dossier.matter.y_tuong.found": "dài " * 60_000})
    done = pc.sync()
    assert done.rejected == 1
    assert dossiers.open_dossier(pc.db, good).sync.state == "at_province"
    assert dossiers.open_dossier(pc.db, bad).sync.state == "rejected"
    assert len(str(pc.values(bad)["dossier.matter.y_tuong.found"])) > 200_000, "nothing typed is lost"
    pc.write(bad, {"dossier.matter.y_tuong.found": "Ngắn lại"})
    assert pc.sync().digest_equal
    assert dossiers.open_dossier(pc.db, bad).sync.state == "at_province"


def test_a_province_restored_from_an_old_copy_gets_everything_again(commune: Make, province: TheProvince) -> None:
    pc = commune()
    pc.receive("Trước bản sao")
    pc.sync()
    later = pc.receive("Sau bản sao")
    pc.sync()
    # What a restore does: rows newer than the copy are gone, and the operator declares a new epoch.
    import sqlite3

    with sqlite3.connect(province.settings.data / "server.db") as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
            if "record" in columns:
                lost = {later, *(records.get(pc.db, later).body[key] for key in ("product", "producer"))}
                connection.executemany(f"DELETE FROM {table} WHERE record = ?", [(each,) for each in lost])
        connection.execute("UPDATE digests SET made_on = '2000-01-01'")  # a day has passed on both sides
    connection.close()
    run(pc.db, lambda db: settings.write(db, {"sync.kept_digest": None}))
    assert later not in heads(province)
    done = pc.sync()
    assert done.digest_equal
    assert later in heads(province)


def test_a_copied_database_takes_its_own_name(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    one = commune("may-1")
    dossier = one.receive("Miến dong")
    one.sync()
    replica = settings.read(one.db, "sync.replica")
    one.db.close()
    two = commune("may-2", enrolled=False)
    two.db.close()
    for suffix in ("", ".keys"):
        shutil.copy(f"{one.path}{suffix}", f"{two.path}{suffix}")
    two.at_home()
    two.db = office.open_writer(two.path, one.key)
    one.db = office.open_writer(one.path, one.key)
    two.write(dossier, {"dossier.matter.ban_sac.found": "Từ bản chép"})
    one.write(dossier, {"dossier.matter.y_tuong.found": "Từ bản gốc"})
    assert two.sync().digest_equal and one.sync().digest_equal and two.sync().digest_equal
    assert settings.read(two.db, "sync.replica") != replica
    assert one.values(dossier) == two.values(dossier)


def test_a_wrong_code_is_said_so(commune: Make, province: TheProvince) -> None:
    pc = commune("may-1", enrolled=False)
    with pytest.raises(SyncError) as failed:
        pc.enrol(province.address, "AAAA-BBBB-CCCC")
    assert failed.value.code == "sync.code"
    with pytest.raises(SyncError) as unknown:
        pc.sync()
    assert unknown.value.code == "sync.not_enrolled"


def test_another_server_at_the_address_is_not_trusted(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    from ocop_desktop.server.serving import running
    from ocop_desktop.server.settings import Settings

    pc = commune()
    pc.receive("Thổ cẩm")
    with running(Settings(data=tmp_path / "gia", province="08")) as address:
        run(pc.db, lambda db: exchange.move_server(db, address))
        with pytest.raises(SyncError) as failed:
            pc.sync()
    assert failed.value.code == "sync.wrong_server"


def test_the_receipt_is_the_provinces_own_words(commune: Make, province: TheProvince) -> None:
    pc = commune()
    dossier = pc.receive("Chè Shan tuyết")
    pc.sync()
    answer = receipts.of_dossier(pc.db, dossier)
    assert answer is not None
    receipt = protocol.decode(answer, protocol.Receipt)
    assert receipt.results and all(result.status == "applied" for result in receipt.results)


def test_a_crash_after_freezing_sends_the_same_bytes(commune: Make, province: TheProvince) -> None:
    pc = commune()
    pc.receive("Chè Shan tuyết")
    province.line.fault = lambda head: "swallow" if b"/v1/sync/push" in head else None
    with pytest.raises(SyncError):
        pc.sync()
    pc.reopen()
    province.line.fault = lambda head: None
    assert pc.sync().digest_equal
    assert pc.db.conn.execute("SELECT count(*) FROM outbox").fetchone() == (0,)


def test_another_pcs_evidence_can_be_read_when_there_is_a_line(commune: Make, province: TheProvince) -> None:
    one, two = commune("may-1"), commune("may-2")
    dossier = one.receive("Cam sành")
    one.attach(dossier, b"noi dung anh")
    one.sync()
    two.sync()
    [file] = dossiers.open_dossier(two.db, dossier).evidence
    stored = files.find(two.db, file.sha256)
    assert stored is not None and not stored.here
    two.at_home()
    data = exchange.fetch_file(office.runner(two.db), file.sha256)
    assert data == b"%PDF-1.4\nnoi dung anh"
    assert files.read(two.db, file.sha256) == data


def test_reading_stays_possible_while_a_round_runs(commune: Make, province: TheProvince) -> None:
    """No transaction is open while the network is spoken to: another connection can write between two requests."""
    pc = commune()
    pc.receive("Chè Shan tuyết")
    other = office.open_writer(pc.path, pc.key)
    other.conn.execute("PRAGMA busy_timeout = 0")

    def write_meanwhile(head: bytes) -> object:
        thread_db = sqlcipher.connect(str(pc.path), timeout=0)
        thread_db.execute(f"PRAGMA key = \"x'{pc.key.hex()}'\"")
        thread_db.execute("BEGIN IMMEDIATE")
        thread_db.execute("ROLLBACK")
        thread_db.close()
        return None

    province.line.fault = write_meanwhile
    assert pc.sync().digest_equal
    other.close()
