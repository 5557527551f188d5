"""The commands as Telegram's clients list them."""

from __future__ import annotations

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError

from bot.chat.telegram.calls import call
from bot.core.errors import BotError
from bot.messages import Messages

log = structlog.get_logger(__name__)

# In a private chat; each has its description in prompts/, `command-<name>`.
MENU = (
    "summarize",
    "ask",
    "check",
    "keywords",
    "articles",
    "search",
    "digest",
    "catchup",
    "compare",
    "follow",
    "unfollow",
    "feeds",
    "rss",
    "channels",
    "settings",
    "help",
    "language",
    "privacy",
    "export",
    "forget",
    "cancel",
)
IN_GROUPS = ("tldr", "ask", "check", "keywords", "search", "catchup", "compare", "feeds", "help", "privacy")
FOR_OWNERS = ("allow", "deny", "stats", "broadcast")  # in /help alone: a menu of Telegram's is everybody's
FOR_ADMINISTRATORS = (*IN_GROUPS, "digest", "follow", "unfollow", "rss", "settings")


async def publish_commands(bot: Bot, messages: Messages) -> None:
    """Put the commands with their descriptions into the menus of Telegram's clients, in every language.

    Where that fails it is said in the log: the menus are a help, and no reason not to run.
    """
    try:
        for locale in messages.locales:
            await _publish(bot, messages, locale)
    except (TelegramError, BotError) as error:
        log.warning("commands_not_published", error=type(error).__name__)


async def _publish(bot: Bot, messages: Messages, locale: str) -> None:
    menu = {
        name: BotCommand(name, messages.say(locale, f"command-{name}"))
        for name in dict.fromkeys((*MENU, *FOR_ADMINISTRATORS))
    }
    for scope, names in (
        (BotCommandScopeAllPrivateChats(), MENU),
        (BotCommandScopeAllGroupChats(), IN_GROUPS),
        (BotCommandScopeAllChatAdministrators(), FOR_ADMINISTRATORS),
    ):
        commands = [menu[name] for name in names]
        # English stands for every language that the bot does not speak.
        for code in ("", "en") if locale == "en" else (locale,):
            await call(bot.set_my_commands, commands, scope=scope, language_code=code or None)
