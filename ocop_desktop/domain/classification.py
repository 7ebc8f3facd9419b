"""The list of OCOP products of a regime: *ngành*, *nhóm*, *phân nhóm*, and the product set whose rubric applies.

The file is ``resources/legal/criteria/<regime>/classification.toml``.
"""

from functools import cached_property
from typing import Literal

import msgspec

from ocop_desktop.domain.forms import Source


class SetEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A product set in the classification: its name in the rubric, ``leaf`` its name in the list of products."""

    no: int
    code: str
    name: str
    managing_agencies: tuple[str, ...]
    samples: int = 0
    leaf: str = ""


class Subgroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A *nhóm* of the classification."""

    name: str
    sets: tuple[SetEntry, ...]


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A *ngành* of the classification."""

    no: str
    code: str
    name: str
    subgroups: tuple[Subgroup, ...]


class SuccessorSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where the products of a set went in the next period: one set, several, or none (``dropped``)."""

    code: str
    to: tuple[str, ...]
    relation: Literal["same", "renamed", "widened", "narrowed", "merged", "split", "changed", "dropped"]
    note: str = ""


class Successor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the sets of a period map to those of the next; ``added`` are sets that are new there. Not an official table."""

    regime: str
    basis: str
    confidence: str
    added: tuple[str, ...] = ()
    sets: tuple[SuccessorSet, ...] = ()

    def of(self, code: str) -> tuple[str, ...]:
        """The codes of the sets that a set became; none where it is not known."""
        return next((one.to for one in self.sets if one.code == code), ())


class ProductSet(msgspec.Struct, frozen=True, kw_only=True):
    """A product set to choose from, with its place in the classification."""

    no: int
    code: str
    name: str
    group: str
    group_name: str
    subgroup: str
    leaf: str
    managing_agencies: tuple[str, ...]
    samples: int

    @property
    def classification(self) -> str:
        """Ngành, Nhóm, Phân nhóm for line 3 of Mẫu số 01, each named once."""
        return " / ".join(dict.fromkeys(name for name in (self.group_name, self.subgroup, self.leaf) if name))


class Classification(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """The list of products of one regime."""

    id: str
    version: int
    regime: str
    valid_from: str
    source: Source
    valid_to: str = ""
    confidence: dict[str, str] = {}
    successor: Successor | None = None
    groups: tuple[Group, ...]

    @cached_property
    def product_sets(self) -> tuple[ProductSet, ...]:
        """Every product set, in printed order."""
        return tuple(
            ProductSet(
                no=one.no,
                code=one.code,
                name=one.name,
                group=group.code,
                group_name=group.name,
                subgroup=subgroup.name,
                leaf=one.leaf,
                managing_agencies=one.managing_agencies,
                samples=one.samples,
            )
            for group in self.groups
            for subgroup in group.subgroups
            for one in subgroup.sets
        )
