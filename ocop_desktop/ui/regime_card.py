"""Under the registration's numbers: the law a dossier stands under, and the way to another one with a reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ocop_desktop import legal
from ocop_desktop.actions import dossiers
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.inputs import Combo
from ocop_desktop.ui.widgets import Card, button, row, text


class RegimeCard(Card):
    """Derived from the day of reception until a person chooses otherwise; then it stays, with the reason in sight."""

    def __init__(self, office: OfficeContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setObjectName("regime")
        self._office, self._draft = office, draft
        self._dossier, self._own = "", ""
        self.box.addWidget(text(self.tr("Quy định áp dụng"), "heading", wrap=True))
        self._words = text("", "", wrap=True)
        self._words.setObjectName("regime.words")
        self._why = text("", "small", wrap=True)
        self._choose = Combo()
        self._choose.setObjectName("regime.choose")
        self._choose.setAccessibleName(self.tr("Quy định áp dụng"))
        for each in legal.regimes():
            self._choose.addItem(each.source.document, each.id)
        self._choose.hide()
        self._choose.activated.connect(self._chosen)
        self._choose.entered.connect(self._chosen)
        self._change = button(self.tr("Đổi quy định…"), name="regime.change")
        self._change.clicked.connect(self._begin)
        for widget in (self._words, self._why, self._choose):
            self.box.addWidget(widget)
        self.box.addLayout(row(self._change, None))

    def show_page(self, page: DossierPage) -> None:
        """Show the law and why it applies."""
        self._dossier, self._own = page.id, str(page.values["dossier.regime"])
        self._words.setText(legal.regime(self._own).source.document)
        reason = str(page.values.get("dossier.regime_reason") or "")
        self._why.setText(
            self.tr("Do cán bộ chọn: {reason}").format(reason=reason) if reason else self.tr("Theo ngày nhận hồ sơ.")
        )
        self._choose.hide()
        self._change.setVisible(page.state in {"open", "waiting"})

    def _begin(self) -> None:
        self._choose.setCurrentIndex(self._choose.findData(self._own))
        self._choose.show()
        self._change.hide()
        self._choose.setFocus()

    def _chosen(self, _at: int = 0) -> None:
        regime = str(self._choose.currentData())
        if regime == self._own:
            return
        words = self.tr("Vì sao hồ sơ này theo {document}? Lý do được ghi vào lịch sử và giữ với hồ sơ.")
        title = self.tr("Đổi quy định áp dụng")
        said = words.format(document=legal.regime(regime).source.document)
        reason = ask.reason(self, title, said, self.tr("Đổi quy định"))
        if not reason:
            self._choose.hide()
            self._change.show()
            return
        self._draft.leave()
        action = partial(dossiers.set_regime, dossier=self._dossier, regime=regime, reason=reason)
        self._office.jobs.write(action, partial(self._done, self._dossier))

    def _done(self, dossier: str, _changes: Changes) -> None:
        self._office.open_dossier.emit(dossier, None)
