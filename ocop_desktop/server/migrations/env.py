"""Alembic's entry: run the steps on the connection that ``migrations.upgrade`` was given."""

from alembic import context

from ocop_desktop.server.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
