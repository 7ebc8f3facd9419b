"""The program tests itself where it is installed: ``ocop-desktop --self-test``, without a display and without a network.

Everything happens in a temporary folder; the office of the person who runs it is never touched.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ocop_desktop import __version__, legal, log, paths
from ocop_desktop.actions import documents, dossiers, office, paper_check, sample
from ocop_desktop.actions.documents import Paper
from ocop_desktop.domain.forms import Values
from ocop_desktop.printing import fonts, receipt
from ocop_desktop.storage.db import Key
from ocop_desktop.storage.db import run as run_unit

if TYPE_CHECKING:
    from ocop_desktop.ui.main_window import MainWindow

_MOMENT = datetime(2026, 11, 21, 3, 42, tzinfo=UTC)
_LEAST_PAPER_BYTES = 2_000
_LEAST_COLOURS = 3


def run() -> int:
    """Do every step, one line for each. 0, or 1 with the step that failed and where."""
    before = {name: os.environ.get(name) for name in ("OCOP_DESKTOP_HOME", "QT_QPA_PLATFORM")}
    home = Path(tempfile.mkdtemp(prefix="ocop-desktop-"))
    os.environ["OCOP_DESKTOP_HOME"] = str(home)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported
    say(f"OCOP Desktop {__version__}, Python {sys.version.split()[0]}, {sys.platform}")
    try:
        test = _SelfTest(home)
        for name, step in test.steps():
            with _Step(name) as outcome:
                outcome.found = step()
            if outcome.failed:
                return 1
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        shutil.rmtree(home, ignore_errors=True)
    say("ok")
    return 0


def say(words: str) -> None:
    """One line for whoever started the test; a windowed program on Windows has no terminal."""
    if sys.stdout is not None:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()


class _Step:
    """One step of the test: says its name, what it found and how long it took; keeps a failure from going further."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._began = time.perf_counter()
        self.found = ""
        self.failed = False

    def __enter__(self) -> _Step:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        took = f"{time.perf_counter() - self._began:.2f} s"
        if error is None:
            say(f"ok      {self._name}: {self.found} ({took})")
            return False
        if isinstance(error, KeyboardInterrupt):
            return False
        self.failed = True
        say(f"FAILED  {self._name} ({took}): {log.place(error)}\n{log.describe(error)}")
        return True


class _SelfTest:
    """The steps, in order; later ones rest on what earlier ones made."""

    def __init__(self, home: Path) -> None:
        self._database = home / "self-test.db"
        self._key = Key()
        self._recovery = ""
        self._dossier = ""
        self._window: MainWindow | None = None

    def steps(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        """Names and steps."""
        return (
            ("legal data", self._legal),
            ("fonts", self._fonts),
            ("database", self._make),
            ("papers", self._papers),
            ("code on paper", self._code),
            ("translations", self._translations),
            ("window", self._show),
            ("pages", self._pages),
            ("close", self._close),
        )

    def _legal(self) -> str:
        report = legal.check()
        if not report.good:
            raise AssertionError("the legal files are not the released ones")
        return f"{len(legal.form_ids())} forms, {len(legal.communes())} communes"

    def _fonts(self) -> str:
        family = fonts.shipped()
        family.check(fonts.vietnamese())
        return f"{family.name} writes Vietnamese; papers use {fonts.choose().name}"

    def _make(self) -> str:
        taken = sample.sample()
        self._recovery = office.create_office(self._database, taken.set_up())
        self._key = office.unlock(self._database, sample.PASSPHRASE)
        db = office.open_writer(self._database, self._key)
        try:
            db.clock = lambda: _MOMENT
            self._dossier = sample.receive(db, taken).dossier
            self._missing = documents.missing_sheet(db, self._dossier)
            files = sample.check(db, taken, self._dossier)
            sample.assess(db, taken, self._dossier)
            run_unit(db, lambda db: dossiers.seal(db, self._dossier))
        finally:
            db.close()
        if str(taken.values["producer.name"]).encode("utf-8") in self._database.read_bytes():
            raise AssertionError("a name stands readable in the database file")
        return f"encrypted, one dossier sealed, {files} files"

    def _papers(self) -> str:
        db = office.open_reader(self._database, self._key)
        try:
            values = office.office(db)
            papers = [documents.form(db, self._dossier, form) for form in legal.form_ids()]
            papers += [documents.report(db, self._dossier), self._missing]
            papers.append(documents.recovery_sheet(values, self._recovery, _MOMENT.date()))
            papers.append(_receipt(values))
        finally:
            db.close()
        for paper in papers:
            if not paper.data.startswith(b"%PDF-") or len(paper.data) < _LEAST_PAPER_BYTES:
                raise AssertionError(f"{paper.name} is no paper")
        return f"{len(papers)} printed"

    def _code(self) -> str:
        db = office.open_reader(self._database, self._key)
        try:
            paper = documents.report(db, self._dossier)
            found = paper_check.check(db, paper_check.read(paper.name, paper.data))
        finally:
            db.close()
        if found.code != "paper.same":
            raise AssertionError(f"the report is taken for {found.code}")
        return f"revision {found.revision} read from {found.pages} pages"

    def _translations(self) -> str:
        from ocop_desktop.ui import languages

        for language in languages.LOCALES:
            if not (paths.translations() / f"{language}.qm").is_file():
                raise AssertionError(f"no translation file {language}.qm")
        return ", ".join(languages.LOCALES)

    def _show(self) -> str:
        from PySide6.QtGui import QFontInfo

        from ocop_desktop.ui import style
        from ocop_desktop.ui.app import build
        from ocop_desktop.ui.main_window import MainWindow

        app = build(["ocop-desktop"], language="vi", theme="light")
        shown = QFontInfo(app.font()).family()
        if shown != style.FAMILY:
            raise AssertionError(f"the window writes in {shown}")
        self._window = MainWindow(self._database, lambda: _MOMENT)
        self._window.begin()
        self._window.show()
        self._settle()
        self._look()
        return f"shown at the entrance, in {shown}"

    def _pages(self) -> str:
        from ocop_desktop.ui.unlock import Unlock

        window = self._window
        assert window is not None
        assert isinstance(window.entrance, Unlock)
        window.entrance.passphrase.setText(sample.PASSPHRASE)
        window.entrance.try_open()
        self._settle(lambda: window.workspace is not None)
        workspace = window.workspace
        assert workspace is not None and window.office is not None
        names = ("today", "dossiers", "sync", "settings", "help")
        for name in names:
            workspace.show_page(name)
            self._settle()
            self._look()
        window.office.open_dossier.emit(self._dossier, None)
        self._settle()
        self._look()
        return f"{len(names) + 1} drawn"

    def _close(self) -> str:
        from PySide6.QtWidgets import QApplication

        assert self._window is not None
        self._window.close()
        self._window.deleteLater()
        QApplication.processEvents()
        self._window = None
        return "saved and closed"

    def _settle(self, ready: Callable[[], bool] = lambda: True) -> None:
        from ocop_desktop.ui.settling import settle

        window = self._window
        settle(lambda: window.jobs.pending if window is not None else 0, ready)

    def _look(self) -> None:
        """Grab the window: a page that could not be drawn is one colour."""
        assert self._window is not None
        picture = self._window.grab().toImage()
        width, height = picture.width(), picture.height()
        colours = {picture.pixel(x, y) for x in range(0, width, 7) for y in range(0, height, 7)}
        if len(colours) < _LEAST_COLOURS:
            raise AssertionError("the window is empty")


def _receipt(values: Values) -> Paper:
    """A receipt as a province would give it: there is no province here."""
    sheet = receipt.Receipt(
        receipt_id="self-test",
        at=_MOMENT,
        records=3,
        files=1,
        size=1_048_576,
        digest="00" * 32,
        key_fingerprint="00" * 16,
        dossiers=(receipt.ReceivedDossier(product="Chè Shan tuyết", producer="Hợp tác xã", revision=1),),
    )
    return Paper(name="bien-nhan.pdf", title=receipt.TITLE, data=receipt.render(sheet, values))
