"""A real volume that is full: every write says so in one sentence, leaves nothing half written, and the old state stands."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ocop_desktop.domain.sentences import SENTENCES

SAID = {"disk.full", "disk.nearly_full", "package.no_space", "done"}
NAMES = (
    *("sealing", "attaching", "copying", "copying_to_a_stick", "restoring", "upgrading", "a_rule_pack", "a_stick"),
    *("the_journal", "a_list", "a_persons_data", "the_sealed_pdf", "the_electronic_dossier"),
)


def own_volume() -> bool:
    """Whether this machine lets a user mount a volume that only a child sees."""
    if sys.platform != "linux":
        return False
    tried = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs small /mnt"]
    try:
        return subprocess.run(tried, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not own_volume(), reason="no volume of one's own here; a limit on file sizes is tried elsewhere")
@pytest.mark.parametrize("name", NAMES)
def test_a_full_volume_at_each_write(tmp_path: Path, name: str) -> None:
    command = ["unshare", "-rm", sys.executable, "-m", "tests.crash.small_disk", str(tmp_path), name]
    ran = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert ran.returncode == 0, ran.stderr
    tries = [json.loads(line) for line in ran.stdout.splitlines()]
    for each in tries:
        assert each["said"] in SAID, each
        assert each["broken"] == [], "a copy is whole or not there"
        if each["said"] != "done":
            assert each["same"] and each["new"] == [], each
    told = [SENTENCES[each["said"]] for each in tries if each["said"] != "done"]
    assert all("đầy" in words or "không đủ" in words.lower() for words in told), "the cause is named"
    assert tries[0]["said"] != "done" and tries[-1]["said"] == "done", tries
