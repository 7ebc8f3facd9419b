"""The commune's confirmation that a product is no longer made, as a letter to the province (Điều 8 khoản 4)."""

from __future__ import annotations

from datetime import date

from ocop_desktop import legal
from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.office import office
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import show_long_date
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db

from . import register

_LETTER = "xac-nhan-ngung-san-xuat"


def stop_letter(db: Db, product: str) -> Paper:
    """The letter of the latest confirmation. ``Refused``: ``recognition.none`` where production was not confirmed as stopped."""
    from ocop_desktop.printing import compose, letter

    page = register.open_product(db, product)
    stop = next((each for each in page.events if each.kind == "stopped"), None)
    own = next((each for each in page.events if each.kind == "recognition"), None)
    if stop is None or own is None:
        raise Refused("recognition.none")
    latest = register.of_line(db, product)[-1]
    producer = records.find(db, str(latest.body.get("producer") or ""))
    regime = legal.regime_on(stop.day)
    short = regime.source.document.replace("Quyết định ", "Quyết định số ")
    signed = show_long_date(date.fromisoformat(regime.source.day))
    values: Values = {
        "law.short": short,
        "law.full": f"{short} {signed} của Thủ tướng Chính phủ",
        "product.name": page.name,
        "producer.name": page.producer,
        "producer.address": producer.body.get("address") if producer is not None else None,
        "recognition.stars": own.stars,
        "recognition.decision": own.details.get("decision_no"),
        "recognition.day": own.details.get("decided_on"),
        "stopped.day": stop.day.isoformat(),
        "stopped.proof": stop.details.get("reason"),
    }
    spec, at = legal.letter(_LETTER), office(db)
    number = str(stop.details.get("number") or "").partition("/")[0]
    made = compose.compose(spec, values, at, number=number)
    return Paper(name=f"{_LETTER}.pdf", title=spec.title, data=letter.render(made, at))
