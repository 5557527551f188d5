"""A digest out of what was shared and published: which stories, in which order, with which sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import exp, log1p

from bot.core.article import Article
from bot.core.digests.comparing import new_sentences
from bot.core.digests.digest import Digest, Entry, Filters, MentionKind, Shape, Story, Telling
from bot.core.digests.leading import echo, head_terms, leading_first
from bot.core.digests.themes import sections_of
from bot.core.models import Sentence
from bot.core.stories import group
from bot.core.summary import fit_sentences, summarize
from bot.core.tokens import terms

# What a mention is worth: a person who shares a link says more than a feed that has it among fifty others.
PERSON, SOURCE = 1.0, 0.6
INTEREST = 1.0  # for a story made of nothing but what the chat reads
FRESH_HOURS = 24.0  # after which a story counts e times less for its freshness
FRESHNESS = 0.8
_AGAIN = 2  # new sentences that make a told story worth telling again
_ALSO_SENTENCES = 1  # of each further text


def compose(entries: Sequence[Entry], *, now: datetime, shape: Shape | None = None) -> Digest | None:
    """The digest of what there is; None where there is nothing to tell.

    Entries that were `told` are told no more: they only keep others of their story from being told again,
    unless these say something new. The same entries give the same digest. A thousand take about a second.
    """
    shape = shape or Shape()
    ordered = sorted(entries, key=lambda entry: (entry.at, entry.key))
    groups = group([entry.article for entry in ordered])
    found = [_candidate([ordered[index] for index in members], now, shape) for members in groups]
    ranked = sorted((one for one in found if one), key=lambda one: (-one.weight, one.new[0].key))
    chosen = _capped(ranked, shape)
    if not chosen:
        return None
    stories = [_with_sentences(story, shape) for story in chosen]
    return Digest(
        sections=sections_of(stories, shape),
        until=now,
        told=tuple(entry.key for story in chosen for entry in _entries(story)),
        left_out=len(ranked) - len(chosen),
    )


def passes(article: Article, filters: Filters) -> bool:
    """Whether an article may be told: by its title and its text."""
    if not filters.include and not filters.exclude:
        return True
    held = _joined(terms(f"{article.title or ''}\n{article.text}", article.language))

    def has(words: str) -> bool:
        wanted = terms(words, article.language) or words.lower().split()
        return _joined(wanted) in held

    return (not filters.include or any(map(has, filters.include))) and not any(map(has, filters.exclude))


def interests_of(titles: Iterable[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """What a chat reads: by language, the terms of titles (title, language), and how much of it has them."""
    counts: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for title, language in titles:
        counts.setdefault(language, Counter()).update(set(terms(title, language)))
        totals[language] += 1
    return {
        language: {term: count / totals[language] for term, count in found.items() if count > 1}
        for language, found in counts.items()
    }


def _joined(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A story that could be told. Which of its texts leads is found out once there is room for it."""

    new: Sequence[Entry]  # never empty, the oldest first
    told: Sequence[Article]  # what earlier digests told of it
    weight: float


def _candidate(entries: Sequence[Entry], now: datetime, shape: Shape) -> _Candidate | None:
    """What some entries of one story could tell; None where it was told and nothing is new."""
    new = [entry for entry in entries if not entry.told]
    if not new:
        return None
    told = [entry.article.cut() for entry in entries if entry.told]
    if told:
        new = [_cut(entry) for entry in new]
        new = [entry for entry in new if len(_news(entry.article, told, shape)) >= _AGAIN]
        if not new:
            return None
    return _Candidate(new, told, _weight(new, now, shape))


def _story(candidate: _Candidate, shape: Shape) -> Story:
    """The story, without sentences but those that are new in one that was told."""
    lead, *also = leading_first(candidate.new)
    told = candidate.told
    return Story(
        lead=Telling(entry=lead, sentences=_news(lead.article, told, shape) if told else ()),
        also=tuple(Telling(entry=entry, sentences=()) for entry in also),
        weight=candidate.weight,
        again=bool(told),
    )


def _news(article: Article, told: Sequence[Article], shape: Shape) -> tuple[Sentence, ...]:
    known = [set(terms(sentence.text, other.language)) for other in told for sentence in other.sentences]
    return new_sentences(article, known, limit=max(_AGAIN, shape.sentences))


def _weight(entries: Sequence[Entry], now: datetime, shape: Shape) -> float:
    """How much a story matters: who shared it, what they said to it, how fresh and how near it is."""
    mentions = [mention for entry in entries for mention in entry.mentions]
    people = {
        mention.person or mention.link or mention.at
        for mention in mentions
        if mention.kind is MentionKind.MESSAGE
    }
    sources = {mention.source for mention in mentions if mention.kind is MentionKind.FEED}
    response = echo(sum(m.reactions for m in mentions), sum(m.replies for m in mentions))
    hours = max(0.0, (now - max(entry.at for entry in entries)).total_seconds() / 3600)
    fresh = FRESHNESS * exp(-hours / FRESH_HOURS)
    near = INTEREST * max(_nearness(entry.article, shape) for entry in entries)
    return PERSON * log1p(len(people)) + SOURCE * log1p(len(sources)) + response + fresh + near


def _nearness(article: Article, shape: Shape) -> float:
    """How much of what the chat reads is in the head of an article, 0 to 1."""
    interests = shape.interests.get(article.language)
    if not interests:
        return 0.0
    return min(1.0, sum(interests.get(term, 0.0) for term in head_terms(article)))


def _capped(candidates: Sequence[_Candidate], shape: Shape) -> list[Story]:
    """The stories that have room, no source leading more than its share."""
    chosen: list[Story] = []
    led: Counter[str] = Counter()
    for candidate in candidates:
        if len(chosen) >= shape.stories:
            break
        story = _story(candidate, shape)
        source = _source(story.lead.entry)
        if not 0 < shape.per_source <= led[source]:
            led[source] += 1
            chosen.append(story)
    return chosen


def _source(entry: Entry) -> str:
    """What a story is counted by: the feed, or the site of a shared link."""
    feed = next((mention.source for mention in entry.mentions if mention.kind is MentionKind.FEED), None)
    return feed or entry.article.site or entry.key


def _with_sentences(story: Story, shape: Shape) -> Story:
    """The story with the sentences that tell it."""
    entry = _cut(story.lead.entry)
    lead = entry.article
    sentences = story.lead.sentences or summarize(lead, sentences=shape.sentences).sentences
    known = [set(terms(sentence.text, lead.language)) for sentence in lead.sentences]
    also: list[Telling] = []
    for telling in story.also[: shape.also]:
        other = _cut(telling.entry)
        article = other.article
        told = new_sentences(article, known, limit=_ALSO_SENTENCES) if fit_sentences(article) else ()
        known += [set(terms(sentence.text, article.language)) for sentence in told]
        also.append(Telling(entry=other, sentences=told))
    return Story(
        lead=Telling(entry=entry, sentences=sentences),
        also=(*also, *story.also[shape.also :]),  # the others are named
        weight=story.weight,
        again=story.again,
    )


def _cut(entry: Entry) -> Entry:
    """The entry with the sentences of its article."""
    return entry if entry.article.sentences else replace(entry, article=entry.article.cut())


def _entries(story: Story) -> list[Entry]:
    return [story.lead.entry, *(telling.entry for telling in story.also)]
