"""The server from a terminal: ``ocop-desktop server ...`` for the province's IT staff. Answers are Vietnamese."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ocop_desktop import legal, log
from ocop_desktop.errors import OcopError
from ocop_desktop.server import accounts
from ocop_desktop.server.identity import Identity
from ocop_desktop.server.returning import return_dossier
from ocop_desktop.server.service import Service
from ocop_desktop.server.serving import serve
from ocop_desktop.server.settings import Settings

_REFUSALS = {
    "unit.invalid": "Mã đơn vị phải là mã xã (5 chữ số) hoặc mã tỉnh (2 chữ số).",
    "device.unknown": "Không có máy nào mang mã này.",
    "database.newer": "Cơ sở dữ liệu do phiên bản mới hơn tạo ra; hãy cập nhật chương trình máy chủ.",
    "dossier.unknown": "Ở tỉnh không có hồ sơ nào mang mã này.",
    "dossier.not_handed_over": "Hồ sơ này không ở bước đã gửi tỉnh nên không trả lại được.",
    "remark.missing": "Cần ít nhất một ý kiến, viết như: --remark 'dossier.workers_total: Ghi lại số người'.",
    "remark.field": "Ý kiến nêu một mục không có trong biểu mẫu. Xem tên mục bằng lệnh dossier show.",
    "server.busy": "Cơ sở dữ liệu đang bận; hãy thử lại.",
}


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="thư mục dữ liệu của máy chủ")
    shared.add_argument(
        "--database", default=argparse.SUPPRESS, help="postgresql://... (mặc định: SQLite trong --data)"
    )
    parser = argparse.ArgumentParser(prog="ocop-desktop server", description="Máy chủ của tỉnh.", parents=[shared])
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ nghe (mặc định chỉ máy này, sau một proxy TLS)")
    parser.add_argument("--port", type=int, default=8765, help="cổng (mặc định 8765)")
    parser.add_argument("--files", default="", help="s3://... (mặc định: thư mục files trong --data)")
    parser.add_argument("--province", default="", help="mã tỉnh, 2 chữ số; ghi nhớ từ lần đầu")
    parser.add_argument("--message", default="", help="lời nhắn hiện trên máy các xã")
    commands = parser.add_subparsers(dest="command", title="lệnh")
    enrol = commands.add_parser("enrol", parents=[shared], help="cấp mã ghi danh dùng một lần cho một máy")
    enrol.add_argument("--unit", action="append", required=True, help="mã xã; lặp lại cho máy phụ trách nhiều xã")
    enrol.add_argument("--hours", type=int, default=72, help="mã có giá trị trong bao nhiêu giờ (mặc định 72)")
    commands.add_parser("devices", parents=[shared], help="các máy đã ghi danh")
    revoke = commands.add_parser("revoke", parents=[shared], help="thu hồi một máy")
    revoke.add_argument("device", help="mã máy, như lệnh devices cho thấy")
    back = commands.add_parser("return", parents=[shared], help="trả một hồ sơ về xã, kèm ý kiến cho từng mục")
    back.add_argument("dossier", help="mã hồ sơ")
    back.add_argument("--remark", action="append", default=[], help="'mục: ý kiến'; lặp lại cho nhiều mục")
    back.add_argument("--by", default="", help="người trả hồ sơ, để xã biết hỏi ai")
    commands.add_parser("restored", parents=[shared], help="báo rằng dữ liệu vừa được khôi phục từ bản sao")
    return parser


def run(argv: Sequence[str]) -> int:
    """Do one command, or serve when none is named; the exit status."""
    options = _parser().parse_args(argv)
    province = legal_name = options.province
    if province:
        legal_name = next((found.name for found in legal.provinces() if found.code == province), "")
    settings = Settings(
        data=getattr(options, "data", Path("ocop-server")),
        database=getattr(options, "database", ""),
        host=options.host,
        port=options.port,
        files=options.files,
        province=province,
        province_name=legal_name,
        message=options.message,
    )
    try:
        if options.command is None:
            _say(f"Máy chủ nghe tại http://{settings.host}:{settings.port} — dữ liệu: {settings.data.resolve()}")
            log.start(settings.data / "logs")
            serve(settings)
        else:
            _manage(options, settings)
    except OcopError as error:
        sys.stderr.write(f"{_REFUSALS.get(error.code, error.code)}\n")
        return 1
    return 0


def _manage(options: argparse.Namespace, settings: Settings) -> None:
    service = Service(settings)
    try:
        if options.command == "enrol":
            _enrol(service, tuple(options.unit), options.hours)
        elif options.command == "devices":
            _devices(service)
        elif options.command == "revoke":
            service.store.write(lambda connection: accounts.revoke(connection, settings, options.device))
            _say("Đã thu hồi.")
        elif options.command == "return":
            pairs = (remark.partition(":") for remark in options.remark)
            return_dossier(service, options.dossier, {key.strip(): words for key, _, words in pairs}, options.by)
            _say("Đã trả hồ sơ. Xã nhận được ở lần đồng bộ tới.")
        else:
            service.store.write(Identity.renew_epoch)
            _say("Đã ghi nhận. Hãy khởi động lại máy chủ; các xã sẽ đối chiếu lại ở lần đồng bộ tới.")
    finally:
        service.close()


def _enrol(service: Service, units: tuple[str, ...], hours: int) -> None:
    found = legal.commune(units[0])
    name = found.name if found else ""
    code = service.store.write(
        lambda connection: accounts.new_code(connection, service.identity, service.settings, units, name, hours)
    )
    _say(f"Mã ghi danh cho {name or units[0]}: {code}\nDùng một lần, trong {hours} giờ.")


def _devices(service: Service) -> None:
    for row in service.store.read(accounts.all_devices):
        state = f"thu hồi {row['revoked_at']}" if row["revoked_at"] else f"thấy lần cuối {row['seen_at']}"
        _say(f"{row['device']}  {row['units']}  {row['name']}  {row['app']}  {state}")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
