"""Pages without an article and articles about such pages, in more languages; and where a half begins."""

from __future__ import annotations

import pytest

from bot.core.errors import NoArticle, Reason
from bot.sources.extract import extract


def page(body: str, *, title: str, language: str = "en", head: str = "") -> str:
    return (
        f"<!doctype html><html lang={language}><head><title>{title}</title>{head}</head>"
        f"<body>{body}</body></html>"
    )


def teasers(count: int, headline: str, line: str) -> str:
    return "".join(
        f'<div class="card"><h3><a href="/n/{n}">{headline.format(n)}</a></h3><p>{line.format(n)}</p></div>'
        for n in range(count)
    )


SPANISH = teasers(10, "Titular de la noticia número {}", "Una línea breve sobre la noticia {}.")
GERMAN = teasers(10, "Überschrift der Meldung Nummer {}", "Eine kurze Zeile über die Meldung {}.")
RUSSIAN = teasers(10, "Заголовок новости номер {} за сегодня", "Короткая строка о новости {}.")
NO_ARTICLE: list[tuple[Reason, str, str | None]] = [
    (
        Reason.BOT_CHECK,
        page(
            "<h1>Verificar que usted es humano</h1><p>Complete el captcha para seguir.</p>", title="Captcha"
        ),
        None,
    ),
    (
        Reason.BOT_CHECK,
        page("<h1>安全验证</h1><p>请完成安全验证后继续访问。</p>", title="安全验证", language="zh"),
        None,
    ),
    (
        Reason.COOKIE_WALL,
        page(
            "<div><p>Utilizamos cookies y datos personales para mostrar anuncios a nuestros socios.</p>"
            "<button>Aceptar todo</button><button>Rechazar</button></div>",
            title="Diario",
            language="es",
        ),
        None,
    ),
    (
        Reason.COOKIE_WALL,
        page(
            "<div><p>Мы используем файлы cookie и передаём персональные данные партнёрам.</p>"
            "<button>Принять</button><button>Настроить</button></div>",
            title="Газета",
            language="ru",
        ),
        None,
    ),
    (
        Reason.LOGIN,
        page("<h1>Se connecter</h1><form><input type=password></form>", title="Connexion", language="fr"),
        None,
    ),
    (
        Reason.LOGIN,
        page("<h1>Вход</h1><p>Введите пароль.</p><form><input type=password></form>", title="Войти"),
        None,
    ),
    (
        Reason.PAYWALL,
        page(
            "<article><h1>El puente nuevo</h1><p>El consejo habló el lunes del puente nuevo.</p>"
            "<p>Contenido exclusivo para suscriptores</p></article>",
            title="El puente nuevo",
            language="es",
        ),
        None,
    ),
    (
        Reason.PAYWALL,
        page(
            "<article><h1>Мост</h1><p>Совет в понедельник обсудил новый мост через реку.</p>"
            "<p>Полный текст доступен только для подписчиков</p></article>",
            title="Мост",
            language="ru",
        ),
        None,
    ),
    (
        Reason.ERROR_PAGE,
        page("<h1>Página no encontrada</h1><p>La página que busca no existe.</p>", title="Error 404"),
        None,
    ),
    (
        Reason.ERROR_PAGE,
        page("<h1>Pagina non trovata</h1><p>Il contenuto non è disponibile.</p>", title="Pagina non trovata"),
        None,
    ),
    (
        Reason.HOME,
        page(f"<main>{RUSSIAN}</main>", title="Новости", language="ru"),
        "https://gazeta.example/",
    ),
    (Reason.HOME, page(f"<main>{SPANISH}</main>", title="Diario"), "https://diario.example/es/"),
    (
        Reason.SECTION,
        page(f"<h1>Politik</h1><main>{GERMAN}</main>", title="Politik", language="de"),
        "https://blatt.example/politik",
    ),
    (
        Reason.SEARCH,
        page(f"<h1>Resultados de “puente”</h1>{SPANISH}", title="Buscar", language="es"),
        "https://diario.example/buscar?q=puente",
    ),
    (
        Reason.TAG,
        page(f"<h1>Тег: мосты</h1>{RUSSIAN}", title="мосты", language="ru"),
        "https://gazeta.example/tag/mosty",
    ),
]


@pytest.mark.parametrize(("reason", "html", "url"), NO_ARTICLE)
def test_a_page_without_an_article_is_told_abroad_too(reason: Reason, html: str, url: str | None) -> None:
    with pytest.raises(NoArticle) as told:
        extract(html, url)
    assert told.value.reason == reason


ARTICLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "de": (
        "Warum jede Seite nach Cookies fragt",
        (
            ("Seit Montag streitet der Rat der kleinen Stadt darüber, warum jede Seite nach Cookies fragt."),
            (
                "Niemand im Saal hatte erwartet, dass es so lange dauert, sagte Anna Berg, die den Rat"
                " seit 2019 leitet."
            ),
            ("Wer nicht zustimmt, muss sich anmelden oder ein Abonnement kaufen, heißt es in der Vorlage."),
            "Zwei Mitglieder stimmten dagegen.",
            "Im April soll ein Bericht vorliegen.",
        ),
    ),
    "fr": (
        "Page introuvable : histoire d’une erreur",
        (
            "Le conseil de la petite ville a parlé lundi de l’erreur 404 et de la page introuvable.",
            (
                "Personne dans la salle n’avait pensé que cela durerait deux heures, a dit Anna Berg,"
                " maire depuis 2019."
            ),
            "Une étude publiée en mars a suivi 1 200 personnes face à une page introuvable.",
            "La plupart n’y pensent guère.",
            "Un rapport est attendu en avril, et un groupe de cinq membres travaille d’ici là.",
        ),
    ),
    "es": (
        "El muro de pago cumple veinte años",
        (
            (
                "El consejo de la pequeña ciudad habló el lunes del muro de pago y de sus palabras:"
                " suscríbete para seguir leyendo."
            ),
            "Nadie en la sala esperaba que durara dos horas, dijo Anna Berg, alcaldesa desde 2019.",
            "La ciudad ha gastado 40.000 euros en el asunto, según el tesorero.",
            "Dos miembros votaron en contra.",
            "La próxima reunión será en abril, cuando se espera un informe.",
        ),
    ),
    "ru": (
        "Докажите, что вы не робот",
        (
            (
                "Совет небольшого города в понедельник обсуждал, почему каждый сайт просит доказать, что"
                " вы не робот."
            ),
            ("Никто не ожидал, что разговор займёт два часа, сказала Анна Берг, глава совета с 2019 года."),
            "По данным казначея, город уже потратил на это 40 тысяч евро.",
            "Двое членов совета голосовали против.",
            "Следующее заседание пройдёт в апреле, когда будет готов отчёт.",
        ),
    ),
    "it": (
        "La galleria di foto che tutti hanno condiviso",
        (
            (
                "Il consiglio della piccola città ha parlato lunedì della galleria di foto e del video"
                " che tutti hanno condiviso."
            ),
            "Nessuno si aspettava due ore di discussione, ha detto Anna Berg, sindaca dal 2019.",
            "Secondo il tesoriere la città ha speso 40.000 euro.",
            "Due membri hanno votato contro.",
            "La prossima riunione sarà in aprile, quando è atteso un rapporto.",
        ),
    ),
    "ja": (
        "ログインの歴史",
        (
            "小さな町の議会は月曜日、ログインとパスワードの歴史について話し合った。",
            "会議が二時間も続くとは誰も思っていなかった、と二〇一九年から議長を務めるベルク氏は語った。",
            "会計係によると、町はこれまでに四百万円を使った。",
            "二人の議員は反対した。",
            "次の会議は四月に開かれ、報告書が提出される予定だ。",
            "それまで五人の作業部会が他の町の例を集める。",
        ),
    ),
}


@pytest.mark.parametrize("language", ARTICLES)
def test_an_article_about_such_a_page_is_read_in_its_language(language: str) -> None:
    title, sentences = ARTICLES[language]
    paragraphs = "".join(f"<p>{' '.join(sentences[at : at + 2])}</p>" for at in range(0, len(sentences), 2))
    html = page(f"<h1>{title}</h1>{paragraphs}", title=title, language=language)
    found = extract(html, "https://times.example/2026/03/03/story")
    assert found.title == title
    assert all(sentence in found.text for sentence in sentences)


SAID = [
    "The council met on Monday evening to talk about the new bridge over the river.",
    "Forty people came, and most of them spoke against the plan of the county.",
    "The mayor listened to all of them and promised a report by the end of April.",
    "Until then nothing will be built, and the old ferry will carry people across.",
]
WALL = '<div class="paywall"><h3>Subscribe to continue reading</h3><p>Already a subscriber?</p></div>'
CLOSED = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'


@pytest.mark.parametrize("sentences", [1, 2])
def test_less_than_three_sentences_before_a_paywall_are_a_stub(sentences: int) -> None:
    html = page(
        f"<article><h1>Bridge</h1><p>{' '.join(SAID[:sentences])}</p>{WALL}</article>", title="Bridge"
    )
    with pytest.raises(NoArticle) as told:
        extract(html)
    assert told.value.reason == Reason.PAYWALL


@pytest.mark.parametrize("sentences", [3, 4])
def test_three_sentences_before_a_paywall_are_half_an_article(sentences: int) -> None:
    lead = "".join(f"<p>{said}</p>" for said in SAID[:sentences])
    found = extract(page(f"<article><h1>Bridge</h1>{lead}{WALL}</article>", title="Bridge", head=CLOSED))
    assert found.partial
    assert SAID[sentences - 1] in found.text
    assert "Subscribe" not in found.text
