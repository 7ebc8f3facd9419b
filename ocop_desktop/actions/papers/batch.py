"""Many papers at once: the chosen dossiers, the chosen papers, one file or many, with progress and a way to stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.papers import registry
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import explain, write_file

if TYPE_CHECKING:
    from ocop_desktop.printing.pages import Volume

Progress = Callable[[int, int], bool]
"""``progress(done, whole)`` after each paper; it answers False to stop."""


class Heap:
    """Papers being drawn one by one: into one PDF, or with ``folder`` each into a file of its own there.

    Dossier by dossier in the order given, so that a printed heap needs no sorting; a paper for several products comes
    once, before the others. A paper that is not to be had is ``skipped`` (dossier, paper, code of the reason).
    ``Refused``: ``print.no_dossier``, ``print.unknown``.
    """

    def __init__(self, dossiers: Sequence[str], papers: Sequence[str], *, folder: Path | None = None) -> None:
        if not dossiers:
            raise Refused("print.no_dossier")
        kinds = [registry.kind(paper) for paper in papers]
        self._jobs: list[tuple[str, Sequence[str]]] = [(kind.id, dossiers) for kind in kinds if kind.many]
        self._jobs += [(kind.id, [dossier]) for dossier in dossiers for kind in kinds if not kind.many]
        self._folder = folder
        self._volume: Volume | None = None
        self.done = 0
        self.papers: list[Paper] = []
        self.skipped: list[tuple[str, str, str]] = []
        self.files: list[Path] = []

    @property
    def whole(self) -> int:
        """How many papers were asked for."""
        return len(self._jobs)

    def step(self, db: Db) -> None:
        """Draw the next one."""
        if self._volume is None and self._folder is None:
            from ocop_desktop.printing.pages import Volume

            self._volume = Volume()
        paper, ids = self._jobs[self.done]
        self.done += 1
        try:
            drawn = registry.draw(db, paper, ids, self._volume)
        except Refused as error:
            self.skipped.append((ids[0], paper, error.code))
            return
        self.papers.append(drawn)
        if self._folder is not None:
            if not self.files:
                _make(self._folder)
            self.files.append(self._folder / f"{len(self.files) + 1:03d}-{drawn.name}")
            write_file(self.files[-1], drawn.data)

    def paper(self) -> Paper:
        """Everything as one PDF, which knows the papers it holds. ``Refused``: ``print.empty_batch``."""
        if not self.papers or self._volume is None:
            raise Refused("print.empty_batch")
        title = f"In hàng loạt, {len(self.papers)} giấy"
        return Paper(name="in-hang-loat.pdf", title=title, data=self._volume.bytes(), holds=tuple(self.papers))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain(error) from error


def draw(
    db: Db,
    dossiers: Sequence[str],
    papers: Sequence[str],
    *,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> Heap:
    """Draw a whole heap, or until ``progress`` says to stop. ``Refused``: as ``Heap``, and ``print.empty_batch``."""
    heap = Heap(dossiers, papers, folder=folder)
    while heap.done < heap.whole:
        heap.step(db)
        if progress is not None and not progress(heap.done, heap.whole):
            break
    if not heap.papers:
        raise Refused("print.empty_batch")
    return heap
