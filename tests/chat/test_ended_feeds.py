"""A feed that has ended: all who followed it are told, each once."""

import pytest
from chatroom import START, chatting

from bot.chat.messenger import DigestMessenger
from bot.chat.telegram.pace import Pace
from bot.core.digests.followings import Feed, Place
from bot.core.digests.polling import FeedStatus, PollState

FEED = Feed(
    feed_id=3,
    title="The Wire",
    site=None,
    language=None,
    poll=PollState(url="https://wire.example/feed", next_at=START, status=FeedStatus.GONE),
)


async def at_once(_seconds: float) -> None:
    """Waits for nobody."""


@pytest.mark.parametrize(
    "other",
    [
        Place(chat_id=8),
        Place(chat_id=7 + 2**20),
        Place(chat_id=7 + 7 * 2**20),
        Place(chat_id=-7),
        Place(chat_id=6, topic_id=31),
    ],
)
async def test_each_of_two_followers_is_told_and_once_though_it_is_said_again(other: Place) -> None:
    async with chatting() as person:
        messenger = DigestMessenger(person.context, person.app.bot, Pace(sleep=at_once))
        for place in (Place(chat_id=7), other) * 2:
            await messenger.tell_stopped(place, FEED)
        assert [call.chat_id for call in person.calls("sendMessage")] == [7, other.chat_id]
