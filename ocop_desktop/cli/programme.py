"""``plan``: the plans of the programme, one plan with its figures, a plan out of a file."""

import argparse
from dataclasses import asdict
from functools import partial
from pathlib import Path

from ocop_desktop.actions.lists import exporting, screens
from ocop_desktop.actions.programme import loading, plans
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain.text import show_count, show_date, show_hundredths
from ocop_desktop.storage.db import run


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``plan list|show|import``."""
    group = commands.add_parser("plan", help="kế hoạch: việc, chỉ tiêu, kinh phí; nhập một kế hoạch từ tệp")
    verbs = group.add_subparsers(dest="action", title="việc", required=True)
    listing = verbs.add_parser("list", help="các kế hoạch trong máy")
    listing.set_defaults(run=_list)
    showing = verbs.add_parser(
        "show", help="một kế hoạch: việc quá hạn, chỉ tiêu và thực hiện, chỗ kinh phí không khớp"
    )
    showing.add_argument("plan", help="mã, như plan list cho thấy")
    showing.set_defaults(run=_show)
    out = verbs.add_parser("export", help="xuất một phần của kế hoạch ra .xlsx, .ods hoặc .csv")
    out.add_argument("plan", help="mã, như plan list cho thấy")
    out.add_argument("--part", choices=tuple(screens.PARTS), default="targets", help="phần nào")
    out.add_argument("--out", type=Path, required=True)
    out.set_defaults(run=_export)
    taking = verbs.add_parser("import", help="nhập kế hoạch từ tệp TOML, hoặc tên một kế hoạch mẫu (kon-tum…)")
    taking.add_argument("file", type=Path)
    taking.set_defaults(run=_import)
    for each in (listing, showing, out, taking):
        opening.add_arguments(each)
        add_json(each)


def _list(options: argparse.Namespace) -> int:
    with opening.reader(options) as db:
        found = plans.plans(db)
    rows = [
        {"plan": each.id, "title": each.title, "years": each.years, "document": each.document, "level": each.level}
        for each in found
    ]
    lines = [f"{each.id}  {each.years}  {each.title} ({each.document})" for each in found]
    show(options, {"plans": rows}, "\n".join(lines) or "Chưa có kế hoạch nào.")
    return 0


def _show(options: argparse.Namespace) -> int:
    with opening.reader(options) as db:
        page = plans.open_plan(db, options.plan)
    tasks = [
        {
            "no": each.no,
            "title": each.title,
            "due": each.due.isoformat() if each.due else None,
            "state": each.state(page.today),
        }
        for each in page.tasks
    ]
    targets = [
        {
            "target": row.target.id,
            "title": row.target.title,
            "measure": row.target.measure,
            "planned": row.target.planned,
            "actual": row.actual,
            "reached": row.reached,
            "area": row.target.area,
            "place": row.target.place,
        }
        for row in page.targets
    ]
    answer = {
        "plan": page.plan.id,
        "title": page.plan.title,
        "late": page.late,
        "tasks": tasks,
        "targets": targets,
        "disagreements": [asdict(each) for each in page.disagreements],
    }
    lines = [f"{page.plan.title}, {page.plan.years}: {page.late} việc quá hạn"]
    lines.extend(
        f"  {show_date(task.due) if task.due else '–'}  {task.no} {task.title}: {task.state(page.today)}"
        for task in page.tasks
    )
    for row in page.targets:
        actual = "–" if row.actual is None else _figure(row.target.measure, row.actual)
        planned = _figure(row.target.measure, row.target.planned)
        lines.append(f"  {'  ' * row.depth}{row.target.title}: {actual} / {planned} {row.target.noun}".rstrip())
    for each in page.disagreements:
        stated, should = show_count(each.stated), show_count(each.should)
        lines.append(f"  không khớp: {each.table}, dòng {each.line}, cột {each.column}: ghi {stated}, tính {should}")
    show(options, answer, "\n".join(lines))
    return 0


def _export(options: argparse.Namespace) -> int:
    make = partial(screens.plan, plan_id=options.plan, part=options.part)
    with opening.writer(options) as db:
        done = run(db, lambda db: exporting.take_out(db, f"plan.{options.part}", make, options.out))
    show(options, {"file": str(done.file), "rows": done.rows}, f"{done.rows} dòng: {done.file}")
    return 0


def _figure(measure: str, value: int) -> str:
    if measure == "percent":
        return f"{show_hundredths(value)} %"
    return f"{show_hundredths(value)} lần" if measure == "times" else show_count(value)


def _import(options: argparse.Namespace) -> int:
    shipped = {each.name: loading.sample_file(each.name) for each in loading.samples()}
    path = shipped.get(str(options.file), options.file)
    with opening.writer(options) as db:
        made = run(db, lambda db: loading.import_plan(db, path)).created
        assert made is not None
        page = plans.open_plan(db, made)
    answer = {"plan": made, "tasks": len(page.tasks), "targets": len(page.targets), "events": len(page.events)}
    words = f"Đã nhập kế hoạch {page.plan.title}: {len(page.tasks)} việc, {len(page.targets)} chỉ tiêu. Mã {made}"
    show(options, answer, words)
    return 0
