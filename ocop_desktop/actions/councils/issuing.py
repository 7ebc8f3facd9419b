"""Who issues a council's papers and by which law: the district's committee in the three-level years, the province's today."""

from collections.abc import Iterable
from datetime import date

from ocop_desktop import legal
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.regimes import Regime
from ocop_desktop.domain.text import show_long_date

_DISTRICTS = ("Huyện", "Thị xã", "Thành phố", "Quận")


def committee(level: str, own: Values) -> str:
    """The people's committee above a council of that level, as it stands within a sentence."""
    return f"Ủy ban nhân dân {_district(own) if level == 'district' else _province(own)}".strip()


def _province(own: Values) -> str:
    name = str(own.get("office.province_name") or "")
    return f"{name[:1].lower()}{name[1:]}"


def _district(own: Values) -> str:
    """What the area's office is called in its own papers: typed in the settings, for no source of today has districts."""
    name = str(own.get("office.unit_name") or "").removeprefix("Ủy ban nhân dân ").removeprefix("UBND ")
    return f"{name[:1].lower()}{name[1:]}" if name.startswith(_DISTRICTS) else name or "huyện …"


def agency(named: str) -> str:
    """The same on two lines, as the head of a decision prints it."""
    return named.replace("Ủy ban nhân dân ", "Ủy ban nhân dân / ", 1)


def laws(regimes: Iterable[str]) -> Values:
    """The decisions that dossiers before one session stand under, each cited once, in the order of the dossiers."""
    known = [legal.regime(each) for each in dict.fromkeys(regimes)]
    full = [
        f"{_short(each)} {show_long_date(date.fromisoformat(each.source.day))} của Thủ tướng Chính phủ"
        for each in known
    ]
    return {"law.short": ", ".join(_short(each) for each in known), "law.full": " và ".join(full)}


def _short(law: Regime) -> str:
    return law.source.document.replace("Quyết định ", "Quyết định số ")
