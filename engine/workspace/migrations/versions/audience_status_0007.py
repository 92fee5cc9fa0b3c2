"""Audiences have a status and a description."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Bring the workspace from the version before to this one."""
    op.add_column("audience", sa.Column("status", sa.String(20), nullable=False, server_default="published"))
    op.add_column("audience", sa.Column("description", sa.Text(), nullable=False, server_default=""))
