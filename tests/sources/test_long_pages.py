"""Pages of a book's length: read in time, and refused before any work where they are longer."""

from __future__ import annotations

import pytest

from bot.core.errors import TextTooLongError
from bot.sources.extract import extract
from bot.sources.extraction import body

MENU = (
    "<nav><ul>"
    + "".join(f'<li><a href="/{n}">Part {n} of the site</a></li>' for n in range(30))
    + "</ul></nav>"
)


def book(paragraphs: int) -> str:
    """A page with a menu and paragraphs of 1,000 characters, no two of them alike."""
    sentence = (
        "In year {0} the council of the town met {1} times and spoke of the old bridge over the river. "
    )
    text = "".join(
        f"<p>{''.join(sentence.format(number, time) for time in range(11))[:1000]}</p>"
        for number in range(paragraphs)
    )
    return (
        f"<title>The bridge</title>{MENU}<article><h1>The bridge</h1>{text}</article><footer>© 2026</footer>"
    )


def test_a_page_of_a_books_length_is_read_without_trafilatura(monkeypatch) -> None:
    monkeypatch.setattr(body, "opinion", lambda root: pytest.fail("trafilatura was asked"))
    found = extract(book(310))
    assert len(found.text) > 300_000
    assert found.text.startswith("In year 0 the council")
    assert "Part 3 of the site" not in found.text
    assert "©" not in found.text


def test_a_text_that_is_too_long_is_refused_before_the_work(monkeypatch) -> None:
    monkeypatch.setattr(body, "probabilities", lambda *_: pytest.fail("it was measured"))
    with pytest.raises(TextTooLongError) as told:
        extract(book(2_100))
    assert told.value.details["limit"] == 2_000_000
