"""The terminal of the province's IT staff."""

import json
import re
from pathlib import Path

import pytest

from ocop_desktop.server import Settings, running
from ocop_desktop.server.commands import run
from tests.server.conftest import Province
from tests.server.stranger import Stranger


def test_a_device_from_code_to_withdrawal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = str(tmp_path / "Máy chủ")
    assert run(["enrol", "--unit", "02275", "--unit", "02290", "--data", data]) == 0
    found = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", capsys.readouterr().out)
    assert found is not None
    with running(Settings(data=Path(data))) as address:
        pc = Stranger(address).enrol(found[0])
        assert run(["devices", "--data", data]) == 0
        assert f"{pc.device}  02275,02290  Máy bộ phận một cửa" in capsys.readouterr().out
        assert run(["revoke", pc.device, "--data", data]) == 0
        assert pc.get("/v1/sync/changes").json()["code"] == "device.revoked"
        pc.close()
    assert run(["restored", "--data", data]) == 0


def test_what_cannot_be_done_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--data", str(tmp_path), "enrol", "--unit", "Tân Trào"]) == 1
    assert "5 chữ số" in capsys.readouterr().err
    assert run(["--data", str(tmp_path), "revoke", "x"]) == 1
    assert "Không có máy" in capsys.readouterr().err


def test_devices_say_what_waits_there(province: Province, capsys: pytest.CaptureFixture[str]) -> None:
    pc = province.device()
    told = {"waiting_records": 7, "waiting_files": 2, "rules": 3}
    assert pc.http.post("/v1/sync/digest", json=told, headers=pc.bearer).status_code == 200
    shared = ["--data", str(province.settings.data), "--database", province.settings.database]
    assert run(["devices", *shared, "--json"]) == 0
    [found] = json.loads(capsys.readouterr().out)["devices"]
    assert {name: found[name] for name in told} == told
    assert (found["unit"], found["revoked_at"]) == ("02275", None) and found["told_at"]
    numbers = pc.http.get("/metrics").text
    assert "ocop_waiting_records 7.0" in numbers and "ocop_waiting_files 2.0" in numbers
    assert run(["revoke", *shared, found["device"]]) == 0
    capsys.readouterr()
    assert run(["devices", *shared, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["devices"][0]["revoked_at"]


def test_an_enrolment_sheet(province: Province, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shared = ["--data", str(province.settings.data), "--database", province.settings.database]
    wanted = ["enrol", *shared, "--unit", "02545", "--sheet", str(tmp_path / "phieu.html")]
    assert run(wanted) == 1 and "--address" in capsys.readouterr().err
    assert run([*wanted, "--address", "https://ocop.tinh.gov.vn/"]) == 0
    said = capsys.readouterr().out
    sheet = (tmp_path / "phieu.html").read_text("utf-8")
    code = next(line for line in said.splitlines() if "Mã ghi danh" in line).rpartition(" ")[2]
    assert code in sheet and "<svg" in sheet and "Xã Tân Trào" in sheet and "https://ocop.tinh.gov.vn" in sheet
    assert province.stranger().enrol(code).device, "and the code of the sheet is good"
    assert run(wanted) == 0, "the address is remembered"
    assert run([*wanted[:-1], str(tmp_path / "phieu.docx")]) == 1
