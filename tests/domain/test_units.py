"""Finding a commune by a few typed letters among all 3,321."""

import statistics
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_desktop import legal
from ocop_desktop.domain.text import fold
from ocop_desktop.domain.units import Commune, search

UNITS = legal.units()


def names(text: str, limit: int = 20) -> list[str]:
    return [commune.full for commune in search(UNITS, text, limit)]


@pytest.mark.parametrize(
    "typed",
    [
        "tan trao",
        "Tân Trào",
        "TÂN TRÀO",
        "xã tân trào",
        "tan trao tuyen quang",
        "Tân Trào, Tuyên Quang",
        "xã Tân Trào, tỉnh Tuyên Quang",
        "ta\u0302n tra\u0300o",
    ],
)
def test_a_commune_is_found_first_however_it_is_typed(typed: str) -> None:
    assert names(typed)[0] == "Xã Tân Trào, Tỉnh Tuyên Quang"


def test_a_code_finds_its_commune_and_a_part_of_it_several() -> None:
    commune = legal.communes()[100]
    assert search(UNITS, commune.code)[0] == commune
    assert all(found.code.startswith("054") for found in search(UNITS, "054"))


def test_the_same_name_comes_before_names_that_begin_so() -> None:
    found = [fold(commune.short) for commune in search(UNITS, "tan binh", 50)]
    same = found.count("tan binh")
    assert same > 1
    assert found[:same] == ["tan binh"] * same


def test_a_name_that_begins_so_comes_before_a_kind_that_does() -> None:
    assert all(fold(commune.short).startswith("phu") for commune in search(UNITS, "phu", 10))


def test_typed_accents_put_the_same_spelling_first() -> None:
    assert search(UNITS, "tân an")[0].short == "Tân An"
    assert search(UNITS, "tân ân")[0].short == "Tân Ân"


def test_words_may_be_cut_short_and_the_province_may_follow() -> None:
    assert "Xã Tân Trào, Tỉnh Tuyên Quang" in names("tan tr tuyen")
    assert all(name.endswith("Thành phố Huế") for name in names("phong hue"))


def test_nothing_typed_and_nothing_alike_find_nothing() -> None:
    assert names("  ") == []
    assert names("xyzxyz") == []
    assert names("tan", 0) == []
    assert len(names("tan", 7)) == 7


def test_a_commune_is_shown_with_and_without_its_kind() -> None:
    commune = next(c for c in legal.communes() if c.name == "Xã Tân Trào")
    assert (commune.short, commune.kind, commune.province_name) == ("Tân Trào", "xã", "Tỉnh Tuyên Quang")
    assert UNITS.province_by_code["08"].short == "Tuyên Quang"
    assert UNITS.province_by_code["75"].is_city
    assert not UNITS.province_by_code["08"].is_city


def test_a_search_is_done_before_the_next_key_is_pressed() -> None:
    search(UNITS, "a")
    taken: list[float] = []
    for typed in ("t", "ta", "tan", "tan t", "tan tr", "tan tra", "tan trao", "phuong", "xa", "a", "05443"):
        start = time.process_time()
        search(UNITS, typed)
        taken.append(time.process_time() - start)
    assert statistics.median(taken) < 0.030, "processor time; a person presses a key every 100 ms"


@given(st.text(max_size=30))
def test_any_text_can_be_searched(typed: str) -> None:
    assert len(search(UNITS, typed, 5)) <= 5


@given(st.sampled_from(legal.communes()))
def test_every_commune_is_found_by_its_full_name(commune: Commune) -> None:
    assert commune in search(UNITS, commune.full, 5)
