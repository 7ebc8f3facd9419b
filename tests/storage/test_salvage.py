"""A damaged page: what is whole is read out, what is not is named, and a copy fills the gap."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ocop_desktop.actions import dossiers, listing, office
from ocop_desktop.errors import Damaged
from ocop_desktop.storage import backups, records, restoring, salvage
from ocop_desktop.storage.db import Db, connect, run
from tests.kit.builders import NOON, Office, a_dossier

PAGE = 4096


def many(here: Office, count: int = 60) -> list[str]:
    made = []
    for number in range(count):
        dossier = a_dossier(here.db)
        here.do(
            dossiers.save_draft, dossier, {"product.name": f"Chè {number}", "product.description": "ngon " * 150}, {}
        )
        made.append(dossier)
    return made


def damage(here: Office) -> None:
    """Write over one page that holds rows of records, as a failing disk does: the first from the middle of the file on."""
    here.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    here.close()
    pages = here.path.stat().st_size // PAGE
    with here.path.open("rb+") as file:
        for page in range(pages // 3, pages):
            file.seek((page - 1) * PAGE + 100)
            whole = file.read(64)
            file.seek((page - 1) * PAGE + 100)
            file.write(b"\xa5" * 64)
            file.flush()
            if costs_some_records(here):
                return
            file.seek((page - 1) * PAGE + 100)
            file.write(whole)
    raise AssertionError("no page held records alone")


def costs_some_records(here: Office) -> bool:
    try:
        db = connect(here.path, here.key, read_only=True)
    except Damaged:  # the page is one that every opening reads
        return False
    try:
        db.conn.execute("SELECT max(rowid) FROM record").fetchone()
        db.conn.execute("SELECT count(*), max(product) FROM dossier_row NOT INDEXED").fetchone()
        db.conn.execute("SELECT max(length(value)) FROM setting").fetchone()
    except sqlcipher.DatabaseError:
        db.close()
        return False
    try:
        db.conn.execute("SELECT max(length(body)) FROM record NOT INDEXED").fetchone()
    except sqlcipher.DatabaseError:
        return True
    finally:
        db.close()
    return False


def opened(path: Path, key: bytes) -> Db:
    return office.open_reader(path, key)


def test_one_damaged_page_costs_its_rows_and_no_others(here: Office, tmp_path: Path) -> None:
    made = many(here)
    total = here.db.conn.execute("SELECT count(*) FROM record").fetchone()[0]
    damage(here)
    fresh = tmp_path / "cứu" / "ocop.db"
    fresh.parent.mkdir()
    found = salvage.salvage(here.path, here.key, fresh)
    lost = sum(each.rows for each in found.lost if each.table == "record")
    assert 0 < lost < 20
    db = opened(fresh, here.key)
    try:
        assert db.conn.execute("SELECT count(*) FROM record").fetchone()[0] == total - lost
        alive = {row[0] for row in db.conn.execute("SELECT id FROM dossier_row")}
        gone = set(made) - alive
        assert {name for name, _ in found.dossiers} == {f"Chè {made.index(each)}" for each in gone}, (
            "lost ones are named"
        )
        for each in alive:
            assert dossiers.open_dossier(db, each).id == each
    finally:
        db.close()


def test_a_copy_fills_what_could_not_be_read(here: Office, tmp_path: Path) -> None:
    made = many(here, 40)
    copy = backups.make(here.db, here.key, backups.here(here.path), "daily", "1")
    damage(here)
    fresh = tmp_path / "ocop.db"
    found = salvage.salvage(here.path, here.key, fresh, copy)
    assert found.from_copy > 0 and found.dossiers == ()
    db = opened(fresh, here.key)
    try:
        assert {row[0] for row in db.conn.execute("SELECT id FROM dossier_row")} == set(made)
        assert listing.row(db, made[0]) is not None
    finally:
        db.close()


def test_a_file_that_does_not_open_at_all_says_so(here: Office, tmp_path: Path) -> None:
    many(here, 2)
    here.close()
    here.path.write_bytes(b"\x00" * here.path.stat().st_size)
    with pytest.raises(Damaged):
        salvage.salvage(here.path, here.key, tmp_path / "ocop.db")


def test_a_copy_is_opened_before_it_counts_and_its_files_are_read(here: Office) -> None:
    dossier = a_dossier(here.db)
    from ocop_desktop.actions import evidence
    from tests.kit.builders import PDF

    here.do(evidence.attach, dossier, "01", "giay.pdf", PDF)
    place = backups.here(here.path)
    copy = backups.make(here.db, here.key, place, "by_hand", "1")
    assert backups.copies(place) == [copy]
    checked = backups.check(copy, here.key)
    assert (checked.files, checked.broken) == (1, ())
    (stored,) = (place / backups.FILES).glob("*.age")
    stored.write_bytes(stored.read_bytes()[:-1])
    assert backups.check(copy, here.key).broken == (stored.name,)
    with copy.database.open("rb+") as file:
        file.seek(3 * PAGE)
        file.write(b"\x00" * 50)
    with pytest.raises(Damaged):
        backups.check(copy, here.key)


def test_nothing_entered_is_readable_in_a_copy(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.do(dossiers.save_draft, dossier, {"producer.representative": "Lò Thị Bí Mật"}, {})
    backups.make(here.db, here.key, backups.here(here.path), "daily", "1")
    for path in backups.here(here.path).rglob("*"):
        if path.is_file():
            assert "Bí Mật".encode() not in path.read_bytes()
            assert b"Shan" not in path.read_bytes()


def test_an_unfinished_copy_is_no_copy(here: Office) -> None:
    a_dossier(here.db)
    place = backups.here(here.path)
    copy = backups.make(here.db, here.key, place, "daily", "1")
    (copy.folder / backups.NOTE).unlink()
    assert backups.copies(place) == []


def test_days_weeks_and_months_are_kept_and_the_latest_always(here: Office) -> None:
    a_dossier(here.db)
    place = backups.here(here.path)
    for days in range(120):
        here.clock.now = NOON - timedelta(days=120 - days)
        if days % 3 == 0:
            backups.make(here.db, here.key, place, "daily", "1")
    backups.prune(place, "", NOON)
    kept = [copy.note.at[:10] for copy in backups.copies(place)]
    assert 6 <= len(kept) <= backups.DAYS + backups.WEEKS + backups.MONTHS
    assert kept[0] == (NOON - timedelta(days=3)).date().isoformat()
    months = {day[:7] for day in kept}
    assert len(months) >= 4, "an old month has its copy"
    assert backups.prune(place, "", NOON + timedelta(days=4000)) == len(kept) - 1


def test_a_restore_brings_back_the_copy_and_keeps_what_was_there(here: Office) -> None:
    before = a_dossier(here.db)
    copy = backups.make(here.db, here.key, backups.here(here.path), "daily", "1")
    after = a_dossier(here.db)
    here.do(dossiers.save_draft, before, {"product.name": "Sửa sau bản sao"}, {})
    told = restoring.difference(here.db, copy, here.key)
    assert (told.there, told.here, told.only_here, told.changed) == (1, 2, 1, 0) or told.changed == 1
    here.close()
    restoring.restore(here.path, here.key, copy, "Hoàng Thị Mai")
    here.again()
    assert dossiers.open_dossier(here.db, before).values["product.name"] == "Chè Shan tuyết Tân Trào"
    assert records.find(here.db, after) is None
    kept = opened(here.path.with_name(f"{here.path.name}.before-restore"), here.key)
    try:
        assert records.find(kept, after) is not None
    finally:
        kept.close()
    assert run(here.db, lambda db: db.conn.execute("SELECT what FROM journal ORDER BY n DESC").fetchone()) == (
        "database.restored",
    )


def test_a_copy_that_is_not_whole_replaces_nothing(here: Office) -> None:
    dossier = a_dossier(here.db)
    copy = backups.make(here.db, here.key, backups.here(here.path), "daily", "1")
    with copy.database.open("rb+") as file:
        file.seek(5 * PAGE)
        file.write(b"\x00" * 50)
    here.close()
    with pytest.raises(Damaged):
        restoring.restore(here.path, here.key, copy, "x")
    here.again()
    assert dossiers.open_dossier(here.db, dossier).state == "open"
