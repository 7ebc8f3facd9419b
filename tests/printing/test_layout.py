"""The report against Nghị định 30/2020/NĐ-CP, Phụ lục I, measured in the PDF itself."""

from datetime import date
from itertools import pairwise

import pytest

from ocop_desktop.domain.forms import Values
from ocop_desktop.printing import fonts, forms
from ocop_desktop.printing.layout import Sheet
from tests.printing import reading, samples
from tests.printing.reading import HEIGHT, MM, WIDTH, Text

FAMILY = fonts.shipped()
LEFT, RIGHT = 30 * MM, WIDTH - 15 * MM


def report(values: Values | None = None, day: date | None = date(2026, 2, 5), **office: object) -> bytes:
    given: Values = {**samples.office(), **{f"office.{key}": str(value) for key, value in office.items()}}
    return forms.render(samples.form("mau-03"), values or samples.values(), given, number="7", day=day)


def one(texts: list[Text], start: str) -> Text:
    found = [text for text in texts if text.text.strip().startswith(start)]
    assert len(found) == 1, (start, found)
    return found[0]


def right_edge(text: Text) -> float:
    return text.x + FAMILY.width(text.text.rstrip(), text.style, text.size)  # type: ignore[arg-type]


def middle(text: Text) -> float:
    return (text.x + right_edge(text)) / 2


@pytest.mark.parametrize("name", samples.FORMS)
@pytest.mark.parametrize("filled", [True, False])
def test_all_text_keeps_the_margins(name: str, filled: bool) -> None:
    pdf = forms.render(samples.form(name), samples.values() if filled else {}, samples.office())
    for text in reading.texts(pdf):
        if text.y < 18 * MM:
            continue  # the page number
        assert text.x >= LEFT - 0.1
        assert text.y - text.size * 0.75 >= 20 * MM - 0.5 and text.y + text.size * 0.25 <= HEIGHT - 20 * MM + 0.5
    for number in range(1, reading.page_count(pdf) + 1):
        image = reading.picture(pdf, number)
        ink = image.point(lambda p: 255 if p < 128 else 0).getbbox()
        left, _, right, bottom = (edge / 2 / MM for edge in ink)
        assert left >= 29.5 and right <= 195.5 and bottom <= 277.5


@pytest.mark.parametrize(
    ("start", "style", "size"),
    [
        ("ỦY BAN NHÂN DÂN", "bold", 13),
        ("XÃ TÂN TRÀO", "bold", 13),
        ("CỘNG HÒA XÃ HỘI", "bold", 13),
        ("Độc lập - Tự do", "bold", 14),
        ("Số: 07/BC-UBND", "regular", 13),
        ("Tân Trào, ngày 05 tháng 02 năm 2026", "italic", 14),
        ("BÁO CÁO", "bold", 14),
        ("Đánh giá một số nội dung", "bold", 14),
        ("Kính gửi:", "regular", 14),
        ("I. THÔNG TIN CHUNG", "bold", 14),
        ("1. Tên chủ thể", "regular", 14),
        ("1. Về sử dụng nguyên liệu", "bold", 14),
        ("TM. ỦY BAN NHÂN DÂN", "bold", 14),
        ("CHỦ TỊCH", "bold", 14),
        ("Ma Văn Đức", "bold", 14),
        ("Nơi nhận:", "bold-italic", 12),
        ("- Như trên;", "regular", 11),
        ("- Lưu: VT, KT.", "regular", 11),
    ],
)
def test_each_part_has_its_size_and_style(start: str, style: str, size: float) -> None:
    found = one(reading.texts(report()), start)
    assert (found.style, found.size) == (style, size)


def test_the_parts_stand_in_their_cells() -> None:
    texts = reading.texts(report())
    agency, unit = one(texts, "ỦY BAN NHÂN DÂN"), one(texts, "XÃ TÂN TRÀO")
    country, motto = one(texts, "CỘNG HÒA"), one(texts, "Độc lập")
    number, place = one(texts, "Số: 07"), one(texts, "Tân Trào, ngày")
    assert agency.y == pytest.approx(country.y) and unit.y > agency.y and motto.y > country.y
    assert number.y == pytest.approx(place.y, abs=0.5) and number.y > max(unit.y, motto.y)
    assert middle(agency) == pytest.approx(middle(unit), abs=0.5) == pytest.approx(middle(number), abs=0.5)
    assert middle(country) == pytest.approx(middle(motto), abs=0.5) == pytest.approx(middle(place), abs=0.5)
    assert right_edge(number) < place.x and right_edge(agency) < country.x
    assert right_edge(country) == pytest.approx(RIGHT, abs=1)
    title, subject, to = one(texts, "BÁO CÁO"), one(texts, "Đánh giá một số"), one(texts, "Kính gửi")
    assert number.y < title.y < subject.y < to.y < one(texts, "I. THÔNG TIN").y
    for text in (title, subject, to):
        assert middle(text) == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    signs, role, name, recipients = (
        one(texts, start) for start in ("TM. ỦY BAN", "CHỦ TỊCH", "Ma Văn Đức", "Nơi nhận:")
    )
    assert recipients.x == pytest.approx(LEFT) and recipients.y == pytest.approx(signs.y, abs=0.6)
    assert middle(signs) == pytest.approx(middle(role), abs=0.5) == pytest.approx(middle(name), abs=0.5)
    assert name.y - role.y > 25 * MM and middle(signs) > WIDTH / 2


def test_rules_have_their_lengths() -> None:
    pdf = report()
    texts, rules = reading.texts(pdf), [rule for rule in reading.rules(pdf) if rule.page == 1]
    below_unit, below_motto, below_title = rules[:3]
    motto = one(texts, "Độc lập")
    assert below_motto.width == pytest.approx(right_edge(motto) - motto.x, abs=0.5)
    assert below_motto.x == pytest.approx(motto.x, abs=0.5) and 0 < below_motto.y - motto.y < 8
    agency = one(texts, "ỦY BAN NHÂN DÂN")
    assert 1 / 3 <= below_unit.width / (right_edge(agency) - agency.x) <= 1 / 2
    assert below_unit.x + below_unit.width / 2 == pytest.approx(middle(agency), abs=0.5)
    subject = [text for text in texts if text.text.startswith(("Đánh giá một số", "tham gia đánh giá, phân"))]
    longest = max(right_edge(text) - text.x for text in subject)
    assert 1 / 3 <= below_title.width / longest <= 1 / 2
    assert below_title.x + below_title.width / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    assert subject[-1].y < below_title.y < one(texts, "Kính gửi").y


def test_paragraphs_are_indented_spaced_and_set_to_both_margins() -> None:
    texts = [text for text in reading.texts(report()) if text.page == 2 and text.y > 18 * MM]
    starts = sorted({round(text.x - LEFT, 1) for text in texts if text.size == 14 and text.x < LEFT + 60})
    assert starts == [0.0, 36.0]  # 1,27 cm
    lines = [text for text in texts if text.x < LEFT + 40 and text.size == 14]
    gaps = [after.y - before.y for before, after in pairwise(lines) if after.y > before.y + 1]
    single = FAMILY.line * 14
    assert min(gaps) == pytest.approx(max(single, 17.5), abs=0.1)
    indented = [
        after.y - before.y for before, after in pairwise(lines) if after.x > LEFT + 30 and after.y > before.y + 1
    ]
    assert min(indented) - min(gaps) >= 6 - 0.1 and min(gaps) <= 1.5 * single
    # ink of a full line reaches both margins
    full = next(i for i, line in enumerate(lines[:-1]) if line.x < LEFT + 1 and lines[i + 1].x < LEFT + 1)
    image = reading.picture(report(), 2, scale=4)
    top = int((lines[full].y - 10) * 4)
    ink = image.crop((0, top, image.width, top + 48)).point(lambda p: 255 if p < 128 else 0).getbbox()
    assert ink[0] / 4 == pytest.approx(LEFT, abs=1.5) and ink[2] / 4 == pytest.approx(RIGHT, abs=1.5)


def long_values(paragraphs: int) -> Values:
    text = samples.values()["dossier.matter.ban_sac.found"]
    assert isinstance(text, str)
    return {**samples.values(), "dossier.matter.ban_sac.found": "\n".join([text] * paragraphs)}


def test_pages_are_numbered_in_the_top_margin_from_the_second() -> None:
    pdf = report(long_values(9))
    texts = reading.texts(pdf)
    numbers = [text for text in texts if text.y < 18 * MM]
    assert reading.page_count(pdf) >= 4
    assert [(text.page, text.text) for text in numbers] == [(n, str(n)) for n in range(2, reading.page_count(pdf) + 1)]
    for text in numbers:
        assert (text.size, text.style) == (14, "regular") and text.y < 20 * MM
        assert middle(text) == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)


def test_no_length_leaves_a_signature_a_heading_or_a_line_alone() -> None:
    sentence = "Giống chè Shan tuyết cổ thụ bản địa sinh trưởng tự nhiên dưới tán rừng. "
    for count in range(1, 46):
        values = {**samples.values(), "dossier.matter.ban_sac.found": "Mở đầu.\n" + sentence * count}
        texts = [text for text in reading.texts(report(values)) if text.y > 18 * MM]
        last_page = texts[-1].page
        signed = one(texts, "TM. ỦY BAN")
        assert signed.page == last_page == one(texts, "Ma Văn Đức").page == one(texts, "- Lưu:").page
        with_it = {round(t.y) for t in texts if t.page == last_page and t.y < signed.y - 1}
        assert len(with_it) >= 2, f"signature alone at {count}"
        for page in range(1, last_page):
            on_page = [text for text in texts if text.page == page]
            lowest = max(on_page, key=lambda text: text.y)
            assert lowest.style != "bold", f"heading last on page {page} at {count}"
            first = min((t for t in texts if t.page == page + 1), key=lambda text: text.y)
            if first.x < LEFT + 1:  # the page begins within a paragraph: two lines here, two there
                rows = sorted({(t.y, t.x) for t in texts if t.page == page + 1})
                assert len(rows) > 1 and rows[1][1] < LEFT + 1, f"widow at {count}"


def test_lines_move_closer_only_where_that_saves_a_page() -> None:
    sheet, tight = Sheet(FAMILY), Sheet(FAMILY, tight=True)
    assert tight.leading(14) == pytest.approx(14 * FAMILY.line)  # single spacing, the least allowed
    assert tight.leading(14) <= sheet.leading(14) <= 14 * FAMILY.line * 1.5
    saved = 0
    sentence = "Giống chè Shan tuyết cổ thụ bản địa sinh trưởng tự nhiên dưới tán rừng. "
    for count in range(1, 4):
        pdf = report({**samples.values(), "dossier.matter.ban_sac.found": sentence * count})
        texts = reading.texts(pdf)
        room = one(texts, "Ma Văn Đức").y - one(texts, "CHỦ TỊCH").y
        saved += room < 29 * MM + 10
    assert 0 < saved < 3


def test_a_long_unit_name_wraps_beside_the_country() -> None:
    pdf = report(unit_name="Phường Thượng Hạ Đông Tây Nam Bắc Hồng Thái Sơn Dương Kim Bình", kind="phường")
    texts = reading.texts(pdf)
    country = one(texts, "CỘNG HÒA")
    names = [t for t in texts if t.page == 1 and t.size == 13 and t.style == "bold" and t.x < country.x]
    assert len(names) >= 3 and all(right_edge(name) < country.x for name in names)
    number, title = one(texts, "Số: 07"), one(texts, "BÁO CÁO")
    place = [t for t in texts if t.style == "italic" and number.y - 1 < t.y < title.y]
    assert number.y > max(name.y for name in names) and place[0].y == pytest.approx(number.y, abs=0.5)
    assert " ".join(t.text for t in place).endswith("Kim Bình, ngày 05 tháng 02 năm 2026") and len(place) > 1
    assert all(t.x > right_edge(number) and right_edge(t) <= RIGHT + 0.5 for t in place)


def test_blanks_leave_room_for_the_clerk() -> None:
    texts = [text for text in reading.texts(report(day=None)) if text.style == "italic"]
    words = [one(texts, start) for start in ("Tân Trào, ngày", "tháng", "năm")]
    gaps = [after.x - right_edge(before) for before, after in pairwise(words)]
    assert all(gap >= 8 * MM for gap in gaps)
