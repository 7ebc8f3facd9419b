"""A child process: an office whose every text carries a mark, worked in by window and terminal, until somebody pulls the plug.

Says ``ready`` when everything was done at least once; the window stays open on the filled dossier.
"""

import os
import sys
import threading
import time
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton, QTabBar

from ocop_desktop import legal, log
from ocop_desktop.actions import care, dossiers, evidence, exchange, office, people, personal, stick
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import fold
from ocop_desktop.storage.db import run
from ocop_desktop.ui import opened
from ocop_desktop.ui.app import build
from ocop_desktop.ui.dossier_page import DossierPage
from ocop_desktop.ui.main_window import MainWindow
from tests.kit.window import child, dialogs, rest

MARK = "Quỳnhdấuđỏ"
FOLDED = fold(MARK)
PASSPHRASE = "mật khẩu Quỳnhdấuđỏ không ai biết"
_TEXTS = frozenset({"text", "lines"})


def values() -> Values:
    """Something marked in every field of the forms that takes words."""
    regime = legal.regimes()[-1].id
    filled: Values = {"producer.phone": "0912345678", "dossier.received_on": "2026-11-09"}
    for form in ("mau-01", "mau-03"):
        for section in legal.screen_form(regime, form).sections:
            for number, field in enumerate(section.fields):
                if field.kind in _TEXTS and field.key not in {"dossier.reception_no", "product.set"}:
                    filled[field.key] = f"{MARK} {number} {field.key.rpartition('.')[2]}"[: field.max_length or 200]
    return filled


def set_up(database: Path, server: str, code: str) -> str:
    """Everything that needs no window: enter, attach, export, back up, send; gives the dossier."""
    office.create_office(
        database,
        office.SetUp(level="commune", unit="02545", officer=f"Cán bộ {MARK}", signer_name=MARK, passphrase=PASSPHRASE),
    )
    key = office.unlock(database, PASSPHRASE)
    db = office.open_writer(database, key)
    made = run(db, partial(dossiers.receive, values=values())).created
    assert made is not None
    run(
        db,
        partial(
            dossiers.save_draft,
            dossier=made,
            values={"product.name": f"Chè {MARK}"},
            unparsed={"dossier.samples": MARK},
        ),
    )
    run(
        db, lambda db: evidence.attach(db, made, "05", f"{MARK}.pdf", b"%PDF-1.4\n" + MARK.encode() * 50 + b"\n%%EOF\n")
    )
    run(db, lambda db: people.add(db, key, f"Người hai {MARK}", ["leader"], f"{PASSPHRASE} hai"))
    exchange.enrol(office.runner(db), server, code, f"Máy {MARK}")
    exchange.synchronise(office.runner(db), lambda _: None, threading.Event())
    run(db, lambda db: dossiers.save_draft(db, made, {"product.name": f"Chè sau {MARK}"}, {}))
    stick.export(office.runner(db), database.parent / "goi.ocop")
    run(db, lambda db: personal.look(db, made, "producer.ethnicity"))
    run(db, lambda db: people.entered(db, key, "recovery"))
    db.close()
    care.back_up(database, key)
    return made


def main(home: Path, server: str, code: str) -> None:
    """Work until killed."""
    database = home / "ocop.db"
    home.mkdir(parents=True)
    build(["ocop-desktop"])
    log.start()
    dossier = set_up(database, server, code)
    window = MainWindow(database)
    window.begin()
    window.show()
    rest(window)
    child(window, "passphrase", QLineEdit).setText(PASSPHRASE)
    child(window, "open", QPushButton).click()
    rest(window, lambda: window.workspace is not None)
    assert window.workspace is not None and window.office is not None
    window.office.open_dossier.emit(dossier, None)
    rest(window)
    page = window.workspace.page("dossier")
    assert isinstance(page, DossierPage)
    for bar in page.findChildren(QTabBar)[:1]:
        for at in range(bar.count()):
            bar.setCurrentIndex(at)
            rest(window)
    for name in ("dossiers", "today", "register", "products", "sync", "settings"):
        window.workspace.show_page(name)
        rest(window)
    window.office.open_dossier.emit(dossier, None)
    rest(window)
    from ocop_desktop.actions import documents

    window.jobs.read(lambda db: documents.report(db, dossier), window.office.print_requested.emit)
    rest(window, lambda: dialogs(window))
    opened.keep(f"{MARK}.pdf", MARK.encode() * 50)
    window.jobs.write(lambda db: dossiers.save_draft(db, dossier, {"product.name": f"Chè lần ba {MARK}"}, {}))
    rest(window)
    import logging

    logging.getLogger("ocop_desktop").warning("the window works")
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while os.getppid():
        time.sleep(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
