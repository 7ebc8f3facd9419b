"""What a file is by its content: the name proves nothing, and a program is no evidence whatever it is called."""

import io
import zipfile
from pathlib import PurePath
from typing import NamedTuple

_ZIP = "application/zip"
_OLE = "application/msword"

_SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"%PDF-", 0, "application/pdf"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"II*\x00", 0, "image/tiff"),
    (b"MM\x00*", 0, "image/tiff"),
    (b"WEBP", 8, "image/webp"),
    (b"BM", 0, "image/bmp"),
    (b"ID3", 0, "audio/mpeg"),
    (b"PK\x03\x04", 0, _ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, _OLE),
)
_BRANDS = {b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heic", b"qt  ": "video/quicktime"}
"""Of the many formats that begin with ``ftyp``; any other is taken as a film."""
_PROGRAMS = (
    b"MZ",  # Windows
    b"\x7fELF",
    b"\xfe\xed\xfa",  # macOS
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",  # Java, macOS
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00",  # a shortcut of Windows, which can start anything
)
_PROGRAM_NAMES = frozenset(
    [
        ".bat",
        ".cmd",
        ".com",
        ".cpl",
        ".dll",
        ".exe",
        ".hta",
        ".jar",
        ".js",
        ".jse",
        ".lnk",
        ".msi",
        ".msp",
        ".pif",
        ".ps1",
        ".reg",
        ".scr",
        ".sh",
        ".vbe",
        ".vbs",
        ".wsf",
        ".wsh",
    ]
)
_NAMED = frozenset({"", _ZIP, _OLE})
"""Contents that the system would start by their name."""
_MACROS = "vbaProject.bin"
_ENTRY, _MOST_ENTRIES = b"PK\x01\x02", 20_000
_OFFICE = {
    "word/": (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xl/": (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ppt/": (".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
}
_OLD_OFFICE = {".xls": "application/vnd.ms-excel", ".ppt": "application/vnd.ms-powerpoint"}
_TEXTS = {".txt": "text/plain", ".csv": "text/csv"}
_ENDINGS: dict[str, tuple[str, ...]] = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg", ".jfif", ".jpe"),
    "image/png": (".png",),
    "image/tiff": (".tif", ".tiff"),
    "image/webp": (".webp",),
    "image/bmp": (".bmp", ".dib"),
    "image/heic": (".heic", ".heif"),
    "video/mp4": (".mp4", ".m4v", ".m4a", ".3gp"),
    "video/quicktime": (".mov", ".qt"),
    "audio/mpeg": (".mp3",),
    _ZIP: (".zip",),
    _OLE: (".doc",),
    **{media: (ending,) for ending, media in _OFFICE.values()},
    **{media: (ending,) for ending, media in _OLD_OFFICE.items()},
    **{media: (ending,) for ending, media in _TEXTS.items()},
}


class Content(NamedTuple):
    """``media_type``; empty: nothing that is taken as evidence. ``name``: with the ending of what it really is.

    ``program``: it could be started, and is refused.
    """

    media_type: str
    name: str
    program: bool = False


def look(name: str, data: bytes) -> Content:
    """What a file is, from its content; its name only where contents are alike."""
    ending = PurePath(name).suffix.lower()
    media_type = _by_content(ending, data)
    named = ending in _PROGRAM_NAMES and media_type in _NAMED  # a picture called .exe is a picture, and gets its ending
    if named or data.startswith(_PROGRAMS):
        return Content("", name, program=True)
    if media_type == _ZIP:
        if data.count(_ENTRY) > _MOST_ENTRIES:  # a list of a million names is no office file and no folder of papers
            return Content("", name)
        inside = _inside(data)
        if any(each.endswith(_MACROS) for each in inside) or {"META-INF/MANIFEST.MF", "AndroidManifest.xml"} & inside:
            return Content("", name, program=True)
        kinds = _OFFICE.items()
        media_type = next(
            (kind for at, (own, kind) in kinds if _holds(inside, at) or (not inside and ending == own)), _ZIP
        )
    if not media_type or ending in _ENDINGS[media_type]:
        return Content(media_type, name)
    known = ending in _PROGRAM_NAMES or any(ending in each for each in _ENDINGS.values())
    return Content(media_type, (name[: -len(ending)] if known else name) + _ENDINGS[media_type][0])


def _by_content(ending: str, data: bytes) -> str:
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "video/mp4")
    for signature, at, media_type in _SIGNATURES:
        if data[at : at + len(signature)] == signature:
            return _OLD_OFFICE.get(ending, media_type) if media_type == _OLE else media_type
    return _TEXTS.get(ending, "") if b"\x00" not in data[:4096] else ""


def _holds(inside: set[str], folder: str) -> bool:
    return any(each.startswith(folder) for each in inside)


def _inside(data: bytes) -> set[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return set()
