import os
import subprocess
import sys
from itertools import cycle, product

import pytest

from bot.core.article import Article
from bot.core.errors import InvalidInputError, UnknownMethodError
from bot.core.models import Block, Kind
from bot.core.ranking.features import Candidates
from bot.core.summary import METHODS, fit_sentences, summarize

HARBOUR = """\
The town of Lindholm will build a new harbour wall after last winter's storms broke the old one in \
three places. The council voted for the plan on Monday evening by nine votes to four.

Mayor Ingrid Solberg said the wall would cost 40 million crowns and protect six hundred houses. "We \
waited too long," Solberg told the council. But she ruled out a higher property tax.

Fishermen have asked for a wall since 1987, when a flood took eleven boats. Their union welcomed the \
vote. It wants the work to begin before the autumn.

Engineers from the coastal office will measure the sea bed in May. The first stones are to be laid \
in August, and the harbour will stay open to small boats. However, ferries must land at Brekke until \
the work is done.

Opponents on the council called the plan too costly for a town of four thousand people. They had \
proposed a movable barrier for half the price. The coastal office said a barrier would not hold \
against waves of five metres."""


@pytest.fixture(name="article")
def harbour():
    return Article.from_text(HARBOUR, title="Lindholm builds a harbour wall", language="en")


def test_the_title_once_more_is_no_sentence_of_a_summary_unless_there_is_nothing_else():
    posts = [
        "Wrong refresh rate with the new card.",
        "The picture stutters every few seconds since I put the card in.",
        "I have set the rate by hand, and it goes back to the old one.",
        "Has anybody seen this with the driver of last month?",
    ]
    thread = Article.from_blocks(
        [Block(post) for post in posts], title="Wrong refresh rate with the new card"
    )
    assert [str(sentence) for sentence in summarize(thread, 3).sentences] == posts[1:]
    assert len(summarize(thread, 4).sentences) == 4


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("count", [1, 3, 5])
def test_every_method_gives_the_number_asked_for_in_reading_order(article, method, count):
    summary = summarize(article, count, method)
    positions = [sentence.position for sentence in summary.sentences]
    assert len(positions) == count
    assert positions == sorted(set(positions))
    assert all(article.text[s.start : s.end] == s.text for s in summary.sentences)
    assert summary.method == method


@pytest.mark.parametrize("method", METHODS)
def test_more_than_there_is_gives_every_sentence(article, method):
    prose = [sentence for sentence in article.sentences if sentence.prose]
    assert list(summarize(article, 99, method).sentences) == prose


@pytest.mark.parametrize("method", METHODS)
def test_sentences_without_a_single_known_word_still_make_a_summary(method):
    article = Article.from_text("A b. !!! ??? 1 2 3. The. … A a a. Of the. 7. And the. X y z.", language="en")
    assert len(summarize(article, 2, method).sentences) == min(2, len(article.sentences))


def test_an_unknown_method_names_those_that_are_known(article):
    with pytest.raises(UnknownMethodError) as caught:
        summarize(article, method="magic")
    assert caught.value.details == {"method": "magic", "known": METHODS}


def remarks_on_rooms() -> Article:
    """Sixty guests: each says that the rooms were clean, most of them at length and with a tale."""
    places = [
        "lake",
        "station",
        "harbour",
        "park",
        "market",
        "tower",
        "museum",
        "bridge",
        "garden",
        "stadium",
    ]
    tales = ["lift", "tap", "breakfast", "concert", "heating", "parking"]
    tails = [
        "though the {tale} kept half of the {place} awake until somebody mended it with a hammer",
        "which surprised my aunt, who had read about the {tale} in a magazine from the {place}",
        "and yet nobody at the desk could say a word on the {tale} or on the way to the {place}",
    ]
    remarks = [
        f"The rooms were clean, {tail.format(place=place, tale=tale)}."
        for (place, tale), tail in zip(product(places, tales), cycle(tails), strict=False)
    ]
    remarks[10::30] = ["The rooms are clean.", "Clean rooms and a quiet night."]
    return Article.from_text("\n".join(remarks), language="en")


def voices(text: Article) -> float:
    return Candidates(fit_sentences(text, 2), "", text.language, 2).voices


def test_many_peoples_remarks_on_one_thing_are_told_from_one_text(article):
    assert voices(remarks_on_rooms()) == 1.0
    assert voices(article) == 0.0


@pytest.mark.parametrize("count", [0, -1])
def test_a_summary_of_no_sentence_is_refused(article, count):
    with pytest.raises(InvalidInputError):
        summarize(article, count)


def test_the_first_sentence_of_a_news_item_is_in_its_summary(article):
    assert summarize(article, 3).sentences[0] == article.sentences[0]


@pytest.mark.parametrize("count", range(1, 12))
def test_what_leans_on_its_predecessor_comes_with_it(article, count):
    positions = {sentence.position for sentence in summarize(article, count).sentences}
    leaning = {
        sentence.position
        for sentence in article.sentences
        if sentence.text.startswith(("But ", "It ", "However", "They ", "Their "))
    }
    assert all(position - 1 in positions for position in positions & leaning)


def test_about_brings_the_sentences_that_hold_the_words(article):
    told = [sentence.text for sentence in summarize(article, 2, about="the ferries").sentences]
    assert any("ferries must land at Brekke" in text for text in told)


@pytest.mark.parametrize("method", METHODS)
def test_about_aims_every_method(article, method):
    told = [sentence.text for sentence in summarize(article, 1, method, about="barrier waves").sentences]
    assert told == ["The coastal office said a barrier would not hold against waves of five metres."]


TILL = """The mill of Lowick stands by the lake. It was built by monks. Its wheel is made of oak.

A ticket costs four euros. Children walk in free. The till closes at five.

The miller's cat sleeps on the stairs. Visitors step over it. Nobody has ever woken it."""


@pytest.mark.parametrize("about", ["price", "ticket"])
def test_about_finds_words_that_mean_nearly_the_same_and_what_goes_on_from_there(about):
    told = summarize(Article.from_text(TILL, language="en"), 2, about=about).sentences
    assert [sentence.text for sentence in told] == ["A ticket costs four euros.", "Children walk in free."]


@pytest.mark.parametrize("about", ["zebras", "", "  ", "the of and", "???"])
def test_about_changes_nothing_where_the_article_has_none_of_the_words(article, about):
    assert summarize(article, 3, about=about).sentences == summarize(article, 3).sentences


def test_headings_and_captions_are_no_summary_sentences_even_where_more_is_asked_for():
    article = Article.from_blocks(
        [
            Block("A new wall for the harbour", Kind.HEADING),
            Block("The town builds a wall. It will cost a lot of money.", Kind.PROSE),
            Block("The harbour of Lindholm on a winter morning.", Kind.CAPTION),
        ],
        language="en",
    )
    told = [sentence.text for sentence in summarize(article, 5).sentences]
    assert told == ["The town builds a wall.", "It will cost a lot of money."]


def test_an_article_of_nothing_but_headings_is_not_answered_with_silence():
    article = Article.from_blocks(
        [Block("Harbour news", Kind.HEADING), Block("Weather", Kind.HEADING)], language="en"
    )
    assert summarize(article, 1).sentences


@pytest.mark.parametrize("method", METHODS)
def test_a_sentence_said_a_hundred_times_is_ranked_like_any_other(method):
    article = Article.from_text("The wall of the harbour is broken again. " * 100, language="en")
    assert len(summarize(article, 4, method).sentences) == 4


def test_the_same_summaries_whatever_the_seed_of_pythons_hashes(article):
    program = (
        "import sys; from bot.core.article import Article; from bot.core.summary import METHODS, summarize;"
        "a = Article.from_text(sys.stdin.read(), language='en', title='Lindholm builds a harbour wall');"
        "print([[s.position for s in summarize(a, 4, m).sentences] for m in METHODS])"
    )
    # This process has a seed of its own, drawn at random.
    here = [[sentence.position for sentence in summarize(article, 4, method).sentences] for method in METHODS]
    there = subprocess.run(
        [sys.executable, "-c", program],
        input=HARBOUR,
        env=os.environ | {"PYTHONHASHSEED": "1"},
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert there.strip() == str(here)


def test_a_german_report_is_summed_up_by_what_stands_above_it():
    text = (
        "Der alte Damm bleibt. Das Dorf hat lange gestritten. Am Montag hat der Gemeinderat von Lowick nach "
        "einer Sitzung von sechs Stunden beschlossen, dass die Mühle am alten Damm nicht abgerissen wird. "
        "Die Mühle am alten Damm in Lowick wurde im Jahr 1871 gebaut und mahlte hundert Jahre lang Mehl für "
        "die Bäcker der Gegend. Der Müller Osei sagte, dass die Gemeinde die Mühle und den Damm für 40000 "
        "Euro erneuern will. Im Gemeinderat von Lowick stimmten am Montag neun Mitglieder für die Mühle und "
        "acht für den Abriss. Die Bäcker der Gegend wollen das Mehl der Mühle wieder kaufen, sagte die "
        "Bäckerin Lindqvist. Im Frühjahr soll das Rad der Mühle sich wieder drehen. Der Abriss der Mühle am "
        "Damm hätte 90000 Euro gekostet."
    )
    article = Article.from_text(text, title="Streit um die Mühle", language="de")

    assert str(summarize(article, 3).sentences[0]) == "Der alte Damm bleibt."
