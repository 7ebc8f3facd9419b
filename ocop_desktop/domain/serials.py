"""Numbers that several PCs of a commune give without a line, and never twice: each PC gives them out of blocks of its own.

A block is a record. A PC writes one, sends it, and uses it only after a whole exchange in which it saw every block that
reached the province before its own. The province puts pushes in one order, so of two blocks that overlap the later
sender always sees the earlier one: it drops its own and writes another. No PC has to be asked.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["reception", "product"]
KINDS: tuple[Kind, ...] = ("reception", "product")
"""Reception numbers of dossiers (Mẫu số 01) and serials of products (mã sản phẩm); each year counts from the beginning."""

SIZE = 10
"""Numbers in a block: a commune receives some ten dossiers a year."""
LOW = 4
"""Fewer left than this and the next block is asked for, so that a PC without a line does not run dry."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """The numbers ``first`` to ``last`` of a year, kept for one copy of the database; a dropped one is never used."""

    id: str
    kind: Kind
    year: int
    first: int
    last: int
    replica: str
    confirmed: bool = False
    dropped: bool = False

    def meets(self, other: "Block") -> bool:
        """Whether both hold a number."""
        same = (self.kind, self.year) == (other.kind, other.year)
        return same and self.first <= other.last and other.first <= self.last

    def holds(self, number: int) -> bool:
        """Whether a number is in it."""
        return self.first <= number <= self.last


def next_first(blocks: Iterable[Block], kind: Kind, year: int, start: int = 1) -> int:
    """Where a new block begins: after every block anybody is known to have asked for, dropped ones too."""
    return max([start - 1, *(block.last for block in blocks if (block.kind, block.year) == (kind, year))]) + 1


def judge(own: Block, blocks: Sequence[Block]) -> Literal["use", "drop"]:
    """What becomes of an own block, confirmed by the province, after an exchange that brought everything there is."""
    clash = any(
        other.replica != own.replica and not other.dropped and own.meets(other)
        for other in blocks
        if other.id != own.id
    )
    return "drop" if clash else "use"


def free(blocks: Iterable[Block], given: dict[str, int], used: Collection[int]) -> list[int]:
    """The numbers that may be given now, in order. ``given``: for each block in use, the next number after the last one given."""
    numbers: list[int] = []
    for block in blocks:
        if block.id in given and not block.dropped:
            numbers += [n for n in range(max(block.first, given[block.id]), block.last + 1) if n not in used]
    return sorted(numbers)
