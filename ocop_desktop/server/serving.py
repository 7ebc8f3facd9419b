"""Run the server: in this thread until a signal, or in another thread for tests and the demonstration."""

import gc
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from ocop_desktop.errors import Environment
from ocop_desktop.server.app import create
from ocop_desktop.server.settings import Settings

_START_SECONDS = 30


def _server(settings: Settings) -> uvicorn.Server:
    config = uvicorn.Config(
        create(settings),
        host=settings.host,
        port=settings.port,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=20,
    )
    return uvicorn.Server(config)


def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM; what was begun is ended first."""
    server = _server(settings)
    # A push makes many short-lived objects; looking through the whole program after each few hundred cost a fifth of it.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    server.run()


@contextmanager
def running(settings: Settings) -> Iterator[str]:
    """A server in a thread, on a free port of this machine; gives its base address.

    Raises ``Environment("server.not_started")``.
    """
    server = _server(settings)
    # The protocol is named, for asyncio turns Nagle's waiting off only where it is: 40 ms for every answer.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.bind((settings.host, 0))
        port = listener.getsockname()[1]
        started = threading.Event()
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="ocop-server", daemon=True)
        thread.start()
        try:
            for _ in range(_START_SECONDS * 50):
                if server.started or not thread.is_alive():
                    break
                started.wait(0.02)
            if not server.started:
                raise Environment("server.not_started")
            yield f"http://{settings.host}:{port}"
        finally:
            server.should_exit = True
            thread.join(_START_SECONDS)
