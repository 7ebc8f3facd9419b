"""The server from a terminal: ``ocop-desktop server ...`` for the province's IT staff. Answers are Vietnamese."""

import argparse
import getpass
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from ocop_desktop import legal, log
from ocop_desktop.domain import sentences
from ocop_desktop.errors import OcopError, Refused
from ocop_desktop.server import (
    accounts,
    audit,
    audit_commands,
    backup,
    console,
    device_commands,
    pack_commands,
    program_commands,
    reset_commands,
    watching,
)
from ocop_desktop.server.files import replacing
from ocop_desktop.server.identity import Identity
from ocop_desktop.server.merging import merge_unit
from ocop_desktop.server.packages import Packages, Taken
from ocop_desktop.server.reading import is_uuid
from ocop_desktop.server.returning import return_dossier
from ocop_desktop.server.service import Service
from ocop_desktop.server.serving import serve
from ocop_desktop.server.settings import LIMITS, Settings

_REFUSALS = {
    "unit.invalid": "Mã đơn vị phải là mã xã (5 chữ số) hoặc mã tỉnh (2 chữ số).",
    "unit.merged": "Một trong hai mã đã được gộp vào xã khác rồi; hãy dùng mã đang hiệu lực.",
    "sheet.kind": "Phiếu ghi danh viết được thành .html, .svg hoặc .png.",
    "sheet.address": "Phiếu cần địa chỉ máy chủ như các xã gọi: thêm --address https://…",
    "address.invalid": "Địa chỉ máy chủ phải bắt đầu bằng https:// hoặc http://.",
    "device.unknown": "Không có máy nào mang mã này.",
    "device.revoked": "Máy này đã bị thu hồi.",
    "device.known": "Máy này vẫn đang dùng.",
    "rescue.unknown": "Không có gói nào mang mã này.",
    "rescue.taken": "Gói này đã được nhận rồi.",
    "rescue.full": "Khu cứu hộ hết chỗ; hãy nhận hoặc dọn các gói đang giữ.",
    "package.no_answer": "Không có gói nào nhận được nên không viết trả lời; tệp cũ, nếu có, vẫn còn nguyên.",
    "package.other_province": "Gói này gửi cho tỉnh khác.",
    "console.short": "Mật khẩu cần ít nhất 12 ký tự. Một câu dài, dễ nhớ là tốt nhất.",
    "console.differs": "Hai lần gõ không giống nhau; mật khẩu chưa đổi.",
    "audit.day": "Ngày viết như 2026-03-09.",
    "reset.question": "Chữ đọc từ máy xã chưa đúng. Hãy nghe đọc lại từng nhóm 5 chữ.",
    "backup.damaged": "Bản sao lưu bị hỏng hoặc chép thiếu; dữ liệu đang có không đổi. Hãy dùng bản sao khác.",
    "restore.not_empty": "Máy chủ đang có hồ sơ. Nếu chắc chắn muốn thay bằng bản sao, hãy thêm --replace.",
    "server.full": "Ổ đĩa gần đầy: hồ sơ vẫn nhận, tệp phải chờ.",
    "database.newer": "Cơ sở dữ liệu do phiên bản mới hơn tạo ra; hãy cập nhật chương trình máy chủ.",
    "dossier.unknown": "Ở tỉnh không có hồ sơ nào mang mã này.",
    "dossier.not_handed_over": "Hồ sơ này không ở bước đã gửi tỉnh nên không trả lại được.",
    "remark.missing": "Cần ít nhất một ý kiến, viết như: --remark 'dossier.workers_total: Ghi lại số người'.",
    "remark.field": "Ý kiến nêu một mục không có trong biểu mẫu. Xem tên mục bằng lệnh dossier show.",
    "server.busy": "Cơ sở dữ liệu đang bận; hãy thử lại.",
}

_REFUSED_ACTS = {
    "enrol": "enrol.code",
    "revoke": "revoke",
    "alias": "alias",
    "return": "dossier.returned",
    "import": "package.import",
    "rescue take": "rescue.take",
    "pack export": "pack.export",
    "program root": "program.root",
    "console-password": "console.password",
}
"""What is written when a command is refused here; the others write it where they work."""

_STATUSES = {
    "applied": "ghi nhận",
    "merged": "ghép",
    "conflict": "hai máy cùng sửa",
    "rejected": "không nhận",
    "held": "chờ nội dung trước",
    "duplicate": "đã có",
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
    parser.add_argument("--file-pages", type=int, default=0, metavar="N", help="số trang nên có nhiều nhất của một tệp")
    parser.add_argument("--dossier-mb", type=int, default=0, metavar="N", help="số MB nên có nhiều nhất của một hồ sơ")
    parser.add_argument("--dossier-pages", type=int, default=0, metavar="N", help="số trang như vậy của một hồ sơ")
    parser.add_argument("--log-json", action="store_true", help="ghi nhật ký dạng JSON ra dòng lỗi chuẩn")
    parser.add_argument("--metrics-token", default="", help="mã để đọc /metrics từ máy khác (mặc định chỉ máy này)")
    commands = parser.add_subparsers(dest="command", title="lệnh")
    device_commands.add_commands(commands, shared)
    reset_commands.add_commands(commands, shared)
    alias = commands.add_parser("alias", parents=[shared], help="xã đã gộp hoặc đổi mã: chuyển hồ sơ sang mã mới")
    alias.add_argument("old", metavar="OLD", help="mã xã cũ; các máy của xã cũ cứ dùng tiếp")
    alias.add_argument("new", metavar="NEW", help="mã xã mới")
    back = commands.add_parser("return", parents=[shared], help="trả một hồ sơ về xã, kèm ý kiến cho từng mục")
    back.add_argument("dossier", help="mã hồ sơ")
    back.add_argument("--remark", action="append", default=[], help="'mục: ý kiến'; lặp lại cho nhiều mục")
    back.add_argument("--by", default="", help="người trả hồ sơ, để xã biết hỏi ai")
    take = commands.add_parser("import", parents=[shared], help="nhận các gói mang đến bằng USB và viết trả lời")
    take.add_argument("packages", nargs="+", type=Path, metavar="FILE", help="tệp gói (.ocop), một hay nhiều")
    take.add_argument("--out", type=Path, required=True, metavar="FILE", help="tệp trả lời, cho mọi máy trong các gói")
    kept = commands.add_parser("rescue", parents=[shared], help="khu cứu hộ: gói của máy bị thu hồi hoặc không rõ")
    acts = kept.add_subparsers(dest="act", required=True, title="lệnh")
    acts.add_parser("list", parents=[shared], help="các gói đang giữ")
    act = acts.add_parser("take", parents=[shared], help="nhận một gói sau khi đã xem xét")
    act.add_argument("rescue", metavar="ID", help="mã cứu hộ, như rescue list cho thấy")
    pack_commands.add_commands(commands, shared)
    program_commands.add_commands(commands, shared)
    audit_commands.add_commands(commands, shared)
    copy = commands.add_parser("backup", parents=[shared], help="sao lưu cả máy chủ vào một tệp; máy chủ cứ chạy")
    copy.add_argument("--out", type=Path, required=True, metavar="FILE")
    back = commands.add_parser("restore", parents=[shared], help="khôi phục từ bản sao lưu; hãy dừng máy chủ trước")
    back.add_argument("file", type=Path, metavar="FILE")
    back.add_argument("--replace", action="store_true", help="thay dữ liệu đang có (SQLite: giữ lại bên cạnh)")
    commands.add_parser("console-password", parents=[shared], help="đặt mật khẩu cho trang quản trị /console")
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
        metrics_token=options.metrics_token,
        limits=msgspec.structs.replace(
            LIMITS,
            file_pages=max(options.file_pages, 0),
            dossier=max(options.dossier_mb, 0) * 1024 * 1024,
            dossier_pages=max(options.dossier_pages, 0),
        ),
    )
    try:
        if options.command is None:
            _say(f"Máy chủ nghe tại http://{settings.host}:{settings.port} — dữ liệu: {settings.data.resolve()}")
            log.start(settings.data / "logs" / str(settings.port))
            if options.log_json:
                watching.log_json()
            serve(settings)
        else:
            return _manage(options, settings)
    except OcopError as error:
        sys.stderr.write(f"{_words(error.code)}\n")
        return 1
    return 0


def _words(code: str) -> str:
    """The sentence of a code: the server's own, or the one that the PCs show too."""
    return _REFUSALS.get(code) or sentences.template(code) or code


def _manage(options: argparse.Namespace, settings: Settings) -> int:
    if options.command == "restore":
        note = backup.restore(settings, options.file, replace_data=options.replace)
        _say(f"Đã khôi phục {note.records} bản ghi, {note.devices} máy, {note.files} tệp của bản sao {note.created}.")
        _say("Hãy khởi động máy chủ; các xã sẽ đối chiếu và gửi lại phần còn thiếu ở lần đồng bộ tới.")
        return 0
    if options.command == "program" and options.act in program_commands.OFFLINE:
        return program_commands.offline(options)
    service = Service(settings)
    act = _REFUSED_ACTS.get(f"{options.command} {getattr(options, 'act', '')}".strip())
    try:
        with audit.refusals(service.store, settings, act) if act else nullcontext():
            return _command(service, options, settings)
    finally:
        service.close()


def _command(service: Service, options: argparse.Namespace, settings: Settings) -> int:
    if options.command == "enrol":
        return device_commands.enrol(service, options)
    elif options.command == "devices":
        return device_commands.devices(service, options)
    elif options.command == "revoke":
        service.store.write(lambda connection: accounts.revoke(connection, settings, options.device))
        _say("Đã thu hồi.")
    elif options.command == "alias":

        def merge(connection: Connection) -> int:
            moved = merge_unit(connection, options.old, options.new)
            audit.note(connection, settings, "alias", unit=options.new, subject=options.old)
            return moved

        count = service.store.write(merge)
        _say(f"Đã chuyển {count} bản ghi từ {options.old} sang {options.new}. Các máy tự theo ở lần đồng bộ tới.")
    elif options.command == "reset-code":
        return reset_commands.run(service, options)
    elif options.command == "audit":
        return audit_commands.run(service, options)
    elif options.command == "return":
        pairs = (remark.partition(":") for remark in options.remark)
        return_dossier(service, options.dossier, {key.strip(): words for key, _, words in pairs}, options.by)
        _say("Đã trả hồ sơ. Xã nhận được ở lần đồng bộ tới.")
    elif options.command == "console-password":
        console.set_password(service, _password())
        _say("Đã đặt mật khẩu. Trang quản trị: /console; các phiên đang mở đã hết hiệu lực.")
    elif options.command == "backup":
        note = backup.back_up(service, options.out)
        _say(f"Đã sao lưu và kiểm tra: {note.records} bản ghi, {note.devices} máy, {note.files} tệp → {options.out}")
        if note.missing:
            _say(f"Thiếu {len(note.missing)} tệp trong kho tệp; các xã sẽ được hỏi lại sau khi khôi phục.")
            return 1
    elif options.command == "import":
        return _import(service, options.packages, options.out)
    elif options.command == "rescue":
        return _rescue(service, options)
    elif options.command == "program":
        return program_commands.run(service, options)
    elif options.command == "pack":
        return pack_commands.run(service, options)
    else:

        def renew(connection: Connection) -> None:
            Identity.renew_epoch(connection)
            audit.note(connection, settings, "restore")

        service.store.write(renew)
        _say("Đã ghi nhận. Hãy khởi động lại máy chủ; các xã sẽ đối chiếu lại ở lần đồng bộ tới.")
    return 0


def _password() -> str:
    """Asked for twice, or the first line of a pipe."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Mật khẩu mới: ")
    if getpass.getpass("Gõ lại: ") != first:
        raise Refused("console.differs")
    return first


def _import(service: Service, files: Sequence[Path], out: Path) -> int:
    """Take packages in and write their answers; the status is 1 when one was not taken."""
    packages, answers, bad = Packages(service), 0, 0
    with replacing(out) as file:
        for path in files:
            for taken in packages.take_file(path):
                _say(f"{path.name}: {_taken(taken)}")
                _note_import(service, taken)
                if taken.answer is not None:
                    packages.write_answer(file, taken.answer)
                    answers += 1
                bad += taken.answer is None or bool(taken.refused)
        if not answers:
            raise Refused("package.no_answer")
    _say(f"Đã viết {answers} trả lời vào {out}.")
    return 1 if bad else 0


def _note_import(service: Service, taken: Taken) -> None:
    settings, said = service.settings, taken.code or audit.DONE
    unit = (
        taken.unit if accounts.is_unit(taken.unit) else ""
    )  # what is in a package that was not taken is anybody's text
    device = taken.device if is_uuid(taken.device) else ""
    service.store.write(lambda db: audit.note(db, settings, "package.import", unit=unit, subject=device, outcome=said))


def _taken(taken: Taken) -> str:
    if taken.rescue and taken.code:
        return f"đưa vào khu cứu hộ, mã {taken.rescue}. {_words(taken.code)}"
    if taken.code:
        return f"không nhận. {_words(taken.code)}"
    counts = ", ".join(f"{_STATUSES.get(status, status)} {count}" for status, count in sorted(taken.statuses.items()))
    lost = f"; {len(taken.refused)} lô không nhận" if taken.refused else ""
    return f"đơn vị {taken.unit}: {counts or 'không có nội dung mới'}; {len(taken.files)} tệp{lost}"


def _rescue(service: Service, options: argparse.Namespace) -> int:
    packages = Packages(service)
    if options.act == "take":
        _say(_taken(replace(packages.take_rescue(options.rescue), rescue="")))
        return 0
    for row in packages.quarantine.all():
        state = f"đã nhận {row['taken_at']}" if row["taken_at"] else "đang giữ"
        words = _words(row["reason"])
        _say(f"{row['rescue']}  {row['unit']}  {row['device']}  {row['size']} byte  {row['at']}  {state}  {words}")
    return 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
