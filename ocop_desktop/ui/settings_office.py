"""The office in the settings: names that stand on every paper. Saved 800 ms after the first unsaved key, and on leaving."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions.reports import papers as report_papers
from ocop_desktop.domain import codes
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.text import clean, one_line
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.signed.roots_card import RootsCard
from ocop_desktop.ui.widgets import Card, PageScroll, column, row, text

PAUSE_MS = 800


class OfficeSection(PageScroll):
    """Unit (read), officer, signer, symbol, recipients, how the form is printed."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._shown: Values = {}
        self._unit = text("", "heading", wrap=True)
        self._officer = self._line("officer-name")
        self._signer = self._line("signer-name")
        self._title = QComboBox()
        self._title.setObjectName("signer-title")
        self._title.addItem(self.tr("Chủ tịch"), "chu-tich")
        self._title.addItem(self.tr("Phó Chủ tịch (KT. Chủ tịch)"), "pho-chu-tich")
        self._title.addItem(self.tr("Quyền Chủ tịch (Q. Chủ tịch)"), "quyen-chu-tich")
        self._title.addItem(self.tr("Thừa lệnh (TL. Chủ tịch)"), "tl")
        self._title.addItem(self.tr("Thừa ủy quyền (TUQ. Chủ tịch)"), "tuq")
        self._title.activated.connect(self._later)
        self._title.currentIndexChanged.connect(self._show_post)
        self._post = self._line("signer-post")
        self._place = self._line("place")
        self._place.setMaximumWidth(420)
        self._symbol = self._line("symbol")
        self._symbol.setMaximumWidth(200)
        self._pattern = self._line("reception-pattern")
        self._pattern.setPlaceholderText(codes.PATTERN)
        self._pattern.setMaximumWidth(420)
        self._issuer = self._line("report-issuer")
        self._to = self._line("report-to")
        self._recipients = QPlainTextEdit()
        self._recipients.setObjectName("recipients")
        self._recipients.setTabChangesFocus(True)
        self._recipients.setFixedHeight(96)
        self._recipients.textChanged.connect(self._later)
        self._exact = QCheckBox(self.tr("In Mẫu 03 đúng từng chữ như trong Quyết định, kể cả lỗi chính tả của bản gốc"))
        self._exact.setObjectName("print-exact")
        self._exact.clicked.connect(self._later)
        self._mark = QCheckBox(self.tr("In mã nhỏ ở góc dưới giấy đã chốt, để chương trình nhận ra bản quét"))
        self._mark.setObjectName("print-mark")
        self._mark.setToolTip(
            self.tr(
                "Mã chỉ có số của bản ghi, lần chốt và mã kiểm tra, không có thông tin cá nhân. Khi in đúng từng chữ như trong Quyết định thì không in mã."
            )
        )
        self._mark.clicked.connect(self._later)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.save)
        self._lay_out()

    def _lay_out(self) -> None:
        unit = Card(self.tr("Đơn vị"))
        unit.box.addWidget(self._unit)
        unit.box.addLayout(self._field(self.tr("Họ tên cán bộ làm việc trên máy này"), self._officer))
        signs = Card(self.tr("Người ký báo cáo"))
        signer = row(
            self._field(self.tr("Họ tên người ký"), self._signer),
            self._field(self.tr("Chức vụ"), self._title),
            spacing=12,
        )
        signer.setStretch(0, 1)
        signs.box.addLayout(signer)
        self._post_box = QWidget()
        why = self.tr(
            "Ký thừa lệnh, thừa ủy quyền cần văn bản giao (Nghị định 30/2020/NĐ-CP, Điều 13). Chức vụ này in dưới dòng TL., TUQ."
        )
        post = column(
            self._field(self.tr("Chức vụ của người ký, ví dụ Trưởng phòng Kinh tế"), self._post),
            text(why, "small", wrap=True),
            spacing=4,
        )
        post.setContentsMargins(0, 0, 0, 0)
        self._post_box.setLayout(post)
        signs.box.addWidget(self._post_box)
        self._show_post()
        prints = Card(self.tr("Báo cáo và giấy tờ in"))
        prints.box.addLayout(self._field(self.tr("Ký hiệu báo cáo (sau số)"), self._symbol))
        prints.box.addLayout(self._field(self.tr("Địa danh trước ngày tháng (để trống: tên đơn vị)"), self._place))
        prints.box.addLayout(self._field(self.tr("Cách ghi phiếu số ở Mẫu số 01"), self._pattern))
        words = self.tr(
            "Mẫu số 01 không quy định cách điền “Phiếu số: ……-……./PĐK-…”: để trống là theo đề xuất của chương trình. "
            "Ghi theo tỉnh nếu có hướng dẫn, dùng {STT}, {năm}, {mã tỉnh}, {mã xã}."
        )
        prints.box.addWidget(text(words, "small", wrap=True))
        prints.box.addLayout(self._field(self.tr("Báo cáo định kỳ: cơ quan báo cáo"), self._issuer))
        prints.box.addLayout(self._field(self.tr("Báo cáo định kỳ: kính gửi"), self._to))
        said = self.tr(
            "Để trống là theo mặc định của chương trình, hiện mờ trong ô. Chưa thấy quy định nào nêu tên hai cơ quan này: hãy ghi "
            "theo quy chế của tỉnh."
        )
        prints.box.addWidget(text(said, "small", wrap=True))
        prints.box.addLayout(self._field(self.tr("Nơi nhận, mỗi dòng một nơi"), self._recipients))
        prints.box.addWidget(self._exact)
        prints.box.addWidget(self._mark)
        for card in (unit, signs, prints):
            card.setMaximumWidth(760)
            self.box.addWidget(card)
        roots = RootsCard(self._office)
        roots.setMaximumWidth(760)
        self.box.addWidget(roots)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addWidget(text(self.tr("Mọi thay đổi được lưu ngay, áp dụng cho giấy tờ in từ lúc này."), "small"))
        self.box.addStretch(1)

    def refresh(self) -> None:
        """Read the settings again; never while something here has the focus and unsaved text."""
        if not self._timer.isActive():
            self._office.jobs.read(office_actions.office, self._show)

    def save(self) -> None:
        """Write what differs from what was shown."""
        QGuiApplication.inputMethod().commit()
        self._timer.stop()
        if not self._shown:
            return
        now = self._values()
        changed = {key: value for key, value in now.items() if value != self._shown.get(key)}
        if not changed:
            return
        self._shown.update(changed)

        def write(db: Db) -> object:
            return office_actions.save_office(db, changed)

        self._office.jobs.write(write)

    def _values(self) -> Values:
        typed: dict[str, Value] = {
            "officer.name": one_line(self._officer.text()) or None,
            "office.signer_name": one_line(self._signer.text()) or None,
            "office.signer_title": str(self._title.currentData()),
            "office.signer_post": one_line(self._post.text()) or None,
            "office.place": one_line(self._place.text()) or None,
            "office.symbol": one_line(self._symbol.text()) or None,
            report_papers.ISSUER: one_line(self._issuer.text()) or None,
            report_papers.ADDRESSEE: one_line(self._to.text()) or None,
            "office.recipients": clean(self._recipients.toPlainText()).strip() or None,
            "office.print_exact": self._exact.isChecked(),
            "office.print_mark": self._mark.isChecked(),
        }
        pattern = one_line(self._pattern.text())
        try:
            typed["office.reception_pattern"] = codes.check_pattern(pattern) if pattern else None
            self._pattern.setToolTip("")
        except Refused as error:  # kept on screen, written when it can be used
            self._pattern.setToolTip(texts.error(error))
        if typed["officer.name"] is None:
            typed.pop("officer.name")
        return typed

    def _show(self, values: Values) -> None:
        if self._timer.isActive():
            return
        self._shown = {}
        places = [values.get("office.unit_name"), values.get("office.province_name"), values.get("office.unit")]
        self._unit.setText(" · ".join(dict.fromkeys(str(place) for place in places if place)))
        for line, key in (
            (self._officer, "officer.name"),
            (self._signer, "office.signer_name"),
            (self._post, "office.signer_post"),
            (self._place, "office.place"),
            (self._symbol, "office.symbol"),
            (self._pattern, "office.reception_pattern"),
            (self._issuer, report_papers.ISSUER),
            (self._to, report_papers.ADDRESSEE),
        ):
            if not line.hasFocus():
                line.setText(str(values.get(key) or ""))
        for line, usual in zip((self._issuer, self._to), report_papers.usual_parties(values), strict=True):
            line.setPlaceholderText(usual)
        self._title.setCurrentIndex(max(0, self._title.findData(values.get("office.signer_title"))))
        self._show_post()
        if not self._recipients.hasFocus():
            self._recipients.setPlainText(str(values.get("office.recipients") or ""))
        self._exact.setChecked(bool(values.get("office.print_exact")))
        self._mark.setChecked(values.get("office.print_mark") is not False)
        self._timer.stop()
        self._shown = {
            **values,
            "office.print_exact": bool(values.get("office.print_exact")),
            "office.print_mark": values.get("office.print_mark") is not False,
        }

    def _show_post(self, _index: int = 0) -> None:
        self._post_box.setVisible(self._title.currentData() in {"tl", "tuq"})

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.textEdited.connect(self._later)
        line.editingFinished.connect(self.save)
        return line

    def _field(self, words: str, widget: QWidget) -> QVBoxLayout:
        widget.setAccessibleName(words)
        return column(text(words, "label"), widget, spacing=4)

    def _later(self, *_args: object) -> None:
        if self._shown and not self._timer.isActive():  # as in draft.py: who types without a pause is saved too
            self._timer.start()
