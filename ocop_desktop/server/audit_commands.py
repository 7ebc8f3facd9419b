"""``server audit``: who did what at the server, for an inspection."""

import argparse
import json
import sys
from datetime import datetime

from ocop_desktop.server import audit
from ocop_desktop.server.service import Service


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: argparse.ArgumentParser
) -> None:
    """``audit``."""
    parser = commands.add_parser("audit", parents=[shared], help="nhật ký quản trị: ai làm gì, lúc nào, được hay không")
    parser.add_argument("--since", default="", metavar="DAY", help="từ ngày nào (năm-tháng-ngày, giờ Việt Nam)")
    parser.add_argument("--json", action="store_true", help="trả lời bằng một đối tượng JSON")


def run(service: Service, options: argparse.Namespace) -> int:
    """Print the lines, newest first: one JSON object, or a line each."""
    found = service.store.read(lambda connection: audit.lines(connection, options.since))
    if options.json:
        sys.stdout.write(json.dumps({"audit": [dict(row) for row in found]}, ensure_ascii=False) + "\n")
        return 0
    for row in found:
        moment = datetime.fromisoformat(row["at"]).astimezone(audit.VIETNAM).strftime("%d/%m/%Y %H:%M:%S")
        outcome = "xong" if row["outcome"] == audit.DONE else f"không: {row['outcome']}"
        words = audit.WORDS.get(row["act"], row["act"])
        parts = (moment, words, row["actor"] or "máy chủ", row["unit"], row["subject"], outcome)
        sys.stdout.write("  ".join(part for part in parts if part) + "\n")
    return 0
