import asyncio
from datetime import UTC, datetime

import pytest
from telegram.error import Conflict, InvalidToken, TimedOut

from bot.chat.queueing import polling
from bot.chat.queueing.polling import Poller
from bot.core.errors import DatabaseError


class Script:
    """A bot whose getUpdates follows a script, and an inbox that notes what it commits."""

    username = "my_bot"

    def __init__(self, *answers) -> None:
        self.answers = list(answers)
        self.asked: list[int | None] = []
        self.committed: list[int] = []
        self.fed: list[int] = []
        self.put_errors: list[Exception] = []
        self.webhook_deleted = False
        self.over = asyncio.Event()

    async def do_api_request(self, endpoint, *, api_kwargs, read_timeout):
        self.asked.append(api_kwargs.get("offset"))
        if not self.answers:
            self.over.set()
            await asyncio.Event().wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def delete_webhook(self) -> None:
        self.webhook_deleted = True

    async def put(self, updates, *, share):
        if self.put_errors:
            raise self.put_errors.pop()
        self.committed += [update.update_id for update in updates]
        return tuple(updates)

    def feed(self, updates) -> None:
        self.fed += [update.update_id for update in updates]

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def room(self) -> None:
        pass

    async def run(self) -> Poller:
        poller = Poller(
            bot=self, inbox=self, clock=self, feed=self.feed, room=self.room, allowed_updates=["message"]
        )
        task = asyncio.create_task(poller.run())
        await asyncio.wait_for(self.over.wait(), 10)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return poller


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch) -> None:
    monkeypatch.setattr(polling, "FIRST_WAIT_S", 0.001)
    monkeypatch.setattr(polling, "EMPTY_WAIT_S", 0.001)


def updates(*numbers):
    return [{"update_id": number, "message": {}} for number in numbers]


async def test_nothing_is_confirmed_before_it_is_committed():
    script = Script(updates(5, 6), updates(7))
    script.put_errors = [DatabaseError(reason="write")]
    script.answers.insert(0, updates(5, 6))
    await script.run()
    assert script.asked == [None, None, 7, 8]
    assert script.committed == script.fed == [5, 6, 7]


async def test_an_empty_answer_drops_the_offset_so_that_new_numbers_are_not_missed():
    script = Script(updates(900), [], updates(3))
    await script.run()
    assert script.asked == [None, 901, None, 4]


async def test_trouble_is_outlasted():
    script = Script(
        TimedOut(), InvalidToken("revoked"), Conflict("terminated by other getUpdates"), updates(1)
    )
    await script.run()
    assert script.committed == [1]
    assert not script.webhook_deleted


async def test_a_webhook_that_is_in_the_way_is_deleted():
    script = Script(Conflict("can't use getUpdates method while webhook is active"), updates(1))
    await script.run()
    assert script.webhook_deleted
    assert script.committed == [1]


async def test_nonsense_among_updates_keeps_none_from_coming_in():
    script = Script([5, {}, {"update_id": "x"}, *updates(1)], "nonsense", updates(2))
    await script.run()
    assert script.committed == [1, 2]


@pytest.mark.parametrize(
    ("answers", "stored", "connected", "storing"),
    [
        ([updates(1)], False, True, False),
        ([TimedOut()], True, False, True),
        ([updates(1), TimedOut()], False, False, False),
        ([updates(1), updates(1)], False, True, True),
    ],
)
async def test_it_tells_which_of_telegram_and_the_database_is_in_trouble(
    answers, stored, connected, storing
) -> None:
    script = Script(*answers)
    script.put_errors = [] if stored else [DatabaseError(reason="write")]  # for the first of them
    poller = await script.run()
    assert (poller.connected, poller.storing) == (connected, storing)
