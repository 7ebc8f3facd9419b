"""Personal data: looking is written down without the value, one person's data comes out whole, a PC goes out of service clean."""

import json
from pathlib import Path

import pytest

from ocop_desktop import paths
from ocop_desktop.actions import care, dossiers, personal
from ocop_desktop.errors import Damaged, Refused
from ocop_desktop.storage import journal, vault
from tests.kit.builders import OFFICER, PASSPHRASE, Office, an_office, words


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return an_office(tmp_path / "o")


def test_looking_at_a_sensitive_field_is_written_without_what_stands_in_it(here: Office) -> None:
    made = here.do(dossiers.receive, words()).created
    assert made is not None
    here.do(personal.look, made, "producer.ethnicity")
    line = journal.of_dossier(here.db, made)[0]
    assert (line.what, line.officer, line.details) == ("sensitive.shown", OFFICER, {"field": "producer.ethnicity"})


def test_all_that_is_held_about_one_person_comes_out(here: Office, tmp_path: Path) -> None:
    here.do(dossiers.receive, words())
    here.do(dossiers.receive, words(product__name="Chè đen"))
    here.do(dossiers.receive, words(producer__representative="Người Khác", producer__name="HTX Khác"))
    out = tmp_path / "bàn thị sen.json"
    told = here.do(personal.export, "ban thi sen", out)
    assert told == personal.Exported(producers=2, dossiers=2)
    text = out.read_text("utf-8")
    held = json.loads(text)["Dữ liệu đang giữ"]
    about = held[0]["Về người đại diện"]
    assert about["Dân tộc"] == "Dao" and about["Địa chỉ thường trú"] == "Thôn Tân Lập, xã Tân Trào"
    assert "Người Khác" not in text
    line = here.db.conn.execute("SELECT what, details FROM journal ORDER BY n DESC LIMIT 1").fetchone()
    assert line[0] == "person.exported" and "Sen" not in line[1]
    with pytest.raises(Refused, match=r"person\.unknown"):
        here.do(personal.export, "không có ai", out)


def test_a_pc_with_unsent_work_is_wiped_only_by_the_word(here: Office) -> None:
    here.do(dossiers.receive, words())
    with pytest.raises(Refused, match=r"wipe\.unsent"):
        here.do(personal.prepare_wipe)
    with pytest.raises(Refused, match=r"wipe\.unsent"):
        here.do(personal.prepare_wipe, "xoa")
    here.do(personal.prepare_wipe, personal.WIPE_WORD)


def test_a_wiped_pc_keeps_nothing_and_its_copies_have_no_key(here: Office, tmp_path: Path) -> None:
    care.back_up(here.path, here.key)
    vault.device_secret(paths.device_profile())
    kept = tmp_path / "ocop.db seen by somebody"
    kept.write_bytes(here.path.read_bytes())
    here.close()
    assert personal.wipe(here.path) > 3
    assert not [file for file in here.path.parent.rglob("*") if file.is_file()]
    assert not (paths.device_profile() / "device.secret").exists()
    with pytest.raises(Damaged):  # the file without its keys
        vault.unlock(kept, "passphrase", PASSPHRASE, here.clock.now)
