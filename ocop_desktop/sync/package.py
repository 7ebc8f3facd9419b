"""Packages by stick at the commune: what to put in, and what an answer says, into the database.

An answer meets the network: a receipt that came both ways counts once, a page of changes is taken from where the cursor
stands now, and what was written before the province was restored is not taken at all.
"""

import base64
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeVar

import msgspec
import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ocop_desktop import protocol
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import Damaged, Refused, SyncError
from ocop_desktop.protocol.packages import (
    Entry,
    Manifest,
    open_package,
    packages_in,
    recipient_bytes,
    write_package,
)
from ocop_desktop.storage import files, gathering, outbox, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain, replacing
from ocop_desktop.storage.replica import CURSORS

from . import answers
from .answers import Counts
from .client import check_receipt

T = TypeVar("T", bound=protocol.Message)

_IDENTITY = "sync.age_identity"
_ANEW = "sync.anew"
"""Units, with commas between, that a stick's answer showed to differ."""
RECIPIENT = "sync.age_recipient"
LIMITS = ("file", "file_pages", "dossier", "dossier_pages")
"""What the province says of evidence files, kept as ``limits.NAME``."""
RULES_OFFERED, PROGRAMS_OFFERED = "sync.rules_offered", "sync.programs_offered"
"""The number of the newest rule pack that the province spoke of."""


def own_identity(db: Db) -> str:
    """The age key that answers to this PC are opened with; made when it is first asked for."""
    known = settings.read(db, _IDENTITY)
    if known is None:
        known = str(pyrage.x25519.Identity.generate())
        settings.write(db, {_IDENTITY: known})
    return str(known)


def own_recipient(db: Db) -> str:
    """What answers to this PC are sealed to."""
    return str(pyrage.x25519.Identity.from_str(own_identity(db)).to_public())


def note_province(db: Db, hello: protocol.Hello) -> None:
    """Remember which key packages to the province are sealed with, when the province's own key vouches for it."""
    server_key = str(settings.read(db, "sync.server_key") or "")
    if hello.province:
        settings.write(db, {"sync.province": hello.province})
    settings.write(db, {RULES_OFFERED: hello.rules or None, PROGRAMS_OFFERED: hello.programs or None})
    settings.write(db, {gathering.PLANS: hello.plans or None})
    limits = {name: getattr(hello.limits, name) or None for name in LIMITS}
    settings.write(db, {f"limits.{name}": value for name, value in limits.items()})
    if hello.age_recipient and _vouched(server_key, hello.age_recipient, hello.age_proof):
        settings.write(db, {RECIPIENT: hello.age_recipient})


def _vouched(server_key: str, recipient: str, proof: str) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(server_key))
        key.verify(base64.b64decode(proof, validate=True), recipient_bytes(recipient))
    except (InvalidSignature, ValueError):
        return False
    return True


def epoch_changed(db: Db, epoch: str) -> bool:
    """True when the province was restored from a copy since this PC last heard of it; a first epoch is remembered."""
    known = settings.read(db, "sync.epoch")
    if known is None:
        settings.write(db, {"sync.epoch": epoch})
    return known is not None and known != epoch


# --- out --------------------------------------------------------------------------------------------------------------


def write(
    path: Path, manifest: Manifest, sign: Callable[[bytes], bytes], contents: Callable[[Entry], Iterable[bytes]]
) -> int:
    """Write one package so that a stick pulled out leaves the old file, whole; its size in bytes.

    Raises ``Environment``, and whatever ``contents`` raises.
    """
    with replacing(path) as file:
        write_package(file, manifest, sign, contents)
        return file.tell()


# --- in ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Answer:
    """An answer of the province, checked whole."""

    manifest: Manifest
    plain: IO[bytes]
    positions: tuple[int, ...]

    def contents(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """Name and content of every entry of a kind."""
        for entry, position in zip(self.manifest.entries, self.positions, strict=True):
            if entry.kind == kind:
                self.plain.seek(position)
                yield entry.name, self.plain.read(entry.size)


def read_answers(path: Path, known: Values) -> list[Answer]:
    """The answers of a file that are for this PC, oldest first; ``known`` are its settings ``sync.*``.

    They are opened in memory: no plain text touches the disk. Raises ``Refused("package.other_device")`` when none is for
    this PC, ``Damaged``: ``package.unreadable`` or ``package.altered``, ``Environment``.
    """
    identity = str(known[_IDENTITY])
    recipient = str(pyrage.x25519.Identity.from_str(identity).to_public())
    server_key = base64.b64decode(str(known["sync.server_key"]))
    found = []
    try:
        with path.open("rb") as file:
            for sealed in packages_in(file):
                if sealed.recipient == recipient:
                    plain = io.BytesIO()
                    opened = open_package(file, sealed, identity, plain)
                    opened.require_signature(server_key)
                    if opened.manifest.kind != "answer" or opened.manifest.device != known["sync.device"]:
                        raise Damaged("package.altered")
                    found.append(Answer(opened.manifest, plain, opened.positions))
    except OSError as error:
        raise explain(error) from error
    if not found:
        raise Refused("package.other_device")
    return sorted(found, key=lambda answer: answer.manifest.created)


def asked(db: Db) -> tuple[dict[str, int], tuple[str, ...], tuple[str, ...]]:
    """What a package asks for: the cursor of each unit that is read here, the contents of other PCs that are not known to
    be at the province, and the units that were seen to differ."""
    cursors = {key.removeprefix(CURSORS): int(at or 0) for key, at in settings.read_all(db, CURSORS).items()}
    anew = tuple(unit for unit in str(settings.read(db, _ANEW) or "").split(",") if unit)
    return cursors, files.of_other_pcs(db), anew


def take_epoch(db: Db, answer: Answer) -> None:
    """See to it that the answer speaks of the province this PC knows, or of one that was restored since; what this PC asked
    to compare record by record is compared once.

    Raises ``Refused("package.stale")`` for an answer from before the province was restored; nothing of it counts.
    """
    manifest = answer.manifest
    known = settings.read(db, "sync.epoch")
    anew = set(asked(db)[2])
    if manifest.epoch == known:
        for unit, content in answer.contents("inventory"):
            if unit in anew:
                answers.repair(db, _decode(content, protocol.Inventory))
                anew.discard(unit)
    elif manifest.asked_epoch != known:
        raise Refused("package.stale")
    else:
        for _, content in answer.contents("inventory"):
            answers.repair(db, _decode(content, protocol.Inventory))
        files.note_lost(db, files.confirmed(db))
        answers.forget_plans(db, _shared(answer))
        anew.clear()
    settings.write(db, {"sync.epoch": manifest.epoch, _ANEW: ",".join(sorted(anew)) or None})


def take_receipt(db: Db, server_key: str, batch: str, content: bytes) -> Counts:
    """A receipt as over the network; one that was taken before, or is not this database's, changes nothing."""
    if outbox.batch_state(db, batch) not in {"frozen", "split"}:
        return Counts()
    receipt = _decode(content, protocol.Receipt)
    check_receipt(server_key, receipt, content)
    if receipt.batch != batch:
        raise SyncError("sync.wrong_answer")
    return answers.take_receipt(db, batch, receipt, content)


def take_units(db: Db, answer: Answer) -> set[str]:
    """Keep what the answer tells of each unit of this office, if it is the newest word; gives the units to compare."""
    own = {answer.manifest.unit, *filter(None, [_shared(answer)])}
    for _, content in answer.contents("units"):
        units = _decode(content, protocol.Units).units
        if gathering.gathers(str(settings.read(db, gathering.UNITS) or "")) and is_newest(db, answer):
            told = [(each.unit, each.high_water, each.devices, each.seen_at) for each in units]
            return own | set(gathering.note(db, told, answer.manifest.created))
        return own | {each.unit for each in units}
    return own


def _shared(answer: Answer) -> str:
    """The unit whose plans an answer brings beside this office's own units, or nothing."""
    own = {each.unit for _, content in answer.contents("units") for each in _decode(content, protocol.Units).units}
    return next((unit for unit, _ in answer.contents("digest") if own and unit not in own), "")


def is_newest(db: Db, answer: Answer) -> bool:
    """Whether nothing was heard of the province since the answer was written."""
    last = settings.read(db, "sync.last_success")
    return last is None or str(last) <= answer.manifest.created


def take_changes(db: Db, manifest: Manifest, content: bytes) -> Counts:
    """A page of changes, from where the cursor of its unit stands now.

    A page that lies behind the cursor is known; when the unit's first page begins beyond it there would be a gap, and the
    page is left out.
    """
    page = _decode(content, protocol.Changes)
    cursor = _cursor(db, page.unit)
    after = manifest.after if manifest.cursors is None else manifest.cursors.get(page.unit, 0)
    if page.next <= cursor or after > cursor:
        return Counts()
    items = tuple(item for item in page.items if item.seq > cursor)
    return answers.take_changes(db, msgspec.structs.replace(page, items=items))


def take_conflicts(db: Db, unit: str, content: bytes) -> set[str]:
    """What is in conflict in a unit, with both sides; the dossiers it concerns."""
    return answers.take_conflicts(db, unit, _decode(content, protocol.Conflicts))


def compare(db: Db, answer: Answer, content: bytes) -> bool:
    """Whether both sides hold the same of a unit, as far as the digest of an answer can say it now.

    When both have read as far and differ all the same, or the province's last number is below the one it was asked after,
    the next package asks for the unit record by record.
    """
    theirs = _decode(content, protocol.Digest)
    manifest, shared = answer.manifest, theirs.unit == _shared(answer)
    cursor = _cursor(db, theirs.unit)
    alike = answers.digest(db, theirs.unit) == (theirs.count, theirs.hash)
    fell_back = (manifest.cursors or {}).get(theirs.unit, 0) > theirs.high_water and cursor > theirs.high_water
    if (fell_back or (cursor == theirs.high_water and not alike)) and shared:
        answers.forget_plans(db, theirs.unit)
    elif fell_back or (cursor == theirs.high_water and not alike):
        settings.write(db, {_ANEW: ",".join(sorted({*asked(db)[2], theirs.unit}))})
    equal = alike and cursor == theirs.high_water
    if equal or cursor <= theirs.high_water:
        gathering.note_equal(db, theirs.unit, equal)
    return equal


def _cursor(db: Db, unit: str) -> int:
    return int(settings.read(db, f"{CURSORS}{unit}", 0) or 0)


def _decode(content: bytes, kind: type[T]) -> T:
    try:
        return protocol.decode(content, kind)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise SyncError("sync.wrong_answer") from error
