"""The bundle is run, not only built: built once, then asked to test itself and to do the main job."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 180 * 1024 * 1024
BANNED = (
    "WebEngine",
    "Qml",
    "Quick",
    "3D",
    "Multimedia",
    "Sql",
    "VirtualKeyboard",
    "Charts",
    "Designer",
    "Test",
    "Pdf",
)

# One worker builds and uses it.
pytestmark = pytest.mark.xdist_group("bundle")


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a fresh build; ``OCOP_BUNDLE`` names one that is already built."""
    if built := os.environ.get("OCOP_BUNDLE"):
        return Path(built)
    folder = tmp_path_factory.mktemp("bundle")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(folder / "dist"), "--workpath", str(folder / "build"), "build_installer.spec"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stderr[-4000:]
    return folder / "dist" / "ocop-desktop"


def _run(bundle: Path, *arguments: str, home: Path) -> str:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "COV_"))
    }
    environment |= {"QT_QPA_PLATFORM": "offscreen", "OCOP_DESKTOP_HOME": str(home)}
    program = bundle / ("ocop-desktop-console.exe" if sys.platform == "win32" else "ocop-desktop")
    done = subprocess.run(
        [str(program), *arguments],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_tests_itself(bundle: Path, tmp_path: Path) -> None:
    lines = _run(bundle, "--self-test", home=tmp_path).splitlines()
    assert lines[-1] == "ok"
    assert sum(line.startswith("ok ") for line in lines) >= 8


def test_it_does_the_main_job(bundle: Path, tmp_path: Path) -> None:
    home = tmp_path / "Hồ sơ xã Đông"
    home.mkdir()
    answer = json.loads(_run(bundle, "demo", "--json", "--out", str(home / "demo"), home=home))
    assert answer["digest_equal"] is True
    assert (answer["conflicts"], answer["rejected"]) == (0, 0)
    assert Path(answer["report_pdf"]).read_bytes().startswith(b"%PDF-")
    assert Path(answer["receipt_pdf"]).read_bytes().startswith(b"%PDF-")


def test_the_law_is_inside_and_unchanged(bundle: Path, tmp_path: Path) -> None:
    answer = json.loads(_run(bundle, "law", "check", "--json", home=tmp_path))
    assert answer["good"] is True
    assert answer["communes"] == 3321


def test_it_is_small_and_holds_no_foreign_qt(bundle: Path) -> None:
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    assert size <= MOST_BYTES, f"{size / 1024 / 1024:.1f} MiB"
    banned = [
        path.name
        for path in bundle.rglob("*")
        if path.name.removeprefix("lib").startswith(tuple(f"Qt6{name}" for name in BANNED))
        or path.name.startswith(tuple(f"Qt{name}." for name in BANNED))
    ]
    assert not banned
    assert not [path for path in bundle.rglob("*") if path.is_symlink() and not path.exists()]


def test_it_holds_the_fonts_and_the_servers_steps(bundle: Path) -> None:
    inside = {path.name for path in bundle.rglob("*")}
    assert {
        "BeVietnamPro-Regular.ttf",
        "IBMPlexSerif-BoldItalic.ttf",
        "0001_first_tables.py",
        "locked.sha256",
    } <= inside
