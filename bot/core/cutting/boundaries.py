"""Whether a mark that can end a sentence does."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.core.cutting.fullstops import Stop, full_stop_ends
from bot.core.lexicon.scripts import HAN, HIRAGANA, KATAKANA


class Mark(NamedTuple):
    """A possible end of a sentence with what stands around it; every field is short, whatever the text."""

    mark: str  # the marks and the closing quotes and brackets after them: '."'
    before: str  # up to 40 characters before it, from the sentence's start on
    first: bool  # nothing but `before` stands in the sentence so far
    spaced: bool  # a blank follows
    after: str  # the next word, opening quotes and brackets taken off
    further: str  # up to 60 characters after the blank


OPENERS = "\"'“”„‘’‚«»‹›([{¿¡*_#—–-•·"
FINAL = "。！？｡؟۔।॥։።។၊။༎‽"  # marks that end a sentence whatever follows
_TRAILING = ".,;:!?\"'”’»)]"
_EAST_ASIAN = re.compile(f"[{HAN}{HIRAGANA}{KATAKANA}]")
_ELISION = re.compile(r"[^\W\d_]{1,6}['’](?=\w)")  # l'art. 5, dell'on. Moro
_CAMEL = re.compile("[a-z]{1,3}[A-Z]")  # iPhone
_LETTERED_ITEM = re.compile(r"[a-z]\)\s+[^\W\d_]")
_DOMAINS = frozenset(["com", "org", "net", "js"])
_FIRST_PERSON = frozenset(["I", "I’m", "I'm", "I’ve", "I've", "I’ll", "I'll", "I’d", "I'd"])
# “Why?” Biden asked. The verb shows that the sentence goes on.
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w’'.-]*\s+){1,3}(?:said|says|asked|asks|added|adds|told|tells|replied|wrote|writes|shouted|cried|"
    r"whispered|answered|exclaimed|wondered|yelled|screamed|explained|continued|joked|quipped|tweeted|posted)\b"
)
_CLOSING_QUOTES = "\"”’'»"
_CHINESE_SPEECH = re.compile("[^。！？，]{0,8}?(?:说|說|問|问|答|喊|叫|道|曰)")
_JAPANESE_QUOTE_GOES_ON = re.compile("と|って|という|など|、|の|が|を|は|に|で|も")


def ends_sentence(mark: Mark, language: str, *, cased: bool) -> bool:
    """Whether the sentence ends at a mark. `cased`: the text uses capital letters at all."""
    if mark.mark[0] in FINAL:
        return not _goes_on_in_east_asian(mark)
    if not mark.after or not mark.spaced:
        return not mark.after or _ends_glued(mark)
    if _is_continued(mark, cased=cased):
        return False
    if mark.mark[0] in "!?;":
        return not (mark.mark[-1] in _CLOSING_QUOTES and _is_attribution(mark))
    if mark.mark.startswith(("…", "..")):
        return mark.after not in _FIRST_PERSON
    return full_stop_ends(_stop(mark, language))


def _is_continued(mark: Mark, *, cased: bool) -> bool:
    """Whether what follows is no start of a sentence: a small letter or a mark."""
    first = mark.after[0]
    if first.islower() and cased and not _CAMEL.match(mark.after):
        return not _LETTERED_ITEM.match(mark.further)
    return first in ",;:)…"


def _is_attribution(mark: Mark) -> bool:
    """Whether the words after a quoted question or cry tell who spoke; scripts without capitals mostly do
    so.
    """
    first = mark.after[0]
    caseless = first.isalpha() and first.lower() == first.upper()
    return caseless or bool(_ATTRIBUTION.match(mark.further))


def _goes_on_in_east_asian(mark: Mark) -> bool:
    if mark.spaced:
        return False
    if mark.mark[-1] in "」』）":
        return bool(_JAPANESE_QUOTE_GOES_ON.match(mark.further))
    return mark.mark[-1] in "”’" and bool(_CHINESE_SPEECH.match(mark.further))


def _ends_glued(mark: Mark) -> bool:
    """Whether a sentence ends at a mark with no blank after it: "end.Next" does, "example.org" does not."""
    word = mark.before.rpartition(" ")[2]
    after = mark.after
    if not word or not after[0].isalpha() or after[0].islower():
        return False
    if after[0].isupper():
        whole = after[1:2].islower() or after in {"A", "I"}
        return whole and (mark.mark[0] in "!?" or _are_words(word, after))
    if _EAST_ASIAN.match(after) or _EAST_ASIAN.match(word[-1]):
        return not mark.mark.startswith(("…", ".."))
    return len(word) > 2 and word[-1].isalpha() and len(after) > 1


def _are_words(word: str, after: str) -> bool:
    plain = re.sub("['’-]", "", word.lstrip(OPENERS))
    if plain.isdigit():
        return len(plain) >= 4
    lowered = plain.isalpha() and plain[1:].islower()
    return (
        lowered
        and len(plain) >= (2 if plain.islower() else 3)
        and after.rstrip(_TRAILING).lower() not in _DOMAINS
    )


def _stop(mark: Mark, language: str) -> Stop:
    tokens = mark.before.split()
    further = mark.further.split(maxsplit=2)
    word = tokens[-1].lstrip(OPENERS) if tokens else ""
    return Stop(
        word=_ELISION.sub("", word, count=1) if language in {"fr", "it", "ca"} else word,
        earlier=tuple(tokens[-4:-1]),
        first=mark.first and len(tokens) == 1,
        closed=mark.mark != ".",
        after=mark.after,
        following=mark.after.rstrip(_TRAILING),
        second=further[1].lstrip(OPENERS) if len(further) > 1 else "",
        language=language,
    )
