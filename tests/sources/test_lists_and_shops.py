"""Pages that list or sell, with more words of their own than most: what they are told as."""

from __future__ import annotations

import pytest

from bot.core.errors import NoArticle, Reason
from bot.sources.extract import extract

NAV = "<nav><a href=/>Start</a><a href=/a>Neues</a><a href=/b>Hilfe</a></nav>"
LONG = "".join(
    f"<p>The old bridge was closed for repairs in the year {year}. Nobody had expected that it would take so"
    " long. The ferry carried forty people at a time.</p>"
    for year in range(1990, 2000)
)


def page(body: str, title: str, language: str = "en", head: str = "") -> str:
    return (
        f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body>{NAV}{body}</body></html>"
    )


def rows(count: int, shape: str) -> str:
    return "".join(shape.format(number) for number in range(1, count + 1))


INTRO_DE = (
    "<p>Hier finden Sie alle Beiträge über Brücken. Wir schreiben seit 2009 über sie. Jede Woche kommt einer"
    " dazu. Die neuesten stehen oben. Wer mag, schreibt uns. Wir lesen alles.</p>"
)
SHELF_ES = (
    "<p>Nuestras tazas se hacen a mano. Cada una es distinta. El barro viene del norte. Se cuecen dos veces."
    " El esmalte no lleva plomo. Se pueden lavar a máquina. Las enviamos en tres días. Si una llega rota,"
    " mandamos otra. Puede devolverlas en un mes. Escríbanos si busca otro color.</p>"
)
LISTS: dict[str, tuple[set[Reason], str, str]] = {
    "a category with an introduction": (
        {Reason.SECTION, Reason.TAG},
        page(
            f"<main><h1>Brücken</h1>{INTRO_DE}</main><div class=teaser-grid>"
            + rows(
                16,
                "<div class=card><a href=/b/{0}>Wie Brücke Nummer {0} gebaut wurde</a> <i>Mai</i></div>",
            )
            + "</div>",
            "Brücken",
            "de",
        ),
        "https://bau.example/kategorie/bruecken",
    ),
    "vacancies with an introduction": (
        {Reason.SECTION, Reason.DIRECTORY},
        page(
            "<main><h1>Remote work for builders</h1><p>We list work that can be done from home. Each is"
            " checked by hand. Whoever hires pays nothing. New ones come every day. Tell us what is wrong."
            "</p></main><ul class=listing-cards>"
            + rows(30, "<li class=card><a href=/j/{0}>Bridge builder {0}, remote, full time</a></li>")
            + "</ul>",
            "Remote work for builders",
        ),
        "https://work.example/remote-jobs/builders",
    ),
    "a shelf and much praise": (
        {Reason.SHOP},
        page(
            f"<main><h1>Tazas</h1>{SHELF_ES}<div>"
            + rows(
                14,
                "<div class=item><a href=/t/{0}>Taza azul hecha a mano {0}</a><i>{0},90 €</i></div>",
            )
            + "</div></main>",
            "Tazas de barro",
            "es",
        ),
        "https://tienda.example/collections/tazas",
    ),
    "goods with a declared price and many words": (
        {Reason.SHOP},
        page(
            f"<main><h1>Walking boots</h1><p>€ 129.00</p>{LONG}</main>",
            "Walking boots",
            head='<meta property="product:price:amount" content="129.00">',
        ),
        "https://boots.example/walking-boots",
    ),
    "goods whose price and button come by script": (
        {Reason.SHOP},
        page(
            "<div id=app></div><p>" + rows(24, "<a href=/help/{0}>Help with orders, part {0}</a> ") + "</p>",
            "Walking boots",
            head='<meta property="og:type" content="product"><script src=/app.js></script>',
        ),
        "https://boots.example/item/1005",
    ),
    "one of many goods, compared by a program": (
        {Reason.SHOP},
        page(
            "<main><h1>Boot X3</h1><p>The boot is made of leather and rubber.</p></main><div>"
            + rows(14, "<div class=card><a href=/product/x{0}>Another boot for walking, {0}</a></div>")
            + "</div>",
            "Boot X3",
        ),
        "https://parts.example/product/fx3/boot-x3",
    ),
}


@pytest.mark.parametrize(("reasons", "html", "url"), LISTS.values(), ids=LISTS)
def test_what_lists_or_sells_is_told_as_that(reasons: set[Reason], html: str, url: str) -> None:
    with pytest.raises(NoArticle) as told:
        extract(html, url)
    assert told.value.reason in reasons


STORIES = "<aside>" + rows(14, "<div class=card><a href=/s/{0}>Another story of the coast, {0}</a></div>")
ARTICLES = {
    "https://news.example/category/towns/the-bridge-closes": page(
        f"<article><h1>The bridge closes</h1>{LONG}</article>{STORIES}</aside>", "The bridge closes"
    ),
    "https://blog.example/category/towns/short-news": page(
        f"<article><h1>Ferry stops</h1>{LONG[: LONG.index('</p>') + 4]}<p>A boat may come from the mainland."
        f" It would leave at six.</p></article>{STORIES}</aside>",
        "Ferry stops",
    ),
    "https://blog.example/c/what-a-ferry-costs": page(
        f"<article><h1>What a ferry costs</h1>{LONG}<p>A ticket is € 2.50 each way, and a bicycle rides for"
        f" nothing.</p></article>{STORIES}</aside>",
        "What a ferry costs",
        head='<meta property="og:type" content="article">',
    ),
}


@pytest.mark.parametrize(("url", "html"), ARTICLES.items())
def test_an_article_below_a_category_is_read(url: str, html: str) -> None:
    assert "Nobody had expected" in extract(html, url).text
