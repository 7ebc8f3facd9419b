"""Two records that are one: brought together without losing a history, parted again."""

import pytest

from ocop_desktop.actions import dossiers, duplicates, listing
from ocop_desktop.actions.products import register
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from tests.kit.builders import Office, a_dossier

REASON = "Cùng một hợp tác xã, ghi hai cách"


def two(here: Office) -> tuple[str, str, str, str]:
    one = a_dossier(here.db, producer__name="Hợp tác xã Sơn Trà", product__name="Chè Shan tuyết")
    other = a_dossier(
        here.db, producer__name="HTX SƠN TRÀ", producer__phone="0912 000 999", product__name="Chè ướp sen"
    )
    return one, other, dossiers.producer_of(here.db, one), dossiers.producer_of(here.db, other)


def test_suspects_of_the_area_with_the_reason(here: Office) -> None:
    two(here)
    a_dossier(here.db, producer__name="HTX Tân Tiến", product__name="Mật ong")
    found = duplicates.whole_area(here.db)
    (suspect,) = found.suspects
    assert (suspect.kind, suspect.one.name, suspect.other.name) == ("producer", "Hợp tác xã Sơn Trà", "HTX SƠN TRÀ")
    assert duplicates.why(suspect.reasons) == "cùng một tên"


def test_as_one_types(here: Office) -> None:
    two(here)
    assert [side.name for side, _why in duplicates.near(here.db, "producer", "htx son tra")] == [
        "Hợp tác xã Sơn Trà",
        "HTX SƠN TRÀ",
    ]
    assert duplicates.near(here.db, "producer", "HTX Tân Tiến") == []
    assert duplicates.near(here.db, "product", "chè shan tuyết 2026")[0][0].name == "Chè Shan tuyết"


def test_merging_keeps_both_histories_and_can_be_undone(here: Office) -> None:
    one, other, keep, lose = two(here)
    with pytest.raises(Refused, match=r"reason\.missing"):
        here.do(duplicates.merge, keep, lose, " ")
    done = here.do(duplicates.merge, keep, lose, REASON)
    assert {one, other} <= done.dossiers
    assert {dossiers.producer_of(here.db, each) for each in (one, other)} == {keep}
    assert records.get(here.db, lose).body["name"] == "HTX SƠN TRÀ", "the one that went is still there, as it was"
    assert [hit.id for hit in listing.producers(here.db, "son tra")] == [keep]
    assert duplicates.whole_area(here.db).suspects == ()
    ((kind, gone, kept),) = duplicates.whole_area(here.db).merged
    assert (kind, gone.id, kept.id) == ("producer", lose, keep)
    with pytest.raises(Refused, match=r"duplicate\.merged"):
        here.do(duplicates.merge, keep, lose, REASON)
    here.do(duplicates.part, lose, "Là hai hợp tác xã khác nhau")
    assert dossiers.producer_of(here.db, one) == keep
    assert dossiers.producer_of(here.db, other) == lose
    assert {hit.id for hit in listing.producers(here.db, "son tra")} == {keep, lose}
    assert not [key for key in records.get(here.db, lose).body if key.startswith("merged.")]
    with pytest.raises(Refused, match=r"duplicate\.not_merged"):
        here.do(duplicates.part, lose, "x")


def test_products_become_one_line(here: Office) -> None:
    one = a_dossier(here.db, product__name="Chè Shan tuyết")
    producer = dossiers.producer_of(here.db, one)
    other = a_dossier(here.db, producer, product__name="Chè Shan tuyết 2026")
    first, second = (str(records.get(here.db, each).body["product"]) for each in (one, other))
    assert [each.kind for each in duplicates.whole_area(here.db).suspects] == ["product"]
    here.do(duplicates.merge, first, second, REASON)
    assert {each.id for each in register.of_line(here.db, first)} == {first, second}
    assert len(register.open_product(here.db, first).dossiers) == 2
    here.do(duplicates.part, second, "Hai sản phẩm")
    assert [each.id for each in register.of_line(here.db, first)] == [first]


def test_what_may_not_be_merged(here: Office) -> None:
    one, _other, keep, lose = two(here)
    product = str(records.get(here.db, one).body["product"])
    for left, right, code in ((keep, keep, "same"), (keep, product, "kind"), (keep, "gone", "gone")):
        with pytest.raises(Refused, match=rf"duplicate\.{code}"):
            here.do(duplicates.merge, left, right, REASON)
    there = here.do(lambda db: records.add(db, "producer", {"name": "HTX Sơn Trà"}, unit="00001"))
    with pytest.raises(Refused, match=r"duplicate\.unit"):
        here.do(duplicates.merge, keep, there.id, REASON)
    assert lose


def test_many_producers_of_one_kind_and_fresh_products_are_shown(here: Office) -> None:
    for name in ("Sơn Trà", "Kim Ngân", "Đăng Khoa"):
        a_dossier(
            here.db,
            producer__name=f"HTX {name}",
            product__name=f"Mật ong hoa rừng {name}",
            product__set="rau-cu-qua-hat-tuoi",
        )
    found = duplicates.whole_area(here.db)
    assert [(each.producers, len(each.products)) for each in found.alike] == [(3, 3)]
    assert len(found.raw) == 3
    assert not [each for each in found.suspects if each.kind == "product"], "three producers, three products"
