"""Which lines and sentences are no prose: headings, bylines, captions, credits, promotions, copyright lines.

A line is judged by how it opens and how it ends, never by a word in its middle: a sentence that mentions
Getty or a newsletter stays prose. The phrases are in `data/notices.txt`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.core.cutting.datelines import is_dateline
from bot.core.data import lines
from bot.core.models import Kind

_LONGEST_NOTICE = 240  # characters; promotions, credits and bylines are short
_LONGEST_CAPTION = 500  # characters of a paragraph that a credit makes a caption
_LONGEST_HEADING = 120  # characters
_LEAD = r"[\s(\"'“”„«»‘’*_~>|•·\-–—►▶▸→⇒📷📸🔔👉➡️⬇️]*"

_NOTICES = lines("notices")
_AGENCIES = "|".join(_NOTICES["agency"])
_GROUPS = (
    f"(?P<{name}>{'|'.join(_NOTICES[name])})" for name in ("promotion", "copyright", "credit", "byline")
)
_OPENING = re.compile(f"{_LEAD}(?:{'|'.join(_GROUPS)})")
_FIGURE = re.compile(_NOTICES["figure"][0], re.IGNORECASE)
_SIGNED = re.compile("|".join(_NOTICES["signature"]))
_SIGNING = ("contribu", "beigetragen", "colabor")  # what each of them has
_LONGEST_SIGNATURE = 120  # characters
_NAME = r"[^\W\d_a-zà-öø-ÿа-яё][\w.’'-]*"
_PARTICLE = "de|da|di|van|von|der|den|del|la|bin|al|and|und|et|y|e|en|och|og|i|и|та"
_BYLINE = re.compile(
    rf"{_NOTICES['byline word'][0]}\s+{_NAME}(?:\s+(?:{_NAME}|{_PARTICLE})){{0,9}}"
    r"(?:\s*[,|•·–—-]\s*.{0,60})?"
)
# "— Jane Roe (@roe) May 4, 2025" and "– Jane Roe, miller" below a quotation.
_SIGNED_QUOTE = re.compile(
    r"(?:[–—]|--) ?(?!(?i:der|die|das|ein|eine|the|an?|le|la|les|el|los|il|lo|un|une|una|den|het|o|os|as) )"
    rf"(?:[^.!?]{{1,60}}\(@\w+\).*|(?:{_NAME} ){{1,3}}{_NAME}, [^.!?]*|{_NAME} [A-Z]\.(?: \([^()]*\))?)",
)
_SOURCES = ("^ ", "↑ ")  # a wiki's footnotes, whose arrow leads back to the text
_CREDIT_WORDS = "photos?|photograph|pool|fotos?|bild|images?|handout|courtesy|via|picture|imagen|фото|file"
_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{2,140})[)\]）][.\s–—-]*$")
_IN_BRACKETS = re.compile(rf"(?i:\b(?:{_CREDIT_WORDS})\b)|[\w.]\s?/\s?\w.*|.*©|^(?:{_AGENCIES})$")
_CREDIT_TEXT = re.compile(rf"(?i:\b(?:photos?|photograph|foto|fotos|bild|фото)\b)|\b(?:{_AGENCIES})\b|©")
# "(Photo: the camp beside the road on the day on which …)": the caption itself in brackets, however long.
_BRACKETED_CAPTION = re.compile(
    r"[(\[（](?i:photos?|fotos?|bild(?:er)?|фото)\s?[:©：][^()\[\]（）]{2,300}[)\]）][.\s]*$"
)
_AGENCY_END = re.compile(rf"(?:[/:|©]|\bvia|—|–)\s?(?:{_AGENCIES})/?\.?\s*$")
_BARE_AGENCY = re.compile(rf"^[^.!?]{{0,60}}\b(?:{_AGENCIES})(?: Images| Photo)?$")
_ENDED = re.compile(r"[.!?…。！？؟۔।॥։።:;,][\"'”’»“)\]」』）*_]*\s*$")
_UNPUNCTUATED = re.compile("[\u0e01-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LETTER = re.compile(r"[^\W\d_]")


def is_heading(line: str) -> bool:
    """Whether a line is as short as a heading and ends without a mark. Its neighbours may say otherwise."""
    if len(line) > _LONGEST_HEADING or not _LETTER.search(line) or _ENDED.search(line[-40:]):
        return False
    if _UNPUNCTUATED.search(line):
        return len(line) <= 50  # no full stops there: only length tells
    if _WIDE.search(line):
        return len(line) <= 40
    return len(line.split()) <= 15 and not line.lstrip("\"'“„«‘([")[:1].islower()


def is_statement(item: str) -> bool:
    """Whether a list item is a sentence that can stand alone: ended by a mark, and five words long."""
    long_enough = len(item) >= 12 if _WIDE.search(item) else len(item.split()) >= 5
    return long_enough and bool(_ENDED.search(item[-40:]))


@lru_cache(maxsize=4_096)
def is_no_prose(sentence: str) -> bool:
    """Whether a sentence is a byline, caption, credit, promotion or copyright line by its own words."""
    return notice(sentence) is not None


def notice(line: str) -> Kind | None:
    """CAPTION for a credit or what ends in one, OTHER for byline, promotion, copyright, links, else None."""
    if _is_row(line) or is_dateline(line) or line.startswith(_SOURCES):
        return Kind.OTHER
    if len(line) > _LONGEST_CAPTION:
        return None
    if _has_credit(line) or _FIGURE.match(line):
        return Kind.CAPTION
    if len(line) > _LONGEST_NOTICE:
        return None
    found = _OPENING.match(line.lower())
    if found is not None:
        return Kind.CAPTION if found.lastgroup == "credit" else Kind.OTHER
    unread = _is_byline(line) or _is_trail(line) or _is_signed(line) or _is_particulars(line)
    return Kind.OTHER if unread else None


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table ("| Wheel | Grain | Year"), however long its cells are."""
    return line.startswith("|") and line.count(" | ") >= _FEWEST_STEPS


def _is_signed(line: str) -> bool:
    """Whether a line ends a report with who helped to write it."""
    if not any(map(line.__contains__, _SIGNING)):
        return False  # as nearly all
    return _SIGNED.search(line[-_LONGEST_SIGNATURE:].lower()) is not None


def _is_particulars(line: str) -> bool:
    """Whether a line is made of figures and their units ("14 lbs. 12.8 oz.")."""
    if len(line) > _LONGEST_PARTICULARS or not line.isascii() or _LONG_WORD.search(line):
        return False
    return (
        len(_FIGURES.findall(line)) >= 2
        and _LETTER.search(line) is not None
        and _FIGURES_AND_UNITS.fullmatch(line) is not None
    )


def _is_byline(line: str) -> bool:
    if len(line) > _LONGEST_HEADING:
        return False
    is_written_by = not line.endswith(".") and _BYLINE.fullmatch(line) is not None
    return is_written_by or (line.startswith(("–", "—", "-")) and _SIGNED_QUOTE.fullmatch(line) is not None)


def _is_trail(line: str) -> bool:
    """Whether a line is the way to a page, or a row of links: "Home > Guides > Tea", "Privacy | Terms"."""
    if line.count(" — ") + line.count(" – ") >= _FEWEST_DASHES:
        steps = _DASH.split(line)
    elif len(_LEADING.findall(line)) >= _FEWEST_STEPS:
        steps = _STEP.split(line)
    else:
        return False  # as nearly all lines: splitting takes far longer
    return len(steps) > _FEWEST_STEPS and all(
        len(step) <= _LONGEST_STEP and not _SENTENCE_END.search(step) for step in steps
    )


# A mark that leads on: the arrow may stand without blanks, what also joins words may not.
_STEP = re.compile(r"\s*[>›»→▸▶＞｜]\s*|\s[|/·•・／]\s|\s?・\s|(?<=[\u3040-\u30ff\u3400-\u9fff])\s?[|｜]\s?")
_LEADING = re.compile("[>›»→▸▶＞｜|/·•・／]")
_FEWEST_STEPS, _LONGEST_STEP = 2, 60
_DASH = re.compile(" [–—] ")
_FEWEST_DASHES = (
    4  # a sentence has two, a row of links "world file — USE flags — ebuilds — profiles — FAQ" more
)
_LONGEST_PARTICULARS = 60  # characters
_LONG_WORD = re.compile(r"[a-zA-Z]{4}")
_FIGURES = re.compile(r"\d[\d.,/]*")
# Possessive: "1,1,1,1,1" could be cut into figures in more ways than a day has time for.
_FIGURES_AND_UNITS = re.compile(r"(?:\W*+\d[\d.,/]*+(?:\s?[a-zA-Z]{1,3}\b)?+)++\W*")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|[…。！？؟۔।«]")


def _has_credit(line: str) -> bool:
    """Whether a line ends as captions do: "(Jane Roe/AP)", "Photo via AP", "/Getty Images"."""
    if _BRACKETED_CAPTION.search(line[-320:]):
        return True
    tail = line[-160:]
    brackets = _BRACKETS.search(tail)
    if brackets is not None:
        return bool(_IN_BRACKETS.search(brackets[1]) and _CREDIT_TEXT.search(brackets[1]))
    return bool(_AGENCY_END.search(tail[-60:]) or (len(line) <= 80 and _BARE_AGENCY.match(line)))
