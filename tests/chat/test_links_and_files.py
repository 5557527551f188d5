"""What a message can hold: links in every form, texts, files, bundles, and what can't be read."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from chatroom import BRIDGE, GARDEN, LINK, Person, chatting, page
from telegram import Chat, Message

from bot.chat.application import handle
from bot.chat.contents import read_message
from bot.chat.queueing.joining import Bundle

PHOTO = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
HIDDEN = {"type": "text_link", "offset": 5, "length": 4, "url": LINK}


@pytest.mark.parametrize(
    "fields",
    [
        {"text": LINK},
        {"text": f"Look: {LINK}!"},
        {"text": "see this", "entities": [{**HIDDEN, "offset": 4}]},
        {"text": "🌉🌉 this", "entities": [HIDDEN]},
        {"text": "marlow.example/bridge", "entities": [{"type": "url", "offset": 0, "length": 21}]},
        {"text": "🌉 marlow.example/bridge", "entities": [{"type": "url", "offset": 3, "length": 21}]},
        {
            "photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}],
            "caption": f"Here {LINK}",
        },
        {"caption": "see this", "caption_entities": [{**HIDDEN, "offset": 4}], "photo": []},
    ],
)
async def test_a_link_is_found_in_every_form(linked: Person, fields: dict[str, Any]) -> None:
    sent = await linked.sends(**fields)
    assert "Old bridge to close in May" in sent.text


async def test_several_links_give_a_short_summary_each_in_one_reply(linked: Person) -> None:
    linked.web.pages["https://marlow.example/garden"] = page("New orchid house", GARDEN)
    sent = await linked.sends(f"{LINK} https://marlow.example/garden https://marlow.example/none {LINK}")

    assert len(linked.calls("sendMessage")) == 1
    assert sent.plain.count("• ") == 6
    assert "1. Old bridge" in sent.plain
    assert "2. New orchid house" in sent.plain
    assert "3. marlow.example\nThe site says that this page doesn’t exist." in sent.plain
    assert sent.labels == ["1", "2", "Archived copy of 3"]
    assert sorted(linked.web.fetched) == sorted(set(linked.web.fetched))
    opened = (await linked.presses(sent.data("2"), sent)).message
    assert len(opened.sentences) == 5


async def test_a_question_after_several_links_is_about_all_of_them(linked: Person) -> None:
    linked.web.pages["https://marlow.example/garden"] = page("New orchid house", GARDEN)
    await linked.sends(f"{LINK} https://marlow.example/garden")
    answer = await linked.sends("How many kinds of orchids are there?")
    assert "300 kinds" in answer.plain
    assert "New orchid house" in answer.plain


async def test_more_links_than_are_read_at_once_are_told(linked: Person) -> None:
    links = [f"https://marlow.example/{n}" for n in range(11)]
    sent = await linked.sends(" ".join(links))
    assert len(linked.web.fetched) == 8
    assert "I read 8 at a time. Please send the last 3 again." in sent.plain


async def test_a_long_text_with_a_link_is_the_article_and_its_link_a_button(linked: Person) -> None:
    sent = await linked.sends(f"{GARDEN}\nMore: {LINK}")

    assert "glass house" in sent.plain
    assert sent.urls == [LINK]
    assert linked.web.fetched == []
    longer = (await linked.presses(sent.data("Longer"), sent)).message
    assert longer.urls == [LINK]


async def test_a_forwarded_post_names_its_channel_and_links_to_it(person: Person) -> None:
    origin = {
        "type": "channel",
        "date": 1,
        "message_id": 12,
        "chat": {"id": -100, "type": "channel", "title": "Norwick <News>", "username": "norwick"},
    }
    sent = await person.sends(GARDEN, forward_origin=origin)
    head, byline, *_ = sent.text.splitlines()
    assert head == '<b><a href="https://t.me/norwick/12">Norwick &lt;News&gt;</a></b>'
    assert byline == "1 min read"
    listed = await person.sends("/articles")
    assert ">The botanical garden" in listed.text


async def test_a_short_forward_is_no_question(linked: Person) -> None:
    await linked.sends(LINK)
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Sam"}
    sent = await linked.sends("Tickets are sold out. The play is moved to June.", forward_origin=origin)
    assert sent.plain == "Tickets are sold out. The play is moved to June."


async def test_posts_forwarded_in_one_go_are_one_job(linked: Person) -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Sam"}
    sent = await linked.sends_batch(
        Bundle.FORWARDS,
        {"text": GARDEN, "forward_origin": origin},
        {"text": LINK, "forward_origin": origin},
        {"text": "That is all.", "forward_origin": origin},
    )
    assert len(linked.calls("sendMessage")) == 1
    assert "glass house" in sent.plain
    assert "2. Old bridge" in sent.plain


async def test_an_album_is_answered_once(linked: Person) -> None:
    sent = await linked.sends_batch(
        Bundle.ALBUM,
        {"photo": PHOTO, "media_group_id": "a", "caption": LINK},
        {"photo": PHOTO, "media_group_id": "a"},
    )
    assert "Old bridge" in sent.plain
    sent = await linked.sends_batch(
        Bundle.ALBUM, {"photo": PHOTO, "media_group_id": "b"}, {"photo": PHOTO, "media_group_id": "b"}
    )
    assert "can’t read pictures" in sent.plain


@pytest.mark.parametrize(
    ("name", "body"),
    [("bridge.txt", BRIDGE), ("bridge.md", f"# Old bridge\n{BRIDGE}"), ("bridge.html", page())],
)
async def test_a_file_is_read(person: Person, name: str, body: str) -> None:
    person.telegram.files["f1"] = body.encode()
    sent = await person.sends(document={"file_id": "f1", "file_unique_id": "u", "file_name": name})
    assert len(sent.sentences) >= 5
    assert "1784" in (await person.sends("When was the bridge built?")).plain


@pytest.mark.parametrize(
    ("mime_type", "told"),
    [("image/png", "can’t read pictures"), ("audio/ogg", "can’t listen"), ("video/mp4", "can’t watch")],
)
async def test_media_sent_as_a_file_are_not_fetched_and_their_captions_link_is_read(
    linked: Person, mime_type: str, told: str
) -> None:
    file = {"file_id": "f1", "file_unique_id": "u", "file_name": "x", "mime_type": mime_type}
    assert told in (await linked.sends(document=file)).plain
    assert "Old bridge to close in May" in (await linked.sends(document=file, caption=LINK)).plain
    assert linked.calls("getFile") == []


async def test_a_picture_whose_sender_told_no_type_is_known_by_its_name(linked: Person) -> None:
    unsaid = {"file_id": "f1", "file_unique_id": "u", "mime_type": "application/octet-stream"}
    picture = {**unsaid, "file_name": "screen.JPG"}
    assert "Old bridge to close in May" in (await linked.sends(document=picture, caption=LINK)).plain
    assert linked.calls("getFile") == []
    linked.telegram.files["f1"] = BRIDGE.encode()
    assert "1784" in (await linked.sends(document={**unsaid, "file_name": "bridge.txt"})).plain


async def test_a_file_without_a_title_is_told_by_its_name(person: Person) -> None:
    person.telegram.files["f1"] = BRIDGE.encode()
    file = {"file_id": "f1", "file_unique_id": "u", "file_name": "minutes of May.txt"}
    assert (await person.sends(document=file)).plain.startswith("minutes of May.txt · ")
    person.telegram.files["f1"] = f"# Old bridge\n\n{BRIDGE}".encode()
    assert "notes" not in (await person.sends(document={**file, "file_name": "notes.md"})).plain


async def test_a_saved_mail_is_told_by_its_subject_and_sender(person: Person) -> None:
    head = b"From: Ardley Weekly <weekly@example.org>\nSubject: Bridge closes\nContent-Type: text/plain\n\n"
    person.telegram.files["f1"] = head + BRIDGE.encode()
    sent = await person.sends(
        document={"file_id": "f1", "file_unique_id": "u", "file_name": "a.eml", "mime_type": "message/rfc822"}
    )
    assert sent.plain.startswith("Bridge closes\nArdley Weekly · ")
    assert "example.org" not in sent.plain


async def test_a_link_into_a_private_chat_is_told_as_that_without_a_way_to_an_archive(person: Person) -> None:
    sent = await person.sends("https://t.me/c/1234567890/89")
    assert "only its members can open" in sent.plain
    assert sent.labels == []


async def test_a_file_that_is_too_large_is_not_fetched(person: Person) -> None:
    big = {"file_id": "f1", "file_unique_id": "u", "file_name": "x.txt", "file_size": 21 * 1024 * 1024}
    sent = await person.sends(document=big)
    assert "up to 20 MB" in sent.plain
    assert person.calls("getFile") == []


async def test_a_file_of_another_kind_is_told(person: Person) -> None:
    person.telegram.files["f1"] = b"\x7fELF\x00\x01\x02" * 100
    sent = await person.sends(document={"file_id": "f1", "file_unique_id": "u", "file_name": "prog.bin"})
    assert "can’t read that kind of file" in sent.plain


MEDIA = {"file_id": "m", "file_unique_id": "m", "duration": 1, "width": 1, "height": 1, "length": 1}
STICKER = {**MEDIA, "type": "regular", "is_animated": False, "is_video": False}


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"photo": [MEDIA]}, "pictures"),
        ({"voice": MEDIA}, "voice"),
        ({"audio": MEDIA}, "audio"),
        ({"video": MEDIA}, "videos"),
        ({"video_note": MEDIA}, "video messages"),
        ({"animation": MEDIA, "document": MEDIA}, "only read text"),
        (
            {"sticker": {**MEDIA, "type": "regular", "is_animated": False, "is_video": False}},
            "only read text",
        ),
        ({"contact": {"phone_number": "1", "first_name": "A"}}, "contact"),
        ({"location": {"latitude": 1.0, "longitude": 1.0}}, "map"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "rolled"),
        ({"unheard_of": {}}, "kind of message"),
    ],
)
async def test_what_cannot_be_read_is_answered_kindly(
    person: Person, fields: dict[str, Any], word: str
) -> None:
    assert word in (await person.sends(**fields)).plain


async def test_a_question_under_a_picture_is_about_the_picture_unless_it_replies_to_a_summary(
    linked: Person,
) -> None:
    summary = await linked.sends(LINK)
    asked = {"photo": PHOTO, "caption": "How many cars cross the bridge?"}
    assert "can’t read pictures" in (await linked.sends(**asked)).plain
    answered = {"message_id": summary.message_id, "date": 1, "chat": {"id": 7, "type": "private"}}
    assert "6,000 cars" in (await linked.sends(**asked, reply_to_message=answered)).plain


@pytest.mark.parametrize("text", ["", "   ", "👍", "\u200b"])
async def test_a_message_without_words_is_answered(person: Person, text: str) -> None:
    assert (await person.sends(text)).plain


async def test_a_dead_link_says_what_to_do(person: Person) -> None:
    sent = await person.sends("https://marlow.example/nothing")
    assert sent.plain == "The site says that this page doesn’t exist. Check the link, or paste the text."


async def test_what_takes_long_shows_a_placeholder_that_becomes_the_answer() -> None:
    async with chatting(placeholder_s=0.02) as person:
        person.web.pages[LINK], person.web.gate = page(), asyncio.Event()
        sending = asyncio.create_task(person.sends(LINK))
        while not person.answers():  # noqa: ASYNC110 - nothing tells of what the bot says meanwhile
            await asyncio.sleep(0.01)
        person.web.gate.set()
        sent = await sending
        placeholder, answer = person.answers()
        assert placeholder.text == "Reading marlow.example …"
        assert answer.message_id == placeholder.message_id == sent.message_id
        assert [call.action for call in person.calls("sendChatAction")] == ["typing"]


async def test_what_is_quick_shows_no_placeholder(linked: Person) -> None:
    await linked.sends(LINK)
    assert len(linked.answers()) == 1


async def test_the_same_update_again_gives_no_second_answer(linked: Person) -> None:
    update = linked.update(LINK)
    await handle(linked.app, update)
    await handle(linked.app, update)
    assert len(linked.calls("sendMessage")) == 1
    assert len((await linked.sends("/articles")).labels) == 1


async def test_a_handler_that_is_interrupted_stops_its_work(linked: Person) -> None:
    linked.web.gate = asyncio.Event()
    task = asyncio.create_task(handle(linked.app, linked.update(LINK)))
    while not linked.web.fetched:  # noqa: ASYNC110 - the web has no event to tell it
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert linked.calls("sendMessage") == []


def test_a_paste_of_thousands_of_links_is_read_as_quickly_as_it_is_long() -> None:
    # A scan of the whole text for each link took eight seconds, in which no other chat was answered.
    written = [f"http://a.example/{number}" for number in range(5_000)]
    message = Message(1, datetime.now(UTC), Chat(1, "private"), text="😀 " + " ".join(written))
    contents = read_message(message)
    assert contents.links == tuple(written)
    assert contents.rest == "😀"


async def test_in_a_group_a_file_is_asked_for_by_its_caption_or_a_reply_and_fetched_once(
    person: Person,
) -> None:
    person.chat = {"id": -9, "type": "supergroup", "title": "Velm"}
    person.telegram.files["f1"] = GARDEN.encode()
    file = {"document": {"file_id": "f1", "file_unique_id": "u", "file_name": "garden.txt"}}

    def captioned(command: str) -> dict[str, Any]:
        entity = {"type": "bot_command", "offset": 0, "length": len(command)}
        return {**file, "caption": f"{command} 2", "caption_entities": [entity]}

    for command in ("/tldr", "/summarize@nutshell_bot"):
        assert len((await person.sends(**captioned(command))).sentences) == 2
    await handle(person.app, person.update(**captioned("/tldr@other_bot")))
    assert len(person.calls("sendMessage")) == 2
    asked = {
        "message_id": 90,
        "date": 1,
        "chat": person.chat,
        "from": {"id": 8, "is_bot": False, "first_name": "B"},
    }
    assert len((await person.sends("/tldr 2", reply_to_message={**asked, **file})).sentences) == 2
    assert len(person.calls("getFile")) == 3


async def test_a_reply_from_another_chat_is_about_what_it_replies_to(linked: Person) -> None:
    await linked.sends(GARDEN)
    channel = {"id": -100, "type": "channel", "title": "News", "username": "norwick"}
    told = {"origin": {"type": "channel", "date": 1, "message_id": 12, "chat": channel}, "message_id": 12}
    shown = {**told, "chat": channel, "link_preview_options": {"url": LINK}}
    assert "Old bridge to close in May" in (await linked.sends("/tldr", external_reply=shown)).text
    await linked.sends("/tldr", external_reply={**told, "chat": channel})
    assert linked.web.fetched[-1].startswith("https://t.me/norwick/12")


async def test_a_reply_in_a_group_to_a_picture_of_another_chat_is_about_no_other_article(
    linked: Person,
) -> None:
    group = {"id": -5, "type": "group", "title": "Norwick"}
    assert "Old bridge" in (await linked.sends(f"/tldr {LINK}", chat=group)).text
    channel = {
        "id": -100,
        "type": "channel",
        "title": "Closed",
    }  # private: without a name, nobody sees its posts
    told = {"origin": {"type": "channel", "date": 1, "message_id": 12, "chat": channel}}
    answer = await linked.sends("/tldr", chat=group, external_reply=told)
    assert answer.text.startswith("There is nothing to read in that message")


async def test_a_reply_to_what_can_not_be_read_is_about_no_other_article(linked: Person) -> None:
    await linked.sends(LINK)
    origin = {"origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Q"}}
    voice = {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}
    message = {"message_id": 90, "date": 1, "chat": linked.update("?").message.chat.to_dict(), **voice}
    for asked in (
        {"external_reply": {**origin, **voice}},
        {"external_reply": origin, "quote": {"text": "Look at this", "position": 0}},
        {"reply_to_message": {**message, "from": {"id": 7, "is_bot": False, "first_name": "P"}}},
    ):
        answer = await linked.sends("/tldr", **asked)
        assert answer.text.startswith("There is nothing to read in that message")
    assert "Old bridge" in (await linked.sends("/tldr")).text


@pytest.mark.parametrize("command", ["/keywords", "/check It carries 12 cars.", "/ask Who is the mayor?"])
async def test_a_command_under_a_link_that_nobody_has_read_is_about_that_link(
    linked: Person, command: str
) -> None:
    linked.chat = {"id": -5, "type": "group", "title": "Norwick"}
    await linked.sends(f"/tldr {GARDEN}")
    shared = {"message_id": 90, "date": 1, "chat": linked.chat, "text": f"look {LINK}"}
    author = {"from": {"id": 8, "is_bot": False, "first_name": "B"}}
    answer = await linked.sends(command, reply_to_message={**shared, **author})
    assert LINK in answer.text
    assert LINK in linked.web.fetched
