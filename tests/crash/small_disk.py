"""A child on a small volume of its own, filled to the last bytes: what each write says, and what it leaves behind.

``unshare -rm python -m tests.crash.small_disk FOLDER SCENARIO`` mounts a tmpfs at FOLDER, where nobody else sees it, tries the
scenario with more and more room until it is done, and prints one JSON line a try.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ocop_desktop import legal
from ocop_desktop.actions import (
    care,
    documents,
    dossier_package,
    dossiers,
    evidence,
    exchange,
    inspection,
    office,
    personal,
    rules,
    stick,
)
from ocop_desktop.actions.lists import exporting
from ocop_desktop.errors import OcopError
from ocop_desktop.legal.gathering import gather
from ocop_desktop.server import accounts, rulebook
from ocop_desktop.server.service import Service
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage import backups, migrations, settings
from ocop_desktop.storage.db import Db, check_sound, connect, run
from ocop_desktop.storage.durable import write_file
from tests.kit.builders import PDF, UNIT, Office, a_complete_dossier, an_office
from tests.kit.consistency import dump

VOLUME = 96 * 1024 * 1024
ROOMS = (0, 16384, 65536, 262144, 1 << 20, 8 << 20, 40 << 20)
"""Bytes left on the volume, one try after another."""


@dataclass
class Scene:
    """A try: what is done, on an office whose connection is open already, and where its file goes, if anywhere."""

    here: Office
    act: Callable[[], object]
    target: Path | None = None
    after: Callable[[], None] = lambda: None
    reopens: bool = False
    keeps: bool = True
    """Whether the database stays as it was; batches that were frozen for a stick wait in it for the next one."""


def files(disk: Path) -> set[str]:
    """What lies on the volume, but for what SQLite keeps beside an open database."""
    names = {str(path.relative_to(disk)) for path in disk.rglob("*") if path.is_file()}
    return {name for name in names if not name.endswith(("-wal", "-shm", "/room"))}


def fill(disk: Path, left: int) -> Path:
    """Take all room but so many bytes."""
    room = disk / "room"
    about = os.statvfs(disk)
    taken = about.f_bavail * about.f_frsize - left
    with room.open("wb") as file:
        if taken > 0:
            os.posix_fallocate(file.fileno(), 0, taken)
    return room


def _whole(disk: Path, here: Office) -> Iterator[Path]:
    """The copies that were made before an upgrade: each opens, and holds what was there."""
    for kept in disk.rglob("before-*.db"):
        db = connect(kept, here.key, read_only=True)
        check_sound(db)
        db.close()
        yield kept


def _office(disk: Path) -> tuple[Office, str]:
    here = an_office(disk / "office")
    dossier = a_complete_dossier(here.db)
    here.do(evidence.attach, dossier, "other", "ảnh.pdf", PDF + os.urandom(300_000))
    return here, dossier


def sealing(disk: Path, _far: Path) -> Scene:
    here, dossier = _office(disk)
    return Scene(here, lambda: run(here.db, lambda db: dossiers.seal(db, dossier)))


def attaching(disk: Path, _far: Path) -> Scene:
    here, dossier = _office(disk)
    data = PDF + os.urandom(2_000_000)
    return Scene(here, lambda: run(here.db, lambda db: evidence.attach(db, dossier, "05", "lớn.pdf", data)))


def copying(disk: Path, _far: Path) -> Scene:
    here, _dossier = _office(disk)
    return Scene(here, lambda: care.back_up(here.path, here.key))


def copying_to_a_stick(disk: Path, far: Path) -> Scene:
    here, _dossier = _office(far)
    return Scene(here, lambda: care.back_up(here.path, here.key, (disk / "usb",)))


def restoring(disk: Path, far: Path) -> Scene:
    here, dossier = _office(disk)
    (copy,) = care.back_up(here.path, here.key, (far / "usb",))
    here.do(dossiers.save_draft, dossier, {"product.name": "Sau khi sao lưu"}, {})
    here.db.close()
    return Scene(here, lambda: care.restore(here.path, here.key, copy), reopens=True)


def upgrading(disk: Path, _far: Path) -> Scene:
    here, _dossier = _office(disk)
    here.db.close()

    def grow(db: Db) -> None:
        db.execute("CREATE TABLE grown (x BLOB) STRICT")  # type: ignore[attr-defined]
        db.execute("INSERT INTO grown VALUES (randomblob(1500000))")  # type: ignore[attr-defined]

    migrations.migrations(name="m9000_grown")(grow)  # type: ignore[arg-type]
    return Scene(here, here.again, reopens=True)


def a_rule_pack(disk: Path, far: Path) -> Scene:
    from tests.sync.test_rules import holidays as a_table

    service = Service(Settings(data=far / "tinh", province="08", province_name="Tỉnh Tuyên Quang"))
    rulebook.publish(service, gather(a_table(far / "pack")), "Thử", 400)
    data, key = service.store.read(rulebook.content), service.identity.public_key
    service.close()
    here, _dossier = _office(disk)
    here.do(settings.write, {"sync.server_key": key, "sync.province": "08"})

    def after() -> None:
        legal.forget()
        assert (rules.version(here.db) == 0) is (legal.installed() is None)

    return Scene(here, lambda: rules.install(office.runner(here.db), data, "2026-11-22T02:00:00.000Z"), after=after)


def a_stick(disk: Path, far: Path) -> Scene:
    """The package that goes to the province."""
    here, _dossier = _office(far)
    settings_ = Settings(data=far / "tinh", province="08", province_name="Tỉnh Tuyên Quang")
    with running(settings_) as address:
        service = Service(settings_)
        code = service.store.write(
            lambda connection: accounts.new_code(connection, service.identity, settings_, (UNIT,), "Xã", 1)
        )
        service.close()
        exchange.enrol(office.runner(here.db), address, code, "may-1")
    out = disk / "goi.ocop"
    return Scene(here, lambda: stick.export(office.runner(here.db), out), out, keeps=False)


def the_journal(disk: Path, far: Path) -> Scene:
    here, _dossier = _office(far)
    out = disk / "nhat-ky.jsonl"
    return Scene(here, lambda: run(here.db, lambda db: inspection.export_journal(db, out)), out)


def a_list(disk: Path, far: Path) -> Scene:
    here, _dossier = _office(far)
    out = disk / "danh-sach.xlsx"
    return Scene(here, lambda: run(here.db, lambda db: exporting.export(db, "products", out)), out)


def a_persons_data(disk: Path, far: Path) -> Scene:
    here, dossier = _office(far)
    person = str(dossiers.open_dossier(here.db, dossier).values["producer.representative"])
    out = disk / "nguoi.json"
    return Scene(here, lambda: run(here.db, lambda db: personal.export(db, person, out)), out)


def the_sealed_pdf(disk: Path, far: Path) -> Scene:
    here, dossier = _office(far)
    here.do(dossiers.seal, dossier)
    paper = documents.report(here.db, dossier)
    out = disk / "mau-03.pdf"
    return Scene(here, lambda: write_file(out, paper.data), out)


def the_electronic_dossier(disk: Path, far: Path) -> Scene:
    here, dossier = _office(far)
    here.do(dossiers.seal, dossier)
    made = dossier_package.build(dossier_package.gather(here.db, dossier))
    return Scene(here, lambda: dossier_package.write(made, disk / "ra"), disk / "ra")


SCENES: dict[str, Callable[[Path, Path], Scene]] = {
    each.__name__: each
    for each in (
        sealing,
        attaching,
        copying,
        copying_to_a_stick,
        restoring,
        upgrading,
        a_rule_pack,
        a_stick,
        the_journal,
        a_list,
        a_persons_data,
        the_sealed_pdf,
        the_electronic_dossier,
    )
}


def tries(disk: Path, scene: Scene) -> Iterator[dict[str, object]]:
    """More and more room, until it is done."""
    here = scene.here

    def state() -> object:
        here.again()
        check_sound(here.db)
        return dump(here.db)

    if scene.target is not None:  # an older file stands there: it stays as it was
        scene.target.parent.mkdir(parents=True, exist_ok=True)
    before = None if scene.reopens else state()
    bytes_before = here.path.read_bytes()
    for left in ROOMS:
        there = files(disk)
        room = fill(disk, left)
        try:
            scene.act()
            said = "done"
        except OcopError as error:
            said = error.code
        finally:
            with suppress(FileNotFoundError):
                room.unlink()
        new = sorted(files(disk) - there - {str(kept.relative_to(disk)) for kept in _whole(disk, here)})
        if scene.reopens and said != "done":
            same = here.path.read_bytes() == bytes_before
        else:
            now = state()
            same = now == before or not scene.keeps
            scene.after()
        broken = [str(copy.folder) for copy in backups.copies(disk / "usb") if backups.check(copy, here.key).broken]
        yield {"left": left, "said": said, "new": new, "same": same, "broken": broken}
        if said == "done":
            return


def main(folder: Path, name: str) -> None:
    """One scenario on a volume of its own."""
    disk, far = folder / "disk", folder / "far"
    disk.mkdir()
    far.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={VOLUME}", "small", str(disk)], check=True)
    os.environ["OCOP_DESKTOP_HOME"] = str(disk / "home")
    for each in tries(disk, SCENES[name](disk, far)):
        sys.stdout.write(json.dumps(each) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
