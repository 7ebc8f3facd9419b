"""The errors this program raises on purpose; anything else is a bug.

Each has a ``code`` such as ``"dossier.incomplete"`` and ``details`` that fill the sentence shown to people. The
sentences are in ``texts.py`` of the window and the terminal, never here: ``str(error)`` is English, for logs, and
holds no value typed by a person.
"""


class OcopError(Exception):
    """An expected failure, named by a code. ``details`` are values for the sentence, never personal data."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class Refused(OcopError):
    """The person asked for something that cannot be done as it stands, and can mend it."""


class Environment(OcopError):
    """The machine is in the way: disk full, file locked, folder read-only."""


class SyncError(OcopError):
    """The province could not be reached, or did not accept: codes ``sync.offline``, ``sync.busy``, ``sync.rejected``,
    ``sync.not_allowed``, ``sync.too_old`` and finer ones under them."""


class Damaged(OcopError):
    """Data that contradicts itself, or that a newer program wrote."""
