"""``server reset-code``: the answer for a PC whose officer forgot the passphrase, read aloud over the telephone."""

import argparse
import logging
import sys

from ocop_desktop import legal
from ocop_desktop.errors import Refused
from ocop_desktop.protocol import resets
from ocop_desktop.server import accounts, audit
from ocop_desktop.server.service import Service
from ocop_desktop.server.store import Row

_log = logging.getLogger(__name__)


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    """``reset-code``."""
    parser = commands.add_parser("reset-code", parents=[shared], help="mã cho máy có người quên câu mật khẩu")
    parser.add_argument("question", nargs="+", metavar="GROUP", help="12 nhóm chữ máy xã đang hiện")


def run(service: Service, options: argparse.Namespace) -> int:
    """Print whose PC asks, and the answer."""
    with audit.refusals(service.store, service.settings, "reset.code"):
        row, code = answer(service, " ".join(options.question))
    found = legal.commune(row["unit"])
    sys.stdout.write(
        f"Máy: {row['name']}, {found.name if found else row['unit']} ({row['device']})\n"
        "Chỉ đọc mã khi đã nhận ra người gọi, qua số điện thoại đã biết của đơn vị.\n"
        f"Mã: {code}\nMã dùng một lần, trong {resets.HOURS} giờ từ lúc máy hiện câu hỏi.\n"
    )
    sys.stdout.flush()
    return 0


def answer(service: Service, typed: str) -> tuple[Row, str]:
    """The device that asks, and its answer. ``Refused``: ``reset.question``, ``device.unknown``, ``device.revoked``."""
    tag, point = resets.read_question(typed)
    rows = [row for row in service.store.read(accounts.all_devices) if resets.device_tag(row["device"]) == tag]
    if not rows:
        raise Refused("device.unknown")
    living = [row for row in rows if not row["revoked_at"]]
    if (
        len(living) != 1
    ):  # two of one tag among thousands of PCs: one in a thousand provinces; then the printed key is left
        raise Refused("device.revoked" if not living else "device.unknown")
    _log.info("reset answer given for device %s", living[0]["device"])
    device, unit = living[0]["device"], living[0]["unit"]
    service.store.write(lambda db: audit.note(db, service.settings, "reset.code", unit=unit, subject=device))
    return living[0], resets.answer(service.identity.age, living[0]["device"], point)
