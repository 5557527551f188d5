import pytest

from bot.core.models import Sentence
from bot.core.ranking.discourse import leaning


def sentences(*texts, paragraph=0):
    return [Sentence(text, 0, len(text), position, paragraph) for position, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He left the house at nine."),
        ("en", "And this year the mill was sold."),
        ("en", "It was dissimilar to the wheel of Lowick."),
        ("en", "I have reviewed it quite positively."),
        ("en", "To name a few: Lowick, Harwick and Hollin."),
        ("fr", "Inquiète de la crue du fleuve, elle a fermé le moulin."),
        ("fr", "Selon ses dires, la roue était cassée."),
        ("en", "It is very powerful in helping to grind rye."),
        ("en", "It was here that milling began."),
        ("en", "From there the flour went to Ulm."),
        ("en", "You’re probably going to need them for a week."),
        ("en", "Give it your best flour."),
        ("en", "Now research shows that the opposite is true."),
        ("en", "“We don’t want those people” in our mills, she said."),
        ("en", "It has been trying to sell the mill for years."),
        ("en", "It is designed to float."),
        ("en", "It was able to float."),
        ("en", "While this can lead to a flood, nobody worries."),
        ("en", "Of course, this mill is smaller."),
        ("en", "Not only are they quick, they are cheap."),
        ("de", "Genau wie sein Kollege setzt sich Braun für die Mühle ein."),
        ("de", "Mit diesem Boot kam niemand weit."),
        ("fr", "Placé sous contrôle judiciaire, il nie tout."),
        ("fr", "Parmi eux, deux pêcheurs."),
        ("es", "De ellos se salvaron doce."),
        ("es", "En la segunda, se investiga el incendio."),
        ("ru", "В этой лодке никого не было."),
        ("ja", "さて、その日は雨でした。"),
        ("ar", "وأضاف أن السفينة غرقت."),
        ("ko", "그러나 집은 비어 있었다."),
        ("cs", "Proto nikdo nepřišel."),
        ("en", "But the house was empty."),
        ("en", "However, nobody came."),
        ("en", "“And the areas where we differ are known,” she said."),
        ("en", "It has five hundred members."),
        ("en", "This has consequences."),
        ("de", "Er verließ das Haus um neun."),
        ("de", "Dabei war das Haus leer."),
        ("fr", "Elle a quitté la maison."),
        ("es", "Sin embargo, nadie vino."),
        ("ru", "Однако дом был пуст."),
        ("tr", "Ancak ev boştu."),
        ("zh", "但是没有人来。"),
        ("xx", "and so it went on."),
        ("en", "Okafor has put them on the town’s website."),
        ("en", "Mendez denied this."),
        ("ru", "Об этом сообщил мэр города."),
        ("ru", "По его словам, дом был пуст."),
        ("en", "Until it is there, the gates stay closed."),
        ("en", "Most of their lenses are burnt."),
        ("en", "Among them was the old stationmaster."),
        ("en", "Both come back in December."),
        ("en", "The other one is cheaper."),
        ("en", "Colleagues called it the Varga rule."),
        ("en", "“We counted seventy-one on the first evening,” she said."),
        ("de", "„Wir haben einundsiebzig gezählt“, sagte sie."),
        ("de", "Unter ihnen ist der frühere Stationsvorsteher."),
        ("ru", "«Мы насчитали семьдесят одного», — сказал он."),
        ("ru", "Некоторые из них ушли раньше."),
        ("en", "In 1959 she drew a map."),
        ("en", "On the last day of November he took line six at the same hour."),
        ("en", "As a Northern Ireland minister he dealt with schools."),
        ("en", "In an interview with the paper on Friday, she was calmer."),
        ("en", "After leaving the ministry in May, he wrote novels."),
        ("en", "Two days later, they sold the boat."),
        ("en", "In 1974 it opened its doors."),
        ("en", "The council may end it only at the end of October."),
        ("en", "I have done it for thirty years."),
        ("en", "Give it two years, count everything, and then vote."),
        ("en", "Whoever uses that function every day pays nine euros a year."),
        ("en", "In the same way a writer learns which paragraphs are empty."),
        ("en", "With these words the meeting ended."),
        ("en", "This is why nobody came."),
        ("en", "Suddenly there was a stranger at the table."),
        ("en", "The next morning the bakers of Lowick found the gate open."),
        ("en", "Three years later the mill burned down."),
        ("en", "Check the flour too, by the way."),
        ("en", "It is true that a closed street is hard for some."),
        ("de", "Im Jahr 1959 zog sie nach Graz."),
        ("nl", "In 1959 verhuisde hij naar Gent."),
        ("fr", "En 1959, elle quitte Lyon."),
        ("ru", "В 1959 году она уехала в Тулу."),
        ("sv", "I mars flyttade hon hem."),
    ],
)
def test_an_unresolved_opening_leans_on_the_sentence_before(language, text):
    assert leaning(sentences("A first one.", text), language)[1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Heather left the house at nine."),
        ("en", "Now 32, Heather Lund runs the mill."),
        ("en", "It is hard to say who opened the gate."),
        ("en", "It was decided to sell the mill."),
        ("de", "In diesem Jahr blieb die Mühle zu."),
        ("fr", "Dans cette ville, la mairie ferme à midi."),
        ("es", "En este momento la salina está cerrada."),
        ("ru", "В этом году мельница закрыта."),
        ("ja", "この記事の写真は三月に撮影された。"),
        ("en", "Butter was dear that winter."),
        ("en", "It is understood that the board met."),
        ("en", "This week the board met in Oslo."),
        ("en", "“We should cooperate,” Biden told reporters."),
        ("de", "Ernst verließ das Haus."),
        ("de", "Diese Woche tagt der Rat."),
        ("fr", "Il y a deux maisons."),
        ("ru", "Онкологи собрались в Москве."),
        ("xx", "He left the house."),
        ("en", "iPhones were sold out."),
        ("en", "Rovers lost because nobody told them."),
        ("en", "Mendez said this week that the house was empty."),
        ("en", "When it comes to bread, salt matters."),
        ("en", "Most of those who came were young."),
        ("en", "Both Calder and Fenwick lost."),
        ("en", "The other day a letter came."),
        ("en", "Ferrols said it would pay for the damage."),
        ("en", "“We counted seventy-one on the first evening,” Osei said."),
        ("de", "„Wir haben einundsiebzig gezählt“, sagte Vogt."),
        ("de", "Unter den Gästen war der Bürgermeister."),
        ("ru", "«Мы насчитали семьдесят одного», — сказал Рябов."),
        ("en", "In 1959 Varga drew a map, and she sold it."),
        ("en", "At the ceremony the mayor lost her key."),
        ("en", "In a letter to his parents, Kahn asked for money."),
        ("en", "In 1974 it was decided that the wall should stay."),
        ("en", "The council said it would pay."),
        ("en", "Evidence it works is rare."),
        ("en", "Three years before the war the mill burned down."),
        ("en", "The mill was too small."),
        ("en", "For those who stayed, the winter was long."),
        ("en", "In this Act a shed is a building without a fireplace."),
        ("de", "In Berlin sagte Müller, er habe nichts gewusst."),
        ("fr", "En France, il y a deux écoles."),
        ("fr", "À Paris, il est recommandé de marcher."),
        ("ru", "В Москве Иванов сказал, что он болен."),
    ],
)
def test_an_opening_that_stands_alone_does_not(language, text):
    assert not leaning(sentences("A first one.", text), language)[1]


def test_the_rest_of_a_quotation_leans_on_its_beginning():
    told = sentences(
        "“We waited too long.", "The sea did not.", "We pay for it now,” Solberg said.", "The wall stands."
    )
    assert leaning(told, "en") == [False, True, True, False]


def test_a_missing_quotation_mark_does_no_harm_beyond_its_paragraph():
    told = [*sentences('Solberg had built "a wall.'), *sentences("The council met.", paragraph=1)]
    assert leaning(told, "en") == [False, False]
