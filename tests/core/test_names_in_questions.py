"""Names in suggested questions: whole, with the article that they need, and none that is no name."""

import pytest

from bot.core.article import Article
from bot.core.keywords import keywords
from bot.core.suggestions import suggest
from bot.messages import QuestionPhrase


def asked(text, language):
    phrase = QuestionPhrase(language)
    return [phrase(one) for one in suggest(Article.from_text(text, language=language), 6, phrase)]


def test_german_nouns_with_an_article_are_asked_about_with_it_or_not_at_all():
    found = asked(
        "Die Aussetzung von Miet- und Mahlgebühren hilft den Müllern am Damm. Die Müllerpartei Lowick "
        "stimmte dagegen. Der Müller Kell sagte, die Aussetzung von Miet- und Mahlgebühren koste zu viel. "
        "Die Müllerpartei Lowick will im Mai noch einmal beraten. Kell kaufte die Mühle im Jahr 1998. Das "
        "Mehl wurde teurer, sagte die Bäckerin Ada Lind. Ada Lind leitet die Bäckerei am Damm.",
        "de",
    )

    assert not any("Aussetzung" in one or "über Müllerpartei" in one for one in found)
    assert "Was sagte Müller Kell?" in found


def test_a_german_noun_keeps_its_capital_beside_a_verb_that_is_written_so():
    found = asked(
        "Das Leben am Damm ist hart. Wer am Damm leben will, braucht eine Mühle. Das Leben in der Mühle "
        "kostet viel. Die Müller kennen das Leben am Wasser.",
        "de",
    )

    assert found == ["Was steht hier über das Leben?"]


def test_what_is_short_for_an_office_is_no_name():
    found = asked(
        "The wheel costs too much, said Rep. Jane Orwell of Lowick. Critics of the mill disagree, said Rep. "
        "Jane Orwell. The mill was sold in 1998. Orwell wants a new wheel. Sen. Paul Kell voted for it, and "
        "the council agreed with him.",
        "en",
    )

    assert not any("Rep" in one or "Sen" in one for one in found)
    assert any("Jane Orwell" in one for one in found)


def test_what_is_counted_has_a_verb():
    bare = "3 free sacks of rye and barley flour. The mill of Lowick sells flour. The mill is old."
    told = "Three sacks of flour were lost in the flood. The mill of Lowick sells flour. The mill is old."

    assert not any("How many" in one for one in asked(bare, "en"))
    assert "How many sacks of flour were lost in the flood?" in asked(told, "en")


def test_names_of_things_are_not_cut_before_or_behind_a_number_or_a_letter():
    found = asked(
        "The Lowick Aria 2 Pro turns fast, and it is quiet. Millers like the Lowick Aria 2 Pro. "
        "A Kell G Prime Wheel is heavy. Nobody wants the Kell G Prime Wheel, which is loud.",
        "en",
    )

    assert not any("Lowick Aria" in one or "Prime Wheel" in one for one in found)


def test_what_stands_behind_a_capital_is_half_a_name():
    found = asked(
        "People buy the wheels of Under Lowick in May. Nobody sells wheels of Under Lowick here. Millers "
        "like the Model Wheel Plan, a rule. The Model Wheel Plan is old. Ada Lind, a mill vice president, "
        "Kell Wheels, said no. The price of Kell Wheels is high.",
        "en",
    )

    assert not any("Lowick" in one or "Who is Wheel" in one or "Who is Kell" in one for one in found)


def test_nobody_asks_who_an_island_is():
    found = asked(
        "Millers of the Lord Howe Island grind rye. The mill of Lord Howe Island was built in 1871.",
        "en",
    )

    assert not any(one.startswith("Who is") for one in found)


def test_what_is_defined_is_not_asked_about_once_more():
    found = asked(
        "A budget is a list of what a mill earns and spends. Every mill needs a budget. The budget of a mill "
        "tells the miller what flour costs. Millers look at the budget in May, when the water is low.",
        "en",
    )

    assert "What is a budget?" in found
    assert not any("about" in one and "budget" in one for one in found)


def test_keywords_have_no_half_words_and_long_names_whole():
    german = Article.from_text(
        "Der Gebrauch von Fremd- und Lehnwörtern stört die Müller. Der Gebrauch von Fremd- und "
        "Lehnwörtern nimmt zu. Müller sagen es den Bäckern.",
        language="de",
    )
    english = Article.from_text(
        "The Proceedings of the Lowick Academy of Milling tell of the wheel. The wheel is old. The "
        "Proceedings of the Lowick Academy of Milling name its maker.",
        language="en",
    )

    assert not any(one.endswith("Fremd") for one in keywords(german))
    assert "Proceedings of the Lowick Academy of Milling" in keywords(english)


@pytest.mark.parametrize(
    ("language", "word"), [("de", "ihrer"), ("de", "dann"), ("nl", "vaak"), ("pl", "zatem")]
)
def test_small_words_are_no_keywords(language, word):
    text = f"{word.title()} {word} {word}. Lowick {word} {word}. {word.title()} Lowick {word}."

    assert word.title() not in keywords(Article.from_text(text, language=language))


def test_latin_joints_in_a_script_without_blanks_break_nothing():
    assert keywords(Article.from_text("磨坊主买了De La水车。水车在河边转动。", language="zh"))
