"""Workers keep nothing of their own: on PostgreSQL and one object store, each request may go to another one."""

import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select

from ocop_desktop import protocol
from ocop_desktop.server import Settings, accounts
from ocop_desktop.server.service import Service
from ocop_desktop.server.tables import upload_parts
from tests.server.postgres import new_database
from tests.server.stranger import Stranger, create, new_id


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


class Workers:
    """Two programs with folders of their own, as on two machines."""

    def __init__(self, folder: Path, database: str) -> None:
        self.database = database
        self.files = (folder / "objects").as_uri()
        (folder / "objects").mkdir()
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self.addresses: list[str] = []

    def start(self) -> None:
        """Start both at the same moment: the tables are made once."""
        for number in (0, 1):
            port = _free_port()
            command = [sys.executable, "-m", "ocop_desktop.server", "--data", str(self.folder / f"worker-{number}")]
            command += ["--database", self.database, "--files", self.files, "--port", str(port), "--province", "08"]
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
            log = (self.folder / f"worker-{number}.log").open("wb")
            with log:
                self.processes.append(subprocess.Popen(command, stdout=log, stderr=log, env=environment))
            self.addresses.append(f"http://127.0.0.1:{port}")
        for number, address in enumerate(self.addresses):
            until = time.monotonic() + 60
            while True:
                try:
                    if httpx.get(f"{address}/health").status_code == 200:
                        break
                except httpx.TransportError:
                    time.sleep(0.1)
                assert time.monotonic() < until, (self.folder / f"worker-{number}.log").read_text()

    def stop(self) -> None:
        """End both, as a service manager does."""
        for process in self.processes:
            process.send_signal(signal.SIGTERM)
        for process in self.processes:
            process.wait(30)

    def service(self) -> Service:
        """What the IT staff run beside them, on a third machine."""
        settings = Settings(
            data=self.folder / "desk", database=self.database, files=self.files, province="08", reserve=0
        )
        return Service(settings)


@pytest.fixture
def workers(tmp_path: Path, postgres_server: str) -> Iterator[Workers]:
    """Two workers on one PostgreSQL and one object store."""
    made = Workers(tmp_path, new_database(postgres_server))
    try:
        made.start()
        yield made
    finally:
        made.stop()


def test_any_worker_takes_any_request(workers: Workers) -> None:
    service = workers.service()
    try:
        code = service.store.write(
            lambda c: accounts.new_code(c, service.identity, service.settings, ("02275",), "Xã Tân Trào", 1)
        )
    finally:
        service.close()
    first, second = (Stranger(address) for address in workers.addresses)
    first.enrol(code)
    second.key, second.replica, second.device, second.token = first.key, first.replica, first.device, first.token
    # A token of one is good at the other; a batch that one took is known to the other, byte for byte.
    batch, record = new_id(), new_id()
    ops = [create(record)]
    body = protocol.encode(
        protocol.Push(replica=first.replica, app="1", schema=1, client_time="2026-11-22T00:00:00.000Z", ops=tuple(ops))
    )
    headers = {**first.bearer, protocol.IDEMPOTENCY_KEY: batch, "Content-Type": "application/json"}
    answers = [each.http.post("/v1/sync/push", content=body, headers=headers) for each in (first, second, first)]
    assert [answer.status_code for answer in answers] == [200, 200, 200], answers[0].text
    assert len({answer.content for answer in answers}) == 1
    assert answers[1].headers[protocol.IDEMPOTENCY_REPLAYED] == "true"
    # A file of several chunks, each sent to the other worker; the offset is asked of the one that did not take the last.
    content = os.urandom(300_000)
    sha256 = hashlib.sha256(content).hexdigest()
    tus = {**first.bearer, protocol.TUS_RESUMABLE: protocol.TUS_VERSION}
    begun = first.http.post(
        "/v1/files",
        headers={**tus, "Upload-Length": str(len(content)), "Upload-Metadata": protocol.upload_metadata(sha256=sha256)},
    )
    assert begun.status_code == 201, begun.text
    path = httpx.URL(begun.headers["Location"]).path
    offset, turn = 0, 0
    while offset < len(content):
        here, other = ((first, second), (second, first))[turn % 2]
        chunk = content[offset : offset + 70_000]
        sent = here.http.patch(
            path,
            content=chunk,
            headers={
                **tus,
                "Content-Type": "application/offset+octet-stream",
                "Upload-Offset": str(offset),
                "Upload-Checksum": protocol.upload_checksum(chunk),
            },
        )
        assert sent.status_code == 204, sent.text
        offset += len(chunk)
        assert other.http.head(path, headers=tus).headers["Upload-Offset"] == str(offset)
        turn += 1
    for each in (first, second):
        assert each.http.get(f"/v1/files/{sha256}", headers=first.bearer).content == content
        each.close()
    service = workers.service()
    try:
        left = service.store.read(lambda c: c.execute(select(func.count()).select_from(upload_parts)).scalar_one())
    finally:
        service.close()
    assert left == 0, "what is whole leaves no parts"
    for number in (0, 1):
        assert not list((workers.folder / f"worker-{number}" / "spool").iterdir())
