"""How the terminal answers: one JSON object, or words."""

import argparse
import json
from collections.abc import Mapping


def add_json(parser: argparse.ArgumentParser) -> None:
    """The argument ``--json``."""
    parser.add_argument("--json", action="store_true", help="trả lời bằng một đối tượng JSON")


def add_sensitive(parser: argparse.ArgumentParser) -> None:
    """The argument ``--sensitive``: what the law calls sensitive is printed too, and that is written to the journal."""
    words = "in cả dữ liệu cá nhân nhạy cảm (dân tộc, nơi thường trú); việc xem được ghi vào nhật ký"
    parser.add_argument("--sensitive", action="store_true", help=words)


def show(options: argparse.Namespace, answer: Mapping[str, object], words: str) -> None:
    """Print the answer as it was asked for."""
    print(json.dumps(answer, ensure_ascii=False) if options.json else words)
