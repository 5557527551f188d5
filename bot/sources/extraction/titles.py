"""What an article is called: a heading that the head of its page confirms, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.sources.extraction.linked_data import Thing, is_article, text_of
from bot.sources.extraction.site_names import (
    ASIAN,
    BORDER,
    MOST_HEADINGS,
    Site,
    is_logo,
    is_site,
    read_site,
    without_site,
)
from bot.sources.extraction.spoken import cleaned, read_out, texts_in, words_of

MAX_TITLE = 400  # characters
_BAR = re.compile(r"\s[|｜]\s")
_ASIAN_WORD = re.compile(f"[{ASIAN}]")
_CUT = ("…", "...")
_TEXT = re.compile(r"(?:[^.!?]{20,400}[.!?]\s+){2}[^.!?]{20,400}[.!?]")  # three whole sentences are no title
# What a heading has behind the head's words where the head left out the end of a sentence: words in small
# letters that are no byline.
_GOES_ON = re.compile(r"\s*[,&]?\s*(?!(?:by|von|par|por|di|posted|published)\b)[^\W\d_]")
_GOES_ON_BEHIND = re.compile(r"\s*[–—:|-]\s")
_TICKET = re.compile(r"\s+#\d+$")  # the number of an issue or a change, behind its name
_LONGEST = 45  # words of a heading that can be a title
_LONG_ENOUGH = 4  # words before a bar that are a title, whatever follows it
_LONGEST_LABEL = 3  # words of a label before a title ("Opinion", "Press release")
_MANUALS = frozenset(["documentation", "docs", "manual", "handbook", "reference"])  # "Acme 2.1 documentation"
_ASIDE = frozenset(["nav", "footer"])  # a heading in them is a title only where the head says so
_LONGEST_REST = 3  # words with which a heading goes on behind what the head says
_NEAR = 0.7  # of the words of a heading and of the head that both have, where one is the other said anew
_FEWEST_SHARED = 2  # words that a heading in an article has in common with the head
_SLOGANS_SHARE = 0.25  # of the words of a heading and of the head that both have, at most


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page: its rank, its text, and the text of each element in it."""

    tag: str
    text: str
    parts: tuple[str, ...]
    above: frozenset[str]  # tags of the elements around it
    linked: bool


def read_title(root: Any, meta: Mapping[str, str], things: Sequence[Thing], url: str | None) -> str | None:
    """The title of the article on a page; None where nothing is called anything."""
    site = read_site(root, meta, things, url)
    said = _said(root, meta, things)
    heads = [text for text in (without_site(text, site) for text in said) if not is_site(text, site)]
    found = list(_headings(root, site, _first_segments(said, site)))
    first = [one for one in found if one.tag == "h1"]
    alone = _alone(first, said)
    slogan = alone and heads and not any(map(is_article, things)) and _is_slogan(alone, heads[0], url)
    title = (
        _confirmed(found, said, heads)
        or _lower_heading([one for one in found if one.tag != "h1"], said, alone)
        or (None if slogan else alone)
        or _said_anew(first, heads)
        or _agreed(heads)
        or (_without_tail(heads[0]) if heads else None)
        or next((one.text for one in first), None)
        or (_without_tail(said[0]) if said else None)
    )
    bare = without_site(title, site) if title else ""
    if bare and words_of(bare) in map(words_of, heads):
        title = bare  # a heading may name the site too
    return _before_bar(_without_ticket(title, said))[:MAX_TITLE] if title else None


def _said(root: Any, meta: Mapping[str, str], things: Sequence[Thing]) -> list[str]:
    """The titles that the head of a page gives, the most trusted first."""
    element = root.find(".//title")
    head = "".join(element.itertext()) if element is not None else None
    headline = next(
        (text for text in (text_of(thing.get("headline")) for thing in things if is_article(thing)) if text),
        None,
    )
    found = (cleaned(text) for text in (meta.get("og:title"), meta.get("twitter:title"), head, headline))
    return [text for text in found if text]


def _first_segments(said: Collection[str], site: Site) -> list[list[str]]:
    """What the head begins with before the site's name, which may be in it too: "Acme scripts | Acme"."""
    cut = (list(BORDER.finditer(text)) for text in said)
    return [
        words_of(text[: borders[0].start()])
        for text, borders in zip(said, cut, strict=True)
        if borders and is_site(text[borders[-1].end() :], site)
    ]


def _headings(root: Any, site: Site, begins: Collection[list[str]]) -> Iterator[Heading]:
    """The headings that are not the site's own name or logo, unless the head `begins` with one."""
    for place, element in enumerate(root.iter("h1", "h2", "h3")):
        if place >= MOST_HEADINGS:
            return
        parts = tuple(text for text in map(cleaned, texts_in(element)) if text)
        text = cleaned(read_out(element))
        own = text and (not is_site(text, site) or (len(words_of(text)) > 1 and words_of(text) in begins))
        if text and own and len(words_of(text)) <= _LONGEST:
            link = element.find(".//a")
            if link is None or not is_logo(text, link.get("href"), site):
                above = frozenset(around.tag for around in element.iterancestors())
                yield Heading(element.tag, text, parts, above, link is not None)


def _agreed(heads: Sequence[str]) -> str | None:
    """The longest segment that two titles of the head share beside others: "r/acme - X" and "X : acme"."""
    segments = [[part.strip(" )") for part in BORDER.split(text)] for text in dict.fromkeys(heads)]
    first, *others = segments or [[]]
    if len(first) < 2 or not any(len(parts) > 1 and parts != first for parts in others):
        return None
    shared = [
        part
        for part in first
        if any(len(parts) > 1 and words_of(part) in map(words_of, parts) for parts in others)
    ]
    best = max(shared, key=_length, default="")
    return best if _length(best) > 1 and len(shared) < len(first) else None


def _without_tail(title: str) -> str:
    """The title without a short last segment, which is a site or a section more often than not.

    Brackets mostly say more of the thing itself: "(Infographic)".
    """
    borders = [border for border in BORDER.finditer(title) if "(" not in border[0]]
    if borders:
        before, after = title[: borders[-1].start()].strip(), title[borders[-1].end() :].strip()
        if _length(before) >= max(2, _length(after)) and _length(after) <= 4:
            return before
    return title


def _without_ticket(title: str, said: Collection[str]) -> str:
    """The title without the number of an issue or a change behind it, which the head sets apart from it."""
    bare = _TICKET.sub("", title)
    apart = any(_holds(text, bare) for text in said) and not any(_holds(text, title) for text in said)
    return bare if apart else title


def _before_bar(title: str) -> str:
    """The title up to a bar: behind it sites name a section, or say the same for search engines.

    Of twenty titles with a bar left in them on pages of the public sets two were called so by people too.
    """
    before, *after = _BAR.split(title, maxsplit=1)
    size = _length(before)
    return before if after and (size >= _LONG_ENOUGH or size >= max(2, _length(after[0]))) else title


def _length(text: str) -> int:
    """How many words a text has; two characters a word in scripts without blanks."""
    return sum((len(word) + 1) // 2 if _ASIAN_WORD.match(word) else 1 for word in words_of(text))


def _holds(text: str, part: str) -> bool:
    return f" {' '.join(words_of(part))} " in f" {' '.join(words_of(text))} "


def _confirmed(found: Sequence[Heading], said: Collection[str], heads: Sequence[str]) -> str | None:
    """A first-rank heading that the head repeats, or that holds what the head says beside a label."""
    first = [one for one in found if one.tag == "h1"]
    repeated = [
        one
        for one in first
        if any(_holds(text, one.text) for text in said) and not _is_sites_segment(one, found, said)
    ]
    best = max(repeated, key=lambda one: len(words_of(one.text)), default=None)
    best = next((one for one in repeated if best and _is_said_shorter(one, best)), best)
    if best and (len(words_of(best.text)) > 1 or _is_whole(best.text, heads) or _begins(first, said)):
        return _unlabelled(best, heads) or _numbered(best.text, heads) or best.text
    return next(
        (
            _of_both(one.text, head)
            for head in heads
            for one in first
            if len(words_of(head)) >= 3 and _holds(one.text, head)
        ),
        None,
    )


def _is_said_shorter(heading: Heading, longer: Heading) -> bool:
    """Whether a heading is another one without what is set behind it: "A tip" of "A tip - Boats forum"."""
    whole = len(words_of(heading.text)) >= 3 and longer.text.startswith(heading.text)
    return whole and BORDER.match(longer.text, len(heading.text)) is not None


def _is_sites_segment(heading: Heading, found: Sequence[Heading], said: Collection[str]) -> bool:
    """Whether a heading is the segment of the head that names the site, and another one is the title's."""
    spoken = words_of(heading.text)
    lower = [words_of(one.text) for one in found if one.tag != "h1" or one.text != heading.text]
    for text in said:
        segments = [words_of(part) for part in BORDER.split(text)]
        if len(segments) < 2:
            continue
        first, last = segments[0], segments[-1]
        if spoken == last and first in lower and len(first) > 1:
            return True
        if spoken == first and len(first) <= 3 and last in lower and len(last) >= 4:
            return True
    return False


def _begins(first: Sequence[Heading], said: Collection[str]) -> bool:
    """Whether the page's only first-rank heading begins what the head says: "systemd - ArchWiki".

    Where more than a name follows, it may be a section's: "News - The ferry stops for good".
    """
    for text in said if len(first) == 1 else ():
        begin, *more = map(words_of, BORDER.split(text))
        if begin == words_of(first[0].text) and all(
            len(part) <= _LONGEST_LABEL or part[-1] in _MANUALS for part in more
        ):
            return True
    return False


def _is_whole(text: str, heads: Sequence[str]) -> bool:
    """Whether a single word is all that the head says."""
    spoken = words_of(text)
    return any(spoken in (words_of(head), words_of(_without_tail(head))) for head in heads)


def _unlabelled(heading: Heading, heads: Sequence[str]) -> str | None:
    """The heading without a label before it, which a shorter head leaves out, or an element sets apart."""
    spoken = words_of(heading.text)
    for head in heads:
        shorter = words_of(head)
        more = len(spoken) - len(shorter)
        labelled = 0 < more <= _LONGEST_LABEL <= len(shorter) and spoken[more:] == shorter
        if labelled and not head.endswith(_CUT) and _is_set_apart(heading, spoken[:more]):
            return head
    if 2 <= len(heading.parts) <= 4:
        last, label = heading.parts[-1], " ".join(heading.parts[:-1])
        size, of_label = len(words_of(last)), len(words_of(label))
        whole = [head for head in heads if words_of(head) == spoken]
        if whole and not label.endswith(":") and not any(_has_colon_behind(head, of_label) for head in whole):
            return None
        if 0 < of_label <= _LONGEST_LABEL <= size and size >= 2 * of_label and label[-1] not in "-–,":
            return last.lstrip(":–—- ")
    return None


def _has_colon_behind(head: str, words: int) -> bool:
    """Whether a colon is behind so many first words: "100 years: The old lighthouse shines again"."""
    return ":" in head and len(words_of(head.partition(":")[0])) == words


def _is_set_apart(heading: Heading, label: Sequence[str]) -> bool:
    """Whether words that begin a heading are a label: an element of their own, or a mark behind them.

    "The" before "best cameras" is none.
    """
    begun: list[str] = []
    for part in heading.parts[:-1]:
        begun += words_of(part)
        if begun == label:
            return True
    ahead = BORDER.split(heading.text)[0], heading.text.partition(":")[0]
    return any(words_of(text) == label for text in ahead)


def _numbered(text: str, heads: Sequence[str]) -> str | None:
    """A head that has a number more than the heading: the year, or how many things are listed.

    Other words more are for search engines: of 30 pages where it mattered, 22 were called as the heading is.
    """
    spoken = words_of(text)
    for head in heads:
        first, *rest = words_of(head)
        if (first.isdigit() and rest == spoken) or (
            rest and rest[-1].isdigit() and [first, *rest[:-1]] == spoken
        ):
            return head
    return None


def _of_both(heading: str, head: str) -> str:
    """The head where the heading adds a label or a date to it; the heading where that goes on behind it."""
    at = heading.lower().find(head.lower())
    end = at + len(head)
    if at == 0 and _goes_on_shortly(heading[end:]):
        return heading
    goes_on = _GOES_ON.match(heading, end) if at >= 0 else None
    if goes_on and (goes_on[0][-1].islower() or goes_on[0].lstrip()[0] in ",&"):
        return heading
    return heading if at == 0 and _GOES_ON_BEHIND.match(heading, end) else head


def _goes_on_shortly(rest: str) -> bool:
    """Whether a heading has a few words more than the head, which are no byline: "Prices" and "Compared"."""
    few = 0 < len(words_of(rest)) <= _LONGEST_REST and not BORDER.search(rest)
    return few and rest[0] == " " and _GOES_ON.match(rest.lower()) is not None


def _lower_heading(found: Sequence[Heading], said: Sequence[str], alone: str | None) -> str | None:
    """A heading of the second or third rank that is a segment of what the head says.

    Where a heading of the first rank stands alone, one that the head only holds somewhere is a section's.
    """
    for tag in ("h2", "h3"):
        for one in found:
            spoken = words_of(one.text)
            if one.tag != tag or len(spoken) < 2:
                continue
            for text in said:
                segments = [words_of(part) for part in (text, *BORDER.split(text))]
                if spoken in segments or (not alone and len(spoken) >= 4 and _holds(text, one.text)):
                    return one.text
    return None


def _alone(first: Sequence[Heading], said: Collection[str]) -> str | None:
    """The page's only first-rank heading, or its article's only one, if it is long enough to be a title."""
    own = [one for one in first if not one.above & _ASIDE]
    if len(own) > 1:  # the others are the site's, or of what else there is to read
        own = [one for one in own if "article" in one.above and not one.linked]
        shared = {word for text in said for word in words_of(text)}.intersection(
            *(words_of(one.text) for one in own)
        )
        own = own if len(shared) >= _FEWEST_SHARED else []
    titled = len(own) == 1 and len(words_of(own[0].text)) >= 3 and not _TEXT.search(own[0].text)
    return own[0].text if titled else None


def _said_anew(first: Sequence[Heading], heads: Collection[str]) -> str | None:
    """The first-rank heading that has nearly the words of the head: "Boats in 2025" and "Boats 2025"."""
    for one in first:
        for spoken, said in ((set(words_of(one.text)), set(words_of(head))) for head in heads):
            if len(said) >= 3 and len(spoken & said) >= _NEAR * len(spoken | said):
                return one.text
    return None


def _is_slogan(heading: str, head: str, url: str | None) -> bool:
    """Whether a heading is a slogan: it has hardly a word of what the head says, which names the page.

    That is so on a site's first page, and where the address has more of the head's words. On the public sets'
    pages that declare no article 13 heads so taken were the title, and 6 of the headings that they replaced.
    """
    spoken, said = set(words_of(heading)), set(words_of(head))
    if len(said) < 2 or len(spoken & said) >= _SLOGANS_SHARE * len(spoken | said):
        return False
    address = set(words_of(_path(url)))
    return url is not None and (not address or len(said & address) > len(spoken & address))


def _path(url: str | None) -> str:
    try:
        return unquote(urlsplit(url or "").path)
    except ValueError:
        return ""
