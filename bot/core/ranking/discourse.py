"""Sentences that don't stand alone: they open with "He", "But" or half a quotation, and need their
predecessor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.core.data import lines
from bot.core.models import Sentence
from bot.core.ranking.names import names_in
from bot.core.ranking.pronouns import names_nobody

_UNSPACED = frozenset({"zh", "ja"})
_NORWEGIAN = {"nn": "nb", "no": "nb"}

_MARKS = "\"'“”„«»‘’‚‹›「」『』—–-•*([ \u00a0"


def leaning(sentences: Sequence[Sentence], language: str) -> list[bool]:
    """For each sentence, whether it needs the one before it: an unresolved opening, or part of a longer
    quotation.

    The opening words are known for twenty-eight languages; quotation marks tell in all of them.
    """
    inside = _inside_quotations(sentences)
    return [
        continues or _leans_back(sentence.text, language)
        for sentence, continues in zip(sentences, inside, strict=True)
    ]


def cut_quotations(sentences: Sequence[Sentence]) -> list[bool]:
    """For each sentence, whether a quotation that it opens goes on after it, or it is one without saying
    whose.
    """
    return [
        _open_after(sentence.text, depth=inside) or _nobody_says(sentence.text)
        for sentence, inside in zip(sentences, _inside_quotations(sentences), strict=True)
    ]


def unhelped(sentences: Sequence[Sentence], language: str) -> list[bool]:
    """For each sentence, whether it speaks of somebody whom the one before doesn't name either, as that is a
    quotation and nothing else: « … » Inquiète de …, elle …
    """
    quoted = (_nobody_says(one.text) and not any(names_in(one.text, language)) for one in sentences)
    return [
        behind and names_nobody(one.text.lstrip(_MARKS), language)
        for one, behind in zip(sentences, [False, *quoted], strict=False)
    ]


def _nobody_says(text: str) -> bool:
    return len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES and not _SPOKEN.search(text)


_QUOTES = '"“”„«»「」『』'
# A comma and a closing mark in either order: what follows says who speaks.
_SPOKEN = re.compile(r"[,，][\"”“»」』]|[\"”“»」』],")


# "…," she said. "…", sagte sie. «…», — сказал он. The sentence before says who that is.
_SPEAKERS = {
    "en": re.compile(
        r"[\"”’] (?:(?:he|she|they) [a-z]+|(?:said|says) (?:he|she))\b"
        r"|, (?:he|she|they) (?:said|says|added|told|wrote|explained)\b[^,;:]{0,40}\.$",
        re.IGNORECASE,
    ),
    "de": re.compile(r"[\"“”«»],? (?:[a-zäöüß]+ (?:er|sie)|so (?:er|sie))\b"),
    "ru": re.compile(r"[\"”»],? [—–-] [а-яё]+ (?:он|она|они)\b"),
}


def _leans_back(text: str, language: str) -> bool:
    openers, unless = _expressions(language)
    speaker = _SPEAKERS.get(language)
    if speaker and text[0] in _QUOTES and speaker.search(text):
        return True
    words = text.lstrip(_MARKS)
    if not openers.match(words):
        # "… the end," she said. A sentence that begins small is the rest of another.
        small = words[:1].islower() and words.split(maxsplit=1)[0].islower()
        return small or names_nobody(words, language)
    return unless is None or not unless.match(words)


@cache
def _expressions(language: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What leans of a language's openings, and what makes such an opening stand by itself again."""
    known, language = lines("leaning"), _NORWEGIAN.get(language, language)
    leans, stands = ("|".join(known.get(f"{part} {language}", [])) for part in ("leans", "stands"))
    if not leans:
        return re.compile(r"(?!)"), None
    border = "" if language in _UNSPACED else r"(?![\w])"
    openers = re.compile(rf"(?:{leans}){border}", re.IGNORECASE)
    return openers, re.compile(stands, re.IGNORECASE) if stands else None


def _inside_quotations(sentences: Sequence[Sentence]) -> list[bool]:
    """Whether a sentence begins inside a quotation that an earlier sentence of its paragraph opened.

    Curly and angled marks tell where; straight ones are counted. A paragraph ends every quotation, so that
    one missing mark does no harm beyond it.
    """
    found = []
    paragraph, depth = -1, False
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, depth = sentence.paragraph, False
        found.append(depth)
        depth = _open_after(sentence.text, depth=depth)
    return found


def _open_after(text: str, *, depth: bool) -> bool:
    for mark in _ANY_QUOTE.findall(text):
        # "…", “…”, „…“, «…», »…«: what opens in one language closes in another.
        depth = not depth if mark in _EITHER else mark in _OPENS
    return depth


_EITHER, _OPENS, _CLOSES = '"“«»', "„‹「『", "”›」』"
_ANY_QUOTE = re.compile(f"[{_EITHER}{_OPENS}{_CLOSES}]")
