"""``demo``: the main job from end to end on this machine alone."""

import argparse
import json
from pathlib import Path

from ocop_desktop.actions import demo
from ocop_desktop.cli.answers import add_json


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``demo``."""
    parser = commands.add_parser("demo", help="làm thử trọn việc chính: nhận hồ sơ, in Mẫu 03, đồng bộ, biên nhận")
    parser.add_argument("--out", type=Path, default=Path("demo"), help="thư mục kết quả (mặc định: demo)")
    add_json(parser)

    parser.set_defaults(run=_demo)


def _demo(options: argparse.Namespace) -> int:
    done = demo.demonstrate(options.out, (lambda _: None) if options.json else print)
    if options.json:
        print(json.dumps(done.as_dict(), ensure_ascii=False))
    else:
        print(f"\nXong trong {done.seconds:.1f} giây. Mở lại cơ sở dữ liệu này bằng cửa sổ chương trình:")
        print(f'  ocop-desktop --db "{done.database}"    (mật khẩu: {done.passphrase})')
    return 0 if done.digest_equal else 1
