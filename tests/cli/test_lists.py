"""Lists from a terminal: dry run, import, export, duplicates."""

from pathlib import Path

import pytest

from ocop_desktop import paths
from tests.cli.test_commands import Terminal
from tests.kit.builders import PASSPHRASE, Office


@pytest.fixture
def terminal(here: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("OCOP_PASSPHRASE", PASSPHRASE)
    return Terminal(here, capsys)


def test_the_sample_in_and_out(terminal: Terminal, tmp_path: Path) -> None:
    sample = str(paths.resources() / "samples" / "san-pham-ocop.csv")
    dry = terminal.ask("import", sample, "--kind", "products", "--dry-run", "--everywhere")
    assert (dry["rows"], dry["refused"], dry["dry_run"]) == (245, 0, True)
    done = terminal.ask("import", sample, "--everywhere", "--copy", str(tmp_path / "a.csv"))
    assert {key: done[key] for key in ("made", "known", "products")} == {
        key: dry[key] for key in ("made", "known", "products")
    }
    assert (tmp_path / "a.csv").exists()
    assert terminal.ask("import", sample, "--everywhere")["made"] == 0
    out = terminal.ask("export", "--kind", "products", "--out", str(tmp_path / "ra.xlsx"))
    assert int(str(out["rows"])) > 150
    found = terminal.ask("duplicates")
    assert isinstance(found["suspects"], list) and found["suspects"]
    assert all(each["words"] for each in found["suspects"])


def test_what_is_refused_is_a_sentence(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "cũ.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    status, _out, err = terminal.run("import", str(tmp_path / "cũ.xls"), "--db", str(terminal.here.path))
    assert status == 1 and ".xlsx" in err
