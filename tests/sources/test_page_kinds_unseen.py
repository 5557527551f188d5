"""Pages written after the rules for them, as a reader would meet them: what they are told as.

They stand apart from `test_page_kinds`, whose pages were before the eyes of whoever wrote the rules.
"""

from __future__ import annotations

import pytest

from bot.core.errors import NoArticle, Reason
from bot.sources.extract import extract


def page(body: str, *, title: str, language: str = "en", head: str = "") -> str:
    return (
        f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body>{body}</body></html>"
    )


def rows(count: int, shape: str) -> str:
    return "".join(shape.format(number) for number in range(1, count + 1))


NAV = "<nav><a href=/>Start</a><a href=/a>World</a><a href=/b>Money</a><a href=/c>Arts</a></nav>"
END = "<footer><a href=/privacy>Privacy</a><a href=/terms>Terms</a><p>© 2026 Example Media</p></footer>"

NO_ARTICLE: dict[str, tuple[Reason, str, str | None]] = {
    "a check that names a ray": (
        Reason.BOT_CHECK,
        page(
            "<div class=main><h1>Let’s confirm you are human</h1><p>Complete the security check before"
            " continuing. This step verifies that you are not a bot, which helps to protect your account.</p>"
            "<button>Begin</button><p>Reference: 8f2c11ab90d3</p></div>",
            title="Human Verification",
        ),
        "https://news.example/2026/11/a-long-story",
    ),
    "a check in Portuguese": (
        Reason.BOT_CHECK,
        page(
            "<h1>Confirme que não é um robô</h1><p>Detectamos tráfego incomum vindo da sua rede. Marque a"
            " caixa abaixo para continuar.</p><div class=g-recaptcha></div>",
            title="Verificação",
            language="pt",
        ),
        "https://jornal.example/materia/ponte",
    ),
    "a check in Turkish": (
        Reason.BOT_CHECK,
        page(
            "<h1>Güvenlik kontrolü</h1><p>Devam etmek için robot olmadığınızı doğrulayın.</p>",
            title="Bir dakika lütfen",
            language="tr",
        ),
        "https://gazete.example/haber/kopru",
    ),
    "pay or consent": (
        Reason.COOKIE_WALL,
        page(
            "<main><h1>Lesen Sie weiter mit Werbung oder im Pur-Abo</h1><section><h2>Mit Werbung"
            " weiterlesen</h2><p>Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking. Wir und bis"
            " zu 214 Partner nutzen Cookies, um Daten auf Ihrem Gerät zu speichern.</p><button>Akzeptieren"
            " und weiter</button></section><section><h2>Pur-Abo</h2><p>Ohne Werbung für 3,99 Euro im"
            " Monat.</p><button>Jetzt abschließen</button></section></main>",
            title="Beispielpost",
            language="de",
        ),
        "https://post.example/politik/bruecke-1.2345",
    ),
    "consent in Italian": (
        Reason.COOKIE_WALL,
        page(
            "<div role=dialog><h2>La tua privacy è importante</h2><p>Noi e i nostri partner archiviamo"
            " informazioni su un dispositivo, come i cookie, e trattiamo dati personali per annunci e"
            " contenuti personalizzati.</p><button>Accetta</button><button>Rifiuta</button></div>",
            title="Il Giornale di Esempio",
            language="it",
        ),
        "https://giornale.example/cronaca/ponte",
    ),
    "a network that wants an account": (
        Reason.LOGIN,
        page(
            "<div><h1>See more from Anna Berg</h1><p>Log in to see photos and videos from friends and"
            " discover other accounts.</p><form><input name=u placeholder=Username><input type=password"
            " placeholder=Password><button>Log in</button></form><a href=/signup>Create new account</a>"
            "</div>",
            title="Login • Pictogram",
        ),
        "https://pictogram.example/p/Cx12abc/",
    ),
    "a log-in in Polish": (
        Reason.LOGIN,
        page(
            "<h1>Zaloguj się</h1><p>Aby zobaczyć tę stronę, musisz się zalogować.</p><form><input"
            " type=email><input type=password><button>Zaloguj się</button></form>",
            title="Logowanie",
            language="pl",
        ),
        "https://portal.example/czytaj/12",
    ),
    "a wall with a counter": (
        Reason.PAYWALL,
        page(
            f"{NAV}<article><h1>Bridge costs double</h1><p>By Jo Hill</p><p>The bridge over the Aller will"
            " cost twice as much as planned, the county said on Monday.</p><div class=gate><h2>You’ve read"
            " your last free article</h2><p>Subscribe now for €1 a week and read without limits.</p><a"
            " href=/subscribe>See all offers</a></div></article>" + END,
            title="Bridge costs double | Example Times",
            head='<script type="application/ld+json">{"@type":"NewsArticle",'
            '"isAccessibleForFree":"False"}</script>',
        ),
        "https://times.example/2026/11/bridge",
    ),
    "a wall in Dutch": (
        Reason.PAYWALL,
        page(
            "<article><h1>Nieuwe brug wordt duurder</h1><p>De brug over de rivier kost twee keer zoveel als"
            " gepland.</p><div class=paywall><p>Dit artikel is alleen voor abonnees. Lees verder met een"
            " abonnement vanaf 2 euro per week.</p></div></article>",
            title="Nieuwe brug wordt duurder",
            language="nl",
        ),
        "https://krant.example/nieuws/brug",
    ),
    "a wall in Japanese": (
        Reason.PAYWALL,
        page(
            "<article><h1>新しい橋の費用が倍に</h1><p>川に架かる新しい橋の費用は計画の二倍になると県が発表した。</p>"
            "<p>この記事は有料会員限定です。残り1,240文字</p></article>",
            title="新しい橋の費用が倍に",
            language="ja",
        ),
        "https://shimbun.example/articles/1",
    ),
    "an apology with a search box": (
        Reason.ERROR_PAGE,
        page(
            f"{NAV}<main><h1>We’re sorry</h1><p>We can’t find the page you were looking for. It might have"
            " been moved or deleted.</p><form><input type=search><button>Search</button></form><ul><li><a"
            f" href=/>Go to the front page</a></li></ul></main>{END}",
            title="Example Media",
        ),
        "https://media.example/2019/old",
    ),
    "an error in Polish": (
        Reason.ERROR_PAGE,
        page(
            "<h1>Ups! Nie znaleziono strony</h1><p>Strona, której szukasz, nie istnieje albo została"
            " przeniesiona.</p>",
            title="Nie znaleziono strony",
            language="pl",
        ),
        "https://portal.example/czytaj/13",
    ),
    "an error in Chinese": (
        Reason.ERROR_PAGE,
        page("<h1>页面不存在</h1><p>抱歉，您访问的页面找不到了。</p>", title="404", language="zh"),
        "https://xinwen.example/a/1",
    ),
    "a player with a description": (
        Reason.VIDEO,
        page(
            f"{NAV}<div class=player><video src=/v.mp4></video></div><h1>Watch: ferry crosses the river</h1>"
            "<p>The old ferry crosses the river for the last time.</p><p>1:24 · 12 Nov 2026</p>"
            + rows(8, "<div class=clip><a href=/watch/{0}>Another clip of the day, number {0}</a></div>"),
            title="Watch: ferry crosses the river – Video",
            head="<meta property=og:type content=video.other>",
        ),
        "https://media.example/video/ferry-123",
    ),
    "pictures with one line each": (
        Reason.GALLERY,
        page(
            "<h1>Bilderstrecke: Die Regatta</h1>"
            + rows(14, "<figure><img src=/b{0}.jpg><figcaption>Boot {0} im Ziel</figcaption></figure>"),
            title="Bilder der Regatta",
            language="de",
        ),
        "https://blatt.example/bilder/regatta",
    ),
    "a front page in Arabic": (
        Reason.HOME,
        page(
            "<main>"
            + rows(
                14,
                "<article><h2><a href=/n/{0}>عنوان الخبر رقم {0} من أخبار اليوم</a></h2>"
                "<p>سطر قصير عن الخبر رقم {0}.</p></article>",
            )
            + "</main>",
            title="صحيفة المثال",
            language="ar",
        ),
        "https://sahifa.example/",
    ),
    "a section with one large teaser": (
        Reason.SECTION,
        page(
            f"{NAV}<h1>Wirtschaft</h1><div class=lead><a href=/w/0><h2>Die große Meldung des Tages</h2></a>"
            "<p>Der Anreißer der großen Meldung ist etwas länger als die anderen und endet hier.</p></div>"
            + rows(
                15,
                "<div class=t><a href=/w/{0}><h3>Meldung Nummer {0} aus der Wirtschaft</h3></a><p>Ein Satz"
                " zur Meldung {0}.</p><span>vor {0} Stunden</span></div>",
            )
            + END,
            title="Wirtschaft – Beispielpost",
            language="de",
        ),
        "https://post.example/wirtschaft/",
    ),
    "results of a search engine": (
        Reason.SEARCH,
        page(
            "<form><input name=q value=ponte></form><p>Circa 1.240 risultati</p>"
            + rows(
                10,
                "<div class=r><a href=https://s{0}.example/p><h3>Il ponte numero {0} della città</h3></a>"
                "<p>Il ponte numero {0} fu costruito sul fiume e serve ancora oggi a tutti…</p></div>",
            ),
            title="ponte - Cerca",
            language="it",
        ),
        "https://cerca.example/search?q=ponte",
    ),
    "a label's archive": (
        Reason.TAG,
        page(
            "<h1>Articles tagged ‘rivers’</h1>"
            + rows(
                11,
                "<article class=post><h2><a href=/b/{0}>What river number {0} taught us</a></h2><p>A short"
                " beginning of the post about river {0} …</p><a href=/b/{0}>Read more</a></article>",
            ),
            title="rivers – A Walker’s Blog",
        ),
        "https://walker.example/label/rivers/page/2",
    ),
    "goods in French": (
        Reason.SHOP,
        page(
            "<h1>Tasses</h1><ul>"
            + rows(
                10,
                "<li><a href=/t/{0}>Tasse émaillée numéro {0}</a><b>{0},90 €</b><button>Ajouter au"
                " panier</button></li>",
            )
            + "</ul>",
            title="Tasses – La boutique",
            language="fr",
        ),
        "https://boutique.example/tasses",
    ),
    "one thing for sale": (
        Reason.SHOP,
        page(
            "<h1>Canvas boat bag</h1><p>$48.00</p><button>Add to bag</button><p>A bag of strong canvas for"
            " all that has to stay dry on board. It holds 20 litres. The straps are of leather.</p><ul><li>20"
            " litres</li><li>Washable at 30°</li></ul><h3>You may also like</h3>"
            + rows(5, "<div class=p><a href=/p/{0}>Bag number {0}</a><span>$3{0}.00</span></div>"),
            title="Canvas boat bag – Harbour Goods",
            head='<meta property="og:type" content="product">',
        ),
        "https://goods.example/products/boat-bag",
    ),
    "a list of threads": (
        Reason.FORUM_INDEX,
        page(
            "<h1>General discussion</h1><table><tr><th>Topic</th><th>Replies</th><th>Views</th><th>Activity"
            "</th></tr>"
            + rows(
                15,
                "<tr><td><a href=/t/{0}>Which paint for the hull of boat {0}?</a></td><td>{0}</td><td>{0}0"
                "</td><td>{0}h</td></tr>",
            )
            + "</table>",
            title="General discussion – Boat Talk",
        ),
        "https://talk.example/c/general/4",
    ),
    "a directory of firms": (
        Reason.DIRECTORY,
        page(
            "<h1>Boat builders A–Z</h1><div>"
            + rows(45, "<a href=/firm/{0}>Boatyard number {0} Ltd</a><br>")
            + "</div>",
            title="Boat builders A–Z",
        ),
        "https://yards.example/builders",
    ),
    "a shelf of goods beside a log-in box": (
        Reason.SHOP,
        page(
            "<form><input name=mail><input type=password></form><h1>Teas</h1><ul>"
            + rows(
                14,
                "<li class=item><a href=/t/{0}>Black tea from garden number {0}</a><span>$ {0}.50</span>"
                "<button>Add to cart</button></li>",
            )
            + "</ul>",
            title="Teas – Leaf & Harbour",
        ),
        "https://leaf.example/collections/teas",
    ),
    "goods whose buttons come by script": (
        Reason.SHOP,
        page(
            "<h1>Running shoes</h1>"
            + rows(
                16,
                "<div class=card><a href=/s/{0}>Running shoe for the road, model {0}</a><p>3 colours</p>"
                "<span>€ {0}9.99</span></div>",
            ),
            title="Running shoes",
        ),
        "https://shoes.example/w/running-shoes",
    ),
    "a section that names its clips": (
        Reason.SECTION,
        page(
            f"{NAV}<h1>Technology</h1>"
            + rows(
                16,
                "<div class=card><a href=/n/{0}><h3>What machine number {0} can do</h3></a><p>A line about"
                " it.</p></div>",
            ),
            title="Technology",
            head='<script type="application/ld+json">{"@type":"VideoObject","name":"Clip"}</script>',
        ),
        "https://news.example/technology",
    ),
    "a forum whose posts are built by scripts that its head names": (
        Reason.SCRIPT_PAGE,
        page(
            "<div id=main-outlet></div><form hidden><input type=password></form>",
            title="Which telescope should I begin with? – Star Gazers",
            head="<link rel=preload as=script href=/assets/start.js>",
        ),
        "https://stars.example/t/which-telescope/1555",
    ),
    "an application without its scripts": (
        Reason.SCRIPT_PAGE,
        page(
            "<div id=__app></div><noscript><strong>We’re sorry but this site doesn’t work properly without"
            " JavaScript enabled.</strong></noscript><script src=/app.js></script>",
            title="Reader",
        ),
        "https://reader.example/a/1",
    ),
}


@pytest.mark.parametrize("name", NO_ARTICLE)
def test_what_is_no_article_is_told_as_what_it_is(name: str) -> None:
    reason, html, url = NO_ARTICLE[name]
    with pytest.raises(NoArticle) as told:
        extract(html, url)
    assert told.value.reason == reason


def posts(count: int, shape: str) -> str:
    said = (
        "I took the old paint off with a scraper first. Then I washed the hull twice.",
        "That is what I did too. It took me a whole weekend, and my arms still hurt.",
        "Don’t forget to wear a mask. The dust of the old paint is poisonous.",
        "Which primer did you use? I have read that the cheap one peels off after a winter.",
        "The grey one from the harbour shop. It has held for three years now.",
    )
    return "".join(shape.format(number, said[number % len(said)]) for number in range(count))


TO_BE_READ: dict[str, tuple[str, str, str]] = {
    "a thread with a log-in box": (
        page(
            "<form><input type=password><button>Log in</button></form><h1>How do I paint an old hull?</h1>"
            + posts(
                5,
                "<div class=post id=p{0}><div class=author><a href=/u/{0}>sailor{0}</a></div><div"
                " class=content><p>{1}</p></div></div>",
            ),
            title="How do I paint an old hull? – Boat Talk",
        ),
        "https://talk.example/t/paint/77",
        "The dust of the old paint is poisonous.",
    ),
    "a question with few answers": (
        page(
            "<h1>Which primer holds on wood?</h1><div class=question><p>My primer peels off after each"
            " winter. Which one holds on old oak?</p></div><div class=answer><p>The grey one from the harbour"
            " shop. Sand the oak first, and let it dry for a week.</p></div>",
            title="Which primer holds on wood?",
            head='<script type="application/ld+json">{"@type":"QAPage"}</script>',
        ),
        "https://ask.example/questions/12/primer",
        "Sand the oak first",
    ),
    "a page of documentation with a long menu": (
        page(
            "<nav><ul>"
            + rows(60, "<li><a href=/docs/{0}>Chapter {0} of the manual</a></li>")
            + "</ul></nav><main><h1>Configure the log-in</h1><p>The log-in page asks for a name and a"
            " password. Set <code>realm</code> to the name that is shown.</p><pre>realm = harbour</pre>"
            "<p>When a page is not found, error 404 is shown. You can change its text there.</p></main>",
            title="Configure the log-in – Manual",
        ),
        "https://docs.example/manual/login",
        "You can change its text",
    ),
    "an article about a shop with prices": (
        page(
            f"{NAV}<article><h1>The mug that everyone wants</h1>"
            + "".join(
                f"<p>{said}</p>"
                for said in (
                    "The blue mug costs $12.90 and is sold out in every shop of the town.",
                    "“People queue from six in the morning,” said Anna Berg, who runs the harbour shop.",
                    "She has ordered 400 more. They are to arrive in March, and will cost $14.50 each.",
                    "A collector in Kiel paid $310 for one with a broken handle, his wife told this paper.",
                )
            )
            + f"<button>Buy now</button></article>{END}",
            title="The mug that everyone wants",
            head="<meta property=og:type content=article>",
        ),
        "https://times.example/2026/mug",
        "A collector in Kiel",
    ),
    "a short report with a video": (
        page(
            f"{NAV}<article><h1>Ferry makes its last trip</h1><iframe src=https://player.example/embed/1>"
            "</iframe><p>The old ferry crossed the river for the last time on Sunday.</p>"
            "<p>Two hundred people stood on the banks. The captain, Jo Hill, has steered it for 31 years.</p>"
            f"<p>From Monday on, the bridge is open to all.</p></article>{END}",
            title="Ferry makes its last trip",
            head="<meta property=og:type content=article>",
        ),
        "https://times.example/2026/ferry",
        "The captain, Jo Hill",
    ),
    "a tag in the address of an article": (
        page(
            f"{NAV}<h1>Why tags died</h1>"
            + "".join(
                f"<p>{said}</p>"
                for said in (
                    "For ten years every photo on the web had tags, and every tag had a page.",
                    "Then people began to search instead, and the pages were read by nobody but machines.",
                    "“We removed 4,000 of them in one night,” an engineer of a large photo site recalls.",
                    "No reader wrote a letter. That was in 2014, and nobody has missed them since.",
                )
            )
            + END,
            title="Why tags died",
        ),
        "https://essays.example/tags/why-tags-died",
        "No reader wrote a letter.",
    ),
}


@pytest.mark.parametrize("name", TO_BE_READ)
def test_what_looks_like_one_of_them_is_read(name: str) -> None:
    html, url, said = TO_BE_READ[name]
    assert said in extract(html, url).text
