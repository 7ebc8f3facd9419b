"""What people type into each field kind, and what is stored."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_desktop.domain.forms import Choice, Field
from ocop_desktop.domain.kinds import KINDS, YEARS, read
from ocop_desktop.errors import Refused

READS = [
    ("text", "  Chè   Tân Trào ", "Chè Tân Trào"),
    ("text", "Che\u0300 Ta\u0302n", "Chè Tân"),
    ("lines", "Dòng một  \r\n\r\nDòng hai\n\n", "Dòng một\n\nDòng hai"),
    ("date", "9/3/2026", "2026-03-09"),
    ("date", "09-03-2026", "2026-03-09"),
    ("date", "9.3.2026", "2026-03-09"),
    ("date", "09032026", "2026-03-09"),
    ("date", " 09 / 03 / 2026 ", "2026-03-09"),
    ("date", "2026-03-09", "2026-03-09"),
    ("date", "Ngày 09 tháng 3 năm 2026", "2026-03-09"),
    ("date", "29/2/2028", "2028-02-29"),
    ("money", "1.234.567", 1234567),
    ("money", "1 234 567", 1234567),
    ("money", "3000000000 đồng", 3000000000),
    ("money", "500.000đ", 500000),
    ("money", "0", 0),
    ("count", "1.200", 1200),
    ("percent", "79,2", 7920),
    ("percent", "79,25 %", 7925),
    ("percent", "1.234,5", 123450),
    ("percent", "75", 7500),
    ("percent", "0,05", 5),
    ("year", "2026", 2026),
    ("choice", "lan-dau", "lan-dau"),
    ("tick", "có", True),
    ("tick", "x", True),
    ("tick", "Không", False),
    ("phone", "0912 345 678", "0912 345 678"),
    ("phone", "+84 (207) 3.822.822 máy lẻ 12", "+84 (207) 3.822.822 máy lẻ 12"),
    ("email", "htx.tantrao@gmail.com", "htx.tantrao@gmail.com"),
    ("email", "a@xa.vn; b@tinh.gov.vn", "a@xa.vn; b@tinh.gov.vn"),
]

REFUSES = [
    ("date", "9/3/26", "field.date.short_year"),
    ("date", "090326", "field.date.short_year"),
    ("date", "31/2/2026", "field.date.impossible"),
    ("date", "29/2/2026", "field.date.impossible"),
    ("date", "0/3/2026", "field.date.impossible"),
    ("date", "3/25/2026", "field.date.no_month"),
    ("date", "9/3/0206", "field.date.year_range"),
    ("date", "9/3", "field.date.no_year"),
    ("date", "hôm qua", "field.date.unreadable"),
    ("date", "٠٩/٠٣/٢٠٢٦", "field.date.unreadable"),
    ("money", "-5", "field.number.negative"),
    ("money", "1,5", "field.number.decimals"),
    ("money", "1,234,567", "field.number.comma_groups"),
    ("money", "1.5", "field.number.groups"),
    ("money", "12.34.567", "field.number.groups"),
    ("money", "mười", "field.number.unreadable"),
    ("money", "9" * 5000, "field.number.too_big"),
    ("count", "1000000001", "field.number.too_big"),
    ("percent", "1.5", "field.percent.dot"),
    ("percent", "1,2345", "field.percent.decimals"),
    ("percent", "1,", "field.number.unreadable"),
    ("percent", ",5", "field.number.unreadable"),
    ("year", "26", "field.year.short"),
    ("year", "3026", "field.year.range"),
    ("year", "nay", "field.year.unreadable"),
    ("tick", "có lẽ", "field.tick.unreadable"),
    ("phone", "không có", "field.phone.unreadable"),
    ("email", "tantrao", "field.email.unreadable"),
    ("email", "a@b", "field.email.unreadable"),
    ("email", "hợptác@gmail.com", "field.email.accents"),
]


@pytest.mark.parametrize(("kind", "typed", "value"), READS)
def test_reads(kind: str, typed: str, value: object) -> None:
    assert KINDS[kind].parse(typed) == value


@pytest.mark.parametrize(("kind", "typed", "code"), REFUSES)
def test_refuses(kind: str, typed: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        KINDS[kind].parse(typed)
    assert refusal.value.code == code


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u200b"])
def test_nothing_typed_is_no_value(kind: str, typed: str) -> None:
    assert KINDS[kind].parse(typed) is (False if kind == "tick" else None)


@pytest.mark.parametrize("kind", KINDS)
def test_no_value_shows_nothing(kind: str) -> None:
    assert KINDS[kind].show(None) == ""


def test_a_refusal_names_the_impossible_day() -> None:
    with pytest.raises(Refused) as refusal:
        KINDS["date"].parse("31/2/2026")
    assert refusal.value.details == {"day": 31, "month": 2, "year": 2026, "last": 28}


def test_a_dot_decimal_is_refused_with_the_comma_form() -> None:
    with pytest.raises(Refused) as refusal:
        KINDS["percent"].parse("1.5")
    assert refusal.value.details == {"hint": "1,5"}


def test_a_value_of_another_type_is_shown_not_an_error() -> None:
    assert KINDS["date"].show("không rõ") == "không rõ"
    assert KINDS["money"].show("nhiều") == "nhiều"


def test_a_field_checks_length_after_cleaning() -> None:
    field = Field(key="product.name", label="Tên sản phẩm", max_length=5)
    assert read(field, "tie\u0302\u0301ng") == "tiếng"
    with pytest.raises(Refused) as refusal:
        read(field, "tiếng Việt")
    assert refusal.value.code == "field.too_long"


def test_a_field_knows_its_choices() -> None:
    field = Field(key="producer.gender", label="Giới tính", kind="choice", choices=(Choice("nam", "Nam"),))
    assert read(field, "nam") == "nam"
    assert read(field, "") is None
    with pytest.raises(Refused) as refusal:
        read(field, "khác")
    assert refusal.value.code == "field.choice.unknown"


@given(st.dates(min_value=date(YEARS[0], 1, 1), max_value=date(YEARS[-1], 12, 31)))
def test_every_date_comes_back(day: date) -> None:
    kind = KINDS["date"]
    assert kind.parse(kind.show(day.isoformat())) == day.isoformat()


@given(st.integers(min_value=0, max_value=10**15))
def test_every_amount_comes_back(amount: int) -> None:
    kind = KINDS["money"]
    assert kind.parse(kind.show(amount)) == amount


@given(st.integers(min_value=0, max_value=10**8))
def test_every_percentage_comes_back(hundredths: int) -> None:
    kind = KINDS["percent"]
    assert kind.parse(kind.show(hundredths)) == hundredths


@given(st.sampled_from(sorted(KINDS)), st.text())
def test_whatever_is_typed_is_read_back_or_refused(name: str, typed: str) -> None:
    kind = KINDS[name]
    try:
        value = kind.parse(typed)
    except Refused:
        return
    assert kind.parse(kind.show(value)) == value
