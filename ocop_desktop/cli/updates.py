"""``update``: a newer version of the program, from a file or from the province; it is laid out, the old one stays."""

import argparse
import threading
from pathlib import Path

from ocop_desktop import __version__
from ocop_desktop.actions import office, updates
from ocop_desktop.actions.updates import Update
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``update show``, ``update install``, ``update fetch``."""
    parser = commands.add_parser("update", help="bản mới của chương trình: xem, nhận từ tệp, tải từ tỉnh")
    acts = parser.add_subparsers(title="lệnh", required=True)
    now = acts.add_parser("show", help="bản đang dùng, và bản mới đã nhận nếu có")
    now.set_defaults(run=_show)
    install = acts.add_parser("install", help="nhận một bản mới từ tệp do tỉnh đưa")
    install.add_argument("file", type=Path, metavar="FILE", help="tệp cập nhật (.ocopupdate)")
    install.set_defaults(run=_install)
    fetch = acts.add_parser("fetch", help="tải bản mới từ máy chủ của tỉnh; đứt giữa chừng thì lần sau tải tiếp")
    fetch.set_defaults(run=_fetch)
    for each in (now, install, fetch):
        opening.add_arguments(each)
        add_json(each)


def _show(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        found = updates.state(db)
    _say(options, found)
    return 0


def _install(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        done = updates.take_file(office.runner(db), options.file)
    _say(options, done.update)
    return 0


def _fetch(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        done = updates.fetch(office.runner(db), threading.Event(), lambda _here, _all: None)
    _say(options, done.update)
    return 0


def _say(options: argparse.Namespace, found: Update | None) -> None:
    words = f"Đang dùng bản {__version__}."
    if found:
        words += f" Bản {found.version} đã sẵn sàng: {found.start}\nBản đang dùng vẫn còn nguyên ở chỗ cũ."
    answer = {
        "running": __version__,
        "version": found.version if found else "",
        "start": str(found.start) if found else "",
    }
    show(options, answer, words)
