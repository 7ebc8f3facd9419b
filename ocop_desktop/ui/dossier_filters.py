"""What the list of dossiers can be narrowed to: chips for the step of the work, and the commune where there are several."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from ocop_desktop.actions.gathering import Scope
from ocop_desktop.actions.listing import Query
from ocop_desktop.domain.text import show_count
from ocop_desktop.ui.flow import Flow
from ocop_desktop.ui.widgets import set_role

_OWN = ("all", "mine", "due_soon", "waiting", "sealed", "handed_over", "returned")
_ORDER = ("all", "mine", "due_soon", "arrived", "accepted", "waiting", "sealed", "handed_over", "returned", "late")
_GATHERED = ("all", "arrived", "accepted", "returned", "waiting", "late")


class Filters(QWidget):
    """One chip is chosen; an office that gathers several communes has other chips, and a choice of one commune."""

    chosen = Signal(object)
    """The name of a filter."""
    unit_chosen = Signal(object)
    """The code of a unit, empty for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scope: Scope | None = None
        self._unit = ""
        self._chips: dict[str, QPushButton] = {}
        chips = Flow(self, spacing=8)
        self.unit = QComboBox()
        self.unit.setObjectName("dossiers.unit")
        self.unit.setAccessibleName(self.tr("Xã, phường"))
        self.unit.setMinimumWidth(190)
        self.unit.activated.connect(self._unit_taken)
        self.unit.hide()
        chips.addWidget(self.unit)
        for name in _ORDER:
            chip = QPushButton(filter_words(name))
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
            chip.setChecked(name == "all")
            chip.setObjectName(f"dossiers.filter.{name}")
            set_role(chip, "chip")
            chip.clicked.connect(partial(self.chosen.emit, name))
            self._chips[name] = chip
            chips.addWidget(chip)
        self._show_chips()

    def _show_chips(self) -> None:
        shown = _GATHERED if self._scope is not None and self._scope.gathers else _OWN
        for name, chip in self._chips.items():
            chip.setVisible(name in shown)

    def show_scope(self, scope: Scope) -> None:
        """The communes to choose among; the choice stays where it is still one of them."""
        if scope == self._scope:
            return
        self._scope = scope
        self.unit.clear()
        self.unit.addItem(self.tr("Mọi xã, phường ({count})").format(count=len(scope.units)), "")
        for code, name, count in scope.units:
            self.unit.addItem(f"{name} ({show_count(count)})", code)
        self.unit.setCurrentIndex(max(0, self.unit.findData(self._unit)))
        self.unit.setVisible(scope.gathers)
        self._show_chips()

    def show_counts(self, counts: dict[str, int]) -> None:
        """How many each filter has."""
        for name, chip in self._chips.items():
            chip.setText(f"{filter_words(name)} {show_count(counts[name])}")

    def show_query(self, query: Query) -> None:
        """Show what the list is narrowed to."""
        self._chips[query.filter].setChecked(True)
        self._unit = query.unit  # the communes may be read only later
        if self.unit.findData(query.unit) >= 0:
            self.unit.setCurrentIndex(self.unit.findData(query.unit))

    def _unit_taken(self, at: int) -> None:
        self._unit = str(self.unit.itemData(at) or "")
        self.unit_chosen.emit(self._unit)


def filter_words(name: str) -> str:
    """What people call a filter of the list."""
    translate = QCoreApplication.translate
    return {
        "all": translate("DossierList", "Tất cả"),
        "mine": translate("DossierList", "Của tôi"),
        "due_soon": translate("DossierList", "Sắp đến hạn"),
        "waiting": translate("DossierList", "Chờ bổ sung"),
        "sealed": translate("DossierList", "Chờ ký"),
        "handed_over": translate("DossierList", "Đã gửi tỉnh"),
        "arrived": translate("DossierList", "Chờ tiếp nhận"),
        "accepted": translate("DossierList", "Đang xét"),
        "returned": translate("DossierList", "Tỉnh trả lại"),
        "late": translate("DossierList", "Xã quá hạn"),
    }[name]
