"""Step 4, In và ký: see the paper, finalise it, print it; open it again with a reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.errors import Refused
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.issue_card import IssueCard
from ocop_desktop.ui.missing_card import MissingCard
from ocop_desktop.ui.papers.card import PapersCard
from ocop_desktop.ui.people.review_card import ReviewCard
from ocop_desktop.ui.step import SideBySide, Step, side_column
from ocop_desktop.ui.widgets import Card, PageScroll, button, row, set_role, text


class PrintTab(Step):
    """Three cards: the report, the seal, other papers."""

    paper_wanted = Signal(object)
    """The id of a paper in the registry."""
    seal_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, office: OfficeContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(office, draft, parent)
        self._state = text("", "", wrap=True)
        self._state.setObjectName("print.state")
        self._seal = button(self.tr("Chốt báo cáo"), primary=True, name="print.seal")
        self._seal.clicked.connect(self.seal_wanted)
        self._reopen = button(self.tr("Mở lại để sửa…"), name="print.reopen")
        self._reopen.clicked.connect(self.reopen_wanted)
        self._preview = button(self.tr("Xem trước và in Mẫu số 03  Ctrl P"), name="print.report")
        self._preview.clicked.connect(self._want_report)
        report = Card(self.tr("Báo cáo Mẫu số 03"))
        words = self.tr("Bản xem trước chính là bản in ra. Trước khi chốt, bản in có chữ BẢN NHÁP.")
        report.box.addWidget(text(words, "quiet", wrap=True))
        report.box.addLayout(row(self._preview, None))
        seal = Card(self.tr("Chốt để ký"))
        seal.box.addWidget(self._state)
        seal.box.addLayout(row(self._seal, self._reopen, None))
        self.papers = PapersCard(office)
        self.papers.wanted.connect(self.paper_wanted)
        after = Card(self.tr("Sau khi ký"))
        words = self.tr(
            "Số và ngày do văn thư ghi sau khi ký. "
            "Quét bản ký rồi đưa vào trang Giấy đã ký: chương trình đọc mã ở góc giấy và gắn đúng hồ sơ, đúng lần chốt."
        )
        after.box.addWidget(text(words, "quiet", wrap=True))
        self._came = text("", "strong", wrap=True)
        self._came.setObjectName("print.signed")
        self._bring = button(self.tr("Đưa bản đã ký vào…"), name="print.bring")
        self._bring.clicked.connect(partial(office.show_page.emit, "signed"))
        after.box.addWidget(self._came)
        after.box.addLayout(row(self._bring, None))
        self.issue = IssueCard(office)
        self.review = ReviewCard(office)
        main = QWidget()
        cards = QVBoxLayout(main)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        for card in (report, self.review, seal, self.issue, self.papers, after):
            cards.addWidget(card)
        cards.addStretch(1)
        self.missing = MissingCard(1)
        self.missing.wanted.connect(self.wanted)
        scroll = PageScroll()
        scroll.box.setContentsMargins(0, 12, 6, 14)
        scroll.box.addWidget(SideBySide(main, side_column(self.missing)))
        scroll.box.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)

    def show_page(self, page: DossierPage) -> None:
        super().show_page(page)
        self.missing.show_problems(page.problems)
        self.issue.show_page(page)
        self.review.show_page(page)
        editable = page.editable
        has_form = legal.form_of(str(page.values["dossier.regime"]), "mau-03") is not None
        self._preview.setEnabled(has_form)
        self.papers.show_dossier(page.id)
        self._seal.setVisible(editable and has_form)
        self.missing.setVisible(editable and has_form)
        self._seal.setEnabled(not page.problems and page.state == "open")
        self._reopen.setVisible(page.desk is None and page.state in {"sealed", "returned"})
        set_role(self._seal, "primary")
        set_role(self._preview, "" if self._seal.isEnabled() and editable else "primary" if not editable else "")
        self._state.setText(self._words(page))
        self._show_signed(page)

    def _show_signed(self, page: DossierPage) -> None:
        """Whether the signed copy of the report that counts is here."""
        ours = [file for file in page.evidence if page.sealed is not None and file.report == page.sealed.id]
        self._bring.setEnabled(page.state in {"sealed", "handed_over"})
        self._came.setVisible(bool(ours))
        if ours and page.sealed is not None:
            template = self.tr("✓ Đã có bản ký của lần chốt {revision}, nhận lúc {moment}.")
            moment = texts.day_and_hour(ours[-1].added_at)
            self._came.setText(template.format(revision=page.sealed.revision, moment=moment))

    def focus_first(self) -> None:
        ready = self._seal.isVisible() and self._seal.isEnabled()
        (self._seal if ready else self._preview).setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, page: DossierPage) -> str:
        regime = legal.regime(str(page.values["dossier.regime"]))
        if page.state in {"open", "waiting"} and legal.form_of(regime.id, "mau-03") is None:
            return texts.error(Refused("report.no_form", document=regime.source.document))
        if page.sealed is not None and page.state == "sealed":
            template = self.tr(
                "Đã chốt lần {revision} lúc {moment}. In ra, trình ký; muốn sửa thì mở lại và ghi lý do."
            )
            return template.format(revision=page.sealed.revision, moment=texts.day_and_hour(page.sealed.sealed_at))
        if page.state == "handed_over":
            return self.tr("Hồ sơ đã gửi tỉnh. Bản đã chốt được giữ nguyên và in lại được bất cứ lúc nào.")
        if page.state == "returned":
            return self.tr("Tỉnh đã trả lại hồ sơ. Mở lại, sửa theo ý kiến rồi chốt lần mới.")
        if page.state == "waiting":
            return self.tr("Hồ sơ đang chờ chủ thể bổ sung. Bấm Tiếp tục xử lý ở đầu trang rồi chốt.")
        if page.problems:
            template = self.tr("Còn {count} mục chưa đủ. Bấm từng mục ở bên phải để đến đúng chỗ.")
            return template.format(count=len(page.problems))
        return self.tr("Đã đủ. Chốt giữ nguyên nội dung để in, ký và gửi; sau đó hồ sơ chỉ đọc.")

    def _want_report(self) -> None:
        self.paper_wanted.emit("mau-03")
