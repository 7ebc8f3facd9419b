"""A new command is looked at: whether it can print what the law calls sensitive (tests/sync/test_sensitive_everywhere.py)."""

import argparse
from collections.abc import Iterator

from ocop_desktop.cli.commands import _parser
from tests.kit.commands import BY_LAW, READS, WRITES


def leaves(parser: argparse.ArgumentParser, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every command, with the words that lead to it."""
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not groups:
        yield " ".join(path)
    for group in groups:
        for name, below in group.choices.items():
            yield from leaves(below, (*path, name))


def test_every_command_is_looked_at_here() -> None:
    known = READS.keys() | WRITES | BY_LAW
    assert set(leaves(_parser())) == known, "add it to tests/kit/commands.py"
