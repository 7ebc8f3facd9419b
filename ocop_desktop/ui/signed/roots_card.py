"""The root certificates that are believed when digital signatures are checked: chosen here, shown as the issuer prints them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ocop_desktop.actions import trust
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.trust import Root
from ocop_desktop.domain.text import show_date
from ocop_desktop.storage.durable import explain
from ocop_desktop.ui import ask
from ocop_desktop.ui.context import OfficeContext
from ocop_desktop.ui.widgets import Card, button, clear, link, row, text

KINDS = "*.cer *.crt *.pem *.der;;*.*"
_GROUP = 8


class RootsCard(Card):
    """Says that there is none, or names each with its last day and its hash."""

    def __init__(self, office: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Chứng thư gốc để kiểm tra chữ ký số"), parent=parent)
        self._office = office
        words = self.tr(
            "Lấy tệp chứng thư gốc từ trang của cơ quan cấp chứng thư số rồi chọn ở đây; so mã băm dưới đây với mã cơ quan đó công bố. "
            "Chương trình không có sẵn chứng thư nào và không tự tải."
        )
        self.box.addWidget(text(words, "small", wrap=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.box.addLayout(self._lines)
        add = button(self.tr("Thêm chứng thư gốc…"), name="roots.add")
        add.clicked.connect(self._add)
        self.box.addLayout(row(add, None))
        office.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        self._office.jobs.read(trust.listed, self._show)

    def _changed(self, changes: Changes) -> None:
        if changes.settings:
            self.refresh()

    def _show(self, roots: Sequence[Root]) -> None:
        clear(self._lines)
        if not roots:
            none = self.tr(
                "Chưa có chứng thư gốc: chương trình chỉ nói được chữ ký còn nguyên vẹn hay không, chưa nói được chứng thư do ai bảo đảm."
            )
            said = text(none, "", wrap=True)
            said.setObjectName("roots.none")
            self._lines.addWidget(said)
        for root in roots:
            gone = link(self.tr("Thôi tin"), f"roots.remove.{root.sha256[:_GROUP]}")
            gone.setAccessibleDescription(root.name)
            gone.clicked.connect(partial(self._remove, root))
            until = self.tr("{name}, đến {day}").format(name=root.name, day=show_date(date.fromisoformat(root.until)))
            line = row(text(until, "strong", wrap=True), gone)
            line.setStretch(0, 1)
            self._lines.addLayout(line)
            groups = " ".join(root.sha256[at : at + _GROUP] for at in range(0, len(root.sha256), _GROUP))
            self._lines.addWidget(text(f"SHA-256: {groups.upper()}", "small", wrap=True))

    def _add(self) -> None:
        if paths := ask.open_paths(self, self.tr("Chọn chứng thư gốc"), KINDS):
            self.add(paths)

    def add(self, paths: Sequence[Path]) -> None:
        """Believe the certificates of these files."""
        self._office.jobs.work(partial(_contents, tuple(paths)), self._read)

    def _read(self, contents: tuple[bytes, ...]) -> None:
        self._office.jobs.write(partial(trust.add, files=contents))

    def _remove(self, root: Root, _checked: bool = False) -> None:
        words = self.tr("Thôi tin chứng thư {name}? Chữ ký do nơi này cấp sẽ không còn được nói là tin cậy.")
        if ask.confirm(self, self.tr("Chứng thư gốc"), words.format(name=root.name), self.tr("Thôi tin")):
            self._office.jobs.write(partial(trust.remove, sha256=root.sha256))


def _contents(paths: tuple[Path, ...]) -> tuple[bytes, ...]:
    try:
        return tuple(path.read_bytes() for path in paths)
    except OSError as error:
        raise explain(error) from error
