import pytest

from bot.core.article import Article
from bot.core.models import Sentence
from bot.core.ranking.announcing import announcing
from bot.core.ranking.features import Candidates
from bot.core.ranking.pointing import points_back
from bot.core.ranking.sentence_traits import SentenceTraits, questions, unfinished
from bot.core.summary import summarize


def sentences(*texts):
    return [Sentence(text, 0, len(text), position, 0) for position, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Here are just a few of those benefits."),
        ("en", "Read on to find out how the mill was saved."),
        ("en", "In this article, we look at five old mills."),
        ("en", "Please reach out."),
        ("en", "For more on the wheel, call 555 0100."),
        ("en", "Call today for a free quote."),
        ("en", "I chose the older mill for the following reasons."),
        ("en", "You can learn more about the wheel in this blog post."),
        ("en", "We compiled a complete guide to mill wheels here."),
        ("en", "Let’s take a closer look at the wheel."),
        ("en", "Thanks for reading!"),
        ("en", "If you have any questions about the mill, write to the museum."),
        ("de", "Im Folgenden stellen wir fünf Mühlen vor."),
        ("de", "Erfahren Sie, wie die Mühle gerettet wurde."),
        ("fr", "Voici les cinq moulins à voir."),
        ("es", "A continuación, cinco molinos que merecen una visita."),
        ("it", "Ecco cinque mulini da vedere."),
        ("pt", "Confira cinco moinhos da região."),
        ("nl", "Hieronder staan vijf molens."),
        ("ru", "Ниже — пять мельниц, которые стоит увидеть."),
        ("nn", "Her er fem møller."),
        ("zh", "主要措施如下："),
        ("ja", "この記事では水車小屋を紹介します。"),
        ("xx", "Za mlýn:"),
        ("en", "Contact the Lowick Mill today to book a tour."),
        ("en", "See the miller’s handbook page for more about wheels, or see the wheel guide."),
        ("en", "If your wheel still squeaks, you can ask the miller, and if you want oil, contact us."),
        ("en", "If you’re wondering which wheel fits your stream, we’re here to help."),
        ("en", "The above example grinds rye."),
        ("en", "To grind more kinds of grain, take a look at the handbook."),
        ("en", "Pick a wheel to see how it turns."),
        ("en", "Our patient millers are here to guide you every step of the way."),
        ("en", "Please write to miller@lowick.example with your stories."),
        ("en", "The plans of the wheel are at https://lowick.example/wheel"),
        ("es", "Para leer la historia del molino, pinche aquí."),
        ("es", "Suscríbete y no te pierdas nada del molino."),
        ("fr", "Si vous aimez les moulins, n’hésitez pas à nous écrire."),
        ("pl", "Zdjęcia młyna: kliknij tutaj."),
        ("en", "If the wheel stops, here’s what to do."),
        ("en", "This guide is designed to describe all parts of a mill."),
        ("en", "For beginners, this chapter gives a first idea of wheels."),
        ("en", "You’ll get the most out of this guide if you own a mill."),
        ("en", "We’ll start by chatting about why mills stand on rivers."),
        ("en", "We updated this article on 4 May."),
        ("en", "Our editors curate the mills that millers rate best."),
        ("en", "Shop the whole range of flours."),
        ("en", "Not to worry."),
        ("en", "Editor’s Note, May 4, 2025: We’ve added two mills."),
        ("en", "By the end of this arc you can build a wheel."),
        ("en", "This is a quick review on fifty mills."),
        ("de", "In unserer Galerie findet ihr weitere Mühlen."),
        ("en", "This document covers the wheel’s advanced features."),
        ("en", "(EDIT: removed the link to the miller’s post.)"),
        ("en", "Visit the mill’s homepage for more stories."),
        ("en", "We’ve organized the ultimate list of mills by county."),
        ("en", "A good place to start is our guide to flour."),
        ("en", "In upcoming articles, we’ll turn to windmills."),
        ("en", "Many of the offers that appear on this site are from mills which pay us."),
        ("en", "We may earn a commission if you buy flour through our links."),
        ("en", "The views expressed here are the miller’s own."),
        ("en", "All of it is for informational purposes only."),
        ("de", "Welche Mühle am schönsten ist, verraten wir dir hier."),
        ("de", "Schau doch mal in unserer Mühlenecke vorbei."),
        ("de", "Bist du auf der Suche nach Mehl, dann schau dir den Ratgeber an."),
        ("fr", "On vous explique comment le moulin fut sauvé."),
        ("es", "Revisa a continuación la lista de molinos."),
        ("ru", "В этом материале мы рассказываем о мельницах."),
        ("tr", "Değirmenin öyküsü haberimizde."),
        ("ar", "في هذا المقال نعرض خمس طواحين."),
        ("ar", "للمزيد من المعلومات عن الطاحونة زوروا المتحف."),
        ("de", "Auf unserer Seite finden Sie weitere Mühlen."),
        ("de", "Wie das Rad gebaut wird, erfahren Sie in diesem Artikel."),
        ("de", "Wie das Rad gebaut wird, sagen wir euch jetzt."),
        ("en", "This post contains affiliate links."),
        ("en", "Our mill may earn a commission from purchases of flour."),
        ("en", "The text is not intended to be a substitute for professional medical advice."),
        ("en", "In this article, the miller explained how the wheel turns."),
        ("en", "Dive into the world of mills."),
        ("en", "This guide was written for millers."),
        ("de", "Unten im Beitrag steht mehr über die Mühle."),
        ("de", "Hier sind fünf Mühlen."),
        ("it", "Grazie a tutti i mugnai."),
        ("ru", "Ниже мы собрали пять мельниц."),
        ("en", "Dive into a quiet world of wheels and water."),
        ("en", "Shop the Lowick Mill and keep grinding."),
        ("en", "Our patient milling editors have compiled a complete checklist of wheels."),
        ("en", "To read more about the wheel, here’s a post I wrote last May."),
        ("tr", "Bu rehberde beş değirmeni anlatıyoruz."),
        ("en", "With so many wheels on sale, this guide aims to take the doubt out of your choice."),
        ("en", "To make it easier, we’ve created a handy wheel size chart."),
        ("en", "After years of grinding, I’ve put together a comprehensive millstone comparison guide."),
        ("en", "Our full list and expert tips will help you get the most out of any wheel."),
        ("en", "You can find the full list in our dedicated article: 40 mills to see."),
        ("en", "On this page, we’ll highlight the basics of grinding."),
        ("en", "See the Lowick Two at Amazon UK/Amazon US."),
        ("en", "This second wheel goes well with the book above."),
        ("en", "See the mill.speed variable in mill-config[1]."),
        ("en", "See Wheels and water for a description of every wheel."),
        ("en", "This website, and all that it links to, is under review and may change."),
        ("en", "These docs are old and won’t be updated."),
        ("en", "Let’s have a look at some mills."),
        ("en", "Get started with Lowick to compare the price of flour."),
        ("en", "We hope the tips in this guide make your millstone last."),
        ("en", "Watch our quick introductory video to find out how a wheel turns."),
        ("en", "If you want your mill to last, you will have to master all of the above."),
        ("de", "Weitere Informationen gibt es auf der Seite der Mühle."),
        ("es", "Descubre los mejores molinos de Galicia."),
    ],
)
def test_what_announces_or_speaks_to_the_reader_is_told(language, text):
    assert announcing(sentences(text), language) == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Here lies the miller of Lowick."),
        ("en", "She told the press about her plans."),
        ("en", "Millers marched for a free press."),
        ("en", "Email addresses of 500 millers appeared online."),
        ("en", "For the past decade, contact with the tribe was forbidden."),
        ("es", "Para ver el molino, miles de personas viajaron a Galicia."),
        ("de", "Auf dieser Seite der Grenze leben 400 Menschen."),
        ("de", "Alle Informationen wurden gelöscht, darunter die Namen der Zeugen."),
        ("fr", "La mairie est aux mains d'une clique qui pille le moulin."),
        ("en", "Readers learn how the mill was saved."),
        ("en", "The following year the mill burned down."),
        ("en", "The article cost the miller his licence."),
        ("en", "“We will look at it again in May,” Osei said."),
        ("de", "Hier lebten im Winter vierzig Menschen."),
        ("fr", "La voie est fermée depuis mai."),
        ("ru", "Вот уже сорок лет мельница стоит пустой."),
        ("xx", "Here are the mills."),
        ("en", "Contact between millers and bakers is rare today."),
        ("en", "The miller marks his methods with @grind.once in the margin."),
        (
            "en",
            "Tickets for the mill’s concerts in May and June go on sale at ten on www.lowick.example",
        ),
        ("en", "Visitors click their tongues at the price of flour."),
        ("en", "The miller said here is the grain that nobody wants."),
        ("en", "Shop owners in Lowick buy the flour."),
        ("en", "Our team of millers won the county’s prize."),
        ("en", "For ten years, this guide to mills sold well."),
        ("en", "Visitors come from all over the county to see the mill."),
        ("en", "The mill earned a commission from the king for new flour."),
        ("en", "The views from the mill are wide."),
        ("en", "A good place to start a walk is the mill."),
        ("fr", "Nous vous avons compris, dit le meunier."),
        ("de", "Die Suche nach dem Müller dauert an."),
        ("en", "This guide was jailed for ten weeks in Lowick."),
        ("en", "This article was banned by the miller in 1933."),
        ("de", "Unten im Tal standen vier Mühlen."),
        ("de", "Hier sind am Montag vier Mühlen verbrannt."),
        ("it", "Grazie al nuovo mulino la farina costa meno."),
        ("pt", "Abaixo do moinho vivem 300 pessoas."),
        ("ru", "Ниже мельницы утонули трое."),
        ("zh", "下面的磨坊被淹没了。"),
        ("de", "In den Ruinen der Mühle finden sie am Montag drei Säcke Korn."),
        ("de", "Der Müller habe gelogen, sagen sie jetzt."),
        ("de", "Ihr neues Rad zeigen sie in diesem Herbst."),
        ("en", "This document was sealed by the miller in 1871 and lists 12 wheels."),
        ("en", "This manual was sold with the mill."),
        ("en", "This document shows that the miller paid nobody."),
        ("en", "The toll was not meant as a tax on flour."),
        ("en", "It is not intended to be a tax on millers."),
        ("en", "The mill earns a commission when customers sell grain."),
        ("en", "Dive in the mill pond kills two swans."),
        ("en", "Shop the mill was the motto of the fair."),
        ("en", "Our team reviews 40 mills a year, said the inspector."),
        ("en", "Most affiliate partners of the mill went broke."),
        ("en", "The miller hid affiliate links in his letters."),
        ("en", "Many of the companies named in this list buy no flour."),
        ("en", "I will talk about the dam with the miller, Osei said."),
        ("en", "“We will dig into the ledgers,” the inspector told reporters."),
        ("en", "The millers have organized a guide for visitors."),
        ("en", "Visit the mill for more than a day, and you see the flood."),
        ("ru", "В этом материале зерно движется свободно."),
        ("ru", "В этом разделе мельницы стоит колесо."),
        ("ru", "В этом видео мельник прячет зерно."),
        ("ar", "للمزيد من الضغط على الطحان أضرب العمال."),
        ("ar", "تابعوا السباق من فوق الطاحونة."),
        ("es", "Te contamos la verdad, dijo el molinero."),
        ("es", "Les explicamos a los jueces la avería, dijo la molinera."),
        ("pt", "Vamos mostrar a todos o moinho, disse o moleiro."),
        ("it", "Vi spieghiamo il mulino da anni, ha detto il mugnaio."),
        ("fr", "Nous vous proposons la farine, a déclaré le meunier."),
        ("nl", "Lees de wet eerst, zei de molenaar."),
        ("tr", "Bu rehberde 1890 yılına ait bir değirmen planı bulundu."),
        ("de", "Mehr Details nannte die Polizei nicht."),
        ("de", "Weitere Informationen gab die Müllerin am Montag nicht heraus."),
        ("de", "Weitere Einzelheiten wurden zunächst nicht bekannt."),
        ("es", "Descubre la policía un arsenal en el molino."),
        ("en", "The mill aims to take the weight out of flour sacks."),
        ("en", "We have created a chart of the coast, the captain wrote in 1790."),
        ("en", "The road above the mill is closed."),
        ("en", "The chart above the door dates from 1790."),
        ("en", "They see the mill from Lowick."),
        ("en", "See the mill and you know the river."),
        ("en", "We hope the judge frees our brother, Osei said."),
        ("en", "They got started with Lowick flour in 1790."),
        ("en", "Let us have the old mill, the bakers cried."),
        ("en", "These documents show that the old wheel was broken."),
        ("es", "El molinero pulsa un botón y la rueda se detiene con un golpe que se oye en todo el valle."),
        ("en", "Thanks to the new dam, 40,000 homes have power."),
        ("en", "Many of the mills on this list are from Kent."),
        ("en", "Our experts recommend a dose of 20 mg."),
        ("en", "In this article of the constitution the president has a veto."),
        ("en", "This series of attacks will help the rebels."),
        ("en", "To get out of debt, Greece sold its ports."),
        ("en", "Order now reigns in the city."),
        ("en", "As I said nothing, they arrested my brother."),
        ("de", "Hier ist die Lage ruhiger als im Süden."),
        ("de", "Hier gibt es 40 Prozent mehr Regen."),
        ("de", "Wenn Sie über 60 sind, wenden Sie sich vor der Impfung an Ihren Arzt."),
        ("fr", "Voici trois ans que la guerre dure."),
        ("nl", "Meer informatie gaf de politie niet."),
    ],
)
def test_what_says_something_itself_announces_nothing(language, text):
    assert announcing(sentences(text), language) == [False]


def test_a_question_asks_unless_it_ends_a_statement():
    told = sentences(
        "Who pays?", "“Who pays?”", "The council asked one thing: who pays?", "Solberg asked who pays."
    )
    assert questions(told) == [True, True, False, False]


def test_a_sentence_that_ends_at_a_word_that_something_follows_breaks_off():
    told = sentences(
        "The wheel was brought from the", "The mill burned down in May", "That is what it is for."
    )
    assert unfinished(told, "en") == [True, False, False]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The miller knew that even with this wheel he could not win."),
        ("en", "Nobody answers for these packages in Lowick."),
        ("en", "Only the latter works all year."),
        ("de", "In der Praxis bedeutet dies vierzig Stunden Arbeit."),
        ("fr", "Dans cette petite maison vivent vingt personnes."),
        ("es", "El alcalde cerró esta carretera en mayo."),
        ("it", "Il sindaco ha chiuso questa strada."),
        ("pt", "O prefeito fechou essa estrada em maio."),
        ("nl", "De burgemeester sloot deze weg in mei."),
        ("ru", "Мэр закрыл эту дорогу в мае."),
    ],
)
def test_a_thing_that_only_an_earlier_sentence_names_is_pointed_at(language, text):
    assert points_back(text, language, named=())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The miller sold his wheels this year."),
        ("en", "A mill burns easily and this mill burned twice."),
        ("en", "The miller sold the wheel, and this money paid for the roof."),
        ("en", "Nobody wants “this wheel”, Osei said."),
        ("de", "Der Rat tagte in diesem Jahr zweimal."),
        ("fr", "Le conseil sait ce qui manque."),
        ("xx", "Nobody answers for these packages."),
    ],
)
def test_what_is_known_or_at_hand_is_not_pointed_at(language, text):
    assert not points_back(text, language, named=())


def test_what_the_title_names_is_known():
    assert not points_back("Nobody else makes this kettle.", "en", named={"kettl"})


MILL = """\
The old mill of Lowick will grind flour again after forty years. Here is what the council paid for:

The council paid 40,000 crowns for a new wheel of oak and for the repair of the weir. Why did it take so long?

For the repair of the weir and a new wheel of oak the council paid 40,000 crowns. The last miller, Anna Holt,
shut the gate in 1984 because bread from the factory was cheaper. Three bakers of Lowick have promised to buy
the flour. In this article, we look at other mills in the county."""


def test_a_summary_announces_nothing_asks_nothing_and_says_nothing_twice():
    article = Article.from_text(MILL, title="The mill of Lowick grinds again", language="en")
    told = [sentence.text for sentence in summarize(article, 4).sentences]
    assert not any(text.endswith((":", "?")) or text.startswith("In this article") for text in told)
    assert sum("40,000 crowns" in text for text in told) == 1


def test_a_teaser_breaks_off_at_its_dots():
    told = sentences(
        "Every spring, millers promise that this year...", "Das Mühlrad…", "“Well …,” Osei said."
    )
    assert unfinished(told, "en") == [True, True, False]


def test_what_lacks_the_mark_that_nearly_all_others_end_with_breaks_off():
    texts = [f"Mill number {count} turns slowly." for count in range(9)]
    told = unfinished(sentences(*texts, "So that for instance the test case"), "en")
    assert told == [False] * 9 + [True]


def test_the_first_line_may_lack_the_mark():
    texts = [f"Mill number {count} turns slowly." for count in range(9)]
    assert not any(unfinished(sentences("The last ten mills of Lowick turn in spring", *texts), "en"))


def test_where_marks_are_rare_nothing_breaks_off_for_want_of_one():
    assert not any(unfinished(sentences("mill turns", "wheel creaks", "It rains."), "en"))


def test_a_caption_or_an_item_is_told_by_its_label():
    told = sentences(
        "The mill grinds.",
        "Rescued: Anna Holt at the gate.",
        "• Running costs: 40 crowns a day.",
        "He asked one thing: who pays?",
        "Holt said: “Nobody pays.”",
        "The council of Lowick has decided: The mill stays.",
        "وقال الوزير: إن الطاحونة باقية.",
        "Osei powiedział: światło zgasło.",
    )
    assert (
        SentenceTraits.of(Candidates(told, "", "en", 2)).labelled.tolist()
        == [False, True, True] + [False] * 5
    )
