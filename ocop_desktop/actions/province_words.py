"""What the province says of a dossier, field by field: its remarks when it returned it, its reasons when it took no change."""

from dataclasses import dataclass

from ocop_desktop.actions.labels import label
from ocop_desktop.domain import merge
from ocop_desktop.domain.dossiers import Dossier
from ocop_desktop.domain.forms import Values
from ocop_desktop.domain.records import DOSSIER_PARTS, REMARK
from ocop_desktop.storage import held
from ocop_desktop.storage.db import Db

_ON_SCREEN = f"dossier.{REMARK}"


@dataclass(frozen=True, kw_only=True)
class Remark:
    """What the province wants mended: the field's key, what people call it, the province's words."""

    key: str
    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """A change the province did not take. ``code``: of ``protocol.REJECTIONS``; ``key``: the field to go to, or empty."""

    code: str
    key: str
    label: str


def remarks(whole: Dossier) -> tuple[Remark, ...]:
    """The province's remarks that are not mended yet."""
    return tuple(
        Remark(
            key=key.removeprefix(_ON_SCREEN), label=label(whole.regime, key.removeprefix(_ON_SCREEN)), text=str(text)
        )
        for key, text in sorted(whole.values.items())
        if key.startswith(_ON_SCREEN) and text
    )


def mended(whole: Dossier, values: Values) -> Values:
    """The remarks that go because their field changes, as screen values."""
    changed = merge.differing(whole.values, values)
    return {f"{_ON_SCREEN}{key}": None for key in changed if f"{_ON_SCREEN}{key}" in whole.values}


def refusals(db: Db, whole: Dossier) -> tuple[Refusal, ...]:
    """Why the province did not take what was sent of a dossier."""
    found = []
    for refused in held.of_dossier(db, whole.id, "rejected"):
        key = ""
        if refused.type in DOSSIER_PARTS and refused.field:
            key = f"{refused.type}.{refused.field}"
        elif refused.type == "evidence":
            key = f"dossier.evidence.{refused.row}" if refused.row.isdigit() else f"dossier.component.{refused.row}"
        found.append(Refusal(code=refused.code, key=key, label=label(whole.regime, key) if key else ""))
    return tuple(dict.fromkeys(found))
