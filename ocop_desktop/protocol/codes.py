"""The codes of answers to operations, and the number that parks deletions."""

MANY_DELETES = 20
"""More deletions than this in one push are refused (``delete.unconfirmed``) until a person confirms them."""
FEW_DELETES = 5
"""So many may always go: the twentieth part of a unit that has hardly begun is no guard but a nuisance."""


def too_many_deletes(deletes: int, living: int) -> bool:
    """Whether so many deletions at once need a person: more than ``MANY_DELETES``, or more than the twentieth part of the
    ``living`` records of the unit (the deleted ones among them) when it is more than ``FEW_DELETES``."""
    return deletes > MANY_DELETES or (deletes > FEW_DELETES and deletes * 20 > living)


CONFLICTS = frozenset({"edit_conflict", "delete_conflict", "deleted_conflict", "state_conflict", "stale_move"})
"""The codes of a result with status ``conflict``."""

REJECTIONS = frozenset(
    {
        "op.malformed",
        "field.name",
        "field.kind",
        "field.too_long",
        "field.too_large",
        "record.too_large",
        "record.other_type",
        "record.base_unknown",
        "record.blocked",
        "scope.outside",
        "state.by_move",
        "move.incomplete",
        "record.conflict",
        "report.sealed",
        "custody",
        "authority",
        "delete.unconfirmed",
    }
)
"""The codes of a result with status ``rejected``. ``record.base_unknown``: the server has no such revision (it was
restored from a copy: compare with the inventory). ``record.blocked``: an earlier operation of the same push on this
record was not taken. ``record.conflict``: a move while somebody still has to decide a conflict of the record.
``custody``: the dossier was handed over and is the province's until it is returned. ``authority``: another level decides
this: a commune writes no council, recognition or withdrawal."""
