"""Where articles come from: guarded fetching, extraction, and the workers that do both safely."""
