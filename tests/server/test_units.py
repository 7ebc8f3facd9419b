"""The systemd units: what systemd itself says of them, and their very lines run as a process."""

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tarfile
import threading
import time
from pathlib import Path

import httpx
import pytest

from tests.server.stranger import Stranger, create, new_id

UNITS = Path(__file__).parents[2] / "resources" / "server"
PORT = 8765
ANALYZE = shutil.which("systemd-analyze")
with_systemd = pytest.mark.skipif(ANALYZE is None, reason="no systemd on this machine")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="systemd is of Linux")


def setting(unit: str, name: str) -> str:
    """The one value of a setting."""
    (value,) = re.findall(rf"^{name}=(.*)$", (UNITS / unit).read_text("utf-8"), re.MULTILINE)
    return str(value)


def command(unit: str, folder: Path, environment: dict[str, str], port: int = PORT) -> list[str]:
    """``ExecStart`` as systemd would run it, with this Python's program and a folder of the test's own."""
    line = setting(unit, "ExecStart").replace("%i", str(port)).replace("%%", "%")
    line = line.replace("/srv/ocop-copies", str(folder / "copies")).replace("/srv/ocop", str(folder / "srv"))
    words = []
    for word in shlex.split(line):  # ${NAME} stays one word, $NAME alone becomes as many as it has, none if empty
        if word.startswith("$") and not word.startswith("${"):
            words += environment[word[1:]].split()
        else:
            words.append(re.sub(r"\$\{(\w+)\}", lambda found: environment[found[1]], word))
    program = f"{sys.executable} -m ocop_desktop"
    return [
        *(shlex.split(program) if words[0].startswith("/opt") else [words[0]]),
        *(word.replace("/opt/ocop/bin/ocop-desktop", program) for word in words[1:]),
    ]


@with_systemd
def test_systemd_finds_no_fault(tmp_path: Path) -> None:
    for path in UNITS.glob("ocop-*"):
        text = path.read_text("utf-8").replace("/opt/ocop/bin/ocop-desktop", "/bin/true")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    units = [tmp_path / "ocop-server@8765.service", tmp_path / "ocop-backup.service", tmp_path / "ocop-backup.timer"]
    done = subprocess.run(
        [str(ANALYZE), "verify", "--man=no", *map(str, units)], capture_output=True, text=True, check=False
    )
    ours = [line for line in done.stderr.splitlines() if "ocop" in line]
    assert done.returncode == 0 and ours == [], done.stderr


@with_systemd
@pytest.mark.parametrize("unit", ["ocop-server@.service", "ocop-backup.service"])
def test_little_is_open_to_a_program_that_was_taken_over(unit: str) -> None:
    asked = [str(ANALYZE), "security", "--offline=true", "--no-pager", str(UNITS / unit)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    found = re.search(r"exposure level for .*: ([0-9.]+)", done.stdout)
    assert found is not None, done.stdout + done.stderr
    assert float(found[1]) <= 1.5, done.stdout


@on_linux
def test_a_worker_starts_serves_and_ends_what_it_began(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    unit = "ocop-server@.service"
    words = command(unit, tmp_path, {"DATABASE": "", "FILES": ""}, port)
    assert "--log-json" in words and words.count(str(port)) == 1
    log = (tmp_path / "journal").open("wb")
    with log:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        worker = subprocess.Popen(words, stdout=log, stderr=log, env=environment)
    try:
        address, until = f"http://127.0.0.1:{port}", time.monotonic() + 60
        while True:
            try:
                if httpx.get(f"{address}/health").status_code == 200:
                    break
            except httpx.TransportError:
                assert time.monotonic() < until and worker.poll() is None, (tmp_path / "journal").read_text("utf-8")
                time.sleep(0.1)
        code = enrolled(tmp_path)
        pc = Stranger(address)
        pc.enrol(code)
        answers: list[int] = []
        body = pc.freeze(*(create(new_id(), unit="02545") for _ in range(2000)))
        pushing = threading.Thread(target=lambda: answers.append(pc.send(body, new_id()).status_code))
        pushing.start()
        time.sleep(0.15)
        worker.send_signal(signal.SIGTERM)
        began = time.monotonic()
        status = worker.wait(float(setting(unit, "TimeoutStopSec")))
        pushing.join(30)
        pc.close()
        assert answers == [200], "what was under way was answered"
        assert status in {0, -signal.SIGTERM} and time.monotonic() - began < 20, "systemd calls both a clean end"
    finally:
        worker.kill()
        worker.wait()
    lines = (tmp_path / "journal").read_text("utf-8").splitlines()
    assert any("/v1/sync/push" in line for line in lines)
    assert all("message" in json.loads(line) for line in lines if not line.startswith("Máy chủ nghe"))


def enrolled(folder: Path) -> str:
    """A code, made beside the running worker."""
    words = [sys.executable, "-m", "ocop_desktop", "server", "--data", str(folder / "srv"), "enrol", "--unit", "02545"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", env=environment, check=True)
    return str(re.findall(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", done.stdout)[0])


@on_linux
def test_the_nightly_copy_is_written(tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "DATABASE": "", "FILES": ""}
    words = command("ocop-backup.service", tmp_path, environment)
    assert words[:2] == ["/bin/sh", "-c"]
    subprocess.run(words, env=environment, check=True, capture_output=True)
    (copy,) = (tmp_path / "copies").iterdir()
    assert re.fullmatch(r"ocop-[1-7]\.tar", copy.name), "seven in turn"
    with tarfile.open(copy) as inside:
        assert inside.getnames()
