"""The messages, both directions."""

from typing import Literal

import msgspec

from ocop_desktop.domain.forms import Value

Kind = Literal["create", "patch", "move", "delete"]
Status = Literal["applied", "merged", "conflict", "rejected", "held", "duplicate"]


class Message(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every message shares: unknown keys are ignored, defaults are not sent."""


class Limits(Message, frozen=True, kw_only=True):
    """Sizes in bytes that the server accepts. ``body``: a request as sent; ``decoded``: the same after gzip. Asked for, not
    enforced (0: not said): ``file_pages`` of a file, ``dossier`` bytes and ``dossier_pages`` of all files of a dossier."""

    body: int
    decoded: int
    ops: int
    field: int
    file: int
    chunk: int
    page: int
    file_pages: int = 0
    dossier: int = 0
    dossier_pages: int = 0


class Hello(Message, frozen=True, kw_only=True):
    """``GET /v1/hello?client_time=``: who the server is and what it speaks. No token needed.

    ``epoch`` changes when the province restores its database from a copy: a client that sees another epoch asks for the
    inventory before it trusts its cursor. ``public_key`` (Ed25519, base64) signs receipts. ``skew_seconds`` is the
    client's clock minus the server's, when ``client_time`` was given. ``files_wait``: the disk is nearly full, records
    are still taken. ``age_recipient``: packages by stick are sealed to it; ``age_proof`` (base64, Ed25519 by
    ``public_key`` over ``packages.recipient_bytes``) says that it is the province's. ``rules``: the number of the newest
    rule pack, to be had at ``GET /v1/rules``; 0: none was published. ``programs``: how many versions of the program were
    published, to be had at ``GET /v1/programs``. ``plans``: the unit whose plans every device may read, by ``changes`` and
    ``digest`` as one of its own; of that unit it is told nothing else.
    """

    protocol_min: int
    protocol_max: int
    epoch: str
    server_time: str
    province: str
    province_name: str
    limits: Limits
    public_key: str
    min_app: str = ""
    message: str = ""
    skew_seconds: int | None = None
    files_wait: bool = False
    age_recipient: str = ""
    age_proof: str = ""
    rules: int = 0
    plans: str = ""
    programs: int = 0


class ProgramOffer(Message, frozen=True, kw_only=True):
    """A newer version of the program for a ``system`` (``windows-amd64``): ``size`` and ``sha256`` (hex) of the file that holds it."""

    system: str
    number: int
    version: str
    size: int
    sha256: str
    expires: str
    note: str = ""


class Programs(Message, frozen=True, kw_only=True):
    """``GET /v1/programs``: the newest version for each system; ``GET /v1/programs/<system>/<number>`` gives the file, also in parts."""

    items: tuple[ProgramOffer, ...]


class EnrolRequest(Message, frozen=True, kw_only=True):
    """``POST /v1/enrol``: a one-time ``code`` from the province makes this PC known. ``public_key``: Ed25519, base64.

    The same code and key again give the same device. ``age_recipient``: answers by stick are sealed to it.
    """

    code: str
    device_name: str
    replica: str
    public_key: str
    app: str
    age_recipient: str = ""


class EnrolAnswer(Message, frozen=True, kw_only=True):
    """The new device. ``unit`` is its own unit; ``units`` all units whose records it may read and write.

    A unit is a commune code (5 digits); a province code (2 digits) in ``units`` stands for all units.
    """

    device: str
    unit: str
    units: tuple[str, ...]
    province: str
    server_public_key: str
    unit_name: str = ""
    province_name: str = ""
    epoch: str = ""
    age_recipient: str = ""
    age_proof: str = ""


class ChallengeRequest(Message, frozen=True, kw_only=True):
    """``POST /v1/token/challenge``."""

    device: str


class Challenge(Message, frozen=True, kw_only=True):
    """A text to sign within ``expires_in`` seconds; see ``token_bytes``."""

    challenge: str
    expires_in: int


class Told(Message, frozen=True, kw_only=True):
    """What a PC says of itself, for the province's list of devices: changes and files that wait there for the province,
    and the number of the rule pack it has. Left out: not said."""

    waiting_records: int | None = None
    waiting_files: int | None = None
    rules: int | None = None


class TokenRequest(Told, frozen=True, kw_only=True):
    """``POST /v1/token``. ``signature``: base64 of the Ed25519 signature over ``token_bytes(challenge)``. ``app`` and
    ``skew_seconds`` (what hello answered) are for the province's list of devices."""

    device: str
    challenge: str
    signature: str
    app: str = ""
    skew_seconds: int | None = None


class Token(Message, frozen=True, kw_only=True):
    """Sent as ``Authorization: Bearer <token>``. ``expires_in`` in seconds; a 401 means: ask for another one."""

    token: str
    expires_in: int


# --- push -----------------------------------------------------------------------------------------------------------


class Op(Message, frozen=True, kw_only=True):
    """One change of one record.

    ``fields`` holds only what changed; ``null`` takes the field away. ``base_rev`` is the revision last received from
    the server (0: never), also for the second and later operations on a record that still wait: the server knows which
    revisions came from this replica and does not count them as another's.
    ``create`` brings a record (or brings back a deleted one); ``patch`` changes fields; ``move`` changes ``state`` and
    needs ``expect`` (fields with the values that must still hold); ``delete`` leaves a tombstone.
    ``parent``: a record that must exist in the same unit. ``at`` and ``by`` (the officer) are for show only.
    ``resolves``: conflicts that this operation settles, with a ``reason``. ``confirmed``: a person agreed to delete
    more records at once than ``too_many_deletes`` allows.
    """

    op: str
    record: str
    type: str
    unit: str
    kind: Kind
    base_rev: int = 0
    fields: dict[str, Value] = msgspec.field(default_factory=dict)
    expect: dict[str, Value] = msgspec.field(default_factory=dict)
    parent: str | None = None
    at: str = ""
    by: str = ""
    resolves: tuple[str, ...] = ()
    reason: str = ""
    confirmed: bool = False


class Push(Message, frozen=True, kw_only=True):
    """``POST /v1/sync/push``: encode once with ``encode``, keep the bytes, send the same bytes every time.

    ``journal``: number and hash of the last line of the sender's journal, ``12:9f…``; the receipt repeats it, signed.
    """

    replica: str
    app: str
    schema: int
    client_time: str
    ops: tuple[Op, ...]
    journal: str = ""


class Head(Message, frozen=True, kw_only=True):
    """A record as the server has it: what a conflict is shown against. ``device_name``: the PC, as people call it."""

    rev: int
    body: dict[str, Value]
    deleted: bool = False
    by: str = ""
    device: str = ""
    at: str = ""
    device_name: str = ""


class Result(Message, frozen=True, kw_only=True):
    """What became of one operation; ``status`` says which of the other fields are set.

    applied: ``rev``, ``seq``. The record is now exactly the client's base plus its fields.
    merged: ``rev``, ``seq``, ``body``: take this body (others changed other groups, or text was cleaned).
    conflict: ``conflict`` (id), ``code`` (one of ``CONFLICTS``), ``groups``, ``head``, and ``by`` and ``at``: who made the
      head and when; for ``state_conflict`` who moved the state. The server keeps the losing operation.
    rejected: ``code`` (one of ``REJECTIONS``), ``field``. Nothing is kept; the operation blocks only its own record, and may be sent again in
      another batch after a correction or an update.
    held: ``missing``. The server keeps the operation and applies it when that record comes.
    duplicate: this operation id was applied before, in another batch. ``rev``, ``seq``, ``body`` are the record as it is
      now; of a record that was deleted since there is no body, and ``rev`` is the one the operation made.
    """

    op: str
    status: Status
    rev: int | None = None
    seq: int | None = None
    body: dict[str, Value] | None = None
    conflict: str | None = None
    code: str = ""
    field: str = ""
    groups: tuple[str, ...] = ()
    head: Head | None = None
    missing: str | None = None
    by: str = ""
    at: str = ""


class Receipt(Message, frozen=True, kw_only=True):
    """The answer to a push: durable, repeated byte for byte. ``results`` are in the order of the operations.

    ``digest``: SHA-256 (hex) of the pushed JSON bytes before gzip. ``signature``: base64, Ed25519 by the server's key over
    ``receipt_bytes``; it is checked over the answer's bytes, so that fields added later are covered too.
    """

    receipt: str
    batch: str
    replica: str
    device: str
    epoch: str
    at: str
    digest: str
    results: tuple[Result, ...]
    journal: str = ""
    signature: str = ""


# --- changes, conflicts, digest, inventory --------------------------------------------------------------------------


class Change(Message, frozen=True, kw_only=True):
    """A record as it is now. ``conflicts``: how many open conflicts wait for a person."""

    seq: int
    record: str
    type: str
    unit: str
    rev: int
    body: dict[str, Value]
    deleted: bool = False
    conflicts: int = 0
    parent: str | None = None
    device: str = ""
    at: str = ""
    by: str = ""


class Changes(Message, frozen=True, kw_only=True):
    """``GET /v1/sync/changes?after=&limit=&unit=``: changes of one unit after a cursor, in order.

    Store the page and ``next`` as the new cursor in one transaction; ask again while ``next < high_water``. Every
    record appears once, at its last change. ``plans``: the last number of the province's plans (-1: not said), so that who has
    read that far need not ask for them.
    """

    unit: str
    epoch: str
    items: tuple[Change, ...]
    next: int
    high_water: int
    plans: int = -1


class UnitState(Message, frozen=True, kw_only=True):
    """One unit and its last number; to a device that gathers several also its PCs and when the last of them was here."""

    unit: str
    high_water: int
    devices: int = 0
    seen_at: str = ""


class Units(Message, frozen=True, kw_only=True):
    """What an installation that gathers several communes walks through."""

    epoch: str
    units: tuple[UnitState, ...]


class OpenConflict(Message, frozen=True, kw_only=True):
    """An operation that lost, whole, until someone settles it. ``fields`` are the values that were not taken.

    ``base``: what these fields were where the operation began, as far as the server remembers. ``typed_at``: the PC's
    clock when it was made, ``at`` the server's when it lost. ``head``: the record as it is now.
    """

    conflict: str
    code: str
    record: str
    type: str
    unit: str
    base_rev: int
    head_rev: int
    kind: str
    fields: dict[str, Value]
    groups: tuple[str, ...] = ()
    by: str = ""
    device: str = ""
    at: str = ""
    op: str = ""
    base: dict[str, Value] = msgspec.field(default_factory=dict)
    head: Head | None = None
    device_name: str = ""
    typed_at: str = ""


class Conflicts(Message, frozen=True, kw_only=True):
    """``GET /v1/sync/conflicts?unit=``."""

    items: tuple[OpenConflict, ...]


# --- files ----------------------------------------------------------------------------------------------------------


class MissingRequest(Message, frozen=True, kw_only=True):
    """``POST /v1/files/missing``: which of these contents (SHA-256, hex) the server does not yet have whole."""

    sha256: tuple[str, ...]
    unit: str = ""


class Missing(Message, frozen=True, kw_only=True):
    """The answer, a part of what was asked."""

    sha256: tuple[str, ...]


# --- errors ---------------------------------------------------------------------------------------------------------


class Problem(Message, frozen=True, kw_only=True):
    """RFC 9457 problem details. ``code`` is stable; sentences for people are the client's."""

    type: str
    title: str
    status: int
    code: str
    field: str = ""


class Health(Message, frozen=True, kw_only=True):
    """``GET /health``."""

    status: str
