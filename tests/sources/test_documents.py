from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest

from bot.core.errors import EmptyTextError, NoArticle, NotAPageError, UnsupportedFileError
from bot.ports import Page
from bot.sources.documents import read_file, read_page, read_text
from bot.sources.extractor import SandboxedExtractor

T = TypeVar("T")
TEXT = (
    "Größe ist nicht alles. Am Fluss liegt ein Dorf, das kaum jemand kennt. Dort fährt die Fähre seit Jahren."
)
HTML = (
    "<!doctype html><html><head><title>Das Dorf am Fluss</title></head><body><article><h1>Das Dorf am"
    f" Fluss</h1><p>{TEXT}</p>"
    "<p>Im Sommer kommen die Gäste mit dem Rad, im Winter kommt nur die Post. Der Fährmann wartet.</p>"
    "</article></body></html>"
)


class HereWorkers:
    """Runs jobs at once and notes which lane they took."""

    def __init__(self) -> None:
        self.lanes: list[str] = []

    async def run(self, function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        self.lanes.append("pages")
        return function(*args, **kwargs)

    async def run_short(self, function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        self.lanes.append("short")
        return function(*args, **kwargs)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_file_is_read_in_its_charset(charset: str) -> None:
    assert read_file(TEXT.encode(charset), "dorf.txt", "text/plain").text == TEXT


def test_a_page_is_a_page_whatever_its_name() -> None:
    assert read_file(HTML.encode(), "dorf.bin", None).title == "Das Dorf am Fluss"


def test_markdown_with_a_tag_in_it_is_no_page() -> None:
    assert read_file(b"<div>\n\nHello there, this is Markdown.", "a.md", None).text.startswith("Hello there")


def test_a_file_takes_no_address_from_its_content() -> None:
    head = '<head><link rel=canonical href="https://bank.example/terms">'
    assert read_file(HTML.replace("<head>", head).encode(), "a.html", "text/html").url is None


@pytest.mark.parametrize(
    "body", [b"\x89PNG\r\n\x1a\n" + b"0" * 50, b"PK\x03\x04" + b"\x00" * 90, bytes(range(256)) * 20]
)
def test_a_file_without_text_is_refused(body: bytes) -> None:
    with pytest.raises(UnsupportedFileError):
        read_file(body, "a.html", "text/html")
    with pytest.raises(NotAPageError):
        read_page(body, "https://x.example/a")


def test_an_empty_file_and_an_empty_page_are_told_apart() -> None:
    with pytest.raises(EmptyTextError):
        read_file(b"", "a.txt", "text/plain")
    with pytest.raises(NoArticle):
        read_page(b"", "https://x.example/a")


def test_plain_text_behind_a_link_is_an_article() -> None:
    assert read_page(TEXT.encode(), "https://x.example/notes/dorf.txt").text == TEXT


async def test_pages_and_files_go_to_the_workers_for_pages_and_pastes_to_the_short_one() -> None:
    workers = HereWorkers()
    extractor = SandboxedExtractor(workers)
    page = Page(
        url="https://x.example/a",
        body=HTML.encode(),
        content_type="text/html",
        charset="utf-8",
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    assert (await extractor.from_page(page)).url == "https://x.example/a"
    assert (await extractor.from_file(HTML.encode(), "a.html", None)).title == "Das Dorf am Fluss"
    assert (await extractor.from_text(TEXT)).text == TEXT
    assert workers.lanes == ["pages", "pages", "short"]


def test_pasted_text_keeps_its_title_and_address() -> None:
    assert read_text(TEXT, "Dorf", "https://x.example/a").title == "Dorf"
