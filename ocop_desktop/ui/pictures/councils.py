"""Councils and products: an invented council of seven, and a product over three laws."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.products import recognising
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.storage import listing, records, settings
from ocop_desktop.storage.db import Db, run

if TYPE_CHECKING:
    from ocop_desktop.ui.screenshots import Drawing

_UNIT = "02545"
_OLD: tuple[Values, ...] = (
    {
        "received_on": "2021-03-01",
        "set": "che-tuoi-che-bien",
        "stars": 3,
        "decision_no": "571/QĐ-UBND",
        "decided_on": "2021-06-01",
        "ends_on": "2024-06-01",
        "authority": "UBND tỉnh Tuyên Quang",
        "code": "08-074-02542-1-2021",
        "unit_then": "Xã Trung Yên, huyện Sơn Dương",
    },
    {
        "received_on": "2024-02-12",
        "set": "che-tuoi-che-che-bien",
        "stars": 3,
        "decision_no": "812/QĐ-UBND",
        "decided_on": "2024-03-10",
        "certificate_no": "03/2024",
        "authority": "UBND huyện Sơn Dương",
        "code": "08-074-02545-1-2024",
        "unit_then": "Xã Tân Trào, huyện Sơn Dương",
    },
)
_OTHERS: tuple[tuple[str, str, str, Values], ...] = (
    ("Mật ong bạc hà Hồng Thái", "mat-ong-nong-san-khac", "2024-06-03", {"stars": 3, "decided_on": "2024-08-20"}),
    ("Rượu ngô Na Hang", "ruou-trang", "2023-09-04", {"stars": 4, "decided_on": "2023-12-28"}),
    ("Bưởi Soi Hà", "rau-cu-qua-hat-tuoi", "2023-06-05", {"stars": 3, "decided_on": "2023-08-15"}),
    ("Cam sành Hàm Yên", "rau-cu-qua-hat-tuoi", "2026-06-10", {"stars": 4, "decided_on": "2026-08-05"}),
)


def arrive(db: Db, fields: Values, *, state: str, unit: str = _UNIT) -> str:
    """A dossier as it came from a commune; gives its id. ``fields`` as on screen."""
    parts: dict[str, dict[str, Value]] = {"producer": {}, "product": {}, "dossier": {}}
    for key, value in fields.items():
        kind, _, name = key.partition(".")
        parts[kind][name] = value
    producer = records.add(db, "producer", parts["producer"], unit=unit)
    product = records.add(db, "product", {**parts["product"], "producer": producer.id}, parent=producer.id, unit=unit)
    day = date.fromisoformat(str(parts["dossier"]["received_on"]))
    body: Values = {
        "kind": "lan-dau",
        "year": day.year,
        "regime": legal.regime_on(day).id,
        **parts["dossier"],
        "state": state,
        "producer": producer.id,
        "product": product.id,
    }
    record = records.add(db, "dossier", body, parent=product.id, unit=unit)
    listing.refresh(db, record.id)
    return record.id


def fill_products(db: Db) -> str:
    """Products under three laws, as the province wrote them down; gives the one whose history is drawn."""
    before = str(settings.read(db, "office.level", "commune"))
    settings.write(db, {"office.level": "province"})
    line = ""
    for old in _OLD:
        line = _old(db, old, line)
    again = arrive(
        db,
        {
            "product.name": "Chè Shan tuyết Khau Mút",
            "product.set": "che-tuoi-che-che-bien",
            "producer.name": "Hợp tác xã Sơn Trà",
            "dossier.received_on": "2026-10-12",
            "dossier.kind": "phan-hang-lai",
        },
        state="handed_over",
    )
    recognising.join(db, _product(db, again), line)
    for name, code, received, decided in _OTHERS:
        fields: Values = {"product.name": name, "product.set": code, "dossier.received_on": received}
        dossier = arrive(
            db, {**fields, "producer.name": f"Hợp tác xã {name.split(maxsplit=1)[1]}"}, state="handed_over"
        )
        recognising.recognise(
            db, dossier, {"decision_no": "1204/QĐ-UBND", "authority": "UBND tỉnh Tuyên Quang", **decided}
        )
    found = _product(db, dossier)
    recognising.stopped(db, found, {"day": "2026-11-16", "number": "31/XN-UBND", "reason": "Vườn cam đã chuyển đổi"})
    settings.write(db, {"office.level": before})
    return _product(db, again)


def _old(db: Db, old: Values, line: str) -> str:
    decided = {key: value for key, value in old.items() if key not in {"received_on", "set"}}
    dossier = arrive(
        db,
        {
            "product.name": "Chè Shan tuyết Khau Mút",
            "product.set": old["set"],
            "producer.name": "Hợp tác xã Sơn Trà",
            "dossier.received_on": old["received_on"],
            "dossier.kind": "phan-hang-lai" if line else "lan-dau",
        },
        state="open",
    )
    recognising.recognise(db, dossier, decided)
    if line:
        recognising.join(db, _product(db, dossier), line)
    return _product(db, dossier)


def _product(db: Db, dossier: str) -> str:
    return str(records.get(db, dossier).body["product"])


def draw_products(drawing: Drawing) -> None:
    """The list, one product with its history, its dossiers side by side."""
    from ocop_desktop.ui.products.products_page import ProductsPage

    window, found = drawing.window, list[str]()
    window.jobs.work(lambda: window.jobs.run_unit_free(lambda db: run(db, fill_products)), found.append)
    drawing.settle(lambda: bool(found))
    if window.office is not None:
        window.office.changed.emit(Changes(outbox=True))
    drawing.workspace.show_page("products")
    drawing.picture("70-san-pham")
    page = drawing.workspace.page("products")
    assert isinstance(page, ProductsPage)
    page.open_product(found[0])
    drawing.picture("71-lich-su-san-pham")
    drawing.press(window, "product.stopped")
    drawing.dialog(window, "72-ngung-san-xuat")
    drawing.press(window, "product.beside")
    drawing.picture("73-canh-nhau")
    page.show_list()
