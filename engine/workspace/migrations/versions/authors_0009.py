"""Who made, changed and published a document, and when it was published."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Bring the workspace from the version before to this one."""
    for name in ("created_by", "changed_by", "published_by"):
        op.add_column("document", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("document", sa.Column("published", sa.DateTime(), nullable=True))
