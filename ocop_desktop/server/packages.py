"""Packages by stick at the province: open, take in by the code that takes pushes, answer.

The same batches under the same ids with the same bytes go through ``Service.push``: whether they came over the network
before, after or meanwhile makes no difference. A package is checked whole before anything of it is applied.
"""

import base64
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

import msgspec
from sqlalchemy import Connection, select, update

from ocop_desktop.errors import Damaged, Refused
from ocop_desktop.protocol import Receipt, Told
from ocop_desktop.protocol.packages import (
    Entry,
    Manifest,
    Opened,
    Sealed,
    copy_package,
    is_recipient,
    open_package,
    packages_in,
    write_package,
)
from ocop_desktop.server import accounts
from ocop_desktop.server.accounts import Caller
from ocop_desktop.server.answering import Answer, answer
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.pushing import new_id
from ocop_desktop.server.reading import is_uuid
from ocop_desktop.server.rescue import Quarantine
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import stamp
from ocop_desktop.server.store import Row, add, first
from ocop_desktop.server.tables import devices


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What became of one package. ``code``: why it was refused or put into quarantine; ``rescue``: its id there.

    ``statuses`` counts the results of its operations; ``files`` are the contents now stored, ``refused`` the batches that
    were not taken, with the code.
    """

    package: str = ""
    device: str = ""
    unit: str = ""
    code: str = ""
    rescue: str = ""
    statuses: dict[str, int] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    refused: dict[str, str] = field(default_factory=dict)
    answer: Answer | None = None


class Packages:
    """Takes packages in."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self.quarantine = Quarantine(service.settings, service.store, service.contents)

    def take_file(self, path: Path) -> Iterable[Taken]:
        """Every package of a file, one after the other; a bad one does not stop its neighbours."""
        try:
            with path.open("rb") as file:
                found = packages_in(file)
                for sealed in found:
                    yield self._take_one(file, sealed)
        except (Damaged, OSError) as error:
            yield Taken(code=error.code if isinstance(error, Damaged) else "package.unreadable")

    def _take_one(self, file: IO[bytes], sealed: Sealed) -> Taken:
        try:
            with self._spool() as plain:
                opened = self._open(file, sealed, plain)
                row = self._device(opened.manifest)
                if row is None or row["revoked_at"]:
                    return self._keep(
                        file, sealed, opened.manifest, "device.unknown" if row is None else "device.revoked"
                    )
                return self._take(self._caller(row), opened, plain)
        except (Damaged, Refused) as error:
            return Taken(code=error.code)

    def _caller(self, row: Row) -> Caller:
        return self._service.store.read(lambda connection: accounts.caller_of(connection, row))

    def _spool(self) -> IO[bytes]:
        return tempfile.TemporaryFile(dir=self._service.contents.spool, prefix="package-")

    def _open(self, file: IO[bytes], sealed: Sealed, plain: IO[bytes]) -> Opened:
        """Check a package: for this province, from a commune, unaltered, signed by the key it names.

        Raises ``package.other_province`` or ``Damaged("package.altered")``.
        """
        identity = self._service.identity
        if sealed.recipient != identity.age_recipient:
            raise refuse("package.other_province")
        opened = open_package(file, sealed, identity.age, plain)
        manifest = opened.manifest
        try:
            opened.require_signature(base64.b64decode(manifest.public_key, validate=True))
        except ValueError as error:
            raise Damaged("package.altered") from error
        good = is_uuid(manifest.device) and accounts.is_unit(manifest.unit) and is_recipient(manifest.reply_to)
        if manifest.kind != "push" or not good:
            raise Damaged("package.altered")
        if manifest.province and identity.province and manifest.province != identity.province:
            raise refuse("package.other_province")
        return opened

    def _device(self, manifest: Manifest) -> Row | None:
        """The device a package names. Raises ``Damaged("package.altered")`` when its key is another one."""
        statement = select(devices).where(devices.c.device == manifest.device)
        row = self._service.store.read(lambda connection: first(connection, statement))
        if row is not None and row["public_key"] != manifest.public_key:
            raise Damaged("package.altered")
        return row

    # --- quarantine ---------------------------------------------------------------------------------------------------

    def _keep(self, file: IO[bytes], sealed: Sealed, manifest: Manifest, reason: str) -> Taken:
        with tempfile.TemporaryDirectory(dir=self._service.contents.spool, prefix="rescue-") as folder:
            part = Path(folder) / "package"
            with part.open("wb") as copy:
                copy_package(file, sealed, copy)
            kept = self.quarantine.keep(part, manifest, reason)
        return Taken(package=manifest.package, device=manifest.device, unit=manifest.unit, code=reason, rescue=kept)

    def rescue_file(self, path: Path) -> str:
        """Put the package of a file into quarantine, whoever sent it; its id there.

        Raises ``package.unreadable``, ``package.altered``, ``package.other_province``, ``rescue.full``.
        """
        try:
            with path.open("rb") as file, self._spool() as plain:
                found = packages_in(file)
                opened = self._open(file, found[0], plain)
                row = self._device(opened.manifest)
                reason = "device.unknown" if row is None else "device.revoked" if row["revoked_at"] else "device.known"
                return self._keep(file, found[0], opened.manifest, reason).rescue
        except Damaged as error:
            raise refuse(error.code) from error

    def take_rescue(self, name: str) -> Taken:
        """Take a package in that an administrator has looked at, in the name of its device.

        An unknown device is written down, revoked, so that its operations have an author. Raises
        ``Refused("rescue.unknown")``, ``Damaged``.
        """
        row = self.quarantine.find(name)
        if row["taken_at"]:
            raise Refused("rescue.taken")
        with self.quarantine.open(name) as file, self._spool() as plain:
            opened = self._open(file, packages_in(file)[0], plain)
            manifest = opened.manifest
            known = self._device(manifest)
            if known is None:
                self._service.store.write(lambda connection: self._write_down(connection, manifest))
                known = self._device(manifest)
            assert known is not None
            taken = self._take(self._caller(known), opened, plain)
        self.quarantine.note_taken(name)
        return replace(taken, answer=None, rescue=name)

    def _write_down(self, connection: Connection, manifest: Manifest) -> None:
        now = stamp(self._service.settings.clock())
        row = {
            "device": manifest.device,
            "name": "Cứu hộ",
            "unit": manifest.unit,
            "units": manifest.unit,
            "public_key": manifest.public_key,
            "replica": manifest.replica[:36],
            "app": manifest.app[:100],
            "enrolled_at": now,
            "seen_at": now,
            "revoked_at": now,
        }
        add(connection, devices, [row])

    # --- taking in ----------------------------------------------------------------------------------------------------

    def _take(self, caller: Caller, opened: Opened, plain: IO[bytes]) -> Taken:
        manifest = opened.manifest
        receipts: list[tuple[str, bytes]] = []
        statuses: dict[str, int] = {}
        refused: dict[str, str] = {}
        stored: list[str] = []
        unit = caller.choose(manifest.unit)
        for number, each in enumerate(manifest.entries):
            if each.kind == "batch":
                try:
                    receipt, _ = self._service.push(caller, each.name, opened.read(plain, number))
                except Refused as error:
                    if error.code == "server.busy":
                        raise
                    refused[each.name] = error.code
                    continue
                receipts.append((each.name, receipt))
                for result in msgspec.json.decode(receipt, type=Receipt).results:
                    statuses[result.status] = statuses.get(result.status, 0) + 1
            elif each.kind == "file" and self._store_file(caller, unit, each, opened, plain, number):
                stored.append(each.sha256)
        self._service.store.write(lambda connection: self._seen(connection, manifest))
        return Taken(
            package=manifest.package,
            device=manifest.device,
            unit=unit,
            statuses=statuses,
            files=tuple(stored),
            refused=refused,
            answer=answer(self._service, caller, manifest, receipts, tuple(stored), refused),
        )

    def _store_file(
        self, caller: Caller, unit: str, each: Entry, opened: Opened, plain: IO[bytes], number: int
    ) -> bool:
        if each.sha256 != each.name or each.size > self._service.settings.limits.file:
            return False
        part = self._service.contents.spool / f"{new_id()}.part"
        try:
            part.write_bytes(opened.read(plain, number))
            return self._service.uploads.keep(caller, unit, each.sha256, part)
        finally:
            part.unlink(missing_ok=True)

    def _seen(self, connection: Connection, manifest: Manifest) -> None:
        told = Told(rules=manifest.rules if manifest.rules >= 0 else None)
        accounts.seen(connection, self._service.settings, manifest.device, manifest.app, told=told)
        values = {"age_recipient": manifest.reply_to}
        connection.execute(update(devices).where(devices.c.device == manifest.device).values(values))

    def write_answer(self, file: IO[bytes], answer: Answer) -> None:
        """Append an answer to a file, sealed to its device and signed by the province."""
        waiting = iter(answer.contents)
        write_package(file, answer.manifest, self._service.identity.key.sign, lambda _: (next(waiting),))
