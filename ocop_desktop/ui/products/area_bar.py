"""What the list of products is narrowed to: star, group, kind of producer, unit, end of the certificate; views kept by name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ocop_desktop.actions.products import area
from ocop_desktop.actions.products.area import Area, View
from ocop_desktop.actions.reports import facts
from ocop_desktop.domain.forms import Field, Values
from ocop_desktop.domain.reporting.figures import OTHER, PRODUCER_KINDS
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.flow import Flow
from ocop_desktop.ui.inputs import Combo
from ocop_desktop.ui.record_dialog import RecordDialog
from ocop_desktop.ui.widgets import button


def group_words(code: str) -> str:
    """What a *ngành* is called."""
    return dict(facts.groups()).get(code) or QCoreApplication.translate("products", "Chưa ghi ngành")


def kind_words(code: str) -> str:
    """What a kind of producer is called."""
    return texts.sentence(f"figure.producers.kind.{code.replace('-', '_')}", {})


class AreaBar(QWidget):
    """Choices side by side, on two lines where the window is narrow."""

    changed = Signal()
    """Another choice was made."""
    unit_way = Signal()
    """Products are to be counted by another unit."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._words = ""
        self._views: tuple[View, ...] = ()
        self.view = self._combo("products.view", self.tr("Cách xem đã lưu"), 148)
        self.stars = self._combo("products.stars", self.tr("Hạng"), 100)
        self.group = self._combo("products.group", self.tr("Ngành"), 124)
        self.kind = self._combo("products.kind", self.tr("Loại chủ thể"), 142)
        self.window_ = self._combo("products.window", self.tr("Hết hạn"), 176)
        self.told = self._combo("products.told", self.tr("Công nhận hay mới khai"), 196)
        self.unit = self._combo("products.unit", self.tr("Xã"), 116)
        self.by = self._combo("products.by", self.tr("Tính theo đơn vị"), 134)
        self.keep = button(self.tr("Lưu cách xem…"), name="products.keep")
        self.keep.clicked.connect(self._ask_name)
        self.forget = button(self.tr("Xóa cách xem"), name="products.forget")
        self.forget.clicked.connect(self._forget)
        self.forget.hide()
        box = Flow(self, spacing=8)
        for each in (
            self.view,
            self.told,
            self.stars,
            self.group,
            self.kind,
            self.window_,
            self.unit,
            self.by,
            self.keep,
            self.forget,
        ):
            box.addWidget(each)
        self._fill_fixed()
        for each in (self.told, self.stars, self.group, self.kind, self.window_, self.unit):
            each.activated.connect(self._chosen)
        self.by.activated.connect(self._way)
        self.view.activated.connect(self._view_chosen)

    def _combo(self, name: str, label: str, width: int) -> Combo:
        made = Combo()
        made.setObjectName(name)
        made.setAccessibleName(label)
        made.setFixedWidth(width)
        return made

    def _fill_fixed(self) -> None:
        self.stars.addItem(self.tr("Mọi hạng"), 0)
        for stars in (5, 4, 3):
            self.stars.addItem(self.tr("{count} sao").format(count=stars), stars)
        self.group.addItem(self.tr("Mọi ngành"), "")
        for code, name in (*facts.groups(), (OTHER, group_words(OTHER))):
            self.group.addItem(name, code)
        self.kind.addItem(self.tr("Mọi loại chủ thể"), "")
        for kind in (*PRODUCER_KINDS, OTHER):
            self.kind.addItem(kind_words(kind), kind)
        for words, window in (
            (self.tr("Mọi ngày hết hạn"), ""),
            (self.tr("Kỳ nộp lại (180 - 120 ngày)"), "window"),
            (self.tr("Quá kỳ nộp lại"), "late"),
            (self.tr("Hết hạn trong 1 năm"), "year"),
            (self.tr("Hết hiệu lực, thu hồi"), "expired"),
        ):
            self.window_.addItem(words, window)
        for words, told in (
            (self.tr("Công nhận và xã khai"), ""),
            (self.tr("Đã công nhận"), "recognised"),
            (self.tr("Khai, chưa xác nhận"), "told"),
            (self.tr("Trả lại xã"), "returned"),
            (self.tr("Mã trùng nhau"), "twins"),
        ):
            self.told.addItem(words, told)
        self.by.addItem(self.tr("Đơn vị lúc lập"), "made")
        self.by.addItem(self.tr("Đơn vị hiện nay"), "today")

    def show_area(self, found: Area) -> None:
        """The units and views there are; what was chosen stays."""
        chosen = self.unit.currentData() or ""
        self.unit.clear()
        self.unit.addItem(self.tr("Mọi xã"), "")
        for code, name in found.units:
            self.unit.addItem(name, code)
        self.unit.setCurrentIndex(max(0, self.unit.findData(chosen)))
        self.unit.setVisible(len(found.units) > 1)
        self.by.setVisible(len(found.units) > 1)
        self.told.setVisible(bool(found.claims or found.twins or self.told.currentIndex()))
        self._show_views(found.views)

    def _show_views(self, views: tuple[View, ...]) -> None:
        shown = self.view.currentText()
        self._views = views
        self.view.clear()
        self.view.addItem(self.tr("Tất cả sản phẩm"))
        for each in views:
            self.view.addItem(each.name)
        self.view.setCurrentIndex(max(0, self.view.findText(shown)))
        self._show_forget()

    def now(self) -> View:
        """What is chosen."""
        return View(
            stars=int(self.stars.currentData() or 0),
            group=str(self.group.currentData() or ""),
            kind=str(self.kind.currentData() or ""),
            unit=str(self.unit.currentData() or ""),
            window=self.window_.currentData() or "",
            told=self.told.currentData() or "",
            by="today" if self.by.currentData() == "today" else "made",
        )

    def put(self, view: View) -> None:
        """Choose what a view says."""
        for combo, value in (
            (self.told, view.told),
            (self.stars, view.stars),
            (self.group, view.group),
            (self.kind, view.kind),
            (self.unit, view.unit),
            (self.window_, view.window),
            (self.by, view.by),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self.changed.emit()

    def _chosen(self) -> None:
        self.changed.emit()

    def _way(self) -> None:
        self.unit_way.emit()

    def _view_chosen(self, at: int) -> None:
        way = self.by.currentData()
        self.put(self._views[at - 1] if at > 0 else View())
        self._show_forget()
        if self.by.currentData() != way:
            self.unit_way.emit()

    def _show_forget(self) -> None:
        self.forget.setVisible(self.view.currentIndex() > 0)

    def _forget(self) -> None:
        name = self.view.currentText()
        said = self.tr("Chỉ bỏ tên và những lựa chọn đã lưu; không sản phẩm nào bị đụng tới.")
        asked = self.tr("Xóa cách xem “{name}”?").format(name=name)
        if self.view.currentIndex() > 0 and ask.confirm(self, asked, said, self.tr("Xóa")):
            self._office.jobs.write(partial(area.forget_view, name=name), self._kept)

    def _ask_name(self) -> None:
        view = self.now()
        dialog = RecordDialog(
            self._office,
            self.tr("Lưu cách xem"),
            self.tr("Lưu những gì đang chọn để mở lại bằng một lần bấm. Trùng tên thì thay cách xem cũ."),
            [Field(key="name", label=self.tr("Tên"), required=True, group="wide")],
            partial(_keep, view),
            parent=self,
        )
        dialog.recorded.connect(self._kept)
        dialog.open()

    def _kept(self, _answer: object) -> None:
        self._office.jobs.read(area.views, self._got_views)

    def _got_views(self, found: list[View]) -> None:
        self._show_views(tuple(found))


def _keep(view: View, db: Db, values: Values) -> object:
    return area.keep_view(db, replace(view, name=str(values["name"])))
