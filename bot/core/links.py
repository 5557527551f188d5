"""Links: the form that names a page, where they stand in a text, and links to a sentence on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from bot.core.data import words
from bot.core.errors import NotALinkError

if TYPE_CHECKING:
    from bot.core.article import Article
    from bot.core.models import Sentence

_LONGEST_URL = 8_000  # characters; servers refuse longer request lines
_PORTS = {"http": 80, "https": 443}
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_NO_URL = re.compile(r"[\s\x00-\x20\x7f-\x9f\ud800-\udfff\\]")
_PERCENT = re.compile("%[0-9a-fA-F]{2}")

# Parameters that tell the site where a reader came from and change nothing on the page.
_TRACKING = re.compile(
    r"(?:utm|mtm|matomo|piwik|pk|ns)_\w+|fbclid|fb_(?:action_ids|action_types|source|ref)|gclid|gclsrc|dclid|gbraid|"
    r"wbraid|srsltid|_ga|_gl|gad_source|igshid|igsh|mc_[ce]id|yclid|ysclid|msclkid|twclid|ttclid|li_fat_id|epik|"
    r"rb_clickid|ref_src|ref_url|__twitter_impression|mkt_tok|vero_(?:id|conv)|oly_(?:enc|anon)_id|_hsenc|_hsmi|"
    r"__hs(?:tc|sc|fp)|hsctatracking|s_cid|xtor|wt_mc|wt_zmc|at_(?:medium|campaign|link_\w+|custom\d|bbc_team|ptr_name)|"
    r"guccounter|guce_referrer(?:_sig)?|openstat|__s|cmpid|dm_i|trkcampaign|smid|soc_src|soc_trk",
    re.IGNORECASE,
)

_LINK = re.compile(
    r"(?i:https?)://[^\s<>\"“”„«»‘。，、！？；：（）「」『』【】《》\x00-\x1f]+"
    r"|(?<![\w@./:%=&?#-])(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,4}[^\W\d_]{2,18}(?::\d{2,5})?"
    r"(?![\w@-])(?:[/?#][^\s<>\"“”„«»‘。，、！？；：（）「」『』【】《》\x00-\x1f]*)?"
)
# Endings that make "example.org" a link without "https://"; no word of a language is among them ("know.it").
_ENDINGS = frozenset(words("small_words")["endings"])
_FILES = frozenset(
    ["py", "rs", "md", "sh", "pl", "cc", "js", "ts", "vb", "ps", "so", "mk"]
)  # also country codes
_TRAILING = ".,;:!?'’\"*_~…|"
_BRACKETS = {")": "(", "]": "[", "}": "{"}

_SHORT = 80  # characters: a shorter sentence is quoted whole; longer ones by their first and last words
_EDGE_WORDS = 6
_PREFIX_WORDS = 3
_UNSPACED = re.compile("[\u0e01-\u0e4e\u3040-\u30ff\u3400-\u9fff]")
_OUTER = re.compile(r"^\W+|\W+$")


def clean_url(url: str) -> str:
    """The address that names a page: what an article is stored under.

    Scheme and host in lower case, the host in its ASCII form (IDNA 2008), without default port, final dot,
    fragment and tracking parameters; other parameters stay as they are and in their order. Cleaning twice is
    cleaning once. A user name is kept, for `bot.sources.guard` to refuse. Raises NotALinkError for what is no
    http or https link.
    """
    url = url.strip()
    if len(url) > _LONGEST_URL or _NO_URL.search(url):
        raise NotALinkError(url=url[:200])
    try:
        parts = urlsplit(url)
        place = _place(parts)
    except ValueError as error:  # bad port or brackets; UnicodeError (no such host in IDNA) is one too
        raise NotALinkError(url=url[:200]) from error
    path = _without_dots(_encoded(parts.path)) or "/"
    return urlunsplit((parts.scheme.lower(), place, path, _without_tracking(_encoded(parts.query)), ""))


def _place(parts: SplitResult) -> str:
    scheme, host = parts.scheme.lower(), _ascii_host(parts.hostname or "")
    if scheme not in _PORTS or not host:
        raise ValueError(parts.netloc)
    user = parts.netloc.rpartition("@")[0]
    place = f"{quote(user, safe=':%')}@{host}" if user else host
    return place if parts.port in {None, _PORTS[scheme]} else f"{place}:{parts.port}"


def _ascii_host(host: str) -> str:
    if ":" in host:  # an IPv6 address: urlsplit has checked it
        return f"[{host}]"
    host = host.removesuffix(".")
    if not host.isascii():
        import idna  # noqa: PLC0415 - large tables that ASCII hosts never need

        host = idna.encode(host, uts46=True).decode("ascii")
    if len(host) > 253 or not _HOST.fullmatch(host):
        raise ValueError(host)
    return host


def _encoded(part: str) -> str:
    """A path or query as it travels: what is not ASCII as UTF-8 in percent signs, those in capitals."""
    quoted = quote(part, safe="%/:@!$&'()*+,;=~?[]|{}^`")
    return _PERCENT.sub(lambda match: match.group().upper(), quoted)


def _without_dots(path: str) -> str:
    """The path with "." and ".." resolved (RFC 3986, section 5.2.4)."""
    if "/." not in path:
        return path
    kept: list[str] = []
    steps = path.split("/")
    for step in steps:
        if step == "..":
            if len(kept) > 1:
                kept.pop()
        elif step != ".":
            kept.append(step)
    if steps[-1] in {".", ".."}:
        kept.append("")
    return "/".join(kept)


def _without_tracking(query: str) -> str:
    parameters = query.split("&")
    return "&".join(part for part in parameters if part and not _TRACKING.fullmatch(part.partition("=")[0]))


def find_links(text: str) -> list[str]:
    """The web links that stand in a plain text, in order, each once, not cleaned.

    A bare domain counts with a path or a common ending ("example.org", but not "setup.py") and gets
    "https://". Marks and brackets that belong to the sentence around a link are left out.
    """
    found: dict[str, None] = {}
    for match in _LINK.finditer(text):
        link = _without_tail(match.group())
        if "://" not in link[:8]:
            if not _is_domain(link):
                continue
            link = f"https://{link}"
        try:
            clean_url(link)
        except NotALinkError:
            continue
        found.setdefault(link)
    return list(found)


def _without_tail(link: str) -> str:
    """The link without the sentence's marks behind it; a bracket goes when its partner is not in the link."""
    counts = {mark: link.count(mark) for mark in "()[]{}"}
    end = len(link)
    while end:
        last = link[end - 1]
        if last in _BRACKETS and counts[last] > counts[_BRACKETS[last]]:
            counts[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return link[:end]


def _is_domain(link: str) -> bool:
    host, _, rest = link.partition("/")
    host = re.split("[:?#]", host)[0]
    ending = host.rpartition(".")[2].lower()
    if rest or "?" in link:
        return ending.isalpha() and host.count(".") >= 1 and ending not in _FILES - _ENDINGS
    return (ending in _ENDINGS and ending not in _FILES) or host.lower().startswith("www.")


def fragment_link(article: Article, sentence: Sentence) -> str | None:
    """A link that opens the page at the sentence, marked; None for an article without an address.

    It is a text fragment (WICG Scroll To Text Fragment): the sentence, or its first and last words when it is
    long, after the words before it when the same words stand earlier in the article.
    """
    if article.url is None:
        return None
    start, end = _edges(_plain(sentence.text))
    if not start:
        return article.url
    directive = _quoted(start)
    if end:
        directive += f",{_quoted(end)}"
    if article.text.find(start, 0, sentence.start) >= 0:
        before = article.text[max(0, sentence.start - 200) : sentence.start]
        prefix = _OUTER.sub("", " ".join(before.split()[-_PREFIX_WORDS:]))
        directive = f"{_quoted(prefix)}-,{directive}" if prefix else directive
    return f"{article.url}{'' if '#' in article.url else '#'}:~:text={directive}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _edges(text: str) -> tuple[str, str]:
    """What stands in the fragment: the whole text and nothing, or its first and its last words."""
    whole = _OUTER.sub("", text)
    words = whole.split(" ")
    if len(whole) <= _SHORT or len(words) <= 2 * _EDGE_WORDS or _UNSPACED.search(whole):
        return whole, ""
    first, last = " ".join(words[:_EDGE_WORDS]), " ".join(words[-_EDGE_WORDS:])
    return _OUTER.sub("", first), _OUTER.sub("", last)


def _quoted(text: str) -> str:
    # A hyphen is syntax here ("prefix-,"), and `quote` leaves it; commas and ampersands it encodes.
    return quote(text, safe="").replace("-", "%2D")
