"""A new schema: a checked copy first; a migration that fails leaves the file as it was."""

import multiprocessing
import os
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ocop_desktop.actions import dossiers, office
from ocop_desktop.errors import Environment
from ocop_desktop.storage import db as database
from ocop_desktop.storage import migrations
from tests.kit.builders import Office, a_dossier

FORK = multiprocessing.get_context("fork")


def with_migration(body: object, task: object) -> str:
    """What a task says in a child process where one more migration is known."""
    ours, theirs = FORK.Pipe(duplex=False)

    def child() -> None:
        migrations.migrations(name="m0002_test")(body)  # type: ignore[arg-type]
        try:
            theirs.send(str(task()))  # type: ignore[operator]
        except BaseException as error:
            theirs.send(repr(error))

    process = FORK.Process(target=child)
    process.start()
    theirs.close()
    said = ours.recv() if ours.poll(60) else "silent"
    process.join(60)
    return str(said)


def test_a_migration_is_made_after_a_copy_that_opens(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.close()

    def upgrade() -> int:
        here.again()
        return int(here.db.conn.execute("SELECT count(*) FROM added").fetchone()[0])

    assert with_migration(lambda db: db.execute("CREATE TABLE added (x INTEGER) STRICT"), upgrade) == "0"
    backup = migrations.backup_before(here.path, "m0002_test")
    old = office.open_writer(backup, here.key)
    assert dossiers.open_dossier(old, dossier).values["product.name"] == "Chè Shan tuyết Tân Trào"
    assert old.conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'added'").fetchone() == (0,)
    old.close()
    with pytest.raises(Exception, match=r"database\.newer"):
        here.again()  # this process does not know the migration: an older program


def test_a_migration_that_fails_half_way_leaves_the_old_file_working(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.close()

    def broken(db: "sqlcipher.Connection") -> None:
        db.execute("CREATE TABLE half (x INTEGER) STRICT")
        db.execute("DELETE FROM record")
        db.execute("CREATE TABLE half (x INTEGER) STRICT")

    assert "half" in with_migration(broken, here.again)
    here.again()
    assert dossiers.open_dossier(here.db, dossier).state == "open"
    assert here.db.conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
    assert here.db.conn.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_no_migration_without_a_copy(here: Office) -> None:
    here.close()
    folder = migrations.backup_before(here.path, "m0002_test").parent
    folder.write_text("in the way")  # the copy has no place to go

    def upgrade() -> str:
        here.again()
        return "opened"

    said = with_migration(lambda db: db.execute("CREATE TABLE added (x INTEGER) STRICT"), upgrade)
    assert "Environment" in said
    folder.unlink()
    here.again()
    assert here.db.conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'added'").fetchone() == (0,)


def test_opening_twice_migrates_once(here: Office) -> None:
    here.again()
    applied = here.db.conn.execute("SELECT name FROM _sqlite_migrations").fetchall()
    assert [name for (name,) in applied] == [m.name for m in migrations.migrations._migrations]
    assert not migrations.backup_before(here.path, "m0001_start").parent.exists()


def test_every_table_is_strict_and_the_search_index_follows_it(here: Office) -> None:
    tables = here.db.conn.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
        " AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    assert tables
    assert [name for name, strict in tables if not strict] == []
    a_dossier(here.db)
    here.db.conn.execute("INSERT INTO dossier_search (dossier_search, rank) VALUES ('integrity-check', 1)")


def test_a_copy_to_a_folder_that_cannot_be_made_is_the_machine_s_fault(here: Office) -> None:
    (here.path.parent / "file").write_text("")
    with pytest.raises(Environment):
        database.back_up(here.db, Path(here.path.parent / "file" / "copy.db"), here.key)


def test_a_power_cut_in_a_migration_leaves_the_file_as_it_was(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.close()

    def cut(db: "sqlcipher.Connection") -> None:
        db.execute("CREATE TABLE half (x INTEGER) STRICT")
        os._exit(9)

    child = FORK.Process(target=lambda: (migrations.migrations(name="m0002_test")(cut), here.again()))  # type: ignore[arg-type]
    child.start()
    child.join(60)
    assert child.exitcode == 9
    here.again()
    assert dossiers.open_dossier(here.db, dossier).state == "open"
    assert here.db.conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)


def test_a_file_another_program_reads_is_not_swapped_under_it(here: Office) -> None:
    a_dossier(here.db)
    here.close()
    reader = office.open_reader(here.path, here.key)
    reader.conn.execute("BEGIN")
    reader.conn.execute("SELECT count(*) FROM record").fetchone()
    said = with_migration(lambda db: db.execute("CREATE TABLE added (x INTEGER) STRICT"), here.again)
    reader.conn.rollback()
    reader.close()
    here.again()
    assert "database.locked" in said
    assert here.db.conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'added'").fetchone() == (0,)
