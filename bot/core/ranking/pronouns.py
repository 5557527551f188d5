"""Sentences that speak of somebody or something by a pronoun alone, further in than their first word.

"In 1959 she drew a map", "The council may end it in October" and "Give it two years" need the sentence before
as much as "She drew a map" does. The patterns look at a sentence's first clause: an adverbial in front, which
holds no name that the pronoun could stand for, or a verb whose object is a pronoun with nothing before it.
"""

from __future__ import annotations

import re
from functools import cache

# --- English ------------------------------------------------------------------------------------------------
_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
_DATE = rf"(?:(?:\d{{1,2}} )?(?:{_MONTH})(?: \d{{1,2}},?)?(?: \d{{4}})?|\d{{4}}s?|\d{{1,2}})"
_DETERMINER = r"(?:the|a|an|his|her|their|its|one|two|three|that|this|these|those|every|each|last|next)"
_SMALL = (
    r"(?!(?:he|she|they|his|her|their|it|of|in|at|on|from|for|to|as|with|after|before|by|and|or|but|about|into|over"
    r"|how|what|why|who|where|when|that|which|than|said|says|[a-z]+ed)\b)[a-z-]+"
)
# One noun with what belongs to it; a second one would be whom the pronoun means ("At work a nurse lost her
# key", "In Paris Lee lost her key"). Atomic groups keep what is hostile quick.
_NOUN = (
    rf"(?>{_DATE}|{_DETERMINER} (?:[A-Z]\w+ ){{0,2}}(?:{_SMALL} )?(?:{_SMALL}|\d+|[A-Z][\w-]+)"
    rf"|(?:[A-Z][\w-]+ ){{0,2}}[A-Z][\w-]+|(?:{_SMALL} )?{_SMALL})"
)
_IN = r"(?:In|On|At|By|From|During|Since|Until|After|Before|For|With|Within|Over|Throughout|Under|As|Around)"
# Not "{0,2}+": before 3.11.5 Python loses matches of possessive quantifiers (python/cpython#106052).
_JOINED = r"(?>(?: (?:of|in|at|on|from|for|to|as|with) " + _NOUN + "){0,2})"
_TIME = (
    r"(?:(?:Last|Next|One|That|This|Every) [a-z]+|(?:[A-Z][a-z]+|\d+) (?:years?|months?|weeks?|days?|hours?)"
)
_TIME += r" (?:later|earlier|ago|before|after))"
# "It" may mean nothing at all ("In 1974 it was decided that …"); before a verb of doing it means something.
_NOTHING = (
    "is|was|has|had|will|would|may|might|can|could|should|must|takes|took|seems|seemed|became|becomes|appears"
    "|appeared|remains|remained|makes|made|rains|rained|snows|snowed|turns|turned|means|meant|does|did|comes"
    "|came|costs?|isn|wasn|all|and|or|to"
)
_ENGLISH_SUBJECT = rf"(?:(?:he|she|they|his|her|their)\b|it\b(?![’']| (?:{_NOTHING})\b))"
_HELPERS = (
    r"(?:(?:may|can|will|must|shall|should|could|would|has|had|have|also|later|then|never|soon|again) ){0,2}"
)
# Behind an object something else begins. "Ferrols said it would pay" speaks of Ferrols.
_AFTER_OBJECT = (
    r"(?= (?:just|like|only|in|on|at|from|to|for|with|by|as|after|before|when|because|and|again|too|into|out"
    r"|down|up|off|away|back|under|over|more|every|all|once|twice|here|there|quite|very|really|so|well|[a-z]+ly)\b"
    r"|[,.;!?]|$)"
)
_OBJECT = rf"(?:it|them|him|her){_AFTER_OBJECT}"
_OTHER_OBJECT = r"(?:the|an?|my|our|your|that|what|if|to)\b"
_MODAL = "(?:going|want|wanted|have|had|need|needed|like|able|used|got)"
_NO_ORDER = (
    r"(?!If|When|While|As|Because|Although|Though|Since|Until|Once|Is|Was|Does|Did|Do|Has|Had|Will|Would|Can"
    r"|Could|Should|May|Might|Before|After|Unless|Where|That|What|Why|How|And|But|Let|So|Yet|Or|Nor|Whether|Are"
    r"|Were|Who|Whom|Which|Than|Makes?|Making|Help)"
)
_ENGLISH = (
    # "In 1959 she …", "On the last day of November he …", "As a minister, he …"
    rf"{_IN} {_NOUN}{_JOINED},? {_ENGLISH_SUBJECT}",
    rf"{_TIME},? {_ENGLISH_SUBJECT}",
    # "In an interview with the paper on Friday, she …", "After leaving the ministry, he …"
    r"(?:In|On|At|By|During|For|With|Throughout|Under|Within|Without|Over|Around|Despite) [^,;:]{1,80}, "
    + _ENGLISH_SUBJECT,
    rf"(?:After|Before|Since|While|When) [a-z]+ing [^,;:]{{1,80}}, {_ENGLISH_SUBJECT}",
    # "The council may end it in October": nothing before could be meant.
    rf"(?:The|Our|My|Your|Each|Every|No) (?:[a-z-]+ ){{1,2}}{_HELPERS}[a-z]{{3,}} {_OBJECT}",
    # "We have done it for years", "I would never have told her."
    rf"(?:I|We|You)(?:[’'](?:ve|d|ll|re|m))? (?:(?:{_MODAL} to|(?!{_OTHER_OBJECT})[a-z]+) ){{1,4}}?{_OBJECT}",
    # "Give it two years", "Put them into the oven."
    (
        rf"{_NO_ORDER}[A-Z][a-z]+ (?:{_OBJECT}"
        r"|(?:it|them|him)(?= (?:the|an?|one|two|three|some|another|your|my|our)\b))"
    ),
    # "Whoever uses them pays", "Those who knew it were few."
    r"(?:Whoever|Anyone who|Everyone who|Those who|People who) [a-z]+ (?:this|these|it|them)\b",
    r"(?:Whoever|Anyone who|Everyone who|Those who|People who) (?:use|need|want|ha|own|buy)[a-z]* that\b",
)

# --- Others: an adverbial in front without a name, then a pronoun -------------------------------------------
_LOWER_WORD = r"[a-zà-öø-ÿœß\d’'-]+"
_LOWER = rf"(?:{_LOWER_WORD} )"
_GERMAN_FRONT = (
    "Im|In|Am|An|Ab|Seit|Nach|Vor|Bei|Mit|Von|Bis|Um|Zum|Zur|Während|Unter|Auf|Aus|Für|Durch|Gegen|Über|Wegen"
    "|Trotz|Später|Heute|Gestern|Kurz|Schon|Bereits|Erst|Noch|Jetzt|Bald|Oft|Nun|Als"
)
# The verb is the second part of a German sentence; a name before it would be its subject or in the adverbial.
_NO_GERMAN_VERB = (
    "und|oder|als|für|mit|von|bei|an|auf|über|um|zu|wie|gegen|ohne|durch|dass|wenn|weil|unter|nach|vor|aus|in"
    "|sich|der|die|das|den|dem|des|ein|eine|einen|einem|einer"
)
# "Il" that means nobody: "il y a", "il faut", "il est recommandé de".
_FRENCH_NOTHING = (
    r"(?:n[’'])?y a|n[’']y|fau|s[’'](?:agi|av[eè]r)|est (?:\w+ )?(?:\w+ )?(?:de |d[’']|que?\b|qu[’'])|semble"
    r"|convien|suffi|reste|pleu|neige|existe"
)
_FRONTED = {
    "de": rf"(?:{_GERMAN_FRONT}) (?:[\wäöüß.-]+ ){{0,6}}?(?!(?:{_NO_GERMAN_VERB}) )"
    r"[a-zäöüß]{2,} (?:er|sie)\b",
    "nl": rf"(?:In|Op|Na|Voor|Sinds|Bij|Met|Van|Tijdens|Later|Vorig|Volgens|Toch) {_LOWER}{{1,6}}?"
    r"(?:hij|zij|ze)\b",
    "fr": "(?:En|Dans|À|Au|Aux|Après|Avant|Pendant|Depuis|Dès|Lors|Sous|Sur|Avec|Sans|Plus tard|Le|Un|Deux"
    rf"|Trois) {_LOWER}{{0,8}}?{_LOWER_WORD},? (?:il|elle|ils|elles)\b(?! (?:{_FRENCH_NOTHING}))"
    # "Placé sous contrôle, il …", "Interrogée sur ce point, elle …"
    rf"|[A-ZÉÀ][a-zà-ÿ]+(?:ée?s?|ie?s?|ant|ètes?|eux|euses?|ables?|ives?) [^,;:.]{{3,100}},"
    rf" (?:il|elle|ils|elles)\b(?! (?:{_FRENCH_NOTHING}))",
    "ru": r"(?:В|Во|На|С|Со|До|После|По|К|Через|Около|Летом|Зимой|Весной|Осенью|Позже|Сейчас|Теперь|Недавно"
    r"|Вскоре|Сегодня|Вчера|Сначала|Ранее|Уже) (?:[а-яё\d-]+ ){0,5}?(?:он|она|они)\b",
    "sv": rf"(?:I|På|Efter|Före|Under|Sedan|Vid|Med|Från|År|Senare|Nu) {_LOWER}{{1,5}}?(?:han|hon|de)\b",
    "nb": rf"(?:I|På|Etter|Før|Under|Siden|Ved|Med|Fra|Senere|Nå) {_LOWER}{{1,5}}?(?:han|hun|de)\b",
    "da": rf"(?:I|På|Efter|Før|Under|Siden|Ved|Med|Fra|Senere|Nu) {_LOWER}{{1,5}}?(?:han|hun|de)\b",
}
_FRONTED["no"] = _FRONTED["nn"] = _FRONTED["nb"]


def names_nobody(text: str, language: str) -> bool:
    """Whether a sentence (without marks in front) means somebody or something that only an earlier one names.

    Known for nine languages; False in others.
    """
    pattern = _pattern(language)
    return pattern is not None and pattern.match(text) is not None


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    if language == "en":
        return re.compile("|".join(f"(?:{one})" for one in _ENGLISH))
    return re.compile(_FRONTED[language]) if language in _FRONTED else None
