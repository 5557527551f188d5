"""What is remembered, on disk. The only folder that knows SQLAlchemy; `open_storage` is its front door."""

from bot.storage.opening import Stores, open_storage

__all__ = ["Stores", "open_storage"]
