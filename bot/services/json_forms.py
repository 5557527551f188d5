"""Articles, summaries, answers and digests as values for JSON: the same on the command line and over HTTP."""

from __future__ import annotations

from typing import Any

from bot.core.article import Article
from bot.core.digests.digest import Digest, Story, Telling
from bot.core.models import Sentence
from bot.core.retrieval import Answer, Passage
from bot.core.summary import Summary
from bot.services.views import SummaryView


def summary_as_json(source: str | None, summary: Summary) -> dict[str, Any]:
    """A summary as one JSON object: the article's metadata, and each sentence with its place."""
    return _metadata(source, summary.article) | {
        "method": summary.method,
        "about": summary.about,
        "sentences": [_sentence_as_json(sentence) for sentence in summary.sentences],
    }


def view_as_json(view: SummaryView) -> dict[str, Any]:
    """A summary that a chat is shown as one JSON object: the article's metadata, and each sentence."""
    return _metadata(view.article.url, view.article) | {
        "about": view.reading.about,
        "sentences": [_sentence_as_json(sentence) for sentence in view.sentences],
    }


def article_as_json(source: str | None, article: Article) -> dict[str, Any]:
    """An article as one JSON object: metadata, text, and each paragraph with its kind and place."""
    paragraphs = [
        {"kind": paragraph.kind, "start": paragraph.start, "end": paragraph.end, "place": paragraph.place}
        for paragraph in article.paragraphs
    ]
    return _metadata(source, article) | {"text": article.text, "paragraphs": paragraphs}


def answer_as_json(answer: Answer) -> dict[str, Any]:
    """An answer as one JSON object; passages are the nearest ones where `found` is false."""
    return {
        "question": answer.question,
        "found": answer.found,
        "passages": [_passage_as_json(passage) for passage in answer.passages],
    }


def digest_as_json(digest: Digest) -> dict[str, Any]:
    """A digest as one JSON object: sections with stories, each with its texts and their sentences' places."""
    return {
        "until": digest.until.isoformat(),
        "sections": [
            {"theme": list(section.words), "stories": [_story_as_json(story) for story in section.stories]}
            for section in digest.sections
        ],
        "left_out": digest.left_out,
    }


def _metadata(source: str | None, article: Article) -> dict[str, Any]:
    return {
        "source": source,
        "title": article.title,
        "byline": article.byline,
        "site": article.site,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "language": article.language,
        "partial": article.partial,
        "unread_pages": [list(pages) for pages in article.unread.ranges] if article.unread else [],
    }


def _sentence_as_json(sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "paragraph": sentence.paragraph,
    }


def _passage_as_json(passage: Passage) -> dict[str, Any]:
    return _sentence_as_json(passage.sentence) | {
        "place": passage.article.paragraphs[passage.sentence.paragraph].place,
        "score": round(passage.score, 4),
        "title": passage.article.title,
        "url": passage.article.url,
    }


def _story_as_json(story: Story) -> dict[str, Any]:
    also = [_telling_as_json(telling) for telling in story.also]
    return _telling_as_json(story.lead) | {"weight": round(story.weight, 4), "also": also}


def _telling_as_json(telling: Telling) -> dict[str, Any]:
    article = telling.entry.article
    names = [mention.name for mention in telling.entry.mentions if mention.name]
    return {
        "title": article.title,
        "url": article.url,
        "site": article.site,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "feeds": list(dict.fromkeys(names)),
        "sentences": [_sentence_as_json(sentence) for sentence in telling.sentences],
    }
