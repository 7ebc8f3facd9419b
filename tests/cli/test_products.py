"""Products from a terminal: histories joined and taken apart, a breach put right, told stars, a session's score sheets."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_desktop.actions.products import recognising
from ocop_desktop.storage import records
from tests.cli.test_commands import Terminal
from tests.kit.builders import PASSPHRASE, UNIT, Office
from tests.kit.council import a_council, a_session, an_upper_office, arrived


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Office]:
    made = an_upper_office(tmp_path / "province")
    yield made
    made.close()


@pytest.fixture
def terminal(province: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("OCOP_PASSPHRASE", PASSPHRASE)
    return Terminal(province, capsys)


def product_of(office: Office, dossier: str) -> str:
    return str(records.get(office.db, dossier).body["product"])


def test_joined_separated_and_put_right(terminal: Terminal, province: Office) -> None:
    first, second = (
        product_of(province, arrived(province.db, dossier__received_on=day)) for day in ("2026-07-10", "2026-11-09")
    )
    assert terminal.refused("product", "join", first, second, "--reason", " ") == "reason.missing"
    assert terminal.ask("product", "join", first, second, "--reason", "Cùng một sản phẩm")["parts"] == 2
    parts = terminal.ask("product", "parts", second)["parts"]
    assert {each["product"] for each in parts} == {first, second}  # type: ignore[attr-defined]
    terminal.ask("product", "separate", second, "--reason", "Ghép nhầm")
    assert len(terminal.ask("product", "parts", first)["parts"]) == 1  # type: ignore[arg-type]
    dossier = arrived(province.db)
    told = {"stars": 4, "decision_no": "3981/QĐ-UBND", "decided_on": "2026-11-20"}
    province.do(recognising.recognise, dossier, told)
    product = product_of(province, dossier)
    province.do(recognising.inspect, product, {"day": "2026-11-21", "finding": "Sai nhãn", "breach": True})
    done = terminal.ask("product", "remedied", product, "--day", "22/11/2026", "--note", "Biên bản 12")
    assert done["state"] == "valid"
    assert (
        terminal.refused("product", "remedied", product, "--day", "22/11/2026", "--note", "x")
        == "recognition.no_breach"
    )


def test_told_stars_are_confirmed_or_sent_back(terminal: Terminal, province: Office) -> None:
    body = {"name": "Chè Shan", "claim.stars": 4, "claim.decision_no": "812/QĐ-UBND", "code": "08-02545-1-2026"}
    made = province.do(lambda db: [records.add(db, "product", body, unit=UNIT).id for _each in range(2)])
    found = terminal.ask("product", "claims")
    assert len(found["claims"]) == 2 and list(found["twins"]) == ["08-02545-1-2026"]  # type: ignore[arg-type, call-overload]
    terminal.ask("product", "send-back", made[0], "--remark", "Gửi bản chụp")
    assert terminal.refused("product", "confirm", made[1]) == "recognition.missing"
    terminal.ask("product", "confirm", made[1], "--day", "20/7/2026")
    (left,) = terminal.ask("product", "claims")["claims"]  # type: ignore[misc]
    assert (left["state"], left["remark"]) == ("returned", "Gửi bản chụp")


def test_two_records_of_one_producer(terminal: Terminal, province: Office) -> None:
    keep, lose = province.do(
        lambda db: [
            records.add(db, "producer", {"name": name}, unit=UNIT).id for name in ("Hợp tác xã Sơn Trà", "HTX Sơn Trà")
        ]
    )
    assert len(terminal.ask("duplicates")["suspects"]) == 1  # type: ignore[arg-type]
    after = terminal.ask("duplicates", "--merge", keep, lose, "--reason", "Cùng một hợp tác xã")
    assert after["suspects"] == []
    again = terminal.ask("duplicates", "--part", lose, "--reason", "Gộp nhầm")
    assert len(again["suspects"]) == 1  # type: ignore[arg-type]


def test_the_sheets_of_a_session(terminal: Terminal, province: Office, tmp_path: Path) -> None:
    council, members = a_council(province)
    dossier = arrived(province.db)
    session = a_session(province, council, dossier)
    out = tmp_path / "phiếu.pdf"
    terminal.ask("council", "sheets", session, "--member", members[0], "--out", str(out))
    assert out.read_bytes().startswith(b"%PDF-")
    assert terminal.refused("council", "sheets", session, "--filled", "--out", str(out)) == "council.nothing"
