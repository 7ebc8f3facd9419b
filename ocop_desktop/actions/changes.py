"""What an action changed, for the screens that show it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Changes:
    """The dossiers touched, the types of other records touched (``council``, ``plan``), whether something now waits for the
    province, whether settings changed, what was made."""

    dossiers: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    outbox: bool = False
    settings: bool = False
    created: str | None = None
