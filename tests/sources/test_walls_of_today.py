"""Pages as consent tools, bot checks, publishing programs and forums of 2025 and 2026 send them."""

from __future__ import annotations

import pytest

from bot.core.article import Article
from bot.core.errors import NoArticle, Reason
from bot.sources.extract import extract

SAID = (
    "The town council voted on Tuesday to close the old swing bridge while its bearings are replaced.",
    "Engineers had warned since 2019 that two of the six bearings were worn. It will cost millions.",
    "Traders fear for their summer. “Half of my customers walk over that bridge,” said Marta Olsen.",
    "A ferry for people on foot is to run every ten minutes from May. It will carry forty people at a time.",
)
STORY = "".join(f"<p>{text}</p>" for text in SAID)
ARTICLE = '<meta property="og:type" content="article">'


def page(body: str, title: str, head: str = "", language: str = "en") -> str:
    return (
        f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body>{body}</body></html>"
    )


def zone(*said: str) -> str:
    return "<h1>site.example</h1>" + "".join(f"<p>{text}</p>" for text in said)


CHECKS = {
    "a block that explains itself": page(
        '<div id="cf-error-details"><h1>Sorry, you have been blocked</h1><h2>You are unable to access'
        " site.example</h2><h2>Why have I been blocked?</h2><p>This website is using a security service to"
        " protect itself from online attacks. The action you just performed triggered it. Several actions"
        " could do so, as submitting a certain word or malformed data.</p><h2>What can I do?</h2><p>You can"
        " email the site owner to let them know. Please include what you were doing when this page came up."
        "</p></div><p>Ray ID: 8f2 • Your IP: 203.0.113.9</p>",
        "Attention Required!",
    ),
    "a script that brings the check": page(
        "<p>Please enable JS and disable any ad blocker</p>"
        '<script src="https://ct.captcha-delivery.com/c.js"></script>',
        "shop.example",
    ),
    "a frame with the check": page(
        '<iframe src="https://geo.captcha-delivery.com/captcha/?initialCid=AH"></iframe>', "shop.example"
    ),
    "a proof of work": page(
        "<main><h1>Making sure you’re not a bot!</h1><p>Loading...</p><details><summary>Why am I seeing this?"
        "</summary><p>The administrator of this website has set up a program against companies that scrape"
        " websites aggressively. This can and does cause downtime. It makes their resources inaccessible."
        "</p><p>It is a compromise. Additional load is ignorable at the scale of one person.</p><p>Note that"
        " modern features are needed.</p></details></main>"
        '<script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>',
        "Making sure you’re not a bot!",
    ),
    "an empty page and its challenge": page(
        '<div id="challenge-container"></div><script src="https://a.token.awswaf.com/a/challenge.js"></script>',
        "",
    ),
    "a frame and an incident's number": page(
        '<iframe src="/_Incapsula_Resource?SWUDNSAI=31">Request unsuccessful. Incident ID: 893</iframe>', ""
    ),
    "blocked by the network": page(
        "<h2>You’ve been blocked by network security.</h2><p>To continue, log in to your account or use your"
        " developer token</p><p>If you think you’ve been blocked by mistake, file a ticket below and we’ll"
        " look into it.</p>",
        "Blocked",
    ),
    "German": page(
        zone(
            "Bestätigen Sie, dass Sie ein Mensch sind, indem Sie die Aktion unten ausführen.",
            "site.example muss die Sicherheit Ihrer Verbindung überprüfen, bevor Sie fortfahren können.",
        ),
        "Nur einen Moment…",
        language="de",
    ),
    "Spanish": page(
        "<h1>Verifica que eres humano</h1><p>Hemos detectado actividad inusual desde tu red.</p>",
        "Un momento…",
        language="es",
    ),
    "Russian": page(
        zone(
            "Подтвердите, что вы человек, выполнив указанное действие.",
            "Прежде чем продолжить, необходимо проверить безопасность вашего подключения.",
        ),
        "Один момент…",
        language="ru",
    ),
    "Italian": page(
        zone(
            "Verifica di essere un umano completando l’azione seguente.",
            "site.example deve verificare la sicurezza della tua connessione prima di procedere.",
        ),
        "Ci siamo quasi…",
        language="it",
    ),
    "Polish": page(
        zone(
            "Potwierdź, że jesteś człowiekiem, wykonując poniższą czynność.",
            "site.example musi sprawdzić bezpieczeństwo połączenia przed kontynuowaniem.",
        ),
        "Jeszcze chwila…",
        language="pl",
    ),
    "Turkish": page(
        zone(
            "İnsan olduğunuzu doğrulamak için aşağıdaki işlemi tamamlayın.",
            "Devam etmeden önce bağlantınızın güvenliğini gözden geçirmelidir.",
        ),
        "Bir dakika lütfen...",
        language="tr",
    ),
    "Japanese": page(
        zone("人間であることを確認します", "続行する前に、接続のセキュリティを確認する必要があります。"),
        "しばらくお待ちください...",
        language="ja",
    ),
    "Chinese": page(
        zone("请完成以下操作，验证您是真人。", "继续之前，需要先检查您的连接的安全性。"),
        "请稍候…",
        language="zh",
    ),
}


@pytest.mark.parametrize("html", CHECKS.values(), ids=CHECKS)
def test_a_bot_check_of_today_is_told_as_one(html: str) -> None:
    with pytest.raises(NoArticle) as told:
        extract(html, "https://site.example/2026/11/bridge")
    assert told.value.reason is Reason.BOT_CHECK


ERRORS = {
    "maintenance": page(
        "<h1>We’ll be right back</h1><p>We’re performing some scheduled maintenance. Thanks for your"
        " patience.</p>",
        "Maintenance",
    ),
    "closed to a continent": page(
        "<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this"
        " website from a country in the European Economic Area, and therefore access cannot be granted at"
        " this time. For any issues, call 555-0100.</p>",
        "451: Unavailable due to legal reasons",
    ),
    "Turkish": page(
        "<h1>Sayfa bulunamadı</h1><p>Aradığınız sayfa kaldırılmış ya da taşınmış olabilir. Adresi kontrol"
        " edin.</p>",
        "Sayfa bulunamadı",
        language="tr",
    ),
}


@pytest.mark.parametrize("html", ERRORS.values(), ids=ERRORS)
def test_an_error_of_today_is_told_as_one(html: str) -> None:
    with pytest.raises(NoArticle) as told:
        extract(html, "https://news.example/2024/gone")
    assert told.value.reason is Reason.ERROR_PAGE


def test_a_wall_that_names_the_post_it_bars_makes_half_an_article() -> None:
    html = page(
        f'<main><article class="gh-article"><h1>A bridge closes</h1><section class="gh-content">{STORY}'
        '<aside class="gh-post-upgrade-cta"><h2>This post is for paying subscribers only</h2><a>Subscribe'
        " now</a><p>Already have an account? <a>Sign in</a></p></aside></section></article></main>",
        "A bridge closes",
        ARTICLE,
    )
    article = extract(html, "https://ghost.example/bridge/")
    assert article.partial
    assert SAID[-1] in article.text
    assert "subscribers" not in article.text


def test_what_a_wall_offers_is_no_sentence_of_the_article() -> None:
    html = page(
        "<article><header><h2>Elf Monate ohne Übergang</h2><div>Die alte Drehbrücke schließt.</div></header>"
        "<section><p>Marta Olsen steht in ihrer Bäckerei und zählt die Kunden."
        "</p></section><div><h3>Diesen Artikel weiterlesen mit Blatt+</h3><p>Nur für Neukunden: jetzt vier"
        " Wochen für einen Euro testen und jederzeit kündigen können</p><ul><li>Zugang zu allen Artikeln in"
        " der App und auf der Seite der Zeitung, auch zu allen älteren</li><li>Wöchentlich die digitale"
        " Ausgabe inkl. E-Paper</li></ul><p>Sie haben bereits ein Abonnement? Hier anmelden</p></div>"
        "</article>",
        "Elf Monate ohne Übergang - Blatt",
        ARTICLE,
        language="de",
    )
    with pytest.raises(NoArticle) as told:
        extract(html, "https://blatt.example/bruecke-a-1")
    assert told.value.reason is Reason.PAYWALL


def test_a_form_to_join_is_no_cookie_wall() -> None:
    html = page(
        "<main><h1>Join Us</h1><form><label>Email</label><input type=email><label>Password</label>"
        "<input type=password><p>By clicking Agree &amp; Join, you agree to our User Agreement, Privacy"
        " Policy, and Cookie Policy.</p><button>Agree &amp; Join</button></form></main>",
        "Sign Up | Acme",
    )
    with pytest.raises(NoArticle) as told:
        extract(html, "https://acme.example/authwall")
    assert told.value.reason is Reason.LOGIN


READ = {
    "a title that begins with a number": page(
        f"<article><h1>500 days without a bridge</h1>{STORY}</article>", "500 days without a bridge"
    ),
    "maintenance of something else": page(
        f"<main><h1>Scheduled maintenance on the swing bridge</h1><p>{SAID[0]}</p><p>{SAID[3]}</p></main>",
        "Scheduled maintenance on the swing bridge",
    ),
    "a form with a captcha below": page(
        f"<article><h1>The bridge closes</h1>{STORY}</article><form><div class=cf-turnstile></div>"
        "<button>Send</button></form><script src=https://www.google.com/recaptcha/api.js></script>",
        "The bridge closes",
    ),
    "robots in the text": page(
        f"<article><h1>Why sites ask whether you are human</h1>{STORY}<p>Whoever reads much is asked to"
        " verify that they are human. Most such checks end within a second, and few people fail them.</p>"
        "</article>",
        "Why sites ask whether you are human",
    ),
}


@pytest.mark.parametrize("html", READ.values(), ids=READ)
def test_an_article_with_a_walls_words_is_read(html: str) -> None:
    article = extract(html, "https://news.example/2026/11/bridge")
    assert SAID[0] in article.text
    assert not article.partial


REMARKS = (
    "Has anybody crossed the bridge on a bicycle this week? I heard that one lane is closed.",
    "Yes, yesterday. The left lane is shut but you can still get through if you push.",
    "I took the ferry instead. It is free until the end of the month.",
    "The ferry doesn't run on Sundays though. I waited for half an hour before I saw it.",
    "Thanks all, that is what I needed to know. I will push then.",
)


def thread_of_tables() -> Article:
    remarks = "".join(
        '<tr class="athing comtr"><td><table><tr><td class=default><div><span class=comhead><a>someone</a> '
        "<span><a>4 hours ago</a></span> | <a>next</a></span></div><div class=comment><div class=commtext>"
        f"{text}</div><div class=reply><a>reply</a></div></div></td></tr></table></td></tr>"
        for text in REMARKS * 2
    )
    html = page(
        "<table><tr><td><b><a href=news>River Talk</a></b></td></tr><tr><td><span class=titleline><a"
        f" href=https://x.example>The bridge closes for months</a></span></td></tr>{remarks}</table>",
        "The bridge closes for months | River Talk",
    )
    return extract(html, "https://talk.example/item?id=1")


def test_short_remarks_with_links_to_their_authors_are_no_teasers() -> None:
    article = thread_of_tables()
    assert all(text in article.text for text in REMARKS)


def reference(title: str = "Usage — Tugboat 2.1 documentation") -> Article:
    chapters = "".join(
        f'<li class="toctree-l1"><a href="p{number}.html">Chapter number {number} of the handbook</a></li>'
        for number in range(14)
    )
    html = page(
        f'<nav class="wy-nav-side"><ul>{chapters}</ul></nav><div role=main class=document><section>'
        '<h1>Usage<a class=headerlink href="#usage">¶</a></h1><p>Tugboat reads a list of jobs and runs each'
        " one when it is due.</p><h2>Options</h2><dl><dt>run(path)</dt><dd><p>Run all jobs that are due.</p>"
        "</dd><dt>path</dt><dd>where the list is kept</dd></dl><pre>pip install tugboat</pre></div>",
        title,
    )
    return extract(html, "https://tugboat.example/en/latest/usage.html")


def test_a_short_page_of_a_handbook_is_no_list_of_its_chapters() -> None:
    article = reference()
    assert "runs each one when it is due" in article.text
    assert "Chapter number" not in article.text


def test_a_handbooks_page_is_called_by_its_heading() -> None:
    assert reference().title == "Usage"


def test_the_number_of_an_issue_is_no_part_of_its_title() -> None:
    html = page(
        f"<main><h1><bdi>Jobs run twice at night</bdi> <span>#12</span></h1>{STORY}</main>",
        "Jobs run twice at night · Issue #12 · acme/tugboat · GitHub",
    )
    assert extract(html, "https://github.example/acme/tugboat/issues/12").title == "Jobs run twice at night"


def test_a_number_that_the_head_has_too_stays_in_the_title() -> None:
    html = page(f"<main><h1>Bridge report #12</h1>{STORY}</main>", "Bridge report #12 | Coast")
    assert extract(html, "https://coast.example/a").title == "Bridge report #12"


def test_two_titles_of_the_head_agree_on_the_articles() -> None:
    html = page(
        f"<div class=side><h1>river</h1></div><div class=content>{STORY}</div>",
        "Bridge by bicycle? : river",
        '<meta property="og:title" content="r/river - Bridge by bicycle?">',
    )
    assert extract(html, "https://reddit.example/r/river/comments/1").title == "Bridge by bicycle?"


def test_the_link_to_edit_a_section_is_not_read() -> None:
    html = page(
        f'<main><h1>Swing bridge</h1>{STORY}<div class="mw-heading"><h2>History</h2><span'
        f' class="mw-editsection">[<a>edit</a>]</span></div>{STORY.replace("council", "parish")}</main>',
        "Swing bridge - Encyclopedia",
    )
    assert "edit]" not in extract(html, "https://wiki.example/wiki/Swing_bridge").text


PORT = (
    "Le port de Merlin a fermé trois quais mardi après la tempête qui a frappé la côte pendant la nuit.",
    "La maire Sandra Vidal a annoncé une aide de deux millions d’euros pour les pêcheurs et leurs familles.",
    "Les travaux commenceront en mars et dureront deux ans, selon la région, qui en paiera la moitié.",
    "Le syndicat demande que personne ne perde son emploi pendant la fermeture des quais du nord.",
    "Une réunion est prévue lundi à la préfecture avec les élus, les pêcheurs et les patrons des chantiers.",
)
FOR_SUBSCRIBERS = "Article réservé aux abonnés"
READ_ALSO = (
    f"<section class=read-also><p>{FOR_SUBSCRIBERS}</p>"
    "<a href=/x>Lire aussi : Au Havre, la digue attend depuis dix ans</a></section>"
)
TEASERS = "".join(
    f"<li><p>{FOR_SUBSCRIBERS}</p><a href=/a{number}>La digue du Havre attend depuis {number} ans</a></li>"
    for number in range(2, 6)
)
FREE = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":true}</script>'


def port(between: str, behind: str, head: str = "") -> Article:
    said = [f"<p>{text}</p>" for text in PORT]
    body = f"<article><h1>Le port de Merlin ferme</h1>{''.join(said[:3])}{between}{''.join(said[3:])}"
    return extract(
        page(f"{body}</article>{behind}", "Le port", head, "fr").encode(), "https://site.example/port"
    )


@pytest.mark.parametrize(
    ("between", "behind", "head"),
    [
        (READ_ALSO, "", ""),
        ("", READ_ALSO, ""),
        (f"<p>{FOR_SUBSCRIBERS}</p>", "", ""),
        ("", f"<aside><h2>À lire aussi</h2><ul>{TEASERS}</ul></aside>", ""),
        ("", f"<div>{FOR_SUBSCRIBERS}</div>", FREE),
    ],
)
def test_what_is_said_of_another_article_makes_this_one_no_half(between, behind, head):
    article = port(between, behind, head)
    assert not article.partial
    assert all(text in article.text for text in PORT)


def test_what_is_said_of_the_very_article_makes_it_half():
    wall = f"<div class=offer><p>{FOR_SUBSCRIBERS}</p><a href=/abo>S’abonner</a></div>"
    assert port("", wall).partial


MILL = (
    "The mill stands by the river and has been at work for two centuries. Its owner sold it last spring.",
    "The buyer wants to grind oats there and has hired twelve people. The council agreed to that in June.",
    "Neighbours worry about lorries on the lane. The buyer said that none will come before eight o’clock.",
)
LABEL = "This article is for subscribers only."
SAVING = "Subscribe now and save 50 percent on your first year"
BY_THE_WEEK = "Get unlimited access for just one pound a week"
STAY = "Stay with us through the whole winter"
HEADLINE = "A long headline of another article about bread"
WRITER = "Anna Smith is a writer in Kent. She won two awards. She keeps a dog."
HALVES = {
    "an offer that saves": f"<div class=lock><p>{LABEL}</p><p><a href=/o>{SAVING}</a></p></div>",
    "an offer by the week": f"<div class=lock><p>{LABEL}</p><a href=/o>{BY_THE_WEEK}</a></div>",
    "an address of offers": f"<div><p>{LABEL}</p><a href=https://subscribe.site.example/x>{STAY}</a></div>",
    "its author": f"<p>{LABEL}</p><p>{WRITER}</p>",
    "a short paragraph": f"<p>{LABEL}</p><p>The writer lives in Kent. She keeps a dog.</p>",
    "a teaser in the article's own box": f"<div>{LABEL}</div><div><a href=/x>{HEADLINE}</a></div>",
}


@pytest.mark.parametrize("wall", HALVES.values(), ids=HALVES)
@pytest.mark.parametrize("times", [1, 2])
def test_what_stands_beside_a_wall_makes_no_whole_article_of_a_half(wall: str, times: int) -> None:
    told = "".join(f"<p>{text}</p>" for text in MILL * times)
    html = page(f"<article><h1>The mill is sold</h1>{told}{wall}</article>", "The mill is sold")
    article = extract(html, "https://site.example/a/mill")
    assert article.partial
    assert article.text.endswith(MILL[-1])


def test_a_page_that_says_it_is_not_free_ends_at_its_label_whatever_stands_beside() -> None:
    wall = f"<section><p>{LABEL}</p><a href=/x>{HEADLINE}</a></section>"
    told = "".join(f"<p>{text}</p>" for text in MILL)
    html = page(
        f"<article><h1>The mill</h1>{told}{wall}</article>", "The mill", FREE.replace("true", "false")
    )
    assert extract(html, "https://site.example/a/mill").partial
