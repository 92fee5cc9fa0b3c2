"""Drafts: documents as they are being edited, with their undo steps."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Bring the workspace from the version before to this one."""
    op.create_table(
        "draft",
        sa.Column("document", sa.String(length=200), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("saved", sa.Integer(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("document"),
    )
    op.create_table(
        "draft_step",
        sa.Column("document", sa.String(length=200), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("edit", sa.JSON(), nullable=True),
        sa.Column("inverse", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["draft.document"]),
        sa.PrimaryKeyConstraint("document", "number"),
    )
