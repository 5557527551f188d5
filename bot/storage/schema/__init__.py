"""The tables, and what rows are found by."""
