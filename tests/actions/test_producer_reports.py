"""What producers tell their commune: once a month each, counted in the commune's report and in the plans' indicators."""

from datetime import date
from pathlib import Path

import pytest

from ocop_desktop.actions.programme import loading, plans
from ocop_desktop.actions.reports import facts, papers, periodic, producers
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.programme.indicators import EVENT_KINDS, INDICATORS
from ocop_desktop.domain.reporting import periods
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from tests.kit.builders import Office


def a_producer(here: Office, name: str) -> str:
    return here.do(lambda db: records.add(db, "producer", {"name": name}).id)


def refused(code: str, here: Office, fields: Values) -> None:
    with pytest.raises(Refused) as caught:
        here.do(producers.put, fields)
    assert caught.value.code == code


def test_one_report_a_month_and_what_it_comes_to(here: Office) -> None:
    one, other = a_producer(here, "HTX A"), a_producer(here, "HTX B")
    told: Values = {
        "producer": one,
        "period": "2026-10",
        "day": "2026-11-09",
        "revenue": 150_000_000,
        "workers_total": 12,
    }
    made = here.do(producers.put, told).created
    refused("producer_report.twice", here, told)
    refused("producer_report.who", here, {**told, "producer": "x"})
    refused("producer_report.period", here, {**told, "period": "2026-13"})
    refused("producer_report.day", here, {**told, "period": "2026-09", "day": "2026-12-31"})
    here.do(producers.put, {**told, "producer": other, "revenue": 20_500_000, "workers_total": 4})
    here.do(producers.put, {**told, "period": "2026-09", "workers_total": 9, "day": "2026-10-14", "revenue": None})
    assert made is not None
    here.do(lambda db: producers.put(db, {**told, "revenue": 160_000_000}, correct=True))
    assert len(producers.told(here.db, "2026-10").received) == 2, "corrected, not written twice"
    here.do(producers.put, {**told, "revenue": 160_000_000}, made)
    found = producers.told(here.db, "2026-10")
    assert len(found.received) == 2 and found.missing == ()
    report = periodic.open_report(here.db, periods.parse("2026-11"))
    by = {each.key: each for each in report.figures}
    assert (by["producers.revenue"].now, by["work.producer_report"].now) == (180, 2), (
        "millions of đồng; reports received"
    )
    assert by["producers.workers"].whole == 16, "by the last report of each"
    assert papers.unit_words(by["producers.revenue"]) == "triệu đồng"
    assert papers.label(by["producers.workers"]) == "Lao động theo báo cáo của chủ thể"


def test_who_has_not_reported(here: Office) -> None:
    one, other = a_producer(here, "HTX A"), a_producer(here, "HTX B")
    unit = str(records.get(here.db, one).unit)
    for owner in (one, other):
        product = here.do(
            lambda db, owner=owner: records.add(db, "product", {"name": "Chè", "producer": owner}, unit=unit).id
        )  # type: ignore[misc]
        body: Values = {
            "product": product,
            "stars": 3,
            "decided_on": "2026-07-20",
            "issued_on": "2026-07-20",
            "ends_on": "2029-07-20",
        }
        here.do(lambda db, body=body: records.add(db, "recognition", body, unit=unit))  # type: ignore[misc]
    here.do(producers.put, {"producer": one, "period": "2026-10", "day": "2026-11-09"})
    assert [name for _id, name in producers.told(here.db, "2026-10").missing] == ["HTX B"]
    assert len(facts.read(here.db).work) == 1


def test_months_go_back_over_the_year() -> None:
    assert producers.months(date(2026, 1, 20), 3) == ["2026-01", "2025-12", "2025-11"]


def test_what_the_five_plans_ask_for_is_counted(here: Office, tmp_path: Path) -> None:
    plan = here.do(loading.import_plan, loading.sample_file("thai-nguyen")).created
    assert plan is not None
    for fields in (
        {"kind": "idea", "title": "Chọn ý tưởng đợt 1", "registered": 80, "chosen": 50},
        {"kind": "idea", "title": "Chọn ý tưởng đợt 2", "registered": 10, "chosen": 6},
        {"kind": "business_plan", "title": "Phương án kinh doanh", "registered": 50, "chosen": 44},
        *({"kind": kind, "title": kind} for kind in ("promotion", "advice", "connection", "check", "emulation")),
    ):
        here.do(plans.put, "event", plan, {**fields, "day": "2019-05-14"})
    found = {
        name: INDICATORS[name][1](plans.book(here.db, plans.open_plan(here.db, plan).plan)).value
        for name in (
            "ideas.registered",
            "ideas.chosen",
            "business_plans.chosen",
            "promotions",
            "advice",
            "connections",
            "checks",
            "emulations",
        )
    }
    assert found == {
        "ideas.registered": 90, "ideas.chosen": 56, "business_plans.chosen": 44, "promotions": 1, "advice": 1,
        "connections": 1, "checks": 1, "emulations": 1,
    }  # fmt: skip
    assert len(set(EVENT_KINDS)) == len(EVENT_KINDS)
