"""An office with many dossiers, for the benchmarks: made once for each size and kept in the temporary folder.

The bulk path: one transaction; records, outbox and list rows are written as ``storage`` writes them (the same columns,
keys and sort texts), but the row is computed from what is known here instead of being read back from its records, and
the search index is built once at the end. All but the last ``WAITING`` dossiers have been confirmed by the province.
"""

import hashlib
import json
import random
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from ocop_desktop import legal
from ocop_desktop.actions import office, sample
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import fold, sort_key
from ocop_desktop.storage import migrations
from ocop_desktop.storage.db import Db, Key, unit

MANY = 100_000
WAITING = 40
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)

_WHAT = (
    "Chè Shan tuyết", "Mật ong bạc hà", "Gạo nếp cái hoa vàng", "Rượu ngô men lá", "Bưởi đường", "Miến dong", "Cam sành",
    "Tinh dầu sả chanh", "Thịt trâu gác bếp", "Lạp sườn hun khói", "Măng khô", "Nấm hương", "Tương bần", "Bánh gai",
    "Nước mắm cốt", "Cà phê rang xay", "Hạt điều rang muối", "Đường thốt nốt", "Thổ cẩm", "Gốm men lam",
)  # fmt: skip
_WHERE = (
    "Tân Trào", "Hồng Thái", "Minh Thanh", "Xuân Vân", "Hợp Thành", "Tân Lập", "Phú Lương", "Đông Thọ", "Kim Bình",
    "Sơn Dương", "Yên Nguyên", "Hùng Đức", "Thái Hòa", "Bình Xa", "Nhữ Khê", "Đội Bình", "Trung Hà", "Linh Phú",
)  # fmt: skip
_WHO = ("Hợp tác xã", "Tổ hợp tác", "Hộ kinh doanh", "Công ty TNHH", "Cơ sở sản xuất", "Trang trại")
_KINDS = ("hop-tac-xa", "to-hop-tac", "ho-kinh-doanh", "doanh-nghiep", "ho-san-xuat", "trang-trai")
_FIRST = ("Sơn", "Hà", "Lan", "Đức", "Mai", "Thắng", "Ngọc", "Ánh", "Ý", "Yến", "Ước", "Ơn", "Ân", "Ẩn")
_STAGES = ("checking", "assessing", "waiting", "sealed", "handed_over", "at_province", "at_province", "at_province")
_TEXT = (
    "Nguyên liệu thu hái từ vùng trồng của các thành viên trên địa bàn xã, có nhật ký sản xuất và hợp đồng liên kết; "
    "người lao động phần lớn là đồng bào tại chỗ, được tập huấn an toàn thực phẩm hằng năm. "
)


def full_office(dossiers: int = MANY) -> tuple[Path, Key]:
    """The database of an office with so many dossiers, and its key."""
    schema = hashlib.sha256(Path(migrations.__file__).read_bytes()).hexdigest()[:8]
    path = Path(tempfile.gettempdir()) / "ocop-desktop-bench" / f"office-{dossiers}-{schema}" / "ocop.db"
    done = path.with_suffix(".done")
    if not done.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        sample.fresh(path)
        office.create_office(path, sample.sample().set_up())
        db = office.open_writer(path, office.unlock(path, sample.PASSPHRASE))
        try:
            with unit(db):
                fill(db, dossiers)
            db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            db.close()
        done.touch()
    return path, office.unlock(path, sample.PASSPHRASE)


def fill(db: Db, dossiers: int) -> None:
    """Write so many dossiers, each with its product, on a third as many producers, inside the caller's unit."""
    dice = random.Random(26)
    sets = legal.criteria_sets(legal.regimes()[-1].id)
    producers = [_producer(db, dice, number) for number in range(max(1, dossiers // 3))]
    records, rows, ops = [], [], []
    for number in range(dossiers):
        producer, producer_name, address = producers[number % len(producers)]
        chosen = dice.choice(sets)
        confirmed = number < dossiers - WAITING
        name = f"{dice.choice(_WHAT)} {dice.choice(_WHERE)} số {number % 997}"
        received = date(2026, 1, 5) + timedelta(days=dice.randrange(330))
        product, dossier = db.new_id(), db.new_id()
        stage = dice.choice(_STAGES) if confirmed else "checking"
        at = (NOW - timedelta(minutes=dossiers - number)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        of_product: Values = {"name": name, "set": chosen.code, "description": _TEXT, "producer": producer}
        of_dossier: Values = {
            "kind": "lan-dau",
            "year": 2026,
            "regime": legal.regimes()[-1].id,
            "received_on": received.isoformat(),
            "reception_no": f"{number:06d}-2026",
            "matter.nguyen_lieu.described": _TEXT,
            "matter.nguyen_lieu.found": _TEXT,
            "state": {"waiting": "waiting", "sealed": "sealed"}.get(
                stage, "handed_over" if stage in {"handed_over", "at_province"} else "open"
            ),
            "producer": producer,
            "product": product,
        }
        for record, type_, body, parent in (
            (product, "product", of_product, producer),
            (dossier, "dossier", of_dossier, product),
        ):
            text = json.dumps(body, ensure_ascii=False)
            records.append((record, type_, "02545", None, text, int(confirmed), 0, at, at, at if confirmed else None))
            if not confirmed:
                ops.append((db.new_id(), record, type_, "02545", "create", text, "{}", parent, db.officer, at, 0))
        rows.append(
            (
                dossier, name, producer_name, chosen.no, chosen.name, stage, (received + timedelta(days=21)).isoformat(),
                dice.randrange(20), "at_province" if confirmed else "never", at if confirmed else None, 0, 0,
                int(confirmed), db.officer, at, fold(f"{name} {producer_name} {of_dossier['reception_no']} {address}"),
                sort_key(name), sort_key(producer_name),
            )
        )  # fmt: skip
    _insert(db, "record", "id, type, unit, dossier, body, rev, deleted, created, updated, synced", records)
    _insert(db, "outbox", "op, record, type, unit, kind, fields, expect, parent, officer, at, rev", ops)
    _insert(
        db,
        "dossier_row",
        "id, product, producer, set_no, set_name, stage, due, missing, sync, sync_at, files, files_done, revision, "
        "officer, updated, search, sort_product, sort_producer",
        rows,
    )


def _producer(db: Db, dice: random.Random, number: int) -> tuple[str, str, str]:
    which = dice.randrange(len(_WHO))
    name = f"{_WHO[which]} {dice.choice(_FIRST)} {dice.choice(_FIRST)} {number}"
    address = f"Thôn {number % 40}, xã {dice.choice(_WHERE)}, tỉnh Tuyên Quang"
    body = {
        "name": name,
        "kind": _KINDS[which],
        "address": address,
        "representative": f"Hoàng Thị {dice.choice(_FIRST)}",
    }
    record, at = db.new_id(), "2026-01-01T00:00:00.000Z"
    text = json.dumps(body, ensure_ascii=False)
    _insert(
        db,
        "record",
        "id, type, unit, dossier, body, rev, deleted, created, updated, synced",
        [(record, "producer", "02545", None, text, 1, 0, at, at, at)],
    )
    _insert(
        db,
        "producer_row",
        "id, name, kind, address, search",
        [(record, name, _KINDS[which], address, fold(name))],
    )
    return record, name, address


def _insert(db: Db, table: str, columns: str, rows: list[tuple[object, ...]]) -> None:
    marks = ", ".join("?" * (columns.count(",") + 1))
    db.conn.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
