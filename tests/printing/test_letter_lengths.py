"""Every covering paper at every length, with long names: no signature alone, no heading last, nothing outside, no name cut."""

import random
import string
from dataclasses import replace
from functools import partial

import pytest

from ocop_desktop import legal
from ocop_desktop.domain.covering import Entry, Lists
from ocop_desktop.domain.forms import Values
from ocop_desktop.printing import compose, fonts, letter
from tests.printing import letters, reading, samples
from tests.printing.reading import MM, Text

ALL = legal.letter_ids()
SYLLABLES = [
    "Chè",
    "Shan",
    "tuyết",
    "cổ",
    "thụ",
    "Nghiễn",
    "Thượng",
    "Nậm",
    "Khuấy",
    "đặc",
    "sản",
    "truyền",
    "thống",
    "Hợp",
    "tác",
    "xã",
    "nông",
    "nghiệp",
    "dịch",
    "vụ",
    "tổng",
    "hợp",
    "Đường",
    "Nghĩa",
    "Lộ",
    "rượu",
    "ngô",
    "men",
    "lá",
    "Pà",
    "Thẻn",
    "thổ",
    "cẩm",
    "sợi",
    "lanh",
    "khăn",
    "thêu",
    "dệt",
    "thủ",
    "công",
    "mỹ",
    "nghệ",
    "gừng",
    "nghệ",
    "xạ",
    "đen",
]


def long(chance: random.Random, most: int) -> str:
    return " ".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, most)))


def rows(count: int, chance: random.Random) -> Lists:
    made: dict[str, list[dict[str, Entry]]] = {}
    for name, found in letters.lists(count).items():
        made[name] = [
            {
                key: f"{value} {long(chance, 18)}" if isinstance(value, str) and key in LONG else value
                for key, value in row.items()
            }
            for row in found
        ]
    return made


LONG = frozenset({"product", "producer", "name", "requirement", "title", "label", "about", "to", "post"})
FAMILY = fonts.shipped()


def drawn(name: str, count: int, chance: random.Random) -> tuple[letter.Letter, bytes, list[Text]]:
    values: Values = {
        **letters.values(),
        "product.name": long(chance, 30),
        "producer.name": long(chance, 30),
        "producer.address": long(chance, 24),
        "many": "true" if count > 1 else "",
    }
    made = compose.compose(
        legal.letter(name), values, samples.office(), lists=rows(count, chance), fields=letters.fields(), number="7"
    )
    pdf = letter.render(made, samples.office())
    texts = reading.texts(pdf)
    down = reading.HEIGHT - 210 * MM if legal.letter(name).wide else 0  # measured as if every page stood upright
    return made, pdf, [replace(text, y=text.y - down) for text in texts]


def check(name: str, count: int) -> None:
    made, pdf, texts = drawn(name, count, random.Random(f"{name} {count}"))
    wide = legal.letter(name).wide
    across, tall = (297 * MM, 210 * MM) if wide else (210 * MM, 297 * MM)
    body = [text for text in texts if text.y > 18 * MM]
    for text in body:
        right = text.x + FAMILY.width(text.text.rstrip(), text.style, text.size)  # type: ignore[arg-type]
        assert text.x > 29 * MM and right < across - 14 * MM and text.y < tall - 18 * MM, text
    signed = made.signed
    first = next(iter((*signed.titles, *signed.left)), "") if signed is not None else ""
    if first:
        sign = [text for text in body if text.text.strip() == first.strip()][-1]
        on_page = [text for text in body if text.page == sign.page]
        assert any(text.y < sign.y - 2 for text in on_page), f"signature alone: {name} {count}"
        if signed is not None and signed.name:
            named = [text for text in body if text.text.strip() == signed.name and text.page == sign.page]
            assert named, f"the name left its title: {name} {count}"
    pages = {text.page for text in body}
    for page in sorted(pages)[:-1]:
        on_page = [text for text in body if text.page == page]
        lowest = max(text.y for text in on_page)
        last = [text for text in on_page if abs(text.y - lowest) < 1]
        if all(text.style == "bold" for text in last):  # dotted lines to write on are no text: look at the ink
            ink = reading.picture(pdf, page).point(lambda p: 255 if p < 200 else 0).getbbox()
            assert ink[3] / 2 > lowest + 14, f"a heading last on page {page}: {name} {count}: {last}"
    whole = " ".join(text.text for text in texts)
    assert not [word for word in whole.split() if word in string.punctuation and word not in "-/:;.–"], name


@pytest.mark.parametrize("name", ALL)
def test_no_length_breaks_a_paper(name: str) -> None:
    for count in (1, 2, 3, 7, 12, 13, 19, 26, 33, 40):
        check(name, count)


@pytest.mark.long
@pytest.mark.parametrize("count", range(1, 41))
def test_every_length_of_every_paper(count: int) -> None:
    for name in ALL:
        partial(check, name)(count)
