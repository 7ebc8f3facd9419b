"""By stick: what may go wrong with the stick, the PC or the courier."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ocop_desktop.actions import office, stick
from ocop_desktop.errors import Damaged, OcopError, Refused, SyncError
from ocop_desktop.server import audit
from ocop_desktop.server.packages import Packages
from ocop_desktop.server.service import Service
from tests.sync.conftest import Commune, TheProvince
from tests.sync.sticks import Make, at_province, equal, export, revoke, take

# --- the stick itself -------------------------------------------------------------------------------------------------


def _child(pc: Commune, path: Path, *, most: int = 0) -> "subprocess.Popen[bytes]":
    code = (
        "import sys; from pathlib import Path; from ocop_desktop.actions import office, stick;"
        "db = office.open_writer(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]));"
        "print('ready', flush=True);"
        "sys.exit(0 if stick.export(office.runner(db), Path(sys.argv[3])) else 1)"
    )

    def limit() -> None:
        if most:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    return subprocess.Popen(
        [sys.executable, "-c", code, str(pc.path), pc.key.hex(), str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "OCOP_DESKTOP_HOME": str(pc.folder)},
        cwd=Path(__file__).resolve().parents[2],
        preexec_fn=limit,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_pulled_out_while_writing_the_old_package_is_whole(
    commune: Make, province: TheProvince, tmp_path: Path
) -> None:
    pc = commune()
    dossier = pc.receive("Chè")
    path = tmp_path / "usb" / "p.ocop"
    old = export(pc, path).path.read_bytes()
    for n in range(12):
        pc.attach(dossier, bytes([n]) * 3_000_000, "other")
    part = path.with_name("p.ocop.part")
    for _ in range(3):
        child = _child(pc, path)
        while not (part.exists() and part.stat().st_size > 2_000_000) and child.poll() is None:
            time.sleep(0.001)
        child.kill()
        child.communicate()
        assert path.read_bytes() == old or child.returncode == 0
    full = _child(pc, path, most=20_000_000)
    _, said = full.communicate()
    assert full.returncode == 1 and b"disk.full" in said, said[-500:]
    assert path.read_bytes() == old
    at_province(province, tmp_path / "a", path)
    take(pc, tmp_path / "a")
    at_province(province, tmp_path / "a", export(pc, path).path)
    assert take(pc, tmp_path / "a").digest_equal
    assert equal(pc)


@pytest.mark.skipif(not Path("/dev/shm").is_dir() or os.name != "posix", reason="needs a small file system")
def test_a_stick_that_is_too_small_is_said_before_writing(commune: Make, tmp_path: Path) -> None:
    small = tmp_path / "usb"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(small)], check=False)
    if mounted.returncode:
        pytest.skip("this account cannot mount a file system")
    try:
        pc = commune()
        pc.attach(pc.receive("Chè"), b"x" * 3_000_000)
        with pytest.raises(OcopError) as refused:
            export(pc, small / "p.ocop")
        assert refused.value.code == "package.no_space"
        assert list(small.iterdir()) == []
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_an_unreadable_evidence_file_does_not_stop_the_rest(
    commune: Make, province: TheProvince, tmp_path: Path
) -> None:
    pc = commune()
    dossier = pc.receive("Chè")
    pc.attach(dossier, b"mot" * 1000)
    pc.attach(dossier, b"hai" * 1000, "other")
    next(pc.db.files.iterdir()).write_bytes(b"hong")
    out = export(pc, tmp_path / "p")
    assert (out.files, out.unreadable) == (1, 1)
    assert at_province(province, tmp_path / "a", out.path)[0].code == ""


def test_a_withdrawn_pc_goes_to_rescue_and_a_person_takes_it(
    commune: Make, province: TheProvince, tmp_path: Path
) -> None:
    pc, other = commune("may-1"), commune("may-2")
    dossier = pc.receive("Chè Shan tuyết")
    pc.attach(dossier, b"anh" * 1000)
    revoke(province, pc)
    with pytest.raises(SyncError) as said:
        pc.sync()
    assert said.value.code == "sync.revoked"
    package = export(pc, tmp_path / "p").path
    [taken] = at_province(province, tmp_path / "a", package)
    assert (taken.code, taken.answer) == ("device.revoked", None) and taken.rescue
    assert stick.send_rescue(office.runner(pc.db), package) == taken.rescue, "the same bytes are the same rescue"
    service = Service(province.settings)
    door = Packages(service)
    assert [row["taken_at"] for row in door.quarantine.all()] == [None]
    assert door.take_rescue(taken.rescue).statuses == {"applied": 4}
    with pytest.raises(Refused):
        door.take_rescue(taken.rescue)
    [line] = [row for row in service.store.read(audit.lines) if row["act"] == "rescue.take"]
    assert (line["unit"], line["outcome"]) == ("02545", "done")
    service.close()
    other.sync()
    assert other.values(dossier)["product.name"] == "Chè Shan tuyết"


def test_an_unknown_pc_goes_to_rescue(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    pc = commune()
    pc.receive("Chè Shan tuyết")
    package = export(pc, tmp_path / "p").path
    service = Service(province.settings)
    service.store.write(lambda c: c.exec_driver_sql("DELETE FROM codes"))
    service.store.write(lambda c: c.exec_driver_sql("DELETE FROM devices"))
    door = Packages(service)
    [taken] = door.take_file(package)
    assert taken.code == "device.unknown"
    assert door.take_rescue(taken.rescue).statuses == {"applied": 3}
    service.close()


def test_rescue_refuses_what_is_no_package(commune: Make, province: TheProvince, tmp_path: Path) -> None:
    import httpx

    answer = httpx.post(f"{province.direct}/v1/rescue", content=b"x" * 1000)
    assert (answer.status_code, answer.json()["code"]) == (422, "package.unreadable")
    pc = commune()
    bad = tmp_path / "x"
    bad.write_bytes(b"")
    with pytest.raises(Damaged):
        stick.send_rescue(office.runner(pc.db), bad)


def test_a_pc_that_has_no_key_of_the_province_says_so(commune: Make, tmp_path: Path) -> None:
    pc = commune("may-1", enrolled=False)
    with pytest.raises(SyncError):
        export(pc, tmp_path / "p")


def test_the_terminals_of_both_ends(
    commune: Make, province: TheProvince, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from ocop_desktop.cli import main
    from ocop_desktop.server.commands import run as server

    pc = commune()
    pc.receive("Mật ong")
    pc.at_home()
    package, answer = str(tmp_path / "gói.ocop"), str(tmp_path / "trả lời.ocop")
    assert main(["package", "export", package, "--db", str(pc.path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["operations"] == 3
    data = ["--data", str(province.settings.data)]
    assert server(["import", package, "--out", answer, *data]) == 0
    assert "ghi nhận 3" in capsys.readouterr().out
    assert main(["package", "import", answer, "--db", str(pc.path)]) == 0
    assert "Hai bên giống hệt nhau" in capsys.readouterr().out
    revoke(province, pc)
    before = Path(answer).read_bytes()
    assert server(["import", package, "--out", answer, *data]) == 1
    assert Path(answer).read_bytes() == before
    assert "khu cứu hộ" in capsys.readouterr().out
    assert server(["rescue", "list", *data]) == 0
    rescue = capsys.readouterr().out.split()[0]
    assert server(["rescue", "take", rescue, *data]) == 0
    assert main(["package", "rescue", package, "--db", str(pc.path)]) == 0
    shutil.rmtree(province.settings.data / "rescue")
