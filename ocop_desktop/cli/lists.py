"""``import``: lists out of Excel or CSV; ``export``: lists for Excel; ``duplicates``: names that look alike."""

import argparse
from pathlib import Path

from ocop_desktop.actions import duplicates, importing
from ocop_desktop.actions.lists import exporting, marking, products, reading
from ocop_desktop.actions.lists.outcome import Taken
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain.lists.columns import KINDS
from ocop_desktop.storage.db import Db, run


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``import``, ``export``, ``duplicates``."""
    one = commands.add_parser("import", help="nhập danh sách từ Excel (.xlsx) hoặc CSV: sản phẩm, chủ thể, hồ sơ")
    opening.add_arguments(one)
    one.add_argument("file", type=Path)
    one.add_argument("--kind", choices=KINDS, default="products", help="danh sách gì")
    one.add_argument("--dry-run", action="store_true", help="chỉ xem thử, không ghi gì")
    one.add_argument("--everywhere", action="store_true", help="nhập cả dòng ghi nơi khác, về đơn vị của máy này")
    one.add_argument("--copy", type=Path, help="ghi bản sao của tệp, thêm một cột nói kết quả từng dòng")
    add_json(one)
    one.set_defaults(run=_import)
    out = commands.add_parser("export", help="xuất danh sách ra Excel (.xlsx) hoặc CSV")
    opening.add_arguments(out)
    out.add_argument("--kind", choices=tuple(exporting.LISTS), default="products", help="danh sách gì")
    out.add_argument("--out", type=Path, required=True, help="tệp .xlsx hoặc .csv")
    add_json(out)
    out.set_defaults(run=_export)
    alike = commands.add_parser("duplicates", help="chủ thể, sản phẩm có thể trùng nhau")
    opening.add_arguments(alike)
    add_json(alike)
    alike.set_defaults(run=_duplicates)


def _import(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        if options.kind == "dossiers":
            done = run(db, lambda db: importing.import_dossiers(db, options.file, dry_run=options.dry_run))
            counts = {"rows": done.rows, "made": done.imported, "known": done.known, "refused": done.empty}
            answer: dict[str, object] = {**counts, "dry_run": options.dry_run}
            lines: list[str] = []
        else:
            opened, taken = run(db, lambda db: _take(db, options))
            counts = {"rows": len(taken.rows)}
            counts |= {did: taken.count(did) for did in ("made", "added", "known", "refused", "passed")}
            written = {"producers": taken.producers, "products": taken.products, "recognitions": taken.recognitions}
            said = [row for row in taken.rows if row.remarks]
            answer = {
                "kind": options.kind,
                **counts,
                **written,
                "claims": taken.claims,
                "dry_run": options.dry_run,
                "columns": {
                    " / ".join(lines): key for lines, key in zip(opened.listed.heads, opened.keys, strict=True) if key
                },
                "remarks": [
                    {
                        "row": row.row,
                        "did": row.did,
                        "codes": [each.code for each in row.remarks],
                        "words": marking.words(row),
                    }
                    for row in said
                ],
            }
            lines = [f"dòng {row.row}: {marking.words(row)}" for row in said]
            if options.copy:
                marking.mark(opened, taken, options.copy)
    head = (
        f"{counts['rows']} dòng: {counts['made']} mới, {counts['known']} đã có, {counts['refused']} chưa nhập"
        f"{' (xem thử)' if options.dry_run else ''}"
    )
    show(options, answer, "\n".join((head, *lines)))
    return 0


def _take(db: Db, options: argparse.Namespace) -> tuple[reading.Opened, Taken]:
    opened = reading.open_list(db, options.file, options.kind)
    taken = products.take(db, opened, opened.keys, dry_run=options.dry_run, everywhere=options.everywhere)
    return opened, taken


def _export(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        done = run(db, lambda db: exporting.export(db, options.kind, options.out))
    answer = {"kind": options.kind, "file": str(done.file), "rows": done.rows, "notes": list(done.notes)}
    show(options, answer, "\n".join((f"{done.rows} dòng: {done.file}", *done.notes)))
    return 0


def _duplicates(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
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
