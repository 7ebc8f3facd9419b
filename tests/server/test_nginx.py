"""The nginx configuration that the README has copied into place, in a real nginx with TLS by a province's own authority."""

import hashlib
import os
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from ocop_desktop import protocol
from ocop_desktop.actions import exchange
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage.db import run
from tests.server.conftest import Province
from tests.server.stranger import Stranger, create, new_id
from tests.sync.conftest import Commune
from tests.sync.test_trust import Authority

ROOT = Path(__file__).parents[2]
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
# What Debian's own nginx.conf puts around the files of conf.d, and paths of this test's own.
AROUND = """
daemon off; {user} pid {folder}/pid; error_log {folder}/error.log warn;
events {{ worker_connections 768; }}
http {{
  sendfile on; tcp_nopush on; types_hash_max_size 2048; default_type application/octet-stream; gzip on;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  include {folder}/conf.d/*.conf;
}}
"""

pytestmark = pytest.mark.skipif(NGINX is None, reason="no nginx on this machine")


def named_by_the_readme() -> str:
    """The text of the file that the README's commands copy for nginx."""
    copied = re.findall(r"^cp (\S*nginx\S*) /etc/nginx/conf\.d/", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert len(copied) == 1, copied
    return (ROOT / copied[0]).read_text("utf-8")


@dataclass(frozen=True)
class Proxy:
    """A running nginx before two workers."""

    address: str
    port: int
    workers: tuple[str, ...]
    first_worker: ExitStack
    authority: Path
    province: Province

    def http(self, source: str = "127.0.0.1") -> httpx.Client:
        """A program at an address of this machine that believes the province's authority."""
        context = ssl.create_default_context(cafile=str(self.authority))
        transport = httpx.HTTPTransport(verify=context, local_address=source)
        return httpx.Client(base_url=self.address, transport=transport, timeout=30)

    def line(self, context: ssl.SSLContext | None = None) -> ssl.SSLSocket:
        """A bare line with TLS."""
        context = context or ssl.create_default_context(cafile=str(self.authority))
        with socket.create_connection(("127.0.0.1", self.port)) as bare:
            return context.wrap_socket(bare, server_hostname="localhost")


Dial = Callable[..., Stranger]


@pytest.fixture
def dial(proxy: Proxy) -> Iterator[Dial]:
    """Makes PCs that speak through the proxy."""
    made: list[Stranger] = []

    def one(source: str = "127.0.0.1") -> Stranger:
        stranger = Stranger(proxy.address)
        stranger.http.close()
        stranger.http = proxy.http(source)
        made.append(stranger)
        return stranger

    yield one
    for stranger in made:
        stranger.close()


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """The configuration with ports and paths of the test's own; everything else as it is shipped."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def proxy() -> Iterator[Proxy]:
    """nginx as the README has it."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ocop-nginx-")))
        settings = Settings(data=folder / "tinh", province="08", province_name="Tuyên Quang", reserve=0)
        first_worker = stack.enter_context(ExitStack())
        workers = (first_worker.enter_context(running(settings)), stack.enter_context(running(settings)))
        ports = [httpx.URL(worker).port for worker in workers]
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port: int = listener.getsockname()[1]
        authority = Authority()
        authority.server(folder)
        (chain,) = folder.glob("localhost*.pem")
        text = changed(
            named_by_the_readme(),
            ("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;"),
            ("server_name ocop.example.gov.vn;", "server_name localhost;"),
            ("/etc/ocop/tls/fullchain.pem", str(chain)),
            ("/etc/ocop/tls/key.pem", str(chain)),
            ("server 127.0.0.1:8765 ", f"server 127.0.0.1:{ports[0]} "),
            ("server 127.0.0.1:8766 ", f"server 127.0.0.1:{ports[1]} "),
        )
        (folder / "conf.d").mkdir()
        (folder / "conf.d" / "ocop.conf").write_text(text, encoding="utf-8")
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), encoding="utf-8")
        command = [str(NGINX), "-c", str(folder / "nginx.conf"), "-p", str(folder), "-e", str(folder / "error.log")]
        tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
        assert tested.returncode == 0 and "warn" not in tested.stderr, tested.stderr
        process = subprocess.Popen(command)
        stack.callback(process.wait, 30)
        stack.callback(process.terminate)
        made = Proxy(
            f"https://localhost:{port}",
            port,
            workers,
            first_worker,
            authority.file(folder / "ca.pem"),
            Province(settings),
        )
        until = time.monotonic() + 30
        while True:
            try:
                with made.http() as http:
                    assert http.get("/health").status_code == 200
                break
            except httpx.TransportError:
                assert time.monotonic() < until, (folder / "error.log").read_text("utf-8")
                time.sleep(0.1)
        yield made
        log = (folder / "error.log").read_text("utf-8")
        assert "[emerg]" not in log and "[alert]" not in log and "[crit]" not in log, log


def test_a_commune_works_through_it(proxy: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real PC that believes the authority by file: enrolment, records, a scan of several chunks, a receipt."""
    pc = Commune(tmp_path, monkeypatch)
    try:
        run(pc.db, lambda db: exchange.trust_authority(db, proxy.authority))
        pc.enrol(proxy.address, proxy.province.code("02545"))
        dossier = pc.receive("Chè Tân Trào")
        pc.attach(dossier, os.urandom(1_500_000))
        done = pc.sync()
        assert (done.files, done.digest_equal) == (1, True)
        assert exchange.state(pc.db).waiting_records == 0
    finally:
        pc.db.close()


def test_a_push_of_eight_mib_passes_and_ten_do_not(proxy: Proxy, dial: Dial) -> None:
    pc = dial().enrol(proxy.province.code())
    limits = proxy.province.settings.limits
    fits = pc.send(b" " * (limits.body - 1000), new_id())
    assert fits.status_code == 400 and fits.json()["code"] == "body.invalid", "the worker itself read it"
    try:
        answer = pc.send(b" " * 10 * 1024 * 1024, new_id())
    except httpx.WriteError:  # nginx hangs up on what it will not read
        return
    assert answer.status_code == 413 and "OCOP-Server" not in answer.headers


def test_a_package_for_the_quarantine_may_be_larger(proxy: Proxy) -> None:
    with proxy.http() as http:
        answer = http.post("/v1/rescue", content=b"x" * 12 * 1024 * 1024)
    assert answer.status_code == 422 and answer.json()["code"] == "package.unreadable"


def test_what_arrived_of_a_chunk_before_the_cut_is_kept(proxy: Proxy, dial: Dial) -> None:
    """Chunks are not gathered in the proxy: a line that is cut in the middle loses only what was under way."""
    pc, content = dial().enrol(proxy.province.code()), os.urandom(400_000)
    sha256 = hashlib.sha256(content).hexdigest()
    tus = {**pc.bearer, protocol.TUS_RESUMABLE: protocol.TUS_VERSION}
    metadata = protocol.upload_metadata(sha256=sha256)
    begun = pc.http.post("/v1/files", headers={**tus, "Upload-Length": "400000", "Upload-Metadata": metadata})
    assert begun.status_code == 201, begun.text
    path = httpx.URL(begun.headers["Location"]).path
    chunk = {**tus, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream", "Content-Length": "400000"}
    head = f"PATCH {path} HTTP/1.1\r\nHost: localhost\r\n" + "".join(f"{key}: {chunk[key]}\r\n" for key in chunk)
    with proxy.line() as line:
        line.sendall(head.encode() + b"\r\n" + content[:200_000])
        time.sleep(0.5)
    until = time.monotonic() + 20
    while not (kept := int(pc.http.head(path, headers=tus).headers["Upload-Offset"])):
        assert time.monotonic() < until, "nothing of the chunk was kept"
        time.sleep(0.1)
    assert 0 < kept <= 200_000
    rest = {**tus, "Upload-Offset": str(kept), "Content-Type": "application/offset+octet-stream"}
    assert pc.http.patch(path, content=content[kept:], headers=rest).status_code == 204
    assert pc.http.get(f"/v1/files/{sha256}", headers=pc.bearer).content == content


def test_addresses_are_believed_only_from_the_proxy(proxy: Proxy, dial: Dial) -> None:
    """Who guesses cannot hide behind a header of his own, neither through the proxy nor at a worker itself."""

    def guesses(through: str, source: str, said: str) -> list[int]:
        with httpx.Client(
            base_url=through,
            transport=httpx.HTTPTransport(
                verify=ssl.create_default_context(cafile=str(proxy.authority)), local_address=source
            ),
        ) as http:
            found = []
            for number in range(6):
                request = {"code": new_id(), "device_name": "x", "replica": new_id(), "app": "1"}
                request["public_key"] = Stranger(through).public_key
                headers = {"X-Forwarded-For": f"{said}{number}", "Forwarded": f"for={said}{number}"}
                found.append(http.post("/v1/enrol", json=request, headers=headers).status_code)
            return found

    assert guesses(proxy.address, "127.0.0.11", "203.0.113.") == [403] * 5 + [429]
    assert guesses(proxy.address, "127.0.0.12", "127.0.0.") == [403] * 5 + [429], "nor pose as the machine itself"
    assert guesses(proxy.workers[1], "127.0.0.13", "203.0.113.") == [403] * 5 + [429], "no proxy: not believed"
    honest = dial("127.0.0.14")
    assert honest.ask_enrolment(proxy.province.code()).status_code == 200


def test_what_is_not_for_everybody_is_not_shown(proxy: Proxy) -> None:
    with proxy.http() as http:
        assert http.get("/metrics").status_code == 404
        assert http.get("/console").status_code == 200, "this machine is allowed"
        assert http.get("/v1/hello").headers["Server"] == "nginx", "no version"
    with proxy.http("127.0.0.9") as http:
        assert http.get("/console").status_code == 403
    old = ssl.create_default_context(cafile=str(proxy.authority))
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    with proxy.line(old) as line:
        assert line.version() == "TLSv1.2"
    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        httpx.get(f"{proxy.address}/health")


def test_a_flood_is_told_when_to_come_again(proxy: Proxy) -> None:
    with proxy.http("127.0.0.21") as http:
        answers = [http.get("/v1/enrol") for _ in range(24)]
    assert [answer.status_code for answer in answers[:20]] == [405] * 20
    late = answers[-1]
    assert late.status_code == 429 and late.headers["Retry-After"] == "5" and "OCOP-Server" not in late.headers


def test_a_worker_that_is_stopped_is_not_noticed(proxy: Proxy, dial: Dial) -> None:
    """Stopped under traffic: what is under way ends, the other one takes the rest."""
    pc = dial().enrol(proxy.province.code())
    statuses, stop = list[int](), threading.Event()

    def traffic() -> None:
        while not stop.is_set():
            statuses.append(pc.send(pc.freeze(create(new_id())), new_id()).status_code)

    thread = threading.Thread(target=traffic)
    thread.start()
    time.sleep(0.5)
    proxy.first_worker.close()
    before = len(statuses)
    time.sleep(0.5)
    stop.set()
    thread.join(30)
    assert set(statuses) == {200} and 0 < before < len(statuses)


@pytest.mark.long
def test_who_sends_nothing_is_hung_up_on(proxy: Proxy) -> None:
    with proxy.line() as line:
        line.sendall(b"GET /v1/hello HTTP/1.1\r\nHost: loc")
        line.settimeout(40)
        began = time.monotonic()
        line.recv(1000)
        assert 15 < time.monotonic() - began < 35
