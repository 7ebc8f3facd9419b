"""Open a database from the terminal: passphrase from the environment, from a file, asked for, or this PC's account."""

import getpass
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ocop_desktop.actions import office
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db, Key, translated

PASSPHRASE = "OCOP_PASSPHRASE"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of every command that works on a database."""
    parser.add_argument("--db", type=Path, default=office.default_database(), help="tệp cơ sở dữ liệu")
    parser.add_argument("--passphrase-file", type=Path, help=f"tệp chứa mật khẩu (hoặc đặt biến {PASSPHRASE})")


def key(options: Namespace) -> Key:
    """The database key, by what this terminal offers; a wrong passphrase raises ``Refused``."""
    path: Path = options.db
    if not office.exists(path):
        raise Refused("office.missing", path=str(path))
    if options.passphrase_file:
        return office.unlock(path, passphrase_of(options.passphrase_file))
    if typed := os.environ.get(PASSPHRASE):
        return office.unlock(path, typed)
    try:
        return office.unlock_for_device(path)
    except Refused as error:
        if not sys.stdin.isatty():
            raise
        sys.stderr.write("Cơ sở dữ liệu này mở bằng mật khẩu.\n" if error.code == "passphrase.needed" else "")
    return office.unlock(path, getpass.getpass("Mật khẩu: "))


def passphrase_of(file: Path) -> str:
    """The passphrase in a text file, as any editor writes it. ``Refused``: ``passphrase.file``."""
    try:
        return file.read_text("utf-8-sig").strip("\r\n")
    except (OSError, UnicodeError) as error:
        raise Refused("passphrase.file", file=file.name) from error


@contextmanager
def writer(options: Namespace, known: Key | None = None) -> Iterator[Db]:
    """The writing connection; ``known``: the key, where the command needs it itself."""
    db = office.open_writer(options.db, known or key(options))
    try:
        with translated():
            yield db
    finally:
        db.close()


@contextmanager
def reader(options: Namespace) -> Iterator[Db]:
    """A reading connection."""
    db = office.open_reader(options.db, key(options))
    try:
        with translated():
            yield db
    finally:
        db.close()
