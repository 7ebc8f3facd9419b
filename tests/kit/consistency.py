"""Whether a database contradicts itself: asked after a kill, a full disk, a fault half way."""

import json
from collections.abc import Iterator

from ocop_desktop.domain import merge
from ocop_desktop.domain.forms import Values
from ocop_desktop.storage import dossiers, files, listing
from ocop_desktop.storage.db import Db, run

# Every table with what people or the province rely on.
_KEPT = ("record", "outbox", "journal", "unparsed", "dossier_row", "producer_row", "file", "setting", "held", "base")


def dump(db: Db) -> dict[str, list[tuple[object, ...]]]:
    """Everything a database holds."""
    return {table: db.conn.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in _KEPT}


def faults(db: Db) -> list[str]:
    """What contradicts itself, in an office that never met a province; nothing when all is well."""
    return [*_structure(db), *_outbox(db), *_rows(db), *_dossiers(db), *_files(db)]


def _structure(db: Db) -> Iterator[str]:
    if (said := db.conn.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
        yield f"integrity: {said[:3]}"
    if broken := db.conn.execute("PRAGMA foreign_key_check").fetchall():
        yield f"foreign keys: {broken[:3]}"
    with_index = "INSERT INTO dossier_search (dossier_search, rank) VALUES ('integrity-check', 1)"
    db.conn.execute(with_index)
    db.conn.rollback()


def _outbox(db: Db) -> Iterator[str]:
    """An office that never sent anything: its outbox replayed is exactly its living records."""
    there: dict[str, Values] = {}
    for record, kind, fields in db.conn.execute("SELECT record, kind, fields FROM outbox ORDER BY n"):
        if kind == "delete":
            del there[record]
        else:
            there[record] = merge.apply(there.get(record, {}), json.loads(fields))
    here = {i: json.loads(b) for i, b in db.conn.execute("SELECT id, body FROM record WHERE deleted = 0")}
    for record in there.keys() | here.keys():
        if there.get(record) != here.get(record):
            yield f"outbox and record differ: {record}"


def _rows(db: Db) -> Iterator[str]:
    living = {i for (i,) in db.conn.execute("SELECT id FROM record WHERE type = 'dossier' AND deleted = 0")}
    listed = {i for (i,) in db.conn.execute("SELECT id FROM dossier_row")}
    if living != listed:
        yield f"rows without a dossier, or dossiers without a row: {living ^ listed}"
    before = db.conn.execute("SELECT * FROM dossier_row ORDER BY n").fetchall()
    run(db, lambda db: [listing.refresh(db, dossier) for dossier in living & listed])
    if db.conn.execute("SELECT * FROM dossier_row ORDER BY n").fetchall() != before:
        yield "a row is not what its records say"
    if strays := db.conn.execute("SELECT 1 FROM unparsed WHERE dossier NOT IN (SELECT id FROM record)").fetchone():
        yield f"typed text without a dossier: {strays}"


def _dossiers(db: Db) -> Iterator[str]:
    for (dossier,) in db.conn.execute("SELECT id FROM dossier_row").fetchall():
        whole = dossiers.load(db, dossier)  # checks the hash of its sealed report
        reports = db.conn.execute(
            "SELECT count(*) FROM record WHERE dossier = ? AND type = 'report'", (dossier,)
        ).fetchone()[0]
        seals = db.conn.execute(
            "SELECT count(*) FROM journal WHERE dossier = ? AND what = 'dossier.sealed'", (dossier,)
        ).fetchone()[0]
        if reports != seals or (whole.state in {"sealed", "handed_over"} and not reports):
            yield f"{whole.state} with {reports} reports and {seals} seals: {dossier}"
        for file in whole.evidence:
            if len(files.read(db, file.sha256)) != file.size:
                yield f"evidence of another size: {file.name}"


def _files(db: Db) -> Iterator[str]:
    """After an opening, the folder holds what the table names and nothing else."""
    named = {name for (name,) in db.conn.execute("SELECT name FROM file WHERE here = 1")}
    there = {path.name for path in db.files.iterdir()} if db.files.is_dir() else set()
    if named != there:
        yield f"files without a row, or rows without a file: {named ^ there}"
