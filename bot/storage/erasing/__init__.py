"""What goes when a person asks, and what goes by itself."""
