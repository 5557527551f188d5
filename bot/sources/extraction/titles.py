"""What an article is called: a heading that the head of its page confirms, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from bot.sources.extraction.linked_data import Thing, is_article, text_of, types_of
from bot.sources.extraction.spoken import cleaned, read_out, texts_in, words_of

MAX_TITLE = 400  # characters
# Between a title and the site's name. A plain hyphen counts only between blanks, or before a short Chinese or
# Japanese name; brackets only at the end.
_ASIAN = "\u3040-\u30ff\u4e00-\u9fff"
_BORDER = re.compile(
    r"\s+(?:[|–—·•»«>/~⋆-]|::)+\s+|\s*[|｜]\s*|\s+:\s+"
    rf"|[_-](?=[{_ASIAN}]{{2,8}}(?:[_-]|$))|\s*[(](?=[^()]+[)]$)"
)
_BAR = re.compile(r"\s[|｜]\s")
_ASIAN_WORD = re.compile(f"[{_ASIAN}]")
_CUT = ("…", "...")
_TEXT = re.compile(r"(?:[^.!?]{20,400}[.!?]\s+){2}[^.!?]{20,400}[.!?]")  # three whole sentences are no title
# What a heading has behind the head's words where the head left out the end of a sentence: words in small
# letters that are no byline.
_GOES_ON = re.compile(r"\s*[,&]?\s*(?!(?:by|von|par|por|di|posted|published)\b)[^\W\d_]")
_GOES_ON_BEHIND = re.compile(r"\s*[–—:|-]\s")
_TICKET = re.compile(r"\s+#\d+$")  # the number of an issue or a change, behind its name
_MOST_HEADINGS = 60
_LONGEST = 45  # words of a heading that can be a title
_LONGEST_NAME = 6  # words of a site's name
_LONG_ENOUGH = 4  # words before a bar that are a title, whatever follows it
_LONGEST_LABEL = 3  # words of a label before a title ("Opinion", "Press release")
_MANUALS = frozenset(["documentation", "docs", "manual", "handbook", "reference"])  # "Acme 2.1 documentation"
_SITE_TYPES = frozenset(["website", "organization", "newsmediaorganization"])
_FEWEST_INITIALS = 3
_NO_INITIALS = frozenset(["of", "and", "the", "for", "in", "on", "de", "la", "du", "et", "und", "für", "der"])
_SLOGANS_SHARE = 0.25  # of the words of a heading and of the head that both have, at most


@dataclass(frozen=True, slots=True)
class Site:
    """By what names a site calls itself, without blanks and marks, and its host."""

    names: frozenset[str]
    host: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page: its rank, its text, and the text of each element in it."""

    tag: str
    text: str
    parts: tuple[str, ...]


def read_title(root: Any, meta: Mapping[str, str], things: Sequence[Thing], url: str | None) -> str | None:
    """The title of the article on a page; None where nothing is called anything."""
    site = _site(root, meta, things, url)
    said = _said(root, meta, things)
    heads = [text for text in (_without_site(text, site) for text in said) if not _is_site(text, site)]
    found = list(_headings(root, site, _first_segments(said, site)))
    alone = _single([one for one in found if one.tag == "h1"])
    slogan = alone and heads and not any(map(is_article, things)) and _is_slogan(alone, heads[0], url)
    title = (
        _confirmed(found, said, heads)
        or _lower_heading([one for one in found if one.tag != "h1"], said, alone)
        or (None if slogan else alone)
        or _agreed(heads)
        or (_without_tail(heads[0]) if heads else None)
        or next((one.text for one in found if one.tag == "h1"), None)
        or (_without_tail(said[0]) if said else None)
    )
    bare = _without_site(title, site) if title else ""
    if bare and words_of(bare) in map(words_of, heads):
        title = bare  # a heading may name the site too
    return _before_bar(_without_ticket(title, said))[:MAX_TITLE] if title else None


def _site(root: Any, meta: Mapping[str, str], things: Sequence[Thing], url: str | None) -> Site:
    names = [meta.get(name) for name in ("og:site_name", "application-name", "apple-mobile-web-app-title")]
    names.append(meta.get("twitter:site", "").lstrip("@"))
    for thing in things:
        if _SITE_TYPES & {kind.lower() for kind in types_of(thing)}:
            names.append(text_of(thing.get("name")))
        publisher = thing.get("publisher")
        if isinstance(publisher, dict):
            names.append(text_of(publisher.get("name")))
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    known = Site(frozenset(), host, url)
    for heading in islice(root.iter("h1"), _MOST_HEADINGS):
        link = heading.find(".//a")
        if link is not None and _is_logo(read_out(heading), link.get("href"), known):
            names.append(read_out(heading))
    title = words_of(meta.get("og:title"))
    if len(title) > _LONGEST_NAME:  # sites there are that give each page's title as the publisher's name
        names = [name for name in names if words_of(name) != title]
    return replace(known, names=frozenset(filter(None, ("".join(words_of(name)) for name in names))))


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
    cut = (list(_BORDER.finditer(text)) for text in said)
    return [
        words_of(text[: borders[0].start()])
        for text, borders in zip(said, cut, strict=True)
        if borders and _is_site(text[borders[-1].end() :], site)
    ]


def _headings(root: Any, site: Site, begins: Collection[list[str]]) -> Iterator[Heading]:
    """The headings that are not the site's own name or logo, unless the head `begins` with one."""
    for place, element in enumerate(root.iter("h1", "h2", "h3")):
        if place >= _MOST_HEADINGS:
            return
        parts = tuple(text for text in map(cleaned, texts_in(element)) if text)
        text = cleaned(read_out(element))
        own = text and (not _is_site(text, site) or (len(words_of(text)) > 1 and words_of(text) in begins))
        if text and own and len(words_of(text)) <= _LONGEST:
            link = element.find(".//a")
            if link is None or not _is_logo(text, link.get("href"), site):
                yield Heading(element.tag, text, parts)


def _is_logo(text: str, href: str | None, site: Site) -> bool:
    """Whether a heading is the site's name: it links to the first page, and is no longer than a name."""
    return len(words_of(text)) <= _LONGEST_NAME and _leads_home(href, site)


def _leads_home(href: str | None, site: Site) -> bool:
    if href is None:
        return False
    try:
        address = urlsplit(urljoin(site.url or "", href.strip()))
    except ValueError:
        return False
    same = not address.hostname or address.hostname.removeprefix("www.") == site.host
    return (
        same
        and address.path in {"", "/", "/index.html", "/index.php"}
        and not address.query
        and (bool(address.hostname) or href.strip() in {"/", "./"})
    )


def _is_site(text: str, site: Site) -> bool:
    """Whether a text is the name of the site: as declared, or as its host spells it."""
    compact = "".join(words_of(text))
    if not compact or compact in site.names:
        return True
    for name in site.names:
        near = len(name) > 3 and len(compact) < len(name) + 12
        if near and (compact.startswith(name) or compact.endswith(name)):
            return True
    return _is_host(compact, len(words_of(text)), site.host) or _is_written_out(text, site.host)


_COMMON_LABELS = frozenset({"com", "org", "net", "gov", "edu", "www"})  # of hosts in countries, as in com.au


def _is_written_out(text: str, host: str) -> bool:
    """Whether a host is the initials of a name: who.int of "World Health Organization"."""
    words = words_of(text)
    telling = [word for word in words if word not in _NO_INITIALS]
    initials = {"".join(word[0] for word in spoken) for spoken in (words, telling)}
    labels = set(host.split(".")[:-1]) - _COMMON_LABELS
    return any(len(label) >= _FEWEST_INITIALS and label in initials for label in labels)


def _is_host(compact: str, words: int, host: str) -> bool:
    if not host or compact == "".join(words_of(host)):
        return bool(host)
    labels = [label.replace("-", "") for label in host.split(".")[:-1] if label not in {"com", "co"}]
    return any(
        (len(label) >= 3 and compact == label)
        or (len(label) >= 5 and label in compact and words <= 5)
        or (len(compact) >= 5 and compact in label)
        for label in labels
    )


def _without_site(title: str, site: Site) -> str:
    """The title without the segments at its ends that are the site's name, or its host as the first word."""
    first, _, rest = title.partition(" ")
    if rest[:1].isalnum() and first.lower() == site.host:
        title = rest
    for _ in range(8):
        borders = list(_BORDER.finditer(title))
        if not borders:
            break
        before, last = title[: borders[-1].start()].strip(), title[borders[-1].end() :].strip(" )")
        first, after = title[: borders[0].start()].strip(), title[borders[0].end() :].strip()
        if words_of(before) and _is_site(last, site):
            title = before
        elif words_of(after) and _is_site(first, site):
            title = after
        else:
            break
    return title


def _agreed(heads: Sequence[str]) -> str | None:
    """The longest segment that two titles of the head share beside others: "r/acme - X" and "X : acme"."""
    segments = [[part.strip(" )") for part in _BORDER.split(text)] for text in dict.fromkeys(heads)]
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
    borders = [border for border in _BORDER.finditer(title) if "(" not in border[0]]
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


def _is_sites_segment(heading: Heading, found: Sequence[Heading], said: Collection[str]) -> bool:
    """Whether a heading is the segment of the head that names the site, and another one is the title's."""
    spoken = words_of(heading.text)
    lower = [words_of(one.text) for one in found if one.tag != "h1" or one.text != heading.text]
    for text in said:
        segments = [words_of(part) for part in _BORDER.split(text)]
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
        begin, *more = map(words_of, _BORDER.split(text))
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
    ahead = _BORDER.split(heading.text)[0], heading.text.partition(":")[0]
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
    goes_on = _GOES_ON.match(heading, end) if at >= 0 else None
    if goes_on and (goes_on[0][-1].islower() or goes_on[0].lstrip()[0] in ",&"):
        return heading
    return heading if at == 0 and _GOES_ON_BEHIND.match(heading, end) else head


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
                segments = [words_of(part) for part in (text, *_BORDER.split(text))]
                if spoken in segments or (not alone and len(spoken) >= 4 and _holds(text, one.text)):
                    return one.text
    return None


def _single(first: Sequence[Heading]) -> str | None:
    """The page's only first-rank heading, if it is long enough to be a title."""
    titled = len(first) == 1 and len(words_of(first[0].text)) >= 3 and not _TEXT.search(first[0].text)
    return first[0].text if titled else None


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
