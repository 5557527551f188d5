"""Everyday questions in languages that no question set has: many of their words say nothing about a text."""

from __future__ import annotations

import pytest

from bot.core.answers.answer_types import answer_types, everyday_words, tells
from bot.core.answers.common_words import telling
from bot.core.answers.questions import read_question
from bot.core.article import Article
from bot.core.retrieval import ask

LISTED = ("ar", "cs", "da", "de", "en", "es", "fa", "fi", "fr", "he", "hu", "id", "it", "ko", "nl", "no")

TEXTS = {
    "pt": """A feira de Vila Nova existe desde 1898. São cerca de oitenta bancas, e a câmara cobra.

A vendedora mais velha chama-se Rosa Antunes e vende ovos. Os filhos emigraram para a Suíça.

Os cães só podem entrar com trela. O presidente promete decidir até ao fim de junho.""",
    "it": """Il faro di Capo Serra diventerà un albergo. La torre è alta ventisei metri ed è del 1867.

I lavori dureranno diciotto mesi. Non ci sarà la piscina perché manca l'acqua dolce.""",
    "pl": """W Bydgoszczy pływa tramwaj wodny. Statek o nazwie „Słonecznik” zabiera 28 pasażerów.

Rejs trwa czterdzieści minut i kończy się przy młynie. W zeszłym roku naprawiano śluzę.""",
    "cs": """Kino v Lipnici se znovu otevírá. Lístek bude stát 130 korun. Sál má 120 míst.

Kino zavřeli, protože se propadla střecha. Oprava trvala skoro dva roky.""",
    "nl": """In Oostwijk draait nog één molen. Molenaar Kees de Vries is 63 en maalt er meel voor bakkers.

De molen werd in 1742 gebouwd. Een zak meel van vijf kilo kost 9 euro.""",
    "he": """על גג בניין ברחוב הרצל מגדלים שכנים ירקות. הדבורים הובאו מקיבוץ יגור בשנה שעברה.

הדייר מהקומה העליונה מתלונן כי מים מטפטפים לדירתו. התיקון יעלה 12 אלף שקלים.""",
    "ko": """작은 섬의 초등학교에는 학생이 네 명뿐이다. 학교는 1952년에 마을 사람들이 지었다.

배는 하루에 두 번 다닌다. 가장 어린 학생은 일곱 살 하늘이로, 등대지기가 되고 싶다고 말한다.""",
    "ja": """駅前の小さなパン屋が三月末に閉店することになった。店主の佐藤恵さんは六十八歳だ。

閉店の理由は、後を継ぐ人がいないからだ。古いオーブンは市の博物館に寄付される。""",
    "zh": """城南的老书店将在五月关门。店主王秀兰今年七十岁，她从一九八三年起就在这里卖书。

最便宜的书只卖两元。书店里有两万本旧书，大部分会捐给县图书馆。""",
    "th": """ร้านกาแฟริมคลองบางหลวงเปิดมาตั้งแต่ปี 2531 เจ้าของร้านชื่อป้าสมใจ

กาแฟหนึ่งแก้วราคา 25 บาท ลูกสาวของป้าเป็นพยาบาลที่เชียงใหม่""",
    "ro": """În sat funcționează o moară de apă. Morarul, Ion Petcu, macină de două ori pe săptămână.

Un kilogram de făină costă șapte lei. Roata are un diametru de patru metri.""",
}


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("pt", "Onde moram os filhos dela?", "Suíça"),
        ("pt", "Posso levar o meu cão?", "trela"),
        ("it", "Quanto è alta la torre?", "ventisei"),
        ("pl", "Jak nazywa się statek?", "Słonecznik"),
        ("pl", "Ilu pasażerów się zmieści?", "28"),
        ("pl", "Jak długo trwa rejs?", "czterdzieści"),
        ("cs", "Kolik stojí lístek?", "130"),
        ("nl", "Hoe oud is de molenaar?", "63"),
        ("he", "כמה עולה התיקון?", "12"),
        ("he", "מאיפה באו הדבורים?", "יגור"),
        ("ko", "하늘이는 몇 살이에요?", "일곱"),
        ("ja", "オーブンはどうなりますか", "博物館"),
        ("ja", "閉店の理由は何ですか", "後を継ぐ人"),
        ("zh", "店主多大年纪？", "七十岁"),
        ("th", "ร้านเปิดเมื่อไร", "2531"),
        ("ro", "Cum îl cheamă pe morar?", "Ion Petcu"),
    ],
)
def test_everyday_words_keep_no_question_from_its_answer(language: str, question: str, said: str) -> None:
    answer = ask(Article.from_text(TEXTS[language], language=language), question)

    assert answer.found
    assert said in answer.passages[0].sentence.text


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("pt", "Quanto custa o pão?"),
        ("pl", "Kto zbudował zamek?"),
        ("cs", "Kde je bazén?"),
        ("nl", "Hoeveel regen viel er?"),
        ("he", "כמה מכוניות יש בחניון?"),
        ("ko", "병원은 어디에 있어요?"),
        ("ja", "誰がサッカーの試合に勝ちましたか"),
        ("zh", "市长是谁？"),
        ("zh", "停车场在哪里？"),
        ("th", "ใครชนะการแข่งขัน"),
    ],
)
def test_what_such_a_text_does_not_say_is_still_told(language: str, question: str) -> None:
    assert not ask(Article.from_text(TEXTS[language], language=language), question).found


@pytest.mark.parametrize("language", LISTED)
def test_everyday_words_are_read_and_tell_little(language: str) -> None:
    listed = everyday_words(language)

    assert len(listed) > 50
    assert max(telling(language).values()) < 1


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("من اعترض على القرار؟", "جاء اعتراض المجلس يوم الأحد. كان الطقس باردا والشوارع فارغة."),
        ("كم كتاب في المكتبة؟", "في المكتبة كتب كثيرة. كان الطقس باردا والشوارع فارغة."),
    ],
)
def test_arabic_words_of_one_root_find_each_other(question: str, text: str) -> None:
    first = ask(Article.from_text(text, language="ar"), question).passages[0]

    assert first.matched
    assert first.sentence.start == 0


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("店はいつ閉まりますか", ["閉"]),
        ("オーブンはどうなりますか", ["オーブン"]),
        ("りんごはどこですか", ["りんごはどこですか"]),  # a word may begin the run: it stays
    ],
)
def test_japanese_particles_and_endings_carry_no_meaning(question: str, kept: list[str]) -> None:
    assert [term.word for term in read_question(question, "ja").content] == kept


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("nl", "Kees is 63 en maalt meel.", "age"),
        ("en", "The keeper is 63 and runs the mill.", "age"),
        ("it", "La torre è alta ventisei metri.", "length"),
        ("cs", "Lístek stojí sto třicet korun.", "money"),
        ("uk", "Квиток коштує сімдесят гривень.", "money"),
        ("ar", "يعيش 35٪ من السكان قرب النهر.", "share"),
        ("ar", "تبعد القرية 25 ميلاً عن الساحل.", "length"),
    ],
)
def test_ages_and_written_numbers_are_told(language: str, sentence: str, wanted: str) -> None:
    assert tells(sentence, language, frozenset({wanted}))


def test_the_average_age_in_a_question_asks_for_nobody_s_age() -> None:
    types = answer_types("ar")

    assert types.wanted("ماذا حدث لمتوسط عمر المدرسين؟", "other") == frozenset()
    assert types.wanted("كم عمر المدرس؟", "many") == {"age"}


def test_an_age_behind_an_aside_is_told_of_another() -> None:
    assert not tells("The oldest, Duchess, is 22 and blind in one eye.", "en", frozenset({"age"}))


@pytest.mark.parametrize(
    ("language", "question", "kept"),
    [("zh", "书店为什么关门？", ["书店", "关门"]), ("th", "ร้านเปิดเมื่อไร", ["ร้าน", "นเปิ"])],
)
def test_what_stands_beside_a_question_word_shares_no_pair_of_characters_with_it(
    language: str, question: str, kept: list[str]
) -> None:
    assert [term.word for term in read_question(question, language).content] == kept


def test_a_long_run_of_small_japanese_words_in_a_question_is_read_in_no_time() -> None:
    """A pattern tries every way to cut it ("もの" or "も" and "の"): with each one twice as many."""
    article = Article.from_text(TEXTS["ja"], language="ja")
    question = read_question("図書館" + "もの" * 200 + "ぬ？", "ja")
    assert any("図書" in term.word for term in question.content)
    assert ask(article, question.text).question


BRIDGE = "新大桥连接河两岸的老城和港口。大桥两侧设有自行车道，{}行人可以免费通过。桥头有一家茶馆，老板姓李。"


@pytest.mark.parametrize(
    ("question", "told", "found"),
    [
        ("大桥有多长？", "", False),
        ("大桥有多长？", "全长八百米，", True),
        ("大桥有多长？", "全长800米，", True),
        ("大桥什么时候开通？", "", False),
        ("大桥什么时候开通？", "五月开通，", True),
    ],
)
def test_a_numeral_inside_a_word_answers_no_question_for_a_number(question, told, found) -> None:
    article = Article.from_text(BRIDGE.format(told) + "\n\n市政府说，工程由本地公司承建。", language="zh")
    assert ask(article, question).found is found
