import pytest

from bot.core.cleaning import clean_text


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\x00b\x07", "ab"),
        ("a\ud800b", "ab"),
        ("evil \u202etxt.exe\u202c", "evil txt.exe"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("a\r\nb\rc\u2028d\u2029e\x0bf", "a\nb\nc\nd\n\ne\nf"),
        ("tab\tand\u00a0blank stay", "tab\tand\u00a0blank stay"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("la\u200ctin\u200d", "latin"),
        ("می\u200c\u200c\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_nobody_sees_goes(dirty, clean):
    assert clean_text(dirty) == clean
