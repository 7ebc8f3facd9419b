"""What crashes, cuts, proxies and tokens do to a round."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_desktop import protocol
from ocop_desktop.actions import dossiers, evidence, office
from ocop_desktop.errors import SyncError
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage import outbox, records, settings
from ocop_desktop.storage.db import run
from ocop_desktop.sync import answers
from tests.kit.network import answer, bad_line
from tests.sync.conftest import Commune, TheProvince
from tests.sync.test_round import heads

Make = Callable[..., Commune]
OURS = "OCOP-Server: 1"


def length(head: bytes) -> int:
    """The size of a request's body."""
    found = re.search(rb"content-length: *(\d+)", head, re.IGNORECASE)
    return int(found[1]) if found else 0


# --- crashes and cuts -------------------------------------------------------------------------------------------------


def test_killed_between_the_answer_and_its_row_the_same_answer_comes_again(
    commune: Make, province: TheProvince, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc = commune()
    dossier = pc.receive("Chè Shan tuyết")

    def die(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(answers, "take_receipt", die)
        with pytest.raises(KeyboardInterrupt):
            pc.sync()
    assert run(pc.db, outbox.count) == 3 and dossier in heads(province)
    [batch] = [row[0] for row in pc.db.conn.execute("SELECT id FROM batch WHERE state = 'frozen'")]
    pc.reopen()
    sent: list[bytes] = []
    province.line.fault = lambda head: sent.append(head) if b"/v1/sync/push" in head else None
    done = pc.sync()
    assert batch.encode() in sent[0] and done.digest_equal
    assert records.get(pc.db, dossier).rev == 1, "the stored answer, not a second revision"


def test_a_cut_in_the_middle_of_a_pull_goes_on_at_the_page(
    commune: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_try: None
) -> None:
    from dataclasses import replace

    where = Settings(data=tmp_path / "tinh-nho", province="08", province_name="Tỉnh Tuyên Quang")
    where = replace(where, limits=protocol.Limits(**{**_limits(where), "page": 4}))
    with running(where) as address, bad_line(address) as line:
        there = TheProvince(where, address, line)
        one, two = commune("may-1", enrolled=False), commune("may-2", enrolled=False)
        for pc in (one, two):
            pc.enrol(there.address, there.code())
        for number in range(5):
            one.receive(f"Chè {number}")
        one.sync()
        pages: list[bytes] = []

        def cut_third(head: bytes) -> object:
            if b"/v1/sync/changes" in head:
                pages.append(head)
                return "refuse" if len(pages) == 3 else None
            return None

        line.fault = cut_third
        with pytest.raises(SyncError):
            two.sync()
        assert two.db.conn.execute("SELECT count(*) FROM record").fetchone() == (8,), "two pages are safe"
        pages.clear()
        line.fault = lambda head: pages.append(head) if b"/v1/sync/changes" in head else None
        assert two.sync().digest_equal
        assert b"after=8&" in pages[0] or b"after=8 " in pages[0], "on at the page, not from the beginning"


def _limits(where: Settings) -> dict[str, int]:
    return {name: getattr(where.limits, name) for name in where.limits.__struct_fields__}


def test_a_batch_altered_on_the_disk_is_put_aside_and_its_operations_go(
    commune: Make, province: TheProvince, one_try: None
) -> None:
    """Same number, other bytes: the province refuses, the batch stays noted, nothing is stuck and nothing twice."""
    pc = commune()
    dossier = pc.receive("Gạo nếp")
    pc.sync()
    pc.write(dossier, {"dossier.workers_total": 12})
    province.line.fault = lambda head: "swallow" if b"/v1/sync/push" in head else None
    with pytest.raises(SyncError):
        pc.sync()
    province.line.fault = lambda head: None
    [(batch, data)] = pc.db.conn.execute("SELECT id, bytes FROM batch WHERE state = 'frozen'").fetchall()
    pc.db.conn.execute("UPDATE batch SET bytes = ? WHERE id = ?", (data + b" ", batch))
    pc.db.conn.commit()
    assert pc.sync().digest_equal
    assert records.get(pc.db, dossier).rev == 2 and run(pc.db, outbox.count) == 0
    assert pc.db.conn.execute("SELECT state FROM batch WHERE id = ?", (batch,)).fetchone() == ("split",)


def test_a_database_brought_back_from_a_copy_takes_a_new_name_and_nothing_deleted_returns(
    commune: Make, province: TheProvince, tmp_path: Path
) -> None:
    one, two = commune("may-1"), commune("may-2")
    kept, gone = one.receive("Còn lại"), one.receive("Đã gỡ")
    one.attach(gone, b"se go")
    one.sync()
    two.sync()
    copy = tmp_path / "copy.db"
    one.db.conn.execute("VACUUM INTO ?", [str(copy)])
    before = settings.read(one.db, "sync.replica")
    [file] = dossiers.open_dossier(one.db, gone).evidence
    run(one.db, lambda db: evidence.detach(db, file.id))
    one.write(kept, {"dossier.matter.y_tuong.found": "Sau bản sao"})
    one.sync()
    two.sync()
    one.db.close()
    for leftover in ("-wal", "-shm"):
        Path(f"{one.path}{leftover}").unlink(missing_ok=True)
    shutil.copy(copy, one.path)
    # The id beside the account is gone with the old disk, or another PC took it up meanwhile.
    for known in one.folder.rglob("replica-*.txt"):
        known.unlink()
    one.at_home()
    one.db = office.open_writer(one.path, one.key)
    assert len(dossiers.open_dossier(one.db, gone).evidence) == 1, "the copy is older"
    assert one.sync().digest_equal and two.sync().digest_equal
    assert settings.read(one.db, "sync.replica") != before
    assert dossiers.open_dossier(one.db, gone).evidence == () == dossiers.open_dossier(two.db, gone).evidence
    for pc in (one, two):
        assert pc.values(kept)["dossier.matter.y_tuong.found"] == "Sau bản sao"
    assert len(heads(province)) == 6, "nothing twice"


# --- proxies ----------------------------------------------------------------------------------------------------------

TOO_LARGE = answer("413 Request Entity Too Large", "Content-Type: text/html", body=b"<html>nginx</html>")


def test_behind_a_proxy_with_a_limit_records_go_in_smaller_batches(
    commune: Make, province: TheProvince, one_try: None
) -> None:
    pc = commune()
    chance = random.Random(7)
    for number in range(8):
        dossier = pc.receive(f"Chè {number}")
        noise = "".join(chance.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(1500))
        pc.write(dossier, {"dossier.matter.y_tuong.found": noise})
    refused: list[int] = []

    def proxy(head: bytes) -> object:
        if b"/v1/sync/push" in head and length(head) > 4000:
            refused.append(length(head))
            return TOO_LARGE
        return None

    province.line.fault = proxy
    done = pc.sync()
    assert refused and done.digest_equal and done.sent == 24, "one press was enough"
    assert done.rejected == 0 and run(pc.db, outbox.count) == 0


def test_one_record_too_large_for_the_proxy_waits_alone(commune: Make, province: TheProvince, one_try: None) -> None:
    pc = commune()
    big, small = pc.receive("Rất dài"), pc.receive("Ngắn")
    chance = random.Random(3)
    noise = "".join(chance.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(9000))
    pc.write(big, {"dossier.matter.y_tuong.found": noise})
    province.line.fault = lambda head: TOO_LARGE if b"/v1/sync/push" in head and length(head) > 4000 else None
    pc.sync()
    assert dossiers.open_dossier(pc.db, small).sync.state == "at_province"
    page = dossiers.open_dossier(pc.db, big)
    assert page.sync.state == "rejected" and page.values["dossier.matter.y_tuong.found"] == noise
    province.line.fault = lambda head: None  # another line
    assert pc.sync().digest_equal
    assert dossiers.open_dossier(pc.db, big).sync.state == "at_province"


def test_a_line_that_gives_up_on_large_requests_gets_smaller_ones_next_time(
    commune: Make, province: TheProvince, one_try: None
) -> None:
    """Each press halves the batch, and what a line can carry is remembered: it cannot fail for ever."""
    pc = commune()
    for number in range(30):
        pc.receive(f"Chè {number}")
    province.line.fault = lambda head: "refuse" if b"/v1/sync/push" in head and length(head) > 1500 else None
    presses = 0
    while run(pc.db, outbox.count):
        presses += 1
        try:
            pc.sync()
        except SyncError as error:
            assert error.code == "sync.offline"
        pc.reopen()
        assert presses < 40
    assert pc.sync().digest_equal


def test_chunks_shrink_to_what_a_proxy_lets_through(commune: Make, province: TheProvince, one_try: None) -> None:
    pc = commune()
    dossier = pc.receive("Tinh dầu sả")
    pc.attach(dossier, random.Random(1).randbytes(400_000))
    seen: list[int] = []

    def proxy(head: bytes) -> object:
        if head.startswith(b"PATCH"):
            seen.append(length(head))
            return TOO_LARGE if length(head) > 40_000 else None
        return None

    province.line.fault = proxy
    done = pc.sync()
    assert (done.files, done.digest_equal) == (1, True) and max(seen) > 40_000
    seen.clear()
    pc.attach(dossier, random.Random(2).randbytes(100_000), "06")
    pc.sync()
    assert seen[0] <= 40_000, "what the line carries is remembered"


def test_three_tries_and_the_servers_wish_to_wait(commune: Make, province: TheProvince) -> None:
    pc = commune()
    asked: list[bytes] = []

    def busy(wait: str) -> Callable[[bytes], object]:
        def fault(head: bytes) -> object:
            asked.append(head)
            return answer("503 Service Unavailable", OURS, f"Retry-After: {wait}")

        return fault

    class Stop:
        """Counts the pauses and does not sit through them."""

        def __init__(self) -> None:
            self.waited: list[float] = []

        def is_set(self) -> bool:
            return False

        def wait(self, seconds: float) -> bool:
            self.waited.append(seconds)
            return False

    for wait, tries in (("7", 3), ("600", 1), ("", 3)):
        asked.clear()
        stop = Stop()
        province.line.fault = busy(wait)
        with pytest.raises(SyncError) as failed:
            pc.sync(stop)  # type: ignore[arg-type]
        assert failed.value.code == "sync.busy" and len(asked) == tries
        assert len(stop.waited) == tries - 1
        if wait == "7":
            assert all(7 <= pause <= 10.5 for pause in stop.waited) and len(set(stop.waited)) == 2, "uneven"
        elif not wait:
            assert stop.waited[0] < stop.waited[1]


# --- tokens, passphrases ----------------------------------------------------------------------------------------------


def test_a_token_that_ends_in_the_middle_costs_nothing(commune: Make, province: TheProvince) -> None:
    pc = commune()
    pc.receive("Mật ong")
    pushes: list[bytes] = []
    signed_in: list[bytes] = []

    def expire(head: bytes) -> object:
        if head.startswith(b"POST /v1/token "):
            signed_in.append(head)
        if b"/v1/sync/push" in head:
            pushes.append(head)
            if len(pushes) == 1:
                return answer("401 Unauthorized", OURS, body=b'{"code":"auth.expired"}')
        return None

    province.line.fault = expire
    assert pc.sync().digest_equal
    keys = [re.search(rb"idempotency-key: *(\S+)", head, re.IGNORECASE) for head in pushes]
    assert len(signed_in) == 2 and len({key[1] for key in keys if key}) == 1, "the same batch went on"


def test_a_passphrase_changed_in_the_middle_changes_nothing(commune: Make, province: TheProvince) -> None:
    """What opens the database on this PC and what signs in at the province are two things."""
    pc = commune()
    pc.receive("Mật ong")
    changed: list[bytes] = []

    def change(head: bytes) -> object:
        if b"/v1/sync/push" in head and not changed:
            changed.append(head)
            office.change_passphrase(pc.path, pc.key, "một câu hoàn toàn khác")
        return None

    province.line.fault = change
    assert pc.sync().digest_equal and changed
