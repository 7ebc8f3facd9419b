"""How the terminal answers: one JSON object, or words."""

import argparse
import json
from collections.abc import Mapping


def add_json(parser: argparse.ArgumentParser) -> None:
    """The argument ``--json``."""
    parser.add_argument("--json", action="store_true", help="trả lời bằng một đối tượng JSON")


def show(options: argparse.Namespace, answer: Mapping[str, object], words: str) -> None:
    """Print the answer as it was asked for."""
    print(json.dumps(answer, ensure_ascii=False) if options.json else words)
