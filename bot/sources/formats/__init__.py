"""Files that are no web page, as marked-up text."""
