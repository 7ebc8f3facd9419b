"""A province's office with twelve communes: its day, its list, a commune's dossier with remarks; the first run of an area."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QRadioButton

from ocop_desktop import legal, paths
from ocop_desktop.actions import desk, office, sample
from ocop_desktop.actions.listing import Query
from ocop_desktop.actions.office import SetUp
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import by_record
from ocop_desktop.protocol import Change, Changes
from ocop_desktop.storage import gathering
from ocop_desktop.storage.db import Db, run
from ocop_desktop.sync import answers
from ocop_desktop.ui.sample_office import NOW

if TYPE_CHECKING:
    from ocop_desktop.ui.screenshots import Drawing

PASSPHRASE = "mười hai xã cùng làm"
COMMUNES = 12
_PRODUCTS = (
    ("Chè xanh", "che-tuoi-che-che-bien"),
    ("Mật ong rừng", "mat-ong-nong-san-khac"),
    ("Gạo nếp nương", "gao-ngu-coc-hat-so-che"),
    ("Rượu ngô", "ruou-trang"),
    ("Cam sành", "rau-cu-qua-hat-tuoi"),
    ("Thịt trâu gác bếp", "che-bien-thit-thuy-san-trung-sua"),
)
_STATES = ("handed_over", "open", "accepted", "open", "returned", "waiting", "handed_over")


def draw_area(drawing: Drawing) -> None:
    """Another window, on the province's own database; the commune's is drawn on afterwards."""
    before = drawing.window
    folder = paths.user_data() / "tinh"
    answers_ = SetUp(level="province", unit="08", officer="Lê Thị Hương", passphrase=PASSPHRASE)
    office.create_office(folder / "ocop.db", answers_)
    window = drawing.open_window(folder / "ocop.db")
    drawing.type(window, "passphrase", PASSPHRASE)
    drawing.press(window, "open")
    drawing.settle(lambda: window.workspace is not None)
    done: list[str] = []
    window.jobs.work(lambda: window.jobs.run_unit_free(fill), done.append)
    drawing.settle(lambda: bool(done))
    assert window.office is not None
    drawing.workspace.show_page("today")
    drawing.picture("67-tinh-hom-nay")
    drawing.workspace.show_page("dossiers")
    window.office.show_list.emit(Query(filter="arrived", sort="due"))
    drawing.picture("68-tinh-ho-so")
    window.office.open_dossier.emit(done[0], None)
    drawing.settle()
    drawing.picture("69-tinh-xem-ho-so")
    window.close()
    drawing.settle()
    window = drawing.open_window(folder / "moi" / "ocop.db")
    window.findChildren(QRadioButton, "level-district")[0].setChecked(True)
    drawing.type(window, "unit-line", "tuyen quang")
    drawing.type(window, "area-name", "Tổ khu vực Sơn Dương")
    drawing.picture("70-lan-dau-khu-vuc")
    window.close()
    drawing.show_window(before)


def fill(db: Db, communes: int = COMMUNES, each: int = 7) -> str:
    """What a round would have brought of several communes; gives a dossier with two remarks being written."""
    db.clock = lambda: NOW
    chosen = ""
    units = legal.units().of_province("08")[:communes]
    for at, unit in enumerate(units):
        items = tuple(_records(db, at, unit.code, each))
        page = Changes(unit=unit.code, epoch="", items=items, next=len(items), high_water=len(items))
        run(db, lambda db, page=page: answers.take_changes(db, page))  # type: ignore[misc]
        if not chosen:
            chosen = next(item.record for item in items if item.body.get("state") == "handed_over")
    told = []
    for at, unit in enumerate(units):
        seen = NOW - timedelta(days=(at * at) % 17, hours=at)
        told.append((unit.code, 1, at % 5, "" if at % 5 == 0 else _instant(seen)))
    run(db, lambda db: gathering.note(db, told))
    for key, words in (
        ("producer.name", "Tên chưa khớp giấy đăng ký kinh doanh."),
        ("dossier.evidence.02", "Bản quét thiếu trang 2, đề nghị quét lại."),
    ):
        run(db, lambda db, key=key, words=words: desk.note(db, chosen, key, words))  # type: ignore[misc]
    return chosen


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


def _records(db: Db, at: int, unit: str, each: int) -> Iterator[Change]:
    seq = 0
    base = sample.sample().values
    for number in range(each):
        product, set_ = _PRODUCTS[(at + number) % len(_PRODUCTS)]
        name = legal.units().by_code[unit].short
        ids = {kind: db.new_id() for kind in ("producer", "product", "dossier")}
        received = NOW.date() - timedelta(days=6 + (at * 7 + number * 5) % 30)
        values: Values = {
            **base,
            "product.name": f"{product} {name}",
            "product.set": set_,
            "product.producer": ids["producer"],
            "producer.name": f"Hợp tác xã {product} {name}",
            "dossier.producer": ids["producer"],
            "dossier.product": ids["product"],
            "dossier.state": _STATES[(at + number) % len(_STATES)],
            "dossier.regime": "qd-26-2026",
            "dossier.year": 2026,
            "dossier.kind": "lan-dau",
            "dossier.received_on": received.isoformat(),
        }
        parts = by_record(values)
        for kind, record in ids.items():
            seq += 1
            yield Change(
                seq=seq,
                record=record,
                type=kind,
                unit=unit,
                rev=1,
                body=parts[kind],
                at=_instant(NOW - timedelta(days=number)),
                by="Cán bộ xã",
            )
