"""Which of several headings a page's title is, and how much of it."""

from __future__ import annotations

import pytest

from bot.sources.extraction.metadata import read_metadata
from bot.sources.extraction.units import cut
from bot.sources.markup import parse

FEED = "<h1>The best piers of the coast</h1><h1>Where seals come ashore</h1>"


def title(head: str, body: str, url: str = "https://www.example.org/sea/42") -> str | None:
    root = parse(f"<html><head>{head}</head><body>{body}</body></html>")
    return read_metadata(root, cut(root), url).title


@pytest.mark.parametrize("around", ["nav", "footer"])
def test_an_unconfirmed_heading_of_a_menu_is_no_title(around: str) -> None:
    head = "<title>How to rent a boat on the lake</title>"
    menu = f"<{around}><h1>Book your captain today</h1></{around}>"
    assert title(head, f"{menu}<p>Boats are for rent.</p>") == "How to rent a boat on the lake"
    assert (
        title(head, f"{menu}<h1>Renting boats here, step by step</h1>") == "Renting boats here, step by step"
    )


def test_a_confirmed_heading_is_the_title_wherever_it_stands() -> None:
    head = "<title>How to rent a boat on the lake | Lake Guide</title>"
    assert title(head, "<nav><h1>How to rent a boat</h1></nav>") == "How to rent a boat"


def test_of_several_headings_the_articles_own_is_the_title() -> None:
    head = '<meta property="og:title" content="Our favourite walks by the harbour">'
    own = "<article><header><h1>The loveliest walks along the harbour</h1></header><p>One.</p></article>"
    assert (
        title(head, f"<h1><a href='/'>Coast Weekly</a></h1>{own}{FEED}")
        == "The loveliest walks along the harbour"
    )
    stranger = "<article><h1>Subscribe to our weekly letter</h1></article>"
    assert title(head, f"{stranger}{FEED}") == "Our favourite walks by the harbour"
    several = "<article><h1>Along the harbour: walks</h1><h1>Where to eat afterwards</h1></article>"
    assert title(head, several + FEED) == "Our favourite walks by the harbour"


def test_of_several_headings_the_one_that_says_the_heads_words_anew_is_the_title() -> None:
    head = "<title>A sailor's guide to tide tables 2025 | Coast Weekly</title>"
    anew = "<h1>A sailor’s guide to tide tables in 2025</h1>"
    assert title(head, f"{anew}<h1>Free course by letter</h1>") == "A sailor’s guide to tide tables in 2025"


def test_a_heading_that_a_shorter_one_repeats_ends_before_the_forums_name() -> None:
    head = "<title>Tips for a first crossing - Ferry forum - Islands</title>"
    both = "<h1>Tips for a first crossing - Ferry forum</h1><h1>Tips for a first crossing</h1>"
    assert title(head, both) == "Tips for a first crossing"
    assert title(head, "<h1>Tips for a first crossing - Ferry forum</h1>") != "Tips for a first crossing"


def test_a_heading_that_goes_on_by_a_word_is_the_whole_title() -> None:
    head = "<title>2025 Price Guide & Hourly Rates</title>"
    assert (
        title(head, "<h1>2025 Price Guide & Hourly Rates Compared</h1>")
        == "2025 Price Guide & Hourly Rates Compared"
    )
    assert (
        title(head, "<h1>2025 Price Guide & Hourly Rates By Ann Lee</h1>")
        == "2025 Price Guide & Hourly Rates"
    )


def test_words_that_end_in_the_sites_name_may_begin_a_title() -> None:
    head = "<title>New to sailing – Which kind of boat first? - Site feedback - Sailing</title>"
    head += '<meta property="og:title" content="New to sailing – Which kind of boat first?">'
    head += '<meta property="og:site_name" content="Sailing">'
    assert title(head, "<p>x</p>") == "New to sailing – Which kind of boat first?"
    named = "<title>The Sailing Blog – Which kind of boat first?</title>"
    named += '<meta property="og:site_name" content="The Sailing Blog">'
    assert title(named, "<p>x</p>") == "Which kind of boat first?"
