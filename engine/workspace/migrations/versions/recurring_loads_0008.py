"""Recurring loads from folders, and the files that they have dealt with."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Bring the workspace from the version before to this one."""
    op.create_table(
        "recurring_load",
        sa.Column("table", sa.String(length=200), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("looked", sa.DateTime(), nullable=False),
        sa.Column("again", sa.DateTime(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("table"),
    )
    op.create_table(
        "recurring_file",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("table", sa.String(length=200), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("modified", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("load", sa.String(length=40), nullable=True),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("dealt", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["table"], ["recurring_load.table"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("table", "name", "sha256"),
    )
