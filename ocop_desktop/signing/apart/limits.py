"""What the process kept apart may take of this machine.

POSIX: the size of its memory, asked of the system by the process itself (macOS takes the wish and does not keep it). Windows:
a job object, which also ends the process when this program ends. Where neither holds there are still the time limit and the
limits of what is unpacked and drawn.
"""

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

MEMORY = 800 * 1024 * 1024
"""Bytes above what the process has when it begins: the largest picture that is read, unpacked, and one drawn page."""
_NO_DIALOG = 0x0001 | 0x0002 | 0x8000
_PROCESS_MEMORY, _KILL_ON_CLOSE, _DIE_ON_FAULT = 0x100, 0x2000, 0x400
_EXTENDED = 9


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_set", ctypes.c_size_t),
        ("most_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", BasicLimits),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t),
        ("peak_job", ctypes.c_size_t),
    )


def limit_this_process() -> None:
    """In the child, before it reads anything: no dump of its memory on the disk, no dialog of the system, a bound."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_NO_DIALOG)
    else:
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(OSError, ValueError):
            most = _used(resource.getpagesize()) + MEMORY
            _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
            if hard != resource.RLIM_INFINITY:
                most = min(most, hard)
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _used(page: int) -> int:
    with suppress(OSError, ValueError):
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * page
    return 400 * 1024 * 1024


def job_of(process: int) -> int:
    """On Windows a job that holds the process (a handle) and its memory; 0 elsewhere, or where the system refuses."""
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        if not (job := kernel.CreateJobObjectW(None, None)):
            return 0
        wish = ExtendedLimits()
        wish.basic.flags = _PROCESS_MEMORY | _KILL_ON_CLOSE | _DIE_ON_FAULT
        wish.process_memory = MEMORY + 200 * 1024 * 1024  # of all it has: Python and the libraries too
        held = ctypes.c_void_p(job)
        kernel.SetInformationJobObject(held, _EXTENDED, ctypes.byref(wish), ctypes.sizeof(wish))
        kernel.AssignProcessToJobObject(held, ctypes.c_void_p(process))
        return int(job)
    return 0


def let_go(job: int) -> None:
    """Close the handle of a job."""
    if job and sys.platform == "win32":
        ctypes.WinDLL("kernel32").CloseHandle(ctypes.c_void_p(job))
