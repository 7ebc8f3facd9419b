"""The dates of one paper, read off it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ocop_desktop.actions import evidence
from ocop_desktop.actions.changes import Changes
from ocop_desktop.domain.dossiers import EvidenceFile
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import Line, Tick
from ocop_desktop.ui.widgets import button, column, row, text


class TermDialog(QDialog):
    """Issued on, valid to, or without an end; Enter goes on and writes."""

    def __init__(self, office: OfficeContext, file: EvidenceFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._file = office, file
        self.setObjectName("term")
        self.setWindowTitle(self.tr("Ngày cấp và hạn của giấy"))
        self.setMinimumWidth(440)
        self._issued, self._expires = Line(), Line()
        self._endless = Tick(self.tr("Giấy này không có thời hạn"))
        self._endless.setObjectName("term.endless")
        for line, name, words, value in (
            (self._issued, "term.issued", self.tr("Ngày cấp"), file.issued_on),
            (self._expires, "term.expires", self.tr("Có giá trị đến hết ngày"), file.expires_on),
        ):
            line.setObjectName(name)
            line.setAccessibleName(words)
            line.setPlaceholderText(self.tr("ngày/tháng/năm"))
            line.setText(KINDS["date"].show(value or None))
        self._endless.setChecked(file.unlimited)
        self._endless.toggled.connect(self._expires.setDisabled)
        self._expires.setDisabled(file.unlimited)
        self._issued.entered.connect(self._expires.setFocus)
        self._expires.entered.connect(self.save)
        self._endless.entered.connect(self.save)
        self._problem = text("", "", "danger", wrap=True)
        self._problem.setObjectName("term.problem")
        self._problem.hide()
        save = button(self.tr("Ghi"), primary=True, name="term.save")
        save.clicked.connect(self.save)
        back = button(self.tr("Quay lại"), name="term.back")
        back.clicked.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(12)
        box.addWidget(text(file.name, "heading", wrap=True))
        words = self.tr("Hồ sơ nâng hạng, phân hạng lại chỉ dùng lại giấy còn hạn, nên hãy ghi theo đúng giấy.")
        box.addWidget(text(words, "quiet", wrap=True))
        fields = row(
            column(text(self.tr("Ngày cấp"), "label"), self._issued, spacing=4),
            column(text(self.tr("Có giá trị đến hết ngày"), "label"), self._expires, spacing=4),
            spacing=12,
        )
        box.addLayout(fields)
        box.addWidget(self._endless)
        box.addWidget(self._problem)
        box.addLayout(row(None, back, save))
        self._issued.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Write the dates, or say what is not right."""
        try:
            issued = str(KINDS["date"].parse(self._issued.text()) or "")
            expires = "" if self._endless.isChecked() else str(KINDS["date"].parse(self._expires.text()) or "")
        except Refused as error:
            self._say(texts.error(error))
            return
        action = partial(
            evidence.set_term, evidence=self._file.id, issued_on=issued, expires_on=expires,
            unlimited=self._endless.isChecked(),
        )  # fmt: skip
        self._office.jobs.write(action, self._saved, self._failed)

    def _saved(self, _changes: Changes) -> None:
        self.accept()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, OcopError):
            self._say(texts.error(error))
        else:
            self._office.jobs.failed.emit(error)

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
