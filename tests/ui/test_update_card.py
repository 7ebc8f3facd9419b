"""A newer version of the program on screen: nothing by itself, a file, a wrong file, what to do next."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop import __version__
from ocop_desktop.actions import exchange, updates
from ocop_desktop.domain.releases import Release
from ocop_desktop.server import accounts, programs, running
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import Settings
from ocop_desktop.ui.update_card import UpdateCard
from tests.kit.desk import COMMUNE, a_desk


def words(widget: QWidget) -> str:
    """Everything that can be read."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_a_version_from_a_file_and_from_the_province(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "tỉnh", province="08", province_name="Tỉnh Tuyên Quang")
    with a_desk(tmp_path) as desk, running(settings) as address:
        service = Service(settings)
        code = service.store.write(
            lambda c: accounts.new_code(c, service.identity, service.settings, (COMMUNE,), "", 1)
        )
        exchange.enrol(desk.write, address, code, "Máy xã")
        key = programs.new_key(tmp_path / "a.key", "mùa lúa chín")
        roots = programs.first_root(service, [key], 1, 100)
        signer = programs.open_key(tmp_path / "a.key", "mùa lúa chín")
        (tmp_path / "ocop-desktop").mkdir()
        (tmp_path / "ocop-desktop" / "ocop-desktop").write_bytes(b"x" * 400_000)

        def file(number: int, version: str) -> Path:
            about = Release(
                province="", number=number, version=version, system=updates.here(), size=0, sha256="",
                created="2026-01-01T00:00:00Z", expires="2099-01-01T00:00:00Z", note="In nhanh hơn.",
            )  # fmt: skip
            path = tmp_path / f"{version}.ocopupdate"
            with path.open("wb") as out:
                programs.make(tmp_path / "ocop-desktop", out, roots, [signer], about)
            return path

        first, second = file(1, "7.0.0"), file(2, "7.1.0")
        card = UpdateCard(desk.office)
        qtbot.addWidget(card)
        card.resize(760, 200)
        card.show()
        card.refresh()
        qtbot.waitUntil(lambda: f"Đang dùng bản {__version__}" in words(card))
        assert not card.folder.isVisible() and not card.fetch.isVisible() and not card.halt.isVisible()
        altered = tmp_path / "x.ocopupdate"
        altered.write_bytes(first.read_bytes()[:-1] + b"?")
        card.take(altered)
        qtbot.waitUntil(lambda: "chép thiếu sau khi ký" in words(card))
        assert card.install.isEnabled() and not card.folder.isVisible()
        card.take(first)
        qtbot.waitUntil(lambda: "Bản 7.0.0 đã sẵn sàng" in words(card), timeout=10_000)
        assert "In nhanh hơn." in words(card) and card.folder.isVisible() and "chép thiếu" not in words(card)
        programs.publish(service, second)
        service.close()
        exchange.synchronise(desk.write, lambda _: None, card._stop)
        card.refresh()
        qtbot.waitUntil(card.fetch.isVisible)
        card.fetch.click()
        qtbot.waitUntil(lambda: "Bản 7.1.0 đã sẵn sàng" in words(card), timeout=10_000)
        card.grab().save(str(tmp_path / "update.png"))
        desk.settle()
