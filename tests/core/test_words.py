import pytest

from bot.core.tokens import index_terms, stem, stop_words, terms, word_spans, words


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Putin’s men don't re-elect O'Brien's.", ["putin", "men", "don't", "re", "elect", "o'brien"]),
        (
            "en",
            "1,000 or 1.000 or 3.5 or 1,234,567.89",
            ["1000", "or", "1000", "or", "3.5", "or", "1234567.89"],
        ),
        ("en", "The U.S. and example.org", ["the", "us", "and", "example", "org"]),
        ("fr", "L’homme qu'il a vu aujourd’hui", ["homme", "il", "a", "vu", "aujourd'hui"]),
        ("it", "dell'arte l’amore", ["arte", "amore"]),
        ("tr", "İstanbul'da IŞIK", ["istanbul", "ışık"]),
        ("hi", "प्रधानमंत्री ने कहा।", ["प्रधानमंत्री", "ने", "कहा"]),
        ("ar", "الصَّلَاة", ["الصلاة"]),
        ("zh", "北京大学。好", ["北京", "京大", "大学", "好"]),
        ("ja", "カタカナの日本語", ["カタカナ", "の", "日本", "本語"]),
        ("th", "ไทยดี", ["ไทย", "ยดี"]),
        ("en", "snake_case 3rd COVID-19", ["snake", "case", "3rd", "covid", "19"]),
        ("en", "cafe\u0301", ["café"]),
        ("en", "… — !", []),
    ],
)
def test_words(language, text, expected):
    assert words(text, language) == expected


def test_there_is_one_place_for_each_word():
    text = "L’homme a 1,000 amis à 北京大学."

    assert [text[a:b] for a, b in word_spans(text, "fr")] == [
        "homme",
        "a",
        "1,000",
        "amis",
        "à",
        "北京",
        "京大",
        "大学",
    ]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "invaded", "invades"),
        ("de", "häuser", "hauses"),
        ("ru", "президента", "президентом"),
        ("uk", "зеленського", "зеленський"),
        ("ko", "대통령은", "대통령을"),
        ("he", "הנשיא", "לנשיא"),
        ("bn", "সরকারের", "সরকার"),
    ],
)
def test_forms_of_a_word_share_a_stem(language, one, other):
    assert stem(one, language) == stem(other, language)


def test_a_word_of_an_unknown_language_is_its_own_stem():
    assert stem("words", "xx") == "words"
    assert stop_words("xx") == frozenset()


@pytest.mark.parametrize(
    "language",
    [
        *["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "nn", "fi", "et", "pl", "cs", "sk"],
        *["sl", "hr", "bs", "sr", "ru", "uk", "be", "bg", "mk", "ro", "hu", "tr", "el", "vi", "id", "ms"],
        *["ca", "lv", "lt", "hi", "mr", "bn", "ur", "fa", "ar", "he", "th", "zh", "ja", "ko"],
    ],
)
def test_every_language_that_articles_come_in_has_stop_words(language):
    assert len(stop_words(language)) >= 40


def test_terms_leave_stop_words_out_but_not_abbreviations_that_look_like_them():
    assert terms("The US told us", "en") == ["us", "told"]


def test_index_terms_are_each_told_once():
    assert index_terms("Dogs and dogs and cats", "en") == "dog cat"
