"""A plan taken in, listed and shown from the terminal."""

import json

import pytest

from ocop_desktop import cli
from ocop_desktop.storage import vault
from tests.kit.builders import Office


def test_a_plan_is_taken_in_once_and_shown(
    here: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here.close()
    vault.add_device(here.path, here.key)
    monkeypatch.delenv("OCOP_PASSPHRASE", raising=False)

    def ask(*words: str, status: int = 0) -> dict[str, object]:
        assert cli.main([*words, "--db", str(here.path), "--json"]) == status
        answer = json.loads(capsys.readouterr().out)
        assert isinstance(answer, dict)
        return answer

    made = ask("plan", "import", "kon-tum")
    assert (made["tasks"], made["targets"]) == (10, 12)
    assert ask("plan", "import", "kon-tum", status=1)["error"] == "plan.already"
    listed = ask("plan", "list")["plans"]
    assert isinstance(listed, list) and [each["years"] for each in listed] == ["2021-2025"]
    shown = ask("plan", "show", str(made["plan"]))
    assert isinstance(shown["disagreements"], list) and len(shown["disagreements"]) == 23
    assert ask("plan", "show", "nothing", status=1)["error"] == "plan.gone"
    broken = here.path.with_name("kế hoạch.toml")
    broken.write_text('title = "x"\nstarts = "2026-13-01"\nends = "2026-12-31"\n', "utf-8")
    assert ask("plan", "import", str(broken), status=1)["error"] == "plan.file"
