"""The messages that tell whether both sides hold the same, and if not, where they differ."""

from ocop_desktop.protocol.messages import Message, Told


class DigestRequest(Told, frozen=True, kw_only=True):
    """``POST /v1/sync/digest``. ``unit`` empty: the device's own. ``whole``: over everything that the device reads, however many
    units these are. What waits is told again, now at the end of a round."""

    unit: str = ""
    whole: bool = False


class Digest(Message, frozen=True, kw_only=True):
    """Count and ``set_hash`` over the live (not deleted) records of a unit, at ``high_water``.

    Compare only when the client's cursor equals ``high_water`` and nothing waits in its outbox. Of the whole, ``unit`` is
    empty, ``count`` is the sum over the units, ``hash`` the set hash of all their records, and ``numbers``
    (``numbers_hash``) says which units these are and how far each has come.
    """

    unit: str
    epoch: str
    high_water: int
    count: int
    hash: str
    numbers: str = ""


class InventoryRequest(Message, frozen=True, kw_only=True):
    """``POST /v1/sync/inventory``: ids that begin with ``prefix`` (hex and dashes, may be empty)."""

    prefix: str = ""
    unit: str = ""


class InventoryItem(Message, frozen=True, kw_only=True):
    """One record of the inventory, tombstones included. ``hash``: the first 16 hex digits of ``record_hash``."""

    record: str
    rev: int
    deleted: bool = False
    hash: str = ""


class Inventory(Message, frozen=True, kw_only=True):
    """What the server holds; ``hash`` covers the live records under the prefix."""

    unit: str
    epoch: str
    high_water: int
    items: tuple[InventoryItem, ...]
    hash: str
