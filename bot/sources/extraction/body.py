"""Which units of a page are its article.

Every unit is measured (`features`): its text, the elements around it, the units beside it, how far
trafilatura, JSON-LD and a density score take it or what is set like it. Boosted trees, trained on pages with
gold text (tests/quality/train_body.py), make a probability of that. No rule knows any site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import Any

from bot.core.models import Kind
from bot.core.prose import notice
from bot.sources.extraction.alignment import aligned_shares, tokens
from bot.sources.extraction.copies import (
    holders,
    is_copy,
    refrains,
    without_contents,
    without_digests,
)
from bot.sources.extraction.families import evened_out, families
from bot.sources.extraction.linked_runs import without_linked_runs
from bot.sources.extraction.metadata import Metadata
from bot.sources.extraction.readability import taken
from bot.sources.extraction.standfirsts import without_standfirst
from bot.sources.extraction.units import Cut, Unit

MODEL = "body_model.npz"
_LEAST, _MOST = 0.3, 0.5  # between them lies the probability from which on a unit is taken
# trafilatura is quadratic in places (many <br>, many links), and takes half of all time on a book. Of larger
# pages Readability's rules have its vote: on a dozen of the public sets grown to 400,000 characters both
# make the same text of it (F1 0.999), where the model without any vote may take nothing at all.
_MOST_UNITS, _MOST_CHARACTERS = 6_000, 300_000
_LEAST_DECLARED = 200  # characters; a shorter articleBody is an abstract
_RULES, _VOTE = 0.2, 0.1  # weights of Readability's rules and of trafilatura beside the model
_FAMILY = 0.3  # weight of what a unit's like have, beside its own
_SURE = 0.95  # from which on an item of a list may come twice, as steps of instructions do
_FEW = 40  # words; where the model finds less, and trafilatura more, trafilatura is believed
_LONGEST_POINTER = 160  # characters
_ALONE, _LEAST_ALONE = 2, 0.6  # units to the next one taken, and the probability that a lone one needs
_LONGEST_LEAD, _LEAST_RUN = 60, 0.4  # words; share of what is taken that the longest run of a text has
_FEWEST = 3  # units; of so few all stay
_MAIN_SHARE, _MAIN_MEAN = 0.7, 0.8  # of the words taken, and the probability, of a run that is the text
_LEAD_REACH, _LEAST_OF_LEAD = 12, 0.15  # units before the text, and the probability of a lead
_LEAD_WORDS, _TELLING = 8, 60  # words of the shortest lead; characters of it that the description holds
_BEGINS = 20  # words of a unit with which a text has begun
_ENDS = ".!…。"  # of sentences; a title of another article has none
_SHORTEST_SHOUT, _SHOUTED = 15, 0.9  # characters of a line in capitals that is no name; share of capitals
# The probability that these must have at least. On sites left out of training that is worth 0.002 F1 on news,
# whose makers' gold has no captions, and costs 0.001 on Readability's, which has them.
_LEAST_OF_CAPTION, _LEAST_OF_NOTICE = 0.6, 0.8
_POINTER = re.compile(
    r"\W*(?:related(?: (?:article|stor|read|post|coverage)\w*)?\s*[:–|-]"
    r"|(?:also )?read (?:more|next|also)\b|also read\b|see also\b|must read\b|don.t miss\b"
    r"|auch (?:interessant|lesen)\b|lesen sie (?:auch|hier|mehr)\b|mehr (?:zum thema|themen|dazu)\b"
    r"|(?:lire|voir) aussi\b|à (?:lire|voir) (?:aussi|également)\b"
    r"|(?:te|le) puede interesar\b|(?:lee|lea|mira|mire|vea) (?:también|además)\b|puedes? ver\s*:"
    r"|(?:leia|veja) (?:também|mais)\b|leggi anche\b"
    r"|читайте также|по теме:|lees ook\b|czytaj (?:także|też|więcej)\b|関連記事|相关阅读|延伸閱讀)",
    re.IGNORECASE,
)
# "Read also: …" with the title of another article behind it, also where the link has been lost.
_POINTED = re.compile(rf"{_POINTER.pattern}(?:(?<=:)|\s*:)\s*\S", re.IGNORECASE)
# What a site asks of its readers under each page, and a forum tells of them.
_FEEDBACK = re.compile(
    r"\W*(?:(?:is|was) this (?:(?:page|article|answer|information|content) )?(?:useful|helpful)"
    r"|did (?:this (?:page|article) help|you find this (?:page |article )?(?:useful|helpful))"
    r"|users browsing this (?:forum|thread)|who is online"
    r"|war diese[r]? (?:artikel|seite|beitrag) (?:für sie |für dich )?hilfreich"
    r"|cette page vous a-t-elle été utile|¿te (?:ha resultado|fue|ha sido) útil|esta página foi útil"
    r"|была ли (?:эта )?(?:статья|страница) полезн\w+|役に立ちましたか)\W*(?:you)?.{0,40}",
    re.IGNORECASE,
)
# An address, a time stamp, a command of the site's own that it has not carried out: "[BUTTON_ROW]",
# "[button size="big"]Join us[/button]", "[/quote]".
_FOR_MACHINES = re.compile(
    r"https?://\S+|\d{4}-\d\d-\d\dT\S+|\[[A-Z]+(?:_[A-Z]+)+\]|\[/[\w-]+\]"
    r"|\[(?!quote)[\w-]+\s+[\w-]+\s?=[^\]]*\](?:.{0,200}\[/[\w-]+\])?"
)
_BEFORE_TEXT = 3  # units taken at most, for the title to stand above the text, and not in it


def choose(root: Any, cut: Cut, metadata: Metadata) -> list[Unit]:
    """The units that are the article, in reading order, each text once."""
    if not cut.units:
        return []
    words = [tokens(unit.text) for unit in cut.units]
    votes = _votes(root, cut, words)
    likely = probabilities(root, cut, metadata, words, votes)
    numbers = take(cut.units, words, likely, votes, holders(cut), metadata.title, metadata.description)
    return [cut.units[index] for index in numbers]


def take(
    units: Sequence[Unit],
    words: Sequence[Sequence[str]],
    likely: Sequence[float],
    votes: Sequence[float],
    held_by: Sequence[int],
    title: str | None,
    description: str | None,
) -> list[int]:
    """What `pick` picks, or trafilatura takes where that is far more, without what is none of the text: links
    to other pages, questions to the reader, a second line of the title.
    """
    texts, kinds = [unit.text for unit in units], [unit.kind for unit in units]
    picked = pick(texts, kinds, words, likely, title, held_by, description)
    picked = without_linked_runs(picked, units, words, likely)
    voted = [index for index, vote in enumerate(votes) if vote > 0.5]
    sizes = [sum(len(words[index]) for index in indexes) for indexes in (picked, voted)]
    if sizes[0] < _FEW and sizes[1] > 2 * sizes[0]:
        picked = voted
    picked = without_standfirst(picked, units, words, likely, held_by, title, description)
    return [index for index in picked if not (points_elsewhere(units[index]) or asks_back(units[index]))]


def _votes(root: Any, cut: Cut, words: list[list[str]]) -> list[float]:
    """For each unit how far another extractor takes it, 0 to 1: on a large page Readability's rules."""
    if len(cut.units) > _MOST_UNITS or sum(len(unit.text) for unit in cut.units) > _MOST_CHARACTERS:
        return [float(one) for one in taken(cut, root)]
    return aligned_shares(words, opinion(root))


def asks_back(unit: Unit) -> bool:
    """Whether a short unit asks what the reader thinks of the page, or tells who reads beside."""
    return unit.kind is not Kind.CODE and _FEEDBACK.fullmatch(unit.text) is not None


def points_elsewhere(unit: Unit) -> bool:
    """Whether a short unit is nothing but a link to another article, or announces such links.

    One all in capitals needs no words for it: that is how news sites set such a link between paragraphs.
    """
    if len(unit.text) > _LONGEST_POINTER or unit.kind is Kind.CODE:
        return False
    if unit.link_chars > 0.9 * len(unit.text) and len(unit.text) > _SHORTEST_SHOUT and _is_shout(unit.text):
        return True
    if not _POINTER.match(unit.text):
        return False
    return (
        unit.link_chars > 0.4 * len(unit.text)
        or unit.text.endswith(":")
        or (unit.text[-1] not in _ENDS and bool(_POINTED.match(unit.text)))
    )


def _is_shout(text: str) -> bool:
    """Whether a text is in capitals, but for an ending here and there ("MPs", "40km")."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) > _SHOUTED * len(letters)


def pick(
    texts: Sequence[str],
    kinds: Sequence[Kind],
    words: Sequence[Sequence[str]],
    likely: Sequence[float],
    title: str | None,
    held_by: Sequence[int],
    description: str | None = None,
) -> list[int]:
    """Which units to take, given how likely each is part of the article.

    `held_by` is what `copies.holders` gives, `description` what the page says that it is about. Left out
    besides the unlikely: the title, captions, promotions and bylines that are not sure to belong there,
    copies of what was there, addresses and time stamps for machines, the whole text once more in one piece,
    unsure units and runs of them apart from the text, behind its begin, and headings at the end that nothing
    follows, unless headings are all there is.
    """
    least = threshold(likely, [len(each) for each in words])
    again = refrains(words, kinds, likely)
    called = tokens(title or "")
    seen: dict[tuple[str, ...], int] = {}
    headed: set[tuple[str, ...]] = set()
    picked: list[int] = []
    for index, probability in enumerate(likely):
        if probability < least or _FOR_MACHINES.fullmatch(texts[index]):
            continue
        if probability < _least_of(kinds[index], texts[index]):
            continue
        if kinds[index] is Kind.HEADING and texts[index] == title:
            continue
        if len(picked) < _BEFORE_TEXT and called and words[index] == called:
            continue
        # A caption comes twice for two sizes of its picture, and then side by side.
        holder = -index if kinds[index] is Kind.CAPTION else held_by[index]
        copied = kinds[index] is not Kind.CODE and is_copy(words[index], holder, seen)
        if kinds[index] is Kind.HEADING:  # no copy of an entry in a table of contents
            copied = copied and tuple(words[index]) in headed
            headed.add(tuple(words[index]))
        listed = kinds[index] is Kind.LIST and probability > _SURE
        if copied and not listed and tuple(words[index]) not in again:
            continue
        picked.append(index)
    picked = without_digests(without_contents(picked, kinds, words), words)
    picked = _without_strays(picked, likely, words)
    picked = _without_side_runs(picked, likely, words)
    lead = _lead(picked, texts, kinds, words, likely, description)
    picked = picked if lead is None else sorted([*picked, lead])
    return _without_last_headings(picked, kinds)


def _without_last_headings(picked: Sequence[int], kinds: Sequence[Kind]) -> list[int]:
    """Without the headings behind the last text. Where there is no other text, they are the text."""
    kept = [*dropwhile(lambda index: kinds[index] is Kind.HEADING, reversed(picked))]
    return kept[::-1] or list(picked)


def _lead(
    picked: Sequence[int],
    texts: Sequence[str],
    kinds: Sequence[Kind],
    words: Sequence[Sequence[str]],
    likely: Sequence[float],
    description: str | None,
) -> int | None:
    """A paragraph shortly before the text that the page describes itself with: its lead.

    Sites set it apart from the text, above the byline. Of the pieces that people want on sites left out of
    training 0.8 % are such; on news pages whose makers leave leads out it costs 0.0006 F1.
    """
    first = next((index for index in picked if len(words[index]) > _BEGINS), None)
    if first is None or not description:
        return None
    described, taken_words = description.lower(), {tuple(words[index]) for index in picked}
    for index in range(max(0, first - _LEAD_REACH), first):
        if (
            likely[index] > _LEAST_OF_LEAD
            and kinds[index] is Kind.PROSE
            and len(words[index]) >= _LEAD_WORDS
            and texts[index][:_TELLING].lower() in described
            and tuple(words[index]) not in taken_words
        ):
            return index
    return None


def _without_strays(
    picked: Sequence[int], likely: Sequence[float], words: Sequence[Sequence[str]]
) -> list[int]:
    """Without unsure units that stand alone among what is left out, behind where the text has begun.

    Before its begin a short one may be the lead, above a picture and buttons. On sites left out of training
    that is worth 0.004 F1 on Readability's pages, 0.001 on articles, and costs nothing anywhere. A long one
    there is a teaser of another article, but on a page of posts: another 0.003 on Readability's pages.
    """
    if len(picked) <= _FEWEST:
        return list(picked)
    sizes = [sum(len(words[index]) for index in run) for run in _runs(picked)]
    is_text = max(sizes) >= _LEAST_RUN * sum(sizes)
    kept: list[int] = []
    begun = False
    for place, index in enumerate(picked):
        before = index - picked[place - 1] if place else _ALONE + 1
        after = picked[place + 1] - index if place + 1 < len(picked) else _ALONE + 1
        alone = min(before, after) > _ALONE
        no_lead = begun or (is_text and len(words[index]) > _LONGEST_LEAD)
        if alone and no_lead and likely[index] < _LEAST_ALONE:
            continue
        begun = begun or (not alone and len(words[index]) > _BEGINS)
        kept.append(index)
    return kept


def _without_side_runs(
    picked: Sequence[int], likely: Sequence[float], words: Sequence[Sequence[str]]
) -> list[int]:
    """Without runs of unsure units apart from the text and behind it: a comment, teasers of other articles.

    Only where one sure run holds most of the words; a thread has many. On sites left out of training that is
    worth 0.0007 F1 on news, 0.0004 on articles, and costs nothing anywhere.
    """
    runs = _runs(picked)
    sizes = [sum(len(words[index]) for index in run) for run in runs]
    hits = [sum(likely[index] * len(words[index]) for index in run) for run in runs]
    main = max(range(len(runs)), key=hits.__getitem__, default=0)
    if not runs or sizes[main] < _MAIN_SHARE * sum(sizes) or hits[main] < _MAIN_MEAN * sizes[main]:
        return list(picked)
    kept = (run for at, run in enumerate(runs) if at <= main or hits[at] >= _LEAST_ALONE * sizes[at])
    return [index for run in kept for index in run]


def _runs(picked: Sequence[int]) -> list[list[int]]:
    """The units in groups with no more than one left out in between."""
    runs: list[list[int]] = []
    for index in picked:
        if runs and index - runs[-1][-1] <= _ALONE:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _least_of(kind: Kind, text: str) -> float:
    """The probability that a caption, a promotion or a byline needs to be taken; 0 for all else."""
    if kind is Kind.CAPTION:
        return _LEAST_OF_CAPTION
    return _LEAST_OF_NOTICE if kind is not Kind.CODE and notice(text) is Kind.OTHER else 0.0


def probabilities(
    root: Any, cut: Cut, metadata: Metadata, words: list[list[str]], votes: list[float]
) -> list[float]:
    """For each unit how likely it is part of the article, 0 to 1."""
    from bot.sources.extraction.features import Evidence, measure  # noqa: PLC0415 - NumPy loads only in worker processes
    from bot.sources.extraction.forest import load_forest  # noqa: PLC0415 - likewise

    declared = metadata.body or ""
    linked = aligned_shares(words, tokens(declared)) if len(declared) >= _LEAST_DECLARED else []
    forest = load_forest(MODEL)
    readable = taken(cut, root)
    table = measure(Evidence(cut, words, votes, readable, linked, metadata))
    likely = forest.probabilities(table.matrix(forest.columns)).tolist()
    return blended(likely, readable, votes, families(cut), [len(unit.text) for unit in cut.units])


def blended(
    likely: Sequence[float],
    readable: Sequence[bool],
    votes: Sequence[float],
    family: Sequence[int],
    sizes: Sequence[int],
) -> list[float]:
    """The model's probabilities with a share for both opinions, which have seen more kinds of pages, and one
    for the mean of what is set alike: the posts of a thread belong to it or don't, the short ones too.

    On sites left out of training Readability's 0.2 is worth 0.004 F1 on documentation, trafilatura's 0.1 one
    in a hundred unwanted pieces less, the family's 0.3 0.003 on threads; all else stays within 0.003.
    """
    voted = votes or [0.0] * len(likely)
    sure = [
        (probability * (1 - _VOTE) + vote * _VOTE) * (1 - _RULES) + rule * _RULES
        for probability, rule, vote in zip(likely, readable, voted, strict=True)
    ]
    return evened_out(sure, family, sizes, _FAMILY)


def threshold(likely: Sequence[float], sizes: Sequence[int]) -> float:
    """The probability to cut at for the best expected F1, each unit counted by its words.

    Where the model is sure of most of the text that is near one half; where it is not, as in a thread of
    short posts, leaving out costs more than taking in, and it is lower: half of the best F1, after Lipton,
    Elkan and Naryanaswamy, "Optimal thresholding of classifiers to maximize F1 measure" (2014).
    """
    ranked = sorted(zip(likely, sizes, strict=True), reverse=True)
    all_hits = sum(probability * (size + 0.5) for probability, size in ranked)
    best, cut_at, hits, taken = 0.0, _MOST, 0.0, 0.0
    for probability, size in ranked:
        hits += probability * (size + 0.5)
        taken += size + 0.5
        expected = 2 * hits / (taken + all_hits)
        if expected > best:
            best, cut_at = expected, probability
    return min(_MOST, max(_LEAST, cut_at))


def opinion(root: Any) -> list[str]:
    """The tokens of what trafilatura takes for the article; none where it finds nothing."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - only worker processes load it

    # It copies the tree that it is given.
    found: Any = bare_extraction(root, include_comments=False, with_metadata=False)
    return tokens(" ".join(found.body.itertext())) if found is not None else []
