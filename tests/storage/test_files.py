"""Evidence files: encrypted, known by content, never half there."""

import os
from pathlib import Path

import pyrage
import pytest

from ocop_desktop.actions import office
from ocop_desktop.errors import Damaged, Environment
from ocop_desktop.storage import files
from ocop_desktop.storage.db import Db, run
from tests.kit.builders import Office

DATA = "Giấy chứng nhận của Bàn Thị Sen. ".encode() * 3000


def the_file(here: Office) -> Path:
    (file,) = here.db.files.iterdir()
    return file


def test_what_is_on_the_disk_is_age_and_nothing_of_the_content(here: Office) -> None:
    sha256 = here.do(files.put, DATA)
    stored = the_file(here)
    assert stored.read_bytes().startswith(b"age-encryption.org/v1\n")
    assert "Bàn Thị Sen".encode() not in stored.read_bytes()
    assert sha256 not in stored.name
    assert files.read(here.db, sha256) == DATA
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(stored.read_bytes(), [pyrage.x25519.Identity.generate()])


def test_the_same_content_is_stored_once(here: Office) -> None:
    assert here.do(files.put, DATA) == here.do(files.put, bytes(DATA))
    the_file(here)


@pytest.mark.parametrize("size", [0, 1, 15, 16, 65_535, 65_536, 65_537, 1_000_000])
def test_every_size_comes_back(here: Office, size: int) -> None:
    data = os.urandom(size)
    assert files.read(here.db, here.do(files.put, data)) == data


@pytest.mark.parametrize("at", [0, 30, 120, 300, 5_000, -1])
def test_an_altered_file_is_found_wherever_it_was_altered(here: Office, at: int) -> None:
    sha256 = here.do(files.put, DATA)
    data = bytearray(the_file(here).read_bytes())
    data[at] ^= 1
    the_file(here).write_bytes(bytes(data))
    with pytest.raises(Damaged, match=r"evidence\.altered"):
        files.read(here.db, sha256)


@pytest.mark.parametrize("keep", [0, 10, 150, 70_000, -1])
def test_a_file_cut_short_is_found(here: Office, keep: int) -> None:
    sha256 = here.do(files.put, DATA)
    the_file(here).write_bytes(the_file(here).read_bytes()[:keep])
    with pytest.raises(Damaged, match=r"evidence\.altered"):
        files.read(here.db, sha256)


def test_another_file_in_its_place_is_found(here: Office) -> None:
    first, second = here.do(files.put, b"first" * 50), here.do(files.put, b"other" * 50)
    names = [files.find(here.db, sha256) for sha256 in (first, second)]
    assert names[0] and names[1]
    (here.db.files / names[0].name).write_bytes((here.db.files / names[1].name).read_bytes())
    with pytest.raises(Damaged, match=r"evidence\.altered"):
        files.read(here.db, first)


def test_a_lost_or_altered_file_is_healed_by_attaching_the_same_content(here: Office) -> None:
    sha256 = here.do(files.put, DATA)
    the_file(here).unlink()
    with pytest.raises(Damaged, match=r"evidence\.lost"):
        files.read(here.db, sha256)
    here.do(files.put, DATA)
    assert files.read(here.db, sha256) == DATA
    the_file(here).write_bytes(b"broken")
    here.do(files.put, DATA)
    assert files.read(here.db, sha256) == DATA


def test_a_content_nobody_knows_is_lost(here: Office) -> None:
    with pytest.raises(Damaged, match=r"evidence\.lost"):
        files.read(here.db, "0" * 64)


def test_leftovers_of_a_cut_are_removed_and_only_those(here: Office) -> None:
    def cut(db: Db) -> None:
        files.put(db, b"left over")
        raise ZeroDivisionError

    kept = here.do(files.put, DATA)
    with pytest.raises(ZeroDivisionError):
        run(here.db, cut)
    (here.db.files / "half.age.part").write_bytes(b"x")
    (here.db.files / "ghi chú.txt").write_text("của tôi", "utf-8")
    (here.db.files / "folder").mkdir()
    assert files.forget_orphans(here.db) == 2
    assert files.read(here.db, kept) == DATA
    assert {path.name for path in here.db.files.iterdir()} >= {"ghi chú.txt", "folder"}
    assert files.forget_orphans(here.db) == 0


def test_a_folder_in_the_way_is_the_machine_s_fault(here: Office) -> None:
    here.db.files.write_text("a file where the folder should be")
    with pytest.raises(Environment):
        here.do(files.put, DATA)
    assert files.find(here.db, "0" * 64) is None
    assert here.db.conn.execute("SELECT count(*) FROM file").fetchone() == (0,)


def test_too_little_room_is_said_before_anything_is_written(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LEAST_FREE_BYTES", 1 << 62)
    with pytest.raises(Environment, match=r"disk\.nearly_full"):
        here.do(files.put, DATA)
    assert list(here.db.files.iterdir()) == []


def test_opening_clears_leftovers_and_not_what_another_program_is_attaching(here: Office) -> None:
    kept = here.do(files.put, DATA)
    (here.db.files / "left.age").write_bytes(b"x")
    here.db.conn.execute("BEGIN IMMEDIATE")
    coming = files.put(here.db, b"just being attached")
    other = office.open_writer(here.path, here.key)  # finds the database busy, and leaves all files alone
    other.close()
    here.db.conn.commit()
    assert files.read(here.db, coming) == b"just being attached"
    here.again()
    assert files.read(here.db, kept) == DATA
    assert not (here.db.files / "left.age").exists()
