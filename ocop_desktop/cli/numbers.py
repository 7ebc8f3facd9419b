"""``follow``, ``regime``, ``code``, ``numbers``, ``days-off``: what a dossier begins with, and the days that count."""

import argparse
from dataclasses import asdict
from datetime import date

from ocop_desktop.actions import cloning, dossiers, holidays, number_twins, numbering
from ocop_desktop.actions.cloning import PaperTerm
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain.kinds import KINDS
from ocop_desktop.domain.text import show_date
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import run


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``follow``, ``regime``, ``code``, ``numbers``, ``days-off``."""
    one = _one(commands, "follow", _follow, "lập hồ sơ nâng hạng, phân hạng lại từ hồ sơ trước của sản phẩm")
    one.add_argument("dossier")
    one.add_argument("--kind", choices=cloning.KINDS, default="phan-hang-lai")
    one.add_argument("--day", required=True, help="ngày nhận, ngày/tháng/năm")
    one.add_argument("--expires", nargs="*", default=[], metavar="TỆP=NGÀY",
                     help="hạn của tệp chưa rõ hạn; TỆP=không là không thời hạn")  # fmt: skip
    one = _one(commands, "regime", _regime, "đặt quy định áp dụng cho một hồ sơ, có lý do")
    one.add_argument("dossier")
    one.add_argument("regime", help="như qd-148, qd-26-2026")
    one.add_argument("--reason", required=True)
    one = _one(commands, "code", _code, "cấp mã sản phẩm cho hồ sơ, hoặc đổi mã có lý do")
    one.add_argument("dossier")
    one.add_argument("--set", default="", metavar="MÃ", help="mã mới; không có: cấp mã kế tiếp")
    one.add_argument("--reason", default="")
    one = _one(commands, "numbers", _numbers, "số phiếu, mã sản phẩm bị trùng; cấp số phiếu khác")
    one.add_argument("--renumber", default="", metavar="HỒ_SƠ")
    one = _one(commands, "days-off", _days_off, "ngày nghỉ do cơ quan đặt: xem, thêm, bỏ")
    one.add_argument("--add", default="", metavar="NGÀY")
    one.add_argument("--name", default="")
    one.add_argument("--made-up", action="store_true", help="ngày thứ Bảy, Chủ nhật đi làm bù")
    one.add_argument("--remove", default="", metavar="NGÀY")


def _one(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, action: object, words: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=words)
    opening.add_arguments(parser)
    add_json(parser)
    parser.set_defaults(run=action)
    return parser


def _day(text: str) -> str:
    return str(KINDS["date"].parse(text) or "")


def _terms(pairs: list[str]) -> dict[str, PaperTerm]:
    found = {}
    for pair in pairs:
        file, separator, text = pair.partition("=")
        if not separator:
            raise Refused("cli.pair", pair=pair)
        forever = text == "không"
        found[file] = PaperTerm(unlimited=forever, expires_on="" if forever else _day(text))
    return found


def _follow(options: argparse.Namespace) -> int:
    day, terms = _day(options.day), _terms(options.expires)
    with opening.writer(options) as db:
        offer = cloning.offer(db, options.dossier, day)
        made = run(db, lambda db: cloning.clone(db, options.dossier, options.kind, day, terms)).created
        assert made is not None
        kept = dossiers.open_dossier(db, made)
    left = [{"file": file.id, "name": file.name, "term": term} for file, term in offer.files if term != "valid"]
    stands = offer.filing.verdict if offer.filing is not None else ""
    number = kept.values.get("dossier.reception_no")
    answer = {"dossier": made, "reception_no": number, "files": len(kept.evidence), "earlier": left, "filing": stands}
    show(options, answer, f"Đã lập hồ sơ {made}, mang theo {len(kept.evidence)} tệp.")
    return 0


def _regime(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        run(db, lambda db: dossiers.set_regime(db, options.dossier, options.regime, options.reason))
    show(options, {"dossier": options.dossier, "regime": options.regime}, "Đã đổi quy định áp dụng.")
    return 0


def _code(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        if options.set:
            run(db, lambda db: numbering.set_code(db, options.dossier, options.set, options.reason))
        else:
            run(db, lambda db: numbering.give_code(db, options.dossier))
        code = numbering.numbers(db, options.dossier).code
    show(options, {"dossier": options.dossier, "code": code}, f"Mã sản phẩm: {code}")
    return 0


def _numbers(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        if options.renumber:
            run(db, lambda db: numbering.renumber(db, options.renumber))
        found = number_twins.twice(db)
    lines = [f"{each.number}: " + "; ".join(f"{words} ({id_})" for id_, words in each.dossiers) for each in found]
    show(options, {"twice": [asdict(each) for each in found]}, "\n".join(lines) or "Không có số nào trùng.")
    return 0


def _iso(value: object) -> date:
    return date.fromisoformat(str(value))


def _days_off(options: argparse.Namespace) -> int:
    with opening.writer(options) as db:
        if options.add:
            day = KINDS["date"].parse(options.add)
            kind = "made_up" if options.made_up else "holiday"
            run(db, lambda db: holidays.save(db, _iso(day), options.name, kind))
        if options.remove:
            gone = KINDS["date"].parse(options.remove)
            run(db, lambda db: holidays.forget(db, _iso(gone)))
        own, table = holidays.own_days(db), holidays.table(db)
    days = [each for each in table.days if each.day in own]
    lines = [f"{show_date(each.day)}  {'làm bù' if each.day in table.worked else 'nghỉ'}  {each.name}" for each in days]
    plain = [{"day": each.day.isoformat(), "name": each.name, "worked": each.day in table.worked} for each in days]
    show(options, {"days": plain}, "\n".join(lines) or "Cơ quan chưa đặt ngày nào.")
    return 0
