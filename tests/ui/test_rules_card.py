"""The province's rule packs on screen: installed from a file, told sentence by sentence, read and put away."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop import legal
from ocop_desktop.actions import dossiers, exchange, office, rules
from ocop_desktop.legal.gathering import gather
from ocop_desktop.protocol.enrolling import enrolment_link
from ocop_desktop.server import accounts, rulebook, running
from ocop_desktop.server.commands import run as server_command
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage.db import run
from ocop_desktop.ui.assessment_tab import AssessmentTab
from ocop_desktop.ui.dossier_page import DossierPage
from ocop_desktop.ui.rules_card import RulesCard, RulesNotice
from ocop_desktop.ui.scores_tab import ScoresTab
from ocop_desktop.ui.sync_page import SyncPage
from ocop_desktop.ui.widgets import column
from tests.kit.builders import a_complete_dossier
from tests.kit.desk import COMMUNE, NOW, a_desk
from tests.sync.test_rules import holidays, rubric


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Nothing read before, nothing left behind."""
    legal.forget()
    yield
    legal.forget()


def words(widget: QWidget) -> str:
    """Everything that can be read."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_a_pack_from_a_file_says_what_it_changes(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "tỉnh", province="08", province_name="Tỉnh Tuyên Quang")
    with a_desk(tmp_path) as desk, running(settings) as address:
        service = Service(settings)
        code = service.store.write(
            lambda c: accounts.new_code(c, service.identity, service.settings, (COMMUNE,), "", 1)
        )
        exchange.enrol(desk.write, address, code, "Máy xã")
        rulebook.publish(service, gather(holidays(tmp_path / "tap")), "Lịch nghỉ cuối năm.")
        pack = tmp_path / "quy-định.ocoprules"
        pack.write_bytes(service.store.read(rulebook.content))
        service.close()
        whole = QWidget()
        notice, card = RulesNotice(desk.office), RulesCard(desk.office)
        whole.setLayout(column(notice, card, None))
        qtbot.addWidget(whole)
        whole.resize(820, 420)
        whole.show()
        card.refresh()
        qtbot.waitUntil(lambda: "Chưa có gói nào" in words(card))
        assert not notice.isVisible()
        altered = tmp_path / "sửa.ocoprules"
        altered.write_bytes(pack.read_bytes()[:-1] + b"x")
        card.install_from(altered)
        qtbot.waitUntil(lambda: "đã bị thay đổi" in words(card))
        assert desk.read(rules.version) == 0
        card.install_from(pack)
        qtbot.waitUntil(lambda: "Bảng ngày nghỉ 2026: thêm 2 ngày" in words(notice))
        qtbot.waitUntil(lambda: "gói bản 1 của Tỉnh Tuyên Quang" in words(card))
        assert "Lịch nghỉ cuối năm." in words(card)
        whole.grab().save(str(tmp_path / "rules.png"))
        notice._seen.click()
        desk.settle()
        assert not notice.isVisible() and not desk.read(rules.state).unseen


def test_a_sealed_dossier_shows_the_rubric_it_was_sealed_with(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "tỉnh", province="08", province_name="Tỉnh Tuyên Quang")
    with a_desk(tmp_path) as desk, running(settings) as address:
        service = Service(settings)
        code = service.store.write(
            lambda c: accounts.new_code(c, service.identity, service.settings, (COMMUNE,), "", 1)
        )
        exchange.enrol(desk.write, address, code, "Máy xã")
        rulebook.publish(service, gather(rubric(tmp_path / "tap")), "Sửa bảng điểm.")
        pack = service.store.read(rulebook.content)
        service.close()
        with closing(office.open_writer(desk.database, desk.key)) as db:
            db.clock = lambda: NOW
            dossier = a_complete_dossier(db, product__set="hoa")
            run(db, lambda db: dossiers.seal(db, dossier))
        rules.install(desk.write, pack, "2026-11-22T02:00:00.000Z")
        assert legal.criteria_set("qd-26-2026", "hoa").version == 1001
        page = DossierPage(desk.office)
        qtbot.addWidget(page)
        page.show()

        def shown() -> list[int]:
            found = []
            page.open(dossier)
            desk.settle()
            for name in ("scores", "assessment"):
                tab = page.show_step(name)
                assert isinstance(tab, ScoresTab | AssessmentTab)
                desk.settle()
                assert tab._criteria is not None
                found.append(tab._criteria.version)
            return found

        assert shown() == [1, 1], "as it was sealed"
        desk.write(lambda db: dossiers.reopen(db, dossier, "Sửa lại"))
        assert shown() == [1001, 1001], "at work again: the rubric in force"


def test_the_picture_of_a_sheet_fills_in_the_enrolment(qtbot: QtBot, tmp_path: Path) -> None:
    sheet = tmp_path / "phiếu.png"
    data = ["--data", str(tmp_path / "tỉnh")]
    asked = ["enrol", *data, "--unit", COMMUNE, "--address", "https://ocop.tinh.gov.vn", "--sheet", str(sheet)]
    assert server_command(asked) == 0
    with a_desk(tmp_path) as desk:
        page = SyncPage(desk.office)
        qtbot.addWidget(page)
        form = page._enrolment
        form.read_picture(tmp_path / "không có.png")
        assert "Không thấy mã" in form._problem.text()
        form.read_picture(sheet)
        assert form.server.text() == "https://ocop.tinh.gov.vn" and len(form.code.text()) == 14
        assert form.enrol.isEnabled() and form._problem.isHidden()
        form.code.setText(enrolment_link("https://khac.gov.vn", "ABCD-EFGH-JKLM"))
        assert (form.server.text(), form.code.text()) == ("https://khac.gov.vn", "ABCD-EFGH-JKLM")
        desk.settle()
