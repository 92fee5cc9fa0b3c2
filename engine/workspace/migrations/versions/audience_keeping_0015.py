"""How long an audience from a file lasts, when one is evaluated, and what other programs call it."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Bring the workspace from the version before to this one."""
    with op.batch_alter_table("audience", schema=None) as batch_op:
        batch_op.add_column(sa.Column("external", sa.String(length=200), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("lasts", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("expires", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("evaluated", sa.String(length=20), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("tried", sa.DateTime(), nullable=True))
