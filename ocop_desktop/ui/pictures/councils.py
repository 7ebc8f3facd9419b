"""Councils and products: an invented council of seven, and a product over three laws."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ocop_desktop import legal
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.councils import results, seats, sheets
from ocop_desktop.actions.products import joining, recognising
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
    joining.join(db, _product(db, again), line, "Cùng một sản phẩm, hồ sơ của thời kỳ sau")
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
        joining.join(db, _product(db, dossier), line, "Cùng một sản phẩm, hồ sơ của thời kỳ sau")
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


_NAMES = (
    "Trần Thị Lan",
    "Lê Văn Hòa",
    "Nguyễn Thị Bích",
    "Phạm Quốc Tuấn",
    "Hoàng Văn Sơn",
    "Đỗ Thị Ánh",
    "Ma Văn Tới",
)
_OFFICES = ("UBND tỉnh", "Sở NN&MT", "Sở Công Thương", "Sở Y tế", "Sở KH&CN", "Sở VH-TT&DL", "Văn phòng OCOP tỉnh")
_CASES = (
    ("Chè Shan tuyết Khau Mút", "Hợp tác xã Sơn Trà", "che-tuoi-che-che-bien"),
    ("Mật ong bạc hà Minh Thanh", "Tổ hợp tác nuôi ong Minh Thanh", "mat-ong-nong-san-khac"),
    ("Rượu ngô men lá", "Hộ kinh doanh Triệu Văn Páo", "ruou-trang"),
)


def fill_council(db: Db) -> tuple[str, str, str]:
    """A council of seven with three dossiers: all scored, a spread too wide, half entered. Gives the session, the dossier
    half entered and the member whose sheet comes next."""
    settings.write(db, {"office.level": "province"})
    words: Values = {"name": "Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh", "decision_no": "643/QĐ-UBND"}
    council = _made(seats.create(db, {**words, "decided_on": "2026-08-04"}))
    members = []
    for at, (name, office) in enumerate(zip(_NAMES, _OFFICES, strict=True)):
        role = "chair" if at == 0 else "deputy" if at == 1 else "member"
        members.append(_made(seats.put_member(db, council, {"name": name, "role": role, "office": office})))
    secretary: Values = {"name": "Vũ Thị Thư", "role": "secretary", "office": _OFFICES[6], "scores": False}
    seats.put_member(db, council, secretary)
    session: Values = {"title": "Phiên 1, đợt 2 năm 2026", "held_on": "2026-11-20", "place": "Phòng họp số 2"}
    there = _made(seats.open_session(db, council, session))
    cases = []
    for name, producer, code in _CASES:
        fields: Values = {"product.name": name, "producer.name": producer, "product.set": code}
        cases.append(arrive(db, {**fields, "dossier.received_on": "2026-10-12"}, state="handed_over"))
        seats.put_case(db, there, cases[-1])
    for at, member in enumerate(members):
        _score(db, there, cases[0], member, skip=at % 3)
        _score(db, there, cases[1], member, skip=12 if at == 5 else at % 2)
        if at < 4:
            _score(db, there, cases[2], member, skip=2 + at % 2)
    results.record(db, there, cases[0])
    return there, cases[2], members[4]


def _made(changes: Changes) -> str:
    assert changes.created is not None
    return changes.created


def _score(db: Db, session: str, case: str, member: str, *, skip: int) -> None:
    """A finished sheet: the best options, but one lower in the first ``skip`` criteria that have three or more."""
    criteria = sheets.criteria_of(db, case)
    for leaf in criteria.leaves():
        options = sorted(leaf.alternatives[0].options if leaf.alternatives else leaf.options, key=lambda o: o.points)
        lower = skip > 0 and len(options) > 2
        skip -= lower
        answer = options[-2 if lower else -1].id if options else "yes"
        sheets.write(db, session, case, member, f"score.{leaf.id}", answer)
    sheets.finish(db, session, case, member)


def draw_councils(drawing: Drawing) -> None:
    """The council, its session with a spread too wide, a sheet under entry; the office is a province's for that time."""
    from ocop_desktop.ui.councils.councils_page import CouncilsPage

    window, found = drawing.window, list[tuple[str, str, str]]()
    window.jobs.work(lambda: window.jobs.run_unit_free(lambda db: run(db, fill_council)), found.append)
    drawing.settle(lambda: bool(found))
    session, case, member = found[0]
    if window.office is not None:
        window.office.changed.emit(Changes(outbox=True))
    drawing.workspace.show_page("councils")
    drawing.picture("75-hoi-dong")
    drawing.press(window, "council.new")
    drawing.dialog(window, "76-lap-hoi-dong")
    page = drawing.workspace.page("councils")
    assert isinstance(page, CouncilsPage)
    page.open_session(session)
    drawing.settle()
    page.session.table.setCurrentIndex(page.session.table.plain.index(1, 6))
    drawing.picture("77-phien-hop")
    page.open_sheet(session, case, member, 1)
    drawing.picture("78-nhap-phieu")
    page.open_session(session)
    drawing.settle()
    page.session.table.setCurrentIndex(page.session.table.plain.index(0, 0))
    drawing.settle()
    drawing.press(window, "session.recognise")
    drawing.dialog(window, "79-ghi-cong-nhan")
    page.show_all()
    window.jobs.write(lambda db: settings.write(db, {"office.level": "commune"}))
    drawing.settle()
    if window.office is not None:
        window.office.changed.emit(Changes(outbox=True, settings=True))
    drawing.workspace.show_page("today")
