"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of the first release."""
    op.create_table(
        "attempts",
        sa.Column("attempt", sa.Integer, primary_key=True),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("at", sa.String(24), nullable=False),
    )
    op.create_index("attempts_at", "attempts", ["at"])
    op.create_table(
        "devices",
        sa.Column("device", sa.String(36), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("unit", sa.String(5), nullable=False),
        sa.Column("units", sa.Text, nullable=False),
        sa.Column("public_key", sa.String(44), nullable=False),
        sa.Column("replica", sa.String(36), nullable=False),
        sa.Column("app", sa.Text, nullable=False),
        sa.Column("enrolled_at", sa.String(24), nullable=False),
        sa.Column("seen_at", sa.String(24), nullable=False),
        sa.Column("revoked_at", sa.String(24)),
    )
    op.create_table(
        "files",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("unit", sa.String(5), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("record", sa.String(36)),
        sa.Column("device", sa.String(36), nullable=False),
        sa.Column("at", sa.String(24), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "unit"),
    )
    op.create_table(
        "held",
        sa.Column("op", sa.String(36), primary_key=True),
        sa.Column("missing", sa.String(36), nullable=False),
        sa.Column("unit", sa.String(5), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("device", sa.String(36), nullable=False),
        sa.Column("replica", sa.String(36), nullable=False),
        sa.Column("at", sa.String(24), nullable=False),
    )
    op.create_index("held_missing", "held", ["missing"])
    op.create_table(
        "meta",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "ops",
        sa.Column("op", sa.String(36), primary_key=True),
        sa.Column("record", sa.String(36), nullable=False),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "scope_seq",
        sa.Column("unit", sa.String(5), primary_key=True),
        sa.Column("seq", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "codes",
        sa.Column("code_hash", sa.String(64), primary_key=True),
        sa.Column("units", sa.Text, nullable=False),
        sa.Column("unit_name", sa.Text, nullable=False),
        sa.Column("expires_at", sa.String(24), nullable=False),
        sa.Column("used_at", sa.String(24)),
        sa.Column("device", sa.String(36), sa.ForeignKey("devices.device")),
    )
    op.create_table(
        "receipts",
        sa.Column("receipt", sa.String(36), primary_key=True),
        sa.Column("replica", sa.String(36), nullable=False),
        sa.Column("batch", sa.String(36), nullable=False),
        sa.Column("device", sa.String(36), sa.ForeignKey("devices.device"), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("answer", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.String(24), nullable=False),
        sa.UniqueConstraint("replica", "batch", name="receipts_replica_batch"),
    )
    op.create_table(
        "records",
        sa.Column("record", sa.String(36), primary_key=True),
        sa.Column("unit", sa.String(5), sa.ForeignKey("scope_seq.unit"), nullable=False),
        sa.Column("type", sa.String(32), nullable=False),
        sa.Column("parent", sa.String(36)),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("deleted", sa.Boolean, nullable=False),
        sa.Column("conflicts", sa.Integer, nullable=False),
        sa.Column("device", sa.String(36), nullable=False),
        sa.Column("officer", sa.Text, nullable=False),
        sa.Column("at", sa.String(24), nullable=False),
        sa.Column("moved_by", sa.Text, nullable=False),
        sa.Column("moved_at", sa.String(24), nullable=False),
        sa.UniqueConstraint("unit", "seq", name="records_unit_seq"),
    )
    op.create_table(
        "uploads",
        sa.Column("upload", sa.String(36), primary_key=True),
        sa.Column("device", sa.String(36), sa.ForeignKey("devices.device"), nullable=False),
        sa.Column("unit", sa.String(5), nullable=False),
        sa.Column("record", sa.String(36)),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.String(24), nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
    )
    op.create_index("uploads_expires", "uploads", ["expires_at"])
    op.create_table(
        "conflicts",
        sa.Column("conflict", sa.String(36), primary_key=True),
        sa.Column("op", sa.String(36), nullable=False, unique=True),
        sa.Column("record", sa.String(36), sa.ForeignKey("records.record"), nullable=False),
        sa.Column("unit", sa.String(5), nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("groups", sa.Text, nullable=False),
        sa.Column("head_rev", sa.Integer, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("device", sa.String(36), nullable=False),
        sa.Column("at", sa.String(24), nullable=False),
        sa.Column("resolved_by", sa.String(36)),
    )
    op.create_index("conflicts_open", "conflicts", ["unit", "resolved_by"])
    op.create_table(
        "history",
        sa.Column("record", sa.String(36), sa.ForeignKey("records.record"), nullable=False),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("op", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("device", sa.String(36), nullable=False),
        sa.Column("replica", sa.String(36), nullable=False),
        sa.Column("officer", sa.Text, nullable=False),
        sa.Column("client_at", sa.Text, nullable=False),
        sa.Column("at", sa.String(24), nullable=False),
        sa.PrimaryKeyConstraint("record", "rev"),
    )
