"""Where Alembic is told what to migrate: the connection that `lnet.store.migrate` has opened, in its transaction."""

from alembic import context

from lnet.store.tables import Row

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Row.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
