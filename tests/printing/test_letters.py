"""Covering papers against Nghị định 30/2020/NĐ-CP, Phụ lục I and III, measured in the PDF itself."""

from dataclasses import replace
from itertools import pairwise

import pytest

from ocop_desktop import legal
from ocop_desktop.domain.forms import Values
from ocop_desktop.printing import compose, fonts, letter
from ocop_desktop.printing.office import Office
from tests.printing import letters, reading, samples
from tests.printing.reading import HEIGHT, MM, WIDTH, Text

FAMILY = fonts.shipped()
LEFT, RIGHT = 30 * MM, WIDTH - 15 * MM
ALL = legal.letter_ids()


def one(texts: list[Text], start: str) -> Text:
    found = [text for text in texts if text.text.strip().startswith(start)]
    assert len(found) == 1, (start, found)
    return found[0]


def right_edge(text: Text) -> float:
    return text.x + FAMILY.width(text.text.rstrip(), text.style, text.size)  # type: ignore[arg-type]


def middle(text: Text) -> float:
    return (text.x + right_edge(text)) / 2


def test_every_template_says_what_it_is_and_that_no_law_prescribes_its_words() -> None:
    assert len(ALL) == 12
    for name in ALL:
        spec = legal.letter(name)
        assert spec.id == name and spec.version >= 1 and spec.title
        assert spec.source.document in {"Mẫu của chương trình", "Nghị định 30/2020/NĐ-CP"}
        for block in spec.blocks:
            if block.columns:
                assert sum(column.width for column in block.columns) == (252 if spec.wide else 165), name


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("filled", [True, False])
def test_every_paper_prints_inside_the_margins_filled_and_empty(name: str, filled: bool) -> None:
    if filled:
        pdf = letters.pdf(name, count=30)
    else:
        made = compose.compose(legal.letter(name), {}, samples.office())
        pdf = letter.render(made, samples.office())
    wide = legal.letter(name).wide
    tall, across = (210, 297) if wide else (297, 210)
    for number in range(1, reading.page_count(pdf) + 1):
        image = reading.picture(pdf, number)
        assert image.size[0] == pytest.approx(across * MM * 2, abs=2)
        ink = image.point(lambda p: 255 if p < 128 else 0).getbbox()
        left, _, right, bottom = (edge / 2 / MM for edge in ink)
        assert left >= 29.5 and right <= across - 14.3 and bottom <= tall - 19.5
    assert letter.render(made, samples.office()) == pdf if not filled else True
    assert all(text.size >= 11 for text in reading.texts(pdf))


def test_what_a_letter_is_about_stands_six_points_below_its_number() -> None:
    texts = reading.texts(letters.pdf("cong-van-de-nghi"))
    number, about = one(texts, "Số: 07/UBND-KT"), one(texts, "V/v")
    assert (about.style, about.size) == ("regular", 12)
    assert middle(about) == pytest.approx(middle(number), abs=0.6)
    high = 13 * FAMILY.line * 14 / 13
    below_number = number.y - 13 * 0.29 + high / 2
    above_about = about.y - 12 * 0.29 - 12 * FAMILY.line / 2
    assert above_about - below_number == pytest.approx(6, abs=0.3)
    assert not [text for text in texts if text.text.startswith("CÔNG VĂN")]
    place = one(texts, "Tân Trào, ngày 05 tháng 02 năm 2026")
    assert place.y == pytest.approx(number.y, abs=0.5) and place.style == "italic"


def test_one_addressee_on_the_line_and_several_below_the_colon() -> None:
    assert one(reading.texts(letters.pdf("cong-van-de-nghi")), "Kính gửi: Ủy ban nhân dân tỉnh Tuyên Quang").size == 14
    long = "Sở Nông nghiệp và Môi trường tỉnh Tuyên Quang, Văn phòng Điều phối nông thôn mới tỉnh Tuyên Quang"
    made = replace(letters.a_letter("cong-van-de-nghi"), to=("Ủy ban nhân dân tỉnh Tuyên Quang", long))
    texts = reading.texts(letter.render(made, samples.office()))
    head = one(texts, "Kính gửi:")
    first, second = (
        text
        for text in texts
        if text.text.replace("\u00a0", " ").startswith(("- Ủy ban nhân dân tỉnh", "- Sở Nông")) and text.size == 14
    )
    colon = head.x + FAMILY.width("Kính gửi", "regular", 14)
    assert first.x == pytest.approx(colon, abs=0.5) == pytest.approx(second.x, abs=0.5)
    assert first.text.rstrip().endswith(";")
    rest = next(text for text in texts if text.y > second.y)
    assert rest.text.rstrip().endswith(".") and rest.x > second.x


def test_the_grounds_of_a_paper_are_italic_each_on_a_line_of_its_own() -> None:
    texts = reading.texts(letters.pdf("to-trinh-de-nghi"))
    grounds = [text for text in texts if text.text.startswith("Căn cứ")]
    assert len(grounds) == 2 and all((g.style, g.size) == ("italic", 14) for g in grounds)
    assert all(g.x == pytest.approx(LEFT + 12.7 * MM, abs=0.3) for g in grounds)
    italic = " ".join(text.text.strip() for text in texts if text.style == "italic" and text.size == 14)
    assert "mỗi xã một sản phẩm;" in italic and italic.rstrip().endswith(".")


def test_the_subject_has_its_rule_and_the_text_ends_with_its_sign() -> None:
    pdf = letters.pdf("to-trinh-de-nghi")
    texts = reading.texts(pdf)
    name, subject = one(texts, "TỜ TRÌNH"), one(texts, "Về việc đề nghị")
    assert (name.style, name.size, subject.style, subject.size) == ("bold", 14, "bold", 14)
    rule = next(rule for rule in reading.rules(pdf) if subject.y < rule.y < subject.y + 12)
    assert 1 / 3 <= rule.width / (right_edge(subject) - subject.x) <= 1 / 2
    assert rule.x + rule.width / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    assert reading.words(pdf).count("./.") == 1


def test_minutes_have_no_place_and_two_signers_with_the_recipients_below() -> None:
    pdf = letters.pdf("bien-ban-hop")
    texts = reading.texts(pdf)
    assert one(texts, "Số: 07/BB-UBND") and "Tân Trào, ngày" not in reading.words(pdf)
    left, right = one(texts, "THƯ KÝ"), one(texts, "CHỦ TỌA")
    assert left.y == pytest.approx(right.y, abs=0.5) and middle(left) < WIDTH / 2 < middle(right)
    name, kept = one([t for t in texts if t.style == "bold"], "Ma Văn Đức"), one(texts, "- Lưu: VT, Hồ sơ.")
    assert middle(name) == pytest.approx(middle(right), abs=0.5)
    assert one(texts, "Nơi nhận:").y > name.y and kept.x == pytest.approx(LEFT) and kept.size == 11
    order = [
        "Thời gian bắt đầu",
        "Địa điểm",
        "Chủ trì (chủ tọa)",
        "Thư ký (người ghi",
        "Thành phần tham dự",
        "Nội dung",
    ]
    said = reading.words(pdf)
    assert [said.index(part) for part in order] == sorted(said.index(part) for part in order)
    assert "Cuộc họp kết thúc vào" in said and "ngày 20 tháng 11 năm 2026./." in said


def test_another_post_of_the_signer_stands_above_the_name() -> None:
    texts = reading.texts(letters.pdf("to-trinh-hoi-dong"))
    on_behalf, role, post, name = (
        one(texts, start) for start in ("TM. HỘI ĐỒNG", "CHỦ TỊCH", "Phó Chủ tịch Ủy ban", "Nguyễn Thế Giang")
    )
    assert on_behalf.y < role.y < post.y < name.y
    assert {text.style for text in (on_behalf, role, post, name)} == {"bold"}
    assert middle(post) == pytest.approx(middle(name), abs=0.5) == pytest.approx(middle(role), abs=0.5)
    parent, council = one(texts, "ỦY BAN NHÂN DÂN"), one(texts, "HỘI ĐỒNG ĐÁNH GIÁ")
    assert (parent.style, council.style) == ("regular", "bold") and parent.y < council.y


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("chu-tich", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("pho-chu-tich", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("quyen-chu-tich", ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        ("tl", ("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ")),
        ("tuq", ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ")),
    ],
)
def test_on_whose_behalf_and_as_what_the_signer_signs(title: str, lines: tuple[str, ...]) -> None:
    given: Values = {**samples.office(), "office.signer_title": title, "office.signer_post": "Trưởng phòng Kinh tế"}
    assert Office(given).titles == lines


def test_the_symbol_of_a_letter_names_who_drafted_it() -> None:
    assert Office(samples.office()).letter_symbol == "UBND-KT"
    assert Office({**samples.office(), "office.recipients": "Lưu: VT"}).letter_symbol == "UBND"
    assert Office({**samples.office(), "office.letter_symbol": "UBND-VHXH"}).letter_symbol == "UBND-VHXH"


def test_an_appendix_says_which_paper_it_belongs_to_and_counts_its_own_pages() -> None:
    pdf = letters.pdf("quyet-dinh-cong-nhan", count=60)
    texts = reading.texts(pdf)
    label, title = one(texts, "Phụ lục"), one(texts, "DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN")
    assert label.page == title.page == 2 and (label.style, label.size) == ("bold", 14)
    assert middle(label) == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    reference = " ".join(text.text for text in texts if text.style == "italic" and text.page == 2)
    assert "Kèm theo Quyết định số 07/QĐ-UBND ngày 05 tháng 02 năm 2026" in reference
    numbers = [(text.page, text.text) for text in texts if text.y < 18 * MM]
    assert numbers[0] == (3, "2") and [number for _, number in numbers] == [str(n + 2) for n in range(len(numbers))]
    heads = [text.page for text in texts if text.text == "Mã số sản phẩm"]
    assert heads == list(range(2, reading.page_count(pdf) + 1))
    assert "không" not in reference and "KT. CHỦ TỊCH" in reading.words(pdf)


@pytest.mark.parametrize("count", range(1, 40))
def test_no_signature_and_no_table_head_stands_alone(count: int) -> None:
    pdf = letters.pdf("cong-van-de-nghi", count=count, many="true")
    texts = [text for text in reading.texts(pdf) if text.y > 18 * MM]
    last = max(text.page for text in texts)
    above = [text for text in texts if text.page == last and text.y < one(texts, "TM. ỦY BAN").y]
    assert above, "the signature stands alone"
    for page in range(1, last + 1):
        on_page = [text.text for text in texts if text.page == page]
        assert on_page[-1] not in {"TT", "Tên sản phẩm", "Chủ thể", "Bộ sản phẩm", "Lần đánh giá"}
    rows = sorted({(text.page, text.y) for text in texts if text.text.startswith("Chè số")})
    assert len(rows) == count


def test_long_names_wrap_and_nothing_overlaps() -> None:
    office: Values = {
        **samples.office(),
        "office.unit_name": "Đặc khu Bạch Long Vĩ và các đảo phụ cận phía Đông Bắc vịnh Bắc Bộ",
        "office.province_name": "Thành phố Hải Phòng",
    }
    made = compose.compose(
        legal.letter("cong-van-de-nghi"), letters.values(), office, lists=letters.lists(), fields=letters.fields()
    )
    texts = reading.texts(letter.render(made, office))
    left = [text for text in texts if text.page == 1 and text.x < WIDTH / 2 - 60 and text.y < 60 * MM]
    assert "thành phố Hải Phòng" in " ".join(text.text for text in texts)
    country = one(texts, "CỘNG HÒA")
    for text in left:
        assert right_edge(text) < country.x
    ys = sorted(text.y for text in left if text.x < country.x)
    assert all(after - before > 9 for before, after in pairwise(ys) if after != before)
    assert one(texts, "Số:").y > max(text.y for text in left if text.style == "bold")


def test_days_that_are_not_known_leave_room_to_write_them() -> None:
    said = reading.words(letters.pdf("yeu-cau-bo-sung", number="", day=None))
    assert "chậm nhất ngày ........ tháng ........ năm" in said and "là ngày 26 tháng 10 năm 2026." in said
    texts = reading.texts(letters.pdf("yeu-cau-bo-sung", number="", day=None))
    number, symbol = one(texts, "Số:"), one(texts, "/UBND-KT")
    assert symbol.x - right_edge(number) > 8 * MM
    assert number.y < HEIGHT / 2
