"""Digests as text, Markdown, HTML and JSON: the same stories, and nothing that breaks out of its form."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.commands.digest_formats import HtmlFormat, MarkdownFormat, TextFormat, format_digest
from bot.core.article import Article
from bot.core.digests.digest import Digest, Entry, Mention, MentionKind, Section, Story, Telling
from bot.messages import Messages
from bot.services.json_forms import digest_as_json

NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)


def telling(text: str, **facts) -> Telling:
    article = replace(Article.from_text(text), **facts)
    mention = Mention(kind=MentionKind.FEED, source="feed:1", at=NOW, name="Town news")
    entry = Entry(key=facts.get("url") or "key", article=article, mentions=(mention,))
    return Telling(entry=entry, sentences=article.sentences[:1])


@pytest.fixture
def digest() -> Digest:
    lead = telling(
        "The bridge of Lindau is closed. A ferry sails.",
        title="A [bridge] & a <ferry>",
        url="https://a.example/1",
        site="a.example",
        published=date(2026, 3, 1),
    )
    also = telling("Nobody knows *why* it is closed.", title=None, url="https://b.example/(2)")
    bare = telling("Cracks in pillars were found.", title="3. Cracks", url=None)
    sections = (
        Section(words=("Lindau",), stories=(Story(lead=lead, also=(also,)),)),
        Section(words=(), stories=(Story(lead=bare),)),
    )
    return Digest(sections=sections, until=NOW, told=("a",), left_out=2)


def written(form, digest: Digest) -> str:
    messages = Messages.load()
    return format_digest(form, digest, lambda key, **values: messages.say("en", key, **values))


def test_text_tells_titles_addresses_and_sentences(digest):
    text = written(TextFormat(), digest)
    assert "== Lindau ==\n\n1. A [bridge] & a <ferry> (a.example)\n   https://a.example/1" in text
    assert "\n   The bridge of Lindau is closed.\n" in text
    assert "Nobody knows *why* it is closed. (Town news)" in text
    assert text.endswith("2 more stories had no room.")


def test_markdown_escapes_what_would_be_markup(digest):
    text = written(MarkdownFormat(), digest)
    assert "### 1. [A \\[bridge\\] & a \\<ferry\\>](<https://a.example/1>)" in text
    assert "Nobody knows \\*why\\* it is closed." in text
    assert "### 2. 3\\. Cracks" in text
    assert "- The bridge of Lindau is closed. [›](<https://a.example/1#:~:text=" in text


def test_html_escapes_what_would_be_markup_and_loads_nothing(digest):
    text = written(HtmlFormat(), digest)
    assert '<a href="https://a.example/1">A [bridge] &amp; a &lt;ferry&gt;</a>' in text
    assert text.startswith("<!DOCTYPE html>")
    assert not any(tag in text for tag in ("<script", "<img", "<link", "<ferry"))


def test_json_gives_each_sentence_with_its_place(digest):
    value = json.loads(json.dumps(digest_as_json(digest)))
    (story,) = value["sections"][0]["stories"]
    (sentence,) = story["sentences"]
    assert (story["url"], story["published"], story["feeds"]) == (
        "https://a.example/1",
        "2026-03-01",
        ["Town news"],
    )
    assert (
        "The bridge of Lindau is closed. A ferry sails."[sentence["start"] : sentence["end"]]
        == (sentence["text"])
    )
    assert [other["url"] for other in story["also"]] == ["https://b.example/(2)"]
    assert value["left_out"] == 2
