"""Setting up an office: once, whole, and never over another."""

import resource
import shutil
import signal
from pathlib import Path

import pytest

from ocop_desktop.actions import dossiers, office
from ocop_desktop.errors import Damaged, Environment, Refused
from ocop_desktop.storage import db as database
from ocop_desktop.storage import vault
from tests.kit.builders import OFFICER, PASSPHRASE, UNIT, Office, a_dossier, set_up


def settings(path: Path) -> dict[str, object]:
    db = office.open_reader(path, office.unlock(path, PASSPHRASE))
    try:
        return dict(office.office(db))
    finally:
        db.close()


def test_a_commune_knows_its_own_names(here: Office) -> None:
    values = office.office(here.db)
    assert (values["office.unit"], values["office.unit_name"], values["office.kind"]) == (UNIT, "Xã Tân Trào", "xã")
    assert (values["office.province"], values["office.province_name"]) == ("08", "Tỉnh Tuyên Quang")
    assert (values["officer.name"], values["office.symbol"], values["office.print_exact"]) == (
        OFFICER,
        "BC-UBND",
        False,
    )


def test_a_province_has_no_commune(tmp_path: Path) -> None:
    path = tmp_path / "tinh" / "ocop.db"
    office.create_office(path, set_up(level="province", unit="08"))
    values = settings(path)
    assert (values["office.level"], values["office.unit"], values["office.province"]) == ("province", "08", "08")


def test_a_second_set_up_is_refused_and_changes_nothing(here: Office) -> None:
    a_dossier(here.db)
    here.close()
    before = [path.read_bytes() for path in sorted(here.path.parent.iterdir())]
    with pytest.raises(Refused, match=r"office\.exists"):
        office.create_office(here.path, set_up(passphrase="một câu khác hẳn"))
    assert [path.read_bytes() for path in sorted(here.path.parent.iterdir())] == before
    vault.vault_file(here.path).unlink()
    with pytest.raises(Refused, match=r"office\.exists"):  # a database whose key file was lost is not an empty place
        office.create_office(here.path, set_up())
    here.path.unlink()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"unit": "99999"}, "office.unit"),
        ({"unit": "08"}, "office.unit"),
        ({"unit": UNIT, "level": "province"}, "office.unit"),
        ({"level": "trung ương"}, "office.unit"),
        ({"officer": " \u200b "}, "office.officer"),
        ({"passphrase": "ngắn"}, "passphrase.short"),
        ({"passphrase": "        "}, "passphrase.short"),
        ({"passphrase": ""}, "passphrase.short"),
    ],
)
def test_wrong_answers_are_refused_and_leave_nothing(tmp_path: Path, changes: dict[str, str], code: str) -> None:
    path = tmp_path / "xa" / "ocop.db"
    with pytest.raises(Refused) as caught:
        office.create_office(path, set_up(**changes))
    assert caught.value.code == code
    assert not office.exists(path)


def test_a_set_up_that_fails_half_way_leaves_a_free_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ocop.db"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(Environment):
            office.create_office(path, set_up())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert list(tmp_path.glob("ocop.db*")) == []
    office.create_office(path, set_up())
    assert settings(path)["office.unit"] == UNIT


def test_a_folder_that_cannot_be_made_is_the_machine_s_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Environment):
        office.create_office(tmp_path / "file" / "ocop.db", set_up())


def test_settings_say_what_changed_and_refuse_what_is_not_theirs(here: Office) -> None:
    assert here.do(office.save_office, {"office.symbol": "BC-UBND"}) == here.do(office.save_office, {})
    assert here.do(office.save_office, {"office.symbol": "BC-KT", "officer.name": "Lý Văn Páo"}).settings
    assert here.db.officer == "Lý Văn Páo"
    here.again()
    assert (office.office(here.db)["office.symbol"], here.db.officer) == ("BC-KT", "Lý Văn Páo")
    here.do(office.save_office, {"office.symbol": None})
    assert "office.symbol" not in office.office(here.db)
    for key in ("sync.private_key", "files.identity", "database.id"):
        with pytest.raises(Refused, match=r"settings\.unknown"):
            here.do(office.save_office, {key: "x"})


def test_a_database_restored_without_its_newest_log_still_opens(here: Office) -> None:
    dossier = a_dossier(here.db)
    copy = here.path.with_name("restored.db")
    database.back_up(here.db, copy, here.key)
    shutil.copy2(vault.vault_file(here.path), vault.vault_file(copy))
    key = office.unlock(copy, PASSPHRASE)
    db = office.open_writer(copy, key)
    assert dossiers.open_dossier(db, dossier).state == "open"
    assert db.officer == OFFICER
    db.close()


def test_the_key_file_of_another_office_opens_nothing(here: Office, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    office.create_office(other, set_up())
    vault.vault_file(here.path).write_bytes(vault.vault_file(other).read_bytes())
    with pytest.raises(Damaged):
        office.open_writer(here.path, office.unlock(here.path, PASSPHRASE))
