"""Cleaning, folding and ordering Vietnamese text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ocop_desktop.domain.text import clean, fold, one_line, sort_key

VIETNAMESE = st.text(alphabet="aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵĐÂ bcdx")


def test_accents_case_and_spaces_do_not_matter_to_a_search() -> None:
    assert fold("Xã  Tân Trào") == "xa tan trao"
    assert fold("Đặng Ơn") == "dang on"


def test_names_stand_in_dictionary_order() -> None:
    assert sorted(["Em", "Ánh", "Đào", "Dung", "An"], key=sort_key) == ["An", "Ánh", "Dung", "Đào", "Em"]


def test_a_joiner_between_a_letter_and_its_mark_is_removed_before_composing() -> None:
    assert clean("a\u200d\u0301") == "á"


@given(VIETNAMESE)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(text).isascii()


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_cleaned_text_stays_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert unicodedata.is_normalized("NFC", clean(text))
    assert "\n" not in one_line(text)
