"""The columns of a list: what each value is called, how offices head it, and which heading means which value."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ocop_desktop.domain.text import fold

Kind = Literal["products", "producers", "dossiers"]
KINDS: tuple[Kind, ...] = ("products", "producers", "dossiers")


@dataclass(frozen=True, kw_only=True)
class Target:
    """A value that a column may fill. ``label``: what people call it; ``heads``: folded headings that mean it."""

    key: str
    label: str
    heads: tuple[str, ...]
    kinds: tuple[Kind, ...] = KINDS


_P: tuple[Kind, ...] = ("products",)
_PD: tuple[Kind, ...] = ("products", "dossiers")

TARGETS: tuple[Target, ...] = (
    Target(
        key="product.name",
        label="Tên sản phẩm",
        heads=("ten san pham", "ten san pham ocop", "san pham", "product_name", "ten sp", "san pham ocop", "sp", "ten san pham/dich vu", "ten san pham dang ky"),
        kinds=_PD,
    ),
    Target(
        key="producer.name",
        label="Tên chủ thể",
        heads=("ten chu the", "chu the", "producer_name", "ten chu the san xuat", "ten don vi", "chu the san xuat", "don vi", "don vi san xuat", "co so san xuat", "ten co so", "ten co so san xuat", "chu the ocop", "ten to chuc, ca nhan", "chu the dang ky", "chu the san xuat kinh doanh", "don vi/ca nhan", "chuthesxkd", "chu the san xuat/kinh doanh", "chu the tham gia", "ten chu the tham gia", "ten chu the ocop"),
    ),
    Target(
        key="producer.kind",
        label="Loại hình chủ thể",
        heads=("loai hinh", "producer_type", "loai hinh to chuc", "loai hinh kinh doanh", "loai hinh chu the", "loai chu the", "hinh thuc to chuc", "loai hinh to chuc kinh te"),
    ),
    Target(
        key="product.set",
        label="Bộ sản phẩm",
        heads=("bo san pham", "bo", "product_set_inferred", "so bo", "bo tieu chi", "bo sp"),
        kinds=_PD,
    ),
    Target(
        key="product.group",
        label="Nhóm, ngành (như trong danh sách)",
        heads=("nhom", "nhom san pham", "nganh", "nganh hang", "nganh/nhom", "product_group_published", "nganh, nhom", "phan nhom", "nhom/nganh", "nhom sp"),
        kinds=_P,
    ),
    Target(
        key="unit.commune",
        label="Xã, phường",
        heads=("xa", "xa/phuong", "xa, phuong", "xa phuong", "commune", "xa/phuong/thi tran", "xa, phuong, thi tran", "phuong/xa", "ten xa", "don vi hanh chinh", "xa/phuong/dac khu"),
    ),
    Target(
        key="unit.district",
        label="Huyện cũ",
        heads=("huyen", "district", "quan/huyen", "huyen/thanh pho", "huyen, thanh pho", "huyen/thi xa/thanh pho", "huyen/tp", "dia ban", "dia phuong", "huyen cu"),
    ),
    Target(key="unit.province", label="Tỉnh", heads=("tinh", "province_2025", "tinh/thanh pho", "tinh, thanh pho", "tinh/tp")),
    Target(key="unit.province_then", label="Tỉnh (trước 01/7/2025)", heads=("province", "tinh cu")),
    Target(
        key="producer.address",
        label="Địa chỉ",
        heads=("dia chi", "dia chi chu the", "dia chi san xuat", "dia diem", "dia chi co so", "noi san xuat", "tru so", "dia chi tru so", "dia diem san xuat"),
    ),
    Target(
        key="producer.phone",
        label="Điện thoại",
        heads=("dien thoai", "so dien thoai", "sdt", "dt", "so dt", "dien thoai lien he", "lien he", "so dien thoai lien he", "tel"),
    ),
    Target(key="producer.email", label="Thư điện tử", heads=("email", "e-mail", "thu dien tu", "dia chi email")),
    Target(
        key="producer.representative",
        label="Người đại diện",
        heads=("nguoi dai dien", "dai dien phap luat", "nguoi dai dien phap luat", "dai dien", "ho ten nguoi dai dien", "ho va ten nguoi dai dien", "chu co so", "giam doc"),
    ),
    Target(
        key="producer.registration_no",
        label="Số đăng ký kinh doanh",
        heads=("so dang ky kinh doanh", "ma so thue", "mst", "so gcn dkkd", "so dkkd", "ma so doanh nghiep", "giay dang ky kinh doanh"),
    ),
    Target(
        key="one.stars",
        label="Hạng sao",
        heads=("hang sao", "stars", "sao", "hang", "so sao", "xep hang", "phan hang", "ket qua", "hang san pham", "ket qua phan hang", "hang sao dat", "xep hang sao", "ket qua xep hang", "muc phan hang", "phan hang sao", "dat hang", "xephang", "hang (sao)", "lan 1 hang", "lan 1 hang sao", "lan dau hang", "cong nhan lan dau hang", "cong nhan lan dau hang sao"),
        kinds=_P,
    ),
    Target(
        key="one.decision_no",
        label="Số quyết định công nhận",
        heads=("so quyet dinh", "decision_no", "quyet dinh", "so qd", "quyet dinh cong nhan", "so quyet dinh cong nhan", "qd cong nhan", "quyet dinh so", "so, ngay quyet dinh", "so/ngay quyet dinh", "lan 1 so qd", "lan 1 so quyet dinh", "cong nhan lan dau so quyet dinh"),
        kinds=_P,
    ),
    Target(
        key="one.decided_on",
        label="Ngày quyết định",
        heads=("ngay quyet dinh", "event_date", "ngay qd", "ngay cong nhan", "ngay ky", "ngay ban hanh", "thoi gian cong nhan", "ngay cap", "ngay, thang quyet dinh", "lan 1 ngay", "lan 1 ngay quyet dinh", "cong nhan lan dau ngay", "cong nhan lan dau ngay quyet dinh"),
        kinds=_P,
    ),
    Target(key="one.day_kind", label="Loại ngày (nếu có)", heads=("event_date_kind",), kinds=_P),
    Target(
        key="one.authority",
        label="Cơ quan công nhận",
        heads=("co quan", "co quan cong nhan", "co quan ban hanh", "co quan quyet dinh", "cap cong nhan", "cap quyet dinh", "lan 1 co quan", "cong nhan lan dau co quan"),
        kinds=_P,
    ),
    Target(
        key="one.year",
        label="Năm công nhận",
        heads=("nam", "year", "nam cong nhan", "nam danh gia", "nam danh gia, phan hang", "dot", "lan 1 nam", "cong nhan lan dau nam"),
        kinds=_P,
    ),
    Target(
        key="one.ends_on",
        label="Ngày hết hạn",
        heads=("ngay het han", "het han", "thoi han", "co gia tri den", "hieu luc den", "ngay het hieu luc", "thoi han den", "han"),
        kinds=_P,
    ),
    Target(key="one.total", label="Điểm hội đồng", heads=("diem", "score", "tong diem", "so diem", "diem so", "diem danh gia"), kinds=_P),
    Target(key="one.status", label="Tình trạng", heads=("status", "tinh trang", "trang thai", "tinh trang cong nhan"), kinds=_P),
    Target(key="one.certificate_no", label="Số giấy chứng nhận", heads=("so giay chung nhan", "giay chung nhan", "so gcn"), kinds=_P),
    Target(key="now.stars", label="Hạng sao hiện tại", heads=("hang sao hien tai", "hang hien tai", "sao hien tai", "xep hang hien tai"), kinds=_P),
    Target(key="two.stars", label="Lần 2: hạng sao", heads=("lan 2/nang hang hang sao", "lan 2 hang", "lan 2 hang sao", "lan 2/nang hang hang", "nang hang hang", "cong nhan lai hang", "cong nhan lai hang sao"), kinds=_P),
    Target(key="two.decision_no", label="Lần 2: số quyết định", heads=("lan 2/nang hang so quyet dinh", "lan 2 so qd", "lan 2 so quyet dinh", "lan 2/nang hang so qd", "cong nhan lai so quyet dinh"), kinds=_P),
    Target(key="two.decided_on", label="Lần 2: ngày quyết định", heads=("lan 2/nang hang ngay quyet dinh", "lan 2 ngay", "lan 2 ngay quyet dinh", "lan 2/nang hang ngay", "cong nhan lai ngay quyet dinh"), kinds=_P),
    Target(key="two.authority", label="Lần 2: cơ quan công nhận", heads=("lan 2/nang hang co quan", "lan 2 co quan", "cong nhan lai co quan"), kinds=_P),
    Target(key="two.year", label="Lần 2: năm", heads=("lan 2/nang hang nam", "lan 2 nam", "cong nhan lai nam"), kinds=_P),
    Target(key="product.code", label="Mã sản phẩm", heads=("ma san pham", "ma so san pham", "ma ocop", "ma sp", "ma so"), kinds=_P),
    Target(key="dossier.received_on", label="Ngày nhận hồ sơ", heads=("ngay nhan", "received_on", "ngay nhan ho so", "ngay tiep nhan"), kinds=("dossiers",)),
    Target(key="dossier.year", label="Năm", heads=("nam", "year", "nam danh gia"), kinds=("dossiers",)),
    Target(key="dossier.note", label="Ghi chú", heads=("ghi chu", "note"), kinds=("dossiers",)),
    Target(key="product.note", label="Ghi chú", heads=("ghi chu", "note"), kinds=_P),
)  # fmt: skip
ROW_NUMBER = frozenset({"stt", "tt", "so tt", "so thu tu", "no", "id", "#"})
"""Headings of a column that only counts the rows."""

_NEEDED: Mapping[Kind, frozenset[str]] = {
    "products": frozenset({"product.name"}),
    "producers": frozenset({"producer.name"}),
    "dossiers": frozenset({"product.name", "producer.name"}),
}


def needed(kind: Kind) -> frozenset[str]:
    """The values of which a list of that kind has at least one."""
    return _NEEDED[kind]


def targets(kind: Kind) -> tuple[Target, ...]:
    """What a column of a list of that kind may fill, in the order people choose from."""
    return tuple(each for each in TARGETS if kind in each.kinds)


def plain_head(text: str) -> str:
    """A heading as it is compared: no accents, no stars, colons or brackets that mark a required column."""
    return fold(text.replace("\n", " ")).strip(" *:.()")


def guess(heads: Sequence[Sequence[str]], kind: Kind) -> tuple[str, ...]:
    """For each column the key of the value it fills, or an empty text. ``heads``: the lines of its heading, top first.

    A column's whole heading counts before its last line, that before its first; no value is filled twice.
    """
    known = {head: each.key for each in targets(kind) for head in each.heads}
    found: dict[int, str] = {}
    readings: tuple[tuple[str, ...], ...] = tuple(
        (
            whole := plain_head(" ".join(lines)),
            plain_head(lines[-1]) if lines else "",
            plain_head(lines[0]) if len(lines) == 1 else "",
            whole.split("(")[0].strip(" *:."),
        )
        for lines in heads
    )
    for attempt in range(4):
        for at, reading in enumerate(readings):
            key = known.get(reading[attempt], "")
            if key and at not in found and key not in found.values():
                found[at] = key
    return tuple(found.get(at, "") for at in range(len(heads)))


def fingerprint(heads: Sequence[Sequence[str]], kind: Kind) -> str:
    """What names a layout of columns: the same headings in the same order have the same one."""
    words = "\x1f".join("\x1e".join(plain_head(line) for line in lines) for lines in heads)
    return hashlib.sha256(f"{kind}\x1d{words}".encode()).hexdigest()[:24]
