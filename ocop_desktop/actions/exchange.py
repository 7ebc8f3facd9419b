"""To the province and back: make this PC known, do a round, say where everything stands."""

import base64
import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ocop_desktop import __version__, legal, paths, protocol
from ocop_desktop.actions import numbering, rules
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.conflicts import Conflict, open_conflicts
from ocop_desktop.actions.permission import need, only
from ocop_desktop.actions.province_words import Refusal, refusals
from ocop_desktop.domain.dossiers import SyncState
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import one_line
from ocop_desktop.errors import SyncError
from ocop_desktop.protocol.enrolling import read_enrolment_link
from ocop_desktop.storage import dossiers, files, gathering, held, journal, listing, outbox, records, replica, settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain
from ocop_desktop.sync import package
from ocop_desktop.sync.client import Province
from ocop_desktop.sync.engine import Round, Summary
from ocop_desktop.sync.progress import Progress, Run
from ocop_desktop.sync.trust import read_authority
from ocop_desktop.sync.uploading import PAUSED

AUTOMATIC = "sync.automatic"
"""Whether this PC goes to the province by itself; it does unless the officer said no."""
PROBE_TIMEOUT = (3.0, 6.0)
"""Seconds: who closes the program does not wait for a probe of a dead line."""
WITHDRAWN = "sync.withdrawn"
"""The province said that this PC is no longer on its list."""
LONG_DAYS = 5
"""What the province holds back for longer is shown: something it belongs to is still on another PC."""

__all__ = ["Progress", "Run", "Summary"]

_AUTHORITY = "sync.authority"
_AUTHORITY_MOST = 256 * 1024


@dataclass(frozen=True, kw_only=True)
class ExchangeRow:
    """One dossier towards the province. ``at``: when the province last confirmed it; ``revision``: its number there."""

    dossier: str
    product: str
    producer: str
    sync: SyncState
    at: str | None
    revision: int
    files_done: int
    files_total: int
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """Where the exchange stands. ``server`` empty: this PC is not known to a province yet.

    ``waiting_dossiers``: dossiers of which the province lacks something; ``waiting_records``: changes in the outbox.
    ``parked_deletes``: removals that go only after a person confirmed so many at once; ``conflicts``: open ones.
    ``automatic``: this PC goes by itself; ``files_paused``: files wait; ``first``: the dossier whose files go first;
    ``waits_long``: what the province holds back for more than five days, because what it belongs to has not come there;
    ``withdrawn``: the province took this PC off its list, and what it still holds is to be rescued.
    """

    server: str
    province_name: str
    device: str
    device_name: str
    last_success: str | None
    digest_equal: bool
    waiting_dossiers: int
    waiting_records: int
    waiting_files: int
    waiting_bytes: int
    rows: tuple[ExchangeRow, ...]
    parked_deletes: int = 0
    conflicts: tuple[Conflict, ...] = ()
    automatic: bool = True
    files_paused: bool = False
    first: str = ""
    waits_long: int = 0
    withdrawn: bool = False


def address(typed: str) -> str:
    """A server address as typed, with ``https://`` where no scheme was written."""
    typed = one_line(typed).rstrip("/")
    if not typed:
        raise SyncError("sync.address")
    return typed if "://" in typed else f"https://{typed}"


def enrol(run: Run, server: str, code: str, device_name: str) -> Changes:
    """Make this PC known to a province by a one-time code; ``server`` or ``code`` may be the whole enrolment link. ``SyncError``: ``sync.code``, ``sync.offline`` …"""
    if link := read_enrolment_link(server) or read_enrolment_link(code):
        server, code = link
    run(lambda db: need(db, "administer"))
    server = address(server)
    replica_id, private = run(device_key)
    recipient = run(package.own_recipient)
    province = Province(server, authority=run(_authority))
    try:
        hello = province.hello(run(lambda db: db.now()))
        answer = province.enrol(
            protocol.EnrolRequest(
                code=one_line(code).upper(),
                device_name=one_line(device_name) or "Máy xã",
                replica=replica_id,
                public_key=public_key(private),
                app=__version__,
                age_recipient=recipient,
            )
        )
    finally:
        province.close()
    return run(lambda db: _keep_enrolment(db, server, one_line(device_name), hello, answer))


def device_key(db: Db) -> tuple[str, bytes]:
    """The replica id of this database on this PC, and the private key of the device."""
    known = settings.read(db, "sync.private_key")
    if known is None:
        known = base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode("ascii")
        settings.write(db, {"sync.private_key": known})
    return replica.ensure(db, paths.device_profile()), base64.b64decode(str(known))


def public_key(private: bytes) -> str:
    """The public key (Ed25519, base64) of a private one."""
    public = Ed25519PrivateKey.from_private_bytes(private).public_key()
    return base64.b64encode(public.public_bytes_raw()).decode("ascii")


def _keep_enrolment(db: Db, server: str, name: str, hello: protocol.Hello, answer: protocol.EnrolAnswer) -> Changes:
    settings.write(
        db,
        {
            "sync.server": server,
            "sync.device": answer.device,
            "sync.device_name": name,
            "sync.unit": answer.unit,
            gathering.UNITS: ",".join(answer.units),
            "sync.server_key": answer.server_public_key,
            "sync.province_name": hello.province_name or answer.province_name,
            "sync.epoch": hello.epoch,
        },
    )
    if settings.read(db, "office.level") == "district":
        settings.write(db, {"office.unit": answer.unit})
    package.note_province(db, hello)
    outbox.adopt(db, answer.unit)
    journal.write(db, "sync.enrolled", server=server, device=answer.device, unit=answer.unit)
    return Changes(settings=True)


def synchronise(run: Run, report: Callable[[Progress], None], stop: threading.Event) -> Summary:
    """Do one round; ``stop`` ends it safely after the request under way. ``SyncError`` says why it could not go on.

    Everything done before a failure stays done; the next round goes on from there.
    """
    replica_id, private = run(device_key)
    province, unit = known_province(run, private, stop)
    several = run(lambda db: gathering.gathers(str(settings.read(db, gathering.UNITS) or "")))
    province.told = lambda: run(_told)
    try:
        run(numbering.prepare)
        summary = Round(run, province, replica=replica_id, unit=unit, report=report, stop=stop, gathers=several).go(
            run(lambda db: db.now())
        )
        if summary.digest_equal:
            run(numbering.settle)
        run(lambda db: _note_done(db, summary))
        rules.fetch(run, province, summary.at)
        return summary
    except SyncError as error:
        if error.code == "sync.revoked":
            run(_note_withdrawn)
        raise
    finally:
        province.close()


def _note_withdrawn(db: Db) -> None:
    if not settings.read(db, WITHDRAWN):
        settings.write(db, {WITHDRAWN: True})
        journal.write(db, "sync.revoked")


def _note_done(db: Db, summary: Summary) -> None:
    settings.write(db, {WITHDRAWN: None, **new_names(db)})
    if summary.sent or summary.received or summary.files:  # a round that found nothing is no event
        journal.write(db, "sync.done", sent=summary.sent, received=summary.received)


def new_names(db: Db) -> Values:
    """What this office is called after its commune was merged, once the legal data knows the new code."""
    now = settings.read_all(db, "office.")
    found = legal.commune(str(now.get("office.unit") or "")) if now.get("office.former_unit") else None
    if found is None or found.name == now.get("office.unit_name"):
        return {}
    return {"office.unit_name": found.name, "office.kind": found.kind}


def probe(run: Run, stop: threading.Event) -> None:
    """Ask once, cheaply, whether the province answers: one small request without a sign-in. ``SyncError`` says why not."""
    province, _ = known_province(run, b"", stop)
    try:
        province.hello(run(lambda db: db.now()), tries=1, timeout=PROBE_TIMEOUT)
    finally:
        province.close()


def _told(db: Db) -> protocol.Told:
    """What the province's list of devices says of this PC."""
    waiting = len(files.to_send(db))
    return protocol.Told(waiting_records=outbox.count(db), waiting_files=waiting, rules=rules.version(db))


def known_province(run: Run, private: bytes, stop: threading.Event) -> tuple[Province, str]:
    """The province this PC is enrolled at, and the PC's unit. ``SyncError``: ``sync.not_enrolled``."""
    known = run(lambda db: settings.read_all(db, "sync."))
    if not known.get("sync.server"):
        raise SyncError("sync.not_enrolled")
    province = Province(
        str(known["sync.server"]),
        device=str(known["sync.device"]),
        private_key=private,
        server_key=str(known["sync.server_key"]),
        stop=stop,
        authority=str(known.get(_AUTHORITY) or ""),
    )
    return province, str(known["sync.unit"])


def fetch_file(run: Run, sha256: str) -> bytes:
    """Bring a file that another PC of the commune attached; afterwards it is here. ``SyncError`` without a line."""
    _, private = run(device_key)
    province, _ = known_province(run, private, threading.Event())
    try:
        data = province.file(sha256)
    finally:
        province.close()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise SyncError("sync.wrong_answer")
    run(lambda db: files.put(db, data))
    return data


@only("administer")
def trust_authority(db: Db, path: Path) -> Changes:
    """Believe the certificates of this file too (a province's own authority); ``Refused("trust.file")``, ``Environment``."""
    try:
        with path.open("rb") as file:
            data = file.read(_AUTHORITY_MOST)
    except OSError as error:
        raise explain(error) from error
    authority = read_authority(data)
    settings.write(db, {_AUTHORITY: authority})
    journal.write(db, "sync.authority", sha256=hashlib.sha256(authority.encode()).hexdigest())
    return Changes(settings=True)


def _authority(db: Db) -> str:
    return str(settings.read(db, _AUTHORITY) or "")


@only("administer")
def move_server(db: Db, server: str) -> Changes:
    """The province's server has a new address; its key stays the one this PC knows."""
    settings.write(db, {"sync.server": address(server)})
    journal.write(db, "sync.server_moved", server=address(server))
    return Changes(settings=True)


@only("settings")
def set_automatic(db: Db, wanted: bool) -> Changes:
    """Whether this PC goes to the province by itself when there is a line."""
    settings.write(db, {AUTOMATIC: wanted})
    return Changes(settings=True)


@only("send")
def pause_files(db: Db, paused: bool) -> Changes:
    """Let evidence files wait, or go on; records always go. A round under way obeys after the piece it is sending."""
    settings.write(db, {PAUSED: paused or None})
    journal.write(db, "sync.files_paused" if paused else "sync.files_resumed")
    return Changes(settings=True)


@only("send")
def send_first(db: Db, dossier: str) -> Changes:
    """The files of a dossier go before all others."""
    files.send_first(db, dossier)
    return Changes(dossiers=frozenset({dossier}), settings=True)


@only("write")
def confirm_deletes(db: Db) -> Changes:
    """A person agreed to remove, at the province too, more things at once than ``too_many_deletes`` lets go by itself."""
    journal.write(db, "sync.deletes_confirmed", count=outbox.parked_deletes(db))
    outbox.confirm_deletes(db)
    return Changes(outbox=True)


@only("write")
def take_back_deletes(db: Db) -> Changes:
    """The removals that wait were a mistake: everything stands again as it was."""
    touched: set[str] = set()
    for record in outbox.take_back_deletes(db):
        records.restore(db, record)
        touched |= dossiers.that_stand_on(db, record)
    for dossier in touched:
        listing.refresh(db, dossier)
    journal.write(db, "sync.deletes_taken_back", count=len(touched))
    return Changes(dossiers=frozenset(touched), outbox=True)


def state(db: Db, limit: int = 200) -> Exchange:
    """Where the exchange stands, for its page: what waits first, then what was confirmed last."""
    known = settings.read_all(db, "sync.")
    waiting = files.to_send(db)
    return Exchange(
        server=str(known.get("sync.server") or ""),
        province_name=str(known.get("sync.province_name") or ""),
        device=str(known.get("sync.device") or ""),
        device_name=str(known.get("sync.device_name") or ""),
        last_success=str(known["sync.last_success"]) if known.get("sync.last_success") else None,
        digest_equal=bool(known.get("sync.digest_equal")),
        waiting_dossiers=listing.count_waiting(db),
        waiting_records=outbox.count(db),
        waiting_files=len(waiting),
        waiting_bytes=sum(stored.size - stored.sent for stored in waiting),
        rows=tuple(
            ExchangeRow(
                dossier=row.id,
                product=row.product,
                producer=row.producer,
                sync=row.sync,
                at=row.sync_at,
                revision=row.revision,
                files_done=row.files_done,
                files_total=row.files,
                refusals=refusals(db, dossiers.load(db, row.id)) if row.sync == "rejected" else (),
            )
            for row in listing.by_sync(db, limit)
        ),
        parked_deletes=outbox.parked_deletes(db),
        conflicts=tuple(open_conflicts(db)),
        automatic=bool(known.get(AUTOMATIC, True)),
        files_paused=bool(known.get(PAUSED)),
        first=str(known.get(files.FIRST) or ""),
        withdrawn=bool(known.get(WITHDRAWN)),
        waits_long=_waits_long(db, known.get("sync.last_success")),
    )


def _waits_long(db: Db, last: object) -> int:
    """Counted by the province's clock: this PC's may be years off."""
    return held.waiting_since(db, datetime.fromisoformat(str(last)) - timedelta(days=LONG_DAYS)) if last else 0
