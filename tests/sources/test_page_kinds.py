"""Pages of our own writing that hold no article, and articles that talk about such pages."""

from __future__ import annotations

import pytest

from bot.core.errors import NoArticle, Reason
from bot.sources.extract import extract


def page(body: str, *, title: str = "", head: str = "") -> str:
    return f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def cards(
    count: int, link: str = "/story-{}", text: str = "A short line about story number {} of today."
) -> str:
    return "".join(
        f'<div class="card"><h3><a href="{link.format(number)}">Headline of the story with number'
        f" {number}</a></h3>"
        f"<p>{text.format(number)}</p></div>"
        for number in range(count)
    )


MENU = (
    '<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a> <a'
    ' href="/about">About</a></nav>'
)
FOOT = "<footer><p>© 2026 The Example Times. All rights reserved.</p><a href='/imprint'>Imprint</a></footer>"
LD = '<script type="application/ld+json">{{"@context":"https://schema.org","@type":"{}"{}}}</script>'
SUBSCRIBE = (
    '<div class="paywall"><h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in</p></div>'
)
LEAD = "<p>The council met on Monday evening to talk about the new bridge over the river Aller.</p>"
THREADS = "".join(
    f"<tr><td><a href='/t/{number}'>How do I mend pump number {number} of my old"
    f" boat</a></td><td>{number * 3}</td>"
    f"<td>{number * 90}</td><td>yesterday by user{number}</td></tr>"
    for number in range(12)
)
PRODUCTS = "".join(
    f"<li class=product><a href='/p/{number}'>Enamel mug number {number}</a><span>$ {number}.99</span>"
    "<button>Add to cart</button></li>"
    for number in range(1, 12)
)
PICTURES = "".join(
    f'<figure><img src="/{n}.jpg"><figcaption>Picture {n}</figcaption></figure>' for n in range(12)
)

NO_ARTICLE: list[tuple[Reason, str, str | None]] = [
    (
        Reason.BOT_CHECK,
        page(
            '<div id="cf-chl-widget"><h1>example.org</h1><p>Checking if the site connection is secure.</p>'
            "<p>Verify you are human by completing the action below.</p></div>",
            title="Just a moment...",
        ),
        None,
    ),
    (
        Reason.BOT_CHECK,
        page(
            "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us"
            " think you"
            " were a bot.</p><p>Please complete the captcha to regain access.</p>",
            title="Pardon Our Interruption",
        ),
        None,
    ),
    (
        Reason.BOT_CHECK,
        page(
            "<h1>Access denied</h1><p>You have been blocked. This website is using a security service to"
            " protect"
            " itself from online attacks.</p>",
            title="Attention Required!",
        ),
        None,
    ),
    (
        Reason.BOT_CHECK,
        page(
            "<h1>Sicherheitsüberprüfung</h1><p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>",
            title="Sicherheitsüberprüfung",
        ),
        None,
    ),
    (
        Reason.BOT_CHECK,
        page(
            "<h1>Подтвердите, что вы не робот</h1><p>Нам очень жаль, но запросы с вашего устройства похожи на"
            " автоматические. Нажмите, чтобы продолжить.</p>",
            title="Вы не робот?",
        ),
        None,
    ),
    (
        Reason.COOKIE_WALL,
        page(
            "<div class=consent><h1>We value your privacy</h1><p>We and our 842 partners store and access"
            " information"
            " on a device, such as cookies, and process personal data.</p><p>You may withdraw your"
            " consent at any time"
            " in our privacy policy.</p><button>Accept all</button><button>Manage options</button></div>",
            title="The Example Times",
        ),
        None,
    ),
    (
        Reason.COOKIE_WALL,
        page(
            "<main><h2>Weiterlesen mit Werbung</h2><p>Wir und unsere Partner verwenden Cookies und"
            " verarbeiten"
            " personenbezogene Daten, um Anzeigen zu messen.</p><p>Ihre Einwilligung können Sie jederzeit"
            " in der"
            " Datenschutzerklärung widerrufen.</p><button>Alle akzeptieren</button></main>",
            title="Beispielblatt",
        ),
        None,
    ),
    (
        Reason.COOKIE_WALL,
        page(
            "<div><h1>Votre vie privée</h1><p>Nous et nos partenaires utilisons des cookies pour mesurer"
            " l’audience et"
            " afficher des annonces avec votre"
            " consentement.</p><button>Accepter</button><button>Refuser</button></div>"
        ),
        None,
    ),
    (
        Reason.COOKIE_WALL,
        page(
            "<div><p>Before you continue, we use cookies and data to deliver our services and to measure"
            " how they are"
            " used.</p><p>If you choose to accept all, we will also use cookies and data to show you"
            " personalised"
            " ads.</p><button>Reject all</button><button>Accept all</button></div>",
            title="Before you continue",
        ),
        None,
    ),
    (
        Reason.LOGIN,
        page(
            "<h1>Log in</h1><form><label>E-mail</label><input name=mail><label>Password</label><input"
            " type=password>"
            "<button>Log in</button><a href=/forgot>Forgot your password?</a></form>",
            title="Log in – Example",
        ),
        None,
    ),
    (
        Reason.LOGIN,
        page(
            "<h1>Welcome back</h1><p>Sign in to see what your friends have shared with you today.</p>"
            "<form><input type=password></form>",
            title="Sign in",
        ),
        None,
    ),
    (
        Reason.LOGIN,
        page(
            "<h2>Anmelden</h2><p>Bitte melden Sie sich an, um diesen Bereich zu sehen.</p><form><input"
            " type=password></form>",
            title="Anmelden",
        ),
        None,
    ),
    (
        Reason.LOGIN,
        page(
            "<h1>Members only</h1><p>You must log in to see this topic.</p><form><input"
            " type=password></form>",
            title="Log in",
        ),
        None,
    ),
    (
        Reason.PAYWALL,
        page(
            f"<article><h1>Council debates bridge</h1>{LEAD}{SUBSCRIBE}</article>",
            title="Council debates bridge",
        ),
        None,
    ),
    (
        Reason.PAYWALL,
        page(
            f"<article><h1>Bridge</h1>{LEAD}<div class=regwall>This article is for subscribers"
            f" only.</div></article>",
            head=LD.format("NewsArticle", ',"isAccessibleForFree":false'),
        ),
        None,
    ),
    (
        Reason.PAYWALL,
        page(
            "<article><h1>Neue Brücke</h1><p>Der Rat hat am Montag über die neue Brücke gesprochen und …</p>"
            "<p>Jetzt weiterlesen mit Beispiel Plus</p><p>Bereits Abonnent? Anmelden</p></article>"
        ),
        None,
    ),
    (
        Reason.PAYWALL,
        page(
            "<article><h1>Le nouveau pont</h1><p>Le conseil s’est réuni lundi soir pour parler du pont.</p>"
            "<p>Cet article est réservé aux abonnés</p></article>"
        ),
        None,
    ),
    (
        Reason.ERROR_PAGE,
        page(
            f"{MENU}<h1>Page not found</h1><p>Sorry, the page you are looking for could not be"
            f" found.</p>{FOOT}",
            title="404 – Page not found",
        ),
        None,
    ),
    (Reason.ERROR_PAGE, page("<h1>502 Bad Gateway</h1><hr>nginx", title="502 Bad Gateway"), None),
    (
        Reason.ERROR_PAGE,
        page(
            f"{MENU}<h1>Oops! Something went wrong</h1><p>An unexpected error has occurred. Please try again"
            " later.</p>",
            title="Something went wrong",
        ),
        None,
    ),
    (
        Reason.ERROR_PAGE,
        page(
            f"{MENU}<h1>Seite nicht gefunden</h1><p>Die gewünschte Seite existiert nicht mehr. Vielleicht"
            f" hilft die"
            " Suche weiter.</p>",
            title="Seite nicht gefunden",
        ),
        None,
    ),
    (
        Reason.ERROR_PAGE,
        page(
            f"{MENU}<h1>This article is no longer available</h1><p>It may have been removed. Here is what"
            f" others read:"
            f"</p>{cards(6)}",
            title="Article not available",
        ),
        None,
    ),
    (
        Reason.ERROR_PAGE,
        page(
            "<h1>Страница не найдена</h1><p>К сожалению, такой страницы не существует.</p>",
            title="Ошибка 404",
        ),
        None,
    ),
    (
        Reason.VIDEO,
        page(
            "<h1>How to fold a boat</h1><video src=/boat.mp4></video><p>We fold a boat out of one sheet"
            " of paper.</p>",
            title="How to fold a boat",
            head='<meta property="og:type" content="video.other">',
        ),
        None,
    ),
    (
        Reason.VIDEO,
        page(
            '<h1>Match highlights</h1><iframe src="https://player.example/embed/1"></iframe>'
            "<p>All goals of the evening in three minutes.</p>",
            title="Match highlights",
            head=LD.format("VideoObject", ""),
        ),
        None,
    ),
    (
        Reason.GALLERY,
        page(f"<h1>The regatta in pictures</h1>{PICTURES}", title="The regatta in pictures"),
        None,
    ),
    (
        Reason.GALLERY,
        page(
            f"<h1>Photo gallery: winter on the moor</h1><p>Our readers sent us these.</p>{PICTURES}",
            title="Photo gallery: winter",
            head=LD.format("ImageGallery", ""),
        ),
        None,
    ),
    (
        Reason.HOME,
        page(f"{MENU}<main>{cards(16)}</main>{FOOT}", title="The Example Times"),
        "https://times.example/",
    ),
    (
        Reason.HOME,
        page(f"{MENU}<main>{cards(9)}</main>{FOOT}", title="Nachrichten"),
        "https://blatt.example/de/",
    ),
    (
        Reason.HOME,
        page(f"{MENU}<h1>Welcome</h1>{cards(12)}", title="Example"),
        "https://www.example.org/index.html",
    ),
    (
        Reason.SECTION,
        page(f"{MENU}<h1>Politics</h1><main>{cards(18)}</main>{FOOT}", title="Politics"),
        "https://times.example/politics",
    ),
    (
        Reason.SECTION,
        page(
            f"{MENU}<h1>All posts</h1>{cards(10)}<a href=?page=2>Next page</a>",
            title="Blog",
            head=LD.format("CollectionPage", ""),
        ),
        "https://blog.example/archive/2026",
    ),
    (
        Reason.SEARCH,
        page(f"<h1>Search results for “bridge”</h1><p>214 results</p>{cards(10)}", title="Search: bridge"),
        "https://times.example/search?q=bridge",
    ),
    (
        Reason.SEARCH,
        page(f"<h1>Suchergebnisse für Brücke</h1>{cards(8)}", title="Suche"),
        "https://blatt.example/suche?q=br",
    ),
    (
        Reason.TAG,
        page(f"{MENU}<h1>Tag: bridges</h1>{cards(9)}", title="bridges Archives"),
        "https://blog.example/tag/bridges",
    ),
    (
        Reason.TAG,
        page(f"{MENU}<h1>Climate</h1>{cards(14)}", title="Climate | Topics"),
        "https://times.example/topics/climate",
    ),
    (
        Reason.SHOP,
        page(f"<h1>Mugs</h1><ul>{PRODUCTS}</ul>", title="Mugs – Enamel Shop"),
        "https://shop.example/collections/mugs",
    ),
    (
        Reason.SHOP,
        page(
            "<h1>Enamel mug, blue</h1><span>$ 12.90</span><button>Add to cart</button><p>A mug of steel"
            " with blue"
            " enamel.</p>",
            title="Enamel mug, blue",
            head=LD.format("Product", ',"name":"Mug"'),
        ),
        "https://shop.example/p/mug",
    ),
    (
        Reason.FORUM_INDEX,
        page(
            f"<h1>Boats</h1><table><tr><th>Threads</th><th>Replies</th><th>Views</th><th>Last"
            f" post</th></tr>{THREADS}"
            "</table>",
            title="Boats – Example Forum",
        ),
        "https://forum.example/viewforum.php?f=3",
    ),
    (
        Reason.FORUM_INDEX,
        page(
            f"<h1>Boote</h1><table><tr><th>Themen</th><th>Antworten</th><th>Letzter"
            f" Beitrag</th></tr>{THREADS}</table>",
            title="Boote – Forum",
        ),
        "https://forum.example/boote/",
    ),
    (
        Reason.DIRECTORY,
        page(
            "<h1>Web directory</h1><ul>"
            + "".join(
                f"<li><a href='https://e{n}.example'>Site of the number {n}</a></li>" for n in range(60)
            )
            + "</ul>",
            title="Directory",
        ),
        "https://dir.example/arts/boats",
    ),
    (
        Reason.SCRIPT_PAGE,
        page(
            "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"
            "<script src=/a.js></script><script src=/b.js></script>",
            title="App",
        ),
        None,
    ),
    (
        Reason.SCRIPT_PAGE,
        page(
            "<div id=app>Loading…</div><script src=/a.js></script><script src=/b.js></script>",
            title="Example",
        ),
        None,
    ),
    (
        Reason.SCRIPT_PAGE,
        page(
            "<form hidden><input type=password></form><script src=/forum.js></script>", title="My first boat"
        ),
        "https://forum.example/t/my-first-boat/12",
    ),
    (Reason.EMPTY, page("<p> </p>"), None),
    (Reason.EMPTY, "", None),
]


@pytest.mark.parametrize(("reason", "html", "url"), NO_ARTICLE)
def test_a_page_without_an_article_is_told_as_what_it_is(reason: Reason, html: str, url: str | None) -> None:
    with pytest.raises(NoArticle) as told:
        extract(html, url)
    assert told.value.reason == reason


SUBJECTS: list[tuple[str, str]] = [
    ("Why every site asks about cookies", "cookies and consent"),
    ("The captcha is twenty years old", "the captcha that asks you to verify you are human"),
    ("Just a moment: how clocks came to the village", "the clock"),
    ("404: the story of a number", "the page not found error"),
    ("Access denied: libraries under pressure", "readers whose access was denied"),
    ("How newspapers built the paywall", "the paywall and the words subscribe to continue reading"),
    ("Log in, log out: a history of passwords", "the log in form and the forgotten password"),
    ("Something went wrong at the power plant", "an unexpected error in the control room"),
    ("Add to cart: how the button was invented", "the button that says add to cart"),
    ("The video that everyone shared", "a video of three minutes"),
    ("A gallery opens in the old mill", "the gallery and its photos"),
    ("Search results are not the truth", "search results for a common name"),
    ("Tag: the game that schools banned", "the game of tag"),
    ("The last post of the old forum", "the forum, its threads and the last post"),
    ("Home is where the printer is", "the home page of a small shop"),
    ("JavaScript turns thirty", "pages that require JavaScript"),
    ("A directory of lost villages", "the directory of villages"),
    ("Are you a robot? Actors read for machines", "actors who are asked whether they are a robot"),
    ("Members only: inside the rowing club", "the club for members only"),
    ("Free articles are over, says the editor", "readers who have no free articles left this month"),
]
SENTENCES = (
    "{Subject} came up again on Tuesday, when the council of the small town met in the old school.",
    (
        "Nobody in the room had expected {subject} to matter so much, said Anna Berg, who has chaired the"
        " council since 2019."
    ),
    "“We talked about {subject} for two hours, and in the end we agreed,” she told this newspaper.",
    "The town has spent 40,000 euros on the matter so far, according to the treasurer.",
    "Two of the members voted against it, because they hold that {subject} is no matter for a town.",
    "A study of the university, published in March, looked at 1,200 people and how they deal with {subject}.",
    "Most of them said that they hardly think of it, and a third said that it makes them angry.",
    "The next meeting will be held in April, when a report is due.",
    "Until then, a working group of five is to collect what other towns have done.",
)
BANNER = (
    "<div id=cookie-banner><p>We use cookies to make this site better. By clicking accept you agree.</p>"
    "<button>Accept all</button><button>Reject all</button></div>"
)


def article(title: str, subject: str, *, plain: bool) -> str:
    texts = [line.format(Subject=subject[0].upper() + subject[1:], subject=subject) for line in SENTENCES]
    paragraphs = "".join(f"<p>{' '.join(texts[at : at + 2])}</p>" for at in range(0, len(texts), 2))
    if plain:
        return page(f"{MENU}<h1>{title}</h1>{paragraphs}{FOOT}", title=title)
    dressed = (
        f"{BANNER}{MENU}<form><input type=password></form><article><h1>{title}</h1><p class=byline>By Jo"
        f" Hill</p>"
        f"{paragraphs}</article><aside><h3>Most read</h3>{cards(6)}</aside>"
        f"<div class=promo><p>Subscribe to our newsletter</p></div>{FOOT}"
    )
    return page(dressed, title=f"{title} | The Example Times", head=LD.format("NewsArticle", ""))


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "dressed"])
@pytest.mark.parametrize(("title", "subject"), SUBJECTS)
def test_an_article_about_such_a_thing_is_read(title: str, subject: str, *, plain: bool) -> None:
    found = extract(article(title, subject, plain=plain), "https://times.example/2026/03/03/story")
    assert "The town has spent 40,000 euros" in found.text
    assert found.title == title
    assert not found.partial


def test_what_is_not_the_article_is_left_out() -> None:
    found = extract(article(*SUBJECTS[0], plain=False))
    for words in (
        "We use cookies to make",
        "Headline of the story",
        "newsletter",
        "All rights reserved",
        "About",
    ):
        assert words not in found.text


def test_half_an_article_before_a_paywall_is_read_as_that() -> None:
    more = (
        "<p>Forty people came. Most of them spoke against it. The mayor listened to all and promised a"
        " report.</p>"
    )
    found = extract(
        page(
            f"<article><h1>Council debates bridge</h1>{LEAD}{more}{SUBSCRIBE}</article>",
            head=LD.format("NewsArticle", ',"isAccessibleForFree":false'),
        )
    )
    assert found.partial
    assert "promised a report" in found.text
    assert "Subscribe" not in found.text


def test_a_post_that_is_set_in_headings_among_teasers_is_read() -> None:
    cards = "".join(
        f'<li class=card><h4><a href="/p{n}">Regatta number {n} on the lake</a></h4></li>' for n in range(12)
    )
    words = (
        "The contest for posters is held for the sixth time. Children from six to twelve may take part.",
        "Send your poster before the third of April. The best of them will hang at the pier all summer.",
    )
    post = "".join(f"<h3>{each}</h3>" for each in words)
    found = extract(
        f"<title>Keep our waters clean</title><article><h1>Keep our waters clean</h1>{post}</article>"
        f"<aside><ul>{cards}</ul></aside>",
        "https://sailors.example/keep-our-waters-clean/",
    )
    assert all(each in found.text for each in words)


def test_a_page_of_a_few_short_lines_comes_back_as_it_is() -> None:
    html = "<title>Key of the shed</title><p>Under the pot</p><p>Left of the door</p>"
    assert extract(html).text == "Under the pot\n\nLeft of the door"


@pytest.mark.parametrize(
    "body",
    ["<p>Coming soon</p>", "<p>Under the pot</p><p>Left of the door</p><script src=/app.js></script>"],
    ids=["a lone line", "a script may add more"],
)
def test_a_few_words_that_stand_for_a_text_to_come_are_none(body: str) -> None:
    with pytest.raises(NoArticle):
        extract(page(body))


STORY = "The harbour of {town} was closed on Monday. Its crane had fallen into the water. Nobody was hurt."
TOWNS = ("Aarhus", "Bremen", "Cork", "Dover", "Emden", "Faro", "Gdansk", "Hull")


def stories(link: str = "/news/{n}") -> str:
    """Stories of some sentences, each under a headline that leads somewhere."""
    return "".join(
        f'<div class="story"><h2><a href="{link.format(n=n)}">The crane of {town} is gone</a></h2>'
        f"<p>{STORY.format(town=town) * 3}</p></div>"
        for n, town in enumerate(TOWNS + tuple(f"New {town}" for town in TOWNS))
    )


def test_stories_told_at_length_under_headlines_that_lead_to_them_are_a_section() -> None:
    with pytest.raises(NoArticle) as told:
        extract(page(f"<h1>Harbours</h1>{stories()}"), "https://example.org/harbours")
    assert told.value.reason is Reason.SECTION


@pytest.mark.parametrize(
    "html",
    [
        page(f"<h1>The cranes are gone</h1>{stories('#p{n}')}"),
        page(f"<h1>Cranes</h1><article>{'<p>' + ' '.join(SENTENCES) + '</p>'}</article>{stories()}"),
        page(
            f"<h1>Sixteen cranes</h1><p>{' '.join(SENTENCES[1:6])}</p>{stories()}",
            head=LD.format("NewsArticle", ""),
        ),
    ],
    ids=["a thread whose headlines lead to its posts", "an article before others", "an article about them"],
)
def test_an_article_among_such_stories_is_read(html: str) -> None:
    assert extract(html, "https://example.org/harbours/cranes").sentences


SHELF = "".join(
    f'<li class="item"><a href="/p/{n}">Sailing boat number {n}</a><button>Add to cart</button></li>'
    for n in range(14)
)


def test_goods_side_by_side_are_a_shop_whatever_is_said_of_them_all() -> None:
    praise = "".join(f"<p>{line.format(subject='a boat', Subject='A boat')}</p>" for line in SENTENCES)
    with pytest.raises(NoArticle) as told:
        extract(page(f"<h1>Boats</h1><ul>{SHELF}</ul><div>{praise}</div>"), "https://example.org/boats")
    assert told.value.reason is Reason.SHOP
    declared = page(
        f"<article><h1>Boats</h1>{praise}</article><ul>{SHELF}</ul>", head=LD.format("Article", "")
    )
    assert extract(declared).sentences


PRAISE = "".join(f"<p>{line.format(subject='the boat', Subject='The boat')}</p>" for line in SENTENCES) * 4
GOODS = '<meta property="og:type" content="product"><meta property="product:price:amount" content="900">'


@pytest.mark.parametrize(
    ("head", "offer"),
    [
        (GOODS + LD.format("Product", ""), ""),
        (GOODS, "<p>$900.00</p>"),
        (LD.format("Product", ""), "<p>$900.00</p><button>Add to cart</button>"),
    ],
    ids=["declared three times", "declared, with its price", "with a price and a button"],
)
def test_goods_for_sale_are_a_shop_however_long_they_are_praised(head: str, offer: str) -> None:
    with pytest.raises(NoArticle) as told:
        extract(page(f"<h1>The boat</h1>{offer}{PRAISE}", head=head), "https://example.org/boat")
    assert told.value.reason is Reason.SHOP


@pytest.mark.parametrize(
    "head", ["", '<meta property="og:type" content="article">' + LD.format("Product", "")]
)
def test_an_address_among_goods_is_a_sign_of_sale(head: str) -> None:
    html = page(f"<h1>The boat</h1><p>$900.00</p><button>Buy now</button>{PRAISE}", head=head)
    with pytest.raises(NoArticle) as told:
        extract(html, "https://example.org/shop/boat")
    assert told.value.reason is Reason.SHOP
    assert extract(html, "https://example.org/boat").sentences
    without_price = page(f"<h1>The boat</h1><button>Buy now</button>{PRAISE}", head=head)
    assert extract(without_price, "https://example.org/shop/boat").sentences


@pytest.mark.parametrize(
    ("head", "offer"),
    [
        (LD.format("Review", "") + LD.format("Product", ""), "<p>$900.00</p>"),
        (
            '<meta property="og:type" content="article">' + LD.format("Product", ""),
            "<p>$900.00</p><button>Buy now</button>",
        ),
        ("", "<p>$900.00</p><button>Buy now</button>"),
    ],
    ids=["a test of them", "an article", "an advertisement in a text"],
)
def test_a_text_about_goods_is_read(head: str, offer: str) -> None:
    assert extract(page(f"<h1>The boat</h1>{offer}{PRAISE}", head=head), "https://example.org/boat").sentences


LINKED = "".join(
    f'<div class="post"><h2><a href="/{n}">The crane of {town} is gone</a></h2>'
    f'<p>It fell in the night. <a href="/{n}">Read what the harbour master of {town} says</a></p></div>'
    for n, town in enumerate(TOWNS + tuple(f"New {town}" for town in TOWNS))
)


def test_a_front_page_that_links_on_for_each_sentence_is_told_as_that() -> None:
    with pytest.raises(NoArticle) as told:
        extract(page(f"<h1>Harbours</h1>{LINKED}"), "https://example.org/")
    assert told.value.reason in {Reason.HOME, Reason.SECTION}


def test_a_declared_list_is_a_section_also_where_it_is_called_an_article_too() -> None:
    head = '<meta property="og:type" content="article">' + LD.format("CollectionPage", "")
    with pytest.raises(NoArticle) as told:
        extract(
            page(f"<h1>Harbours</h1><p>All about cranes.</p>{LINKED}", head=head),
            "https://example.org/harbours",
        )
    assert told.value.reason is Reason.SECTION


def test_a_number_of_many_digits_beside_a_consent_box_ends() -> None:
    box = "<p>We value your privacy and use cookies for advertising.</p><button>Accept all</button>"
    with pytest.raises(NoArticle) as told:
        extract(page(f"{box}<p>{'1' * 100_000}</p>"))  # its digits were each tried as a number's begin
    assert told.value.reason is Reason.COOKIE_WALL


def test_links_with_some_sentences_beside_them_are_a_section_and_a_linked_text_is_an_article() -> None:
    said = "".join(
        f"<p>{line.format(subject='the crane', Subject='The crane')}</p>" for line in SENTENCES[:5]
    )
    links = "".join(
        f'<li class="entry"><a href="/{n}">Crane {n} of the harbour and all that happened to it</a></li>'
        for n in range(60)
    )
    text = f"<article><h1>Cranes of the coast</h1>{said}<ul>{links}</ul></article>"
    with pytest.raises(NoArticle) as told:
        extract(page(text), "https://example.org/cranes")
    assert told.value.reason in {Reason.SECTION, Reason.DIRECTORY}
    assert extract(page(f"<article><h1>Cranes</h1>{said * 3}<ul>{links}</ul></article>")).sentences
