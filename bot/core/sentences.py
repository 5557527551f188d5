"""Cutting text into sentences: rules for every script, and Punkt where a full stop needs a learned answer."""

from __future__ import annotations

import re

from bot.core import punkt


_CLOSERS = "\"'”’»«›“)\\]}」』】）》〉＂＇"
_CANDIDATE = re.compile(
    rf"(?:[.!?…]+|[。！？｡．؟۔।॥։።។]+)[{_CLOSERS}]*(?=(\s+)|[^\W\d_]|[\u4e00-\u9fff\u3040-\u30ff“「『（]|$)"
)
_LAST_WORD = re.compile(r"\S+")


def cut_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Spans of the sentences; together they cover all that is not blank. Linear in the length of the text."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _CANDIDATE.finditer(text):
        if _ends(text, match, start, language):
            spans.append((start, match.end()))
            start = match.end()
    spans.append((start, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _ends(text: str, match: re.Match[str], start: int, language: str) -> bool:
    mark = match.group()
    spaced = match.group(1) is not None
    if mark[0] in "。！？｡．؟۔।॥։።។":
        return True
    if match.end() == len(text):
        return True
    following = text[match.end() : match.end() + 60].split(maxsplit=1)[0]
    word = text[max(start, match.start() - 40) : match.start()].rpartition(" ")[2]
    if not spaced:
        return (
            mark == "."
            and len(word) > 2
            and word[-2:].islower()
            and word.isalpha()
            and following[0].isupper()
        )
    first = following.lstrip("\"'“„«»‘(¿¡[-–—")[:1]
    if first.islower():
        return False
    if mark[0] != "." or mark[:2] == "..":
        return True
    if language in punkt.MODELS:
        return punkt.ends_sentence(word + ".", following, language)
    return len(word) > 1


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(stripped)
