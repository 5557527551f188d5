from __future__ import annotations

import pytest

from bot.core.errors import NoArticle
from bot.sources.extract import extract
from bot.sources.extraction.alternates import alternates

URL = "https://www.times.example/news/bridge"


def page(head: str = "", body: str = "<p>x</p>") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        ('<link rel=amphtml href="/news/bridge/amp">', "", "https://www.times.example/news/bridge/amp"),
        (
            '<link rel=amphtml href="https://amp.times.example/bridge">',
            "",
            "https://amp.times.example/bridge",
        ),
        ('<link rel=alternate media=print href="?print=1">', "", f"{URL}?print=1"),
        ("", '<a href="/print/bridge">Print</a>', "https://www.times.example/print/bridge"),
        ("", '<a href="/bridge?druck=1#a">Druckversion</a>', "https://www.times.example/bridge?druck=1"),
        (
            "",
            '<a href="/print/12" title="Версия для печати"><i></i></a>',
            "https://www.times.example/print/12",
        ),
    ],
)
def test_a_version_for_phones_or_printers_is_found(head: str, body: str, found: str) -> None:
    assert alternates(page(head, body), URL) == (found,)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<link rel=amphtml href="https://evil.example/bridge">', ""),
        ('<link rel=amphtml href="javascript:alert(1)">', ""),
        ('<link rel=amphtml href="http://[/">', ""),
        (f'<link rel=amphtml href="{URL}#top">', ""),
        ('<link rel=alternate hreflang=de href="/de/bridge">', ""),
        ("", '<a href="/news/print-is-dead">Print is dead, says an editor</a>'),
    ],
)
def test_what_is_another_page_or_host_is_no_version(head: str, body: str) -> None:
    assert alternates(page(head, body), URL) == ()


def test_there_are_never_more_than_three() -> None:
    many = "".join(f'<link rel=amphtml href="/amp/{n}">' for n in range(9))
    assert len(alternates(page(many), URL)) == 3


def test_a_refused_page_tells_its_other_versions() -> None:
    html = page(
        "<title>Bridge</title><link rel=amphtml href='/amp/bridge'>",
        "<article><h1>Bridge</h1><p>The council met on Monday to talk about the bridge.</p>"
        "<div class=paywall>Subscribe to continue reading</div></article>",
    )
    with pytest.raises(NoArticle) as told:
        extract(html, URL)
    assert told.value.details["alternates"] == ("https://www.times.example/amp/bridge",)
