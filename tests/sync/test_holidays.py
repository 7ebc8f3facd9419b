"""A day off that one PC entered moves the due days on the other."""

from collections.abc import Callable
from datetime import date

from ocop_desktop.actions import dossiers, holidays, listing
from ocop_desktop.storage.db import run
from tests.sync.conftest import Commune


def test_a_day_off_reaches_the_other_pc_with_its_due_days(commune: Callable[..., Commune]) -> None:
    first, second = commune("may-1"), commune("may-2")
    dossier = first.receive("Gạo nếp", **{"dossier.received_on": "2026-11-09"})
    first.sync()
    second.sync()
    assert dossiers.open_dossier(second.db, dossier).due_on == date(2026, 12, 1)
    run(first.db, lambda db: holidays.save(db, date(2026, 11, 30), "Nghỉ theo thông báo"))
    first.sync()
    summary = second.sync()
    assert dossier in summary.dossiers
    row = listing.row(second.db, dossier)
    assert row is not None and row.due_on == date(2026, 12, 2)
