import pytest

from bot.core.models import Kind
from bot.core.prose import is_heading, is_no_prose, notice


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "— Lowick Mill (@lowick_mill) May 4, 2025",
        "– Jane Roe, miller of Lowick",
        "— Jane R. (Read all reviews.)",
        "^ “The mill of Lowick”.",
        "By Jane Roe and John Doe, BBC News",
        "Von Max Müller",
        "Von Max Müller und Eva Klein | Berlin",
        "Par Jean Dupont",
        "Por María García",
        "Текст: Иван Петров",
        "Автор: Иван Петров",
        "Фото: РИА Новости",
        "Фото: Иван Петров / ТАСС",
        "Photo: Jane Roe/AP",
        "Foto: dpa",
        "Foto: Max Müller/dpa",
        "Getty Images",
        "Jane Roe/Getty Images",
        "AFP via Getty Images",
        "© 2024 Example Media. All rights reserved.",
        "Copyright 2023 The Associated Press. All rights reserved. This material may not be published.",
        "Sign up for our daily newsletter.",
        "Sign up for the Morning Briefing newsletter",
        "Subscribe to our channel today!",
        "Read more: The story so far",
        "Read more about the summit here",
        "Follow us on Twitter and Facebook.",
        "The post A quiet mill, sold on Monday, appeared first on Kent News.",
        "Der Beitrag Die Mühle erschien zuerst auf Kölner Blatt.",
        "L’article Le moulin est apparu en premier sur Lyon Mag.",
        "La entrada El molino se publicó primero en Diario.",
        "Сообщение Мельница появились сначала на Газета.",
        "Newsletter",
        "Advertisement",
        "Anzeige",
        "Реклама",
        "Подписывайтесь на наш канал в Telegram",
        "Читайте также: Что будет дальше",
        "Lesen Sie auch: Warum der Euro fällt",
        "Mehr zum Thema",
        "Abonnez-vous à notre newsletter",
        "Lire aussi : La crise en dix dates",
        "Suscríbete a nuestro boletín",
        "Lea también: El fin de la crisis",
        "Leggi anche: La crisi",
        "Czytaj też: Kryzys",
        "Published 5 May 2024",
        "Updated: March 3, 2021, 5:15 pm",
        "Veröffentlicht am 3. Mai 2024",
        "5 min read",
        "The mayor opens the bridge. (Photo: City of Ulm)",
        "Der Bürgermeister eröffnet die Brücke (Foto: dpa)",
        f"« Nous restons » (Photo: le camp au bord de la route{', entre Ambert et Thiers' * 5}, le 4 mars)",
        "En vídeo, el tráiler de la película.",
        "Im Video: So wird die Brücke gesprengt.",
        "(dpa)",
        "(Reuters)",
        "LONDON, May 5 (Reuters) -",
        "LOWICK, Dec 20, 2025 (LNA) -",
        "新华社北京5月4日电",
        "中新网上海11月17日电（记者 李明）",
        "| Mill of Lowick | Rye and oats | A wheel of oak that the parish mended. The end",
        "МОСКВА, 3 мая /ТАСС/.",
        "(Reporting by Jane Roe; Editing by John Doe)",
        "Jane Roe of the Lowick Post contributed to this report.",
        "14 lbs. 12.8 oz.",
        "14 x 12 x 4 in.",
        "wheels — gates — weirs — millers of Lowick — cheat sheet — all articles",
        "This website uses affiliate links.",
        "Purchases made through these links may earn us a few crowns.",
        "Get the latest news and updates on mills, weirs and more.",
        "Related: Five things to know",
        "Figure 3: Sales by year.",
        "Рис. 2. Схема установки",
        "相关阅读：经济增长",
        "来源：新华社",
        "関連記事：経済成長",
        "Baca juga: Krisis ekonomi",
        "Xem thêm: Kinh tế",
        "اقرأ أيضا: الأزمة",
        "קראו גם: המשבר",
        "यह भी पढ़ें: संकट",
        "Click here to download the app.",
        "Archived from the original on 2008-10-15.",
        "Archived from the original (PDF) on May 3, 2011.",
        "Retrieved 12 May 2010.",
        "This article was originally published on Example.",
        "The mayor of the town opens the new bridge (Jane Roe/Pool Photo via AP)",
    ],
)
def test_what_is_no_prose_is_told_by_its_words(line):
    assert is_no_prose(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "The agency sold the photo to Getty Images.",
        "In the video, the driver says that the bridge was open.",
        "Im Video, das die Stadt zeigt, ist die Brücke offen.",
        "Getty Images sued the company over its pictures last year.",
        "The company's newsletter reaches two million people.",
        "She writes a newsletter about food and wine.",
        "Read the letter carefully before you sign it.",
        "Follow the river until you reach the bridge.",
        "By Monday, the city was empty.",
        "By the end of the year, Jane Roe had left.",
        "Von hier aus sieht man das Meer.",
        "Von Berlin nach Hamburg fährt der Zug zwei Stunden.",
        "The photo shows a man in a hat.",
        "Фото было сделано в 1990 году.",
        "Von der Leyen sprach am Montag in Brüssel.",
        "Copyright law protects authors for 70 years after their death.",
        "The deal is worth $5 million (about 4 million euros).",
        "He joined the Associated Press (AP) in 1990.",
        "The bank (and its owners) declined to comment.",
        "Subscribers to the service grew by ten percent.",
        "Sign language is used by millions of people.",
        "Reklama w telewizji kosztuje coraz więcej pieniędzy.",
        "Die Anzeige wurde am Montag erstattet.",
        "Реклама на телевидении подорожала вдвое за год.",
        "Fig trees grow in the south of the country.",
        "Share prices fell on Monday after the news.",
        "Comments by the president drew criticism from all sides.",
        "Sources said that the talks had failed.",
        "Source code was published by the hackers.",
        "Image quality has improved in recent years.",
        "Updated rules will take effect in May.",
        "Support for the president fell to 30 percent.",
        "Watch out for snakes when you walk there.",
        "Video games are popular with teenagers.",
        "Foto und Film waren seine Leidenschaft.",
        "Bilder von ihm hängen in vielen Museen.",
        "Quellen zufolge ist die Lage ernst.",
        "Author Jane Roe has won the prize.",
        "Text messages were read by the police.",
        "Autor des Buches ist ein Arzt aus Berlin.",
        "Suivez la route jusqu'au village.",
        "De Gaulle parla à la radio.",
        "Join us, he said, or leave the town.",
        "Par ailleurs, le ministre a démissionné.",
        "De Jong won the race in Utrecht.",
        "She uploaded it to Wikipedia.",
        "Fans met at the pool (in the park).",
        "The speed was 30 km/h (19 mph).",
        "He was born in Ulm (Baden/Württemberg).",
        "Follow-up studies showed the same effect.",
        "Get a pan and heat the oil in it.",
        "Topics include history and art.",
        "Stand 2024 waren es 5 Millionen Menschen.",
        "Recommended doses vary from person to person.",
        "The photos were taken by Reuters.",
        "Tom, 32, and Ann, 29, met in 2014.",
        "We won 3 to 1.",
        "Retrieved 12 bodies from the lake, the crew said.",
        "He ran 100 m in 9.58 s.",
        "Nearly 200 scientists from 30 countries contributed to the report.",
        "— Die Mühle, die Damm und Rad verlor",
        "— Non, Monsieur Dupont, dit-elle.",
        "– So viel Mehl, sagte der Müller",
    ],
)
def test_ordinary_sentences_stay_prose(sentence):
    assert not is_no_prose(sentence)


def test_a_heading_is_short_and_has_no_mark():
    assert is_heading("What they want")
    assert is_heading("经济增长")
    assert not is_heading("What they want is this.")
    assert not is_heading("and so it went")
    assert not is_heading("word " * 20)
    assert not is_heading("***")


@pytest.mark.parametrize(
    "line",
    [
        "Home > Guides > Tea",
        "ホーム > ブログ > パソコン",
        "Start › Ratgeber › Garten",
        "الرئيسية » أخبار » ثقافة",
        "Privacy | Terms | Help | Contact",
        "利用規約 ｜ 個人情報 ｜ お問い合わせ",
    ],
)
def test_the_way_to_a_page_and_rows_of_links_are_no_prose(line):
    assert notice(line) is Kind.OTHER


@pytest.mark.parametrize(
    "line",
    [
        "»Hallo«, sagte er, »wie geht es dir heute?«",
        "The scale runs from cold > warm > hot, and nobody reads it.",
        "He asked for bread | butter | jam and got none of the three.",
        "It costs more and/or takes longer/further.",
    ],
)
def test_marks_inside_of_sentences_make_no_way_of_them(line):
    assert notice(line) is None


def test_a_long_row_of_numbers_is_cut_into_figures_in_one_way():
    assert notice("4; " + "1,2," * 10 + "5 of us") is None
    assert notice("14 lb. 12.8 oz. " + "1,2," * 10 + "5") is Kind.OTHER
