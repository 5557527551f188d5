import asyncio
from dataclasses import replace
from datetime import date

import pytest

from bot.core.article import Article
from bot.core.models import Kind, Paragraph, Sentence, Unread
from bot.core.readings import Conversation, Layout, Preferences

TEXT = "A bridge opened. It is long.\n\nFerries stopped."
BRIDGE = Article(
    text=TEXT,
    title="A bridge",
    byline="Ann Lee",
    site="example.org",
    published=date(2026, 2, 3),
    url="https://example.org/bridge",
    partial=True,
    paragraphs=(Paragraph(Kind.PROSE, 0, 28, "2"), Paragraph(Kind.QUOTE, 30, 46)),
    sentences=(
        Sentence(TEXT[0:16], 0, 16, 0, 0),
        Sentence(TEXT[17:28], 17, 28, 1, 0, prose=False),
        Sentence(TEXT[30:46], 30, 46, 2, 1),
    ),
)


async def save(stores, article=BRIDGE, key="https://example.org/bridge", terms="bridg open"):
    return await stores.storage.save_article([key], article, terms)


async def read(stores, version, chat_id=7, user_id=7, **more):
    return await stores.storage.add_reading(
        chat_id=chat_id, user_id=user_id, version=version, sentences=5, **more
    )


async def test_an_article_comes_back_as_it_was(stores):
    stored = await save(stores)
    assert await stores.storage.article(stored.version) == BRIDGE
    assert await stores.storage.newest(stored.key) == stored


async def test_the_pages_that_were_not_read_are_kept(stores):
    unread = Unread(pictured=((2, 2), (4, 7)), beyond=(90, 120))
    stored = await save(stores, replace(BRIDGE, unread=unread))
    assert (await stores.storage.article(stored.version)).unread == unread
    assert stored.version != (await save(stores)).version


async def test_a_large_article_comes_back_as_it_was(stores):
    text = "x" * 300_000
    large = Article(text=text, sentences=(Sentence(text, 0, len(text), 0, 0),), paragraphs=())
    stored = await save(stores, large)
    assert await stores.storage.article(stored.version) == large


async def test_a_new_text_of_an_address_leaves_the_old_one_to_those_who_saw_it(stores, clock):
    old = await save(stores)
    reading = await read(stores, old.version)
    clock.pass_by(hours=1)
    changed = replace(BRIDGE, text=TEXT.upper())
    new = await save(stores, changed)
    assert new.version != old.version
    assert await stores.storage.newest(old.key) == new
    again = await stores.storage.reading(reading.reading_id)
    assert again is not None
    assert await stores.storage.article(again.version) == BRIDGE


async def test_the_same_text_keeps_its_version_and_what_was_cut_from_it(stores):
    first = await save(stores)
    second = await save(stores, replace(BRIDGE, sentences=BRIDGE.sentences[:1]))
    assert second.version == first.version
    assert await stores.storage.article(first.version) == BRIDGE


async def test_reading_the_same_text_for_the_same_update_again_is_the_same_reading(stores):
    stored = await save(stores)
    first = await read(stores, stored.version, update_id=5)
    assert await read(stores, stored.version, update_id=5) == first
    assert (await read(stores, stored.version, update_id=6)).reading_id != first.reading_id
    assert (first.title, first.url, first.language) == ("A bridge", BRIDGE.url, "en")


async def test_a_resized_reading_stays_resized(stores):
    reading = await read(stores, (await save(stores)).version)
    await stores.storage.resize_reading(reading.reading_id, 8)
    assert await stores.storage.reading(reading.reading_id) == replace(reading, sentences=8)


async def test_a_message_knows_its_readings_in_order_and_its_questions(stores):
    version = (await save(stores)).version
    first, second = [await read(stores, version) for _ in range(2)]
    message = {"chat_id": 7, "message_id": 100, "user_id": 7}
    await stores.storage.link_message(**message, reading_ids=[first.reading_id])
    await stores.storage.link_message(
        **message, reading_ids=[second.reading_id, first.reading_id], questions=["Who?", "And when?"]
    )
    assert await stores.storage.readings_of_message(7, 100) == (second, first)
    assert await stores.storage.questions_of_message(7, 100) == ("Who?", "And when?")
    assert await stores.storage.readings_of_message(8, 100) == ()
    assert await stores.storage.questions_of_message(8, 100) == ()


async def test_recent_readings_name_each_text_once_latest_first(stores):
    bridge = (await save(stores)).version
    ferry = (await save(stores, replace(BRIDGE, text="Ferry.", sentences=(), paragraphs=()), "ferry")).version
    await read(stores, bridge)
    of_ferry = await read(stores, ferry)
    of_bridge = await read(stores, bridge)
    await read(stores, bridge, chat_id=8)
    assert await stores.storage.recent_readings(7, limit=5) == (of_bridge, of_ferry)
    assert await stores.storage.recent_readings(7, limit=1, offset=1) == (of_ferry,)
    assert await stores.storage.languages_read(7) == ("en",)


@pytest.mark.parametrize("term", ["c++", "don't", 'a"b', "กำลัง", "北京", "сам"])
async def test_search_finds_terms_of_any_script_whole_and_in_their_language(stores, term):
    reading = await read(stores, (await save(stores, terms=f"{term} open")).version)
    assert await stores.storage.search(7, {"en": [term, "absent"]}, limit=3) == (reading,)
    assert await stores.storage.search(7, {"de": [term]}, limit=3) == ()
    assert await stores.storage.search(7, {"en": [term[:1]]}, limit=3) == ()
    assert await stores.storage.search(8, {"en": [term]}, limit=3) == ()
    assert await stores.storage.search(7, {"en": []}, limit=3) == ()


async def test_search_puts_the_rarer_word_first(stores):
    common = [replace(BRIDGE, text=f"Text {n}.", sentences=(), paragraphs=()) for n in range(5)]
    for number, article in enumerate(common):
        await read(stores, (await save(stores, article, f"k{number}", "open")).version)
    rare = await read(stores, (await save(stores, terms="bridg")).version)
    found = await stores.storage.search(7, {"en": ["open", "bridg"]}, limit=3)
    assert found[0] == rare
    assert len(found) == 3


async def test_a_search_is_ordered_by_what_its_chat_has_read_and_by_nothing_else(stores):
    """The order follows from the formula alone, so it is the same on every kind of database."""
    texts = {
        "both": "open bridg",
        "rare": "bridg town",
        "short": "open",
        "long": "open ferri river mill town stone",
    }
    for number, (title, terms) in enumerate(texts.items()):
        article = replace(BRIDGE, text=f"Text {number}.", title=title, sentences=(), paragraphs=())
        await read(stores, (await save(stores, article, title, terms)).version)
    for number in range(6):  # in another chat the rare word is the common one
        article = replace(BRIDGE, text=f"Other {number}.", sentences=(), paragraphs=())
        await read(stores, (await save(stores, article, f"o{number}", "bridg")).version, chat_id=8)
    found = await stores.storage.search(7, {"en": ["open", "bridg"]}, limit=9)
    assert [reading.title for reading in found] == ["both", "rare", "short", "long"]
    assert len(await stores.storage.search(7, {"en": ["open", "bridg"]}, limit=2)) == 2


async def test_of_texts_that_fit_alike_the_one_read_last_comes_first(stores):
    for number in range(3):
        article = replace(BRIDGE, text=f"Text {number}.", title=str(number), sentences=(), paragraphs=())
        await read(stores, (await save(stores, article, str(number), "open")).version)
    found = await stores.storage.search(7, {"en": ["open"]}, limit=9)
    assert [reading.title for reading in found] == ["2", "1", "0"]


async def test_preferences_are_the_defaults_until_something_is_chosen(stores):
    assert await stores.storage.preferences(7) == Preferences()
    chosen = Preferences(sentences=3, layout=Layout.BULLETS, locale="de")
    for _ in range(2):
        await stores.storage.save_preferences(7, chosen)
    assert await stores.storage.preferences(7) == chosen


async def test_of_many_who_come_at_once_each_is_known_and_gets_what_their_chat_has_chosen(stores):
    chosen = Preferences(sentences=3, layout=Layout.BULLETS, locale="de")
    await stores.storage.save_preferences(3, chosen)
    people = [5, 3, 4, 3]
    got = await asyncio.gather(*(stores.storage.receive(number, f"l{number}", number) for number in people))
    assert got == [Preferences(), chosen, Preferences(), chosen]
    assert [await stores.storage.language_of(number) for number in (3, 4, 5, 6)] == ["l3", "l4", "l5", None]


async def test_a_conversation_holds_only_readings_that_exist(stores):
    reading = await read(stores, (await save(stores)).version)
    talk = Conversation(chat_id=7, user_id=7, reading_ids=(reading.reading_id, 999), questions=("Who?",))
    await stores.storage.save_conversation(talk)
    assert await stores.storage.conversation(7, 7) == replace(talk, reading_ids=(reading.reading_id,))
    assert await stores.storage.conversation(7, 8) == Conversation(chat_id=7, user_id=8)


async def test_a_failing_change_leaves_others_of_its_group_alone(stores):
    version = (await save(stores)).version
    results = await asyncio.gather(
        read(stores, version), read(stores, "no such text"), read(stores, version), return_exceptions=True
    )
    assert [isinstance(result, Exception) for result in results] == [False, True, False]
    assert len(await stores.storage.recent_readings(7, limit=5)) == 1
