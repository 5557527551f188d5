"""Updates from the inbox to their end: who is handled when, and what belongs together."""
