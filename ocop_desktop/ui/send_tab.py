"""Step 5, Gửi tỉnh: hand the dossier over, see what the province holds, print its receipt."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.domain.text import show_size
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.issue_card import IssueCard
from ocop_desktop.ui.step import Step
from ocop_desktop.ui.widgets import Card, PageScroll, button, clear, row, set_role, text


class SendTab(Step):
    """The package and its proof."""

    hand_over_wanted = Signal()
    receipt_wanted = Signal()

    def __init__(self, office: OfficeContext, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(office, draft, parent)
        self._words = text("", "", wrap=True)
        self._words.setObjectName("send.words")
        self._send = button(self.tr("Gửi hồ sơ đi tỉnh"), primary=True, name="send.hand_over")
        self._send.clicked.connect(self.hand_over_wanted)
        self._go = button(self.tr("Mở trang Đồng bộ"), name="send.sync")
        self._go.clicked.connect(self._show_sync)
        self._receipt = button(self.tr("In biên nhận của tỉnh"), name="send.receipt")
        self._receipt.clicked.connect(self.receipt_wanted)
        send = Card(self.tr("Gửi tỉnh"))
        send.box.addWidget(self._words)
        send.box.addLayout(row(self._send, self._go, None))
        self._package = Card(self.tr("Hồ sơ đề nghị gồm"))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._package.box.addLayout(self._list)
        state = Card(self.tr("Ở tỉnh"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        self._facts = [text("", "strong", wrap=True) for _ in range(3)]
        labels = (self.tr("Bản ghi"), self.tr("Xác nhận gần nhất"), self.tr("Tệp minh chứng"))
        for line, (label, fact) in enumerate(zip(labels, self._facts, strict=True)):
            grid.addWidget(text(label, "quiet"), line, 0)
            grid.addWidget(fact, line, 1)
        state.box.addLayout(grid)
        state.box.addLayout(row(self._receipt, None))
        self.issue = IssueCard(office)
        scroll = PageScroll()
        scroll.box.setContentsMargins(0, 12, 6, 14)
        for card in (send, self.issue, state, self._package):
            scroll.box.addWidget(card)
        scroll.box.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)

    def show_page(self, page: DossierPage) -> None:
        super().show_page(page)
        self.issue.show_page(page)
        own = page.desk is None
        self._send.setVisible(own and page.state in {"open", "waiting", "sealed", "returned"})
        self._send.setEnabled(page.state == "sealed" or (page.state == "open" and _formless(page)))
        self._go.setVisible(page.state == "handed_over" and page.sync.state != "at_province")
        self._words.setText(self._say(page))
        self._receipt.setEnabled(page.sync.state == "at_province")
        words, tone = texts.sync_mark(page.sync.state)
        self._facts[0].setText(words)
        set_role(self._facts[0], "strong", "danger" if tone == "danger" else "")
        at = page.sync.at
        self._facts[1].setText(
            self.tr("{moment}, lần sửa {revision}").format(moment=texts.day_and_hour(at), revision=page.sync.revision)
            if at
            else self.tr("chưa có")
        )
        sent = [file for file in page.evidence if file.sent]
        size = show_size(sum(file.size for file in page.evidence))
        template = self.tr("{sent} trên {all} tệp đã về tỉnh ({size})")
        self._facts[2].setText(template.format(sent=len(sent), all=len(page.evidence), size=size))
        self._show_package(page)

    def focus_first(self) -> None:
        target = self._send if self._send.isVisible() and self._send.isEnabled() else self._receipt
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, page: DossierPage) -> str:
        if page.stage == "at_province":
            return self.tr("Hồ sơ đã về tỉnh an toàn.")
        if page.state == "handed_over":
            return self.tr(
                "Hồ sơ đã xếp vào lô gửi. Khi có mạng hoặc USB, bấm Đồng bộ để chuyển đi; không mất gì nếu chưa có."
            )
        if page.state == "sealed":
            return self.tr("Báo cáo đã chốt. Khi đã ký, bấm Gửi hồ sơ đi tỉnh; không cần có mạng ngay lúc này.")
        if page.state == "returned":
            return self.tr("Tỉnh đã trả lại. Mở lại ở bước 4, sửa, chốt rồi gửi lại.")
        if page.state == "open" and _formless(page):
            return self.tr("Quy định của hồ sơ này không có mẫu báo cáo trong chương trình: thêm bản đã ký, rồi gửi.")
        return self.tr("Chốt báo cáo ở bước 4 trước khi gửi.")

    def _show_package(self, page: DossierPage) -> None:
        clear(self._list)
        regime = legal.regime(str(page.values["dossier.regime"]))
        sets = {one.code: one.group for one in legal.criteria_sets(regime.id)}
        group = sets.get(str(page.values.get("product.set") or ""), "")
        for number, item in enumerate(regime.package_for(group), start=1):
            words = self.tr("{number}. {label}").format(number=number, label=item.label)
            self._list.addWidget(text(words, "", wrap=True))
        if not regime.package:
            self._list.addWidget(text(self.tr("Chưa thấy danh mục hồ sơ gửi tỉnh của {document}.").format(
                document=regime.source.document
            ), "quiet", wrap=True))  # fmt: skip
            return
        self._list.addWidget(text(self.tr("01 bộ giấy và 01 bộ điện tử (Điều 7 khoản 2 điểm b)."), "small"))

    def _show_sync(self) -> None:
        self.office.show_page.emit("sync")


def _formless(page: DossierPage) -> bool:
    """Whether the dossier's law has no report form here: such a dossier goes without a seal."""
    return legal.form_of(str(page.values["dossier.regime"]), "mau-03") is None
