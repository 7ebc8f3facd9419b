"""``person export``: all that is held about one representative; ``wipe``: a PC that leaves service."""

import argparse
from pathlib import Path

from ocop_desktop.actions import personal
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.storage.db import close_whole, run


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``person`` and ``wipe``."""
    parser = commands.add_parser("person", help="dữ liệu cá nhân của một người đại diện")
    acts = parser.add_subparsers(dest="act", required=True)
    export = acts.add_parser("export", help="xuất tất cả những gì đang giữ về một người, ra một tệp đọc được")
    export.add_argument("person", help="họ tên người đại diện, hoặc mã bản ghi chủ thể")
    opening.add_arguments(export)
    export.add_argument("--out", type=Path, required=True, help="tệp .json; là dữ liệu cá nhân, hãy giữ như hồ sơ")
    add_json(export)
    export.set_defaults(run=_export)
    wipe = commands.add_parser("wipe", help="xóa sạch dữ liệu của máy thôi dùng, khóa xóa trước")
    opening.add_arguments(wipe)
    wipe.add_argument("--yes", action="store_true", required=True, help="chắc chắn xóa")
    wipe.add_argument("--word", default="", help=f"gõ {personal.WIPE_WORD} để xóa cả khi còn việc chưa gửi tỉnh")
    add_json(wipe)
    wipe.set_defaults(run=_wipe)


def _export(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        told = run(db, lambda db: personal.export(db, options.person, options.out.absolute()))
    words = f"Đã xuất {told.producers} chủ thể, {told.dossiers} hồ sơ: {options.out}"
    show(options, {"producers": told.producers, "dossiers": told.dossiers, "file": str(options.out)}, words)
    return 0


def _wipe(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: personal.prepare_wipe(db, options.word))
        close_whole(db)  # nobody else may have it open
    gone = personal.wipe(options.db.absolute())
    show(options, {"files": gone}, f"Đã xóa sạch {gone} tệp; khóa đã bị ghi đè. Bản sao trên USB, nếu có, vẫn còn.")
    return 0
