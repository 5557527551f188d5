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
