import pytest

from bot.core.language import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The children went to the lake because it was a warm day."),
        ("de", "Die Kinder gingen an den See, weil es ein warmer Tag war."),
        ("fr", "Les enfants sont allés au lac parce qu'il faisait chaud."),
        ("es", "Los niños fueron al lago porque hacía mucho calor."),
        ("ca", "Els nens van anar al llac perquè feia molta calor."),
        ("ru", "Дети пошли к озеру, потому что день был тёплый."),
        ("uk", "Діти пішли до озера, тому що день був теплий."),
        ("be", "Дзеці пайшлі да возера, таму што дзень быў цёплы."),
        ("bg", "Децата отидоха на езерото, защото денят беше топъл."),
        ("sr", "Деца су отишла на језеро, јер је дан био веома топао."),
        ("mk", "Децата отидоа на езеро бидејќи денот беше топол и ѓаволски убав."),
        ("el", "Τα παιδιά πήγαν στη λίμνη γιατί έκανε ζέστη."),
        ("he", "הילדים הלכו לאגם כי היה יום חם."),
        ("ar", "ذهب الأطفال إلى البحيرة لأن اليوم كان دافئا."),
        ("fa", "بچه‌ها به دریاچه رفتند چون روز گرمی بود."),
        ("ur", "بچے جھیل پر گئے کیونکہ دن گرم تھا۔"),
        ("hi", "बच्चे झील पर गए क्योंकि दिन गर्म था।"),
        ("th", "เด็ก ๆ ไปที่ทะเลสาบเพราะอากาศร้อน"),
        ("zh", "孩子们去了湖边，因为天气很暖和。"),
        ("ja", "子供たちは暖かい日だったので湖に行きました。"),
        ("ko", "날씨가 따뜻해서 아이들은 호수에 갔다."),
        ("nb", "Barna gikk til innsjøen fordi det var en varm dag, og de ble ikke våte."),
        ("da", "Børnene gik til søen, fordi det var en varm dag, og de blev ikke våde af det."),
    ],
)
def test_languages_are_told_from_one_sentence(language, text):
    assert detect(text) == language


def test_capitals_change_nothing():
    assert detect("DIE KINDER GINGEN AN DEN SEE, WEIL ES EIN WARMER TAG WAR.") == "de"


@pytest.mark.parametrize("text", ["", " ", "12345", "!?", "\x00"])
def test_a_text_without_letters_is_taken_for_english_or_what_is_declared(text):
    assert detect(text) == "en"
    assert detect(text, "pt_BR") == "pt"


def test_a_declared_language_does_not_outweigh_the_text():
    assert detect("Die Kinder gingen an den See, weil es ein warmer Tag war.", "en-US") == "de"


def test_a_declaration_that_is_no_language_is_ignored():
    assert detect("The children went to the lake.", "<script>") == "en"


def test_what_a_page_declares_by_three_letters_counts_as_by_two():
    assert detect("2026", "deu") == detect("2026", "de") == "de"
