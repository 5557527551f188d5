"""The tables of feeds and digests. Changing one means a new migration."""

from __future__ import annotations

import sqlalchemy as sa

from bot.storage.schema.tables import Moment, RowNumber, metadata

feeds = sa.Table(
    "feeds",
    metadata,
    sa.Column("feed_id", RowNumber, primary_key=True),
    sa.Column("url", sa.Text, nullable=False, unique=True),
    sa.Column("title", sa.Text),
    sa.Column("site", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("next_at", Moment, nullable=False),
    sa.Column("pause_s", sa.Integer, nullable=False),
    sa.Column("etag", sa.Text),
    sa.Column("last_modified", sa.Text),
    sa.Column("failing_since", Moment),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("wish_s", sa.Integer),
    sa.Index(None, "status", "next_at"),
    sqlite_autoincrement=True,
)


def _owned_by(column: str, *, key: bool = False, index: bool | None = None) -> sa.Column[int]:
    """A column that points to a row of a feed or a plan, with which its own row goes."""
    owner = sa.ForeignKey(column, ondelete="CASCADE")
    name = column.partition(".")[2]
    if key:
        return sa.Column(name, RowNumber, owner, primary_key=True, autoincrement=False, index=index)
    return sa.Column(name, RowNumber, owner, nullable=False, index=index)


followings = sa.Table(
    "followings",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("topic_id", sa.BigInteger, primary_key=True, autoincrement=False),
    _owned_by("feeds.feed_id", key=True, index=True),
    sa.Column("since", Moment, nullable=False),
    sa.Column("include", sa.JSON, nullable=False),
    sa.Column("exclude", sa.JSON, nullable=False),
    sa.Column("cap", sa.Integer, nullable=False),
)

feed_items = sa.Table(
    "feed_items",
    metadata,
    sa.Column("item_id", RowNumber, primary_key=True),
    _owned_by("feeds.feed_id"),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("link", sa.Text, index=True),
    sa.Column("version", sa.Text, index=True),  # the text behind the link, once it has been read
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("published", Moment),
    sa.Column("author", sa.Text),
    sa.Column("seen_at", Moment, nullable=False, index=True),
    sa.Index(None, "feed_id", "seen_at"),
    sqlite_autoincrement=True,
)

# What is known of a feed by id or link, as long as the feed lists it: longer than its items are kept.
item_names = sa.Table(
    "item_names",
    metadata,
    _owned_by("feeds.feed_id", key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("listed_at", Moment, nullable=False, index=True),
)

shares = sa.Table(
    "shares",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("what", sa.Text, primary_key=True),  # the address, or "text:" and the version
    sa.Column("topic_id", sa.BigInteger, nullable=False),
    sa.Column("url", sa.Text, index=True),
    sa.Column("version", sa.Text, index=True),  # the stored text, once it has been read
    sa.Column("shared_at", Moment, nullable=False, index=True),
    sa.Column("user_id", sa.BigInteger, index=True),
    sa.Column("message_link", sa.Text),
    sa.Column("reactions", sa.Integer, nullable=False),
    sa.Column("replies", sa.Integer, nullable=False),
    sa.Index(None, "chat_id", "topic_id", "shared_at"),
)

# The talk of a chat, for a few days, and without its authors: a mark finds the words of one who is forgotten.
said = sa.Table(
    "said",
    metadata,
    sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("topic_id", sa.BigInteger, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False, index=True),
    sa.Column("reply_to", sa.BigInteger),
    sa.Column("reactions", sa.Integer, nullable=False),
    sa.Column("link", sa.Text),
    sa.Column("author", sa.Text, index=True),
    sa.Index(None, "chat_id", "at"),
)

digest_plans = sa.Table(
    "digest_plans",
    metadata,
    sa.Column("digest_id", RowNumber, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("topic_id", sa.BigInteger, nullable=False),
    sa.Column("target_chat_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("target_topic_id", sa.BigInteger, nullable=False),
    sa.Column("schedule", sa.JSON, nullable=False),  # see bot.storage.plans
    sa.Column("since", Moment, nullable=False),
    sa.Column("stories", sa.Integer, nullable=False),
    sa.Column("sentences", sa.Integer, nullable=False),
    sa.Column("shared", sa.Boolean, nullable=False),
    sa.Column("feeds", sa.Boolean, nullable=False),
    sa.Column("pin", sa.Boolean, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
    sa.Column("last_slot", sa.Text),
    sa.Column("last_until", Moment),
    sa.Index(None, "chat_id", "topic_id"),
    sqlite_autoincrement=True,
)

# A slot is taken once: the pair is unique, whatever happens to the process.
digest_runs = sa.Table(
    "digest_runs",
    metadata,
    sa.Column("run_id", RowNumber, primary_key=True),
    _owned_by("digest_plans.digest_id"),
    sa.Column("slot", sa.Text, nullable=False),
    sa.Column("begun_at", Moment, nullable=False),
    sa.Column("finished_at", Moment, index=True),
    sa.Column("parts", sa.JSON, nullable=False),  # emptied when all have arrived
    sa.UniqueConstraint("digest_id", "slot"),
    sqlite_autoincrement=True,
)

digest_told = sa.Table(
    "digest_told",
    metadata,
    _owned_by("digest_plans.digest_id", key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("told_at", Moment, nullable=False, index=True),
)
