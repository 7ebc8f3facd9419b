"""``server pack``: check, publish and list the province's rule packs from a terminal."""

import argparse
import sys
from pathlib import Path

from ocop_desktop.domain import sentences
from ocop_desktop.errors import OcopError
from ocop_desktop.legal.faults import Fault
from ocop_desktop.legal.gathering import gather
from ocop_desktop.server import audit, rulebook
from ocop_desktop.server.files import replacing
from ocop_desktop.server.service import Service


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    """``pack publish``, ``pack list``, ``pack export``."""
    pack = commands.add_parser("pack", parents=[shared], help="gói quy định: công bố cho mọi máy của tỉnh")
    acts = pack.add_subparsers(dest="act", required=True, title="lệnh")
    publish = acts.add_parser("publish", parents=[shared], help="kiểm tra, ký và công bố")
    publish.add_argument("path", type=Path, metavar="DIR|FILE", help="thư mục có index.toml, hoặc một tệp TOML")
    publish.add_argument("--note", default="", help="một câu về gói này, hiện trên máy các xã")
    publish.add_argument(
        "--days", type=int, default=rulebook.DAYS, help=f"cài được trong bao nhiêu ngày (mặc định {rulebook.DAYS})"
    )
    acts.add_parser("list", parents=[shared], help="các gói đã công bố")
    export = acts.add_parser("export", parents=[shared], help="chép gói mới nhất ra tệp, cho máy không có mạng")
    export.add_argument("out", type=Path, metavar="FILE", help="tệp gói (.ocoprules)")


def run(service: Service, options: argparse.Namespace) -> int:
    """Do one of them; the exit status."""
    if options.act == "publish":
        return _publish(service, options)
    if options.act == "export":
        data = service.store.read(rulebook.content)
        with replacing(options.out) as file:
            file.write(data)
        service.store.write(lambda connection: audit.note(connection, service.settings, "pack.export"))
        _say(f"Đã chép gói mới nhất ({len(data)} byte) vào {options.out}.")
        return 0
    for row in service.store.read(rulebook.all_packs):
        _say(
            f"bản {row['version']}  {row['created']}  cài được đến {row['expires']}  {row['size']} byte  {row['note']}"
        )
    return 0


def _publish(service: Service, options: argparse.Namespace) -> int:
    try:
        with audit.refusals(service.store, service.settings, "pack.publish"):
            made = rulebook.publish(service, gather(options.path), options.note, options.days)
    except rulebook.Faulty as error:
        for fault in error.faults:
            _say(_line(fault))
        _say(f"{len(error.faults)} lỗi; chưa công bố gì.")
        return 1
    except OcopError as error:
        sys.stderr.write(f"{sentences.sentence(error.code, error.details)}\n")
        return 1
    _say(
        f"Đã ký và công bố gói quy định bản {made.version}: {len(made.files) - 1} tệp, cài được đến {made.expires[:10]}."
    )
    _say("Máy các xã nhận ở lần đồng bộ tới, cùng gói trả lời qua USB, hoặc từ tệp: server pack export FILE.")
    return 0


def _line(fault: Fault) -> str:
    where = ", ".join(part for part in (fault.file, fault.place) if part)
    return f"{where}: {sentences.sentence(fault.code, fault.details)}"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
