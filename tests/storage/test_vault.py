"""Key slots: who gets in, who waits, and what a damaged key file says."""

import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_desktop.actions import office
from ocop_desktop.errors import Damaged, OcopError, Refused
from ocop_desktop.storage import db as database
from ocop_desktop.storage import vault
from tests.kit.builders import PASSPHRASE, Office

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def unlock(here: Office, secret: str, at: datetime = NOW, who: vault.Who = "passphrase") -> bytes:
    return vault.unlock(here.path, who, secret, at)


def refusal(here: Office, secret: str, at: datetime = NOW, who: vault.Who = "passphrase") -> Refused:
    with pytest.raises(Refused) as caught:
        unlock(here, secret, at, who)
    return caught.value


def test_the_right_words_open_in_either_unicode_form(here: Office) -> None:
    assert unlock(here, unicodedata.normalize("NFC", PASSPHRASE)) == here.key
    assert unlock(here, unicodedata.normalize("NFD", PASSPHRASE)) == here.key
    assert unlock(here, f"  {PASSPHRASE} ") == here.key


@pytest.mark.parametrize(
    "secret", ["", "chè shan tuyết năm nay", "che Shan tuyet nam nay", PASSPHRASE + ".", "x" * 5000]
)
def test_other_words_do_not_open(here: Office, secret: str) -> None:
    assert refusal(here, secret).code == "passphrase.wrong"


def test_waits_grow_and_the_right_words_end_them(here: Office) -> None:
    at, waits = NOW, []
    for _ in range(5):
        error = refusal(here, "sai rồi nhé", at)
        waits.append(error.details["wait_seconds"])
        at += timedelta(seconds=int(str(waits[-1])))
    assert waits == [0, 0, 2, 4, 8]
    early = refusal(here, PASSPHRASE, at - timedelta(seconds=3))
    assert (early.code, early.details["seconds"]) == ("passphrase.wait", 4)
    assert unlock(here, PASSPHRASE, at) == here.key
    assert refusal(here, "sai rồi nhé", at).details["wait_seconds"] == 0


def test_the_longest_wait_is_five_minutes(here: Office) -> None:
    write_tries(here, failed=5000, not_before=NOW + timedelta(seconds=300))
    assert refusal(here, PASSPHRASE).details["seconds"] == 301
    assert refusal(here, "sai", NOW + timedelta(seconds=300)).details["wait_seconds"] == 300


def test_a_clock_set_back_a_year_does_not_lock_the_officer_out(here: Office) -> None:
    write_tries(here, failed=4, not_before=NOW + timedelta(days=365))
    assert refusal(here, PASSPHRASE).details["seconds"] == 5
    assert unlock(here, PASSPHRASE, NOW + timedelta(seconds=5)) == here.key


@pytest.mark.parametrize(
    "text", ["", "{", '{"failed":3,"not_before":"hôm qua"}', '{"failed":3,"not_before":"2026-01-01"}', "null"]
)
def test_a_garbled_file_of_tries_locks_nobody_out(here: Office, text: str) -> None:
    here.path.with_name("ocop.db.tries").write_text(text, "utf-8")
    assert unlock(here, PASSPHRASE) == here.key


def write_tries(here: Office, *, failed: int, not_before: datetime) -> None:
    data = {"failed": failed, "not_before": not_before.isoformat()}
    here.path.with_name("ocop.db.tries").write_bytes(msgspec.json.encode(data))


def test_the_recovery_key_as_people_copy_it(here: Office) -> None:
    key = here.recovery
    assert len(key.replace("-", "")) == 30
    misread = key.replace("0", "O").replace("1", "l")
    for typed in (
        key,
        key.lower(),
        key.replace("-", ""),
        key.replace("-", " "),
        misread,
        key.replace("1", "I"),
        f" {key}\n",
    ):
        assert unlock(here, typed, who="recovery") == here.key


def test_a_recovery_key_that_is_not_whole_is_named_so_and_costs_nothing(here: Office) -> None:
    assert refusal(here, here.recovery[:-1], who="recovery").code == "recovery.unreadable"
    assert refusal(here, "", who="recovery").code == "recovery.unreadable"
    other = vault.new_recovery_key()
    assert refusal(here, other, who="recovery").code == "recovery.wrong"


def test_the_printed_key_is_not_made_to_wait_for_wrong_passphrases(here: Office) -> None:
    write_tries(here, failed=12, not_before=NOW + timedelta(seconds=300))
    assert unlock(here, here.recovery, who="recovery") == here.key
    assert unlock(here, PASSPHRASE) == here.key, "and using it ends the wait"


def test_a_new_passphrase_leaves_the_recovery_key_as_it_was(here: Office) -> None:
    office.change_passphrase(here.path, here.key, "một câu hoàn toàn mới")
    assert refusal(here, PASSPHRASE).code == "passphrase.wrong"
    assert office.unlock(here.path, "một câu hoàn toàn mới") == here.key
    assert office.unlock_with_recovery(here.path, here.recovery, "lại câu khác nữa") == here.key
    assert office.unlock(here.path, "lại câu khác nữa") == here.key
    with pytest.raises(Refused, match=r"passphrase\.short"):
        office.change_passphrase(here.path, here.key, "  bảy ch ")


def test_a_short_new_passphrase_is_refused_before_the_recovery_key_is_tried(here: Office) -> None:
    with pytest.raises(Refused, match=r"passphrase\.short"):
        office.unlock_with_recovery(here.path, here.recovery, "ngắn")


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"",
        lambda data: data[:-20],
        lambda data: b"\x00" * len(data),
        lambda data: b"null",
        lambda data: b'{"version":1,"slots":[]}',
        lambda data: data.replace(b'"version":1', b'"version":9'),
        lambda data: data.replace(b'"passes":3', b'"passes":0'),
        lambda data: data.replace(b'"passes":3', b'"passes":-3'),
        lambda data: data.replace(b'"passes":3', b'"passes":4000000000'),
        lambda data: data.replace(b'"memory_kib":65536', b'"memory_kib":999999999'),
        lambda data: data.replace(b'"memory_kib":65536', b'"memory_kib":0'),
        lambda data: data.replace(b'"lanes":1', b'"lanes":0'),
        lambda data: data.replace(b'"salt":"', b'"salt":"","x":"'),
        lambda data: msgspec.json.encode(shorten(msgspec.json.decode(data), "nonce")),
        lambda data: msgspec.json.encode(shorten(msgspec.json.decode(data), "salt")),
    ],
)  # fmt: skip
def test_a_damaged_key_file_says_so(here: Office, change) -> None:  # type: ignore[no-untyped-def]
    file = vault.vault_file(here.path)
    file.write_bytes(change(file.read_bytes()))
    with pytest.raises(Damaged) as caught:
        unlock(here, PASSPHRASE)
    assert caught.value.code == "vault.unreadable"


def shorten(keys: dict[str, list[dict[str, object]]], field: str) -> object:
    for slot in keys["slots"]:
        slot[field] = "AAAA"
    return keys


def test_a_missing_key_file_says_so(here: Office) -> None:
    vault.vault_file(here.path).unlink()
    with pytest.raises(Damaged, match=r"vault\.missing"):
        unlock(here, PASSPHRASE)


def test_a_sealed_key_moved_to_another_slot_opens_nothing(here: Office) -> None:
    file = vault.vault_file(here.path)
    file.write_bytes(file.read_bytes().replace(b'"who":"passphrase"', b'"who":"device"'))
    assert refusal(here, PASSPHRASE, who="device").code == "passphrase.other_device"


def test_a_device_slot_opens_here_and_not_on_another_profile(
    here: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused, match=r"passphrase\.needed"):
        office.unlock_for_device(here.path)
    vault.add_device(here.path, here.key)
    assert office.unlock_for_device(here.path) == here.key
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(tmp_path / "another account"))
    for _ in range(4):
        with pytest.raises(Refused, match=r"passphrase\.other_device"):
            office.unlock_for_device(here.path)
    assert office.unlock(here.path, PASSPHRASE) == here.key, "another PC's tries do not slow the officer down"


def test_the_device_secret_is_for_this_account_only(home: Path) -> None:
    secret = vault.device_secret(home / "device")
    assert vault.device_secret(home / "device") == secret
    assert (home / "device" / "device.secret").stat().st_mode & 0o077 == 0


@given(st.text(min_size=8, max_size=40).filter(lambda text: not text.isspace()))
def test_any_passphrase_long_enough_is_one_secret_in_every_unicode_form(text: str) -> None:
    try:
        vault.check_passphrase(text)
    except OcopError:
        return
    forms = {vault._secret_bytes("passphrase", unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}  # type: ignore[arg-type]
    assert len(forms) == 1


def test_another_database_s_key_does_not_open_this_one(here: Office) -> None:
    with pytest.raises(Damaged, match=r"database\.damaged"):
        database.open_reader(here.path, vault.new_key())
