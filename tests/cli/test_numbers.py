"""The next dossier, numbers that stand twice, days off and a withdrawal, from the terminal."""

from pathlib import Path

from tests.cli.test_commands import Terminal, terminal

__all__ = ["terminal"]

NEW = ("producer.name=HTX Sơn Trà", "producer.kind=hop-tac-xa", "product.set=che-tuoi-che-che-bien")


def test_numbers_days_and_a_withdrawal(terminal: Terminal, tmp_path: Path) -> None:
    first = terminal.ask("dossier", "receive", "product.name=Chè xanh", *NEW, "dossier.received_on=9/11/2026")
    assert first["reception_no"] and first["code"]
    number = f"dossier.reception_no={first['reception_no']}"
    second = terminal.ask("dossier", "receive", "product.name=Chè đen", *NEW, "dossier.received_on=9/11/2026", number)
    [twin] = terminal.ask("numbers")["twice"]
    assert {each[0] for each in twin["dossiers"]} == {first["dossier"], second["dossier"]}
    assert terminal.ask("numbers", "--renumber", str(second["dossier"]))["twice"] == []
    [day] = terminal.ask("days-off", "--add", "30/11/2026", "--name", "Ngày hội của tỉnh")["days"]
    assert (day["day"], day["worked"]) == ("2026-11-30", False)
    terminal.ask("dossier", "withdraw", str(second["dossier"]), "--reason", "Chủ thể rút")
    assert terminal.ask("dossier", "show", str(second["dossier"]))["stage"] == "withdrawn"
