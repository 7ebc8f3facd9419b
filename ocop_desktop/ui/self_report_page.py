"""The texts of Mẫu số 02 beside its score table: Parts I, II, IV, and what is new since recognition."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ocop_desktop.domain.forms import FormSpec
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.form_view import FormView
from ocop_desktop.ui.widgets import button, row, text


class SelfReportPage(FormView):
    """The form's own fields, and the way to its print."""

    print_wanted = Signal()

    def __init__(self, form: FormSpec, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(draft, parent)
        self.box.setContentsMargins(0, 0, 6, 14)
        words = self.tr("Phần III là bảng tự chấm ở các mục bên trái; bản in có cả hai.")
        look = button(self.tr("Xem và in Mẫu số 02"), name="scores.print")
        look.clicked.connect(self.print_wanted)
        line = row(text(words, "quiet", wrap=True), look, spacing=12)
        line.setStretch(0, 1)
        self.box.addLayout(line)
        for section in form.sections:
            ticks = frozenset(field.key for field in section.fields if field.kind == "tick")
            self.add_section(section, wide=ticks)
        self.box.addStretch(1)
