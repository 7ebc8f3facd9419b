"""The sample of 245 product records comes in without a lost row."""

from pathlib import Path

from ocop_desktop import paths
from ocop_desktop.actions.lists import marking, products, reading
from ocop_desktop.actions.lists.outcome import Taken
from ocop_desktop.actions.products import register
from ocop_desktop.storage import records, settings
from ocop_desktop.storage.db import Db
from tests.kit.builders import Office, an_office

ROWS = 245


def sample() -> Path:
    return paths.resources() / "samples" / "san-pham-ocop.csv"


def bring(here: Office, *, dry_run: bool = False, everywhere: bool = True) -> Taken:
    def action(db: Db) -> Taken:
        opened = reading.open_list(db, sample(), "products")
        return products.take(db, opened, opened.keys, dry_run=dry_run, everywhere=everywhere)

    return here.do(action)


def of_level(here: Office, level: str, unit: str) -> None:
    here.do(lambda db: settings.write(db, {"office.level": level, "office.unit": unit}))


def test_every_row_of_the_sample_is_taken_or_named_at_a_commune(tmp_path: Path) -> None:
    here = an_office(tmp_path / "office")
    dry = bring(here, dry_run=True)
    assert records.of_type(here.db, "product") == []
    done = bring(here)
    assert [row.row for row in done.rows] == list(range(2, ROWS + 2))
    assert (done.count("made") + done.count("known") + done.count("added"), done.count("refused")) == (ROWS, 0)
    assert dry.rows == done.rows
    known = [row for row in done.rows if row.did == "known"]
    assert done.products == ROWS - len([row for row in done.rows if row.did != "made"])
    assert len(known) < 40, "the sample holds some products twice, most once"
    # A commune writes no recognition: the stars of the list stand on the product and wait.
    assert records.of_type(here.db, "recognition") == []
    claimed = [each for each in records.of_type(here.db, "product") if each.body.get("claim.stars")]
    assert len(claimed) > 150
    assert "import.claim.commune" in dict(done.remarks())
    again = bring(here)
    assert (again.count("known"), again.products, again.producers) == (ROWS, 0, 0)
    here.close()


def test_rows_of_other_places_are_named_and_not_taken(tmp_path: Path) -> None:
    here = an_office(tmp_path / "office")  # a commune of Tuyên Quang
    done = bring(here, everywhere=False)
    assert len(done.rows) == ROWS
    refused = [row for row in done.rows if row.did == "refused"]
    assert len(refused) > 150
    assert all(row.remarks for row in refused)
    assert {remark.code for row in refused for remark in row.remarks} >= {"import.unit.other"}
    here.close()


def test_the_province_writes_recognitions_where_the_decision_is_known(tmp_path: Path) -> None:
    here = an_office(tmp_path / "office")
    of_level(here, "province", "08")
    done = bring(here)
    recognised = records.of_type(here.db, "recognition")
    assert done.recognitions == len(recognised) > 0
    assert all(each.body["decision_no"] and each.body["decided_on"] and each.body["ends_on"] for each in recognised)
    assert len(register.products(here.db)) == len({each.body["product"] for each in recognised})
    said = dict(done.remarks())
    assert said["recognition.term"] > 10, "the term of older laws was not found, and the list names no last day"
    assert said["import.claim.decision"] > 100, "most rows name no decision: their stars are kept beside the product"
    assert bring(here).recognitions == 0
    here.close()


def test_the_copy_says_what_became_of_every_row(tmp_path: Path) -> None:
    import csv

    here = an_office(tmp_path / "office")

    def action(db: Db) -> None:
        opened = reading.open_list(db, sample(), "products")
        marking.mark(opened, products.take(db, opened, opened.keys), tmp_path / "bản sao.csv")

    here.do(action)
    with sample().open(encoding="utf-8", newline="") as one:
        before = list(csv.reader(one))
    with (tmp_path / "bản sao.csv").open(encoding="utf-8-sig", newline="") as two:
        after = list(csv.reader(two))
    assert [row[:-1] for row in after] == before
    assert after[0][-1] == "Kết quả nhập"
    assert all(row[-1] for row in after)
    here.close()
