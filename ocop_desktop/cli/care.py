"""``backup``: copies of the database with its evidence: make, list, open as a drill, bring back, read out a damaged one."""

import argparse
from pathlib import Path

from ocop_desktop.actions import care
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.errors import Refused
from ocop_desktop.storage.backups import Copy


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``backup``."""
    parser = commands.add_parser("backup", help="sao lưu, mở thử, khôi phục")
    acts = parser.add_subparsers(dest="act", required=True)
    for name, words, run in (
        ("make", "sao lưu ngay", _make),
        ("list", "các bản sao", _list),
        ("check", "mở thử bản sao mới nhất (hoặc --name), đọc lại từng trang và từng tệp", _check),
        ("restore", "lấy lại dữ liệu từ bản sao; dữ liệu đang có được giữ riêng", _restore),
        ("salvage", "đọc những gì còn nguyên trong cơ sở dữ liệu hỏng", _salvage),
    ):
        act = acts.add_parser(name, help=words)
        opening.add_arguments(act)
        if name in {"check", "restore"}:
            act.add_argument("--name", default="", help="tên bản sao (xem backup list); bỏ trống: bản mới nhất")
        if name != "salvage":
            act.add_argument("--place", type=Path, help="thư mục chứa bản sao; bỏ trống: cạnh cơ sở dữ liệu")
        add_json(act)
        act.set_defaults(run=run)


def _told(copy: Copy) -> dict[str, object]:
    note = copy.note
    return {
        "name": copy.folder.name,
        "at": note.at,
        "why": note.why,
        "records": note.records,
        "dossiers": note.dossiers,
        "files": len(note.files),
        "bytes": note.size + note.file_bytes,
    }


def _line(copy: Copy) -> str:
    note = copy.note
    return f"{copy.folder.name}  {note.dossiers} hồ sơ, {len(note.files)} tệp minh chứng"


def _make(options: argparse.Namespace) -> int:
    places = (options.place.absolute(),) if options.place else None
    made = care.back_up(options.db, opening.key(options), places)
    show(options, {"copies": [_told(copy) for copy in made]}, "\n".join(f"Đã sao lưu: {_line(copy)}" for copy in made))
    return 0


def _list(options: argparse.Namespace) -> int:
    found = care.copies_for_rescue(options.db, options.place)
    show(options, {"copies": [_told(copy) for copy in found]}, "\n".join(map(_line, found)))
    return 0


def _chosen(options: argparse.Namespace) -> Copy:
    found = care.copies_for_rescue(options.db, options.place)
    for copy in found:
        if not options.name or copy.folder.name == options.name:
            return copy
    raise Refused("backup.none")


def _check(options: argparse.Namespace) -> int:
    copy = _chosen(options)
    checked = care.drill(copy, opening.key(options))
    words = f"Mở được {copy.folder.name}: {checked.records} mục, {checked.files} tệp đã đọc đến byte cuối."
    if checked.broken:
        words = f"{copy.folder.name}: {len(checked.broken)} tệp minh chứng không còn nguyên, phần còn lại tốt."
    told = {"name": copy.folder.name, "records": checked.records, "files": checked.files, "broken": len(checked.broken)}
    show(options, told, words)
    return 1 if checked.broken else 0


def _restore(options: argparse.Namespace) -> int:
    copy = _chosen(options)
    checked = care.restore(options.db, opening.key(options), copy)
    told = {"name": copy.folder.name, "records": checked.records, "broken": len(checked.broken)}
    show(options, told, f"Đã lấy lại {copy.folder.name}. Lần đồng bộ tới máy sẽ đối chiếu với tỉnh.")
    return 0


def _salvage(options: argparse.Namespace) -> int:
    found = care.salvage(options.db, opening.key(options))
    lost = sum(each.rows for each in found.lost if each.table == "record")
    words = f"Đọc được {found.rows} dòng; {lost} mục không đọc được, {found.from_copy} mục lấy từ bản sao."
    named = [f"  mất: {product} ({producer})" for product, producer in found.dossiers]
    told = {"rows": found.rows, "lost_records": lost, "from_copy": found.from_copy, "lost_dossiers": len(named)}
    show(options, told, "\n".join([words, *named]))
    return 0
