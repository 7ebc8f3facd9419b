"""Every code has a sentence; every string is in English too; Qt's own words are Vietnamese."""

import ast
import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from ocop_desktop import paths
from ocop_desktop.domain import sentences
from ocop_desktop.errors import Refused
from ocop_desktop.ui import languages, texts

ROOT = Path(sentences.__file__).parents[2]
ERRORS = {"Refused", "Environment", "SyncError", "Damaged", "OcopError", "Problem"}
# What the server answers over HTTP is for the client, which says it in sentences of its own (sync.…).
OUTSIDE = {"server", "protocol"}
BLANK = re.compile(r"\{(\w+)\}")


def raised() -> Iterator[tuple[str, str]]:
    """Every code written in a call of an error or of a problem, with its place."""
    for path in sorted(ROOT.rglob("*.py")):
        if path.relative_to(ROOT).parts[0] in OUTSIDE:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS and node.args:
                for each in ast.walk(node.args[0]):
                    if isinstance(each, ast.Constant) and isinstance(each.value, str) and "." in each.value.strip("."):
                        yield each.value, f"{path.name}:{node.lineno}"


def test_every_raised_code_has_its_own_sentence() -> None:
    missing = {
        f"{code} ({place})" for code, place in raised() if code not in sentences.SENTENCES and not code.endswith(".")
    }
    assert missing == set()


def test_sentences_are_filled_and_end_as_sentences_do() -> None:
    for code, words in sentences.SENTENCES.items():
        assert words == words.strip()
        assert "{" not in sentences.sentence(code, dict.fromkeys(BLANK.findall(words), "1")), code
        assert code.startswith(("check.", "figure.")) or words[-1] in '.?”…"', code


def test_an_unknown_code_names_itself_and_a_missing_detail_does_no_harm() -> None:
    assert "no.such" in sentences.sentence("no.such", {})
    assert "…" in sentences.sentence("passphrase.wait", {})
    assert sentences.template("sync.busy.later") == sentences.SENTENCES["sync.busy"]


def test_no_string_is_built_before_it_is_translated() -> None:
    wrong = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = (
                node.args[0] if name == "tr" else node.args[1] if name == "translate" and len(node.args) > 1 else None
            )
            if isinstance(given, ast.JoinedStr | ast.BinOp):
                wrong.append(f"{path.name}:{node.lineno}")
    assert wrong == []


def test_translations_are_complete_and_compiled() -> None:
    update = paths.translations() / "update.py"
    done = subprocess.run(
        [sys.executable, str(update), "--check"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_placeholders_survive_translation() -> None:
    spec = importlib.util.spec_from_file_location("update", paths.translations() / "update.py")
    assert spec is not None
    from xml.etree import ElementTree

    root = ElementTree.parse(paths.translations() / "en.ts").getroot()
    for message in root.iter("message"):
        source, english = message.findtext("source") or "", message.findtext("translation") or ""
        assert sorted(BLANK.findall(source)) == sorted(BLANK.findall(english)), source


@pytest.fixture
def back_to_vietnamese(qapp: QApplication) -> Iterator[None]:
    yield
    languages.use("vi")


def test_english_speaks_english(qapp: QApplication, back_to_vietnamese: None) -> None:
    languages.use("en")
    assert texts.stage("sealed") == "Sealed, to be signed"
    assert "8" in texts.error(Refused("passphrase.short", least=8))
    assert "at least" in texts.error(Refused("passphrase.short", least=8))


def test_qt_says_its_own_words_in_vietnamese(qapp: QApplication, back_to_vietnamese: None) -> None:
    languages.use("vi")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Close)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Hủy"
    assert box.button(QDialogButtonBox.StandardButton.Close).text() == "Đóng"
    assert QCoreApplication.translate("QLineEdit", "&Paste") == "&Dán"
    box.deleteLater()


def test_compiled_files_load(qapp: QApplication) -> None:
    for language in languages.LOCALES:
        assert QTranslator().load(str(paths.translations() / f"{language}.qm"))
