"""What a confirmation that production stopped says of the product: its recognition, and the stop as it was written down."""

from __future__ import annotations

from datetime import date

from ocop_desktop import legal
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.text import show_long_date
from ocop_desktop.errors import Refused
from ocop_desktop.storage.db import Db

from . import register


def recorded(db: Db, product: str) -> tuple[Values, str, date | None]:
    """The values of the letter, its number, and the day of the stop (None: not confirmed yet).

    What is not recorded is left out, so that the letter has room to write it.
    """
    try:
        page = register.open_product(db, product)
    except Refused:
        return {}, "", None
    stop = next((each for each in page.events if each.kind == "stopped"), None)
    own = next((each for each in page.events if each.kind == "recognition"), None)
    if stop is not None and own is not None and stop.day < own.day:
        stop = None  # recognised again since
    values: Values = {}
    if own is not None:
        values |= {
            "recognition.stars": own.stars,
            "recognition.decision": own.details.get("decision_no"),
            "recognition.day": own.details.get("decided_on"),
        }
    if stop is None:
        return values, "", None
    regime = legal.regime_on(stop.day)
    short = regime.source.document.replace("Quyết định ", "Quyết định số ")
    signed = show_long_date(date.fromisoformat(regime.source.day))
    values |= {
        "law.short": short,
        "law.full": f"{short} {signed} của Thủ tướng Chính phủ",
        "stopped.day": stop.day.isoformat(),
        "stopped.proof": stop.details.get("reason"),
    }
    return values, str(stop.details.get("number") or "").partition("/")[0], stop.day
