"""What every test stands on: a home of its own, no screen, garbage collected on this thread, no unexpected log line."""

import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

UI_TESTS = Path(__file__).parent / "ui"


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--long``: also the long form of the proofs."""
    parser.addoption("--long", action="store_true", help="run the tests marked long: kill tests, load")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A warning of Qt fails the test of a screen; long proofs run when they are asked for."""
    for item in items:
        if item.get_closest_marker("long") and not config.getoption("--long"):
            item.add_marker(pytest.mark.skip(reason="run with --long"))
        if item.path.is_relative_to(UI_TESTS):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(autouse=True)
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with accents and spaces, as officers have them."""
    folder = tmp_path / "Hồ sơ xã Đông"
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def quiet_window(request: pytest.FixtureRequest) -> Iterator[None]:
    """For tests of screens: the program's font, no collection on a worker, no unexpected log line, nothing left open."""
    if "qtbot" not in request.fixturenames and "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtWidgets import QApplication

    from ocop_desktop.ui import style

    app = request.getfixturevalue("qapp")
    assert isinstance(app, QApplication)
    if app.font().family() != style.FAMILY:
        style.apply(app, "light")
    gc.disable()
    gc.freeze()  # what stands from before is not walked again after each of a thousand tests
    watch = _Watch()
    logging.getLogger("ocop_desktop").addHandler(watch)
    try:
        yield
    finally:
        logging.getLogger("ocop_desktop").removeHandler(watch)
        gc.enable()
        gc.collect()
    if "caplog" not in request.fixturenames:
        assert watch.lines == []


class _Watch(logging.Handler):
    """Keeps what should not have been said."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
