"""The papers of a council's session say what its sheets come to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_desktop.actions.councils import papers, results
from ocop_desktop.actions.councils.papers import CouncilPaper
from ocop_desktop.actions.documents import DRAFT
from ocop_desktop.actions.papers import drawing
from ocop_desktop.domain.text import show_hundredths
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import run
from tests.kit.builders import Office
from tests.kit.council import a_council, a_session, an_upper_office, arrived, full_answers, score, set_of
from tests.printing import reading

BEST, WEAKEST = "Chè Shan tuyết Tân Trào", "Chè xanh Trung Sơn"


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Office]:
    made = an_upper_office(tmp_path / "province")
    yield made
    made.close()


def words(province: Office, session: str, kind: CouncilPaper) -> str:
    return reading.all_words(papers.paper(province.db, session, kind).data)


def scored(province: Office, share: float = 0.8, *, weakest: bool = False, **values: str) -> tuple[str, str]:
    """A session with one dossier on which six of seven members gave that share of the points."""
    case = arrived(province.db, **values)
    council, members = a_council(province)
    session = a_session(province, council, case)
    answers = full_answers(set_of(province, case), share=share)
    if weakest:
        leaves = [leaf for leaf in set_of(province, case).leaves() if leaf.options]
        answers |= {leaf.id: min(leaf.options, key=lambda option: option.points).id for leaf in leaves}
    for member in members[:6]:
        score(province, session, case, member, answers)
    return session, case


def test_minutes_and_table_say_who_was_there_and_what_came_out(province: Office) -> None:
    session, case = scored(province)
    run(province.db, lambda db: results.record(db, session, case))
    [line] = results.facts(province.db, session).lines
    minutes, table = words(province, session, "bien-ban-hoi-dong"), words(province, session, "bang-ket-qua")
    for said in (minutes, table):
        assert show_hundredths(line.total) in said and BEST in said and f"{line.stars} sao" in said
        assert "Trần Thị Lan" in said and DRAFT not in said
    # The seven who score are counted; the secretary takes the minutes and is listed.
    assert "6 trên tổng số 7 thành viên" in minutes and "Vắng" in minutes and "Vũ Thị Thư" in minutes
    assert "ngày 10 tháng 12 năm 2026" in minutes and "Phòng họp 2" in minutes
    assert show_hundredths(line.parts["A"]) in table


def test_before_a_result_is_recorded_every_paper_is_a_draft_and_nothing_is_decided(province: Office) -> None:
    session, case = scored(province)
    for kind in ("bien-ban-hoi-dong", "bang-ket-qua", "to-trinh-hoi-dong"):
        assert DRAFT in words(province, session, kind), kind
    assert "Chưa ghi kết quả" in words(province, session, "bang-ket-qua")
    with pytest.raises(Refused) as caught:
        papers.paper(province.db, session, "quyet-dinh-cong-nhan")
    assert caught.value.code == "council.nothing"
    run(province.db, lambda db: results.record(db, session, case))
    decision = words(province, session, "quyet-dinh-cong-nhan")
    assert BEST in decision and DRAFT not in decision
    assert "Chưa ghi kết quả" not in words(province, session, "bang-ket-qua")


def test_five_stars_go_on_to_the_ministry_and_are_not_in_the_provinces_decision(province: Office) -> None:
    session, case = scored(province, 1.0)
    run(province.db, lambda db: results.record(db, session, case))
    proposal = words(province, session, "to-trinh-hoi-dong")
    assert BEST in proposal and "5 sao" in proposal and "Bộ Nông nghiệp và Môi trường" in proposal
    with pytest.raises(Refused) as caught:
        papers.paper(province.db, session, "quyet-dinh-cong-nhan")
    assert caught.value.code == "council.nothing"


def test_a_product_below_three_stars_is_in_the_minutes_and_not_proposed(province: Office) -> None:
    session, case = scored(province, weakest=True, product__name=WEAKEST)
    run(province.db, lambda db: results.record(db, session, case))
    assert WEAKEST in words(province, session, "bien-ban-hoi-dong")
    with pytest.raises(Refused) as caught:
        papers.paper(province.db, session, "to-trinh-hoi-dong")
    assert caught.value.code == "council.nothing"


def test_each_paper_is_also_a_word_file_named_after_its_session(province: Office) -> None:
    session, case = scored(province)
    run(province.db, lambda db: results.record(db, session, case))
    for kind in papers.PAPERS:
        made = papers.paper(province.db, session, kind)
        assert made.letter is not None and made.name.startswith(f"{kind}-") and made.kind == kind
        assert drawing.word(made)[:2] == b"PK"


def test_a_session_without_products_has_no_papers(province: Office) -> None:
    council, _ = a_council(province)
    session = a_session(province, council)
    with pytest.raises(Refused) as caught:
        papers.paper(province.db, session, "bang-ket-qua")
    assert caught.value.code == "council.nothing"


def test_a_product_still_open_is_not_proposed_beside_one_that_is_decided(province: Office) -> None:
    done, still = arrived(province.db), arrived(province.db, product__name=WEAKEST)
    council, members = a_council(province)
    session = a_session(province, council, done, still)
    for member in members[:6]:
        for case in (done, still):
            score(province, session, case, member)
    run(province.db, lambda db: results.record(db, session, done))
    proposal, minutes = words(province, session, "to-trinh-hoi-dong"), words(province, session, "bien-ban-hoi-dong")
    assert BEST in proposal and WEAKEST not in proposal and DRAFT not in proposal
    assert BEST in minutes and WEAKEST in minutes
