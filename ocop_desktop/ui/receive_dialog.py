"""Nhận hồ sơ (Ctrl N): six answers, Enter to the end, and the clock of 15 working days runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions import duplicates, listing, office
from ocop_desktop.actions.duplicates import Side
from ocop_desktop.actions.listing import ProducerHit
from ocop_desktop.domain.forms import Field, Values
from ocop_desktop.domain.text import fold, show_date
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import fields
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.fields import Editor, LineEditor, commit_composition
from ocop_desktop.ui.form_view import FieldBox
from ocop_desktop.ui.suggest import Offer, SetEditor, SuggestLine
from ocop_desktop.ui.widgets import button, row, text

_KEYS = ("producer.name", "product.name", "product.set", "dossier.kind", "dossier.received_on", "dossier.receiver")
DEBOUNCE_MS = 120


@dataclass(frozen=True)
class Reception:
    """What is to be received: values, and the known producer chosen."""

    values: Values
    producer: str | None


@dataclass(frozen=True)
class _Hits:
    words: str
    hits: list[ProducerHit]


@dataclass(frozen=True)
class _Alike:
    producer: tuple[Side, str] | None
    product: tuple[Side, str] | None


class ProducerEditor(LineEditor):
    """A producer's name, with the known ones offered. Choosing one uses its record again."""

    asked = Signal(object)
    """Words to find producers by."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        self._suggest = SuggestLine()
        super().__init__(field, parent, self._suggest)
        self._known: ProducerHit | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DEBOUNCE_MS)
        self._wait.timeout.connect(self._ask)
        self.line.typed.connect(self._wait.start)
        self._suggest.chosen.connect(self._chosen)

    @property
    def known(self) -> ProducerHit | None:
        """The known producer on screen; none once its name was changed by hand."""
        same = self._known is not None and fold(self._known.name) == fold(self.text())
        return self._known if same else None

    def offer(self, words: str, hits: list[ProducerHit]) -> None:
        """Show producers found for these words, when they are still the words on screen."""
        if words == self.line.on_screen():
            self._suggest.offer([Offer(hit.name, hit.address, hit) for hit in hits])

    def _ask(self) -> None:
        words = self.line.on_screen()
        if fold(words):
            self.asked.emit(words)
        else:
            self._suggest.offer([])

    def _chosen(self, offer: Offer) -> None:
        if isinstance(offer.stands_for, ProducerHit):
            self._known = offer.stands_for
            self.edited.emit()
            self._go_on()


class ReceiveDialog(QDialog):
    """The few answers a reception needs; the rest is filled in on the dossier's page."""

    received = Signal(object)
    """The ``Reception``."""

    def __init__(self, context: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("receive")
        self.setWindowTitle(self.tr("Nhận hồ sơ"))
        self.setMinimumWidth(640)
        self._office = context
        self._regime = legal.regime_on(context.today())
        self._boxes: dict[str, FieldBox] = {}
        by_key = {field.key: field for field in legal.screen_form(self._regime.id, "mau-01").fields()}
        for key in _KEYS:
            self._boxes[key] = FieldBox(by_key[key], self._editor(by_key[key]), brief=True)
        self._accept = button(self.tr("Nhận hồ sơ"), primary=True, name="receive.accept")
        self._accept.clicked.connect(self.accept)
        self._accept.setAutoDefault(True)
        back = button(self.tr("Quay lại"), name="receive.back")
        back.clicked.connect(self.reject)
        self._problem = text("", "problem", wrap=True)
        self._problem.setObjectName("receive.problem")
        self._problem.hide()
        self.alike = text("", "quiet", "warning", wrap=True)
        self.alike.setObjectName("receive.alike")
        self.alike.hide()
        for key in ("producer.name", "product.name"):
            self._editor_of(key).left.connect(self.look_alike)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        places = ((0, 0, 2), (1, 0, 2), (2, 0, 2), (3, 0, 2), (4, 0, 1), (4, 1, 1))
        for key, (line, at, span) in zip(_KEYS, places, strict=True):
            grid.addWidget(self._boxes[key], line, at, 1, span)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        box.addWidget(text(self.tr("Nhận hồ sơ"), "title"))
        days = self._regime.deadlines.commune_working_days
        if days is not None:
            words = self.tr("Thời hạn {days} ngày làm việc tính từ ngày nhận ({article}).")
            box.addWidget(text(words.format(days=days.value, article=days.article), "quiet", wrap=True))
        box.addLayout(grid)
        box.addWidget(self.alike)
        box.addWidget(self._problem)
        box.addLayout(row(text(self.tr("Enter sang ô tiếp theo, Esc quay lại"), "small"), None, back, self._accept))
        self._editor_of("dossier.kind").put("lan-dau")
        self._editor_of("dossier.received_on").put(show_date(context.today()))
        self._editor_of("producer.name").setFocus()
        context.jobs.read(office.office, self._show_officer)

    def reception(self) -> Reception:
        """What is on screen, as values."""
        values: Values = {}
        for key, box in self._boxes.items():
            reading = box.editor.reading()
            if reading.value is not None:
                values[key] = reading.value
        chosen = self._editor_of("product.set")
        if isinstance(chosen, SetEditor) and (one := chosen.picked_set()) is not None:
            values["product.classification"] = one.classification
        producer = self._editor_of("producer.name")
        known = producer.known if isinstance(producer, ProducerEditor) else None
        return Reception(values, known.id if known else None)

    def accept(self) -> None:
        """Take the answers; a field that is not right yet gets the cursor instead."""
        commit_composition()
        for box in self._boxes.values():
            box.check()
            if box.editor.reading().refused is not None:
                box.editor.setFocus()
                return
        taken = self.reception()
        if not taken.values.get("product.name") and not taken.values.get("producer.name"):
            self._problem.setText(self.tr("Hãy gõ tên chủ thể hoặc tên sản phẩm."))
            self._problem.show()
            self._editor_of("producer.name").setFocus()
            return
        self.received.emit(taken)
        super().accept()

    def _editor_of(self, key: str) -> Editor:
        return self._boxes[key].editor

    def _editor(self, field: Field) -> Editor:
        if field.key == "producer.name":
            producer = ProducerEditor(field)
            producer.setObjectName(field.key)
            producer.asked.connect(self._find)
            return producer
        if field.key == "product.set":
            chosen = SetEditor(field, self._regime.id)
            chosen.setObjectName(field.key)
            return chosen
        return fields.editor(field)

    def look_alike(self) -> None:
        """Tell of a known producer or product whose name is close to what was typed."""
        producer = self._editor_of("producer.name")
        known = isinstance(producer, ProducerEditor) and producer.known is not None
        names = ("" if known else producer.text(), self._editor_of("product.name").text())
        self._office.jobs.read(partial(_alike, names), self._show_alike)

    def _show_alike(self, found: _Alike) -> None:
        said = []
        if found.producer is not None:
            side, why = found.producer
            words = self.tr("Gần giống “{name}” đã có ({why}). Nếu là một, hãy chọn tên trong danh sách gợi ý.")
            said.append(words.format(name=side.name, why=why))
        if found.product is not None:
            side, why = found.product
            words = self.tr("Gần giống sản phẩm “{name}” của {producer} ({why}).")
            said.append(words.format(name=side.name, producer=side.producer or "…", why=why))
        self.alike.setText("\n".join(said))
        self.alike.setVisible(bool(said))
        if said and (box := self.layout()) is not None:  # or the line takes its room from the fields
            box.activate()
            self.resize(self.width(), max(self.height(), box.totalHeightForWidth(self.width())))

    def _find(self, words: object) -> None:
        self._office.jobs.read(partial(_producers, str(words)), self._found)

    def _found(self, found: _Hits) -> None:
        producer = self._editor_of("producer.name")
        if isinstance(producer, ProducerEditor):
            producer.offer(found.words, found.hits)

    def _show_officer(self, values: Values) -> None:
        editor = self._editor_of("dossier.receiver")
        if not editor.text():
            editor.load(str(values.get("officer.name") or ""))


def _producers(words: str, db: Db) -> _Hits:
    return _Hits(words, listing.producers(db, words))


def _alike(typed: tuple[str, str], db: Db) -> _Alike:
    producers = duplicates.near(db, "producer", typed[0], limit=1)
    products = duplicates.near(db, "product", typed[1], limit=1)
    return _Alike(producers[0] if producers else None, products[0] if products else None)
