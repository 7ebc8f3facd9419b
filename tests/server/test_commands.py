"""The terminal of the province's IT staff."""

import re
from pathlib import Path

import pytest

from ocop_desktop.server import Settings, running
from ocop_desktop.server.commands import run
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
