"""Text out of bytes, whatever their encoding."""

from time import process_time

import pytest

from bot.sources.charset import decode, known_charset

RUSSIAN = "Президент прибудет в Женеву утром, переговоры продлятся около пяти часов. " * 5
GREEK = "Ο πρόεδρος θα φτάσει στη Γενεύη το πρωί και θα μείνει πέντε ώρες. " * 5
JAPANESE = "大統領は朝にジュネーブに到着し、会談は約五時間続く予定です。" * 5
CHINESE = "总统将于早上抵达日内瓦,会谈预计持续约五个小时。" * 5
POLISH = "Prezydent przyjedzie do Genewy rano, a rozmowy potrwają około pięciu godzin. Żółć, gęślą jaźń. " * 5
GERMAN = "Der Präsident trifft früh in Genf ein; die Gespräche dauern fünf Stunden. Größe, Maß. " * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-8"),
        (GREEK, "cp1253"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (POLISH, "cp1250"),
        (GERMAN, "cp1252"),
    ],
)
class TestEncodings:
    """Each encoding, declared in every way and in none."""

    def test_declared_by_the_server(self, text, encoding):
        assert decode(text.encode(encoding), encoding) == text

    def test_declared_by_the_page(self, text, encoding):
        page = f'<html><head><meta charset="{encoding.replace("cp", "windows-")}"></head><p>{text}</p>'
        assert decode(page.encode(encoding)) == page

    def test_declared_by_the_page_the_old_way(self, text, encoding):
        name = encoding.replace("cp", "windows-")
        page = f"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset={name}'><p>{text}</p>"
        assert decode(page.encode(encoding)) == page

    def test_declared_by_nobody(self, text, encoding):
        page = f"<html><head><title>Page</title></head><body><p>{text}</p></body></html>"
        assert decode(page.encode(encoding)) == page

    def test_declared_wrongly(self, text, encoding):
        page = f'<html><meta charset="utf-8"><p>{text}</p>'
        assert decode(page.encode(encoding), "utf-8") == page


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_wins(encoding):
    assert decode(RUSSIAN.encode(encoding), "iso-8859-1") == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_seen_without_its_mark(encoding):
    page = "<html><p>Hello world, hello again</p></html>"
    assert decode(page.encode(encoding)) == page


def test_a_few_broken_letters_do_not_spoil_a_page():
    body = RUSSIAN.encode("utf-8") * 10 + b"\xff"
    assert decode(body, "utf-8").startswith(RUSSIAN)


def test_utf_8_is_utf_8_whatever_the_server_says():
    assert decode("<p>Größe</p>".encode(), "iso-8859-1") == "<p>Größe</p>"


def test_latin_1_means_windows_1252_on_the_web():
    assert decode(b"\x93quoted\x94", "iso-8859-1") == "“quoted”"


def test_utf_7_is_never_decoded():
    assert known_charset("utf-7") is None
    assert "<script>" not in decode(b'<meta charset="utf-7">+ADw-script+AD4-', "utf-7")


@pytest.mark.parametrize(
    "label", ["x-nonsense", "", None, "rot13", "base64", "idna", "unicode_escape", "a\x00b"]
)
def test_what_is_no_encoding_of_pages_is_none(label):
    assert known_charset(label) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff" * 3_000_000,
        bytes(range(256)) * 10_000,
        b"<meta " * 500_000,
        b'<meta charset="' * 300_000,
        b"\xff" + b"a" * 3_000_000,
        b"\xe9 " * 1_500_000,
        b"\x00" * 3_000_000,
    ],
)
def test_hostile_bytes_take_no_time(body):
    began = process_time()
    assert isinstance(decode(body), str)
    assert process_time() - began < 2


UNDECLARED = [
    ("cp1252", "El viejo molino se vendió el lunes. La dueña explicó que trescientos niños huyeron."),
    ("cp1252", "Den gamla kvarnen i Malmö såldes i måndags. Ägaren sade att taket läckt i åratal."),
    ("cp1252", "Une tempête a arraché les ailes. Ils ont dû fuir du village où elle est née."),
    ("cp1252", "The mill in Kent was sold for £20 million on Monday. It was old."),
    ("cp1252", "The mill – an old one – was sold. “We’re glad,” said Anna. It’s the café’s end."),
    ("cp1252", "Die Mühle ist alt."),
    ("cp1250", "Starý mlýn v Plzni byl prodán v pondělí. Střecha léta zatékala, řekla majitelka."),
    ("cp1250", "Stari mlin je prodan u ponedjeljak, rekla je vlasnica. Kuća će ostati."),
    ("cp1251", "Стари млин је продат у понедељак. Кров је прокишњавао годинама."),
    ("cp1254", "Eski değirmen pazartesi günü satıldı. Çatı yıllardır su alıyordu, dedi sahibi."),
    ("cp1255", "הטחנה הישנה נמכרה ביום שני. הגג דלף שנים."),
    ("cp1256", "بيعت الطاحونة القديمة يوم الاثنين. كان السقف يسرب منذ سنوات."),
    ("cp1257", "Senasis malūnas parduotas pirmadienį. Stogas jau daug metų buvo kiauras, sakė šeimininkė."),
    ("iso8859-2", "Stary młyn sprzedano w poniedziałek. Właścicielka mówi, że dach przeciekał."),
    ("cp866", "Старую мельницу продали в понедельник. Крыша текла три года."),
    ("big5", "台北的老磨坊週一以兩千萬元的價格售出。屋頂漏水已經三年了。"),
    ("shift_jis", "東京の古い工場は月曜日に売却された。屋根が三年間漏れていた。"),
    ("euc_kr", "오래된 방앗간이 월요일에 팔렸다. 지붕은 몇 년째 새고 있었다."),
]


@pytest.mark.parametrize(("encoding", "text"), UNDECLARED)
@pytest.mark.parametrize("times", [1, 20])
def test_a_text_file_that_declares_nothing_is_read_in_the_encoding_of_its_language(encoding, text, times):
    assert decode((text * times).encode(encoding)) == text * times


def test_a_letter_far_inside_of_a_text_is_judged_with_the_words_before_it():
    text = "The mill in the village was sold on Monday to a baker. " * 40 + "It cost £20"
    assert decode(text.encode("cp1252")) == text
