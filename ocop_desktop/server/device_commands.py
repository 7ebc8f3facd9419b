"""``server enrol`` and ``server devices``: a code for a PC with its sheet, and what is known of the PCs."""

import argparse
import io
import json
import sys
from html import escape
from pathlib import Path
from typing import Any

import segno

from ocop_desktop import legal
from ocop_desktop.errors import Refused
from ocop_desktop.protocol.enrolling import enrolment_link
from ocop_desktop.server import accounts
from ocop_desktop.server.files import replacing
from ocop_desktop.server.service import Service
from ocop_desktop.server.store import Row

SKEW_SECONDS = 300
"""Clocks further apart than this are mentioned; nothing is ever ordered by them."""


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    """``enrol``, ``devices``, ``revoke``."""
    enrol = commands.add_parser("enrol", parents=[shared], help="cấp mã ghi danh dùng một lần cho một máy")
    enrol.add_argument(
        "--unit",
        action="append",
        required=True,
        help="mã xã; lặp lại cho máy phụ trách nhiều xã, sau mã riêng 3 số của khu vực; mã tỉnh cho máy của tỉnh",
    )
    enrol.add_argument("--hours", type=int, default=72, help="mã có giá trị trong bao nhiêu giờ (mặc định 72)")
    enrol.add_argument("--address", default="", help="địa chỉ máy chủ như các xã gọi, https://...; ghi nhớ từ lần đầu")
    enrol.add_argument("--sheet", type=Path, metavar="FILE", help="phiếu ghi danh có mã QR: .html, .svg hoặc .png")
    devices = commands.add_parser("devices", parents=[shared], help="các máy đã ghi danh")
    devices.add_argument("--json", action="store_true", help="trả lời bằng một đối tượng JSON")
    revoke = commands.add_parser("revoke", parents=[shared], help="thu hồi một máy")
    revoke.add_argument("device", help="mã máy, như lệnh devices cho thấy")


def enrol(service: Service, options: argparse.Namespace) -> int:
    """Print a code, its link and a QR code to scan or to save; write the sheet."""
    units = tuple(options.unit)
    found = legal.commune(units[0])
    name = found.name if found else ""
    if options.sheet and options.sheet.suffix.lower() not in {".html", ".svg", ".png"}:
        raise Refused("sheet.kind")
    address = service.public_address(options.address)
    if options.sheet and not address:
        raise Refused("sheet.address")
    code = service.store.write(
        lambda connection: accounts.new_code(connection, service.identity, service.settings, units, name, options.hours)
    )
    _say(f"Mã ghi danh cho {name or units[0]}: {code}\nDùng một lần, trong {options.hours} giờ.")
    if not address:
        return 0
    link = enrolment_link(address, code)
    picture = segno.make(link, error="m")
    _say(f"Địa chỉ máy chủ: {address}\nHoặc dán cả dòng này vào ô địa chỉ: {link}")
    if options.sheet:
        data = _sheet(picture, options.sheet.suffix.lower(), name or units[0], address, code, options.hours)
        with replacing(options.sheet) as file:
            file.write(data)
        _say(f"Đã viết phiếu ghi danh: {options.sheet}")
    elif sys.stdout.isatty():
        picture.terminal(compact=True)
    return 0


def _sheet(picture: "segno.QRCode", kind: str, name: str, address: str, code: str, hours: int) -> bytes:
    out = io.BytesIO()
    if kind == ".png":
        picture.save(out, kind="png", scale=8, border=4)
        return out.getvalue()
    if kind == ".svg":
        picture.save(out, kind="svg", scale=8, border=4, title=f"OCOP {code}")
        return out.getvalue()
    drawn = picture.svg_inline(scale=6, border=2)
    steps = (
        f"Mở OCOP Desktop, bấm <b>Đồng bộ</b>. Ở ô địa chỉ gõ <b>{escape(address)}</b>, "
        f"ở ô mã gõ <b>{escape(code)}</b>; hoặc chụp mã vuông này thành tệp ảnh rồi bấm <b>Đọc mã QR từ ảnh</b>."
    )
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Phiếu ghi danh OCOP</title><style>'
        "@page{size:A4;margin:22mm}body{font:13pt/1.5 'Times New Roman',serif;color:#111}h1{font-size:18pt}"
        "svg{display:block;margin:10mm 0}.code{font:22pt ui-monospace,Consolas,monospace;letter-spacing:2px}"
        "</style></head><body>"
        f"<h1>Phiếu ghi danh máy: {escape(name)}</h1><p>{steps}</p>{drawn}"
        f'<p class="code">{escape(code)}</p><p>Mã dùng một lần, trong {hours} giờ kể từ lúc cấp. '
        "Ai có mã này đều ghi danh được một máy của đơn vị: hãy giữ như giữ con dấu, và bỏ đi khi đã dùng.</p>"
        "</body></html>"
    ).encode()


def devices(service: Service, options: argparse.Namespace) -> int:
    """List every device: as one JSON object, or a line each."""
    found = [_about(row) for row in service.store.read(accounts.all_devices)]
    if options.json:
        _say(json.dumps({"devices": found}, ensure_ascii=False))
        return 0
    for each in found:
        state = f"thu hồi {each['revoked_at']}" if each["revoked_at"] else f"thấy lần cuối {each['seen_at']}"
        waits = "chưa rõ" if each["waiting_records"] is None else f"{each['waiting_records']} nội dung, "
        if each["waiting_records"] is not None:
            waits += f"{each['waiting_files'] or 0} tệp"
        skew = each["skew_seconds"]
        clock = f"  đồng hồ lệch {skew} giây" if isinstance(skew, int) and abs(skew) > SKEW_SECONDS else ""
        rules = f"  quy định bản {each['rules']}" if each["rules"] else ""
        _say(
            f"{each['device']}  {','.join(each['units'])}  {each['name']}  {each['app']}  {state}  còn chờ {waits}"
            f"{clock}{rules}"
        )
    return 0


def _about(row: Row) -> dict[str, Any]:
    found = legal.commune(row["unit"])
    return {
        "device": row["device"],
        "unit": row["unit"],
        "unit_name": found.name if found else "",
        "units": row["units"].split(","),
        "name": row["name"],
        "app": row["app"],
        "enrolled_at": row["enrolled_at"],
        "seen_at": row["seen_at"],
        "waiting_records": row["waiting_records"],
        "waiting_files": row["waiting_files"],
        "told_at": row["told_at"],
        "skew_seconds": row["skew_seconds"],
        "rules": row["rules"],
        "revoked_at": row["revoked_at"],
    }


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
