"""Whose digital signatures a PDF bears, and whether they hold."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One signature. ``who``: the name in the certificate; ``at``: the signer's own time, UTC; ``intact``: nothing that it
    covers was changed."""

    who: str
    at: str = ""
    intact: bool = True
    code: str = "signature.unknown_chain"
    """Of the sentence about it."""

    @property
    def details(self) -> dict[str, object]:
        """What fills the sentence."""
        return {"who": self.who, "at": self.at}


def signatures(_data: bytes) -> tuple[Signature, ...]:
    """The signatures of a PDF, first to last."""
    return ()
