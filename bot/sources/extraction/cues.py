"""Words in the names of elements and in short texts that tell what a part of a page is for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import accumulate

# What the class and id of an element say, in several languages of web designers' English. Only hints: how far
# up the nearest one stands, and how much of the page it holds, is weighed by the model in body_model.json.
NAMES: dict[str, str] = {
    "comment": r"comment|disqus|respond|reply|replies|discuss",
    "related": r"relat|recommend|suggest|popular|trending|most-?read|also-|read-?next|up-?next"
    r"|outbrain|taboola"
    r"|read-?more|more-|latest|recent|similar|recirc",
    "teaser": r"teaser|card|tile|grid|carousel|slider|swiper|listing|feed|archive",
    "share": r"shar(?:e|ing)|social|follow|facebook|twitter|addthis|whatsapp",
    "promo": r"newsletter|subscri|sign-?up|promo|\bcta|banner|donat|marketing|opt-?in|campaign"
    r"|mailchimp|hubspot",
    "advert": r"(?:^|[-_ ])ads?(?:$|[-_ ])|advert|sponsor|dfp|adsense|ad-?slot",
    "author": r"author|\bbio\b|byline|contributor|writer",
    "meta": r"meta|date|\btime|posted|publish|categor|dateline|timestamp",
    "navigation": r"nav|menu|breadcrumb|crumb|topbar|masthead|skip",
    "header": r"header|hero",
    "footer": r"foot|copyright|legal|colophon|bottom",
    "side": r"side|aside|\brail|widget|complementary",
    "consent": r"cookie|consent|gdpr|privacy|onetrust",
    "modal": r"modal|popup|pop-up|overlay|dialog|lightbox|toast|drawer|tooltip",
    "contents": r"\btoc|table-of-contents|tableofcontents|outline|on-this-page",
    "tags": r"\btags?\b|tag-|-tags?|topics|labels?\b|keywords",
    "pages": r"pagin|pager|\bnext|\bprev|load-?more",
    "tools": r"tool|button|btn|action|control|print|rating|vote|search|form|login|account|cart|edit",
    "hidden": r"hidden|sr-only|screen-reader|visually|\bhide|invisible|d-none|no-?script",
    "caption": r"caption|credit|figure|photo|image|gallery|media",
    "content": r"article|story|entry|\bpost\b|post-|content|body|text|main|prose|markdown|rich",
    "body": r"article-?_*body|entry-?content|post-?_*content|story-?_*body|post-?_*body"
    r"|article-?_*content|articletext"
    r"|article-?_*text|content-?_*body|markdown-body|rich-?text|wysiwyg|body-?text|td-post-content"
    r"|page-content",
    "forum": r"message|topic|thread|forum|cooked|answer|question|bbcode|postbody|post-?body"
    r"|postcontent|post-?message",
    "user": r"user|member|avatar|signature|poster|profile|karma|badge|reputation|rank",
    "quote": r"quote|pull",
    "fold": r"faq|accordion|collaps|expand|toggle|\btab-|tabs|panel",
    "note": r"note|notice|alert|info-?box|callout|disclaim|disclosure|\bbox|admonition|tip",
    "product": r"product|price|shop|\bbuy|offer|deal|sku|stock",
    "code": r"code|highlight|syntax|\bpre\b|terminal",
    "lead": r"lead|standfirst|\bdek|subtitle|summary|excerpt|intro|deck|abstract|description|lede|chapo",
    "title": r"title|headline|heading",
    "wall": r"paywall|premium|locked|regwall|piano|gate|metered",
    "reference": r"reference|footnote|citation|bibliograph|source",
}
NAME_ORDER = tuple(NAMES)
_ALTERNATIVE = re.compile(r"\|(?![^()]*\))")  # between two, outside of brackets
_BEGIN = re.compile(r"(?:\\b|\(\?:\^\|\[-_ \]\))?([a-z-]+)(\??)")


def _begins(pattern: str) -> dict[str, bool]:
    """The letters that each alternative of a pattern begins with, and whether they are all of it."""
    begins: dict[str, bool] = {}
    for alternative in _ALTERNATIVE.split(pattern):
        found = _BEGIN.match(alternative)
        if found is None:
            raise ValueError(alternative)
        letters = found[1][:-1] if found[2] else found[1]
        begins[letters] = letters == alternative or begins.get(letters, False)
    return begins


_NAMES = tuple(
    (position, re.compile(pattern), _begins(pattern)) for position, pattern in enumerate(NAMES.values())
)

# What a short text says: headings of parts, buttons, lines under a title.
TEXTS: dict[str, str] = {
    "related": r"\b(?:related|read (?:more|next|also)|see also|more (?:from|on|in|stories|news)"
    r"|you (?:may|might) (?:also )?"
    r"(?:like|enjoy)|recommended|most (?:read|popular)|trending|latest|popular|further reading|next"
    r" (?:article|post|up)"
    r"|previous (?:article|post)|don.t miss|mehr zum thema|lesen sie auch|auch interessant|ähnliche"
    r"|weitere|verwandte"
    r"|à lire|lire aussi|sur le même|articles liés|plus d|te puede|lee también|relacionad|leia também"
    r"|leggi anche"
    r"|читайте также|по теме|ещё|похож|lees ook|meer over|czytaj także|関連|相关|相關)",
    "promo": r"\b(?:subscribe|sign up|newsletter|join (?:us|our|now)|get (?:started|access"
    r"|the latest)|download|donate|support us"
    r"|free trial|book a|contact us|learn more|try |buy now|shop now|follow us|abonnieren|jetzt|anmelden"
    r"|abonnez|inscri"
    r"|suscr[ií]b|assine|iscriviti|подпис|подпиш)",
    "share": r"\b(?:share|tweet|facebook|twitter|whatsapp|linkedin|pinterest|email|print|copy link"
    r"|teilen|partager"
    r"|compartir|condividi|поделиться)\b",
    "rights": r"©|\(c\)|copyright|all rights reserved|alle rechte|tous droits|todos los derechos|все права",
    "byline": r"^(?:by|written by|posted by|author|von|par|por|di|автор|edited by|reviewed by|updated"
    r"|published|last"
    r" (?:updated|modified)|posted|originally)\b",
    "comments": r"\b(?:comments?|leave a|reply|replies|join the (?:conversation|discussion)"
    r"|kommentare?|commentaires?|comentarios"
    r"|комментари)",
    "author": r"^(?:about (?:the )?authors?|über den autor|about us|contributors?|à propos)",
    "credit": r"\b(?:photo|image|picture|foto|bild|getty|reuters|shutterstock|credit|courtesy"
    r"|illustration|file photo|afp|dpa)\b",
    "reference": r"^(?:references|sources|footnotes|notes|bibliography|works cited|quellen|literatur"
    r"|einzelnachweise|fuentes)",
    "legal": r"\b(?:cookies?|privacy policy|terms (?:of|and)|disclaimer|affiliate|disclosure|advertis"
    r"|sponsored|anzeige)\b",
    "contents": r"^(?:table of contents|contents|in this article|on this page|jump to|inhalt|sommaire"
    r"|содержание|índice)",
    "login": r"\b(?:log ?in|sign in|register|create (?:an )?account|my account|password|anmelden"
    r"|connexion|войти)\b",
    "views": r"\b(?:\d+ (?:views?|likes?|posts?|votes?|points?|answers?|min(?:ute)?s? read|hours? ago"
    r"|days? ago|years? ago)"
    r"|joined|member since|upvote|downvote|messages:|location:)",
}
TEXT_ORDER = tuple(TEXTS)
# A pattern that is bound to the beginning is matched there: searched for, it is tried at every character.
_TEXTS = tuple(
    (position, re.compile(pattern).match if pattern.startswith("^") else re.compile(pattern).search)
    for position, pattern in enumerate(TEXTS.values())
)
_SHORT = 160  # characters; only shorter texts are looked at


def name_cues(names: Collection[str]) -> dict[str, frozenset[int]]:
    """For each lower-cased class and id of a page's elements, positions in NAME_ORDER of what it hints at.

    A word is asked only by the patterns with a begin in it, and all words of a page are looked through for
    those at once: each word by each pattern was a fifth of the time of all features.
    """
    words = [*dict.fromkeys(word for name in names for word in name.split())]
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    text = "\n".join(words)
    hints: list[set[int]] = [set() for _ in words]
    for position, pattern, begins in _NAMES:
        for begin, whole in begins.items():
            for at in _places(begin, text):
                number = bisect_right(starts, at) - 1
                if whole or pattern.search(words[number]):
                    hints[number].add(position)
    hinted = dict(zip(words, hints, strict=True))
    return {name: frozenset().union(*(hinted[word] for word in name.split())) for name in names}


def _places(part: str, text: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def text_cues(text: str) -> tuple[int, ...]:
    """Positions in TEXT_ORDER of what a short text says; nothing for a longer one."""
    return _short_text_cues(text.lower()) if len(text) <= _SHORT else ()


@lru_cache(maxsize=1_024)
def _short_text_cues(text: str) -> tuple[int, ...]:
    """Those of a heading are asked for twice, and of an entry that a page's menus and lists repeat."""
    return tuple([position for position, found in _TEXTS if found(text)])
