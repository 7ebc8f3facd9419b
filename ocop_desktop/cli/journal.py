"""``journal check`` and ``journal export``: who did what on this PC, and whether anybody changed that afterwards."""

import argparse
from dataclasses import asdict
from pathlib import Path

from ocop_desktop.actions import inspection
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, add_sensitive, show
from ocop_desktop.storage.db import run


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``journal``."""
    parser = commands.add_parser("journal", help="nhật ký việc làm: kiểm tra, xuất ra tệp")
    acts = parser.add_subparsers(dest="act", required=True)
    check = acts.add_parser("check", help="đọc lại cả chuỗi và đối chiếu với biên nhận của tỉnh")
    opening.add_arguments(check)
    add_json(check)
    check.set_defaults(run=_check)
    export = acts.add_parser("export", help="xuất nhật ký, mỗi dòng một việc")
    opening.add_arguments(export)
    export.add_argument("--out", type=Path, required=True, help="tệp .jsonl; có nội dung hồ sơ, hãy giữ như hồ sơ")
    add_json(export)
    add_sensitive(export)
    export.set_defaults(run=_export)


def _check(options: argparse.Namespace) -> int:
    with opening.reader(options) as db:
        found = inspection.check_journal(db)
    broken = found.broken
    if broken is not None and broken.what == "altered":
        words = f"Dòng {broken.n} ({broken.at}) đã bị sửa hoặc dòng trước nó đã bị lấy đi."
    elif broken is not None:
        words = f"Dòng {broken.n} khác với biên nhận tỉnh đã ký ngày {broken.at}: nhật ký đã bị làm lại hoặc bị cắt."
    elif found.unsigned:
        words = f"{found.unsigned} biên nhận không mang chữ ký của tỉnh."
    else:
        words = f"Nhật ký nguyên vẹn: {found.lines} dòng, khớp {found.receipts} biên nhận của tỉnh."
    told = {**asdict(found), "broken": broken._asdict() if broken else None, "whole": found.whole}
    show(options, told, words)
    return 0 if found.whole else 1


def _export(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        count = run(db, lambda db: inspection.export_journal(db, options.out.absolute(), whole=options.sensitive))
    show(options, {"lines": count, "file": str(options.out)}, f"Đã xuất {count} dòng: {options.out}")
    return 0
