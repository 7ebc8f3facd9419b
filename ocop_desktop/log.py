"""The log: what happened and where, never what a person typed.

``main.log`` rotates; ``fault.log`` is written by ``faulthandler`` when the interpreter itself dies. Files are opened
before anything else, since a windowed program on Windows has no ``sys.stderr``.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from ocop_desktop import __version__, paths
from ocop_desktop.errors import OcopError

LOG_NAME = "main.log"
FAULT_NAME = "fault.log"
LOG_BYTES = 512 * 1024
LOG_FILES = 4

_log = logging.getLogger(__name__)
_fault_file: TextIO | None = None

Show = Callable[[str, str], None]
"""Shows an uncaught error: its place and its report."""


def start(folder: Path | None = None) -> str:
    """Open the log files; return what the last run left in the fault log (empty when it ended well).

    A folder that cannot be written leaves the program without a log rather than without a window.
    """
    global _fault_file
    folder = folder or paths.logs()
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _Rotating(folder / LOG_NAME, encoding="utf-8")
        left = _last_fault(folder / FAULT_NAME)
        _fault_file = (folder / FAULT_NAME).open("w", encoding="utf-8")
    except OSError:
        logging.lastResort = logging.NullHandler()
        return ""
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    faulthandler.enable(_fault_file)
    _log.info("started %s on Python %s, %s", __version__, sys.version.split()[0], sys.platform)
    return left


def stop() -> None:
    """Close the files: nothing is logged afterwards."""
    global _fault_file
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, _Rotating):
            root.removeHandler(handler)
            handler.close()
    if _fault_file is not None:
        faulthandler.disable()
        _fault_file.close()
        _fault_file = None


def hook(show: Show | None = None) -> None:
    """Log every uncaught error of every thread; ``show`` gets each place once."""
    seen: set[str] = set()

    def report(error: BaseException) -> None:
        where = place(error)
        _log.error("uncaught at %s\n%s", where, describe(error))
        if show is not None and where not in seen and threading.current_thread() is threading.main_thread():
            seen.add(where)
            show(where, describe(error))

    def main_hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        report(error.with_traceback(trace))

    def thread_hook(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            report(args.exc_value)

    sys.excepthook = main_hook
    threading.excepthook = thread_hook


def place(error: BaseException) -> str:
    """Where an error was raised: ``file.py:12 in function``."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    last = frames[-1]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno} in {last.name}"


def describe(error: BaseException) -> str:
    """A report for the developers: versions and the way through the code.

    The words of a foreign error are left out, since they may quote what a person typed.
    """
    lines = [f"OCOP Desktop {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    current: BaseException | None = error
    while current is not None:
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        lines.append(current.code if isinstance(current, OcopError) else type(current).__name__)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
        if current is not None:
            lines.append("caused by")
    return "\n".join(lines)


class _Rotating(logging.FileHandler):
    """A log that begins a new file when one is full: ``main.log.1`` is the one before, the oldest goes.

    ``logging.handlers`` has such a one among others for which it reads sockets and more at every start.
    """

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self.stream is not None and self.stream.tell() >= LOG_BYTES:
                self.stream.close()
                self.stream = None
                self._turn()
        except OSError:  # on Windows another program may be looking at it: this file grows until it is let go
            pass
        super().emit(record)

    def _turn(self) -> None:
        now = Path(self.baseFilename)
        for number in range(LOG_FILES - 1, 0, -1):
            younger = now.with_name(f"{now.name}.{number - 1}") if number > 1 else now
            if younger.exists():
                younger.replace(now.with_name(f"{now.name}.{number}"))


class _Formatter(logging.Formatter):
    """Writes the way through the code, without the words of the error."""

    def format(self, record: logging.LogRecord) -> str:
        kept, record.exc_text = record.exc_text, None  # another handler may have left the words there
        try:
            return super().format(record)
        finally:
            record.exc_text = kept

    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        return describe(error) if isinstance(error, BaseException) else ""


def _last_fault(path: Path) -> str:
    if not path.is_file():
        return ""
    return path.read_text(encoding="utf-8", errors="replace").strip()
