"""Kills a child of this process at its n-th step, for every n: a statement of SQL, or a touch of the disk."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable

from ocop_desktop.storage.db import Db

FORK = multiprocessing.get_context("fork") if hasattr(os, "fork") else None
_DISK = frozenset(
    {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "shutil.copyfile"}
)
DIED = -1


def at_statement(task: Callable[[], None], db: Callable[[], Db], stop_at: int) -> int:
    """Do a task in a child that dies at its n-th statement; the statements it ran, or ``DIED``. ``db`` is asked there."""

    def counted(step: Callable[[], None]) -> None:
        conn = db().conn
        conn.set_trace_callback(lambda _: step())
        task()
        conn.set_trace_callback(None)

    return _in_child(counted, stop_at)


def at_touch_of_the_disk(task: Callable[[], None], stop_at: int) -> int:
    """The same, at the n-th file that is opened, renamed, made or removed."""

    def counted(step: Callable[[], None]) -> None:
        watching = True
        sys.addaudithook(lambda event, _: step() if watching and event in _DISK else None)
        task()
        watching = False

    return _in_child(counted, stop_at)


def _in_child(counted: Callable[[Callable[[], None]], None], stop_at: int) -> int:
    assert FORK is not None
    ours, theirs = FORK.Pipe(duplex=False)

    def child() -> None:
        ran = 0

        def step() -> None:
            nonlocal ran
            ran += 1
            if ran == stop_at:
                os.kill(os.getpid(), signal.SIGKILL)

        counted(step)
        theirs.send(ran)

    process = FORK.Process(target=child)
    process.start()
    theirs.close()
    process.join(60)
    try:
        return int(ours.recv())
    except EOFError:
        return DIED
