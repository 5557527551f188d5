"""Which encoding bytes are in that no one declares: the one in which they are most like a language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.core.language import likely_languages

# In the order in which they win where two read the same: the web's and Windows' before the rest.
_SINGLE = (
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1254",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp1257",
    "koi8-r",
    "koi8-u",
    "cp874",
    "iso8859-2",
    "iso8859-5",
    "iso8859-15",
    "cp866",
    "cp1258",
)
_DOUBLE = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")
_SAMPLE = 4_000  # characters that a candidate is judged by
# Letters besides A to Z that a language is written with in Latin script.
_LETTERS = {
    "de": "äöüßé",
    "en": "éèêëïçñôöüæ",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "es": "áéíñóúüªº",
    "pt": "áâãàçéêíóôõúüªº",
    "gl": "áéíñóúü",
    "ca": "àçéèíïóòúü·ñ",
    "it": "àèéìíîòóùúªº",
    "nl": "áäèéëïíóöüĳ",
    "af": "áäêéèëîïôöû",
    "sv": "åäöéüà",
    "da": "åæøéäöü",
    "nb": "åæøéòôóüäö",
    "nn": "åæøéòôóüäö",
    "fi": "åäöšžé",
    "et": "äõöüšž",
    "is": "áðéíóúýþæö",
    "fo": "áðíóúýæø",
    "ga": "áéíóú",
    "cy": "âêîôûŵŷáéïöä",
    "sq": "çë",
    "eu": "ñçü",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýžöüä",
    "sk": "áäčďéíĺľňóôŕšťúýžöüě",
    "hu": "áéíóöőúüűä",
    "ro": "ăâîșțşţ",
    "hr": "čćđšž",
    "bs": "čćđšž",
    "sl": "čćđšžéö",
    "tr": "çğıöşüİâîû",
    "az": "çəğıöşüİ",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūžō",
    "id": "éè",
    "ms": "éè",
    "tl": "ñ",
    "vi": "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ\u0300\u0301\u0303\u0309\u0323",
}
_SIGNS = frozenset("“”„‘’‚«»‹›–—…•·€£§°©®™¿¡½¼¾²³¹×±ªº№¥¢´؟،؛\u200c\u200d\u200e\u200f„")
# The letters that most of a text consists of, in scripts that are one language's or the model can't judge by.
_SCRIPTS = (
    ("el", "\u0370-\u03ff", "αοιετσνη"),
    ("he", "\u0590-\u05ff", "יוהלאמרת"),
    ("ar fa ur", "\u0600-\u06ff", "اليمونرتهی"),
    ("th", "\u0e01-\u0e5b", "านรอกเง่ลย้"),
    ("", "\u0400-\u04ff", "оеаинтср"),
)
_BLANKS = frozenset("\u00a0\u00ad")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u3000-\u303f\uff01-\uff5e]")
_SYLLABLE = {
    "zh": re.compile("[\u3400-\u9fff]"),
    "ja": re.compile("[\u3041-\u30fa]"),
    "ko": re.compile("[\uac00-\ud7a3]"),
}
_FEWEST_EAST_ASIAN = 1 / 3  # of the characters of a text in these encodings
_TOLERATED = 0.02  # of the bytes that are not ASCII
_CROOKED = re.compile(r"[^\W\d_](?<=[a-zà-öø-ÿа-яёα-ω])[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]")  # "мЕЛЬНИЦА"
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Reading:
    """The sample in one encoding."""

    name: str
    text: str
    score: float  # from about -3 to 2


def likely_charset(sample: bytes) -> str | None:
    """The name of the codec in which a sample is most like a text; None where it is like none in any."""
    readings = [
        reading
        for name in (*_SINGLE, *_DOUBLE)
        if (reading := _read(sample, name, wide=name in _DOUBLE)) is not None
    ]
    best = max(readings, key=lambda reading: reading.score, default=None)  # the first of equals
    return best.name if best is not None and best.score > 0 else None


def _read(sample: bytes, name: str, *, wide: bool) -> _Reading | None:
    text = sample.decode(name, "replace")
    others = [character for character in text if character > "\x7f"]
    if not others or text.count("\ufffd") > _TOLERATED * len(others):
        return None
    text = text[:_SAMPLE]
    likely = likely_languages(text)
    if "sr" in likely and _is_mostly_ascii(_LETTER.findall(text)):
        likely["hr"] = likely.get("hr", 0.0) + likely.pop("sr")  # it is written with the same letters then
    guesses = sorted(likely.items(), key=lambda guess: -guess[1])[:3]
    if wide:
        return _Reading(name, text, _east_asian(text, name, dict(guesses)))
    others = [character for character in text if character > "\x7f"]
    counts = Counter(others)
    sure_of_other = sum(sure for language, sure in guesses if language not in _LETTERS)  # bg or mk, fa or ar
    scores = (
        (sure if language in _LETTERS else sure_of_other)
        + _fitness(counts, language)
        + _usualness(text, language)
        for language, sure in guesses
    )
    crooked = len(_CROOKED.findall(text)) / max(1, len(text.split()))
    return _Reading(name, text, max(scores, default=-1.0) - crooked)


def _fitness(counts: Counter[str], language: str) -> float:
    """How well characters go with a language: from -1 to 1."""
    own, script = _LETTERS.get(language), _script_of(language)
    told = 0.0
    for character, times in counts.items():
        fits = character.lower() in own if own is not None else bool(script.match(character))
        if fits:
            told += times
        elif character in _BLANKS:
            told += 0.3 * times
        elif character in _SIGNS:
            told += 0.8 * times
        else:
            told -= times * (0.5 if character.isalpha() else 1.0)
    return told / max(1, counts.total())


def _usualness(text: str, language: str) -> float:
    """From 0 to 1: how far a text consists of the letters that its script's texts mostly consist of."""
    letters = _LETTER.findall(text.lower())
    if language in _LETTERS:
        return min(1.0, 2 * sum(map(str.isascii, letters)) / max(1, len(letters)))
    frequent = next(usual for codes, _, usual in _SCRIPTS if language in codes.split() or not codes)
    if _is_mostly_ascii(letters):
        return -1.0  # no text of that script
    return min(1.0, 1.7 * sum(map(frequent.__contains__, letters)) / max(1, len(letters)))


def _is_mostly_ascii(letters: Sequence[str]) -> bool:
    return sum(map(str.isascii, letters)) > len(letters) / 2


@cache
def _script_of(language: str) -> re.Pattern[str]:
    return re.compile(
        f"[{next(span for codes, span, _ in _SCRIPTS if language in codes.split() or not codes)}]"
    )


def _east_asian(text: str, name: str, guesses: dict[str, float]) -> float:
    """The same for texts of Chinese, Japanese or Korean: from -1 to 3."""
    signs = [character for character in text if not character.isspace()]
    asian = len(_EAST_ASIAN.findall(text)) / max(1, len(signs))
    language = {"gb18030": "zh", "big5hkscs": "zh", "cp949": "ko"}.get(name, "ja")
    own = [character for character in signs if _SYLLABLE[language].match(character)]
    if asian < _FEWEST_EAST_ASIAN or not own:
        return -1.0
    usual = sum(_is_common(character, name) for character in own) / len(own)
    share = min(1.0, (1.0 if language != "ja" else 3.0) * len(own) / (asian * len(signs)))
    others = sum(character > "\x7f" and not _EAST_ASIAN.match(character) for character in signs) / len(signs)
    return guesses.get(language, 0.0) + usual + share - 2 * others


def _is_common(character: str, name: str) -> bool:
    """Whether a character is of those that are in daily use, which the standards put first."""
    if name not in {"gb18030", "big5hkscs"}:
        return True
    code = character.encode(name)
    return len(code) == 2 and (
        0xB0 <= code[0] <= 0xD7 and code[1] >= 0xA1 if name == "gb18030" else 0xA4 <= code[0] <= 0xC6
    )
