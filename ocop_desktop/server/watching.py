"""What an operator sees: numbers at ``/metrics``, one JSON line a request. Nothing a person typed, no address.

Counters belong to a worker process (each is scraped for itself, or summed by the scraper); what is asked of the
database is the same in all.
"""

import json
import logging
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send
from litestar.types import Message as AsgiMessage
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import Column, Connection, func, select

from ocop_desktop import log
from ocop_desktop.server.accounts import PROVINCE
from ocop_desktop.server.audit import DONE
from ocop_desktop.server.settings import stamp
from ocop_desktop.server.store import Store
from ocop_desktop.server.tables import audit, conflicts, devices, files, held, records, rescue, rule_packs

_log = logging.getLogger(__name__)
_SILENCES = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30)}


class Metrics:
    """The numbers of one server, in a registry of their own: several servers may run in one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "ocop_requests", "Requests by address and status", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram("ocop_request_seconds", "Time to answer", ("route",), registry=self.registry)
        self.pushes = Counter(
            "ocop_pushes", "Pushes taken; replayed: answered before", ("kind",), registry=self.registry
        )
        self.ops = Counter("ocop_ops", "Operations by what became of them", ("status",), registry=self.registry)
        self.received = Counter("ocop_received_bytes", "Bytes of requests", registry=self.registry)

    def watch(self, store: Store) -> None:
        """Ask the database too, at every scrape."""
        self.registry.register(_Standing(store))

    def text(self) -> bytes:
        """The numbers in Prometheus text form."""
        return generate_latest(self.registry)


class _Standing(Collector):
    """What stands in the database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def describe(self) -> Iterator[Metric]:
        """Nothing is said before the first scrape: the database need not answer for the server to start."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """Counts, and how many units were heard of lately."""
        return iter(self._store.read(_standing))


def _standing(connection: Connection) -> list[Metric]:
    def one(name: str, words: str, value: int | float) -> Metric:
        family = GaugeMetricFamily(name, words)
        family.add_metric([], value)
        return family

    def count(table: object, *where: object) -> int:
        return int(connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one())  # type: ignore[arg-type]

    def waiting(column: Column[int]) -> int:
        told = select(func.coalesce(func.sum(column), 0)).where(devices.c.revoked_at.is_(None))
        return int(connection.execute(told).scalar_one())

    def newest(column: Column[int]) -> int:
        return int(connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one())

    older = func.coalesce(devices.c.rules, 0) < newest(rule_packs.c.version)
    behind = count(devices, devices.c.revoked_at.is_(None), devices.c.device != PROVINCE, older)
    found, size = connection.execute(select(func.count(), func.coalesce(func.sum(files.c.size), 0))).one()
    living = devices.c.revoked_at.is_(None)
    last = select(devices.c.unit, func.max(devices.c.seen_at).label("at")).where(living).group_by(devices.c.unit)
    contact = GaugeMetricFamily("ocop_units_seen", "Units heard of within a day, a week, a month", labels=("within",))
    made = select(func.max(audit.c.at)).where(audit.c.act == "backup", audit.c.outcome == DONE)
    last_copy = connection.execute(made).scalar()
    copied = datetime.fromisoformat(last_copy).timestamp() if last_copy else 0
    moments = [row.at for row in connection.execute(last)]
    for name, silence in _SILENCES.items():
        since = stamp(datetime.now(UTC) - silence)
        contact.add_metric([name], sum(at >= since for at in moments))
    return [
        one("ocop_records", "Living records", count(records, records.c.deleted.is_(False))),
        one("ocop_files", "Evidence contents of units", int(found)),
        one("ocop_file_bytes", "Their bytes", int(size)),
        one(
            "ocop_conflicts_open",
            "Conflicts that wait for a person",
            count(conflicts, conflicts.c.resolved_by.is_(None)),
        ),
        one("ocop_held", "Operations that wait for another record", count(held)),
        one("ocop_rescues_waiting", "Packages in quarantine", count(rescue, rescue.c.taken_at.is_(None))),
        one("ocop_devices", "Devices that may speak", count(devices, living)),
        one("ocop_units", "Units with a device", len(moments)),
        one(
            "ocop_waiting_records", "Changes that PCs said they still have to send", waiting(devices.c.waiting_records)
        ),
        one("ocop_waiting_files", "Files that PCs said they still have to send", waiting(devices.c.waiting_files)),
        one("ocop_rule_pack", "The newest rule pack", newest(rule_packs.c.version)),
        one("ocop_last_copy_seconds", "When the last copy was made and checked, in Unix time; 0: never", copied),
        one("ocop_rule_pack_missing", "Devices that have an older one or none", behind),
        contact,
    ]


class Watch(ASGIMiddleware):
    """Counts and times every request, and writes a line about it."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Let the request pass and note what became of it."""
        if scope["type"] != ScopeType.HTTP:
            await next_app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def noting(message: AsgiMessage) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await next_app(scope, receive, noting)
        finally:
            seconds = time.perf_counter() - began
            route, method = scope.get("path_template", "") or "other", str(scope.get("method", ""))
            self._metrics.requests.labels(method, route, str(status)).inc()
            self._metrics.seconds.labels(route).observe(seconds)
            headers = dict(scope["headers"])
            length = headers.get(b"content-length", b"0")
            self._metrics.received.inc(int(length) if length.isdigit() else 0)
            _log.info(
                "request", extra={"route": route, "method": method, "status": status, "ms": round(seconds * 1000, 1)}
            )


class JsonLines(logging.Formatter):
    """One JSON object a line: when, how grave, where, what; an error as the way through the code, without its words."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, object] = {
            "at": stamp(datetime.fromtimestamp(record.created, UTC)),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        for name in ("route", "method", "status", "ms"):
            if (value := getattr(record, name, None)) is not None:
                line[name] = value
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = log.describe(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def log_json() -> None:
    """Write the log as JSON lines on the standard error stream, for a collector of logs."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
