"""Lines and pages: where text breaks, what stays together, what goes on."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_desktop.printing import fonts
from ocop_desktop.printing.layout import Sheet
from ocop_desktop.printing.pages import (
    MARK_SIDE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    Paper,
    Pen,
    Unit,
    onto_pages,
    to_pdf,
    together,
)
from ocop_desktop.printing.typeset import Blank, Box, Run, balanced, lines, natural_width
from tests.printing import reading
from tests.printing.reading import MM

FAMILY = fonts.shipped()
SHEET = Sheet(FAMILY)


def unit(height: float, *, ends: bool = True, before: float = 0, header: Unit | None = None) -> Unit:
    return Unit(height, lambda pen, y: None, before, ends, header)


def text_of(line: object) -> str:
    return "".join(p.item.text for p in line.pieces if isinstance(p.item, Run))  # type: ignore[attr-defined]


@given(
    st.lists(st.text("abcđêạ -/,.\u00a0", min_size=1, max_size=30), min_size=1, max_size=40),
    st.floats(80, 500),
    st.floats(0, 36),
)
@settings(max_examples=150, deadline=None)
def test_no_line_is_too_wide_and_no_letter_is_lost(words: list[str], width: float, first: float) -> None:
    text = " ".join(words)
    made = lines(FAMILY, [Run(text)], width, first=first)
    assert "".join("".join(map(text_of, made)).split()) == "".join(text.split())
    for index, line in enumerate(made):
        assert line.x + line.width <= width + 0.1
        assert line.x == pytest.approx(first if index == 0 else 0)
        if line.stretch:
            assert line.x + line.width == pytest.approx(width, abs=0.1)


def test_a_word_too_wide_is_cut_after_a_hyphen() -> None:
    made = lines(FAMILY, [Run("12-2026/PĐK-08-02269-2026", size=12)], 90, align="left")
    assert [text_of(line) for line in made] == ["12-2026/PĐK-", "08-02269-2026"]


def test_blanks_share_what_is_left_of_a_line() -> None:
    [line] = lines(FAMILY, [Run("Điện thoại: "), Blank(60, fill=True), Run(" Email: "), Blank(60, fill=True)], 400)
    blanks = [piece.width for piece in line.pieces if isinstance(piece.item, Blank)]
    assert blanks[0] == blanks[1] > 60 and line.width == pytest.approx(400) and line.stretch == 0


def test_a_box_stays_with_its_words_over_a_no_break_space() -> None:
    for width in range(60, 300, 7):
        made = lines(FAMILY, [Run("Lần đầu\u00a0"), Box(True), Run(" Nâng hạng\u00a0"), Box(False)], width)
        for line in made:
            assert not isinstance(line.pieces[0].item, Box)


def test_centred_lines_are_about_as_long_as_each_other() -> None:
    subject = "Đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP"
    run = Run(subject, "bold")
    assert natural_width(FAMILY, [run]) > TEXT_WIDTH
    first, second = balanced(FAMILY, [run], TEXT_WIDTH)
    assert abs(first.width - second.width) < 60
    assert first.x + first.width / 2 == pytest.approx(TEXT_WIDTH / 2)


@given(
    st.lists(st.tuples(st.floats(1, 200), st.booleans(), st.floats(0, 30)), min_size=1, max_size=60),
)
@settings(max_examples=200, deadline=None)
def test_pages_hold_everything_once_in_order_and_end_where_allowed(raw: list[tuple[float, bool, float]]) -> None:
    units = [unit(height, ends=ends, before=before) for height, ends, before in raw]
    pages = onto_pages(units)
    assert [id(u) for page in pages for _, u in page] == list(map(id, units))
    for page in pages:
        assert page[-1][0] + page[-1][1].height <= TEXT_HEIGHT + 0.1
        assert page[0][0] == 0
    for page in pages[:-1]:
        if any(u.ends for _, u in page):
            assert page[-1][1].ends


def test_the_titles_of_a_table_come_again_on_every_page() -> None:
    header = unit(20, ends=False)
    units = [header, *(unit(100, header=header) for _ in range(20))]
    pages = onto_pages(units)
    assert len(pages) == 3 and all(page[0][1] is header for page in pages)
    assert all(page[1][0] == 20 for page in pages)


def test_a_paragraph_never_leaves_one_line_behind() -> None:
    units = SHEET.paragraph([Run("chè " * 200)])
    assert [u.ends for u in units] == [False, *[True] * (len(units) - 3), False, True]
    assert [u.ends for u in SHEET.paragraph([Run("chè " * 40)])][:-1] == [False, False][: len(units)]
    assert not SHEET.paragraph([Run("I. TIÊU ĐỀ")], with_next=True)[-1].ends


def test_a_row_taller_than_a_page_goes_on_in_the_next() -> None:
    units = SHEET.table((("TT", 12, "center"), ("Nội dung", 153, "left")), [("1", "chè " * 4000)])
    assert all(u.height < TEXT_HEIGHT for u in units)
    assert len(onto_pages(units)) >= 4


def test_together_keeps_units_on_one_page() -> None:
    pages = onto_pages([unit(600), *together([unit(100), unit(100)])])
    assert [len(page) for page in pages] == [1, 2]


def test_a_mark_is_drawn_on_every_page_where_no_text_stands() -> None:
    drawn: list[tuple[float, float, int]] = []

    def mark(pen: Pen, x: float, y: float, page: int, _pages: int) -> None:
        drawn.append((x, y, page))
        pen.canvas.rect(x, pen.height - y - MARK_SIDE, MARK_SIDE, MARK_SIDE, stroke=0, fill=1)

    for wide in (False, True):
        drawn.clear()
        pdf = to_pdf(FAMILY, [unit(40) for _ in range(40)], Paper(title="x", wide=wide, mark=mark))
        assert [page for _, _, page in drawn] == list(range(1, reading.page_count(pdf) + 1))
        ends = 210 if wide else 297
        assert {(round(x / MM), round(y / MM)) for x, y, _ in drawn} == {(6, ends - 24)}
        assert 6 + 18 < 30, "the mark stays inside the left margin"


def test_an_appendix_counts_its_own_pages() -> None:
    body = [unit(200) for _ in range(6)]
    body[-1] = replace(body[-1], restarts=True)
    pdf = to_pdf(FAMILY, [*body, *(unit(200) for _ in range(7))], Paper(title="x"))
    numbers = [(text.page, text.text) for text in reading.texts(pdf) if text.y < 18 * MM]
    assert numbers == [(2, "2"), (4, "2"), (5, "3")]
