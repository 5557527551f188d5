"""A pool of worker processes: how they are started, given jobs, limited and ended."""
