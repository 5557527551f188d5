"""Public posts as articles: a post, or its author's thread, in the order in which it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.core.article import Article
from bot.core.errors import NoArticle, Reason
from bot.core.lexicon.written_dates import declared_date, written_date
from bot.core.models import Block, Kind
from bot.core.post_links import PostLink, SocialNetwork
from bot.sources.charset import decode
from bot.sources.extraction.blocks import to_blocks
from bot.sources.extraction.units import cut
from bot.sources.markup import parse

_SITES = {SocialNetwork.TELEGRAM: "Telegram", SocialNetwork.BLUESKY: "Bluesky", SocialNetwork.X: "X"}
_MOST_POSTS = 500  # of one thread
_LONGEST_NAME = 200  # characters
_TELEGRAM_ERROR = "tgme_widget_message_error"  # what the widget says in place of a post
_PICTURE_OF_X = re.compile(r"pic\.(?:twitter|x)\.com/\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post, as its network tells it."""

    blocks: Sequence[Block]
    author: str
    handle: str  # with its @; empty where there is none
    published: date | None


def read_post(link: PostLink, bodies: Sequence[bytes]) -> Article:
    """The article that a post is, with the rest of its author's thread around it.

    `bodies`: what `link.addresses` brought, in their order, or the post's own page alone. Raises NoArticle.
    """
    posts = list(_posts(link, bodies)) or list(_by_open_graph(link, bodies))
    blocks = [block for post in posts for block in post.blocks]
    if not any(character.isalnum() for block in blocks for character in block.text):
        raise NoArticle(Reason.EMPTY, url=link.url)
    first = posts[0]
    return Article.from_blocks(
        blocks,
        title=first.author[:_LONGEST_NAME] or None,
        byline=first.handle[:_LONGEST_NAME] or None,
        site=_SITES.get(link.network, link.host),
        published=first.published,
        url=link.url,
    )


def _posts(link: PostLink, bodies: Sequence[bytes]) -> Iterator[Post]:
    try:
        yield from _READERS[link.network](link, bodies)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return  # another answer than the network's documentation promises: there is no post in it


def _telegram(link: PostLink, bodies: Sequence[bytes]) -> Iterator[Post]:
    """The post in a channel's page or in the widget for one post."""
    root = parse(decode(bodies[0]))
    if root is not None and any("not found" in _words(told) for told in _of_class(root, _TELEGRAM_ERROR)):
        # The post's page would show what the channel says about itself, as if that were the post.
        raise NoArticle(Reason.ERROR_PAGE, url=link.url)
    wanted = f"{link.name}/{link.post_id}".lower()
    messages = root.iterfind(".//*[@data-post]") if root is not None else ()
    for message in messages:
        if (message.get("data-post") or "").lower() != wanted:
            continue
        texts = _of_class(message, "tgme_widget_message_text")
        author = _of_class(message, "tgme_widget_message_owner_name")
        times = [time.get("datetime") for time in message.iter("time") if time.get("datetime")]
        yield Post(
            blocks=[block for text in texts for block in to_blocks(cut(text).units)],
            author=_words(author[0]) if author else "",
            handle=f"@{link.name}",
            published=declared_date(times[-1]) if times else None,
        )
        return


def _of_class(root: Any, name: str) -> list[Any]:
    """Elements of a class, without those inside of another one of them."""
    found = [element for element in root.iter() if name in (element.get("class") or "").split()]
    return [element for element in found if not any(other in found for other in element.iterancestors())]


def _mastodon(link: PostLink, bodies: Sequence[bytes]) -> Iterator[Post]:
    status = json.loads(bodies[0])
    around = json.loads(bodies[1]) if len(bodies) > 1 else {}
    for told in _own_thread(status, around.get("ancestors", []), around.get("descendants", [])):
        account = told["account"]
        handle = account["acct"] if "@" in account["acct"] else f"{account['acct']}@{link.host}"
        warning = [Block(told["spoiler_text"])] if told.get("spoiler_text") else []
        yield Post(
            blocks=[*warning, *_blocks_of(told["content"]), *_mastodon_captions(told)],
            author=account.get("display_name") or account["acct"],
            handle=f"@{handle}",
            published=declared_date(told.get("created_at") or ""),
        )


def _mastodon_captions(status: Mapping[str, Any]) -> Iterator[Block]:
    for medium in status.get("media_attachments", []):
        if medium.get("description"):
            yield Block(medium["description"], Kind.CAPTION)


def _own_thread(status: Any, before: Sequence[Any], after: Sequence[Any]) -> list[Any]:
    """What the author wrote above the post without a break, the post, and the author's replies to these."""
    author = status["account"]["id"]
    above: list[Any] = []
    for told in reversed(before):
        if told["account"]["id"] != author:
            break
        above.append(told)
    thread = [*reversed(above), status]
    known = {told["id"] for told in thread}
    for told in after[:_MOST_POSTS]:
        if told["account"]["id"] == author and told.get("in_reply_to_id") in known:
            known.add(told["id"])
            thread.append(told)
    return thread[-_MOST_POSTS:]


def _bluesky(_link: PostLink, bodies: Sequence[bytes]) -> Iterator[Post]:
    thread = json.loads(bodies[0])["thread"]
    author = thread["post"]["author"]["did"]
    above: list[Any] = []
    node = thread.get("parent")
    while node and _is_by(node, author) and len(above) < _MOST_POSTS:
        above.append(node)
        node = node.get("parent")
    below: list[Any] = []
    node = thread
    while len(below) < _MOST_POSTS:
        own = [reply for reply in node.get("replies") or [] if _is_by(reply, author)]
        if not own:
            break
        node = min(own, key=lambda reply: str(reply["post"]["record"].get("createdAt", "")))
        below.append(node)
    for node in [*reversed(above), thread, *below]:
        yield _bluesky_post(node["post"])


def _is_by(node: Mapping[str, Any], author: str) -> bool:
    """Whether a part of a thread can be seen, and is the author's own."""
    return "post" in node and node["post"]["author"]["did"] == author


def _bluesky_post(post: Mapping[str, Any]) -> Post:
    record, author = post["record"], post["author"]
    embed = record.get("embed") or {}
    pictures = [Block(image["alt"], Kind.CAPTION) for image in embed.get("images", []) if image.get("alt")]
    return Post(
        blocks=[*_paragraphs(record["text"]), *pictures],
        author=author.get("displayName") or author["handle"],
        handle=f"@{author['handle']}",
        published=declared_date(record.get("createdAt") or ""),
    )


def _x(link: PostLink, bodies: Sequence[bytes]) -> Iterator[Post]:
    told = json.loads(bodies[0])
    root = parse(told["html"])
    texts = list(root.iter("p")) if root is not None else []
    for address in [found for text in texts[:1] for found in text.iter("a")]:
        if _PICTURE_OF_X.fullmatch(_words(address)):  # it stands for a picture that isn't shown
            address.drop_tree()
    dates = list(root.iter("a")) if root is not None else []
    if texts:
        name = str(told.get("author_url", "")).rstrip("/").rpartition("/")[2] or link.name
        yield Post(
            blocks=[block for text in texts[:1] for block in to_blocks(cut(text).units)],
            author=str(told.get("author_name", "")),
            handle=f"@{name}",
            published=written_date(_words(dates[-1])) if dates else None,
        )


def _by_open_graph(link: PostLink, bodies: Sequence[bytes]) -> Iterator[Post]:
    """What the post's own page says about itself to those who share it."""
    root = parse(decode(bodies[0])) if bodies else None
    declared = {
        element.get("property"): element.get("content") or ""
        for element in (root.iter("meta") if root is not None else ())
    }
    text = declared.get("og:description", "")
    if text and declared.get("og:title"):
        yield Post(
            blocks=list(_paragraphs(text)),
            author=declared["og:title"],
            handle=f"@{link.name}",
            published=declared_date(declared.get("og:published_time", "")),
        )


def _blocks_of(html: str) -> list[Block]:
    root = parse(html) if html.strip() else None
    return to_blocks(cut(root).units) if root is not None else []


def _paragraphs(text: str) -> Iterator[Block]:
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            yield Block(paragraph.strip())


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


_READERS: dict[SocialNetwork, Callable[[PostLink, Sequence[bytes]], Iterator[Post]]] = {
    SocialNetwork.TELEGRAM: _telegram,
    SocialNetwork.MASTODON: _mastodon,
    SocialNetwork.BLUESKY: _bluesky,
    SocialNetwork.X: _x,
}
