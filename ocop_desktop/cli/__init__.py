"""The same actions from a terminal."""

from ocop_desktop.cli.commands import main

__all__ = ["main"]
