"""Feeds of every kind as values, well-formed and not."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.digests.followings import Feed
from bot.core.digests.polling import PollState
from bot.core.errors import NoFeedError, UnreadableFileError
from bot.sources.feed_links import named_feeds
from bot.sources.feeds import read_feed
from bot.sources.html_text import plain_text
from bot.sources.opml import read_opml, write_opml

URL = "https://example.org/feed.xml"


def rss(items: str, head: str = "") -> bytes:
    return f"<rss version='2.0'><channel><title>News</title>{head}{items}</channel></rss>".encode()


def test_rss_is_read_with_its_words_as_plain_text():
    body = rss(
        "<item><guid isPermaLink='false'>7</guid><title>A &amp;amp; B</title><link>/a?utm_source=rss</link>"
        "<pubDate>Sun, 29 Mar 2026 03:30:00 +0200</pubDate>"
        "<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;lt; three.&lt;/p&gt;</description></item>",
        "<link>https://example.org/</link><language>de-AT</language><ttl>90</ttl>",
    )
    feed = read_feed(body, URL, "text/xml")
    (item,) = feed.items
    assert (feed.title, feed.site, feed.language) == ("News", "https://example.org/", "de-AT")
    assert feed.ask_again_after == timedelta(minutes=90)
    assert (item.key, item.link, item.title) == ("7", "https://example.org/a", "A & B")
    assert item.text == "One.\n\nTwo < three."
    assert item.published == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_atom_is_read():
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Log</title><entry><id>urn:1</id>
    <title type="html">&lt;b&gt;Bold&lt;/b&gt;</title><link href="https://example.org/1"/>
    <updated>2026-03-01T10:00:00Z</updated><author><name>Ann</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hello.</p></div></content></entry></feed>"""
    (item,) = read_feed(body, URL).items
    assert (item.key, item.title, item.text, item.author) == ("urn:1", "Bold", "Hello.", "Ann")


def test_rdf_is_read():
    body = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel rdf:about="https://example.org/"><title>Old</title></channel>
    <item rdf:about="https://example.org/x"><title>X</title><link>https://example.org/x</link></item></rdf:RDF>"""
    feed = read_feed(body, URL)
    assert [(item.title, item.link) for item in feed.items] == [("X", "https://example.org/x")]


def test_json_feed_is_read():
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "J",
        "home_page_url": "https://example.org",
        "items": [
            {
                "id": 5,
                "url": "https://example.org/5",
                "content_html": "<p>Hi &amp; bye",
                "authors": [{"name": "A"}],
            },
            {"id": "6", "content_text": "plain", "date_published": "2026-03-01T12:00:00+02:00"},
            {"id": "7", "content_text": "odd", "date_published": "yesterday"},
            "no item",
        ],
    }
    feed = read_feed(json.dumps(body).encode(), URL, "application/feed+json")
    assert [item.key for item in feed.items] == ["5", "6", "7"]
    assert (feed.items[0].text, feed.items[0].author) == ("Hi & bye", "A")
    assert feed.items[1].published == datetime(2026, 3, 1, 10, tzinfo=UTC)
    assert feed.items[2].published is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body><p>A page.</p></body></html>",
        b'{"version": "1", "items": []}',
        b'{"version": "https://jsonfeed.org/version/1", "items": ',
        b"{" * 100_000,
        b"just words",
        b"/etc/passwd",
        b"http://127.0.0.1/",
        bytes(range(256)),
    ],
)
def test_what_is_no_feed_is_told_as_that(body):
    with pytest.raises(NoFeedError):
        read_feed(body, URL)


def test_a_bomb_of_entities_is_not_unpacked():
    tenfold = {n: f"&a{n - 1};" * 10 for n in range(1, 12)}
    bomb = "".join(f'<!ENTITY a{n} "{ten}">' for n, ten in tenfold.items())
    body = f'<!DOCTYPE rss [<!ENTITY a0 "lol">{bomb}]>'.encode() + rss("<item><title>&a11;</title></item>")
    feed = read_feed(body, URL)
    assert sum(len(item.title) + len(item.text) for item in feed.items) < 1000


def test_a_page_with_a_base_that_is_no_address_names_its_feeds_all_the_same():
    head = '<base href="http://["><link rel=alternate type="application/rss+xml" href="/rss">'
    assert named_feeds(f"<html><head>{head}</head></html>".encode(), "https://e.example/") == (
        "https://e.example/rss",
    )


def test_a_description_of_tags_that_do_not_end_is_read_in_no_time():
    assert plain_text("<script" * 100_000 + "<p>It is open.</p>").endswith("It is open.")


def test_an_id_has_no_character_that_no_database_takes():
    item = {"id": "a\0b\ud83d", "content_text": "It is open."}
    body = {"version": "https://jsonfeed.org/version/1.1", "title": "Log", "items": [item]}
    assert [one.key for one in read_feed(json.dumps(body).encode(), URL, "application/feed+json").items] == [
        "ab"
    ]


def test_an_item_without_an_id_is_known_by_its_link_or_its_words_and_comes_once():
    body = rss(
        "<item><link>https://example.org/1</link></item><item><link>https://example.org/1</link></item>"
        "<item><title>Only words</title></item><item></item>"
    )
    feed = read_feed(body, URL)
    assert [item.link for item in feed.items] == ["https://example.org/1", None]
    assert feed.items[0].key == "https://example.org/1"
    assert feed.items[1].key.startswith("sha256:")


def test_an_item_without_link_and_id_keeps_its_key_from_poll_to_poll():
    first = "<item><link></link><title>Sunny</title><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item>"
    later = first.replace("10:00", "11:00")  # some feeds give every item the time of the request
    dated = "<item><link></link><title></title><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item>"
    sunny, wordless = read_feed(rss(first + dated), URL).items
    assert (sunny.title, sunny.link, wordless.title, wordless.link) == ("Sunny", None, "", None)
    assert wordless.published == datetime(2026, 3, 2, 10, tzinfo=UTC)
    again = read_feed(rss(dated + later), URL).items
    assert {item.key for item in again} == {sunny.key, wordless.key}


def test_dates_that_are_none_are_left_out():
    body = rss(
        "".join(
            f"<item><title>{n}</title><pubDate>{date}</pubDate></item>"
            for n, date in enumerate(("soon", "Mon, 01 Jan 0001 00:00:00 GMT", "99999-01-01", ""))
        )
    )
    assert [item.published for item in read_feed(body, URL).items] == [None] * 4


def test_a_feed_in_an_old_encoding_is_read_as_declared():
    body = "<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>Новости</title></channel></rss>"
    assert read_feed(body.encode("cp1251"), URL).title == "Новости"


def test_text_without_markup_stays_as_it_is():
    assert plain_text("5 < 6 and\n7 > 2") == "5 < 6 and\n7 > 2"
    assert plain_text("<p>a<script>alert(1)</script></p><!-- x -->b<br>c &eacute;") == "a\n\nb\nc é"
    assert plain_text("<" * 50_000 + "a") != ""


def test_the_feeds_of_a_page_come_best_first_and_absolute():
    body = b"""<base href="/blog/">
    <link rel="alternate" type="application/atom+xml" title="Comments" href="c.xml">
    <link rel="alternate" type="application/rss+xml" href="all.xml">
    <link rel="alternate" hreflang="de" href="/de">
    <a type="application/rss+xml" href="https://other.example/feed">feed</a>
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">"""
    assert named_feeds(body, "https://example.org/x") == (
        "https://example.org/blog/all.xml",
        "https://example.org/blog/c.xml",
        "https://other.example/feed",
    )


def feed(number: int, title: str | None) -> Feed:
    poll = PollState(url=f"https://example.org/{number}?a=1&b=2", next_at=datetime(2026, 1, 1, tzinfo=UTC))
    return Feed(feed_id=number, title=title, site="https://example.org/", language=None, poll=poll)


def test_opml_goes_out_and_comes_in_again():
    written = write_opml([feed(1, 'A "quoted" <title> & more'), feed(2, None)], "Feeds")
    assert written.count(b'type="rss"') == 2
    assert b'text="https://example.org/2?a=1&amp;b=2"' in written
    assert read_opml(written) == ("https://example.org/1?a=1&b=2", "https://example.org/2?a=1&b=2")


def test_opml_with_folders_gives_each_feed_once_and_no_page():
    body = b"""<opml version="1.0"><body><outline text="F"><outline type="rss" xmlUrl="https://example.org/a"/>
    <outline type="rss" xmlUrl="https://example.org/a#x"/><outline type="rss" xmlUrl="file:///etc/passwd"/>
    </outline></body></opml>"""
    assert read_opml(body) == ("https://example.org/a",)


@pytest.mark.parametrize("body", [b"", b"no list", b"<opml><body/></opml>"])
def test_a_list_without_feeds_is_told(body):
    with pytest.raises(UnreadableFileError):
        read_opml(body)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "entities",
    [
        "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + '<!ENTITY a0 "ha">',
        '<!ENTITY a9 SYSTEM "file:///etc/passwd">',
        '<!ENTITY % p SYSTEM "file:///etc/passwd"> %p; <!ENTITY a9 "ha">',
    ],
    ids=["a bomb", "a file", "a file of entities"],
)
def test_entities_of_a_list_are_neither_unpacked_nor_opened(entities, encoding):
    outline = '<outline type="rss" text="&a9;" xmlUrl="https://example.org/a"/>'
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE opml [{entities}]>'
    xml = f"{head}<opml><body>{outline}</body></opml>"
    try:
        found = read_opml(xml.encode(encoding))
    except UnreadableFileError:
        found = ()
    assert found in {(), ("https://example.org/a",)}


def test_what_a_feed_calls_plain_text_keeps_its_signs():
    entry = (
        '<entry><id>1</id><title type="text">Why &lt;div&gt; is not enough</title></entry>'
        "<entry><id>2</id><title>A &lt;b&gt;bold&lt;/b&gt; mill</title><summary>Short.</summary></entry>"
    )
    feed = read_feed(
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Log</title>{entry}</feed>'.encode(), URL
    )
    assert [item.title for item in feed.items] == ["Why <div> is not enough", "A bold mill"]
    said = "if a<b and c>d then x. Use <b> tags"
    listed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Log",
        "items": [{"id": "1", "content_text": said}],
    }
    assert read_feed(json.dumps(listed).encode(), URL).items[0].text == said


def test_items_that_share_an_id_are_told_by_their_links():
    items = "".join(
        f"<item><guid>https://example.org/</guid><title>Mill {number}</title><link>https://example.org/{number}</link></item>"
        for number in (1, 2, 2)
    )
    feed = read_feed(rss(items), URL)
    assert [item.key for item in feed.items] == ["https://example.org/1", "https://example.org/2"]
