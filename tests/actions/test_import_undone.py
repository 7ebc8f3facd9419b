"""An import of a list undone as one step, and when it is not."""

from pathlib import Path

from ocop_desktop.actions import dossiers
from ocop_desktop.actions.lists import undoing
from ocop_desktop.errors import Refused
from tests.actions.test_importing import HEAD, ROW, file, pages, take
from tests.kit.builders import Office


def undo(here: Office) -> str:
    try:
        here.do(undoing.undo)
    except Refused as refused:
        return refused.code
    return ""


def test_an_import_is_undone_as_one_step(here: Office, tmp_path: Path) -> None:
    assert undo(here) == "import.undo.none"
    before = here.do(dossiers.receive, {"product.name": "Mật ong", "producer.name": "HTX B"}).created
    take(here, file(tmp_path, f"{HEAD}\n{ROW}\n7;Mật ong bạc hà;HTX B;;99;;;;;\n"))
    last = undoing.last(here.db)
    assert last is not None and (last.name, len(pages(here))) == ("bảng.csv", 3)
    assert undo(here) == ""
    assert [page.id for page in pages(here)] == [before]
    assert here.db.conn.execute("SELECT count(*) FROM unparsed").fetchone() == (0,)
    assert here.db.conn.execute("SELECT count(*) FROM outbox WHERE type <> 'numbers'").fetchone() == (3,), (
        "what was there before still waits"
    )
    assert here.db.conn.execute("SELECT count(*) FROM producer_row").fetchone() == (1,)
    assert (undoing.last(here.db), undo(here)) == (None, "import.undo.none")
    assert take(here, file(tmp_path, f"{HEAD}\n{ROW}\n")).count("made") == 1, "it may come again"


def test_nothing_that_somebody_worked_on_is_thrown_away(here: Office, tmp_path: Path) -> None:
    take(here, file(tmp_path, f"{HEAD}\n{ROW}\n7;Mật ong;HTX B;;99;;;;;\n"))
    one, other = pages(here)
    here.clock.move(minutes=1)
    here.do(dossiers.save_draft, other.id, {}, {"product.set": "chín mươi chín"})
    assert undo(here) == "import.undo.used"
    here.do(dossiers.save_draft, other.id, {}, {"product.set": "99"})
    here.do(dossiers.receive, {"product.name": "Chè khác"}, dossiers.producer_of(here.db, one.id))
    assert undo(here) == "import.undo.used"
    assert len(pages(here)) == 3


def test_what_is_on_its_way_to_the_province_is_not_undone(here: Office, tmp_path: Path) -> None:
    take(here, file(tmp_path, f"{HEAD}\n{ROW}\n"))
    here.do(lambda db: db.conn.execute("UPDATE outbox SET sent = 1 WHERE type = 'product'"))
    assert undoing.last(here.db) is None
    assert undo(here) == "import.undo.sent"
