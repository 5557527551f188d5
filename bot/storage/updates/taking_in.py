"""Taking updates in where several processes share one PostgreSQL: each is put and given its holder at once.

Most are put by one statement, which also tells the others what is theirs. While it runs nobody else changes
who holds the lanes: that is what the locks are for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from zlib import crc32

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from bot.ports import Incoming
from bot.storage.schema.tables import Moment, UpdateState
from bot.storage.updates.at_hand import AtHand
from bot.storage.updates.company import ARRIVAL, CHANNEL
from bot.storage.updates.inbox import free_number, renumbered, row_of

LANES = 0x4E75_0003  # class of the advisory locks; the second key is a hash of the lane
HANDED = "handed"  # told to the process that holds an update's lane: the update is its own

_LOCK = sa.text("SELECT pg_advisory_xact_lock(:kind, key) FROM unnest(CAST(:keys AS integer[])) AS key")

# A lane is its chat's, and chats have an index. An update without a chat has a lane of its own.
# `stranger`: the place of one whose number another update has. Then nothing is put until it has its own.
_PUT = sa.text("""
    WITH given AS (
        SELECT * FROM unnest(
            CAST(:update_id AS bigint[]), CAST(:telegram_id AS bigint[]), CAST(:identity AS text[]),
            CAST(:lane AS text[]), CAST(:chat_id AS bigint[]), CAST(:user_id AS bigint[]),
            CAST(:payload AS text[]), CAST(:received_at AS timestamp[]), CAST(:numbering AS bigint[]),
            CAST(:message_id AS bigint[])
        ) WITH ORDINALITY AS given (
            update_id, telegram_id, identity, lane, chat_id, user_id, payload, received_at, numbering,
            message_id, place
        )
    ),
    unknown AS (
        SELECT *, row_number() OVER (PARTITION BY update_id ORDER BY place) > 1
            OR EXISTS (SELECT FROM inbox WHERE inbox.update_id = given.update_id) AS stranger
        FROM given
        WHERE NOT EXISTS (
            SELECT FROM inbox
            WHERE inbox.telegram_id = given.telegram_id AND inbox.identity = given.identity
        )
    ),
    waiting AS (
        SELECT inbox.lane,
            CASE WHEN min(holder) = max(holder) AND count(holder) = count(*) THEN min(holder) END AS holder,
            bool_and(coalesce(holder, 0) = :me AND inbox.update_id = ANY(CAST(:at_hand AS bigint[])))
                AS at_hand
        FROM inbox JOIN (SELECT DISTINCT lane, chat_id FROM unknown) AS lanes
            ON inbox.chat_id = lanes.chat_id AND inbox.lane = lanes.lane
        WHERE inbox.state = :pending
        GROUP BY inbox.lane
    ),
    put AS (
        INSERT INTO inbox (
            update_id, telegram_id, identity, state, lane, chat_id, user_id, payload, received_at,
            tries, deaths, alone, begun, holder, numbering, message_id
        )
        SELECT update_id, telegram_id, identity, :pending, unknown.lane, chat_id, user_id, payload,
            received_at, 0, 0, 0, false, CASE WHEN waiting.lane IS NULL THEN :me ELSE waiting.holder END,
            numbering, message_id
        FROM unknown LEFT JOIN waiting ON waiting.lane = unknown.lane
        WHERE NOT EXISTS (SELECT FROM unknown WHERE stranger)
        ORDER BY place
        ON CONFLICT (telegram_id, identity) DO NOTHING
        RETURNING update_id, lane, holder
    )
    SELECT put.update_id, NULL AS stranger,
        CASE WHEN put.holder = :me THEN coalesce(waiting.at_hand, true) END AS at_hand,
        CASE
            WHEN put.holder <> :me THEN pg_notify(:channel, CAST(json_build_array(
                CAST(:me AS bigint), CAST(:handed AS text),
                json_build_object('holder', put.holder, 'update_id', put.update_id)
            ) AS text))
            WHEN put.holder IS NULL THEN pg_notify(:channel, CAST(json_build_array(
                CAST(:me AS bigint), CAST(:arrival AS text), json_build_object()
            ) AS text))
        END AS told
    FROM put LEFT JOIN waiting ON waiting.lane = put.lane
    UNION ALL
    SELECT update_id, place, NULL, NULL FROM unknown WHERE stranger
""").bindparams(
    sa.bindparam("received_at", type_=ARRAY(Moment)),
    sa.bindparam("me", type_=sa.BigInteger),
    pending=UpdateState.PENDING.value,
    channel=CHANNEL,
    handed=HANDED,
    arrival=ARRIVAL,
)
_COLUMNS = (
    *("update_id", "telegram_id", "identity", "lane", "chat_id", "user_id", "payload", "received_at"),
    *("numbering", "message_id"),
)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What has become of new updates that this process is to handle; others are told of theirs."""

    now: tuple[Incoming, ...]  # to be handed out now, in order
    later: tuple[int, ...] = ()  # after others of their lanes, which were not handed out yet


@dataclass(slots=True)
class _New:
    """An update, and the row that is to hold it."""

    update: Incoming
    row: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.row = row_of(self.update)

    @property
    def key(self) -> tuple[int, str]:
        """What it is known by."""
        return self.row["telegram_id"], self.row["identity"]

    def renumber(self, number: int) -> None:
        self.update = renumbered(self.update, number)
        self.row.update(update_id=number, payload=self.update.payload)


def take_in(connection: sa.Connection, updates: Sequence[Incoming], me: int, at_hand: AtHand) -> TakenIn:
    """Put those that are new, each for the process that holds its lane.

    `me` is this process, `at_hand` what it has been handed out.
    """
    lanes = {update.lane for update in updates}
    # In order, so that two of these don't wait for each other in a ring. Where several are committed
    # together they still may: PostgreSQL ends one of the rings' transactions, which is tried again.
    connection.execute(_LOCK, {"kind": LANES, "keys": sorted(map(key_of_lane, lanes))})
    news = [*{new.key: new for new in map(_New, updates)}.values()]
    while True:
        given = {name: [new.row[name] for new in news] for name in _COLUMNS}
        put = connection.execute(_PUT, {**given, "me": me, "at_hand": at_hand.of(lanes)}).all()
        strangers = sorted(row.stranger for row in put if row.stranger)
        if not strangers:
            break
        for number, place in zip(count(free_number(connection), -1), strangers, strict=False):
            news[place - 1].renumber(number)
    mine = {row.update_id: row.at_hand for row in put if row.at_hand is not None}
    return TakenIn(
        tuple(new.update for new in news if mine.get(new.row["update_id"])),
        tuple(number for number, is_at_hand in mine.items() if not is_at_hand),
    )


def key_of_lane(lane: str) -> int:
    """The second key of the lane's advisory lock. Two lanes with one key wait for each other, no more."""
    return crc32(lane.encode()) - 2**31
