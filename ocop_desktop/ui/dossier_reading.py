"""What the list of dossiers reads from the database: an order with its first page, then one page after another."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from ocop_desktop.actions import listing
from ocop_desktop.actions.listing import ListRow, Query
from ocop_desktop.storage.db import Db
from ocop_desktop.ui.models import PAGE


@dataclass(frozen=True)
class Found:
    """An order, and the rows of its first page: one visit to the reader, no blink."""

    query: Query
    order: array[int]
    first: list[ListRow]


@dataclass(frozen=True)
class Rows:
    """The rows of one page of an order."""

    generation: int
    page: int
    rows: list[ListRow]


def find(query: Query, db: Db) -> Found:
    """Ask for an order."""
    order = listing.order(db, query)
    return Found(query, order, listing.rows(db, order[:PAGE]))


def read_rows(generation: int, page: int, numbers: list[int], db: Db) -> Rows:
    """Read one page."""
    assert len(numbers) <= PAGE
    return Rows(generation, page, listing.rows(db, numbers))
