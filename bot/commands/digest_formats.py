"""Digests as plain text, Markdown and HTML, for files and terminals."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.digests.digest import Digest, Telling
from bot.core.text_fragments import fragment_link

Say = Callable[..., str]  # a sentence of prompts/ by its key and values

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])|^([+-]|\d{1,9}[.)])(?=\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownArticle:
    """An article of a digest as it is shown."""

    title: str
    url: str | None
    source: str  # its site, or the name of its feed; "" where neither is known
    sentences: tuple[tuple[str, str | None], ...]  # each with the link to its place
    also: tuple[ShownArticle, ...] = ()


class DigestFormat(Protocol):
    """How the parts of a digest are written down."""

    def theme(self, words: str) -> str: ...

    def story(self, number: int, article: ShownArticle, say: Say) -> str: ...

    def note(self, text: str) -> str: ...

    def whole(self, title: str, parts: Sequence[str]) -> str: ...


def format_digest(layout: DigestFormat, digest: Digest, say: Say) -> str:
    """The whole digest laid out; `say` brings the words around it."""
    parts: list[str] = []
    number = 0
    for section in digest.sections:
        if section.words:
            parts.append(layout.theme(say("list-comma").join(section.words)))
        for story in section.stories:
            number += 1
            parts.append(layout.story(number, _shown(story.lead, story.also), say))
    if digest.left_out:
        parts.append(layout.note(say("digest-left-out", count=digest.left_out)))
    return layout.whole(say("digest-title", day=digest.until), parts)


def _shown(telling: Telling, also: Sequence[Telling] = ()) -> ShownArticle:
    article = telling.entry.article
    names = (mention.name for mention in telling.entry.mentions)
    source = article.site or next(filter(None, names), None) or ""
    first = article.sentences[0].text if article.sentences else telling.entry.key
    return ShownArticle(
        title=_line(article.title or first),
        url=article.url,
        source=_line(source),
        sentences=tuple((one.text, fragment_link(article, one)) for one in telling.sentences),
        also=tuple(_shown(one) for one in also),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


class TextFormat:
    """Plain text: what a story says is indented under its title and its address."""

    def theme(self, words: str) -> str:
        return f"== {words} =="

    def story(self, number: int, article: ShownArticle, say: Say) -> str:
        lines = [f"{number}. {_titled(article)}", *([f"   {article.url}"] if article.url else [])]
        lines += [f"   {_line(text)}" for text, _ in article.sentences]
        for other in article.also:
            lines.append(f"   {say('digest-also')} {_titled(other)}")
            lines += [f"     {other.url}"] if other.url else []
            lines += [f"     {_line(text)}" for text, _ in other.sentences]
        return "\n".join(lines)

    def note(self, text: str) -> str:
        return text

    def whole(self, title: str, parts: Sequence[str]) -> str:
        return "\n\n".join([title, *parts])


def _titled(article: ShownArticle) -> str:
    return f"{article.title} ({article.source})" if article.source else article.title


class MarkdownFormat:
    """Markdown (CommonMark): titles are links, sentences a list, each with the link to its place."""

    def theme(self, words: str) -> str:
        return f"## {_escaped(words)}"

    def story(self, number: int, article: ShownArticle, say: Say) -> str:
        head = [
            f"### {number}. {self._link(article)}",
            *([f"*{_escaped(article.source)}*"] if article.source else []),
        ]
        lines = [self._sentence(*one) for one in article.sentences]
        for other in article.also:
            place = f" ({_escaped(other.source)})" if other.source else ""
            lines.append(f"- {_escaped(say('digest-also'))} {self._link(other)}{place}")
            lines += [f"  {self._sentence(*one)}" for one in other.sentences]
        return "\n\n".join([*head, *(["\n".join(lines)] if lines else [])])

    def note(self, text: str) -> str:
        return f"*{_escaped(text)}*"

    def whole(self, title: str, parts: Sequence[str]) -> str:
        return "\n\n".join([f"# {_escaped(title)}", *parts])

    def _link(self, article: ShownArticle) -> str:
        return (
            f"[{_escaped(article.title)}](<{_pointed(article.url)}>)"
            if article.url
            else _escaped(article.title)
        )

    def _sentence(self, text: str, url: str | None) -> str:
        return f"- {_escaped(_line(text))}" + (f" [›](<{_pointed(url)}>)" if url else "")


def _escaped(text: str) -> str:
    return _MARKS.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2][:-1]}\\{found[2][-1]}", text)


def _pointed(url: str) -> str:
    """An address between pointed brackets."""
    return url.replace("<", "%3C").replace(">", "%3E")


class HtmlFormat:
    """A whole page of HTML without scripts or anything to load."""

    def theme(self, words: str) -> str:
        return f"<h2>{html.escape(words)}</h2>"

    def story(self, number: int, article: ShownArticle, say: Say) -> str:
        source = f"<p><small>{html.escape(article.source)}</small></p>\n" if article.source else ""
        also = [
            f"<p>{html.escape(say('digest-also'))} {self._link(other)}"
            f"{f' ({html.escape(other.source)})' if other.source else ''}</p>\n{self._list(other)}"
            for other in article.also
        ]
        head = f"<h3>{number}. {self._link(article)}</h3>\n{source}"
        return f"<article>\n{head}{self._list(article)}{''.join(also)}</article>"

    def note(self, text: str) -> str:
        return f"<p>{html.escape(text)}</p>"

    def whole(self, title: str, parts: Sequence[str]) -> str:
        shown = html.escape(title)
        body = "\n".join(parts)
        return (
            f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>{shown}</title>\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n</head>\n'
            f"<body>\n<h1>{shown}</h1>\n{body}\n</body>\n</html>"
        )

    def _link(self, article: ShownArticle) -> str:
        title = html.escape(article.title)
        return f'<a href="{html.escape(article.url)}">{title}</a>' if article.url else title

    def _list(self, article: ShownArticle) -> str:
        items = [
            f"<li>{html.escape(text)}" + (f' <a href="{html.escape(url)}">›</a>' if url else "") + "</li>\n"
            for text, url in article.sentences
        ]
        return f"<ul>\n{''.join(items)}</ul>\n" if items else ""
