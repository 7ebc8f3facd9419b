"""A dossier stands under the law of its day of reception, and what that law lacks is said, not guessed."""

from functools import partial

import pytest

from ocop_desktop import legal
from ocop_desktop.actions import documents, dossiers, evidence
from ocop_desktop.domain.criteria import YES
from ocop_desktop.domain.scoring import answers_of, score
from ocop_desktop.errors import Refused
from tests.kit import builders
from tests.kit.builders import Office

TIMES = [
    ("2021-04-12", "qd-1048-781", "che-tuoi-che-bien"),
    ("2024-06-03", "qd-148", "che-tuoi-che-che-bien"),
    ("2026-05-21", "qd-148-1489", "che-tuoi-che-che-bien"),
    ("2026-11-09", "qd-26-2026", "che-tuoi-che-che-bien"),
]


@pytest.mark.parametrize(("day", "regime", "code"), TIMES)
def test_it_opens_and_scores_under_its_own_law(here: Office, day: str, regime: str, code: str) -> None:
    id_ = builders.a_dossier(here.db, dossier__received_on=day, product__set=code)
    page = dossiers.open_dossier(here.db, id_)
    assert page.values["dossier.regime"] == regime
    assert not any(problem.code.startswith("check.set") for problem in page.problems)
    assert not any(problem.code.endswith("other_regime") for problem in page.problems)
    assert (page.due_on is None) == (regime != "qd-26-2026")
    criteria = legal.criteria_set(regime, code)
    best = {
        f"dossier.score.{leaf.id}": max(leaf.every_option(), key=lambda o: o.points).id
        if leaf.scoring != "yes_no"
        else YES
        for leaf in criteria.leaves()
    }
    here.do(dossiers.save_draft, id_, best, {})
    values = dossiers.open_dossier(here.db, id_).values
    found = score(criteria, answers_of(values), legal.regime(regime).bands)
    assert found.total == 100 * (100 - sum(criteria.gap.values()))
    assert found.stars == 5


def test_the_law_follows_a_corrected_day_of_reception(here: Office) -> None:
    id_ = builders.a_dossier(here.db)
    for day, regime, _code in TIMES:
        here.do(dossiers.save_draft, id_, {"dossier.received_on": day}, {})
        assert dossiers.open_dossier(here.db, id_).values["dossier.regime"] == regime
    here.do(dossiers.save_draft, id_, {"dossier.received_on": "2018-01-02"}, {})
    page = dossiers.open_dossier(here.db, id_)
    assert page.values["dossier.regime"] == "qd-26-2026"
    assert "check.received_on.other_regime" in {problem.code for problem in page.problems}


def test_an_older_dossier_is_not_sealed_or_printed_on_todays_forms(here: Office) -> None:
    id_ = builders.a_dossier(here.db, dossier__received_on="2024-06-03")
    with pytest.raises(Refused) as refusal:
        documents.report(here.db, id_)
    assert (refusal.value.code, refusal.value.details["document"]) == ("report.no_form", "Quyết định 148/QĐ-TTg")
    with pytest.raises(Refused):
        documents.form(here.db, id_, "mau-02")
    texts = {f"dossier.matter.{matter.id}.found": "Đúng như mô tả." for matter in legal.regime("qd-148").matters}
    states = {"dossier.component.mau-01": "have", "dossier.component.mau-02": "have"}
    here.do(dossiers.save_draft, id_, {**texts, **states}, {})
    assert [problem.code for problem in dossiers.open_dossier(here.db, id_).problems if problem.blocks] == []
    with pytest.raises(Refused) as refusal:
        here.do(dossiers.seal, id_)
    assert refusal.value.code == "report.no_form"


def test_evidence_goes_to_the_rows_and_components_of_its_own_law(here: Office) -> None:
    id_ = builders.a_dossier(here.db, dossier__received_on="2021-04-12", product__set="che-tuoi-che-bien")
    attach = partial(evidence.attach, name="giấy.pdf", source=builders.PDF)
    here.do(attach, id_, "bieu-03")
    values = dossiers.open_dossier(here.db, id_).values
    assert values["dossier.component.bieu-03"] == "have"
    with pytest.raises(Refused):
        here.do(attach, id_, "15")
