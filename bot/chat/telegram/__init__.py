"""The way to Telegram: requests, their limits and moods."""
