"""Openings of last resort: the things that an article is about, where it has few persons, days and places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from bot.core.article import Article
from bot.core.asking.opening_grammar import Opening, grammar
from bot.core.asking.readable import readable
from bot.core.keywords import keywords
from bot.core.models import Sentence

_MOST_PHRASES = 12  # of an article's keywords: what comes behind them is hardly its subject
_MOST_READ = 120  # sentences that keywords are looked for in: each takes half a millisecond
_LEAST_SENTENCES = 2  # that name a thing so: there is something to say about it
_EARLY = 40  # characters before a thing in a sentence that tells of it, and doesn't merely name it


def topics(article: Article) -> Iterator[Opening]:
    """Keywords of the article in a form that fits behind "about", the most telling first.

    English needs "the ferry", German a form that may be an accusative, Russian a nominative: taken from a
    place where the article itself writes it so. None in a language of which that is not known.
    """
    known = grammar(article.language)
    if known is None or not known.topic:
        return
    sentences = readable(article)
    beginning = replace(article, sentences=tuple(sentences[:_MOST_READ]))
    for phrase in keywords(beginning, _MOST_PHRASES) if sentences else ():
        written = rf"[{re.escape(phrase[0].upper() + phrase[0].lower())}]{re.escape(phrase[1:])}"
        named = re.compile(rf"(?<![\w-]){written}\w{{0,2}}(?![\w-])")
        holding = [sentence for sentence in sentences if named.search(sentence.text)]
        if len(holding) >= _LEAST_SENTENCES:
            fitting = re.compile(known.topic.replace("{}", rf"{written}(?![\w-])"))
            found = (fitting.search(sentence.text) for sentence in holding)
            forms = Counter(form for match in found if match and (form := _form(match)))
            telling = tuple(sentence for sentence in holding if _tells(sentence, named))
            if forms and telling:
                yield Opening("topic", {"what": forms.most_common(1)[0][0]}, telling)


def _tells(sentence: Sentence, named: re.Pattern[str]) -> bool:
    """Whether a sentence tells of a thing: it names it early, and asks nothing."""
    match = named.search(sentence.text)
    return match is not None and match.start() <= _EARLY and "?" not in sentence.text


def _form(match: re.Match[str]) -> str | None:
    """A phrase with its article; None where the article is part of a name ("Yann Le Goff")."""
    form = match.group()
    if not match["article"]:
        return form  # the noun opens its sentence, and opens the question too
    if form[0].isupper() and match.start() > 0:
        return None
    return form[0].lower() + form[1:]
