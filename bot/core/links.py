"""Links: their canonical form, where they stand in a text, and links to a sentence on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from bot.core.errors import NotALinkError


if TYPE_CHECKING:
    from bot.core.article import Article
    from bot.core.models import Sentence

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|igshid|igsh|mc_cid|mc_eid|yclid|msclkid|_ga|_gl|ref_src|ref_url|twclid|ttclid)",
    re.IGNORECASE,
)
_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*|\[[0-9a-f:.]+\]")
_PORTS = {"http": 80, "https": 443}


def clean_url(url: str) -> str:
    """The address that stands for a page. Raises NotALinkError."""
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, parts.hostname
        host = (
            (host or "").rstrip(".").encode("idna").decode("ascii").lower()
            if host and ":" not in host
            else host
        )
    except (ValueError, UnicodeError) as error:
        raise NotALinkError(url=url) from error
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host or (":" not in host and not _HOST.fullmatch(host)):
        raise NotALinkError(url=url)
    if re.search(r"[\s\x00-\x1f\x7f]", url.strip()):
        raise NotALinkError(url=url)
    place = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS[scheme]:
        place += f":{port}"
    query = "&".join(
        part for part in parts.query.split("&") if part and not _TRACKING.fullmatch(part.partition("=")[0])
    )
    return urlunsplit((scheme, place, parts.path or "/", query, ""))


_LINK = re.compile(r"https?://[^\s<>\"'“”«»]+", re.IGNORECASE)


def find_links(text: str) -> list[str]:
    """The links that stand in a text, in order, each once."""
    return list(dict.fromkeys(match.group().rstrip(".,;:!?)]}…") for match in _LINK.finditer(text)))


def fragment_link(article: Article, sentence: Sentence) -> str | None:
    """A link to the sentence on its page; None for an article without an address."""
    if article.url is None:
        return None
    return f"{article.url}#:~:text={quote(sentence.text, safe='').replace('-', '%2D')}"
