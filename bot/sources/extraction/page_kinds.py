"""Knowing when there is no article: walls, errors, players and lists, told by what is on the page.

No phrase decides alone. Words count in titles, headings and buttons, or where there is hardly any text
besides them; lists are told by their structure, and by the shape of the address only where it agrees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.core.errors import Reason
from bot.core.models import Kind
from bot.sources.extraction import wall_words as words
from bot.sources.extraction.linked_data import ARTICLES
from bot.sources.extraction.metadata import Metadata
from bot.sources.extraction.page_facts import (
    ENOUGH,
    SHELF,
    PageFacts,
    count_sentences,
    gather,
    shortest,
    split_sentences,
)
from bot.sources.extraction.page_goods import is_shop
from bot.sources.extraction.units import Cut, Unit
from bot.sources.extraction.walls import ASKING, asked_at, locked_at, offered_at, said, says

_BARE = 200  # characters that a page shows beside the frame of a bot check
_SHORT = 1_500  # characters of running text
_GATE = 6_000  # characters that a page shows which only asks or says something first
_HALF = 0.5
_MOSTLY = 0.4  # share of a small page's text that tells what it is
_NOTHING = 60  # characters; a page that shows fewer waits for its scripts, if it has any
_LONG_LINE = 40  # characters that a label doesn't have
_LONG_SAYING = 1_000  # characters of a sentence that are looked at: a million without a mark took a second
_OTHER_SENTENCES = 3  # of the body, about something else than the page being no article
_HALF_ARTICLE = 3  # sentences before a paywall from which on they are worth reading
_FORUM_TYPES = frozenset(["discussionforumposting", "qapage", "question"])
_FEW_OF_OWN = 3  # sentences with which a section says what it is about
_TEASERS_SHARE = 4  # sentences in teasers, or teasers, for each sentence beside them: the page is theirs
_LINKS, _TEASERS, _FEW_BESIDE = 0.6, 0.85, 10  # shares of a text that is a list, and sentences beside links
_LINKING = 0.15  # of the characters of a text that are links: more than an article has
# Of the public sets' pages that the rules with these tell as lists or shops, none is an article.
_LED_ON = 0.25  # share of the page's text that is links
_FEW_IN_LIST = 12  # sentences of its own that a page has whose address is a category's
_FEWEST_LABELS = 2
_MANY_TEASERS, _FEWEST_SHOWN, _NEARLY_HALF = 40, 20, 0.45
_LIST_TYPES = frozenset(["collectionpage", "itemlist", "searchresultspage", "blog", "offercatalog"])


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a page is: an article (no reason), half of one, or the reason why it is none."""

    reason: Reason | None = None
    partial: bool = False
    ends_at: int | None = None  # of half an article: the unit in which the wall begins, where it says so


def judge(root: Any, cut: Cut, body: Sequence[Unit], metadata: Metadata, url: str | None) -> Verdict:
    """Tell an article from what is none."""
    facts = gather(root, cut, body, metadata, url)
    if _is_cookie_wall(
        facts
    ):  # first: "subscribe, or go on with advertising" is a consent wall with a paywall's words
        return Verdict(Reason.COOKIE_WALL)
    asking = asked_at(facts)
    locked = locked_at(facts, asking)
    wall = _paywall(facts, asking, locked)
    if not asking and locked is None and _is_offer(facts):
        return Verdict(Reason.PAYWALL)
    if wall and said(facts.prose, without=asking, before=offered_at(asking, locked)) < _HALF_ARTICLE:
        return Verdict(Reason.PAYWALL)
    for reason, holds in _KINDS:
        if holds(facts):
            return Verdict(reason)
    return Verdict(partial=wall, ends_at=locked if wall else None)


def without_wall(body: Sequence[Unit], ends_at: int | None) -> list[Unit]:
    """The body of half an article without what the wall says."""
    return [
        unit
        for unit in body
        if (len(unit.text) >= ASKING or not words.PAYWALL.search(unit.text))
        and (ends_at is None or unit.index < ends_at)
    ]


def _heading(facts: PageFacts, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(text) for text in facts.headings if len(text) < 150)


def _is_thin(facts: PageFacts) -> bool:
    return facts.flow < ENOUGH and facts.chars < _SHORT


def _share(facts: PageFacts, pattern: re.Pattern[str]) -> float:
    """The share of the text in long units that stands in units with such words, over the whole page."""
    units = (unit for unit in facts.cut.units if unit.link_chars < _LINKS * len(unit.text))
    long = [unit.text for unit in units if len(unit.text) >= _least_long(unit.text)]
    return sum(len(text) for text in long if pattern.search(text)) / max(1, sum(map(len, long)))


def _least_long(text: str) -> int:
    return _LONG_LINE if shortest(text) == shortest("") else shortest(text)


def _tells_more(facts: PageFacts, pattern: re.Pattern[str]) -> bool:
    """Whether the body has sentences enough that are about something else, as no wall and no error has."""
    short = (unit for unit in facts.body if len(unit.text) < _LONG_LINE and _is_sentence(unit))
    said = (sentence.strip() for unit in (*facts.own, *short) for sentence in split_sentences(unit.text))
    others = (one for one in said if len(one) >= shortest(one) and not says(pattern, one[:_LONG_SAYING]))
    return len(list(islice(others, _OTHER_SENTENCES))) >= _OTHER_SENTENCES


def _is_sentence(unit: Unit) -> bool:
    """Whether a short paragraph is a sentence, and no button or label."""
    return (
        unit.kind is Kind.PROSE and not unit.link_chars and unit.text.rstrip().endswith((".", "!", "?", "。"))
    )


def _says_hardly_more(facts: PageFacts, pattern: re.Pattern[str]) -> bool:
    """Whether a small page's title or most of its text is of this kind, and next to nothing is not."""
    if (
        facts.shown > _GATE
        or not _is_thin(facts)
        or (facts.says_article and facts.flow >= _HALF_ARTICLE)
        or _tells_more(facts, pattern)
    ):
        return False
    return _heading(facts, pattern) or _share(facts, pattern) > _MOSTLY


def _is_bot_check(facts: PageFacts) -> bool:
    if facts.says_article and facts.sentences >= 3:
        return False
    barred = facts.chars < _SHORT and bool(facts.prose and words.BARRED.search(facts.prose[0].text))
    if barred or not _is_thin(facts):
        return barred
    if facts.barred and facts.shown < _BARE:
        return True
    if not facts.challenge and _tells_more(facts, words.BOT_CHECK):
        return False
    said = _heading(facts, words.BOT_CHECK)
    if facts.challenge and facts.shown < 1_500 and (said or _share(facts, words.BOT_CHECK) > 0.2):
        return True
    return facts.shown < 2_000 and (said or _share(facts, words.BOT_CHECK) > 0.4) and facts.sentences < 7


def _is_script_page(facts: PageFacts) -> bool:
    if facts.shown > 600 or facts.sentences >= 3:
        return False
    asks = any(words.NEEDS_SCRIPT.search(unit.text) for unit in facts.cut.units)
    hint = facts.metadata.meta.get("noscript", "")[:_LONG_SAYING]
    return asks or bool(words.NEEDS_SCRIPT.search(hint)) or (facts.shown < 200 and facts.scripts > 0)


def _is_error(facts: PageFacts) -> bool:
    if _says_hardly_more(facts, words.PARKED):
        return True
    if _tells_more(facts, words.ERROR):
        return False
    if any(words.ERROR_TITLE.search(text) for text in facts.headings[:2]) and facts.flow < ENOUGH:
        return not (facts.says_article and facts.flow >= 4)
    if facts.says_article or facts.flow >= 6 or facts.chars > 900:
        return False
    if _heading(facts, words.ERROR):
        return not facts.metadata.types & _FORUM_TYPES and (facts.flow < 4 or facts.cards > 0)
    return facts.flow < 3 and _share(facts, words.ERROR) > 0.5


def _is_login(facts: PageFacts) -> bool:
    headings = (unit.text for unit in facts.cut.units if unit.kind is Kind.HEADING)
    said = _heading(facts, words.LOGIN) or any(words.LOGIN_FIRST.search(text) for text in headings)
    if facts.flow >= 5 or facts.says_article or (facts.shown < _NOTHING and not said):
        return False
    if not facts.passwords and _tells_more(facts, words.LOGIN):
        return False
    if facts.passwords and (said or (facts.chars < 700 and facts.cards < SHELF)):
        return True
    return facts.chars < 500 and said and facts.cards < 4


def _is_cookie_wall(facts: PageFacts) -> bool:
    """Consent is asked for, there is a button for it, and hardly a sentence is about anything else."""
    if (facts.says_article and facts.flow >= 4) or (facts.passwords and _heading(facts, words.LOGIN)):
        return False
    if not any(len(unit.text) < 40 and words.ACCEPT.search(unit.text) for unit in facts.cut.units):
        return False
    if not any(words.ASKS_CONSENT.search(unit.text) for unit in facts.cut.units):
        return False
    texts = [
        unit.text
        for unit in facts.cut.units
        if len(unit.text) >= 40 and unit.link_chars < len(unit.text) * 0.6
    ]
    other = sum(count_sentences(text) for text in texts if not words.CONSENT.search(text))
    about = sum(count_sentences(text) for text in texts if words.CONSENT.search(text))
    return about >= 1 and (other <= 2 or other < about / 3)


def _paywall(facts: PageFacts, asking: Sequence[Unit], locked: int | None) -> bool:
    """Whether the text breaks off where a subscription is asked for."""
    if not asking and locked is None:
        return False
    if said(facts.own, without=asking, before=offered_at(asking, locked)) < _HALF_ARTICLE:
        return facts.metadata.free is not True
    if locked is not None:
        return True
    last = facts.prose[-1].index
    named = any("wall" in _names_above(unit) for unit in asking)
    broken = facts.prose[-1].text.rstrip().endswith(("…", "...", "[…]"))
    return (facts.metadata.free is False or named or broken) and asking[0].index - last <= 12


def _is_offer(facts: PageFacts) -> bool:
    """Whether all that a page tells is what a subscription costs."""
    if facts.chars > _SHORT or facts.metadata.free is True:
        return False
    headings = (unit.text for unit in facts.cut.units if unit.kind is Kind.HEADING)
    if not any(len(text) < ASKING and says(words.PAYWALL, text) for text in headings):
        return False
    told = [unit.text for unit in facts.prose if unit.kind is not Kind.HEADING]
    return sum(len(text) for text in told if says(words.OFFER, text)) > _HALF * sum(map(len, told))


def _names_above(unit: Unit) -> str:
    names, box = [], unit.box
    for _ in range(5):
        names.append(box.name)
        if box.parent is None:
            break
        box = box.parent
    return " ".join(names)


def _is_video(facts: PageFacts) -> bool:
    listed = facts.cards >= SHELF and not facts.videos  # a section names the clips that it links
    video = any(
        kind.startswith("og:video") or (kind.startswith("videoobject") and not listed)
        for kind in facts.metadata.types
    )
    plain = not facts.says_article
    return facts.flow < 4 and facts.chars < 700 and plain and (video or (facts.videos > 0 and facts.flow < 3))


def _is_gallery(facts: PageFacts) -> bool:
    if facts.flow >= 4 or facts.chars > 900 or facts.prices >= 4 or facts.shown > 8_000:
        return False
    if facts.says_article and facts.cards:
        return False
    named = bool(facts.metadata.types & {"imagegallery", "mediagallery", "imageobject"})
    said = re.search(
        r"galler|photos?\b|fotos?\b|bilder|photo-?essay|slideshow|in pictures",
        " ".join(facts.headings).lower(),
    )
    return facts.pictures >= 6 and (named or bool(said)) and facts.link_share < 0.7


def _is_list(facts: PageFacts, fewest: int = 5) -> bool:
    """Mostly teasers or links, and no text of its own to speak of."""
    if facts.flow >= ENOUGH or facts.metadata.types & _FORUM_TYPES:
        return False
    weak = facts.flow < 4 or (facts.cards >= 3 * facts.flow)
    return weak and (facts.cards >= fewest or facts.link_share > 0.6)


def _is_search(facts: PageFacts) -> bool:
    shape = bool(
        re.search(r"/(?:search|suche|recherche|buscar|busca|cerca|zoeken|szukaj|find)(?:/|$|\.)", facts.path)
    )
    shape = shape or bool(re.search(r"(?:^|&)(?:q|s|query|search|keyword|keywords|text|term)=", facts.query))
    told = _heading(facts, words.SEARCH) or "searchresultspage" in facts.metadata.types
    return (shape or told) and facts.flow < ENOUGH and (_is_list(facts, 3) or (shape and told))


def _is_tag(facts: PageFacts) -> bool:
    shape = bool(
        re.search(
            r"/(?:tags?|topics?|thema|themen|labels?|keywords?|schlagwort|hashtag|etiqueta)(?:/|$)",
            facts.path,
        )
    )
    return (shape or _heading(facts, words.TAG)) and _is_list(facts, 3)


def _is_forum_index(facts: PageFacts) -> bool:
    if facts.flow >= ENOUGH or facts.sentences >= 2 * ENOUGH:  # threads are named, not told
        return False
    heads = [
        unit.text for unit in facts.cut.units if len(unit.text) < 40 and words.FORUM_INDEX.search(unit.text)
    ]
    distinct = {re.sub(r"\W*\d*$", "", text.lower()) for text in heads}
    shape = bool(re.search(r"forum|board|viewforum|community|/c/|discuss", f"{facts.path}?{facts.query}"))
    many = sum(unit.link_chars > 0.6 * len(unit.text) > 9 for unit in facts.cut.units) >= 6
    return (
        many and facts.flow < 4 and (len(distinct) >= 3 or (len(distinct) >= 2 and shape) or len(heads) >= 12)
    )


def _is_home(facts: PageFacts) -> bool:
    front = facts.url is not None and re.fullmatch(
        r"(?:/[a-z]{2}(?:[-_][a-z]{2})?)?(?:/(?:index|home|default)(?:\.\w+)?)?", facts.path
    )
    return bool(front) and not facts.query and (_is_list(facts) or _links_on(facts))


def _links_on(facts: PageFacts) -> bool:
    """Whether a page has a teaser for each sentence of its own, and links in what was taken for its text."""
    return facts.cards >= max(SHELF, facts.flow) and facts.linked > _LINKING * facts.taken


def _lists(facts: PageFacts) -> bool:
    """Whether nearly all that was taken for the text is links, or teasers of what is told elsewhere.

    Among 1,360 pages of the public sets 10 lists are told so, and one article of 793.
    """
    if facts.cards < SHELF or facts.metadata.types & _FORUM_TYPES:
        return False
    teased = facts.teased > _TEASERS * facts.taken and not facts.metadata.types & ARTICLES
    linked = facts.linked > _LINKS * facts.taken
    return (teased and facts.flow < ENOUGH) or (linked and facts.flow < _FEW_BESIDE)


def _is_section(facts: PageFacts) -> bool:
    """Teasers and hardly a sentence of its own: an article among teasers has sentences outside of them."""
    if _lists(facts) or _leads_on(facts) or _can_be_sorted(facts) or _shows_what_it_leads_to(facts):
        return True
    told = facts.sentences - facts.flow  # in teasers
    few = 1 if facts.says_article else min(told // _TEASERS_SHARE, ENOUGH - 1)
    if facts.cards >= SHELF and told >= 2 * ENOUGH and facts.flow <= few:
        return True  # what was taken for the text is theirs
    listed = bool(facts.metadata.types & _LIST_TYPES) and not facts.metadata.types & ARTICLES
    if facts.says_article and facts.sentences and not (listed and facts.cards >= SHELF):
        return False
    limit = _FEW_OF_OWN + listed if facts.cards >= SHELF else 2
    return _is_list(facts, 6) and facts.cards >= 6 and facts.flow < limit and not _is_directory(facts)


def _leads_on(facts: PageFacts) -> bool:
    """Whether a page's address is a category's and its teasers are more than its text."""
    if facts.cards < SHELF or facts.metadata.types & (_FORUM_TYPES | ARTICLES):
        return False
    few = facts.flow < _FEW_IN_LIST and facts.cards >= _TEASERS_SHARE * facts.flow
    return few and facts.link_share > _LED_ON and bool(words.LIST_PATH.search(facts.path))


def _can_be_sorted(facts: PageFacts) -> bool:
    """Whether a page of teasers can be narrowed or set in order, and leafed through."""
    plain = not facts.says_article and not facts.metadata.types & (_FORUM_TYPES | ARTICLES)
    sorted_ = facts.sorting > 0 and facts.sorting + facts.leafing >= _FEWEST_LABELS
    return plain and sorted_ and facts.cards >= SHELF and facts.flow < 2 * ENOUGH


def _shows_what_it_leads_to(facts: PageFacts) -> bool:
    """Whether pictures and headlines that lead on are nearly all there is: eight for each own sentence."""
    plain = not facts.says_article and not facts.metadata.types & (_FORUM_TYPES | ARTICLES)
    many = facts.cards >= max(_MANY_TEASERS, 2 * _TEASERS_SHARE * facts.flow)
    shown = max(facts.linked_pictures, facts.linked_headings) >= _FEWEST_SHOWN
    return plain and many and shown and facts.flow < ENOUGH and facts.link_share > _NEARLY_HALF


def _is_directory(facts: PageFacts) -> bool:
    """Links with hardly a word between them."""
    written = sum(  # a teaser's headline is written, if a link; of a bare list nothing is
        len(unit.text) - (0 if facts.cards else unit.link_chars)
        for unit in facts.cut.units
        if unit.kind is Kind.PROSE and len(unit.text) > 80
    )
    plain = facts.flow < 2 and not (facts.says_article and facts.sentences)
    lines = sum(unit.link_chars > 0.7 * len(unit.text) > 0 for unit in facts.cut.units)
    many = lines >= 20 or (facts.links >= 20 and not facts.cards)  # one under the other, or in one line
    return plain and many and facts.link_share > 0.6 and written < 0.15 * facts.shown


def _is_empty(facts: PageFacts) -> bool:
    """No text, or a lone line, which stands for one that is yet to come, or what is asked before it comes."""
    if (
        not facts.body
        or _says_hardly_more(facts, words.AGE_GATE)
        or _says_hardly_more(facts, words.AD_BLOCKER)
    ):
        return True
    few = facts.sentences == 0 and sum(len(unit.text) for unit in facts.body) < _NOTHING
    return few and not _is_tiny(facts)


def _is_tiny(facts: PageFacts) -> bool:
    """Whether a few lines are all that a page has: no script will add to them, and no menu stands beside."""
    return not facts.scripts and facts.shown < _NOTHING and len(facts.cut.units) > 1


# In this order: what bars the way before what stands behind it.
_KINDS: tuple[tuple[Reason, Callable[[PageFacts], bool]], ...] = (
    (Reason.BOT_CHECK, _is_bot_check),
    (Reason.ERROR_PAGE, _is_error),
    (Reason.LOGIN, _is_login),
    (Reason.SEARCH, _is_search),
    (Reason.SHOP, is_shop),
    (Reason.FORUM_INDEX, _is_forum_index),
    (Reason.TAG, _is_tag),
    (Reason.HOME, _is_home),
    (Reason.GALLERY, _is_gallery),
    (Reason.VIDEO, _is_video),
    (Reason.DIRECTORY, _is_directory),
    (Reason.SECTION, _is_section),
    (Reason.SCRIPT_PAGE, _is_script_page),
    (Reason.EMPTY, _is_empty),
)
