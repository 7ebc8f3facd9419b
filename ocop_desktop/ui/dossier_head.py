"""The head of a dossier's page: what it is, whose, how many days are left, and why it cannot be edited."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.domain import transitions
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.text import show_date
from ocop_desktop.ui import texts
from ocop_desktop.ui.following import words as filing_words
from ocop_desktop.ui.widgets import Card, button, column, link, row, set_role, text


class DossierHead(QWidget):
    """Title, facts, days, and the banner of a dossier that is paused, sealed or away."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    reopen_wanted = Signal()
    reload_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = text("", "title")
        self._title.setObjectName("dossier.title")
        self._facts = text("", "quiet", wrap=True)
        self._stage = text("", "tag")
        self._days = text("", "tag")
        self._days.setObjectName("dossier.days")
        self._dates = text("", "quiet")
        self._pause = button(self.tr("Chờ bổ sung…"), name="dossier.pause")
        self._pause.clicked.connect(self.pause_wanted)
        self._withdraw = link(self.tr("Rút hồ sơ…"), "dossier.withdraw")
        self._withdraw.clicked.connect(self.withdraw_wanted)
        self._filing = Card(tone="warning")
        self._filing.box.setContentsMargins(14, 7, 10, 7)
        self._filing_words = text("", wrap=True)
        self._filing_words.setObjectName("dossier.filing")
        self._filing.box.addWidget(self._filing_words)
        self._filing.hide()
        self._banner = Card(tone="law")
        self._banner.box.setContentsMargins(14, 7, 10, 7)
        self._why = text("", wrap=True)
        self._why.setObjectName("dossier.why")
        self._act = button("", name="dossier.act")
        self._act.clicked.connect(self._do)
        line = row(self._why, self._act)
        line.setStretch(0, 1)
        self._banner.box.addLayout(line)
        self._banner.hide()
        self._newer = Card(tone="warning")
        self._newer.box.setContentsMargins(14, 7, 10, 7)
        self._newer_words = text("", wrap=True)
        self._newer_words.setObjectName("dossier.newer")
        self._reload = button(self.tr("Xem bản mới"), name="dossier.reload")
        self._reload.clicked.connect(self.reload_wanted)
        line = row(self._newer_words, self._reload)
        line.setStretch(0, 1)
        self._newer.box.addLayout(line)
        self._newer.hide()
        self._action = ""
        below = row(None, self._dates, self._withdraw, spacing=12)
        right = column(row(None, self._stage, self._days, self._pause), below, spacing=3)
        head = row(column(self._title, self._facts, spacing=2), right)
        head.setStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self._banner)
        box.addWidget(self._filing)
        box.addWidget(self._newer)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._title, self._facts):
            label.setMinimumWidth(120)

    def show_page(self, page: DossierPage, today: date) -> None:
        """Show a dossier as it is stored."""
        values = page.values
        self._title.setText(str(values.get("product.name") or self.tr("(chưa có tên sản phẩm)")))
        self._facts.setText(" · ".join(self._words(page)))
        self._stage.setText(texts.stage(page.stage))
        set_role(self._stage, "tag", texts.stage_tone(page.stage))
        self._show_days(page, today)
        self._pause.setVisible(page.state == "open" and page.editable)
        self._withdraw.setVisible(page.desk is None and page.state in {"open", "waiting", "returned"})
        self._show_banner(page)
        self._show_filing(page)

    def show_newer(self, newer: bool, *, law: str = "") -> None:
        """Say that another PC changed what is on screen, or that a corrected day brings another ``law`` (a document)."""
        words = self.tr("Hồ sơ này vừa được sửa ở máy khác. Những gì bạn đang gõ vẫn giữ nguyên.")
        if law:
            words = self.tr("Ngày nhận này thuộc {document}. Mở lại hồ sơ để làm theo quy định đó.").format(
                document=law
            )
        self._newer_words.setText(words)
        self._newer.setVisible(newer or bool(law))

    def _words(self, page: DossierPage) -> list[str]:
        values = page.values
        regime = legal.regime(str(values["dossier.regime"]))
        kind = regime.dossier_kind(str(values.get("dossier.kind") or ""))
        sets = {one.code: one for one in legal.criteria_sets(regime.id)}
        one = sets.get(str(values.get("product.set") or ""))
        number = regime.source.document.removeprefix("Quyết định ")
        words = [
            str(values.get("producer.name") or ""),
            kind.label if kind else "",
            self.tr("bộ {no} {name}").format(no=one.no, name=one.name) if one else "",
            self.tr("QĐ {number}").format(number=number),
        ]
        return [word for word in words if word]

    def _show_days(self, page: DossierPage, today: date) -> None:
        shown = page.days_left is not None and page.state in {"open", "waiting", "sealed", "returned"}
        self._days.setVisible(shown)
        if page.days_left is not None:
            words, tone = texts.days_left(page.days_left)
            self._days.setText(words[:1].upper() + words[1:])
            set_role(self._days, "tag", tone)
        received = str(page.values.get("dossier.received_on") or "")
        parts = []
        if received:
            parts.append(self.tr("nhận {day}").format(day=_short(date.fromisoformat(received), today)))
        if page.due_on is not None and shown:
            day = page.due_on
            words = self.tr("hạn {weekday} {day}").format(weekday=texts.weekday(day), day=_short(day, today))
            parts.append(words)
        self._dates.setText(", ".join(parts))

    def _show_banner(self, page: DossierPage) -> None:
        words, action, tone = "", "", "law"
        if page.desk is not None:
            pass  # whose it is stands on the office's own card
        elif page.state == "waiting":
            words = self._pauses(page) or self.tr("Đang chờ chủ thể bổ sung. Vẫn sửa được; hạn theo luật vẫn tính.")
            action, tone = "resume", "warning"
        elif page.state == "sealed":
            words = self.tr("Hồ sơ đã chốt nên chỉ đọc. In và ký ở bước 4, gửi tỉnh ở bước 5; muốn sửa thì mở lại.")
            action = "reopen"
        elif page.state == "returned":
            words = self.tr("Tỉnh trả lại hồ sơ. Mở lại để sửa theo ý kiến, rồi chốt và gửi lần mới.")
            action, tone = "reopen", "warning"
        elif page.state == "handed_over":
            words = self.tr("Hồ sơ đã gửi tỉnh nên chỉ đọc. Cần sửa thì đề nghị tỉnh trả lại.")
        elif page.state == "accepted":
            words = self.tr("Hồ sơ đã được tiếp nhận để xét nên chỉ đọc. Kết quả hoặc ý kiến sẽ về khi đồng bộ.")
        elif page.state == "withdrawn":
            words = self.tr("Hồ sơ đã rút nên chỉ đọc.")
        elif (regime := legal.regime(str(page.values["dossier.regime"]))).valid_to:
            words = self._old_law(page, regime)
        self._action = action
        self._why.setText(words)
        self._act.setVisible(bool(action))
        self._act.setText(self.tr("Tiếp tục xử lý") if action == "resume" else self.tr("Mở lại để sửa…"))
        set_role(self._banner, "card", tone)
        self._banner.setVisible(bool(words))

    def _show_filing(self, page: DossierPage) -> None:
        """A re-assessment filed outside its days says so until it is decided."""
        found = page.filing
        self._filing.setVisible(found is not None and found.verdict != "inside" and page.state != "withdrawn")
        if found is not None:
            said, tone = filing_words.sentence(found)
            self._filing_words.setText(said)
            set_role(self._filing, "card", tone)

    def _pauses(self, page: DossierPage) -> str:
        """Since when and why it waits, how often it did before; the legal day goes on and is named."""
        if not page.pauses or page.pauses[-1].until:
            return ""
        now = page.pauses[-1]
        words = self.tr("Chờ chủ thể bổ sung từ {day}: {reason}. Hạn theo luật vẫn tính")
        said = words.format(day=show_date(date.fromisoformat(now.since)), reason=now.reason.rstrip("."))
        if page.due_on is not None:
            said += self.tr(" đến {day}").format(day=show_date(page.due_on))
        if len(page.pauses) > 1:
            before = [
                f"{show_date(date.fromisoformat(each.since))} - {show_date(date.fromisoformat(each.until))}"
                for each in page.pauses[:-1]
                if each.until
            ]
            said += self.tr("; đã chờ trước đó {spans}").format(spans=", ".join(before))
        return f"{said}."

    def _old_law(self, page: DossierPage, regime: Regime) -> str:
        """Under which law a dossier of an older time stands, and until when it could be finished."""
        words = self.tr("Hồ sơ nhận theo {document}; Mẫu số 03 chỉ có từ Quyết định 26/2026/QĐ-TTg.")
        words = words.format(document=regime.source.document)
        filed = str(page.values.get("dossier.received_on") or "")
        newest = legal.regimes()[-1]
        kind = str(page.values.get("dossier.kind") or "")
        rule = transitions.of_dossier(newest, kind, date.fromisoformat(filed)) if filed else None
        return f"{words} {rule.text.removesuffix('.')} ({rule.article})." if rule is not None else words

    def _do(self) -> None:
        (self.resume_wanted if self._action == "resume" else self.reopen_wanted).emit()


def _short(day: date, today: date) -> str:
    return day.strftime("%d/%m" if day.year == today.year else "%d/%m/%Y")
