from time import process_time

import pytest

from bot.core.article import Article
from bot.core.errors import NotALinkError
from bot.core.links import clean_url
from bot.core.text_fragments import fragment_link
from bot.core.written_links import find_links


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("https://example.org.:443/a#b", "https://example.org/a"),
        ("http://example.org:80/", "http://example.org/"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("https://exämple.org/ü", "https://xn--exmple-cua.org/%C3%BC"),
        ("https://faß.de/", "https://xn--fa-hia.de/"),
        ("https://e.org/a?utm_source=x&id=7&fbclid=y&gclid=1&_ga=2&ref_src=3&b", "https://e.org/a?id=7&b"),
        ("https://e.org/a?utm_source=x", "https://e.org/a"),
        ("https://e.org/a?page=2&ref=home&source=x&s=1", "https://e.org/a?page=2&ref=home&source=x&s=1"),
        ("https://e.org/a/./b/../c", "https://e.org/a/c"),
        ("https://e.org/%c3%bc", "https://e.org/%C3%BC"),
        (" https://e.org/a ", "https://e.org/a"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
        ("http://user:secret@e.org/", "http://user:secret@e.org/"),
        ("https://en.e.org/wiki/Foo_(bar)", "https://en.e.org/wiki/Foo_(bar)"),
    ],
)
def test_an_address_has_one_clean_form(url, clean):
    assert clean_url(url) == clean
    assert clean_url(clean) == clean


@pytest.mark.parametrize(
    "url",
    [
        *[
            "",
            "example.org",
            "ftp://e.org",
            "javascript:alert(1)",
            "http://",
            "http:///path",
            "http://e.org:99999/",
        ],
        *[
            "http://a b.org/",
            "http:// e.org",
            "http://e\x00.org",
            "http://e.org/a b",
            "http://e.org/\x00",
            "http://.org",
        ],
        *[
            "http://a..b/",
            "http://-a.org/",
            "http://good.org\\@evil.org/",
            "http://[::1",
            "http://" + "a" * 300,
        ],
        *["http://e.org/" + "a" * 9_000, "http://exa\u0000mple.org", "http://ex*mple.org"],
    ],
)
def test_what_is_no_link_is_refused(url):
    with pytest.raises(NotALinkError):
        clean_url(url)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://e.org/a, and (https://e.org/b).", ["https://e.org/a", "https://e.org/b"]),
        (
            "https://e.org/Foo_(bar)) https://e.org/a?b=1&c=2!",
            ["https://e.org/Foo_(bar)", "https://e.org/a?b=1&c=2"],
        ),
        (
            "example.org/x, www.example.cat and example.de.",
            ["https://example.org/x", "https://www.example.cat", "https://example.de"],
        ),
        ("[text](https://e.org/a) <https://e.org/b>", ["https://e.org/a", "https://e.org/b"]),
        ("看https://e.org/a。他说", ["https://e.org/a"]),
        ("https://e.org/a https://e.org/a", ["https://e.org/a"]),
        ("mail a@example.org, setup.py, Node.js, i.e. U.S. know.it end.Next 3.5/4 and/or", []),
        ("http://, https://. http://a..b", []),
    ],
)
def test_links_are_found_in_plain_text(text, links):
    assert find_links(text) == links


@pytest.mark.parametrize(
    "hostile", ["a.", "http://(", ")", "a-", "www.", "x.org/", "https://a.b ", "http://", "%"]
)
def test_links_are_found_in_linear_time(hostile):
    def seconds(length):
        text = "http://" + hostile * (length // len(hostile))
        began = process_time()
        find_links(text)
        return process_time() - began

    assert seconds(40_000) < 12 * seconds(10_000) + 0.1


LONG = (
    "It was a very long day in the small town by the river, "
    "and nobody who lived there could say why the water rose."
)


def article(url="https://e.org/a"):
    return Article.from_text(
        f"The well-known cat, they say, sat & slept. It rained. It rained. {LONG}", url=url, language="en"
    )


@pytest.mark.parametrize(
    ("number", "fragment"),
    [
        (0, "The%20well%2Dknown%20cat%2C%20they%20say%2C%20sat%20%26%20slept"),
        (1, "It%20rained"),
        (2, "slept.%20It%20rained-,It%20rained"),
        (3, "It%20was%20a%20very%20long%20day,could%20say%20why%20the%20water%20rose"),
    ],
)
def test_a_sentence_has_a_link_to_its_place(number, fragment):
    assert fragment_link(article(), article().sentences[number]) == f"https://e.org/a#:~:text={fragment}"


def test_a_fragment_joins_one_that_is_there():
    link = fragment_link(article("https://e.org/a#part"), article().sentences[1])

    assert link == "https://e.org/a#part:~:text=It%20rained"


def test_an_article_without_an_address_has_no_links():
    assert fragment_link(article(None), article().sentences[0]) is None


def test_words_too_long_for_a_link_lead_to_the_page():
    long = Article.from_text(f"{'水' * 2000}。 It rained.", url="https://e.org/a", language="ja")
    assert fragment_link(long, long.sentences[0]) == "https://e.org/a"


def test_an_address_too_long_to_stand_at_every_sentence_stands_at_none():
    assert fragment_link(article("https://e.org/" + "a" * 3000), article().sentences[1]) is None
