"""Challenges that a token was given for: none serves twice."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add their table."""
    op.create_table(
        "used_challenges",
        sa.Column("challenge", sa.String(64), primary_key=True),
        sa.Column("at", sa.String(24), nullable=False),
    )
    op.create_index("used_challenges_at", "used_challenges", ["at"])
