from pathlib import Path
from runpy import run_path
from time import process_time

import pytest

from bot.core.cutting.sentences import LONGEST_SENTENCE, cut_sentences

QUALITY = Path(__file__).parents[1] / "quality"
FLOOR = 0.97  # of the hard cases; lowering it is a deliberate act


def cut(text, language="en"):
    return [text[start:end] for start, end in cut_sentences(text, language)]


def test_hard_cases_are_cut_right_in_twenty_languages_and_more():
    cases = list(run_path(str(QUALITY / "sentence_cutting.py"))["read_cases"]())
    wrong = [(case.language, case.cut()) for case in cases if case.cut() != case.sentences]

    assert len(cases) >= 300
    assert len({case.language for case in cases}) >= 20
    assert 1 - len(wrong) / len(cases) >= FLOOR, wrong


def test_a_closing_quote_belongs_to_the_sentence_it_closes():
    assert cut("He said “Go.” She went.") == ["He said “Go.”", "She went."]


def test_a_quote_that_opens_right_after_a_full_stop_opens_the_next_sentence():
    assert cut("The end came.“Go away,” she said.") == ["The end came.", "“Go away,” she said."]


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("(CNN)", "It rained in Lowick."),
        ("(CNN) -- ", "Three millers came."),
        ("LOWICK, May 5 (Reuters) - ", "The mill grinds again."),
        ("LOWICK, Dec 20, 2025 (LNA) - ", "The mill grinds again."),
        ("新华社北京5月4日电 ", "磨坊重新开放。"),
        ("新华社北京5月4日电（记者 李明）", "磨坊重新开放。"),
        ("Tunis (CNN)", "Two millers came."),
        ("Ulm (dpa) – ", "Die Mühle mahlt wieder."),
        ("ПСКОВ, 3 мая /ТАСС/. ", "Мельница снова мелет."),
    ],
)
def test_an_agencys_dateline_is_no_part_of_the_first_sentence(dateline, sentence):
    assert cut(dateline + sentence) == [dateline.strip(), sentence]


BURNED = "LOWICK, a village of 90 (LNA) says, burned down."
EPA = "The Environmental Protection Agency (EPA) – which sets limits – closed the mill."


@pytest.mark.parametrize(
    "sentence",
    [
        "The British Broadcasting Corporation (BBC) was founded in 1922.",
        "Mills (see map) grind rye.",
        EPA,
        BURNED,
    ],
)
def test_an_agency_that_a_sentence_names_in_brackets_is_no_dateline(sentence):
    assert cut(sentence) == [sentence]


def test_blank_lines_end_sentences():
    assert cut("A line without a mark\n\nanother line") == ["A line without a mark", "another line"]


def test_bullets_end_sentences():
    assert cut("• first thing • second thing") == ["• first thing", "• second thing"]


def test_marks_alone_are_no_sentence():
    assert cut("Wow! 😀 Next one is here.") == ["Wow!", "😀 Next one is here."]
    assert cut("He left. ***") == ["He left. ***"]


def test_a_text_of_blanks_has_no_sentence():
    assert cut(" \n\t ") == []


def test_a_text_in_small_letters_is_cut_all_the_same():
    assert cut("it rained. we stayed in.") == ["it rained.", "we stayed in."]


def test_a_text_without_marks_is_cut_at_a_length():
    sentences = cut("word " * 3_000)

    assert max(map(len, sentences)) <= LONGEST_SENTENCE
    assert " ".join(sentences).split() == ["word"] * 3_000


@pytest.mark.parametrize(
    "hostile",
    [
        "A. ",
        "a.b",
        ".",
        "“. ”",
        "((",
        "\n",
        "- a\n",
        "1. ",
        "。「",
        "!? ",
        "Dr. Who. ",
        "word ",
        "a",
        "[1].",
        " ",
        "« . » ",
    ],
)
@pytest.mark.parametrize("language", ["en", "zh", "th", "el"])
def test_hostile_text_is_cut_in_linear_time(hostile, language):
    def seconds(length):
        text = hostile * (length // len(hostile))
        began = process_time()
        cut_sentences(text, language)
        return process_time() - began

    def least(length):
        return min(seconds(length) for _ in range(3))  # what others do to the machine only adds

    short, long = least(10_000), least(40_000)

    assert (
        long < 12 * short + 0.15
    )  # four times the text; a quadratic cutter would need sixteen times as long


def test_a_long_line_of_dots_to_a_page_number_is_cut_at_a_length_only():
    line = "Contents" + "." * 10_000 + "5"  # took ten seconds, and a minute at twice the length

    assert "".join(cut(line)) == line


@pytest.mark.parametrize(
    "sentence",
    [
        "ตลาดแห่งนี้ขายสินค้าหลายอย่างที่ชาวบ้านในหมู่บ้านปลูกเอง ได้แก่ มะม่วง กล้วย และสับปะรด",
        "คณะทำงานชุดใหม่ของโรงเรียนในหมู่บ้านประกอบด้วย นักเรียนห้าคนและครูสองคน",
        "สะพานปิดในเช้าวันเสาร์และจะยังไม่เปิดจนกว่าจะซ่อมเสร็จ เนื่องจาก น้ำท่วมพัดเสาไปสองต้น",
        "ห้องสมุดมีหนังสือเก่าจำนวนมากที่ชาวบ้านบริจาคให้ (ส่วนใหญ่เป็นนิยาย การ์ตูน และแบบเรียน) และเปิดทุกวัน",
    ],
)
def test_a_thai_sentence_goes_on_behind_a_blank(sentence):
    assert cut(sentence, "th") == [sentence]


def test_a_thai_sentence_is_not_cut_inside_of_a_name_however_long_it_is():
    long = (
        "คณะกรรมการของหมู่บ้านประกาศเมื่อวานนี้ว่าสะพานไม้เก่าแก่ที่ข้ามลำน้ำทางทิศเหนือจะปิดซ่อมแซมเป็นเวลาสามเดือนเต็ม"
        "เพราะแผ่นไม้หลายแผ่นผุพังไปมากหลังฝนตกหนักติดต่อกันหลายสัปดาห์ งานซ่อมทั้งหมดจะอยู่ในความดูแลของวิศวกรหญิง สมศรี ใจดี"
    )
    assert cut(long, "th") == [long]


def test_two_blanks_end_a_thai_sentence():
    assert cut("เธอเกิดที่เชียงใหม่  โรงเรียนของเธออยู่ใกล้แม่น้ำ", "th") == [
        "เธอเกิดที่เชียงใหม่",
        "โรงเรียนของเธออยู่ใกล้แม่น้ำ",
    ]


def test_a_sum_behind_an_abbreviation_ends_nothing():
    assert cut("The mill costs $30 (reg. $50) this week. It grinds rye.") == [
        "The mill costs $30 (reg. $50) this week.",
        "It grinds rye.",
    ]
