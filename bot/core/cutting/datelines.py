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


def dateline_end(text: str) -> int:
    """Where the dateline of a paragraph ends that begins with one; 0 where it has none."""
    if not _BRACKET.search(text, 0, _LONGEST):
        return 0  # as nearly all
    found = _DATELINE.match(text, 0, _LONGEST + 40)
    return found.end() if found else 0
