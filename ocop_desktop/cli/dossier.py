"""``dossier``: receive, import, list, show, fill in, attach, seal, hand over."""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path

from ocop_desktop import legal
from ocop_desktop.actions import attaching, dossiers, evidence, listing, numbering, office, sensitive
from ocop_desktop.cli import lists, opening, papers, scores
from ocop_desktop.cli.answers import add_sensitive, show
from ocop_desktop.cli.verbs import add_verb
from ocop_desktop.domain import checks, sentences
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.kinds import read
from ocop_desktop.domain.text import show_size
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import run


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``dossier …``."""
    parser = commands.add_parser("dossier", help="hồ sơ: nhận, nhập từ bảng, danh sách, xem, điền, chốt, gửi")
    verbs = parser.add_subparsers(title="lệnh", required=True)

    one = add_verb(verbs, "import", _import, "nhập từ CSV hoặc Excel (.xlsx)")
    one.add_argument("file", type=Path)
    one.add_argument("--unit", default="", help="mã xã, khi cơ sở dữ liệu chưa có và được tạo mới")
    one.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra, không ghi gì")
    one.add_argument("--copy", type=Path, help="ghi bản sao của tệp, thêm một cột nói kết quả từng dòng")

    one = add_verb(verbs, "list", _list, "danh sách, tìm không cần dấu")
    one.add_argument("--search", default="")
    one.add_argument("--filter", choices=tuple(listing.FILTERS), default="all")
    one.add_argument("--sort", choices=tuple(listing.SORTS), default="due")
    one.add_argument("--descending", action="store_true")
    one.add_argument("--limit", type=int, default=0, help="nhiều nhất bao nhiêu dòng (mặc định: tất cả)")

    one = add_verb(verbs, "receive", _receive, "nhận một hồ sơ: các giá trị dạng KHÓA=GIÁ TRỊ")
    one.add_argument("values", nargs="+", metavar="KHÓA=GIÁ TRỊ")

    for name, action, words in (
        ("show", _show, "xem một hồ sơ và những gì còn thiếu"),
        ("seal", _seal, "chốt báo cáo Mẫu số 03"),
        ("hand-over", _hand_over, "gửi tỉnh (xếp hàng chờ đồng bộ)"),
        ("history", _history, "lịch sử"),
        ("score", scores.run, "điểm tự chấm: tổng, từng phần, sao, mốc chưa đạt, cách lên sao"),
    ):
        one = add_verb(verbs, name, action, words)
        one.add_argument("dossier")
        if name in {"show", "history"}:
            add_sensitive(one)

    one = add_verb(verbs, "set", _set, "điền các mục: KHÓA=GIÁ TRỊ, để trống là xóa")
    one.add_argument("dossier")
    one.add_argument("values", nargs="+", metavar="KHÓA=GIÁ TRỊ")

    papers.add_package(verbs.add_parser("package", help="hồ sơ điện tử: một tệp ZIP và một PDF có mục lục"))

    one = add_verb(verbs, "attach", _attach, "gắn một tệp vào một dòng minh chứng")
    one.add_argument("dossier")
    one.add_argument("row", help="01 … 15, mau-01, mau-02, other")
    one.add_argument("file", type=Path)

    one = add_verb(verbs, "lighten", _lighten, "bản nhẹ hơn của một bản quét: xem cỡ trước, rồi --accept")
    one.add_argument("evidence", help="mã tệp, như dossier show cho thấy")
    one.add_argument("--accept", action="store_true", help="dùng bản nén thay bản gốc")

    for name, action, words, reason in (
        ("pause", _pause, "chờ chủ thể bổ sung", True),
        ("resume", _resume, "xử lý tiếp", False),
        ("reopen", _reopen, "mở lại hồ sơ đã chốt", True),
        ("withdraw", _withdraw, "rút hồ sơ: chủ thể không nộp nữa", True),
    ):
        one = add_verb(verbs, name, action, words)
        one.add_argument("dossier")
        if reason:
            one.add_argument("--reason", required=True)


def _import(options: argparse.Namespace) -> int:
    if not office.exists(options.db) and not options.dry_run:
        office.create_for_device(options.db, options.unit, "Nhập dữ liệu")
    # Every row goes under this office's own unit, whatever commune it names.
    return lists.bring(options, "dossiers", everywhere=True)


def _list(options: argparse.Namespace) -> int:
    query = listing.Query(
        search=options.search, filter=options.filter, sort=options.sort, descending=options.descending
    )
    with opening.reader(options) as db:
        numbers = listing.order(db, query)
        shown = numbers[: options.limit] if options.limit else numbers
        rows = [row for at in range(0, len(shown), 500) for row in listing.rows(db, shown[at : at + 500])]
    items = [{**asdict(row), "due_on": row.due_on.isoformat() if row.due_on else None} for row in rows]
    words = [f"{row.product}  |  {row.producer}  |  {row.set_name}  |  {row.stage}  |  {row.id}" for row in rows]
    show(options, {"total": len(numbers), "dossiers": items}, "\n".join((*words, f"{len(rows)} trên {len(numbers)}")))
    return 0


def _typed(pairs: list[str]) -> Values:
    """Values from ``key=text``, each read as the form's field of that key reads it."""
    regime = legal.regimes()[-1].id
    fields = {f.key: f for form in legal.form_ids(regime) for f in legal.form(form).fields()}
    values: Values = {}
    for pair in pairs:
        key, separator, text = pair.partition("=")
        if not separator:
            raise Refused("cli.pair", pair=pair)
        values[key] = read(fields[key], text) if key in fields else _decided(key, text)
        if key == "product.set" and values[key] not in {None, *(one.code for one in legal.criteria_sets(regime))}:
            raise Refused("field.choice.unknown")
    return values


def _decided(key: str, text: str) -> str | None:
    """What stands in no form: a row of the evidence list, a component, a note."""
    if key == "dossier.note":
        return text or None
    if not key.startswith(("dossier.evidence.", "dossier.component.")):
        raise Refused("field.unknown", key=key)
    if text and text not in {checks.HAVE, checks.MISSING, checks.NOT_APPLICABLE}:
        raise Refused("field.choice.unknown")
    return text or None


def _receive(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        created = run(db, lambda db: numbering.receive(db, _typed(options.values))).created
        assert created is not None
        given = numbering.numbers(db, created)
    answer = {"dossier": created, "reception_no": given.reception_no, "code": given.code}
    numbers = ", ".join(part for part in (given.reception_no, given.code) if part)
    show(options, answer, f"Đã nhận hồ sơ {created}" + (f" ({numbers})" if numbers else ""))
    return 0


def _show(options: argparse.Namespace) -> int:
    with opening.writer(options) if options.sensitive else opening.reader(options) as db:
        page = dossiers.open_dossier(db, options.dossier)
        if options.sensitive:
            shown = {key for values in (page.values, page.unparsed) for key, value in values.items() if value}
            run(db, lambda db: sensitive.note_shown(db, page.id, shown))
    cover = dict if options.sensitive else sensitive.cover
    values = cover(page.values)
    missing = [{"key": p.key, "code": p.code, "message": sentences.sentence(p.code, p.details)} for p in page.problems]
    answer = {
        "dossier": page.id,
        "stage": page.stage,
        "due_on": page.due_on.isoformat() if page.due_on else None,
        "days_left": page.days_left,
        "sync": page.sync._asdict(),
        "values": values,
        "unparsed": cover(page.unparsed),
        "evidence": [asdict(file) for file in page.evidence],
        "missing": missing,
    }
    words = [f"{key}: {value}" for key, value in values.items()]
    words += [f"Còn thiếu: {one['message']}" for one in missing]
    show(options, answer, "\n".join(words))
    return 0


def _set(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: dossiers.save_draft(db, options.dossier, _typed(options.values), {}))
    show(options, {"dossier": options.dossier}, "Đã lưu.")
    return 0


def _attach(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        done = run(db, lambda db: evidence.attach(db, options.dossier, options.row, options.file.name, options.file))
    show(options, {"evidence": done.created}, "Đã gắn tệp.")
    return 0


def _lighten(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        file = attaching.attached(db, options.evidence)
        copy = attaching.lighten(file, attaching.content(db, file), db.clock())
        kept = run(db, lambda db: attaching.accept(db, copy)).created if options.accept else None
    answer = {"evidence": kept or file.id, "before": file.size, "after": len(copy.data), "pages": copy.pages}
    words = f"{show_size(file.size)} còn {show_size(len(copy.data))}, {copy.pages} trang, {copy.dpi} dpi. "
    show(
        options, answer, words + ("Đã dùng bản nén." if kept else "Bản gốc còn nguyên; thêm --accept để dùng bản nén.")
    )
    return 0


def _seal(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: dossiers.seal(db, options.dossier))
    show(options, {"dossier": options.dossier}, "Đã chốt; in bằng: ocop-desktop print mau-03")
    return 0


def _hand_over(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: dossiers.hand_over(db, options.dossier))
    show(options, {"dossier": options.dossier}, "Đã xếp hàng chờ gửi tỉnh.")
    return 0


def _pause(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: dossiers.pause(db, options.dossier, options.reason))
    show(options, {"dossier": options.dossier}, "Chờ bổ sung. Hạn theo luật vẫn giữ nguyên.")
    return 0


def _resume(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: dossiers.resume(db, options.dossier))
    show(options, {"dossier": options.dossier}, "Xử lý tiếp.")
    return 0


def _withdraw(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: dossiers.withdraw(db, options.dossier, options.reason))
    show(options, {"dossier": options.dossier}, "Đã rút hồ sơ; hồ sơ còn để xem.")
    return 0


def _reopen(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: dossiers.reopen(db, options.dossier, options.reason))
    show(options, {"dossier": options.dossier}, "Đã mở lại; bản đã chốt vẫn được giữ.")
    return 0


def _history(options: argparse.Namespace) -> int:
    with opening.writer(options) if options.sensitive else opening.reader(options) as db:
        lines = dossiers.history(db, options.dossier)
        if options.sensitive:
            shown = {key for line in lines for key in sensitive.of_line(line.details)}
            run(db, lambda db: sensitive.note_shown(db, options.dossier, shown))
    if not options.sensitive:
        lines = [replace(line, details=sensitive.cover_line(line.details)) for line in lines]
    words = [f"{line.at}  {line.who}  {line.what}" for line in lines]
    show(options, {"history": json.loads(json.dumps([asdict(line) for line in lines]))}, "\n".join(words))
    return 0
