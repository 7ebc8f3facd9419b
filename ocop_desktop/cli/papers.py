"""``verify``: which record and revision a PDF or a scan is, and whether it equals what was sealed."""

import argparse
from dataclasses import asdict
from pathlib import Path

from ocop_desktop.actions import paper_check
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain import sentences


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``verify``."""
    parser = commands.add_parser(
        "verify", help="tệp PDF hay bản quét này là báo cáo nào, lần chốt nào, có đúng bản đã chốt"
    )
    opening.add_arguments(parser)
    add_json(parser)
    parser.add_argument("file", type=Path)
    parser.add_argument("--dossier", help="hồ sơ của giấy, khi trên giấy không đọc được mã")
    parser.set_defaults(run=_verify)


def words_of(found: paper_check.Finding) -> list[str]:
    """What a finding says, one sentence a line."""
    return [sentences.sentence(code, found.details) for code in (found.code, *found.notes)]


def _verify(options: argparse.Namespace) -> int:
    brought = paper_check.read(options.file.name, options.file)
    with opening.reader(options) as db:
        found = paper_check.check(db, brought, options.dossier)
    words = words_of(found)
    answer = {**asdict(found), "sha256": brought.reading.sha256, "message": " ".join(words)}
    show(options, answer, "\n".join(words))
    return 0 if found.same or found.code == "paper.scan" else 1
