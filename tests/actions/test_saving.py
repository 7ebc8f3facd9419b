"""A saved field costs little: few statements, and only what changed goes to the disk. The list is right after each."""

from ocop_desktop.actions import dossiers
from ocop_desktop.storage import listing
from ocop_desktop.storage.db import Db, run
from tests.kit.builders import Office, a_dossier

FIELDS = (
    ("dossier.matter.nguyen_lieu.found", "Lần gõ thứ {n}: nguyên liệu của xã"),
    ("product.description", "Mô tả lần {n}"),
    ("producer.phone", "09123450{n:02d}"),
)


def statements(here: Office, dossier: str, field: str, text: str) -> list[str]:
    """What one save says to the database."""
    said: list[str] = []
    here.db.conn.set_trace_callback(said.append)
    try:
        run(here.db, lambda db: dossiers.save_draft(db, dossier, {field: text}, {}))
    finally:
        here.db.conn.set_trace_callback(None)
    return [each for each in said if not each.startswith("--")]


def test_a_save_takes_few_statements_and_writes_no_column_that_stays(here: Office) -> None:
    dossier = a_dossier(here.db)
    for field, text in FIELDS:
        statements(here, dossier, field, text.format(n=1))
        said = statements(here, dossier, field, text.format(n=2))
        assert len(said) <= 32, said
        assert not [each for each in said if each.startswith(("INSERT INTO dossier_row", "INSERT INTO producer_row"))]
        written = [each for each in said if each.startswith("UPDATE dossier_row")]
        assert not any("sort_product" in each or "search" in each or "stage" in each for each in written), written


def test_a_save_writes_few_pages(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.db.conn.execute("PRAGMA wal_autocheckpoint = 0")
    log = here.path.with_name(f"{here.path.name}-wal")
    for field, text in FIELDS:
        statements(here, dossier, field, text.format(n=1))
        before = log.stat().st_size
        statements(here, dossier, field, text.format(n=2))
        assert (log.stat().st_size - before) / (4096 + 24) <= 10


def test_the_row_is_what_the_records_say_after_every_save(here: Office) -> None:
    first = a_dossier(here.db)
    producer = dossiers.producer_of(here.db, first)
    second = run(here.db, lambda db: dossiers.receive(db, {"product.name": "Mật ong"}, producer)).created
    assert second is not None
    changes = (
        ("producer.name", "Hợp tác xã Ánh Dương"),
        ("product.name", "Ổi lê"),
        ("dossier.received_on", "2026-11-02"),
        ("producer.phone", "0912345678"),
        ("producer.address", None),
        ("product.set", "che-tuoi-che-che-bien"),
    )
    for field, value in changes:
        run(here.db, lambda db, field=field, value=value: dossiers.save_draft(db, first, {field: value}, {}))
        kept = rows(here)
        run(here.db, lambda db: rebuild(db, first, second))
        assert kept == rows(here), field


def rebuild(db: Db, *each: str) -> None:
    db.conn.execute("DELETE FROM dossier_row")
    db.conn.execute("DELETE FROM producer_row")
    for dossier in each:
        listing.refresh(db, dossier)


def rows(here: Office) -> tuple[list[object], list[object], list[object]]:
    """The lists people read, without the order in which they were made, and what a search finds."""
    names = ", ".join(listing._WRITTEN)
    found = here.db.conn.execute(f"SELECT id, {names} FROM dossier_row ORDER BY id").fetchall()
    producers = here.db.conn.execute("SELECT id, name, kind, address, search FROM producer_row ORDER BY id").fetchall()
    match = here.db.conn.execute(
        "SELECT d.id FROM dossier_search s JOIN dossier_row d ON d.n = s.rowid WHERE dossier_search MATCH 'anh'"
    ).fetchall()
    return found, producers, sorted(match)
