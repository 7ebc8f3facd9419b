"""The journal: one sitting is one line, one officer's."""

import pytest

from ocop_desktop.actions import dossiers
from ocop_desktop.storage import journal
from tests.kit.builders import Office, a_dossier


def lines(here: Office, dossier: str) -> list[tuple[str, str, dict[str, object]]]:
    return [(line.who, line.what, line.details) for line in dossiers.history(here.db, dossier)]


def test_a_sitting_is_one_line_from_the_first_text_to_the_last(here: Office) -> None:
    dossier = a_dossier(here.db)
    for text in ("C", "Chè", "Chè xanh"):
        here.clock.move(minutes=9)
        here.do(dossiers.save_draft, dossier, {"product.name": text}, {})
    edits = [line for line in lines(here, dossier) if line[1] == "edit"]
    assert edits == [(here.db.officer, "edit", {"fields": {"product.name": ["Chè Shan tuyết Tân Trào", "Chè xanh"]}})]


def test_after_ten_quiet_minutes_a_new_line_begins(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.do(dossiers.save_draft, dossier, {"product.name": "Chè"}, {})
    here.clock.move(minutes=10, seconds=1)
    here.do(dossiers.save_draft, dossier, {"product.name": "Chè xanh"}, {})
    assert [what for _, what, _ in lines(here, dossier)] == ["edit", "edit", "dossier.received"]


def test_another_officer_begins_a_new_line(here: Office) -> None:
    dossier = a_dossier(here.db)
    here.do(dossiers.save_draft, dossier, {"product.name": "Chè"}, {})
    here.db.officer = "Lý Văn Páo"
    here.do(dossiers.save_draft, dossier, {"product.name": "Chè xanh"}, {})
    assert [who for who, what, _ in lines(here, dossier) if what == "edit"] == ["Lý Văn Páo", "Hoàng Thị Mai"]


@pytest.mark.parametrize("by", [{"days": -365}, {"days": 365}])
def test_a_clock_that_jumps_begins_a_new_line_and_loses_none(here: Office, by: dict[str, float]) -> None:
    dossier = a_dossier(here.db)
    here.do(dossiers.save_draft, dossier, {"product.name": "Chè"}, {})
    here.clock.move(**by)
    here.do(dossiers.save_draft, dossier, {"product.name": "Chè xanh"}, {})
    here.do(dossiers.save_draft, dossier, {"product.name": "Chè vàng"}, {})
    assert [what for _, what, _ in lines(here, dossier)] == ["edit", "edit", "dossier.received"]


def test_where_typing_stopped_is_the_field_typed_last(here: Office) -> None:
    dossier = a_dossier(here.db)
    for key in ("product.name", "producer.address", "product.name"):
        here.do(dossiers.save_draft, dossier, {key: f"{key} {here.clock.now}"}, {})
        here.clock.move(minutes=1)
    found = journal.last_edit(here.db, here.db.officer)
    assert found is not None
    assert found[:2] == (dossier, "product.name")
    assert journal.last_edit(here.db, "ai khác") is None


def test_what_was_not_kept_is_not_in_the_journal(here: Office) -> None:
    dossier = a_dossier(here.db)
    with pytest.raises(ZeroDivisionError):
        here.do(lambda db: (dossiers.save_draft(db, dossier, {"product.name": "x"}, {}), 1 / 0))
    assert [what for _, what, _ in lines(here, dossier)] == ["dossier.received"]
