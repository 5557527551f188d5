"""Links as people write them in a plain text."""

from __future__ import annotations

import re

from bot.core.data import words
from bot.core.errors import NotALinkError
from bot.core.links import clean_url

_LINK = re.compile(
    r"(?i:https?)://[^\s<>\"“”„«»‘。，、！？；：（）「」『』【】《》\x00-\x1f]+"
    r"|(?<![\w@./:%=&?#-])(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,4}[^\W\d_]{2,18}(?::\d{2,5})?"
    r"(?![\w@-])(?:[/?#][^\s<>\"“”„«»‘。，、！？；：（）「」『』【】《》\x00-\x1f]*)?"
)
# Endings that make "example.org" a link without "https://"; no word of a language is among them ("know.it").
_ENDINGS = frozenset(words("small_words")["endings"])
_FILES = frozenset(
    ["py", "rs", "md", "sh", "pl", "cc", "js", "ts", "vb", "ps", "so", "mk"]
)  # also country codes
_TRAILING = ".,;:!?'’\"*_~…|"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def find_links(text: str) -> list[str]:
    """The web links that stand in a plain text, in order, each once, not cleaned.

    A bare domain counts with a path or a common ending ("example.org", but not "setup.py") and gets
    "https://". Marks and brackets that belong to the sentence around a link are left out.
    """
    found: dict[str, None] = {}
    for match in _LINK.finditer(text):
        link = _without_tail(match.group())
        if "://" not in link[:8]:
            if not _is_domain(link):
                continue
            link = f"https://{link}"
        try:
            clean_url(link)
        except NotALinkError:
            continue
        found.setdefault(link)
    return list(found)


def _without_tail(link: str) -> str:
    """The link without the sentence's marks behind it; a bracket goes when its partner is not in the link."""
    counts = {mark: link.count(mark) for mark in "()[]{}"}
    end = len(link)
    while end:
        last = link[end - 1]
        if last in _BRACKETS and counts[last] > counts[_BRACKETS[last]]:
            counts[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return link[:end]


def _is_domain(link: str) -> bool:
    host, _, rest = link.partition("/")
    host = re.split("[:?#]", host)[0]
    ending = host.rpartition(".")[2].lower()
    if rest or "?" in link:
        return ending.isalpha() and host.count(".") >= 1 and ending not in _FILES - _ENDINGS
    return (ending in _ENDINGS and ending not in _FILES) or host.lower().startswith("www.")
