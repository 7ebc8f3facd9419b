"""Step 2, Thành phần: the components of the dossier, the rows of evidence, and their files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop import legal
from ocop_desktop.actions import attaching, evidence
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.dossiers import DossierPage
from ocop_desktop.domain import checks, contents
from ocop_desktop.domain.dossiers import EvidenceFile
from ocop_desktop.domain.text import show_count, show_size
from ocop_desktop.errors import Environment, OcopError
from ocop_desktop.storage.db import Db
from ocop_desktop.ui import ask, opened, texts
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.draft import Draft
from ocop_desktop.ui.evidence_row import EvidenceRow
from ocop_desktop.ui.following.before import Before, BeforeCard
from ocop_desktop.ui.following.term_dialog import TermDialog
from ocop_desktop.ui.form_view import FormView
from ocop_desktop.ui.missing_card import MissingCard
from ocop_desktop.ui.registration_tab import of_step
from ocop_desktop.ui.step import SideBySide, Step, onward, scrolling_side
from ocop_desktop.ui.widgets import Card, row, set_role, text

_KINDS = "PDF, ảnh, Word, Excel (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.docx *.xlsx *.doc *.xls);;*.*"


@dataclass(frozen=True)
class Brought:
    """A file or picture brought to a row, read away from the window."""

    row: str
    name: str
    source: Path | bytes
    pages: int


class ComponentsTab(Step):
    """Rows with three states and files, and what else the package holds."""

    def __init__(self, office: OfficeContext, draft: Draft, regime: str, parent: QWidget | None = None) -> None:
        super().__init__(office, draft, parent)
        self._regime = legal.regime(regime)
        self._rows: dict[str, EvidenceRow] = {}
        self._keys: dict[str, str] = {}
        self._waiting: dict[str, int] = {}
        self._budget: attaching.Budget | None = None
        self._fresh: set[str] = set()  # attached here just now: a lighter copy is looked for by itself
        self.form = FormView(draft)
        self._dossier_card = Card(self.tr("Thành phần hồ sơ"))
        self._evidence_card = Card(self.tr("Minh chứng kèm báo cáo tự đánh giá"))
        hint = self.tr(
            "Kéo tệp thả vào dòng, hoặc chọn dòng rồi Ctrl V để dán ảnh, tệp. "
            "Phím 1 có, 2 thiếu, 3 không áp dụng, + thêm tệp, Enter dòng tiếp theo."
        )
        self._evidence_card.box.addWidget(text(hint, "small", wrap=True))
        self._total = text("", "small", wrap=True)
        self._total.setObjectName("evidence.total")
        self._evidence_card.box.addWidget(self._total)
        self._components: tuple[str, ...] = ()
        for card in (self._dossier_card, self._evidence_card):
            card.box.setContentsMargins(14, 12, 10, 8)
            card.box.setSpacing(2)
            self.form.box.addWidget(card)
        for each in self._regime.evidence:
            states = (checks.HAVE, checks.MISSING, checks.NOT_APPLICABLE)
            made = EvidenceRow(each.no, str(int(each.no)), each.title, each.requirement, states)
            self._add_row(self._evidence_card, made, each.key)
        for section in legal.screen_form(regime, "mau-01").sections:
            own = of_step(section, checks.COMPONENTS)
            if own.fields:
                self.form.add_section(
                    type(own)(key="package", title=self.tr("Bộ hồ sơ và sản phẩm mẫu"), fields=own.fields)
                )
        self.form.box.addLayout(row(None, onward(self, self.tr("Sang bước 3, Đánh giá của xã ›"))))
        self.form.box.addStretch(1)
        self.missing = MissingCard(checks.COMPONENTS)
        self.missing.wanted.connect(self.wanted)
        self._before = Before(office, self)
        self._before.changed.connect(self._show_before)
        self.before = BeforeCard()
        side = scrolling_side(self.missing, self.before)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(SideBySide(self.form, side))
        draft.edited.connect(self._edited)

    def show_page(self, page: DossierPage) -> None:
        fresh = self.page is None or self.page.id != page.id
        super().show_page(page)
        self._show_components(str(self.draft.value("dossier.kind") or page.values.get("dossier.kind") or "lan-dau"))
        said = {remark.key: remark.text for remark in page.remarks}
        for id_, each in self._rows.items():
            each.show_remark(said.get(self._keys[id_], ""))
            if fresh:
                each.show_gone(None)
                each.show_problem("")
            each.show_files([file for file in page.evidence if file.row == id_])
            each.show_state(str(page.values.get(self._keys[id_]) or ""))
            each.lock(self.draft.locked)
        if fresh or self._budget is None:
            self.office.jobs.read(attaching.budget, self._show_budget)
        else:
            self._show_budget(self._budget)
        for file in page.evidence:
            if file.id in self._fresh:
                self._fresh.discard(file.id)
                if attaching.can_be_lighter(file) and not self.draft.locked:
                    self._lighten(file, asked=False)
        self.missing.show_problems(page.problems)
        self._before.read(page)
        self._show_before()

    def _show_before(self) -> None:
        kind = self._regime.dossier_kind(str(self.draft.value("dossier.kind") or ""))
        self.before.show_differences(self._before.found, kind.must_show if kind is not None else ())

    def show_field(self, key: str) -> bool:
        if self.form.show_field(key):
            return True
        for id_, own in self._keys.items():
            if own == key:
                self.form.ensureWidgetVisible(self._rows[id_], 0, 60)
                self._rows[id_].setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def focus_first(self) -> None:
        if self._rows:
            first = next((r for i, r in self._rows.items() if i.startswith("mau-")), next(iter(self._rows.values())))
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Rows

    def _add_row(self, card: Card, made: EvidenceRow, key: str) -> None:
        made.day = self.office.today()
        self._rows[made.id] = made
        self._keys[made.id] = key
        made.decided.connect(self._decided)
        made.offered.connect(self._offered)
        made.asked.connect(self._asked)
        made.opened.connect(self._open)
        made.removed.connect(self._remove)
        made.restored.connect(self._restore)
        made.dated.connect(self._date)
        made.lightened.connect(self._lighten)
        made.looked.connect(self._look)
        made.accepted.connect(self._accept)
        card.box.addWidget(made)

    def _show_components(self, kind: str) -> None:
        """The components follow from the kind of dossier (Điều 6)."""
        components = self._regime.components(kind)
        ids = tuple(component.id for component in components)
        if ids == self._components:
            return
        for id_ in self._components:
            gone = self._rows.pop(id_)
            del self._keys[id_]
            gone.hide()
            gone.deleteLater()
        self._components = ids
        for number, component in enumerate(components, start=1):
            made = EvidenceRow(component.id, str(number), component.label, "", (checks.HAVE, checks.MISSING))
            self._add_row(self._dossier_card, made, f"dossier.component.{component.id}")
            self._dossier_card.box.removeWidget(made)
            self._dossier_card.box.insertWidget(number, made)

    def _edited(self, key: object) -> None:
        if key == "dossier.kind" and self.page is not None:
            self._show_components(str(self.draft.value("dossier.kind") or "lan-dau"))

    def _decided(self, id_: object, state: object) -> None:
        key = self._keys[str(id_)]
        self.draft.put(key, None if state is None else str(state))

    # Files

    def _asked(self, id_: object) -> None:
        for path in ask.open_paths(self, self.tr("Chọn tệp minh chứng"), _KINDS):
            self._bring(str(id_), path.name, partial(_read_file, path))

    def _offered(self, id_: object, mime: object) -> None:
        if not isinstance(mime, QMimeData):
            return
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            for path in paths:
                self._bring(str(id_), path.name, partial(_read_file, path))
            return
        image = mime.imageData()
        if isinstance(image, QImage):
            moment = texts.local(self.office.clock()).strftime("%d-%m-%Y %H.%M.%S")
            self._bring(str(id_), self.tr("Ảnh dán {moment}.png").format(moment=moment), partial(_encode, image.copy()))

    def _bring(self, id_: str, name: str, read: partial[Path | bytes]) -> None:
        """Read on the work lane, so that a slow stick holds up neither the window nor the saving of what is typed."""
        self._waiting[id_] = self._waiting.get(id_, 0) + 1
        self._rows[id_].show_busy(self.tr("Đang thêm {name}").format(name=name))
        self.office.jobs.work(partial(_brought, id_, name, read), self._attach, partial(self._failed, id_))

    def _attach(self, brought: Brought) -> None:
        if self.page is None:
            return
        action = partial(
            evidence.attach,
            dossier=self.page.id,
            row=brought.row,
            name=brought.name,
            source=brought.source,
            pages=brought.pages,
        )
        self.office.jobs.write(action, partial(self._attached, brought), partial(self._failed, brought.row))

    def _attached(self, brought: Brought, changes: Changes) -> None:
        self._one_done(brought.row)
        if changes.created is not None:
            self._fresh.add(changes.created)
        kept = brought.name
        if isinstance(brought.source, bytes):
            kept = contents.look(brought.name, brought.source).name
        if kept != brought.name and brought.row in self._rows:
            words = self.tr("“{name}” không phải loại tệp như tên ghi: đã lưu là “{kept}” theo đúng nội dung.")
            self._rows[brought.row].show_problem(words.format(name=brought.name, kept=kept))
        self.office.said.emit(self.tr("Đã thêm tệp vào dòng {row}.").format(row=brought.row))

    def _failed(self, id_: str, error: BaseException) -> None:
        self._one_done(id_)
        if id_ in self._rows and isinstance(error, OcopError) and not isinstance(error, Environment):
            self._rows[id_].show_problem(texts.error(error))
        else:
            self.office.jobs.failed.emit(error)

    def _one_done(self, id_: str) -> None:
        self._waiting[id_] = self._waiting.get(id_, 1) - 1
        if id_ in self._rows and self._waiting[id_] <= 0:
            self._rows[id_].show_busy("")

    def _remove(self, file: object) -> None:
        if isinstance(file, EvidenceFile):
            self._rows[file.row].show_gone(file)
            self.office.jobs.write(partial(evidence.detach, evidence=file.id), _nothing)

    def _restore(self, file: object) -> None:
        if isinstance(file, EvidenceFile):
            self._rows[file.row].show_gone(None)
            self.office.jobs.write(partial(evidence.attach_again, evidence=file.id), _nothing)

    # Sizes

    def _show_budget(self, budget: attaching.Budget) -> None:
        self._budget = budget
        if self.page is None:
            return
        for each in self._rows.values():
            each.show_most_pages(budget.file_pages)
        total = attaching.total(self.page.evidence, budget)
        told = self.tr("mức tỉnh đặt") if budget.told else self.tr("mức của chương trình, tỉnh chưa đặt")
        words = self.tr("Cả hồ sơ: {files} tệp, {pages} trang, {size}. Nên trong {most}, {most_pages} trang ({told}).")
        if total.over:
            words = self.tr(
                "Cả hồ sơ: {files} tệp, {pages} trang, {size}, vượt {most}, {most_pages} trang ({told}). "
                "Vẫn gửi được nhưng lâu; hãy nén bản quét."
            )
        self._total.setText(
            words.format(
                files=total.files, pages=show_count(total.pages), size=show_size(total.size),
                most=show_size(budget.dossier), most_pages=show_count(budget.dossier_pages), told=told,
            )
        )  # fmt: skip
        set_role(self._total, "small", "warning" if total.over else "")

    def _lighten(self, file: object, *, asked: bool = True) -> None:
        """Make a lighter copy on the work lane and offer it; nothing is changed until somebody takes it."""
        if not isinstance(file, EvidenceFile):
            return
        failed = partial(self._not_lighter, file.row, asked)
        if asked:
            self._waiting[file.row] = self._waiting.get(file.row, 0) + 1
            self._rows[file.row].show_busy(self.tr("Đang nén {name}").format(name=file.name))
        self.office.jobs.read(partial(attaching.content, file=file), partial(self._compress, file, asked), failed)

    def _compress(self, file: EvidenceFile, asked: bool, data: bytes) -> None:
        task = partial(attaching.lighten, file, data, self.office.clock())
        failed = partial(self._not_lighter, file.row, asked)
        self.office.jobs.work(task, partial(self._lightened, file.row, asked), failed)

    def _lightened(self, id_: str, asked: bool, copy: attaching.Copy) -> None:
        if asked:
            self._one_done(id_)
        if id_ in self._rows:
            self._rows[id_].show_copy(copy)

    def _not_lighter(self, id_: str, asked: bool, error: BaseException) -> None:
        if asked:
            self._failed(id_, error)
        elif not isinstance(error, OcopError):
            self.office.jobs.failed.emit(error)

    def _look(self, copy: object) -> None:
        if isinstance(copy, attaching.Copy):
            self.office.jobs.work(partial(opened.keep, copy.name, copy.data), self._show_copy)

    def _accept(self, copy: object) -> None:
        if isinstance(copy, attaching.Copy) and self.page is not None:
            file = next((each for each in self.page.evidence if each.id == copy.of), None)
            if file is not None:
                self._rows[file.row].show_gone(file)
                action = partial(attaching.accept, copy=copy)
                self.office.jobs.write(action, _nothing, partial(self._failed, file.row))

    def _date(self, file: object) -> None:
        if isinstance(file, EvidenceFile):
            dialog = TermDialog(self.office, file, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _open(self, file: object) -> None:
        if isinstance(file, EvidenceFile):
            self.office.jobs.read(partial(_copy_out, file), self._show_copy)

    def _show_copy(self, path: Path) -> None:
        if not opened.show(path):
            ask.show_error(Environment("file.no_program"), self)


def _nothing(_changes: Changes) -> None:
    """The list of files follows from ``changed``."""


def _read_file(path: Path) -> Path | bytes:
    """The content, or the path itself where the action has to say why it cannot be taken."""
    try:
        return path.read_bytes() if path.stat().st_size <= evidence.MOST_BYTES else path
    except OSError:
        return path


def _encode(image: QImage) -> Path | bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _brought(id_: str, name: str, read: partial[Path | bytes]) -> Brought:
    source = read()
    return Brought(id_, name, source, attaching.pages_of(name, source) if isinstance(source, bytes) else 0)


def _copy_out(file: EvidenceFile, db: Db) -> Path:
    return opened.keep(file.name, evidence.read(db, file.id))
