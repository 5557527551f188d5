"""/rss: who gets the addresses of a chat's feed, and where."""

import re

from chatroom import chatting
from stage import on_stage

from bot.storage.updates.outbox import SqlOutbox
from bot.trial.chats import ADMIN_ID, GROUP_ID, MEMBER_ID

SERVED = "https://bot.example.org"
ADDRESS = re.compile(r"(\S+)/feeds/([\w-]{43})\.(atom|json)")


async def test_a_person_gets_two_addresses_that_stay_until_they_want_others():
    async with chatting(served=SERVED) as person:
        told = await person.sends("/rss")
        found = ADDRESS.findall(told.plain)
        assert [(base, form) for base, _, form in found] == [(SERVED, "atom"), (SERVED, "json")]
        assert found[0][1] == found[1][1]
        assert ADDRESS.findall((await person.sends("/rss")).plain) == found
        assert "NUTSHELL_PUBLIC_URL" not in told.plain
        pressed = await person.presses(f"rss:new:{person.user_id}", told)
        assert ADDRESS.findall(pressed.message.plain)[0][1] != found[0][1]
        pressed = await person.presses(f"rss:off:{person.user_id}", told)
        assert "switched off" in pressed.message.plain
        assert await person.stores.outlets.outlet(person.user_id) is None


async def test_where_only_this_computer_or_nobody_reaches_the_server_it_says_so():
    async with chatting(served="http://127.0.0.1:8090") as person:
        assert "NUTSHELL_PUBLIC_URL" in (await person.sends("/rss")).plain
    async with chatting() as person:
        assert "NUTSHELL_LISTEN" in (await person.sends("/rss")).plain
        assert await person.stores.outlets.outlet(person.user_id) is None


async def test_forgetting_a_person_closes_their_feed():
    async with chatting(served=SERVED) as person:
        await person.sends("/rss")
        await person.stores.storage.forget(person.user_id)
        assert await person.stores.outlets.outlet(person.user_id) is None


async def test_what_goes_to_the_administrator_in_private_is_noted_as_every_message_is(tmp_path, monkeypatch):
    async with on_stage(tmp_path, served=SERVED) as stage:
        noted = []
        intend = SqlOutbox.intend

        async def noting(self, update_id, part, chat_id, **more):
            noted.append(chat_id)
            return await intend(self, update_id, part, chat_id, **more)

        monkeypatch.setattr(SqlOutbox, "intend", noting)
        stage.admit(GROUP_ID)
        stage.greet(ADMIN_ID)
        await stage.settled()
        noted.clear()
        stage.says("/rss", user_id=ADMIN_ID)
        await stage.until(stage.said)
        assert ADDRESS.search(stage.said(ADMIN_ID)[-1]["text"])
        assert ADMIN_ID in noted


async def test_in_a_group_only_an_administrator_gets_the_addresses_and_only_in_private(tmp_path):
    async with on_stage(tmp_path, served=SERVED) as stage:
        stage.admit(GROUP_ID)
        stage.says("/rss", user_id=MEMBER_ID)
        await stage.until(stage.said)
        assert "administrators" in stage.said()[-1]["text"]
        stage.says("/rss", user_id=ADMIN_ID)
        await stage.until(lambda: len(stage.said()) == 2)
        assert "Write to me there first" in stage.said()[-1]["text"]
        stage.greet(ADMIN_ID)
        stage.says("/rss", user_id=ADMIN_ID)
        await stage.until(lambda: len(stage.said()) == 3)
        assert "in private" in stage.said()[-1]["text"]
        assert not any(ADDRESS.search(message["text"]) for message in stage.said())
        assert ADDRESS.search(stage.said(ADMIN_ID)[-1]["text"])
        assert stage.said(ADMIN_ID)[-1]["link_preview_options"] == {"is_disabled": True}
        before = await stage.stores.outlets.outlet(GROUP_ID)
        said = stage.said()[-1]["message_id"]
        for verb in ("off", "new"):
            stage.presses(said, f"rss:{verb}:{GROUP_ID}", user_id=MEMBER_ID)
        await stage.settled()
        assert await stage.stores.outlets.outlet(GROUP_ID) == before
        stage.presses(said, f"rss:off:{GROUP_ID}", user_id=ADMIN_ID)
        await stage.settled()
        assert await stage.stores.outlets.outlet(GROUP_ID) is None
