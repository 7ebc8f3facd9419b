"""Packages by stick: the key answers are sealed to, the clock of a device, and the quarantine."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what packages need."""
    op.add_column("devices", sa.Column("age_recipient", sa.Text))
    op.add_column("devices", sa.Column("skew_seconds", sa.Integer))
    op.create_table(
        "rescue",
        sa.Column("rescue", sa.String(36), primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False, unique=True),
        sa.Column("device", sa.String(36), nullable=False),
        sa.Column("unit", sa.String(5), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("at", sa.String(24), nullable=False),
        sa.Column("taken_at", sa.String(24)),
    )
