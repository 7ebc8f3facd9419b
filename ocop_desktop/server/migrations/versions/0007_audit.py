"""What administrators and devices did; the database refuses to change or to take away a line."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the table and what keeps it."""
    op.create_table(
        "audit",
        sa.Column("entry", sa.String(36), primary_key=True),
        sa.Column("at", sa.String(24), nullable=False),
        sa.Column("act", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(36), nullable=False),
        sa.Column("unit", sa.String(5), nullable=False),
        sa.Column("subject", sa.String(80), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
    )
    op.create_index("audit_at", "audit", ["at"])
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_no_{act.lower()} BEFORE {act} ON audit "
                "BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION audit_kept() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$"
    )
    op.execute("CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_kept()")
    op.execute("CREATE TRIGGER audit_whole BEFORE TRUNCATE ON audit EXECUTE FUNCTION audit_kept()")
