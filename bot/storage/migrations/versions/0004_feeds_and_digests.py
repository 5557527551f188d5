"""Feeds and who follows them, what chats share, and their digests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

row_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    _create_feeds()
    _create_items()
    _create_shares()
    _create_plans()
    _create_runs()


def _create_feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("feed_id", row_number, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("site", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("next_at", sa.DateTime(), nullable=False),
        sa.Column("pause_s", sa.Integer(), nullable=False),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("failing_since", sa.DateTime()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("feed_id", name="pk_feeds"),
        sa.UniqueConstraint("url", name="uq_feeds_url"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_feeds_status_next_at", "feeds", ["status", "next_at"])
    op.create_table(
        "followings",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("topic_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("feed_id", row_number, autoincrement=False, nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("include", sa.JSON(), nullable=False),
        sa.Column("exclude", sa.JSON(), nullable=False),
        sa.Column("cap", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["feeds.feed_id"], name="fk_followings_feed_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "topic_id", "feed_id", name="pk_followings"),
    )
    op.create_index("ix_followings_feed_id", "followings", ["feed_id"])


def _create_items() -> None:
    op.create_table(
        "feed_items",
        sa.Column("item_id", row_number, nullable=False),
        sa.Column("feed_id", row_number, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("link", sa.Text()),
        sa.Column("version", sa.Text()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("published", sa.DateTime()),
        sa.Column("author", sa.Text()),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["feeds.feed_id"], name="fk_feed_items_feed_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("item_id", name="pk_feed_items"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_feed_items_feed_id_seen_at", "feed_items", ["feed_id", "seen_at"])
    op.create_index("ix_feed_items_link", "feed_items", ["link"], postgresql_using="hash")
    op.create_index("ix_feed_items_seen_at", "feed_items", ["seen_at"])
    op.create_index("ix_feed_items_version", "feed_items", ["version"])
    op.create_table(
        "item_names",
        sa.Column("feed_id", row_number, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("listed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["feeds.feed_id"], name="fk_item_names_feed_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("feed_id", "name", name="pk_item_names"),
    )
    op.create_index("ix_item_names_listed_at", "item_names", ["listed_at"])


def _create_shares() -> None:
    op.create_table(
        "shares",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.BigInteger(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("version", sa.Text()),
        sa.Column("shared_at", sa.DateTime(), nullable=False),
        sa.Column("user_id", sa.BigInteger()),
        sa.Column("message_link", sa.Text()),
        sa.Column("reactions", sa.Integer(), nullable=False),
        sa.Column("replies", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", "what", name="pk_shares"),
    )
    op.create_index("ix_shares_chat_id_topic_id_shared_at", "shares", ["chat_id", "topic_id", "shared_at"])
    op.create_index("ix_shares_shared_at", "shares", ["shared_at"])
    op.create_index("ix_shares_url", "shares", ["url"], postgresql_using="hash")
    op.create_index("ix_shares_user_id", "shares", ["user_id"])
    op.create_index("ix_shares_version", "shares", ["version"])


def _create_plans() -> None:
    op.create_table(
        "digest_plans",
        sa.Column("digest_id", row_number, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("topic_id", sa.BigInteger(), nullable=False),
        sa.Column("target_chat_id", sa.BigInteger(), nullable=False),
        sa.Column("target_topic_id", sa.BigInteger(), nullable=False),
        sa.Column("schedule", sa.JSON(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("stories", sa.Integer(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("feeds", sa.Boolean(), nullable=False),
        sa.Column("pin", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("last_slot", sa.Text()),
        sa.Column("last_until", sa.DateTime()),
        sa.PrimaryKeyConstraint("digest_id", name="pk_digest_plans"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_digest_plans_chat_id_topic_id", "digest_plans", ["chat_id", "topic_id"])
    op.create_index("ix_digest_plans_target_chat_id", "digest_plans", ["target_chat_id"])


def _create_runs() -> None:
    op.create_table(
        "digest_runs",
        sa.Column("run_id", row_number, nullable=False),
        sa.Column("digest_id", row_number, nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime()),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["digest_id"], ["digest_plans.digest_id"], name="fk_digest_runs_digest_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("run_id", name="pk_digest_runs"),
        sa.UniqueConstraint("digest_id", "slot", name="uq_digest_runs_digest_id_slot"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_digest_runs_finished_at", "digest_runs", ["finished_at"])
    op.create_table(
        "digest_told",
        sa.Column("digest_id", row_number, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["digest_id"], ["digest_plans.digest_id"], name="fk_digest_told_digest_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("digest_id", "key", name="pk_digest_told"),
    )
    op.create_index("ix_digest_told_told_at", "digest_told", ["told_at"])
