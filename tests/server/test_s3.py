"""Evidence in S3-compatible storage: the same province on a real one (SeaweedFS), which is also taken away for a while."""

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import obstore
import pytest
from obstore.store import from_url

from ocop_desktop.server import Settings, backup
from ocop_desktop.server.service import Service
from tests.server.conftest import Province
from tests.server.s3 import BUCKET, Seaweed, program, seaweed
from tests.server.stranger import Stranger, create, new_id

pytestmark = [
    pytest.mark.skipif(program() is None, reason="SeaweedFS has no wheel for this system"),
    # One worker runs it: several at once take each other's ports and starve on two cores.
    pytest.mark.xdist_group("s3"),
]
MIB = 1024 * 1024


@pytest.fixture(scope="module")
def running_storage() -> Iterator[Seaweed]:
    """One storage for this file."""
    with seaweed() as found:
        yield found


@pytest.fixture
def storage(running_storage: Seaweed, monkeypatch: pytest.MonkeyPatch) -> Seaweed:
    """The storage, known to obstore as in production: by the environment."""
    for name, value in running_storage.environment.items():
        monkeypatch.setenv(name, value)
    return running_storage


@pytest.fixture
def settings(settings: Settings, storage: Seaweed) -> Settings:
    """Files in a bucket, under a name of their own."""
    return replace(settings, files=f"s3://{BUCKET}/{new_id()}")


def _send(pc: Stranger, content: bytes, chunk: int = 4 * MIB) -> str:
    location = str(pc.begin_upload(content).headers["Location"])
    for at in range(0, len(content), chunk):
        answer = pc.send_chunk(location, at, content[at : at + chunk])
        assert answer.status_code == 204, answer.text
    return location


def test_files_of_any_size_go_up_and_come_back(province: Province, settings: Settings) -> None:
    pc = province.device()
    for size in (0, 1, 300_000, 13 * MIB):  # the last one is more than one part of a multipart upload
        content = os.urandom(size)
        name = hashlib.sha256(content).hexdigest()
        _send(pc, content)
        assert bytes(obstore.get(from_url(settings.files), f"{name[:2]}/{name}").bytes()) == content
        assert pc.get(f"/v1/files/{name}").content == content
        assert province.device().begin_upload(content).headers["OCOP-Stored"] == "true"
    part = pc.http.get(f"/v1/files/{name}", headers={**pc.bearer, "Range": f"bytes={MIB - 5}-{2 * MIB}"})
    assert part.content == content[MIB - 5 : 2 * MIB + 1]
    assert not (settings.data / "files").exists()
    assert list((settings.data / "spool").iterdir()) == []


@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
def test_a_storage_that_is_away_keeps_nobody_waiting(province: Province, storage: Seaweed) -> None:
    pc = province.device()
    here, coming = os.urandom(1000), os.urandom(1000)
    _send(pc, here)
    location = pc.begin_upload(coming).headers["Location"]
    storage.stop()
    began = time.monotonic()
    last = pc.send_chunk(location, 0, coming)
    assert (last.status_code, last.json()["code"]) == (503, "server.busy")
    assert int(last.headers["Retry-After"]) > 0
    reading = pc.get(f"/v1/files/{hashlib.sha256(here).hexdigest()}")
    assert (reading.status_code, reading.json()["code"]) == (503, "server.busy")
    assert time.monotonic() - began < 60
    assert pc.push(create(new_id()))[0].status == "applied"  # records do not wait for it
    storage.start()
    # Nothing is sent again: the server has all of it, and keeps it when it is next asked.
    for _ in range(60):
        if pc.http.head(location, headers=pc.bearer).status_code == 200:
            break
        time.sleep(1)
    assert pc.offset(location) == len(coming)
    assert pc.get(f"/v1/files/{hashlib.sha256(coming).hexdigest()}").content == coming


def test_a_content_that_the_storage_lost_is_unknown(province: Province, settings: Settings) -> None:
    pc, content = province.device(), os.urandom(1000)
    name = hashlib.sha256(content).hexdigest()
    _send(pc, content)
    obstore.delete(from_url(settings.files), f"{name[:2]}/{name}")
    answer = pc.get(f"/v1/files/{name}")
    assert (answer.status_code, answer.json()["code"]) == (404, "file.unknown")


def test_a_copy_of_it_comes_back_into_another_bucket_or_a_folder(
    province: Province, settings: Settings, tmp_path: Path
) -> None:
    pc, content = province.device(), os.urandom(9 * MIB)
    pc.push(create(new_id()))
    _send(pc, content)
    with closing(Service(settings)) as service:
        note = backup.back_up(service, tmp_path / "copy.tar")
    assert (note.records, note.files, note.bytes, note.missing) == (1, 1, len(content), ())
    for number, files in enumerate((f"s3://{BUCKET}/{new_id()}", "")):
        there = replace(settings, data=tmp_path / f"there-{number}", database="", files=files)
        backup.restore(there, tmp_path / "copy.tar")
        other = Province(there)
        other.start()
        try:
            assert other.device().get(f"/v1/files/{hashlib.sha256(content).hexdigest()}").content == content
        finally:
            other.stop()
