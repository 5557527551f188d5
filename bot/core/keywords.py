"""What people would tag an article with: phrases in the article's own words, names whole.

Phrases are runs of words without a stop word inside (as in RAKE, Rose et al. 2010), ranked by how often, how early and
how widely they stand and how they are written (as in YAKE, Campos et al. 2020); a phrase that mostly stands inside a
longer one gives way to it (the C-value of Frantzi et al. 2000).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.core.article import Article
from bot.core.models import Sentence
from bot.core.tokens import stem, stop_words
from bot.core.words import iterate

_LONGEST = 4  # words of a phrase; of a script without blanks, five overlapping pairs make six characters
_LONGEST_UNSPACED = 5
# Small words that join the parts of a name ("Ursula von der Leyen", "Bank of England", "Rio de Janeiro").
_JOINING = frozenset(
    ["of", "the", "de", "del", "della", "di", "da", "do", "dos", "das", "la", "le", "les", "du", "des", "von", "van", "der", "den", "zu", "zur", "y", "e", "bin", "ibn", "al", "el", "ben", "af", "av"]
)
# Characters that no Chinese or Japanese phrase begins or ends with: particles, copulas, pronouns.
_LOOSE_ENDS = frozenset(
    "的了是在和有也就都而及与或这那我你他她它们不个為为到说說上中对對以于於被把让将從从の を は が に へ と で も や".replace(
        " ", ""
    )
)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str  # lower-cased
    stem: str
    start: int  # characters in the sentence
    end: int
    name: bool  # written with a capital where a common word would not be
    stop: bool


@dataclass(slots=True)
class _Phrase:
    stems: tuple[str, ...]
    count: int = 0
    sentences: int = 0
    first: int = 0  # sentence of the first mention
    names: int = 0  # mentions that are written as a name
    last_sentence: int = -1
    spellings: Counter[str] = field(default_factory=Counter)


def keywords(article: Article, limit: int = 8) -> tuple[str, ...]:
    """Up to `limit` phrases that tell what the article is about, the most telling first, as the article writes them.

    Names come whole ("Vladimir Putin", not "putin"); no phrase repeats another's words. Any language; empty only
    where the article has no word that says anything.
    """
    sentences = [sentence for sentence in article.sentences if sentence.prose] or list(article.sentences)
    cut = [_cut(sentence, article.language) for sentence in sentences]
    title = {word.stem for word in _words_of(article.title or "", article.language) if not word.stop}
    phrases = _count(sentences, cut)
    scores = _scores(phrases, title, len(sentences))
    return tuple(_without_repetition(phrases, scores, limit))


def _cut(sentence: Sentence, language: str) -> list[_Word]:
    return list(_words_of(sentence.text, language))


def _words_of(text: str, language: str) -> Iterator[_Word]:
    ignored = stop_words(language)
    opening = True
    for word in iterate(text, language):
        shape = text[word.start : word.end]
        name = shape[:1].isupper() and (not opening or shape[1:] != shape[1:].lower())
        stop = word.text in ignored or (len(word.text) < 2 and not shape.isupper()) or not _tells(word.text)
        yield _Word(word.text, stem(word.text, language), word.start, word.end, name, stop)
        # After a quotation mark or a colon a capital says as little as at the beginning.
        opening = False


def _tells(word: str) -> bool:
    return any(character.isalpha() for character in word)


def _count(sentences: Sequence[Sentence], cut: Sequence[list[_Word]]) -> dict[tuple[str, ...], _Phrase]:
    found: dict[tuple[str, ...], _Phrase] = {}
    for index, (sentence, words) in enumerate(zip(sentences, cut, strict=True)):
        for first, last in _runs(sentence.text, words):
            for begin, end in _spans(words, first, last):
                _note(found, sentence.text, words[begin:end], index)
    return found


def _note(found: dict[tuple[str, ...], _Phrase], text: str, words: Sequence[_Word], index: int) -> None:
    stems = tuple(word.stem for word in words)
    phrase = found.get(stems)
    if phrase is None:
        phrase = found[stems] = _Phrase(stems, first=index)
    phrase.count += 1
    if phrase.last_sentence != index:
        phrase.sentences += 1
        phrase.last_sentence = index
    if all(word.name or word.stop for word in words[1:]) and (
        words[0].name or (len(words) > 1 and _capital(text, words[0]))
    ):
        phrase.names += 1
    phrase.spellings[text[words[0].start : words[-1].end]] += 1


def _capital(text: str, word: _Word) -> bool:
    return text[word.start].isupper()


def _runs(text: str, words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """Runs of words with nothing but a blank or a hyphen between them, stop words only inside names."""
    begin = 0
    for place in range(1, len(words) + 1):
        if place == len(words) or not _joined(text, words[place - 1], words[place]):
            yield begin, place
            begin = place


def _joined(text: str, before: _Word, after: _Word) -> bool:
    return after.start <= before.end or text[before.end : after.start] in {" ", "-", "‑", "\n", "\u00a0", "‌"}


def _spans(words: Sequence[_Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    for begin in range(first, last):
        if words[begin].stop:
            continue
        unspaced = begin + 1 < last and words[begin + 1].start < words[begin].end
        longest = _LONGEST_UNSPACED if unspaced else _LONGEST
        for end in range(begin + 1, min(last, begin + longest) + 1):
            word = words[end - 1]
            if word.stop and not (word.text in _JOINING and words[begin].name):
                break
            if not word.stop:
                yield begin, end


def _scores(
    phrases: dict[tuple[str, ...], _Phrase], title: set[str], sentences: int
) -> dict[tuple[str, ...], float]:
    inside = _longer(phrases.values())
    return {
        stems: _score(phrase, inside.get(stems, ()), title, sentences) for stems, phrase in phrases.items()
    }


def _longer(phrases: Iterable[_Phrase]) -> dict[tuple[str, ...], list[int]]:
    """For each phrase the counts of the longer ones that it stands inside, those that are said twice or are names."""
    inside: dict[tuple[str, ...], list[int]] = {}
    for phrase in phrases:
        size = len(phrase.stems)
        if size > 1 and (phrase.count > 1 or phrase.names):
            for length in range(1, size):
                for begin in range(size - length + 1):
                    inside.setdefault(phrase.stems[begin : begin + length], []).append(phrase.count)
    return inside


def _score(phrase: _Phrase, longer: Sequence[int], title: set[str], sentences: int) -> float:
    size = len(phrase.stems)
    named = phrase.names * 2 > phrase.count
    if not named and phrase.count < 2 and not title.issuperset(phrase.stems):
        return 0.0
    own = phrase.count - (max(longer) if longer else 0) * (0.9 if not named else 0.5)
    if own <= 0:
        return 0.0
    spread = 1.0 + math.log1p(phrase.sentences)
    early = 1.0 + 1.0 / (1.0 + phrase.first / max(2.0, sentences / 10))
    told = 1.0 + 0.7 * (len(title.intersection(phrase.stems)) / size)
    length = (0.6, 1.0, 1.1, 1.0)[min(size, 4) - 1] if not named else (0.9, 1.3, 1.3, 1.3)[min(size, 4) - 1]
    return math.sqrt(own) * spread * early * told * length


def _without_repetition(
    phrases: dict[tuple[str, ...], _Phrase], scores: dict[tuple[str, ...], float], limit: int
) -> Iterator[str]:
    said: set[str] = set()
    given = 0
    for stems in sorted(scores, key=lambda stems: (-round(scores[stems], 9), phrases[stems].first, stems)):
        if given >= limit or scores[stems] <= 0:
            return
        spelling = _spelling(phrases[stems])
        fresh = [stem for stem in stems if stem not in said]
        if len(fresh) * 2 <= len(stems) or spelling[0] in _LOOSE_ENDS or spelling[-1] in _LOOSE_ENDS:
            continue
        said.update(stems)
        given += 1
        yield spelling


def _spelling(phrase: _Phrase) -> str:
    """How the article writes it most often; of two as frequent, the one it wrote first."""
    spelling, _ = phrase.spellings.most_common(1)[0]
    return " ".join(spelling.split())
