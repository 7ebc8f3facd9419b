"""Every screen is drawn without a display, at 150 % too; a start without a display says so."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ocop_desktop.ui.display import has_display

BARE = {
    name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
}


def run(*arguments: str, home: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "ocop_desktop", *arguments],
        env={**BARE, "OCOP_DESKTOP_HOME": str(home), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize(("language", "scale"), [("vi", "1"), ("en", "1.5")])
def test_every_screen_is_drawn_without_a_display(home: Path, tmp_path: Path, language: str, scale: str) -> None:
    out = tmp_path / "hình"
    done = run("--screenshots", str(out), "--lang", language, "--scale", scale, home=home)
    assert done.returncode == 0, done.stderr
    pictures = sorted(out.glob("*.png"))
    assert len(pictures) >= 34
    today = QImage(str(out / "10-hom-nay.png"))
    assert today.width() == pytest.approx(1366 * float(scale), abs=1)
    assert today.height() == pytest.approx(768 * float(scale), abs=1)
    colours = {today.pixelColor(x, 200).name() for x in range(0, today.width(), 3)}
    assert len(colours) > 5, "an empty picture"
    assert not home.exists() or not list(home.rglob("*.db")), "the pictures touched the officer's own data"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Windows and macOS always have a display")
def test_a_start_without_a_display_says_so_in_one_line(home: Path) -> None:
    done = run(home=home)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1 and "màn hình" in done.stderr


def test_where_a_window_can_be_shown() -> None:
    assert has_display("win32", {})
    assert has_display("darwin", {})
    assert has_display("linux", {"DISPLAY": ":0"})
    assert has_display("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert has_display("linux", {"QT_QPA_PLATFORM": "offscreen"})
    assert not has_display("linux", {"QT_QPA_PLATFORM": "xcb"})
    assert not has_display("linux", {})
