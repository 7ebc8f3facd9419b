"""Plans, indicators over records, and money whose sums must agree."""

from datetime import date

import pytest

from ocop_desktop import legal
from ocop_desktop.domain.forms import Value
from ocop_desktop.domain.programme import indicators, money, plans
from ocop_desktop.domain.programme.alike import alike, fresh
from ocop_desktop.domain.programme.book import Book
from ocop_desktop.domain.records import Record

DAY = date(2026, 11, 21)


def record(id_: str, type_: str, **body: Value) -> Record:
    return Record(id=id_, type=type_, unit="08", dossier=None, body=body, created="2026-01-02T03:04:05.000Z")


def recognition(product: str, stars: int, decided: str = "2026-08-05") -> Record:
    ends = f"{int(decided[:4]) + 3}{decided[4:]}"
    days = {"decided_on": decided, "issued_on": decided, "ends_on": ends}
    return record(f"r-{product}-{decided}", "recognition", product=product, stars=stars, **days)


def product(id_: str, name: str, producer: str, code: str = "che-tuoi-che-che-bien") -> Record:
    return record(id_, "product", name=name, producer=producer, set=code)


def book(*given: Record) -> Book:
    by_type: dict[str, list[Record]] = {}
    for each in given:
        by_type.setdefault(each.type, []).append(each)
    year = date(2026, 1, 1), date(2026, 12, 31)
    return Book(records=by_type, first=year[0], last=year[1], day=DAY, law=legal.regime_on(DAY))


def value(where: Book, name: str) -> int:
    found = indicators.measure(where, name)
    assert found is not None
    return found.value


def test_shares_are_of_the_producers_that_hold_a_recognised_product() -> None:
    held = book(
        record("a", "producer", kind="hop-tac-xa"),
        record("b", "producer", kind="doanh-nghiep"),
        record("c", "producer", kind="hop-tac-xa"),
        product("p", "Chè", "a"),
        product("q", "Cam", "b"),
        product("s", "Bưởi", "c"),
        recognition("p", 3),
        recognition("q", 4),
        recognition("s", 5, "2020-01-05"),  # ended long ago: neither the product nor its producer counts
    )
    assert (value(held, "products.3plus"), value(held, "products.5"), value(held, "producers")) == (2, 0, 2)
    assert value(held, "producers.cooperatives.share") == 5000
    found = indicators.measure(held, "producers.cooperatives.share")
    assert found is not None and (found.part, found.of) == (("a",), ("a", "b"))


def test_the_last_survey_counts_and_growth_needs_a_year() -> None:
    def survey(id_: str, day: str, **body: Value) -> Record:
        return record(id_, "event", kind="survey", day=day, product="p", **body)

    held = book(
        record("a", "producer", kind="hop-tac-xa"),
        product("p", "Chè", "a"),
        recognition("p", 3, "2025-05-01"),
        survey("1", "2025-03-01", revenue=400_000_000, closed_chain=False, workers_total=10, workers_trained=1),
        survey("2", "2025-12-01", revenue=900_000_000),
        survey("3", "2026-06-01", revenue=640_000_000, closed_chain=True, workers_total=20, workers_trained=5),
    )
    assert value(held, "revenue.growth") == 160, "the survey seven months after recognition is not a year's"
    assert value(held, "producers.closed_chain.share") == 10_000
    assert value(held, "workers.trained.share") == 2500


def test_an_area_counts_its_own() -> None:
    held = book(
        product("p", "Chè", "a"),
        product("q", "Cam", "b"),
        record("1", "event", kind="support", aim="upgrade", day="2026-03-01", product="p", area="Huyện Yên Sơn"),
        record("2", "event", kind="support", aim="new", day="2026-03-01", product="q", area="Huyện Hàm Yên"),
    )
    assert value(held, "products.supported") == 2
    assert value(held.of_area("huyện Yên Sơn"), "products.supported") == 1
    assert value(held.of_area("huyện Yên Sơn"), "products.supported.new") == 0


def test_alike_products_of_many_producers_and_fresh_ones_are_flagged() -> None:
    names = [("p", "Nước mắm Cửa Khe", "a"), ("q", "Nước mắm Tam Thanh", "b"), ("s", "Nước mắm Cửa Khe 40 độ", "a")]
    own = [product(id_, name, owner, "tuong-nuoc-mam-gia-vi-long") for id_, name, owner in names]
    own += [
        product("t", "Ổi lê", "c", "rau-cu-qua-hat-tuoi"),
        product("u", "Trà sâm", "d"),
        product("v", "Trà sâm", "d"),
    ]
    dossiers = [record(f"d-{each.id}", "dossier", product=each.id, received_on="2026-02-10") for each in own]
    held = book(*own, *dossiers)
    assert [(each.kind, len(each.products)) for each in alike(held)] == [("Nước mắm", 3)], (
        "one producer's two do not count"
    )
    assert fresh(held) == ["t"]


def line(key: str, **body: Value) -> money.Line:
    return money.line_of(record(key, "budget", **{"table": "one", "key": key, **body}))


def test_the_cells_that_do_not_agree_are_named() -> None:
    own = [
        line("1", item="Đào tạo", **{"planned.total": 5, "planned.central": 2, "planned.local": 2}),
        line("2", item="Hội chợ", **{"planned.total": 4, "planned.central": 4}),
        line(
            "sum", item="Cộng", whole=True, sums="1 2", **{"planned.total": 9, "planned.central": 6, "planned.local": 3}
        ),
    ]
    other = line("text", table="two", item="Mục V", whole=True, **{"planned.central": 7})
    plan = record("plan", "plan", **{"columns.one": "total central local"})
    found = money.disagreements(money.tables(plan, [*own, other]))
    said = [(each.kind, each.table, each.line, each.column, each.stated, each.should) for each in found]
    assert said == [
        ("across", "one", "1", "total", 5, 4),
        ("down", "one", "sum", "local", 3, 2),
        ("between", "two", "text", "central", 7, 6),
    ]


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ({"due": "2026-11-20"}, "late"),
        ({"due": "2026-11-21"}, "running"),
        ({"due": "2026-11-20", "done_on": "2026-11-21"}, "done"),
        ({"starts": "2026-12-01", "due": "2026-12-31"}, "ahead"),
        ({}, "undated"),
    ],
)
def test_what_is_overdue(body: dict[str, Value], state: str) -> None:
    assert plans.task_of(record("t", "task", **body)).state(DAY) == state


def test_the_next_year_keeps_the_work_and_drops_what_came_of_it() -> None:
    body: dict[str, Value] = {"title": "Tập huấn", "due": "2028-02-29", "done_on": "2028-02-01", "result": "60 người"}
    assert plans.shifted("task", body, 1) == {"title": "Tập huấn", "due": "2029-02-28"}
    money_body: dict[str, Value] = {"year": 2028, "planned.total": 5, "spent.total": 4}
    assert plans.shifted("budget", money_body, 1) == {"year": 2029, "planned.total": 5}
