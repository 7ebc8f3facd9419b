"""Every act that somebody may have to answer for leaves a line: who, what, and before and after where there is one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ocop_desktop import legal
from ocop_desktop.actions import (
    care,
    dossier_package,
    dossiers,
    inspection,
    office,
    people,
    personal,
    register,
    rules,
    sensitive,
    stick,
)
from ocop_desktop.actions.lists import exporting
from ocop_desktop.errors import Refused, SyncError
from ocop_desktop.legal.gathering import gather
from ocop_desktop.server import accounts, rulebook
from ocop_desktop.server.service import Service
from ocop_desktop.storage import journal, settings
from ocop_desktop.storage.db import Db, run
from tests.kit.builders import OFFICER, Office, a_complete_dossier, a_dossier, an_office
from tests.sync.conftest import Commune, TheProvince
from tests.sync.test_rules import holidays as a_table

SECOND, PHRASE = "Lý Văn Páo", "suối chảy quanh bản nhỏ"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Office]:
    made = an_office(tmp_path / "o")
    yield made
    made.close()


Line = tuple[str, str, dict[str, object]]


def lines(db: Db) -> list[Line]:
    """What the journal says, first to last."""
    return [(line["what"], line["officer"], line["details"]) for line in journal.lines(db)]


def last(db: Db) -> Line:
    """The latest line."""
    return lines(db)[-1]


def test_looking_and_taking_away(here: Office, tmp_path: Path) -> None:
    dossier = a_complete_dossier(here.db)
    here.do(personal.look, dossier, "producer.ethnicity")
    assert last(here.db) == ("sensitive.shown", OFFICER, {"field": "producer.ethnicity"})
    here.do(sensitive.note_shown, dossier, ["producer.home_address", "producer.name"])
    assert last(here.db)[2] == {"field": "producer.home_address"}
    here.do(exporting.export, "products", tmp_path / "a.csv")
    assert last(here.db)[:2] == ("list.exported", OFFICER) and last(here.db)[2]["kind"] == "products"
    here.do(inspection.export_journal, tmp_path / "a.jsonl")
    assert last(here.db) == ("journal.exported", OFFICER, {"sensitive": False})
    here.do(
        personal.export, str(dossiers.open_dossier(here.db, dossier).values["producer.representative"]), tmp_path / "p"
    )
    assert last(here.db) == ("person.exported", OFFICER, {"producers": 1, "dossiers": 1})
    here.do(dossiers.seal, dossier)
    gathered = run(here.db, lambda db: dossier_package.gather(db, dossier))
    here.do(dossier_package.note, gathered, dossier_package.build(gathered))
    what, who, details = last(here.db)
    assert (what, who) == ("dossier.packaged", OFFICER) and len(str(details["sha256"])) == 64


def test_a_correction_says_what_stood_there_before(here: Office) -> None:
    dossier = a_dossier(here.db)
    before = dossiers.open_dossier(here.db, dossier).values["producer.phone"]
    here.do(dossiers.save_draft, dossier, {"producer.phone": "0912000999"}, {})
    assert last(here.db) == ("edit", OFFICER, {"fields": {"producer.phone": [before, "0912000999"]}})
    here.do(office.save_office, {"office.symbol": "UBND-KT"})
    assert last(here.db) == ("settings.changed", OFFICER, {"fields": {"office.symbol": ["BC-UBND", "UBND-KT"]}})


def test_the_officers_of_a_pc(here: Office) -> None:
    dossier = a_dossier(here.db)
    second = here.do(people.add, here.key, SECOND, ("entry",), PHRASE).created
    assert second is not None
    assert last(here.db) == ("person.added", OFFICER, {"person": SECOND, "roles": ["entry"]})
    here.do(people.set_roles, second, ("entry", "leader"))
    assert last(here.db)[2] == {"person": SECOND, "before": ["entry"], "roles": ["entry", "leader"]}
    here.do(people.hand_work, [dossier], SECOND)
    assert last(here.db) == ("work.handed", OFFICER, {"before": OFFICER, "to": SECOND})
    here.do(people.reset, here.key, second, f"{PHRASE} khác")
    assert last(here.db) == ("person.reset", OFFICER, {"person": SECOND, "back": False})
    here.do(people.change_passphrase, here.key, "một câu mật khẩu mới")
    assert last(here.db) == ("person.passphrase", OFFICER, {"person": OFFICER})
    for way in ("recovery", "province"):
        here.do(people.entered, here.key, way)
        assert last(here.db) == (f"person.by_{way}", OFFICER, {"person": OFFICER})
    here.do(people.disable, second)
    assert last(here.db) == ("person.disabled", OFFICER, {"person": SECOND})
    assert not any(PHRASE in str(line) or "mật khẩu" in str(line) for line in lines(here.db)), "never a passphrase"


def test_a_restore_and_a_wipe(here: Office) -> None:
    dossier = a_dossier(here.db)
    (copy,) = care.back_up(here.path, here.key)
    here.do(dossiers.save_draft, dossier, {"product.name": "Sau"}, {})
    here.close()
    care.restore(here.path, here.key, copy)
    here.again()
    assert last(here.db) == ("database.restored", OFFICER, {"at": copy.note.at, "why": "by_hand"})
    with pytest.raises(Refused, match=r"wipe\.unsent"):
        here.do(personal.prepare_wipe)
    assert last(here.db)[0] == "database.restored", "what was refused is no act"
    left = personal.unsent(here.db)
    here.do(personal.prepare_wipe, personal.WIPE_WORD)
    assert last(here.db) == ("office.wiped", OFFICER, {"records": left.records, "files": left.files})


def test_numbers_before_and_after(here: Office) -> None:
    dossier = a_complete_dossier(here.db)
    here.do(dossiers.seal, dossier)
    here.do(register.issue, dossier, "45", "2026-11-20")
    issued = next(details for what, _, details in reversed(lines(here.db)) if what == "report.issued")
    assert issued["number"] == "45" and not issued.get("before")
    here.do(register.issue, dossier, "46", "2026-11-21")
    issued = next(details for what, _, details in reversed(lines(here.db)) if what == "report.issued")
    assert (issued["before"], issued["number"]) == ("45", "46")


def test_what_goes_between_here_and_the_province(
    commune: Callable[..., Commune], province: TheProvince, tmp_path: Path
) -> None:
    pc = commune()
    who = pc.db.officer
    enrolled = next(details for what, _, details in lines(pc.db) if what == "sync.enrolled")
    pc.receive("Chè")
    pc.sync()
    assert "sync.done" in [what for what, _, _ in lines(pc.db)]
    pc.receive("Mật ong")
    stick.export(office.runner(pc.db), tmp_path / "goi.ocop")
    assert last(pc.db)[:2] == ("package.written", who)
    service = Service(province.settings)
    try:
        rulebook.publish(service, gather(a_table(tmp_path / "pack")), "Thử", 400)
        data = service.store.read(rulebook.content)
        rules.install(office.runner(pc.db), data, pc.db.now())
        what, officer, details = last(pc.db)
        assert (what, officer) == ("rules.installed", who)
        assert (details["before"], details["version"], len(str(details["sha256"]))) == (0, 1, 64)
        service.store.write(lambda connection: accounts.revoke(connection, province.settings, str(enrolled["device"])))
    finally:
        service.close()
        legal.forget()
    for _ in range(2):
        with pytest.raises(SyncError, match=r"sync\.revoked"):
            pc.sync()
    assert [what for what, _, _ in lines(pc.db)].count("sync.revoked") == 1, "told once"
    assert run(pc.db, lambda db: settings.read(db, "sync.withdrawn")) is not None
