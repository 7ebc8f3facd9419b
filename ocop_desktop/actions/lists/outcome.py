"""What an import of a list did, or would do, row by row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ocop_desktop.actions.changes import Changes

Did = Literal["made", "added", "known", "refused", "passed"]
"""A new record; something new of a known one; nothing new; not taken, for a named reason; no row of the list (sums, headings)."""


@dataclass(frozen=True, kw_only=True)
class Remark:
    """What is to be said of a row: a code with its sentence, the column it is about (its heading), the cell's text."""

    code: str
    column: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class RowDone:
    """What became of one row of the file."""

    row: int
    did: Did
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Taken:
    """An import. ``rows``: every row under the heading, in order: each was taken or is named with why it was not."""

    rows: tuple[RowDone, ...]
    changes: Changes
    producers: int = 0
    products: int = 0
    recognitions: int = 0
    claims: int = 0
    """Products whose stars wait for the level that recognises them."""
    dossiers: int = 0
    numbered: int = 0
    """Dossiers that were given a reception number or a code."""

    def count(self, did: Did) -> int:
        """How many rows ended so."""
        return sum(row.did == did for row in self.rows)

    def remarks(self) -> Sequence[tuple[str, int]]:
        """Each code that was said, with how many rows it was said of; most first."""
        return Counter(remark.code for row in self.rows for remark in row.remarks).most_common()
