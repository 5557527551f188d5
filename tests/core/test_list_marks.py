import pytest

from bot.core.article import Article
from bot.core.cutting.list_marks import mark_ends
from bot.core.models import Block, Kind
from bot.core.summary import summarize


def begun(language, *sentences):
    return [text[end:] for text, end in zip(sentences, mark_ends(sentences, language), strict=True)]


@pytest.mark.parametrize(
    ("language", "sentence", "rest"),
    [
        ("en", "4. If the wheel squeaks, oil it.", "If the wheel squeaks, oil it."),
        ("en", "9. · Oil the wheel in May.", "Oil the wheel in May."),
        ("en", "• Oil the wheel.", "Oil the wheel."),
        ("en", "(2) The miller pays.", "The miller pays."),
        ("en", "b) The miller pays.", "The miller pays."),
        ("en", "- The miller pays.", "The miller pays."),
        ("en", "✅ The wheel turns.", "The wheel turns."),
        ("en", "▪14 wheels turn.", "14 wheels turn."),
        ("fr", "3. La roue tourne.", "La roue tourne."),
        ("ru", "2. Колесо крутится.", "Колесо крутится."),
        ("de", "2) Das Rad dreht sich.", "Das Rad dreht sich."),
        ("es", "4. «Gira», dijo.", "«Gira», dijo."),
        ("zh", "3. 水车转动。", "水车转动。"),
    ],
)
def test_a_lists_mark_is_no_part_of_the_sentence(language, sentence, rest):
    assert begun(language, sentence) == [rest]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "4. Mai war der Tag der Müller."),
        ("de", "2. Bundesliga ist kein Kinderspiel."),
        ("en", "1. FC Lowick won the cup."),
        ("tr", "3. Ahmet değirmeni yaktı."),
        ("en", "14 millers came."),
        ("en", "3.5 tons of flour were lost."),
        ("en", "1990. That was the year."),
        ("en", "-5 degrees is cold."),
        ("en", "— Who is there?"),
        ("en", "A. Miller came."),
        ("en", "“Wheels turn.”"),
        ("en", "• "),
        ("en", "4. "),
        ("en", ""),
    ],
)
def test_numbers_and_speech_are_no_marks(language, sentence):
    assert begun(language, sentence) == [sentence]


def test_where_a_number_may_mean_the_third_its_neighbours_tell():
    assert begun("de", "1. Mehl sieben.", "Dann rühren.", "2. Milch holen.") == [
        "Mehl sieben.",
        "Dann rühren.",
        "Milch holen.",
    ]
    places = ("1. Platz ging an Müller.", "2. Platz ging an Mayer.")
    assert begun("de", *places) == [*places]
    days = ("4. Mai: Regen.", "5. Juni: Sonne.")
    assert begun("de", *days) == [*days]


def test_summaries_have_no_marks_and_the_places_hold():
    texts = ["4. If you own a mill, oil its wheel in May.", "5. Never let the wheel run dry in summer."]
    article = Article.from_blocks([Block(text, Kind.PROSE) for text in texts])

    found = summarize(article, 2).sentences

    assert [str(one) for one in found] == [text[3:] for text in texts]
    assert all(article.text[one.start : one.end] == one.text for one in found)


def test_code_and_headings_keep_theirs():
    article = Article.from_blocks(
        [
            Block("1. The wheel", Kind.HEADING),
            Block("- wheel: turns", Kind.CODE),
            Block("It turns.", Kind.PROSE),
        ]
    )

    assert [one.text for one in article.sentences] == ["1. The wheel", "- wheel: turns", "It turns."]
