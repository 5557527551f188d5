"""A thousand chats whose digests are due at once, against a stand-in that enforces Telegram's limits.

    python tests/quality/thousand_chats.py [--chats 1000]

Real HTTP between the bot's messenger and the stand-in's Bot API; the digests are fixed beforehand, as making
them is measured elsewhere. Prints how long it took, how many messages went out, how often the stand-in
answered 429, and how often a call came before the time that such an answer named; fails where a message is
missing, comes twice or out of order, or where a 429 was not heeded.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "chat")]

from stage import Stage, on_stage  # noqa: E402 - the path comes first

from bot.core.digests.followings import DigestPlan, Place  # noqa: E402 - as above
from bot.core.schedule import Schedule, Slot  # noqa: E402 - as above
from bot.trial.chats import BOT_ID, Chat, Member, rights_of  # noqa: E402 - as above
from bot.trial.limits import Limits  # noqa: E402 - as above

FIRST_CHAT = -1_002_000_000_000
PARTS = 2


def populate(stage: Stage, count: int) -> list[int]:
    """Supergroups in which the bot is an administrator."""
    rights = frozenset(rights_of("supergroup"))
    for number in range(count):
        chat = Chat(FIRST_CHAT - number, "supergroup", f"Chat {number}")
        chat.members[BOT_ID] = Member(stage.world.bot, "administrator", rights)
        stage.world.chats[chat.chat_id] = chat
    return [FIRST_CHAT - number for number in range(count)]


async def fix(stage: Stage, chat_ids: list[int]) -> None:
    """For each chat a posting in two messages, as a process leaves it that dies before it sends."""
    now = datetime.now(UTC)
    schedule = Schedule(zone="UTC", times=(now.time(),))
    store = stage.stores.digests
    for chat_id in chat_ids:
        place = Place(chat_id=chat_id)
        plan = DigestPlan(digest_id=0, place=place, target=place, schedule=schedule, since=now)
        plan = await store.save_plan(plan)
        parts = tuple(json.dumps({"html": f"{chat_id} part {part}"}) for part in range(PARTS))
        slot = Slot(now.strftime("%Y-%m-%dT%H:%M"), now)
        await store.begin_run(replace(plan, digest_id=plan.digest_id), slot, parts, (), now)


def check(stage: Stage, chat_ids: list[int], limits: Limits) -> list[str]:
    """What is wrong with what was sent."""
    wrong = []
    for chat_id in chat_ids:
        texts = [message["text"] for message in stage.said(chat_id)]
        if texts != [f"{chat_id} part {part}" for part in range(PARTS)]:
            wrong.append(f"{chat_id}: {texts}")
    if limits.repeated:
        wrong.append(f"{limits.repeated} calls came before the time that a 429 had named")
    return wrong


async def run(count: int, folder: Path) -> int:
    from test_digests import jobs  # noqa: PLC0415 - needs the path, too

    async with on_stage(folder) as stage:
        chat_ids = populate(stage, count)
        await fix(stage, chat_ids)
        limits = stage.world.limits = Limits(time.monotonic)
        began, cpu = time.monotonic(), time.process_time()
        await jobs(stage).post_due()
        took_s = time.monotonic() - began
        wrong = check(stage, chat_ids, limits)
        figures = {
            "chats": count,
            "messages": sum(len(stage.said(chat_id)) for chat_id in chat_ids),
            "wall_s": round(took_s, 1),
            "cpu_s_with_stand_in": round(time.process_time() - cpu, 1),
            "refused_429": limits.refused,
            "against_retry_after": limits.repeated,
            "wrong": wrong[:5],
        }
        print(json.dumps(figures))
        return 1 if wrong else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chats", type=int, default=1000)
    chosen = parser.parse_args().chats
    with tempfile.TemporaryDirectory() as made:
        sys.exit(asyncio.run(run(chosen, Path(made))))
