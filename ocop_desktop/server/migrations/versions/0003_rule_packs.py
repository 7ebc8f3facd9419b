"""Rule packs, and what a device says still waits there."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what rule packs and the list of devices need."""
    for name in ("waiting_records", "waiting_files", "rules"):
        op.add_column("devices", sa.Column(name, sa.Integer))
    op.add_column("devices", sa.Column("told_at", sa.String(24)))
    op.create_table(
        "rule_packs",
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("created", sa.String(24), nullable=False),
        sa.Column("expires", sa.String(24), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
