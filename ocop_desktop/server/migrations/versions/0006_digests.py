"""The digest of a unit, kept beside its last number, so that comparing needs no walk through its records."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the table; it fills when digests are asked for."""
    op.create_table(
        "digests",
        sa.Column("unit", sa.String(5), sa.ForeignKey("scope_seq.unit"), primary_key=True),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("records", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("made_on", sa.String(10), nullable=False),
    )
