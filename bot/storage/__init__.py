"""What is remembered, on disk. The only folder that knows SQLAlchemy; `open_storage` is its front door."""

from bot.ports.stores import Stores
from bot.storage.copying import copy_database
from bot.storage.databases.disk import database_folder
from bot.storage.databases.sole import held_alone
from bot.storage.migrating import has_tables
from bot.storage.opening import open_storage

__all__ = ["Stores", "copy_database", "database_folder", "has_tables", "held_alone", "open_storage"]
