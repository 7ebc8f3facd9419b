"""The server's tables. Changing one means a new file in ``migrations/versions``; a test compares the two.

Ids are UUID text, instants are UTC text, bodies are canonical JSON text: the same on SQLite and PostgreSQL.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

devices = Table(
    "devices",
    metadata,
    Column("device", String(36), primary_key=True),
    Column("name", Text, nullable=False),
    Column("unit", String(5), nullable=False),
    Column("units", Text, nullable=False),
    Column("public_key", String(44), nullable=False),
    Column("replica", String(36), nullable=False),
    Column("app", Text, nullable=False),
    Column("enrolled_at", String(24), nullable=False),
    Column("seen_at", String(24), nullable=False),
    Column("revoked_at", String(24)),
    Column("age_recipient", Text),
    Column("skew_seconds", Integer),
    Column("waiting_records", Integer),
    Column("waiting_files", Integer),
    Column("told_at", String(24)),
    Column("rules", Integer),
)

rule_packs = Table(
    "rule_packs",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("created", String(24), nullable=False),
    Column("expires", String(24), nullable=False),
    Column("note", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

programs = Table(
    "programs",
    metadata,
    Column("system", String(41), nullable=False),
    Column("number", Integer, nullable=False),
    Column("version", String(24), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("created", String(24), nullable=False),
    Column("expires", String(24), nullable=False),
    Column("note", Text, nullable=False),
    PrimaryKeyConstraint("system", "number"),
)

rescue = Table(
    "rescue",
    metadata,
    Column("rescue", String(36), primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("device", String(36), nullable=False),
    Column("unit", String(5), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("at", String(24), nullable=False),
    Column("taken_at", String(24)),
)

codes = Table(
    "codes",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("units", Text, nullable=False),
    Column("unit_name", Text, nullable=False),
    Column("expires_at", String(24), nullable=False),
    Column("used_at", String(24)),
    Column("device", String(36), ForeignKey("devices.device")),
)

attempts = Table(
    "attempts",
    metadata,
    Column("attempt", Integer, primary_key=True),
    Column("source", String(64), nullable=False),
    Column("at", String(24), nullable=False),
    Index("attempts_at", "at"),
)

used_challenges = Table(
    "used_challenges",
    metadata,
    Column("challenge", String(64), primary_key=True),
    Column("at", String(24), nullable=False),
    Index("used_challenges_at", "at"),
)

scope_seq = Table(
    "scope_seq",
    metadata,
    Column("unit", String(5), primary_key=True),
    Column("seq", BigInteger, nullable=False),
)

digests = Table(
    "digests",
    metadata,
    Column("unit", String(5), ForeignKey("scope_seq.unit"), primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("records", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("made_on", String(10), nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("entry", String(36), primary_key=True),
    Column("at", String(24), nullable=False),
    Column("act", String(32), nullable=False),
    Column("actor", String(36), nullable=False),
    Column("unit", String(5), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("outcome", String(40), nullable=False),
    Index("audit_at", "at"),
)

records = Table(
    "records",
    metadata,
    Column("record", String(36), primary_key=True),
    Column("unit", String(5), ForeignKey("scope_seq.unit"), nullable=False),
    Column("type", String(32), nullable=False),
    Column("parent", String(36)),
    Column("rev", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("device", String(36), nullable=False),
    Column("officer", Text, nullable=False),
    Column("at", String(24), nullable=False),
    Column("moved_by", Text, nullable=False),
    Column("moved_at", String(24), nullable=False),
    UniqueConstraint("unit", "seq", name="records_unit_seq"),
)

history = Table(
    "history",
    metadata,
    Column("record", String(36), ForeignKey("records.record"), nullable=False),
    Column("rev", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("op", String(36), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("fields", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("device", String(36), nullable=False),
    Column("replica", String(36), nullable=False),
    Column("officer", Text, nullable=False),
    Column("client_at", Text, nullable=False),
    Column("at", String(24), nullable=False),
    PrimaryKeyConstraint("record", "rev"),
)

ops = Table(
    "ops",
    metadata,
    Column("op", String(36), primary_key=True),
    Column("record", String(36), nullable=False),
    Column("rev", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
)

receipts = Table(
    "receipts",
    metadata,
    Column("receipt", String(36), primary_key=True),
    Column("replica", String(36), nullable=False),
    Column("batch", String(36), nullable=False),
    Column("device", String(36), ForeignKey("devices.device"), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("answer", LargeBinary, nullable=False),
    Column("at", String(24), nullable=False),
    UniqueConstraint("replica", "batch", name="receipts_replica_batch"),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("conflict", String(36), primary_key=True),
    Column("op", String(36), nullable=False, unique=True),
    Column("record", String(36), ForeignKey("records.record"), nullable=False),
    Column("unit", String(5), nullable=False),
    Column("code", String(32), nullable=False),
    Column("groups", Text, nullable=False),
    Column("head_rev", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Column("device", String(36), nullable=False),
    Column("at", String(24), nullable=False),
    Column("resolved_by", String(36)),
    Index("conflicts_open", "unit", "resolved_by"),
)

held = Table(
    "held",
    metadata,
    Column("op", String(36), primary_key=True),
    Column("missing", String(36), nullable=False),
    Column("unit", String(5), nullable=False),
    Column("payload", Text, nullable=False),
    Column("device", String(36), nullable=False),
    Column("replica", String(36), nullable=False),
    Column("at", String(24), nullable=False),
    Index("held_missing", "missing"),
)

files = Table(
    "files",
    metadata,
    Column("sha256", String(64), nullable=False),
    Column("unit", String(5), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("record", String(36)),
    Column("device", String(36), nullable=False),
    Column("at", String(24), nullable=False),
    PrimaryKeyConstraint("sha256", "unit"),
)

uploads = Table(
    "uploads",
    metadata,
    Column("upload", String(36), primary_key=True),
    Column("device", String(36), ForeignKey("devices.device"), nullable=False),
    Column("unit", String(5), nullable=False),
    Column("record", String(36)),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("expires_at", String(24), nullable=False),
    Column("done", Boolean, nullable=False),
    Index("uploads_expires", "expires_at"),
)

upload_parts = Table(
    "upload_parts",
    metadata,
    Column("upload", String(36), nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
    PrimaryKeyConstraint("upload", "position"),
)
