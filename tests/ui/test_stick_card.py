"""The two buttons for a stick, with a real province behind them."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import exchange, stick
from ocop_desktop.domain.text import show_size
from ocop_desktop.server import accounts, running
from ocop_desktop.server.packages import Packages
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import Settings
from ocop_desktop.ui import ask
from ocop_desktop.ui.stick_card import StickCard
from tests.kit.desk import COMMUNE, Desk, a_desk


class _Chooses(ask.Asker):
    """Chooses these places instead of a person."""

    def __init__(self, save: Path, opened: Path) -> None:
        self.save, self.opened = save, opened

    def save_path(self, parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
        """The place to save."""
        assert name.endswith(".ocop")
        return self.save

    def open_paths(self, parent: QWidget | None, title: str, kinds: str) -> Sequence[Path]:
        """The file to open."""
        return (self.opened,)


def _enrol(desk: Desk, service: Service, address: str) -> None:
    code = service.store.write(
        lambda connection: accounts.new_code(connection, service.identity, service.settings, (COMMUNE,), "", 1)
    )
    exchange.enrol(desk.write, address, code, "Máy xã")


def test_out_and_back(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, answer = tmp_path / "gói.ocop", tmp_path / "trả lời.ocop"
    settings = Settings(data=tmp_path / "tỉnh", province="08", province_name="Tỉnh Tuyên Quang")
    with a_desk(tmp_path) as desk, running(settings) as address:
        service = Service(settings)
        card = StickCard(desk.office)
        qtbot.addWidget(card)
        desk.settle()
        assert not card.isVisibleTo(None), "nothing to do before this PC is enrolled"
        _enrol(desk, service, address)
        card.refresh()
        desk.settle()
        desk.receive(product__name="Chè xanh", producer__name="HTX Chè xanh")
        seen: list[stick.Moment] = []
        card._reported.connect(seen.append)
        with ask.answered(_Chooses(package, answer)):
            card.copy.click()
            _until(desk, lambda: "Đã chép" in card.result.text())
            assert "3 nội dung" in card.result.text() and show_size(package.stat().st_size) in card.result.text()
            assert seen and seen[-1].done == seen[-1].total
            door = Packages(service)
            [taken] = door.take_file(package)
            assert taken.answer is not None
            with answer.open("wb") as file:
                door.write_answer(file, taken.answer)
            card.take.click()
            _until(desk, lambda: "Hai bên như nhau" in card.result.text())
            answer.write_bytes(package.read_bytes())
            card.take.click()
            _until(desk, lambda: "không có trả lời" in card.result.text())
            assert card.copy.isEnabled() and card.take.isEnabled()
        service.close()


def _until(desk: Desk, ready: Callable[[], bool]) -> None:
    for _ in range(200):
        desk.settle()
        if ready():
            return
    raise AssertionError("the card does not say so")
