"""Every command of the server either leaves its line in the audit or is known to change and give out nothing."""

import argparse
import io
import re
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from ocop_desktop.errors import OcopError
from ocop_desktop.protocol import resets
from ocop_desktop.server import audit, commands, console, program_commands
from ocop_desktop.server.store import rows
from ocop_desktop.server.tables import audit as table
from tests.server.conftest import Province
from tests.server.stranger import Stranger, create, move, new_id
from tests.sync.test_rules import HOLIDAYS

LEAVES = {
    "enrol": "enrol.code",
    "revoke": "revoke",
    "alias": "alias",
    "return": "dossier.returned",
    "reset-code": "reset.code",
    "import": "package.import",
    "rescue take": "rescue.take",
    "pack publish": "pack.publish",
    "pack export": "pack.export",
    "program root": "program.root",
    "program publish": "program.publish",
    "backup": "backup",
    "restore": "restore",
    "restored": "restore",
    "console-password": "console.password",
}
"""What a command writes down."""
LOOKS = {"devices", "rescue list", "pack list", "program list", "audit"}
"""What only shows the province's own staff what stands there."""
ELSEWHERE = {f"program {act}" for act in program_commands.OFFLINE}
"""What is done where the release keys are, away from the server."""
NAMES = ("Nguyễn", "Văn Tài", "Máy bộ phận một cửa", "mùa chè", "Ông ", "@", "127.0.0.1")


def leaves(parser: argparse.ArgumentParser, before: str = "") -> set[str]:
    """Every command, with those below it."""
    found: set[str] = set()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                found |= leaves(below, f"{before} {name}".strip()) or {f"{before} {name}".strip()}
    return found


def test_every_command_is_written_down_or_only_looks() -> None:
    assert leaves(commands._parser()) == LEAVES.keys() | LOOKS | ELSEWHERE
    assert set(LEAVES.values()) <= audit.WORDS.keys()


def _acts(province: Province) -> list[str]:
    found = province.administer(lambda service: service.store.read(audit.lines))
    return [row["act"] for row in found[::-1]]


@pytest.fixture
def shared(province: Province) -> list[str]:
    """Where the commands work."""
    return ["--data", str(province.settings.data), "--database", province.settings.database]


def test_each_leaves_its_line_and_no_persons_name(
    province: Province, shared: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc, second, dossier = province.device(), province.device(), new_id()
    fields = {"state": "open", "regime": "qd-26-2026", "workers_total": 31}
    pc.push(create(dossier, "dossier", fields=fields), move(dossier, 1, "open", "sealed"))
    pc.push(move(dossier, 2, "sealed", "handed_over"))
    (tmp_path / "nghi.toml").write_text(HOLIDAYS, encoding="utf-8")
    (tmp_path / "x.ocop").write_bytes(b"no package")
    question = resets.question(pc.device, resets.make_slot(pc.device, _recipient(province))[0])
    monkeypatch.setattr(sys, "stdin", io.StringIO("mùa chè năm nay được giá\n"))
    done: dict[str, Callable[[], list[str]]] = {
        "enrol": lambda: ["--unit", "02275"],
        "return": lambda: [dossier, "--remark", "dossier.workers_total: Ông Nguyễn Văn Tài ghi lại", "--by", "Nguyễn"],
        "reset-code": lambda: [question],
        "pack publish": lambda: [str(tmp_path / "nghi.toml"), "--note", "Nguyễn Văn Tài soạn"],
        "pack export": lambda: [str(tmp_path / "goi.ocoprules")],
        "import": lambda: [str(tmp_path / "x.ocop"), "--out", str(tmp_path / "answer")],
        "backup": lambda: ["--out", str(tmp_path / "Nguyễn.tar")],
        "console-password": list,
        "revoke": lambda: [second.device],
        "alias": lambda: ["02275", "02281"],
        "restored": list,
    }
    for name, arguments in done.items():
        before = _acts(province).count(LEAVES[name])
        commands.run([*name.split(), *shared, *arguments()])
        assert _acts(province).count(LEAVES[name]) > before, name
    with httpx.Client(base_url=province.address) as visitor:
        visitor.post("/console/enter", data={"password": "Nguyễn Văn Tài"})
    assert "console.enter" in _acts(province)
    _names_nobody(province)


def _recipient(province: Province) -> str:
    return str(province.administer(lambda service: service.identity.age_recipient))


def _names_nobody(province: Province) -> None:
    for row in province.administer(lambda service: service.store.read(lambda db: rows(db, table.select()))):
        text = " ".join(str(value) for value in row.values())
        assert not [name for name in NAMES if name in text], text
        assert re.fullmatch(r"[a-z.]+", row["act"]) and re.fullmatch(r"[a-z_.]+", row["outcome"])
        assert re.fullmatch(r"[0-9a-zA-Z:.,_-]*", row["subject"] + row["actor"] + row["unit"]), text


def test_a_refused_act_is_written_down_too(province: Province, shared: list[str], tmp_path: Path) -> None:
    refused = {
        "revoke": [new_id()],
        "return": [new_id(), "--remark", "dossier.workers_total: x"],
        "alias": ["02275", "02275"],
        "pack export": [str(tmp_path / "goi")],
        "enrol": ["--unit", "xa Tan Trao"],
    }
    for name, arguments in refused.items():
        assert commands.run([*name.split(), *shared, *arguments]) == 1, name
        last = province.administer(lambda service: service.store.read(audit.lines))[0]
        assert (last["act"], last["outcome"] != "done") == (LEAVES[name], True), name
    _names_nobody(province)


def test_the_console_that_is_shut_is_written_down(province: Province) -> None:
    """Five guesses, a line each; those that come too soon after are not looked at and write nothing that would grow."""
    for _ in range(7):
        try:
            province.administer(lambda service: console.sign_in(service, "đoán", "127.0.0.1"))
        except OcopError as error:
            assert error.code in {"auth.invalid", "enrol.too_many"}
    found = province.administer(lambda service: service.store.read(audit.lines))
    assert [row["outcome"] for row in found] == ["auth.invalid"] * 5
    _names_nobody(province)


def test_a_stranger_is_named_by_nothing(province: Province) -> None:
    stranger: Stranger = province.stranger()
    stranger.ask_enrolment("Nguyễn Văn Tài")
    _names_nobody(province)
