"""A tiny bot on python-telegram-bot for the stand-in to run: it looks like Nutshell and reads nothing."""

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path

from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
    Update,
)
from telegram.error import TelegramError

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
SUMMARY = (
    '<b><a href="https://example.org/light">The lighthouse that learned to save</a></b>\n'
    "<i>Example · Mara Ellison · 3 min read</i>\n\n"
    "• The lighthouse has cut its use of electricity by <b>92 percent</b>. "
    '<a href="https://example.org/light#:~:text=cut">¶</a>\n'
    "• A battery from a retired city bus stores what 14 solar panels collect by day. "
    '<a href="https://example.org/light#:~:text=battery">¶</a>\n\n'
    "<blockquote expandable>" + "Sailors should not notice any change at all. " * 12 + "</blockquote>"
)


def keyboard(longer: bool) -> InlineKeyboardMarkup:
    size = InlineKeyboardButton("Shorter", callback_data="shorter")
    if longer:
        size = InlineKeyboardButton("Longer", callback_data="longer")
    rows = [[size, InlineKeyboardButton("Keywords", callback_data="keywords")]]
    rows.append([InlineKeyboardButton("Who designed the new lamp?", callback_data="ask")])
    return InlineKeyboardMarkup(rows)


async def answer(bot: Bot, update: Update) -> None:
    if update.callback_query:
        await press(bot, update)
    elif update.message:
        await reply(bot, update.message)


async def press(bot: Bot, update: Update) -> None:
    query = update.callback_query
    text = SUMMARY + ("\nOne more line." if query.data == "longer" else "")
    if query.data == "keywords":
        await query.answer("lighthouse, lamp, harbour", show_alert=True)
        return
    await query.edit_message_text(
        text,
        parse_mode="HTML",
        link_preview_options=NO_PREVIEW,
        reply_markup=keyboard(longer=query.data != "longer"),
    )
    await query.answer()


async def reply(bot: Bot, message: Message) -> None:
    text = message.text or ""
    if text == "/crash":
        sys.exit(3)
    if message.document:
        file = await bot.get_file(message.document.file_id)
        body = bytes(await file.download_as_bytearray())
        text = f"{len(body)} bytes"
    elif text.startswith("http"):
        await message.reply_chat_action("typing")
        sent = await message.reply_text("Reading example.org …")
        await asyncio.sleep(0.3)
        await sent.edit_text(
            SUMMARY, parse_mode="HTML", reply_markup=keyboard(longer=True), link_preview_options=NO_PREVIEW
        )
        return
    about = message.reply_to_message.text if message.reply_to_message else ""
    await bot.send_message(
        message.chat_id,
        f"{len(text)} characters: {text[:20]} | {about[:20]} | {message.from_user.language_code}",
        reply_parameters=ReplyParameters(message.message_id),
    )


async def main() -> None:
    kept = Path(os.environ["FAKE_BOT_OFFSET"]) if "FAKE_BOT_OFFSET" in os.environ else None
    offset = int(kept.read_text()) if kept and kept.exists() else 0
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asyncio.current_task().cancel)
    base = os.environ["NUTSHELL_API_URL"]
    async with Bot(
        os.environ["NUTSHELL_TOKEN"], base_url=f"{base}/bot", base_file_url=f"{base}/file/bot"
    ) as bot:
        await bot.set_my_commands([BotCommand("start", "Say hello"), BotCommand("help", "What I can do")])
        while True:
            updates = await bot.get_updates(offset, timeout=20)
            for update in updates:
                with contextlib.suppress(TelegramError):
                    await answer(bot, update)
                offset = update.update_id + 1
                if kept:
                    kept.write_text(str(offset))


if __name__ == "__main__":
    with contextlib.suppress(asyncio.CancelledError):
        asyncio.run(main())
