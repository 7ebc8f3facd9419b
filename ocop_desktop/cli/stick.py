"""``package``: what goes to the province and comes back by stick."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from ocop_desktop.actions import office, stick
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain.text import show_size


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``package export``, ``package import``, ``package rescue``."""
    parser = commands.add_parser("package", help="gửi và nhận bằng USB khi không có mạng")
    acts = parser.add_subparsers(title="lệnh", required=True)
    for name, words, act in (
        ("export", "chép những gì tỉnh chưa có vào một gói", _export),
        ("import", "nhận trả lời của tỉnh từ một tệp", _import),
        ("rescue", "gửi một gói vào khu cứu hộ của tỉnh qua mạng (máy đã bị thu hồi)", _rescue),
    ):
        command = acts.add_parser(name, help=words)
        command.add_argument("file", type=Path, metavar="FILE", help="tệp gói (.ocop)")
        opening.add_arguments(command)
        add_json(command)
        command.set_defaults(run=act)


def _export(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        done = stick.export(office.runner(db), options.file, _reporter(options))
    words = (
        f"Đã chép {done.operations} thay đổi và {done.files} tệp ({show_size(done.bytes)}) vào {done.path}. "
        "Hãy đưa gói này tới tỉnh."
    )
    if done.unreadable:
        words += f" Có {done.unreadable} tệp minh chứng không đọc được nên chưa có trong gói."
    show(options, {**asdict(done), "path": str(done.path)}, words)
    return 0


def _import(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        done = stick.take_answer(office.runner(db), options.file, _reporter(options))
    words = f"Tỉnh đã ghi nhận {done.sent} nội dung và {done.files} tệp; nhận {done.received} nội dung từ tỉnh. " + (
        "Hai bên giống hệt nhau." if done.digest_equal else "Hai bên chưa khớp; hãy chép gói mới gửi tỉnh."
    )
    show(options, {**asdict(done), "dossiers": sorted(done.dossiers)}, words)
    return 0


def _rescue(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        rescue = stick.send_rescue(office.runner(db), options.file)
    show(options, {"rescue": rescue}, f"Tỉnh đã giữ gói này, mã cứu hộ {rescue}.")
    return 0


def _reporter(options: argparse.Namespace) -> stick.Report:
    shown = -1

    def report(moment: stick.Moment) -> None:
        nonlocal shown
        percent = 100 * moment.done // max(moment.total, 1)
        if not options.json and percent // 10 > shown // 10:
            shown = percent
            sys.stderr.write(f"{percent} %\n")

    return report
