"""The steps from one shape of the store to the next, up and down, for alembic."""
