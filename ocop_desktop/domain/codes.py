"""Product codes and reception numbers: made, read, shown.

Since 22/5/2026 a code is ``(mã tỉnh)-(mã xã)-(số thứ tự)-(năm)`` (Phụ lục II of QĐ 26/2026/QĐ-TTg, unit codes of QĐ
19/2025/QĐ-TTg); before, it also had the district. How the two blanks of ``Phiếu số`` are filled was not found: a setting.
"""

import re
from dataclasses import dataclass

from ocop_desktop.errors import Refused

_NEW = re.compile(r"(\d{2})-(\d{5})-(\d{1,4})-(20\d{2})", re.ASCII)
_OLD = re.compile(r"(\d{2})-(\d{3})-(\d{5})-(\d{1,4})-(20\d{2})", re.ASCII)

PATTERN = "{STT}-{năm}/PĐK-{mã tỉnh}-{mã xã}-{năm}"
"""The default pattern of a reception number. Our proposal: Mẫu số 01 prints ``……-……. /PĐK- (Mã tỉnh) - (Mã xã) - (Năm)`` and
says no more."""
BLANKS = ("{STT}", "{năm}", "{mã tỉnh}", "{mã xã}")


@dataclass(frozen=True, kw_only=True)
class ProductCode:
    """A code taken apart; ``district`` only in codes of the older form."""

    province: str
    commune: str
    serial: int
    year: int
    district: str = ""

    def __str__(self) -> str:
        parts = (self.province, self.district, self.commune, str(self.serial), str(self.year))
        return "-".join(part for part in parts if part)


def read_code(text: str) -> ProductCode:
    """A code of either form; spaces around its dashes do not matter. ``Refused``: ``code.form``."""
    typed = re.sub(r"\s*[-\u2013]\s*", "-", text.strip())
    if match := _NEW.fullmatch(typed):
        province, commune, serial, year = match.groups()
        district = ""
    elif match := _OLD.fullmatch(typed):
        province, district, commune, serial, year = match.groups()
    else:
        raise Refused("code.form")
    if int(serial) == 0:
        raise Refused("code.form")
    return ProductCode(province=province, district=district, commune=commune, serial=int(serial), year=int(year))


def check_pattern(pattern: str) -> str:
    """A pattern of reception numbers. ``Refused``: ``code.pattern`` without ``{STT}`` and ``{năm}`` or with an unknown blank."""
    left = pattern
    for blank in BLANKS:
        left = left.replace(blank, "")
    if "{STT}" not in pattern or "{năm}" not in pattern or "{" in left or "}" in left or len(pattern) > 60:
        raise Refused("code.pattern")
    return pattern


def reception_no(pattern: str, serial: int, year: int, province: str, commune: str) -> str:
    """A reception number; serials below ten have a zero in front."""
    filled = pattern.replace("{STT}", f"{serial:02}").replace("{năm}", str(year))
    return filled.replace("{mã tỉnh}", province).replace("{mã xã}", commune)


def reception_serial(pattern: str, text: str, year: int) -> int | None:
    """The serial in a reception number of that year; ``None`` where it follows another pattern or year."""
    shape = re.escape(pattern).replace(re.escape("{STT}"), r"(\d+)", 1).replace(re.escape("{STT}"), r"\d+")
    shape = shape.replace(re.escape("{năm}"), str(year))
    for blank in BLANKS[2:]:
        shape = shape.replace(re.escape(blank), r"\d*")
    match = re.fullmatch(shape, text.strip())
    return int(match[1]) if match else None
