"""``report``: the periodic reports of this office: the list, one on paper in three formats, its seal, the communes' state."""

import argparse
from pathlib import Path

from ocop_desktop.actions.papers import drawing
from ocop_desktop.actions.reports import consolidation, papers, periodic
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain.reporting import periods
from ocop_desktop.domain.reporting.figures import Figure
from ocop_desktop.domain.reporting.periods import Kind, Period
from ocop_desktop.domain.text import show_date
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import run
from ocop_desktop.storage.durable import write_file

_VERBS: dict[str, tuple[Kind, str, str]] = {
    "monthly": ("month", "--month", "tháng, như 2026-10"),
    "quarterly": ("quarter", "--quarter", "quý, như 2026-Q3"),
    "half": ("half", "--year", "năm của báo cáo 6 tháng"),
    "nine": ("nine", "--year", "năm của báo cáo 9 tháng"),
    "yearly": ("year", "--year", "năm"),
}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``report list|monthly|quarterly|half|nine|yearly``."""
    group = commands.add_parser("report", help="báo cáo định kỳ: số liệu, giấy tờ, chốt, tổng hợp các xã")
    verbs = group.add_subparsers(dest="action", title="việc", required=True)
    one = verbs.add_parser("list", help="các kỳ của một năm: trạng thái, ngày chốt số liệu, hạn gửi")
    opening.add_arguments(one)
    add_json(one)
    one.add_argument("--year", type=int, default=None, help="năm")
    one.set_defaults(run=_list)
    for name, (kind, flag, words) in _VERBS.items():
        one = verbs.add_parser(name, help=f"báo cáo {words.split(',')[0]}")
        opening.add_arguments(one)
        add_json(one)
        one.add_argument(flag, dest="period", required=True, help=words)
        one.add_argument("--out", type=Path, help="thư mục nhận tệp .pdf, .docx, .xlsx")
        one.add_argument("--seal", action="store_true", help="chốt số liệu; lần đồng bộ tới sẽ gửi")
        one.add_argument("--communes", action="store_true", help="tình hình từng xã (huyện, tỉnh)")
        one.add_argument("--by", choices=("made", "today"), default="made", help="theo đơn vị lúc lập hay hiện nay")
        one.set_defaults(run=_one, kind=kind)


def _period(options: argparse.Namespace) -> Period:
    found = periods.parse(options.period)
    if options.kind in {"half", "nine"} and found.kind == "year":
        return Period(year=found.year, kind=options.kind)
    if found.kind != options.kind:
        raise Refused("report.period")
    return found


def _list(options: argparse.Namespace) -> int:
    with opening.reader(options) as db:
        shelf = periodic.shelf(db, options.year)
    rows = [
        {**_plain(line), "words": line.period.words, "record": line.record, "sealed_at": line.sealed_at}
        for line in shelf.lines
    ]
    lines = [
        f"{line.period.code:<9} {line.period.words:<22} {line.state:<8} {'trễ' if line.late else '':<4} "
        f"chốt {show_date(line.last)}, gửi trước {show_date(line.due)}"
        for line in shelf.lines
    ]
    show(options, {"year": shelf.year, "periods": rows}, "\n".join(lines))
    return 0


def _plain(line: periodic.Line) -> dict[str, object]:
    days = {name: getattr(line, name).isoformat() for name in ("first", "last", "due")}
    return {"period": line.period.code, **days, "state": line.state, "late": line.late}


def _one(options: argparse.Namespace) -> int:
    period = _period(options)
    with opening.writer(options) as db:
        if options.seal:
            run(db, lambda db: periodic.seal(db, period))
        report = periodic.open_report(db, period, options.by)
        files = []
        if options.out is not None:
            made = papers.of_report(db, report)
            options.out.mkdir(parents=True, exist_ok=True)
            for ending, data in (
                ("pdf", made.data),
                ("docx", drawing.word(made)),
                ("xlsx", drawing.workbook(made)),
            ):
                file = options.out / f"{Path(made.name).stem}.{ending}"
                write_file(file, data)
                files.append(str(file))
        whole = consolidation.consolidate(db, period, options.by) if options.communes else None
    answer: dict[str, object] = {
        **_plain(report.line),
        "unit": report.unit,
        "counted_to": report.counted_to.isoformat(),
        "sha256": report.digest,
        "figures": {each.key: {"now": each.now, "whole": each.whole} for each in report.figures},
        "targets": [
            {
                "id": each.target.id,
                "title": each.target.title,
                "measure": each.target.measure,
                "planned": each.target.planned,
                "actual": each.actual,
                "reached": each.reached,
            }
            for each in report.planned
        ],
        "texts": dict(report.texts),
        "files": files,
    }
    lines = [f"{period.words}: số liệu {show_date(report.line.first)} - {show_date(report.counted_to)}"]
    lines += [
        f"  {papers.label(each):<48} {'' if each.now is None else each.now:>7} {_whole(each):>9}"
        for each in report.figures
    ]
    if whole is not None:
        answer["communes"] = [
            {
                **_plain(each.line),
                "unit": each.unit,
                "name": each.name,
                "seen": each.seen,
                "differs": list(each.differs),
            }
            for each in whole.communes
        ]
        lines.append(f"Các xã: {whole.sent}/{len(whole.communes)} đã gửi, {whole.late} trễ")
        lines += [f"  {each.name:<32} {each.line.state}{' trễ' if each.line.late else ''}" for each in whole.communes]
    show(options, answer, "\n".join((*lines, *files)))
    return 0


def _whole(each: Figure) -> str:
    return f"{each.whole / 100:.2f}".replace(".", ",") if each.percent else str(each.whole)
