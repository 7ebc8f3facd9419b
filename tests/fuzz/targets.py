"""The readers of bytes that others wrote: what each may raise, and where the search begins."""

import io
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ocop_desktop import protocol
from ocop_desktop.actions import tables
from ocop_desktop.domain import kinds, marks, rulepacks
from ocop_desktop.domain.lists.rows import find
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.protocol import packages
from ocop_desktop.protocol.enrolling import read_enrolment_link
from ocop_desktop.server import bodies, uploads
from ocop_desktop.signing import foreign
from ocop_desktop.signing.apart import pdf, wire

_IDENTITY = str(pyrage.x25519.Identity.from_str(str(pyrage.x25519.Identity.generate())))
_RECIPIENT = str(pyrage.x25519.Identity.from_str(_IDENTITY).to_public())
_KEY = Ed25519PrivateKey.generate()
DIGITS = packages._LENGTH_DIGITS
_MESSAGES = (protocol.Push, protocol.Receipt, protocol.Changes, protocol.Hello, protocol.Conflicts, protocol.Inventory)


@dataclass(frozen=True)
class Target:
    """One reader. ``may_raise``: what its callers expect; anything else is a fault."""

    read: Callable[[bytes], object]
    may_raise: tuple[type[BaseException], ...]
    seeds: tuple[bytes, ...]
    least: int = 50
    """Tries of the short form, however slow the machine."""


def _package(data: bytes) -> object:
    file = io.BytesIO(data)
    return [packages.open_package(file, each, _IDENTITY, io.BytesIO()) for each in packages.packages_in(file)]


def _inside(data: bytes) -> object:
    """What stands inside a seal that holds: whoever has the province's public key can write it."""
    sealed = pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(_RECIPIENT)])
    head = _a_package().split(b"\n", 1)[0]
    return _package(head[:-DIGITS] + b"%0*d\n" % (DIGITS, len(sealed)) + sealed)


def _a_package() -> bytes:
    content = b'{"ops":[]}'
    manifest = packages.Manifest(
        kind="push", package="p", created="2026-11-23T05:00:00Z", province="08", device="d", unit="02545", replica="r",
        epoch="e", recipient=_RECIPIENT, entries=(packages.entry("batch", "b", content),),
    )  # fmt: skip
    file = io.BytesIO()
    packages.write_package(file, manifest, _KEY.sign, lambda _: [content])
    return file.getvalue()


def _plain() -> bytes:
    whole = io.BytesIO(_a_package())
    plain = io.BytesIO()
    packages.open_package(whole, packages.packages_in(whole)[0], _IDENTITY, plain)
    return plain.getvalue()


def _message(data: bytes) -> object:
    for kind in _MESSAGES:
        try:
            protocol.encode(protocol.decode(data, kind))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            continue
    return bodies.read_message(data, protocol.Push)


def _header(data: bytes) -> object:
    text = data.decode("latin-1")
    with suppress(Refused):
        uploads.parse_range(text, 1000)
    with suppress(ValueError):
        protocol.parse_metadata(text)
    return None


def _kinds(data: bytes) -> object:
    text = data.decode("utf-8", "replace")
    for kind in kinds.KINDS.values():
        try:
            value = kind.parse(text)
        except Refused:
            continue
        assert kind.parse(kind.show(value)) == value, "what is shown is read back"
    marks.read(text)
    read_enrolment_link(text)
    return None


def _body(data: bytes) -> object:
    return bodies.open_body(data, "gzip", "", 1_000_000)


_folder = tempfile.TemporaryDirectory(prefix="ocop-fuzz-")


def _table(data: bytes) -> object:
    file = Path(_folder.name) / "bang.csv"
    file.write_bytes(data)
    return [find(sheet, "dossiers") for sheet in tables.sheets(file)]


def _apart(data: bytes) -> object:
    """Everything that is asked about a foreign file, in the process kept apart: it may end, this one may not."""
    file = foreign.Foreign("tep.pdf", data)
    asked: tuple[Callable[[], object], ...] = (
        lambda: foreign.count_pages(file, "application/pdf"),
        lambda: foreign.count_pages(file, "image/png"),
        lambda: foreign.page_sizes(file),
        lambda: foreign.draw(file, 0, (120, 170), (0, 0, 120, 170)),
        lambda: foreign.read_paper(file),
        lambda: foreign.signatures(file),
        lambda: foreign.joinable(file),
        lambda: foreign.lighter(file, "application/pdf" if b"%PDF-" in data[:1024] else "image/png", _AT),
        lambda: foreign.room_for(file, "CHỦ TỊCH", "Nguyễn Văn Thắng"),
        lambda: foreign.to_pdf([file], "Bản ký", _AT),
    )
    for each in asked:
        with suppress(OcopError):
            each()
    return None


def _wire(data: bytes) -> object:
    message = wire.received(io.BytesIO(data).read)
    for kind in (wire.Ask, wire.Said) if message else ():
        with suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            msgspec.json.decode(message[0] if message else b"", type=kind)
    return None


def _pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made)
    canvas.drawString(72, 700, "CHU TICH")
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def _scan(kind: str) -> bytes:
    from PIL import Image

    made = io.BytesIO()
    Image.effect_noise((60, 80), 50).convert("RGB").save(made, kind, resolution=100)
    return made.getvalue()


_AT = datetime(2026, 11, 22, tzinfo=UTC)


def _pack() -> bytes:
    manifest = rulepacks.PackManifest(
        province="08", version=1, created="2026-11-23T05:00:00.000Z", expires="2027-11-23T05:00:00.000Z", files=()
    )
    return rulepacks.write(manifest, {"a.toml": b"schema = 1\n"}, _KEY.sign)


def _workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    book.active.append(["Tên sản phẩm", "Tên cơ sở"])
    book.active.append(["Chè Shan tuyết", "HTX Sơn Trà"])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def targets() -> dict[str, Target]:
    """Every reader by its name."""
    import gzip

    push = protocol.Push(replica="r", app="1", schema=1, client_time="2026-11-23T05:00:00Z", ops=())
    deep = b'{"x":' * 3000 + b"1" + b"}" * 3000
    link = "ocop://enrol?server=https%3A%2F%2Focop.example.vn&code=ABCD-EFGH"
    texts = ("1.234,5", "01/02/2026", "0912 000 111", "ten@xa.vn", "1,5", "x", link, "9" * 5000, "\u202e1\u0301")
    pack = _pack()
    nested = pack[: pack.index(b"\n") + 1] + (len(deep)).to_bytes(4) + deep + bytes(64)
    return {
        "package": Target(_package, (OcopError,), (_a_package(), _a_package() * 2, b"", b"\n" * 50)),
        "package inside its seal": Target(_inside, (OcopError,), (_plain(), b"", b"\x00\x00\x00\x02{}", deep)),
        "messages": Target(_message, (OcopError,), (protocol.encode(push), deep, b'{"ops":[{"fields":{"a":1e999}}]}')),
        "headers of uploads": Target(
            _header,
            (),
            (
                protocol.upload_metadata(sha256="a" * 64, record="r").encode(),
                b"bytes=0-9",
                b"bytes=" + b"9" * 5000 + b"-",
            ),
        ),
        "kinds of fields": Target(_kinds, (), tuple(text.encode() for text in texts)),
        "packed bodies": Target(
            _body, (OcopError,), (gzip.compress(b"{}"), gzip.compress(bytes(2_000_000)), b"\x1f\x8b")
        ),
        "rule packs": Target(rulepacks.read, (OcopError,), (pack, nested)),
        "foreign files": Target(
            _apart, (), (_pdf(), *map(_scan, ("PDF", "JPEG", "PNG", "TIFF", "BMP", "WEBP"))), least=4
        ),
        "guard of foreign PDFs": Target(pdf.refuse_bomb, (OcopError,), (_pdf(), _scan("PDF"))),
        "words of the reader": Target(
            _wire, (), (wire.packed(wire.Ask("k", True, 5, wire.Page(1)), b"x") + b"x", wire.packed(wire.Said(), b""))
        ),
        "tables": Target(
            _table,
            (OcopError,),
            ("Tên sản phẩm;Tên cơ sở\nChè;HTX\n".encode(), "Tên sản phẩm\tx\nChè\t1".encode("utf-16"), _workbook()),
        ),
    }
