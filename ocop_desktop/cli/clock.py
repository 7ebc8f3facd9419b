"""``calendar``: legal days; ``register`` and ``issue``: the outgoing documents of a year, and the number a signed report was given."""

import argparse
import csv
import io
from dataclasses import asdict
from datetime import date

from ocop_desktop.actions import deadlines, register
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain import letters
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.text import show_date
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import run


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``register``, ``calendar``, ``issue``."""
    book = commands.add_parser("register", help="sổ văn bản đi của một năm, mười cột theo Nghị định 30/2020/NĐ-CP")
    opening.add_arguments(book)
    add_json(book)
    book.add_argument("--year", type=int, help="mặc định: năm nay")
    book.set_defaults(run=_register)
    days = commands.add_parser("calendar", help="lịch các hạn theo luật: sắp đến, hoặc của một tháng")
    opening.add_arguments(days)
    add_json(days)
    days.add_argument("--month", help="tháng, như 2026-12; mặc định: quá hạn và 60 ngày tới")
    days.set_defaults(run=_calendar)
    given = commands.add_parser("issue", help="ghi số và ngày cho báo cáo đã ký")
    opening.add_arguments(given)
    add_json(given)
    given.add_argument("dossier")
    given.add_argument("--number", required=True, help="số báo cáo; để trống cùng ngày là bỏ số")
    given.add_argument("--day", required=True, help="ngày trên báo cáo, ngày/tháng/năm")
    given.set_defaults(run=_issue)


def _calendar(options: argparse.Namespace) -> int:
    with opening.reader(options) as db:
        if options.month:
            try:
                first = date.fromisoformat(f"{options.month}-01")
            except ValueError as error:
                raise Refused("field.date.unreadable") from error
            found = list(deadlines.month(db, first.year, first.month).events)
        else:
            found = deadlines.upcoming(db)
    items = [{**asdict(event), "day": event.day.isoformat()} for event in found]
    lines = [
        f"{show_date(event.day)}  {event.days_left:>4}  {event.kind:<16}  {event.title or event.period}  {event.dossier}".rstrip()
        for event in found
    ]
    show(options, {"events": items}, "\n".join(lines) or "Không có hạn nào.")
    return 0


def _register(options: argparse.Namespace) -> int:
    with opening.reader(options) as db:
        found = register.register(db, options.year)
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(letters.COLUMNS)
    table.writerows(found.rows)
    answer = {**asdict(found), "columns": letters.COLUMNS, "rows": found.rows}
    show(options, answer, text.getvalue().rstrip("\n"))
    return 0


def _issue(options: argparse.Namespace) -> int:
    day = str(KINDS["date"].parse(options.day) or "")
    with opening.writer(options) as db:
        run(db, lambda db: register.issue(db, options.dossier, options.number, day))
    show(options, {"dossier": options.dossier, "number": options.number, "day": day}, "Đã ghi số và ngày.")
    return 0
