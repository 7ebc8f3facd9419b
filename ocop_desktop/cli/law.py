"""``law check``: every legal file the program carries, read and counted."""

import argparse

import msgspec

from ocop_desktop import legal
from ocop_desktop.cli.answers import add_json, show


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """``law``."""
    parser = commands.add_parser("law", help="dữ liệu pháp lý: bộ tiêu chí, biểu mẫu, đơn vị, ngày nghỉ")
    checks = parser.add_subparsers(title="lệnh", required=True)
    check = checks.add_parser("check", help="đọc và kiểm tra mọi tệp pháp lý")
    add_json(check)
    check.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    report = legal.check()
    rubrics = [
        f"  {rubric.name}: A {rubric.sums.get('A')}, B {rubric.sums.get('B')}, C {rubric.sums.get('C')}; "
        f"mốc sao {'/'.join(str(count) for count in rubric.gates.values())}"
        for rubric in report.rubrics
    ]
    years = [
        f"  {year.year}: {year.days} ngày nghỉ, {year.to_check} ngày cần kiểm tra, {year.pending} chưa có thông báo"
        for year in report.holidays
    ]
    words = "\n".join(
        (
            f"{len(report.rubrics)} bộ tiêu chí:",
            *rubrics,
            f"{len(report.forms)} biểu mẫu: {', '.join(form.id for form in report.forms)}",
            f"{report.provinces} tỉnh, thành phố; {report.communes} xã, phường, đặc khu",
            "Ngày nghỉ:",
            *years,
            f"{report.hashes.locked} tệp khóa mã băm, "
            + ("đều nguyên vẹn." if report.hashes.good else "CÓ TỆP THAY ĐỔI: xem --json."),
            *report.problems,
        )
    )
    show(options, {**msgspec.to_builtins(report), "hashes_good": report.hashes.good}, words)
    return 0 if report.good else 1
