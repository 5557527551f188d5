from __future__ import annotations

import json
from datetime import date

import pytest

from bot.sources.extraction.metadata import Metadata, read_metadata
from bot.sources.extraction.units import cut
from bot.sources.markup import parse


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
    ("path", "kind", "title"),
    [
        ("", "", "Ferry tickets for islanders"),  # the site's first page
        ("/tickets/islanders", "", "Ferry tickets for islanders"),
        ("/stories/42", "", "You come first at sea"),
        ("/sea", "", "You come first at sea"),
        ("/tickets/islanders", linked(**{"@type": "NewsArticle"}), "You come first at sea"),
    ],
)
def test_a_slogan_is_no_title_where_the_address_speaks_for_the_head(path: str, kind: str, title: str) -> None:
    head = f"<title>Ferry tickets for islanders</title>{kind}"
    found = read(head, "<h1>You come first at sea</h1>", f"https://www.example.org{path}")
    assert found.title == title


def test_a_host_may_be_the_initials_of_its_sites_name() -> None:
    head = "<title>Boats - Overview | Harbour and Coast Museum</title>"
    assert read(head, url="https://www.hcm.example/boats").title == "Boats - Overview"
    assert read(head, url="https://www.abc.example/boats").title != "Boats - Overview"
    film = "<title>Children of Men | The Paper</title>"
    assert read(film, url="https://www.paper.com.example/men").title == "Children of Men"


def test_a_component_behind_a_headings_own_words_is_no_part_of_the_title() -> None:
    hint = "<page-hint>Keep it for later</page-hint>"
    assert read("<title>Boats in use</title>", f"<h1>Boats in use {hint}</h1>").title == "Boats in use"
    whole = "<h1><page-title>Boats in use</page-title></h1>"
    assert read("<title>Boats in use</title>", whole).title == "Boats in use"
    amid = "<h1>The <a-link>boats</a-link> are back</h1>"
    assert read("<title>The boats are back</title>", amid).title == "The boats are back"


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


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Old boats | Jo's blog</title>", "<h1>Jo's blog</h1><h2>Old boats</h2>", "Old boats"),
        ("<title>Jo’s blog » Old boats</title>", '<h1><a href="/">Jo’s blog</a></h1>', "Old boats"),
        ("<title>The bridge – example</title>", "<h1>The bridge is late¶</h1>", "The bridge is late"),
        (
            "<title>Bridges | x</title>",
            "<h1>All the bridges<br>A guide for walkers</h1>",
            "All the bridges A guide for walkers",
        ),
        (
            "<title>Bridges | x</title>",
            "<h1><div>All of</div><div>the bridges</div></h1>",
            "All of the bridges",
        ),
        ("", "<h1>How the bridge was built | Opinion</h1>", "How the bridge was built"),
        ("", "<h1>Bridges of the river Aller | Old, New, Wooden, Lost</h1>", "Bridges of the river Aller"),
        ("<title>Opinion | A bridge for the town</title>", "", "Opinion | A bridge for the town"),
        (
            "<title>Best bridges of 2026 | Times</title>",
            "<h1>The best bridges of 2026</h1>",
            "The best bridges of 2026",
        ),
        (
            "<title>Example bridges — Example Bridge Documentation</title>",
            "<h1>Example bridges</h1><h2>Where to find them</h2>",
            "Example bridges",
        ),
        (
            '<title>Old boats – Example - Example</title><meta property="og:site_name" content="Example">',
            "<h1>Old boats – Example</h1>",
            "Old boats",
        ),
        (
            "<title>Times – The bridge for all</title>",
            '<h1><i aria-hidden="true"><i>The</i><i>bridge</i><i>for all</i></i>The bridge for all</h1>',
            "The bridge for all",
        ),
        (
            '<title>News - The bridge is late</title><meta property="og:title" content="The bridge is late">',
            "<h1><span>News</span> The bridge is late</h1>",
            "The bridge is late",
        ),
        (
            "<title>The bridge is late</title>",
            "<h1>The bridge is late <small>Posted on July 1 by jo</small></h1>",
            "The bridge is late",
        ),
        (
            "<title>The bridge is late</title>",
            "<h1>The bridge is late – again</h1>",
            "The bridge is late – again",
        ),
        ("<title>8 old boats to see</title>", "<h1>Old boats to see</h1>", "8 old boats to see"),
        ("<title>Old boats to see 2025</title>", "<h1>Old boats to see</h1>", "Old boats to see 2025"),
        ("<title>Old boats to see: why</title>", "<h1>Old boats to see</h1>", "Old boats to see"),
        ("<title>Press: The ferry stops</title>", "<h1>The ferry stops</h1>", "The ferry stops"),
        ("<title>Ferries — Boat Documentation (3.1)</title>", "<h1>Ferries¶</h1>", "Ferries"),
        (
            "<title>News - The ferry stops for good</title>",
            "<h1>News</h1>",
            "News - The ferry stops for good",
        ),
        (
            "<title>The ferry stops for good</title>",
            "<h1><svg><title>Boat drawn by hand</title></svg>The ferry stops for good</h1>",
            "The ferry stops for good",
        ),
        (
            '<title>On the four boats: the ship of us</title><meta name="og:title" content="The ship of us">',
            "<h1>On the four boats: the ship of us</h1>",
            "On the four boats: the ship of us",
        ),
        (
            "<title>Short-lived ferry stops for good</title>",
            "<h1><a href=/t>Short-lived</a> ferry <i>stops for good</i></h1>",
            "Short-lived ferry stops for good",
        ),
        (
            "<title>The ferry module</title>",
            "<h1>The ferry module<button>Copy item path</button></h1>",
            "The ferry module",
        ),
        (
            '<meta property="og:title" content="The ferry between two villages stops on Friday">'
            + linked(**{"@type": "WebSite", "name": "The ferry between two villages stops on Friday"}),
            '<h1><a href="/">Good day</a></h1><h1>The ferry between two villages stops on Friday</h1>',
            "The ferry between two villages stops on Friday",
        ),
        ("<title>Bridge, late - Example Times (example.org)</title>", "", "Bridge, late"),
        ("<title>大桥推迟开放-新华网</title>", "", "大桥推迟开放"),
        (
            "<title>What is late? / Talk / Boat Forums</title>",
            "<h1>Boat</h1><h3>What is late?</h3>",
            "What is late?",
        ),
        (
            "<title>Old boats to see this year – Acme</title>",
            "<h1>My old boats to see this year with your children</h1>",
            "My old boats to see this year with your children",
        ),
        (
            "<title>Old boats to see</title>",
            "<h1>Old boats to see by Jo Miller</h1>",
            "Old boats to see",
        ),
        (
            "<title>The old boats of 2026: twenty of them</title>",
            "<h1>Boats that we have liked</h1><h2>The old boats of 2026</h2>",
            "Boats that we have liked",
        ),
        ("<title>Old boats to see (with a map) | x</title>", "", "Old boats to see (with a map)"),
        ("<title>example.org The late bridge</title>", "<h1>example.org</h1>", "The late bridge"),
        (
            "<title>Ten old boats</title>",
            "<h1>Find out which old boats are best. See them all on a map. Ask us for the old boats!</h1>",
            "Ten old boats",
        ),
    ],
)
def test_the_title_is_what_the_article_is_called_and_not_its_site(head: str, body: str, title: str) -> None:
    assert read(head, body or "<p>x</p>").title == title


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
    assert read('<link rel=canonical href="https://www.example.org:8443/b">').canonical is None


def test_a_canonical_address_is_a_cleaned_one_without_a_name_and_password() -> None:
    assert read('<link rel=canonical href="https://ann:secret@www.example.org/b">').canonical is None
    dirty = '<link rel=canonical href="http://WWW.example.org:80/b?utm_source=q&page=2#top">'
    assert read(dirty).canonical == "http://www.example.org/b?page=2"
    assert read('<link rel=canonical href="/b c">').canonical is None


@pytest.mark.parametrize("url", ["http://[", "//[", "http://[::1"])
def test_an_address_that_is_none_leaves_the_site_unknown(url: str) -> None:
    assert read("<title>The old ferry</title>", url=url).site is None


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
        ("", "", "https://x.example/2023/may/04/story"),
        ("", "", "https://x.example/news/04-05-2023"),
        ('<meta name="citation_publication_date" content="2023 May 4">', "", None),
        ('<meta name="published" content="2023-05-04">', "", None),
        ("", "<h1>T</h1><p>05-04-2023, 09:03 AM</p>", None),
        ("", "<h1>T</h1><p>May 4, 20235 mins</p>", None),
        ("", "<h1>T</h1><p>04.05.23</p>", None),
        ("", "<h1>T</h1><p>4 Mayıs 2023</p>", None),
        ("", "<h1>T</h1><p>Updated 9 June 2024</p><p>4 May 2023</p>", None),
        ("", "<h1>T</h1><p>Health<b>MAY 4, 2023</b><i>Updated: JUNE 9, 2024</i></p>", None),
        ("", "<h1>T</h1><p>9 June 2024 updated</p><p>4 May 2023</p>", None),
        ("", '<boat-post created-timestamp="2023-05-04T09:47:05.754000+0000"><p>x</p></boat-post>', None),
        ("", f'<div data-page=\'{{"boats": "{"a" * 200}", "datePublished": "2023-05-04"}}\'></div>', None),
        ("", "<p>x</p>", "https://x.example/2023/05/04/"),
    ],
)
def test_a_day_is_found_where_it_is_told(head: str, body: str, url: str | None) -> None:
    assert read(head, body or "<p>x</p>", url).published == date(2023, 5, 4)


def test_strokes_are_read_as_the_readers_of_the_page_do() -> None:
    body = "<h1>T</h1><p>3/4/2023</p>"
    assert read(body=body).published == date(2023, 3, 4)
    assert read(body=body, url="https://x.example.co.uk/a").published == date(2023, 4, 3)
    root = parse(f"<html lang=es><body>{body}</body></html>")
    assert read_metadata(root, cut(root), None).published == date(2023, 4, 3)


def test_an_earlier_day_under_the_title_is_believed_before_the_declared_one() -> None:
    head = '<meta property="article:published_time" content="2024-08-07">'
    assert read(head, "<h1>T</h1><p>Dec 30, 2013</p>").published == date(2013, 12, 30)
    assert read(head, "<h1>T</h1><p>Updated Dec 30, 2025</p>").published == date(2024, 8, 7)
    assert read(head, "<h1>T</h1><p>08.07.2024</p>").published == date(2024, 8, 7)


def test_the_day_of_a_post_that_is_quoted_is_not_that_of_the_page() -> None:
    head = '<meta property="article:published_time" content="2024-08-07">'
    quoted = "<h1>T</h1><blockquote><p>Boats!</p>— Jo (@jo) May 26, 2019</blockquote>"
    assert read(head, quoted).published == date(2024, 8, 7)


def test_what_is_called_published_under_the_title_is_believed_before_what_is_declared() -> None:
    head = '<meta property="article:published_time" content="2023-02-01">'
    line = "<h1>T</h1><p>Essay - Published: 2023.05.04 | boats | bridges | winter | a long row of labels</p>"
    assert read(head, line).published == read(body=line).published == date(2023, 5, 4)


def test_the_day_that_the_head_gives_goes_before_that_of_linked_data() -> None:
    thing = linked(**{"@type": "NewsArticle", "datePublished": "2021-12-06"})
    assert read(f'{thing}<meta name="date" content="2022-12-15">').published == date(2022, 12, 15)
    assert read(f'{thing}<meta name="sailthru.date" content="2022-12-15">').published == date(2021, 12, 6)


def test_a_later_day_beside_the_title_counts_where_linked_data_alone_know_of_an_earlier_one() -> None:
    thing = linked(**{"@type": "Article", "datePublished": "2021-12-06"})
    shown = "<h1>T</h1><p>Updated on May 4, 2023</p>"
    assert read(thing, shown).published == date(2023, 5, 4)
    assert read(thing, "<h1>T</h1><p>May 4, 2023</p>").published == date(2023, 5, 4)
    assert read(thing, f"{shown}<footer>First told on December 6, 2021</footer>").published == date(
        2021, 12, 6
    )
    head = '<meta property="article:published_time" content="2021-12-06T09:00:00Z">'
    assert read(thing + head, shown).published == date(2021, 12, 6)
    thread = linked(**{"@type": "DiscussionForumPosting", "datePublished": "2021-12-06"})
    assert read(thread, shown).published == date(2021, 12, 6)


def test_the_day_on_which_somebody_joined_is_not_that_of_what_they_wrote() -> None:
    assert read(body="<p>Joined: Dec 11, 2011</p><p>by Jo, Aug 27, 2019</p>").published == date(2019, 8, 27)


def test_versions_in_an_address_are_no_day() -> None:
    assert read(url="https://x.example/t/2024-4-4-2024-5-0-crash/7").published is None


def test_a_thread_is_from_the_day_of_its_question() -> None:
    posts = (
        "<h1>T</h1><p>edited Jul 5, 2020</p><time itemprop=dateCreated datetime='2014-02-04 13:02:51Z'>old"
        "</time><time itemprop=dateCreated datetime='2019-01-21'>newer</time>"
    )
    assert read(linked(**{"@type": "QAPage"}), posts).published == date(2014, 2, 4)


@pytest.mark.parametrize("text", ["31. Februar 2023", "2999-01-01", "in 2023", "99/99/2023", "0/0/2020"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read(body=f"<h1>T</h1><p>{text}</p>", url=None).published is None


def test_the_day_of_a_change_stands_in_where_no_other_is_known() -> None:
    changed = '<meta property="article:modified_time" content="2024-05-06T07:08:09+00:00">'
    assert read(changed).published == date(2024, 5, 6)
    assert read(changed, "<h1>Old boats</h1><p>3 April 2023</p>").published == date(2023, 4, 3)
    assert read(linked(**{"@type": "Article", "dateModified": "2024-05-06"})).published == date(2024, 5, 6)


def test_a_heading_that_goes_on_behind_a_comma_is_the_whole_title() -> None:
    head = "<title>Best ferries of the coast | Shore</title>"
    assert read(head, "<h1>Best ferries of the coast, Chosen by a Captain</h1>").title == (
        "Best ferries of the coast, Chosen by a Captain"
    )


def test_a_label_that_the_head_sets_apart_by_a_colon_is_no_part_of_the_title() -> None:
    head = "<title>100 years: The lighthouse of the island shines again</title>"
    apart = "<h1><span>100 years</span><span> The lighthouse of the island shines again</span></h1>"
    assert read(head, apart).title == "The lighthouse of the island shines again"
    dashed = "<title>Question - How do I paint the hull of a boat?</title>"
    whole = "<h1><span>Question</span> How do I paint the hull of a boat?</h1>"
    assert read(dashed, whole).title == "Question How do I paint the hull of a boat?"
