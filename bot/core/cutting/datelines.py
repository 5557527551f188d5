"""The mark of an agency that a report begins with: "LONDON, May 5 (Reuters) - ", "(CNN)". It is no part of
the first sentence.
"""

from __future__ import annotations

import re

from bot.core.data import lines

_LONGEST = 80  # characters
_AGENCY = rf"[(\[/](?:{'|'.join(lines('notices')['agency'])})[)\]/]"
_BRACKET = re.compile(r"[(\[/]")
_DASH = r"\s*[-–—]{1,2}\s*"
# With a place before it the dash tells, or that the text follows without a blank: "the British Broadcasting
# Corporation (BBC) said" is no dateline; and a report begins with a capital: "(EPA) – which sets limits" is
# none.
_DATELINE = re.compile(
    rf"(?:{_AGENCY}(?:{_DASH})?\s*|[^\W\d_][^()\n]{{1,60}}? {_AGENCY}(?:{_DASH}|(?<=/)\.\s|(?=[^\W_])))"
    r"(?=[^\W_a-zà-öø-ÿа-яё]|[\"“„«‘'¿¡])"
)
# "LOWICK, Dec 20, 2025 (LNA) - ": of any agency, behind a place in capitals and a date.
_PLACED = re.compile(
    r"[^\W\d_a-zà-ÿа-яё][^\Wa-zà-ÿа-яё]{2,}[^()\n]{0,30}, [^()\n]{0,20}\d [(][A-Z]{2,8}[)]\s*[-–—]{1,2}\s+"
)
# 新华社北京5月4日电（记者 …）
_WIRED = re.compile(
    r"(?:【?[^\W\d]{2,7}(?:社|网|报|台)】?)[^\W\d]{0,8}(?:\d{1,2}月)?\d{1,2}日(?:电|讯|消息)"
    r"(?:\s*[（(](?:记者|作者|编辑|通讯员)[^（）()]{1,30}[)）])?(?:[\s：:]+|(?<=[)）])|$)"
)


def is_dateline(text: str) -> bool:
    """Whether a text is a Chinese dateline, or one of an agency that is not known, and nothing else."""
    told = _WIRED.match(text) if "日" in text else _PLACED.match(f"{text} ")
    return told is not None and told.end() >= len(text)


def dateline_end(text: str) -> int:
    """Where the dateline of a paragraph ends that begins with one; 0 where it has none."""
    wired = _WIRED.match(text, 0, _LONGEST) if "日" in text[:_LONGEST] else None
    if wired:
        return wired.end()
    if not _BRACKET.search(text, 0, _LONGEST):
        return 0  # as nearly all
    placed = _PLACED.match(text, 0, _LONGEST + 40)
    if placed:
        return placed.end()
    found = _DATELINE.match(text, 0, _LONGEST + 40)
    return found.end() if found else 0
