"""The article in a page: units, their features, what is body, and what the page says of it."""
