"""To the province and back without a line: a package on a stick, its answer, and the rescue of a PC that was withdrawn."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ocop_desktop import __version__
from ocop_desktop.actions import numbering, rules
from ocop_desktop.actions.exchange import Run, device_key, known_province, public_key
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import Damaged, Environment, Refused, SyncError
from ocop_desktop.protocol.packages import Entry, Manifest, packages_in
from ocop_desktop.storage import files, journal, outbox, settings
from ocop_desktop.storage.db import Db, free_bytes
from ocop_desktop.storage.durable import explain
from ocop_desktop.storage.files import Stored
from ocop_desktop.storage.outbox import FrozenBatch
from ocop_desktop.sync import package
from ocop_desktop.sync.answers import Counts, follow_unit, take_file
from ocop_desktop.sync.freezing import freeze_all

T = TypeVar("T")

OPS = 500
"""Operations of one batch on a stick, as the most of one over the network."""
_SPARE = 1024 * 1024
_PIECE = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Moment:
    """Where a copy stands: bytes of the package, and how many there will be."""

    done: int
    total: int


Report = Callable[[Moment], None]


@dataclass(frozen=True, kw_only=True)
class Exported:
    """What a package holds. ``unreadable``: evidence files that could not be read here and are not in it."""

    path: Path
    package: str
    batches: int
    operations: int
    files: int
    bytes: int
    unreadable: int = 0


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What an answer brought. ``sent``: records the province confirmed; ``digest_equal``: both sides are the same."""

    answers: int
    sent: int
    received: int
    conflicts: int
    rejected: int
    files: int
    waiting: int
    digest_equal: bool
    at: str
    dossiers: frozenset[str]


class _Unreadable(Exception):
    """An evidence file that cannot be put into a package."""

    def __init__(self, sha256: str) -> None:
        super().__init__(sha256)
        self.sha256 = sha256


def file_name(unit: str, at: str) -> str:
    """The usual name of a package: ``ocop-02545-20261121-1042.ocop``; ``at`` is an instant as stored."""
    return f"ocop-{unit}-{at[:10].replace('-', '')}-{at[11:16].replace(':', '')}.ocop"


def suggested_name(db: Db) -> str:
    """The usual name of a package written now."""
    return file_name(str(settings.read(db, "sync.unit") or ""), db.now())


def export(run: Run, path: Path, report: Report = lambda _: None) -> Exported:
    """Write everything the province has not confirmed into one package, sealed to it and signed by this PC.

    The batches stay as they are, and go by whichever way is first. Raises ``SyncError("sync.not_enrolled")``,
    ``Refused("package.no_key")``, ``Environment``: ``package.no_space``, ``disk.full``, ``folder.missing`` …
    """
    replica, private = run(device_key)
    known = _known(run)
    if not known.get(package.RECIPIENT):
        raise Refused("package.no_key")
    unit = str(known["sync.unit"])
    run(numbering.prepare)
    batches = run(lambda db: freeze_all(db, replica, unit, OPS))
    waiting = run(files.to_send)
    made = run(lambda db: _frame(db, known, replica, private))
    unreadable: set[str] = set()
    while True:
        readable = [stored for stored in waiting if stored.sha256 not in unreadable]
        manifest = msgspec.structs.replace(made, entries=_entries(batches, readable))
        _require_space(path, manifest.size)
        try:
            size = _write(run, path, manifest, private, {batch.id: batch.data for batch in batches}, report)
            break
        except _Unreadable as found:
            unreadable.add(found.sha256)
    run(
        lambda db: journal.write(
            db, "package.written", package=manifest.package, batches=len(batches), files=len(readable)
        )
    )
    return Exported(
        path=path,
        package=manifest.package,
        batches=len(batches),
        operations=sum(batch.ops for batch in batches),
        files=len(readable),
        bytes=size,
        unreadable=len(unreadable),
    )


def _known(run: Run) -> Values:
    known = run(lambda db: settings.read_all(db, "sync."))
    if not known.get("sync.server"):
        raise SyncError("sync.not_enrolled")
    return known


def _frame(db: Db, known: Values, replica: str, private: bytes) -> Manifest:
    unit = str(known["sync.unit"])
    cursors, asks, anew = package.asked(db)
    return Manifest(
        kind="push",
        package=db.new_id(),
        created=db.now(),
        province=str(known.get("sync.province") or ""),
        device=str(known["sync.device"]),
        unit=unit,
        replica=replica,
        epoch=str(known.get("sync.epoch") or ""),
        recipient=str(known[package.RECIPIENT]),
        entries=(),
        app=__version__,
        reply_to=package.own_recipient(db),
        public_key=public_key(private),
        cursor=cursors.get(unit, 0),
        rules=rules.version(db),
        cursors=cursors,
        asks=asks,
        anew=anew,
    )


def _entries(batches: list[FrozenBatch], waiting: list[Stored]) -> tuple[Entry, ...]:
    return (
        *(Entry(kind="batch", name=each.id, size=len(each.data), sha256=each.sha256) for each in batches),
        *(Entry(kind="file", name=each.sha256, size=each.size, sha256=each.sha256) for each in waiting),
    )


def _require_space(path: Path, size: int) -> None:
    """Say before writing that a stick is too small. Age adds 16 bytes to every 64 KiB."""
    needed = size + size // 4096 + _SPARE
    try:
        free = free_bytes(path.absolute().parent)
    except OSError as error:
        raise explain(error) from error
    if free < needed:
        raise Environment("package.no_space", needed=_show(needed), free=_show(free))


def _show(size: int) -> str:
    return f"{max(size, 0) // (1024 * 1024) + 1} MB"


def _write(run: Run, path: Path, manifest: Manifest, private: bytes, batches: dict[str, bytes], report: Report) -> int:
    key = Ed25519PrivateKey.from_private_bytes(private)
    done = 0

    def contents(entry: Entry) -> Iterator[bytes]:
        nonlocal done
        data = batches[entry.name] if entry.kind == "batch" else _read_file(run, entry)
        for start in range(0, len(data), _PIECE):
            yield data[start : start + _PIECE]
        done += len(data)
        report(Moment(done=done, total=manifest.size))

    return package.write(path, manifest, key.sign, contents)


def _read_file(run: Run, entry: Entry) -> bytes:
    try:
        data = run(lambda db: files.read(db, entry.name))
    except Damaged as error:
        raise _Unreadable(entry.name) from error
    if len(data) != entry.size:
        raise _Unreadable(entry.name)
    return data


def take_answer(run: Run, path: Path, report: Report = lambda _: None) -> Imported:
    """Take the province's answers for this PC out of a file: receipts and changes, as over the network.

    Nothing is applied before the whole answer is checked; taking it again changes nothing. Raises ``SyncError``,
    ``Refused``: ``package.other_device`` or ``package.stale``, ``Damaged``, ``Environment``.
    """
    run(device_key)  # a copied or restored database takes its own name before it takes answers
    known = {**_known(run), "sync.age_identity": run(package.own_identity)}
    found = package.read_answers(path, known)
    counts = Counts()
    stale: Refused | None = None
    taken = 0
    arrived = 0
    equal = False
    done, total = 0, sum(len(answer.manifest.entries) for answer in found)
    for answer in found:
        try:
            run(lambda db, answer=answer: package.take_epoch(db, answer))  # type: ignore[misc]
        except Refused as error:
            stale = error
            continue
        _unit(run, follow_unit, answer.manifest.unit)
        newest = _unit(run, package.is_newest, answer)
        wanted = _unit(run, package.take_units, answer)
        key = str(known["sync.server_key"])
        for name, content in answer.contents("receipt"):
            counts.add(_unit(run, package.take_receipt, key, name, content))
            report(Moment(done=(done := done + 1), total=total))
        for _, content in answer.contents("changes"):
            counts.add(_unit(run, package.take_changes, answer.manifest, content))
            report(Moment(done=(done := done + 1), total=total))
        for unit, content in answer.contents("conflicts") if newest else ():
            counts.dossiers |= _unit(run, package.take_conflicts, unit, content)
        for sha256 in answer.manifest.files:
            if run(lambda db, sha256=sha256: _waits(db, sha256)):  # type: ignore[misc]
                counts.dossiers |= _unit(run, take_file, sha256)
                arrived += 1
        for batch, code in answer.manifest.refused.items():
            _unit(run, outbox.note_failure, batch, code)
        compared = [
            _unit(run, package.compare, answer, content)
            for unit, content in answer.contents("digest")
            if unit in wanted
        ]
        equal = all(compared)
        _unit(run, _note_exchange, answer.manifest.created, equal)
        for _, content in answer.contents("rules"):
            rules.take(run, content, answer.manifest.created, 0)
        taken += 1
        report(Moment(done=total, total=total))
    if stale is not None and not taken:
        raise stale
    if equal:
        run(numbering.settle)
    run(lambda db: journal.write(db, "package.taken", sent=counts.sent, received=counts.received))
    return Imported(
        answers=taken,
        sent=counts.sent,
        received=counts.received,
        conflicts=counts.conflicts,
        rejected=counts.rejected,
        files=arrived,
        waiting=run(outbox.count),
        digest_equal=equal,
        at=found[-1].manifest.created,
        dossiers=frozenset(counts.dossiers),
    )


def _unit(run: Run, action: Callable[..., T], *arguments: object) -> T:
    return run(lambda db: action(db, *arguments))


def _waits(db: Db, sha256: str) -> bool:
    stored = files.find(db, sha256)
    return stored is not None and stored.done is None


def _note_exchange(db: Db, at: str, equal: bool) -> None:
    last = cast("str | None", settings.read(db, "sync.last_success"))
    if last is None or last <= at:
        settings.write(db, {"sync.last_success": at, "sync.digest_equal": equal})


def rescue(run: Run, path: Path) -> tuple[Exported, bool]:
    """What a withdrawn PC still holds, into a package, and that to the province's rescue area where there is a line.

    Gives what was written and whether the province has it. Raises what ``export`` raises.
    """
    made = export(run, path)
    try:
        send_rescue(run, path)
    except SyncError:
        return made, False
    return made, True


def send_rescue(run: Run, path: Path) -> str:
    """Give a written package to the province's quarantine over the network; its id there.

    For a PC that the province has withdrawn: what it still holds is looked at by a person. Raises ``SyncError``,
    ``Damaged("package.unreadable")``.
    """
    province, _ = known_province(run, b"", threading.Event())
    try:
        with path.open("rb") as file:
            packages_in(file)
            size = file.seek(0, 2)
            file.seek(0)
            return province.rescue(file, size)
    except OSError as error:
        raise explain(error) from error
    finally:
        province.close()
