"""``server program``: release keys, which of them count, a signed file of a new version, and its publication."""

import argparse
import getpass
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from ocop_desktop.domain import sentences
from ocop_desktop.domain.releases import SUFFIX, Release
from ocop_desktop.errors import OcopError
from ocop_desktop.server import audit, programs
from ocop_desktop.server.files import replacing
from ocop_desktop.server.service import Service
from ocop_desktop.server.settings import stamp

OFFLINE = frozenset({"key", "rotate", "make"})
"""What is done where the release keys are, without the server's data."""


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    """``program key|root|rotate|make|publish|list``."""
    program = commands.add_parser(
        "program", parents=[shared], help="bản mới của chương trình: khóa ký, đóng gói, công bố"
    )
    acts = program.add_subparsers(dest="act", required=True, title="lệnh")
    key = acts.add_parser("key", help="tạo một khóa ký, trên máy không nối mạng; in nửa công khai của khóa")
    key.add_argument("out", type=Path, metavar="FILE", help="tệp khóa, mở bằng câu mật khẩu")
    root = acts.add_parser("root", parents=[shared], help="danh sách khóa ký đầu tiên, do khóa của tỉnh ký")
    rotate = acts.add_parser("rotate", help="danh sách khóa ký mới, do đủ khóa cũ và khóa mới ký")
    for each in (root, rotate):
        each.add_argument("--trust", action="append", required=True, metavar="KEY", help="nửa công khai; lặp lại")
        each.add_argument("--threshold", type=int, default=1, help="cần mấy khóa cùng ký (mặc định 1)")
        each.add_argument("--days", type=int, default=programs.ROOT_DAYS, help="danh sách dùng trong bao nhiêu ngày")
        each.add_argument("--out", type=Path, required=True, metavar="FILE")
    make = acts.add_parser("make", help="ký và đóng gói một bản mới")
    make.add_argument("bundle", type=Path, metavar="DIR|ZIP", help="thư mục dist/ocop-desktop, hoặc tệp ZIP của nó")
    make.add_argument("--number", type=int, required=True, help="số thứ tự, chỉ tăng")
    make.add_argument("--version", required=True, help="phiên bản, như 0.2.0")
    make.add_argument("--system", required=True, help="hệ điều hành, như windows-amd64, linux-x86_64")
    make.add_argument("--note", default="", help="một câu về bản này, hiện trên máy các xã")
    make.add_argument("--days", type=int, default=programs.DAYS, help="cài được trong bao nhiêu ngày")
    make.add_argument("--out", type=Path, required=True, metavar="FILE", help=f"tệp cập nhật ({SUFFIX})")
    for each in (rotate, make):
        each.add_argument("--roots", type=Path, required=True, metavar="FILE", help="tệp danh sách khóa ký")
        each.add_argument("--key", type=Path, action="append", required=True, metavar="FILE", help="tệp khóa; lặp lại")
    publish = acts.add_parser("publish", parents=[shared], help="kiểm tra như máy xã sẽ kiểm tra, rồi công bố")
    publish.add_argument("file", type=Path, metavar="FILE", help=f"tệp cập nhật ({SUFFIX})")
    acts.add_parser("list", parents=[shared], help="các bản đã công bố")


def offline(options: argparse.Namespace) -> int:
    """Do what needs no server."""
    try:
        if options.act == "key":
            _say(f"Nửa công khai của khóa: {programs.new_key(options.out, _passphrase(options.out))}")
            return 0
        signers = [programs.open_key(path, _passphrase(path)) for path in options.key]
        roots = programs.read_roots(options.roots)
        if options.act == "rotate":
            found = programs.next_root(roots, options.trust, options.threshold, signers, options.days)
            with replacing(options.out) as file:
                file.write(msgspec.json.encode(found))
            _say(f"Đã ký danh sách khóa bản {len(found)} vào {options.out}. Bản cập nhật tới mang danh sách này theo.")
            return 0
        now = datetime.now(UTC)
        about = Release(
            province="",
            number=options.number,
            version=options.version,
            system=options.system,
            size=0,
            sha256="",
            created=stamp(now),
            expires=stamp(now + timedelta(days=options.days)),
            note=options.note,
        )
        with replacing(options.out) as file:
            made = programs.make(options.bundle, file, roots, signers, about)
    except OcopError as error:
        sys.stderr.write(f"{sentences.sentence(error.code, error.details)}\n")
        return 1
    _say(f"Đã ký bản {made.version} cho {made.system}, số {made.number}, {made.size} byte, vào {options.out}.")
    return 0


def run(service: Service, options: argparse.Namespace) -> int:
    """Do what is the server's."""
    if options.act == "root":
        found = programs.first_root(service, options.trust, options.threshold, options.days)
        with replacing(options.out) as file:
            file.write(msgspec.json.encode(found))
        _say(f"Đã ký danh sách khóa vào {options.out}. Hãy giữ cùng các khóa, ngoài máy chủ.")
    elif options.act == "publish":
        try:
            with audit.refusals(service.store, service.settings, "program.publish"):
                made = programs.publish(service, options.file)
        except OcopError as error:
            sys.stderr.write(f"{sentences.sentence(error.code, error.details)}\n")
            return 1
        _say(f"Đã công bố bản {made.version} cho {made.system}. Máy các xã thấy ở lần đồng bộ tới.")
    else:
        for row in service.store.read(programs.all_programs):
            _say(
                f"{row['system']}  số {row['number']}  bản {row['version']}  {row['size']} byte  "
                f"cài được đến {row['expires'][:10]}  {row['note']}"
            )
    return 0


def _passphrase(path: Path) -> str:
    """Asked for, or the next line of a pipe."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return getpass.getpass(f"Câu mật khẩu của khóa {path.name}: ")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
