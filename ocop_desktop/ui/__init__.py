"""The window: the only place with Qt. Screens call actions through ``jobs`` and never touch a database themselves."""

import builtins

import PySide6  # noqa: F401

# For ``from __feature__ import ...`` PySide6 puts an import of its own in the place of Python's, which reads and keeps the
# source text of every module imported after it. Nothing here asks for a feature: 350 files need not be read at each start.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
