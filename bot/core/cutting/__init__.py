"""Where sentences end: Punkt, and rules for what it does not know."""
