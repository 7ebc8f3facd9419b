"""Ký số: a sealed report or another paper is signed with a key file or a token; the passphrase is typed and kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ocop_desktop.actions import office as office_actions
from ocop_desktop.actions import paper_check, signing, trust
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.paper_check import Brought
from ocop_desktop.actions.papers.registry import Offer
from ocop_desktop.actions.signing import REPORT, Choice, How, ToSign
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.storage import settings
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain, write_file
from ocop_desktop.ui import ask, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.inputs import Combo, Line
from ocop_desktop.ui.papers import words
from ocop_desktop.ui.passphrase import PassphraseEdit
from ocop_desktop.ui.widgets import PageScroll, button, column, row, text

FILE = "file"
_KEPT = "ui.sign."
_MOST = 360
"""Height of the fields at which they begin to scroll: the dialog fits a screen of 512 points."""
Begun = tuple[ToSign, tuple[bytes, ...]]
Done = tuple[ToSign, Brought]


class SignDialog(QDialog):
    """Which paper, who signs, with what; then what the signature is, in words."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign")
        self.setWindowTitle(self.tr("Ký số"))
        self.setMinimumWidth(720)
        self._office = office
        self._kept: Values = {}
        self._lines: dict[str, Line] = {}
        self._blocks: dict[str, QWidget] = {}
        self.dossier = self._combo("sign.dossier", self.tr("Hồ sơ"))
        self.dossier.activated.connect(self._dossier_chosen)
        self.paper = self._combo("sign.paper", self.tr("Giấy cần ký"))
        self.paper.activated.connect(self._fit)
        self.who = self._combo("sign.who", self.tr("Ai ký"))
        self.who.addItem(self.tr("Người có thẩm quyền (ký trước)"), "person")
        self.who.addItem(self.tr("Cơ quan (dấu, sau chữ ký của người ký)"), "agency")
        self.who.addItem(self.tr("Cơ quan, trên phụ lục là tệp riêng (chỉ có chữ)"), "annex")
        self.who.activated.connect(self._fit)
        self.key = self._combo("sign.key", self.tr("Ký bằng"))
        self.key.addItem(self.tr("Tệp khóa (.p12, .pfx)"), "file")
        self.key.addItem(self.tr("Thiết bị ký USB (PKCS#11)"), "token")
        self.key.activated.connect(self._fit)
        self.secret = PassphraseEdit("sign.secret", self.tr("Mật khẩu khóa hoặc mã PIN (không lưu lại)"))
        self._said = text("", "", wrap=True)
        self._said.setObjectName("sign.said")
        self._said.hide()
        self._sign = button(self.tr("Ký"), primary=True, name="sign.do")
        self._sign.setAutoDefault(True)
        self._sign.clicked.connect(self.sign)
        self._close = button(self.tr("Đóng"), name="sign.close")
        self._close.clicked.connect(self.reject)
        self._lay_out()
        self._office.jobs.read(_begin, self._show)

    def _combo(self, name: str, label: str) -> Combo:
        made = Combo()
        made.setObjectName(name)
        made.setAccessibleName(label)
        made.setMinimumContentsLength(24)
        return made

    def _lay_out(self) -> None:
        images = self.tr("Ảnh PNG (*.png)")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        blocks = (
            (self._labelled(self.dossier), 0, 0, 2),
            (self._labelled(self.paper), 1, 0, 1),
            (self._labelled(self.who), 1, 1, 1),
            (self._path(FILE, self.tr("Tệp PDF cần ký"), "PDF (*.pdf)"), 2, 0, 1),
            (self._line("number", self.tr("Số, ký hiệu của văn bản có phụ lục này")), 2, 1, 1),
            (self._path("person_image", self.tr("Ảnh chữ ký: màu xanh, PNG nền trong suốt"), images), 3, 0, 1),
            (self._path("agency_image", self.tr("Ảnh dấu: màu đỏ, PNG nền trong suốt"), images), 4, 0, 1),
            (self._line("seal_mm", self.tr("Đường kính thật của dấu, mm (nếu ảnh không ghi)")), 4, 1, 1),
            (self._labelled(self.key), 5, 0, 1),
            (self._path("key_file", self.tr("Tệp khóa"), "PKCS#12 (*.p12 *.pfx);;*.*"), 5, 1, 1),
            (self._path("library", self.tr("Tệp điều khiển của thiết bị"), "*.dll *.so *.dylib;;*.*"), 5, 1, 1),
            (self._line("token", self.tr("Tên thiết bị (để trống nếu chỉ có một)")), 6, 0, 1),
            (self._line("certificate", self.tr("Tên chứng thư (để trống nếu chỉ có một)")), 6, 1, 1),
            (self._labelled(self.secret), 7, 0, 1),
            (self._line("tsa", self.tr("Địa chỉ dịch vụ dấu thời gian (không bắt buộc)")), 7, 1, 1),
        )
        for block, line, at, span in blocks:
            grid.addWidget(block, line, at, 1, span)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(12)
        inside = PageScroll()
        inside.box.setContentsMargins(0, 0, 6, 0)
        inside.box.addLayout(grid)
        inside.box.addStretch(1)
        self._inside = inside
        box.addWidget(inside, 1)
        box.addWidget(self._said)
        box.addLayout(row(None, self._close, self._sign))

    def _labelled(self, widget: QWidget) -> QWidget:
        made = QWidget()
        inside = column(text(widget.accessibleName(), "label"), widget, spacing=4)
        inside.setContentsMargins(0, 0, 0, 0)
        made.setLayout(inside)
        return made

    def _line(self, name: str, label: str, *beside: QWidget) -> QWidget:
        line = self._lines[name] = Line()
        line.setObjectName(f"sign.{name}")
        line.setAccessibleName(label)
        made = self._blocks[name] = QWidget()
        inside = column(text(label, "label"), row(line, *beside), spacing=4)
        inside.setContentsMargins(0, 0, 0, 0)
        made.setLayout(inside)
        return made

    def _path(self, name: str, label: str, kinds: str) -> QWidget:
        pick = button(self.tr("Chọn…"), name=f"sign.pick.{name}")
        pick.clicked.connect(partial(self._pick, name, label, kinds))
        return self._line(name, label, pick)

    def _pick(self, name: str, label: str, kinds: str, _checked: bool = False) -> None:
        if paths := ask.open_paths(self, label, kinds):
            self._lines[name].setText(str(paths[0]))

    # What there is to sign

    def _show(self, found: tuple[tuple[Choice, ...], Values]) -> None:
        choices, self._kept = found
        for name, line in self._lines.items():
            line.setText(str(self._kept.get(_KEPT + name) or ""))
        self.key.setCurrentIndex(max(0, self.key.findData(self._kept.get(_KEPT + "key"))))
        for each in choices:
            there = self.tr(", đã có bản ký") if each.signed else ""
            self.dossier.addItem(f"{each.product} · {each.producer}{there}", each)
        self._dossier_chosen()

    def _dossier_chosen(self) -> None:
        chosen = self.dossier.currentData()
        self._fill_papers(())
        if isinstance(chosen, Choice):
            self.who.setCurrentIndex(self.who.findData("agency" if chosen.signed else "person"))
            self._office.jobs.read(partial(signing.letters, dossier=chosen.dossier), self._fill_papers)
        self._fit()

    def _fill_papers(self, offers: Sequence[Offer]) -> None:
        self.paper.clear()
        if self.dossier.count():
            self.paper.addItem(words.title(REPORT), REPORT)
        for offer in offers:
            self.paper.addItem(words.title(offer.id), offer.id)
        self.paper.addItem(self.tr("Tệp PDF khác"), FILE)
        self._fit()

    def choose(self, dossier: str) -> None:
        """Stand on the report of a dossier."""
        for at in range(self.dossier.count()):
            if self.dossier.itemData(at).dossier == dossier:
                self.dossier.setCurrentIndex(at)
                self._dossier_chosen()

    def _fit(self) -> None:
        """Show only what this signature needs."""
        who, other = str(self.who.currentData()), self.paper.currentData() == FILE
        token = self.key.currentData() == "token"
        shown = {
            FILE: other,
            "number": who == "annex",
            "person_image": who == "person",
            "agency_image": who == "agency",
            "seal_mm": who == "agency",
            "key_file": not token,
            "library": token,
            "token": token,
            "certificate": token,
        }
        for name, visible in shown.items():
            self._blocks[name].setVisible(visible)
        self._inside.box.activate()
        self._inside.setMinimumHeight(min(_MOST, self._inside.box.sizeHint().height()))
        self.adjustSize()

    # Signing

    def sign(self) -> None:
        """Take what is on screen, sign away from the window, and forget the passphrase."""
        secret, given = self.secret.text(), {name: line.text().strip() for name, line in self._lines.items()}
        self.secret.clear()
        chosen, paper, who = self.dossier.currentData(), str(self.paper.currentData()), str(self.who.currentData())
        given |= {"who": who, "key": str(self.key.currentData())}
        self._busy(True)
        if paper == FILE:
            begin = partial(_begin_file, path=Path(given[FILE]), number=given["number"])
        else:
            begin = partial(_begin_paper, dossier=chosen.dossier, paper=paper, number=given["number"])
        self._office.jobs.read(begin, partial(self._begun, given, secret), self._failed)

    def _begun(self, given: dict[str, str], secret: str, begun: Begun) -> None:
        task = partial(_sign, begun, given, secret)
        self._office.jobs.work(task, partial(self._signed, given), self._failed)

    def _signed(self, given: dict[str, str], done: Done) -> None:
        paper, brought = done
        said = "\n".join(texts.error(Refused(each.code, **each.details)) for each in brought.signatures)
        if paper.report:
            keep = partial(signing.keep, paper=paper, brought=brought)
            self._office.jobs.write(keep, partial(self._bound, given, said), self._failed)
            return
        path = ask.save_path(self, self.tr("Lưu tệp đã ký"), paper.file, "PDF (*.pdf)")
        if path is None:
            self._busy(False)
            self._say(self.tr("Chưa lưu: tệp vừa ký đã bỏ."))
            return
        self._office.jobs.work(
            lambda: write_file(path, brought.data), partial(self._saved, given, said, path), self._failed
        )

    def _bound(self, given: dict[str, str], said: str, _changes: Changes) -> None:
        self._finish(given, self.tr("✓ Đã ký và gắn vào hồ sơ.") + "\n" + said)
        if given["who"] == "person":
            self.who.setCurrentIndex(self.who.findData("agency"))
            self._fit()

    def _saved(self, given: dict[str, str], said: str, path: Path, _done: object) -> None:
        self._finish(given, self.tr("✓ Đã ký và lưu {name}.").format(name=path.name) + "\n" + said)

    def _finish(self, given: dict[str, str], said: str) -> None:
        self._busy(False)
        self._say(said)
        kept: Values = {
            _KEPT + name: value or None for name, value in given.items() if name not in {FILE, "number", "who"}
        }
        self._office.jobs.write(partial(office_actions.save_office, values=kept))

    def _failed(self, error: BaseException) -> None:
        self._busy(False)
        if isinstance(error, OcopError):
            self._say(texts.error(error))
            self.secret.setFocus()
        else:
            self._office.jobs.failed.emit(error)

    def _busy(self, busy: bool) -> None:
        self._sign.setEnabled(not busy)
        if busy:
            self._say(self.tr("Đang ký…"))

    def _say(self, said: str) -> None:
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._said.setMinimumHeight(self._said.heightForWidth(self.width() - 36) if said else 0)
        self._fit()


def _begin(db: Db) -> tuple[tuple[Choice, ...], Values]:
    return signing.choices(db), settings.read_all(db, _KEPT)


def _begin_paper(db: Db, dossier: str, paper: str, number: str) -> Begun:
    return signing.begin_paper(db, dossier, paper, number), trust.roots(db)


def _begin_file(db: Db, path: Path, number: str) -> Begun:
    return signing.begin_file(db, _contents(path), path.name, number), trust.roots(db)


def _contents(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise explain(error) from error


def _sign(begun: Begun, given: dict[str, str], secret: str) -> Done:
    from ocop_desktop.signing.sign import KeyFile, Token

    paper, roots = begun
    key: KeyFile | Token = KeyFile(path=Path(given["key_file"]), passphrase=secret)
    if given["key"] == "token":
        library = Path(given["library"])
        key = Token(library=library, label=given["token"], pin=secret, certificate=given["certificate"])
    who = given["who"]
    picture = b"" if who == "annex" else _contents(Path(given[f"{who}_image"]))
    try:
        seal = float(given["seal_mm"].replace(",", ".") or 0) if who == "agency" else 0
    except ValueError as error:
        raise Refused("sign.seal_size") from error
    how = How(who=who, key=key, image=picture, seal_mm=seal, tsa=given["tsa"])  # type: ignore[arg-type]
    return paper, paper_check.read(paper.file, signing.sign(paper, how), roots)
