"""The stand-in over real HTTP: python-telegram-bot must find everything as it is with Telegram."""

import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest
from telegram import Bot, BotCommand, InputFile, ReactionTypeEmoji, ReplyParameters
from telegram.error import BadRequest, Conflict, EndPointNotFound

from bot.trial.chats import PERSON_ID
from bot.trial.formatting import Formatted
from bot.trial.people import say, upload
from bot.trial.run import Trial, open_trial

SLEEPER = ["sleep", "600"]


@pytest.fixture
async def quiet() -> AsyncIterator[Trial]:
    """A trial whose bot does nothing, so that the test is the bot."""
    async with open_trial("127.0.0.1", 0, SLEEPER, {"PATH": "/usr/bin:/bin"}) as running:
        yield running


@pytest.fixture
async def bot(quiet: Trial) -> AsyncIterator[Bot]:
    base = quiet.address
    async with Bot(quiet.token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot") as opened:
        yield opened


async def test_the_bot_knows_itself(bot):
    assert (bot.username, bot.can_read_all_group_messages) == ("nutshell_trial_bot", False)


async def test_getupdates_waits_for_what_comes_and_hands_it_out_until_confirmed(quiet, bot):
    waiting = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.2)
    say(quiet.world, Formatted("hello"))
    (update,) = await waiting
    assert update.message.text == "hello"
    assert [again.update_id for again in await bot.get_updates()] == [update.update_id]
    assert await bot.get_updates(offset=update.update_id + 1) == ()


async def test_a_second_getupdates_ends_the_first_with_a_conflict(quiet, bot):
    first = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.2)
    async with Bot(quiet.token, base_url=f"{quiet.address}/bot") as other:
        assert await other.get_updates(timeout=1) == ()
    with pytest.raises(Conflict):
        await first


async def test_messages_are_sent_edited_and_deleted(quiet, bot):
    sent = await bot.send_message(PERSON_ID, "<b>one</b>", parse_mode="HTML")
    assert sent.parse_entities() == {sent.entities[0]: "one"}
    edited = await sent.edit_text("two", reply_markup=None)
    assert (edited.text, edited.edit_date is not None) == ("two", True)
    assert await sent.delete()
    assert quiet.world.pictured(PERSON_ID) == []


async def test_errors_arrive_as_the_library_knows_them(bot):
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(5, "x")
    with pytest.raises(BadRequest, match=r"(?i)can't parse entities: unsupported start tag"):
        await bot.send_message(PERSON_ID, "<p>", parse_mode="HTML")
    sent = await bot.send_message(PERSON_ID, "x")
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await sent.edit_text("x")
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendPigeon")


async def test_files_travel_both_ways(quiet, bot):
    document = upload(quiet.world, ("a.txt", "text/plain", "wörter".encode()))["document"]
    file = await bot.get_file(document["file_id"])
    assert bytes(await file.download_as_bytearray()) == "wörter".encode()
    reply = ReplyParameters(quiet.world.pictured(PERSON_ID)[0]["message_id"])
    sent = await bot.send_document(
        PERSON_ID, InputFile(b"{}", "export.json"), caption="yours", reply_parameters=reply
    )
    assert (sent.document.file_name, sent.reply_to_message.document.file_name) == ("export.json", "a.txt")


async def test_everything_else_that_a_bot_sets_up_works(quiet, bot):
    message_id = say(quiet.world, Formatted("x"))[0]["message_id"]
    assert await bot.set_my_commands([BotCommand("help", "Help")], language_code="de")
    assert await bot.get_my_commands(language_code="de") == (BotCommand("help", "Help"),)
    assert await bot.set_my_description("Reads", language_code="de")
    assert (await bot.get_my_description(language_code="de")).description == "Reads"
    assert await bot.set_my_short_description("Reads")
    assert await bot.set_message_reaction(PERSON_ID, message_id, [ReactionTypeEmoji("👀")])
    assert await bot.send_chat_action(PERSON_ID, "typing")
    assert (await bot.get_webhook_info()).pending_update_count == 1
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()
    assert (await bot.get_chat(PERSON_ID)).first_name == "You"
    assert (await bot.get_chat_member(PERSON_ID, PERSON_ID)).user.id == PERSON_ID


@pytest.mark.parametrize("how", ["query", "form", "json", "multipart"])
async def test_parameters_may_come_in_every_way_that_telegram_takes(quiet, how):
    given = {"chat_id": str(PERSON_ID), "text": "hello", "disable_notification": "true"}
    form = aiohttp.FormData(given, default_to_multipart=True)
    sent = {
        "query": {"params": given},
        "form": {"data": given},
        "json": {"json": given},
        "multipart": {"data": form},
    }
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{quiet.address}/bot{quiet.token}/SENDMESSAGE", **sent[how]) as response,
    ):
        answer = await response.json()
    assert (answer["ok"], answer["result"]["text"]) == (True, "hello")


@pytest.mark.parametrize(
    ("path", "status"),
    [("/bot{token}/nothing", 404), ("/botnonsense/getMe", 404), ("/bot1:" + "x" * 35 + "/getMe", 401)],
)
async def test_what_telegram_does_not_know_is_told_in_its_json(quiet, path, status):
    async with (
        aiohttp.ClientSession() as session,
        session.get(quiet.address + path.format(token=quiet.token)) as response,
    ):
        answer = json.loads(await response.text())
    assert (response.status, answer["ok"], answer["error_code"]) == (status, False, status)


async def test_a_body_that_is_no_json_is_refused(quiet):
    async with (
        aiohttp.ClientSession(headers={"Content-Type": "application/json"}) as session,
        session.post(f"{quiet.address}/bot{quiet.token}/getMe", data="{") as response,
    ):
        assert response.status == 400
