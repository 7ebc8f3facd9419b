"""How files are cut and named, and what must not stand in them."""

import re

import pytest

from tests.house.source import PACKAGE, ROOT, modules, name, project_files

MOST_LINES = 400
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "base"}

# Written in pieces, so that this file does not hold what it looks for.
FORBIDDEN = tuple(
    re.compile("".join(pieces), re.IGNORECASE)
    for pieces in (
        (r"(?<![\w.:/])/", r"work/"),
        (r"/opt/", r"pypi"),
        (r"pypi", r"\.org"),
        (r"python", r"hosted"),
        (r"arti", r"factory"),
        (r"\b(anth", r"ropic|open", r"ai|chat", r"gpt|clau", r"de|copi", r"lot)\b"),
        (r"\bl", r"lm\b"),
        (r"language ", r"model"),
        (r"sub", r"-?agent"),
        (r"\bintegr", r"ator\b"),
        (r"\b(contract|house|bench|peers)", r"\.md\b"),
    )
)
# Tests may hand such a path to the program, as a name that must not get through.
FOLDERS = re.compile(r"(?<![\w.:])/home/\w+/|[a-z]:\\{1,2}users\\{1,2}\w", re.IGNORECASE)
TEXT = {".py", ".toml", ".md", ".spec", ".csv", ".txt", ".ts", ".svg", ".yml", ".sh", ".mako", ".sha256", ""}


def test_no_file_holds_two_ideas() -> None:
    long = {
        name(path): lines
        for path in modules() + modules(ROOT / "tests")
        if (lines := len(path.read_text("utf-8").splitlines())) > MOST_LINES
    }
    assert not long


def test_every_file_says_what_it_is_about() -> None:
    vague = [name(path) for path in PACKAGE.rglob("*") if path.stem.strip("_") in VAGUE]
    assert not vague


@pytest.mark.parametrize("pattern", FORBIDDEN, ids=lambda pattern: f"{len(pattern.pattern)}")
def test_nothing_speaks_of_one_machine_or_of_tools(pattern: re.Pattern[str]) -> None:
    found = [
        f"{name(path)}: {match.group()}"
        for path in project_files()
        if path.suffix in TEXT and (match := pattern.search(path.read_text("utf-8")))
    ]
    assert not found


def test_the_program_names_no_persons_folder() -> None:
    found = [
        f"{name(path)}: {match.group()}" for path in modules() if (match := FOLDERS.search(path.read_text("utf-8")))
    ]
    assert not found


def test_text_is_utf8_with_unix_line_ends() -> None:
    wrong = [
        name(path) for path in project_files() if path.suffix in TEXT - {".csv", ""} and b"\r\n" in path.read_bytes()
    ]
    assert not wrong
