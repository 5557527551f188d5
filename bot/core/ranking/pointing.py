"""Sentences that point at what an earlier one names, further in than their first word.

"Even with this great power they could not win" and "Dans cette petite structure, …" are hardly understood by
themselves. Weaker signs than those of `discourse`: such a sentence may stand alone where none as good does.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from bot.core.lexicon.tag_words import small_words
from bot.core.tokens import stop_words, terms


class _Pointers(NamedTuple):
    """How sentences of a language point back."""

    determiners: str  # what stands before a noun that has been named
    present: str  # nouns behind it that mean the time, the place or the text at hand
    alone: str = ""  # words that point back with nothing behind them


_POINTERS = {
    "en": _Pointers(
        "this|these|such an?",
        "year|years|month|week|weekend|morning|afternoon|evening|summer|winter|spring|autumn|fall|season|day|days"
        "|century|decade|time|way|point|moment|article|paper|report|study|guide|book|recipe|law|act|section"
        "|agreement|chapter|release|version|review|page|site|website|world|country|city|planet|life|one|is|was|are"
        "|were|has|will|would|can|could|may|might|past|last|coming|kind|sort|type|and|or|in|of|to|as|at|for|on|by"
        "|from|with|that|but|not|lot|quarter|january|february|march|april|may|june|july|august|september|october"
        "|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|term|side|part|week’s|week's"
        "|year’s|year's|month’s|month's",
        r"(?<=, )this (?:is|was|means|makes)|in (?:this|that) (?:way|case|respect)|however|therefore"
        r"|nevertheless|nonetheless|meanwhile|as mentioned|by contrast|in turn|for example|for instance"
        r"|likewise|(?:though|too)(?=,)|(?:do|does|did|doing|done) so|the (?:opposite|reverse|latter|former)"
        r"|(?:all|both|none|most|some|many|any|any one|one|each|neither) of (?:these|those|them)",
    ),
    "de": _Pointers(
        "dieser|diese|dieses|diesem|diesen|solche|solcher|jene[rnsm]?",
        "jahr|jahre|jahres|woche|wochen|monat|monats|tag|tage|tagen|sommer|winter|herbst|frühjahr|saison|zeit|artikel"
        "|beitrag|buch|buches|studie|seite|welt|art|weise|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
        "|morgen|abend|land|stadt",
        "(?:ein|eine[rnms]?) weitere[rsnm]?"
        "|dies|jedoch|hingegen|dagegen|allerdings|dennoch|deshalb|daher|deswegen|außerdem|zudem|dadurch|daraufhin"
        "|stattdessen|somit|letztere[rsnm]?|ebenfalls",
    ),
    "fr": _Pointers(
        "cet|cette|ces|ce(?! (?:qu|dont|n|son|sera|fut|à |soi|jour|lundi|mardi|mercredi|jeudi"
        "|vendredi|samedi|dimanche|matin|soir|mois))",
        "année|semaine|saison|été|matinée|nuit|jours|temps|derniers|dernières|article|livre|étude|fois|ville|pays"
        "|monde|hiver|automne|printemps|siècle",
        "cependant|pourtant|toutefois|en revanche|d[’']ailleurs|ce(?:t|tte)? derni[eè]re?|ces derni[eè]re?s"
        "|celui-ci|celle-ci|ceux-ci|celles-ci",
    ),
    "es": _Pointers(
        "est[ea]s?|estos|es[ea]s?|esos|dich[oa]s?",
        "año|años|mes|meses|semana|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|tarde|noche|día|días"
        "|verano|invierno|otoño|primavera|temporada|artículo|libro|estudio|vez|ciudad|país|mundo|siglo|que",
        "eso|esto|ello|sin embargo|no obstante|est[ea] últim[oa]|por ello|por eso",
    ),
    "it": _Pointers(
        "quest[oaie]|tal[ei]",
        "anno|mese|settimana|mattina|sera|notte|estate|inverno|giorni|articolo|libro|studio|volta|città|paese|mondo"
        "|stagione|momento|punto|secolo",
        "tuttavia|quest[’']ultim[oa]|perciò|per questo|però",
    ),
    "pt": _Pointers(
        "(?:n|d)?est[ea]s?|(?:n|d)?ess[ea]s?",
        "ano|anos|mês|semana|segunda|terça|quarta|quinta|sexta|sábado|domingo|manhã|tarde|noite|verão|inverno|artigo"
        "|livro|estudo|vez|cidade|país|mundo|temporada|momento|século",
        "isso|n?isto|disso|no entanto|entretanto|contudo|porém|este último|por isso",
    ),
    "nl": _Pointers(
        "deze|dit",
        "jaar|week|maand|zomer|winter|herfst|lente|seizoen|artikel|boek|studie|keer|stad|land|wereld|eeuw|is|was|wordt"
        "|ochtend|avond|nacht|dagen",
        "echter|daarom|bovendien|daardoor|niettemin|daarentegen",
    ),
    "ru": _Pointers(
        "этот|эта|эти|этого|этой|этому|этим|этих|этими|этом|эту|данн(?:ый|ая|ое|ые|ого|ой|ом|ых)",
        "год|года|году|году|раз|неделе|неделю|месяце|месяц|день|дни|утро|вечер|лето|летом|зиму|сезоне|статье|книге"
        "|городе|стране|мире|время|веке",
        "однако|поэтому|при этом|тем не менее|об этом|это (?!был|ест)|этого|этому|к тому же",
    ),
    "sv": _Pointers(
        "denna|detta|dessa", "vecka|år|månad|artikel|bok|studie|sommar|vinter", "dock|därför|däremot"
    ),
    "nb": _Pointers(
        "denne|dette|disse",
        "uken|uka|året|måneden|artikkelen|boken|sommeren|vinteren",
        "derfor|imidlertid|likevel",
    ),
    "da": _Pointers(
        "denne|dette|disse", "uge|år|måned|artikel|bog|sommer|vinter", "derfor|imidlertid|alligevel"
    ),
    "pl": _Pointers(
        "tej|tego|tych|tym|tymi|tę|tą", "roku|tygodniu|miesiącu|razem|samym", "jednak|dlatego|natomiast"
    ),
}
_POINTERS["no"] = _POINTERS["nn"] = _POINTERS["nb"]
_CLAUSE = re.compile(r"[,;:–—(]")  # what ends a first clause
_SHORTEST_CLAUSE = 25  # characters: "In the end, …" is an adverbial, the clause comes after it
_QUOTES = re.compile('["“”„«»‹›]')


def points_back(text: str, language: str, named: Collection[str]) -> bool:
    """Whether the first clause of a sentence speaks of "this" thing, which only an earlier sentence names.

    `named` are terms that a reader knows before: those of the title. Words of a quotation don't count; known
    for thirteen languages, False in others.
    """
    pattern = _pattern(language)
    if pattern is None:
        return False
    clause = _first_clause(text)
    return any(
        match["noun"] is None or not _is_known(match, clause, language, named)
        for match in pattern.finditer(f" {clause}")
    )


def _first_clause(text: str) -> str:
    end = _CLAUSE.search(text, _SHORTEST_CLAUSE)
    quote = _QUOTES.search(text)
    ends = [mark.start() for mark in (end, quote) if mark is not None]
    return text[: min(ends, default=len(text))].lower()


def _is_known(match: re.Match[str], clause: str, language: str, named: Collection[str]) -> bool:
    """Whether the noun behind "this" stands in the title, or before it in the clause; or there is none."""
    if match["noun"] in stop_words(language) | small_words(language):
        return True
    noun = set(terms(match["noun"], language))
    return not noun.isdisjoint(named) or not noun.isdisjoint(terms(clause[: match.start()], language))


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    known = _POINTERS.get(language)
    if known is None:
        return None
    alone = rf"(?:{known.alone})(?![\w-])|" if known.alone else ""
    noun = rf"(?!(?:{known.present})(?![\w-]))(?P<noun>[^\W\d_][\w-]+)"
    # The border belongs to the match: the engine skips to the next one, and looks at nothing inside words.
    return re.compile(rf"[^\w-](?:{alone}(?:{known.determiners}) {noun})")
