"""The paged model: exact for the whole result, loaded by windows, stable while it changes."""

from array import array
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ocop_desktop.ui.models import PAGE, PAGES_KEPT, ROW_ROLE, Column, PagedModel


@dataclass(frozen=True)
class Row:
    """A row of the tests."""

    number: int
    name: str


class Source:
    """Answers asked pages at once or when told, and remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int, list[int]]] = []
        self.model = PagedModel([Column("Tên", "name", lambda r: r.name)], self._fetch)

    def _fetch(self, generation: int, page: int, numbers: list[int]) -> None:
        self.asked.append((generation, page, numbers))

    def answer(self, *, version: str = "") -> None:
        """Deliver everything asked."""
        asked, self.asked = self.asked, []
        for generation, page, numbers in asked:
            self.model.loaded(generation, page, [Row(n, f"sản phẩm {n}{version}") for n in numbers])


@pytest.fixture
def source(qtbot: QtBot) -> Source:
    return Source()


def order(count: int, start: int = 1) -> "array[int]":
    return array("q", range(start, start + count))


def pump(qtbot: QtBot, source: Source) -> None:
    qtbot.waitUntil(lambda: bool(source.asked), timeout=1000)


def test_it_keeps_qt_rules_while_pages_come_and_orders_change(
    qtbot: QtBot, source: Source, qtmodeltester: ModelTester
) -> None:
    source.model.show(order(500))
    qtmodeltester.check(source.model)
    source.model.row(0)
    pump(qtbot, source)
    source.answer()
    source.model.show(order(130))
    source.model.show(order(0))
    source.model.show(order(1000))
    qtmodeltester.check(source.model)


def test_a_jump_asks_only_for_what_is_seen(qtbot: QtBot, source: Source) -> None:
    source.model.show(order(100_000))
    index = source.model.index(70_000, 0)
    assert index.data() == ""
    pump(qtbot, source)
    pages = [page for _generation, page, _numbers in source.asked]
    assert pages == [70_000 // PAGE]
    source.answer()
    qtbot.waitUntil(lambda: len(source.asked) == 2, timeout=2000)
    assert {page for _generation, page, _numbers in source.asked} == {pages[0] + 1, pages[0] - 1}
    assert index.data() == "sản phẩm 70001"
    assert index.data(ROW_ROLE) == Row(70_001, "sản phẩm 70001")


def test_memory_stays_small_on_a_walk_through_everything(qtbot: QtBot, source: Source) -> None:
    source.model.show(order(100_000))
    for position in range(0, 100_000, PAGE * 10):
        source.model.row(position)
        pump(qtbot, source)
        source.answer()
    assert len(source.model._pages) <= PAGES_KEPT


def test_a_fast_scroll_leaves_pages_behind_unasked(qtbot: QtBot, source: Source) -> None:
    source.model.show(order(100_000))
    for position in range(0, 60_000, PAGE):
        source.model.row(position)
    pump(qtbot, source)
    assert len(source.asked) <= 5


def test_late_rows_of_an_old_order_are_dropped(qtbot: QtBot, source: Source) -> None:
    source.model.show(order(100))
    source.model.row(0)
    pump(qtbot, source)
    late, source.asked = source.asked, []
    source.model.show(order(100, start=1000))
    for generation, page, numbers in late:
        source.model.loaded(generation, page, [Row(n, "cũ") for n in numbers])
    assert source.model.index(0, 0).data() == ""


def test_a_refresh_shows_the_known_rows_until_the_new_ones_come(qtbot: QtBot, source: Source) -> None:
    source.model.show(order(100))
    source.model.row(0)
    pump(qtbot, source)
    source.answer()
    assert source.model.show(order(100)) is False, "the same order is not a reset: selection and scroll stay"
    assert source.model.index(3, 0).data() == "sản phẩm 4"
    pump(qtbot, source)
    source.answer(version=" mới")
    assert source.model.index(3, 0).data() == "sản phẩm 4 mới"


def test_a_row_is_found_again_by_its_number(source: Source) -> None:
    source.model.show(array("q", [9, 4, 7]))
    assert source.model.position(7) == 2
    assert source.model.position(5) == -1
    assert source.model.number(1) == 4


def test_the_sorted_column_is_marked(source: Source) -> None:
    source.model.mark_sorted(0, descending=True)
    assert source.model.headerData(0, Qt.Orientation.Horizontal) == "Tên ▼"
