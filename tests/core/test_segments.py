import pytest

from bot.core.lexicon.segments import has_segments, segments


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("th", "สะพานเก่าจะปิดในวันจันทร์", ["สะพาน", "เก่า", "จะ", "ปิด", "ใน", "วัน", "จันทร์"]),
        ("zh", "去年的洪水使桥墩移动了。", ["去年", "的", "洪水", "使", "桥墩", "移动", "了"]),
        ("zh", "去年的洪水使橋墩移動了。", ["去年", "的", "洪水", "使", "橋墩", "移動", "了"]),
        ("ja", "昨年の洪水で橋脚が動いた。", ["昨年", "の", "洪水", "で", "橋脚", "が", "動い", "た"]),
    ],
)
def test_a_sentence_without_blanks_is_cut_into_its_words(language, text, words):
    assert [text[begin:end] for begin, end in segments(text, language)] == words


def test_numbers_and_words_of_other_scripts_stay_whole():
    text = "华为在1768年用DECnet和5G。"

    found = {text[begin:end] for begin, end in segments(text, "zh")}

    assert {"1768", "DECnet", "5G"} <= found


@pytest.mark.parametrize("text", ["", " ", "。", "\n\n", "…", "a"])
def test_next_to_nothing_has_no_words_but_its_own(text):
    assert [text[begin:end] for begin, end in segments(text, "th")] == [text.strip()] * text.isalpha()


def test_only_three_languages_have_a_model():
    assert [language for language in ("th", "zh", "ja", "lo", "km", "en") if has_segments(language)] == [
        "th",
        "zh",
        "ja",
    ]
