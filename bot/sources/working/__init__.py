"""Worker processes: their seats, memory and budget."""
