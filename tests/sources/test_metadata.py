from __future__ import annotations

import json
from datetime import date

import pytest

from bot.sources.markup import parse
from bot.sources.metadata import Metadata, read_metadata
from bot.sources.units import cut


def read(head: str = "", body: str = "<p>x</p>", url: str | None = "https://www.example.org/a") -> Metadata:
    root = parse(f"<html><head>{head}</head><body>{body}</body></html>")
    return read_metadata(root, cut(root), url)


def linked(**thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def test_a_heading_that_the_head_confirms_is_the_title() -> None:
    found = read(
        "<title>The bridge is open | Example Times</title>",
        "<h1>Example Times</h1><h1>The bridge is open</h1>",
    )
    assert found.title == "The bridge is open"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>The bridge is open – Example Times</title>", "The bridge is open"),
        ('<title>x</title><meta property="og:title" content="A &amp; B go on">', "A & B go on"),
        ('<title>Town: the bridge</title><meta property="og:site_name" content="Other">', "Town: the bridge"),
        ('<title>Times | A bridge</title><meta property="og:site_name" content="Times">', "A bridge"),
        ("", None),
    ],
)
def test_without_a_heading_the_head_gives_the_title_without_the_site(head: str, title: str | None) -> None:
    assert read(head).title == title


def test_linked_data_gives_byline_date_and_body() -> None:
    found = read(
        linked(
            **{"@type": "NewsArticle"},
            author=[{"@type": "Person", "name": "Jo Hill"}, {"name": "Ann Day"}],
            datePublished="2024-02-29T23:30:00+01:00",
            publisher={"@type": "Organization", "name": "Example Times"},
            articleBody="One.\nTwo.",
            isAccessibleForFree="False",
        )
    )
    assert found.byline == "Jo Hill, Ann Day"
    assert found.published == date(2024, 2, 29)
    assert found.site == "Example Times"
    assert found.body == "One.\nTwo."
    assert found.free is False
    assert "newsarticle" in found.types


@pytest.mark.parametrize(
    "broken", ["{", "[]", "null", "[" * 5_000, '{"@type": 3}', '{"@type": "Article", "author": 7}']
)
def test_broken_linked_data_is_passed_over(broken: str) -> None:
    assert read(f'<script type="application/ld+json">{broken}</script>').byline is None


def test_a_byline_on_the_page_is_read_without_its_by() -> None:
    assert read(body='<span class="byline">By Jo Hill</span>').byline == "Jo Hill"


def test_a_canonical_address_counts_on_the_same_host_only() -> None:
    assert read('<link rel=canonical href="/b">').canonical == "https://www.example.org/b"
    assert read('<link rel=canonical href="https://other.example/b">').canonical is None
    assert read('<link rel=canonical href="/b">', url=None).canonical is None
    assert read('<link rel=canonical href="https://[/">').canonical is None


@pytest.mark.parametrize(
    ("head", "body", "url"),
    [
        ('<meta property="article:published_time" content="2023-05-04T08:00:00Z">', "", None),
        ("", '<time itemprop=datePublished datetime="2023-05-04">yesterday</time>', None),
        ("", "<h1>T</h1><p>May 4, 2023</p>", None),
        ("", "<h1>T</h1><p>Updated 4th May 2023 by Jo</p>", None),
        ("", "<h1>T</h1><p>4. Mai 2023</p>", None),
        ("", "<h1>T</h1><p>4 мая 2023</p>", None),
        ("", "<h1>T</h1><p>04.05.2023, 11:20</p>", None),
        ("", "<h1>T</h1><p>2023年5月4日</p>", None),
        ("", '<div class="post-date">5/4/2023</div>', None),
        ("", '<script>var a = {"publishedAt":"2023-05-04T00:00"}</script>', None),
        ("", "", "https://x.example/2023/05/04/story"),
        ("", "", "https://x.example/2023/5/4/story"),
    ],
)
def test_a_day_is_found_where_it_is_told(head: str, body: str, url: str | None) -> None:
    assert read(head, body or "<p>x</p>", url).published == date(2023, 5, 4)


@pytest.mark.parametrize("text", ["31. Februar 2023", "2999-01-01", "in 2023", "99/99/2023", "0/0/2020"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read(body=f"<h1>T</h1><p>{text}</p>", url=None).published is None
