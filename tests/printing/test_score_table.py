"""Part III of Mẫu số 02 on paper: the rubric with the levels the producer gave itself, and nothing that was not entered."""

from pathlib import Path

import msgspec
import pytest

from ocop_desktop import legal
from ocop_desktop.domain.classification import ProductSet
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.scoring import answers_of, score
from ocop_desktop.printing import forms
from ocop_desktop.printing.score_table import ScoreTable, score_table
from tests.printing import reading, samples

REGIME = legal.regime("qd-26-2026")
TEA = legal.criteria_set("qd-26-2026", "che-tuoi-che-che-bien")
EXPECTED = Path(__file__).parent / "expected" / "mau-02-bang-diem.txt"


def table(values: Values) -> ScoreTable:
    return score_table(TEA, values, REGIME.evidence)


def test_the_table_says_what_was_answered_and_stands_before_the_evidence() -> None:
    values = {**samples.values(), **samples.sheet()}
    pdf = forms.render(samples.form("mau-02", 2), values, samples.office(), table=table(values))
    text = reading.words(pdf)
    start, end = text.index("Bộ tiêu chí). TT"), text.index("- Tài liệu minh chứng kèm theo")
    assert text[start:end].split() == EXPECTED.read_text(encoding="utf-8").split()


def test_its_sums_are_those_of_the_score() -> None:
    rows = table(samples.sheet()).rows
    found = score(TEA, answers_of(samples.sheet()), REGIME.bands)
    parts = [row for row in rows if row[1].startswith("PHẦN")]
    assert [int(row[3]) * 100 for row in parts] == list(found.parts.values())
    assert rows[-1][1:4] == ("TỔNG CỘNG", "100", str(found.total // 100))


def test_a_row_of_evidence_that_does_not_apply_is_not_named() -> None:
    def proof(values: Values) -> str:
        return next(row[4] for row in table(values).rows if row[0] == "4.3")

    assert proof({}) == "8, 9"
    assert proof({"dossier.evidence.09": "not_applicable"}) == "8"


@pytest.mark.parametrize("chosen", legal.criteria_sets("qd-26-2026"), ids=lambda chosen: chosen.code)
def test_an_empty_sheet_prints_every_criterion_and_no_points(chosen: ProductSet) -> None:
    criteria = legal.criteria_set("qd-26-2026", chosen.code)
    made = score_table(criteria, {}, REGIME.evidence)
    assert all(row[3] == "" for row in made.rows)
    printed = {row[1].split("\n")[0] for row in made.rows}
    for leaf in criteria.leaves():
        assert leaf.whole_section or leaf.title in printed
    pdf = forms.render(samples.form("mau-02", 2), {"product.set": chosen.code}, {"office.font": "shipped"}, table=made)
    assert "TỔNG CỘNG" in reading.words(pdf)


def test_without_a_product_set_the_second_version_is_the_first() -> None:
    office = {"office.font": "shipped"}
    first, second = samples.form("mau-02"), samples.form("mau-02", 2)
    assert reading.words(forms.render(second, {}, office)) == reading.words(forms.render(first, {}, office))
    assert [f.key for f in second.fields()] == [f.key for f in first.fields()]
    kept = tuple(block for block in second.paper if not block.rows)
    assert msgspec.structs.replace(second, version=1, paper=kept) == first
