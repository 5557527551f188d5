"""Cutting text into sentences: rules for every script, and Punkt where a full stop needs a learned answer.

Every decision looks at a window of fixed size, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from bot.core.cutting.boundaries import FINAL, OPENERS, Mark, ends_sentence
from bot.core.cutting.datelines import dateline_end
from bot.core.cutting.thai import thai_boundaries

Span = tuple[int, int]

_CLOSERS = "\"'”’»«›‹“‘)\\]}」』】）》〉＂＇*_"
_FOOTNOTE = r"(?:\[[^\[\]\s]{1,12}\])*"
_MARKS = f".!?…{FINAL}"
# Marks behind a mark. Dots that lead to a page's number end no sentence: each was tried with each end of
# their run, and five thousand took three seconds.
_RUN = "{0,60}"
# One character class first: the engine then skips to the next mark at full speed.
_CANDIDATE = re.compile(
    rf"[{_MARKS}][{_MARKS}{_CLOSERS}]{_RUN}(?:[ \u00a0\u202f]»(?=[\s.,;:]|$))?{_FOOTNOTE}[¹²³⁰-⁹]*"
    rf"(?=(?P<blank>\s)|[^\W\d_]|[{re.escape(OPENERS)}「『（【《]|$)"
)
_TWO_INITIALS = re.compile(r"[ .(]?[A-Z]\. [A-Z]\.")
_GREEK_QUESTION = re.compile(r"[;\u037e][»”\"]*(?=(?P<blank>\s)\s*[^\W\d_a-zα-ωάέήίόύώϊϋΐΰ])")
_NEXT = re.compile(rf"\s*(?:[{re.escape(OPENERS)}]+\s?)*(\S{{0,40}})")
_HARD = re.compile(
    r"\n[^\S\n]*\n\s*|\n(?=[^\S\n]*(?:[-*•·‣▪]|\d{1,2}[.)])[^\S\n])|(?<=\S)[^\S\n]+(?=[•‣▪●][^\S\n])"
)
_HARD_SIGN = re.compile("[\n•‣▪●]")  # most paragraphs have none, and it is found much quicker
_PAIRS = {"「": "」", "『": "』", "（": "）", "《": "》", "“": "”"}
_BRACKET = re.compile("[「『（《“」』）》”]")
_LONGEST_QUOTE = 100  # characters; a longer one is cut inside
LONGEST_SENTENCE = (
    2_000  # characters; text without marks (a transcript) is cut at the last comma or blank before
)
_SAMPLE = 2_000  # characters that are looked at to see whether the text uses capital letters
_ALPHANUMERIC = re.compile(r"[^\W_]")
_BREAK = re.compile(r"[;；,，、،]\s*|\s+")


def cut_sentences(text: str, language: str) -> list[Span]:
    """Spans of the sentences; together they cover all that is not blank.

    Blank lines and list items are borders. A closing quote or bracket belongs to the sentence that it closes.
    An agency's dateline is a piece of its own. A sentence is at most `LONGEST_SENTENCE` characters long.
    """
    cased = any(map(str.isupper, text[:_SAMPLE]))
    dated = dateline_end(text)
    spans: list[Span] = [(0, dated)] if dated else []
    for start, end in _hard_parts(text, dated):
        spans.extend(_cut(text, start, end, language, cased=cased))
    trimmed = (_trim(text, start, end) for start, end in spans)
    return list(_without_crumbs(text, [span for span in trimmed if span]))


def has_more_marks(text: str, most: int) -> bool:
    """Whether more than `most` marks could end a sentence; a quick look, before any of them is weighed."""
    if sum(map(text.count, _MARKS)) <= most:
        return False
    return next(islice(_CANDIDATE.finditer(text), most, None), None) is not None


def _hard_parts(text: str, start: int) -> Iterator[Span]:
    for match in _HARD.finditer(text, start) if _HARD_SIGN.search(text) else ():
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _cut(text: str, start: int, end: int, language: str, *, cased: bool) -> Iterator[Span]:
    for border in _borders(text, start, end, language, cased=cased):
        yield from _bounded(text, start, border)
        start = border
    yield from _bounded(text, start, end)


def _borders(text: str, start: int, end: int, language: str, *, cased: bool) -> Iterator[int]:
    if language == "th":
        yield from thai_boundaries(text, start, end)
        return
    quotes = _short_quotes(text, start, end) if language in {"zh", "ja"} else None
    for match in _candidates(text, start, end, language):
        if _is_chain_of_initials(text, match, start):
            continue
        if quotes is not None and _inside(quotes, match.start(), match.end()):
            continue
        mark = _mark(text, match, start, end)
        if ends_sentence(mark, language, cased=cased):
            start = _end_of(text, match, start)
            yield start


def _is_chain_of_initials(text: str, match: re.Match[str], start: int) -> bool:
    """Whether this is the first full stop of "J. R."; a shortcut that keeps hostile "A. A. A. …" quick."""
    place = match.start()
    around = text[max(start, place - 2) : place + 4]
    return (
        len(around) > 4
        and around[-3:-2] == " "
        and around[-1] == "."
        and bool(_TWO_INITIALS.fullmatch(around))
    )


def _candidates(text: str, start: int, end: int, language: str) -> Iterator[re.Match[str]]:
    if language != "el":
        return _CANDIDATE.finditer(text, start, end)
    both = [*_CANDIDATE.finditer(text, start, end), *_GREEK_QUESTION.finditer(text, start, end)]
    return iter(sorted(both, key=re.Match.start))


def _mark(text: str, match: re.Match[str], start: int, end: int) -> Mark:
    first = max(start, match.start() - 40)
    after = match.end()
    found = _NEXT.match(text, after, min(end, after + 60))
    return Mark(
        mark=match.group(),
        before=text[first : match.start()],
        first=first == start,
        spaced=match["blank"] is not None,
        after=found[1] if found else "",
        further=text[after : after + 60].lstrip(),
    )


def _end_of(text: str, match: re.Match[str], start: int) -> int:
    """The end of the sentence: before an opening quote that is glued to the mark ('end.“Next')."""
    end = match.end()
    if match["blank"] is None and end < len(text) and text[end].isalpha():
        last = text[end - 1]
        if last in "“‘«‹" or (last == '"' and text.count('"', start, end - 1) % 2 == 0):
            return end - 1
    return end


def _short_quotes(text: str, start: int, end: int) -> list[Span]:
    """Quotes and brackets that are short enough to keep whole, outermost, in order."""
    found: list[Span] = []
    stack: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text, start, end):
        character = match.group()
        if character in _PAIRS:
            stack.append((_PAIRS[character], match.start()))
        elif stack and stack[-1][0] == character:
            opened = stack.pop()[1]
            if match.start() - opened <= _LONGEST_QUOTE:
                while found and found[-1][0] > opened:
                    found.pop()
                found.append((opened, match.start()))
    return found


def _inside(quotes: list[Span], position: int, end: int) -> bool:
    """Whether a mark stands inside one of the quotes; one that takes the closing quote with it ends
    outside.
    """
    index = bisect_right(quotes, (position, 1 << 62)) - 1
    return index >= 0 and quotes[index][0] < position and end <= quotes[index][1]


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_SENTENCE:
        border = start + LONGEST_SENTENCE
        for match in _BREAK.finditer(text, start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE):
            border = match.end()
        yield start, border
        start = border
    yield start, end


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(stripped)


def _without_crumbs(text: str, spans: list[Span]) -> Iterator[Span]:
    """The spans; one without a letter or a digit joins the sentence before it (or after it, at the start)."""
    pending: Span | None = None
    for start, end in spans:
        if pending is None:
            pending = start, end
        elif _has_word(text, start, end) and _has_word(text, *pending):
            yield pending
            pending = start, end
        else:
            pending = pending[0], end
    if pending is not None:
        yield pending


def _has_word(text: str, start: int, end: int) -> bool:
    return _ALPHANUMERIC.search(text, start, end) is not None
