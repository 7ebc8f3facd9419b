"""In và ký: a second person has read the dossier, with name and hour; shown where several people use the PC, and wherever
the mark came with the dossier."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions import people, permission, reviews
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.actions.reviews import Review
from ocop_desktop.domain import custody
from ocop_desktop.domain.forms import Value
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import Card, button, row, set_role, text

_Answer = tuple[Review | None, int, bool, Value]


class ReviewCard(Card):
    """The mark, and the button that sets it."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._office = office
        self._dossier = ""
        self._here = False
        self._said = text("", wrap=True)
        self._said.setObjectName("review.said")
        self._mark = button(self.tr("Đã xem"), name="review.mark")
        self._mark.clicked.connect(self._read_it)
        self.box.addWidget(text(self.tr("Người thứ hai xem"), "heading"))
        line = row(self._said, self._mark)
        line.setStretch(0, 1)
        self.box.addLayout(line)
        self.hide()

    def show_page(self, page: DossierPage) -> None:
        """Read how it stands with a dossier."""
        self._dossier = page.id
        self._here = page.desk is None and page.state in custody.AT_COMMUNE

        def read(db: Db) -> _Answer:
            found = people.everybody(db).everybody
            wanted = office_actions.own_setting(db, reviews.NEEDED)
            return (
                reviews.of(db, page.id),
                sum(not each.left for each in found),
                permission.may(db, "review"),
                wanted,
            )

        self._office.jobs.read(read, partial(self._show, page.id))

    def _show(self, dossier: str, answer: _Answer) -> None:
        if dossier != self._dossier:
            return
        found, people_here, may, wanted = answer
        self.setVisible(people_here > 1 or bool(wanted) or found is not None)
        self._mark.setVisible(self._here and may and not (found is not None and found.current))
        set_role(self._said, "" if found is None or found.current else "problem")
        if found is None:
            self._said.setText(self.tr("Chưa có người thứ hai xem hồ sơ này."))
            return
        template = (
            self.tr("{name} đã xem lúc {moment}.")
            if found.current
            else self.tr("{name} đã xem lúc {moment}, sau đó hồ sơ có thay đổi.")
        )
        self._said.setText(template.format(name=found.by, moment=texts.day_and_hour(found.at)))

    def _read_it(self) -> None:
        self._office.jobs.write(partial(reviews.mark, dossier=self._dossier))
