"""A server that is broken or hostile: the PC stays within time and memory, says one sentence, and loses nothing."""

import contextlib
import gzip
import json
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import repeat

import pytest

from ocop_desktop.domain.sentences import template
from ocop_desktop.errors import SyncError
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import check_sound, run
from ocop_desktop.sync import client, patience
from tests.kit.network import answer
from tests.sync.conftest import Commune, TheProvince

Make = Callable[[str], Commune]
OURS = b"HTTP/1.1 200 OK\r\nOCOP-Server: 1\r\nContent-Type: application/json\r\n"
MIB = 1024 * 1024
BOMB = gzip.compress(bytes(400 * MIB), 9)  # 400 KB
CHUNK = b"10000\r\n" + b" " * 0x10000 + b"\r\n"


def slowly(text: bytes) -> Iterator[bytes]:
    """One byte at a time, faster than any pause that a time-out of the line would notice."""
    for byte in text * 1000:
        time.sleep(0.05)
        yield bytes([byte])


def _after(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def steadily() -> Iterator[bytes]:
    """Chunks, as a slow line brings them."""
    for _ in range(1000):
        time.sleep(0.01)
        yield CHUNK


ANSWERS: dict[str, Callable[[], Iterator[bytes]]] = {
    "endless chunks": lambda: iter((OURS + b"Transfer-Encoding: chunked\r\n\r\n", *repeat(CHUNK, 3000))),
    "endless body": lambda: iter((OURS + b"Connection: close\r\n\r\n", *repeat(b" " * 65536, 3000))),
    "a terabyte announced": lambda: iter(
        (OURS + b"Content-Length: 1099511627776\r\n\r\n", *repeat(b" " * 65536, 3000))
    ),
    "gzip bomb": lambda: iter((OURS + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(BOMB), BOMB)),
    "bomb in a bomb": lambda: iter(
        (lambda bomb: (OURS + b"Content-Encoding: gzip, gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb), bomb))(
            gzip.compress(BOMB, 9)
        )
    ),
    "no gzip": lambda: iter((OURS + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n", b"abcd")),
    "a head byte by byte": lambda: slowly(OURS),
    "a body byte by byte": lambda: _after(OURS + b"Content-Length: 90000\r\n\r\n", slowly(b" ")),
    "a chunk byte by byte": lambda: _after(OURS + b"Transfer-Encoding: chunked\r\n\r\nFFFF\r\n", slowly(b" ")),
    "silence": lambda: slowly(b""),
    "redirect with an endless body": lambda: iter(
        (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nOCOP-Server: 1\r\n\r\n", *repeat(b" " * 65536, 3000))
    ),
    "refusal with an endless body": lambda: iter(
        (b"HTTP/1.1 422 No\r\nOCOP-Server: 1\r\n\r\n", *repeat(b" " * 65536, 3000))
    ),
    "endless head": lambda: iter((OURS, *repeat(b"X-Pad: " + b"a" * 60000 + b"\r\n", 3000))),
    "no HTTP": lambda: iter((b"\x00\xff\xfe" * 5000,)),
    "a wrong chunk size": lambda: iter((OURS + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n",)),
    "a length that is none": lambda: iter((OURS + b"Content-Length: abc\r\n\r\n{}",)),
    "nothing": lambda: iter((OURS + b"Content-Length: 0\r\n\r\n",)),
    "another type": lambda: iter((answer("200 OK", "OCOP-Server: 1", body=b"[1, 2]"),)),
    "endless nesting": lambda: iter((answer("200 OK", "OCOP-Server: 1", body=b"[" * 900_000),)),
    "half a character": lambda: iter((answer("200 OK", "OCOP-Server: 1", body=b'{"epoch": "\\ud800"}'),)),
    "an endless wait": lambda: iter((answer("503 Busy", "OCOP-Server: 1", "Retry-After: " + "9" * 4000),)),
}


@contextmanager
def hostile(say: Callable[[], Iterator[bytes]]) -> Iterator[str]:
    """A server that answers everything with ``say``; its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []

    def serve(line: socket.socket) -> None:
        with line, contextlib.suppress(OSError):
            line.recv(65536)
            for piece in say():
                line.sendall(piece)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                threads.append(threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True))
                threads[-1].start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(5)
        for thread in threads:
            thread.join(5)


@pytest.mark.parametrize("kind", ANSWERS)
def test_any_answer_ends_in_one_sentence(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "TRIES", 1)
    monkeypatch.setattr(patience, "LONGEST_ANSWER", 1.5)
    monkeypatch.setattr(patience, "MOST_ANSWER", 8 * MIB)
    with hostile(ANSWERS[kind]) as address:
        province = client.Province(address)
        tracemalloc.start()
        began = time.monotonic()
        try:
            with pytest.raises(SyncError) as refused:
                province.hello("2026-11-23T05:00:00Z")
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
            province.close()
    assert time.monotonic() - began < 10
    assert peak < 32 * MIB, f"{peak / MIB:.0f} MiB"
    assert template(refused.value.code)


def test_the_officer_may_stop_an_answer_that_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    threading.Timer(0.5, stop.set).start()
    with hostile(lambda: _after(OURS + b"Transfer-Encoding: chunked\r\n\r\n", steadily())) as address:
        province = client.Province(address, stop=stop)
        began = time.monotonic()
        with pytest.raises(SyncError, match=r"sync\.stopped"):
            province.hello("2026-11-23T05:00:00Z")
        province.close()
    assert time.monotonic() - began < 5


def says(*headers: str, **body: object) -> bytes:
    """An answer of the province's own kind."""
    return answer(
        "200 OK", "OCOP-Server: 1", "Content-Type: application/json", *headers, body=json.dumps(body).encode()
    )


UNIT = "02545"
ID = "01980000-0000-7000-8000-000000000001"


def changes(next_: object = 1, high: object = 1, unit: object = UNIT, **item: object) -> bytes:
    """A page of changes with one item."""
    one = {"seq": 1, "record": ID, "type": "dossier", "unit": UNIT, "rev": 1, "body": {}, "at": "2026-11-23T05:00:00Z"}
    return says(unit=unit, epoch="e", items=[{**one, **item}] if item else [], next=next_, high_water=high)


HUGE = 10**30
FALSE: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "a page that never comes to its end": ("/v1/sync/changes", lambda n: changes(5, 9)),
    "a page that goes back": ("/v1/sync/changes", lambda n: changes(-4, 9, rev=1)),
    "always restored": ("/v1/sync/changes", lambda n: changes(0, -1)),
    "a unit that is ever another": ("/v1/sync/changes", lambda n: changes(unit=f"{n:05}")),
    "an empty unit": ("/v1/sync/changes", lambda n: changes(unit="")),
    "a number beyond every number": ("/v1/sync/changes", lambda n: changes(HUGE, HUGE, rev=HUGE)),
    "a revision beyond every number": ("/v1/sync/changes", lambda n: changes(1, 1, rev=HUGE)),
    "a size that is none": (
        "/v1/sync/changes",
        lambda n: changes(1, 1, type="evidence", body={"sha256": "x", "size": "nhiều", "dossier": ID}),
    ),
    "a size beyond every number": (
        "/v1/sync/changes",
        lambda n: changes(1, 1, type="evidence", body={"sha256": "x", "size": HUGE, "dossier": ID}),
    ),
    "wrong kinds in a dossier": (
        "/v1/sync/changes",
        lambda n: changes(1, 1, body={"state": 7, "received_on": "không", "product": 5, "producer": True}),
    ),
    "a holiday that is none": (
        "/v1/sync/changes",
        lambda n: changes(1, 1, type="holiday", body={"day": "hôm nay", "kind": 9}),
    ),
    "hello without room": (
        "/v1/hello",
        lambda n: says(
            protocol_min=1,
            protocol_max=1,
            epoch="e",
            server_time="hôm qua",
            province="08",
            province_name="",
            limits={"body": 0, "decoded": 0, "ops": -5, "field": 0, "file": 0, "chunk": 0, "page": 0},
            public_key="?",
        ),
    ),
    "no challenge": ("/v1/token/challenge", lambda n: says(challenge=5, expires_in="x")),
    "a token with line ends": ("/v1/token", lambda n: says(token="a\r\nX-Evil: 1", expires_in=1)),
    "a receipt of nobody": (
        "/v1/sync/push",
        lambda n: says(
            receipt="r", batch="b", replica="r", device="d", epoch="e", at="x", digest="", results=[], signature="AAAA"
        ),
    ),
    "a list of conflicts that is none": ("/v1/sync/digest", lambda n: says(unit=UNIT)),
    "a digest of other records": (
        "/v1/sync/digest",
        lambda n: says(unit=UNIT, epoch="e", high_water=HUGE, count=HUGE, hash="0"),
    ),
    "an inventory beyond every number": (
        "/v1/sync/inventory",
        lambda n: says(unit=UNIT, epoch="e", high_water=1, items=[{"record": ID, "rev": HUGE}], hash=""),
    ),
    "an upload elsewhere": ("POST /v1/files ", lambda n: says("Location: http://203.0.113.1/v1/files/x")),
    "an upload nowhere": ("POST /v1/files ", lambda n: says("X: y")),
    "an offset that stands still": ("PATCH", lambda n: says("Upload-Offset: 0")),
    "an offset beyond the end": ("PATCH", lambda n: says("Upload-Offset: 999999999999")),
    "an offset that is none": ("PATCH", lambda n: says("Upload-Offset: ²")),
    "no offset": ("PATCH", lambda n: says("X: y")),
    "a chunk that is always lost": ("PATCH", lambda n: answer("460 Checksum", "OCOP-Server: 1")),
    "contents nobody asked about": ("/v1/files/missing", lambda n: says(sha256=["x" * 64] * 2000)),
}


@pytest.mark.parametrize("kind", FALSE)
def test_a_false_answer_changes_nothing_that_an_honest_round_does_not_mend(
    kind: str, province: TheProvince, commune: Make, one_try: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = commune("may-1")
    dossier = here.receive("Chè Shan tuyết")
    here.sync()
    here.attach(dossier, b"a" * 3000)
    here.write(dossier, {"dossier.samples": 4})
    which, what = FALSE[kind]
    asked = 0

    def fault(head: bytes) -> bytes | None:
        nonlocal asked
        if "inventory" in which and b"/v1/sync/digest" in head:
            return FALSE["a digest of other records"][1](0)  # nobody asks for an inventory without a reason
        if which.encode() not in head.split(b"\r\n")[0] or (which == "/v1/token" and b"challenge" in head):
            return None
        asked += 1
        assert asked < 400, "the round never ends"
        return what(asked)

    before = here.values(dossier)
    province.line.fault = fault
    try:
        here.sync()
    except SyncError as error:
        assert template(error.code), error.code
    assert asked, "the false answer was asked for"
    assert here.values(dossier) == before
    check_sound(here.db)
    assert run(here.db, lambda db: settings.read(db, "sync.unit")) == UNIT
    province.line.fault = lambda head: None
    here.sync()
    assert here.sync().digest_equal
    assert here.values(dossier)["dossier.samples"] == 4
