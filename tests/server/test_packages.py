"""Packages at the province, on both databases, from a program written from the documentation alone."""

import io
from pathlib import Path

import msgspec
import pyrage
import pytest

from ocop_desktop import protocol
from ocop_desktop.protocol import packages
from ocop_desktop.server import accounts
from ocop_desktop.server.packages import Packages, Taken
from tests.server.conftest import Province
from tests.server.stranger import Stranger, create, new_id, patch

OWN = pyrage.x25519.Identity.generate()


def a_package(province: Province, pc: Stranger, path: Path, *batches: tuple[str, bytes], file: bytes = b"") -> Path:
    """Write a package."""
    hello = msgspec.json.decode(pc.http.get("/v1/hello").content, type=protocol.Hello)
    contents = [content for _, content in batches]
    entries = [packages.entry("batch", name, content) for name, content in batches]
    if file:
        found = packages.entry("file", "", file)
        entries.append(msgspec.structs.replace(found, name=found.sha256))
        contents.append(file)
    manifest = packages.Manifest(
        kind="push",
        package=new_id(),
        created="2026-03-09T02:30:00.000Z",
        province="08",
        device=pc.device,
        unit="02275",
        replica=pc.replica,
        epoch=hello.epoch,
        recipient=hello.age_recipient,
        entries=tuple(entries),
        reply_to=str(OWN.to_public()),
        public_key=pc.public_key,
    )
    waiting = iter(contents)
    with path.open("wb") as out:
        packages.write_package(out, manifest, pc.key.sign, lambda _: (next(waiting),))
    return path


def take(province: Province, path: Path) -> tuple[list[Taken], list[packages.Manifest], list[bytes]]:
    """Take a file in; what became of it, and the answers as their device opens them."""

    def act(service: object) -> tuple[list[Taken], io.BytesIO]:
        door, out = Packages(service), io.BytesIO()  # type: ignore[arg-type]
        taken = list(door.take_file(path))
        for each in taken:
            if each.answer is not None:
                door.write_answer(out, each.answer)
        return taken, out

    taken, out = province.administer(act)
    manifests, receipts = [], []
    for sealed in packages.packages_in(out) if out.tell() else []:
        plain = io.BytesIO()
        opened = packages.open_package(out, sealed, str(OWN), plain)
        manifests.append(opened.manifest)
        receipts += [opened.read(plain, n) for n, e in enumerate(opened.manifest.entries) if e.kind == "receipt"]
    return taken, manifests, receipts


def test_the_answer_is_the_one_the_network_gives(province: Province, pc: Stranger, tmp_path: Path) -> None:
    record, key = new_id(), new_id()
    body = pc.freeze(create(record), patch(record, 0, {"phone": "0912345678"}))
    path = a_package(province, pc, tmp_path / "p", (key, body), file=b"%PDF-1.4 giay phep")
    [taken], [manifest], [receipt] = take(province, path)
    assert (taken.code, taken.statuses, len(manifest.files)) == ("", {"applied": 2}, 1)
    assert pc.send(body, key).content == receipt, "byte for byte"
    assert take(province, path)[2] == [receipt]
    assert pc.get(f"/v1/files/{manifest.files[0]}").content == b"%PDF-1.4 giay phep"
    assert [change.rev for change in pc.pull().items] == [2]


def test_a_batch_with_other_bytes_is_named_and_its_neighbours_are_taken(
    province: Province, pc: Stranger, tmp_path: Path
) -> None:
    used, fresh = new_id(), new_id()
    pc.send(pc.freeze(create(new_id())), used)
    batches = ((used, pc.freeze(create(new_id()))), (fresh, pc.freeze(create(new_id()))))
    [taken], [manifest], receipts = take(province, a_package(province, pc, tmp_path / "p", *batches))
    assert manifest.refused == taken.refused == {used: "push.other_bytes"} and len(receipts) == 1


def test_a_withdrawn_device_over_the_network_waits_for_a_person(
    province: Province, pc: Stranger, tmp_path: Path
) -> None:
    path = a_package(province, pc, tmp_path / "p", (new_id(), pc.freeze(create(new_id()))))
    province.administer(lambda service: service.store.write(lambda c: accounts.revoke(c, service.settings, pc.device)))
    answer = pc.http.post("/v1/rescue", content=path.read_bytes())
    assert answer.status_code == 200, answer.text
    rescue = answer.json()["rescue"]
    assert pc.http.post("/v1/rescue", content=path.read_bytes()).json()["rescue"] == rescue
    [taken], manifests, _ = take(province, path)
    assert (taken.code, taken.rescue, manifests) == ("device.revoked", rescue, [])
    other = province.device()
    assert other.pull().items == ()
    assert province.administer(lambda service: Packages(service).take_rescue(rescue)).statuses == {"applied": 1}
    assert len(other.pull().items) == 1


@pytest.mark.parametrize("at", [0, 30, 120, -1])
def test_an_altered_package_is_refused_over_the_network(
    province: Province, pc: Stranger, tmp_path: Path, at: int
) -> None:
    data = bytearray(a_package(province, pc, tmp_path / "p", (new_id(), pc.freeze(create(new_id())))).read_bytes())
    data[at] ^= 1
    assert pc.http.post("/v1/rescue", content=bytes(data)).status_code == 422
