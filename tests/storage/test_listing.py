"""The list people read: found without accents, in Vietnamese order, equal to what its records say."""

from array import array

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop_desktop.actions import dossiers, evidence, listing
from ocop_desktop.actions.listing import Query
from ocop_desktop.domain.text import clean, fold, sort_key
from ocop_desktop.storage import listing as stored
from ocop_desktop.storage.db import Db, run
from tests.kit.builders import PDF, Office, a_complete_dossier, a_dossier


def names(here: Office, **query: object) -> list[str]:
    numbers = listing.order(here.db, Query(**query))  # type: ignore[arg-type]
    return [row.product for row in listing.rows(here.db, numbers)]


@pytest.fixture
def shop(here: Office) -> Office:
    for product, producer, number in (
        ("Chè Đinh đặc sản", "HTX Đồng Tiến", "01-2026/PĐK-08-02545-2026"),
        ("Mật ong “Hoa bạc hà”", "Hộ ông Lò Văn Đức", "02-2026/PĐK-08-02545-2026"),
        ("Gạo nếp 100% nương", "Hợp tác xã Đông A", "03-2026/PĐK-08-02545-2026"),
        ("Nước mắm A*B", "Công ty O'Brien - Đắk Lắk", "04-2026/PĐK-08-02545-2026"),
    ):
        a_dossier(here.db, product__name=product, producer__name=producer, dossier__reception_no=number)
    return here


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("che dinh", "Chè Đinh"),
        ("CHÈ ĐINH", "Chè Đinh"),
        ("đinh", "Chè Đinh"),
        ("din", "Chè Đinh"),
        ("dong tien che", "Chè Đinh"),
        ("mat ong hoa", "Mật ong"),
        ("“hoa bạc hà”", "Mật ong"),
        ('"hoa', "Mật ong"),
        ("duc", "Mật ong"),
        ("100%", "Gạo nếp"),
        ("100", "Gạo nếp"),
        ("a*b", "Nước mắm"),
        ("o'brien", "Nước mắm"),
        ("brien - dak", "Nước mắm"),
        ("04-2026/PĐK", "Nước mắm"),
        ("04-2026", "Nước mắm"),
        ("-dak -lak", "Nước mắm"),
        ("mắm:a", "Nước mắm"),
        ("(nuoc) ^mam", "Nước mắm"),
    ],
)
def test_a_search_finds_without_accents_and_takes_signs_as_text(shop: Office, search: str, found: str) -> None:
    assert [name.startswith(found) for name in names(shop, search=search)] == [True]


@pytest.mark.parametrize("search", ["", "   ", "*", "%", '"', "''", "-", "\u0000", "()", "\u0301"])
def test_signs_alone_are_no_search(shop: Office, search: str) -> None:
    assert len(names(shop, search=search)) == 4


@pytest.mark.parametrize(
    "search", ["che AND dinh", "NOT che", "che OR mat", "NEAR(che dinh)", "search:che", "zzz", "hè"]
)
def test_query_words_of_the_index_are_plain_words(shop: Office, search: str) -> None:
    assert names(shop, search=search) == []


@given(search=st.text(max_size=30))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_nothing_that_can_be_typed_breaks_the_search(shop: Office, search: str) -> None:
    listing.order(shop.db, Query(search=search))
    listing.producers(shop.db, search)


@given(word=st.text(alphabet="aăâbcdđêghiklôơưàảãáạằổữ09 -'\"%*", min_size=1, max_size=12))
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_product_is_found_by_its_own_name_however_it_is_written(here: Office, word: str) -> None:
    dossier = a_dossier(here.db, product__name=f"x{word}")
    for search in (f"x{word}", fold(f"x{word}"), f"x{word}".upper()):
        numbers = listing.order(here.db, Query(search=search))
        assert dossier in {row.id for row in listing.rows(here.db, numbers)}


def test_the_order_is_that_of_a_vietnamese_dictionary(here: Office) -> None:
    ordered = [
        "An",
        "Ăn",
        "Ân",
        "Bà",
        "Bả",
        "Bã",
        "Bá",
        "Bạ",
        "Bánh",
        "Cam",
        "Dâu",
        "Đào",
        "Em",
        "Ê",
        "Na",
        "Ổi",
        "Quýt",
        "Ý dĩ",
    ]
    for name in reversed(ordered):
        a_dossier(here.db, product__name=name)
    assert names(here, sort="product") == ordered
    assert names(here, sort="product", descending=True) == ordered[::-1]


def test_each_filter_holds_what_it_says_and_the_counts_agree(here: Office) -> None:
    early = a_dossier(here.db, product__name="early", dossier__received_on="2026-11-02")
    late = a_dossier(here.db, product__name="late", dossier__received_on="2026-11-23")
    paused = a_dossier(here.db, product__name="paused", dossier__received_on="2026-11-23")
    here.do(dossiers.pause, paused, "chờ phiếu kiểm nghiệm")
    sealed = a_complete_dossier(here.db, product__name="sealed", dossier__received_on="2026-11-23")
    here.do(dossiers.seal, sealed)
    sent = a_complete_dossier(here.db, product__name="sent", dossier__received_on="2026-11-23")
    here.do(dossiers.seal, sent)
    here.do(dossiers.hand_over, sent)
    here.db.officer = "Lý Văn Páo"
    here.do(dossiers.save_draft, late, {"dossier.note": "của tôi"}, {})
    shown = {name: sorted(names(here, filter=name)) for name in stored.FILTERS}
    assert shown == {
        "all": ["early", "late", "paused", "sealed", "sent"],
        "mine": ["late"],
        "due_soon": ["early"],
        "waiting": ["paused"],
        "sealed": ["sealed"],
        "handed_over": ["sent"],
        "arrived": ["sent"],
        "accepted": [],
        "late": [],
        "returned": [],
    }
    assert listing.counts(here.db) == {name: len(found) for name, found in shown.items()}
    today = listing.today(here.db)
    assert [row.id for row in today.due] == [early]
    assert today.last_edited is not None
    assert today.last_edited[:2] == (late, "dossier.note")


def test_others_dossiers_do_not_become_mine_by_a_shared_producer(here: Office) -> None:
    first = a_dossier(here.db, product__name="của Mai")
    producer = dossiers.producer_of(here.db, first)
    here.db.officer = "Lý Văn Páo"
    second = a_dossier(here.db, producer, product__name="của Páo")
    here.do(dossiers.save_draft, second, {"producer.phone": "0912 999 888"}, {})
    assert names(here, filter="mine") == ["của Páo"]


@pytest.mark.parametrize("sort", list(stored.SORTS))
@pytest.mark.parametrize("descending", [False, True])
def test_every_sort_shows_every_row_once(shop: Office, sort: str, descending: bool) -> None:
    a_dossier(shop.db, product__name="không ngày", product__set=None, dossier__received_on="2026-11-23")
    numbers = listing.order(shop.db, Query(sort=sort, descending=descending))
    assert len(numbers) == len(set(numbers)) == 5


def test_due_first_and_what_has_no_day_last(here: Office) -> None:
    for day in ("2026-11-10", "2026-11-05", "2026-11-20"):
        a_dossier(here.db, product__name=day, dossier__received_on=day)
    assert names(here, sort="due") == ["2026-11-05", "2026-11-10", "2026-11-20"]


def test_rows_that_are_gone_are_left_out(shop: Office) -> None:
    numbers = listing.order(shop.db, Query())
    run(shop.db, lambda db: stored.remove(db, listing.rows(db, numbers[:1])[0].id))
    assert len(listing.rows(shop.db, numbers)) == 3
    assert listing.rows(shop.db, []) == []
    assert listing.rows(shop.db, array("q", [10**12])) == []


def test_known_producers_are_offered_as_one_types(shop: Office) -> None:
    assert [hit.name for hit in listing.producers(shop.db, "dong")] == ["Hợp tác xã Đông A", "HTX Đồng Tiến"]
    assert [hit.name for hit in listing.producers(shop.db, "htx")] == ["HTX Đồng Tiến"]
    assert [hit.name for hit in listing.producers(shop.db, "tien htx")] == ["HTX Đồng Tiến"]
    for nothing in ("", "  ", "zzz", "ien"):
        assert listing.producers(shop.db, nothing) == []


# --- the row is what the records say ----------------------------------------------------------------------------------

KEYS = [
    "product.name",
    "producer.name",
    "producer.address",
    "product.set",
    "dossier.received_on",
    "dossier.note",
    "dossier.samples",
]
TYPED = st.dictionaries(st.sampled_from(KEYS[:3] + KEYS[5:6]), st.one_of(st.none(), st.text(max_size=10)), max_size=3)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("receive"), TYPED),
        st.tuples(st.just("share"), st.integers(0, 3), TYPED),
        st.tuples(st.just("type"), st.integers(0, 3), TYPED),
        st.tuples(st.just("day"), st.integers(0, 3), st.dates(min_value=__import__("datetime").date(2026, 6, 1), max_value=__import__("datetime").date(2027, 6, 1))),
        st.tuples(st.just("pause"), st.integers(0, 3)),
        st.tuples(st.just("attach"), st.integers(0, 3)),
        st.tuples(st.just("detach"), st.integers(0, 3)),
    ),
    max_size=10,
)  # fmt: skip


def snapshot(db: Db) -> list[tuple[object, ...]]:
    return db.conn.execute("SELECT * FROM dossier_row ORDER BY n").fetchall()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(acts=ACTS)
def test_a_row_kept_beside_its_records_equals_one_made_from_them(here: Office, acts: list[tuple]) -> None:  # type: ignore[type-arg]
    made = [a_dossier(here.db)]
    for act in acts:
        here.clock.move(minutes=1)
        if act[0] == "receive":
            made.append(a_dossier(here.db, **{key.replace(".", "__"): value or "tên" for key, value in act[1].items()}))
            continue
        dossier = made[act[1] % len(made)]
        page = dossiers.open_dossier(here.db, dossier)
        if act[0] == "share":
            made.append(a_dossier(here.db, dossiers.producer_of(here.db, dossier)))
            here.do(dossiers.save_draft, made[-1], act[2], {})
        elif act[0] == "type":
            here.do(dossiers.save_draft, dossier, act[2], {})
        elif act[0] == "day":
            here.do(dossiers.save_draft, dossier, {"dossier.received_on": act[2].isoformat()}, {})
        elif act[0] == "pause":
            here.do(
                dossiers.resume if page.state == "waiting" else dossiers.pause,
                dossier,
                *(() if page.state == "waiting" else ("lý do",)),
            )
        elif act[0] == "attach" and not page.evidence:
            here.do(evidence.attach, dossier, "01", "a.pdf", PDF)
        elif act[0] == "detach" and page.evidence:
            here.do(evidence.detach, page.evidence[0].id)
    kept = snapshot(here.db)

    def anew(db: Db) -> None:
        for dossier in made:
            stored.refresh(db, dossier)

    run(here.db, anew)
    assert snapshot(here.db) == kept
    here.db.conn.execute("INSERT INTO dossier_search (dossier_search, rank) VALUES ('integrity-check', 1)")
    here.db.conn.rollback()
    for row in listing.rows(here.db, listing.order(here.db, Query())):
        page = dossiers.open_dossier(here.db, row.id)
        assert (row.stage, row.due_on, row.sync) == (page.stage, page.due_on, page.sync.state)
        assert row.product == clean(row.product)
        if row.stage in {"checking", "assessing", "waiting"}:
            assert row.missing == len(page.problems)


def test_five_thousand_rows_are_in_one_order_and_any_page_is_part_of_it(here: Office) -> None:
    a_dossier(here.db)
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    made = [f"{letters[i % 29]}{letters[i * 7 % 29]} sản phẩm {i * 7919 % 5000}" for i in range(4999)]
    columns = (
        "producer, set_no, set_name, stage, due, missing, sync, sync_at, files, files_done, revision, officer, updated, "
        "sort_producer"
    )

    def fill(db: Db) -> None:
        db.conn.executemany(
            f"INSERT INTO dossier_row (id, product, search, sort_product, {columns}) "
            f"SELECT ?, ?, ?, ?, {columns} FROM dossier_row WHERE n = 1",
            [(f"id-{i}", name, fold(name), sort_key(name)) for i, name in enumerate(made)],
        )

    run(here.db, fill)
    for sort in stored.SORTS:
        up = listing.order(here.db, Query(sort=sort))
        assert len(up) == 5000
        assert list(listing.order(here.db, Query(sort=sort, descending=True))) == list(up)[::-1]
    by_name = listing.order(here.db, Query(sort="product"))
    whole = [row.product for row in listing.rows(here.db, by_name)]
    assert whole == sorted(whole, key=sort_key)
    for at in (0, 17, 2500, 4990):
        page = [row.product for row in listing.rows(here.db, by_name[at : at + 40])]
        assert page == whole[at : at + 40]
    found = listing.order(here.db, Query(search="san pham 4999"))
    assert [row.product for row in listing.rows(here.db, found)] == [name for name in made if name.endswith(" 4999")]


def test_the_line_s_list_and_count_are_looked_up_in_the_index(here: Office) -> None:
    said: list[str] = []
    here.db.conn.set_trace_callback(said.append)
    stored.by_sync(here.db, 200)
    stored.count_waiting(here.db)
    here.db.conn.set_trace_callback(None)
    for statement in said:
        plan = " ".join(row[3] for row in here.db.conn.execute(f"EXPLAIN QUERY PLAN {statement}"))
        assert "row_by_sync (sync" in plan and "TEMP B-TREE" not in plan, plan
