"""answerInlineQuery, and what Telegram checks in its results."""

from __future__ import annotations

from typing import Any, Final

from bot.trial import inline
from bot.trial.calls import Call, checked_markup, read_text
from bot.trial.chats import Json
from bot.trial.errors import bad_request
from bot.trial.world import World, text_content

_MOST_RESULTS: Final = 50
_ID_BYTES: Final = 64


def answer_inline_query(world: World, call: Call) -> bool:
    """The bot's results for what somebody typed. Raises ApiError."""
    results = call.json("results", "inline query results") or []
    if not isinstance(results, list):
        raise bad_request("expected an Array of inline query results")
    if len(results) > _MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    read = [_read(result) for result in results]
    if len({result["id"] for result in read}) < len(read):
        raise bad_request("RESULT_ID_DUPLICATE")
    button = call.json("button", "inline query results button")
    if button and not str(button.get("text", "")).strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    inline.answer(world, call.text("inline_query_id"), read, button)
    return True


def _read(result: Any) -> Json:
    if not isinstance(result, dict) or result.get("type") != "article":
        raise bad_request("can't parse inline query result: the trial chat knows articles only")
    if not 1 <= len(str(result.get("id", "")).encode()) <= _ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if not str(result.get("title", "")).strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    wanted = result.get("input_message_content") or {}
    formatted = read_text(
        str(wanted.get("message_text", "")), str(wanted.get("parse_mode") or ""), wanted.get("entities")
    )
    read = {name: result[name] for name in ("title", "description", "url") if name in result}
    read |= {"id": str(result["id"]), "content": text_content(formatted)}
    return read | ({"reply_markup": checked_markup(markup)} if (markup := result.get("reply_markup")) else {})
