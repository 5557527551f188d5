"""Openings of last resort: the things that an article is about, where it has few persons, days and places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.article import Article
from bot.core.asking.opening_grammar import Grammar, Opening, grammar
from bot.core.asking.readable import readable
from bot.core.keywords import keywords
from bot.core.lexicon.tag_words import CAPITALIZE_NOUNS
from bot.core.models import Sentence

_MOST_PHRASES = 12  # of an article's keywords: what comes behind them is hardly its subject
_MOST_READ = 120  # sentences that keywords are looked for in: each takes half a millisecond
_LEAST_SENTENCES = 2  # that name a thing so: there is something to say about it
_OFTEN_BARE = 3
_EARLY = 160  # characters before a thing in a sentence that tells of it, and doesn't merely name it


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
            forms = Counter(form for match in found if match and (form := _form(match, phrase)))
            telling = tuple(sentence for sentence in holding if _tells(sentence, named))
            yield from _definition(holding, phrase, written, known)
            form, times = forms.most_common(1)[0] if forms else ("", 0)
            nouns_have_capitals = article.language in CAPITALIZE_NOUNS
            opens = known.topic.startswith("^")  # the question
            if not (nouns_have_capitals or opens) and _is_small(phrase, holding):
                form = form.replace(phrase, phrase.lower())
            # "Sorted by amount" drops the article once; what is written so again and again has none.
            if telling and times >= (1 if form != phrase or _is_plural_or_name(form) else _OFTEN_BARE):
                yield Opening("topic", {"what": form}, telling)


def _is_small(phrase: str, holding: Sequence[Sentence]) -> bool:
    """Whether some sentence writes a phrase small: the great letter is one of headings."""
    small = re.compile(rf"(?<![\w.-]){re.escape(phrase.lower())}(?![\w-]|\.\w)")
    return any(small.search(sentence.text) for sentence in holding)


def _is_plural_or_name(form: str) -> bool:
    return form[-1] == "s" or not form.islower()


def _definition(holding: Sequence[Sentence], phrase: str, written: str, known: Grammar) -> Iterator[Opening]:
    """What a thing is, where a sentence that begins with it says so: "A budget is a list of …"."""
    if not known.defined:
        return
    defined = re.compile(known.defined.replace("{}", written))
    for sentence in holding:
        match = defined.match(sentence.text)
        if match:
            article = (match["article"] or "").lower()
            asked = known.asked or match["verb"]
            yield Opening("topmost", {"what": f"{asked} {article}{phrase}"}, (sentence,))
            return


def _tells(sentence: Sentence, named: re.Pattern[str]) -> bool:
    """Whether a sentence tells of a thing: it names it early, neither asks nor leads in."""
    match = named.search(sentence.text)
    early = match is not None and match.start() <= _EARLY
    return early and "?" not in sentence.text and not sentence.text.endswith(":")


def _form(match: re.Match[str], phrase: str) -> str | None:
    """A phrase with its article, if it has one; None where that is part of a name ("Yann Le Goff")."""
    form = match.group()
    if match["article"] is None:  # "for landing pages": without any; what opens sentences may be a person
        return phrase if match["before"] or phrase.islower() else None
    if not match["article"]:
        return form  # the noun opens its sentence, and opens the question too
    if form[0].isupper() and match.start() > 0:
        return None
    return form[0].lower() + form[1:]
