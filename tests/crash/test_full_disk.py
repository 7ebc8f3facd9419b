"""A disk that fills up at any byte of a copy or a restore: one code says so, and what was there opens as before."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_desktop.actions import care, dossiers
from ocop_desktop.errors import OcopError
from ocop_desktop.storage import backups
from ocop_desktop.storage.db import check_sound
from tests.kit.builders import a_complete_dossier, an_office
from tests.kit.killing import FORK

STEPS = 24


def limited(task: Callable[[], object], most: int) -> str:
    """What a task says in a child that may write no file beyond so many bytes."""
    import resource
    import signal

    assert FORK is not None
    ours, theirs = FORK.Pipe(duplex=False)

    def child() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        try:
            task()
            theirs.send("done")
        except OcopError as error:
            theirs.send(error.code)

    process = FORK.Process(target=child)
    process.start()
    theirs.close()
    try:
        return str(ours.recv())
    except EOFError:
        return "died"
    finally:
        process.join(30)


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
@pytest.mark.parametrize("what", ["copy", "restore"])
def test_a_disk_that_fills_up_at_any_point_of_a_copy_or_a_restore(tmp_path: Path, what: str) -> None:
    here = an_office(tmp_path / "office")
    dossier = a_complete_dossier(here.db)
    here.close()
    size = here.path.stat().st_size
    if what == "restore":
        (copy,) = care.back_up(here.path, here.key)
        here.again()
        here.do(dossiers.save_draft, dossier, {"product.name": "Sau khi sao lưu"}, {})
        here.close()
    said = []
    for step in range(STEPS + 1):
        most = size * step // STEPS + 20
        if what == "copy":
            said.append(limited(lambda: care.back_up(here.path, here.key), most))
            for each in backups.copies(backups.here(here.path)):
                assert backups.check(each, here.key).broken == ()
        else:
            said.append(limited(lambda: care.restore(here.path, here.key, copy), most))
        here.again()
        check_sound(here.db)
        name = dossiers.open_dossier(here.db, dossier).values["product.name"]
        here.close()
        if what == "restore" and said[-1] != "done":
            assert name == "Sau khi sao lưu", "what was there is there"
        if said[-1] == "done":
            break
    assert set(said) <= {"disk.full", "disk.failed", "disk.nearly_full", "done"}, said
    assert said[0] != "done", "the limit was met"
