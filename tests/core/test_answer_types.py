"""What a question wants more exactly than "how much" and "when", and which sentences tell it."""

from __future__ import annotations

import pytest

from bot.core.answers.answer_types import answer_types, tells
from bot.core.answers.questions import read_question


def wanted(question: str, language: str) -> set[str]:
    kind = read_question(question, language).kind
    return set(answer_types(language).wanted(question.lower(), kind))


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        ("en", "How old was the surveyor?", "age"),
        ("en", "How much do I pay for a room?", "money"),
        ("en", "How often is the bin emptied?", "often"),
        ("en", "When does the museum close?", "clock"),
        ("en", "can i bring my dog", "allowed"),
        ("de", "Darf ich meinen Hund mitbringen?", "allowed"),
        ("es", "¿Se puede entrar con perro?", "allowed"),
        ("fr", "Peut-on entrer avec un chien ?", "allowed"),
        ("ru", "Можно ли войти с собакой?", "allowed"),
        ("en", "Can I see how the cheese is made?", "allowed"),
        ("de", "Darf ich fotografieren, wie der Käse gemacht wird?", "allowed"),
        ("de", "Was kostet der Eintritt?", "money"),
        ("es", "¿Qué edad tiene la alcaldesa?", "age"),
        ("fr", "Quelle est la hauteur de la tour ?", "length"),
        ("it", "Quanto costa il biglietto?", "money"),
        ("pt", "Com que frequência passa o ônibus?", "often"),
        ("ru", "Сколько стоит проезд?", "money"),
        ("uk", "Як часто ходить автобус?", "often"),
        ("tr", "Müdür kaç yaşında?", "age"),
        ("ar", "كم مرة في السنة يفتح المتحف؟", "often"),
    ],
)
def test_a_question_wants_what_its_words_ask_for(language: str, question: str, kind: str) -> None:
    assert wanted(question, language) == {kind}


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What can I do about the noise?"),
        ("es", "¿De qué otra manera se puede llamar a esto?"),
        ("de", "Wie kann ich helfen?"),
    ],
)
def test_a_question_that_asks_what_can_be_done_asks_for_no_permission(language: str, question: str) -> None:
    assert wanted(question, language) == set()


@pytest.mark.parametrize("question", ["Who must pay for the bridge?", "Why is the rent so high?", "Who won?"])
def test_a_question_for_a_person_or_a_reason_wants_no_sum(question: str) -> None:
    assert wanted(question, "en") == set()


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("en", "age", "Joan Pettit, 54, has worked here for years."),
        ("en", "age", "She was 91."),
        ("en", "money", "The wall cost 2.4 million euros."),
        ("en", "money", "Children enter free of charge."),
        ("en", "length", "The river is six miles long."),
        ("en", "warmth", "Bake it at 220°C."),
        ("en", "clock", "The gate is locked at half past ten."),
        ("de", "age", "Die Königin wird bis zu fünf Jahre alt."),
        ("ru", "money", "Он обошёлся городу в 890 миллионов рублей."),
        ("fr", "length", "La tour mesure 52 mètres."),
        ("tr", "share", "Halkın yüzde 40 kadarı katıldı."),
    ],
)
def test_a_sentence_tells_what_is_wanted(language: str, kind: str, text: str) -> None:
    assert tells(text, language, frozenset({kind}))


@pytest.mark.parametrize("text", ["The fine is 200 euros.", "The tower is 60 metres high.", "It is 12 %."])
def test_how_high_something_is_may_be_told_in_any_measure(text: str) -> None:
    assert wanted("How high is the fine?", "en") == {"amount"}
    assert tells(text, "en", frozenset({"amount"}))
    assert not tells("They gave it 200 names.", "en", frozenset({"amount"}))
    assert not tells("Anna Moor, 54, runs the tower.", "en", frozenset({"amount"}))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("money", "Visitors come from 40 countries."),
        ("money", "A euro is a coin."),
        ("age", "The club has 310 members."),
        ("length", "The tower weighs 40 tonnes."),
        ("clock", "The museum is closed in winter."),
    ],
)
def test_a_number_of_something_else_tells_nothing(kind: str, text: str) -> None:
    assert not tells(text, "en", frozenset({kind}))


def test_nothing_is_wanted_in_a_language_that_is_not_known() -> None:
    assert answer_types("xx").wanted("how old was she?", "many") == frozenset()


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "how deep is the basin?", "The basin is 25 metres long."),
        ("en", "how deep is the basin?", "The basin holds 300 cubic metres."),
        ("en", "how wide is the street?", "It has a length of two kilometres."),
        ("de", "wie tief ist das becken?", "Das Becken ist 25 Meter lang."),
        ("es", "¿qué profundidad tiene la piscina?", "La piscina mide 25 metros de largo."),
        ("fr", "quelle est la profondeur du bassin ?", "Le bassin mesure 25 mètres de long."),
        ("ru", "какова глубина бассейна?", "Длина бассейна 25 метров."),
    ],
)
def test_a_length_is_no_depth(language: str, question: str, text: str) -> None:
    assert tells(text, language, frozenset({"length"}))
    assert not tells(text, language, frozenset({"length"}), question)


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "how deep is the basin?", "The basin is 25 metres long and 3 metres deep."),
        ("en", "how deep is the basin?", "The depth of the basin is 3 metres."),
        ("en", "how deep is the basin?", "At the far end it goes down 3 metres."),
        ("de", "wie tief ist das becken?", "Das Becken ist 3 Meter tief und 25 Meter lang."),
        ("ru", "какова глубина бассейна?", "Бассейн глубиной 3 метра."),
        ("fr", "quelle est la longueur du trajet ?", "L'île est à 3 km au large de la côte."),
        ("en", "what is the length of the trail?", "The trail runs 25 kilometres across the island."),
    ],
)
def test_a_depth_is_told_beside_other_measures(language: str, question: str, text: str) -> None:
    assert tells(text, language, frozenset({"length"}), question)
