"""How the list and the fields feel with many dossiers: python -m tests.bench.window [--rows 100000]

List: a jump to a random place, sorted by each column, until its rows are painted. Filter: keys to a painted result.
Typing: the longest time the window does not answer, while another lane writes. Memory beside a bare table of the same rows.
"""

import argparse
import os
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from ocop_desktop import legal
from ocop_desktop.actions import dossiers
from ocop_desktop.domain.text import fold, sort_key
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import style
from ocop_desktop.ui.dossier_list import DossierList
from ocop_desktop.ui.dossier_page import DossierPage
from ocop_desktop.ui.fields import LinesEditor
from ocop_desktop.ui.inputs import Lines
from tests.kit import keyboard
from tests.kit.desk import Desk, a_desk

_WORDS = [
    "Chè",
    "Mật",
    "Gạo",
    "Rượu",
    "Bưởi",
    "Miến",
    "Cam",
    "Tinh",
    "Thịt",
    "Đường",
    "Ổi",
    "Măng",
    "Nấm",
    "Trà",
    "Bánh",
    "Hồng",
    "Sơn",
    "Tân",
    "Minh",
    "Vân",
    "Lập",
    "Xuân",
    "Phú",
]
# Asleep until something happens, as the program is: a loop that polls would hold the lock that the lanes need.
_WAIT = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
_STAGES = ("checking", "assessing", "waiting", "sealed", "handed_over", "at_province", "returned")


def fill(db: Db, rows: int) -> None:
    """Rows as the program itself writes them, made fast."""
    chance = random.Random(11)
    sets = [(one.no, one.name) for one in legal.criteria_sets("qd-26-2026")]
    first = date(2026, 1, 5)

    def one(n: int) -> tuple[object, ...]:
        product = " ".join(chance.choices(_WORDS, k=3)) + f" {n}"
        producer = "Hợp tác xã " + " ".join(chance.choices(_WORDS, k=2))
        number, name = chance.choice(sets)
        due = (first + timedelta(days=chance.randrange(400))).isoformat()
        found = fold(f"{product} {producer} {name}")
        stage = chance.choice(_STAGES)
        return (
            f"{n:08d}", product, producer, number, name, stage, due, chance.randrange(9), "never", None, 0, 0, 0,
            "Hoàng Thị Mai", due, found, sort_key(product), sort_key(producer),
        )  # fmt: skip

    names = (
        "id, product, producer, set_no, set_name, stage, due, missing, sync, sync_at, files, files_done, revision, "
        "officer, updated, search, sort_product, sort_producer"
    )
    marks = ", ".join("?" * 18)
    db.conn.executemany(f"INSERT INTO dossier_row ({names}) VALUES ({marks})", (one(n) for n in range(rows)))


def until(ready: Callable[[], bool]) -> float:
    """Milliseconds until something is so, the event loop running."""
    begun = time.perf_counter()
    while not ready():
        QCoreApplication.processEvents(_WAIT)
        if time.perf_counter() - begun > 30:
            raise TimeoutError
    return (time.perf_counter() - begun) * 1000


def percentile(times: list[float], share: float) -> float:
    """The value below which that share of the times lies."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def say(what: str, times: list[float]) -> None:
    """One line of the table, in milliseconds."""
    worst = max(times)
    line = f"{what:<42}{statistics.median(times):>9.1f}{percentile(times, 0.95):>9.1f}{worst:>9.1f}"
    os.write(1, (line + "\n").encode())


def resident() -> float:
    """Megabytes of this process now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def jump(page: DossierList, position: int) -> float:
    """Milliseconds from turning the wheel to painted rows."""
    begun = time.perf_counter()
    page.table.verticalScrollBar().setValue(position * page._delegate.row_height)
    seen = page.table.rowAt(5)
    until(lambda: page.model.row(seen) is not None)
    page.table.viewport().repaint()
    return (time.perf_counter() - begun) * 1000


def list_figures(desk: Desk, rows: int) -> DossierList:
    """Jumps, sorts, filters."""
    before = resident()
    page = DossierList(desk.office)
    page.resize(1170, 696)
    page.show()
    page.refresh()
    say("list: first rows painted", [until(lambda: page.current() is not None)])
    desk.settle()
    chance = random.Random(7)
    for column in range(6):
        page.model.mark_sorted(-1, descending=False)
        begun = time.perf_counter()
        generation = page.model.generation
        page._sort(column)
        if column != 3:
            until(lambda seen=generation: page.model.generation != seen)  # type: ignore[misc]
            until(lambda: page.model.row(page.table.rowAt(5)) is not None)
            say(f"list: sort by {page.model.column(column).sort}", [(time.perf_counter() - begun) * 1000])
        desk.settle()
        say(
            f"list: jump, by {page.model.column(column).sort}", [jump(page, chance.randrange(rows)) for _ in range(100)]
        )
    times = []
    for words in ("che tan", "mat ong", "duong", "hong son", "buoi xuan van", "nam"):
        generation = page.model.generation
        keyboard.keys(page.filter, words)
        times.append(until(lambda seen=generation: page.model.generation != seen))  # type: ignore[misc]
        desk.settle()
        page.filter_by("")
        desk.settle()
    say("list: last key to filtered (120 ms pause in it)", times)
    os.write(1, f"{'list: memory it adds, MB':<42}{resident() - before:>9.1f}\n".encode())
    return page


def typing_figures(desk: Desk) -> None:
    """Keys into a long text while the writer is busy."""
    dossier = desk.receive(product__name="Chè xanh", producer__name="HTX Sơn Trà", product__set="che-tuoi-che-che-bien")
    page = DossierPage(desk.office)
    page.resize(1170, 696)
    page.show()
    page.activateWindow()
    say("page: open a dossier", [_open(page, dossier)])
    desk.settle()
    editor = page.draft.editor("dossier.matter.lao_dong.found")
    assert isinstance(editor, LinesEditor)
    times = []
    for turn in range(600):
        if turn % 20 == 0:
            desk.office.jobs.write(lambda db: dossiers.receive(db, {"product.name": "Thêm"}))
        begun = time.perf_counter()
        _type(editor.lines, "ế" if turn % 3 else " ")
        times.append((time.perf_counter() - begun) * 1000)
        if turn % 40 == 0:
            page.draft.save()
    desk.settle()
    say("typing: one key, painted, writer busy", times)


def _open(page: DossierPage, dossier: str) -> float:
    page.open(dossier, "dossier.matter.lao_dong.found")
    return until(
        lambda: page.draft.dossier == dossier and page.draft.editor("dossier.matter.lao_dong.found") is not None
    )


def _type(lines: Lines, letter: str) -> None:
    keyboard.keys(lines, letter)
    QCoreApplication.processEvents()
    lines.viewport().repaint()


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=100_000)
    rows = arguments.parse_args().rows
    app = QApplication([])
    style.apply(app)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["OCOP_DESKTOP_HOME"] = folder
        with a_desk(Path(folder)) as desk:
            desk.write(lambda db: fill(db, rows))
            os.write(1, f"{rows} rows, milliseconds{'median':>30}{'p95':>9}{'worst':>9}\n".encode())
            page = list_figures(desk, rows)
            typing_figures(desk)
            page.deleteLater()


if __name__ == "__main__":
    main()
