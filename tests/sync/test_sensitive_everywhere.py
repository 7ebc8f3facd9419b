"""What the law calls sensitive is covered on every page, in every list, answer, export, log and note, until it is asked for."""

import json
import logging
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ocop_desktop import cli, legal, log
from ocop_desktop.actions import dossiers, sensitive
from ocop_desktop.storage import journal
from ocop_desktop.ui.places import PLACES
from tests.kit.builders import PASSPHRASE, Office, an_office, complete
from tests.kit.commands import READS
from tests.kit.window import a_window, rest
from tests.sync.conftest import Commune
from tests.ui.test_people import enter

MARKS = {"producer.ethnicity": "Pà Thẻn Q7", "producer.home_address": "Bản Khuôn Hẻ Q8"}
SIDES = ("Q7", "Q8", "Q9")
"""Q9: what the other PC wrote into the same field."""


def seen(text: str) -> list[str]:
    """The marks that stand in a text, also where JSON writes letters as numbers."""
    return [mark for mark in SIDES if mark in text]


def two_sides(commune: Callable[..., Commune]) -> tuple[Commune, str]:
    """A PC whose home address another PC changed too: the conflict is told."""
    one, two = commune("may-1"), commune("may-2")
    own = legal.criteria_sets(legal.regimes()[-1].id)[0].code
    dossier = one.receive("Chè", **MARKS, **{"product.set": own})
    one.sync()
    two.sync()
    two.write(dossier, {"producer.home_address": "Xóm Lũng Q9"})
    two.sync()
    one.write(dossier, {"producer.home_address": "Bản Khuôn Hẻ trên Q8"})
    one.sync()
    one.at_home()
    return one, dossier


def test_no_command_of_the_terminal_says_it(
    commune: Callable[..., Commune], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pc, dossier = two_sides(commune)
    product = str(pc.db.conn.execute("SELECT id FROM record WHERE type = 'product'").fetchone()[0])
    pc.db.close()
    told: list[str] = []
    refused: dict[str, str] = {}
    for command, arguments in READS.items():
        for extra in ([], ["--json"]):
            out = tmp_path / f"ra-{len(told)}-{command.replace(' ', '-')}{len(extra)}"
            words = shlex.split(arguments.format(dossier=dossier, product=product, out=out))
            where = [] if command in {"law check", "unit"} else ["--db", str(pc.path)]
            capsys.readouterr()
            try:
                status = cli.main([*command.split(), *words, *where, *extra])
            except SystemExit as end:
                pytest.fail(f"{command}: {end} {capsys.readouterr().err}")
            said = capsys.readouterr()
            if status:
                refused[command] = said.err
            written = "".join(file.read_text("utf-8", "replace") for file in tmp_path.glob(f"{out.name}*"))
            if seen(said.out + said.err + written):
                told.append(f"{command} {extra}")
    assert told == []
    assert refused.keys() == {"backup list"}, refused
    capsys.readouterr()
    for command in (f"dossier show {dossier}", f"dossier history {dossier}", "conflict list"):
        cli.main([*command.split(), "--sensitive", "--db", str(pc.path), "--json"])
        assert seen(capsys.readouterr().out), f"{command} shows it to who asks"
    out = tmp_path / "ca.jsonl"
    cli.main(["journal", "export", "--out", str(out), "--sensitive", "--db", str(pc.path)])
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert seen(out.read_text("utf-8"))
    asked = [line["details"]["field"] for line in lines if line["what"] == "sensitive.shown"]
    assert asked.count("producer.ethnicity") == 1 and asked.count("producer.home_address") == 3
    (taken,) = [line for line in lines if line["what"] == "journal.exported" and line["details"]["sensitive"]]
    assert not seen(json.dumps(taken, ensure_ascii=False))


def words_of(widget: QWidget) -> Iterator[str]:
    """Everything a person may read of a widget: its text, its hints, the cells of its model."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QAbstractButton):
        yield widget.text()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from cells(widget.model())


def cells(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    """Every cell of a model, in what is shown, hinted and read aloud."""
    above = parent or QModelIndex()
    for row in range(model.rowCount(above)):
        for at in range(100):
            index = model.index(row, at, above)
            if not index.isValid():
                break
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.ToolTipRole,
                Qt.ItemDataRole.AccessibleTextRole,
                Qt.ItemDataRole.AccessibleDescriptionRole,
                Qt.ItemDataRole.EditRole,
                Qt.ItemDataRole.UserRole,
            ):
                yield str(index.data(role))


def on_screen() -> dict[str, list[str]]:
    """The marks that can be read now, by the widget that shows them."""
    found = {}
    for widget in QApplication.allWidgets():
        if widget.isVisible() and (marks := seen("\n".join(words_of(widget)))):
            found[f"{type(widget).__name__} {widget.objectName()}"] = marks
    return found


def test_no_page_of_the_window_shows_it(qtbot: QtBot, tmp_path: Path) -> None:
    here: Office = an_office(tmp_path / "o")
    made = here.do(dossiers.receive, {"product.name": "Chè", "producer.name": "HTX", **MARKS}).created
    assert made is not None
    complete(here.db, made)
    here.do(dossiers.save_draft, made, {"producer.home_address": "Bản Khuôn Hẻ giữa Q9"}, {})
    here.do(dossiers.save_draft, made, MARKS, {})
    here.close()
    with a_window(here.path) as window:
        enter(window, "", PASSPHRASE)
        assert window.workspace is not None and window.office is not None
        told = {}
        for place in PLACES:
            if place.name == "dossier":
                continue
            window.workspace.show_page(place.name)
            rest(window)
            bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
            for bar in bars or [None]:
                for at in range(bar.count() if bar is not None else 1):
                    if bar is not None:
                        bar.setCurrentIndex(at)
                        rest(window)
                    told |= {f"{place.name} {at}: {where}": marks for where, marks in on_screen().items()}
        window.office.open_dossier.emit(made, None)
        rest(window)
        bar = window.workspace.page("dossier").findChildren(QTabBar)[0]
        for at in range(bar.count()):
            bar.setCurrentIndex(at)
            rest(window)
            told |= {f"dossier {at}: {where}": marks for where, marks in on_screen().items()}
        assert told == {}
    db = here.reader()
    assert not [line for line in journal.lines(db) if line["what"] == "sensitive.shown"], "nobody asked"
    db.close()


def test_no_log_and_no_note_of_a_fault_holds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program while the values are in hand: what is kept of it names places, not values."""
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(tmp_path))

    def fall_over(values: dict[str, str]) -> None:
        raise ValueError(f"no such value: {values['producer.ethnicity']}")

    log.start()
    try:
        fall_over(MARKS)
    except ValueError as error:
        logging.getLogger("ocop_desktop").error("fault at %s\n%s", log.place(error), log.describe(error))
        assert not seen(log.describe(error) + log.place(error))
    finally:
        log.stop()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files and not [file.name for file in files if seen(file.read_text("utf-8", "replace"))]


def test_what_is_covered_comes_from_the_forms() -> None:
    assert sensitive.keys() == MARKS.keys()
    assert sensitive.cover({"producer.ethnicity": "", "producer.name": "HTX"}) == {
        "producer.ethnicity": "",
        "producer.name": "HTX",
    }
