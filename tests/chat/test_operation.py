"""Privacy, language, access and owners, as people in a chat see them."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from chatroom import LINK, START, chatting, page
from telegram import Update
from telegram.error import Conflict

from bot.chat.application import handle
from bot.chat.failures import tell_to_wait
from bot.chat.owners import tell_owners
from bot.chat.queueing.joining import Bundle
from bot.chat.queueing.lanes import Address
from bot.chat.queueing.polling import Poller
from bot.chat.telegram import webhook
from bot.chat.telegram.webhook import WebhookAddress, WebhookKeeper
from bot.core.digests.followings import Place
from bot.core.errors import DatabaseError
from bot.core.readings import Preferences
from bot.core.rooms import Room
from bot.metering import Unmetered
from bot.ports.operators import Trouble

OWNER = 7


def owned(**more):
    return chatting(owners=(OWNER,), **more)


async def test_privacy_tells_how_long_and_who_runs_it():
    async with owned(retention_days=30) as person:
        told = await person.sends("/privacy")
        assert "30 days" in told.plain
        assert f"tg://user?id={OWNER}" in told.text
        assert "/export" in told.plain


async def test_privacy_tells_where_summaries_are_sent_on_to():
    async with owned(hook_sites=("own.example",)) as person:
        assert "at own.example." in (await person.sends("/privacy")).plain
    async with owned() as person:
        assert "sent on" not in (await person.sends("/privacy")).plain


async def test_an_export_is_a_file_with_everything_of_the_person(person):
    person.web.pages[LINK] = page()
    for _ in range(2):  # the same article is one
        await person.sends(LINK)
    told = await person.sends("/export")
    assert "the article you have read" in told.plain
    (sent,) = person.calls("sendDocument")
    assert sent.chat_id == person.user_id


async def test_an_export_that_was_sent_before_a_crash_is_not_sent_again(person):
    asked = person.update("/export")
    for _ in range(2):
        await handle(person.app, asked)
    assert len(person.calls("sendDocument")) == 1


async def test_in_a_group_nobody_gets_an_export(person):
    person.chat = {"id": -100, "type": "supergroup", "title": "G"}
    told = await person.sends("/export")
    assert "in private" in told.plain
    assert not person.calls("sendDocument")


async def test_the_language_is_chosen_by_buttons_or_by_its_code(person):
    told = await person.sends("/language")
    names = {label.removeprefix("✓ ") for label in told.labels}
    assert {"English", "Deutsch", "Русский", "Français", "Español", "Italiano"} <= names
    assert {"Português", "Türkçe", "Українська", "العربية"} <= names
    assert "Deutsch" in (await person.sends("/language de")).plain
    unknown = await person.sends("/language xx")
    assert "Ich kann: Arabisch, Deutsch, Englisch, Spanisch" in unknown.plain
    assert "Türkçe" in unknown.labels


@pytest.mark.parametrize("name", ["Deutsch", "German", "alemán", "DE"])
async def test_a_language_is_chosen_by_its_name_too(person, name):
    await person.sends("/language español")
    assert "Deutsch" in (await person.sends(f"/language {name}")).plain


async def test_where_only_listed_people_are_served_others_are_told_and_nothing_is_kept_of_them():
    async with owned(listed=True) as person:
        person.user_id = 8
        person.web.pages[LINK] = page()
        told = await person.sends(LINK)
        assert "private" in told.plain
        assert "8" in told.plain
        assert person.web.fetched == []
        assert (await person.stores.operators.statistics()).people == 0


async def test_posts_that_begin_with_a_command_for_everybody_do_not_carry_a_strangers_link_in():
    async with owned(listed=True) as person:
        person.user_id = 8
        person.web.pages[LINK] = page()
        origin = {"forward_origin": {"type": "hidden_user", "sender_user_name": "X", "date": 1_770_000_000}}
        told = await person.sends_batch(
            Bundle.FORWARDS, {"text": "/privacy", **origin}, {"text": LINK, **origin}
        )
        assert "This bot is private" in told.plain
        assert person.web.fetched == []
        assert (await person.stores.operators.statistics()).people == 0


async def test_another_bots_command_does_not_carry_a_link_into_a_group_that_was_not_let_in():
    async with owned(listed=True) as person:
        person.user_id = 8
        person.web.pages[LINK] = page()
        person.chat = {"id": -100, "type": "supergroup", "title": "G"}
        name = person.app.bot.username
        text = f"/privacy@other_bot @{name} {LINK}"
        mention = {"type": "mention", "offset": text.index(f"@{name}"), "length": len(name) + 1}
        await handle(person.app, person.update(text, entities=[mention]))
        assert person.web.fetched == []
        assert not person.calls("sendMessage")


async def test_a_stranger_may_see_and_take_what_is_kept():
    async with owned(listed=True) as person:
        person.user_id = 8
        assert "/export" in (await person.sends("/privacy")).plain
        assert "This bot is private" not in (await person.sends("/export")).plain


async def test_an_owner_lets_people_in_and_out_again():
    async with owned(listed=True) as person:
        assert "8 may use me now" in (await person.sends("/allow 8")).plain
        person.user_id = 8
        assert "This bot is private" not in (await person.sends("/help")).plain
        person.user_id = OWNER
        assert "can’t use me any more" in (await person.sends("/deny 8")).plain
        assert "wasn’t let in" in (await person.sends("/deny 8")).plain
        person.user_id = 8
        assert "This bot is private" in (await person.sends("/help")).plain


@pytest.mark.parametrize("command", ["/allow 8", "/deny 8"])
async def test_where_everybody_is_served_an_owner_is_told_that_a_list_changes_nothing(command):
    async with owned() as person:
        assert "everybody may use me" in (await person.sends(command)).plain


async def test_a_stranger_who_types_behind_the_bots_name_is_told_why_nothing_comes():
    async with owned(listed=True) as person:
        asker = {"id": 8, "is_bot": False, "first_name": "S"}
        raw = {"update_id": 5, "inline_query": {"id": "1", "from": asker, "query": LINK, "offset": ""}}
        await handle(person.app, Update.de_json(raw, person.app.bot))
        (told,) = person.calls("answerInlineQuery")
        assert "your number is 8" in told.button["text"]


async def test_nobody_is_let_in_by_the_number_zero():
    async with owned(listed=True) as person:
        assert "Whom?" in (await person.sends("/allow 0")).plain


async def test_an_owner_lets_a_group_in_from_inside():
    async with owned(listed=True) as person:
        person.chat = {"id": -100, "type": "supergroup", "title": "G"}
        assert "-100 may use me now" in (await person.sends("/allow")).plain
        person.user_id = 8
        assert await person.sends("/start")


@pytest.mark.parametrize("mover", [OWNER, 8])
async def test_a_group_that_was_let_in_is_heard_as_a_supergroup_too_whoever_made_it_one(mover):
    async with owned(listed=True) as person:
        person.chat = {"id": -100, "type": "group", "title": "G"}
        await person.sends("/allow")
        await person.stores.storage.save_preferences(-100, Preferences(sentences=8))
        person.user_id = mover
        person.chat = {"id": -1000100, "type": "supergroup", "title": "G"}
        await handle(person.app, person.update(migrate_from_chat_id=-100))
        person.user_id = 8
        assert await person.sends("/start")
        assert (await person.stores.storage.preferences(-1000100)).sentences == 8


@pytest.mark.parametrize("added_by", [OWNER, 9, 8, None])
async def test_a_channel_is_heard_where_somebody_who_is_served_let_the_bot_in(added_by):
    async with owned(listed=True) as person:
        await person.stores.operators.admit(9, by=OWNER)
        room = Room(chat_id=-1001234, kind="channel", title="C", keep=True, comment=True, added_by=added_by)
        await person.stores.rooms.save_room(replace(room, linked_id=-1005678), only=["keep"])
        person.web.pages[LINK] = page()
        channel = {"id": -1001234, "type": "channel", "title": "C"}
        post = {"message_id": 5, "date": 1_770_000_000, "sender_chat": channel, "text": LINK}
        here = {"update_id": 70, "channel_post": {**post, "chat": channel}}
        await handle(person.app, Update.de_json(here, person.app.bot))
        group = {"id": -1005678, "type": "supergroup", "title": "D"}
        telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
        forward = {**post, "chat": group, "from": telegram, "is_automatic_forward": True}
        await handle(person.app, Update.de_json({"update_id": 71, "message": forward}, person.app.bot))
        kept = await person.stores.digests.shared(Place(chat_id=-1001234), START - timedelta(days=90))
        heard = added_by in (OWNER, 9)
        assert (len(kept), person.web.fetched) == ((1, [LINK]) if heard else (0, []))


async def test_a_stranger_in_a_group_is_not_answered_at_all():
    async with owned(listed=True) as person:
        person.chat, person.user_id = {"id": -100, "type": "supergroup", "title": "G"}, 8
        with pytest.raises(IndexError):
            await person.sends("/help")


async def test_strangers_may_see_and_erase_what_is_kept_of_them():
    async with owned(listed=True) as person:
        person.user_id = 8
        asked = await person.sends("/forget")
        done = await person.presses(asked.data("Erase everything"), asked)
        assert "forgotten" in done.message.plain
        assert "/export" in (await person.sends("/privacy")).plain


async def test_a_strangers_buttons_and_forwards_are_refused_too():
    async with owned(listed=True) as person:
        person.user_id = 8
        told = await person.presses("k:1")
        assert "private" in told.told
        assert "private" in (await person.sends_batch(Bundle.FORWARDS, {"text": "a"}, {"text": "b"})).plain


async def test_help_tells_owners_of_their_commands_and_nobody_else():
    async with owned() as person:
        person.user_id = 8
        assert "/broadcast" not in (await person.sends("/help")).plain
        person.user_id = OWNER
        told = (await person.sends("/help")).plain
        assert all(f"/{name} – " in told for name in ("allow", "deny", "stats", "broadcast"))


@pytest.mark.parametrize("command", ["/stats", "/allow 9", "/deny 9", "/broadcast hello"])
async def test_for_all_others_the_owners_commands_are_not_there(command):
    async with owned() as person:
        person.user_id = 8
        assert "don’t know that command" in (await person.sends(command)).plain
        person.chat = {"id": -100, "type": "supergroup", "title": "G"}
        with pytest.raises(IndexError):
            await person.sends(command)


async def test_an_owner_sees_how_much_there_is():
    async with owned() as person:
        person.web.pages[LINK] = page()
        await person.sends(LINK)
        told = (await person.sends("/stats")).plain
        assert "People: 1" in told
        assert "Articles read: 1" in told


async def test_the_question_how_much_there_is_does_not_count_as_a_message_that_waits(monkeypatch):
    async with owned() as person:
        store = person.stores.operators
        waiting = replace(await store.statistics(), waiting=3)
        monkeypatch.setattr(type(store), "statistics", lambda _store: asyncio.sleep(0, waiting))
        assert "Messages waiting: 2" in (await person.sends("/stats")).plain


async def test_a_person_who_must_wait_is_told_for_how_long():
    async with chatting(rate=20) as person:
        address = Address(update_id=5, chat_id=7, user_id=7, message_id=3, language_code="en")
        await tell_to_wait(person.context, person.app.bot, address, timedelta(seconds=2.4))
        told = person.answers()[-1].plain
        assert "20 messages a minute" in told
        assert "in 3 seconds" in told


class Hooked:
    """A bot on which webhooks are set; `url` is where Telegram has it."""

    def __init__(self):
        self.url = ""
        self.calls = []
        self.failing = 0

    async def get_webhook_info(self):
        self.calls.append("get")
        return SimpleNamespace(url=self.url, last_error_date=None, pending_update_count=0)

    async def set_webhook(self, url, **options):
        self.calls.append(options)
        self.url = url


async def test_the_webhook_is_set_with_its_secret_and_set_again_when_somebody_took_it():
    bot = Hooked()
    address = WebhookAddress(url="https://bot.example.org/telegram", secret="s3cret")
    keeper = WebhookKeeper(
        bot=bot, address=address, allowed_updates=["message"], meter=Unmetered(), look_every_s=0.01
    )
    running = asyncio.create_task(keeper.run())
    async with asyncio.timeout(10):
        while not keeper.connected:  # noqa: ASYNC110 - of another task
            await asyncio.sleep(0)
        assert bot.calls[0]["secret_token"] == "s3cret"
        assert bot.calls[0]["allowed_updates"] == ["message"]
        bot.url = "https://thief.example"
        while bot.url != address.url:  # noqa: ASYNC110 - of another task
            await asyncio.sleep(0.01)
    running.cancel()


async def test_an_answer_of_another_shape_is_an_outage_and_not_the_end(monkeypatch):
    class Odd(Hooked):
        async def get_webhook_info(self):
            return True.copy()  # what Telegram's library does with it

    monkeypatch.setattr(webhook, "FIRST_WAIT_S", 0.01)
    bot = Odd()
    address = WebhookAddress(url="https://bot.example.org/telegram", secret="s3cret")
    keeper = WebhookKeeper(bot=bot, address=address, allowed_updates=[], meter=Unmetered(), look_every_s=0.01)
    running = asyncio.create_task(keeper.run())
    async with asyncio.timeout(10):
        while len(bot.calls) < 2:  # noqa: ASYNC110 - of another task
            await asyncio.sleep(0.01)
    assert not running.done()
    running.cancel()


async def test_owners_are_told_of_what_needs_them_in_their_language_and_no_markup_breaks_it():
    async with owned() as person:
        person.user_id = OWNER
        await person.sends("/language de")
        trouble = Trouble("owner-webhook", {"said": "<b> & co", "waiting": 3})
        await tell_owners(person.context, person.app.bot, trouble)
        told = person.calls("sendMessage")[-1]
        assert told.chat_id == OWNER
        assert "Telegram kann meinem Webhook keine Nachrichten bringen: &lt;b&gt; &amp; co" in told.text


async def test_owners_are_told_as_everybody_is_and_also_where_nothing_can_be_noted(monkeypatch):
    async with owned() as person:
        intend, noted = person.context.outbox.intend, []

        async def noting(update_id, part, chat_id, **more):
            noted.append((update_id, chat_id))
            if update_id in full:
                raise DatabaseError(reason="filled")
            return await intend(update_id, part, chat_id, **more)

        full: set[int] = set()
        monkeypatch.setattr(person.context.outbox, "intend", noting)
        for told, key in enumerate(("owner-disk", "owner-token"), start=1):
            await tell_owners(person.context, person.app.bot, Trouble(key, {"free": 5, "megabytes": 5}))
            assert len(person.calls("sendMessage")) == told
        assert len(set(noted)) == 2
        assert {chat_id for _, chat_id in noted} == {OWNER}
        full.update(number for number, _ in noted)
        await tell_owners(person.context, person.app.bot, Trouble("owner-token", {}))
        assert len(person.calls("sendMessage")) == 3


async def test_a_second_program_with_the_token_is_a_trouble():
    class Crowded:
        async def do_api_request(self, *_args, **_more):
            raise Conflict("terminated by other getUpdates request")

    async def room():
        await asyncio.sleep(0)

    poller = Poller(bot=Crowded(), inbox=None, clock=None, feed=None, room=room, allowed_updates=[], poll_s=0)
    assert poller.trouble is None
    polling = asyncio.create_task(poller.run())
    await asyncio.sleep(0.05)
    polling.cancel()
    assert poller.trouble == Trouble("owner-token")
