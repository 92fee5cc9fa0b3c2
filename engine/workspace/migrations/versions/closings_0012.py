"""Documents know when they were closed, whatever else changes of them afterwards."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Bring the workspace from the version before to this one."""
    op.add_column("document", sa.Column("closed", sa.DateTime(), nullable=True))
    op.execute("UPDATE document SET closed = changed WHERE status = 'closed'")
