"""What a form is: its fields for the screen, its paper for the printer, its legal source. All of it is data.

The files are under ``resources/legal/forms``; a new version of a form is a new file and no code. A field's key begins
with the record that holds it: ``producer.name``, ``product.name``, ``dossier.received_on``, ``report.number``.
"""

from functools import cached_property
from typing import Literal

import msgspec

Value = str | int | bool | None
"""A stored value: text (NFC), a whole number (đồng, persons, hundredths of a per cent), a day as ``yyyy-mm-dd``, a tick."""

Values = dict[str, Value]


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a rule is written: ``document`` such as ``Quyết định 26/2026/QĐ-TTg``, ``article``, ``day`` of signing (ISO)."""

    document: str
    article: str
    day: str
    note: str = ""


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer of a choice field: what is stored and what people read."""

    value: str
    label: str


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing to fill in.

    ``kind`` names a field kind of ``domain.kinds``. ``required`` means: needed before the report can be sealed.
    ``group`` is the merge group: fields of one group are kept or replaced together when two PCs differ.
    ``sensitive`` marks personal data that is sensitive by law (Nghị định 356/2025/NĐ-CP).
    """

    key: str
    label: str
    kind: str = "text"
    required: bool = False
    group: str = ""
    sensitive: bool = False
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    max_length: int = 0

    @property
    def record(self) -> str:
        """The type of record that holds this field."""
        return self.key.partition(".")[0]


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A titled group of fields, one card on a page."""

    key: str
    title: str
    fields: tuple[Field, ...] = ()
    note: str = ""


class Cell(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One column of a table block: ``width`` in mm."""

    title: str
    width: float
    align: Literal["left", "center", "right"] = "left"
    text: str = ""


class Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One piece of the printed form, in order.

    ``text`` may hold ``{field.key}`` placeholders, drawn as dotted lines where nothing was entered,
    ``{field.key|words}`` whose words are printed only where nothing was entered, ``{.}`` for a blank on every copy,
    ``{?key=value}`` boxes, ticked when the field has that value (``{?key}``: a tick), and ``<b>``, ``<i>``. ``when`` prints the block only for that ``key=value`` (``key=``: nothing
    entered) or ``key!=value`` (``key!=``: something entered); several, all of them, with ``&``.
    ``dots`` are lines left to write on below the block. A ``signature`` has a line of text for each line of the block:
    place and day first, then who signs, then how in brackets. A ``table`` has its rows in ``cells``, or takes them from
    what ``rows`` names: ``criteria``, the rubric of the product set with the answers and the evidence.
    """

    kind: Literal[
        "title", "subtitle", "part", "heading", "subheading", "line", "paragraph", "instruction", "closing", "note",
        "signature", "table", "break",
    ]  # fmt: skip
    text: str = ""
    when: str = ""
    dots: int = 0
    columns: tuple[Cell, ...] = ()
    rows: Literal["", "criteria"] = ""
    cells: tuple[tuple[str, ...], ...] = ()


class FormSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """A form of one legal regime: ``id`` such as ``qd-26-2026/mau-03``, ``version`` counts from 1.

    ``borrowed`` are fields that the paper prints and a section of another form holds on the screen.
    """

    id: str
    version: int
    title: str
    source: Source
    sections: tuple[Section, ...] = ()
    borrowed: tuple[Field, ...] = ()
    paper: tuple[Block, ...] = ()
    frame: Literal["nd30-report", "national", "plain"] = "plain"
    signers: tuple[str, ...] = ()

    def fields(self) -> tuple[Field, ...]:
        """Every field, in the order of the paper."""
        return tuple(field for section in self.sections for field in section.fields)

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """The fields that must be filled in, in the same order."""
        return tuple(field for field in self.fields() if field.required)
