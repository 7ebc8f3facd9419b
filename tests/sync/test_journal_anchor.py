"""The journal against what the province signed: a chain made anew or cut is found."""

from collections.abc import Callable

from ocop_desktop.actions import inspection
from ocop_desktop.storage import journal
from tests.sync.conftest import Commune


def test_a_chain_made_anew_or_cut_differs_from_what_the_province_signed(commune: Callable[..., Commune]) -> None:
    pc = commune()
    dossier = pc.receive("Chè")
    pc.sync()
    pc.write(dossier, {"product.name": "Chè xanh"})
    pc.sync()
    found = inspection.check_journal(pc.db)
    assert found.whole and found.receipts >= 2

    for trigger in ("journal_stands", "journal_stays"):
        pc.db.conn.execute(f"DROP TRIGGER {trigger}")
    whole = pc.db.conn.execute("SELECT n, officer, hash FROM journal ORDER BY n").fetchall()
    # Somebody rewrites a line and makes the whole chain anew.
    pc.db.conn.execute("UPDATE journal SET officer = 'ai khác' WHERE n = 2")
    pc.db.conn.execute("UPDATE journal SET hash = NULL")
    journal.close(pc.db)
    forged = inspection.check_journal(pc.db)
    assert forged.broken is not None and forged.broken.what == "anchor" and forged.broken.at
    # Somebody cuts the end off.
    pc.db.conn.executemany("UPDATE journal SET officer = ?, hash = ? WHERE n = ?", [(o, h, n) for n, o, h in whole])
    assert inspection.check_journal(pc.db).whole
    pc.db.conn.execute("DELETE FROM journal WHERE n > 2")
    cut = inspection.check_journal(pc.db)
    assert cut.broken is not None and cut.broken.what == "anchor"
    pc.db.conn.rollback()
