"""An office, a dossier, a complete dossier: real databases, made once and copied; only clock, officer and words are made up.

Argon2 costs about 0.2 s a time and the schema some 50 statements; tests that are not about either copy a template.
"""

import atexit
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import TypeVar

from ocop_desktop.actions import dossiers, evidence, office
from ocop_desktop.domain.forms import Values
from ocop_desktop.storage import vault
from ocop_desktop.storage.db import Db, run

T = TypeVar("T")
PASSPHRASE = "chè Shan tuyết năm nay"
UNIT = "02545"  # xã Tân Trào, tỉnh Tuyên Quang
OFFICER = "Hoàng Thị Mai"
NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)  # Monday, noon in Vietnam
PDF = b"%PDF-1.7\n%" + bytes(range(128, 160)) + b"\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"

_template: tuple[Path, bytes, str] | None = None


def template() -> tuple[Path, bytes, str]:
    """The database of a new office, its key and its recovery key; made once in a process."""
    global _template
    if _template is None:
        folder = mkdtemp(prefix="ocop-template-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        path = Path(folder) / "ocop.db"
        recovery = office.create_office(path, set_up())
        _template = path, office.unlock(path, PASSPHRASE), recovery
    return _template


def set_up(**changes: str) -> office.SetUp:
    """The answers of the first run."""
    answers = {"level": "commune", "unit": UNIT, "officer": OFFICER, "passphrase": PASSPHRASE}
    return office.SetUp(**{**answers, "signer_name": "Nguyễn Văn Thắng", **changes})


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Let time pass: ``minutes=11``."""
        self.now += timedelta(**by)


@dataclass
class Office:
    """An office on the disk with its writing connection open."""

    path: Path
    key: bytes
    recovery: str
    db: Db
    clock: Clock

    def do(self, action: Callable[..., T], *arguments: object, **named: object) -> T:
        """One action in one unit."""
        return run(self.db, lambda db: action(db, *arguments, **named))

    def reader(self) -> Db:
        """A reading connection; the caller closes it."""
        return office.open_reader(self.path, self.key)

    def again(self) -> None:
        """Close and open again, as the next morning."""
        self.db.close()
        self.db = _opened(self.path, self.key, self.clock)

    def close(self) -> None:
        """Close the writing connection."""
        self.db.close()


def _opened(path: Path, key: bytes, clock: Clock) -> Db:
    db = office.open_writer(path, key)
    db.clock = clock
    return db


def an_office(folder: Path) -> Office:
    """A copy of the template in a folder."""
    source, key, recovery = template()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "ocop.db"
    shutil.copy2(source, path)
    shutil.copy2(vault.vault_file(source), vault.vault_file(path))
    clock = Clock()
    return Office(path, key, recovery, _opened(path, key, clock), clock)


def words(**changes: object) -> Values:
    """What an officer types at reception; ``producer__name`` stands for ``producer.name``."""
    typed: dict[str, object] = {
        "producer.name": "Hợp tác xã Sơn Trà",
        "producer.kind": "hop-tac-xa",
        "producer.address": "Thôn Tân Lập, xã Tân Trào, tỉnh Tuyên Quang",
        "producer.phone": "0912 000 111",
        "producer.representative": "Bàn Thị Sen",
        "producer.gender": "nu",
        "producer.ethnicity": "Dao",
        "producer.home_address": "Thôn Tân Lập, xã Tân Trào",
        "producer.position": "Giám đốc",
        "product.name": "Chè Shan tuyết Tân Trào",
        "product.set": "che-tuoi-che-che-bien",
        "product.classification": "Thực phẩm / Chè / Chè tươi, chế biến",
        "dossier.received_on": "2026-11-09",
        "dossier.receiver": OFFICER,
        "dossier.reception_no": "01-2026/PĐK-08-02545-2026",
        "dossier.samples": 5,
    }
    typed |= {key.replace("__", "."): value for key, value in changes.items()}
    return {key: value for key, value in typed.items() if value is not None}  # type: ignore[misc]


def a_dossier(db: Db, producer: str | None = None, **changes: object) -> str:
    """A dossier as it comes over the counter."""
    created = run(db, lambda db: dossiers.receive(db, words(**changes), producer)).created
    assert created is not None
    return created


MATTERS: Values = {
    "dossier.matter.nguyen_lieu.described": "Thu mua búp chè của 46 hộ trong xã.",
    "dossier.matter.nguyen_lieu.found": "Đối chiếu sổ cân: toàn bộ nguyên liệu trồng tại xã.",
    "dossier.matter.lao_dong.described": "24 lao động, 19 người của xã.",
    "dossier.matter.lao_dong.found": "Đúng với cơ sở dữ liệu cư trú của xã.",
    "dossier.matter.y_tuong.found": "Sản phẩm truyền thống của đồng bào Dao.",
    "dossier.matter.ban_sac.found": "Hái sáng sớm, sao bằng chảo gang.",
    "dossier.workers_total": 24,
    "dossier.workers_local": 19,
}


def complete(db: Db, dossier: str) -> str:
    """Bring everything a dossier needs to be sealed."""
    there = {file.row for file in dossiers.open_dossier(db, dossier).evidence}
    for row in sorted({"mau-01", "mau-02", "01"} - there):
        run(db, lambda db, row=row: evidence.attach(db, dossier, row, f"giấy {row}.pdf", PDF + row.encode()))  # type: ignore[misc]
    decided: Values = {f"dossier.evidence.{row:02}": "not_applicable" for row in range(2, 16)}
    rest: Values = {**decided, **MATTERS, "dossier.paper_set": True, "dossier.electronic_set": True}
    run(db, lambda db: dossiers.save_draft(db, dossier, rest, {}))
    return dossier


def a_complete_dossier(db: Db, **changes: object) -> str:
    """A dossier that may be sealed."""
    return complete(db, a_dossier(db, **changes))
