"""Reception numbers and product codes of one PC: consecutive, kept, never given again."""

from pathlib import Path

import pytest

from ocop_desktop.actions import dossiers, number_twins, numbering
from ocop_desktop.actions.products import joining
from ocop_desktop.errors import Refused
from ocop_desktop.storage import settings
from tests.kit.builders import Office, words


def receive(here: Office, **changes: object) -> tuple[str, str, str]:
    made = here.do(numbering.receive, words(dossier__reception_no=None, **changes)).created
    values = dossiers.open_dossier(here.db, made).values
    return made, str(values.get("dossier.reception_no")), str(values.get("product.code"))


def test_a_dossier_is_received_with_its_number_and_code(here: Office) -> None:
    first, second = receive(here), receive(here, product__name="Gạo nếp")
    assert first[1:] == ("01-2026/PĐK-08-02545-2026", "08-02545-1-2026")
    assert second[1:] == ("02-2026/PĐK-08-02545-2026", "08-02545-2-2026")
    assert dossiers.history(here.db, first[0])[0].what in {"dossier.received", "code.given"}
    found = numbering.numbers(here.db, first[0])
    assert found.left["reception"] == tuple(range(3, 11)) and not found.enrolled and found.pattern_default


def test_every_year_counts_from_one(here: Office) -> None:
    receive(here)
    assert receive(here, dossier__received_on="2026-06-01", dossier__year=2027)[1] == "01-2027/PĐK-08-02545-2027"


def test_numbers_go_on_over_the_end_of_a_block_and_over_numbers_typed_by_hand(here: Office) -> None:
    here.do(dossiers.receive, words(dossier__reception_no="02-2026/PĐK-08-02545-2026"))
    numbers = [receive(here, product__name=f"Sản phẩm {n}")[1][:2] for n in range(12)]
    assert "02" not in numbers and len(set(numbers)) == 12


def test_a_copy_of_yesterday_brought_back_gives_no_number_again(here: Office, tmp_path: Path) -> None:
    receive(here)
    here.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = here.path.read_bytes()
    given = receive(here, product__name="Gạo nếp")[1]
    here.db.close()
    here.path.write_bytes(before)
    for end in ("-wal", "-shm"):
        here.path.with_name(here.path.name + end).unlink(missing_ok=True)
    here.again()
    assert receive(here, product__name="Miến dong")[1] > given


def test_a_database_on_another_account_takes_other_numbers(
    here: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = receive(here)
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(tmp_path / "máy khác"))
    assert receive(here, product__name="Gạo nếp")[1][:2] == "11", "the first block stays with the first PC"
    assert first[1][:2] == "01"


def test_an_enrolled_pc_without_a_block_gives_none_and_says_so(here: Office) -> None:
    here.do(lambda db: settings.write(db, {"sync.device": "d"}))
    made, number, code = receive(here)
    assert (number, code) == ("None", "None")
    with pytest.raises(Refused) as refusal:
        here.do(numbering.give_code, made)
    assert refusal.value.code == "numbers.none"


def test_a_code_is_changed_with_a_reason_and_the_old_one_stays(here: Office) -> None:
    made, _, code = receive(here)
    with pytest.raises(Refused):
        here.do(numbering.set_code, made, "08-02545-9-2026", " ")
    here.do(numbering.set_code, made, "83-829-28780-3-2022", "Theo quyết định cũ")
    found = numbering.numbers(here.db, made)
    assert (found.code, found.old_codes) == ("83-829-28780-3-2022", (code,))
    top = dossiers.history(here.db, made)[0]
    assert (top.what, top.details["before"], top.details["reason"]) == ("code.changed", code, "Theo quyết định cũ")
    other = receive(here, product__name="Gạo nếp")[0]
    with pytest.raises(Refused) as refusal:
        here.do(numbering.set_code, other, "83-829-28780-3-2022", "Nhầm")
    assert refusal.value.code == "code.taken"


def test_the_pattern_is_a_setting_and_says_when_it_is_the_default(here: Office) -> None:
    here.do(numbering.save_pattern, "{STT}/{năm}-OCOP")
    made, number, _ = receive(here)
    assert number == "01/2026-OCOP" and not numbering.numbers(here.db, made).pattern_default
    with pytest.raises(Refused):
        here.do(numbering.save_pattern, "số {STT}")
    here.do(numbering.save_pattern, "")
    assert numbering.pattern(here.db) == "{STT}-{năm}/PĐK-{mã tỉnh}-{mã xã}-{năm}"


def test_numbers_that_met_twice_are_shown(here: Office) -> None:
    made, number, _ = receive(here)
    other = here.do(dossiers.receive, words(dossier__reception_no=number)).created
    found = number_twins.twice(here.db)
    assert [(each.number, each.kind, {id_ for id_, _ in each.dossiers}) for each in found] == [
        (number, "reception", {made, other})
    ]
    assert numbering.numbers(here.db, made).twins == tuple(found)
    here.do(numbering.renumber, other)
    assert number_twins.twice(here.db) == [] and numbering.numbers(here.db, made).reception_no == number
    with pytest.raises(Refused):
        here.do(numbering.renumber, made)


def test_one_product_under_two_laws_may_share_its_code(here: Office) -> None:
    made, _, code = receive(here)
    other = here.do(dossiers.receive, words(product__code=code, dossier__reception_no="7")).created
    [twin] = number_twins.twice(here.db)
    assert (twin.number, twin.kind, {id_ for id_, _ in twin.dossiers}) == (code, "product", {made, other})
    one, two = (str(dossiers.open_dossier(here.db, each).values["dossier.product"]) for each in (made, other))
    here.do(joining.join, one, two, "Một sản phẩm")
    assert number_twins.twice(here.db) == []
