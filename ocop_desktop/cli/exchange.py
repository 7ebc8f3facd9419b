"""``enrol`` and ``sync``: the same exchange with the province as the window's page."""

import argparse
import sys
import threading
from dataclasses import asdict
from pathlib import Path

from ocop_desktop.actions import exchange, office
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain.text import show_size
from ocop_desktop.storage.db import run

_STEPS = {
    "connect": "Kết nối",
    "send": "Gửi hồ sơ",
    "receive": "Nhận kết quả",
    "files": "Gửi tệp",
    "check": "Đối chiếu",
}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``enrol`` and ``sync``."""
    enrol = commands.add_parser("enrol", help="ghi danh máy này với máy chủ tỉnh bằng mã dùng một lần")
    opening.add_arguments(enrol)
    add_json(enrol)
    enrol.add_argument("--server", required=True, help="địa chỉ máy chủ tỉnh, hoặc cả dòng ghi danh ocop://…")
    enrol.add_argument("--code", default="", help="mã ghi danh do tỉnh cấp")
    enrol.add_argument("--name", default="", help="tên máy, để tỉnh nhận ra")
    enrol.add_argument("--ca", type=Path, metavar="FILE", help="chứng thư riêng của tỉnh (.crt, .pem), nếu có")
    enrol.set_defaults(run=_enrol)
    sync = commands.add_parser("sync", help="đồng bộ với tỉnh")
    opening.add_arguments(sync)
    add_json(sync)
    sync.add_argument("--server", help="địa chỉ mới của máy chủ tỉnh, nếu đã đổi")
    sync.set_defaults(run=_sync)


def _enrol(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        if options.ca:
            trust = options.ca
            run(db, lambda db: exchange.trust_authority(db, trust))
        exchange.enrol(office.runner(db), options.server, options.code, options.name)
        state = exchange.state(db)
    show(
        options,
        {"device": state.device, "server": state.server, "province": state.province_name},
        f"Máy này đã ghi danh với {state.province_name or state.server}.",
    )
    return 0


def _sync(options: argparse.Namespace) -> int:
    def report(progress: exchange.Progress) -> None:
        if not options.json:
            counted = f" {progress.done}/{progress.total}" if progress.total else ""
            size = f", còn {show_size(progress.bytes_total - progress.bytes_done)}" if progress.step == "files" else ""
            sys.stderr.write(f"{_STEPS[progress.step]}{counted}{size}\n")

    with opening.writer(options) as db:
        run = office.runner(db)
        if options.server:
            run(lambda db: exchange.move_server(db, options.server))
        done = exchange.synchronise(run, report, threading.Event())
    words = f"Gửi {done.sent} bản ghi, nhận {done.received}, {done.files} tệp ({show_size(done.bytes)}). " + (
        "Hai bên giống hệt nhau." if done.digest_equal else "Hai bên chưa khớp; lần đồng bộ sau sẽ đối chiếu tiếp."
    )
    show(options, {**asdict(done), "dossiers": sorted(done.dossiers)}, words)
    return 0
