"""What articles, and the places in them, are called; and the links that lead there."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.chat.views.render import escape, link, one_line
from bot.chat.views.voice import Voice
from bot.core.article import Article
from bot.core.models import Sentence
from bot.core.readings import Reading
from bot.core.text_fragments import fragment_link
from bot.services.excerpts import opening, paragraph_number

LONGEST_TITLE = 200  # characters


@dataclass(frozen=True, slots=True)
class Labels:
    """Names articles and places, in one language."""

    voice: Voice

    def name(self, reading: Reading, begins: str | None, limit: int = 60) -> str:
        """What to call a reading in running text: its title, how it `begins`, its host, or its day.

        Posts of a network have no title, and all of them its host.
        """
        named = one_line(reading.title or begins or "", limit)
        if named:
            return named
        return host(reading.url) if reading.url else self.voice.say("untitled", day=reading.read_at)

    def title(self, article: Article, reading: Reading) -> str:
        """An article's title, or its site's name, as HTML; a link to it where it has an address."""
        title = article.title or reading.title or (_site(article) if article.url else None)
        shown = one_line(title, LONGEST_TITLE) if title else self.name(reading, opening(article))
        return link(article.url, escape(shown))

    def byline(self, article: Article, minutes: int) -> str:
        """Where an article is from, by whom, of which day, and how long it takes to read, as HTML.

        What stands in the title's place is not repeated.
        """
        day = None if article.published is None else self.voice.day(article.published)
        site = _site(article) if article.title or article.url is None else None
        parts = [site and one_line(site, 60), article.byline and one_line(article.byline, 80), day]
        parts.append(self.voice.say("reading-time", minutes=minutes))
        return escape(self.voice.facts(parts))

    def sentence_place(self, article: Article, sentence: Sentence) -> str:
        """Where a sentence stands, as a link to it: its page, its chapter or its paragraph.

        The only paragraph of a text is no place to tell; where there is no link to it either, this is empty.
        """
        place = article.paragraphs[sentence.paragraph].place
        address = sentence_link(article, sentence)
        number, total = paragraph_number(article, sentence)
        if place:
            told = self.place(place)
        elif total > 1:
            told = self.voice.say("place-paragraph", number=number, total=total)
        else:
            told = self.voice.say("place-text") if address else ""
        return link(address, escape(told))

    def place(self, place: str) -> str:
        """A page or a chapter in words."""
        return self.voice.say("place-page", page=place) if place.isdigit() else one_line(place, 60)


def _site(article: Article) -> str | None:
    """Whose site, or channel, an article is from."""
    return article.site or (host(article.url) if article.url else None)


def sentence_link(article: Article, sentence: Sentence) -> str | None:
    """A link to where a sentence stands: by its words, or in a document with pages by its page."""
    place = article.paragraphs[sentence.paragraph].place
    address = fragment_link(article, sentence)
    return f"{article.url}#page={place}" if address and place and place.isdigit() else address


def host(url: str) -> str:
    """The host of an address as people write it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
