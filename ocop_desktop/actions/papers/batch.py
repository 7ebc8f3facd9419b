"""Many papers at once: the chosen dossiers, the chosen papers, one file or many, with progress and a way to stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.documents import Paper, note_printed
from ocop_desktop.actions.papers import registry
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db
from ocop_desktop.storage.durable import write_file

Progress = Callable[[int, int], bool]
"""``progress(done, whole)`` after each paper; it answers False to stop."""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What a batch made. ``skipped`` are papers that could not be drawn: dossier, paper, code. ``data`` is the one PDF
    of a batch in one file, ``files`` those of a batch in many."""

    papers: tuple[Paper, ...]
    skipped: tuple[tuple[str, str, str], ...]
    stopped: bool
    data: bytes = b""
    files: tuple[Path, ...] = ()


def draw(
    db: Db,
    dossiers: Sequence[str],
    papers: Sequence[str],
    *,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> Batch:
    """Draw the papers of the dossiers: into one PDF, or with ``folder`` each into a file of its own there.

    Dossier by dossier in the order given, so that a printed heap needs no sorting; a paper for several products comes
    once, before the others. A paper that is not to be had is skipped, and said. ``Refused``: ``print.no_dossier``,
    ``print.unknown``, ``print.empty_batch``.
    """
    from ocop_desktop.printing.pages import Volume

    kinds = [registry.kind(paper) for paper in papers]
    if not dossiers:
        raise Refused("print.no_dossier")
    jobs: list[tuple[str, Sequence[str]]] = [(kind.id, dossiers) for kind in kinds if kind.many]
    jobs += [(kind.id, [dossier]) for dossier in dossiers for kind in kinds if not kind.many]
    volume = Volume() if folder is None else None
    made: list[Paper] = []
    skipped: list[tuple[str, str, str]] = []
    files: list[Path] = []
    stopped = False
    for number, (paper, ids) in enumerate(jobs, start=1):
        try:
            drawn = registry.draw(db, paper, ids, volume)
            made.append(drawn)
            if folder is not None:
                files.append(_save(folder, drawn, len(files) + 1))
        except Refused as error:
            skipped.append((ids[0], paper, error.code))
        if progress is not None and not progress(number, len(jobs)) and number < len(jobs):
            stopped = True
            break
    if not made:
        raise Refused("print.empty_batch")
    return Batch(
        papers=tuple(made),
        skipped=tuple(skipped),
        stopped=stopped,
        data=volume.bytes() if volume is not None else b"",
        files=tuple(files),
    )


def _save(folder: Path, paper: Paper, number: int) -> Path:
    path = folder / f"{number:03d}-{paper.name}"
    write_file(path, paper.data)
    return path


def note(db: Db, batch: Batch, way: str) -> Changes:
    """Write down that every paper of a batch left the program."""
    touched: frozenset[str] = frozenset()
    for paper in batch.papers:
        touched |= note_printed(db, paper, way).dossiers
    return Changes(dossiers=touched)
