"""What outlives a restart: one set of tables, the Storage and the Inbox behind their ports."""
