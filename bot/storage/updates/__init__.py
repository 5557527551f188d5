"""Updates on disk: what came in, what was answered, and who is at work on it."""
