"""The page of the province's IT staff."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from ocop_desktop.errors import Refused
from ocop_desktop.server import accounts, console
from ocop_desktop.server.commands import run
from tests.server.conftest import Clock, Province
from tests.server.stranger import create, new_id, patch

PASSWORD = "mùa chè năm nay được giá"


@pytest.fixture
def visitor(province: Province) -> Iterator[httpx.Client]:
    """A browser at a server whose password is set."""
    province.administer(lambda service: console.set_password(service, PASSWORD))
    with httpx.Client(base_url=province.address) as client:
        yield client


def enter(visitor: httpx.Client, password: str = PASSWORD) -> httpx.Response:
    """Send the form."""
    return visitor.post("/console/enter", data={"password": password})


def test_nobody_looks_without_the_password(province: Province, visitor: httpx.Client) -> None:
    province.device()
    page = visitor.get("/console")
    assert page.status_code == 200 and "Mật khẩu quản trị" in page.text and "Các máy" not in page.text
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "<script" not in page.text
    wrong = enter(visitor, "sai")
    assert wrong.status_code == 403 and "Set-Cookie" not in wrong.headers
    right = enter(visitor)
    assert (right.status_code, right.headers["Location"]) == (303, "/console")
    cookie = right.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and "Path=/console" in cookie
    assert (
        "Secure"
        in visitor.post("/console/enter", data={"password": PASSWORD}, headers={"X-Forwarded-Proto": "https"}).headers[
            "Set-Cookie"
        ]
    )
    assert "Các máy" not in visitor.get("/console").text, "a cookie for TLS does not go over a plain line"
    enter(visitor)
    assert "Các máy" in visitor.get("/console").text
    forged = httpx.get(str(visitor.base_url.join("/console")), cookies={"ocop_console": "console.9999999999.x.0"})
    assert "Các máy" not in forged.text


def test_it_shows_who_waits_for_what(province: Province, visitor: httpx.Client) -> None:
    pc, other, record = province.device(), province.device(), new_id()
    pc.push(create(record, fields={"name": "<script>alert(1)</script>"}))
    other.push(patch(record, 1, {"name": "Một"}))
    assert pc.push(patch(record, 1, {"name": "Hai"}))[0].status == "conflict"
    province.administer(
        lambda service: service.store.write(lambda c: accounts.revoke(c, service.settings, other.device))
    )
    enter(visitor)
    text = visitor.get("/console").text
    assert "02275" in text and "đã thu hồi" in text and record in text and "Máy bộ phận một cửa" in text
    assert "alert(1)" not in text, "what people type is not shown here"
    assert "09/03/2026 09:30" in text, "Vietnam's hour"


def test_a_session_ends_with_time_leaving_or_a_new_password(
    province: Province, visitor: httpx.Client, clock: Clock
) -> None:
    enter(visitor)
    assert "Các máy" in visitor.get("/console").text
    province.administer(lambda service: console.set_password(service, PASSWORD + "!"))
    assert "Các máy" not in visitor.get("/console").text
    enter(visitor, PASSWORD + "!")
    clock.forward(hours=9)
    assert "Các máy" not in visitor.get("/console").text
    enter(visitor, PASSWORD + "!")
    assert visitor.post("/console/leave").status_code == 303
    assert "Các máy" not in visitor.get("/console").text


def test_guessing_is_slowed(visitor: httpx.Client, clock: Clock) -> None:
    for _ in range(5):
        assert enter(visitor, "đoán").status_code == 403
    for wait in (2, 4, 8):
        answer = enter(visitor)
        assert (answer.status_code, answer.headers["Retry-After"]) == (429, str(wait))
        assert f"{wait} giây" in answer.text
        clock.forward(seconds=wait)
        assert enter(visitor, "đoán").status_code == 403
    clock.forward(seconds=16)
    assert enter(visitor).status_code == 303


def test_without_a_password_nobody_enters(province: Province) -> None:
    assert httpx.post(f"{province.address}/console/enter", data={"password": "nobody"}).status_code == 403
    with pytest.raises(Refused):
        province.administer(lambda service: console.set_password(service, "ngắn"))


def test_the_password_is_set_from_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert run(["console-password", "--data", str(tmp_path)]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("ngắn\n"))
    assert run(["console-password", "--data", str(tmp_path)]) == 1
    assert "12 ký tự" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium on this machine")
def test_a_browser_draws_it(province: Province, visitor: httpx.Client, tmp_path: Path) -> None:
    """The style sheet is let through by the page's own policy: the page in a browser is not white on white."""
    picture = tmp_path / "console.png"
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--screenshot={picture}"]
    subprocess.run(
        [*command, "--window-size=1000,700", f"--user-data-dir={tmp_path / 'browser'}", f"{province.address}/console"],
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert picture.stat().st_size > 5000
