"""A newer version of the program: signed away from the server, offered by line or stick, laid out, the old one kept."""

import base64
import io
import os
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import msgspec
import pytest

from ocop_desktop import paths
from ocop_desktop.actions import office, updates
from ocop_desktop.cli import commands
from ocop_desktop.domain import releases
from ocop_desktop.domain.releases import Head, Release, Root
from ocop_desktop.errors import Damaged, OcopError, Refused, SyncError
from ocop_desktop.server import backup, programs
from ocop_desktop.server.commands import run as server_command
from ocop_desktop.server.service import Service
from ocop_desktop.sync.client import Province
from tests.sync.conftest import Commune, TheProvince
from tests.sync.sticks import Make

PASSPHRASE = "lúa nếp thơm cả bản"


@dataclass
class Keys:
    """The province's people who vouch for programs: their key file, and the roots."""

    folder: Path
    roots: Path
    key: Path

    def bundle(self, words: str = "bản mới") -> Path:
        """A folder as PyInstaller makes it."""
        folder = self.folder / "dist" / "ocop-desktop"
        (folder / "_internal").mkdir(parents=True, exist_ok=True)
        (folder / "ocop-desktop").write_text(f"#!/bin/sh\necho {words}\n", encoding="utf-8")
        (folder / "ocop-desktop").chmod(0o755)
        (folder / "_internal" / "dữ liệu.bin").write_bytes(os.urandom(700_000))
        return folder


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run a command of the server with passphrases on its pipe."""

    def one(*words: str) -> int:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\n" * 4))
        return server_command(["program", *words])

    return one


@pytest.fixture
def keys(
    tmp_path: Path, province: TheProvince, say: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> Iterator[Keys]:
    """A release key made away from the server, and the first root, which the server signed."""
    folder = tmp_path / "khóa"
    folder.mkdir()
    key, roots = folder / "a.key", folder / "roots.json"
    assert say("key", str(key)) == 0
    public = capsys.readouterr().out.split()[-1]
    data = str(province.settings.data)
    assert say("root", "--data", data, "--trust", public, "--out", str(roots)) == 0
    assert PASSPHRASE.encode() not in key.read_bytes() and b"ENCRYPTED" in key.read_bytes()
    yield Keys(folder, roots, key)


Made = Callable[..., Path]


@pytest.fixture
def made(keys: Keys, say: Callable[..., int]) -> Made:
    """Makes signed files."""

    def one(number: int = 1, version: str = "7.0.0", *more: str, bundle: Path | None = None) -> Path:
        out = keys.folder / f"{version}-{number}.ocopupdate"
        words = ["make", str(bundle or keys.bundle()), "--number", str(number), "--version", version]
        words += ["--system", updates.here(), "--roots", str(keys.roots), "--key", str(keys.key), "--out", str(out)]
        assert say(*words, *more) == 0
        return out

    return one


def take(pc: Commune, path: Path) -> updates.Staged:
    """What the administrator does with a file from a stick."""
    pc.at_home()
    return updates.take_file(office.runner(pc.db), path)


def fetch(pc: Commune, stop: threading.Event | None = None) -> updates.Staged:
    """The same over the line."""
    pc.at_home()
    return updates.fetch(office.runner(pc.db), stop or threading.Event(), lambda _here, _all: None)


def nothing_there(pc: Commune) -> bool:
    """Whether no version is laid out and nothing is left of a try."""
    pc.at_home()
    return updates.state(pc.db) is None and not list(paths.programs().glob("*"))


def test_from_the_key_to_a_pc_by_stick(commune: Make, made: Made) -> None:
    pc = commune()
    done = take(pc, made(1, "7.0.0", "--note", "Sửa lỗi in"))
    assert done.update.version == "7.0.0" and done.update.note == "Sửa lỗi in"
    assert done.update.start.read_text("utf-8").endswith("echo bản mới\n")
    assert updates.state(pc.db) == done.update
    if sys.platform != "win32":
        assert os.access(done.update.start, os.X_OK)
    assert (done.update.start.parent / "_internal" / "dữ liệu.bin").stat().st_size == 700_000
    newer = take(pc, made(2, "7.1.0"))
    assert newer.update.version == "7.1.0" and done.update.start.is_file(), "the one before stays too"


def test_over_the_line_after_a_round_and_on_after_a_cut(
    commune: Make, province: TheProvince, made: Made, say: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    pc = commune()
    with pytest.raises(Refused, match=r"update\.none"):
        fetch(pc)
    path = made()
    assert say("publish", "--data", str(province.settings.data), str(path)) == 0
    assert not updates.offered(pc.db)
    pc.sync()
    assert updates.offered(pc.db)
    asked: list[int] = []
    whole = Province.program_part

    def cut(self: Province, offer: object, start: int, end: int) -> bytes:
        asked.append(start)
        if len(asked) == 2:
            raise SyncError("sync.offline")
        return whole(self, offer, start, end)  # type: ignore[arg-type]

    monkeypatch.setattr(Province, "program_part", cut)
    with pytest.raises(SyncError):
        fetch(pc)
    assert updates.state(pc.db) is None
    done = fetch(pc)
    assert done.update.version == "7.0.0" and updates.state(pc.db) == done.update
    assert asked[2] == asked[1] > 0, "what was here is not asked for again"
    assert [each.name for each in paths.programs().iterdir()] == ["7.0.0-1"]


def test_the_server_alone_makes_no_program(commune: Make, province: TheProvince, made: Made, tmp_path: Path) -> None:
    """With the server's own key and database, but without a release key, nothing is accepted."""
    pc, path = commune(), made()
    head, begins = releases.read_head(path.read_bytes())
    service = Service(province.settings)
    try:
        own = base64.b64encode(service.identity.key.public_key().public_bytes_raw()).decode()
        said = msgspec.json.decode(head.release.text, type=Release)
        for signer in (own, ""):
            forged = releases.sign_release(said, [(signer, service.identity.key.sign)])
            bad = tmp_path / "x.ocopupdate"
            bad.write_bytes(releases.write_head(Head(roots=head.roots, release=forged)) + path.read_bytes()[begins:])
            with pytest.raises(Refused, match=r"update\.signature"):
                take(pc, bad)
            with pytest.raises(Refused, match=r"update\.signature"):
                programs.publish(service, bad)
    finally:
        service.close()
    assert nothing_there(pc)


@pytest.mark.parametrize("where", [0.0, 0.1, 0.5, 0.999])
def test_one_altered_byte_and_a_cut_are_noticed(commune: Make, made: Made, where: float) -> None:
    pc, path = commune(), made()
    data = bytearray(path.read_bytes())
    at = min(int(len(data) * where), len(data) - 1)
    data[at] ^= 1
    path.write_bytes(data)
    with pytest.raises(OcopError, match=r"update\.(altered|unreadable|signature|root)"):
        take(pc, path)
    data[at] ^= 1
    path.write_bytes(data[: len(data) - 1])
    with pytest.raises(Damaged, match=r"update\.altered"):
        take(pc, path)
    path.write_bytes(bytes(data) + b"x")
    with pytest.raises(Damaged, match=r"update\.altered"):
        take(pc, path)
    assert nothing_there(pc)
    path.write_bytes(data)
    assert take(pc, path).update.version == "7.0.0", "and the whole one is still taken"


def test_nobody_brings_an_older_one_back(commune: Make, made: Made) -> None:
    pc = commune()
    old, new = made(1, "7.0.0"), made(2, "7.1.0")
    take(pc, new)
    with pytest.raises(Refused, match=r"update\.older"):
        take(pc, old)
    with pytest.raises(Refused, match=r"update\.older"):
        take(pc, made(3, "0.0.1"))
    found = updates.state(pc.db)
    assert found is not None and found.version == "7.1.0"


def test_what_a_power_cut_left_is_cleared_away(commune: Make, made: Made) -> None:
    pc, path = commune(), made()
    home = paths.programs()
    (home / "7.0.0-1.part" / "ocop-desktop").mkdir(parents=True)
    (home / "7.0.0-1.zip.part").write_bytes(b"half")
    assert updates.state(pc.db) is None
    assert take(pc, path).update.version == "7.0.0"
    assert [each.name for each in home.iterdir()] == ["7.0.0-1"]


def test_the_program_at_work_is_never_cleared_away(commune: Make, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two versions are kept beside it; the one that runs stays, however old."""
    pc = commune()
    running = take(pc, made(1, "7.0.0")).update.start
    monkeypatch.setattr(sys, "executable", str(running))
    for number in (2, 3, 4):
        take(pc, made(number, f"7.{number}.0"))
        os.utime(running.parents[1], (1, 1))
    assert running.is_file()
    assert {each.name for each in paths.programs().iterdir()} == {"7.0.0-1", "7.3.0-3", "7.4.0-4"}


def test_one_number_is_one_program(commune: Make, made: Made, keys: Keys) -> None:
    pc, first = commune(), made(2, "7.1.0")
    copy = first.with_name("copy")
    first.rename(copy)
    take(pc, copy)
    with pytest.raises(Refused, match=r"update\.older"):
        take(pc, made(2, "7.1.0", bundle=keys.bundle("thứ khác")))
    assert take(pc, copy).update.version == "7.1.0", "the same file once more does no harm"


def test_keys_are_changed_without_meeting_a_pc(
    commune: Make, keys: Keys, made: Made, say: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    pc = commune()
    take(pc, made(1, "7.0.0"))
    old_key, old_roots, new = keys.key, keys.roots, keys.folder / "b.key"
    assert say("key", str(new)) == 0
    public = capsys.readouterr().out.split()[-1]
    roots = keys.folder / "roots-2.json"
    asked = ["rotate", "--roots", str(old_roots), "--trust", public, "--out", str(roots)]
    assert say(*asked, "--key", str(new)) == 1, "the old key is asked for"
    assert say(*asked, "--key", str(old_key), "--key", str(new)) == 0
    keys.roots, keys.key = roots, new
    assert take(pc, made(2, "7.1.0")).update.version == "7.1.0"
    keys.roots, keys.key = old_roots, old_key
    with pytest.raises(Refused, match=r"update\.signature"):
        take(pc, made(3, "7.2.0"))


# --- what a signed file may still not do --------------------------------------------------------------------------------


def packed(*entries: tuple[str, int]) -> bytes:
    """A ZIP with files of these names and modes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("ocop-desktop/ocop-desktop", "x")
        for name, mode in entries:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, "/etc/passwd")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("../outside", 0o100644),
        ("/etc/ocop", 0o100644),
        ("ocop-desktop/../../outside", 0o100644),
        ("C:/x", 0o100644),
        ("ocop-desktop\\..\\x", 0o100644),
        ("ocop-desktop/link", 0o120777),
        ("OCOP-desktop/ocop-DESKTOP", 0o100644),
        ("ocop-desktop/x.", 0o100644),
        ("ocop-desktop/\u202etxt.exe", 0o100644),
    ],
)
def test_a_program_stays_in_its_folder(commune: Make, made: Made, tmp_path: Path, name: str, mode: int) -> None:
    pc, archive = commune(), tmp_path / "x.zip"
    archive.write_bytes(packed((name, mode)))
    with pytest.raises(OcopError, match=r"update\.(name|altered)"):
        take(pc, made(bundle=archive))
    assert nothing_there(pc)


def test_a_file_without_a_program_and_a_bomb_are_refused(
    commune: Make, made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc, archive = commune(), tmp_path / "x.zip"
    archive.write_bytes(b"PK not really")
    with pytest.raises(Damaged):
        take(pc, made(bundle=archive))
    with zipfile.ZipFile(archive, "w") as empty:
        empty.writestr("readme.txt", "x")
    with pytest.raises(Damaged):
        take(pc, made(bundle=archive))
    monkeypatch.setattr(updates, "UNPACKED_MOST", 1_000_000)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("ocop-desktop/ocop-desktop", bytes(2_000_000))
    with pytest.raises(Refused, match=r"update\.too_large"):
        take(pc, made(bundle=archive))
    assert nothing_there(pc)


def test_a_pc_without_a_province_takes_none(commune: Make, made: Made) -> None:
    alone = commune("le", enrolled=False)
    with pytest.raises(Refused, match=r"update\.not_enrolled"):
        take(alone, made())


# --- the server ---------------------------------------------------------------------------------------------------------


def test_a_copy_of_the_server_holds_its_programs(
    province: TheProvince, made: Made, say: Callable[..., int], tmp_path: Path
) -> None:
    path = made()
    data = str(province.settings.data)
    assert say("publish", "--data", data, str(path)) == 0
    assert say("publish", "--data", data, str(path)) == 1, "a number is published once"
    service = Service(province.settings)
    try:
        note = backup.back_up(service, tmp_path / "copy.tar")
    finally:
        service.close()
    assert (note.files, note.bytes) == (1, path.stat().st_size)


def test_only_a_device_is_offered_programs(province: TheProvince, made: Made, say: Callable[..., int]) -> None:
    assert say("publish", "--data", str(province.settings.data), str(made())) == 0
    for address in ("/v1/programs", f"/v1/programs/{updates.here()}/1"):
        assert httpx.get(f"{province.direct}{address}").status_code == 401


def test_the_terminal_says_what_is_ready(commune: Make, made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    pc, path = commune(), made()
    pc.db.close()
    capsys.readouterr()
    assert commands.main(["update", "install", str(path), "--db", str(pc.path)]) == 0
    said = capsys.readouterr().out
    assert "Bản 7.0.0 đã sẵn sàng" in said and "vẫn còn nguyên" in said
    assert commands.main(["update", "show", "--db", str(pc.path), "--json"]) == 0
    assert '"version": "7.0.0"' in capsys.readouterr().out


def test_a_root_says_what_it_is(keys: Keys) -> None:
    (signed,) = programs.read_roots(keys.roots)
    root = msgspec.json.decode(signed.text, type=Root)
    assert (root.province, root.version, root.threshold, len(root.keys)) == ("08", 1, 1, 1)
