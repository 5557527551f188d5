"""Where a Thai sentence ends. Thai writes blanks between clauses and sentences, and no full stops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.lexicon.scripts import THAI

_BLANK = re.compile(r"(?<=[^\s])\s+(?=\S)")
_THAI = re.compile(f"[{THAI}]")
# Words that open a sentence when a blank stands before them, and final particles that close one.
_OPENERS = re.compile(
    "แต่|อย่างไรก็ตาม|นอกจากนี้|นอกจากนั้น|ดังนั้น|เพราะฉะนั้น|ทั้งนี้|จากนั้น|ต่อมา|ในขณะเดียวกัน|ขณะเดียวกัน|ส่วน|"
    "เมื่อ|หลังจาก|ก่อนหน้านี้|ในปี|ใน|เขา|เธอ|ฉัน|ผม|เรา|พวกเขา|มัน|นี่|นั่น|สิ่งนี้|ซึ่งทำให้|โดยเฉพาะ|ปัจจุบัน|วันนี้|ขณะที่|"
    "แม้|ถ้า|หาก|สำหรับ|นาย|นาง|นางสาว|รัฐบาล|การ|ความ|ผู้|ตาม|อีกทั้ง|สุดท้าย|แล้ว"
)
_CLOSERS = re.compile("(?:ครับ|ค่ะ|คะ|นะ|แล้ว|ไหม|หรือไม่|หรือเปล่า|ด้วย|เอง|เท่านั้น|กัน|มาก|ฯลฯ|จ้ะ|จ๊ะ|สิ|เลย|อีกด้วย|ๆ)$")
_SHORT, _LONG = 45, 140  # characters: below, only a clear sign ends a sentence; above, any blank does


def thai_boundaries(text: str, start: int, end: int) -> Iterator[int]:
    """Ends of the sentences between two places, the last one left out."""
    for match in _BLANK.finditer(text, start, end):
        if _ends(text, match, start, end):
            start = match.end()
            yield start


def _ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    before = text[max(start, match.start() - 20) : match.start()]
    after = text[match.end() : min(end, match.end() + 20)]
    if before[-1] in "!?…" or (before[-1] == "." and len(before) > 3 and not before[-2].isdigit()):
        return True
    if not _THAI.match(after) or not _THAI.match(before[-1]):
        return False
    length = match.start() - start
    if _CLOSERS.search(before):
        return length >= 8
    if _OPENERS.match(after):
        return length >= _SHORT
    return length >= _LONG
