from __future__ import annotations

from bot.sources.extraction.readability import taken
from bot.sources.extraction.units import cut
from bot.sources.markup import parse

LINE = (
    "The ferry between the villages stopped on Friday, after forty years, because its engine could not be"
    " mended, its captain said, and nobody knows who will pay for a new one."
)


def kept(body: str) -> list[str]:
    root = parse(f"<html><body>{body}</body></html>")
    page = cut(root)
    return [unit.text for unit, is_taken in zip(page.units, taken(page, root), strict=True) if is_taken]


def text(count: int = 5) -> str:
    return "".join(f"<p>{LINE} {number}.</p>" for number in range(count))


def test_the_element_with_the_most_prose_is_the_article() -> None:
    found = kept(f"<div class=menu><a href=/a>Home</a></div><div class=story>{text()}</div><div>© us</div>")
    assert found == [f"{LINE} {number}." for number in range(5)]


def test_boxes_of_links_and_forms_inside_of_it_go() -> None:
    links = "".join(f"<li><a href=/{n}>Another story of the day number {n}</a></li>" for n in range(6))
    found = kept(
        f"<article>{text()}<div class=related><ul>{links}</ul></div>"
        "<form><input><input>Your mail</form></article>"
    )
    assert found == [f"{LINE} {number}." for number in range(5)]


def test_hidden_parts_and_sidebars_are_not_read() -> None:
    found = kept(
        f"<div>{text()}</div><div style='display: none'>{text(2)}</div><div class=sidebar>{text(1)}</div>"
    )
    assert found == [f"{LINE} {number}." for number in range(5)]


def test_siblings_set_alike_belong_to_it() -> None:
    found = kept(f"<main><div class=part>{text(4)}</div><div class=part>{text(3)}</div></main>")
    assert len(found) == 7


def test_a_short_page_is_taken_by_laxer_rules() -> None:
    assert kept(f"<div class=comment><p>{LINE}</p></div>") == [LINE]


def test_a_page_without_paragraphs_gives_what_it_has() -> None:
    assert kept("Only a line") == ["Only a line"]
    assert kept("") == []
