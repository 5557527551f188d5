"""Greeting and help, the list of articles, settings, privacy, forgetting, and /cancel."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from bot.chat.telegram.menus import FOR_ADMINISTRATORS, FOR_OWNERS, IN_GROUPS, MENU
from bot.chat.turns import Said, Turn
from bot.chat.views import keyboards
from bot.chat.views.render import Rendered, tag
from bot.chat.views.voice import Voice
from bot.core.readings import Preferences

LONGEST_COMMAND: Final = 32  # characters; Telegram's limit
LIKE_A_COMMAND: Final = 0.7  # "searhc" is to "search"; "foo" is to none
OTHER_NAMES: Final = {"summary": "summarize", "summarise": "summarize"}  # what people type for a command


async def on_start(turn: Turn) -> Said:
    """/start, whatever a link to the bot has put behind it."""
    return turn.say("start" if turn.personal else "group-how")


async def on_help(turn: Turn) -> Said:
    """/help: what can be sent and asked, and every command that this person has here."""
    voice = turn.voice
    lines = [f"{voice.apart(f'/{name}')} – {voice.html(f'command-{name}')}" for name in await _menu(turn)]
    how = voice.html("help" if turn.personal else "group-how")
    blocks = [how, "\n".join(lines), voice.html("help-more")]
    return turn.show(Rendered("\n\n".join(blocks)))


async def _menu(turn: Turn) -> Sequence[str]:
    if turn.personal:
        is_owner = turn.origin.user_id in turn.context.operation.policy.owners
        return (*MENU, *FOR_OWNERS) if is_owner else MENU
    return FOR_ADMINISTRATORS if await turn.may_manage() else IN_GROUPS


async def on_articles(turn: Turn) -> Said:
    """/articles: what this chat has read."""
    return turn.show(turn.answers.history(await turn.services.library.history(turn.origin)))


async def on_settings(turn: Turn) -> Said:
    """/settings: length, layout and language, by buttons."""
    return turn.show(settings_card(turn.voice, turn.preferences))


async def on_forget(turn: Turn) -> Said:
    """/forget: asks once before everything of this person is erased."""
    return turn.show(
        Rendered(turn.voice.html("forget-ask"), keyboards.forget(turn.voice, turn.origin.user_id))
    )


async def on_cancel(turn: Turn) -> Said:
    """/cancel: ends what this person is waiting for here."""
    origin = turn.origin
    ended = await turn.context.active.cancel(origin.chat_id, origin.user_id, besides=origin.update_id)
    return turn.say("cancel-done" if ended else "cancel-nothing")


async def on_unknown_command(turn: Turn) -> Said:
    """A command that there is not; with the one that may be meant, as /summarise."""
    near = _nearest_command(turn.contents.text)
    return turn.say("unknown-command-near", near=near) if near else turn.say("unknown-command")


def _nearest_command(text: str) -> str | None:
    typed = text.split(maxsplit=1)[0].partition("@")[0].lower()
    name = "".join(filter(str.isalnum, typed))[:LONGEST_COMMAND]
    names = (*MENU, "tldr", *OTHER_NAMES)
    likely = [known for known in names if known[0] == name[:1]]  # "/allow" is no slip of "/follow"
    near = get_close_matches(name, likely, n=1, cutoff=LIKE_A_COMMAND)
    return f"/{OTHER_NAMES.get(near[0], near[0])}" if near else None


def settings_card(voice: Voice, preferences: Preferences) -> Rendered:
    """The present settings, and the buttons that change them."""
    html = "\n\n".join([tag("b", voice.html("settings-title")), voice.html("settings")])
    return Rendered(html, keyboards.settings(voice, preferences))
