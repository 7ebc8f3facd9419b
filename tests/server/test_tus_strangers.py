"""The upload protocol is tus 1.0.0, not a dialect: two clients that others wrote speak to the real server."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tusclient.client import TusClient
from tusclient.exceptions import TusUploadFailed

from tests.kit.network import Line, bad_line
from tests.server.conftest import Province
from tests.server.stranger import Stranger

CHUNK = 64 * 1024
TUS_JS = "tus-js-client@4.3.1"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A file of five chunks and a bit."""
    path = tmp_path / "Hợp đồng (bản chụp).pdf"
    path.write_bytes(os.urandom(5 * CHUNK + 321))
    return path


def _name(scan: Path) -> str:
    return hashlib.sha256(scan.read_bytes()).hexdigest()


def _cut_third_chunk(line: Line) -> None:
    """The line dies inside the third chunk, once."""
    seen: list[bytes] = []

    def fault(head: bytes) -> object:
        if not head.startswith(b"PATCH"):
            return None
        seen.append(head)
        return ("cut_up", CHUNK // 2) if len(seen) == 3 else None

    line.fault = fault


def _arrived(pc: Stranger, scan: Path) -> bool:
    return pc.get(f"/v1/files/{_name(scan)}").content == scan.read_bytes()


@pytest.mark.parametrize("checked", [False, True], ids=["unchecked", "sha1"])
def test_tuspy_is_cut_and_goes_on(pc: Stranger, province: Province, scan: Path, checked: bool) -> None:
    with bad_line(province.address) as line, scan.open("rb") as file:  # tuspy leaves what it opens itself open
        _cut_third_chunk(line)
        client = TusClient(f"{line.address}/v1/files", headers=pc.bearer)

        def uploader(url: str | None = None) -> Any:
            return client.uploader(
                file_stream=file,
                url=url,
                chunk_size=CHUNK,
                metadata={"sha256": _name(scan), "filename": scan.name},
                upload_checksum=checked,
            )

        first = uploader()
        with pytest.raises(TusUploadFailed):
            first.upload()
        # The program was closed; the next one has noted the address and asks how far it got.
        again = uploader(first.url)
        assert 2 * CHUNK <= again.offset < 3 * CHUNK
        again.upload()
    assert _arrived(pc, scan)


def test_tuspy_sends_what_the_commune_already_has(pc: Stranger, province: Province, scan: Path) -> None:
    client = TusClient(f"{province.address}/v1/files", headers=pc.bearer)
    with scan.open("rb") as file:
        for _ in range(2):
            uploader = client.uploader(
                file_stream=file, chunk_size=CHUNK, metadata={"sha256": _name(scan)}, retries=1, retry_delay=0
            )
            uploader.upload()
            assert uploader.offset == scan.stat().st_size
    assert _arrived(pc, scan)


def _beside_python(program: str) -> str | None:
    return shutil.which(program, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")


@pytest.fixture(scope="session")
def tus_js(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tus-js-client in it."""
    npm, node = _beside_python("npm"), _beside_python("node")
    if npm is None or node is None:
        pytest.skip("no Node.js on this machine")
    folder = tmp_path_factory.mktemp("node")
    folder.joinpath("package.json").write_text('{"private": true}', "utf-8")
    path = f"{Path(node).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", TUS_JS],
        cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "package.json"


def _upload(modules: Path, address: str, pc: Stranger, scan: Path, **more: object) -> dict[str, Any]:
    asked = {
        "modules": str(modules),
        "endpoint": f"{address}/v1/files",
        "authorization": pc.bearer["Authorization"],
        "file": str(scan),
        "chunk": CHUNK,
        "metadata": {"sha256": _name(scan), "filename": scan.name},
        **more,
    }
    node = _beside_python("node")
    assert node is not None
    done = subprocess.run(
        [node, str(Path(__file__).with_name("upload.mjs")), json.dumps(asked)],
        capture_output=True, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_tus_js_client_is_cut_and_goes_on(tus_js: Path, pc: Stranger, province: Province, scan: Path) -> None:
    with bad_line(province.address) as line:
        _cut_third_chunk(line)
        said = _upload(tus_js, line.address, pc, scan)
        assert said["result"] == "done", said
        # Not one whole chunk was sent twice: it asked, and went on inside the file.
        assert [event for event in said["events"] if event[0] == "HEAD"]
        assert line.bytes_up <= scan.stat().st_size + CHUNK
    assert _arrived(pc, scan)
    again = _upload(tus_js, province.address, pc, scan)
    assert again["result"] == "done"
    assert ["PATCH", 204] not in again["events"]


def test_tus_js_client_through_a_proxy_that_knows_no_patch(
    tus_js: Path, pc: Stranger, province: Province, scan: Path
) -> None:
    said = _upload(tus_js, province.address, pc, scan, override=True)
    assert said["result"] == "done", said
    assert {event[0] for event in said["events"]} == {"POST"}
    assert _arrived(pc, scan)


def test_another_tus_is_told_which_one_is_spoken(pc: Stranger) -> None:
    answer = pc.http.post("/v1/files", headers={**pc.bearer, "Tus-Resumable": "0.2.2"})
    assert (answer.status_code, answer.headers["Tus-Version"]) == (412, "1.0.0")
    offered = pc.http.options("/v1/files").headers
    assert "checksum" in offered["Tus-Extension"]
    assert "sha1" in offered["Tus-Checksum-Algorithm"].split(",")
