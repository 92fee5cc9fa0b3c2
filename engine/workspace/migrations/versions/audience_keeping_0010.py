"""Audiences have tags, a folder and a time of deletion; loads and snapshots of audiences say who made them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Bring the workspace from the version before to this one."""
    op.add_column("audience", sa.Column("tags", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("audience", sa.Column("folder", sa.Text(), nullable=False, server_default=""))
    op.add_column("audience", sa.Column("deleted", sa.DateTime(), nullable=True))
    for table in ("audience", "audience_snapshot", "load"):
        op.add_column(table, sa.Column("made_by", sa.Text(), nullable=False, server_default=""))
