"""``people``: the officers of this PC: list, add, roles, disable, a new passphrase, work handed over."""

import argparse
import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from ocop_desktop.actions import people
from ocop_desktop.actions.changes import Changes
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain.roles import ROLES
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db, Key, run

_ROLES = {"entry": "nhập liệu", "leader": "lãnh đạo", "clerk": "văn thư", "admin": "quản trị máy"}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``people``."""
    parser = commands.add_parser("people", help="những người dùng máy này")
    acts = parser.add_subparsers(dest="act", required=True)
    for name, words, run_ in (
        ("list", "danh sách", _list),
        ("add", "thêm một người", _add),
        ("roles", "đổi vai trò", _set_roles),
        ("disable", "không cho vào nữa", _disable),
        ("reset", "đặt câu mật khẩu mới cho một người", _reset),
        ("hand", "giao hồ sơ đang làm cho người khác", _hand),
    ):
        act = acts.add_parser(name, help=words)
        if name != "list":
            act.add_argument("name", help="họ tên")
        opening.add_arguments(act)
        if name in {"add", "roles"}:
            act.add_argument("--role", action="append", choices=ROLES, required=True, help="lặp lại cho nhiều vai trò")
        if name in {"add", "reset"}:
            act.add_argument("--new-passphrase-file", type=Path, help="tệp chứa câu mật khẩu mới; bỏ trống: hỏi")
        if name == "hand":
            act.add_argument("--to", required=True, help="người nhận")
            act.add_argument("--dossier", action="append", default=[], help="mã hồ sơ; bỏ trống: tất cả")
        add_json(act)
        act.set_defaults(run=run_)


def _list(options: argparse.Namespace) -> int:
    with opening.reader(options) as db:
        found = people.everybody(db)
    told = [
        {"id": each.id, "name": each.name, "roles": list(each.roles), "left": each.left or None}
        for each in found.everybody
    ]
    lines = [
        f"{each.name}: {', '.join(_ROLES[role] for role in people.roles_of(each))}"
        + (" (không còn vào được)" if each.left else "")
        for each in found.everybody
    ]
    show(options, {"people": told}, "\n".join(lines))
    return 0


def _do(options: argparse.Namespace, action: Callable[[Db, Key], Changes], words: str) -> int:
    key = opening.key(options)
    with opening.writer(options, key) as db:
        changes = run(db, lambda db: action(db, key))
    show(options, {"name": options.name, "id": changes.created, "dossiers": len(changes.dossiers)}, words)
    return 0


def _fresh(options: argparse.Namespace) -> str:
    if options.new_passphrase_file:
        return opening.passphrase_of(options.new_passphrase_file)
    if not sys.stdin.isatty():
        raise Refused("passphrase.needed")
    return getpass.getpass(f"Câu mật khẩu mới của {options.name}: ")


def _add(options: argparse.Namespace) -> int:
    fresh = _fresh(options)
    return _do(
        options,
        lambda db, key: people.add(db, key, options.name, options.role, fresh),
        f"Đã thêm {options.name}. Người này nên tự đổi câu mật khẩu ở lần vào đầu tiên.",
    )


def _set_roles(options: argparse.Namespace) -> int:
    return _do(
        options, lambda db, _: people.set_roles(db, options.name, options.role), f"Đã đổi vai trò của {options.name}."
    )


def _disable(options: argparse.Namespace) -> int:
    return _do(options, lambda db, _: people.disable(db, options.name), f"{options.name} không còn vào được máy này.")


def _reset(options: argparse.Namespace) -> int:
    fresh = _fresh(options)
    return _do(
        options,
        lambda db, key: people.reset(db, key, options.name, fresh),
        f"Đã đặt câu mật khẩu mới cho {options.name}.",
    )


def _hand(options: argparse.Namespace) -> int:
    def action(db: Db, _: Key) -> Changes:
        return people.hand_work(db, options.dossier or people.work_of(db, options.name), options.to)

    return _do(options, action, f"Đã giao hồ sơ của {options.name} cho {options.to}.")
