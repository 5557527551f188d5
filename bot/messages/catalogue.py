"""What the bot says: the messages of prompts/, in the reader's language, with their values filled in.

Messages are plain text in Project Fluent, one file a language; plurals, numbers and dates follow the language
(Babel's CLDR data). A value that runs in the other direction than the language, as a Latin title in an Arabic
sentence does, is isolated: what stands around it keeps its order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Self

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource

from bot.core.data import prompts_folder
from bot.core.errors import BotError
from bot.messages.isolates import isolated, runs_against, with_needed_isolates, with_set_apart

FALLBACK = "en"  # the language that every message is written in first


class Messages:
    """Every message in every language; give it a locale and a key, it gives a sentence."""

    def __init__(self, sources: Mapping[str, Iterable[str]]) -> None:
        """`sources`: for each locale the Fluent texts that make it up."""
        self._languages = {locale: _Language(locale, texts) for locale, texts in sorted(sources.items())}
        if FALLBACK not in self._languages:
            raise LookupError(FALLBACK)

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """The messages of a folder: each `<locale>.ftl` in it is a language.

        Without one: those that travel in the installed package, or the checkout's.
        """
        paths = (folder or prompts_folder()).glob("*.ftl")
        return cls({path.stem: [path.read_text(encoding="utf-8")] for path in paths})

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages there are, in alphabetical order."""
        return tuple(self._languages)

    def has(self, locale: str, key: str) -> bool:
        """Whether the language has a message of that key itself, without falling back."""
        return locale in self._languages and key in self._languages[locale]

    def say(self, locale: str, key: str, **values: Any) -> str:
        """The message in that language, or in English where the language lacks it.

        Raises LookupError for a key that no message has. A value that is missing shows as `{$name}`.
        """
        return self._languages[locale if self.has(locale, key) else FALLBACK].say(key, values)

    def right_to_left(self, locale: str) -> bool:
        """Whether the language is written from right to left."""
        return self._languages[locale].right_to_left

    def language(self, locale: str, code: str) -> str:
        """What a language (ISO 639-1) is called in another one; its code where that is not known."""
        known = _cldr(locale)
        return code if known is None else str(known.languages.get(code, code))

    def apart(self, locale: str, text: str) -> str:
        """A text to be set beside others in a line of that language, isolated where it runs the other way."""
        return isolated(text) if runs_against(text, right_to_left=self.right_to_left(locale)) else text

    def listed(self, locale: str, things: Iterable[str]) -> str:
        """Things one after the other, with the comma of that language between them."""
        return self.say(locale, "list-comma").join(things)

    def words(self, key: str) -> frozenset[str]:
        """The words that a message lists with commas, of every language and in lower case."""
        listed = [self.say(locale, key) for locale in self.locales]
        return frozenset(word.strip().lower() for words in listed for word in words.split(","))

    def explain(self, locale: str, error: BotError) -> str:
        """What an error means for the person who met it, and what to do next."""
        # Fluent knows no lists.
        told = {
            name: self.listed(locale, map(str, detail)) if isinstance(detail, tuple) else detail
            for name, detail in error.details.items()
        }
        return self.say(locale, error.message_key, **told)

    def choose(self, language_code: str | None, default: str = FALLBACK) -> str:
        """The locale for a person whose Telegram speaks `language_code` ("de", "pt-br" or None)."""
        for wanted in (language_code, default):
            code = (wanted or "").replace("_", "-").lower()
            for candidate in (code, code.partition("-")[0]):
                if candidate in self._languages:
                    return candidate
        return FALLBACK


class _Language:
    """The messages of one language, each parsed when it is first said.

    Parsing all of them takes Fluent's parser about 0.15 s a language: too long for the start of every worker,
    and for an event loop that meets a new language. So no message may refer to another one.
    """

    def __init__(self, locale: str, texts: Iterable[str]) -> None:
        self.right_to_left = _is_right_to_left(locale)
        self._bundle = FluentBundle([locale])
        self._unparsed = {match["key"]: match.group() for text in texts for match in _ENTRY.finditer(text)}
        if self.right_to_left:
            self._unparsed = {key: with_set_apart(entry) for key, entry in self._unparsed.items()}

    def __contains__(self, key: str) -> bool:
        return key in self._unparsed

    def say(self, key: str, values: dict[str, Any]) -> str:
        if not self._bundle.has_message(key):
            self._bundle.add_resource(FluentResource(self._unparsed[key]))
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise LookupError(key)
        text, _ = self._bundle.format_pattern(pattern, values)
        return with_needed_isolates(str(text), right_to_left=self.right_to_left)


# A message: its key at the beginning of a line, and the lines after it that are blank, indented or a brace.
_ENTRY = re.compile(r"^(?P<key>[A-Za-z][\w-]*) *=.*(?:\n(?:[ }].*)?)*", re.MULTILINE)


def _is_right_to_left(locale: str) -> bool:
    known = _cldr(locale)
    return known is not None and known.character_order == "right-to-left"


def _cldr(locale: str) -> Locale | None:
    """What the Unicode consortium knows about a locale, if it has data of it."""
    try:
        return Locale.parse(locale, sep="-")
    except UnknownLocaleError:
        return None
