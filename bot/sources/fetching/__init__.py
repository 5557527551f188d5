"""What the guarded way to the web is made of."""
