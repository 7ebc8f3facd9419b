"""A product whose certificate ends in 2027, from the day its window opens to its new 36 months, in the real window.

A real server, the commune's window, the province's PC: the product page, the calendar, the next dossier, the papers with
their terms, the scores, seal, number, hand-over, the council by written opinion, the recognition, and the way back down.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ocop_desktop import legal
from ocop_desktop.actions import cloning, deadlines, desk, dossiers, evidence, numbering, register
from ocop_desktop.actions.councils import results, seats, sheets
from ocop_desktop.actions.products import recognising
from ocop_desktop.actions.products import register as products
from ocop_desktop.storage import records
from ocop_desktop.storage.db import run
from ocop_desktop.ui.following.clone_dialog import CloneDialog
from ocop_desktop.ui.main_window import MainWindow
from tests.kit import builders
from tests.kit.council import full_answers
from tests.kit.window import child, dialogs, rest
from tests.kit.world import Pc, World, a_world

COMMUNE = "02545"
SET = "che-tuoi-che-che-bien"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[World]:
    with a_world(tmp_path, monkeypatch) as made:
        yield made


def old_recognition(commune: Pc, province: Pc) -> str:
    """A dossier of 2024 under Quyết định 148 and its four stars until 20/5/2027; gives the product."""
    with commune.db() as db:
        first = builders.a_dossier(db, dossier__received_on="2024-02-12", product__name="Chè Shan tuyết Tân Trào")
        for row, expires in (("02", "2028-03-01"), ("12", "2026-01-01")):
            paper = builders.PDF + row.encode()
            made = run(
                db, lambda db, row=row, paper=paper: evidence.attach(db, first, "other", f"giấy {row}.pdf", paper)
            )  # type: ignore[misc]
            run(db, lambda db, made=made, to=expires: evidence.set_term(db, made.created, "2024-01-05", to))  # type: ignore[misc]
    commune.do(dossiers.hand_over, first)
    commune.do(numbering.want)
    commune.sync()
    province.sync()
    decided = {"stars": 4, "decision_no": "812/QĐ-UBND", "decided_on": "2024-05-20", "code": "08-074-02545-1-2024"}
    province.do(recognising.recognise, first, decided)
    province.sync()
    commune.sync()
    with commune.db() as db:
        return str(records.get(db, first).body["product"])


def press(window: MainWindow, name: str) -> None:
    child(window, name, QPushButton).click()
    rest(window)


def said(window: MainWindow, name: str) -> str:
    return child(window, name, QLabel).text()


def test_a_certificate_that_ends_in_2027_is_renewed(world: World) -> None:
    commune, province = Pc(world, "xa", "commune", COMMUNE), Pc(world, "tinh", "province", "08")
    product = old_recognition(commune, province)

    # The window is open from 21/11/2026 to 20/01/2027: said on the first page, in the calendar, on the product.
    due = {each.kind: each.day for each in commune.do(deadlines.upcoming) if each.product == product}
    assert due["filing_closes"] == date(2027, 1, 20)
    with commune.window() as window:
        assert window.workspace is not None
        links = [each for each in window.findChildren(QPushButton, "today.product") if each.isVisible()]
        assert [each.text() for each in links] == ["Chè Shan tuyết Tân Trào"]
        links[0].click()
        rest(window, lambda: said(window, "product.name") == "Chè Shan tuyết Tân Trào")
        assert said(window, "product.state") == "Đang kỳ nộp lại" and "20/01/2027" in said(window, "product.advice")
        press(window, "product.next")
        [dialog] = dialogs(window)
        assert isinstance(dialog, CloneDialog)
        rest(window, lambda: "20/05/2027" in dialog._filing.text())
        child(dialog, "clone.make", QPushButton).click()
        rest(window, lambda: not dialogs(window))
        rest(window, lambda: said(window, "dossier.title") == "Chè Shan tuyết Tân Trào")
        assert window.workspace.rail.entry("dossiers") is not None
        hidden = [each for each in window.findChildren(QLabel, "dossier.filing") if each.isVisible()]
        assert not hidden, "filed inside its days: no warning"

    with commune.db() as db:
        [again] = [each.id for each in records.of_type(db, "dossier") if each.body.get("kind") == "phan-hang-lai"]
        page = dossiers.open_dossier(db, again)
        assert page.values["dossier.product"] == product and page.values["dossier.regime"] == "qd-26-2026"
        assert [file.name for file in page.evidence] == ["giấy 02.pdf"], "what ended in 2026 stays behind"
        assert page.values["dossier.reception_no"]

    # Papers with new terms, the producer's own scores, the commune's four matters; then seal, number, hand-over.
    fresh = commune.do(evidence.attach, again, "12", "kiểm nghiệm 2026.pdf", builders.PDF + b"2026").created
    assert fresh is not None
    commune.do(evidence.set_term, fresh, "2026-10-01", "2027-10-01")
    criteria = legal.criteria_set("qd-26-2026", SET)
    scores = {f"dossier.score.{key}": value for key, value in full_answers(criteria, 3).items()}
    commune.do(dossiers.save_draft, again, scores, {})
    commune.do(dossiers.save_draft, again, {"dossier.samples": 5, "dossier.receiver": builders.OFFICER}, {})
    with commune.db() as db:
        builders.complete(db, again)
        run(
            db,
            lambda db: dossiers.save_draft(db, again, {"dossier.evidence.12": "have"}, {}),
        )
    differing = commune.do(cloning.differences, again)
    assert differing is not None and differing.document == "Quyết định 148/QĐ-TTg"
    assert {each.row: (each.same, each.new) for each in differing.rows}["12"] == ((), ("kiểm nghiệm 2026.pdf",))
    with commune.window() as window:
        assert window.workspace is not None and window.office is not None
        window.office.open_dossier.emit(again, None)
        rest(window, lambda: said(window, "dossier.title") == "Chè Shan tuyết Tân Trào")
        from ocop_desktop.ui.dossier_page import DossierPage

        dossier = window.workspace.page("dossier")
        assert isinstance(dossier, DossierPage)
        dossier.show_step("print")
        rest(window)
        press(window, "print.seal")
        rest(window, lambda: commune_state(window) == "sealed")
    commune.do(register.issue, again, "45", "2026-11-25")
    with commune.window() as window:
        assert window.workspace is not None and window.office is not None
        window.office.open_dossier.emit(again, None)
        rest(window, lambda: said(window, "dossier.title") == "Chè Shan tuyết Tân Trào")
        dossier = window.workspace.page("dossier")
        assert isinstance(dossier, DossierPage)
        dossier.show_step("send")
        rest(window)
        press(window, "send.hand_over")
        rest(window, lambda: commune_state(window) == "handed_over")
    commune.sync()

    # The province: 45 days from the hand-over, accepted, a council by written opinion, four stars for 36 months.
    province.sync()
    due = {each.kind: each.day for each in province.do(deadlines.upcoming) if each.dossier == again}
    assert due["reassess_by"] == date(2027, 1, 9)
    province.do(desk.accept, again)
    council = province.do(seats.create, {"name": "Hội đồng cấp tỉnh", "chair_needed": True}).created
    members = [
        province.do(seats.put_member, council, {"name": name, "role": role, "scores": True}).created
        for name, role in (("Trần Thị Lan", "chair"), ("Lê Văn Hòa", "member"), ("Ma Văn Tới", "member"))
    ]
    called = {"title": "Lấy ý kiến bằng văn bản", "held_on": "2026-12-15", "place": "Bằng văn bản"}
    session = province.do(seats.open_session, council, called).created
    assert again in province.do(seats.candidates, session), "what was accepted is the council's to decide"
    province.do(seats.put_case, session, again)
    for who in members:
        with province.db() as db:
            for criterion, answer in full_answers(criteria, 3).items():
                run(db, lambda db, c=criterion, a=answer, w=who: sheets.write(db, session, again, w, f"score.{c}", a))  # type: ignore[misc]
            run(db, lambda db, w=who: sheets.finish(db, session, again, w))  # type: ignore[misc]
    world.now = datetime(2026, 12, 16, 2, tzinfo=UTC)
    province.do(results.record, session, again)
    given = province.do(recognising.offer, again)
    stars = min(4, int(str(given["stars"])))
    assert stars >= 3
    decided = {"stars": stars, "decision_no": "4410/QĐ-UBND", "decided_on": "2026-12-16"}
    province.do(recognising.recognise, again, decided)
    province.sync()

    # Down again: the commune sees the new term on the same product, and the old one under its own law.
    commune.sync()
    with commune.db() as db:
        assert not records.of_type(db, "council_sheet"), "the council's sheets stay with the council"
        page_ = products.open_product(db, product)
    assert page_.standing is not None and (page_.standing.state, page_.standing.ends) == ("valid", date(2029, 12, 16))
    assert [each.regime for each in page_.dossiers] == ["qd-148", "qd-26-2026"]
    with commune.window() as window:
        assert window.office is not None
        window.office.open_product.emit(product)
        rest(window, lambda: said(window, "product.state") == "Còn hiệu lực")
        assert "36" not in said(window, "product.advice") and said(window, "product.stars") == "★" * stars
        assert not [each for each in window.findChildren(QPushButton, "today.product") if each.isVisible()]
        press(window, "product.beside")


def commune_state(window: MainWindow) -> str:
    """The state of the dossier on screen."""
    assert window.workspace is not None
    page = window.workspace.page("dossier")._page  # type: ignore[attr-defined]
    return str(page.state) if page is not None else ""


def test_a_reassessment_filed_late_says_so_on_the_dossier(world: World) -> None:
    commune, province = Pc(world, "xa", "commune", COMMUNE), Pc(world, "tinh", "province", "08")
    old_recognition(commune, province)
    world.now = datetime(2027, 2, 3, 2, tzinfo=UTC)
    with commune.db() as db:
        [first] = [each.id for each in records.of_type(db, "dossier")]
    again = commune.do(cloning.clone, first, "phan-hang-lai", "2027-02-03", {}).created
    with commune.window() as window:
        assert window.office is not None
        window.office.open_dossier.emit(again, None)
        rest(window, lambda: bool([e for e in window.findChildren(QLabel, "dossier.filing") if e.isVisible()]))
        assert "21/11/2026 đến 20/01/2027" in said(window, "dossier.filing")
