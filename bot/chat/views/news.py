"""What changed on a page that was read before, as a part of its summary."""

from __future__ import annotations

from bot.chat.views.render import escape, shortened, tag, units
from bot.chat.views.voice import Voice
from bot.core.models import Sentence
from bot.services.views import News

LONGEST = 280  # characters of a sentence: enough to see what changed, and several fit


def news_block(voice: Voice, news: News, room: int) -> str:
    """The changes as HTML: how many, and the sentences in a quote that opens with a tap.

    At most `room` units; what doesn't fit is counted.
    """
    title = tag("b", voice.html("news-title", day=news.since))
    if news.changes.rewritten:
        return f"{title}\n{voice.html('news-rewritten')}"
    entries = _entries(voice, news)
    shown: list[str] = []
    left = room - units(title) - LONGEST
    for entry in entries:
        left -= units(entry)
        if left < 0 and shown:
            break
        shown.append(entry)
    if len(shown) < len(entries):
        shown.append(voice.html("news-more", count=len(entries) - len(shown)))
    listed = "\n".join(shown)
    return f"{title} {news_counts(voice, news)}\n<blockquote expandable>{listed}</blockquote>"


def news_counts(voice: Voice, news: News) -> str:
    """How much changed, in a few words."""
    counted = (
        ("news-altered", news.changes.altered),
        ("news-added", news.changes.added),
        ("news-removed", news.changes.removed),
    )
    return voice.listed(voice.html(key, count=len(found)) for key, found in counted if found)


def _entries(voice: Voice, news: News) -> list[str]:
    changes = news.changes
    altered = [
        f"{_line(voice, 'news-was', was)}\n{_line(voice, 'news-now', now)}" for was, now in changes.altered
    ]
    added = [_line(voice, "news-new", sentence) for sentence in changes.added]
    removed = [_line(voice, "news-gone", sentence) for sentence in changes.removed]
    return [*altered, *added, *removed]


def _line(voice: Voice, key: str, sentence: Sentence) -> str:
    return f"{tag('i', voice.html(key))} {escape(shortened(sentence.text, LONGEST))}"
