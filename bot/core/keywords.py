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

from bot.core.article import Article
from bot.core.question_words import UNSPACED, vocabulary
from bot.core.tokens import stem, stop_words
from bot.core.words import iterate

# A text of more characters (400 kB of English is a thick book) is sampled: each word costs 30 µs.
_MOST_CHARACTERS = 400_000
_MOST_CHARACTERS_UNSPACED = 200_000  # where each of them begins a word
_LONGEST = 4  # words of a phrase; of a script without blanks, five overlapping pairs make six characters
_LONGEST_UNSPACED = 5
# Small words that join the parts of a name ("Ursula von der Leyen", "Bank of England", "Rio de Janeiro").
_JOINING = frozenset(
    [
        "of",
        "the",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "la",
        "le",
        "les",
        "du",
        "des",
        "von",
        "van",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
    ]
)
# Characters that no Chinese or Japanese phrase begins or ends with: particles, copulas, pronouns.
_LOOSE_ENDS = frozenset(
    "的了是在和有也就都而及与或这那我你他她它们不个為为到说說上中对對以于於被把让將将從从のをはがにへとでもや"
)
# Without a long list of stop words, a short word in this share of the sentences is taken for one.
_SCARCE = 100
_EVERYWHERE = 0.12
_CAPITALIZE_NOUNS = frozenset({"de", "lb"})  # where a capital makes no name
# How persons are addressed: no part of their names ("Mr McConnell" is Jack McConnell).
_ADDRESSES = frozenset(
    {"mr", "mrs", "ms", "miss", "herr", "herrn", "frau", "господин", "госпожа", "г-н", "г-жа"}
)
_PARTICIPLE = re.compile(r"[a-z]+[^e\W]ed")  # "looked", "died": no English tag, unlike "speed"
_BLANKS = frozenset({" ", "-", "‑", "\n", "\u00a0", "\u200c"})  # what may stand between the words of a phrase


@dataclass(frozen=True, slots=True)
class _Word:
    stem: str
    start: int  # characters in the sentence
    end: int
    joins: bool  # one of _JOINING
    capital: bool
    opening: bool  # begins the sentence, where a capital says nothing
    stop: bool


@dataclass(slots=True)
class _Phrase:
    stems: tuple[str, ...]
    first: int  # the sentence of the first mention
    count: int = 0
    sentences: int = 0
    named: int = 0  # mentions written as a name
    inner: int = 0  # mentions that don't begin a sentence
    last: int = -1
    spellings: Counter[str] = field(default_factory=Counter)

    @property
    def is_name(self) -> bool:
        """Whether most mentions say so; one word that begins a sentence says nothing either way."""
        return self.named * 2 > (self.inner if len(self.stems) == 1 else self.count)


_Phrases = dict[tuple[str, ...], _Phrase]


def keywords(article: Article, limit: int = 8) -> tuple[str, ...]:
    """Up to `limit` phrases that tell what the article is about, the most telling first, as the article
    writes them.

    Names come whole ("Vladimir Putin", not "putin"); no phrase repeats another's words. Any language; empty
    only where the article has no word that says anything.
    """
    texts = sampled(article)
    ignored = _ignored(texts, article.language)
    cut = [list(_words(text, article.language, ignored)) for text in texts]
    told = _words(article.title or "", article.language, ignored)
    title = {word.stem for word in told if not word.stop}
    phrases = _counted(texts, cut)
    if article.language not in _CAPITALIZE_NOUNS:
        _make_names_whole(phrases, common={word.stem for words in cut for word in words if not word.capital})
    scores = _scores(phrases, title, len(texts))
    return tuple(_without_repetition(phrases, scores, limit, article.language))


def sampled(article: Article) -> list[str]:
    """The sentences of prose, or all where none is; of a very long text every second, every third, …"""
    texts = [sentence.text for sentence in article.sentences if sentence.prose]
    texts = texts or [sentence.text for sentence in article.sentences]
    most = _MOST_CHARACTERS_UNSPACED if article.language in UNSPACED else _MOST_CHARACTERS
    return texts[:: max(1, math.ceil(sum(map(len, texts)) / most))]


def _ignored(texts: Sequence[str], language: str) -> frozenset[str]:
    """The stop words of the language; where the list is short, small words that stand everywhere join in."""
    known = stop_words(language) | _JOINING
    if len(texts) < 4:
        return known
    scarce = len(known) < _SCARCE + len(_JOINING)
    share, longest = (_EVERYWHERE, 5) if scarce else (2 * _EVERYWHERE, 3)
    found: Counter[str] = Counter()
    for text in texts:
        found.update(
            {
                word.text
                for word in iterate(text, language)
                if text[word.start].islower() or _caseless(word.text)
            }
        )
    often = max(2.0, share * len(texts))
    return known | {word for word, times in found.items() if times >= often and len(word) <= longest}


def _caseless(word: str) -> bool:
    return word.lower() == word.upper()


def _words(text: str, language: str, ignored: frozenset[str]) -> Iterator[_Word]:
    opening = True
    for word in iterate(text, language):
        shape = text[word.start : word.end]
        small = len(word.text) < 2 and not shape.isupper()
        stop = (
            small
            or word.text in ignored
            or (word.text in _ADDRESSES and shape[:1].isupper())
            or not any(character.isalpha() for character in word.text)
        )
        yield _Word(
            stem=stem(word.text, language),
            start=word.start,
            end=word.end,
            joins=word.text in _JOINING,
            capital=shape[:1].isupper(),
            opening=opening and not shape[1:].isupper(),
            stop=stop,
        )
        opening = False


def _counted(texts: Sequence[str], cut: Sequence[Sequence[_Word]]) -> _Phrases:
    found: _Phrases = {}
    for index, (text, words) in enumerate(zip(texts, cut, strict=True)):
        for begin, end in _spans(text, words):
            _note(found, text, words[begin:end], index)
    return found


def _note(found: _Phrases, text: str, words: Sequence[_Word], index: int) -> None:
    stems = tuple(word.stem for word in words)
    phrase = found.setdefault(stems, _Phrase(stems, first=index))
    phrase.count += 1
    phrase.inner += not words[0].opening
    if phrase.last != index:
        phrase.sentences += 1
        phrase.last = index
    # "Geneva" at the beginning of a sentence may be any word; "Guy Parmelin" there is a name.
    if all(word.capital or word.joins for word in words) and not (len(words) == 1 and words[0].opening):
        phrase.named += 1
    phrase.spellings[" ".join(text[words[0].start : words[-1].end].split())] += 1


def _spans(text: str, words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """Where phrases may stand: no punctuation inside, no stop word except inside a name."""
    for begin, first in enumerate(words):
        if first.stop:
            continue
        longest = _LONGEST
        for end in range(begin + 1, len(words) + 1):
            if end - begin > 1:
                before, word = words[end - 2], words[end - 1]
                if word.start < before.end:
                    longest = _LONGEST_UNSPACED
                elif text[before.end : word.start] not in _BLANKS:
                    break
                if word.stop and not (word.joins and first.capital):
                    break
            if end - begin > longest:
                break
            if not words[end - 1].stop and not _half_name(words[begin:end]):
                yield begin, end


def _half_name(words: Sequence[_Word]) -> bool:
    """A name that runs into what is none ("Putin arrived", "president Biden said"), or a joint without a
    name.
    """
    if len(words) == 1:
        return False
    capital = [word.capital and not word.opening for word in words if not word.joins]
    joined = any(word.joins and word.stop for word in words)
    return (joined and not all(word.capital or word.joins for word in words)) or (
        capital[0] and not capital[-1]
    )


def _make_names_whole(phrases: _Phrases, common: set[str]) -> None:
    """Count mentions of a surname for the full name, which an article gives once ("Putin", "Vladimir Putin").

    At the beginning of a sentence it is a name only if its first word is none of the `common` ones, which the
    article writes small elsewhere.
    """
    owners: dict[str, list[_Phrase]] = {}
    for phrase in phrases.values():
        told = phrase.is_name and (phrase.inner or phrase.stems[0] not in common)
        if 1 < len(phrase.stems) <= 3 and told:
            owners.setdefault(phrase.stems[-1], []).append(phrase)
    for last, named in owners.items():
        alone = phrases.get((last,))
        if alone is None or not alone.is_name or alone.count < 2:
            continue
        # The full form met most often; of two as frequent the shorter, without a title before it.
        whole = min(named, key=lambda phrase: (-phrase.count, len(phrase.stems), phrase.first))
        whole.count = max(whole.count, alone.count)
        whole.sentences = max(whole.sentences, alone.sentences)
        whole.named = whole.count
        whole.first = min(whole.first, alone.first)
        alone.count = 0


def _scores(phrases: _Phrases, title: set[str], sentences: int) -> dict[tuple[str, ...], float]:
    inside = _held_by_longer(phrases.values())
    return {
        stems: _score(phrase, inside.get(stems, 0), title, sentences)
        for stems, phrase in phrases.items()
        if phrase.count
    }


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


def _score(phrase: _Phrase, held: int, title: set[str], sentences: int) -> float:
    size = len(phrase.stems)
    named = phrase.is_name
    if not named and phrase.count < 2 and not title.issuperset(phrase.stems):
        return 0.0
    own = phrase.count - 0.8 * held
    if own <= 0:
        return 0.0
    spread = 1.0 + math.log1p(phrase.sentences)
    early = 1.0 + 1.0 / (1.0 + phrase.first / max(2.0, sentences / 10))
    told = 1.0 + 0.7 * len(title.intersection(phrase.stems)) / size
    length = (_NAME_BY_WORDS if named else _PHRASE_BY_WORDS)[min(size, 4) - 1]
    return math.sqrt(own) * spread * early * told * length


# What a phrase of one to four words is worth: single common words say least, names most.
_PHRASE_BY_WORDS = (0.55, 1.0, 1.0, 0.8)
_NAME_BY_WORDS = (0.9, 1.3, 1.3, 1.2)


def _without_repetition(
    phrases: Mapping[tuple[str, ...], _Phrase],
    scores: Mapping[tuple[str, ...], float],
    limit: int,
    language: str,
) -> Iterator[str]:
    said: set[str] = set()
    given = 0
    for stems in sorted(scores, key=lambda stems: (-round(scores[stems], 9), phrases[stems].first, stems)):
        if given >= limit or scores[stems] <= 0:
            return
        spelling = phrases[stems].spellings.most_common(1)[0][0]
        # One word in common is enough: "Russian", "Russian leader" and "Russian hackers" are one tag.
        if said.intersection(_telling(stems)) or spelling[0] in _LOOSE_ENDS or spelling[-1] in _LOOSE_ENDS:
            continue
        if _is_no_tag(spelling, language):
            continue
        said.update(_telling(stems))
        given += 1
        yield spelling


def _is_no_tag(spelling: str, language: str) -> bool:
    """Whether nobody would tag an article so: a weekday, a unit of time, an amount ("миллиардов рублей"), one
    word that is no noun.
    """
    if language in UNSPACED:
        return False
    known = vocabulary(language)
    words = spelling.lower().split()
    if known.is_in(words[0], "number"):
        return True
    of_time = [known.is_in(word, "calendar") or known.is_in(word, "unit") for word in words]
    # "35 Minuten Butter", "im Dezember Kinder": two nouns that only stand side by side.
    if all(of_time) or (language in _CAPITALIZE_NOUNS and of_time[0] and len(words) == 2):
        return True
    if len(words) > 1:
        return False
    if language in _CAPITALIZE_NOUNS:
        return spelling[0].islower()
    return language == "en" and _PARTICIPLE.fullmatch(spelling) is not None


def _telling(stems: Sequence[str]) -> Iterator[str]:
    """The words that make two phrases one tag: cut to five letters, so that Russia and Russian agree."""
    return (one if len(one) < 6 or _caseless(one) else one[:5] for one in stems if one not in _JOINING)
