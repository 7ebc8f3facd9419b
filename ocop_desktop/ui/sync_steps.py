"""The steps of a round with the province: what is done, what is under way, how much is left, honestly."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from ocop_desktop.actions.exchange import Progress
from ocop_desktop.domain.text import show_count, show_size
from ocop_desktop.ui import texts
from ocop_desktop.ui.widgets import Card, row, set_role, text

STEPS = ("connect", "send", "receive", "files", "check")


class SyncSteps(Card):
    """Five steps in words with their counts, one bar, what is safe already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._labels: dict[str, QLabel] = {step: text("", "quiet") for step in STEPS}
        for step, label in self._labels.items():
            label.setObjectName(f"step-{step}")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(self.tr("Tiến độ đồng bộ"))
        self._words = text("", wrap=True)
        self._words.setObjectName("sync-words")
        self._left = text("", "quiet")
        self._left.setObjectName("sync-left")
        self.box.addLayout(row(*self._labels.values(), None, spacing=26))
        self.box.addWidget(self._bar)
        below = row(self._words, self._left)
        below.setStretch(0, 1)
        self.box.addLayout(below)
        self._counts: dict[str, int] = {}
        self.rest()

    def rest(self) -> None:
        """Nothing is under way."""
        self._counts = {}
        self._bar.hide()
        for step in STEPS:
            self._draw(step, "○", "quiet", "")
            self._labels[step].hide()
        self._left.clear()

    def say(self, words: str) -> None:
        """One sentence about where things stand."""
        self._words.setText(words)

    def show_progress(self, progress: Progress) -> None:
        """Show where a round stands."""
        at = STEPS.index(progress.step)
        self._counts[progress.step] = max(progress.done, self._counts.get(progress.step, 0))
        for number, step in enumerate(STEPS):
            if number < at:
                self._draw(step, "✓", "", "accent")
            elif number == at:
                self._draw(step, "●", "strong", "", progress)
            else:
                self._draw(step, "○", "quiet", "")
        self._bar.show()
        self._show_labels()
        if progress.bytes_total > 0:
            self._bar.setRange(0, 1000)
            self._bar.setValue(progress.bytes_done * 1000 // progress.bytes_total)
        elif progress.total > 0:
            self._bar.setRange(0, 1000)
            self._bar.setValue(progress.done * 1000 // progress.total)
        else:
            self._bar.setRange(0, 0)
        self._words.setText(self._sentence(progress))
        self._left.setText(self._time(progress))

    def finish(self) -> None:
        """Every step is done."""
        self._bar.hide()
        self._left.clear()
        self._show_labels()
        for step in STEPS:
            self._draw(step, "✓", "", "accent")

    def halt(self) -> None:
        """The round ended before its end; the steps stay as they were."""
        self._bar.hide()
        self._left.clear()

    def _show_labels(self) -> None:
        for label in self._labels.values():
            label.show()

    def _draw(self, step: str, mark: str, role: str, tone: str, progress: Progress | None = None) -> None:
        done = self._counts.get(step, 0)
        names = {
            "connect": self.tr("Kết nối"),
            "send": self.tr("Gửi {count} nội dung").format(count=show_count(done)) if done else self.tr("Gửi"),
            "receive": self.tr("Nhận {count} nội dung").format(count=show_count(done)) if done else self.tr("Nhận"),
            "files": self.tr("Gửi {count} tệp").format(count=show_count(done)) if done else self.tr("Gửi tệp"),
            "check": self.tr("Đối chiếu"),
        }
        words = names[step]
        if progress is not None and progress.total and step in {"send", "files"}:
            of = self.tr("{done} trên {total}").format(done=show_count(progress.done), total=show_count(progress.total))
            words = f"{self.tr('Gửi tệp') if step == 'files' else self.tr('Gửi')} {of}"
        self._labels[step].setText(f"{mark} {words}")
        set_role(self._labels[step], role, tone)

    def _sentence(self, progress: Progress) -> str:
        if progress.step == "connect":
            return self.tr("Đang nối tới máy chủ tỉnh.")
        if progress.step == "send":
            return self.tr("Đang gửi hồ sơ. Những gì tỉnh đã ghi nhận không phải gửi lại.")
        if progress.step == "receive":
            return self.tr("Đang nhận kết quả và ý kiến của tỉnh.")
        if progress.step == "files":
            words = self.tr(
                "Hồ sơ đã về tỉnh an toàn. Còn {files} tệp minh chứng, {size}. Tắt máy lúc nào cũng được, lần sau gửi tiếp."
            )
            left = max(0, progress.total - progress.done)
            return words.format(
                files=show_count(left), size=show_size(max(0, progress.bytes_total - progress.bytes_done))
            )
        return self.tr("Đang đối chiếu hai phía.")

    def _time(self, progress: Progress) -> str:
        return texts.duration(progress.seconds_left) if progress.seconds_left is not None else ""
