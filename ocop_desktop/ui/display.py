"""Whether a window can be shown at all. No Qt here: Qt aborts the process when it cannot."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def has_display(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> bool:
    """On Linux a window needs X11 or Wayland, unless Qt was told to draw elsewhere. Windows and macOS always have one."""
    if not platform.startswith("linux"):
        return True
    if environment.get("QT_QPA_PLATFORM", "").startswith(_WITHOUT_SCREEN):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
