"""``import``: lists out of Excel or CSV; ``export``: lists for Excel; ``duplicates``: names that look alike."""

import argparse
from pathlib import Path

from ocop_desktop.actions import duplicates
from ocop_desktop.actions.lists import bringing, exporting, marking, reading, undoing
from ocop_desktop.actions.lists.outcome import Taken
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain import sentences
from ocop_desktop.domain.lists.columns import KINDS, Kind
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db, run


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``import``, ``export``, ``duplicates``."""
    one = commands.add_parser("import", help="nhập danh sách từ Excel (.xlsx) hoặc CSV: sản phẩm, chủ thể, hồ sơ")
    opening.add_arguments(one)
    one.add_argument("file", type=Path, nargs="?")
    one.add_argument("--undo", action="store_true", help="hoàn tác lần nhập gần nhất, khi chưa gửi và chưa ai sửa")
    one.add_argument("--kind", choices=KINDS, default="products", help="danh sách gì")
    one.add_argument("--dry-run", action="store_true", help="chỉ xem thử, không ghi gì")
    one.add_argument("--everywhere", action="store_true", help="nhập cả dòng ghi nơi khác, về đơn vị của máy này")
    one.add_argument("--copy", type=Path, help="ghi bản sao của tệp, thêm một cột nói kết quả từng dòng")
    add_json(one)
    one.set_defaults(run=_import)
    out = commands.add_parser("export", help="xuất danh sách, lịch, sổ ra Excel (.xlsx), .ods hoặc CSV")
    opening.add_arguments(out)
    out.add_argument("--kind", choices=tuple(exporting.LISTS), default="products", help="danh sách gì")
    out.add_argument("--out", type=Path, required=True, help="tệp .xlsx, .ods hoặc .csv")
    add_json(out)
    out.set_defaults(run=_export)
    alike = commands.add_parser("duplicates", help="chủ thể, sản phẩm có thể trùng nhau")
    opening.add_arguments(alike)
    alike.add_argument("--merge", nargs=2, metavar=("GIỮ", "BỎ"), help="gộp hai chủ thể hoặc hai sản phẩm trùng")
    alike.add_argument("--part", metavar="MÃ", help="tách lại một bản ghi đã gộp")
    alike.add_argument("--reason", default="", help="vì sao gộp, tách")
    add_json(alike)
    alike.set_defaults(run=_duplicates)


def _import(options: argparse.Namespace) -> int:
    if options.undo:
        with opening.writer(options) as db:
            run(db, undoing.undo)
        show(options, {"undone": True}, "Đã hoàn tác lần nhập gần nhất.")
        return 0
    if options.file is None:
        raise Refused("import.unreadable", why="folder.missing")
    return bring(options, options.kind, everywhere=options.everywhere)


def bring(options: argparse.Namespace, kind: Kind, *, everywhere: bool) -> int:
    """Bring a list in, or try it, and say what became of each row that something is to be said of."""
    with opening.writer(options) as db:
        opened, taken = run(db, lambda db: _take(db, options, kind, everywhere=everywhere))
        if options.copy:
            marking.mark(opened, taken, options.copy)
    counts = {"rows": len(taken.rows)}
    counts |= {did: taken.count(did) for did in ("made", "added", "known", "refused", "passed")}
    counts |= {
        name: getattr(taken, name)
        for name in ("dossiers", "products", "producers", "recognitions", "claims", "numbered")
    }
    said = [row for row in taken.rows if row.remarks]
    answer: dict[str, object] = {
        "kind": kind,
        **counts,
        "dry_run": options.dry_run,
        "columns": {" / ".join(lines): key for lines, key in zip(opened.listed.heads, opened.keys, strict=True) if key},
        "remarks": [
            {
                "row": row.row,
                "did": row.did,
                "codes": [each.code for each in row.remarks],
                "words": marking.words(row),
            }
            for row in said
        ],
        "database": str(options.db),
    }
    answer["old_font"] = opened.listed.old_font
    head = (
        f"{counts['rows']} dòng: {counts['made']} mới, {counts['known']} đã có, {counts['refused']} chưa nhập"
        f"{' (xem thử)' if options.dry_run else ''}"
    )
    head += "\n" + sentences.sentence("import.old_font", {}) if opened.listed.old_font else ""
    show(options, answer, "\n".join((head, *(f"dòng {row.row}: {marking.words(row)}" for row in said))))
    return 0


def _take(db: Db, options: argparse.Namespace, kind: Kind, *, everywhere: bool) -> tuple[reading.Opened, Taken]:
    opened = reading.open_list(db, options.file, kind)
    return opened, bringing.take(db, opened, opened.keys, dry_run=options.dry_run, everywhere=everywhere)


def _export(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        done = run(db, lambda db: exporting.export(db, options.kind, options.out))
    answer = {"kind": options.kind, "file": str(done.file), "rows": done.rows, "notes": list(done.notes)}
    show(options, answer, "\n".join((f"{done.rows} dòng: {done.file}", *done.notes)))
    return 0


def _duplicates(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        if options.merge:
            run(db, lambda db: duplicates.merge(db, options.merge[0], options.merge[1], options.reason))
        elif options.part:
            run(db, lambda db: duplicates.part(db, options.part, options.reason))
        found = duplicates.whole_area(db)
    answer = {
        "suspects": [
            {
                "kind": each.kind,
                "score": round(each.score, 3),
                "reasons": list(each.reasons),
                "words": duplicates.why(each.reasons),
                "records": [
                    {"id": side.id, "name": side.name, "producer": side.producer, "unit": side.unit}
                    for side in (each.one, each.other)
                ],
            }
            for each in found.suspects
        ],
        "alike": [
            {"name": each.name, "producers": each.producers, "products": list(each.products)} for each in found.alike
        ],
        "raw": [{"id": each.id, "name": each.name} for each in found.raw],
    }
    lines = [f"{each.one.name} | {each.other.name}: {duplicates.why(each.reasons)}" for each in found.suspects]
    show(options, answer, "\n".join(lines) or "Không thấy tên nào có thể trùng.")
    return 0
