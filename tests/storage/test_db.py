"""The encrypted database: what is on the disk, what is refused, what survives a failing disk."""

import multiprocessing
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ocop_desktop.actions import dossiers, evidence, office
from ocop_desktop.errors import Damaged, Environment, OcopError
from ocop_desktop.storage import db as database
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import Db, run
from tests.kit.builders import OFFICER, PDF, Office, a_complete_dossier, a_dossier

FORK = multiprocessing.get_context("fork")


def test_no_name_typed_is_found_in_any_byte_of_the_folder(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    here.do(dossiers.seal, dossier)
    typed = ("Sơn Trà", "Bàn Thị Sen", "Shan tuyết", OFFICER, "0912 000 111", "son tra", "Tân Trào", "giấy 01.pdf")
    secrets = [word.encode(kind) for word in typed for kind in ("utf-8", "utf-16-le")] + [PDF[:20], b"SQLite format 3"]
    for _ in range(2):  # with the write-ahead log there, then after it was folded in
        files = [path for path in here.path.parent.rglob("*") if path.is_file()]
        assert len(files) >= 5
        for path in files:
            data = path.read_bytes()
            assert not [secret for secret in secrets if len(secret) > 4 and secret in data], path.name
        here.again()


def test_nothing_readable_is_left_after_a_deletion_or_in_a_backup(here: Office) -> None:
    a_dossier(here.db)
    database.back_up(here.db, here.path.with_name("copy.db"), here.key)
    assert b"Shan" not in here.path.with_name("copy.db").read_bytes()
    copy = office.open_reader(here.path.with_name("copy.db"), here.key)
    assert copy.conn.execute("SELECT count(*) FROM dossier_row").fetchone() == (1,)
    copy.close()
    assert not list(here.path.parent.glob("*.part"))


def test_a_backup_that_cannot_be_written_leaves_the_one_before(here: Office) -> None:
    target = here.path.with_name("copy.db")
    database.back_up(here.db, target, here.key)
    before = target.read_bytes()
    with pytest.raises(OcopError):
        database.back_up(here.db, target, b"\x00" * 32)  # the copy does not open with this key: not a good copy
    assert target.read_bytes() == before
    assert not list(here.path.parent.glob("*.part"))


def test_a_unit_is_kept_whole_or_not_at_all(here: Office) -> None:
    def half(db: Db) -> None:
        settings.write(db, {"ui.a": 1})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(here.db, half)
    assert settings.read(here.db, "ui.a") is None
    assert not here.db.conn.in_transaction
    run(here.db, lambda db: settings.write(db, {"ui.a": 2}))
    assert settings.read(here.db, "ui.a") == 2


def test_a_reader_sees_what_was_kept_never_a_half_and_cannot_write(here: Office) -> None:
    reader = here.reader()
    with database.unit(here.db):
        settings.write(here.db, {"ui.a": 1})
        assert settings.read(reader, "ui.a") is None
    assert settings.read(reader, "ui.a") == 1
    with pytest.raises(Environment, match=r"folder\.read_only"), database.translated():
        reader.conn.execute("DELETE FROM setting")
    reader.close()


def test_a_locked_database_is_named_as_such(here: Office) -> None:
    other = office.open_writer(here.path, here.key)
    other.conn.execute("PRAGMA busy_timeout = 50")
    with database.unit(here.db), pytest.raises(Environment, match=r"database\.locked"):
        run(other, lambda db: settings.write(db, {"ui.a": 1}))
    run(other, lambda db: settings.write(db, {"ui.a": 1}))
    other.close()


def test_a_newer_schema_is_refused_and_not_touched(here: Office) -> None:
    here.db.conn.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('ocop-desktop', 'm9999_later', '')"
    )
    here.db.conn.commit()
    here.close()
    before = here.path.read_bytes()
    for opened in (office.open_writer, office.open_reader):
        with pytest.raises(Damaged) as caught:
            opened(here.path, here.key)
        assert (caught.value.code, caught.value.details) == ("database.newer", {"unknown": "m9999_later"})
    assert here.path.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"hello" * 2000, b"SQLite format 3\x00" + b"\x00" * 8192, os.urandom(4096)])
def test_what_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "ocop.db"
    path.write_bytes(data)
    if not data:
        return  # an empty file is an empty database to SQLite; create_office makes one of it
    with pytest.raises(Damaged, match=r"database\.damaged"):
        office.open_writer(path, b"k" * 32)
    assert path.read_bytes() == data


def test_a_missing_database_is_not_made_anew(tmp_path: Path) -> None:
    for opened in (office.open_writer, office.open_reader):
        with pytest.raises(Environment, match=r"database\.missing"):
            opened(tmp_path / "ocop.db", b"k" * 32)
    assert list(tmp_path.glob("ocop*")) == []


def test_a_folder_that_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(Environment, match=r"database\.cannot_open"):
        database.open_writer(tmp_path / "gone" / "ocop.db", b"k" * 32)


def test_a_damaged_page_is_named_and_nothing_is_changed(here: Office) -> None:
    for number in range(30):
        a_dossier(here.db, product__name=f"Sản phẩm {number}")
    here.close()
    data = bytearray(here.path.read_bytes())
    data[20 * 4096 : 30 * 4096] = os.urandom(10 * 4096)
    here.path.write_bytes(bytes(data))
    with pytest.raises(Damaged, match=r"database\.damaged"):
        here.again()
        with database.translated():
            here.db.conn.execute("PRAGMA integrity_check").fetchall()
            here.db.conn.execute("SELECT sum(length(body)) FROM record").fetchall()


@pytest.mark.parametrize("path", [r"\\may-chu\chung\ocop.db", "//may-chu/chung/ocop.db"])
def test_a_share_of_another_machine_is_refused(path: str) -> None:
    with pytest.raises(Environment, match=r"folder\.shared"):
        database.open_writer(Path(path), b"k" * 32)


def test_a_synchronised_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDrive", str(tmp_path / "OneDrive"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "OneDrive").mkdir()
    for path in (tmp_path / "OneDrive" / "OCOP" / "ocop.db", Path("OneDrive") / "ocop.db"):
        with pytest.raises(Environment, match=r"folder\.shared"):
            database.open_writer(path, b"k" * 32)


def test_the_deepest_mount_tells_the_kind_of_disk() -> None:
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\n//nas/ocop /mnt/chung cifs rw 0 0\ntmpfs /mnt/chung/ram tmpfs rw 0 0\n"
        "server:/x /home/o\\040cop nfs4 rw 0 0\nbroken line\n"
    )
    assert database.file_system(mounts, Path("/mnt/chung/xa/ocop.db")) == "cifs"
    assert database.file_system(mounts, Path("/mnt/chung/ram/ocop.db")) == "tmpfs"
    assert database.file_system(mounts, Path("/mnt/chungxa/ocop.db")) == "ext4"
    assert database.file_system(mounts, Path("/home/o cop/ocop.db")) == "nfs4"
    assert database.file_system("", Path("/x")) == ""


# --- disks that fail, in a child process because the limit is the process's own ---------------------------------------


def in_child(task: Callable[[], str]) -> str:
    """What a task says in a child process of its own."""
    ours, theirs = FORK.Pipe(duplex=False)
    child = FORK.Process(target=_say, args=(task, theirs))
    child.start()
    theirs.close()
    said = ours.recv() if ours.poll(60) else "silent"
    child.join(60)
    return str(said)


def _say(task: Callable[[], str], pipe) -> None:  # type: ignore[no-untyped-def]
    try:
        pipe.send(task())
    except OcopError as error:
        pipe.send(error.code)
    except BaseException as error:
        pipe.send(repr(error))


def limit_file_size(most: int) -> None:
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_full_disk_while_typing_keeps_all_that_was_there(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.close()

    def typing() -> str:
        here.again()
        limit_file_size(here.path.stat().st_size + 64 * 1024)
        kept = 0
        try:
            for number in range(2000):
                text = {"dossier.matter.y_tuong.found": f"{number} " + "chữ " * 500}
                run(here.db, lambda db, text=text: dossiers.save_draft(db, dossier, text, {}))  # type: ignore[misc]
                kept = number
        except Environment as error:
            return f"{error.code} {kept}"
        return "never full"

    said, kept = in_child(typing).split()
    assert said in {"disk.full", "disk.failed"}
    here.again()
    assert here.db.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found = str(dossiers.open_dossier(here.db, dossier).values["dossier.matter.y_tuong.found"])
    assert found.split()[0] == kept, "the last save that was answered is there, and the failed one is not"


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_full_disk_while_attaching_leaves_the_dossier_as_it_was(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.close()

    def attaching() -> str:
        here.again()
        limit_file_size(500_000)
        run(here.db, lambda db: evidence.attach(db, dossier, "01", "lớn.pdf", PDF + os.urandom(900_000)))
        return "attached"

    assert in_child(attaching) == "disk.full"
    here.again()
    assert dossiers.open_dossier(here.db, dossier).evidence == ()
    assert not list(here.db.files.glob("*"))


def test_a_database_that_may_not_grow_says_disk_full_and_keeps_everything(here: Office) -> None:
    dossier = a_dossier(here.db)
    pages = here.db.conn.execute("PRAGMA page_count").fetchone()[0]
    here.db.conn.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(Environment, match=r"disk\.full"):
        for number in range(100):
            a_dossier(here.db, product__name=f"Sản phẩm {number}", product__description="mô tả " * 400)
    assert not here.db.conn.in_transaction
    assert dossiers.open_dossier(here.db, dossier).values["product.name"] == "Chè Shan tuyết Tân Trào"
    rows = here.db.conn.execute("SELECT count(*) FROM dossier_row").fetchone()[0]
    assert rows == here.db.conn.execute("SELECT count(*) FROM record WHERE type = 'dossier'").fetchone()[0]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="needs a way to become another account")
def test_a_folder_that_may_not_be_written_is_named(here: Office, tmp_path: Path) -> None:
    a_dossier(here.db)
    here.close()
    for path in (tmp_path, *tmp_path.parents):
        if str(path).startswith("/tmp/pytest"):
            path.chmod(0o755)

    def as_nobody() -> str:
        os.setgid(65534)
        os.setuid(65534)
        here.again()
        return "opened"

    assert in_child(as_nobody) in {"folder.read_only", "database.cannot_open"}

    def attach_as_nobody() -> str:
        from ocop_desktop.storage.durable import write_file

        os.setgid(65534)
        os.setuid(65534)
        write_file(here.path.with_name("x"), b"")
        return "written"

    assert in_child(attach_as_nobody) == "folder.read_only"


def test_errors_of_our_own_sql_are_bugs_and_pass_as_they_are(here: Office) -> None:
    with pytest.raises(sqlcipher.OperationalError):
        run(here.db, lambda db: db.conn.execute("SELECT nothing FROM nowhere"))
    with pytest.raises(sqlcipher.IntegrityError):
        run(here.db, lambda db: db.conn.execute("INSERT INTO setting VALUES ('a', NULL)"))
