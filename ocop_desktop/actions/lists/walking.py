"""Goes through the rows of a list that is brought in, and tells how far it is."""

from collections.abc import Callable

from ocop_desktop.actions.lists.outcome import Remark, RowDone
from ocop_desktop.actions.lists.reading import Opened, Progress
from ocop_desktop.domain.lists.rows import Line

EVERY = 100


def each_row(opened: Opened, row: Callable[[Line], RowDone], progress: Progress | None) -> tuple[RowDone, ...]:
    """What became of every row in their order, of those passed over too. ``Refused``: what ``row`` and ``progress`` raise."""
    lines = opened.listed.lines
    done: list[RowDone] = []
    for at, line in enumerate(lines):
        if progress is not None and at % EVERY == 0:
            progress(at, len(lines))
        done.append(row(line))
    if progress is not None:
        progress(len(lines), len(lines))
    done += [
        RowDone(row=number, did="passed", remarks=(Remark(code=f"import.passed.{why}"),))
        for number, why in opened.listed.passed
    ]
    return tuple(sorted(done, key=lambda each: each.row))
