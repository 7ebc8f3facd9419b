"""The journal is append-only and chained: a break is found and named."""

import json
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ocop_desktop.actions import dossiers, inspection
from ocop_desktop.storage import journal
from tests.kit.builders import Office, a_dossier


def type_something(here: Office) -> str:
    dossier = a_dossier(here.db)
    for text in ("Chè", "Chè xanh"):
        here.do(dossiers.save_draft, dossier, {"product.name": text}, {})
    here.clock.move(minutes=11)
    here.do(dossiers.save_draft, dossier, {"product.name": "Chè vàng"}, {})
    here.do(dossiers.pause, dossier, "Chờ phiếu kiểm nghiệm")
    return dossier


def force(here: Office, sql: str) -> None:
    """What somebody does who has the key and a tool for databases."""
    for trigger in ("journal_stands", "journal_stays"):
        here.db.conn.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    here.db.conn.execute(sql)
    here.db.conn.commit()


def test_a_chained_line_cannot_be_changed_or_taken_away(here: Office) -> None:
    type_something(here)
    for sql in ("UPDATE journal SET officer = 'ai khác' WHERE n = 2", "DELETE FROM journal WHERE n = 2"):
        with pytest.raises(sqlcipher.IntegrityError, match="append-only"):
            here.db.conn.execute(sql)
    here.db.conn.rollback()


def test_only_the_line_of_a_sitting_that_goes_on_has_no_hash(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.do(dossiers.save_draft, dossier, {"product.name": "Chè"}, {})
    open_ones = "SELECT count(*) FROM journal WHERE hash IS NULL"
    assert here.db.conn.execute(open_ones).fetchone() == (1,)
    here.do(dossiers.save_draft, dossier, {"product.name": "Chè xanh"}, {})
    assert here.db.conn.execute(open_ones).fetchone() == (1,)
    here.do(dossiers.pause, dossier, "Chờ")
    assert here.db.conn.execute(open_ones).fetchone() == (0,)


def test_a_whole_journal_is_whole_also_after_the_next_morning(here: Office) -> None:
    type_something(here)
    here.again()
    found = inspection.check_journal(here.db)
    assert found.whole and found.lines > 4 and found.head == str(journal.head(here.db))


@pytest.mark.parametrize(
    ("sql", "line"),
    [
        ("UPDATE journal SET officer = 'ai khác' WHERE n = 3", 3),
        ("UPDATE journal SET details = replace(details, 'xanh', 'đen') WHERE n = 3", 3),
        ("UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE n = 2", 2),
        ("DELETE FROM journal WHERE n = 2", 3),
    ],
)
def test_the_first_line_that_is_not_what_it_was_is_named(here: Office, sql: str, line: int) -> None:
    type_something(here)
    force(here, sql)
    found = inspection.check_journal(here.db)
    assert found.broken is not None
    assert (found.broken.n, found.broken.what) == (line, "altered")
    assert not found.whole


def test_an_inspection_gets_every_line_with_its_hash(here: Office, tmp_path: Path) -> None:
    type_something(here)
    out = tmp_path / "nhật ký.jsonl"
    count = here.do(inspection.export_journal, out)
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert count == len(lines) and lines[-1]["hash"] == journal.head(here.db).hash
    assert any(line["what"] == "edit" and line["details"]["fields"]["product.name"][1] == "Chè vàng" for line in lines)
