"""The commune's confirmation that a product is no longer made, as a letter to the province (Điều 8 khoản 4)."""

from __future__ import annotations

from ocop_desktop import legal
from ocop_desktop.actions.documents import Paper
from ocop_desktop.actions.papers import drawing
from ocop_desktop.domain.forms import Values
from ocop_desktop.errors import Refused
from ocop_desktop.storage import records
from ocop_desktop.storage.db import Db

from . import register, stopping

_LETTER = "xac-nhan-ngung-san-xuat"


def stop_letter(db: Db, product: str) -> Paper:
    """The letter of the latest confirmation. ``Refused``: ``recognition.none`` where production was not confirmed as stopped."""
    page = register.open_product(db, product)
    values, number, day = stopping.recorded(db, product)
    if day is None or "recognition.stars" not in values:
        raise Refused("recognition.none")
    producer = records.find(db, str(register.of_line(db, product)[-1].body.get("producer") or ""))
    about: Values = {
        "product.name": page.name,
        "producer.name": page.producer,
        "producer.address": producer.body.get("address") if producer is not None else None,
    }
    regime = legal.regime_on(day).id
    return drawing.letter(db, _LETTER, {**about, **values}, number=number, regime=regime, about=page.name)
