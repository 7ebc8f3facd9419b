"""What is asked of the process kept apart, and what it answers: JSON of known shapes, and bytes beside it.

A message is the length of its JSON (4 bytes), the length of its bytes (8 bytes), both. Nothing of it can name code.
"""

import struct
from collections.abc import Callable

import msgspec
from msgspec import Struct

HEAD = struct.Struct(">IQ")
MOST_JSON = 16 * 1024 * 1024
MOST_BYTES = 512 * 1024 * 1024
ARGUMENT = "--read-apart"
"""The hidden argument with which this program starts that process."""


class Count(Struct, frozen=True, tag=True):
    """How many pages, or pictures."""

    media_type: str


class Sizes(Struct, frozen=True, tag=True):
    """Width and height of each page of a PDF, in points."""


class Draw(Struct, frozen=True, tag=True):
    """A part of a page that is ``width`` by ``height`` dots as a whole; the answer is four bytes a dot: blue, green, red."""

    page: int
    width: int
    height: int
    left: int
    top: int
    wide: int
    high: int


class About(Struct, frozen=True, tag=True):
    """What a paper is, before its pages are looked at."""


class Page(Struct, frozen=True, tag=True):
    """What is seen of one page or picture, from 0."""

    number: int


class Frame(Struct, frozen=True, tag=True):
    """One picture of an image file as a page of a PDF: its JPEG, or that the file itself is one."""

    number: int


class LightPages(Struct, frozen=True, tag=True):
    """How many pages a lighter copy would have; 0 where the file is no scan."""

    media_type: str


class LightPage(Struct, frozen=True, tag=True):
    """One page of the lighter copy."""

    media_type: str
    number: int


class Place(Struct, frozen=True, tag=True):
    """The white space between a signer's title and name."""

    title: str
    name: str


class Signatures(Struct, frozen=True, tag=True):
    """Whose signatures; ``roots``: certificates that are believed."""

    roots: tuple[bytes, ...]


class Joinable(Struct, frozen=True, tag=True):
    """How many pages can be copied into another PDF."""


Task = Count | Sizes | Draw | About | Page | Frame | LightPages | LightPage | Place | Signatures | Joinable


class Ask(Struct, frozen=True):
    """``document``: the name by which a file is known; its bytes come along when ``brings``. ``seconds``: what it may take."""

    document: str
    brings: bool
    seconds: int
    task: Task


class Said(Struct, frozen=True):
    """``value``: the answer; or ``code`` and ``details`` of a refusal, ``where`` when it was no expected one."""

    value: msgspec.Raw = msgspec.Raw(b"null")
    code: str = ""
    details: dict[str, str | int] = {}
    where: str = ""
    ends: bool = False
    """The process is not fit for another file."""


class PaperAbout(Struct, frozen=True):
    """``said``: the code in the properties of a PDF, as text."""

    is_pdf: bool
    version: str
    pages: int
    said: str = ""


class PictureAbout(Struct, frozen=True):
    """A ``Picture`` whose JPEG comes beside it; ``whole``: it is the file itself, and nothing comes."""

    width: int
    height: int
    dpi: int
    grey: bool
    turn: int
    whole: bool = False


NEED = "need"
"""The answer of a process that does not know the document: ask again and bring it."""


def packed(message: Ask | Said, beside: bytes) -> bytes:
    """The head and the JSON of a message; ``beside`` follows."""
    told = msgspec.json.encode(message)
    return HEAD.pack(len(told), len(beside)) + told


def received(read: Callable[[int], bytes]) -> tuple[bytes, bytes] | None:
    """The JSON and the bytes of the next message; None when the other side is gone or talks nonsense."""
    head = read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    json, beside = HEAD.unpack(head)
    if json > MOST_JSON or beside > MOST_BYTES:
        return None
    told, rest = read(json), read(beside) if beside else b""
    return (told, rest) if len(told) == json and len(rest) == beside else None
