"""What administrators and devices did is written down, on both databases, and nobody changes a line of it."""

import json
import re
from pathlib import Path

import httpx
import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from ocop_desktop.errors import Refused
from ocop_desktop.server import accounts, audit, backup, console, reset_commands
from ocop_desktop.server.commands import run
from ocop_desktop.server.returning import return_dossier
from ocop_desktop.server.store import Row
from ocop_desktop.server.tables import audit as table
from tests.server.conftest import Clock, Province
from tests.server.stranger import create, move, new_id

PASSWORD = "mùa chè năm nay được giá"


def lines(province: Province, since: str = "") -> list[Row]:
    """The lines, oldest first."""
    found: list[Row] = province.administer(lambda service: service.store.read(lambda db: audit.lines(db, since)))
    return found[::-1]


def acts(province: Province) -> list[tuple[str, str, str]]:
    """Act, unit, outcome, oldest first."""
    return [(row["act"], row["unit"], row["outcome"]) for row in lines(province)]


def test_a_device_from_code_to_withdrawal(province: Province) -> None:
    pc = province.device()
    wrong = {"code": "AAAA", "device_name": "Máy lạ", "replica": new_id(), "public_key": pc.public_key, "app": "1"}
    assert province.stranger().post("/v1/enrol", wrong).status_code == 403
    province.administer(
        lambda service: service.store.write(lambda db: accounts.revoke(db, service.settings, pc.device))
    )
    assert acts(province) == [
        ("enrol.code", "02275", "done"),
        ("enrol", "02275", "done"),
        ("enrol", "", "enrol.wrong_code"),
        ("revoke", "02275", "done"),
    ]
    made, enrolled, _, revoked = lines(province)
    assert (made["actor"], enrolled["actor"], revoked["actor"]) == ("", pc.device, "")
    assert enrolled["subject"] == revoked["subject"] == pc.device
    assert enrolled["at"] == "2026-03-09T02:30:00.000Z"


def test_the_console_and_codes_over_the_telephone(province: Province) -> None:
    province.administer(lambda service: console.set_password(service, PASSWORD))
    with httpx.Client(base_url=province.address) as visitor:
        visitor.post("/console/enter", data={"password": "sai"})
        visitor.post("/console/enter", data={"password": PASSWORD})
        page = visitor.get("/console").text
    with pytest.raises(Refused):
        province.administer(lambda service: reset_commands.run(service, _Question()))
    assert acts(province) == [
        ("console.password", "", "done"),
        ("console.enter", "", "auth.invalid"),
        ("console.enter", "", "done"),
        ("reset.code", "", "reset.question"),
    ]
    assert "Nhật ký quản trị" in page and "đặt mật khẩu trang quản trị" in page and "không: auth.invalid" in page


class _Question:
    question = ("XXXXX",)


def test_a_return_is_the_provinces_and_a_communes_own_steps_are_not_here(province: Province) -> None:
    pc, dossier = province.device(), new_id()
    fields = {"state": "open", "regime": "qd-26-2026", "workers_total": 31}
    pc.push(create(dossier, "dossier", fields=fields), move(dossier, 1, "open", "sealed"))
    pc.push(move(dossier, 2, "sealed", "handed_over"))
    remarks = {"dossier.workers_total": "Ông Nguyễn Văn Tài khai lại"}
    province.administer(lambda service: return_dossier(service, dossier, remarks, "Nguyễn Văn Tỉnh"))
    last = lines(province)[-1]
    assert (last["act"], last["actor"], last["unit"], last["subject"]) == (
        "dossier.returned",
        accounts.PROVINCE,
        "02275",
        dossier,
    )
    assert [act for act, _, _ in acts(province)] == ["enrol.code", "enrol", "dossier.returned"]
    assert "Nguyễn" not in str(lines(province)), "no name of a person"


def test_nobody_changes_or_takes_away_a_line(province: Province) -> None:
    province.device()
    for statement in (update(table).values(outcome="x"), delete(table)):
        with pytest.raises(DBAPIError, match="append-only"):
            province.administer(lambda service, wanted=statement: service.store.write(lambda db: db.execute(wanted)))
    assert len(lines(province)) == 2


def test_a_restore_keeps_what_was_written_after_the_copy(province: Province, tmp_path: Path) -> None:
    pc, copy = province.device(), tmp_path / "ban-sao.tar"
    pc.push(create(new_id()))
    province.administer(lambda service: backup.back_up(service, copy))
    province.administer(
        lambda service: service.store.write(lambda db: accounts.revoke(db, service.settings, pc.device))
    )
    province.stop()
    backup.restore(province.settings, copy, replace_data=True)
    assert [act for act, _, _ in acts(province)] == ["enrol.code", "enrol", "backup", "revoke", "restore"]
    province.start()


def test_the_terminal_prints_it(province: Province, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    shared = ["--data", str(province.settings.data), "--database", province.settings.database]
    pc = province.device()
    clock.forward(days=1)
    province.code("02281")
    assert run(["audit", *shared]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "10/03/2026 09:30:00  cấp mã ghi danh  máy chủ  02281  xong"
    assert said[1].startswith(f"09/03/2026 09:30:00  ghi danh máy  {pc.device}  02275")
    assert run(["audit", *shared, "--json", "--since", "2026-03-10"]) == 0
    [found] = json.loads(capsys.readouterr().out)["audit"]
    assert (found["act"], found["unit"], found["outcome"]) == ("enrol.code", "02281", "done")
    assert run(["audit", *shared, "--since", "hôm qua"]) == 1
    assert run(["alias", *shared, "02275", "02281"]) == 0
    capsys.readouterr()
    assert acts(province)[-1] == ("alias", "02281", "done")


def test_every_act_has_words() -> None:
    sources = [path.read_text("utf-8") for path in Path(audit.__file__).parent.glob("*.py")]
    written = {act for text in sources for act in re.findall(r'audit\.(?:note|refusals)\([^"]*?"([a-z.]+)"', text)}
    assert len(written) > 5 and written <= audit.WORDS.keys(), written
