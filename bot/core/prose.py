"""Which lines and sentences are no prose: headings, bylines, captions, credits, promotions, copyright lines."""

from __future__ import annotations

import re


_END = re.compile(r"[.!?…。！？؟۔।:;][\"'”’»“)\]]*$")
_CREDIT = re.compile(
    r"\([^()]{0,120}(?:/|\bvia )[^()]{0,60}\)\.?$|^\(?(?:photo|image|foto|fotos|bild|picture|фото|photograph|credit|source|quelle)\s*:|"
    r"\bGetty Images\)?$|^©|^\(c\) |^copyright\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:By|Von|Par|Por|Di|Текст:|Автор:|Text:)\s+(?:[A-ZÄÖÜА-ЯЁ][\w.’'-]*\s*(?:,|and|und|et|y|e|и)?\s*){1,8}$"
)
_PROMOTION = re.compile(
    r"^(?:sign up (?:for|to)|subscribe (?:to|now|for)|read more\b|follow us|get our|click here|related:|newsletter\b|"
    r"lesen sie (?:auch|mehr)|mehr zum thema|abonnieren sie|подпис|читайте также|lire aussi|abonnez-vous)",
    re.IGNORECASE,
)


def is_heading(line: str) -> bool:
    """A short line that ends without a sentence's end."""
    return (
        len(line) <= 120
        and len(line.split()) <= 15
        and not _END.search(line)
        and any(c.isalpha() for c in line)
    )


def is_no_prose(sentence: str) -> bool:
    """A byline, caption, credit, promotion or copyright line, told from its own words."""
    return bool(_CREDIT.search(sentence) or _BYLINE.search(sentence) or _PROMOTION.search(sentence))
