"""Who of one PC may do what: one table, asked by the actions. Everybody who may open the office may read, print and synchronise."""

from collections.abc import Mapping
from typing import Literal, get_args

Role = Literal["entry", "leader", "clerk", "admin"]
"""Nhập liệu, lãnh đạo, văn thư, quản trị máy."""
Act = Literal[
    "write", "number", "scan", "sign", "send", "review", "settings", "administer", "people", "inspect", "personal_data"
]

ROLES: tuple[Role, ...] = get_args(Role)
FIRST_ROLES: tuple[Role, ...] = ("entry", "admin")
"""What the officer of the first run is: somebody has to enter dossiers, and somebody to let others in."""

MAY: Mapping[Act, frozenset[Role]] = {
    # Receive, type, decide, seal, councils: the officer's work on a dossier.
    "write": frozenset({"entry"}),
    # Number and day after signing, letters of the register. A commune without a clerk of its own: the officer.
    "number": frozenset({"clerk", "entry"}),
    "scan": frozenset({"clerk", "entry"}),
    # The report as it was signed, by scan or with a certificate.
    "sign": frozenset({"leader", "clerk", "entry"}),
    "send": frozenset({"clerk", "entry"}),
    # To have read a dossier before it is sealed or signed.
    "review": frozenset({"leader", "entry"}),
    # Signer, symbol, recipients: what changes when another deputy signs today.
    "settings": frozenset({"entry", "clerk", "admin"}),
    # The PC itself: enrolment, server, copies brought back, rule packs from a file.
    "administer": frozenset({"admin"}),
    "people": frozenset({"admin"}),
    "inspect": frozenset({"admin", "leader"}),
    # All that is held about one person as a file.
    "personal_data": frozenset({"entry", "admin"}),
}


def allowed(act: Act, roles: frozenset[str]) -> bool:
    """Whether one of the roles may do it."""
    return bool(MAY[act] & roles)
