"""Summaries, answers and lists as messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.chat.views import keyboards
from bot.chat.views.foreign import is_foreign
from bot.chat.views.news import news_block, news_counts
from bot.chat.views.render import Rendered, escape, link, marked, one_line, shortened, tag, units
from bot.chat.views.voice import Voice
from bot.core.article import Article
from bot.core.errors import BotError
from bot.core.models import Sentence
from bot.core.ranking.reasons import Reasons
from bot.core.readings import Layout, Reading
from bot.core.text_fragments import fragment_link
from bot.services.archive import may_help
from bot.services.excerpts import in_context, opening, paragraph_number
from bot.services.reading import MOST_SOURCES, NEWS_ROOM, ROOM
from bot.services.views import (
    AnswerView,
    ArchivedSource,
    CheckView,
    FileSource,
    HistoryPage,
    LinkSource,
    PassageView,
    PhraseFor,
    Source,
    SourceOutcome,
    Span,
    SummaryView,
)

OPEN = 900  # units of a summary that show at once; what follows opens with a tap
WORTH_FOLDING = 250  # units; less than that is not worth a tap
LONGEST_TITLE = 200  # characters
PASSAGE_ROOM = 1800  # characters of a passage with what stands around it: more is the article itself
LONGEST_BRIEF = 300  # characters of a sentence where several articles share a message
REASONED = 90  # characters of a sentence above the line on why it was taken
MOST_REASONED = 12  # sentences that are explained: more would not fit in a message
MOST_RANGES = 8  # of pages that could not be read
LONGEST_QUOTE = 900  # characters of one passage: three of them, with their places, fit in a message
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Sets values as messages, in one language and in the layout that the chat has chosen."""

    voice: Voice
    layout: Layout
    phrase_for: PhraseFor

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
        head = [self._head(view), tag("b", self.voice.html("keywords-title"))]
        return Rendered("\n\n".join(head) + f"\n{body}", keyboards.back_to_summary(self.voice, view, links))

    def context(self, view: SummaryView, links: Sequence[str] = ()) -> Rendered:
        """The summary's sentences, bold, amid those that stand around them."""
        runs = in_context(view.article, view.sentences, room=ROOM, reach=1)
        body = [_amid(run) for run in runs]
        html = "\n\n".join([self._head(view), *body])
        return Rendered(html, keyboards.back_to_summary(self.voice, view, links))

    def reasons(self, view: SummaryView, reasons: Sequence[Reasons], links: Sequence[str] = ()) -> Rendered:
        """The summary's sentences, shortened, each with a line on why it was taken."""
        blocks = [self._head(view), tag("b", self.voice.html("why-title"))]
        for sentence, reason in list(zip(view.sentences, reasons, strict=True))[:MOST_REASONED]:
            quoted = escape(one_line(sentence.text, REASONED))
            blocks.append(f"{tag('i', quoted)}\n{self._reason(reason)}")
        return Rendered("\n\n".join(blocks), keyboards.back_to_summary(self.voice, view, links))

    def _reason(self, reason: Reasons) -> str:
        figures = {"place": reason.place, "total": reason.total, "percent": round(100 * reason.central)}
        if not reason.words:
            return self.voice.html("why-line-alone", **figures)
        words = ", ".join(reason.words)
        return self.voice.html("why-line", words=words, shared=reason.shared, **figures)

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

    def answer(self, view: AnswerView, heading: str | None = None) -> Rendered:
        """The answer to a question; `heading`: the question, where the person has not written it."""
        blocks = [tag("b", escape(heading))] if heading else []
        if not view.found:
            several = len(view.readings) > 1
            blocks.append(self.voice.html("answer-not-found-several" if several else "answer-not-found"))
            blocks += self._other_language(view)
            if view.passages:
                blocks.append(tag("i", self.voice.html("answer-nearest", count=len(view.passages))))
        blocks += [self._passage(view, number) for number in range(len(view.passages))]
        return Rendered("\n\n".join(blocks), keyboards.answer(self.voice, len(view.passages)))

    def _other_language(self, view: AnswerView) -> list[str]:
        """What may be why a question found nothing: the articles are in one language, and it in another."""
        languages = {reading.language for reading in view.readings}
        language = languages.pop() if len(languages) == 1 else None
        if language is None or not is_foreign(view.questions[-1], language, self.voice.messages.locales):
            return []
        return [self.voice.html("answer-language", language=self.voice.language(language))]

    def passage(self, view: AnswerView, number: int, heading: str | None = None) -> Rendered:
        """One passage of an answer amid its text."""
        found = view.passages[number]
        runs = in_context(found.article, [found.sentence], room=PASSAGE_ROOM, reach=4)
        blocks = [tag("b", escape(heading))] if heading else []
        blocks += [*(_amid(run) for run in runs), self._place(view, number)]
        return Rendered("\n\n".join(blocks), keyboards.back_to_answer(self.voice))

    def hits(self, words: str, found: Sequence[PassageView]) -> Rendered:
        """What a search found: each article with the sentence that fits best."""
        if not found:
            return Rendered(self.voice.html("search-nothing", words=one_line(words, 200)))
        blocks = [
            f"{number}. {self._title(hit.article, hit.reading)}\n{tag('blockquote', _quoted(hit))}"
            for number, hit in enumerate(found, start=1)
        ]
        return Rendered(
            "\n\n".join(blocks),
            keyboards.openers([(number, hit.reading) for number, hit in enumerate(found, start=1)]),
        )

    def history(self, page: HistoryPage) -> Rendered:
        """A page of the list of what was read."""
        if not page.readings:
            return Rendered(self.voice.html("articles-none"))
        lines = [
            f"{number}. {self._listed(page, reading)}"
            for number, reading in enumerate(page.readings, start=page.offset + 1)
        ]
        title = tag("b", self.voice.html("articles-title"))
        return Rendered("\n".join([title, "", *lines]), keyboards.history(self.voice, page))

    def check(self, view: CheckView) -> Rendered:
        """Whether a quotation stands in the article."""
        verdict = self.voice.html(f"check-{view.check.verdict}")
        sentence = view.check.sentence
        if sentence is None:
            return Rendered(f"{verdict}\n{self._title(view.article, view.reading)}")
        blocks = [
            verdict,
            tag("blockquote", escape(shortened(sentence.text, LONGEST_QUOTE))),
            self._sentence_place(view.article, sentence),
        ]
        if view.check.differing:
            blocks.insert(2, self.voice.html("check-differing", words=", ".join(view.check.differing)))
        return Rendered("\n\n".join(blocks))

    def name(self, reading: Reading, begins: str | None, limit: int = 60) -> str:
        """What to call a reading in running text: its title, its host, how it `begins`, or its day."""
        if reading.title:
            return one_line(reading.title, limit)
        if reading.url:
            return host(reading.url)
        return one_line(begins or "", limit) or self.voice.say("untitled", day=reading.read_at)

    def _suggested(self, view: SummaryView) -> list[str]:
        phrase = self.phrase_for(view.article.language)
        return [phrase(suggestion) for suggestion in view.suggestions]

    def _head(self, view: SummaryView) -> str:
        lines = [self._title_line(view), self._byline(view.article, view.minutes)]
        if view.archived_on is not None:
            lines.append(tag("i", self.voice.html("note-archived", day=view.archived_on)))
        lines += [tag("i", note) for note in self._missing(view.article)]
        if view.reading.about:
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
            pages = _ranges(article.unread.pictured)
            notes.append(self.voice.html("note-pages-pictured", count=count, pages=pages))
        if article.unread.beyond:
            first, last = article.unread.beyond
            notes.append(self.voice.html("note-pages-beyond", last=first - 1, all=last))
        return notes

    def _title_line(self, view: SummaryView) -> str:
        if view.article.title is None and view.article.url is None:
            return ""
        return tag("b", self._title(view.article, view.reading))

    def _title(self, article: Article, reading: Reading) -> str:
        title = article.title or reading.title
        shown = one_line(title, LONGEST_TITLE) if title else self.name(reading, opening(article))
        return link(article.url, escape(shown))

    def _byline(self, article: Article, minutes: int) -> str:
        day = None if article.published is None else self.voice.day(article.published)
        site = article.site or (host(article.url) if article.url else None)
        parts = [site and one_line(site, 60), article.byline and one_line(article.byline, 80), day]
        parts.append(self.voice.say("reading-time", minutes=minutes))
        return escape(self.voice.facts(parts))

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
                line += " " + tag("i", f"({escape(self._told(place))})")
            lines.append(line)
            told = place
        return lines

    def _sentence(
        self, article: Article, sentence: Sentence, number: int, layout: Layout, longest: int
    ) -> str:
        bullet = "• " if layout is Layout.BULLETS else ""
        address = _address(article, sentence)
        # A no-break space: else the number stands alone on a line of a phone.
        note = "" if address is None else "\u00a0" + link(address, str(number).translate(SUPERSCRIPTS))
        return f"{bullet}{escape(shortened(sentence.text, longest))}{note}"

    def _brief(self, number: int, outcome: SourceOutcome) -> str:
        if outcome.view is None:
            told = "" if outcome.error is None else escape(self.voice.explain(outcome.error))
            return f"{number}. {tag('b', self._source(outcome.source))}\n{told}"
        view = outcome.view
        head = f"{number}. {tag('b', self._title(view.article, view.reading))}\n"
        lines = [self._byline(view.article, view.minutes)]
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

    def _passage(self, view: AnswerView, number: int) -> str:
        return tag("blockquote", _quoted(view.passages[number])) + "\n" + self._place(view, number)

    def _place(self, view: AnswerView, number: int) -> str:
        passage = view.passages[number]
        place = self._sentence_place(passage.article, passage.sentence)
        if len(view.passages) > 1:
            place = f"{number + 1} · {place}"
        if len(view.readings) > 1:
            place += f" · {self._title(passage.article, passage.reading)}"
        return place

    def _sentence_place(self, article: Article, sentence: Sentence) -> str:
        """Where a sentence stands, as a link to it: its page, its chapter or its paragraph."""
        place = article.paragraphs[sentence.paragraph].place
        if place:
            told = self._told(place)
        else:
            number, total = paragraph_number(article, sentence)
            told = self.voice.say("place-paragraph", number=number, total=total)
        return link(_address(article, sentence), escape(told))

    def _told(self, place: str) -> str:
        """A page or a chapter in words."""
        return self.voice.say("place-page", page=place) if place.isdigit() else one_line(place, 60)

    def _news(self, view: SummaryView) -> list[str]:
        return [] if view.news is None else [news_block(self.voice, view.news, NEWS_ROOM)]

    def _listed(self, page: HistoryPage, reading: Reading) -> str:
        name = link(reading.url, escape(self.name(reading, page.openings.get(reading.reading_id), 100)))
        return f"{name} · {escape(self.voice.day(reading.read_at))}"


def missed_links(outcomes: Sequence[SourceOutcome]) -> list[str]:
    """The pages among several sources of which the web archive may have a copy."""
    return [
        outcome.source.url
        for outcome in outcomes
        if outcome.error and isinstance(outcome.source, LinkSource) and may_help(outcome.error)
    ]


def _address(article: Article, sentence: Sentence) -> str | None:
    """A link to where a sentence stands: by its words, or in a document with pages by its page."""
    place = article.paragraphs[sentence.paragraph].place
    if article.url is not None and place and place.isdigit():
        return f"{article.url}#page={place}"
    return fragment_link(article, sentence)


def host(url: str) -> str:
    """The host of an address as people write it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _set(lines: Sequence[str], layout: Layout) -> str:
    return ("\n" if layout is Layout.BULLETS else "\n\n").join(lines)


def _ranges(pages: Sequence[tuple[int, int]]) -> str:
    """Numbers of pages as people write them: "3–5, 9"; of many ranges the first."""
    told = [str(first) if first == last else f"{first}–{last}" for first, last in pages[:MOST_RANGES]]
    return ", ".join(told) + (" …" if len(pages) > MOST_RANGES else "")


def _open_count(sizes: Sequence[int]) -> int:
    """How many sentences show at once: at least one, and all where the rest is not worth a tap."""
    shown, total = 0, 0
    while shown < len(sizes) and (shown == 0 or total + sizes[shown] <= OPEN):
        total += sizes[shown]
        shown += 1
    return len(sizes) if sum(sizes[shown:]) < WORTH_FOLDING else shown


def _amid(run: Sequence[Span]) -> str:
    return "".join(tag("b", escape(span.text)) if span.chosen else escape(span.text) for span in run)


def _quoted(passage: PassageView) -> str:
    text = passage.sentence.text
    shown = text[:LONGEST_QUOTE]
    return marked(shown, passage.matched) + (" […]" if len(shown) < len(text) else "")
