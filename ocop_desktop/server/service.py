"""What every request of one server shares, and how a request proves who sent it."""

from collections import Counter
from typing import Any

import msgspec
from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency
from sqlalchemy import Connection, select

from ocop_desktop.errors import Refused
from ocop_desktop.protocol import EnrolAnswer, EnrolRequest, Receipt
from ocop_desktop.server import accounts, audit, guesses
from ocop_desktop.server.accounts import Caller
from ocop_desktop.server.files import Contents
from ocop_desktop.server.identity import Identity
from ocop_desktop.server.pacing import Pacing
from ocop_desktop.server.problems import refuse
from ocop_desktop.server.pushing import Pusher, read_push
from ocop_desktop.server.reading import is_uuid
from ocop_desktop.server.settings import Settings
from ocop_desktop.server.store import Store, add
from ocop_desktop.server.tables import meta
from ocop_desktop.server.uploads import Uploads
from ocop_desktop.server.watching import Metrics

_results = msgspec.json.Decoder(Receipt)


class Service:
    """A server's database, identity and files. It keeps nothing but how often who asked: any number of workers may run."""

    def __init__(self, settings: Settings) -> None:
        settings.data.mkdir(parents=True, exist_ok=True)
        self.settings = settings
        self.store = Store(settings)
        self.identity = self.store.write(lambda connection: Identity.load(connection, settings))
        self.contents = Contents(settings)
        self.uploads = Uploads(settings, self.store, self.contents)
        self._pusher = Pusher(settings, self.identity)
        self.metrics = Metrics()
        self.pacing = Pacing(settings, self.identity)
        self.metrics.watch(self.store)

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def push(self, caller: Caller, batch: str, body: bytes) -> tuple[bytes, bool]:
        """Take a push: its answer, and whether it was given before. ``body`` is JSON, after gzip.

        Raises ``push.no_key``, ``push.too_many``, ``push.other_bytes``, ``body.invalid``.
        """
        if not is_uuid(batch):
            raise refuse("push.no_key")
        frame, reads = read_push(body, self.settings)
        answer, replayed = self.store.write(
            lambda connection: self._pusher.push(connection, caller, batch, body, frame, reads)
        )
        self.metrics.pushes.labels("replayed" if replayed else "taken").inc()
        if not replayed:
            for status, count in Counter(each.status for each in _results.decode(answer).results).items():
                self.metrics.ops.labels(status).inc(count)
        return answer, replayed

    def enrol(self, request: EnrolRequest, source: str) -> EnrolAnswer:
        """Make a device of a code; wrong guesses of an address and of a code are slowed."""
        settings, identity = self.settings, self.identity
        keys = source, f"code {accounts.plain_code(request.code)}"
        self.store.read(lambda connection: guesses.check(connection, identity, settings, *keys))
        try:
            with audit.refusals(self.store, settings, "enrol"):
                return self.store.write(lambda connection: accounts.enrol(connection, identity, settings, request))
        except Refused:
            self.store.write(lambda connection: guesses.note(connection, identity, settings, *keys))
            raise

    def public_address(self, given: str = "") -> str:
        """The server's address as the communes call it, kept from the last time it was ``given``; empty: never said.

        Raises ``Refused("address.invalid")``.
        """
        if given and not given.startswith(("https://", "http://")):
            raise Refused("address.invalid")

        def act(connection: Connection) -> str:
            if given:
                connection.execute(meta.delete().where(meta.c.name == "address"))
                add(connection, meta, [{"name": "address", "value": given.rstrip("/")}])
            return str(connection.execute(select(meta.c.value).where(meta.c.name == "address")).scalar() or "")

        return self.store.write(act)

    def allow_rescue(self, source: str) -> None:
        """Count a package that an address sends to the quarantine. Raises ``enrol.too_many``: ten in ten minutes."""
        settings, identity = self.settings, self.identity
        source = f"rescue {source}"
        self.store.write(lambda connection: guesses.allow_some(connection, identity, settings, source, 10))


def identify(request: Request[Any, Any, State], service: NamedDependency[Service]) -> Caller:
    """The device behind a bearer token. Raises ``auth.missing``, ``auth.invalid``, ``auth.expired``, ``device.revoked``."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise refuse("auth.missing")
    device = service.identity.unseal("token", token.strip(), service.settings.clock())
    return service.store.read(lambda db: accounts.caller_of(db, accounts.find_device(db, device)))
