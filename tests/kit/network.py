"""A line that misbehaves on purpose: a TCP relay in front of a real server, for tests of what a bad line does."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit


def answer(status: str, *headers: str, body: bytes = b"") -> bytes:
    """A whole answer of something between this PC and the province, such as a proxy."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "Connection: close"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


PORTAL = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 44\r\nConnection: close\r\n\r\n"
    b"<html><body>Please sign in to Wi-Fi</body></html>"[:44]
)


class Line:
    """A relay to one server. Each connection asks ``fault`` what to do; counters say what crossed.

    Faults: ``None`` passes everything; ``"refuse"`` hangs up at once; ``("cut_up", n)`` hangs up after n bytes towards the
    server; ``"swallow"`` lets the server do its work and hangs up instead of answering; ``"portal"`` answers a login page;
    bytes are answered as they are, without the server; a float makes the line that many seconds slow.
    """

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._server = (parts.hostname or "127.0.0.1", parts.port or 80)
        self.fault: Callable[[bytes], object] = lambda first: None
        self.connections = self.bytes_up = self.bytes_down = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(client,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, client: socket.socket) -> None:
        """One request after another on one connection, each relayed whole on a connection of its own."""
        self._open.append(client)
        with client, suppress(OSError):
            while head := _read_head(client):
                fault = self.fault(head)
                if fault == "refuse":
                    return
                if fault == "portal":
                    fault = PORTAL
                if isinstance(fault, bytes):
                    _read_body(client, _content_length(head))  # who hangs up on unread bytes resets the line
                    client.sendall(fault)
                    return
                if isinstance(fault, float):
                    time.sleep(fault)
                limit = fault[1] if isinstance(fault, tuple) else None
                with socket.create_connection(self._server) as upstream:
                    self._open.append(upstream)
                    if not self._relay_request(client, upstream, head, limit):
                        return
                    answer = _read_answer(upstream, no_body=head.startswith(b"HEAD"))
                if fault == "swallow":
                    return
                client.sendall(answer)
                self.bytes_down += len(answer)

    def _relay_request(self, client: socket.socket, upstream: socket.socket, head: bytes, limit: int | None) -> bool:
        left = _content_length(head)
        upstream.sendall(head.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
        sent = 0
        while left:
            wanted = min(left, 65536) if limit is None else min(left, 65536, limit - sent)
            if wanted <= 0:
                return False
            data = client.recv(wanted)
            if not data:
                return False
            upstream.sendall(data)
            sent += len(data)
            left -= len(data)
            self.bytes_up += len(data)
        return True

    def close(self) -> None:
        """Hang up on everybody."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # closing alone does not wake the thread that accepts
        self._listener.close()
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        for thread in self._threads:
            thread.join(5)
        self._accepting.join(5)


def _read_head(sock: socket.socket) -> bytes:
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = sock.recv(1)
        if not byte:
            return b""
        head += byte
    return head


def _read_body(sock: socket.socket, size: int) -> None:
    while size > 0 and (data := sock.recv(min(size, 65536))):
        size -= len(data)


def _content_length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            return int(value)
    return 0


def _read_answer(sock: socket.socket, *, no_body: bool) -> bytes:
    answer = b""
    while data := sock.recv(65536):
        answer += data
        head, separator, body = answer.partition(b"\r\n\r\n")
        if separator and (no_body or len(body) >= _content_length(head)) and b"chunked" not in head.lower():
            break
    return answer.replace(b"\r\nconnection: close", b"", 1)


@contextmanager
def bad_line(address: str) -> Iterator[Line]:
    """A line to a server for the length of a test."""
    line = Line(address)
    try:
        yield line
    finally:
        line.close()
