"""The quarantine: packages of devices that may not speak any more, kept until an administrator has looked.

What a revoked PC still holds is an officer's work: taking it in is never refused, and never done without a person.
"""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, func, select, update

from ocop_desktop.errors import Refused
from ocop_desktop.protocol.packages import Manifest
from ocop_desktop.server import audit
from ocop_desktop.server.files import Contents, replacing, sha256_of
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.pushing import new_id
from ocop_desktop.server.settings import Settings, stamp
from ocop_desktop.server.store import Row, Store, add, first, rows
from ocop_desktop.server.tables import rescue

PACKAGE_MOST = 1024**3
"""Bytes of one package over the network; a larger one comes by stick."""
TOTAL_MOST = 8 * 1024**3
"""Bytes of all packages that wait in the quarantine."""


class Quarantine:
    """Keeps sealed packages as they came, and one row for each."""

    def __init__(self, settings: Settings, store: Store, contents: Contents) -> None:
        self._settings = settings
        self._store = store
        self._contents = contents
        self._folder = settings.data / "rescue"

    def keep(self, part: Path, manifest: Manifest, reason: str) -> str:
        """Keep the bytes of one package; the same bytes again are the same rescue. Raises ``rescue.full``."""
        sha256, size = sha256_of(part), part.stat().st_size

        def note(connection: Connection) -> str:
            known = first(connection, select(rescue).where(rescue.c.sha256 == sha256))
            if known is not None:
                return str(known["rescue"])
            waiting = connection.execute(select(func.sum(rescue.c.size)).where(rescue.c.taken_at.is_(None))).scalar()
            if int(waiting or 0) + size > TOTAL_MOST or self._contents.full(size):
                raise refuse("rescue.full", retry_after=3600)
            made = new_id()
            if self._contents.shared is not None:
                import obstore

                obstore.put(self._contents.shared, self._name(made), part)
            else:
                with replacing(self._path(made)) as file, part.open("rb") as source:
                    shutil.copyfileobj(source, file, 1024 * 1024)
            row = {
                "rescue": made,
                "sha256": sha256,
                "device": manifest.device[:36],
                "unit": manifest.unit[:5],
                "reason": reason,
                "size": size,
                "at": stamp(self._settings.clock()),
            }
            add(connection, rescue, [row])
            return made

        return self._store.write(note)

    def all(self) -> list[Row]:
        """Every rescue, those that wait first."""
        statement = select(rescue).order_by(rescue.c.taken_at.is_not(None), rescue.c.at)
        return list(self._store.read(lambda connection: rows(connection, statement)))

    def find(self, name: str) -> Row:
        """One rescue. Raises ``Refused("rescue.unknown")``."""
        row = self._store.read(lambda connection: first(connection, select(rescue).where(rescue.c.rescue == name)))
        if row is None:
            raise Refused("rescue.unknown")
        return row

    def note_taken(self, name: str) -> None:
        """An administrator had it taken in; its bytes are no longer kept."""
        now = stamp(self._settings.clock())

        def act(connection: Connection) -> None:
            connection.execute(update(rescue).where(rescue.c.rescue == name).values(taken_at=now))
            row = first(connection, select(rescue).where(rescue.c.rescue == name))
            if row is not None:
                audit.note(connection, self._settings, "rescue.take", unit=row["unit"], subject=row["device"])

        self._store.write(act)
        with suppress(OSError):
            if self._contents.shared is not None:
                import obstore

                obstore.delete(self._contents.shared, self._name(name))
            else:
                self._path(name).unlink()

    def open(self, name: str) -> IO[bytes]:
        """The bytes of a rescue, to read."""
        if self._contents.shared is None:
            return self._path(name).open("rb")
        file = tempfile.TemporaryFile(dir=self._contents.spool, prefix="rescue-")  # noqa: SIM115
        import obstore

        for piece in obstore.get(self._contents.shared, self._name(name)).stream():
            file.write(bytes(piece))
        file.seek(0)
        return file

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.ocop"

    def _name(self, name: str) -> str:
        return f"rescue/{name}.ocop"
