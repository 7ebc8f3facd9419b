"""Every code that can reach a person has a sentence, and no sentence waits for a code that nothing raises."""

import ast
import re
import string

import pytest

from ocop_desktop.domain.sentences import SENTENCES, sentence, template
from tests.house.source import PACKAGE, called, calls, modules, name, tree

RAISERS = {"Refused", "Environment", "SyncError", "Damaged", "Problem"}
CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
SENTENCES_FILE = PACKAGE / "domain" / "sentences.py"


def _raised() -> dict[str, str]:
    """Codes raised or reported by the program on the PC, and where. The server's own reach it through ``sync``."""
    found = {}
    for path in modules():
        if "server" in path.parts or path == SENTENCES_FILE:
            continue
        for call in calls(path):
            first = call.args[0] if call.args else None
            for node in ast.walk(first) if called(call) in RAISERS and first is not None else ():
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                    found[node.value] = f"{name(path)}:{call.lineno}"
    return found


def _patterns() -> list[re.Pattern[str]]:
    """Codes that are put together: ``f"check.matter.{field}"``."""
    found = []
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.JoinedStr):
                parts = [str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values]
                if re.fullmatch(r"[a-z0-9_.\0]+", "".join(parts)) and sum(map(str.isalpha, "".join(parts))) > 3:
                    found.append(re.compile("".join(re.escape(p) if p != "\0" else r"[a-z0-9_.]+" for p in parts)))
    return found


def test_every_code_has_a_sentence() -> None:
    silent = {code: where for code, where in _raised().items() if template(code) is None}
    assert not silent


def test_no_sentence_is_orphaned() -> None:
    named = {
        node.value
        for path in modules()
        if path != SENTENCES_FILE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    patterns = _patterns()
    orphans = [code for code in SENTENCES if code not in named and not any(p.fullmatch(code) for p in patterns)]
    assert not orphans


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_can_be_filled(code: str) -> None:
    fields = {field for _, field, _, _ in string.Formatter().parse(SENTENCES[code]) if field}
    words = sentence(code, dict.fromkeys(fields, "X"))
    assert "{" not in words and "…" not in words
