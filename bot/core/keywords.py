"""What people would tag an article with: phrases in the article's own words, names whole.

Phrases are runs of words without a stop word inside (as in RAKE, Rose et al. 2010), ranked by how often, how
early and how widely they stand and how they are written (as in YAKE, Campos et al. 2020); a phrase that
mostly stands inside a longer one gives way to it (the C-value of Frantzi et al. 2000).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.core.article import Article, expect_article
from bot.core.expecting import expect_number
from bot.core.keyword_breaks import LOOSE_ENDS, whole_word
from bot.core.keyword_spans import HYPHENED, Spans, phrase_spans
from bot.core.keyword_words import TagReader, TagWord, adjoin, caseless, ignored_words
from bot.core.lexicon.question_words import UNSPACED
from bot.core.lexicon.tag_words import (
    CAPITALIZE_NOUNS,
    JOINING,
    agencies,
    before_nouns,
    is_no_tag,
    name_openers,
    names_same_land,
)
from bot.core.lexicon.words import iterate
from bot.core.tokens import stem

# A text of more characters (400 kB of English is a thick book) is sampled: each word costs 30 µs.
_MOST_CHARACTERS = 400_000
_MOST_CHARACTERS_UNSPACED = 80_000  # where each of them begins up to nine phrases, for 25 µs

_SHOUTED = 4  # letters, from which great ones alone may be a dateline's
_GERUND = re.compile(r"[A-Z][a-z]+ing")  # "Putting Vioxx on sale" begins with no name


@dataclass(slots=True)
class _Phrase:
    stems: tuple[str, ...]
    first: int  # the sentence of the first mention
    count: int = 0
    sentences: int = 0
    named: int = 0  # mentions written as a name
    inner: int = 0  # mentions that don't begin a sentence
    noun: int = 0  # mentions between words that nouns stand between
    ends_name: int = 0  # mentions as a name that goes on with no other word
    within: int = 0  # mentions of one word as part of a longer name
    last: int = -1
    spellings: dict[str, int] = field(default_factory=dict)  # how often each

    @property
    def spelling(self) -> str:
        """The usual one; of those as usual one that is not shouted, and the first."""
        return max(
            self.spellings, key=lambda one: (self.spellings[one], not one.isupper() or len(one) < _SHOUTED)
        )

    @property
    def is_name(self) -> bool:
        """Whether most mentions say so; one word that begins a sentence says nothing either way."""
        return self.named * 2 > (self.inner if len(self.stems) == 1 else self.count)


_Phrases = dict[tuple[str, ...], _Phrase]


def keywords(article: Article, limit: int = 8) -> tuple[str, ...]:
    """Up to `limit` phrases that tell what the article is about, the most telling first, as the article
    writes them.

    Names come whole ("Vladimir Putin", not "putin"); no phrase repeats another's words. Any language; empty
    only where the article has no word that says anything. WrongTypeError (a TypeError) for a text that is no
    Article.
    """
    article = expect_article(article)
    limit = expect_number("limit", limit)
    texts = sampled(article)
    cut_into = [list(iterate(text, article.language)) for text in texts]
    reader = TagReader(article.language, ignored_words(texts, cut_into, article.language))
    cut = [list(reader.read(text, words)) for text, words in zip(texts, cut_into, strict=True)]
    told = reader.read(article.title or "", iterate(article.title or "", article.language))
    title = {word.stem for word in told if not word.stop}
    common = {word.stem for words in cut for word in words if not word.capital}
    phrases = _counted(texts, cut, common, title, article.language)
    if article.language not in CAPITALIZE_NOUNS:
        _make_names_whole(phrases, common)
    scores = _scores(phrases, title, len(texts))
    ordered = [*_in_order(phrases, scores, title, article.language)]
    found = tuple(_without_repetition(ordered, limit, article))
    if len(found) >= min(limit, _LEAST_TAGS):
        return found
    # Of what a short text says once its words join in.
    phrases = _counted(texts, cut, common, title, article.language, least=1)
    scores = _scores(phrases, title, len(texts), least=1)
    ordered += _in_order(phrases, scores, title, article.language)
    return tuple(_without_repetition(ordered, min(limit, _LEAST_TAGS), article))


def sampled(article: Article) -> list[str]:
    """The sentences of prose, or all where none is; of a very long text every second, every third, …"""
    texts = [sentence.text for sentence in article.sentences if sentence.prose]
    texts = texts or [sentence.text for sentence in article.sentences]
    most = _MOST_CHARACTERS_UNSPACED if article.language in UNSPACED else _MOST_CHARACTERS
    return texts[:: max(1, math.ceil(sum(map(len, texts)) / most))]


class _Mention(NamedTuple):
    sentence: int  # its index
    begin: int  # words in the sentence
    end: int
    stems: tuple[str, ...]
    capital: bool  # in all words but those that join: it may be a name


def _counted(
    texts: Sequence[str],
    cut: Sequence[Sequence[TagWord]],
    common: set[str],
    title: set[str],
    language: str,
    least: int = 2,
) -> _Phrases:
    """The phrases that can be worth something (see `_score`), with what is known of their mentions; with
    `least` 1 all single words.
    """
    found: _Phrases = {}
    inside = {word.stem for words in cut for word in words if word.capital and not word.opening}
    follow = language in _ADJECTIVES_FOLLOW
    mentions = list(_mentions(cut, phrase_spans(texts, language), language))
    times = Counter(mention.stems for mention in mentions)
    for index, begin, end, stems, capital in mentions:
        # Nine in ten stand once, and in no title: no more need be known of them.
        if times[stems] < least and not capital and not title.issuperset(stems):
            continue
        if least == 1 and end - begin > 1:
            continue
        text, words = texts[index], cut[index]
        phrase = _note(found, text, words[begin:end], stems, index)
        phrase.named += capital and _is_named(text, words[begin:end], common, inside)
        phrase.noun += _stands_as_noun(text, words, begin, end, adjectives_follow=follow)
        if capital:
            goes_on = _belongs(text, words, end - 1, end, common)
            phrase.ends_name += not goes_on
            if end - begin == 1:
                phrase.within += goes_on or _belongs(text, words, begin, begin - 1, common)
    return found


def _mentions(cut: Sequence[Sequence[TagWord]], spans: Spans, language: str) -> Iterator[_Mention]:
    """All phrases where they stand; of those that lead to a name ("told Reuters") the name alone."""
    nouns_have_capitals = language in CAPITALIZE_NOUNS
    for index, words in enumerate(cut):
        stems = [word.stem for word in words]
        capital = [word.capital or word.joins for word in words]
        for begin, end in spans(index, words):
            if nouns_have_capitals or not _leads_to_name(words[begin], words[end - 1]):
                yield _Mention(index, begin, end, tuple(stems[begin:end]), all(capital[begin:end]))


# "l'immigration", "un'isola": these stand in no word of their own.
_ELIDED_ARTICLE = re.compile(
    r"(?:^|[^\w'’])(?:l|d|un|dell|all|nell|sull|dall|coll|quell|quest)['’]$", re.IGNORECASE
)
_INFINITIVE = re.compile(r"[a-zà-ÿ]{2,}(?:[aei]r|[aei]rse|[aei]re|oir)")  # where adjectives follow their noun
_LONGEST_ELIDED = 7  # characters, with what stands before


def _stands_as_noun(
    text: str, words: Sequence[TagWord], begin: int, end: int, *, adjectives_follow: bool
) -> bool:
    """Whether a mention stands where nouns do: behind an article or a preposition, perhaps with adjectives
    between, and before no word that it would belong to ("a busy street", "by managing the fleet").
    """
    start = words[begin].start
    if _ELIDED_ARTICLE.search(text[max(0, start - _LONGEST_ELIDED) : start]):
        return True
    after = words[end] if end < len(words) and adjoin(text, words[end - 1], words[end]) else None
    if after is not None and after.behind_noun:
        return True
    verb = adjectives_follow and _INFINITIVE.fullmatch(text, words[begin].start, words[end - 1].end)
    if after is not None and not (after.stop or adjectives_follow):
        return False
    goes_on = after is not None and after.determines
    farthest = begin - (0 if adjectives_follow else _ADJECTIVES)
    for place in range(begin, max(farthest - 1, 0), -1):
        before = words[place - 1]
        if not adjoin(text, before, words[place]):
            return False
        if before.before_noun or before.stop:
            # "para evitar", "pour cuisiner": behind a preposition verbs stand as well.
            return before.before_noun and (before.determines or not (goes_on or verb))
    return False


def _is_named(text: str, words: Sequence[TagWord], common: set[str], inside: set[str]) -> bool:
    """Whether a mention whose words have capitals is a name. What begins a sentence has a capital from there:
    "Guy Parmelin" is a name, "Geneva" may be any word, and so may the first word of "Residents of Dock
    Street"; `common` words stand small elsewhere, `inside` ones with a capital elsewhere.
    """
    first = words[0]
    if not first.opening or (len(words) > 1 and first.stem in inside):
        return True
    joined = any(word.joins for word in words)
    gerund = _GERUND.fullmatch(text, first.start, first.end) is not None
    return len(words) > 1 and not joined and not gerund and first.stem not in common


def _belongs(text: str, words: Sequence[TagWord], place: int, other: int, common: set[str]) -> bool:
    """Whether the word beside one with a capital is of the same name ("Transport" for "Security" in
    "Transport-Security").
    """
    if not 0 <= other < len(words) or not words[other].capital or words[other].stop:
        return False
    first, last = sorted((place, other))
    may_be_any = words[other].opening and words[other].stem in common
    return not may_be_any and adjoin(text, words[first], words[last])


def _note(
    found: _Phrases, text: str, words: Sequence[TagWord], stems: tuple[str, ...], index: int
) -> _Phrase:
    phrase = found.get(stems)
    if phrase is None:
        phrase = found[stems] = _Phrase(stems, first=index)
    phrase.count += 1
    phrase.inner += not words[0].opening
    if phrase.last != index:
        phrase.sentences += 1
        phrase.last = index
    spelling = " ".join(text[words[0].start : words[-1].end].split())
    phrase.spellings[spelling] = phrase.spellings.get(spelling, 0) + 1
    return phrase


def _leads_to_name(first: TagWord, last: TagWord) -> bool:
    """Whether other words stand before a name ("told Reuters", "president Biden")."""
    return last.capital and not (first.capital or first.opening)


def _make_names_whole(phrases: _Phrases, common: set[str]) -> None:
    """Count mentions of a surname for the full name, which an article gives once ("Putin", "Vladimir Putin").

    At the beginning of a sentence it is a name only if its first word is none of the `common` ones, which the
    article writes small elsewhere. Nobody calls the "University of Chicago" "Chicago".
    """
    owners: dict[str, list[_Phrase]] = {}
    for phrase in phrases.values():
        told = phrase.is_name and phrase.ends_name and (phrase.inner or phrase.stems[0] not in common)
        # Nor is "Russian" said for "US-Russian".
        tied = HYPHENED.search(phrase.spelling.rpartition(" ")[2])
        if 1 < len(phrase.stems) <= 3 and told and not (tied or _PARTING.intersection(phrase.stems)):
            owners.setdefault(phrase.stems[-1], []).append(phrase)
    for last, named in owners.items():
        alone = phrases.get((last,))
        # "V3 Pro" is no mention of a "V4 Pro", nor "Dock Street" of a "Residents of Dock".
        if alone is None or not alone.is_name or alone.count - alone.within < 2:
            continue
        # The full form met most often. Of two as frequent the shorter, without a title before it; but what is
        # never left out belongs to the name ("Open Source CRM").
        whole = min(named, key=lambda phrase: (-phrase.count, _length_wanted(phrase), phrase.first))
        whole.count = max(whole.count, whole.count + alone.count - alone.within)
        whole.sentences = max(whole.sentences, alone.sentences)
        whole.named = whole.count
        whole.first = min(whole.first, alone.first)
        alone.count = 0


def _length_wanted(phrase: _Phrase) -> int:
    return len(phrase.stems) * (1 if phrase.count < 2 else -1)


def _scores(
    phrases: _Phrases, title: set[str], sentences: int, least: int = 2
) -> dict[tuple[str, ...], float]:
    inside = _held_by_longer(phrases.values())
    return {
        stems: _score(phrase, inside.get(stems, 0), title, sentences, least)
        for stems, phrase in phrases.items()
        if phrase.count
    }


def _in_order(
    phrases: _Phrases, scores: Mapping[tuple[str, ...], float], title: set[str], language: str
) -> Iterator[_Phrase]:
    """The phrases that are worth something, the best first; those that are hardly nouns fill up to a few."""
    known = bool(before_nouns(language))
    kept = [stems for stems in scores if scores[stems] > 0]
    kept.sort(key=lambda stems: (-round(scores[stems], 9), phrases[stems].first, stems))
    doubtful = {
        stems
        for stems in kept
        if known
        and _is_hardly_noun(phrases[stems])
        and not (title.issuperset(stems) and not _is_verb(phrases[stems], language))
    }
    sure = [stems for stems in kept if stems not in doubtful]
    filling = [stems for stems in kept if stems in doubtful][: max(0, _A_FEW - len(sure))]
    return (phrases[stems] for stems in [*sure, *filling])


def _is_verb(phrase: _Phrase, language: str) -> bool:
    """Whether a phrase ends like an infinitive, which titles hold as well ("Plan para evitar el cierre")."""
    if language not in _ADJECTIVES_FOLLOW:
        return False
    return _INFINITIVE.fullmatch(phrase.spelling.rpartition(" ")[2]) is not None


def _is_hardly_noun(phrase: _Phrase) -> bool:
    """Whether a phrase that is no name hardly ever stands where nouns do."""
    return not phrase.is_name and phrase.noun < _AS_NOUN * phrase.count


def _held_by_longer(phrases: Iterable[_Phrase]) -> dict[tuple[str, ...], int]:
    """How often each phrase stands inside the one longer phrase that holds it most often."""
    inside: dict[tuple[str, ...], int] = {}
    for phrase in phrases:
        size = len(phrase.stems)
        if size == 1 or (phrase.count < 2 and not phrase.named):
            continue
        for length in range(1, size):
            for begin in range(size - length + 1):
                part = phrase.stems[begin : begin + length]
                inside[part] = max(inside.get(part, 0), phrase.count)
    return inside


def _score(phrase: _Phrase, held: int, title: set[str], sentences: int, least: int) -> float:
    size = len(phrase.stems)
    named = phrase.is_name
    if not named and phrase.count < least and not title.issuperset(phrase.stems):
        return 0.0
    own = phrase.count - 0.8 * max(held, phrase.within)
    if own <= 0:
        return 0.0
    spread = 1.0 + math.log1p(phrase.sentences)
    early = 1.0 + 1.0 / (1.0 + phrase.first / max(2.0, sentences / 10))
    told = 1.0 + 0.7 * len(title.intersection(phrase.stems)) / size
    length = (_NAME_BY_WORDS if named else _PHRASE_BY_WORDS)[min(size, 4) - 1]
    return math.sqrt(own) * spread * early * told * length


_PARTING = frozenset({"of", "for", "and"})  # what stands behind them has a name of its own
_ADJECTIVES_FOLLOW = frozenset({"fr", "es", "pt", "it"})  # their nouns
_ADJECTIVES = 1  # words that may stand between an article and its noun
_AS_NOUN = 0.05  # share of a noun's mentions, at least, that stand where nouns do
_LEAST_TAGS = 3  # of a text that says nothing twice
_A_FEW = 4  # tags of a short text, up to which words join in that hardly ever do
# What a phrase of one to four words is worth: single common words say least, names most.
_PHRASE_BY_WORDS = (0.55, 1.0, 1.0, 0.8)
_NAME_BY_WORDS = (0.9, 1.3, 1.3, 1.2)


def _without_repetition(found: Iterable[_Phrase], limit: int, article: Article) -> Iterator[str]:
    said: set[str] = set()
    names: set[str] = set()
    given = 0
    silent = JOINING | {stem(word, article.language) for word in name_openers(article.language)}
    signed = agencies() - {word.text for word in iterate(article.title or "", article.language)}
    for phrase in found:
        if given >= limit:
            return
        spelling = whole_word(_without_particle(phrase.spelling, article.language), article)
        telling = set(_telling(phrase.stems, silent))
        # One word in common is enough: "Russian", "Russian leader" and "Russian hackers" are one tag.
        if said.intersection(telling) or spelling[0] in LOOSE_ENDS or spelling[-1] in LOOSE_ENDS:
            continue
        if spelling.lower() in signed or is_no_tag(spelling, article.language):
            continue
        if names_same_land(spelling, names):
            continue
        said.update(telling)
        names.update(word for word in spelling.split() if word[0].isupper())
        given += 1
        yield spelling


def _without_particle(spelling: str, language: str) -> str:
    """Korean writes what a noun does in the sentence at its end: "서울시는" is of "서울시"."""
    if language != "ko":
        return spelling
    words = spelling.split(" ")
    bare = stem(words[-1], language)
    return " ".join([*words[:-1], bare]) if words[-1].startswith(bare) else spelling


def _telling(stems: Sequence[str], silent: frozenset[str]) -> Iterator[str]:
    """The words that make two phrases one tag, without the `silent` ones ("New York", "New Zealand"): cut to
    five letters, so that Russia and Russian agree.
    """
    return (one if len(one) < 6 or caseless(one) else one[:5] for one in stems if one not in silent)
