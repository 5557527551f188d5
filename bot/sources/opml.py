"""Lists of feeds as OPML (opml.org, version 2.0), in and out."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from xml.etree import ElementTree as ET

from bot.core.digests.followings import Feed
from bot.core.errors import NotALinkError, UnreadableFileError
from bot.core.links import clean_url

MOST_FEEDS = 2_000  # of one file


def read_opml(body: bytes) -> tuple[str, ...]:
    """The addresses of the feeds in a file, each once, in order, cleaned. Raises UnreadableFileError.

    Runs in a worker process. Feeds in folders are read as well, and RDF lists (FOAF) and IGOOGLE's too.
    """
    import listparser  # noqa: PLC0415 - only worker processes read lists

    found = listparser.parse(body)
    links: dict[str, None] = {}
    for feed in (*found.feeds, *found.lists):
        try:
            links.setdefault(clean_url(str(feed.url)))
        except NotALinkError:
            continue
    if not links:
        raise UnreadableFileError(reason="broken")
    return tuple(links)[:MOST_FEEDS]


def write_opml(feeds: Iterable[Feed], title: str) -> bytes:
    """A file with the feeds, as readers take it: each with type, text, title and address."""
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = title
    body = ET.SubElement(root, "body")
    for feed in feeds:
        name = feed.title or feed.poll.url
        # Some readers find nothing without type="rss", whatever the feed is.
        attributes = {"type": "rss", "text": name, "title": name, "xmlUrl": feed.poll.url}
        ET.SubElement(body, "outline", attributes | ({"htmlUrl": feed.site} if feed.site else {}))
    ET.indent(root)
    written = BytesIO()
    ET.ElementTree(root).write(written, encoding="utf-8", xml_declaration=True)
    return written.getvalue()
