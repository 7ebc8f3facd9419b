"""How a figure of a plan is written in its cell, and read back: counts, ranges, shares, times, đồng, millions of đồng."""

import re

from ocop_desktop.domain import kinds
from ocop_desktop.domain.forms import Value, Values
from ocop_desktop.domain.programme.money import PLANNED, SPENT
from ocop_desktop.domain.programme.plans import Measure, Target, number
from ocop_desktop.domain.text import one_line, show_count
from ocop_desktop.errors import Refused

_KIND = {"count": "count", "money": "money", "percent": "percent", "times": "percent"}
_RANGE = re.compile(r"(.*\d.*?)\s*(?:-|–|đến)\s*(.*\d.*)")
_MILLION = 1_000_000
_TIMES = re.compile(r"\s*lần\s*$", re.IGNORECASE)


def read(body: Values, field: str, text: str) -> Values:
    """The fields that a typed figure sets, by the record it belongs to; an empty text takes them away.

    ``planned`` of a target may be a range (``20 - 30``); ``planned.…`` and ``spent.…`` of a line of money are in millions.
    ``Refused``: those of a number field, ``plan.range`` for a range that ends before it begins.
    """
    typed = one_line(text)
    if field.startswith((PLANNED, SPENT)):
        return {field: millions(typed)}
    measure: Measure = body.get("measure") or "count"  # type: ignore[assignment]
    if field == "planned" and (both := _RANGE.fullmatch(typed)):
        first, last = _one(measure, both[1]), _one(measure, both[2])
        if int(first or 0) >= int(last or 0):
            raise Refused("plan.range")
        return {"planned": first, "most": last}
    return {field: _one(measure, typed), **({"most": None} if field == "planned" else {})}


def _one(measure: Measure, text: str) -> Value:
    return kinds.KINDS[_KIND[measure]].parse(_TIMES.sub("", text))


def millions(text: str) -> int | None:
    """Millions of đồng, with up to six decimals, as whole đồng: ``40.659`` or ``12,5``."""
    typed = re.sub(r"\s*(?:triệu(?:\s*đồng)?|tr\.?)$", "", one_line(text), flags=re.IGNORECASE)
    if not typed:
        return None
    whole, comma, decimals = typed.partition(",")
    if comma and not re.fullmatch(r"\d{1,6}", decimals, re.ASCII):
        raise Refused("field.number.unreadable")
    amount = int(str(kinds.KINDS["money"].parse(whole) or 0)) * _MILLION + int((decimals or "0").ljust(6, "0"))
    kinds.KINDS["money"].parse(str(amount))  # no more than an amount may be
    return amount


def in_millions(amount: int) -> str:
    """Đồng as millions, exactly: ``40.659``, ``12,5``."""
    whole, rest = divmod(amount, _MILLION)
    decimals = f",{rest:06d}".rstrip("0").rstrip(",")
    return f"{show_count(whole)}{decimals}"


def shown(body: Values, field: str) -> str:
    """A figure as its cell begins to be edited: what ``read`` gives the same fields for."""
    value = number(body.get(field))
    if value is None:
        return ""
    if field.startswith((PLANNED, SPENT)):
        return in_millions(value)
    kind = kinds.KINDS[_KIND[str(body.get("measure") or "count")]]
    most = number(body.get("most")) if field == "planned" else None
    return f"{kind.show(value)} - {kind.show(most)}" if most is not None else kind.show(value)


def of_target(target: Target, field: str) -> str:
    """The same for a target that was read."""
    body: Values = {
        "measure": target.measure,
        "planned": target.planned or None,
        "most": target.most,
        "typed": target.typed,
    }
    return shown(body, field)
