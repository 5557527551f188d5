"""What clients send as button presses, true and made up."""

import asyncio
from typing import Any

import pytest
from chatroom import LINK, Person, Sent
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.application import handle
from bot.chat.presses import Press, Presses
from bot.chat.views import reading_callbacks
from bot.chat.views.reading_callbacks import MOST_BYTES, ReadingCallback

BIG = 2**53
SAMPLES: list[ReadingCallback] = [
    reading_callbacks.Resize(BIG, 50),
    reading_callbacks.ShowKeywords(BIG),
    reading_callbacks.ShowContext(1),
    reading_callbacks.ShowReasons(1),
    reading_callbacks.TakeUp(BIG),
    reading_callbacks.AskSuggested(BIG, 2),
    reading_callbacks.Open(BIG),
    reading_callbacks.ShowPassage(2),
    reading_callbacks.ShowAnswer(),
    reading_callbacks.TurnPage(10_000),
    reading_callbacks.Choose("layout", "paragraphs"),
    reading_callbacks.Choose("locale", "pt-br"),
    reading_callbacks.Forget(BIG, sure=True),
    reading_callbacks.Forget(BIG, sure=False),
]


@pytest.mark.parametrize("callback", SAMPLES)
def test_a_press_survives_the_way_through_telegram(callback: ReadingCallback) -> None:
    data = reading_callbacks.encode(callback)
    assert len(data.encode()) <= MOST_BYTES
    assert reading_callbacks.decode(data) == callback


@given(st.text(max_size=64))
def test_no_data_that_a_client_makes_up_is_an_error(data: str) -> None:
    reading_callbacks.decode(data)


@pytest.mark.parametrize(
    "data",
    ["", "zzz", "s", "s:1", "s:x:1", "s:-1:5", "s:1:5:9", "s:９:5", "q:1:" + "9" * 40, "p:length:7", "p:x:y"],
)
async def test_made_up_data_gets_a_kind_word_and_changes_nothing(linked: Person, data: str) -> None:
    await linked.sends(LINK)
    pressed = await linked.presses(data)
    assert pressed.told == "This button doesn’t do anything any more. Send me the link or the text once more."
    assert pressed.messages == []


@pytest.mark.parametrize(
    "data", ["s:999:5", "k:999", "c:999", "a:999", "q:999:0", "o:999", "x:0", "y", "q:1:7"]
)
async def test_a_button_whose_article_is_gone_says_what_to_do(linked: Person, data: str) -> None:
    await linked.sends(LINK)
    pressed = await linked.presses(data)
    assert pressed.told.startswith("I no longer have what this button belongs to.")
    assert pressed.messages == []


async def test_a_reading_of_another_person_or_chat_stays_theirs(linked: Person) -> None:
    sent = await linked.sends(LINK)
    linked.user_id = 8
    for data in [sent.data("Longer"), sent.data("Keywords"), sent.data("Ask"), sent.data(sent.questions[0])]:
        pressed = await linked.presses(data)
        assert pressed.told.startswith("I no longer have")
        assert pressed.messages == []


@pytest.mark.parametrize("count", [0, 51, 10**17])
async def test_a_made_up_length_gives_a_possible_one(linked: Person, count: int) -> None:
    sent = await linked.sends(LINK)
    changed = (await linked.presses(f"s:1:{count}", sent)).message
    assert 1 <= len(changed.plain.split("\n\n")) <= 20


async def test_a_message_that_is_gone_is_told(linked: Person) -> None:
    sent = await linked.sends(LINK)
    linked.telegram.refuse["editMessageText"] = "Bad Request: message to edit not found"
    assert (await linked.presses(sent.data("Longer"), sent)).told.startswith("I no longer have")


async def test_pressing_twice_is_no_trouble(linked: Person) -> None:
    sent = await linked.sends(LINK)
    linked.telegram.refuse["editMessageText"] = "Bad Request: message is not modified"
    assert (await linked.presses(sent.data("Longer"), sent)).told is None


async def test_a_question_that_is_tapped_twice_is_answered_once(linked: Person) -> None:
    sent = await linked.sends(LINK)
    asked, other = (sent.data(question) for question in sent.questions[:2])
    before = len(linked.calls("sendMessage"))
    await asyncio.gather(*(handle(linked.app, linked.press_update(asked, sent)) for _ in range(2)))
    for data in (asked, other):
        await handle(linked.app, linked.press_update(data, sent))
    assert len(linked.calls("sendMessage")) - before == 2  # one answer to each question
    assert len(linked.calls("answerCallbackQuery")) == 4


async def test_of_several_buttons_the_one_pressed_last_has_the_last_word(
    linked: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = await linked.sends(LINK)
    request, slow = linked.telegram.do_request, ["the first edit"]

    async def slowly_at_first(url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        if url.endswith("editMessageText") and slow:
            slow.clear()
            await asyncio.sleep(0.2)
        return await request(url, *args, **kwargs)

    monkeypatch.setattr(linked.telegram, "do_request", slowly_at_first)
    presses = [linked.press_update(sent.data(label), sent) for label in ("Why", "Keywords", "Shorter")]
    await asyncio.gather(*(handle(linked.app, press) for press in presses))
    why, keywords, shorter = (call.text for call in linked.calls("editMessageText"))
    assert "Why these sentences" in why
    assert "Keywords" in keywords
    assert "Keywords" not in shorter


def test_a_press_repeats_another_for_two_seconds_but_not_itself() -> None:
    clock = [0.0]
    presses = Presses(lambda: clock[0])
    press = Press(chat_id=7, message_id=1, user_id=7, data="q:1:0")
    told = []
    for update_id, moment in [(1, 0.0), (1, 0.1), (2, 0.2), (3, 3.0)]:
        clock[0] = moment
        with presses.carrying_out(press, update_id) as repeated:
            assert presses.under_way(press)
            told.append(repeated)
        assert not presses.under_way(press)
    assert told == [False, False, True, False]


async def test_a_message_that_telegram_keeps_to_itself_can_still_be_changed(linked: Person) -> None:
    sent = await linked.sends(LINK)
    old = Sent(sent.message_id, "", [])
    assert len((await linked.presses(sent.data("Longer"), old)).message.sentences) == 8
