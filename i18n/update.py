"""Bring the translations up to date: lupdate, the sentences, no line numbers, lrelease.

``python i18n/update.py`` rewrites ``en.ts`` and the two ``.qm`` files; ``--check`` only says whether they would change
and which strings have no English yet, and ends with 1 when there is something to do.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
UI = ROOT / "ocop_desktop" / "ui"
SENTENCES = "sentences"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def _tool(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else name


def extract(ts: Path) -> None:
    """Add to ``ts`` what the code says now and drop what it no longer says."""
    sources = sorted(str(path.relative_to(UI)) for path in UI.rglob("*.py"))
    command = [_tool("pyside6-lupdate"), "-no-obsolete", "-locations", "none", *sources, "-ts", str(ts)]
    subprocess.run(command, cwd=UI, check=True, capture_output=True)


def add_sentences(root: ElementTree.Element) -> None:
    """The sentences of the codes are a table without Qt: they become a context here."""
    sys.path.insert(0, str(ROOT))
    from ocop_desktop.domain import sentences

    known = {}
    for context in root.findall("context"):
        if context.findtext("name") == SENTENCES:
            known = {m.findtext("source"): m.findtext("translation") or "" for m in context.findall("message")}
            root.remove(context)
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = SENTENCES
    for source in sorted({*sentences.SENTENCES.values(), sentences.UNKNOWN}):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = source
        translation = ElementTree.SubElement(message, "translation")
        translation.text = known.get(source, "")
        if not translation.text:
            translation.set("type", "unfinished")


def write(root: ElementTree.Element, ts: Path) -> None:
    """Write a file that differs only where a string differs."""
    contexts = sorted(root.findall("context"), key=lambda context: context.findtext("name") or "")
    for context in root.findall("context"):
        root.remove(context)
    for context in contexts:
        messages = sorted(context.findall("message"), key=lambda message: message.findtext("source") or "")
        for message in context.findall("message"):
            context.remove(message)
        context.extend(messages)
        root.append(context)
    ElementTree.indent(root, space="  ")
    text = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
    ts.write_text(f"{HEAD}{text}\n", encoding="utf-8", newline="\n")


def unfinished(root: ElementTree.Element) -> list[str]:
    """The strings without a translation, each with its context."""
    return [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in root.findall("context")
        for message in context.findall("message")
        if not message.findtext("translation")
    ]


def updated(folder: Path) -> tuple[Path, list[str]]:
    """``en.ts`` as it should be, in ``folder``; and what is not translated."""
    fresh = folder / "en.ts"
    if (HERE / "en.ts").exists():
        fresh.write_bytes((HERE / "en.ts").read_bytes())
    extract(fresh)
    root = ElementTree.parse(fresh).getroot()
    assert root is not None
    # lupdate drops the sentences, which no code of the window says; take their English from the file as it was.
    if (HERE / "en.ts").exists():
        old = ElementTree.parse(HERE / "en.ts").getroot()
        assert old is not None
        root.extend(context for context in old.findall("context") if context.findtext("name") == SENTENCES)
        for context in root.findall("context"):
            if context.findtext("name") == SENTENCES and not any(
                m.findtext("translation") for m in context.iter("message")
            ):
                root.remove(context)
    root.set("language", "en_GB")
    root.set("sourcelanguage", "vi_VN")
    add_sentences(root)
    write(root, fresh)
    return fresh, unfinished(root)


def release(ts: Path, qm: Path) -> None:
    """Compile a ``.ts`` file."""
    subprocess.run([_tool("pyside6-lrelease"), "-silent", str(ts), "-qm", str(qm)], check=True, capture_output=True)


def main(arguments: list[str]) -> int:
    """Update, or check."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fresh, missing = updated(folder)
        for source in missing:
            print(f"no English: {source}")
        if "--check" in arguments:
            same = (HERE / "en.ts").exists() and fresh.read_bytes() == (HERE / "en.ts").read_bytes()
            for language, ts in (("en", fresh), ("vi", HERE / "vi.ts")):
                release(ts, folder / f"{language}.qm")
                compiled = HERE / f"{language}.qm"
                same = same and compiled.exists() and compiled.read_bytes() == (folder / f"{language}.qm").read_bytes()
            if not same:
                print("run: python i18n/update.py")
            return 0 if same and not missing else 1
        (HERE / "en.ts").write_bytes(fresh.read_bytes())
        for language in ("vi", "en"):
            release(HERE / f"{language}.ts", HERE / f"{language}.qm")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
