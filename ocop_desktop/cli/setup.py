"""``setup``: a new office without the window; ``unit``: find the code of a commune."""

import argparse
import getpass
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from ocop_desktop import legal
from ocop_desktop.actions import documents, office
from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json, show
from ocop_desktop.domain import sentences, units
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.storage.durable import write_file


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``setup`` and ``unit``."""
    parser = commands.add_parser("setup", help="lập sổ mới cho một đơn vị")
    opening.add_arguments(parser)
    parser.add_argument(
        "--unit",
        required=True,
        help="mã xã 5 chữ số (tìm bằng: ocop-desktop unit tan trao); máy cấp tỉnh, tổ khu vực: mã tỉnh 2 chữ số",
    )
    parser.add_argument("--level", choices=("commune", "district", "province"), default="commune")
    parser.add_argument("--officer", required=True, help="họ tên cán bộ")
    parser.add_argument("--signer", default="", help="họ tên người ký")
    parser.add_argument("--signer-title", choices=("chu-tich", "pho-chu-tich"), default="chu-tich")
    parser.add_argument("--recovery-pdf", type=Path, help="lưu tờ khóa khôi phục vào tệp này")
    add_json(parser)
    parser.set_defaults(run=_setup)
    finder = commands.add_parser("unit", help="tìm mã xã, gõ không cần dấu")
    finder.add_argument("name", nargs="+")
    add_json(finder)
    finder.set_defaults(run=_unit)


def _setup(options: argparse.Namespace) -> int:
    if options.passphrase_file:
        passphrase = opening.passphrase_of(options.passphrase_file)
    else:
        passphrase = os.environ.get(opening.PASSPHRASE) or (
            getpass.getpass("Đặt mật khẩu: ") if sys.stdin.isatty() else ""
        )
    answers = office.SetUp(
        level=options.level,
        unit=options.unit,
        officer=options.officer,
        signer_name=options.signer,
        signer_title=options.signer_title,
        passphrase=passphrase,
    )
    recovery = office.create_office(options.db, answers)
    # The key first: it is shown this once, also when the sheet cannot be written.
    words = f"Đã lập sổ: {options.db}\nKhóa khôi phục (chỉ hiện lần này, hãy chép và cất nơi an toàn): {recovery}"
    show(options, {"database": str(options.db), "recovery_key": recovery}, words)
    try:
        if options.recovery_pdf:
            values = office.unit_values(options.level, options.unit)
            paper = documents.recovery_sheet(values, recovery, datetime.now(UTC).astimezone().date())
            write_file(options.recovery_pdf.absolute(), paper.data)
    except OcopError as error:
        sys.stderr.write(sentences.sentence(error.code, error.details) + "\n")
        return 1
    return 0


def _unit(options: argparse.Namespace) -> int:
    found = units.search(legal.units(), " ".join(options.name), 20)
    if not found:
        raise Refused("office.unit", unit=" ".join(options.name))
    rows = [{"code": one.code, "name": one.name, "province": one.province_name} for one in found]
    show(options, {"units": rows}, "\n".join(f"{one.code}  {one.full}" for one in found))
    return 0
