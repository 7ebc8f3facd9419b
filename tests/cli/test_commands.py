"""The terminal as a script uses it: one JSON object on standard output, sentences on standard error, honest exit codes."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ocop_desktop import cli
from ocop_desktop.storage import vault
from tests.kit.builders import MATTERS, PASSPHRASE, PDF, UNIT, Office, a_complete_dossier, a_dossier

ROOT = Path(__file__).resolve().parents[2]


class Terminal:
    """A terminal in front of one database."""

    def __init__(self, here: Office, capsys: pytest.CaptureFixture[str]) -> None:
        self.here, self._capsys = here, capsys

    def run(self, *words: str) -> tuple[int, str, str]:
        """Exit status, standard output, standard error."""
        self._capsys.readouterr()
        try:
            status = cli.main([*words])
        except SystemExit as end:
            status = int(str(end.code))
        said = self._capsys.readouterr()
        return status, said.out, said.err

    def ask(self, *words: str) -> dict[str, object]:
        """The answer of a command that works, as JSON, on our database."""
        status, out, err = self.run(*words, "--db", str(self.here.path), "--json")
        assert (status, err) == (0, ""), err
        answer = json.loads(out)
        assert isinstance(answer, dict)
        return answer

    def refused(self, *words: str) -> str:
        """The code of a command that is refused; people get a sentence."""
        status, out, err = self.run(*words, "--db", str(self.here.path), "--json")
        assert status == 1
        answer = json.loads(out)
        assert answer["message"] == err.strip()
        assert err.strip().endswith((".", "?")) and "(mã " not in err, err
        return str(answer["error"])


@pytest.fixture
def terminal(here: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    here.close()
    vault.add_device(here.path, here.key)
    monkeypatch.delenv("OCOP_PASSPHRASE", raising=False)
    return Terminal(here, capsys)


# --- the words of everyday --------------------------------------------------------------------------------------------


def test_law_check_counts_what_the_program_carries(terminal: Terminal) -> None:
    status, out, err = terminal.run("law", "check", "--json")
    answer = json.loads(out)
    assert (status, err, answer["good"], answer["hashes_good"]) == (0, "", True, True)
    assert (answer["provinces"], answer["communes"], len(answer["rubrics"])) == (34, 3321, 78)
    status, words, _ = terminal.run("law", "check")
    assert status == 0
    assert "3321 xã" in words


def test_a_unit_is_found_without_accents(terminal: Terminal) -> None:
    status, out, _ = terminal.run("unit", "tan", "trao", "--json")
    assert status == 0
    assert json.loads(out)["units"][0]["code"] == "02545"
    assert terminal.run("unit", "tan trao")[1].startswith("02545")
    assert terminal.run("unit", "TÂN TRÀO")[1].startswith("02545")
    status, out, err = terminal.run("unit", "không có xã này")
    assert (status, out) == (1, "")
    assert err.strip()


def test_setting_up_shows_the_recovery_key_once(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OCOP_PASSPHRASE", PASSPHRASE)
    db = str(tmp_path / "mới" / "ocop.db")
    sheet = str(tmp_path / "mới" / "khóa.pdf")
    words = ("setup", "--unit", UNIT, "--officer", "Lý Văn Páo", "--db", db, "--recovery-pdf", sheet, "--json")
    status, out, err = terminal.run(*words)
    answer = json.loads(out)
    assert (status, err, answer["database"]) == (0, "", db)
    assert len(answer["recovery_key"].replace("-", "")) == 30
    assert (tmp_path / "mới" / "khóa.pdf").read_bytes().startswith(b"%PDF")
    assert answer["recovery_key"].encode() not in b"".join(p.read_bytes() for p in (tmp_path / "mới").glob("ocop*"))
    status, out, err = terminal.run(*words)
    assert (status, json.loads(out)["error"]) == (1, "office.exists")


def test_the_recovery_key_is_shown_also_when_its_sheet_cannot_be_written(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OCOP_PASSPHRASE", PASSPHRASE)
    (tmp_path / "file").write_text("")
    words = (
        "setup",
        "--unit",
        UNIT,
        "--officer",
        "A",
        "--db",
        str(tmp_path / "x.db"),
        "--recovery-pdf",
        str(tmp_path / "file" / "k.pdf"),
    )
    status, out, err = terminal.run(*words, "--json")
    assert status == 1
    assert json.loads(out)["recovery_key"]
    assert err.strip()


@pytest.mark.parametrize(
    ("words", "passphrase"),
    [
        (("--unit", "99999", "--officer", "A"), PASSPHRASE),
        (("--unit", UNIT, "--officer", " "), PASSPHRASE),
        (("--unit", UNIT, "--officer", "A"), "ngắn"),
        (("--unit", UNIT, "--officer", "A"), ""),
    ],
)
def test_setting_up_with_wrong_answers_says_why(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], passphrase: str
) -> None:
    monkeypatch.setenv("OCOP_PASSPHRASE", passphrase)
    status, out, err = terminal.run("setup", *words, "--db", str(tmp_path / "x" / "ocop.db"))
    assert (status, out) == (1, "")
    assert "(mã " not in err
    assert not (tmp_path / "x" / "ocop.db").exists()


# --- a dossier from the terminal --------------------------------------------------------------------------------------


def test_a_dossier_from_reception_to_hand_over(terminal: Terminal, tmp_path: Path) -> None:
    received = terminal.ask(
        "dossier", "receive", "product.name=Chè Shan tuyết", "producer.name=HTX Sơn Trà", "producer.kind=hop-tac-xa",
        "product.set=che-tuoi-che-che-bien", "dossier.received_on=1/6/2026", "dossier.samples=5",
    )  # fmt: skip
    dossier = str(received["dossier"])
    assert terminal.ask("dossier", "show", dossier)["due_on"] == "2026-06-22"
    assert terminal.refused("dossier", "seal", dossier) == "dossier.incomplete"
    paper = tmp_path / "giấy.pdf"
    for row in ("mau-01", "mau-02", "01"):
        paper.write_bytes(PDF + row.encode())
        assert terminal.ask("dossier", "attach", dossier, row, str(paper))["evidence"]
    rest = {
        **{f"dossier.evidence.{row:02}": "not_applicable" for row in range(2, 16)},
        **MATTERS,
        "dossier.paper_set": "có",
        "dossier.electronic_set": "x",
        "producer.address": "Thôn Tân Lập",
        "producer.phone": "0912 000 111",
        "producer.representative": "Bàn Thị Sen",
        "producer.position": "Giám đốc",
        "producer.gender": "nu",
        "producer.ethnicity": "Dao",
        "producer.home_address": "Thôn Tân Lập",
        "product.classification": "Thực phẩm / Chè / Chè tươi, chế biến",
        "dossier.receiver": "Mai",
        "dossier.reception_no": "01-2026/PĐK-08-02545-2026",
    }
    terminal.ask("dossier", "set", dossier, *(f"{key}={value}" for key, value in rest.items()))
    assert terminal.ask("dossier", "show", dossier)["missing"] == []
    terminal.ask("dossier", "pause", dossier, "--reason", "chờ")
    assert terminal.ask("dossier", "show", dossier)["stage"] == "waiting"
    terminal.ask("dossier", "resume", dossier)
    terminal.ask("dossier", "seal", dossier)
    assert terminal.refused("dossier", "set", dossier, "product.name=x") == "dossier.locked"
    printed = terminal.ask("print", "mau-03", "--dossier", dossier, "--out", str(tmp_path / "in" / "mẫu 03.pdf"))
    assert printed["revision"] == 1
    assert Path(str(printed["file"])).read_bytes().startswith(b"%PDF")
    terminal.ask("dossier", "reopen", dossier, "--reason", "sửa")
    terminal.ask("dossier", "seal", dossier)
    terminal.ask("dossier", "hand-over", dossier)
    shown = terminal.ask("dossier", "show", dossier)
    assert (shown["stage"], len(shown["evidence"])) == ("handed_over", 3)  # type: ignore[arg-type]
    history = terminal.ask("dossier", "history", dossier)["history"]
    assert isinstance(history, list)
    assert history[0]["what"] == "dossier.handed_over"


@pytest.mark.parametrize(
    ("pair", "code"),
    [
        ("dossier.received_on=31/2/2026", "field.date.impossible"),
        ("dossier.received_on=9/3", "field.date.no_year"),
        ("producer.kind=công ty", "field.choice.unknown"),
        ("product.set=99", "field.choice.unknown"),
        ("dossier.evidence.01=maybe", "field.choice.unknown"),
        ("dossier.samples=-1", "field.number.negative"),
        ("dossier.state=sealed", "field.unknown"),
        ("foo=bar", "field.unknown"),
        ("foo.bar=x", "field.unknown"),
        ("product.name", "cli.pair"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_is_kept(terminal: Terminal, pair: str, code: str) -> None:
    terminal.here.again()
    dossier = a_dossier(terminal.here.db)
    terminal.here.close()
    before = terminal.ask("dossier", "show", dossier)
    assert terminal.refused("dossier", "set", dossier, "product.name=khác", pair) == code
    assert terminal.ask("dossier", "show", dossier) == before


def test_an_unknown_dossier_is_said_to_be_unknown(terminal: Terminal) -> None:
    for words in (("show",), ("seal",), ("history",), ("hand-over",)):
        if words != ("history",):
            assert terminal.refused("dossier", *words, "no such id") == "dossier.gone"
    assert terminal.refused("print", "mau-01", "--dossier", "x", "--out", "/tmp/never.pdf") == "dossier.gone"


def test_a_list_from_a_table_and_what_is_found_in_it(terminal: Terminal, tmp_path: Path) -> None:
    table = tmp_path / "bảng.csv"
    table.write_text(
        "id,raw,product_name,producer_name,producer_type,commune,product_set_inferred,year,note\n"
        "A1,x,Kẹo lạc Sửu Hà,Cơ sở Sửu Hà,Cơ sở (chưa rõ loại hình),Xã Thạch Kênh,7,2023,\n"
        "A2,x,Giò me Hoài Võ,,,Xã Kim Song Trường,8,2024,\n"
        "A3,x,,,,,,,chỉ có ghi chú\n",
        "utf-8-sig",
    )
    dry = terminal.ask("dossier", "import", str(table), "--dry-run")
    assert terminal.ask("dossier", "list")["total"] == 0
    done = terminal.ask("dossier", "import", str(table))
    assert dry | {"dry_run": False, "numbered": done["numbered"]} == done
    assert (done["rows"], done["made"], done["known"], done["refused"]) == (3, 2, 0, 1)
    said = {each["row"]: each["codes"] for each in done["remarks"]}  # type: ignore[attr-defined]
    assert said[2] == ["field.choice.unknown", "import.unit.unknown"] and said[4] == ["import.nameless"]
    assert terminal.ask("dossier", "import", str(table))["made"] == 0
    listed = terminal.ask("dossier", "list", "--search", "keo lac", "--sort", "product")
    (row,) = listed["dossiers"]  # type: ignore[misc]
    assert (listed["total"], row["product"], row["set_no"]) == (1, "Kẹo lạc Sửu Hà", 7)
    assert terminal.ask("dossier", "list", "--limit", "1")["total"] == 2
    assert len(terminal.ask("dossier", "list", "--limit", "1")["dossiers"]) == 1  # type: ignore[arg-type]
    assert terminal.ask("import", "--undo")["undone"] is True
    assert terminal.ask("dossier", "list")["total"] == 0
    assert terminal.refused("import", "--undo") == "import.undo.none"
    (tmp_path / "x.xls").write_bytes(b"\xd0\xcf\x11\xe0" * 50)
    assert terminal.refused("dossier", "import", str(tmp_path / "x.xls")) == "import.old_excel"


def test_an_import_makes_a_database_that_only_this_pc_opens(terminal: Terminal, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("Tên sản phẩm\nChè\n", "utf-8")
    db = str(tmp_path / "mới.db")
    status, out, _ = terminal.run("dossier", "import", str(table), "--db", db, "--unit", UNIT, "--json")
    assert (status, json.loads(out)["made"]) == (0, 1)
    status, out, _ = terminal.run("dossier", "list", "--db", db, "--json")
    assert json.loads(out)["total"] == 1


# --- doors that stay shut ---------------------------------------------------------------------------------------------


def test_a_wrong_passphrase_is_said_in_a_sentence(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OCOP_PASSPHRASE", "sai câu mật khẩu")
    assert terminal.refused("dossier", "list") == "passphrase.wrong"
    monkeypatch.setenv("OCOP_PASSPHRASE", PASSPHRASE)
    assert terminal.ask("dossier", "list")["total"] == 0
    monkeypatch.delenv("OCOP_PASSPHRASE")
    for encoding in ("utf-8", "utf-8-sig"):  # Notepad writes a mark at the beginning
        (tmp_path / "câu.txt").write_text(PASSPHRASE + "\r\n", encoding)
        assert terminal.ask("dossier", "list", "--passphrase-file", str(tmp_path / "câu.txt"))["total"] == 0
    (tmp_path / "câu.txt").write_text(PASSPHRASE, "utf-16")
    assert terminal.refused("dossier", "list", "--passphrase-file", str(tmp_path / "câu.txt")) == "passphrase.file"
    assert terminal.refused("dossier", "list", "--passphrase-file", str(tmp_path / "gone")) == "passphrase.file"


def test_no_office_no_answer(terminal: Terminal, tmp_path: Path) -> None:
    status, out, _ = terminal.run("dossier", "list", "--db", str(tmp_path / "none.db"), "--json")
    assert (status, json.loads(out)["error"]) == (1, "office.missing")
    assert not (tmp_path / "none.db").exists()


def test_a_database_of_another_pc_is_refused(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OCOP_DESKTOP_HOME", str(tmp_path / "máy khác"))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert terminal.refused("dossier", "list") == "passphrase.other_device"


def test_a_damaged_database_is_said_in_a_sentence(terminal: Terminal) -> None:
    terminal.here.again()
    a_complete_dossier(terminal.here.db)
    terminal.here.close()
    data = bytearray(terminal.here.path.read_bytes())
    for page in range(4, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = os.urandom(64)
    terminal.here.path.write_bytes(bytes(data))
    assert terminal.refused("dossier", "list") == "database.damaged"


@pytest.mark.parametrize(
    "words", [("fly",), ("dossier",), ("dossier", "fly"), ("dossier", "show"), ("dossier", "list", "--sort", "x"), ()]
)
def test_wrong_words_end_with_two(terminal: Terminal, words: tuple[str, ...]) -> None:
    status, out, err = terminal.run(*words)
    assert (status, out) == (2, "")
    assert "usage" in err


# --- the program as it is started -------------------------------------------------------------------------------------


def start(*words: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    kept = {
        key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    return subprocess.run(
        [sys.executable, "-m", "ocop_desktop", *words],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        timeout=120,
    )


def test_no_display_no_window_and_a_sentence(tmp_path: Path) -> None:
    done = start(OCOP_DESKTOP_HOME=str(tmp_path))
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert done.stderr.decode().strip()


def test_a_console_without_vietnamese_gets_utf_8(tmp_path: Path) -> None:
    done = start("unit", "tan trao", "--json", PYTHONIOENCODING="ascii", OCOP_DESKTOP_HOME=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["units"][0]["name"].endswith("Tân Trào")


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another thing there")
def test_a_reader_that_hangs_up_is_no_fault(tmp_path: Path) -> None:
    words = f"{sys.executable} -m ocop_desktop law check | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", words], cwd=ROOT, capture_output=True, timeout=60)
    assert b"Traceback" not in done.stderr


def test_the_demonstration_twice_in_one_folder(terminal: Terminal, tmp_path: Path) -> None:
    keys: list[set[str]] = []
    for _ in range(2):
        status, out, err = terminal.run("demo", "--out", str(tmp_path / "thử"), "--json")
        assert status == 0, err
        answer = json.loads(out)
        keys.append(set(answer))
        assert answer["digest_equal"] is True
        assert (answer["conflicts"], answer["rejected"], answer["unit"]) == (0, 0, UNIT)
        assert answer["records_sent"] > 10
        assert answer["files_sent"] > 5
        for key in ("report_pdf", "receipt_pdf", "missing_pdf"):
            assert Path(answer[key]).read_bytes().startswith(b"%PDF")
        assert Path(answer["server_database"]).exists()
    assert keys[0] == keys[1] >= {"database", "passphrase", "dossier", "product", "due_on", "receipt_at", "seconds"}
    status, out, _ = terminal.run("dossier", "list", "--db", answer["database"], "--json")
    assert [row["stage"] for row in json.loads(out)["dossiers"]] == ["at_province"]
