"""The plug is pulled at every statement of the later acts, and at every file of a copy, a restore, a rule pack."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_desktop import legal
from ocop_desktop.actions import care, dossiers, evidence, holidays, office, register, rules
from ocop_desktop.actions.councils import seats, sheets
from ocop_desktop.actions.products import recognising
from ocop_desktop.legal.gathering import gather
from ocop_desktop.server import rulebook
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage import backups, settings
from ocop_desktop.storage.db import Db, check_sound, run
from tests.kit.builders import PDF, Office, a_complete_dossier, an_office
from tests.kit.consistency import dump, faults
from tests.kit.council import a_council, a_session, an_upper_office, arrived
from tests.kit.killing import DIED, at_statement, at_touch_of_the_disk

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the officer is forked to be killed quickly")
Act = Callable[[Db], object]


def number(folder: Path) -> tuple[Office, Act]:
    """A letter of the register: the number and day of a sealed report."""
    here = an_office(folder)
    dossier = a_complete_dossier(here.db)
    here.do(dossiers.seal, dossier)
    return here, lambda db: register.issue(db, dossier, "45", "2026-11-20")


def reopening(folder: Path) -> tuple[Office, Act]:
    """A sealed dossier opened again."""
    here = an_office(folder)
    dossier = a_complete_dossier(here.db)
    here.do(dossiers.seal, dossier)
    return here, lambda db: dossiers.reopen(db, dossier, "Ghi sai số điện thoại")


def handing_over(folder: Path) -> tuple[Office, Act]:
    """A dossier handed over."""
    here = an_office(folder)
    dossier = a_complete_dossier(here.db)
    here.do(dossiers.seal, dossier)
    return here, lambda db: dossiers.hand_over(db, dossier)


def day_off(folder: Path) -> tuple[Office, Act]:
    """A day off of one's own, which moves what is due."""
    from datetime import date

    here = an_office(folder)
    a_complete_dossier(here.db)
    return here, lambda db: holidays.save(db, date(2026, 11, 20), "Ngày hội của xã")


def sheet(folder: Path) -> tuple[Office, Act]:
    """The first mark on a council member's sheet."""
    here = an_upper_office(folder)
    council, members = a_council(here)
    case = arrived(here.db)
    session = a_session(here, council, case)
    return here, lambda db: sheets.write(db, session, case, members[1], "comment", "Bao bì đẹp")


def member(folder: Path) -> tuple[Office, Act]:
    """One more member of a council."""
    here = an_upper_office(folder)
    council, _members = a_council(here)
    return here, lambda db: seats.put_member(db, council, {"name": "Lò Thị Mây", "role": "member", "scores": True})


def recognition(folder: Path) -> tuple[Office, Act]:
    """A product recognised."""
    here = an_upper_office(folder)
    dossier = arrived(here.db)
    given = {"stars": 4, "decision_no": "1200/QĐ-UBND", "decided_on": "2026-11-20"}
    return here, lambda db: recognising.recognise(db, dossier, given)  # type: ignore[arg-type]


ACTS = (number, reopening, handing_over, day_off, sheet, member, recognition)


@pytest.mark.parametrize("made", ACTS, ids=[act.__name__ for act in ACTS])
def test_killed_at_every_statement_it_is_done_or_as_before(
    tmp_path: Path, made: Callable[[Path], tuple[Office, Act]]
) -> None:
    here, act = made(tmp_path / "office")
    faults(here.db)
    wrong_before = faults(here.db)  # an upper office's dossiers came by hand here: only what changes counts
    before = dump(here.db)
    here.close()

    def task() -> None:
        run(here.db, act)

    stop_at = 0
    while True:
        stop_at += 1

        def opened() -> Db:
            here.again()
            return here.db

        ran = at_statement(task, opened, stop_at)
        here.again()
        assert faults(here.db) == wrong_before, f"statement {stop_at}"
        now = dump(here.db)
        here.close()
        if ran != DIED or now != before:
            break
    assert now != before, "done at last, and only at the last statement"
    assert stop_at > 5, "the trace saw the statements"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def a_kept_office(folder: Path) -> tuple[Office, str]:
    """An office with evidence."""
    here = an_office(folder)
    dossier = a_complete_dossier(here.db)
    here.do(evidence.attach, dossier, "other", "ảnh.pdf", PDF + b"a")
    return here, dossier


def _copied(here: Office) -> None:
    care.back_up(here.path, here.key)


def _restored(here: Office, copy: backups.Copy) -> None:
    care.restore(here.path, here.key, copy)


def test_killed_at_every_file_of_a_copy_there_is_none_or_a_whole_one(tmp_path: Path) -> None:
    here, _dossier = a_kept_office(tmp_path / "office")
    here.close()
    stop_at, ran = 0, DIED
    while ran == DIED:
        stop_at += 1
        ran = at_touch_of_the_disk(lambda: _copied(here), stop_at)
        found = backups.copies(backups.here(here.path))
        for copy in found:
            assert backups.check(copy, here.key).broken == ()
        assert len(found) <= 1 or ran != DIED
        assert stop_at < 400
    assert found, "the last one was made"
    assert stop_at > 8
    here.again()
    assert faults(here.db) == []


def test_killed_at_every_file_of_a_restore_the_old_or_the_restored_one_opens(tmp_path: Path) -> None:
    here, dossier = a_kept_office(tmp_path / "office")
    here.close()
    (copy,) = care.back_up(here.path, here.key)
    here.again()
    here.do(dossiers.save_draft, dossier, {"product.name": "Sau khi sao lưu"}, {})
    here.close()
    stop_at, ran, names = 0, DIED, []
    while ran == DIED:
        stop_at += 1
        ran = at_touch_of_the_disk(lambda: _restored(here, copy), stop_at)
        here.again()
        check_sound(here.db)
        page = dossiers.open_dossier(here.db, dossier)
        names.append(page.values["product.name"])
        assert len(page.evidence) == 4
        assert all(evidence.read(here.db, file.id) for file in page.evidence)
        here.close()
        assert stop_at < 600
    assert names[0] == "Sau khi sao lưu"
    assert names[-1] == "Chè Shan tuyết Tân Trào"
    assert names == sorted(names, key=lambda name: name != "Sau khi sao lưu"), "there is no way back in between"


def test_killed_at_every_file_of_a_rule_pack_it_is_in_force_or_not_there(tmp_path: Path) -> None:
    from tests.sync.test_rules import holidays as a_table

    service = Service(Settings(data=tmp_path / "tinh", province="08", province_name="Tỉnh Tuyên Quang"))
    try:
        rulebook.publish(service, gather(a_table(tmp_path / "pack")), "Thử", 400)
        data = service.store.read(rulebook.content)
        key = service.identity.public_key
    finally:
        service.close()
    here = an_office(tmp_path / "office")
    here.do(settings.write, {"sync.server_key": key, "sync.province": "08"})
    here.close()

    def task() -> None:
        here.again()
        rules.install(office.runner(here.db), data, "2026-11-22T02:00:00.000Z")

    stop_at, ran = 0, DIED
    while ran == DIED:
        stop_at += 1
        ran = at_touch_of_the_disk(task, stop_at)
        legal.forget()
        here.again()
        check_sound(here.db)
        noted, there = rules.version(here.db), legal.installed()
        assert noted == 0 or there is not None, "what is noted is there"
        assert legal.regimes(), "the law opens in any case"
        here.close()
        assert stop_at < 400
    assert (noted, stop_at > 5) == (1, True)
    legal.forget()
