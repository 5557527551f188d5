"""Lists and shops told by what can be done on them: sort, leaf through, choose."""

from __future__ import annotations

import pytest

from bot.core.errors import NoArticle, Reason
from bot.sources.extract import extract
from bot.sources.markup import MAX_CHARACTERS, parse

OWN = """
<p>We have walked every trail in this list ourselves. Most of them begin at a station. Some are closed
when the river is high. The hardest ones are marked. Dogs are welcome on all but two. Take water with
you. We mend the signs in spring. Tell us where one is missing. The map is sold at the mill. It costs
nothing for children.</p>
"""


def page(body: str, head: str = "") -> str:
    return f"<html lang=en><head><title>Trails near Millbrook</title>{head}</head><body>{body}</body></html>"


def cards(count: int, shape: str) -> str:
    return "".join(shape.format(number) for number in range(1, count + 1))


TRAILS = cards(14, "<li class=card><a href=/t/{0}>The trail along river number {0}</a> <i>{0} miles</i></li>")


def refused(html: str, url: str) -> Reason:
    with pytest.raises(NoArticle) as caught:
        extract(html, url)
    return caught.value.reason


@pytest.mark.parametrize(
    ("labels", "language"),
    [
        ("<p>Sort by</p><p>1–14 of 320 results</p><p><a href=?p=2>Next</a></p>", "en"),
        ("<p>Sortieren nach</p><p>Mehr laden</p>", "de"),
        ("<p>Trier par</p><p>320 résultats</p>", "fr"),
    ],
)
def test_what_can_be_sorted_and_leafed_through_is_a_list(labels: str, language: str) -> None:
    html = page(f"<h1>Trails</h1>{OWN}<div>{labels}</div><ul>{TRAILS}</ul>").replace(
        "lang=en", f"lang={language}"
    )
    assert refused(html, "https://trails.example/millbrook") is Reason.SECTION


@pytest.mark.parametrize(
    ("labels", "head"),
    [
        ("<a href=?p=2>Next</a>", ""),
        ("<p>Sort by</p><p><a href=?p=2>Next</a></p>", '<meta property="og:type" content="article">'),
        ("<p>Page 1 of 8</p><p><a href=/more>View more</a></p>", ""),
    ],
    ids=["one label", "an article", "leafed through only"],
)
def test_a_text_with_other_trails_beside_it_is_read(labels: str, head: str) -> None:
    html = page(f"<article><h1>Trails</h1>{OWN}</article><div>{labels}</div><ul>{TRAILS}</ul>", head)
    assert extract(html, "https://trails.example/millbrook").sentences


@pytest.mark.parametrize("heading", ["3 comments", "Kommentare (3)", "Comentários", "Комментарии"])
def test_a_text_whose_comments_can_be_sorted_is_read(heading: str) -> None:
    talk = f"<h2>{heading}</h2><p>Sort by</p><p>Ann: I took two bottles.</p><p>Load more</p>"
    html = page(f"<div><h1>Trails</h1>{OWN}</div><div>{talk}</div><h2>More trails</h2><ul>{TRAILS}</ul>")
    assert extract(html, "https://trails.example/millbrook").sentences


def test_pictures_that_lead_on_with_a_sentence_among_them_are_a_section() -> None:
    shelf = cards(
        44, '<div class=card><a href="/m/{0}"><img src={0}.png>Stand for two screens {0}</a> black</div>'
    )
    own = "<p>Our stands hold two screens or three. They are made of steel."
    own += " Each comes with all that you need. We lend tools to whoever has none.</p>"
    assert (
        refused(page(f"<main><h1>Stands</h1>{own}</main><aside>{shelf}</aside>"), "https://a.example/stands")
        is Reason.SECTION
    )
    told = f"<article><h1>Stands</h1>{OWN}</article><div>{shelf}</div>"
    assert extract(page(told), "https://a.example/stands").sentences


CHOICE = "<select><option>Red</option><option>Blue</option></select>"
GOODS = cards(14, "<li class=card><a href=/g/{0}>A kettle of the kind number {0}</a> <i>in stock</i></li>")
PRAISE = OWN.replace("trail", "kettle") * 4


def test_goods_that_can_be_chosen_and_bought_are_a_shop() -> None:
    offer = f"<h1>The kettle</h1><p>$ 30</p><p>$ 35</p><p>$ 40</p>{CHOICE}<button>Add to cart</button>"
    url = "https://a.example/kettle.html"
    assert refused(page(f"{offer}{PRAISE}<ul>{GOODS}</ul>"), url) is Reason.SHOP
    without = offer.replace(CHOICE, "")
    assert extract(page(f"{without}{PRAISE}<ul>{GOODS}</ul>"), url).sentences
    called = '<meta property="og:type" content="article">'
    assert extract(page(f"<article>{offer}{PRAISE}</article><ul>{GOODS}</ul>", called), url).sentences


def test_a_shelf_of_prices_is_a_shop_though_its_program_calls_it_an_article() -> None:
    priced = cards(14, "<li class=card><a href=/g/{0}>A kettle of the kind {0}</a><i>$ {0}5.00</i></li>")
    head = '<meta property="og:type" content="article">'
    html = page(f"<h1>Kettles</h1>{PRAISE}<ul>{priced}</ul>", head)
    assert refused(html, "https://a.example/category/kettles") is Reason.SHOP
    assert extract(html, "https://a.example/2026/kettles").sentences


def test_prices_with_hardly_a_word_between_them_are_a_shop_beside_a_film_too() -> None:
    priced = cards(8, "<div>A kettle of the kind {0}</div><div>$ {0}5.00</div>")
    film = "<video src=kettle.mp4></video>"
    assert refused(page(f"{film}{priced}"), "https://a.example/two-kettles") is Reason.SHOP
    told = f"<h1>Kettles</h1>{film}{PRAISE}{priced}"
    assert extract(page(told), "https://a.example/two-kettles").sentences


def test_a_page_that_is_large_by_its_scripts_is_read() -> None:
    data = "x" * (MAX_CHARACTERS + 1)
    declared = '<script type="application/ld+json">{"@type": "WebSite", "name": "Trails"}</script>'
    root = parse(page(f"<script>{data}</script><h1>Trails</h1>{OWN}<SCRIPT>1</SCRIPT>", declared))
    assert "Most of them begin at a station" in root.text_content()
    assert [len(script.text or "") > 10 for script in root.iter("script")] == [True, False, False]
