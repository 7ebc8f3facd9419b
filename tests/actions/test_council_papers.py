"""The papers of a council's session say what its sheets come to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_desktop.actions.councils import results
from ocop_desktop.actions.papers import councils
from ocop_desktop.domain.text import show_hundredths
from ocop_desktop.errors import Refused
from tests.kit.builders import Office
from tests.kit.council import a_council, a_session, an_upper_office, arrived, score
from tests.printing import reading


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Office]:
    made = an_upper_office(tmp_path / "province")
    yield made
    made.close()


def test_minutes_table_proposal_and_decision_of_a_session(province: Office) -> None:
    council, members = a_council(province)
    case = arrived(province.db)
    session = a_session(province, council, case)
    for number, member in enumerate(members[:6]):
        score(province, session, case, member, seed=number)
    [line] = results.facts(province.db, session).lines
    printed = {name: reading.words(councils.paper(province.db, name, session).data) for name in councils.PAPERS[:2]}
    for words in printed.values():
        assert show_hundredths(line.total) in words and line.product in words and f"{line.stars} sao" in words
    minutes = printed["bien-ban-hoi-dong"]
    assert "6 trên tổng số 8 thành viên" in minutes and "ngày 10 tháng 12 năm 2026" in minutes
    assert "Trần Thị Lan" in minutes and "Vũ Thị Thư" in minutes and "Phòng họp 2" in minutes
    assert show_hundredths(line.parts["A"]) in printed["bang-ket-qua"]
    name = "to-trinh-hoi-dong" if line.next_level else "quyet-dinh-cong-nhan"
    last = councils.paper(province.db, name, session)
    assert line.product in reading.words(last.data) and last.letter is not None
    if line.next_level:
        with pytest.raises(Refused) as caught:
            councils.paper(province.db, "quyet-dinh-cong-nhan", session)
        assert caught.value.code == "print.no_result"


def test_a_session_without_products_has_no_papers(province: Office) -> None:
    council, _ = a_council(province)
    session = a_session(province, council)
    with pytest.raises(Refused) as caught:
        councils.paper(province.db, "bang-ket-qua", session)
    assert caught.value.code == "print.no_result"
