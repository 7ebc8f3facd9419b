"""Sổ văn bản đi: the register of outgoing documents by year, with gaps and numbers given twice in sight."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions import register
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.lists import screens
from ocop_desktop.actions.papers import drawing
from ocop_desktop.actions.register import Register
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import Combo
from ocop_desktop.ui.lists.export_button import Offer, TableExport
from ocop_desktop.ui.register.letter_dialog import LetterDialog
from ocop_desktop.ui.register.table import LetterTable
from ocop_desktop.ui.widgets import Card, button, column, row, text

_MOST_GAPS = 6


class RegisterPage(QWidget):
    """The year, the lines, and what to look at."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register")
        self._office = office
        self._shown: Register | None = None
        self._wanted: int | None = None
        self._choose = ""
        self._dialog: LetterDialog | None = None
        self._year = Combo()
        self._year.setObjectName("register.year")
        self._year.setAccessibleName(self.tr("Năm"))
        self._year.setMinimumContentsLength(5)
        self._year.activated.connect(self._year_chosen)
        self._add = button(self.tr("Ghi văn bản…"), key="Ctrl+G", name="register.add")
        self._add.clicked.connect(self._new)
        self._edit = button(self.tr("Sửa dòng  F2"), name="register.edit")
        self._edit.clicked.connect(self._change)
        self._remove = button(self.tr("Bỏ dòng ghi nhầm…"), name="register.remove")
        self._remove.clicked.connect(self._take_away)
        self._series = Combo()
        self._series.setObjectName("register.series")
        self._series.setAccessibleName(self.tr("Cách đánh số"))
        self._series.addItem(self.tr("Mỗi ký hiệu một dãy số"), "symbol")
        self._series.addItem(self.tr("Một dãy số chung"), "one")
        self._series.setFixedWidth(210)
        self._series.activated.connect(self._series_chosen)
        self._print = button(self.tr("In sổ"), key="Ctrl+P", name="register.print")
        self._print.clicked.connect(self._show_paper)
        self._excel = TableExport(office, self, self._tables, name="register.excel")
        self._lead = text("", "quiet", wrap=True)
        self._lead.setObjectName("register.lead")
        self._twice = Card(tone="warning")
        self._twice_words = text("", wrap=True)
        self._twice_words.setObjectName("register.twice")
        self._twice.box.addWidget(self._twice_words)
        self._twice.hide()
        self.table = LetterTable()
        self.table.activated.connect(self._open)
        self.table.selectionModel().currentChanged.connect(self._walked)
        self._empty = text("", "quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        shortcut = QShortcut("F2", self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._change)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 14, 18, 14)
        box.setSpacing(10)
        head = row(text(self.tr("Sổ văn bản đi"), "title"), self._year, None, self._edit, self._remove, self._add)
        under = row(self._lead, self._series, self._print, self._excel.button)
        under.setStretch(0, 1)
        box.addLayout(column(head, under, spacing=6))
        box.addWidget(self._twice)
        box.addWidget(self.table, 1)
        box.addWidget(self._empty, 1)
        office.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read the year on screen again; the keyboard stands on its lines."""
        self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        self._office.jobs.read(partial(register.register, year=self._wanted), self._show)

    def _show(self, found: Register) -> None:
        chosen = self.table.chosen()
        keep = self._choose or (chosen.id if chosen else "")
        self._shown, self._wanted, self._choose = found, found.year, ""
        self._year.clear()
        for year in found.years:
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(self._year.findData(found.year))
        self._series.setCurrentIndex(self._series.findData(found.series))
        twice = frozenset(letter for each in found.duplicates for letter in each.letters)
        self.table.model_.put(found.letters, twice)
        self.table.setVisible(bool(found.letters))
        self._empty.setVisible(not found.letters)
        self._empty.setText(
            self.tr("Năm này chưa có văn bản nào trong sổ. Báo cáo vào sổ khi văn thư ghi số ở bước 4 của hồ sơ.")
        )
        if found.letters:
            self.table.choose(keep)
            if self.table.chosen() is None:
                self.table.selectRow(len(found.letters) - 1)
        self._lead.setText(self._words(found))
        self._show_twice(found)
        for each in (self._print, self._excel.button):
            each.setEnabled(bool(found.letters))
        self._walked(QModelIndex())

    def _words(self, found: Register) -> str:
        parts = [self.tr("{count} văn bản").format(count=len(found.letters))]
        parts.append(self.tr("số kế tiếp {number}/{symbol}").format(number=found.next, symbol=found.symbol))
        if found.gaps:
            spans = [
                (f"{gap.first}" if gap.first == gap.last else f"{gap.first}-{gap.last}")
                + (f"/{gap.symbol}" if gap.symbol else "")
                for gap in found.gaps
            ]
            shown = ", ".join(spans[:_MOST_GAPS]) + (", …" if len(spans) > _MOST_GAPS else "")
            parts.append(self.tr("số không có trong sổ này: {spans} (có thể thuộc văn bản khác)").format(spans=shown))
        return " · ".join(parts)

    def _show_twice(self, found: Register) -> None:
        by_id = {letter.id: letter for letter in found.letters}
        words = self.tr("Số {number} có ở {count} văn bản: {what}. Hãy xem bản giấy rồi sửa một số.")
        lines = []
        for each in found.duplicates:
            what = "; ".join(by_id[one].summary or by_id[one].kind for one in each.letters)
            number = "/".join(part for part in (each.number, each.symbol) if part)
            lines.append(words.format(number=number, count=len(each.letters), what=what))
        self._twice_words.setText("\n".join(lines))
        self._twice.setVisible(bool(lines))

    def _show_paper(self) -> None:
        self._office.jobs.read(partial(drawing.outgoing, year=self._wanted), self._office.print_requested.emit)

    def _tables(self) -> list[Offer]:
        year = self._shown.year if self._shown is not None else self._office.today().year
        make = partial(screens.outgoing, year=year)
        return [Offer(words="", kind="register", name=f"Sổ văn bản đi {year}", make=make)]

    def _year_chosen(self) -> None:
        self._wanted = int(self._year.currentData())
        self._read()

    def _series_chosen(self) -> None:
        from ocop_desktop.actions.office import save_office

        value = str(self._series.currentData())
        self._office.jobs.write(partial(save_office, values={register.SERIES: value}), self._series_kept)

    def _series_kept(self, _changes: Changes) -> None:
        self._read()

    def _walked(self, _index: QModelIndex) -> None:
        chosen = self.table.chosen()
        self._edit.setEnabled(chosen is not None)
        self._remove.setEnabled(chosen is not None and not chosen.report)

    def _open(self, _index: QModelIndex) -> None:
        chosen = self.table.chosen()
        if chosen is not None and chosen.dossier:
            self._office.open_dossier.emit(chosen.dossier, None)
        else:
            self._change()

    def _new(self) -> None:
        self._show_dialog(None)

    def _change(self) -> None:
        if (chosen := self.table.chosen()) is not None:
            self._show_dialog(chosen)

    def _show_dialog(self, letter: object) -> None:
        if self._shown is None:
            return
        known = letter if letter is None else self.table.chosen()
        self._dialog = LetterDialog(self._office, known, self._shown.next, self._shown.symbol, self.window())
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.saved.connect(self._saved)
        self._dialog.open()

    def _saved(self, changes: object) -> None:
        if isinstance(changes, Changes) and changes.created:
            self._choose = changes.created
        self._office.said.emit(self.tr("Đã ghi vào sổ văn bản đi."))

    def _take_away(self) -> None:
        chosen = self.table.chosen()
        if chosen is None or chosen.report:
            return
        words = self.tr("Vì sao bỏ dòng này? Số đã bỏ vẫn còn trong lịch sử.")
        reason = ask.reason(self, self.tr("Bỏ dòng ghi nhầm"), words, self.tr("Bỏ dòng"))
        if reason:
            self._office.jobs.write(partial(register.remove_letter, letter=chosen.id, reason=reason), _done)

    def _changed(self, changes: object) -> None:
        if self.isVisible() and isinstance(changes, Changes) and register.TYPE in changes.types:
            self._read()


def _done(_changes: Changes) -> None:
    """The page reads itself again on ``changed``."""
