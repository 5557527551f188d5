"""The page's own words, from prompts/trial, with gaps that the page fills."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.messages import Messages

# The values stand for themselves: the page puts what it knows in place of {name}.
_GAPS: Final[Mapping[str, tuple[str, ...]]] = {
    "trial-message-of": ("name", "time"),
    "trial-reply-to": ("name",),
    "trial-note-died": ("code",),
    "trial-note-killed": ("signal",),
    "trial-size-kb": ("size",),
    "trial-size-mb": ("size",),
    "trial-failed": ("reason",),
    "trial-download": ("name",),
    "trial-open-link": ("site",),
}
KEYS: Final = (
    *_GAPS,
    "trial-title",
    "trial-chat",
    "trial-you",
    "trial-bot",
    "trial-skip",
    "trial-about-title",
    "trial-about",
    "trial-about-private",
    "trial-commands",
    "trial-commands-none",
    "trial-example",
    "trial-example-send",
    "trial-example-open",
    "trial-example-title",
    "trial-example-lead",
    "trial-write",
    "trial-write-hint",
    "trial-send",
    "trial-attach",
    "trial-menu",
    "trial-reply",
    "trial-reply-cancel",
    "trial-language",
    "trial-theme-dark",
    "trial-restart",
    "trial-restart-hint",
    "trial-state-starting",
    "trial-state-ready",
    "trial-state-stopping",
    "trial-state-down",
    "trial-state-offline",
    "trial-typing",
    "trial-note-ready",
    "trial-forwarded",
    "trial-quote-open",
    "trial-quote-close",
    "trial-deleted",
    "trial-newest",
    "trial-drop",
    "trial-edited",
    "trial-close",
    "trial-reacted",
    "trial-buttons",
)


def page_words(messages: Messages, language_code: str) -> dict[str, str]:
    """Every word of the page, in the language that the bot would choose too, which is told as `locale`."""
    locale = messages.choose(language_code)
    words = {
        key: messages.say(locale, key, **{gap: f"{{{gap}}}" for gap in _GAPS.get(key, ())}) for key in KEYS
    }
    return {"locale": locale} | words
