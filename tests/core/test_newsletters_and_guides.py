"""What newsletters, guides and courses say of themselves, and news that looks like it."""

import pytest

from bot.core.ranking.announcing import announces


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Monday newsletters always feature ten mills to inspire."),
        ("en", "Our weekly newsletter brings you the price of flour."),
        ("en", "Register for our new online course on milling."),
        ("en", "Please join us for a day at the mill."),
        ("en", "Get your free copy of the miller’s handbook."),
        ("en", "This beginner’s guide will walk you through all kinds of wheels."),
        ("en", "This article delves into the history of wheels."),
        ("en", "This guide is aimed at millers who want a wheel for any stream."),
        ("en", "In this beginner’s guide, we will explore the basics of milling."),
        ("en", "Our comprehensive guide helps you plan your mill."),
        ("en", "To make it clear, we’ve broken the work down into steps below."),
        ("en", "Whether you’re a miller or a baker, this guide has something to grind."),
        ("en", "Find out the pros and cons of a wheel before you buy one."),
        ("en", "Be sure to check out our list of mills."),
        ("en", "You can view all prices of flour here."),
        ("en", "Tell me what methods I might use to grind rye."),
        ("en", "I wanted to share a list of mills that I like."),
        ("en", "That’s it for now."),
        ("en", "Today I’ve rounded up ten mills for you."),
        ("en", "If you like the mill, please consider making a donation."),
        ("en", "To keep your wheel turning, here is a list of parts you should oil."),
        ("en", "Here is a list of mills where people grind."),
        ("en", "This article was written by Jane Roe, who owns a mill."),
        ("de", "Unser Newsletter informiert jeden Monat über Mehlpreise."),
        ("de", "Dieser Leitfaden richtet sich an Müller."),
        ("de", "Deshalb möchte ich euch jetzt eine Mühle zeigen."),
        ("de", "Jetzt anmelden und Mehl sparen."),
        ("de", "In den nächsten Beiträgen werden wir näher auf das Rad eingehen."),
        ("fr", "Dans les prochains articles, nous parlerons des roues."),
        ("fr", "Cet article détaille les pièces d’un moulin."),
        ("fr", "Rejoignez notre communauté de meuniers."),
        ("es", "En los próximos artículos veremos las ruedas."),
        ("es", "Este artículo aborda las piezas de un molino."),
        ("es", "Hoy te contamos cómo gira un molino."),
        ("it", "Nei prossimi articoli vedremo le ruote."),
        ("it", "Questa guida ti spiega come gira un mulino."),
        ("pt", "Nos próximos artigos, vamos falar de rodas."),
        ("pt", "Este guia traz tudo sobre moinhos."),
        ("nl", "In het volgende artikel kijken we naar het rad."),
        ("nl", "Deze gids helpt je een molen te kiezen."),
        ("ru", "В следующей статье мы разберём колесо."),
        ("ru", "Эта статья расскажет о мельницах."),
        ("pl", "Ten poradnik wyjaśnia, jak działa młyn."),
        ("pl", "W kolejnym wpisie opiszę koło."),
        ("tr", "Bir sonraki yazıda değirmenin çarkını anlatacağız."),
        ("tr", "Bu makale değirmenin çarkını anlatıyor."),
        ("zh", "本指南将介绍水车。"),
    ],
)
def test_what_speaks_of_itself_announces(language, text):
    assert announces(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two newsletters were banned by the miller."),
        ("en", "This guide was jailed for ten weeks, and this article brought him there."),
        ("en", "This article was written by women who fled the flood."),
        ("en", "Here is a man who lost his mill to the flood."),
        ("en", "Here are people who grind their own flour."),
        ("en", "Registered millers pay a toll."),
        ("en", "Join the two boards with a nail."),
        ("en", "Find the key under the stone."),
        ("en", "Learn some words before you go to the mill."),
        ("en", "Make sure to check the roof of the mill."),
        ("en", "He told me what methods he used to grind rye."),
        ("en", "Whether you are a miller or a baker, flour is dear this year."),
        ("en", "The following list of victims is not complete."),
        ("de", "Der Newsletter hatte tausend Leser."),
        ("de", "Dieser Artikel wurde im Jahr 1933 verboten."),
        ("de", "Bleiben Sie ruhig, wenn das Wasser steigt."),
        ("de", "In den nächsten Wochen werden die Müller streiken."),
        ("fr", "Cet article du code est contesté par les meuniers."),
        ("fr", "Dans les prochains jours, nous saurons qui a gagné."),
        ("es", "Este artículo de la ley fue anulado."),
        ("it", "Questo articolo della legge fu abolito."),
        ("pt", "Este curso de água secou."),
        ("nl", "Dit artikel van de wet werd geschrapt."),
        ("ru", "Эта статья закона отменена."),
        ("ru", "Следите за давлением воды."),
        ("pl", "Ten artykuł ustawy uchylono."),
        ("tr", "Bu makale yasadan çıkarıldı."),
        ("tr", "Gelin Ayşe değirmende bekledi."),
    ],
)
def test_news_and_advice_do_not(language, text):
    assert not announces(text, language)
