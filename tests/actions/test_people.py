"""Several officers on one PC: each with an own way in, each doing what the role allows, and nobody else."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ocop_desktop.actions import dossiers, office, people, register, reviews
from ocop_desktop.domain.roles import MAY, ROLES
from ocop_desktop.errors import Refused
from ocop_desktop.storage import journal, vault
from ocop_desktop.storage.db import run
from tests.kit.builders import OFFICER, PASSPHRASE, Office, an_office, words

SECOND = "Lý Văn Páo"
SECOND_PHRASE = "suối chảy quanh bản nhỏ"


@pytest.fixture
def here(tmp_path: Path) -> Office:
    return an_office(tmp_path / "o")


def another(here: Office, *roles: str, name: str = SECOND, phrase: str = SECOND_PHRASE) -> Office:
    """The same office as a second officer opens it."""
    made = here.do(people.add, here.key, name, roles, phrase).created
    assert made is not None
    key = office.unlock(here.path, phrase, made)
    db = office.open_writer(here.path, key)
    db.clock = here.clock
    return replace(here, key=key, db=db)


def test_each_enters_by_an_own_passphrase_and_is_named(here: Office) -> None:
    second = another(here, "entry")
    assert second.key == here.key
    assert (here.db.officer, second.db.officer) == (OFFICER, SECOND)
    made = second.do(dossiers.receive, words()).created
    assert made is not None
    assert [line.officer for line in journal.of_dossier(here.db, made)] == [SECOND]
    assert here.db.conn.execute("SELECT DISTINCT officer FROM outbox").fetchall() == [(SECOND,)]
    with pytest.raises(Refused):
        office.unlock(here.path, SECOND_PHRASE, vault.FIRST)
    second.close()


def test_a_terminal_that_names_nobody_is_whoever_the_passphrase_is(here: Office) -> None:
    another(here, "leader").close()
    assert vault.person_of(office.unlock(here.path, PASSPHRASE)) == vault.FIRST
    assert vault.person_of(office.unlock(here.path, SECOND_PHRASE)) != vault.FIRST


def test_ones_wrong_tries_do_not_hold_up_another(here: Office) -> None:
    another(here, "entry").close()
    now = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    person = vault.entrants(here.path)[1].id
    for _ in range(4):
        with pytest.raises(Refused) as caught:
            vault.unlock(here.path, "passphrase", "sai rồi nhé", now, person)
    assert caught.value.code == "passphrase.wait"
    assert vault.unlock(here.path, "passphrase", PASSPHRASE, now, vault.FIRST) == here.key


def test_the_lock_screen_names_people_here_and_nobody_elsewhere(
    here: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    another(here, "entry").close()
    assert [each.name for each in vault.entrants(here.path)] == [OFFICER, SECOND]
    data = vault.vault_file(here.path).read_bytes()
    assert b"Hoang" not in data and OFFICER.encode() not in data and b"Mai" not in data
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(tmp_path / "another PC"))
    assert [each.name for each in vault.entrants(here.path)] == ["", ""]


def test_a_leader_reads_and_reviews_and_writes_nothing(here: Office) -> None:
    made = here.do(dossiers.receive, words()).created
    leader = another(here, "leader")
    page = dossiers.open_dossier(leader.db, made)
    assert page.values["producer.ethnicity"] == "Dao" and not page.editable
    for refused in (
        lambda: leader.do(dossiers.save_draft, made, {"product.name": "Khác"}, {}),
        lambda: leader.do(dossiers.receive, words()),
        lambda: leader.do(register.issue, made, "1", "2026-11-23"),
        lambda: leader.do(office.save_office, {"office.symbol": "X"}),
        lambda: leader.do(people.add, leader.key, "Ai đó", ["admin"], "một câu rất dài"),
    ):
        with pytest.raises(Refused) as caught:
            refused()
        assert caught.value.code.startswith("role.")
    leader.do(reviews.mark, made)
    assert reviews.of(here.db, made) == reviews.Review(by=SECOND, at=here.db.now(), current=True)
    leader.close()


def test_every_act_is_somebodys_and_the_first_officer_can_do_all(here: Office) -> None:
    assert here.db.roles is not None
    assert all(roles and roles <= set(ROLES) and roles & here.db.roles for roles in MAY.values())


def test_a_second_look_holds_for_exactly_what_was_read(here: Office) -> None:
    made = here.do(dossiers.receive, words()).created
    assert made is not None
    here.do(office.save_office, {reviews.NEEDED: True})
    with pytest.raises(Refused, match=r"review\.own"):
        here.do(reviews.mark, made)
    second = another(here, "entry")
    second.do(reviews.mark, made)
    run(here.db, lambda db: reviews.check(db, dossiers.editable(db, made)))
    with pytest.raises(Refused, match=r"review\.needed"):  # who read it does not also seal it
        run(second.db, lambda db: reviews.check(db, dossiers.editable(db, made)))
    here.do(dossiers.save_draft, made, {"product.name": "Chè khác"}, {})
    with pytest.raises(Refused, match=r"review\.stale"):
        run(here.db, lambda db: reviews.check(db, dossiers.editable(db, made)))
    second.close()


def test_work_goes_from_one_to_another_with_a_line(here: Office) -> None:
    made = here.do(dossiers.receive, words()).created
    assert made is not None
    second = another(here, "entry")
    with pytest.raises(Refused, match=r"people\.not_yours"):
        second.do(people.hand_work, [made], SECOND)
    here.do(people.hand_work, people.work_of(here.db, OFFICER), SECOND)
    assert people.work_of(here.db, SECOND) == [made] and people.work_of(here.db, OFFICER) == []
    line = journal.of_dossier(here.db, made)[0]
    assert (line.what, line.officer, line.details) == ("work.handed", OFFICER, {"before": OFFICER, "to": SECOND})
    second.close()


def test_who_left_no_longer_enters_and_keeps_the_name_on_the_work(here: Office) -> None:
    second = another(here, "entry", "admin")
    made = second.do(dossiers.receive, words()).created
    here.do(people.disable, SECOND)
    with pytest.raises(Refused, match=r"passphrase\.wrong"):
        office.unlock(here.path, SECOND_PHRASE)
    assert journal.of_dossier(here.db, str(made))[0].officer == SECOND
    with pytest.raises(Refused, match=r"people\.last_admin"):
        here.do(people.disable, OFFICER)
    with pytest.raises(Refused, match=r"people\.last_admin"):
        here.do(people.set_roles, OFFICER, ["entry"])
    here.do(people.reset, here.key, SECOND, "một câu khác hẳn")
    assert office.unlock(here.path, "một câu khác hẳn") == here.key
    second.close()


def test_a_slot_without_a_line_may_read_only(here: Office) -> None:
    vault.replace(here.path, here.key, "passphrase", SECOND_PHRASE, "unknown")
    db = office.open_writer(here.path, office.unlock(here.path, SECOND_PHRASE, "unknown"))
    with pytest.raises(Refused, match=r"role\.write"):
        run(db, lambda db: dossiers.receive(db, words()))
    db.close()


def test_the_recovery_key_lets_an_officer_set_an_own_new_passphrase(here: Office) -> None:
    second = another(here, "entry")
    person = second.db.person
    second.close()
    key = office.unlock_with_recovery(here.path, here.recovery, "nhớ ra rồi nhé", person)
    assert vault.person_of(key) == person
    assert office.unlock(here.path, PASSPHRASE) == here.key
    db = office.open_writer(here.path, key)
    run(db, lambda db: people.entered(db, "recovery"))
    assert db.conn.execute("SELECT officer, what FROM journal ORDER BY n DESC LIMIT 1").fetchone() == (
        SECOND,
        "person.by_recovery",
    )
    db.close()


def test_two_of_one_name_and_no_role_are_refused(here: Office) -> None:
    with pytest.raises(Refused, match=r"people\.known"):
        here.do(people.add, here.key, "hoàng thị mai", ["entry"], SECOND_PHRASE)
    with pytest.raises(Refused, match=r"people\.roles"):
        here.do(people.add, here.key, SECOND, [], SECOND_PHRASE)
    with pytest.raises(Refused, match=r"passphrase\.short"):
        here.do(people.add, here.key, SECOND, ["entry"], "ngắn")
