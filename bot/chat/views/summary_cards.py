"""Summaries as messages: of one article or of several, with what the buttons under them show instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.views import keyboards
from bot.chat.views.labels import Labels, host, sentence_link
from bot.chat.views.news import news_block, news_counts
from bot.chat.views.quoting import amid
from bot.chat.views.render import Rendered, escape, link, one_line, shortened, tag, units
from bot.chat.views.voice import Voice
from bot.core.article import Article
from bot.core.errors import BotError
from bot.core.models import Sentence
from bot.core.ranking.reasons import Reasons
from bot.core.readings import Layout
from bot.messages import QuestionPhrase
from bot.services.archive import may_help
from bot.services.excerpts import in_context
from bot.services.reading import MOST_SOURCES
from bot.services.summarizing import NEWS_ROOM, ROOM
from bot.services.views import (
    ArchivedSource,
    FileSource,
    LinkSource,
    Source,
    SourceOutcome,
    SummaryView,
)

OPEN = 900  # units of a summary that show at once; what follows opens with a tap
WORTH_FOLDING = 250  # units; less than that is not worth a tap
LONGEST_BRIEF = 300  # characters of a sentence where several articles share a message
REASONED = 90  # characters of a sentence above the line on why it was taken
MOST_REASONED = 12  # sentences that are explained: more would not fit in a message
MOST_RANGES = 8  # of pages that could not be read
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryCards:
    """Sets summaries as messages, in one language and in the layout that the chat has chosen."""

    voice: Voice
    layout: Layout

    @property
    def labels(self) -> Labels:
        """What articles and places are called."""
        return Labels(self.voice)

    def summary(self, view: SummaryView, links: Sequence[str] = ()) -> Rendered:
        """The reply to an article; `links` are those that stood in its text and get a button each."""
        suggestions = self._suggested(view)
        return Rendered(
            "\n\n".join([self._head(view), *self._news(view), *self._sentences(view)]),
            keyboards.summary(self.voice, view, suggestions, links),
        )

    def short_text(self, view: SummaryView) -> Rendered:
        """Text that is too short to leave anything out: it comes back as it is."""
        return Rendered(escape(view.article.text))

    def keywords(self, view: SummaryView, words: Sequence[str], links: Sequence[str] = ()) -> Rendered:
        """An article's keywords in place of its summary."""
        body = "\n".join(f"• {escape(word)}" for word in words) or self.voice.html("keywords-none")
        # They are the whole article's, whatever the summary was about.
        head = [self._head(view, aim=False), tag("b", self.voice.html("keywords-title"))]
        return Rendered("\n\n".join(head) + f"\n{body}", keyboards.back_to_summary(self.voice, view, links))

    def context(self, view: SummaryView, links: Sequence[str] = ()) -> Rendered:
        """The summary's sentences, bold, amid those that stand around them."""
        runs = in_context(view.article, view.sentences, room=ROOM, reach=1)
        body = [amid(run) for run in runs]
        html = "\n\n".join([self._head(view), *body])
        return Rendered(html, keyboards.back_to_summary(self.voice, view, links))

    def reasons(self, view: SummaryView, reasons: Sequence[Reasons], links: Sequence[str] = ()) -> Rendered:
        """The summary's sentences, shortened, each with a line on why it was taken."""
        blocks = [self._head(view), tag("b", self.voice.html("why-title"))]
        for sentence, reason in list(zip(view.sentences, reasons, strict=True))[:MOST_REASONED]:
            quoted = escape(one_line(sentence.text, REASONED))
            blocks.append(f"{tag('i', quoted)}\n{self._reason(reason)}")
        return Rendered("\n\n".join(blocks), keyboards.back_to_summary(self.voice, view, links))

    def several(self, outcomes: Sequence[SourceOutcome], left_out: int) -> Rendered:
        """Short summaries of several sources; `left_out`: how many more there were. May need splitting."""
        numbered = list(enumerate(outcomes, start=1))
        blocks = [self._brief(number, outcome) for number, outcome in numbered]
        if left_out:
            blocks.append(self.voice.html("sources-left-out", count=left_out, read=MOST_SOURCES))
        read = [(number, outcome.view.reading) for number, outcome in numbered if outcome.view]
        missed = [number for number, outcome in numbered if missed_links([outcome])]
        return Rendered("\n\n".join(blocks), keyboards.several(self.voice, read, missed))

    def failure(self, error: BotError) -> Rendered:
        """What was wrong with a page, and the way to a copy of it."""
        return Rendered(escape(self.voice.explain(error)), keyboards.failure(self.voice))

    def _reason(self, reason: Reasons) -> str:
        figures = {"place": reason.place, "total": reason.total, "percent": round(100 * reason.central)}
        if not reason.words:
            return self.voice.html("why-line-alone", **figures)
        words = self.voice.listed(reason.words)
        return self.voice.html("why-line", words=words, shared=reason.shared, **figures)

    def _suggested(self, view: SummaryView) -> list[str]:
        phrase = QuestionPhrase(view.article.language)
        return [phrase(suggestion) for suggestion in view.suggestions]

    def _head(self, view: SummaryView, *, aim: bool = True) -> str:
        lines = [self._title_line(view), self.labels.byline(view.article, view.minutes)]
        if view.archived_on is not None:
            lines.append(tag("i", self.voice.html("note-archived", day=view.archived_on)))
        lines += [tag("i", note) for note in self._missing(view.article)]
        if aim and view.reading.about:
            key = "note-about-nothing" if view.off_topic else "note-about"
            lines.append(tag("i", self.voice.html(key, about=one_line(view.reading.about, 80))))
        return "\n".join(line for line in lines if line)

    def _missing(self, article: Article) -> list[str]:
        """What is said of the rest of an article that was read in part."""
        if article.unread is None:
            return [self.voice.html("note-partial")] if article.partial else []
        notes = []
        if article.unread.pictured:
            count = sum(last - first + 1 for first, last in article.unread.pictured)
            pages = _ranges(self.voice, article.unread.pictured)
            notes.append(self.voice.html("note-pages-pictured", count=count, pages=pages))
        if article.unread.beyond:
            first, last = article.unread.beyond
            notes.append(self.voice.html("note-pages-beyond", last=first - 1, all=last))
        return notes

    def _title_line(self, view: SummaryView) -> str:
        if view.article.title is None and view.article.url is None:
            return ""
        return tag("b", self.labels.title(view.article, view.reading))

    def _sentences(self, view: SummaryView) -> list[str]:
        """The sentences, the first of them open and the rest folded where they are many."""
        lines = self._lines(view, self.layout, ROOM)
        sizes = [units(sentence.text) for sentence in view.sentences]
        shown = _open_count(sizes)
        blocks = [_set(lines[:shown], self.layout)]
        if shown < len(lines):
            blocks.append(f"<blockquote expandable>{_set(lines[shown:], self.layout)}</blockquote>")
        return blocks

    def _lines(self, view: SummaryView, layout: Layout, longest: int) -> list[str]:
        """The sentences; each says its page or chapter where that is another than the one before it."""
        lines: list[str] = []
        told: str | None = None
        for number, sentence in enumerate(view.sentences, start=1):
            place = view.article.paragraphs[sentence.paragraph].place
            line = self._sentence(view.article, sentence, number, layout, longest)
            if place and place != told:
                line += " " + tag("i", f"({escape(self.labels.place(place))})")
            lines.append(line)
            told = place
        return lines

    def _sentence(
        self, article: Article, sentence: Sentence, number: int, layout: Layout, longest: int
    ) -> str:
        bullet = "• " if layout is Layout.BULLETS else ""
        address = sentence_link(article, sentence)
        # A no-break space: else the number stands alone on a line of a phone.
        note = "" if address is None else "\u00a0" + link(address, str(number).translate(SUPERSCRIPTS))
        return f"{bullet}{escape(shortened(sentence.text, longest))}{note}"

    def _brief(self, number: int, outcome: SourceOutcome) -> str:
        if outcome.view is None:
            told = "" if outcome.error is None else escape(self.voice.explain(outcome.error))
            return f"{number}. {tag('b', self._source(outcome.source))}\n{told}"
        view = outcome.view
        head = f"{number}. {tag('b', self.labels.title(view.article, view.reading))}\n"
        lines = [self.labels.byline(view.article, view.minutes)]
        lines += [tag("i", note) for note in self._missing(view.article)]
        if view.news is not None:
            title = self.voice.html("news-title", day=view.news.since)
            lines.append(tag("i", f"{title} {news_counts(self.voice, view.news)}"))
        lines += self._lines(view, Layout.BULLETS, LONGEST_BRIEF)
        return head + _set(lines, Layout.BULLETS)

    def _source(self, source: Source) -> str:
        match source:
            case LinkSource(url=url) | ArchivedSource(url=url):
                return link(url, escape(host(url)))
            case FileSource(name=str(name)):
                return escape(one_line(name, 80))
            case _:
                return self.voice.html("untitled-source")

    def _news(self, view: SummaryView) -> list[str]:
        return [] if view.news is None else [news_block(self.voice, view.news, NEWS_ROOM)]


def missed_links(outcomes: Sequence[SourceOutcome]) -> list[str]:
    """The pages among several sources of which the web archive may have a copy."""
    return [
        outcome.source.url
        for outcome in outcomes
        if outcome.error and isinstance(outcome.source, LinkSource) and may_help(outcome.error)
    ]


def _set(lines: Sequence[str], layout: Layout) -> str:
    return ("\n" if layout is Layout.BULLETS else "\n\n").join(lines)


def _ranges(voice: Voice, pages: Sequence[tuple[int, int]]) -> str:
    """Numbers of pages as people write them: "3–5, 9"; of many ranges the first."""
    told = [str(first) if first == last else f"{first}–{last}" for first, last in pages[:MOST_RANGES]]
    return voice.listed(told) + (" …" if len(pages) > MOST_RANGES else "")


def _open_count(sizes: Sequence[int]) -> int:
    """How many sentences show at once: at least one, and all where the rest is not worth a tap."""
    shown, total = 0, 0
    while shown < len(sizes) and (shown == 0 or total + sizes[shown] <= OPEN):
        total += sizes[shown]
        shown += 1
    return len(sizes) if sum(sizes[shown:]) < WORTH_FOLDING else shown
