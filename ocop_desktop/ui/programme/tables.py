"""The rows of a plan's tables: tasks, targets with their bars, money, events, the records behind a figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ocop_desktop.actions.programme.plans import Behind, PlanPage, TargetRow
from ocop_desktop.domain.programme.money import PLANNED, SPENT, TOTAL, Line, Table
from ocop_desktop.domain.text import show_count, show_date
from ocop_desktop.ui.plain_table import Cell
from ocop_desktop.ui.programme import words
from ocop_desktop.ui.programme.drawn import BarCell

Row = tuple[Cell, ...]
TASK_WIDTHS = (300, 190, 170, 104)
TARGET_WIDTHS = (330, 96, 130, 150)
EVENT_WIDTHS = (116, 200, 240, 150, 110)
BEHIND_WIDTHS = (320, 260, 120)


def task_titles() -> tuple[str, ...]:
    """The heads of the tasks."""
    translate = QCoreApplication.translate
    return (
        translate("programme", "Việc"),
        translate("programme", "Chủ trì, phối hợp"),
        translate("programme", "Hạn"),
        translate("programme", "Tình trạng"),
    )


def tasks(page: PlanPage) -> list[Row]:
    """A row for each task."""
    rows: list[Row] = []
    for task in page.tasks:
        due, when = words.days(task)
        said, tone = words.state(task.state(page.today))
        if task.done_on is not None:
            when = QCoreApplication.translate("programme", "xong {day}").format(day=show_date(task.done_on))
        name = f"{task.no}  {task.title}" if task.no else task.title
        rows.append(
            (
                Cell(
                    name,
                    task.result or (words.step(task.step) if task.step else ""),
                    tip=f"{name}\n{task.content}\n{task.place}".strip(),
                ),
                Cell(task.owner, task.partners, tip="\n".join(filter(None, (task.owner, task.partners)))),
                Cell(due, when, tip=when),
                Cell(said, "", tone),
            )
        )
    return rows


def target_titles() -> tuple[str, ...]:
    """The heads of the targets."""
    translate = QCoreApplication.translate
    return (
        translate("programme", "Chỉ tiêu"),
        translate("programme", "Kế hoạch"),
        translate("programme", "Thực hiện"),
        translate("programme", "Đạt"),
    )


def targets(page: PlanPage) -> list[Row]:
    """A row for each target; its parts stand indented under it."""
    return [_target(page, row) for row in page.targets]


def _unread(page: PlanPage, record: str, name: str, cell: Cell) -> Cell:
    """The cell, or what was typed there while it is no figure yet."""
    typed = page.unread.get((record, name))
    if typed is None:
        return cell
    why = QCoreApplication.translate("programme", "Chưa đọc được số này; số cũ giữ nguyên. F2 để sửa.")
    return Cell(typed, QCoreApplication.translate("programme", "chưa đọc được"), "danger", tip=why, right=cell.right)


TARGET_FIELDS = {1: "planned", 2: "typed"}
"""The figures of a target that are typed where they stand, by column."""


def _target(page: PlanPage, row: TargetRow) -> Row:
    translate = QCoreApplication.translate
    target = row.target
    lead = "      " * row.depth
    second = target.place
    if row.parts is not None:
        second = translate("programme", "Các phần cộng lại là {parts}, không phải {stated}").format(
            parts=words.figure(target, row.parts), stated=words.figure(target, target.planned)
        )
    actual = "–" if row.actual is None else words.figure(target, row.actual)
    source = translate("programme", "chưa có số") if row.actual is None else ""
    if target.typed is not None:
        source = translate("programme", "tự ghi")
    elif row.measured is not None:
        source = translate("programme", "từ bản ghi")
    tip = "\n".join(filter(None, (target.title, target.words, target.place, words.indicator(target.indicator))))
    return (
        Cell(lead + target.title, lead + second if second else "", tip=tip),
        _unread(page, target.id, "planned", Cell(words.planned(target), target.noun)),
        _unread(page, target.id, "typed", Cell(actual, source)),
        BarCell(words.reached(row), " ", bar=row.reached),
    )


def money_titles(table: Table) -> tuple[str, ...]:
    """The heads of a table of money."""
    translate = QCoreApplication.translate
    return (translate("programme", "Nội dung"), *(words.column(name) for name in table.columns))


def money_widths(table: Table) -> tuple[int, ...]:
    """How a table of money shares its width."""
    return (300, *(100 for _ in table.columns))


def money(page: PlanPage, table: Table) -> list[Row]:
    """A row for each line: planned above, spent under it; a cell that does not agree has the colour of a warning."""
    odd = {(each.line, each.column): each for each in page.disagreements if each.table == table.key}
    rows: list[Row] = []
    for line in table.lines:
        name = f"{line.no}  {line.item}" if line.no not in {"", "-"} else line.item
        second = f"{show_count(line.quantity)} {line.noun.lower()}" if line.quantity is not None else ""
        cells = [Cell(name, second, tip=f"{name}\n{line.place}")]
        for column in table.columns:
            found = odd.get((line.key, column))
            tip = words.disagreement(page, found) if found is not None else ""
            cell = _amount(line, column, tip)
            for name in (f"{SPENT}{column}", f"{PLANNED}{column}"):
                cell = _unread(page, line.id, name, cell)
            cells.append(cell)
        rows.append(tuple(cells))
    return rows


def _amount(line: Line, column: str, odd: str) -> Cell:
    planned, spent = line.planned.get(column), line.spent.get(column)
    if column == TOTAL and spent is None and line.spent:
        spent = sum(line.spent.values())
    said = words.million(planned) if planned is not None else ""
    second = ""
    if spent is not None:
        second = QCoreApplication.translate("programme", "chi {amount}").format(amount=words.million(spent))
    return Cell(said, second, "warning" if odd else "-", tip=odd, right=True)


def event_titles() -> tuple[str, ...]:
    """The heads of the events."""
    translate = QCoreApplication.translate
    return (
        translate("programme", "Ngày"),
        translate("programme", "Loại"),
        translate("programme", "Nội dung"),
        translate("programme", "Địa bàn"),
        translate("programme", "Kinh phí"),
    )


def events(page: PlanPage) -> list[Row]:
    """A row for each event, the latest first."""
    translate = QCoreApplication.translate
    rows: list[Row] = []
    for each in page.events:
        body = each.body
        day = str(body.get("day") or "")
        people = body.get("participants")
        many = (
            translate("programme", "{count} người").format(count=show_count(people)) if isinstance(people, int) else ""
        )
        cost = body.get("cost")
        shown = f"{day[8:10]}/{day[5:7]}/{day[:4]}" if day else translate("programme", "dự kiến")
        rows.append(
            (
                Cell(shown),
                Cell(words.event_kind(str(body.get("kind") or "")), many),
                Cell(
                    str(body.get("title") or ""), str(body.get("result") or body.get("host") or body.get("place") or "")
                ),
                Cell(str(body.get("area") or "")),
                Cell(show_count(cost) if isinstance(cost, int) else "", right=True),
            )
        )
    return rows


def behind_titles() -> tuple[str, ...]:
    """The heads of the records behind a figure."""
    translate = QCoreApplication.translate
    return (
        translate("programme", "Bản ghi"),
        translate("programme", "Của ai, ở đâu"),
        translate("programme", "Tính vào"),
    )


def behind(found: Sequence[Behind]) -> list[Row]:
    """A row for each record behind a figure."""
    translate = QCoreApplication.translate
    counted = translate("programme", "Có"), translate("programme", "Không")
    return [
        (
            Cell(each.title),
            Cell(each.second),
            Cell(counted[0] if each.counted else counted[1], "", "accent" if each.counted else ""),
        )
        for each in found
    ]
