"""The office that issues a paper: what its settings say, in the words and the order of an administrative paper."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ocop_desktop.domain.forms import Value
from ocop_desktop.domain.text import clean, one_line, show_long_date
from ocop_desktop.printing.typeset import Blank, Inline, Run

_UNIT = re.compile(r"(xã|phường|đặc khu)\s+(.+)", re.IGNORECASE)
_PROVINCE = re.compile(r"(tỉnh|thành phố)\s+(.+)", re.IGNORECASE)
_AREA = re.compile(r"(huyện|quận|thị xã|thành phố|tỉnh)\s", re.IGNORECASE)
"""What has a people's committee of its own; a team for an area has none."""
DOTS = "........"
"""Where the form has a blank inside a sentence."""


@dataclass(frozen=True)
class Office:
    """Reads the ``office.*`` settings. Every text is NFC on one line; what is not set is empty."""

    settings: Mapping[str, Value]

    def text(self, key: str) -> str:
        """A setting as text."""
        value = self.settings.get(f"office.{key}")
        return one_line(str(value)) if value not in (None, False) else ""

    @property
    def exact(self) -> bool:
        """Print the report exactly as the form prints it: no number, no date, no addressee, no recipients."""
        return self.settings.get("office.print_exact") is True

    @property
    def kind(self) -> str:
        """``xã``, ``phường`` or ``đặc khu``."""
        if match := _UNIT.fullmatch(self.text("unit_name")):
            return match[1].lower()
        return self.text("kind").lower() or "xã"

    @property
    def unit(self) -> str:
        """``xã Tân Trào``, as it stands within a sentence; above a commune the name as the office writes it."""
        above = self.text("level") in {"province", "district"} and not _UNIT.fullmatch(self.text("unit_name"))
        if above and self._bare_unit:
            return self._bare_unit[:1].lower() + self._bare_unit[1:]
        return f"{self.kind} {self._bare_unit or DOTS}"

    @property
    def _bare_unit(self) -> str:
        name = self.text("unit_name")
        match = _UNIT.fullmatch(name)
        return match[2] if match else name

    @property
    def province(self) -> str:
        """``tỉnh Tuyên Quang`` or ``thành phố Hà Nội``, as it stands within a sentence."""
        name = self.text("province_name")
        if match := _PROVINCE.fullmatch(name):
            return f"{match[1].lower()} {match[2]}"
        return f"tỉnh {name or DOTS}"

    @property
    def agency(self) -> str:
        """The name at the head of the paper, in capitals, on two lines."""
        if self.text("level") in {"province", "district"} and not self._bare_unit:
            return f"ỦY BAN NHÂN DÂN\n{self.province.upper()}"
        if self.text("level") == "district" and not (_AREA.match(self.unit) or _UNIT.match(self.unit)):
            return self._bare_unit.upper()
        return f"ỦY BAN NHÂN DÂN\n{self.unit.upper()}"

    @property
    def place(self) -> str:
        """The place of issue: the unit's name, with its kind where the name is a number (Phụ lục I, II.4.a).

        Names of persons and events take their kind too; as no list of them exists, ``office.place`` can say it.
        """
        match = _PROVINCE.fullmatch(self._bare_unit)
        bare = match[2] if match else self._bare_unit
        return self.text("place") or (self.unit[:1].upper() + self.unit[1:] if bare.isdigit() else bare) or DOTS

    def number(self, number: str, symbol: str = "") -> list[Inline]:
        """``Số: 05/BC-UBND``; without a number, room to write it after signing. ``symbol`` is that of the paper; the
        office's own is of its reports."""
        symbol = symbol or self.text("symbol") or "BC-UBND"
        number = one_line(number)
        if "/" in number:
            return [Run(f"Số: {number}", size=13)]
        if number:
            return [Run(f"Số: {number.zfill(2)}/{symbol}", size=13)]
        return [Run("Số:", size=13), Blank(34, dotted=False), Run(f"/{symbol}", size=13)]

    @property
    def letter_symbol(self) -> str:
        """The symbol of a letter: the agency and who drafted it (Phụ lục I, II.3.b), as the archive's copy names them."""
        if symbol := self.text("letter_symbol"):
            return symbol
        kept = next((name for name in self.recipients if name.startswith("- Lưu")), "")
        drafted = [part.strip(" .;") for part in kept.partition(",")[2].split(",") if part.strip(" .;")]
        return f"UBND-{drafted[0].split()[0]}" if drafted else "UBND"

    def dated(self, day: date | None) -> list[Inline]:
        """Place and date in italics; without a day, room to write day, month and year."""
        if day:
            return [Run(f"{self.place}, {show_long_date(day)}", "italic", 14)]
        return [
            Run(f"{self.place}, ngày", "italic", 14),
            Blank(28, dotted=False),
            Run("tháng", "italic", 14),
            Blank(28, dotted=False),
            Run("năm", "italic", 14),
            Blank(34, dotted=False),
        ]

    @property
    def signer(self) -> str:
        """The name of who signs."""
        return self.text("signer_name")

    @property
    def titles(self) -> tuple[str, ...]:
        """On whose behalf and as what the signer signs (Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, II.7.b).

        By order or by authority (``tl``, ``tuq``) the signer's own post follows, from ``office.signer_post``.
        """
        post = self.text("signer_post").upper()
        by_title = {
            "pho-chu-tich": ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "quyen-chu-tich": ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
            "tl": ("TL. CHỦ TỊCH", post),
            "tuq": ("TUQ. CHỦ TỊCH", post),
        }
        titles = by_title.get(self.text("signer_title"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))
        return tuple(filter(None, titles))

    @property
    def recipients(self) -> list[str]:
        """The recipients: ``- Như trên;`` first, ``- Lưu: VT.`` last, each with its dash and its mark."""
        typed = clean(str(self.settings.get("office.recipients") or "")).split("\n")
        names = [name for line in typed if (name := one_line(line).strip("-–;. ").strip())]
        kept = [name for name in names if name.startswith("Lưu")] or ["Lưu: VT"]
        others = [name for name in names if not name.startswith("Lưu") and name != "Như trên"]
        listed = ["Như trên", *others, kept[0]]
        return [f"- {name}{'.' if name is listed[-1] else ';'}" for name in listed]
