"""Publications can need the word of others; people are told of runs that failed."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Bring the workspace from the version before to this one."""
    op.create_table(
        "approval_policy",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "person_group",
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("members", sa.JSON(), nullable=False),
    )
    op.create_table(
        "review",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("document", sa.String(200), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("asked", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_review_document", "review", ["document"])
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("person", sa.String(200), nullable=False),
        sa.Column("document", sa.String(200), nullable=False),
        sa.Column("run", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_notice_run", "notice", ["run"])
