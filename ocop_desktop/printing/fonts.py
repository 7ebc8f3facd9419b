"""The fonts of the papers: which serif is used, and whether it can write a text.

Order: the folder named by the setting, an installed Times New Roman (Nghị định 30/2020/NĐ-CP, Phụ lục I, I.4),
Liberation Serif 2 or Tinos (the same widths), the serif that comes with the program. A family counts only when all its
four styles are there and each can write every Vietnamese letter: Liberation 1 cannot.
"""

import os
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import fontpkg
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from ocop_desktop.errors import Environment, Refused

Style = Literal["regular", "bold", "italic", "bold-italic"]
STYLES: tuple[Style, ...] = ("regular", "bold", "italic", "bold-italic")
_PLACE = {style: place for place, style in enumerate(STYLES)}

SHIPPED = "IBM Plex Serif"

# File names of each style, in lower case, by family, in the order of preference.
_FILES: tuple[tuple[str, tuple[str, str, str, str]], ...] = (
    ("Times New Roman", ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")),
    (
        "Times New Roman",
        (
            "times_new_roman.ttf",
            "times_new_roman_bold.ttf",
            "times_new_roman_italic.ttf",
            "times_new_roman_bold_italic.ttf",
        ),
    ),
    (
        "Times New Roman",
        (
            "times new roman.ttf",
            "times new roman bold.ttf",
            "times new roman italic.ttf",
            "times new roman bold italic.ttf",
        ),
    ),
    (
        "Liberation Serif",
        (
            "liberationserif-regular.ttf",
            "liberationserif-bold.ttf",
            "liberationserif-italic.ttf",
            "liberationserif-bolditalic.ttf",
        ),
    ),
    ("Tinos", ("tinos-regular.ttf", "tinos-bold.ttf", "tinos-italic.ttf", "tinos-bolditalic.ttf")),
)


def vietnamese() -> str:
    """Every letter of Vietnamese with every tone, lower and upper case, and the marks the papers use."""
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    vowels = [unicodedata.normalize("NFC", base + tone) for base in "aăâeêioôơuưy" for tone in tones]
    letters = "".join(vowels) + "đ" + "bcdfghjklmnpqrstvwxz"
    return letters + letters.upper() + "0123456789 .,;:/-–—()…“”‘’\"'%+=&@¹²³°×•"


@dataclass(frozen=True, eq=False)
class Family:
    """Four styles of one typeface, ready for ReportLab. ``line`` is single spacing as a multiple of the size."""

    name: str
    line: float
    faces: tuple[Any, Any, Any, Any]
    characters: frozenset[str]

    def face(self, style: Style) -> Any:
        """The ReportLab font of a style."""
        return self.faces[_PLACE[style]]

    def width(self, text: str, style: Style, size: float) -> float:
        """Width in points, without kerning, as it will be drawn."""
        return _width(self.face(style), text) * size / 1000

    def check(self, text: str) -> None:
        """Raises ``Refused("print.glyph_missing")`` with the characters that this family cannot write.

        Text that is not NFC is a bug of the caller: its marks would be misplaced.
        """
        if not unicodedata.is_normalized("NFC", text):
            raise ValueError("text for paper must be NFC")
        if missing := set(text) - self.characters:
            raise Refused("print.glyph_missing", characters=" ".join(sorted(missing)), font=self.name)


@lru_cache(maxsize=20_000)
def _width(face: Any, text: str) -> float:
    return float(face.stringWidth(text.replace("\u00a0", " "), 1000))  # ReportLab draws a no-break space as a space


@lru_cache(maxsize=8)
def _load(name: str, files: tuple[Path, Path, Path, Path]) -> Family:
    """Raises ``Environment("print.font_unusable")`` when a file is no TrueType font or lacks Vietnamese letters."""
    try:
        faces = tuple(TTFont(f"{file.stem} {file}", str(file)) for file in files)
    except (TTFError, OSError) as error:
        raise Environment("print.font_unusable", font=name) from error
    metrics = faces[0].face
    line = max(1.15, (metrics.ascent - metrics.descent) / 1000)
    known = frozenset.intersection(*(frozenset(map(chr, face.face.charToGlyph)) for face in faces)) | {"\n", "\t"}
    family = Family(name, line, (faces[0], faces[1], faces[2], faces[3]), known)
    try:
        family.check(vietnamese())
    except Refused as error:
        raise Environment("print.font_unusable", font=name) from error
    for face in faces:
        pdfmetrics.registerFont(face)
    return family


def _folders() -> Iterator[Path]:
    """Where this system keeps fonts for everybody and for this account."""
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        if local := os.environ.get("LOCALAPPDATA"):
            yield Path(local) / "Microsoft" / "Windows" / "Fonts"
    elif sys.platform == "darwin":
        yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    else:
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local" / "share" / "fonts")


def _families_in(folders: tuple[Path, ...]) -> Iterator[Family]:
    """The usable families of the folders, in the order of preference."""
    found: dict[str, list[Path]] = {}
    for folder in folders:
        for file in sorted(folder.rglob("*.[tT][tT][fF]")) if folder.is_dir() else ():
            found.setdefault(file.name.lower(), []).append(file)
    for name, files in _FILES:
        # Two versions may be installed: the styles must come from one folder.
        for regular in found.get(files[0], ()):
            group = [next((p for p in found.get(f, ()) if p.parent == regular.parent), None) for f in files]
            if None not in group:
                try:
                    yield _load(name, (regular, *(p for p in group[1:] if p)))
                except Environment:
                    continue


def in_folder(folder: Path) -> Family:
    """The best family of a folder, for the setting. Raises ``Environment("print.font_unusable")`` if it holds none."""
    if family := next(_families_in((folder,)), None):
        return family
    raise Environment("print.font_unusable", font=folder.name)


@lru_cache(maxsize=1)
def shipped() -> Family:
    """The serif that comes with the program. Raises ``Environment("print.font_unusable")`` if it was removed."""
    try:
        files = tuple(fontpkg.path(SHIPPED, weight, slant) for slant in ("normal", "italic") for weight in (400, 700))
    except fontpkg.FontpkgError as error:
        raise Environment("print.font_unusable", font=SHIPPED) from error
    return _load(SHIPPED, (files[0], files[1], files[2], files[3]))


@lru_cache(maxsize=1)
def installed() -> Family | None:
    """Times New Roman or its like, if this machine has one. Looked for once: fonts do not come and go."""
    return next(_families_in(tuple(_folders())), None)


@lru_cache(maxsize=8)
def choose(setting: str = "") -> Family:
    """The family to print with. ``setting`` is a folder of font files, or ``"shipped"``; one that no longer serves is
    passed over, because a paper in another face is better than no paper: the settings page asks ``in_folder``."""
    if setting == "shipped":
        return shipped()
    if setting:
        try:
            return in_folder(Path(setting))
        except Environment:
            pass
    return installed() or shipped()
