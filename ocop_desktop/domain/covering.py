"""What a covering paper is: the words of a letter, minutes, a register, as data with an id and a version.

The files are under ``resources/legal/letters``. No law prescribes their words (only Mẫu số 01, 02 and 03 are), so each
says that it is the program's own template in the frame of Nghị định 30/2020/NĐ-CP; a province that asks for other words
gets a new version, which is a file and no code.
"""

from datetime import date
from typing import Literal

import msgspec

from .forms import Source

Entry = str | int | date | None
"""A cell of a list: text, a whole number (persons, đồng, hundredths: the column says which), a day."""

Lists = dict[str, list[dict[str, Entry]]]
"""The rows that a paper's tables and repeated paragraphs are made of, by the name its template gives them."""

NUMBER = "#"
"""The key of a column that counts its rows."""


class LetterColumn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One column: ``width`` in mm, ``key`` the entry of a row (``#`` counts), ``kind`` how it is shown and stored."""

    title: str
    width: float
    key: str
    align: Literal["left", "center", "right"] = "left"
    kind: Literal["text", "number", "hundredths", "date"] = "text"


class LetterBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One piece of the body, in order. ``text`` and ``when`` as in a form's block (``domain.forms.Block``).

    ``basis`` is a ground of the paper, in italics. ``rows`` names the list of a ``table``, or of a paragraph that comes
    once for each row with the row's entries as ``{row.name}``. ``fill`` prints so many empty rows where the list has
    none. ``dots`` are lines to write on while nothing was entered. ``appendix`` begins one with its title.
    """

    kind: Literal[
        "basis",
        "heading",
        "subheading",
        "article",
        "paragraph",
        "fact",
        "centred",
        "note",
        "table",
        "closing",
        "appendix",
    ]
    text: str = ""
    when: str = ""
    rows: str = ""
    columns: tuple[LetterColumn, ...] = ()
    dots: int = 0
    fill: int = 0
    size: float = 12


class SignedBy(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who signs, where it is not the office's own signer: titles from above, the name, a second signer at the left."""

    titles: tuple[str, ...] = ()
    name: str = ""
    post: str = ""
    note: str = ""
    left: tuple[str, ...] = ()
    left_name: str = ""
    left_note: str = ""


class LetterSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A covering paper: ``id`` such as ``cong-van-de-nghi``, ``version`` counts from 1.

    ``name`` is the kind of paper in capitals, empty for a letter (công văn), whose ``subject`` then stands under the
    number. ``symbol`` follows the number. ``dated`` false: no place and day (minutes, Mẫu 1.9). ``numbered`` false: no
    number either. ``authority`` is who decides, in capitals, for a decision. ``agency`` and ``parent`` replace the
    office's own name at the head. ``recipients`` are listed before the archive's copy.
    """

    id: str
    version: int
    title: str
    source: Source
    name: str = ""
    subject: str = ""
    symbol: str = ""
    agency: str = ""
    parent: str = ""
    authority: str = ""
    to: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = "Lưu: VT"
    dated: bool = True
    numbered: bool = True
    wide: bool = False
    signed: SignedBy | None = None
    unsigned: bool = False
    blocks: tuple[LetterBlock, ...] = ()
