"""``product``: recognised products, one product's history, stars that were told; ``council``: a session's result and sheets."""

import argparse
from dataclasses import asdict
from pathlib import Path

from ocop_desktop.actions import documents
from ocop_desktop.actions.changes import Changes
from ocop_desktop.actions.councils import results, score_papers, seats
from ocop_desktop.actions.products import claims, confirming, joining, recognising, register, twins
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.cli.verbs import add_verb
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.text import show_date, show_hundredths
from ocop_desktop.storage.db import Db, run
from ocop_desktop.storage.durable import write_file


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``product …`` and ``council list|show|sheets``."""
    group = commands.add_parser("product", help="sản phẩm đã công nhận: danh sách, lịch sử")
    verbs = group.add_subparsers(dest="action", title="việc", required=True)
    for name, action, words in (("list", _list, "hạng, hết hạn, tình trạng"), ("show", _show, "lịch sử một sản phẩm")):
        one = verbs.add_parser(name, help=words)
        opening.add_arguments(one)
        add_json(one)
        one.set_defaults(run=action)
        if name == "show":
            one.add_argument("product", help="mã, như product list cho thấy")
    one = add_verb(verbs, "claims", _claims, "hạng sao mới khai, chưa có quyết định ghi trong chương trình; mã trùng")
    one = add_verb(verbs, "confirm", _confirm, "ghi công nhận cho sản phẩm mới khai, theo quyết định")
    one.add_argument("product")
    one.add_argument("--stars", type=int, choices=(3, 4, 5))
    one.add_argument("--decision", help="số quyết định; để trống: như đã khai")
    one.add_argument("--day", help="ngày quyết định, ngày/tháng/năm; để trống: như đã khai")
    one = add_verb(verbs, "send-back", _send_back, "trả phần khai lại xã, có lời nhắc")
    one.add_argument("product")
    one.add_argument("--remark", required=True)
    add_verb(verbs, "parts", _parts, "các phần của lịch sử một sản phẩm").add_argument("product")
    one = add_verb(verbs, "join", _join, "ghép lịch sử hai sản phẩm là một")
    one.add_argument("product")
    one.add_argument("other")
    one.add_argument("--reason", required=True)
    one = add_verb(verbs, "separate", _separate, "tách một phần ra khỏi lịch sử, như product parts cho thấy")
    one.add_argument("part")
    one.add_argument("--reason", required=True)
    one = add_verb(verbs, "remedied", _remedied, "vi phạm đã khắc phục: không còn hạn thu hồi")
    one.add_argument("product")
    one.add_argument("--day", required=True, help="ngày khắc phục xong, ngày/tháng/năm")
    one.add_argument("--note", required=True, help="căn cứ: ai kiểm tra, văn bản nào")
    group = commands.add_parser("council", help="hội đồng: các phiên họp, kết quả, phiếu chấm một phiên")
    verbs = group.add_subparsers(dest="action", title="việc", required=True)
    for name, action, words in (("list", _councils, "hội đồng và phiên họp"), ("show", _session, "bảng kết quả")):
        one = verbs.add_parser(name, help=words)
        opening.add_arguments(one)
        add_json(one)
        one.set_defaults(run=action)
        if name == "show":
            one.add_argument("session", help="mã phiên họp, như council list cho thấy")
    one = add_verb(verbs, "sheets", _sheets, "phiếu chấm của một phiên: để trống cho từng thành viên, hoặc đã nhập")
    one.add_argument("session", help="mã phiên họp, như council list cho thấy")
    one.add_argument("--filled", action="store_true", help="phiếu đã nhập xong, để kiểm tra")
    one.add_argument("--member", default="", help="chỉ một thành viên")
    one.add_argument("--dossier", default="", help="chỉ một hồ sơ")
    one.add_argument("--out", type=Path, required=True)


def _claims(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        found, twice = claims.claims(db), twins.shared(db)
    answer = {
        "claims": [
            {
                "product": each.product,
                "name": each.name,
                "producer": each.producer,
                "unit": each.unit,
                "stars": each.stars,
                "decision_no": each.decision_no,
                "state": each.state,
                "remark": each.remark,
                "unread": list(each.unread),
            }
            for each in found
        ],
        "twins": {code: dict(there) for code, there in twice.items()},
    }
    lines = [
        f"{each.product}  {each.name}: {each.stars or '?'} sao, {each.decision_no}, {each.state}" for each in found
    ]
    lines += [f"mã {code}: {', '.join(name for _id, name in there)}" for code, there in twice.items()]
    show(options, answer, "\n".join(lines) or "Không có hạng sao nào chờ xác nhận, không có mã trùng.")
    return 0


def _confirm(options: argparse.Namespace) -> int:
    day = KINDS["date"].parse(options.day) if options.day else None
    typed: Values = {"stars": options.stars, "decision_no": options.decision, "decided_on": day}
    given = {key: value for key, value in typed.items() if value is not None}

    def action(db: Db) -> Changes:
        return confirming.confirm(db, options.product, {**confirming.offer(db, options.product), **given})

    with opening.writer(options) as db:
        done = run(db, action)
    show(options, {"recognition": done.created}, "Đã ghi công nhận.")
    return 0


def _send_back(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: confirming.send_back(db, options.product, options.remark))
    show(options, {"product": options.product}, "Đã trả lại xã; xã thấy lời nhắc sau lần đồng bộ tới.")
    return 0


def _list(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        found = register.products(db)
    rows = [
        {
            "product": row.product,
            "name": row.name,
            "producer": row.producer,
            "unit": row.unit,
            "stars": row.standing.stars,
            "state": row.standing.state,
            "ends": row.standing.ends.isoformat(),
            "decision_no": row.decision_no,
            "codes": list(row.codes),
        }
        for row in found
    ]
    lines = [
        f"{row.product}  {row.name}: {row.standing.stars} sao, {show_date(row.standing.ends)}, {row.standing.state}"
        for row in found
    ]
    show(options, {"products": rows}, "\n".join(lines) or "Chưa có sản phẩm nào được ghi công nhận.")
    return 0


def _show(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        page = register.open_product(db, options.product)
    events = [{**asdict(each), "day": each.day.isoformat()} for each in page.events]
    lines = [f"{show_date(each.day)}  {each.kind}  {each.stars or ''}  {each.regime}".rstrip() for each in page.events]
    state = page.standing.state if page.standing else ""
    answer = {"product": page.product, "name": page.name, "unit": page.unit_name, "state": state, "events": events}
    show(options, answer, "\n".join((f"{page.name} · {page.producer} · {page.unit_name}", *lines)))
    return 0


def _councils(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        found = [(each, seats.sessions(db, each.id)) for each in seats.councils(db)]
    plain = [
        {"council": one.id, "name": one.name, "sessions": {each.id: each.title for each in own}} for one, own in found
    ]
    lines = [line for one, own in found for line in (one.name, *(f"  {each.id}  {each.title}" for each in own))]
    show(options, {"councils": plain}, "\n".join(lines) or "Chưa có hội đồng nào.")
    return 0


def _session(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        facts = results.facts(db, options.session)
    lines = [
        f"{line.no}. {line.product} ({line.producer}): {show_hundredths(line.total)} điểm, {line.stars} sao, "
        f"{line.counted} phiếu, chênh {show_hundredths(line.spread)}"
        for line in facts.lines
    ]
    answer = {"title": facts.title, "present": list(facts.present), "lines": [asdict(line) for line in facts.lines]}
    show(options, answer, "\n".join((f"{facts.council.name}: {facts.title}", *lines)))
    return 0


def _parts(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        found = joining.parts(db, options.product)
    lines = [f"{each.product}  {each.name} · {each.producer} · {', '.join(map(str, each.years))}" for each in found]
    show(options, {"parts": [asdict(each) for each in found]}, "\n".join(lines))
    return 0


def _join(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: joining.join(db, options.product, options.other, options.reason))
        count = len(joining.parts(db, options.product))
    show(options, {"product": options.product, "parts": count}, f"Đã ghép: lịch sử có {count} phần.")
    return 0


def _separate(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: joining.separate(db, options.part, options.reason))
    show(options, {"product": options.part}, "Đã tách thành sản phẩm riêng.")
    return 0


def _remedied(options: argparse.Namespace) -> int:
    given: Values = {"day": KINDS["date"].parse(options.day), "note": options.note}
    with opening.writer(options) as db:
        run(db, lambda db: recognising.remedied(db, options.product, given))
        page = register.open_product(db, options.product)
    state = page.standing.state if page.standing else ""
    show(options, {"product": options.product, "state": state}, "Đã ghi khắc phục; không còn hạn thu hồi.")
    return 0


def _sheets(options: argparse.Namespace) -> int:
    draw = score_papers.filled if options.filled else score_papers.blank
    with opening.writer(options) as db:
        paper = draw(db, options.session, options.member, options.dossier)
        write_file(options.out, paper.data)
        run(db, lambda db: documents.note_printed(db, paper, "file"))
    show(options, {"file": str(options.out), "title": paper.title}, f"{paper.title}: {options.out}")
    return 0
