"""A week in a group by the stand-in's clock, with the real messenger: a restart, and a death amid sending.

The long one, with the bot in a process of its own and SIGKILL, is run by hand: tests/quality/week.py.
"""

import random
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from stage import ADMIN_ID, FORUM_ID, MEMBER_ID, PERSON_ID, Stage, on_stage
from test_digests import FakeFeeds, switch_on

from bot.chat.messenger import DigestMessenger
from bot.chat.telegram.pace import Pace
from bot.jobs import Jobs
from bot.services.posting import Posting

DAYS, STORIES, DIES_ON, RESTARTED_ON = 7, 7, 3, 5
FEED = "https://wire.example/feed.xml"
SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "wi", "xo", "kel", "dra")
# So long that a digest of a day takes more than one message.
FRAMES = """
The {0} of {1} was opened by {2} on a cold morning after the {3} had waited for the {4} since the \
{5} without a word from those who had promised it, and people who had come from far away to see it \
stood in the rain with their {8} until the doors were shut again at noon.
Officials in {1} said that the {3} needs a new {6} before the {7} can return to where it used to \
stand, and that nobody should count on it before the {5} is over, since the {10} that carries it was \
found to be older than the books had said, which the {9} had shown long ago.
{2} told the council that every {8} near the {0} will get a {9} this year, whatever the {10} may \
cost, and asked those who doubted it to walk down to the {4} and see with their own eyes what had \
been done there since the {6} came, by hands that had never held a {11} before.
A report on the {7} names the {10} and the {11} as the reasons for the {5}, which nobody had \
expected, for the {3} had been looked after well, and its keepers had written down every {9} that \
came to it in a book that everyone in {1} could read whenever they liked.
""".strip().splitlines()


# A digest is led by three stories of one site at most, and each of these is of its own.
PAGE = (
    "<html lang=en><head><title>{title}</title><meta property='og:site_name' content='{site}'></head>"
    "<body><article><h1>{title}</h1>{body}</article></body></html>"
)


class Story:
    """A story with words of its own, told by two papers and sometimes by the wire."""

    def __init__(self, number: int) -> None:
        chance = random.Random(number)  # noqa: S311 - texts, the same each time
        words = ["".join(chance.choices(SYLLABLES, k=4)) for _ in range(12)]
        words[1:3] = [word.capitalize() for word in words[1:3]]
        self.number = number
        self.title = f"{words[2]} opens the {words[0]} of {words[1]}"
        self.sentences = [frame.format(*words) for frame in FRAMES]
        self.own = f"Neighbours walked around the {words[0]} all day and asked for another {words[9]}."

    def pages(self) -> dict[str, str]:
        """By address, the page of each paper."""
        first = "".join(f"<p>{sentence}</p>" for sentence in self.sentences)
        second = "".join(f"<p>{sentence}</p>" for sentence in [*self.sentences[1:], self.own])
        return {
            f"https://{paper}{self.number}.example/story": PAGE.format(
                title=self.title, site=f"The {paper} {self.number}", body=body
            )
            for paper, body in (("post", first), ("herald", second))
        }

    def item(self) -> str:
        """As the wire has it, with a link of its own."""
        text = " ".join(self.sentences)
        link = f"https://wire.example/{self.number}"
        return (
            f"<item><guid>{self.number}</guid><title>{self.title}</title><link>{link}</link>"
            f"<description>{text}</description></item>"
        )


class DeathError(BaseException):
    """The process dies here; nothing but a new start goes on."""


class MortalBot:
    """The bot's way to Telegram; the process dies when its second message has arrived."""

    def __init__(self, bot: Any) -> None:
        self._bot = bot
        self._left = 2

    def __getattr__(self, name: str) -> Any:
        return getattr(self._bot, name)

    async def do_api_request(self, endpoint: str, **call: Any) -> Any:
        sent = await self._bot.do_api_request(endpoint, **call)
        self._left -= 1
        if self._left == 0:
            raise DeathError
        return sent


@pytest.fixture
def wire() -> FakeFeeds:
    feeds = FakeFeeds()
    feeds.bodies = {FEED: b"<rss version='2.0'><channel><title>The Wire</title></channel></rss>"}
    return feeds


@pytest.fixture
async def stage(tmp_path: Path, wire: FakeFeeds) -> AsyncIterator[Stage]:
    async with on_stage(tmp_path, revisitor=wire) as opened:
        wire.now = opened.clock
        opened.admit(FORUM_ID, "administrator")
        await opened.settled()
        yield opened


async def at_once(_seconds: float) -> None:
    """Waits for nobody: this stage sets no pace, which tests/chat/test_pace.py looks at."""


def due(stage: Stage, bot: Any = None) -> Jobs:
    """What is due, in a process that has just begun, on a way to Telegram of its own if need be."""
    store, clock = stage.stores.digests, stage.context.clock
    way = bot or stage.running.messenger._bot
    messenger = DigestMessenger(stage.context, way, Pace(sleep=at_once))
    posting = Posting(
        store=store, builder=stage.context.services.digests.builder, messenger=messenger, clock=clock
    )
    return Jobs(posting=posting, poller=stage.context.services.digests.poller, messenger=messenger)


async def share(stage: Stage, wire: FakeFeeds, stories: list[Story]) -> None:
    """A day's talk: five stories come from people, one of them from both papers; two only from the wire."""
    told = stories[:5]
    for story in told:
        first, second = story.pages()
        stage.web.pages |= story.pages()
        stage.says(f"Look: {first}", FORUM_ID, user_id=MEMBER_ID)
        if story is told[0]:
            stage.says(second, FORUM_ID, user_id=PERSON_ID)
    items = "".join(story.item() for story in stories[4:])  # one of them is both shared and on the wire
    wire.bodies[FEED] = wire.bodies[FEED].replace(b"</channel>", f"{items}</channel>".encode())
    await stage.settled()


async def live(stage: Stage, wire: FakeFeeds, work: Jobs, day: int, stories: list[Story]) -> Jobs:
    """A day until after its digest; gives what goes on with the next one."""
    await share(stage, wire, stories)
    await stage.later(hours=11)
    await work.poll_due()
    await stage.later(hours=1)
    if day == DIES_ON:
        with pytest.raises(DeathError):
            await due(stage, MortalBot(stage.running.messenger._bot)).post_due()
        work = due(stage)
    if day == RESTARTED_ON:
        work = due(stage)
    await work.post_due()
    await work.post_due()
    await stage.later(hours=12)
    return work


async def test_each_day_of_a_week_has_its_digest_and_each_story_is_told_once(
    stage: Stage, wire: FakeFeeds
) -> None:
    now = stage.clock()
    await stage.later(seconds=(now.replace(hour=6, minute=1) + timedelta(days=1) - now).total_seconds())
    stage.says(f"/follow {FEED}", FORUM_ID, user_id=ADMIN_ID)
    await switch_on(stage, FORUM_ID)
    before = len(stage.said(FORUM_ID))
    stories = [Story(number) for number in range(DAYS * STORIES)]
    work = due(stage)
    for day in range(DAYS):
        work = await live(stage, wire, work, day, stories[day * STORIES : (day + 1) * STORIES])
    posted = [message["text"] for message in stage.said(FORUM_ID)[before:]]
    heads = [text.splitlines()[0] for text in posted if text.startswith("Digest · ")]
    assert len(heads) == len(set(heads)) == DAYS
    lines = Counter(line.partition(". ")[2] for text in posted for line in text.splitlines())
    assert {story.title: lines[story.title] for story in stories} == {story.title: 1 for story in stories}
    assert len(posted) > DAYS  # the death was amid a digest of more than one message
