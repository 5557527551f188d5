"""Answers by quotation, on texts written for these tests."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.core.answers.questions import OTHER, read_question
from bot.core.article import Article
from bot.core.models import Block, Kind
from bot.core.retrieval import Answer, ask

BRIDGE = """\
The town of Elmford opened its new footbridge on Saturday, three years after a flood carried the old \
one away.

Mayor Ines Calder cut the ribbon before some 400 residents. "We have waited long enough," she said.

The bridge is 62 metres long and cost 2.4 million euros, half of which came from the regional \
government. Builders had expected to finish in eleven months, but the work took nearly two years \
because the river bed proved too soft.

Tomas Wieland, the chief engineer, called it the hardest job of his career. His team drove 36 steel \
piles into the ground. The European Rail Authority (ERA) lent a floating crane.

Until now, children from the east bank walked four kilometres to reach the school. A ferry will keep \
running on Sundays until October."""

BREAD = """Rye bread keeps for a week when it is baked with sourdough.

Mix the flour with warm water and leave it to rest for twelve hours. Bake it at 220 degrees for fifty minutes.

Anna Lind, a baker from Uppsala, adds caraway seeds to the dough."""


@pytest.fixture(scope="module")
def bridge() -> Article:
    return Article.from_text(BRIDGE, language="en")


@pytest.fixture(scope="module")
def bread() -> Article:
    return Article.from_text(BREAD, language="en")


def first(answer: Answer) -> str:
    return answer.passages[0].sentence.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who cut the ribbon?", "Mayor Ines Calder cut"),
        ("How long is the bridge?", "The bridge is 62 metres"),
        ("How much did the bridge cost?", "The bridge is 62 metres"),
        ("Why did the work take nearly two years?", "Builders had expected"),
        ("Who is the chief engineer?", "Tomas Wieland"),
        ("How many piles did the team drive into the ground?", "His team drove 36"),
        ("When will the ferry run?", "A ferry will keep"),
        ("How far did the children walk to school?", "Until now, children"),
        ("who is the cheif enginer", "Tomas Wieland"),
        ("Who drove the stel piles?", "His team drove 36"),
        ("How far did the kids walk?", "Until now, children"),
        ("When did the town inaugurate its bridge?", "The town of Elmford opened"),
        ("How long did the wrok take?", "Builders had expected"),
        ("How many pils did they drive?", "His team drove 36"),
    ],
)
def test_the_sentence_that_answers_comes_first(bridge: Article, question: str, said: str) -> None:
    answer = ask(bridge, question)
    assert answer.found
    assert first(answer).startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        "Who won the football match?",
        "What is the capital of Australia?",
        "How many moons does Jupiter have?",
        "When was penicillin discovered?",
        "Warum ist der Himmel blau?",
    ],
)
def test_a_question_about_something_else_is_not_answered(bridge: Article, question: str) -> None:
    assert not ask(bridge, question).found


def test_what_is_not_answered_still_shows_the_nearest_places(bridge: Article) -> None:
    assert len(ask(bridge, "Who won the football match?").passages) == 3


def test_passages_are_slices_of_the_text_and_best_first(bridge: Article) -> None:
    answer = ask(bridge, "Who is the chief engineer?", limit=5)
    scores = [passage.score for passage in answer.passages]
    assert scores == sorted(scores, reverse=True)
    for passage in answer.passages:
        assert bridge.text[passage.sentence.start : passage.sentence.end] == passage.sentence.text


def test_words_that_the_question_shares_are_marked(bridge: Article) -> None:
    best = ask(bridge, "Which engineers drove steel piles?").passages[0]
    assert {best.sentence.text[start:end] for start, end in best.matched} == {"drove", "steel", "piles"}


def test_small_words_that_stand_everywhere_are_not_marked() -> None:
    text = "El molino de piedra cerró. La rueda de hierro gira. El dueño de la casa lee. Hay un pozo de agua."
    best = ask(Article.from_text(text, language="es"), "¿Dónde está la rueda de hierro?").passages[0]
    assert {best.sentence.text[start:end] for start, end in best.matched} == {"rueda", "hierro"}


def test_what_something_is_is_answered_by_the_sentence_that_begins_so() -> None:
    text = (
        "A mill needs much water. The quern wears out and is dressed with a steel pick. "
        "A quern is a small mill that is turned by hand. Querns of basalt were dug up in every village here."
    )
    assert first(ask(Article.from_text(text, language="en"), "What is a quern?")).startswith("A quern is")


def test_why_is_answered_by_a_reason() -> None:
    text = (
        "Elmford's hall opens again. The hall was closed for three years. Repairs were needed because damp "
        "had rotted the beams of the roof. When it closed, swimmers moved to Northfield."
    )
    assert "because" in first(ask(Article.from_text(text, language="en"), "Why did it close?"))


def test_a_follow_up_leans_on_the_question_before(bridge: Article) -> None:
    answer = ask(bridge, "And why?", context=["How long did the work take?"])
    assert answer.found
    assert "because the river bed" in first(answer)


def test_a_follow_up_about_something_unknown_is_not_answered(bridge: Article) -> None:
    assert not ask(bridge, "And in Vladivostok?", context=["Who cut the ribbon?"]).found


def test_a_question_that_only_points_back_is_answered_where_the_talk_is_about_the_article(
    bridge: Article,
) -> None:
    assert ask(bridge, "Who told them?", context=["How long did the work take?"]).found
    assert not ask(bridge, "Who told them?", context=["When was penicillin discovered?"]).found
    assert ask(bridge, "And?", context=["Why?"]).found


@pytest.mark.parametrize(
    ("question", "found"), [("And who cut it?", True), ("And how long did it take?", False), ("When?", False)]
)
def test_a_question_that_only_points_back_is_answered_by_what_it_asks_for(question: str, found: bool) -> None:
    text = "Mayor Ines Calder cut the ribbon of the new bridge. The bridge cost 2.4 million euros."
    answer = ask(Article.from_text(text, language="en"), question, context=["What did the bridge cost?"])
    assert answer.found is found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("How many accidents were there?", False),
        ("Who insured it?", False),
        ("How fast is it?", False),
        ("Does she have children?", True),
        ("Does she have hobbies?", False),
        ("Which architects did they ask then?", False),
        ("How many residents were there?", True),
        ("Who came before them?", True),
    ],
)
def test_what_was_asked_before_makes_up_for_no_word_that_the_text_does_not_know(
    bridge: Article, question: str, found: bool
) -> None:
    context = ["How much did the bridge cost?", "who cut the ribon?"]
    assert ask(bridge, question, context=context).found is found


@pytest.mark.parametrize(
    ("question", "found"),
    [("How deep is the basin?", False), ("How long is the basin?", True), ("How wide is it?", False)],
)
def test_a_measure_of_another_side_answers_no_follow_up(question: str, found: bool) -> None:
    text = (
        "The old pool opens again in May. Its basin is 25 metres long and has six lanes. "
        "A firm from Leeds tiled the basin in 1998. Tickets cost 4 euros."
    )
    context = ["Who tiled the basin?"]
    assert ask(Article.from_text(text, language="en"), question, context=context).found is found


def test_an_interview_is_answered_with_the_answer_and_not_with_its_question() -> None:
    text = (
        "How many people work in your bakery?\nWe are nine, and two of us come on Sundays only.\n\n"
        "When do you start in the morning?\nAt three. My neighbours have forgiven me.\n\n"
        "What does a loaf cost?\nFour euros, because the flour is our own."
    )
    answer = ask(Article.from_text(text, language="en"), "What does a loaf cost?")
    assert answer.found
    assert first(answer).startswith("Four euros")


def test_an_abbreviation_finds_its_long_form() -> None:
    text = BRIDGE + "\n\nA report will follow. The ERA wants everything back by May."
    answer = ask(
        Article.from_text(text, language="en"), "When does the European Rail Authority want everything back?"
    )
    best = answer.passages[0]
    assert best.sentence.text.startswith("The ERA wants")
    assert "ERA" in {best.sentence.text[start:end] for start, end in best.matched}


def test_several_articles_answer_together_and_each_passage_names_its_own(
    bridge: Article, bread: Article
) -> None:
    answer = ask([bridge, bread], "Who adds caraway seeds?")
    assert answer.found
    assert answer.passages[0].article is bread
    assert ask([bridge, bread], "Who cut the ribbon?").passages[0].article is bridge


@pytest.mark.parametrize("titled", [True, False])
def test_of_several_articles_alike_the_one_that_knows_what_is_asked_about_answers(titled: bool) -> None:
    towns = {"Alder": "forty", "Birch": "fifty", "Cedar": "sixty"}
    text = (
        "{} opened its pool on Saturday. The mayor jumped in with his chain.\n\n"
        "The pool cost {} thousand pounds and took two years. Children pay half the price."
    )
    articles = [
        Article.from_text(
            text.format("It" if titled else town, cost), title=f"{town} has a pool" if titled else "x"
        )
        for town, cost in towns.items()
    ]
    for town, cost in towns.items():
        assert f"cost {cost} thousand" in first(ask(articles, f"How much did the pool of {town} cost?"))


def test_a_heading_helps_to_find_what_stands_below_it() -> None:
    blocks = [
        Block("Opening hours", Kind.HEADING),
        Block("From nine to five on weekdays. The café closes an hour earlier."),
        Block("Tickets", Kind.HEADING),
        Block("Adults pay six euros, children nothing. A family card costs ten."),
    ]
    answer = ask(Article.from_blocks(blocks, language="en"), "What are the opening hours?")
    assert answer.found
    assert first(answer).startswith("From nine to five")


@pytest.mark.parametrize(
    ("language", "text", "question", "said"),
    [
        (
            "de",
            "Der Stadtrat tagte. Eva Brandt eröffnete den Bahnhof. Die Bauarbeiten dauerten sechs Jahre.",
            "Wie lange haben die Bauarbeiten gedauert?",
            "Die Bauarbeiten",
        ),
        (
            "ru",
            "Город открыл библиотеку. Анна Белова построила её за три года. В ней хранится 80 000 книг.",
            "Сколько книг в библиотеке?",
            "В ней хранится",
        ),
        (
            "zh",
            "新图书馆昨天开放。建筑师李明用三年时间设计了这座大楼。馆内收藏了八万册图书。这里以前是一个市场。",
            "谁设计了大楼？",
            "建筑师李明",
        ),
        (
            "es",
            "El museo abrió sus puertas en 1987. Carmen Ruiz quiere ampliarlo. La entrada cuesta ocho euros.",
            "¿Cuánto cuesta la entrada?",
            "La entrada cuesta",
        ),
    ],
)
def test_other_languages_are_answered(language: str, text: str, question: str, said: str) -> None:
    answer = ask(Article.from_text(text, language=language), question)
    assert answer.found
    assert first(answer).startswith(said)


def test_what_arabic_writes_onto_the_front_of_a_word_hides_it_from_no_question() -> None:
    text = "تأسست المدرسة عام 1920 قرب النهر. وهي اليوم تعمل كجامعة صغيرة. يدرس فيها ألف طالب من القرى."
    best = ask(Article.from_text(text, language="ar"), "كم طالبا درس هناك؟").passages[0]
    assert {best.sentence.text[start:end] for start, end in best.matched} == {"يدرس", "ألف طالب"}


@pytest.mark.parametrize(
    "question", ["", "   ", "?!", "the of and", "\x00", "a" * 10_000, "и" * 3_000 + "?", "\ud800 \udfff?"]
)
def test_a_question_without_sense_is_not_answered(bridge: Article, question: str) -> None:
    assert not ask(bridge, question).found


def test_an_article_of_questions_alone_still_gives_passages() -> None:
    answer = ask(Article.from_text("Who baked the bread? Who ate it?", language="en"), "Who baked the bread?")
    assert first(answer) == "Who baked the bread?"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Where do I find the key?", "The key is"),
        ("What does her brother do for a living?", "Her brother Paul repairs"),
        ("How old is Paul?", "He is 34."),
        ("How cold was the lake?", "The lake had eleven"),
    ],
)
def test_short_everyday_questions_are_answered(question: str, said: str) -> None:
    text = (
        "The key is in the box beside the door. We arrived late on 12 May. The lake had eleven degrees, and "
        "only Rita swam. Her brother Paul repairs clocks in Bern. He is 34. Breakfast was 9 euros."
    )
    answer = ask(Article.from_text(text, language="en"), question)
    assert answer.found
    assert first(answer).startswith(said)


def test_why_is_answered_in_everyday_words_where_one_sentence_has_them_and_a_reason() -> None:
    text = "Begin on the day before, because the stew tastes better then. Cut the meat into large pieces."
    stew = Article.from_text(text, language="en")
    assert ask(stew, "why start the day before?").found
    assert not ask(stew, "why was the army beaten?").found


def test_how_long_something_takes_is_asked_in_everyday_words() -> None:
    text = "Peel the potatoes first. The dish takes about forty minutes. Serve it with two spoons of cream."
    answer = ask(Article.from_text(text, language="en"), "how long does it take")
    assert answer.found
    assert first(answer).startswith("The dish takes")
    assert not ask(
        Article.from_text("The dish takes two eggs. Stir it.", language="en"), answer.question
    ).found


def test_how_long_something_is_may_be_told_in_metres_or_in_hours() -> None:
    text = (
        "Die Fahrradstraße wurde im März eröffnet. Sie ist 1,8 Kilometer lang. Der Bau dauerte sieben Monate."
    )
    answer = ask(Article.from_text(text, language="de"), "Wie lang ist die Fahrradstraße?")
    assert first(answer).startswith("Sie ist 1,8")
    text = "The film is about a swim. It is 90 minutes long. Tickets are 9 euros."
    assert ask(Article.from_text(text, language="en"), "How long is the film?").found


@pytest.mark.parametrize(
    ("question", "marked"),
    [("Wann sind die Proben?", "Geprobt"), ("Wer hat die Noten abgeholt?", "abholen")],
)
def test_german_participles_find_their_verb(question: str, marked: str) -> None:
    text = "Geprobt wird jeden Dienstag. Eva Rau soll die Noten abholen. Die Orgel klingt alt."
    best = ask(Article.from_text(text, language="de"), question).passages[0]
    assert marked in {best.sentence.text[start:end] for start, end in best.matched}


def test_a_measure_is_asked_for_in_full_and_told_in_short() -> None:
    text = "El valle es llano. La cuenca mide 7.000 km de norte a sur. Tiene nueve pueblos."
    best = ask(Article.from_text(text, language="es"), "¿Cuántos kilómetros tiene la cuenca?").passages[0]
    assert "km" in "".join(best.sentence.text[start:end] for start, end in best.matched)


def test_what_something_costs_is_not_answered_where_no_sum_is_told() -> None:
    text = "Ledgerline 4 opens large books eight times as fast. It drops support for old systems."
    assert not ask(Article.from_text(text, language="en"), "How much does Ledgerline cost?").found


def test_what_somebody_earns_is_not_answered_by_what_something_else_costs() -> None:
    article = Article.from_text(
        "Ida Falk had to learn how bridges age. A new one costs forty million dollars, she says. "
        "Keeping an old one dry is cheaper.",
        language="en",
    )
    assert not ask(article, "How much does she earn?").found
    assert ask(article, "How much does it cost?").found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("How many passengers did the ferry carry?", False),
        ("How many people were on board?", False),
        ("How long does the crossing take?", True),
        ("Who trained Lien?", False),
        ("Who is the captain?", True),
    ],
)
def test_a_number_or_a_person_is_told_to_be_missing_where_the_text_has_none(
    question: str, found: bool
) -> None:
    text = (
        "The ferry Nordlys ran aground off Haugen in fog. It carried cars and lorries between the islands of "
        "Vik and Sora. A tug from the coast guard pulled it free.\n\nCaptain Marte Lien said that the hull "
        "was not damaged. The crossing takes 40 minutes."
    )
    assert ask(Article.from_text(text, language="en"), question).found is found


@pytest.mark.parametrize(
    ("question", "found", "said"),
    [
        ("how heavy is it", True, "It weighs"),
        ("how much does it cost", True, "It comes with"),
        ("how fast is it", False, ""),
        ("how much is the charger", False, ""),
        ("can i wash it", True, "The case must not be washed"),
        ("can I bring a parrot", False, ""),
    ],
)
def test_what_is_asked_of_the_subject_alone_is_answered_where_it_is_told(
    question: str, found: bool, said: str
) -> None:
    text = (
        "The Calyx sounds warm. It weighs 198 grams and is easily forgotten. It comes with a cloth and costs "
        "249 euros.\n\nThe case must not be washed. Rita Berg designed it in Ghent. A charger is on its way."
    )
    answer = ask(Article.from_text(text, language="en"), question)
    assert answer.found is found
    assert not found or first(answer).startswith(said)


def test_a_word_that_only_the_title_has_is_known() -> None:
    text = (
        "Engineers found cracks in two piers on Monday. Lorries use the ferry. The crossing will stay "
        "closed for six weeks. The mayor apologised."
    )
    question = "How long will the bridge be closed?"
    assert not ask(Article.from_text(text, language="en"), "How long will the stadium be closed?").found
    answer = ask(Article.from_text(text, title="The bridge at Elmford", language="en"), question)
    assert answer.found
    assert "six weeks" in first(answer)


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        ("en", "What did she say when it rained?", OTHER),
        ("en", "Who was mayor when it rained?", "who"),
        ("en", "What year did it rain?", "when"),
        ("es", "¿Qué dijo cuando llovió?", OTHER),
        ("de", "Was tat sie, wo es regnete?", OTHER),
        ("ru", "Какие книги она читала, когда шёл дождь?", OTHER),
        ("ru", "В каком году шёл дождь?", "when"),
        ("ar", "من كتب هذا الكتاب؟", "who"),
        ("ar", "ما هي أكبر مدينة من حيث السكان؟", OTHER),
        ("ar", "من أي اتجاه تهب الريح؟", OTHER),
        ("el", "Ποιος έγραψε το βιβλίο;", "who"),
        ("el", "Ποια γέφυρα έκλεισε;", OTHER),
        ("el", "Ποια χρονιά έκλεισε η γέφυρα;", "when"),
        ("hi", "यह किताब कौन लिखता है?", "who"),
        ("hi", "कौन सा शहर सबसे बड़ा है?", OTHER),
        ("zh", "桥在哪一年关闭？", "when"),
        ("zh", "桥在哪个国家？", "where"),
        ("zh", "公司总部在哪？", "where"),
        ("ar", "من أي بلد جاء الطحان؟", "where"),
        ("zh", "桥在哪里？", "where"),
        ("th", "มีคนทำงานกี่คน", "many"),
        ("th", "หนังสือเล่มนี้เกี่ยวกับอะไร", OTHER),
        ("de", "In welchem\u200b Jahr regnete es?", "when"),
    ],
)
def test_the_first_question_word_asks(language: str, question: str, kind: str) -> None:
    assert read_question(question, language).kind == kind


def test_a_compound_is_found_by_its_first_part() -> None:
    text = (
        "Seit April stehen auf dem Dach vier Bienenvölker. Der Wirt sorgt sich um seine Gäste. Es regnet oft."
    )
    answer = ask(Article.from_text(text, language="de"), "Wo sind die Bienen?")
    assert answer.found
    assert first(answer).startswith("Seit April")


def test_nothing_is_found_in_no_article() -> None:
    assert ask([], "Who cut the ribbon?") == Answer(question="Who cut the ribbon?", found=False)


def test_a_limit_of_nothing_gives_no_passages(bridge: Article) -> None:
    assert ask(bridge, "Who cut the ribbon?", limit=0).passages == ()


def test_the_same_question_gets_the_same_answer_in_another_process(bridge: Article) -> None:
    program = (
        "import sys; from bot.core.article import Article; from bot.core.retrieval import ask;"
        "a = ask(Article.from_text(sys.argv[1], language='en'), 'Who is the chief enginer?', limit=9);"
        "print([(p.sentence.start, p.score, p.matched) for p in a.passages])"
    )
    answer = ask(bridge, "Who is the chief enginer?", limit=9)
    run = subprocess.run([sys.executable, "-c", program, BRIDGE], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str([(p.sentence.start, p.score, p.matched) for p in answer.passages])


def test_importing_it_loads_no_numpy() -> None:
    program = (
        "import sys, bot.core.retrieval, bot.core.quotes, bot.core.suggestions; print('numpy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("words", "said"), [("crane", "The European Rail Authority"), ("pile", "His team drove")]
)
def test_bare_keywords_find_the_sentence_that_has_them(bridge: Article, words: str, said: str) -> None:
    answer = ask(bridge, words)
    assert answer.found
    assert first(answer).startswith(said)


def test_what_an_article_says_twice_fills_one_passage():
    text = (
        "The ferry carries nine hundred people a day. Its captain is Ola Berg. It was dredged in May. "
        "“The ferry carries nine hundred people a day!” The council will vote on a second ferry. "
        "The ferry carries nine hundred people a day."
    )
    answer = ask(Article.from_text(text, language="en"), "How many people does the ferry carry a day?")
    assert ["nine hundred" in str(passage) for passage in answer.passages] == [True, False, False]


@pytest.mark.parametrize("question", ["How much did the bridge cost?", "What did the bridge cost?"])
@pytest.mark.parametrize("euros", ["2.4 million euros", "118,000 euros", "25 000 euros"])
def test_a_number_that_is_asked_for_is_marked_with_what_it_counts(question: str, euros: str) -> None:
    article = Article.from_text(f"The ferry sank. The bridge cost {euros}. It is long.")
    best = ask(article, question).passages[0]
    told = [best.sentence.text[start:end] for start, end in best.matched]
    assert told == ["bridge", "cost", euros]


def test_a_year_before_a_sum_is_no_part_of_it() -> None:
    article = Article.from_text("The ferry sank. For the bridge they paid in 2019 118,000 euros. It is long.")
    best = ask(article, "How many euros were paid for the bridge?").passages[0]
    told = {best.sentence.text[start:end] for start, end in best.matched}
    assert "118,000 euros" in told


@pytest.mark.parametrize(
    ("language", "text", "question", "found"),
    [
        (
            "de",
            "Das Geschäft öffnete 1990. Der Hof liegt am Rand von Kleve.",
            "Wie viele Schafe hat der Hof?",
            False,
        ),
        ("nl", "De film is een succes in Gent. De film duurt 90 minuten.", "Hoe lang is de film?", True),
        (
            "en",
            "The tower is new. Its keeper, Anna Moor, 54, runs the tower.",
            "How high is the tower?",
            False,
        ),
    ],
)
def test_what_only_looks_like_an_answer_is_none(language: str, text: str, question: str, found: bool) -> None:
    assert ask(Article.from_text(text, language=language), question).found is found
