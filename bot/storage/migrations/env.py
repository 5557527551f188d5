"""What Alembic runs around the migrations: on the connection that it is handed, in that one's transaction."""

from __future__ import annotations

from alembic import context

from bot.storage.schema.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False
)
context.run_migrations()
