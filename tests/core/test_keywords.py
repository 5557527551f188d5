import pytest

from bot.core.article import Article
from bot.core.keywords import keywords, sampled

NEWS = """\
Vladimir Putin arrived in Geneva on Wednesday for talks on arms control. Putin was met by the Swiss \
president. Arms control is the hardest subject, officials said. In Geneva, Putin and Joe Biden will \
speak alone at first. Biden wants arms control to come first. The Bank of England was not invited. \
Putin leaves on Thursday."""


def test_names_come_whole_and_phrases_keep_together():
    told = keywords(Article.from_text(NEWS, language="en"))
    assert "Vladimir Putin" in told
    assert "Joe Biden" in told
    assert "arms control" in {phrase.lower() for phrase in told}
    assert "Geneva" in told
    assert "Bank of England" in told


def test_a_name_keeps_the_small_word_that_it_begins_with():
    told = (
        "The council of New Zealand met on Monday. It heard that New Zealand has too few nurses. Nurses from "
        "New York came to help, said Anna Moor. The New York nurses stay a year, under new rules. In New "
        "Zealand a nurse earns less than at Old Trafford."
    )

    found = keywords(Article.from_text(told))

    assert {"New Zealand", "New York", "Old Trafford"} <= set(found)
    assert not {"Zealand", "York", "new", "new rules"}.intersection(found)


def test_no_phrase_repeats_another():
    told = [
        word.lower() for phrase in keywords(Article.from_text(NEWS, language="en")) for word in phrase.split()
    ]
    assert len(told) == len(set(told))


def test_no_more_than_asked_for():
    article = Article.from_text(NEWS, language="en")
    assert keywords(article, 2) == keywords(article, 8)[:2]
    assert keywords(article, 0) == ()


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "de",
            "Die Mieten in Berlin steigen. Die Mieten steigen seit Jahren. Berlin baut zu wenig.",
            "Mieten",
        ),
        ("ru", "Мост через Волгу закрыт. Мост починят к осени. Волга поднялась на метр.", "Мост"),
        ("zh", "人工智能改变世界。人工智能需要数据。很多公司研究人工智能。", "人工智能"),
        ("fr", "Le maire de Lyon a démissionné. Le maire quittera Lyon en mai. Lyon vote en juin.", "Lyon"),
    ],
)
def test_other_languages_and_scripts(language, text, wanted):
    assert wanted in keywords(Article.from_text(text, language=language))


def test_a_text_that_says_nothing_has_no_keywords():
    assert keywords(Article.from_text("1 2 3. 4 5 6.", language="en")) == ()


def test_what_nobody_would_tag_is_no_keyword():
    text = (
        "Mr Bell opened the old mill on Monday. Mr Bell looked pleased. Marcus Bell bought the mill. "
        "On Monday people looked at the wheel. Last year the wheel stood still, the year before too."
    )
    told = keywords(Article.from_text(text, language="en"))
    assert "Marcus Bell" in told
    assert not {"Monday", "year", "looked", "Mr Bell"} & set(told)
    german = "Das Museum hat am Montag geöffnet. Das Museum hat lange gewartet. Es hat zwei Jahre gedauert."
    assert not {"hat", "Jahre", "Montag"} & set(keywords(Article.from_text(german, language="de")))
    russian = "Завод продали за 9 миллиардов рублей. Завод стоил 5 миллиардов рублей. Завод стоит в Туле."
    assert "миллиардов рублей" not in keywords(Article.from_text(russian, language="ru"))


@pytest.mark.parametrize(
    ("language", "text", "wanted", "unwanted"),
    [
        (
            "en",
            "Residents of Dock Street swept out the water. The city had warned Dock Street. The water rose.",
            {"Dock Street", "water"},
            {"Residents of Dock"},
        ),
        (
            "en",
            "A man makes lenses. He makes them of old lenses and opens early, opens on time, has no time.",
            {"lenses"},
            {"makes", "opens", "time"},
        ),
        (
            "en",
            "A clerk told Reuters that the mine had closed. He told Reuters a lie. The mine made salt.",
            {"mine"},
            {"told Reuters", "Reuters"},
        ),
        (
            "en",
            "In Scotland the law on peat changed. The Scottish peat is old, and Scotland has more peat.",
            {"Scotland"},
            {"Scottish"},
        ),
        (
            "es",
            "No se puede cruzar el puente. El puente se cerró y no se sabe cuándo abre el puente más viejo.",
            {"puente"},
            {"no", "se", "más"},
        ),
        (
            "es",
            "El faro no funciona, y eso preocupa a todos. Eso dijo ella. El faro, según ella, costó eso.",
            {"faro"},
            {"eso", "ella", "dijo"},
        ),
        (
            "de",
            "Einmal fiel die Glocke. Allerdings läutet die Glocke allerdings einmal am Tag.",
            {"Glocke"},
            {"Einmal", "einmal", "Allerdings", "allerdings"},
        ),
        (
            "pt",
            "Então o barco saiu, e ninguém disse nada. O barco nunca voltou, então ninguém sabe nada.",
            {"barco"},
            {"então", "ninguém", "nada"},
        ),
        (
            "fr",
            "Selon Jean Morel, le pont est fermé. Le pont est plus vieux. Jean Morel veut un pont.",
            {"Jean Morel", "pont"},
            {"Selon Jean Morel", "plus"},
        ),
        (
            "ru",
            "Новый мост открыли в Туле. Мост должен был открыться весной, и мост стал длиннее.",
            {"мост"},
            {"стал", "открыться", "Новый"},
        ),
        (
            "ru",
            "Могила, вокзал, сказала она. Правила, сказала она, решил он. Решил он: могила, правила, вокзал.",
            {"вокзал", "правила", "могила"},
            {"сказала", "решил"},
        ),
        (
            "de",
            "Zwei Männer sollen Geld verlangt haben. Sie sollen Geld verlangt haben, und das Geld fehlt.",
            {"Geld"},
            {"verlangt haben", "Geld verlangt haben"},
        ),
        (
            "fr",
            "Le pont ne ferme pas. Le maire ne veut pas du pont, et le pont avait fermé, il avait rouvert.",
            {"pont"},
            {"ne", "avait"},
        ),
        (
            "en",
            "Ah Bartleby, the ferry left early. Ah Bartleby, the ferry is reportedly lost, reportedly.",
            {"Bartleby", "ferry"},
            {"Ah Bartleby", "reportedly"},
        ),
        (
            "zh",
            "短缺药品由国家管理。国家监测短缺药品的生产。短缺药品信息很重要，短缺药品要保障。国家要求保障。",
            {"短缺药品", "国家"},
            {"缺药品"},
        ),
        (
            "zh",
            "村长住宅的违建问题引发争议。村长承认住宅的违建。居民质问村长住宅的违建。居民要求道歉。",
            {"违建", "居民"},
            {"村长住宅的违建", "宅的违"},
        ),
        (
            "en",
            """In the long run the mill pays. Nobody thought of the long run. The mill is for the long run,
            says the miller. Unlike Harwick, Lowick has a mill. Unlike Harwick, Lowick grinds rye. A miller
            grinds to ensure that Lowick eats, to ensure that Harwick eats, and to ensure his pay.""",
            {"mill", "Lowick"},
            {"long run", "Unlike Harwick", "ensure"},
        ),
    ],
)
def test_phrases_are_what_people_tag_with(language, text, wanted, unwanted):
    told = set(keywords(Article.from_text(text, language=language)))
    assert wanted <= told | {phrase.lower() for phrase in told}
    assert not unwanted & told


@pytest.mark.parametrize(("language", "most"), [("en", 400_000), ("zh", 80_000)])
def test_a_part_of_a_very_long_text_is_looked_at_from_its_beginning_to_its_end(language, most):
    sentences = [f"Rain fell again on day {number} of this winter." for number in range(20_000)]
    seen = sampled(Article.from_text("\n\n".join(sentences), language=language))
    assert most / 2 < sum(map(len, seen)) <= most
    assert seen[0] == sentences[0]
    assert seen[-1] in sentences[-10:]
    short = Article.from_text("\n\n".join(sentences[:200]), language=language)
    assert sampled(short) == sentences[:200]


@pytest.mark.parametrize(
    ("language", "text", "wanted", "unwanted"),
    [
        (
            "en",
            """The ferry to Amrum is pretty slow. It works on a busy route. The crew works hard, and the ferry
            looks pretty. Busy people fly. By managing the ferry the county loses money. The island pays the
            county. On the island the crew sleeps. Managing a crew costs the county money, the crew says.""",
            {"ferry", "crew", "county", "island"},
            {"pretty", "works", "busy", "managing"},
        ),
        (
            "es",
            """El faro viejo costó mucho y ayudarles cuesta más. La sala blanca del faro costó poco, en la
            sala duermen. Quiere ayudarles con la sala y eso costó tiempo. Un muelle costó más que
            el muelle de la ciudad, dice la ciudad.""",
            {"faro", "sala", "muelle"},
            {"costó", "ayudarles"},
        ),
        (
            "fr",
            """Les maires refusent l'immigration. Le préfet veut freiner l'immigration, et les maires veulent
            limiter l'immigration. Le préfet a vu la ville, les maires ont vu la ville et le port. Le port et
            la ville sont au préfet, dit la gare. La gare dit que l'immigration aide le port.""",
            {"immigration", "port", "ville"},
            {"veut", "refusent"},
        ),
        (
            "nb",
            """Skolen på øya stenger. Elevene på skolen reiser med ferga, sier Moe. Ferga er veldig gammel.
            Moe sier at elevene er veldig glade i ferga. Skolen og elevene får hjelp av ferga.""",
            {"skolen", "elevene", "ferga"},
            {"sier", "veldig"},
        ),
    ],
)
def test_what_never_stands_where_nouns_do_is_no_keyword(language, text, wanted, unwanted):
    found = {
        phrase.lower() for phrase in keywords(Article.from_text(" ".join(text.split()), language=language))
    }

    assert wanted <= found
    assert not unwanted & found


def test_a_verb_is_no_keyword_because_the_title_has_it():
    text = """El alcalde pide dinero para evitar el cierre del molino del pueblo. El molino es del pueblo.
    Quiere evitar la ruina del molino, y para evitar la ruina vende la casa del pueblo. El pueblo tiene la
    casa sin dinero, dice el alcalde."""
    title = "Un plan del alcalde para evitar el cierre del molino"
    article = Article.from_text(" ".join(text.split()), title=title, language="es")
    assert "evitar" not in keywords(article)


def test_two_short_sentences_have_keywords_too():
    assert keywords(Article.from_text("The mill burned. Nobody was hurt.", language="en"))[0] == "mill"
    assert "moulin" in keywords(Article.from_text("Le moulin a brûlé. Personne n’est blessé.", language="fr"))


def test_a_name_tied_by_hyphens_is_not_halved():
    told = (
        "The Dry-Stone Wall fell on Monday. Nobody had mended the Dry-Stone Wall since May. Osei says that "
        "the Wall will be built again, and that Wall needs forty tons of slate."
    )

    found = keywords(Article.from_text(told, language="en"))

    assert "Dry-Stone Wall" in found
    assert not {"Stone", "Stone Wall", "Wall"}.intersection(found)


def test_a_word_of_several_names_stands_for_none_of_them():
    told = (
        "Anna Moor sells the Lowick Flat Pro to millers. Bakers like the Lowick Tall Pro, which weighs less. "
        "The Marsh Pro grinds rye. The Combe Pro grinds oats. The Stow Pro grinds both, says Moor."
    )

    assert "Flat Pro" not in keywords(Article.from_text(told, language="en"), 20)


def test_a_place_is_no_mention_of_what_is_named_after_it():
    told = (
        "The Mill of Lowick opened on Monday. In Lowick nobody had hoped for it. The bakers of Lowick sang. "
        "A band from Lowick played, and Lowick danced until dawn."
    )

    assert keywords(Article.from_text(told, language="en"))[0] == "Lowick"


def test_half_of_what_a_hyphen_ties_is_no_mention_of_it():
    told = (
        "Danish millers met on Monday. The Danish minister spoke of the Anglo-Danish talks, and a Danish "
        "baker sang. Anglo-Danish trade has doubled, the Danish press says."
    )

    assert keywords(Article.from_text(told, language="en"))[0] == "Danish"


def test_a_word_that_a_name_never_lacks_belongs_to_it():
    told = (
        "The Lowick Grain Index rose in May. Bakers watch the Lowick Grain Index, because flour follows the "
        "Index. When the Index falls, bread gets cheaper, and that Index has fallen since June."
    )

    found = keywords(Article.from_text(told, language="en"))

    assert "Lowick Grain Index" in found
    assert "Grain Index" not in found


THAI = (
    "โรงละครเก่าของเมืองจะปิดในวันจันทร์ หลังคาของโรงละครเสียหายจากพายุ นักแสดงของโรงละครจะไปแสดงที่ตลาดน้ำ "
    "ตลาดน้ำอยู่ใกล้สถานีรถไฟ เมืองจะซ่อมโรงละครเก้าเดือน"
)


def test_thai_keywords_begin_and_end_where_words_do():
    told = keywords(Article.from_text(THAI, language="th"))

    assert "โรงละคร" in told
    assert set(told) <= {"โรงละคร", "เมือง", "ตลาดน้ำ", "ตลาด", "พายุ", "หลังคา", "สถานีรถไฟ", "แสดง", "นักแสดง"}


def test_a_word_that_the_model_cuts_is_made_whole():
    told = keywords(
        Article.from_text("一位地层学家研究岩石。地层学家比较化石。很多地层学家在山里工作。", language="zh")
    )

    assert "地层学家" in told
    assert "层学家" not in told


def test_small_words_and_counts_are_no_chinese_or_japanese_keywords():
    chinese = keywords(
        Article.from_text("石桥有四次被关闭。去年洪水冲击石桥四次。工程师说石桥可能要修。", language="zh")
    )
    japanese = keywords(
        Article.from_text("石橋は来月から閉鎖する。洪水で石橋が動いた。石橋を修理する予定だ。", language="ja")
    )

    assert "石桥" in chinese
    assert not {"四次", "可能", "去年"}.intersection(chinese)
    assert "石橋" in japanese
    assert not {"する", "来月", "予定"}.intersection(japanese)


def test_korean_keywords_come_without_what_the_sentence_adds_to_them():
    told = keywords(
        Article.from_text(
            "국립공원은 다음 달 닫는다. 국립공원을 찾는 등산객은 줄었다. "
            "등산로를 고친다. 등산객이 늘면 국립공원도 산다."
        )
    )

    assert "국립공원" in told
    assert "등산객" in told
    assert not any(word.endswith(("다", "은", "을")) for word in told)


def test_a_short_text_has_three_keywords():
    told = keywords(
        Article.from_text(
            "The library of Ostby will close for two weeks in March. A new roof is needed before the winter."
        )
    )

    assert len(told) == 3
    assert {"Ostby", "library"} <= set(told)


def test_foreign_names_in_a_text_without_blanks_are_whole():
    told = keywords(
        Article.from_text(
            "駅でWi-Fiを使う。Wi-Fiは無料だ。Open Streetも使う。Open Streetの地図は正確だ。Kキーを押す。"
            "Kキーで閉じる。Kindle for PCも使う。Kindle for PCは便利だ。",
            language="ja",
        )
    )

    assert {"Wi-Fi", "Open Street"} <= set(told)
    assert not {"Wi", "Fi", "K", "for", "Open"}.intersection(told)
