"""An officer at work in a process of its own, until somebody pulls the plug.

Before each action a line says what will be done; after it was kept, another says so. What a parent reads of these lines
is what the officer saw on the screen.
"""

import json
import os
import random
from collections.abc import Callable

from ocop_desktop.actions import dossiers, evidence
from ocop_desktop.storage.db import Db, run
from tests.kit.builders import PDF, Office, complete, words

KEYS = (
    "product.name",
    "producer.name",
    "producer.phone",
    "dossier.note",
    "dossier.self.results",
    "dossier.self.plan",
)


def work(here: Office, seed: int, out: int) -> None:
    """Work for ever: receive, type, attach, take away, pause, seal, open again."""
    chance = random.Random(seed)

    def say(**line: object) -> None:
        os.write(out, json.dumps(line).encode() + b"\n")

    def do(action: Callable[[Db], object], **what: object) -> object:
        say(will=what)
        answer = run(here.db, action)
        say(done=what)
        return answer

    here.again()
    known = [row[0] for row in here.db.conn.execute("SELECT id FROM dossier_row")]
    step = 0
    while True:
        step += 1
        text = f"{seed}-{step} " + "chữ có dấu " * chance.choice((1, 20, 400))
        if not known or chance.random() < 0.05:
            say(will={"receive": text})
            created = run(here.db, lambda db, text=text: dossiers.receive(db, words(product__name=text))).created  # type: ignore[misc]
            assert created is not None
            known.append(created)
            say(done={"receive": text, "dossier": created})
            continue
        dossier = chance.choice(known)
        page = dossiers.open_dossier(here.db, dossier)
        if page.state in {"sealed", "handed_over"}:
            do(lambda db, dossier=dossier: dossiers.reopen(db, dossier, "sửa"), state="open", dossier=dossier)  # type: ignore[misc]
        elif page.state == "waiting":
            do(lambda db, dossier=dossier: dossiers.resume(db, dossier), state="open", dossier=dossier)  # type: ignore[misc]
        else:
            _one(here, chance, page, text, do)


def _one(here: Office, chance: random.Random, page: dossiers.DossierPage, text: str, do: Callable[..., object]) -> None:
    dossier, dice = page.id, chance.random()
    if dice < 0.7:
        key = chance.choice(KEYS)
        value = text.strip()
        if chance.random() < 0.2:
            unread = {key: value}
            do(lambda db: dossiers.save_draft(db, dossier, {}, unread), unparsed=key, value=value, dossier=dossier)
        else:
            do(lambda db: dossiers.save_draft(db, dossier, {key: value}, {}), key=key, value=value, dossier=dossier)
    elif dice < 0.8:
        data = PDF + text.encode() * 50
        do(
            lambda db: evidence.attach(db, dossier, "other", f"{text[:9]}.pdf", data),
            attached=len(data),
            dossier=dossier,
        )
    elif dice < 0.85 and page.evidence:
        file = chance.choice(page.evidence)
        do(lambda db: evidence.detach(db, file.id), detached=file.id, dossier=dossier)
    elif dice < 0.9:
        do(lambda db: dossiers.pause(db, dossier, "chờ"), state="waiting", dossier=dossier)
    elif not page.unparsed:
        if page.problems:
            complete(here.db, dossier)
        do(lambda db: dossiers.seal(db, dossier), state="sealed", dossier=dossier)
