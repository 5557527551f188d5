"""Words that choose what of a feed is told, as people write them: "+bridge +city council -football"."""

from __future__ import annotations

import re

from bot.core.digests.digest import Filters

MOST = 20  # words of each sort
LONGEST = 60  # characters of one
# A sign after a blank begins a word or several; a hyphen inside a word ("covid-19") does not.
SIGNS = ("+", "-", "−", "–")  # as keyboards write them
_WISH = re.compile(r"(?:^|(?<= ))([+\-−–]) ?(.+?)(?= [+\-−–]|$)")


def parse_filters(text: str) -> Filters | None:
    """What the signed words ask for; a comma parts words too. None where there is no signed word."""
    include: list[str] = []
    exclude: list[str] = []
    for sign, words in _WISH.findall(" ".join(text.split())):  # the pattern is quadratic in blanks
        wanted = include if sign == "+" else exclude
        wanted += [" ".join(word.split())[:LONGEST] for word in words.split(",") if word.strip()]
    if not include and not exclude:
        return None
    return Filters(include=tuple(dict.fromkeys(include))[:MOST], exclude=tuple(dict.fromkeys(exclude))[:MOST])
