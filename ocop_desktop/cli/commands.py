"""The commands of the terminal: arguments in, one action, an answer in words or as one JSON object."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Sequence

from ocop_desktop import __version__
from ocop_desktop.cli import (
    area,
    care,
    clock,
    conflicts,
    dossier,
    exchange,
    journal,
    law,
    lists,
    numbers,
    papers,
    people,
    person,
    printing,
    products,
    programme,
    reports,
    rules,
    setup,
    stick,
    story,
    updates,
)
from ocop_desktop.domain import sentences
from ocop_desktop.errors import OcopError

# In the order of the help; each adds its own commands.
GROUPS = (
    story,
    law,
    lists,
    setup,
    dossier,
    printing,
    papers,
    exchange,
    conflicts,
    stick,
    journal,
    clock,
    numbers,
    products,
    programme,
    reports,
    rules,
    updates,
    care,
    area,
    people,
    person,
)

Command = Callable[[argparse.Namespace], int]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ocop-desktop",
        description="Không có lệnh nào: mở cửa sổ chương trình.",
        epilog="Chi tiết từng lệnh: ocop-desktop LỆNH --help",
    )
    parser.add_argument("--version", action="version", version=f"OCOP Desktop {__version__}")
    commands = parser.add_subparsers(dest="command", title="lệnh", required=True)
    for group in GROUPS:
        group.add_commands(commands)
    commands.add_parser("server", help="máy chủ của tỉnh (ocop-desktop server --help)", add_help=False)
    return parser


def main(argv: Sequence[str]) -> int:
    """Do one command; the exit status: 0 done, 1 refused with a sentence, 2 wrong arguments."""
    for stream in (sys.stdout, sys.stderr):
        # Windows gives a redirected stream the code page of the machine, which has no Vietnamese.
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8")
    if argv and argv[0] == "server":
        # Its own extra of the installation, its own arguments.
        from ocop_desktop.server import commands as server

        return server.run(list(argv[1:]))
    options = _parser().parse_args(argv)
    command: Command = options.run
    try:
        status = command(options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        # Whoever read us has had enough (``| head``); Python must not try to write the rest at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OcopError as error:
        sentence = sentences.sentence(error.code, error.details)
        if getattr(options, "json", False):
            print(json.dumps({"error": error.code, "message": sentence}, ensure_ascii=False))
        print(sentence, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng; những gì đã lưu vẫn còn nguyên.", file=sys.stderr)
        return 130
