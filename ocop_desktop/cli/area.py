"""``area``: where the dossiers of all communes stand; ``former-units``: the province's table of communes before a merger;
``desk``: give back, accept, pass on."""

import argparse
from dataclasses import asdict
from pathlib import Path

from ocop_desktop.actions import desk, gathering, units_over_time
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import run


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``area``, ``former-units``, ``desk``."""
    area = commands.add_parser("area", help="các xã của máy cấp tỉnh hoặc tổ khu vực: hồ sơ ở bước nào, liên lạc cuối")
    opening.add_arguments(area)
    area.add_argument("--by", choices=("made", "today"), default="made", help="theo xã lúc lập hồ sơ, hay xã ngày nay")
    add_json(area)
    area.set_defaults(run=_area)
    table = commands.add_parser(
        "former-units",
        help="nhập bảng xã cũ của tỉnh (CSV: mã cũ, tên cũ, huyện cũ, mã mới, đến ngày); chương trình không có sẵn bảng này",
    )
    opening.add_arguments(table)
    table.add_argument("file", type=Path)
    add_json(table)
    table.set_defaults(run=_former)
    work = commands.add_parser("desk", help="việc của cấp trên với một hồ sơ xã đã gửi")
    opening.add_arguments(work)
    work.add_argument("act", choices=("show", "return", "accept", "pass-on"))
    work.add_argument("dossier")
    work.add_argument("--remark", action="append", default=[], help="'mục: ý kiến'; lặp lại cho nhiều mục")
    add_json(work)
    work.set_defaults(run=_desk)


def _area(options: argparse.Namespace) -> int:
    with opening.reader(options) as db:
        seen = gathering.overview(db, limit=0, by=options.by)
    rows = [asdict(commune) for commune in seen.communes]
    lines = [
        f"{commune.unit}  {commune.name}: {commune.count()} hồ sơ, {commune.count(*gathering.ARRIVED)} chờ tiếp nhận, "
        f"{commune.late} quá hạn, liên lạc cuối {commune.seen or '–'}"
        for commune in seen.communes
    ]
    show(options, {"communes": rows}, "\n".join(lines) or "Máy này không gom hồ sơ của xã nào.")
    return 0


def _former(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        changes = run(db, lambda db: units_over_time.import_table(db, options.file))
    show(options, {"dossiers": len(changes.dossiers)}, f"Đã nhập bảng; {len(changes.dossiers)} hồ sơ mang tên xã cũ.")
    return 0


def _desk(options: argparse.Namespace) -> int:
    remarks = {}
    for pair in options.remark:
        key, colon, text = pair.partition(":")
        if not colon:
            raise Refused("cli.pair", pair=pair)
        remarks[key.strip()] = text.strip()
    with opening.writer(options) as db:
        if options.act == "return":
            run(db, lambda db: desk.give_back(db, options.dossier, remarks))
        elif options.act == "accept":
            run(db, lambda db: desk.accept(db, options.dossier))
        elif options.act == "pass-on":
            run(db, lambda db: desk.pass_on(db, options.dossier))
        at = desk.desk(db, options.dossier)
    words = f"Hồ sơ đang ở cấp: {at.holder}; {len(at.remarks)} ý kiến đang ghi."
    show(options, asdict(at), words)
    return 0
