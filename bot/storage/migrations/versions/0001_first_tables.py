"""The first tables: people and chats, texts, what was read, the inbox and what was sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

row_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create everything."""
    _create_chats()
    _create_texts()
    _create_search()
    _create_readings()
    _create_inbox()
    _create_deliveries()


def _create_chats() -> None:
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text()),
        sa.PrimaryKeyConstraint("chat_id", name="pk_chats"),
    )
    op.create_table(
        "people",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language_code", sa.Text()),
        sa.Column("first_seen", sa.DateTime(), nullable=False),
        sa.Column("last_seen", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_people"),
    )
    op.create_table(
        "conversations",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reading_ids", sa.JSON(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "user_id", name="pk_conversations"),
    )
    op.create_index("ix_conversations_user_id", "conversations", ["user_id"])


def _create_texts() -> None:
    op.create_table(
        "versions",
        sa.Column("number", row_number, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("byline", sa.Text()),
        sa.Column("site", sa.Text()),
        sa.Column("published", sa.Date()),
        sa.Column("url", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("partial", sa.Boolean(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_versions"),
        sa.UniqueConstraint("version", name="uq_versions_version"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "articles",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.version"], name="fk_articles_version", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name="pk_articles"),
    )
    op.create_index("ix_articles_version", "articles", ["version"])


# For SQLite: terms are looked up whole, so positions within a text are not kept; every category but blanks
# and control characters is part of a word, so that "c++" and the vowel signs of Thai and Hindi survive.
SEARCH = {
    "sqlite": [
        """
        CREATE VIRTUAL TABLE article_terms USING fts5 (
            terms, detail=none, tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
        )
        """
    ],
    "postgresql": [
        "CREATE TABLE article_terms (number BIGINT PRIMARY KEY, terms TEXT[] NOT NULL)",
        "CREATE INDEX ix_article_terms_terms ON article_terms USING GIN (terms)",
    ],
}


def _create_search() -> None:
    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)


def _create_readings() -> None:
    op.create_table(
        "readings",
        sa.Column("reading_id", row_number, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text()),
        sa.Column("parent", sa.BigInteger()),
        sa.Column("update_id", sa.BigInteger()),
        sa.ForeignKeyConstraint(["version"], ["versions.version"], name="fk_readings_version"),
        sa.PrimaryKeyConstraint("reading_id", name="pk_readings"),
        sa.UniqueConstraint("update_id", "version", "chat_id", name="uq_readings_update_id_version_chat_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_readings_chat_id_version", "readings", ["chat_id", "version"])
    op.create_index("ix_readings_user_id", "readings", ["user_id"])
    op.create_index("ix_readings_version", "readings", ["version"])
    op.create_table(
        "messages",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_messages"),
    )
    op.create_table(
        "message_readings",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reading_id", row_number, nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id", "message_id"],
            ["messages.chat_id", "messages.message_id"],
            name="fk_message_readings_chat_id_message_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.reading_id"], name="fk_message_readings_reading_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "message_id", "position", name="pk_message_readings"),
    )
    op.create_index("ix_message_readings_reading_id", "message_readings", ["reading_id"])


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("position", row_number, nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text()),
        sa.Column("user_id", sa.BigInteger()),
        sa.Column("payload", sa.Text()),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("deaths", sa.Integer(), nullable=False),
        sa.Column("alone", sa.Integer(), nullable=False),
        sa.Column("begun", sa.Boolean(), nullable=False),
        sa.Column("error", sa.Text()),
        sa.Column("numbering", sa.BigInteger()),
        sa.Column("message_id", sa.BigInteger()),
        sa.PrimaryKeyConstraint("position", name="pk_inbox"),
        sa.UniqueConstraint("telegram_id", "identity", name="uq_inbox_telegram_id_identity"),
        sa.UniqueConstraint("update_id", name="uq_inbox_update_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_numbering_message_id", "inbox", ["numbering", "message_id"])
    op.create_index("ix_inbox_state_position", "inbox", ["state", "position"])
    op.create_index("ix_inbox_user_id", "inbox", ["user_id"])


def _create_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("part", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.Column("lost", sa.JSON(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("numbering", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", "part", name="pk_deliveries"),
    )
    op.create_index("ix_deliveries_begun_at", "deliveries", ["begun_at"])
    op.create_index("ix_deliveries_numbering_message_id", "deliveries", ["numbering", "message_id"])
