"""What a message holds: its text, its links in every form, its file, and where it was forwarded from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from mimetypes import guess_type

from telegram import Chat, Document, Message, MessageEntity, MessageOriginChannel

from bot.core.errors import NotALinkError
from bot.core.links import clean_url
from bot.core.written_links import find_links

UNREADABLE = (
    "photo",
    "voice",
    "video",
    "video_note",
    "audio",
    "animation",
    "sticker",
    "contact",
    "location",
    "venue",
    "poll",
    "dice",
    "game",
    "story",
    "paid_media",
)  # attributes of a message; the message `cannot-read` has a sentence for each


# What a picture, a sound or a film is when it is sent as a file: there is no text in it either.
_MEDIA_FILES = {"image": "photo", "audio": "audio", "video": "video"}
_UNTOLD = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The readable side of a message."""

    text: str = ""  # what is written, or the caption
    links: tuple[str, ...] = ()  # cleaned, in reading order, each once
    rest: str = ""  # the text without its visible links
    document: Document | None = None
    unreadable: str | None = None  # what it holds that has no text to read, one of UNREADABLE
    forwarded: bool = False
    source_url: str | None = None  # the public post that it was forwarded from
    source_name: str | None = None

    @property
    def asks(self) -> bool:
        """Whether what is written, links aside, is a question."""
        return not self.forwarded and self.rest.rstrip("\"'”’»)").endswith(("?", "？", "؟", ";", "՞"))


def read_message(message: Message) -> Contents:
    """What one message holds."""
    text = message.text or message.caption or ""
    found = list(_links(text, message.entities or message.caption_entities))
    url, name = _source(message)
    unreadable = _unreadable(message)
    return Contents(
        text=text,
        links=tuple(dict.fromkeys(link.url for link in found)),
        rest=_without(text, [link.span for link in found if link.visible]),
        document=None if unreadable else message.document,
        unreadable=unreadable,
        forwarded=message.forward_origin is not None,
        source_url=url,
        source_name=name,
    )


def read_elsewhere(message: Message) -> Contents | None:
    """What is known of the message in another chat that this one replies to; None where it replies to none.

    Telegram tells which link it shows a preview of, its file, and the words that were quoted of it.
    """
    told = message.external_reply
    if told is None:
        return None
    shown = told.link_preview_options.url if told.link_preview_options else None
    post = _post_url(told.chat, told.message_id) if told.chat and told.message_id else None
    url = _address(shown if isinstance(shown, str) else post or "")
    return Contents(
        text=message.quote.text if message.quote else "",
        links=(url,) if url else (),
        document=told.document,
        forwarded=True,
    )


@dataclass(frozen=True, slots=True)
class _Link:
    url: str
    span: tuple[int, int]  # characters of the text
    visible: bool  # whether the span is the address itself


def _links(text: str, entities: Iterable[MessageEntity]) -> Iterable[_Link]:
    """The links of a text in reading order: those that Telegram marked, and any that it did not."""
    places = _Utf16(text)
    alone = len(text.split()) <= 1
    found: list[_Link] = []
    for entity in entities:
        if entity.type not in {MessageEntity.URL, MessageEntity.TEXT_LINK}:
            continue
        span = places.span(entity.offset, entity.length)
        written = text[span[0] : span[1]]
        hidden = entity.type == MessageEntity.TEXT_LINK
        url = _address(entity.url or "" if hidden else written)
        if url is not None and (hidden or alone or not _is_bare(written)):
            found.append(_Link(url, span, visible=not hidden))
    return sorted([*found, *_unmarked(text, found)], key=lambda link: link.span)


def _unmarked(text: str, marked: Iterable[_Link]) -> Iterable[_Link]:
    """The links that stand in a text outside of those that Telegram marked."""
    taken = bytearray(len(text))
    for link in marked:
        taken[link.span[0] : link.span[1]] = b"\1" * (link.span[1] - link.span[0])
    position = 0  # links come in reading order, so each is looked for behind the one before
    for written in find_links(text):
        # A bare domain stands there without the scheme that it was found with.
        forms = {form: text.find(form, position) for form in (written, written.removeprefix("https://"))}
        start, shown = min((start, form) for form, start in forms.items() if start >= 0)
        position = start + len(shown)
        url = _address(written)
        if url is not None and not taken[start]:
            yield _Link(url, (start, position), visible=True)


def _address(written: str) -> str | None:
    """The cleaned address; None for what is none on the web, as `mailto:` or `tg:`."""
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", written):
        written = f"https://{written}"
    elif not re.match(r"https?://", written, re.IGNORECASE) and not re.match(r"[\w.-]+\.\w+:\d+", written):
        return None
    try:
        return clean_url(written)
    except NotALinkError:
        return None


def _is_bare(written: str) -> bool:
    """Whether it may only look like an address, as "setup.py" amid a sentence (Telegram marks these)."""
    return not re.search(r"[/:]", written) and not written.lower().startswith("www.")


class _Utf16:
    """Telegram counts in UTF-16 units, Python in characters."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        wide = (index for index, character in enumerate(text) if character > "\uffff")
        # Where, in units, the second half of each character lies that takes two.
        self._second_halves = [index + passed + 1 for passed, index in enumerate(wide)]

    def span(self, offset: int, length: int) -> tuple[int, int]:
        """The characters that an entity covers, within the text whatever it claims."""
        return self._index(offset), self._index(offset + length)

    def _index(self, units: int) -> int:
        index = units - bisect_right(self._second_halves, units)
        return min(max(index, 0), self._length)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    pieces, end = [], 0
    for start, stop in sorted(spans):
        pieces.append(text[end:start])
        end = max(end, stop)
    return " ".join("".join([*pieces, text[end:]]).split())


def _source(message: Message) -> tuple[str | None, str | None]:
    origin = message.forward_origin
    if not isinstance(origin, MessageOriginChannel):
        return None, None
    return _post_url(origin.chat, origin.message_id), origin.chat.title


def _post_url(chat: Chat, message_id: int) -> str | None:
    """The address of a message on the web, where its chat has one."""
    return f"https://t.me/{chat.username}/{message_id}" if chat.username else None


def _unreadable(message: Message) -> str | None:
    kind = next((kind for kind in UNREADABLE if getattr(message, kind)), None)
    if kind is None and message.document is not None:
        kind = _MEDIA_FILES.get(_declared(message.document).partition("/")[0])
    return kind


def _declared(document: Document) -> str:
    """The type of a file as its sender's client tells it; by its name where that says nothing."""
    told = document.mime_type or _UNTOLD
    return told if told != _UNTOLD else guess_type(document.file_name or "", strict=False)[0] or told
