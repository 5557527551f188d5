"""Abbreviations that a text explains itself: "the European Rail Authority (ERA)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.lexicon.forms import term_forms
from bot.core.lexicon.stopwords import stop_words
from bot.core.lexicon.words import words

_IN_BRACKETS = re.compile(r"\(([^()\n]{2,80})\)")
_SHORT_FORM = range(2, 9)  # letters
_NEAR = 16  # characters before the bracket that a short form may stand in, with blanks
_REACH = 80  # characters before the bracket that a long form may begin in


def long_forms(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """The terms of abbreviations, each with the terms of its long form.

    After Schwartz and Hearst's observation (PSB 2003): both stand together, one of them in brackets.
    """
    told = dict(_explained(text))  # one that is explained again and again is read once
    return dict(read for short, long in told.items() if (read := _read(short, long, language)) is not None)


def _explained(text: str) -> Iterator[tuple[str, str]]:
    """Short forms and long ones as written."""
    for match in _IN_BRACKETS.finditer(text):
        start, inside = match.start(), match.group(1)
        if _is_short_form(inside):
            short, long = inside, _long_form(text[max(0, start - _REACH) : start].rstrip(), inside)
        else:
            last = text[max(0, start - _NEAR) : start].split()[-1:]
            if not last or not _is_short_form(last[0]):
                continue
            short, long = last[0], _long_form(inside, last[0])
        if long:
            yield short, long


def _is_short_form(text: str) -> bool:
    return (
        len(text) in _SHORT_FORM
        and text.isalpha()
        and not text.islower()
        and sum(map(str.isupper, text)) * 2 > len(text)
    )


def _long_form(text: str, short: str) -> str:
    """The last words of `text` whose initials spell the short form, up to two small words left out."""
    pieces = re.split(r"[\s-]", text)
    letters = list(short.lower())
    ignored = 0
    for place in range(len(pieces) - 1, -1, -1):
        if pieces[place][:1].lower() == letters[-1]:
            letters.pop()
            if not letters:
                return " ".join(pieces[place:])
        else:
            ignored += 1
            if ignored > 2:
                break
    return ""


def _read(short: str, long: str, language: str) -> tuple[str, tuple[str, ...]] | None:
    """The terms of both; None where the long form has only small words."""
    ignored = stop_words(language)
    terms = tuple(term_forms((word for word in words(long, language) if word not in ignored), language))
    (term,) = term_forms([short.lower()], language)
    return (term, terms) if terms else None
