"""The tables, the same for every database. Changing one means a new migration beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.engine import Dialect


class Moment(sa.TypeDecorator[datetime]):
    """An aware datetime, kept in UTC: SQLite has no time zones and would hand back a naive one."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else value.replace(tzinfo=UTC)


# SQLite numbers rows by itself only in a column that is called INTEGER.
RowNumber = sa.BigInteger().with_variant(sa.Integer, "sqlite")

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

people = sa.Table(
    "people",
    metadata,
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("language_code", sa.Text),
    sa.Column("first_seen", Moment, nullable=False),
    sa.Column("last_seen", Moment, nullable=False),
)

chats = sa.Table(
    "chats",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("sentences", sa.Integer, nullable=False),
    sa.Column("layout", sa.Text, nullable=False),
    sa.Column("locale", sa.Text),
)

# A text never changes: chats keep pointing to the one that they saw, whatever its page says today.
versions = sa.Table(
    "versions",
    metadata,
    sa.Column("number", RowNumber, primary_key=True),  # what the search index calls it
    sa.Column("version", sa.Text, nullable=False, unique=True),  # SHA-256 of text and metadata
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("byline", sa.Text),
    sa.Column("site", sa.Text),
    sa.Column("published", sa.Date),
    sa.Column("url", sa.Text, index=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("partial", sa.Boolean, nullable=False),
    sa.Column("spans", sa.Text, nullable=False),  # paragraphs and sentences, see bot.storage.articles
    sqlite_autoincrement=True,
)

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column(
        "version",
        sa.Text,
        sa.ForeignKey("versions.version", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    sa.Column("fetched_at", Moment, nullable=False),
)

# Numbers are never given twice: a button in an old message must not reach another person's reading.
readings = sa.Table(
    "readings",
    metadata,
    sa.Column("reading_id", RowNumber, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("user_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("version", sa.Text, sa.ForeignKey("versions.version"), nullable=False, index=True),
    sa.Column("read_at", Moment, nullable=False),
    sa.Column("sentences", sa.Integer, nullable=False),
    sa.Column("about", sa.Text),
    sa.Column("since", sa.BigInteger),  # the reading before of the same page
    sa.Column("update_id", sa.BigInteger),
    sa.Column("used_at", Moment, index=True),  # when it was last shown or asked about, to a few hours
    sa.Index(None, "chat_id", "version"),
    sa.UniqueConstraint("update_id", "version", "chat_id"),
    sqlite_autoincrement=True,
)

# The bot's own messages that a person may reply to.
messages = sa.Table(
    "messages",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("user_id", sa.BigInteger, index=True),  # whose question it answers, or whose reading it shows
    sa.Column("questions", sa.JSON, nullable=False),
    sa.Column("links", sa.JSON),  # of pages that its buttons can fetch
    sa.Column("used_at", Moment, index=True),
)

message_readings = sa.Table(
    "message_readings",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.ForeignKeyConstraint(
        ["chat_id", "message_id"], ["messages.chat_id", "messages.message_id"], ondelete="CASCADE"
    ),
    sa.Column(
        "reading_id",
        RowNumber,
        sa.ForeignKey("readings.reading_id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
)

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False, index=True),
    sa.Column("reading_ids", sa.JSON, nullable=False),
    sa.Column("questions", sa.JSON, nullable=False),
)


class UpdateState(StrEnum):
    """How far an update has come."""

    PENDING = "pending"
    DONE = "done"
    ASIDE = "aside"  # given up; its JSON is kept for the operator
    # Erased with its person. While somebody is still at work on it, it keeps whose it was, see
    # bot.storage.updates.late.
    FORGOTTEN = "forgotten"


inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("position", RowNumber, primary_key=True),  # the order of arrival
    sa.Column(
        "update_id", sa.BigInteger, nullable=False, unique=True
    ),  # ours: negative where Telegram's was taken
    sa.Column("telegram_id", sa.BigInteger, nullable=False),  # as Telegram numbered it
    sa.Column("identity", sa.Text, nullable=False),  # hash of what tells two updates of one number apart
    sa.Column("state", sa.Text, nullable=False),  # see UpdateState
    sa.Column("lane", sa.Text),
    sa.Column("chat_id", sa.BigInteger, index=True),
    sa.Column("user_id", sa.BigInteger, index=True),
    sa.Column("payload", sa.Text),  # gone as soon as the update is done
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("deaths", sa.Integer, nullable=False),
    sa.Column("alone", sa.Integer, nullable=False),
    sa.Column("begun", sa.Boolean, nullable=False),
    sa.Column("error", sa.Text),
    sa.Column("holder", sa.BigInteger),  # the process that has it, where there are several
    sa.Column("numbering", sa.BigInteger),  # see bot.storage.numbering
    sa.Column("message_id", sa.BigInteger),  # of the message that came, in that numbering
    sa.Index(None, "numbering", "message_id"),
    sa.UniqueConstraint("telegram_id", "identity"),
    sa.Index(None, "state", "position"),
    sqlite_autoincrement=True,
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("part", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("final", sa.Boolean, nullable=False),
    sa.Column("lost", sa.JSON, nullable=False),  # the highest message id that was known at each sending
    sa.Column("begun_at", Moment, nullable=False),
    sa.Column("numbering", sa.BigInteger, nullable=False),  # see bot.storage.numbering
    sa.Index(None, "numbering", "message_id"),
    sa.Index(None, "begun_at"),
)

# See bot.storage.databases.erasures.
erasures = sa.Table(
    "erasures", metadata, sa.Column("number", RowNumber, primary_key=True), sqlite_autoincrement=True
)
