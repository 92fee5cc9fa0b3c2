"""Signals, launches of schedules, what test runs read of audiences, and the merge policy of an audience."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Bring the workspace from the version before to this one."""
    with op.batch_alter_table("audience", schema=None) as batch_op:
        batch_op.add_column(sa.Column("merge_policy", sa.String(length=200), nullable=False, server_default=""))
    op.create_table(
        "audience_read",
        sa.Column("document", sa.String(length=200), nullable=False),
        sa.Column("audience", sa.String(length=40), nullable=False),
        sa.Column("physical", sa.String(length=80), nullable=False),
        sa.Column("attributes", sa.JSON(), nullable=True),
        sa.Column("read", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["audience"], ["audience.id"]),
        sa.PrimaryKeyConstraint("document", "audience"),
    )
    op.create_table(
        "signal",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("document", sa.String(length=200), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=True),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("sent", sa.DateTime(), nullable=False),
        sa.Column("run", sa.String(length=40), nullable=True),
        sa.Column("refused", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("signal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signal_document"), ["document"], unique=False)
    op.create_table(
        "launch",
        sa.Column("document", sa.String(length=200), nullable=False),
        sa.Column("planned", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("run", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("document", "planned"),
    )
