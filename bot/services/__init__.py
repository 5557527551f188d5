"""Use cases. They are async, get what they need handed in, and pass values, never markup."""
