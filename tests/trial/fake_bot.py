"""A tiny bot for the stand-in to run: it looks like Nutshell, starts at once and reads nothing.

It speaks the Bot API with the standard library; python-telegram-bot is tested against the stand-in elsewhere.
"""

import json
import os
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

SUMMARY = (
    '<b><a href="https://example.org/light">The lighthouse that learned to save</a></b>\n'
    "<i>Example · Mara Ellison · 3 min read</i>\n\n"
    "• The lighthouse has cut its use of electricity by <b>92 percent</b>. "
    '<a href="https://example.org/light#:~:text=cut">¶</a>\n'
    "• A battery from a retired city bus stores what 14 solar panels collect by day. "
    '<a href="https://example.org/light#:~:text=battery">¶</a>\n\n'
    "<blockquote expandable>" + "Sailors should not notice any change at all. " * 12 + "</blockquote>"
)
TOKEN = os.environ["NUTSHELL_TOKEN"]
HOST = os.environ["NUTSHELL_API_URL"].removeprefix("http://")


def fetch(path: str, body: bytes = b"") -> bytes:
    connection = HTTPConnection(HOST, timeout=60)
    connection.request("POST" if body else "GET", path, body, {"Content-Type": "application/json"})
    with connection.getresponse() as response:
        return response.read()


def call(method: str, **parameters: Any) -> Any:
    return json.loads(fetch(f"/bot{TOKEN}/{method}", json.dumps(parameters).encode()))["result"]


def look(size: str) -> dict[str, Any]:
    """Words and buttons of the summary; `size` is what its first button offers."""
    rows = [
        [{"text": size, "callback_data": size.lower()}, {"text": "Keywords", "callback_data": "keywords"}],
        [{"text": "Who designed the new lamp?", "callback_data": "ask"}],
    ]
    text = SUMMARY + ("\nOne more line." if size == "Shorter" else "")
    return {"text": text, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": rows}}


def press(query: dict[str, Any]) -> None:
    message = query["message"]
    where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
    if query["data"] == "keywords":
        call(
            "answerCallbackQuery",
            callback_query_id=query["id"],
            text="lighthouse, lamp, harbour",
            show_alert=True,
        )
        return
    call("editMessageText", **where, **look("Shorter" if query["data"] == "longer" else "Longer"))
    call("answerCallbackQuery", callback_query_id=query["id"])


def reply(message: dict[str, Any]) -> None:
    chat_id, text = message["chat"]["id"], message.get("text", "")
    if text.startswith("http"):
        call("sendChatAction", chat_id=chat_id, action="typing")
        sent = call("sendMessage", chat_id=chat_id, text="Reading example.org …")
        time.sleep(0.3)
        call("editMessageText", chat_id=chat_id, message_id=sent["message_id"], **look("Longer"))
        return
    if "document" in message:
        path = call("getFile", file_id=message["document"]["file_id"])["file_path"]
        text = f"{len(fetch(f'/file/bot{TOKEN}/{path}'))} bytes"
    about = message.get("reply_to_message", {}).get("text", "")
    call(
        "sendMessage",
        chat_id=chat_id,
        text=f"{len(text)} characters: {text[:20]} | {about[:20]} | {message['from']['language_code']}",
        reply_parameters={"message_id": message["message_id"]},
    )


def main() -> None:
    kept = Path(os.environ["FAKE_BOT_OFFSET"])
    offset = int(kept.read_text()) if kept.exists() else 0
    menu = [
        {"command": "start", "description": "Say hello"},
        {"command": "help", "description": "What I can do"},
    ]
    call("setMyCommands", commands=menu)
    while True:
        for update in call("getUpdates", offset=offset, timeout=20):
            press(update["callback_query"]) if "callback_query" in update else reply(update["message"])
            offset = update["update_id"] + 1
            kept.write_text(str(offset))


if __name__ == "__main__":
    sys.exit(main())
