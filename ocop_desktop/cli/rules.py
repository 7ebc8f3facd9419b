"""``rules``: the province's rule packs: check files before they are published, install a pack, say what is in force."""

import argparse
from dataclasses import asdict
from pathlib import Path

from ocop_desktop.actions import office, rules
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain import sentences


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``rules check``, ``rules install``, ``rules show``."""
    parser = commands.add_parser("rules", help="gói quy định của tỉnh: kiểm tra, cài, xem")
    acts = parser.add_subparsers(title="lệnh", required=True)
    check = acts.add_parser("check", help="kiểm tra tệp quy định trước khi công bố: từng lỗi, từng chỗ")
    check.add_argument("path", type=Path, metavar="DIR|FILE", help="thư mục có index.toml, một tệp TOML, hoặc một gói")
    add_json(check)
    check.set_defaults(run=_check)
    install = acts.add_parser("install", help="cài một gói quy định từ tệp")
    install.add_argument("file", type=Path, metavar="FILE", help="gói quy định (.ocoprules)")
    opening.add_arguments(install)
    add_json(install)
    install.set_defaults(run=_install)
    now = acts.add_parser("show", help="gói quy định đang dùng và những gì đã đổi")
    opening.add_arguments(now)
    add_json(now)
    now.set_defaults(run=_show)


def _check(options: argparse.Namespace) -> int:
    found = rules.check_path(options.path)
    lines = [rules.describe(fault) for fault in found]
    rows = [
        {
            "file": fault.file,
            "place": fault.place,
            "code": fault.code,
            "message": sentences.sentence(fault.code, fault.details),
        }
        for fault in found
    ]
    words = "\n".join((*lines, f"{len(lines)} lỗi." if lines else "Không có lỗi: công bố được."))
    show(options, {"good": not found, "faults": rows}, words)
    return 1 if found else 0


def _install(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        done = rules.install_file(office.runner(db), options.file)
    changes = [change.words for change in done.changes]
    words = "\n".join((f"Đã cài gói quy định bản {done.version}.", *changes))
    show(options, {"version": done.version, "changes": changes}, words)
    return 0


def _show(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        found = rules.state(db)
    changes = [change.words for change in found.changes]
    head = f"Gói quy định bản {found.version} của {found.province}." if found.version else "Chưa cài gói nào của tỉnh."
    show(options, {**asdict(found), "changes": changes}, "\n".join((head, *changes)))
    return 0
