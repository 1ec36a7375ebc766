"""The steps that bring a database to the tables of today, the same on SQLite and PostgreSQL."""
