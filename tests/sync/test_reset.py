"""A forgotten passphrase mended over the telephone: a PC without a line, and the province's real server."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_desktop.actions import office, people
from ocop_desktop.errors import Refused
from ocop_desktop.protocol import resets as wire
from ocop_desktop.server import accounts, reset_commands
from ocop_desktop.server import commands as server
from ocop_desktop.server.service import Service
from ocop_desktop.storage import resets, vault
from ocop_desktop.storage.db import run

from .conftest import Commune, TheProvince

FRESH = "suối chảy quanh bản nhỏ"


def answer(province: TheProvince, question: str) -> str:
    service = Service(province.settings)
    try:
        return reset_commands.answer(service, question)[1]
    finally:
        service.close()


@pytest.fixture
def pc(commune: Callable[[str], Commune]) -> Commune:
    """A PC that is enrolled and was opened once since."""
    made = commune("may-1")
    run(made.db, lambda db: people.entered(db, made.key))
    return made


def test_the_answer_read_aloud_opens_once(
    pc: Commune, province: TheProvince, capsys: pytest.CaptureFixture[str]
) -> None:
    question = office.ask_province(pc.path)
    assert len(question.split("-")) == 12 and office.ask_province(pc.path) == question
    told = ["--data", str(province.settings.data), "reset-code", *question.lower().split("-")]
    assert server.run(told) == 0
    code = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Mã: ")).removeprefix("Mã: ")
    key = office.unlock_with_answer(pc.path, code.replace("-", " ").lower(), FRESH)
    assert key == pc.key and office.unlock(pc.path, FRESH) == pc.key
    with pytest.raises(Refused, match=r"reset\.wrong"):
        office.unlock_with_answer(pc.path, code, FRESH)
    run(pc.db, lambda db: people.entered(db, key, "province"))
    assert office.ask_province(pc.path) != question
    assert pc.db.conn.execute("SELECT what FROM journal ORDER BY n DESC LIMIT 1").fetchone() == ("person.by_province",)


def test_an_answer_that_comes_after_a_day_opens_nothing(pc: Commune, province: TheProvince) -> None:
    now = pc.db.clock()
    code = answer(province, resets.ask(pc.path, now))
    late = now + timedelta(hours=wire.HOURS, minutes=1)
    with pytest.raises(Refused, match=r"reset\.wrong"):
        resets.unlock(pc.path, code, late, vault.FIRST)
    resets.ask(pc.path, late)  # the next question: what was asked before is gone from the disk
    with pytest.raises(Refused, match=r"reset\.wrong"):
        resets.unlock(pc.path, code, now, vault.FIRST)


def test_another_pcs_answer_and_one_letter_misheard_open_nothing(
    pc: Commune, commune: Callable[[str], Commune], province: TheProvince
) -> None:
    question = office.ask_province(pc.path)
    pc.at_home()
    other = commune("may-2")
    run(other.db, lambda db: people.entered(db, other.key))
    code = answer(province, office.ask_province(other.path))
    with pytest.raises(Refused, match=r"reset\.wrong"):
        office.unlock_with_answer(pc.path, code, FRESH)
    heard = ("A" if question[0] != "A" else "B") + question[1:]
    with pytest.raises(Refused, match=r"reset\.question"):
        answer(province, heard)
    own = answer(province, question)
    with pytest.raises(Refused, match=r"reset\.unreadable"):
        office.unlock_with_answer(pc.path, own[:-1] + ("A" if own[-1] != "A" else "B"), FRESH)


def test_the_province_does_not_answer_for_a_pc_it_revoked(pc: Commune, province: TheProvince) -> None:
    question = office.ask_province(pc.path)
    service = Service(province.settings)
    device = service.store.read(accounts.all_devices)[0]["device"]
    service.store.write(lambda connection: accounts.revoke(connection, service.settings, device))
    service.close()
    with pytest.raises(Refused, match=r"device\.revoked"):
        answer(province, question)


def test_the_slots_run_out_and_fill_up_when_somebody_opens(pc: Commune) -> None:
    now = pc.db.clock()
    seen = {resets.ask(pc.path, now + timedelta(days=2 * number)) for number in range(resets.SLOTS)}
    assert len(seen) == resets.SLOTS
    with pytest.raises(Refused, match=r"reset\.none"):
        resets.ask(pc.path, now + timedelta(days=30))
    run(pc.db, lambda db: people.entered(db, pc.key))
    assert resets.ask(pc.path, now) not in seen


def test_a_pc_no_province_knows_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"reset\.none"):
        resets.ask(tmp_path / "ocop.db", datetime.now(UTC))


@given(st.binary(min_size=32, max_size=32), st.text(max_size=40))
def test_a_question_is_read_as_it_was_written(point: bytes, device: str) -> None:
    shown = wire.question(device, point)
    assert wire.read_question(shown.replace("-", " ").lower()) == (wire.device_tag(device), point)


def test_keys_of_age_are_read_as_their_bytes() -> None:
    import pyrage
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    identity = pyrage.x25519.Identity.generate()
    private = X25519PrivateKey.from_private_bytes(wire.raw_key(str(identity)))
    assert private.public_key().public_bytes_raw() == wire.raw_key(str(identity.to_public()))
