"""How Alembic reaches the workspace that is being opened."""

from alembic import context

from engine.workspace.models import Base
from engine.workspace.store import engine_of

with engine_of(context.config).connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
