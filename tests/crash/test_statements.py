"""The plug is pulled at every single statement of one save, one attachment, one seal: it is done, or as before."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_desktop.actions import dossiers, evidence
from ocop_desktop.storage.db import Db, run
from tests.kit.builders import PDF, Office, a_complete_dossier, an_office
from tests.kit.consistency import dump, faults

FORK = multiprocessing.get_context("fork")

Act = Callable[[Db, str], object]

ACTS: dict[str, tuple[Act, Callable[[dossiers.DossierPage], bool]]] = {
    "save": (
        lambda db, dossier: dossiers.save_draft(
            db, dossier, {"product.name": "Chè mới", "producer.phone": "0912 999 888"}, {"dossier.samples": "năm"}
        ),
        lambda page: page.values["product.name"] == "Chè mới",
    ),
    "attach": (
        lambda db, dossier: evidence.attach(db, dossier, "02", "giấy.pdf", PDF + b"02"),
        lambda page: any(file.row == "02" for file in page.evidence),
    ),
    "detach": (
        lambda db, dossier: evidence.detach(db, dossiers.open_dossier(db, dossier).evidence[0].id),
        lambda page: len(page.evidence) == 2,
    ),
    "seal": (lambda db, dossier: dossiers.seal(db, dossier), lambda page: page.state == "sealed"),
}


def act(here: Office, name: str, dossier: str, stop_at: int) -> int:
    """Do an action in a child that dies at the n-th statement; gives the statements it ran, or -1 when it died."""
    ours, theirs = FORK.Pipe(duplex=False)

    def child() -> None:
        here.again()
        ran = 0

        def traced(_: str) -> None:
            nonlocal ran
            ran += 1
            if ran == stop_at:
                os.kill(os.getpid(), signal.SIGKILL)

        here.db.conn.set_trace_callback(traced)
        run(here.db, lambda db: ACTS[name][0](db, dossier))
        here.db.conn.set_trace_callback(None)
        theirs.send(ran)

    process = FORK.Process(target=child)
    process.start()
    theirs.close()
    process.join(30)
    try:
        return int(ours.recv())
    except EOFError:
        return -1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the officer is forked to be killed quickly")
@pytest.mark.parametrize("name", ACTS)
def test_killed_at_every_statement(tmp_path: Path, name: str) -> None:
    here = an_office(tmp_path / "office")
    dossier = a_complete_dossier(here.db)
    before = dump(here.db)
    here.close()
    stop_at, done = 1, False
    while not done:
        ran = act(here, name, dossier, stop_at)
        here.again()
        assert faults(here.db) == [], f"statement {stop_at}"
        done = ACTS[name][1](dossiers.open_dossier(here.db, dossier))
        if not done:
            assert ran == -1
            assert dump(here.db) == before, f"half done at statement {stop_at}"
        here.close()
        stop_at += 1
    assert stop_at > 10, "the trace saw the statements"
