"""The Telegram adapter: the only place that knows tags, buttons and message length."""
