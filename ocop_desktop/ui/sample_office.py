"""A filled office for the pictures of the screens: made by the same actions an officer uses, on invented people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

from ocop_desktop.actions import dossiers, exchange, office, sample
from ocop_desktop.actions.sample import Sample
from ocop_desktop.domain.forms import Values
from ocop_desktop.storage.db import Db, run

NOW = datetime.fromisoformat("2026-11-21T10:42:00+07:00")
"""The moment on the pictures."""


@dataclass(frozen=True)
class Case:
    """One invented dossier: what it is, how many days ago it came, how far it is."""

    product: str
    producer: str
    kind: str
    set: str
    days_ago: int
    stage: str


CASES = (
    Case(
        "Mật ong bạc hà Minh Thanh",
        "Tổ hợp tác nuôi ong Minh Thanh",
        "to-hop-tac",
        "mat-ong-nong-san-khac",
        18,
        "waiting",
    ),
    Case("Gạo nếp Tân Trào", "Hợp tác xã Tân Trào", "hop-tac-xa", "gao-ngu-coc-hat-so-che", 20, "assessing"),
    Case("Rượu ngô men lá", "Hộ kinh doanh Triệu Văn Páo", "ho-kinh-doanh", "ruou-trang", 15, "sealed"),
    Case("Bưởi Xuân Vân", "Hợp tác xã Xuân Vân", "hop-tac-xa", "rau-cu-qua-hat-tuoi", 24, "handed_over"),
    Case("Miến dong Hợp Thành", "Cơ sở sản xuất Hợp Thành", "ho-kinh-doanh", "che-bien-gao-ngu-coc", 9, "checking"),
    Case(
        "Du lịch cộng đồng Tân Lập",
        "Ban quản lý điểm du lịch Tân Lập",
        "trung-tam-dieu-hanh",
        "du-lich-cong-dong",
        6,
        "checking",
    ),
    Case("Cam sành Tân Trào", "Hợp tác xã Cam sành", "hop-tac-xa", "rau-cu-qua-hat-tuoi", 3, "checking"),
    Case("Tinh dầu sả", "Hợp tác xã Dược liệu", "hop-tac-xa", "tinh-dau-duoc-lieu-khac", 2, "checking"),
    Case("Thịt trâu khô", "Công ty TNHH Vùng Cao", "doanh-nghiep", "che-bien-thit-thuy-san-trung-sua", 1, "checking"),
)


def create(database: Path) -> str:
    """Set up the office of the sample; gives its passphrase."""
    office.create_office(database, sample.sample().set_up())
    return sample.PASSPHRASE


def fill(db: Db) -> str:
    """Receive dossiers at every stage; gives the id of the one whose pages are drawn."""
    taken = sample.sample()
    for case in CASES:
        _dossier(db, taken, case)
    at(db, NOW - timedelta(days=19))
    main = sample.receive(db, taken).dossier
    at(db, NOW - timedelta(minutes=6))
    sample.check(db, taken, main)
    sample.assess(db, taken, main)
    half: Values = {
        "dossier.matter.ban_sac.found": None,
        "dossier.matter.y_tuong.found": None,
        "dossier.evidence.12": "missing",
    }
    run(db, lambda db: dossiers.save_draft(db, main, half, {}))
    at(db, NOW)
    return main


def at(db: Db, moment: datetime) -> None:
    """Set the clock of a connection."""
    db.clock = lambda: moment


def _dossier(db: Db, taken: Sample, case: Case) -> None:
    at(db, NOW - timedelta(days=case.days_ago))
    values: Values = {
        "product.name": case.product,
        "product.set": case.set,
        "producer.name": case.producer,
        "producer.kind": case.kind,
        "dossier.received_on": (NOW - timedelta(days=case.days_ago)).date().isoformat(),
    }
    if case.stage in {"sealed", "handed_over"}:
        values = {**taken.values, **values}
    dossier = run(db, lambda db: dossiers.receive(db, values)).created
    assert dossier is not None
    if case.stage in {"assessing", "sealed", "handed_over"}:
        sample.check(db, taken, dossier)
    if case.stage in {"sealed", "handed_over"}:
        sample.assess(db, taken, dossier)
        run(db, lambda db: dossiers.seal(db, dossier))
    if case.stage == "handed_over":
        run(db, lambda db: dossiers.hand_over(db, dossier))
    if case.stage == "waiting":
        run(db, lambda db: dossiers.pause(db, dossier, "Phiếu kiểm nghiệm hết hạn 12/10"))


@contextmanager
def province(folder: Path, unit: str, unit_name: str) -> Iterator[tuple[str, Callable[[], str]]]:
    """A province's server on this machine, for the time of the pictures: its address, and a way to get a code.

    ``ImportError`` when the program was installed without its server part.
    """
    from ocop_desktop import legal
    from ocop_desktop.server import accounts
    from ocop_desktop.server.service import Service
    from ocop_desktop.server.serving import running
    from ocop_desktop.server.settings import Settings

    commune = legal.commune(unit)
    assert commune is not None
    settings = Settings(data=folder, province=commune.province, province_name=commune.province_name)

    def code() -> str:
        service = Service(settings)
        try:
            made: str = service.store.write(
                lambda connection: accounts.new_code(
                    connection, service.identity, service.settings, (unit,), unit_name, 1
                )
            )
            return made
        finally:
            service.close()

    first = code()
    with running(settings) as address:
        yield address, lambda: first


def exchange_once(db: Db, address: str, code: str) -> None:
    """Make the sample office known to the province and do one round."""
    exchange.enrol(lambda action: run(db, action), address, code, "Máy văn phòng xã")
    exchange.synchronise(lambda action: run(db, action), lambda _progress: None, Event())
