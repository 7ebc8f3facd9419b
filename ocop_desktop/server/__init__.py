"""The provincial server: one place where the communes of a province meet. Needs the extra ``server``."""

from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings

__all__ = ["Settings", "running"]
