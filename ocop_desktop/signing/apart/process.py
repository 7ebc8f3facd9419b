"""This side of the process kept apart: begun when it is first needed, begun again after a death, ended with the office.

One question at a time, each with its time. A file that ends the process twice is the culprit; once may have been chance.
"""

import atexit
import logging
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from ocop_desktop.errors import Environment, Refused
from ocop_desktop.signing.apart import limits, wire

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Gone(Exception):
    """The process ended, or was ended, instead of answering. ``late``: it had taken too long."""

    def __init__(self, *, late: bool) -> None:
        super().__init__("the process kept apart is gone")
        self.late = late


class Apart:
    """The process, and the one question under way."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._job = 0
        self._owner = os.getpid()
        self._late = False
        self._closings = 0

    @property
    def number(self) -> int | None:
        """The number of the process; None while there is none."""
        return self._process.pid if self._process is not None else None

    def warm(self) -> None:
        """Begin it, so that the first question need not wait. Not for the GUI thread."""
        with self._turn, suppress(Environment):
            self._living()

    def ask(self, key: str, name: str, data: bytes, task: wire.Task, seconds: int) -> tuple[wire.Said, bytes]:
        """An answer about a document. ``Refused``: what a reader says of it, ``paper.fell``, ``paper.slow``, ``paper.heavy``."""
        closings = self._closings
        with self._turn:
            for again in (False, True):
                try:
                    said, beside = self._exchange(wire.Ask(key, False, seconds, task), b"")
                    if said.code == wire.NEED:
                        said, beside = self._exchange(wire.Ask(key, True, seconds, task), data)
                    break
                except Gone as gone:
                    self._end()
                    _log.warning("the reader of files ended at %s, late: %s", type(task).__name__, gone.late)
                    if gone.late or again or closings != self._closings:
                        raise Refused("paper.slow" if gone.late else "paper.fell", name=name) from gone
            if said.ends:
                self._end()
        if said.where:
            _log.warning("a reader fell over a file: %s", said.where)
        if said.code:
            raise Refused(said.code, **{"name": name, **said.details})
        return said, beside

    def close(self) -> None:
        """End it, with every file it holds; who waits for an answer is refused, and not for the length of a time-out."""
        self._closings += 1
        if (process := self._process) is not None and self._owner == os.getpid():
            process.kill()
        with self._turn:
            self._end()

    def _exchange(self, asked: wire.Ask, data: bytes) -> tuple[wire.Said, bytes]:
        process = self._living()
        assert process.stdin is not None
        assert process.stdout is not None
        self._late = False
        patience = threading.Timer(asked.seconds, self._too_late, (process,))
        patience.daemon = True
        patience.start()
        try:
            process.stdin.write(wire.packed(asked, data))
            process.stdin.write(data)
            process.stdin.flush()
            answer = wire.received(process.stdout.read)
            if answer is None:
                raise Gone(late=self._late)
            return msgspec.json.decode(answer[0], type=wire.Said), answer[1]
        except (OSError, ValueError, RecursionError, msgspec.MsgspecError) as error:
            raise Gone(late=self._late) from error
        finally:
            patience.cancel()

    def _too_late(self, process: "subprocess.Popen[bytes]") -> None:
        self._late = True
        process.kill()

    def _living(self) -> "subprocess.Popen[bytes]":
        if self._owner != os.getpid():  # a fork has the pipes of its parent, and must not speak into them
            self._process, self._job, self._owner = None, 0, os.getpid()
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        command, folder, environment = _command()
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                env=environment,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise Environment("paper.no_reader") from error
        self._job = limits.job_of(int(getattr(self._process, "_handle", 0)))
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent before it died
                    pipe.close()
        process.wait()
        limits.let_go(self._job)
        self._job = 0


def _command() -> tuple[list[str], Path, dict[str, str]]:
    """How this program starts itself as a reader: the same executable when it is a bundle, else the same Python."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        return [sys.executable, wire.ARGUMENT], Path(sys.executable).parent, environment
    root = Path(__file__).resolve().parents[3]
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH"))))
    return [sys.executable, "-P", "-m", "ocop_desktop", wire.ARGUMENT], root, environment


APART = Apart()
atexit.register(APART.close)
