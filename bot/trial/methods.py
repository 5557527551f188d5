"""The methods of the Bot API that the stand-in knows, each a plain function over the world."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.trial import inline
from bot.trial.calls import Call, formatted, markup, place, preview
from bot.trial.chat_methods import CHAT_METHODS
from bot.trial.chats import Json
from bot.trial.errors import bad_request
from bot.trial.inline_methods import answer_inline_query
from bot.trial.people import discuss
from bot.trial.world import Destination, World, caption_content, text_content

_COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
_ACTIONS: Final = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
    }
    | {"choose_sticker", "find_location", "record_video_note", "upload_video_note"}
)

Method = Callable[[World, Call], Any]


def _get_me(world: World, _call: Call) -> Json:
    rights = {"can_join_groups": True, "can_read_all_group_messages": not world.privacy}
    rights |= {"supports_inline_queries": True, "can_connect_to_business": False, "has_main_web_app": False}
    return world.bot | rights


def _send_message(world: World, call: Call) -> Json:
    where = place(world, call)
    if not call.text("text"):
        raise bad_request("message text is empty")
    content = text_content(formatted(call, "text", "entities")) | preview(call)
    return _send(world, where, content, markup(call))


def _send_document(world: World, call: Call) -> Json:
    where = place(world, call)
    content: Json = {"document": _document(world, call)}
    content |= caption_content(formatted(call, "caption", "caption_entities"))
    return _send(world, where, content, markup(call))


def _edit_message_text(world: World, call: Call) -> Json | bool:
    is_inline = bool(call.text("inline_message_id"))
    chat_id, message_id = (0, 0) if is_inline else (call.chat_id, _target(call))
    if not call.text("text"):
        raise bad_request("message text is empty")
    content = text_content(formatted(call, "text", "entities"), too_long="MESSAGE_TOO_LONG") | preview(call)
    if is_inline:
        inline.edit(world, call.text("inline_message_id"), content, markup(call))
        return True
    return world.edit(chat_id, message_id, content, markup(call))


def _edit_message_caption(world: World, call: Call) -> Json | bool:
    content = {"caption": "", **caption_content(formatted(call, "caption", "caption_entities"))}
    return world.edit(call.chat_id, _target(call), content, markup(call))


def _edit_message_reply_markup(world: World, call: Call) -> Json | bool:
    if call.text("inline_message_id"):
        inline.edit(world, call.text("inline_message_id"), None, markup(call))
        return True
    return world.edit(call.chat_id, _target(call), None, markup(call))


def _delete_message(world: World, call: Call) -> bool:
    world.delete(call.chat_id, call.message_id)
    return True


def _answer_callback_query(world: World, call: Call) -> bool:
    text = call.text("text")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    world.answer_callback(call.text("callback_query_id"), text, alert=call.flag("show_alert"))
    return True


def _send_chat_action(world: World, call: Call) -> bool:
    if call.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.act(call.chat_id, call.text("action"))
    return True


def _set_message_reaction(world: World, call: Call) -> bool:
    reactions = call.json("reaction", "reaction types") or []
    if not isinstance(reactions, list) or len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = str(reactions[0].get("emoji", "")) if reactions else None
    world.react(call.chat_id, call.message_id, emoji)
    return True


def _set_my_commands(world: World, call: Call) -> bool:
    commands = call.json("commands", "BotCommand") or []
    if not isinstance(commands, list) or len(commands) > 100:
        raise bad_request("too many commands specified; must be at most 100")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", ""))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", "")).strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.menus.set(commands, *_scope(world, call))
    world.on_event({"kind": "commands"})
    return True


def _delete_my_commands(world: World, call: Call) -> bool:
    world.menus.set([], *_scope(world, call))
    world.on_event({"kind": "commands"})
    return True


def _get_my_commands(world: World, call: Call) -> list[Json]:
    return world.menus.lists.get(_scope(world, call), [])


def _get_file(world: World, call: Call) -> Json:
    if not call.text("file_id"):
        raise bad_request("file_id not specified")
    stored = world.files.download(call.text("file_id"))
    known = {"file_id": stored.file_id, "file_unique_id": stored.file_id[-12:]}
    return known | {"file_size": len(stored.body), "file_path": stored.path}


def _set_webhook(world: World, call: Call) -> bool:
    if call.text("url"):
        raise bad_request("bad webhook: the trial chat knows long polling only")
    world.webhook_url = ""
    return True


def _delete_webhook(world: World, call: Call) -> bool:
    world.webhook_url = ""
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def _get_webhook_info(world: World, _call: Call) -> Json:
    return {
        "url": world.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


def _setter(name: str, limit: int) -> Method:
    def set_text(world: World, call: Call) -> bool:
        if len(call.text(name)) > limit:
            raise bad_request(f"bot {name.replace('_', ' ')} is too long")
        world.profile[name, call.text("language_code")] = call.text(name)
        return True

    return set_text


def _getter(name: str) -> Method:
    def get_text(world: World, call: Call) -> Json:
        return {name: world.profile.get((name, call.text("language_code")), "")}

    return get_text


def _done(_world: World, _call: Call) -> bool:
    return True


# getUpdates waits, so it is not here but with the server. Names are compared in lower case, as Telegram does.
METHODS: Final[Mapping[str, Method]] = {
    name.lower(): method
    for name, method in {
        "getMe": _get_me,
        "sendMessage": _send_message,
        "sendDocument": _send_document,
        "editMessageText": _edit_message_text,
        "editMessageCaption": _edit_message_caption,
        "editMessageReplyMarkup": _edit_message_reply_markup,
        "deleteMessage": _delete_message,
        "answerCallbackQuery": _answer_callback_query,
        "answerInlineQuery": answer_inline_query,
        "sendChatAction": _send_chat_action,
        "setMessageReaction": _set_message_reaction,
        "setMyCommands": _set_my_commands,
        "deleteMyCommands": _delete_my_commands,
        "getMyCommands": _get_my_commands,
        "getFile": _get_file,
        **CHAT_METHODS,
        "setWebhook": _set_webhook,
        "deleteWebhook": _delete_webhook,
        "getWebhookInfo": _get_webhook_info,
        "setMyName": _setter("name", 64),
        "getMyName": _getter("name"),
        "setMyDescription": _setter("description", 512),
        "getMyDescription": _getter("description"),
        "setMyShortDescription": _setter("short_description", 120),
        "getMyShortDescription": _getter("short_description"),
        "setChatMenuButton": _done,
        "close": _done,
        "logOut": _done,
    }.items()
}


def _send(world: World, where: Destination, content: Json, keyboard: Json | None) -> Json:
    sent = world.send(where, content, keyboard)
    chat = world.known(where.chat_id)
    if chat.kind == "channel" and chat.linked_id is not None:
        discuss(world, chat, chat.messages[sent["message_id"]])
    return sent


def _target(call: Call) -> int:
    if not call.text("message_id"):
        raise bad_request("message identifier is not specified")
    return call.message_id


def _document(world: World, call: Call) -> Json:
    value = call.text("document")
    attached = call.files.get(value.removeprefix("attach://") or "document") or call.files.get("document")
    if attached is not None:
        if not attached.body:
            raise bad_request("file must be non-empty")
        return world.files.keep(attached.name, attached.mime_type, attached.body).as_document()
    if not value:
        raise bad_request("there is no document in the request")
    if value not in world.files:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    return world.files[value].as_document()


def _scope(world: World, call: Call) -> tuple[str, str]:
    scope = call.json("scope", "BotCommandScope") or {}
    kind = str(scope.get("type", "default"))
    for name in ("chat_id", "user_id"):
        kind += f":{scope[name]}" if name in scope else ""
    if "chat_id" in scope:
        world.known(int(scope["chat_id"]))
    return kind, call.text("language_code")
