"""One function for each thing that people do: from a turn to what is said."""
