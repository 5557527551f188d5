"""Questions as people type them: without accents, in everyday words, in many languages."""

from __future__ import annotations

import pytest

from bot.core.answers.answer_cues import FLAGS, read_cues
from bot.core.answers.answer_types import answer_types
from bot.core.answers.article_index import index_article
from bot.core.answers.questions import read_question
from bot.core.answers.spelling import with_accents
from bot.core.article import Article
from bot.core.lexicon.accents import plain
from bot.core.lexicon.forms import term_forms
from bot.core.retrieval import ask


@pytest.mark.parametrize(
    ("accented", "typed"),
    [
        ("coûté", "coute"),
        ("dükkânını", "dukkanini"),
        ("ξαπλώστρες", "ξαπλωστρες"),
        ("Łódź", "Łodz"),
        ("ночью", "ночью"),
    ],
)
def test_only_accents_of_latin_and_greek_letters_are_left_out(accented: str, typed: str) -> None:
    assert plain(accented) == typed


@pytest.mark.parametrize(
    ("language", "text", "question", "spelt"),
    [
        ("es", "Nació en Teruel.", "donde nacio", "donde nació"),
        ("tr", "Dükkânını 1961'de açtı.", "dukkani ne zaman acti", "dükkânını ne zaman açtı"),
        ("fr", "Les écoles ont coûté cher.", "combien coutait l'ecole", "combien coûté l'écoles"),
        ("es", "La niña vino.", "la niña", "la niña"),
        ("en", "The café is shut.", "is the cafe shut", "is the café shut"),
        # Vietnamese: one accent in the question, and the words without any are meant so.
        ("vi", "Bà ba tuổi.", "bà ba", "bà ba"),
    ],
)
def test_accents_are_put_back(language: str, text: str, question: str, spelt: str) -> None:
    assert with_accents(question, [index_article(Article.from_text(text, language=language))]) == spelt


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        ("fr", "quel age avait il", "many"),
        ("ro", "cati spectatori au fost", "many"),
        ("tr", "kac kisi geldi", "many"),
        ("el", "που ειναι", "where"),
        ("en", "whos playing", "who"),
        ("ko", "얼마야", "many"),
        ("ko", "몇시에 닫아", "when"),
        ("he", "באיזו שעה זה נפתח", "when"),
        ("uk", "скільки варити квасолю", "long"),
        ("hi", "गाड़ी कितने बजे निकलती है", "when"),
    ],
)
def test_a_question_is_read_as_people_type_it(language: str, question: str, kind: str) -> None:
    assert read_question(question, language).kind == kind


def test_lange_is_no_length_in_german() -> None:
    assert not answer_types("de").wanted("wie lange dauert das", "long")
    assert answer_types("de").wanted("wie viel länge hat das", "many") == {"length"}


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ko", ("설계했어", "설계는", "설계하는")),
        ("ko", ("취소됐어", "취소되었다")),
        ("ko", ("걸려", "걸린다")),
        ("ko", ("쉬어", "쉰다")),
        ("pl", ("psem", "psy")),
        ("he", ("תכננה", "תכנן")),
        ("he", ("עולות", "עולה")),
        ("tr", ("doğmuş", "doğdu", "doğan")),
        ("nl", ("kocht", "gekocht")),
        ("sv", ("dog", "dött")),
        ("pl", ("kosztował", "kosztuje")),
    ],
)
def test_forms_of_a_word_are_one_term(language: str, forms: tuple[str, ...]) -> None:
    assert len(set(term_forms(forms, language))) == 1


TEXTS = {
    "fr": "Le vieux potier est mort jeudi à l'âge de 84 ans. Il a vendu 500 vases. Ses obsèques sont lundi.",
    "es": "El patinete pesa 12 kilos. Cuesta 300 euros y se vende en la web. La batería da para 20 km.",
    "pl": "Zmarła pisarka Anna Lis. Miała 90 lat. Bilet do jej muzeum kosztuje 12 złotych.",
    "nl": "De molen gaat op 3 mei weer open. De reparatie kostte 80.000 euro. Molenaar Jan de Wit is 61.",
    "sv": "Fyren är 20 meter hög. Eva Ek dog i måndags och blev 91 år. En natt kostar 400 kronor.",
    "ko": "로봇 가람의 가격은 30만 원이다. 색은 하얗다. 설계는 박하늘 연구원이 맡았다.",
    "he": "האופניים עולים 900 שקלים. תכננה אותם המהנדסת רות לב. המשקל שלהם הוא 14 קילוגרם.",
    "ru": "Ярмарка открылась в субботу. Её придумала Нина Белова. Сейчас ей 53 года. Крыша текла три года.",
    "uk": "Сад посадили в суботу. Саджанці дав фермер Петро Лис, йому 60 років. Квасолю варять годину.",
    "pt": "O jogo acabou. O goleiro Rui Sá tem 19 anos. O ingresso custa 30 reais.",
    "de": "Die alte Mühle wurde für 20 Millionen Euro verkauft. Das Dach war undicht. Die Türme sind hoch.",
    "hi": "मेला सोमवार को खुला। टिकट 40 रुपये का है। मेले में 300 दुकानें हैं।",
    "ro": "La concert au venit 2.100 de spectatori. Biletul costă 30 de lei. Dirijorul este Ion Mureș.",
    "th": "ร้านเปิดเมื่อวานนี้ ก๋วยเตี๋ยวราคา 30 บาท ป้าแก้วอายุ 58 ปี กินวันละ 9 ครั้ง",
}


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("fr", "quel age avait il", "84 ans"),
        ("fr", "combien de vases il a vendu", "500 vases"),
        ("es", "cuanto cuesta el patinete", "300 euros"),
        ("pl", "ile kosztuje bilet", "12 złotych"),
        ("nl", "wat kostte de reparatie", "80.000 euro"),
        ("sv", "vad kostar en natt", "400 kronor"),
        ("ko", "얼마야", "30만 원"),
        ("he", "כמה זה עולה", "900 שקלים"),
        ("he", "מי תכנן אותם", "רות לב"),
        ("ru", "сколько лет нине", "53 года"),
        ("uk", "скільки років петру", "60 років"),
        ("pt", "quantos anos tem o goleiro", "19 anos"),
        ("fr", "ou sont ses obseques", "obsèques"),
        ("de", "was hats gekostet", "20 Millionen"),
        ("hi", "टिकट कितने का है", "40 रुपये"),
        ("ro", "cati spectatori au fost", "2.100"),
        ("th", "ราคาเท่าไหร่", "30 บาท"),
        ("th", "กินวันละเท่าไหร่", "กินวันละ 9 ครั้ง"),
        ("hi", "मेले को क्या कहा जाता था", "मेले"),
    ],
)
def test_an_everyday_question_is_answered(language: str, question: str, said: str) -> None:
    answer = ask(Article.from_text(TEXTS[language], language=language), question)
    assert answer.found
    assert said in answer.passages[0].sentence.text


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        # The price of something else, elsewhere.
        (
            "en",
            "Ruth sold rolls. She died.\n\nThe wall had sunk.\n\nThe quay was shut. Repairs cost 2 pounds.",
            "what does a roll cost",
        ),
        # A date is no count of dogs.
        ("it", "Da lunedì 3 marzo valgono regole per i cani. La sindaca è contenta.", "quanti cani ci sono"),
        # "A" walker is no count of dogs.
        ("nl", "De hond Boris vond een wandelaar. De hei is dicht.", "hoeveel honden heeft lies"),
        # A word for the asked name, but no name.
        ("pt", "Ela teve a ideia depois que o irmão adoeceu. A vacina é nova.", "qual é o nome do irmão"),
        # What else one may bring.
        ("it", "Le biciclette si possono portare. La barca va a batteria.", "posso portare il cane"),
        # Metres are no duration.
        ("en", "The beetle walks up to 90 metres. It eats weed.", "how long does the beetle live"),
        ("hi", "चालक मोहन इस रेल को 26 साल से चला रहे हैं। रेल पुरानी है।", "मोहन की उम्र क्या है"),
        ("ru", "Владелица Анна Чернова сказала, что крыша текла три года.", "сколько лет анне черновой"),
    ],
)
def test_what_is_not_said_is_told_missing(language: str, text: str, question: str) -> None:
    assert not ask(Article.from_text(text, language=language), question).found


@pytest.mark.parametrize(
    ("text", "flag"), [("축제는 9월 5일부터 열린다.", "calendar"), ("버스는 30분마다 다닌다.", "unit")]
)
def test_korean_dates_are_written_onto_their_numbers(text: str, flag: str) -> None:
    assert read_cues(text, "ko").flags[FLAGS.index(flag)]


def test_several_articles_are_asked_in_the_same_words():
    towns = {
        "Alba": "El puente de Alba costó tres millones. El año pasado cerró un mes.",
        "Bera": "El molino de Bera muele centeno. El ano 2019 fue seco.",
        "Cea": "La fuente de Cea tiene agua. En mayo llueve.",
    }
    articles = [Article.from_text(text, language="es") for text in towns.values()]
    for question in ("cuanto costo el puente de alba el ano pasado, el año pasado?", "costo costó?"):
        answer = ask(articles, question)
        assert "tres millones" in answer.passages[0].sentence.text
