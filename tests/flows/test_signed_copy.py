"""The signed report over the line: attached after the hand-over, seen at the province bound to the exact revision."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_desktop.actions import desk, documents, dossiers, paper_check, signed
from ocop_desktop.domain.sentences import sentence
from ocop_desktop.errors import Refused
from ocop_desktop.server.serving import running
from ocop_desktop.server.settings import Settings
from ocop_desktop.storage import records
from ocop_desktop.storage.db import run
from tests.flows.test_province_desk import ONE, TOTAL, Pc, Place, handed_over
from tests.kit import scanner
from tests.kit.network import bad_line


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    settings = Settings(data=tmp_path / "may-chu", province="08", province_name="Tỉnh Tuyên Quang")
    with running(settings) as address, bad_line(address) as line:
        made = Place(tmp_path, settings, line, monkeypatch)
        with made.stack:
            yield made


def scanned(pc: Pc, dossier: str, revision: int = 0) -> bytes:
    return scanner.as_pdf(scanner.pages(documents.report(pc.db, dossier, revision).data, 200, turn=1))


def bind(pc: Pc, scan: bytes) -> None:
    ready = signed.prepare(pc.db, paper_check.read("quét.pdf", scan))
    run(pc.db, lambda db: signed.bind(db, ready))


def copies(pc: Pc, dossier: str) -> list[dict[str, object]]:
    held = records.of_dossier(pc.db, dossier, "evidence")
    return [dict(each.body) for each in held if not each.deleted and each.body.get("row") == "signed"]


def test_the_province_sees_the_signed_copy_of_the_very_revision(place: Place) -> None:
    commune = place.pc("xa", "commune", ONE)
    tea = handed_over(commune, "Chè Shan tuyết")
    province = place.pc("tinh", "province", "08")
    province.sync()
    assert copies(province, tea) == []

    first = scanned(commune, tea)
    bind(commune, first)
    summary = commune.sync()
    assert (summary.rejected, summary.files, summary.digest_equal) == (0, 1, True), "taken after the hand-over too"
    assert province.sync().digest_equal
    sealed = dossiers.open_dossier(province.db, tea).sealed
    assert sealed is not None and sealed.revision == 1
    [copy] = copies(province, tea)
    assert (copy["report"], copy["revision"]) == (sealed.id, 1)
    assert copy["sha256"] == hashlib.sha256(first).hexdigest(), "the bytes as they were scanned"
    stored = list(place.settings.data.rglob(str(copy["sha256"])))
    assert stored or any(str(copy["sha256"])[2:] in file.name for file in place.settings.data.rglob("*"))

    found = paper_check.check(province.db, paper_check.read("giấy.pdf", first))
    assert (found.code, found.revision, found.counts) == ("paper.scan", 1, 1), "the province checks a paper by its code"

    # Returned, corrected, sealed and handed over again: the old paper counts no more, at either end.
    run(province.db, lambda db: desk.note(db, tea, TOTAL, "Ghi lại số người"))
    run(province.db, lambda db: desk.give_back(db, tea))
    province.sync()
    commune.sync()
    commune.do(dossiers.reopen, tea, "Theo ý kiến của tỉnh")
    commune.do(dossiers.save_draft, tea, {TOTAL: 25}, {})
    commune.do(dossiers.seal, tea)
    commune.do(dossiers.hand_over, tea)
    assert commune.sync().digest_equal and province.sync().digest_equal
    for pc in (commune, province):
        old = paper_check.check(pc.db, paper_check.read("giấy cũ.pdf", first))
        assert (old.revision, old.counts) == (1, 2) and "paper.older" in old.notes
        assert "lần chốt 1" in sentence("paper.older", old.details)
        page = dossiers.open_dossier(pc.db, tea)
        assert page.sealed is not None
        assert not [file for file in page.evidence if file.report == page.sealed.id], "revision 2 is not signed yet"
    with pytest.raises(Refused, match=r"paper\.older"):
        bind(commune, scanned(commune, tea, revision=1))

    bind(commune, scanned(commune, tea))
    assert commune.sync().rejected == 0 and province.sync().digest_equal
    page = dossiers.open_dossier(province.db, tea)
    assert page.sealed is not None and page.sealed.revision == 2
    assert [file.name for file in page.evidence if file.report == page.sealed.id] == ["bao-cao-da-ky-lan-2.pdf"]
    assert sorted(int(str(copy["revision"])) for copy in copies(province, tea)) == [1, 2], (
        "the first one stays on record"
    )
