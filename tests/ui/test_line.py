"""The line is noticed by itself, and nobody who types is disturbed by it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ocop_desktop.actions import exchange
from ocop_desktop.actions.changes import Changes
from ocop_desktop.server import accounts, running
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage import outbox
from ocop_desktop.storage import settings as stored
from ocop_desktop.sync import client
from ocop_desktop.ui import ask
from ocop_desktop.ui.line.watch import BACK_OFF, LineWatch
from ocop_desktop.ui.sync_page import SyncPage
from tests.kit.desk import COMMUNE, NOW, Desk, a_desk
from tests.kit.network import Line, bad_line


class Network(QObject):
    """What the system says of the network."""

    reachabilityChanged = Signal(object)
    isMeteredChanged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.reach, self.metered = QNetworkInformation.Reachability.Online, False

    def reachability(self) -> QNetworkInformation.Reachability:
        return self.reach

    def isMetered(self) -> bool:
        return self.metered

    def become(self, reach: QNetworkInformation.Reachability, *, metered: bool = False) -> None:
        """Change, and say so."""
        self.reach, self.metered = reach, metered
        self.reachabilityChanged.emit(reach)
        self.isMeteredChanged.emit(metered)


class Post:
    """An enrolled PC, its province, the line between them, and what watches it."""

    def __init__(self, desk: Desk, settings: Settings, line: Line) -> None:
        self.desk, self.settings, self.line = desk, settings, line
        self.network = Network()
        self.watch = LineWatch(desk.office, self.network)  # type: ignore[arg-type]
        self.watch.timer.stop()
        self.rounds: list[bool] = []
        desk.office.rounds.began.connect(self.rounds.append)
        desk.office.changed.connect(lambda _changes: self.know())
        self.know()

    def know(self) -> None:
        """What the frame does after every change."""
        self.desk.office.jobs.read(exchange.state, self.watch.take)

    def tick(self) -> None:
        """The timer rings."""
        self.rest()
        self.watch.tick()
        self.rest()

    def rest(self) -> None:
        """Nothing is under way, however slow the machine is."""
        self.desk.settle()
        while self.desk.office.jobs.pending or self.desk.office.rounds.running:
            self.desk.settle()

    @property
    def waiting(self) -> int:
        """What the province has not got."""
        return self.desk.read(outbox.count)

    @property
    def next_in(self) -> float:
        """Seconds until it looks again; -1: not by itself."""
        return self.watch.timer.remainingTime() / 1000


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Post]:
    monkeypatch.setattr(client, "TRIES", 1)
    settings = Settings(data=tmp_path / "tỉnh", province="08", province_name="Tỉnh Tuyên Quang")
    with a_desk(tmp_path) as desk, running(settings) as address, bad_line(address) as line:
        service = Service(settings)
        code = service.store.write(
            lambda connection: accounts.new_code(connection, service.identity, service.settings, (COMMUNE,), "", 1)
        )
        service.close()
        exchange.enrol(desk.write, line.address, code, "Máy xã")
        desk.receive(product__name="Chè xanh", producer__name="HTX Chè xanh")
        made = Post(desk, settings, line)
        yield made
        made.watch.stop()


def test_a_line_is_noticed_and_what_waits_goes(post: Post) -> None:
    post.line.fault = lambda head: "refuse"
    post.tick()
    assert post.watch.state == "no_province" and post.rounds == [] and post.waiting == 3
    post.line.fault = lambda head: None
    post.tick()
    assert post.watch.state == "line" and post.rounds == [True] and post.waiting == 0
    assert post.next_in > 600, "the next one by itself in about a quarter of an hour"


def test_a_dead_line_is_asked_less_and_less(post: Post) -> None:
    post.line.fault = lambda head: "refuse"
    seen = []
    for _ in range(6):
        asked = post.line.connections
        post.tick()
        assert post.line.connections == asked + 1, "one small question, no second try"
        seen.append(post.next_in)
    assert [0.7 * wait < after < 1.3 * wait for wait, after in zip(BACK_OFF, seen, strict=False)] == [True] * 5
    assert seen[5] > 0.7 * BACK_OFF[-1]


@pytest.mark.parametrize("metered", [True, False])
def test_nothing_by_itself_on_a_line_that_costs_money_or_without_a_network(post: Post, metered: bool) -> None:
    reach = QNetworkInformation.Reachability
    post.network.become(reach.Online if metered else reach.Disconnected, metered=metered)
    asked = post.line.connections
    post.tick()
    assert (post.line.connections, post.rounds) == (asked, []), "not one byte"
    assert post.watch.state == ("metered" if metered else "no_network") and post.next_in < 0
    post.network.become(reach.Online)
    assert 0 < post.next_in < 5, "the system's word brings it at once"
    post.tick()
    assert post.waiting == 0


def test_one_setting_switches_it_off(post: Post) -> None:
    post.desk.office.jobs.write(lambda db: exchange.set_automatic(db, False))
    asked = post.line.connections
    post.tick()
    assert post.watch.state == "off" and post.line.connections == asked and post.next_in < 0
    post.desk.office.rounds.start(quiet=False)
    post.rest()
    assert post.waiting == 0, "the button works as ever"
    assert post.desk.office.rounds.start(quiet=False) and not post.desk.office.rounds.start(quiet=True)
    post.rest()


def test_who_types_is_left_alone(post: Post) -> None:
    asked = post.line.connections
    post.rest()
    post.desk.office.saved.emit(NOW)  # a keystroke was just made safe
    post.watch.tick()
    post.rest()
    assert post.line.connections == asked and 5 < post.next_in < 11
    post.watch._saved(NOW - timedelta(seconds=30))
    post.tick()
    assert post.waiting == 0


def test_what_is_written_while_there_is_a_line_goes_soon(post: Post) -> None:
    post.tick()
    assert post.next_in > 600
    post.desk.receive(product__name="Mật ong", producer__name="HTX Mật ong")
    post.desk.office.changed.emit(Changes(outbox=True))
    post.rest()
    assert post.next_in < 120


def test_a_quiet_round_that_fails_opens_no_dialog(post: Post, qtbot: QtBot) -> None:
    class _Nobody(ask.Asker):
        def show(self, *_args: object, **_more: object) -> None:
            raise AssertionError("a dialog came by itself")

    page = SyncPage(post.desk.office)
    qtbot.addWidget(page)
    post.line.fault = lambda head: "portal" if b"/v1/sync/push" in head else None
    with ask.answered(_Nobody()):
        post.tick()
    assert post.waiting == 3 and post.watch.state == "no_province"
    words = page.findChild(QLabel, "sync-words")
    assert isinstance(words, QLabel) and "đăng nhập" in words.text(), "told where one looks for it"


def _chooses(path: Path) -> ask.Asker:
    class _Chooses(ask.Asker):
        def save_path(self, parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
            return path

    return _Chooses()


@pytest.mark.parametrize("online", [True, False])
def test_a_withdrawn_pc_saves_what_it_holds(post: Post, qtbot: QtBot, tmp_path: Path, online: bool) -> None:
    """The button writes the rescue package, gives it to the province where there is a line, and keeps everything here."""
    service = Service(post.settings)
    device = post.desk.read(lambda db: str(stored.read(db, "sync.device")))
    service.store.write(lambda connection: accounts.revoke(connection, service.settings, device))
    page = SyncPage(post.desk.office)
    qtbot.addWidget(page)
    page.refresh()
    post.rest()
    assert page.rescue.isHidden()
    post.desk.office.rounds.start(quiet=False)
    post.rest()
    words = page.findChild(QLabel, "sync-words")
    assert isinstance(words, QLabel) and "USB" in words.text() and "Cứu dữ liệu" in words.text()
    assert not page.rescue.isHidden() and post.next_in > 1800, "a person has to act first"
    if not online:
        post.line.fault = lambda head: "refuse"
    package = tmp_path / "cứu.ocop"
    with ask.answered(_chooses(package)):
        page.rescue.save.click()
        post.rest()
    assert package.stat().st_size > 500
    said = page.rescue.findChild(QLabel, "rescue-words")
    assert isinstance(said, QLabel) and ("khu cứu hộ" in said.text()) == online
    kept = list((post.settings.data / "rescue").glob("*")) if (post.settings.data / "rescue").exists() else []
    assert bool(kept) == online
    assert post.waiting == 3, "nothing is thrown away here"
    service.close()


def test_files_can_be_left_for_later_and_one_dossier_put_first(post: Post, qtbot: QtBot) -> None:
    page = SyncPage(post.desk.office)
    qtbot.addWidget(page)
    page.refresh()
    post.rest()
    assert not page.choices.later.isChecked()
    page.choices.later.click()
    post.rest()
    assert post.desk.read(exchange.state).files_paused
    dossier = post.desk.receive(product__name="Mật ong", producer__name="HTX Mật ong")
    [row] = [row for row in post.desk.read(exchange.state).rows if row.dossier == dossier]
    assert row.files_total == 0
    page.choices.choose(row)
    assert page.choices.first.isHidden(), "a dossier without files has none to send first"


def test_the_line_in_the_status_says_what_there_is(post: Post, qtbot: QtBot, tmp_path: Path) -> None:
    from ocop_desktop.ui.status_line import StatusLine

    line = StatusLine(post.desk.office)
    qtbot.addWidget(line)
    post.watch.state_changed.connect(line.show_line)
    seen: list[str] = []
    words = line.findChild(QLabel, "line")
    assert isinstance(words, QLabel)
    post.watch.state_changed.connect(lambda _state: seen.append(words.text()))
    post.tick()
    assert seen == ["Có đường tới tỉnh", "Đang đồng bộ…", "Có đường tới tỉnh"]
