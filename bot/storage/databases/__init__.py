"""SQLite and PostgreSQL: how each is opened, written, searched and swept."""
