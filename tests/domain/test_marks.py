"""The code on a paper: short, exact, and nothing of a person in it."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_desktop.domain import marks

ID = "01a200ab-7902-77f6-8f65-e00eead09b83"
HASH = "0f4b16ef" + "a" * 56


@given(
    record=st.uuids().map(str),
    revision=st.integers(1, 9999),
    page=st.integers(1, 999),
    form=st.sampled_from([*marks.PAPERS]),
)
def test_what_is_written_is_read(record: str, revision: int, page: int, form: str) -> None:
    made = marks.mark(f"qd-26-2026/{form}", record, revision, HASH)
    assert made is not None
    assert marks.read(made.text) == made
    on_page = made.on_page(page, 999)
    assert marks.read(on_page.text) == on_page and on_page.whole == made
    assert marks.find(f"keywords {made.text}, others") == made
    assert set(on_page.text) <= set(string.ascii_uppercase + string.digits + "$%*+-./: ")


def test_a_code_of_three_pages_fits_a_small_qr() -> None:
    made = marks.mark("mau-03", ID, 1, HASH)
    assert made is not None and len(made.on_page(1, 3).text) <= 47, "version 3, level Q"


@pytest.mark.parametrize(
    "text",
    ["", "https://example.test", "OCOP3:" + "0" * 25 + ".1.0F4B16EF", "OCOP3:" + "I" * 26 + ".1.0F4B16EF",
     "OCOP3:" + "Z" * 26 + ".1.0F4B16EF", "OCOP3:00000000000000000000000000.1.0f4b16ef"],
)  # fmt: skip
def test_what_is_not_ours_is_not_read(text: str) -> None:
    assert marks.read(text) is None


def test_other_papers_bear_no_code() -> None:
    assert marks.mark("giay-to-con-thieu", ID, 1, HASH) is None
    assert marks.mark("mau-03", "no uuid", 1, HASH) is None
