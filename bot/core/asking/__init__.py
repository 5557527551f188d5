"""Questions that an article answers, made from its own openings."""
