"""The register of outgoing documents: numbers by year and series, what is missing, what is there twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_desktop.domain import letters
from ocop_desktop.domain.letters import Letter
from ocop_desktop.errors import Refused


def line(number: str, symbol: str = "BC-UBND", day: str = "2026-11-20", id_: str = "") -> Letter:
    return Letter(id=id_ or f"{symbol}{number}{day}", number=number, symbol=symbol, issued_on=day)


@pytest.mark.parametrize(("typed", "kept"), [("45", "45"), (" 045 ", "45"), ("45A", "45a"), ("7đ", "7đ")])
def test_a_number_is_kept_without_zeros(typed: str, kept: str) -> None:
    assert letters.clean_number(typed) == kept


@pytest.mark.parametrize("typed", ["", "0", "bốn lăm", "45/BC-UBND", "4 5", "-3", "123456"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refusal:
        letters.clean_number(typed)
    assert refusal.value.code == "letter.number"


def test_each_year_and_each_series_counts_from_one() -> None:
    known = [line("7"), line("9"), line("3", "TTr-UBND"), line("120", day="2025-12-30")]
    assert letters.next_number(known, 2026, "BC-UBND", "symbol") == "10"
    assert letters.next_number(known, 2026, "TTr-UBND", "symbol") == "4"
    assert letters.next_number(known, 2026, "TTr-UBND", "one") == "10"
    assert letters.next_number(known, 2027, "BC-UBND", "symbol") == "1"
    assert letters.next_number(known, 2025, "BC-UBND", "symbol") == "121"


@given(numbers=st.lists(st.integers(1, 40), max_size=25), letter=st.sampled_from(["", "a", "b"]))
def test_gaps_duplicates_and_lines_account_for_every_number(numbers: list[int], letter: str) -> None:
    known = [line(f"{n}{letter}", id_=str(at)) for at, n in enumerate(numbers)]
    missing = {n for gap in letters.gaps(known, "one") for n in range(gap.first, gap.last + 1)}
    assert missing | set(numbers) == (set(range(min(numbers), max(numbers) + 1)) if numbers else set())
    assert not missing & set(numbers)
    twice = {each.number: len(each.letters) for each in letters.duplicates(known, "one")}
    assert twice == {f"{n}{letter}": numbers.count(n) for n in numbers if numbers.count(n) > 1}
    assert int(letters.next_number(known, 2026, "BC-UBND", "one")) > max(numbers, default=0)


def test_a_line_has_the_ten_columns_of_the_decree() -> None:
    assert len(letters.COLUMNS) == 10
    whole = Letter(
        id="1", number="5", symbol="BC-UBND", issued_on="2026-11-02", kind="Báo cáo", summary="Đánh giá hồ sơ",
        signer="Nguyễn Văn Thắng", recipients="UBND tỉnh", keeper="VT", copies=3, sent_on="2026-11-03",
    )  # fmt: skip
    assert letters.cells(whole) == (
        "05/BC-UBND", "02/11/2026", "Báo cáo. Đánh giá hồ sơ", "Nguyễn Văn Thắng", "UBND tỉnh", "VT", "3", "03/11/2026",
        "", "",
    )  # fmt: skip


def test_the_day_is_not_to_come_and_not_before_reception() -> None:
    today = date(2026, 11, 23)
    assert letters.check_day("2026-11-23", today, date(2026, 11, 9)) == "2026-11-23"
    for day, code in (("2026-11-24", "letter.future"), ("2026-11-08", "letter.before")):
        with pytest.raises(Refused) as refusal:
            letters.check_day(day, today, date(2026, 11, 9))
        assert refusal.value.code == code
