"""A verb of a group of commands: it opens the database and answers with ``--json`` too."""

import argparse

from ocop_desktop.cli import opening
from ocop_desktop.cli.answers import add_json


def add_verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, action: object, words: str
) -> argparse.ArgumentParser:
    """Add it; ``action`` takes the options and gives the exit status, ``words`` say what it does."""
    one = verbs.add_parser(name, help=words)
    opening.add_arguments(one)
    add_json(one)
    one.set_defaults(run=action)
    return one
