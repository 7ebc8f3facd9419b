"""Evidence files: cut, damaged, resumed, known already; what is stored is what was sent."""

import hashlib
import os
import socket
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from ocop_desktop.server import Settings
from ocop_desktop.server.files import Contents
from tests.server.conftest import Clock, Province
from tests.server.stranger import Stranger, new_id, text64

CHUNK = 64 * 1024


@pytest.fixture
def scan() -> bytes:
    """A file of three chunks and a bit."""
    return os.urandom(3 * CHUNK + 1234)


def _send_all(pc: Stranger, location: str, content: bytes, start: int = 0) -> httpx.Response:
    answer = httpx.Response(0)
    for at in range(start, len(content), CHUNK):
        answer = pc.send_chunk(location, at, content[at : at + CHUNK])
        assert answer.status_code == 204, answer.text
    return answer


def test_a_file_goes_up_and_comes_back(province: Province, pc: Stranger, scan: bytes) -> None:
    begun = pc.begin_upload(scan, record=new_id())
    assert (begun.status_code, begun.headers["Upload-Offset"]) == (201, "0")
    assert begun.headers["Upload-Expires"].endswith("GMT")
    last = _send_all(pc, begun.headers["Location"], scan)
    assert last.headers["Upload-Offset"] == str(len(scan))
    name = hashlib.sha256(scan).hexdigest()
    stored = province.settings.data / "files" / name[:2] / name
    assert stored.read_bytes() == scan
    assert list((province.settings.data / "spool").iterdir()) == []

    other = province.device()
    assert other.get(f"/v1/files/{name}").content == scan
    part = other.http.get(f"/v1/files/{name}", headers={**other.bearer, "Range": "bytes=100000-"})
    assert (part.status_code, part.content) == (206, scan[100000:])
    beyond = other.http.get(f"/v1/files/{name}", headers={**other.bearer, "Range": f"bytes={len(scan)}-"})
    assert (beyond.status_code, beyond.json()["code"]) == (416, "file.range")
    assert pc.offset(begun.headers["Location"]) == len(scan)


def test_known_content_is_not_sent_again(province: Province, pc: Stranger, scan: bytes) -> None:
    _send_all(pc, pc.begin_upload(scan).headers["Location"], scan)
    again = province.device().begin_upload(scan)
    assert (again.status_code, again.headers["OCOP-Stored"]) == (200, "true")


def test_knowing_a_hash_is_not_having_the_file(province: Province, pc: Stranger, scan: bytes) -> None:
    _send_all(pc, pc.begin_upload(scan).headers["Location"], scan)
    stranger, name = province.device("02290"), hashlib.sha256(scan).hexdigest()
    assert stranger.get(f"/v1/files/{name}").json()["code"] == "file.unknown"
    begun = stranger.begin_upload(scan)
    assert begun.status_code == 201
    _send_all(stranger, begun.headers["Location"], scan)
    assert stranger.get(f"/v1/files/{name}").content == scan


def test_a_cut_upload_goes_on_after_a_restart(province: Province, pc: Stranger, scan: bytes) -> None:
    location = pc.begin_upload(scan).headers["Location"]
    pc.send_chunk(location, 0, scan[:CHUNK])
    province.restart()
    assert pc.offset(location) == CHUNK
    assert pc.begin_upload(scan).headers["Location"] == location
    _send_all(pc, location, scan, CHUNK)
    assert pc.get(f"/v1/files/{hashlib.sha256(scan).hexdigest()}").content == scan


def test_bytes_a_power_cut_left_behind_are_cut_off(province: Province, pc: Stranger, scan: bytes) -> None:
    location = pc.begin_upload(scan).headers["Location"]
    pc.send_chunk(location, 0, scan[:CHUNK])
    (part,) = (province.settings.data / "spool").iterdir()
    with part.open("ab") as file:
        file.write(b"half a chunk")
    assert pc.offset(location) == CHUNK
    _send_all(pc, location, scan, CHUNK)
    assert pc.get(f"/v1/files/{hashlib.sha256(scan).hexdigest()}").content == scan


def test_what_came_of_a_chunk_before_the_cut_is_kept(
    province: Province, pc: Stranger, scan: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    location = pc.begin_upload(scan).headers["Location"]
    host, port = province.address.removeprefix("http://").split(":")
    head = (
        f"PATCH {location} HTTP/1.1\r\nHost: x\r\nAuthorization: {pc.bearer['Authorization']}\r\n"
        f"Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n"
        f"Upload-Checksum: sha256 {text64(hashlib.sha256(scan).digest())}\r\nContent-Length: {len(scan)}\r\n\r\n"
    )
    with socket.create_connection((host, int(port))) as line:
        line.sendall(head.encode() + scan[:CHUNK])
        time.sleep(0.5)  # a slow line: the server has read what came
    for _ in range(100):
        if reached := pc.offset(location):
            break
        time.sleep(0.05)
    assert reached == CHUNK
    _send_all(pc, location, scan, reached)
    assert pc.get(f"/v1/files/{hashlib.sha256(scan).hexdigest()}").content == scan
    assert not [line for line in caplog.records if line.levelname == "ERROR"]  # a cut is nobody's mistake


def test_a_lost_spool_begins_where_the_disk_ends(province: Province, pc: Stranger, scan: bytes) -> None:
    location = pc.begin_upload(scan).headers["Location"]
    pc.send_chunk(location, 0, scan[:CHUNK])
    (part,) = (province.settings.data / "spool").iterdir()
    part.unlink()
    assert pc.offset(location) == 0
    _send_all(pc, location, scan)


def test_a_damaged_chunk_leaves_nothing(pc: Stranger, scan: bytes) -> None:
    location = pc.begin_upload(scan).headers["Location"]
    answer = pc.send_chunk(location, 0, b"?" + scan[1:CHUNK], checksum=scan[:CHUNK])
    assert (answer.status_code, answer.json()["code"]) == (460, "file.checksum")
    assert pc.offset(location) == 0
    _send_all(pc, location, scan)


def test_a_file_that_changed_while_it_was_sent_is_refused_whole(province: Province, pc: Stranger, scan: bytes) -> None:
    location = pc.begin_upload(scan).headers["Location"]
    changed = scan[:-1] + bytes([scan[-1] ^ 1])
    for at in range(0, len(scan) - CHUNK, CHUNK):
        pc.send_chunk(location, at, changed[at : at + CHUNK])
    answer = pc.send_chunk(location, 3 * CHUNK, changed[3 * CHUNK :])
    assert (answer.status_code, answer.json()["code"]) == (422, "file.whole_digest")
    gone = pc.http.head(location, headers=pc.bearer)
    assert gone.status_code == 404
    assert list((province.settings.data / "spool").iterdir()) == []


def test_a_server_that_stopped_before_storing_finishes_when_asked(
    province: Province, pc: Stranger, scan: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    location = pc.begin_upload(scan).headers["Location"]
    pc.send_chunk(location, 0, scan[:CHUNK])
    pc.send_chunk(location, CHUNK, scan[CHUNK : 2 * CHUNK])
    pc.send_chunk(location, 2 * CHUNK, scan[2 * CHUNK : 3 * CHUNK])

    def power_cut(*_: Any) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(Contents, "keep", power_cut)
        assert pc.send_chunk(location, 3 * CHUNK, scan[3 * CHUNK :]).status_code == 500
    province.restart()
    assert pc.offset(location) == len(scan)
    assert pc.get(f"/v1/files/{hashlib.sha256(scan).hexdigest()}").content == scan


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Tus-Resumable": "0.2.2"}, 412, "file.tus_version"),
        ({"Content-Type": "text/plain"}, 415, "file.content_type"),
        ({"Upload-Checksum": "md5 eA=="}, 400, "file.no_checksum"),
        ({"Upload-Checksum": "sha256 é"}, 400, "file.no_checksum"),
        ({"Upload-Offset": "1"}, 409, "file.offset"),
        ({"Upload-Offset": "-1"}, 409, "file.offset"),
    ],
)
def test_a_chunk_out_of_order_is_refused(pc: Stranger, headers: dict[str, str], status: int, code: str) -> None:
    location = pc.begin_upload(b"abc").headers["Location"]
    sent = {
        "Tus-Resumable": "1.0.0",
        "Content-Type": "application/offset+octet-stream",
        "Upload-Offset": "0",
        "Upload-Checksum": f"sha256 {text64(hashlib.sha256(b'abc').digest())}",
        **headers,
    }
    raw = {name.encode(): value.encode() for name, value in {**pc.bearer, **sent}.items()}
    answer = pc.http.patch(location, content=b"abc", headers=raw)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert pc.offset(location) == 0


def test_more_than_was_announced_is_refused(pc: Stranger) -> None:
    location = pc.begin_upload(b"abc").headers["Location"]
    assert pc.send_chunk(location, 0, b"abcd").json()["code"] == "file.beyond_end"


@pytest.mark.parametrize("length", ["", "-1", "x", str(200 * 1024 * 1024)])
def test_a_wrong_length_is_refused(pc: Stranger, length: str) -> None:
    headers = {**pc.bearer, "Upload-Length": length, "Upload-Metadata": f"sha256 {text64(b'0' * 64)}"}
    assert pc.http.post("/v1/files", headers=headers).json()["code"] in {"file.metadata", "file.too_large"}


@pytest.mark.parametrize("metadata", ["", "sha256 !", "sha256 eA==", f"sha256 {text64(b'0' * 64)},record eA=="])
def test_wrong_metadata_is_refused(pc: Stranger, metadata: str) -> None:
    headers = {**pc.bearer, "Upload-Length": "3", "Upload-Metadata": metadata}
    assert pc.http.post("/v1/files", headers=headers).json()["code"] == "file.metadata"


def test_an_empty_file_is_a_file(pc: Stranger) -> None:
    begun = pc.begin_upload(b"")
    assert begun.headers["Upload-Offset"] == "0"
    assert pc.get(f"/v1/files/{hashlib.sha256(b'').hexdigest()}").content == b""


def test_an_upload_is_ended_or_expires(pc: Stranger, clock: Clock) -> None:
    location = pc.begin_upload(b"abc").headers["Location"]
    assert pc.http.delete(location, headers=pc.bearer).status_code == 204
    assert pc.send_chunk(location, 0, b"abc").json()["code"] == "file.unknown"
    location = pc.begin_upload(b"abc").headers["Location"]
    clock.forward(days=15)
    pc.sign_in()
    assert pc.send_chunk(location, 0, b"abc").json()["code"] == "file.gone"
    assert pc.begin_upload(b"abc").headers["Location"] != location


def test_anothers_upload_is_unknown(province: Province, pc: Stranger) -> None:
    location = pc.begin_upload(b"abc").headers["Location"]
    assert province.device().send_chunk(location, 0, b"abc").json()["code"] == "file.unknown"


def test_what_is_missing_is_named(pc: Stranger) -> None:
    here, there = hashlib.sha256(b"abc").hexdigest(), hashlib.sha256(b"xyz").hexdigest()
    pc.send_chunk(pc.begin_upload(b"abc").headers["Location"], 0, b"abc")
    assert pc.post("/v1/files/missing", {"sha256": [there, here]}).json() == {"sha256": [there]}
    assert pc.post("/v1/files/missing", {"sha256": ["x"]}).json()["code"] == "body.invalid"


def test_with_a_full_disk_files_wait_and_records_go_on(
    province: Province, pc: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    location = pc.begin_upload(b"abc").headers["Location"]
    monkeypatch.setattr(Contents, "full", lambda *_: True)
    assert pc.get("/v1/hello").json()["files_wait"] is True
    for answer in (pc.begin_upload(b"xyz"), pc.send_chunk(location, 0, b"abc")):
        assert (answer.status_code, answer.json()["code"]) == (507, "server.full")
        assert int(answer.headers["Retry-After"]) > 0
    assert pc.send(pc.freeze(), new_id()).status_code == 200


def test_options_say_what_of_tus_is_spoken(province: Province) -> None:
    answer = province.stranger().http.options("/v1/files")
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert answer.headers["Tus-Extension"] == "creation,checksum,termination,expiration"


def test_another_store_keeps_the_same_files(tmp_path: Path, scan: bytes) -> None:
    contents = Contents(Settings(data=tmp_path, files="memory:///"))
    part, name = tmp_path / "part", hashlib.sha256(scan).hexdigest()
    part.write_bytes(scan)
    contents.keep(name, part)
    assert b"".join(contents.read(name, 0, len(scan))) == scan
    assert b"".join(contents.read(name, 10, 20)) == scan[10:20]
