"""The one form of a link that names a page."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from bot.core.errors import NotALinkError

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
        authority = _authority(parts)
    except ValueError as error:  # bad port or brackets; UnicodeError (no such host in IDNA) is one too
        raise NotALinkError(url=url[:200]) from error
    path = _without_dots(_encoded(parts.path)) or "/"
    return urlunsplit((parts.scheme.lower(), authority, path, _without_tracking(_encoded(parts.query)), ""))


def _authority(parts: SplitResult) -> str:
    scheme, host = parts.scheme.lower(), _ascii_host(parts.hostname or "")
    if scheme not in _PORTS or not host:
        raise ValueError(parts.netloc)
    user = parts.netloc.rpartition("@")[0]
    authority = f"{quote(user, safe=':%')}@{host}" if user else host
    return authority if parts.port in {None, _PORTS[scheme]} else f"{authority}:{parts.port}"


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
