"""``print``: one paper, the list of papers, a batch of many, the register, the print log."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from ocop_desktop import legal
from ocop_desktop.actions import documents
from ocop_desktop.actions.councils import papers as council_papers
from ocop_desktop.actions.papers import batch, drawing, registry
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db, run
from ocop_desktop.storage.durable import write_file

REGISTER = "so-van-ban-di"


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``print …``."""
    one = commands.add_parser("print", help="in một biểu mẫu ra tệp PDF, Word, Excel; --list liệt kê các biểu mẫu")
    opening.add_arguments(one)
    add_json(one)
    names = ", ".join((*(paper.id for paper in registry.PAPERS), REGISTER, *council_papers.PAPERS))
    one.add_argument("form", nargs="*", help=f"{names}; nhiều tên: in hàng loạt")
    one.add_argument("--dossier", action="append", default=[], help="mã hồ sơ; ghi nhiều lần để in nhiều hồ sơ")
    one.add_argument("--out", type=Path, help="tệp .pdf, .docx hoặc .xlsx; in hàng loạt: một tệp .pdf hoặc một thư mục")
    one.add_argument("--revision", type=int, default=0, help="lần chốt của Mẫu số 03 (bản cũ in chữ ĐÃ THAY THẾ)")
    one.add_argument("--year", type=int, default=None, help="năm của sổ đăng ký văn bản đi")
    one.add_argument("--session", default="", help="mã phiên họp, cho giấy tờ của Hội đồng")
    one.add_argument(
        "--set", default="", help="bộ sản phẩm (mã hoặc số 1 đến 26), cho phieu-cham để trống không cần hồ sơ"
    )
    one.add_argument("--list", action="store_true", help="các biểu mẫu; với --dossier: những gì in được cho hồ sơ đó")
    one.add_argument("--log", action="store_true", help="ai đã in gì của hồ sơ, lần chốt nào, lúc nào")
    one.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if options.list:
        return _list(options)
    if options.log and options.dossier:
        return _log(options)
    if not options.form or options.out is None:
        raise Refused("print.arguments")
    with opening.writer(options) as db:
        if options.form == [REGISTER]:
            return _one(options, db, drawing.outgoing(db, options.year))
        council = next((kind for kind in council_papers.PAPERS if options.form == [kind]), None)
        if council is not None:
            return _one(options, db, council_papers.paper(db, options.session, council))
        if options.form == ["phieu-cham"] and options.set and not options.dossier:
            return _one(options, db, drawing.blank_sheet(db, legal.regimes()[-1].id, _set(options.set)))
        kinds = [registry.kind(form) for form in options.form]
        alone = len(kinds) == 1 and (len(options.dossier) == 1 or kinds[0].many)
        if not alone:
            return _batch(options, db)
        if options.revision and options.form == ["mau-03"]:
            return _one(options, db, documents.report(db, options.dossier[0], options.revision))
        return _one(options, db, registry.draw(db, options.form[0], options.dossier))


def _list(options: argparse.Namespace) -> int:
    """Needs no database, unless it is asked what one dossier can print."""
    if options.dossier:
        with opening.reader(options) as db:
            offered = [asdict(offer) for offer in registry.offers(db, options.dossier[0])]
    else:
        offered = [
            {"id": each.id, "title": each.title, "step": each.step, "many": each.many, "formats": list(each.formats)}
            for each in registry.PAPERS
        ]
        for name in (REGISTER, *council_papers.PAPERS):
            title = legal.letter(name).title
            formats = ["pdf", "docx", "xlsx"]
            offered.append({"id": name, "title": title, "step": "after", "many": True, "formats": formats})
    ready = {True: "in được", False: "chưa in được"}
    words = [
        "  |  ".join(
            filter(
                None,
                (f"{each['id']:<24}", str(each["title"]), ready.get(bool(each["ready"])) if "ready" in each else ""),
            )
        )
        for each in offered
    ]
    show(options, {"papers": offered}, "\n".join(words))
    return 0


def _set(named: str) -> str:
    found = (each.code for each in legal.criteria_sets(legal.regimes()[-1].id) if named in {each.code, str(each.no)})
    return next(found, named)


def _one(options: argparse.Namespace, db: Db, paper: documents.Paper) -> int:
    out: Path = options.out
    data = {".docx": drawing.word, ".xlsx": drawing.workbook}.get(out.suffix.lower(), lambda one: one.data)(paper)
    write_file(out, data)
    run(db, lambda db: documents.note_printed(db, paper, "file"))
    show(options, {"file": str(out), "revision": paper.revision, "title": paper.title}, f"Đã in: {out}")
    return 0


def _batch(options: argparse.Namespace, db: Db) -> int:
    out: Path = options.out
    single = out.suffix.lower() == ".pdf"
    if not single:
        out.mkdir(parents=True, exist_ok=True)
    counted = sys.stderr.isatty()

    def told(done: int, whole: int) -> bool:
        if counted:
            sys.stderr.write(f"\r{done}/{whole}" + ("\n" if done == whole else ""))
        return True

    made = batch.draw(db, options.dossier, options.form, folder=None if single else out, progress=told)
    whole = documents.Paper(name=out.name, title=out.name, data=b"", holds=tuple(made.papers))
    if single:
        whole = made.paper()
        write_file(out, whole.data)
    run(db, lambda db: documents.note_printed(db, whole, "file"))
    answer = {
        "file": str(out),
        "papers": len(made.papers),
        "files": [str(file) for file in made.files],
        "skipped": [{"dossier": dossier, "paper": paper, "error": code} for dossier, paper, code in made.skipped],
    }
    show(options, answer, f"Đã in {len(made.papers)} giấy, bỏ qua {len(made.skipped)}: {out}")
    return 0


def _log(options: argparse.Namespace) -> int:
    with opening.reader(options) as db:
        lines = documents.printed(db, options.dossier[0])
    words = [f"{line.at}  {line.officer}  {line.paper}  lần {line.revision}  {line.way}" for line in lines]
    show(options, {"printed": [asdict(line) for line in lines]}, "\n".join(words))
    return 0
