"""Places in an article that a question can start from: who speaks, who is introduced, what is dated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from bot.core.article import Article
from bot.core.asking import opening_events as events
from bot.core.asking.opening_grammar import Grammar, Opening, grammar
from bot.core.asking.readable import readable
from bot.core.cutting.abbreviations import Habit, habits
from bot.core.lexicon.question_words import UNSPACED, vocabulary
from bot.core.models import Sentence
from bot.core.tokens import stop_words

_WORD = r"[^\W\d_][\w’'-]*\w"
_LINK = r"of|de|del|da|van|von|der|den|bin|al|el|la|le|du|di"

_LONGEST_NAME = 4  # words
Place = tuple[Sentence, int, int]  # where a name stands: characters of the sentence


def openings(article: Article) -> list[Opening]:
    """All that questions can start from, kind by kind, the best first within each kind."""
    known = grammar(article.language)
    named = _named(article)
    if known is None:
        return list(_frequent(named, article.language, (), ""))
    sentences = readable(article)
    people = list(_people(article.language, known, named))
    small = _small_words(sentences)
    alone = {name: found for name, found in named.items() if _stands_alone(name, found, article.language)}
    return [
        *people,
        *events.deeds(sentences, known, article.language, _called(people)),
        *events.topmost(sentences, known, article.language),
        *events.dates(sentences, known),
        *events.years(sentences, known),
        *events.places(sentences, known),
        *events.counts(sentences, known, article.language),
        *_frequent(
            {name: found for name, found in alone.items() if name.isupper() or name.lower() not in small},
            article.language,
            sentences,
            article.title or "",
        ),
    ]


def _small_words(sentences: Iterable[Sentence]) -> set[str]:
    """The words that the text writes small somewhere: "Functions" is no name beside "functions"."""
    return {word for sentence in sentences for word in re.findall(_WORD, sentence.text) if word.islower()}


def _stands_alone(name: str, places: Sequence[Place], language: str) -> bool:
    """Whether a name is used as one: mostly not before a word that may be its noun ("South Asian women"), or
    of two words and somewhere before a mark; in no genitive, not always in one itself ("Levi’s"), not counted
    ("200 Gramm Mehl"), no half ("the Health and Safety Office", "Sword and Shield" again and again).
    """
    # Elsewhere nouns have capitals, or the adjectives of names have none.
    loose = language != "en"
    marked = " " in name and any(_MARK.match(sentence.text, end) for sentence, _, end in places)
    before_words = sum(
        re.match(r" [^\W\d_A-ZА-ЯЁ]{4,}", sentence.text[end : end + 5]) is not None
        for sentence, _, end in places
    )
    return (
        len(name) > 3
        and not _REFERENCE.search(name)
        and (loose or marked or before_words * _SELDOM <= len(places))
        and not all(_GOES_ON.match(sentence.text, end) for sentence, _, end in places)
        and not _is_paired(places)
        and not all(_WENT_BEFORE.search(sentence.text[:start]) for sentence, start, _ in places)
        and not any(_HYPHEN.match(sentence.text, end) for sentence, _, end in places)
        and (
            loose
            or not all(_is_behind_name(sentence.text[:start], language) for sentence, start, _ in places)
        )
        and not any(
            re.search(
                r"(?:[’']s?|\bdes|\d[^\W_]{0,3}|\b[B-HJ-Z]) $", sentence.text[max(0, start - 6) : start]
            )
            for sentence, start, _ in places
        )
    )


def _is_behind_name(before: str, language: str) -> bool:
    """Whether a small word with a capital stands before a name and is of it: "shoes of Under Armour"."""
    found = _CAPITAL_BEFORE.search(before)
    return found is not None and found[1].lower() not in _roles(language)


def _is_paired(places: Sequence[Place]) -> bool:
    """Whether half of a name's mentions or more, and two at least, go on with "and" and the same other."""
    others = Counter(
        found.group() for sentence, _, end in places if (found := _AND_OTHER.match(sentence.text, end))
    )
    most = max(others.values(), default=0)
    return most > 1 and most * 2 >= len(places)


_CAPITAL_BEFORE = re.compile(r"[a-zà-ÿ,;] ([A-Z][a-z]+) $")
_AND_OTHER = re.compile(r" (?:and|und|et|y|e|i|и|&) [A-ZÀ-ÞА-ЯЁ][\w’-]*")
_HYPHEN = re.compile("[-‑](?!\\w)")  # "Miet- und Hypothekenzahlungen"
_MARK = re.compile(r"[,.;!?)]")
_WENT_BEFORE = re.compile(r"[A-ZÀ-ÞА-ЯЁ][\w’-]* (?:for|of|and|&|für|und|y|et|pour|para|и) $")
_REFERENCE = re.compile(r" [A-Z]{1,2}$")  # "Willett WC" writes papers
# The last: "Period X", unlike "Ann B. Lee".
_GOES_ON = re.compile(r"[’']| \d+ [A-Z]| (?:and|und|et|y|e|i|и|&) [A-ZÀ-ÞА-ЯЁ]| [A-ZÀ-ÞА-ЯЁ](?![\w.’'-])")
_SELDOM = 3  # one mention in so many may stand before a word: "Hanna wept"


def _named(article: Article) -> dict[str, list[Place]]:
    """Every name in the article with its places, in order. Scripts without capitals have none."""
    found: dict[str, list[Place]] = {}
    for sentence in readable(article):
        for start, end in _names_in(sentence.text, article.language):
            found.setdefault(sentence.text[start:end], []).append((sentence, start, end))
    title = article.title or ""
    inside = {
        name
        for name, places in found.items()
        if any(start > 0 for _, start, _ in places) or (" " in name and name in title)
    }
    first_words = {name.partition(" ")[0] for name in inside}
    # What only ever opens sentences may begin with any word at all, which has its capital from there.
    return {
        name: places
        for name, places in found.items()
        if name in inside or name.partition(" ")[0] in first_words
    }


def _names_in(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Spans of rows of capitalised words, cut where a word is no part of a name."""
    if language in UNSPACED:
        return
    row: list[tuple[int, int]] = []
    for match in re.finditer(rf"{_WORD}|[^\s\w]", text):
        start, end, joined = match.start(), match.end(), bool(row) and text[row[-1][1] : match.start()] == " "
        word = text[start:end]
        if row and not joined:
            yield from _row(row, text, language)
            row = []
        if word[0].isupper() and not (_is_common(word, language) or _is_title(word, text, end, language)):
            possessive = (_SUFFIX if language == "tr" else _POSSESSIVE).search(word)
            row.append((start, start + possessive.start() if possessive else end))
            if possessive:
                yield from _row(row, text, language)
                row = []
        elif row and word in _LINKS and _links(word, text[row[-1][0] : row[-1][1]], language):
            row.append((start, end))
        elif row:
            if not _goes_on_small(text[row[-1][0] : row[-1][1]], word, language):
                yield from _row(row, text, language)
            row = []
    yield from _row(row, text, language)


_POSSESSIVE = re.compile(r"[’']s?$")
_SUFFIX = re.compile(r"[’']\w*$")  # of Turkish names in any case: "Terziyan’ın"
_LINKS = frozenset(_LINK.split("|"))


_BEFORE_DAYS = frozenset({"Black", "Good", "Cyber", "Super", "Ash", "Palm", "Giving"})


def _links(word: str, before: str, language: str) -> bool:
    """Whether a small word may join a name: in German "von der Leyen", but not "Spuren der Wölfe"."""
    return language != "de" or word not in {"der", "den"} or before in {"von", "van"}


def _goes_on_small(before: str, word: str, language: str) -> bool:
    """Whether a name goes on with a capitalised small word, so that what stands before it is half of one:
    "Hertz Gold Plus", "Black Friday". Other days and titles behind a name ("Reuters Monday") are none.
    """
    known = vocabulary(language)
    lowered = word.lower()
    if before in _BEFORE_DAYS and known.is_in(lowered, "calendar"):
        return True  # but "Conrad Black said"
    return word[0].isupper() and not known.is_in(lowered, "calendar") and lowered not in _roles(language)


def _row(row: list[tuple[int, int]], text: str, language: str) -> Iterator[tuple[int, int]]:
    while row and text[row[-1][0] : row[-1][1]] in _LINKS:
        row = row[:-1]
    # A sentence begins with a capital whatever its first word is; a German noun always has one.
    alone = len(row) == 1 and (row[0][0] == 0 or language == "de")
    if language == "de" and row and _DECLINED.search(text, 0, row[0][1]):
        return  # "zum Internationalen Tag": not the form that a question takes
    if row and not alone and len(row) <= _LONGEST_NAME and row[-1][1] - row[0][0] > 1:
        yield row[0][0], row[-1][1]


# Adjectives alone: names and nouns end so, too ("den Jürgen Klamm", "im Hafen Bremen").
_DECLINED = re.compile(
    r"\b(?:der|die|den|dem|des|zum|zur|im|am|vom|beim|ins) (?:\w[\w-]*(?:isch|al|ell|lich|ig|eu|iv|är|ös|sam"
    r"|bar|haft|los|iert|end)|groß|klein|alt|jung|rot|weiß|schwarz|grün|blau|erst|zweit|dritt|letzt|höchst"
    r"|oberst|vereint|vereinigt|deutsch|kalt|frei|recht|link|lang|hoh|schön|gut|ober|unter|mittler)en$",
    re.IGNORECASE,
)


def _is_common(word: str, language: str) -> bool:
    """Whether a capitalised word is no part of a name: a pronoun, a stop word, a month, a title."""
    lowered = word.lower().removesuffix("’s").removesuffix("'s")
    known = vocabulary(language)
    if lowered in _IN_NAMES:
        return False
    return (
        lowered in stop_words(language)
        or known.is_in(lowered, "calendar")
        or known.pronoun.fullmatch(lowered) is not None
        or lowered in _roles(language)
    )


# Words of stop lists and the like that names begin with: "New York City" is no "York City".
_IN_NAMES = frozenset({"new", "neu", "nouvelle", "nueva", "nuevo", "nuova", "nova", "novo"})


def _is_title(word: str, text: str, end: int, language: str) -> bool:
    """Whether a word is short for what stands before a name: "Rep. Jane Roe"."""
    return text[end : end + 1] == "." and habits(language).get(word.lower()) is Habit.LEADS


@cache
def _roles(language: str) -> frozenset[str]:
    known = grammar(language)
    return frozenset(known.roles.split("|")) if known else frozenset()


@cache
def _around(grammar: Grammar) -> tuple[re.Pattern[str], ...]:
    """What follows a speaker, comes before one; follows a speaker introduced, comes before any person
    introduced, follows one; comes before whom a person works for.
    """
    flags = re.IGNORECASE
    persons = "|".join(role for role in grammar.roles.split("|") if role not in grammar.bodies.split("|"))
    return (
        re.compile(rf"(?:, [^,.;]{{3,60}})?,? (?:{grammar.says})\b", flags),
        re.compile(rf"\b(?:{grammar.says_then}),?(?: (?:{grammar.roles}))* $", flags),
        re.compile(rf", (?:\d\d|who|(?:{grammar.apposition})\b)", flags),
        re.compile(rf"\b(?:{persons}),?(?: {grammar.after_role})?,? $", flags),
        re.compile(
            rf", (?:\d\d,|(?:{grammar.apposition}) (?:[\w-]+ ){{0,2}}(?:{persons})\b"
            rf"|(?:{grammar.apposition}) [\w-]+(?: [\w-]+)? (?:who|whose)\b)"
            r"|(?: \([^()]{1,60}\))? (?:is|was|ist|war|est|était|es|era|fue|è|é|foi)"
            rf" (?:{grammar.apposition}) (?:[\w-]+ ){{0,2}}?"
            rf"(?:(?!{_ALSO_ADJECTIVES})(?:{persons})\b|[\w-]+ who\b)",
            flags,
        ),
        # "Ann Lee, director, Lee Partners, said"
        re.compile(rf", (?:[a-z-]+ ){{0,4}}(?:{persons}), $", flags),
    )


def _people(language: str, known: Grammar, named: Mapping[str, list[Place]]) -> Iterator[Opening]:
    """Who is introduced, and who speaks."""
    after_speaker, before_speaker, after_introduced, before_person, after_person, employed = _around(known)
    # "He said Scotland was ready" tells what he said, not Scotland.
    goes_on = re.compile(rf" (?:(?:{known.ahead})\b|{known.past})", re.IGNORECASE)
    whole = _whole_names(named)
    introduced: dict[str, list[Sentence]] = {}
    speaking: dict[str, list[Sentence]] = {}
    for name, places in named.items():
        # In German persons have one before what they are: "der Müller Kell".
        if (language != "de" and _has_article(places, language)) or _PARTY_AND_PLACE.match(name):
            continue  # no person
        body = _BODY.search(name) is not None
        for sentence, start, end in places:
            before = sentence.text[max(0, start - 40) : start]
            begins = language != "de" or _CLAUSE_BEGINS.search(sentence.text[:start])
            spoke = (
                begins
                and _is_followed(after_speaker, sentence.text, before, end)
                and not _WENT_BEFORE.search(before)
            ) or (
                before_speaker.search(before)
                and _ENDS_SPEAKER.match(sentence.text, end)
                and not goes_on.match(sentence.text, end)
            )
            employer = employed.search(before) or _FIRM.search(name)
            behind = before_person.search(before) and not (employer or _OF_A_NAME.search(before))
            person = behind or after_person.match(sentence.text, end)
            if spoke and not sentence.text.rstrip(".").endswith(":"):  # what was said comes after it
                speaking.setdefault(whole.get(name, name), []).append(sentence)
            if (
                " " in name
                and not body
                and (person or (spoke and after_introduced.match(sentence.text, end)))
            ):
                introduced.setdefault(name, []).append(sentence)
    for name, sentences in introduced.items():
        yield Opening("who", {"name": name}, tuple(sentences))
    for name, sentences in speaking.items():
        if language == "en" and _lacks_article(name, named.get(name, ())):
            continue
        if " " in name or (language == "en" and not name.isupper() and len(named.get(name, ())) > 1):
            yield Opening("said", {"name": _with_article(name, named.get(name, ()))}, tuple(sentences))


def _is_followed(speaker: re.Pattern[str], text: str, before: str, end: int) -> bool:
    """Whether a verb of saying follows a name that ends here; behind a comma alone only if one stands before
    the name, too: "Sa propriétaire, Anne Leclerc, a déclaré", but not "In New York, said the mayor".
    """
    found = speaker.match(text, end)
    if found is None:
        return False
    return found.group().count(",") != 1 or before.endswith(", ")


# "He said Philippine authorities were unsure" tells of no speaker.
_ENDS_SPEAKER = re.compile(
    r"$|[^\w\s]| [(«„“\"—–-]| (?:of|in|at|from|who|on|as|after|during|and|when|while|to|von|aus|im|am|vom|zu"
    r"|de|del|à|dans|en|и|из|на|в|о)\b"
)
# A German verb has its subject before it where the clause begins: not "den Paris zur Kolonie Haiti erklärte".
_CLAUSE_BEGINS = re.compile(r"(?:^|[,;:–—»“\"])\s*(?:[^\W\d_][\w.-]* ){0,3}$")
_ALSO_ADJECTIVES = r"(?:premier|general|major|chief|head|model|executive|prime|vice|state) [a-z]{4}"
_OF_A_NAME = re.compile(
    r"\b(?:Model|Star|Host|Partner|Leader|Manager|Agent|Player|Worker) $"
)  # "Model Context Protocol"
_FIRM = re.compile(
    r" (?:Inc|Ltd|LLC|Corp|Group|Holdings|Partners|Securities|Equities|Capital|Ventures|Bank|Insurance"
    r"|University|College|Institute|Hospital|Foundation|Association|GmbH|AG|SA"
    r"|Islands?|Avenue|Members?|Board|Protocol|Festival|Sales|Awards?|League|Services?|Systems?"
    r"|Software|Magazine|News|Studios?|Cent(?:er|re)|Academy|Museum|Club|Team|Society|Project|Programme?)$"
)
_PARTY_AND_PLACE = re.compile(rf"[A-Z]{{2,5}} (?:{_LINK}) ")  # "le député LR de Nice, Jean Morel"


def _with_article(name: str, places: Sequence[Place]) -> str:
    """A name as it is used in a sentence: "the Environment Office" where the article mostly writes so ("the
    Biden administration" makes no "the Biden").
    """
    if _BODY.search(name) and not name.startswith(("The ", "the ")):
        return f"the {name}"
    with_article = sum(
        sentence.text[max(0, start - 5) : start].lower().endswith("the ")
        and not re.match(" [A-Z]", sentence.text[end : end + 2])  # "the Northern Ireland First Minister"
        for sentence, start, end in places
    )
    return f"the {name}" if with_article * 2 > len(places) else name


_BODY = re.compile(
    r" (?:Association|Organi[sz]ation|Institute|Agency|Committee|Court|Council|Department|Ministry|Party"
    r"|Union|States|Nations|Kingdom|Foundation|Commission|Bureau|Federation|Authority|Administration|Office)$"
)


def _whole_names(named: Iterable[str]) -> dict[str, str]:
    """The full name for each surname that ends only one of the article's full names."""
    ending: dict[str, list[str]] = {}
    for name in named:
        if " " in name:
            ending.setdefault(name.rpartition(" ")[2], []).append(name)
    return {surname: names[0] for surname, names in ending.items() if len(names) == 1}


def _lacks_article(name: str, places: Sequence[Place]) -> bool:
    """Whether an English name of a body stands here without the "the" that it needs in a question."""
    return " of " in name and not _with_article(name, places).startswith("the ")


def _called(people: Iterable[Opening]) -> list[str]:
    """What the article calls the persons that it introduces: full name and surname."""
    names = [person.values["name"] for person in people if person.kind == "who"]
    return [*names, *(name.rpartition(" ")[2] for name in names)]


def _frequent(
    named: Mapping[str, list[Place]], language: str, sentences: Sequence[Sentence], title: str
) -> Iterator[Opening]:
    """Names that come up again and again: full names first, then the most frequent. `sentences` are those in
    which a surname alone counts, too.
    """
    surnames = _whole_names(named)
    telling: dict[str, tuple[Sentence, ...]] = {}
    for name, places in named.items():
        holding = dict.fromkeys(place[0] for place in places)
        surname = name.rpartition(" ")[2]
        sure = language != "de" or surname in title  # where every noun could be a surname
        if sure and surnames.get(surname) == name and len(surname) > _SHORTEST_SURNAME:
            holding |= dict.fromkeys(sentence for sentence in sentences if surname in sentence.text)
        often = len(holding) >= _OFTEN if " " in name else len(places) > _OFTEN
        if often and not _has_article(places, language):
            telling[name] = tuple(holding)
    for name in sorted(telling, key=lambda each: (" " not in each, -len(telling[each]))):
        check = _UNFIT.get(language)
        unfit = check is not None and check.search(name) is not None
        unfit = unfit or (language == "en" and _lacks_article(name, named[name]))
        if not unfit:
            yield Opening("about", {"name": _with_article(name, named[name])}, telling[name])


_SHORTEST_SURNAME = 3  # characters, exclusive: "Lee" stands in too many words
_OFTEN = 2  # mentions of a full name that make it worth a question
_UNFIT = {
    "fr": re.compile("^[aeiouyhéèêàîôœ]", re.IGNORECASE),  # before it French writes d’ for "de"
    # "Aussetzung von Miete", "Entwicklung Tunesiens": no names, and they want an article.
    "de": re.compile(
        r" (?:von|für|zu)(?! de[rn]) "
        r"|^[A-ZÄÖÜ][a-zäöüß]+(?:ung|heit|keit|schaft|tion|tät|nis)(?:en)? \w+s$"
    ),
}
# Names that have an article need it in a question too, in its case or joined to the preposition: no words to
# put there.
_ARTICLES = {
    "de": re.compile(
        r"\b(?:de[rms]|die|das|(?:[dms]?ein|ihr|unser|kein|dies|jed|all|beid)(?:e[rmns]?)?|im|am|zum|zur|beim"
        r"|vom|ins)[ ]$",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\b(?:le|la|les|du|des|aux?|une?|l|d|en)[ ’']$", re.IGNORECASE),
    "es": re.compile(r"\b(?:el|la|los|las|del|al|una?)[ ]$", re.IGNORECASE),
    "it": re.compile(
        r"\b(?:il|lo|la|i|gli|le|d?[ae]l(?:l[aoe])?|nel(?:l[ao])?|un[ao]?|l|dell|all)[ ’']$", re.IGNORECASE
    ),
    "pt": re.compile(r"\b(?:[oa]s?|[dn][oa]s?|pel[oa]s?|uma?)[ ]$", re.IGNORECASE),
}


_LONGEST_ARTICLE = 9  # characters, with the blank


def _has_article(places: Sequence[Place], language: str) -> bool:
    article = _ARTICLES.get(language)
    return article is not None and any(
        article.search(sentence.text[max(0, start - _LONGEST_ARTICLE) : start])
        for sentence, start, _ in places
    )
