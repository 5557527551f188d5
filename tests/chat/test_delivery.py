import asyncio
from datetime import UTC, datetime

import httpx
import pytest
from telegram import Chat, Message, ReplyKeyboardRemove
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.chat import lost_messages
from bot.chat.delivery import Reply
from bot.chat.queueing.lanes import incoming_of
from bot.chat.queueing.runs import End, Run
from bot.chat.sending import ReplyTarget
from bot.chat.telegram import calls
from bot.chat.telegram.calls import (
    CallFailure,
    MessageMissingError,
    UnsureError,
    call,
    classify,
    plain,
    transmit,
)
from bot.chat.views.render import Rendered, SentFile
from bot.core.errors import ChatGoneError
from bot.storage import open_storage

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
ME = "bot"


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class TelegramFake:
    """A chat room that keeps what the bot sends; errors that are put in `troubles` come first."""

    def __init__(self) -> None:
        self.said: dict[int, str] = {}
        self.people: set[int] = {10}
        self.files: set[int] = set()  # the ids of those of its messages that are files
        self.troubles: list[tuple[str, Exception]] = []  # "before" or "after" it has arrived
        self.next_id = 11
        self.edited: list[int] = []
        self.sent: list[dict] = []

    async def send_message(self, *, text, **more) -> Message:
        self.sent.append({"text": text, **more})
        when, error = self.troubles.pop(0) if self.troubles else ("", None)
        if when == "before":
            raise error
        number = self.next_id
        self.next_id += 1
        self.said[number] = text
        if when == "after":
            raise error
        return Message(number, datetime.now(UTC), Chat(7, "private"), text=text)

    async def do_api_request(self, endpoint, *, api_kwargs) -> dict:
        assert endpoint == "send_Message"
        return (await self.send_message(**api_kwargs)).to_dict()

    async def edit_message_text(self, *, message_id, text, **more) -> bool:
        self.edited.append(message_id)
        if message_id in self.people:
            raise BadRequest("Message can't be edited")
        if message_id not in self.said:
            raise BadRequest("Message to edit not found")
        if message_id in self.files:
            raise BadRequest("There is no text in the message to edit")
        if self.said[message_id] == text:
            raise BadRequest("Message is not modified: it is the same")
        self.said[message_id] = text
        return True

    async def send_document(self, *, document, filename, caption, **more) -> Message:
        self.files.add(self.next_id)
        return await self.send_message(text=f"{filename}: {caption}", **more)

    async def edit_message_caption(self, *, message_id, caption, **more) -> bool:
        self.edited.append(message_id)
        if message_id not in self.said:
            raise BadRequest("Message to edit not found")
        if message_id not in self.files:
            raise BadRequest("There is no caption in the message to edit")
        if len(caption) > 1024:
            raise BadRequest("Message caption is too long")
        if not self.said[message_id].endswith(f": {caption}"):
            self.said[message_id] = f"{self.said[message_id].partition(': ')[0]}: {caption}"
            return True
        raise BadRequest("Message is not modified: it is the same")

    async def delete_message(self, *, message_id, **more) -> bool:
        del self.said[message_id]
        return True

    async def broken(self, **more) -> bool:
        raise asyncio.CancelledError

    def hear(self) -> None:
        self.people.add(self.next_id)
        self.next_id += 1


@pytest.fixture
async def outbox():
    async with open_storage("sqlite://", SystemClock()) as stores:
        yield stores.outbox


@pytest.fixture
def room() -> TelegramFake:
    return TelegramFake()


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch) -> None:
    monkeypatch.setattr(calls, "FIRST_WAIT_S", 0.001)
    monkeypatch.setattr(lost_messages, "GET_TO_KNOW_S", 0.0)
    monkeypatch.setattr(lost_messages, "LONGEST_GET_TO_KNOW_S", 0.0)


def reply(room, outbox, update_id=1, trigger_id=10) -> Reply:
    return Reply(room, outbox, ReplyTarget(update_id=update_id, chat_id=7, trigger_id=trigger_id))


async def test_a_placeholder_becomes_the_answer(room, outbox):
    answer = reply(room, outbox)
    await answer.placeholder("Reading …")
    assert room.said == {11: "Reading …"}
    assert await answer.finish([Rendered("one"), Rendered("two")]) == (11, 12)
    assert room.said == {11: "one", 12: "two"}


async def test_an_answer_that_is_begun_is_said_to_its_end_after_the_deadline(room, outbox, monkeypatch):
    send = room.send_message

    async def slowly(**message):
        await asyncio.sleep(0.8 if len(room.said) else 0)
        return await send(**message)

    monkeypatch.setattr(room, "send_message", slowly)
    run = Run(lambda: reply(room, outbox).finish([Rendered("one"), Rendered("two")]), 0.6)
    assert await run.end() is End.DONE
    assert list(room.said.values()) == ["one", "two"]


async def test_an_answer_that_was_given_is_not_given_again(room, outbox):
    assert await reply(room, outbox).finish([Rendered("one")]) == (11,)
    await reply(room, outbox).placeholder("Reading …")
    assert await reply(room, outbox).finish([Rendered("other")]) == (11,)
    assert room.said == {11: "one"}


async def test_after_a_crash_the_placeholder_is_used_again(room, outbox):
    await reply(room, outbox).placeholder("Reading …")
    await reply(room, outbox).placeholder("Reading …")
    await reply(room, outbox).finish([Rendered("one")])
    assert room.said == {11: "one"}


@pytest.mark.parametrize("arrived", [True, False])
@pytest.mark.parametrize("text", ["Reading …", "one"])
async def test_a_message_that_was_lost_in_a_crash_becomes_the_answer(room, outbox, arrived, text):
    await outbox.intend(1, 0, 7)
    if arrived:
        await room.send_message(text=text)
    room.hear()
    await reply(room, outbox).finish([Rendered("one")])
    assert list(room.said.values()) == ["one"]
    assert await reply(room, outbox).finish([Rendered("one")]) == tuple(room.said)


@pytest.mark.parametrize("arrived", [True, False])
async def test_a_file_that_was_lost_in_a_crash_is_there_once(room, outbox, arrived):
    file = Rendered("your feeds", file=SentFile(name="feeds.opml", body=b"<opml/>"))
    await outbox.intend(1, 0, 7)
    if arrived:
        await room.send_document(document=b"<opml/>", filename="feeds.opml", caption="your feeds")
    room.said[20], room.next_id = "of another answer", 21
    await outbox.intend(2, 0, 7)
    await outbox.sent(2, 0, 20, final=True)
    await reply(room, outbox).finish([file])
    assert sorted(room.said.values()) == ["feeds.opml: your feeds", "of another answer"]
    assert len(await reply(room, outbox).finish([file])) == 1
    assert len(room.said) == 2


async def test_a_placeholder_that_was_lost_before_a_file_does_not_stay(room, outbox):
    await outbox.intend(1, 0, 7, placeholder=True)
    await room.send_message(text="Making a list …")
    file = Rendered("your feeds", file=SentFile(name="feeds.opml", body=b"<opml/>"))
    await reply(room, outbox).finish([file])
    assert list(room.said.values()) == ["feeds.opml: your feeds"]


async def test_a_file_that_was_lost_before_a_text_does_not_stay(room, outbox):
    await outbox.intend(1, 0, 7)
    await room.send_document(document=b"{}", filename="export.json", caption="all of it")
    await reply(room, outbox).finish([Rendered("It became too large. " * 100)])
    assert len(room.said) == 1
    assert "too large" in next(iter(room.said.values()))


@pytest.mark.parametrize(
    "part",
    [
        Rendered("take this", ReplyKeyboardRemove()),
        Rendered("take this", file=SentFile(name="feeds.opml", body=b"<opml/>")),
    ],
)
async def test_a_placeholder_makes_room_for_what_no_text_can_become(room, outbox, part):
    answer = reply(room, outbox)
    await answer.placeholder("Looking …")
    (sent,) = await answer.finish([part])
    assert list(room.said) == [sent]
    assert room.said[sent].endswith("take this")
    assert await answer.finish([part]) == (sent,)


async def test_two_crashes_in_a_row_leave_one_answer(room, outbox):
    for _ in range(2):
        await outbox.intend(1, 0, 7)
        await room.send_message(text="Reading …")
    await reply(room, outbox).finish([Rendered("one")])
    assert room.said == {13: "one"}


async def test_a_crash_during_the_search_costs_no_further_message(room, outbox):
    await outbox.intend(1, 0, 7)
    await room.send_message(text="Reading …")
    room.edit_message_text, works = room.broken, room.edit_message_text
    for _ in range(3):
        with pytest.raises(asyncio.CancelledError):
            await reply(room, outbox).finish([Rendered("one")])
    assert room.said == {11: "Reading …", 12: "one"}
    room.edit_message_text = works
    assert await reply(room, outbox).finish([Rendered("one")]) == (12,)
    assert room.said == {12: "one"}


async def test_a_search_spares_what_is_known(room, outbox):
    await reply(room, outbox, update_id=2).finish([Rendered("other")])
    await outbox.intend(1, 0, 7)
    await room.send_message(text="Reading …")
    await reply(room, outbox).finish([Rendered("one")])
    assert room.said == {11: "other", 13: "one"}
    assert 11 not in room.edited


async def test_among_many_ids_the_search_begins_where_the_message_was_sent(room, outbox):
    room.next_id = 5000
    await reply(room, outbox, update_id=2).finish([Rendered("other")])
    await outbox.intend(1, 0, 7)
    await room.send_message(text="Reading …")
    room.next_id = 9000
    await reply(room, outbox).finish([Rendered("one")])
    assert room.said == {5000: "other", 9000: "one"}
    assert len(room.edited) <= 100


async def test_a_search_that_others_would_cut_short_waits_until_their_messages_are_known(room, monkeypatch):
    """People wrote a lot just when it was lost, and the bot, overloaded, takes it in later."""
    clock = SystemClock()
    async with open_storage("sqlite://", clock) as stores:
        written: list[int] = []

        async def come_in(_delivery, _answer, look=lost_messages.LostMessages._candidates):
            if written:
                new, written[:50] = written[:50], []
                await stores.inbox.put([written_by(8, number, clock.now()) for number in new])
            return await look(answer._lost, _delivery, _answer)

        lost = reply(room, stores.outbox)
        monkeypatch.setattr(room, "send_message", room.broken)
        with pytest.raises(asyncio.CancelledError):
            await lost.finish([Rendered("one")])
        monkeypatch.undo()
        for _ in range(400):
            written.append(room.next_id)
            room.hear()
        room.said[room.next_id] = "one"  # it came after all that people wrote
        room.next_id += 1
        answer = reply(room, stores.outbox)
        monkeypatch.setattr(lost_messages, "GET_TO_KNOW_S", 0.0)
        monkeypatch.setattr(lost_messages, "LONGEST_GET_TO_KNOW_S", 20.0)
        monkeypatch.setattr(answer._lost, "_candidates", come_in)
        await answer.finish([Rendered("one")])
        assert list(room.said.values()) == ["one"]


def written_by(chat_id, message_id, at):
    person = {"id": chat_id, "is_bot": False, "first_name": "P"}
    chat = {"id": chat_id, "type": "private"}
    message = {"message_id": message_id, "date": 1, "chat": chat, "from": person, "text": "x"}
    return incoming_of({"update_id": 1_000 + message_id, "message": message}, at)


async def test_every_sending_whose_end_is_unknown_is_searched_for(room, outbox):
    for number in (1000, 2000, 3000):
        room.next_id = number
        await reply(room, outbox, update_id=number).finish([Rendered("other")])
        await outbox.intend(1, 0, 7)
        await room.send_message(text="Reading …")
    room.next_id = 9000
    await reply(room, outbox).finish([Rendered("one")])
    assert room.said == {1000: "other", 2000: "other", 3000: "other", 9000: "one"}


@pytest.mark.parametrize("arrived", ["before", "after"])
async def test_a_placeholder_that_may_be_lost_is_not_sent_again(room, outbox, arrived):
    room.troubles = [(arrived, TimedOut())]
    answer = reply(room, outbox)
    await answer.placeholder("Reading …")
    await answer.placeholder("Reading …")
    assert len(room.said) == (arrived == "after")
    await answer.finish([Rendered("one")])
    assert list(room.said.values()) == ["one"]


@pytest.mark.parametrize("arrived", ["before", "after"])
async def test_a_cut_connection_gives_no_second_answer(room, outbox, arrived):
    room.troubles = [(arrived, TimedOut())]
    await reply(room, outbox).finish([Rendered("one")])
    assert list(room.said.values()) == ["one"]


async def test_a_flood_and_a_connection_that_was_never_made_are_waited_for(room, outbox):
    unconnected = NetworkError("httpx.ConnectError")
    unconnected.__cause__ = httpx.ConnectError("no route")
    room.troubles = [("before", RetryAfter(0.001)), ("before", unconnected)]
    await reply(room, outbox).finish([Rendered("one")])
    assert room.said == {11: "one"}
    assert room.edited == []


async def test_a_placeholder_that_was_deleted_is_replaced(room, outbox):
    answer = reply(room, outbox)
    await answer.placeholder("Reading …")
    del room.said[11]
    assert await answer.finish([Rendered("one")]) == (12,)


async def test_two_answers_of_a_chat_do_not_take_each_other_for_lost(room, outbox):
    for update_id in (1, 2):
        await outbox.intend(update_id, 0, 7)
        await room.send_message(text="Reading …")
    answers = [reply(room, outbox, update_id=n).finish([Rendered(f"answer {n}")]) for n in (1, 2)]
    await asyncio.gather(*answers)
    assert sorted(room.said.values()) == ["answer 1", "answer 2"]


async def test_what_telegram_cannot_parse_is_sent_as_plain_text(room, outbox):
    room.troubles = [("before", BadRequest("Can't parse entities: unexpected end"))]
    await reply(room, outbox).finish([Rendered("<b>1 &lt; 2</b>")])
    assert room.said == {11: "1 < 2"}
    assert room.sent[-1]["parse_mode"] is None


async def test_a_caption_that_telegram_cannot_parse_is_plain_too(room, outbox):
    room.troubles = [("before", BadRequest("Can't parse entities: unexpected end"))]
    file = SentFile(name="feeds.opml", body=b"<opml/>")
    await reply(room, outbox).finish([Rendered("<b>1 &lt; 2</b>", file=file)])
    assert room.said == {11: "feeds.opml: 1 < 2"}


async def test_a_chat_that_threw_the_bot_out_is_gone(room, outbox):
    room.troubles = [("before", Forbidden("bot was blocked by the user"))]
    with pytest.raises(ChatGoneError):
        await reply(room, outbox).finish([Rendered("one")])


async def test_a_group_that_moved_is_followed(room, outbox):
    room.troubles = [("before", ChatMigrated(-100123))]
    await Reply(room, outbox, ReplyTarget(update_id=1, chat_id=7, reply_to=10)).finish([Rendered("one")])
    assert [sent["chat_id"] for sent in room.sent] == [7, -100123]
    # The message that it replies to stayed behind, and another may have its number in the new chat.
    assert [sent["reply_parameters"] is None for sent in room.sent] == [False, True]


async def failing(*errors):
    left = list(errors)

    async def function() -> str:
        if left:
            raise left.pop(0)
        return "done"

    return function


async def test_calls_that_may_be_repeated_are(room):
    assert await call(await failing(TimedOut(), NetworkError("Bad Gateway"))) == "done"
    assert await call(await failing(BadRequest("Message is not modified"))) is None
    assert await call(await failing(BadRequest("Query is too old and response timeout expired"))) is None
    with pytest.raises(MessageMissingError):
        await call(await failing(BadRequest("Message to edit not found")))
    with pytest.raises(BadRequest):
        await call(await failing(BadRequest("Message is too long")))
    with pytest.raises(UnsureError):
        await transmit(await failing(TimedOut()), repeatable=False)


def test_errors_are_judged_whatever_their_case():
    assert classify(BadRequest("chat not found")) is CallFailure.GONE
    assert classify(NetworkError("Too Many Requests: retry after 5")) is CallFailure.UNSENT
    # What was sent to the bot waits until its owner has mended that.
    assert classify(Conflict("Conflict: terminated by other getUpdates request")) is CallFailure.UNSENT
    assert classify(InvalidToken("Unauthorized")) is CallFailure.UNSENT
    # The server has no such method: it never will.
    assert classify(InvalidToken("Not Found")) is CallFailure.REFUSED
    assert classify(NetworkError("Internal Server Error")) is CallFailure.UNSURE
    assert plain('<a href="x">one</a> &amp; <b>two</b> 1 < 2') == "one & two 1 < 2"
