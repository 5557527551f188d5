"""Text without the characters that nobody sees: what every text from outside passes first."""

from __future__ import annotations

import re

# Bidirectional controls can show a text in another order than it has; the rest has no width and splits
# words that a reader sees whole (zero-width space, word joiner, byte order mark, soft hyphen, tags).
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e007f"
)
_UNWANTED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_INVISIBLE}]+")
_LINE_END = re.compile("[\r\x0b\x0c\x85\u2028]")
_PARAGRAPH_END = "\u2029"

# Scripts that write with joiners (Arabic, Syriac, Indic, South-East Asian, Mongolian), and emoji.
_JOINING = "\u0600-\u07bf\u0840-\u0dff\u0e80-\u109f\u1780-\u18af\ua840-\uabff\ufb50-\ufdff\ufe0f\ufe70-\ufefe"
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
_JOINER = re.compile("[\u200c\u200d]")
_LOST_JOINERS = re.compile(f"(?<![{_JOINING}{_EMOJI}])[\u200c\u200d]+")


def clean_text(text: str) -> str:
    r"""The text without NULs, control and invisible characters, lone surrogates and direction overrides.

    Every kind of line end becomes `\n`. The joiners U+200C and U+200D stay after a character of a script
    that writes with them, and in emoji. Nothing else changes; cleaning twice is cleaning once.
    """
    text = _UNWANTED.sub("", text)
    text = _LINE_END.sub("\n", text.replace("\r\n", "\n")).replace(_PARAGRAPH_END, "\n\n")
    return _LOST_JOINERS.sub("", text) if _JOINER.search(text) else text
