"""A small stand-in for Telegram with a chat page, to try the bot in a browser without a token."""
