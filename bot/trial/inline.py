"""Inline mode: a person types behind the bot's name, the bot answers with results, one of them is chosen."""

from __future__ import annotations

import secrets
from typing import Final

from bot.trial.chats import BOT_ID, Json
from bot.trial.errors import bad_request
from bot.trial.people import Speaker, inline_id
from bot.trial.queries import Query
from bot.trial.world import Destination, World

LIFE_S: Final = 10  # after which Telegram takes no answer


def ask(world: World, speaker: Speaker, text: str) -> str:
    """A person types behind the bot's name, in any chat; returns the id of the query."""
    chat = speaker.chat(world)
    query_id = str(secrets.randbits(62))
    created = world.now().timestamp()
    world.queries[query_id] = Query(speaker.user_id, chat.chat_id, speaker.thread_id, text, created)
    kind = "sender" if chat.kind == "private" else chat.kind
    person = dict(world.people[speaker.user_id])
    update = {"id": query_id, "from": person, "query": text, "offset": "", "chat_type": kind}
    world.updates.put("inline_query", update)
    return query_id


def answer(world: World, query_id: str, results: list[Json], button: Json | None) -> None:
    """The bot answers, in time. Raises ApiError."""
    query = world.queries.get(query_id)
    if query is None or world.now().timestamp() - query.created > LIFE_S:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    query.results, query.button = results, button
    shown = [{key: value for key, value in result.items() if key != "content"} for result in results]
    event = {"kind": "inline", "chat_id": query.chat_id, "query_id": query_id}
    world.on_event(event | {"results": shown, "button": button})


def choose(world: World, query_id: str, result_id: str) -> Json:
    """A person sends one of the results; the bot hears which. Raises ApiError."""
    query = world.queries.get(query_id)
    results = {str(result["id"]): result for result in (query.results if query else None) or ()}
    if query is None or result_id not in results:
        raise bad_request("there is no such result")
    result, chat = results[result_id], world.known(query.chat_id)
    content = {**result["content"], "via_bot": dict(world.bot)}
    has_buttons = "reply_markup" in result
    content |= {"reply_markup": result["reply_markup"]} if has_buttons else {}
    speaker = Speaker(user_id=query.user_id, chat_id=query.chat_id)
    place = Destination(chat_id=chat.chat_id, thread_id=query.thread_id)
    message = world.add(chat, speaker.author(world, chat), content, place)
    world.deliver(chat, message)
    chosen: Json = {"result_id": result_id, "from": dict(world.people[query.user_id]), "query": query.text}
    chosen |= {"inline_message_id": inline_id(chat, message["message_id"])} if has_buttons else {}
    world.updates.put("chosen_inline_result", chosen)
    return message


def edit(world: World, inline_message_id: str, content: Json | None, markup: Json | None) -> None:
    """The bot changes a message that somebody chose. Raises ApiError."""
    _, _, place = inline_message_id.partition(".")
    chat_id, _, message_id = place.partition(".")
    if not (chat_id.lstrip("-").isdigit() and message_id.isdigit()):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = world.known(int(chat_id))
    message = world.message(chat.chat_id, int(message_id), "MESSAGE_ID_INVALID")
    if message.get("via_bot", {}).get("id") != BOT_ID:
        raise bad_request("MESSAGE_ID_INVALID")
    world.rewrite(chat, message, content, markup)
