"""The methods of the Bot API that the stand-in knows, each a plain function over the world."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bot.trial.errors import bad_request
from bot.trial.formatting import Formatted, MarkupError, parse_html, tidied
from bot.trial.world import Json, World, caption_content, text_content

_CALLBACK_DATA_BYTES: Final = 64
_MAX_BUTTONS: Final = 100
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
_LINK: Final = re.compile(r"(?:https?|tg|ton)://[^\s]+|[\w-]+(?:\.[\w-]+)+(?:[/?#:][^\s]*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file in a multipart call."""

    name: str
    mime_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """The parameters of a call. Over HTTP all are strings; what is not a string by nature is JSON."""

    parameters: Mapping[str, Any]
    files: Mapping[str, SentFile] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.parameters.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def json(self, name: str, complaint: str) -> Any:
        """A parameter that is JSON; None where it is missing. Raises ApiError with the complaint."""
        value = self.parameters.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {complaint} JSON object") from error

    def number(self, name: str, default: int = 0) -> int:
        """A whole number; the default where it is missing or none, as Telegram does it."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "yes", "1"}

    @property
    def chat_id(self) -> int:
        if not self.text("chat_id"):
            raise bad_request("chat_id is empty")
        if not re.fullmatch(r"-?\d{1,19}", self.text("chat_id")):
            raise bad_request("chat not found")
        return int(self.text("chat_id"))

    @property
    def message_id(self) -> int:
        return self.number("message_id")


Method = Callable[[World, Call], Any]


def _get_me(world: World, _call: Call) -> Json:
    rights = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
    return world.bot | rights | {"can_connect_to_business": False, "has_main_web_app": False}


def _send_message(world: World, call: Call) -> Json:
    chat_id = call.chat_id
    if not call.text("text"):
        raise bad_request("message text is empty")
    content = text_content(_formatted(call, "text", "entities")) | _preview(call)
    reply_to, quote = _reply(world, call)
    return world.send(chat_id, content, reply_to=reply_to, quote=quote, markup=_markup(call))


def _send_document(world: World, call: Call) -> Json:
    chat_id = call.chat_id
    content: Json = {"document": _document(world, call)}
    content |= caption_content(_formatted(call, "caption", "caption_entities"))
    reply_to, quote = _reply(world, call)
    return world.send(chat_id, content, reply_to=reply_to, quote=quote, markup=_markup(call))


def _edit_message_text(world: World, call: Call) -> Json:
    chat_id, message_id = call.chat_id, _target(call)
    if not call.text("text"):
        raise bad_request("message text is empty")
    content = text_content(_formatted(call, "text", "entities"), too_long="MESSAGE_TOO_LONG")
    return world.edit(chat_id, message_id, content | _preview(call), _markup(call))


def _edit_message_reply_markup(world: World, call: Call) -> Json:
    return world.edit(call.chat_id, _target(call), None, _markup(call))


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
    world.react(call.chat_id, call.message_id, reactions)
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
    world.set_commands(commands, *_scope(call))
    return True


def _delete_my_commands(world: World, call: Call) -> bool:
    world.set_commands([], *_scope(call))
    return True


def _get_my_commands(world: World, call: Call) -> list[Json]:
    return world.commands.get(_scope(call), [])


def _get_file(world: World, call: Call) -> Json:
    if not call.text("file_id"):
        raise bad_request("file_id not specified")
    stored = world.file(call.text("file_id"))
    known = {"file_id": stored.file_id, "file_unique_id": stored.file_id[-12:]}
    return known | {"file_size": len(stored.body), "file_path": stored.path}


def _get_chat(world: World, call: Call) -> Json:
    chat_id = call.chat_id
    if chat_id not in world.chats:
        raise bad_request("chat not found")
    return world.chats[chat_id].as_json() | {"accent_color_id": 0, "max_reaction_count": 11}


def _get_chat_member(world: World, call: Call) -> Json:
    user_id = call.number("user_id")
    if call.chat_id not in world.chats or user_id not in {call.chat_id, world.bot["id"]}:
        raise bad_request("user not found")
    person = world.bot if user_id == world.bot["id"] else world.chats[call.chat_id].person
    return {"status": "member", "user": dict(person)}


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
        "editMessageReplyMarkup": _edit_message_reply_markup,
        "deleteMessage": _delete_message,
        "answerCallbackQuery": _answer_callback_query,
        "sendChatAction": _send_chat_action,
        "setMessageReaction": _set_message_reaction,
        "setMyCommands": _set_my_commands,
        "deleteMyCommands": _delete_my_commands,
        "getMyCommands": _get_my_commands,
        "getFile": _get_file,
        "getChat": _get_chat,
        "getChatMember": _get_chat_member,
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


def _target(call: Call) -> int:
    if not call.text("message_id"):
        raise bad_request("message identifier is not specified")
    return call.message_id


def _formatted(call: Call, name: str, entities: str) -> Formatted:
    """The text of a call, read as its parse mode says, without white space around it."""
    text, mode = call.text(name).replace("\r", ""), call.text("parse_mode").lower()
    if mode == "html":
        try:
            return tidied(parse_html(text))
        except MarkupError as error:
            raise bad_request(f"can't parse entities: {error}") from error
    if mode:
        raise bad_request("unsupported parse_mode")
    given = call.json(entities, "entities") or []
    return tidied(Formatted(text, tuple(given)))


def _preview(call: Call) -> Json:
    options = call.json("link_preview_options", "link preview options")
    if options is None and call.flag("disable_web_page_preview"):
        options = {"is_disabled": True}
    return {"link_preview_options": options} if options else {}


def _reply(world: World, call: Call) -> tuple[int | None, str | None]:
    """Which message a new one replies to, and the quoted words."""
    given = call.json("reply_parameters", "reply parameters") or {}
    message_id = int(given.get("message_id", 0)) or call.number("reply_to_message_id")
    chat = world.chats.get(call.chat_id)
    if not message_id or chat is None:
        return None, None
    may_miss = given.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply")
    if message_id not in chat.messages and may_miss:
        return None, None
    quote = given.get("quote")
    if quote and message_id in chat.messages and quote not in _words(chat.messages[message_id]):
        raise bad_request("QUOTE_TEXT_INVALID")
    return message_id, quote


def _words(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def _document(world: World, call: Call) -> Json:
    value = call.text("document")
    attached = call.files.get(value.removeprefix("attach://") or "document") or call.files.get("document")
    if attached is not None:
        if not attached.body:
            raise bad_request("file must be non-empty")
        return world.keep_file(attached.name, attached.mime_type, attached.body)
    if not value:
        raise bad_request("there is no document in the request")
    if value not in world.files:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    return world.files[value].as_document()


def _scope(call: Call) -> tuple[str, str]:
    scope = call.json("scope", "BotCommandScope") or {}
    return str(scope.get("type", "default")), call.text("language_code")


def _markup(call: Call) -> Json | None:
    """The inline keyboard of a call, checked as Telegram checks it."""
    markup = call.json("reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = [row for row in markup.get("inline_keyboard", []) if row]
    buttons = [button for row in rows for button in row]
    if len(buttons) > _MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        _check_button(button)
    return {"inline_keyboard": rows} if "inline_keyboard" in markup else markup


def _check_button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if "callback_data" in button:
        if not 1 <= len(str(button["callback_data"]).encode()) <= _CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif "url" in button:
        if not _LINK.fullmatch(str(button["url"])):
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    elif not any(
        name in button for name in ("switch_inline_query", "switch_inline_query_current_chat", "copy_text")
    ):
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
