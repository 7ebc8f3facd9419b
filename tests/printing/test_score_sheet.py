"""The score sheets of Phụ lục II: the rubric's own words in its order, blank and filled in, for every product set."""

import pytest

from ocop_desktop import legal
from ocop_desktop.domain.criteria import CriteriaSet, Criterion
from ocop_desktop.domain.forms import Values
from ocop_desktop.printing import score_sheet
from ocop_desktop.printing.score_sheet import Scored
from tests.printing import reading, samples
from tests.printing.reading import bare

LAW = "qd-26-2026"
SETS = [one.code for one in legal.criteria_sets(LAW)]
OLD = [("qd-148", "ca-phe-ca-cao"), ("qd-1048-781", "mat-ong")]


def sheet(
    code: str, values: Values | None = None, scored: Scored | None = None, regime: str = LAW
) -> tuple[CriteriaSet, bytes]:
    criteria = legal.criteria_set(regime, code)
    office = samples.office()
    return criteria, score_sheet.render(criteria, legal.regime(regime), values or {}, office, scored=scored)


def in_order(said: str, parts: list[str]) -> None:
    at = 0
    for part in parts:
        found = said.find(bare(part), at)
        assert found >= 0, part
        at = found + 1


def words_of(criterion: Criterion) -> list[str]:
    found = [] if criterion.whole_section else [f"{criterion.no}.", criterion.title]
    found += [option.text + "*" * (option.min_star or 0) for option in criterion.every_option()]
    for nested in criterion.criteria:
        found += words_of(nested)
    return found


@pytest.mark.parametrize("code", SETS)
def test_a_blank_sheet_has_every_word_of_its_rubric_in_order(code: str) -> None:
    criteria, pdf = sheet(code)
    said = bare(reading.words(pdf))
    in_order(
        said,
        [
            f"{criteria.no}. Bộ sản phẩm: {criteria.name}",
            "Tên sản phẩm:",
            "Mã số sản phẩm",
            "(T).-.(X).-.(STT).-20",
            "Quyết định số 19/2025/QĐ-TTg ngày 30/6/2025",
            "Tên chủ thể sản xuất:",
            "Số điện thoại:",
            "Địa chỉ:",
            *(f"Hồ sơ bị loại khi: {each.text}" for each in criteria.disqualify),
            "Các tiêu chí",
            "Thang điểm",
            "TỔNG CỘNG",
            "Ghi chú: Dấu sao là yêu cầu tối thiểu phải đạt theo các cấp độ sao (*** - 3 sao; **** - 4 sao; ***** - 5 sao)",
            "Ý kiến của người đánh giá:",
            "Người đánh giá",
            "(Ký và ghi rõ họ tên)",
        ],
    )
    for part in criteria.parts:
        for section in part.sections:
            assert bare(f"{section.no}. {section.title.upper()}") in said
            for criterion in section.criteria:
                for words in words_of(criterion):
                    assert bare(words) in said, words
    options = [option for leaf in criteria.leaves() for option in leaf.every_option()]
    boxes = reading.boxes(pdf)
    assert len(boxes) == len(options) and not any(ticked for _, _, ticked in boxes)
    assert "Điểm chấm" not in reading.words(pdf)


def test_a_filled_sheet_ticks_what_was_chosen_and_adds_up() -> None:
    answers = score_sheet.of_producer(samples.sheet())
    criteria, pdf = sheet("che-tuoi-che-che-bien", {**samples.values(), "product.code": "08-02269-3-2026"}, answers)
    said = reading.words(pdf)
    assert "Điểm do chủ thể tự chấm, không phải kết quả công nhận" in said
    assert "Mã số sản phẩm: 08-02269-3-2026" in said and "Chè Shan tuyết Hồng Thái" in said
    leaves = list(criteria.leaves())
    given = [leaf.points(answers.answers.get(leaf.id)) for leaf in leaves]
    ticked = [option for leaf in leaves for option in leaf.every_option() if answers.answers.get(leaf.id) == option.id]
    yes = [leaf for leaf in leaves if answers.answers.get(leaf.id) in {"yes", "no"}]
    assert sum(tick for _, _, tick in reading.boxes(pdf)) == len(ticked) + len(yes)
    texts = [text.text.strip() for text in reading.texts(pdf)]
    at = texts.index("TỔNG CỘNG")
    assert texts[at + 1 : at + 3] == ["100", str(sum(each or 0 for each in given))]


def test_a_members_sheet_carries_the_name_and_the_opinion() -> None:
    scored = Scored(answers={}, member="Lò Thị Ánh", opinion="Cần hoàn thiện nhãn hàng hóa.")
    said = reading.words(sheet(SETS[0], {}, scored)[1])
    assert "Lò Thị Ánh" in said and "Cần hoàn thiện nhãn hàng hóa." in said and "tự chấm" not in said


@pytest.mark.parametrize(("regime", "code"), OLD)
def test_older_rubrics_print_for_older_dossiers(regime: str, code: str) -> None:
    criteria, pdf = sheet(code, regime=regime)
    said = bare(reading.words(pdf))
    assert bare(criteria.name) in said and "19/2025" not in said
    for leaf in criteria.leaves():
        for option in leaf.every_option():
            assert bare(option.text) in said
    assert ("chưađủnguồn" in said) is (criteria.status != "complete")


def test_no_criterion_stands_last_on_a_page_without_a_level() -> None:
    criteria, pdf = sheet("du-lich-cong-dong")
    titles = {bare(f"{leaf.no}.{leaf.label}{leaf.title}") for leaf in criteria.leaves() if not leaf.whole_section}
    for page in range(1, reading.page_count(pdf)):
        cells = [text for text in reading.texts(pdf) if text.page == page and text.x < 160 * reading.MM]
        assert bare(cells[-1].text) not in titles
