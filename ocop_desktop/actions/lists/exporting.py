"""Lists out: the province's list of 22 columns, the table PTNT_OCOP, producers; ``take_out`` writes these and every other table.

Columns A to V are those of a provincial list in use; they hold the representative and the telephone because that list asks
for them. Ethnicity, gender and home address are in no list. Every export stands in the journal.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ocop_desktop import legal
from ocop_desktop.actions import listing
from ocop_desktop.actions.lists import screens
from ocop_desktop.actions.lists.table import Cell, Made, Sheet, blocks, columns, written_by
from ocop_desktop.actions.lists.table import dated as _day
from ocop_desktop.actions.lists.writing import write
from ocop_desktop.actions.products import register
from ocop_desktop.domain.records import Record
from ocop_desktop.domain.text import sort_key
from ocop_desktop.errors import Refused
from ocop_desktop.storage import former_units, journal, records
from ocop_desktop.storage.db import Db

_KINDS_OF_PRODUCER = {
    "hop-tac-xa": "Hợp tác xã",
    "to-hop-tac": "Tổ hợp tác",
    "doanh-nghiep": "Doanh nghiệp",
    "trang-trai": "Trang trại",
    "ho-kinh-doanh": "Hộ kinh doanh",
    "ho-san-xuat": "Hộ sản xuất",
}
_MOST_NAME = 255


@dataclass(frozen=True, kw_only=True)
class Exported:
    """What was written, and what is to be said of it, in sentences."""

    file: Path
    rows: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Known:
    """The records a list is made of, read once."""

    products: dict[str, Record]
    producers: dict[str, Record]
    recognitions: dict[str, list[Record]]
    """By line: the first record of a product's history."""


def export(db: Db, kind: str, out: Path) -> Exported:
    """Write a list. ``kind``: one of ``LISTS``; the ending of ``out`` says whether it is .xlsx, .ods or .csv.

    ``Refused``: ``export.kind``, ``export.format``, ``export.unwritable``.
    """
    if kind not in LISTS:
        raise Refused("export.kind", kind=kind, kinds=", ".join(LISTS))
    return take_out(db, kind, LISTS[kind], out)


def take_out(db: Db, kind: str, make: Callable[[Db], Made], out: Path) -> Exported:
    """Write any table of the program: what every screen's export comes down to. Its kind and length stand in the journal.

    ``Refused``: ``export.format``, ``export.unwritable``; what ``make`` raises.
    """
    sheet, notes = make(db)
    write(replace(sheet, notes=notes), out)
    journal.write(db, "list.exported", kind=kind, rows=len(sheet.rows))
    return Exported(file=out, rows=len(sheet.rows), notes=notes)


def _read(db: Db) -> _Known:
    products = {each.id: each for each in records.of_type(db, "product")}
    found: dict[str, list[Record]] = {}
    for each in records.of_type(db, "recognition"):
        product = products.get(str(each.body.get("product") or ""))
        line = str(product.body.get("line") or product.id) if product else each.id
        found.setdefault(line, []).append(each)
    for own in found.values():
        own.sort(key=lambda each: str(each.body.get("decided_on") or ""))
    return _Known(products, {each.id: each for each in records.of_type(db, "producer")}, found)


def _producer(known: _Known, product: Record) -> Record | None:
    found = known.producers.get(str(product.body.get("producer") or ""))
    into = str(found.body.get("merged.into") or "") if found is not None else ""
    return known.producers.get(into, found) if into else found


def province_list(db: Db) -> Made:
    """The list of 22 columns: who, where, the stars of today, the first recognition and the last."""
    known = _read(db)
    standings = {row.product: row.standing for row in register.products(db)}
    found: list[tuple[tuple[str, str, str], tuple[Cell, ...]]] = []
    waiting = 0
    seen: set[str] = set()
    for product in sorted(known.products.values(), key=lambda each: each.id, reverse=True):
        line = str(product.body.get("line") or product.id)
        own = known.recognitions.get(line, [])
        claim = product.body.get("claim.stars")
        if line in seen or (not own and not claim):
            continue
        seen.add(line)
        latest = known.products.get(str(own[-1].body.get("product") or ""), product) if own else product
        producer = _producer(known, latest)
        body = producer.body if producer is not None else {}
        name = str(body.get("name") or (own[-1].body.get("producer_name") if own else "") or "")
        unit = former_units.name(db, latest.unit) if len(latest.unit) == 5 else str(latest.body.get("unit_then") or "")
        note = str(latest.body.get("note") or "")
        standing = standings.get(latest.id)
        stars: Cell = standing.stars or None if standing else None
        ends = standing.ends if standing else None
        first, second = _times(own)
        if not own:
            waiting += 1
            stars, ends = int(claim or 0), _day(product.body.get("claim.ends_on"))
            first = _claimed(product)
            note = f"{note}; theo danh sách đã nhập, chờ cấp công nhận ghi".lstrip("; ")
        cells: tuple[Cell, ...] = (
            str(latest.body.get("name") or ""),
            _group(latest),
            _KINDS_OF_PRODUCER.get(str(body.get("kind") or ""), ""),
            name,
            unit,
            str(body.get("address") or ""),
            str(body.get("representative") or ""),
            str(body.get("phone") or ""),
            stars,
            ends,
            *first,
            *second,
            note,
        )
        found.append(((sort_key(unit), sort_key(name), sort_key(str(cells[0]))), cells))
    found.sort(key=lambda each: each[0])
    rows = tuple((number, *cells) for number, (_key, cells) in enumerate(found, start=1))
    shared = blocks([f"{row[4]}\x00{row[5]}" if row[4] else "" for row in rows])
    same = tuple(
        (at, first, last)
        for at in (3, 4, 5, 6, 7, 8)
        for first, last in shared
        if len({rows[number][at] for number in range(first, last + 1)}) == 1 and rows[first][at]
    )
    time = (("Hạng", 8), ("Ngày", 12), ("Năm", 8), ("Số QĐ", 18), ("Cơ quan", 22))
    heads, widths = columns(
        ("TT", 6), ("Tên sản phẩm", 30), ("Nhóm", 22), ("Loại hình kinh doanh", 16), ("Chủ thể", 30),
        ("Xã/phường", 20), ("Địa chỉ", 28), ("Người đại diện", 20), ("Điện thoại", 14), ("Hạng sao hiện tại", 10),
        ("Ngày hết hạn", 12), *time, *time, ("Ghi chú", 26),
    )  # fmt: skip
    sheet = Sheet(
        title="DANH SÁCH SẢN PHẨM OCOP",
        lines=written_by(db),
        heads=heads,
        rows=rows,
        groups=(("Lần 1", 11, 15), ("Lần 2/nâng hạng", 16, 20)),
        merged=same,
        widths=widths,
    )
    notes = ["Danh sách có người đại diện và điện thoại của chủ thể theo mẫu. Chỉ gửi cho nơi cần."]
    if waiting:
        notes.append(f"{waiting} sản phẩm lấy hạng theo danh sách đã nhập, chưa có quyết định ghi trong chương trình.")
    return sheet, tuple(notes)


def _group(product: Record) -> str:
    code = str(product.body.get("set") or "")
    for each in legal.criteria_sets(legal.regimes()[-1].id):
        if each.code == code:
            return each.subgroup or each.group_name
    return str(product.body.get("claim.group") or "")


_Time = tuple[Cell, Cell, Cell, Cell, Cell]
_NONE: _Time = (None, None, None, None, None)


def _times(own: list[Record]) -> tuple[_Time, _Time]:
    """The first recognition, and the last where there were several."""
    if not own:
        return _NONE, _NONE
    return _time(own[0]), _time(own[-1]) if len(own) > 1 else _NONE


def _time(recognition: Record) -> _Time:
    body = recognition.body
    day = _day(body.get("decided_on"))
    stars = body.get("stars")
    return (
        stars if isinstance(stars, int) else None,
        day,
        day.year if day else None,
        str(body.get("decision_no") or ""),
        str(body.get("authority") or ""),
    )


def _claimed(product: Record) -> _Time:
    body = product.body
    year = body.get("claim.year")
    return (
        int(body.get("claim.stars") or 0) or None,
        _day(body.get("claim.decided_on")),
        year if isinstance(year, int) else None,
        str(body.get("claim.decision_no") or "") or None,
        str(body.get("claim.authority") or "") or None,
    )


def ptnt_ocop(db: Db) -> Made:
    """The table PTNT_OCOP of Quyết định 5277/QĐ-BNNMT, as far as its fields are known: products that stand today."""
    known = _read(db)
    rows: list[tuple[Cell, ...]] = []
    for each in sorted(register.products(db), key=lambda row: (row.unit, sort_key(row.name))):
        if not each.standing.stars:
            continue
        product = known.products.get(each.product)
        rows.append(
            (
                len(rows) + 1,
                product.unit if product else each.unit,
                None,
                None,
                each.name[:_MOST_NAME],
                f"{each.standing.stars}*",
                each.producer[:_MOST_NAME],
                None,
                None,
            )
        )
    heads, widths = columns(
        ("MA_OCOP", 10), ("Ma_DonViHanhChinh", 20), ("Ma_ThoiGian", 14), ("Ma_SanPham", 14), ("TenSanPham", 36),
        ("XepHang", 10), ("ChuTheSXKD", 36), ("DoanhThuNam", 14), ("TrangThai", 12),
    )  # fmt: skip
    notes = (
        "Tên và kiểu cột theo bản chép bảng PTNT_OCOP của Quyết định 5277/QĐ-BNNMT; chưa thấy bản gốc của quyết định.",
        "MA_OCOP là số thứ tự trong tệp này. Ma_DonViHanhChinh là mã xã theo Quyết định 19/2025/QĐ-TTg.",
        "Ma_ThoiGian, Ma_SanPham, TrangThai để trống vì chưa có danh mục mã; DoanhThuNam để trống vì chưa có số liệu.",
    )
    return Sheet(title="PTNT_OCOP", heads=heads, rows=tuple(rows), widths=widths, plain=True), notes


def producers(db: Db) -> Made:
    """The producers known here, without anything of a person."""
    known = _read(db)
    count: dict[str, int] = {}
    for product in known.products.values():
        owner = _producer(known, product)
        if owner is not None and not product.body.get("merged.into"):
            count[owner.id] = count.get(owner.id, 0) + 1
    living = [each for each in known.producers.values() if not each.body.get("merged.into")]
    living.sort(key=lambda each: (each.unit, sort_key(str(each.body.get("name") or ""))))
    rows = tuple(
        (
            number,
            str(each.body.get("name") or ""),
            _KINDS_OF_PRODUCER.get(str(each.body.get("kind") or ""), ""),
            former_units.name(db, each.unit),
            str(each.body.get("address") or ""),
            count.get(each.id, 0),
        )
        for number, each in enumerate(living, start=1)
    )
    heads, widths = columns(
        ("TT", 6), ("Tên chủ thể", 40), ("Loại hình", 16), ("Xã/phường", 22), ("Địa chỉ", 36), ("Số sản phẩm", 12)
    )
    return Sheet(title="DANH SÁCH CHỦ THỂ", lines=written_by(db), heads=heads, rows=rows, widths=widths), ()


def dossiers(db: Db) -> Made:
    """Every dossier, in the order of the list."""
    return screens.dossiers(db, listing.Query())


LISTS: dict[str, Callable[[Db], Made]] = {
    "products": province_list,
    "ptnt-ocop": ptnt_ocop,
    "producers": producers,
    "dossiers": dossiers,
    "deadlines": screens.deadlines,
    "register": screens.outgoing,
}
"""What can be exported, by the name the terminal and the window use."""
