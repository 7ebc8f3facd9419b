"""Keep Python's constants alive under a fault of PySide6 6.12.

Measured on PySide6 6.12.0 with Python 3.11: every ``Signal.emit`` gives back ``True`` without owning it, and every
queued delivery does the same with ``None``. The count of references falls by one each time; when it reaches zero the
interpreter ends with ``Fatal Python error: bool_dealloc``. A window that is open for weeks would get there. From Python
3.12 on the constants are immortal (PEP 683) and nothing needs to be done.
"""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = 1 << 40


def keep() -> None:
    """Give the constants so many references that no program can lose them."""
    if sys.version_info >= (3, 12) or sys.getrefcount(True) > _ENOUGH // 2:
        return
    for constant in (True, False, None):
        # The count is the first field of every object of a release build of CPython before 3.12.
        ctypes.c_ssize_t.from_address(id(constant)).value += _ENOUGH
