"""What stands before a text in 2026: age gates, ad-block walls, parked names, things taken down, offers."""

from __future__ import annotations

import pytest

from bot.core.errors import NoArticle, Reason
from bot.sources.extract import extract


def page(title: str, body: str, language: str = "en") -> str:
    return f'<html lang="{language}"><head><title>{title}</title></head><body>{body}</body></html>'


def article(title: str, text: str) -> str:
    """A page with a paragraph for each line of the text."""
    return page(title, f"<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in text.strip().split("\n")))


GATES = [
    (
        Reason.BOT_CHECK,
        """<p>One more step</p><p>Completing the check below proves that you are a person and opens
        shop.example.</p><div class="cf-turnstile"></div><script
        src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>""",
    ),
    (
        Reason.BOT_CHECK,
        """<h2>Verification Required</h2><p>Slide right to secure your access</p><p>You read at a speed
        that is unusual, and something about your device reminds us of a bot.</p><ul><li>An extension
        may keep scripts from running.</li><li>You may share a network with somebody who sends many
        requests.</li></ul><iframe src="https://geo.captcha-delivery.com/captcha/"></iframe>""",
    ),
    (
        Reason.BOT_CHECK,
        """<h1>Hold on, sailor!</h1><p>Your request has been blocked by a rule of our network.</p><p>You
        may log in or make an account to get back to reading. If you run a program, give it a name that
        tells us whose it is. Then try once more.</p><p>Our terms stand here. If you think that we are
        wrong, write to us. Please name the number below when you write. We answer within a week.</p>""",
    ),
    (
        Reason.PAYWALL,
        """<h1>Ferry fares to rise again</h1><p>By Ann Lee, March 3, 2026</p><div><h2>You've reached your
        limit of free articles.</h2><p>Your account lets you read three stories a month. Choose a plan
        that suits you.</p><p>Basic: $1 a week for the first six months, billed as $4 every four
        weeks.</p><p>All access: $2 a week. Games, recipes and the archive are included. Cancel any
        time.</p></div>""",
    ),
    (
        Reason.PAYWALL,
        """<h1>El puente que nadie quiere pagar</h1><p>La obra debía terminar en primavera, pero sigue
        cerrada.</p><div><h3>Suscríbete para seguir leyendo</h3><p>Lee sin límites desde 1 € el primer
        mes. Después, 10 € al mes. Cancela cuando quieras.</p></div>""",
    ),
    (
        Reason.PAYWALL,
        """<h1>Bridge opens at last</h1><p>After nine years the bridge across the river is open to
        cars.</p><div><h2>Register for free to continue reading</h2><p>It takes less than a minute. You
        will get five free articles a month and our morning letter.</p></div>""",
    ),
    (
        Reason.COOKIE_WALL,
        """<p><b>Wie möchten Sie blatt.example nutzen?</b></p><p>Nutzen Sie unsere Seite mit Einwilligung
        in Cookies und Tracking kostenlos, oder schließen Sie ein Abonnement ab.</p><button>Einwilligen
        und weiter</button><p>Ihre Einwilligung umfasst die Weitergabe Ihrer Daten an 212
        Drittanbieter.</p>""",
    ),
    (
        Reason.COOKIE_WALL,
        """<h1>プライバシーに関するお知らせ</h1><p>当サイトではクッキーを使用しています。お客様の同意のもと、広告のために124社のパートナーと情報を共有します。</p><button>すべて同意する</button><button>すべて拒否する</button>""",
    ),
    (
        Reason.ERROR_PAGE,
        """<main><h1>We couldn't find that page</h1><p>It may have moved when we rebuilt our website in
        January.</p><p>Try searching for what you need, or start below.</p><p>If you think that this is
        our mistake, tell us.</p></main>""",
    ),
    (
        Reason.ERROR_PAGE,
        """<h1>Lo sentimos</h1><p>La página que buscas ya no está disponible o nunca existió.</p><p>Puedes
        volver a la <a href="/">portada</a> o usar el buscador.</p>""",
    ),
    (
        Reason.ERROR_PAGE,
        """<div>Video unavailable</div><div>This video has been removed by the
        uploader</div><div><a>About</a><a>Press</a><a>Copyright</a><a>Contact
        us</a><a>Creators</a><a>Privacy</a></div><script>var data={}</script>""",
    ),
    (
        Reason.ERROR_PAGE,
        """<h2>This video isn't available any more</h2><p>The owner has removed it, or the account was
        closed. Here are other things to watch.</p>""",
    ),
    (
        Reason.ERROR_PAGE,
        """<h1>Not available in your region</h1><p>Sorry, this programme is only for viewers at
        home.</p><p>If you are at home and see this, turn off your VPN and try again.</p>""",
    ),
    (
        Reason.ERROR_PAGE,
        """<h1>barcos.example</h1><p>O domínio barcos.example está à venda desde maio.</p><p>Fale
        conosco e diga o seu preço.</p>""",
    ),
    (
        Reason.ERROR_PAGE,
        """<h1>Too many requests</h1><p>Please wait a moment and try again later.</p>""",
    ),
    (
        Reason.ERROR_PAGE,
        """<h1>millboats.example</h1><p>The domain millboats.example is for sale!</p><p>Buy now for $2,499
        or make an offer. Payment in 12 parts is possible.</p><p>This page was made by the domain owner
        using a parking service.</p><ul><li><a href='?q=1'>Boats</a></li><li><a
        href='?q=2'>Insurance</a></li></ul>""",
    ),
    (
        Reason.ERROR_PAGE,
        """<h1>This domain has expired</h1><p>Is this your domain? Renew it now before somebody else
        registers it.</p><p>If you would like to buy this domain, a broker can help you.</p>""",
    ),
    (
        Reason.ERROR_PAGE,
        """<div>@nobody</div><h2>This account doesn’t exist</h2><p>Try searching for another.</p>""",
    ),
    (
        Reason.LOGIN,
        """<h1>You need access</h1><p>Request access, or switch to an account with
        access.</p><button>Request access</button><p>You are signed in as ann@example.org</p>""",
    ),
    (
        Reason.LOGIN,
        """<h1>What is a keel?</h1><div><h2>Sign in to see the answers</h2><button>Continue by
        letter</button><p>By going on you agree to our terms of service.</p></div>""",
    ),
    (
        Reason.EMPTY,
        """<h1>Are you of legal drinking age?</h1><p>You must be of legal drinking age in your country to
        enter.</p><button>Yes, enter</button><button>No</button><p>By entering you agree to our terms of
        use.</p>""",
    ),
    (
        Reason.EMPTY,
        """<h2>¿Eres mayor de 18 años?</h2><p>Para entrar debes tener la edad legal para consumir alcohol
        en tu país.</p><button>Sí</button><button>No</button>""",
    ),
    (
        Reason.EMPTY,
        """<h1>Please disable your ad blocker</h1><p>We notice that you use an ad blocker. Advertising
        keeps our recipes free.</p><p>Add recipes.example to your allow list, then load the page
        again.</p>""",
    ),
]


@pytest.mark.parametrize(("reason", "body"), GATES)
def test_a_gate_of_today_is_told_as_one(reason: Reason, body: str) -> None:
    with pytest.raises(NoArticle) as caught:
        extract(page("example.org", body), "https://www.example.org/news/42")
    assert caught.value.reason is reason


WHEELS = (
    "its wheel, the largest one between the hills and the sea",
    "its axle, which had to carry four stones and a bell at the time",
    "its door, through which two carts have to drive side by side",
    "its roof, under which the bats of the whole valley sleep by day",
)
ARTICLES = [
    (
        "Subscribe to continue reading: how the paywall won",
        """
        For ten years editors argued about it.
        Then nearly all of them put up a wall.
        “This article is for subscribers only” is now the most read sentence of the trade.
        Readers see it daily.
        Papers that let people read three stories a month earn least.
        Those that ask everyone earn most.
        """,
    ),
    (
        "Video removed after complaint",
        """
        The town has removed a video of its meeting.
        A member had complained that she was filmed while eating.
        The film had been watched eleven times.
        It will be back on Friday, without the sandwich.
        """,
    ),
    (
        "Town forgets to renew its domain",
        """
        The town’s domain has expired and was bought by a shop for chairs.
        Visitors have been offered cushions since.
        The clerk says that she never got the letter.
        The shop wants two thousand dollars.
        """,
    ),
    (
        "Shops must ask: are you over 18?",
        """
        From July shops must ask everyone who buys a lighter for an identity card.
        Until now a look was enough.
        The fine is three hundred euros.
        The trade calls the rule a farce, because the internet asks nobody.
        """,
    ),
    (
        "Court allows ad blockers",
        """
        Readers may use an ad blocker, the court in Cologne has ruled.
        A publisher had sued its maker for years.
        It may still ask readers to disable their ad blocker.
        The publisher will appeal.
        The maker drank a toast.
        """,
    ),
    (
        "Your request has been denied: how offices write",
        """
        “Your request has been denied.”
        With this sentence begins a letter that Amal has carried for two years.
        Linguists in Ghent have read four hundred of them.
        They found no verb in the active voice.
        """,
    ),
    (
        "What a newspaper costs today",
        """
        A digital subscription to the largest paper costs 4 dollars a week.
        Two years ago it was 1 dollar a week.
        Students save 50 % in their first year.
        Most offers can be ended any time.
        Paper costs more.
        """,
    ),
    (
        "The old mill is for sale",
        """
        Ardley has to part with its mill.
        Whoever wants it has until May to make an offer.
        The wheel turns still.
        """,
    ),
    (
        "Le domaine des Roux est en vente",
        """
        La vigne a cent ans et donne encore du vin.
        Trois acheteurs sont venus la voir.
        Le domaine des Roux est en vente depuis mai.
        """,
    ),
    (
        "Das Krankenhaus ist vierzig Kilometer entfernt",
        """
        Von Ardley aus ist das nächste Bett weit entfernt.
        Die Bürger fordern einen Bus.
        Der Kreis will ihn bezahlen.
        """,
    ),
    (
        "Ardley fue eliminado en cuartos de final",
        """
        El equipo de Ardley fue eliminado el sábado.
        Perdió por dos goles ante su rival.
        El portero lloró al final.
        """,
    ),
    (
        "Вратарь был удалён в начале игры",
        """
        Вратарь был удалён на пятой минуте.
        Команда проиграла дома в третий раз.
        Тренер подал в отставку.
        """,
    ),
    (
        "How the allowlist works",
        """
        The server keeps an allowlist of those who may write.
        Names are added to it by hand.
        Two people look after the allowlist.
        """,
    ),
    (
        "Are you above average?",
        """
        Nine drivers in ten say that they are above average.
        If you are over the moon about your own driving, think twice.
        The police in Ardley have counted the dents.
        """,
    ),
    (
        "404: what happens to pages that can’t be found",
        """
        A quarter of all pages that were online ten years ago are gone.
        “Page not found” is what is left of them.
        Librarians call it link rot.
        They copy what they can, and they are always late.
        """,
    ),
    (
        "Register to continue reading: libraries copy newspapers",
        """
        Our library now asks for an address before one may read a novel.
        It learned this from the newspapers.
        The novel is from 1911.
        """,
    ),
    (
        "El carné del abuelo",
        """
        Mi abuelo cumplió cien años y le pidieron el carné en el bar.
        «¿Es usted mayor de edad?», dijo la camarera.
        Él lo buscó durante media hora.
        """,
    ),
]


def test_who_must_log_in_to_comment_may_read() -> None:
    told = "The mill of Ardley grinds again after forty years in which the brothers who own it found no oak"
    text = "".join(f"<p>{told} that would have been large enough for {what}.</p>" for what in WHEELS)
    form = "<form><input name='name'><input type='password' name='word'><button>Go</button></form>"
    comments = "<h3>You must be logged in to post a comment</h3><p>Nobody has written yet.</p>"
    body = f"{form}<h1>The mill</h1>{text}{comments}"
    assert extract(page("The mill", body), "https://www.example.org/news/42").text.startswith(told)


@pytest.mark.parametrize(("title", "text"), ARTICLES)
def test_a_short_article_about_a_gate_is_read_whole(title: str, text: str) -> None:
    assert not extract(article(title, text), "https://www.example.org/news/42").partial
