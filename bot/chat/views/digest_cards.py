"""Digests and comparisons as messages."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.views.labels import host
from bot.chat.views.render import escape, link, one_line, tag
from bot.chat.views.voice import Voice
from bot.core.article import Article
from bot.core.digests.digest import Comparison, Digest, MentionKind, Story, Telling
from bot.core.digests.discussion import Talk
from bot.core.models import Sentence
from bot.core.text_fragments import fragment_link
from bot.services.excerpts import is_verbatim, opening

LONGEST_TITLE = 200  # characters
LONGEST_TALK = 280  # characters of a message that is quoted
LONGEST_SENTENCE = 600  # characters; what is longer is cut, and says so
MOST_NAMED = 8  # other texts of a story that add nothing


def digest_html(voice: Voice, digest: Digest) -> str:
    """A whole digest, which may need splitting: story by story, with links to pages and messages."""
    blocks = [tag("b", voice.html("digest-title", day=digest.until))]
    number = 0
    for section in digest.sections:
        if section.words:
            blocks.append(tag("u", escape(one_line(voice.listed(section.words), 80))))
        for story in section.stories:
            number += 1
            blocks.append(_story(voice, number, story))
    if digest.left_out:
        blocks.append(tag("i", voice.html("digest-left-out", count=digest.left_out)))
    return "\n\n".join(blocks)


def talk_html(voice: Voice, talks: Sequence[Talk]) -> str:
    """The messages that were taken up most, quoted, each with the way to it; empty where there are none."""
    if not talks:
        return ""
    blocks = [_talk(voice, talk) for talk in talks]
    return "\n".join([tag("b", voice.html("talk-title")), *blocks])


def comparison_html(voice: Voice, articles: Sequence[Article], found: Comparison) -> str:
    """What texts on one story all say, and what only each of them says."""
    blocks = [f"{number}. {_title(article)}" for number, article in enumerate(articles, start=1)]
    blocks = ["\n".join(blocks)]
    if found.shared:
        lines = [f"• {_sentence(articles[one.sentences[0][0]], one.sentences[0][1])}" for one in found.shared]
        blocks.append(tag("b", voice.html("compare-shared", count=len(articles))) + "\n" + "\n".join(lines))
    else:
        languages = {article.language for article in articles}
        key = "compare-nothing-shared" if len(languages) == 1 else "compare-other-languages"
        blocks.append(tag("i", voice.html(key)))
    for number, (article, sentences) in enumerate(zip(articles, found.only, strict=True), start=1):
        if sentences:
            head = tag("b", voice.html("compare-only", number=number, site=_site(article)))
            lines = [f"• {_sentence(article, sentence)}" for sentence in sentences]
            blocks.append(head + "\n" + "\n".join(lines))
    return "\n\n".join(blocks)


def _story(voice: Voice, number: int, story: Story) -> str:
    article = story.lead.entry.article
    facts = voice.facts([_source(story.lead), voice.say("digest-again") if story.again else None])
    lines = [f"{number}. {tag('b', _title(article))}", tag("i", escape(facts))]
    lines += [f"• {_sentence(article, one)}" for one in _shown(story.lead)]
    lines += _also(voice, story.also)
    messages = _messages(story)
    if messages:
        shared = voice.listed(link(url, str(place)) for place, url in enumerate(messages, start=1))
        lines.append(voice.html("digest-shared", count=len(messages)) + " " + shared)
    return "\n".join(lines)


def _also(voice: Voice, also: Sequence[Telling]) -> list[str]:
    """The other texts of a story: those that add something each with what only it says, then the rest."""
    if not also:
        return []
    adding = [(one, sentence) for one in also for sentence in _shown(one)[:1]]
    silent = [one for one in also if not _shown(one)]
    names = dict.fromkeys(_linked_source(one) for one in silent)
    shown, more = list(names)[:MOST_NAMED], len(names) - MOST_NAMED
    if more > 0:
        shown.append(f"+{more}")
    head = " ".join([voice.html("digest-also"), voice.listed(shown)]).strip()
    lines = [f"◦ {_linked_source(one)}: {_sentence(one.entry.article, sentence)}" for one, sentence in adding]
    return [head, *lines]


def _linked_source(telling: Telling) -> str:
    article = telling.entry.article
    return link(article.url, escape(_source(telling) or one_line(_headline(article), 60)))


def _talk(voice: Voice, talk: Talk) -> str:
    counts = []
    if talk.replies:
        counts.append(voice.html("talk-replies", count=talk.replies))
    if talk.said.reactions:
        counts.append(voice.html("talk-reactions", count=talk.said.reactions))
    quote = tag("blockquote", escape(one_line(talk.said.text, LONGEST_TALK)))
    return quote + "\n" + link(talk.said.link, " · ".join(counts))


def _shown(telling: Telling) -> list[Sentence]:
    return [one for one in telling.sentences if is_verbatim(telling.entry.article, one)]


def _title(article: Article) -> str:
    return link(article.url, escape(one_line(_headline(article), LONGEST_TITLE)))


def _headline(article: Article) -> str:
    return article.title or opening(article) or host(article.url or "")


def _site(article: Article) -> str:
    return article.site or (host(article.url) if article.url else "")


def _source(telling: Telling) -> str:
    """Where a text is from: its site, or the name of its feed."""
    names = [mention.name for mention in telling.entry.mentions if mention.name]
    return one_line(_site(telling.entry.article) or (names[0] if names else ""), 60)


def _messages(story: Story) -> list[str]:
    """The messages of the chat that told of it, each once."""
    mentions = (m for one in (story.lead, *story.also) for m in one.entry.mentions)
    links = (m.link for m in mentions if m.kind is MentionKind.MESSAGE and m.link)
    return list(dict.fromkeys(links))[:3]


def _sentence(article: Article, sentence: Sentence) -> str:
    text = sentence.text
    shown = text if len(text) <= LONGEST_SENTENCE else text[:LONGEST_SENTENCE] + " […]"
    address = fragment_link(article, sentence)
    return escape(shown) + ("" if address is None else "\u00a0" + link(address, "›"))
