"""The folder of an office may no longer be written while somebody works: one sentence, and it goes on when it may."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

from ocop_desktop.actions import care, dossiers, evidence
from ocop_desktop.errors import OcopError
from ocop_desktop.storage.db import check_sound
from tests.kit.builders import Office, a_dossier, an_office
from tests.kit.killing import FORK

NOBODY = 65534
SOUND = b"ID3" + bytes(60)
"""Kept as it is: a PDF is looked at by a process of its own, which a user without rights may not be able to start here."""


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where also a user without rights may go."""
    made = Path(mkdtemp(prefix="ocop-quyen-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


def at_work(here: Office, dossier: str) -> list[str]:
    """What is said while the folder turns read-only under an open office, and after."""

    def said(*steps: object) -> str:
        try:
            for step in steps:
                step()  # type: ignore[operator]
        except OcopError as error:
            return error.code
        return "done"

    def attach() -> None:
        here.do(evidence.attach, dossier, "other", "a.mp3", SOUND + os.urandom(2000))

    def copy() -> None:
        care.back_up(here.path, here.key)

    def save() -> None:
        here.do(dossiers.save_draft, dossier, {"product.name": "Vẫn gõ được"}, {})

    here.again()
    places = (here.path.parent, here.db.files)
    here.db.files.mkdir(exist_ok=True)
    for place in places:
        place.chmod(0o555)
    told = [said(attach), said(copy), said(save)]
    left = [path.name for path in here.db.files.iterdir()][1:]
    for place in places:
        place.chmod(0o755)
    told += [said(attach), said(copy), said(save), *left]
    check_sound(here.db)
    return told


@pytest.mark.skipif(sys.platform == "win32" or FORK is None, reason="rights of folders are POSIX")
def test_a_folder_that_turns_read_only_under_an_open_office(folder: Path) -> None:
    here = an_office(folder / "o")
    dossier = a_dossier(here.db)
    here.do(evidence.attach, dossier, "other", "b.mp3", SOUND)
    care.back_up(here.path, here.key, (folder / "usb",))  # and all that is imported late is there for the child
    here.close()
    assert FORK is not None
    ours, theirs = FORK.Pipe(duplex=False)

    def child() -> None:
        if os.geteuid() == 0:  # rights do not bind root
            for path in (folder, *folder.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        os.environ["OCOP_DESKTOP_HOME"] = str(folder / "o")
        try:
            theirs.send(at_work(here, dossier))
        except BaseException as error:
            theirs.send([repr(error)])

    process = FORK.Process(target=child)
    process.start()
    theirs.close()
    told = ours.recv() if ours.poll(60) else ["silent"]
    process.join(30)
    assert told[:2] == ["folder.read_only"] * 2, told
    assert told[2] in {"done", "folder.read_only"}, "typing goes into the file that is open, or says why not"
    assert told[3:] == ["done"] * 3, "and nothing was left half written"
