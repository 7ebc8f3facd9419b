"""The main job from end to end, with nothing but this machine: dossier, report, province, receipt.

Every part is the real one: the encrypted database, the printed PDF, the server on the loopback address, the signed
receipt. Only the people are made up.
"""

import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from ocop_desktop import legal
from ocop_desktop.actions import documents, dossiers, exchange, office, sample
from ocop_desktop.storage import vault
from ocop_desktop.storage.db import run
from ocop_desktop.storage.durable import write_file


@dataclass(frozen=True, kw_only=True)
class Demonstration:
    """What the demonstration made and measured. ``seconds`` is the whole run; paths are absolute."""

    report_pdf: str
    receipt_pdf: str
    missing_pdf: str
    database: str
    server_database: str
    passphrase: str
    dossier: str
    product: str
    unit: str
    due_on: str
    missing_at_reception: int
    records_sent: int
    files_sent: int
    bytes_sent: int
    conflicts: int
    rejected: int
    digest_equal: bool
    receipt_at: str
    seconds: float

    def as_dict(self) -> dict[str, object]:
        """The JSON object of ``demo --json``."""
        return asdict(self)


def demonstrate(out: Path, say: Callable[[str], None]) -> Demonstration:
    """Do the main job in ``out``; an earlier demonstration there is replaced. Errors are those of the actions."""
    # Only here: the province's server is an extra of the installation, the rest of the program does not need it.
    from ocop_desktop.server import accounts
    from ocop_desktop.server.service import Service
    from ocop_desktop.server.serving import running
    from ocop_desktop.server.settings import Settings

    began = time.perf_counter()
    out = out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    path, server_data = out / "ocop-demo.db", out / "province-server"
    sample.fresh(path)
    shutil.rmtree(server_data, ignore_errors=True)

    taken = sample.sample()
    unit = legal.commune(taken.unit)
    assert unit is not None
    office.create_office(path, taken.set_up())
    key = office.unlock(path, sample.PASSPHRASE)
    vault.add_device(path, key)
    say(f"1. Mở sổ mới cho {unit.full}: cơ sở dữ liệu mã hóa, khóa khôi phục đã tạo, chưa cần mạng.")

    db = office.open_writer(path, key)
    try:
        now = sample.clock_in_force()
        db.clock = lambda: now
        received = sample.receive(db, taken)
        page = dossiers.open_dossier(db, received.dossier)
        missing_pdf = _save(out, documents.missing_sheet(db, received.dossier))
        say(
            f"2. Nhận hồ sơ {page.values['product.name']} của {page.values['producer.name']}; "
            f"hạn 15 ngày làm việc: {page.due_on:%d/%m/%Y}. Còn thiếu {received.missing} mục, đã in phiếu cho chủ thể."
        )
        attached = sample.check(db, taken, received.dossier)
        say(f"3. Kiểm tra thành phần: {attached} tệp minh chứng được gắn, băm và mã hóa.")
        sample.assess(db, taken, received.dossier)
        say("4. Đánh giá bốn nội dung về nguồn gốc địa phương.")
        run(db, lambda db: dossiers.seal(db, received.dossier))
        report_pdf = _save(out, documents.report(db, received.dossier))
        say(f"5. Chốt và in Mẫu số 03: {report_pdf}")
        run(db, lambda db: dossiers.hand_over(db, received.dossier))
        say("6. Gửi tỉnh: hồ sơ xếp hàng chờ, vẫn chưa cần mạng.")

        settings = Settings(data=server_data, province=unit.province, province_name=unit.province_name)
        service = Service(settings)
        try:
            code = service.store.write(
                lambda connection: accounts.new_code(
                    connection, service.identity, service.settings, (unit.code,), unit.name, 1
                )
            )
        finally:
            service.close()
        with running(settings) as address:
            say(f"7. Máy chủ tỉnh chạy tại {address}; mã ghi danh {code}.")
            exchange.enrol(office.runner(db), address, code, "Máy xã (tập dùng)")
            summary = exchange.synchronise(office.runner(db), lambda _: None, threading.Event())
        say(
            f"8. Đồng bộ: gửi {summary.sent} bản ghi, {summary.files} tệp; "
            f"hai bên {'giống hệt nhau' if summary.digest_equal else 'CHƯA khớp'}."
        )
        page = dossiers.open_dossier(db, received.dossier)
        receipt_pdf = _save(out, documents.receipt(db, received.dossier))
        say(f"9. Biên nhận của tỉnh: {receipt_pdf}. Máy chủ đã dừng.")
    finally:
        db.close()
    return Demonstration(
        report_pdf=str(report_pdf),
        receipt_pdf=str(receipt_pdf),
        missing_pdf=str(missing_pdf),
        database=str(path),
        server_database=str(server_data / "server.db"),
        passphrase=sample.PASSPHRASE,
        dossier=received.dossier,
        product=str(page.values["product.name"]),
        unit=unit.code,
        due_on=page.due_on.isoformat() if page.due_on else "",
        missing_at_reception=received.missing,
        records_sent=summary.sent,
        files_sent=summary.files,
        bytes_sent=summary.bytes,
        conflicts=summary.conflicts,
        rejected=summary.rejected,
        digest_equal=summary.digest_equal,
        receipt_at=page.sync.at or "",
        seconds=round(time.perf_counter() - began, 3),
    )


def _save(out: Path, paper: documents.Paper) -> Path:
    write_file(out / paper.name, paper.data)
    return out / paper.name
