"""Answers, what a search or a check found, and the list of what was read, as messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.views import keyboards
from bot.chat.views.foreign import is_foreign
from bot.chat.views.labels import Labels
from bot.chat.views.quoting import LONGEST_QUOTE, amid, quoted
from bot.chat.views.render import Rendered, escape, link, one_line, shortened, tag
from bot.chat.views.voice import Voice
from bot.core.readings import Reading
from bot.services.excerpts import in_context
from bot.services.views import AnswerView, CheckView, HistoryPage, PassageView

PASSAGE_ROOM = 1800  # characters of a passage with what stands around it: more is the article itself


@dataclass(frozen=True, slots=True)
class AnswerCards:
    """Sets what was found as messages, in one language."""

    voice: Voice

    @property
    def labels(self) -> Labels:
        """What articles and places are called."""
        return Labels(self.voice)

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

    def passage(self, view: AnswerView, number: int, heading: str | None = None) -> Rendered:
        """One passage of an answer amid its text."""
        found = view.passages[number]
        runs = in_context(found.article, [found.sentence], room=PASSAGE_ROOM, reach=4)
        blocks = [tag("b", escape(heading))] if heading else []
        blocks += [*(amid(run) for run in runs), self._place(view, number)]
        return Rendered("\n\n".join(filter(None, blocks)), keyboards.back_to_answer(self.voice))

    def hits(self, words: str, found: Sequence[PassageView], guessed: Sequence[PassageView] = ()) -> Rendered:
        """What a search found: each article with the sentence that fits best; where nothing was found, so it
        says, with what may be meant.
        """
        blocks = []
        if not found:
            blocks.append(self.voice.html("search-nothing", words=one_line(words, 200)))
            if not guessed:
                return Rendered(blocks[0])
            blocks.append(tag("i", self.voice.html("search-guessed")))
            found = guessed
        blocks += [
            f"{number}. {self.labels.title(hit.article, hit.reading)}\n{tag('blockquote', quoted(hit))}"
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
            return Rendered(f"{verdict}\n{self.labels.title(view.article, view.reading)}")
        blocks = [
            verdict,
            tag("blockquote", escape(shortened(sentence.text, LONGEST_QUOTE))),
        ]
        if view.check.differing:
            words = self.voice.listed(view.check.differing)
            blocks.append(self.voice.html("check-differing", words=words))
        facts = [self.labels.sentence_place(view.article, sentence)]
        if view.among > 1:
            facts.append(self.labels.title(view.article, view.reading))
        blocks.append(" · ".join(filter(None, facts)))
        return Rendered("\n\n".join(filter(None, blocks)))

    def _other_language(self, view: AnswerView) -> list[str]:
        """What may be why a question found nothing: the articles are in one language, and it in another."""
        languages = {reading.language for reading in view.readings}
        language = languages.pop() if len(languages) == 1 else None
        if language is None or not is_foreign(view.questions[-1], language, self.voice.messages.locales):
            return []
        return [self.voice.html("answer-language", language=self.voice.language(language))]

    def _passage(self, view: AnswerView, number: int) -> str:
        lines = [tag("blockquote", quoted(view.passages[number])), self._place(view, number)]
        return "\n".join(filter(None, lines))

    def _place(self, view: AnswerView, number: int) -> str:
        """Which passage it is, where it stands and in which article, as far as there is more than one."""
        passage = view.passages[number]
        facts = [str(number + 1)] if len(view.passages) > 1 else []
        facts.append(self.labels.sentence_place(passage.article, passage.sentence))
        if len(view.readings) > 1:
            facts.append(self.labels.title(passage.article, passage.reading))
        return " · ".join(filter(None, facts))

    def _listed(self, page: HistoryPage, reading: Reading) -> str:
        name = link(
            reading.url, escape(self.labels.name(reading, page.openings.get(reading.reading_id), 100))
        )
        return f"{name} · {escape(self.voice.day(reading.read_at))}"
