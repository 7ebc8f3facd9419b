"""The schema, as ordered functions that are never edited once released and import nothing that can change."""

import shutil
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Migrations
from sqlite_utils.db import Database

from ocop_desktop.errors import Damaged

from .db import Db, Key, back_up, check_sound, close_whole, connect, one, set_aside
from .durable import explain, sync_file, sync_folder

migrations = Migrations("ocop-desktop")


@migrations()
def m0001_start(db: Database) -> None:
    """Records, their way to the province, the journal, settings, and the list people read."""
    for statement in (
        "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        # A record is a flat dict of fields. rev: the province's revision it is based on, 0 = never there;
        # synced: when the province last confirmed it (its clock), receipt: in answer to which batch.
        """CREATE TABLE record (
            n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, unit TEXT NOT NULL, dossier TEXT,
            body TEXT NOT NULL, rev INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0,
            created TEXT NOT NULL, updated TEXT NOT NULL, synced TEXT,
            receipt TEXT REFERENCES batch (id)) STRICT""",
        "CREATE INDEX record_of_dossier ON record (dossier, type) WHERE dossier IS NOT NULL",
        "CREATE INDEX record_by_type ON record (type, n)",
        # Which dossiers show a producer or a product: asked at every save of one of their fields.
        "CREATE INDEX dossier_of_producer ON record (json_extract(body, '$.producer')) WHERE type = 'dossier'",
        "CREATE INDEX dossier_of_product ON record (json_extract(body, '$.product')) WHERE type = 'dossier'",
        # The province's copy of a record that has changes not yet accepted there.
        """CREATE TABLE base (
            record TEXT PRIMARY KEY, rev INTEGER NOT NULL, body TEXT NOT NULL, deleted INTEGER NOT NULL) STRICT""",
        """CREATE TABLE batch (
            n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, bytes BLOB, sha256 TEXT NOT NULL,
            ops INTEGER NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, last_error TEXT,
            created TEXT NOT NULL, answered TEXT, receipt BLOB) STRICT""",
        # rev: the revision an operation was made on; resolves: the conflicts it settles (JSON), with the reason.
        """CREATE TABLE outbox (
            n INTEGER PRIMARY KEY AUTOINCREMENT, op TEXT NOT NULL UNIQUE, record TEXT NOT NULL, type TEXT NOT NULL,
            unit TEXT NOT NULL, kind TEXT NOT NULL, fields TEXT NOT NULL, expect TEXT NOT NULL, parent TEXT,
            officer TEXT NOT NULL, at TEXT NOT NULL, rev INTEGER NOT NULL, resolves TEXT NOT NULL DEFAULT '[]',
            reason TEXT NOT NULL DEFAULT '', confirmed INTEGER NOT NULL DEFAULT 0, sent INTEGER NOT NULL DEFAULT 0,
            batch TEXT REFERENCES batch (id)) STRICT""",
        "CREATE INDEX outbox_of_record ON outbox (record, n)",
        "CREATE INDEX outbox_of_batch ON outbox (batch, n)",
        # What the province held back or refused, until a person deals with it. conflict: its id there; told: the
        # conflict as the province tells it (JSON), both sides whole.
        """CREATE TABLE held (
            op TEXT PRIMARY KEY, record TEXT NOT NULL, outcome TEXT NOT NULL, code TEXT NOT NULL, field TEXT,
            fields TEXT NOT NULL, conflict TEXT, told TEXT, at TEXT NOT NULL) STRICT""",
        "CREATE INDEX held_of_record ON held (record)",
        # Evidence by content: the name of the encrypted file, and how much of it the province has.
        """CREATE TABLE file (
            sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL, here INTEGER NOT NULL,
            upload TEXT, sent INTEGER NOT NULL DEFAULT 0, done TEXT, added TEXT NOT NULL) STRICT""",
        "CREATE INDEX file_to_send ON file (added) WHERE done IS NULL",
        """CREATE TABLE journal (
            n INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, until TEXT NOT NULL, officer TEXT NOT NULL,
            dossier TEXT, record TEXT, what TEXT NOT NULL, details TEXT NOT NULL, hash TEXT) STRICT""",
        "CREATE INDEX journal_of_dossier ON journal (dossier, n)",
        # hash: over the line and the hash before it; NULL only while a sitting of typing goes on. Then nothing changes it.
        "CREATE TRIGGER journal_stands BEFORE UPDATE ON journal WHEN old.hash IS NOT NULL BEGIN "
        "SELECT RAISE(ABORT, 'the journal is append-only'); END",
        "CREATE TRIGGER journal_stays BEFORE DELETE ON journal BEGIN "
        "SELECT RAISE(ABORT, 'the journal is append-only'); END",
        # Text that is not yet a value, exactly as typed.
        "CREATE TABLE unparsed (dossier TEXT NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL, "
        "PRIMARY KEY (dossier, field)) STRICT",
        # One row per dossier as people read it; rebuilt from the records in the transaction that changes them.
        """CREATE TABLE dossier_row (
            n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, product TEXT NOT NULL, producer TEXT NOT NULL,
            set_no INTEGER, set_name TEXT NOT NULL, stage TEXT NOT NULL, due TEXT, missing INTEGER NOT NULL,
            sync TEXT NOT NULL, sync_at TEXT, files INTEGER NOT NULL, files_done INTEGER NOT NULL, revision INTEGER NOT NULL,
            officer TEXT NOT NULL, updated TEXT NOT NULL, search TEXT NOT NULL, sort_product TEXT NOT NULL,
            sort_producer TEXT NOT NULL) STRICT""",
        "CREATE INDEX row_by_product ON dossier_row (sort_product, n)",
        "CREATE INDEX row_by_producer ON dossier_row (sort_producer, n)",
        "CREATE INDEX row_by_set ON dossier_row (set_no, n)",
        "CREATE INDEX row_by_stage ON dossier_row (stage, n)",
        # All that the filters and their counts ask for, without reading the rows themselves.
        "CREATE INDEX row_by_filter ON dossier_row (stage, due, officer)",
        "CREATE INDEX row_by_due ON dossier_row (due IS NULL, due, n)",
        "CREATE INDEX row_by_missing ON dossier_row (missing, n)",
        "CREATE INDEX row_by_sync ON dossier_row (sync, sync_at, n)",
        "CREATE INDEX row_by_updated ON dossier_row (updated, n)",
        "CREATE VIRTUAL TABLE dossier_search USING fts5("
        "search, content='dossier_row', content_rowid='n', prefix='1 2 3', detail=column)",
        "CREATE TRIGGER row_added AFTER INSERT ON dossier_row BEGIN "
        "INSERT INTO dossier_search (rowid, search) VALUES (new.n, new.search); END",
        "CREATE TRIGGER row_removed AFTER DELETE ON dossier_row BEGIN "
        "INSERT INTO dossier_search (dossier_search, rowid, search) VALUES ('delete', old.n, old.search); END",
        "CREATE TRIGGER row_renamed AFTER UPDATE OF search ON dossier_row WHEN old.search <> new.search BEGIN "
        "INSERT INTO dossier_search (dossier_search, rowid, search) VALUES ('delete', old.n, old.search); "
        "INSERT INTO dossier_search (rowid, search) VALUES (new.n, new.search); END",
        # Producers known here, for reuse as one types.
        """CREATE TABLE producer_row (
            n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT, address TEXT,
            search TEXT NOT NULL) STRICT""",
        "CREATE INDEX producer_by_search ON producer_row (search)",
    ):
        db.execute(statement)


@migrations()
def m0010_gathering(db: Database) -> None:
    """Offices that gather several communes: the units of their scope, and whose a dossier of the list is."""
    for statement in (
        # What the province tells of a unit; equal: both sides were seen to hold the same of it.
        "CREATE TABLE gathered_unit (unit TEXT PRIMARY KEY, high INTEGER NOT NULL DEFAULT 0, "
        "devices INTEGER NOT NULL DEFAULT 0, seen TEXT NOT NULL DEFAULT '', equal INTEGER NOT NULL DEFAULT 0) STRICT",
        "ALTER TABLE dossier_row ADD COLUMN unit TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dossier_row ADD COLUMN unit_name TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE dossier_row ADD COLUMN sort_unit TEXT NOT NULL DEFAULT ''",
        "UPDATE dossier_row SET unit = coalesce((SELECT unit FROM record WHERE record.id = dossier_row.id), '')",
        "CREATE INDEX row_by_unit ON dossier_row (sort_unit, n)",
        "CREATE INDEX row_of_unit ON dossier_row (unit, stage, due)",
    ):
        db.execute(statement)


@migrations()
def m0011_former_units(db: Database) -> None:
    """Communes of before a merger, as the province tells: no source that was found has them."""
    db.execute(
        "CREATE TABLE former_unit (code TEXT PRIMARY KEY, name TEXT NOT NULL, district TEXT NOT NULL, now TEXT NOT NULL, "
        "until TEXT NOT NULL) STRICT"
    )


@migrations()
def m0012_one_product(db: Database) -> None:
    """What is asked for by the product, dossier or session that a record names: 20,000 products are read at once."""
    for statement in (
        "CREATE INDEX product_of_line ON record (json_extract(body, '$.line')) WHERE type = 'product'",
        "CREATE INDEX recognition_of_dossier ON record (json_extract(body, '$.dossier')) WHERE type = 'recognition'",
        "CREATE INDEX recognition_of_product ON record (json_extract(body, '$.product')) WHERE type = 'recognition'",
        "CREATE INDEX result_of_dossier ON record (json_extract(body, '$.dossier')) WHERE type = 'council_result'",
        "CREATE INDEX sheet_of_session ON record (json_extract(body, '$.session')) WHERE type = 'council_sheet'",
    ):
        db.execute(statement)


@migrations()
def m0013_kept_digest(db: Database) -> None:
    """The digest of what the province confirmed is kept (``sync.kept_digest``) until any of it changes, by whatever hand."""
    forget = "BEGIN DELETE FROM setting WHERE key = 'sync.kept_digest'; END"
    for statement in (
        "CREATE TRIGGER confirmed_added AFTER INSERT ON record WHEN new.rev > 0 " + forget,
        "CREATE TRIGGER confirmed_changed AFTER UPDATE OF rev, body, deleted, unit ON record "
        "WHEN new.rev > 0 OR old.rev > 0 " + forget,
        "CREATE TRIGGER confirmed_removed AFTER DELETE ON record WHEN old.rev > 0 " + forget,
        "CREATE TRIGGER base_added AFTER INSERT ON base " + forget,
        "CREATE TRIGGER base_changed AFTER UPDATE ON base " + forget,
        "CREATE TRIGGER base_removed AFTER DELETE ON base " + forget,
    ):
        db.execute(statement)


@migrations()
def m0016_events_of_product(db: Database) -> None:
    """What befell one product, without reading what befell all others."""
    for type_ in ("council_result", "inspection", "demotion", "withdrawal", "stopped"):
        db.execute(
            f"CREATE INDEX {type_}_of_product ON record (json_extract(body, '$.product')) WHERE type = '{type_}'"
        )


@migrations()
def m0017_records_of_unit(db: Database) -> None:
    """The digest of one commune, without reading those of all others."""
    db.execute("CREATE INDEX record_of_unit ON record (unit) WHERE rev > 0")


def refuse_newer(db: Db) -> set[str]:
    """The migrations a database has had. One that this program lacks is refused: ``Damaged``: ``database.newer``."""
    applied = {migration.name for migration in migrations.applied(db)}
    if unknown := applied - {migration.name for migration in migrations._migrations}:
        raise Damaged("database.newer", unknown=", ".join(sorted(unknown)))
    return applied


def begin(db: Db) -> None:
    """Make the schema of a new, empty database."""
    if not refuse_newer(db):
        migrations.apply(db)


def is_current(db: Db) -> bool:
    """Whether the schema is this program's."""
    return not migrations.pending(db)


def upgrade(db: Db, key: Key) -> None:
    """Bring an older schema up to date: on a copy, which takes the place of the file only when it is whole. Closes ``db``.

    The file as it was is kept beside (``backup_before``), so that the program of before can go on with it. Whatever fails,
    the old file stands untouched.
    """
    path, first = db.path, migrations.pending(db)[0].name
    kept = backup_before(path, first)
    back_up(db, kept, key)
    fresh = path.with_name(f"{path.name}.upgrading")
    try:
        fresh.unlink(missing_ok=True)
        shutil.copyfile(kept, fresh)
        _migrate(fresh, key)
        close_whole(db)
        sync_file(fresh)
        fresh.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise explain(error) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
            set_aside(fresh)


def _migrate(path: Path, key: Key) -> None:
    db = connect(path, key, read_only=False)
    try:
        db.conn.execute("PRAGMA foreign_keys = OFF")  # a migration may rebuild a table that others refer to
        migrations.apply(db)
        if broken := one(db, "PRAGMA foreign_key_check"):
            raise Damaged("database.damaged", table=broken[0])
        check_sound(db)
        close_whole(db)
    finally:
        db.close()


def backup_before(database: Path, migration: str) -> Path:
    """Where the copy stands that is made before a migration."""
    return database.with_name(f"{database.name}.backups") / f"before-{migration}.db"
