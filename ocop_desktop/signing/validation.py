"""Whose digital signatures a PDF bears, and whether they hold."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One signature. ``who``: the name in the certificate; ``at``: the signer's own time, UTC."""

    who: str
    at: str = ""


def signatures(_data: bytes) -> tuple[Signature, ...]:
    """The signatures of a PDF, first to last."""
    return ()
