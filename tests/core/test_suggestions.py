"""Suggested questions: grammatical, sensible, and answered by the article."""

from __future__ import annotations

import pytest

from bot.core.article import Article
from bot.core.asking.openings import openings
from bot.core.retrieval import ask
from bot.core.suggestions import Suggestion, suggest
from bot.messages import Messages, QuestionPhrase

TEXTS = {
    "en": """The old ferry across the Lune will stop running, the harbour board decided on Wednesday.

Engineer Petra Holm said the hull was too thin to repair. "We looked at every option," she added.

The ferry was built in 1954 and carried workers to the salt mill. Marcus Bell, the chairman, said \
a bus would take its place. In March 2019 it ran aground twice.

People in Northcliffe are unhappy. A petition in Northcliffe has 900 names.""",
    "de": """Die alte Fähre über die Oker wird stillgelegt, entschied der Hafenrat am Mittwoch.

Die Ingenieurin Petra Holm sagte, der Rumpf sei zu dünn. Eine Reparatur lohne sich nicht.

Gebaut wurde das Schiff im Jahr 1954 für die Arbeiter der Salzmühle. Im März 2019 lief es auf Grund.""",
    "ru": """Старый паром через реку больше не будет ходить, решил совет порта.

Инженер Анна Белова сказала, что корпус слишком тонкий. Чинить его невыгодно.

Судно построили в 1954 году для рабочих солеварни. Потом его дважды перестраивали.""",
    "fr": """Le vieux bac sur la Loue ne partira plus, a décidé le conseil du port.

Le bac transportait les ouvriers vers Montfleur. Le maire de Montfleur, Paul Girard, proteste.""",
}


def phrased(suggestion: Suggestion, language: str) -> str:
    return Messages.load().say(language, f"suggest-{suggestion.kind}", **suggestion.values)


@pytest.mark.parametrize("language", TEXTS)
def test_each_suggestion_is_answered_with_its_sentence_first(language: str) -> None:
    article = Article.from_text(TEXTS[language], language=language)
    suggestions = suggest(article, phrase=lambda each: phrased(each, language))
    assert suggestions
    for suggestion in suggestions:
        answer = ask(article, phrased(suggestion, language))
        assert answer.found
        assert answer.passages[0].sentence == suggestion.sentence


def test_questions_are_made_of_people_and_dates() -> None:
    article = Article.from_text(TEXTS["en"], language="en")
    questions = {
        phrased(each, "en") for each in suggest(article, limit=4, phrase=lambda each: phrased(each, "en"))
    }
    assert "Who is Petra Holm?" in questions
    assert questions & {"What happened in 1954?", "What happened in March 2019?"}


def test_no_question_asks_who_a_weekday_or_a_title_is() -> None:
    text = """Wednesday was cold, said President. Minister, the head, said Wednesday was fine. Engineer Petra
    Holm said on Wednesday that the ferry was old."""
    article = Article.from_text(" ".join(text.split()), language="en")
    found = {phrased(each, "en") for each in suggest(article, phrase=lambda each: phrased(each, "en"))}
    assert found == {"Who is Petra Holm?"}


def test_a_language_without_templates_gets_no_question_rather_than_a_bare_name() -> None:
    text = "Ferja tilhører Arne Lund. Nå selger Arne Lund ferja. Mange savner ferja."
    article = Article.from_text(text, language="nb")
    assert suggest(article, phrase=QuestionPhrase("nb")) == ()
    assert [each.values for each in openings(article)] == [{"name": "Arne Lund"}]


def test_an_event_that_is_still_ahead_is_not_asked_about_in_the_past() -> None:
    text = "The fair will open in June 2031. Nobody knows who will come to it. The town hopes for sun."
    assert suggest(Article.from_text(text, language="en"), phrase=lambda each: phrased(each, "en")) == ()


@pytest.mark.parametrize(
    "text", ["No names here at all.", "图书馆昨天开放。这里以前是一个市场。", "1 2 3. 4 5 6."]
)
def test_an_article_without_names_suggests_nothing(text: str) -> None:
    assert suggest(Article.from_text(text, language="en")) == ()


def test_no_more_come_than_asked_for() -> None:
    article = Article.from_text(TEXTS["en"], language="en")
    assert len(suggest(article, limit=1, phrase=lambda each: phrased(each, "en"))) == 1
    assert suggest(article, limit=0) == ()


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "The lamp was drawn by Ines Okafor, an engineer who grew up here.", "Who is Ines Okafor?"),
        ("ru", "Об этом сообщил мэр города Сергей Лапин. Мост закрыт.", "Сергей Лапин — кто это?"),
    ],
)
def test_who_is_introduced_is_asked_about(language: str, text: str, question: str) -> None:
    article = Article.from_text(f"{text} A.", language=language)
    found = suggest(article, phrase=lambda each: phrased(each, language))
    assert question in {phrased(each, language) for each in found}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bulbs came from a workshop in town, which closed in 2023. Nobody missed it."),
        ("en", "The bridge has cost more than the council approved in 2021. Nobody knows why."),
        ("en", "There is a kite show on March 28th. The wind decides."),
        ("de", "Anna leitet das Amt seit 2014. Es liegt am Wald."),
        ("de", "Kinder gehen im Dezember im Dunkeln zur Schule. Das ist nicht schön."),
        ("de", "Man nehme 200 Gramm Mehl für den Teig. Dann 100 Gramm Mehl für die Streusel."),
    ],
)
def test_what_is_no_event_of_that_time_is_not_asked_about(language: str, text: str) -> None:
    article = Article.from_text(text, language=language)
    assert suggest(article, phrase=lambda each: phrased(each, language)) == ()


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "The talks failed in Oslo, where the rain never stopped. We went.", "What happened in Oslo?"),
        (
            "en",
            "The stone mill is the oldest building in the valley. It leans.",
            "What is the oldest building in the valley?",
        ),
        (
            "en",
            "Forty houses in Dock Street were flooded. Nobody was hurt.",
            "How many houses in Dock Street were flooded?",
        ),
        (
            "de",
            "Zwölf Häuser am Hafen wurden überflutet. Es regnet.",
            "Wie viele Häuser am Hafen wurden überflutet?",
        ),
        (
            "fr",
            "Douze maisons ont été inondées hier. Il pleut.",
            "Combien de maisons ont été inondées hier\u202f?",
        ),
        (
            "en",
            "Engineer Petra Holm came. Holm promised a report within a month.",
            "Who promised a report within a month?",
        ),
        (
            "de",
            "Das sagte Ingenieurin Petra Holm. Holm leitete den Bau der neuen Fähre.",
            "Wer leitete den Bau der neuen Fähre?",
        ),
        ("fr", "Le maire de Montfleur, Paul Girard, proteste. Le bac part.", "Qui est Paul Girard\u202f?"),
        ("es", "El alcalde, Luis Vega, está triste. El barco no sale.", "¿Quién es Luis Vega?"),
        ("it", "Il sindaco Carlo Neri è triste. La barca non parte.", "Chi è Carlo Neri?"),
        ("pt", "O prefeito Paulo Reis está triste. O barco não parte.", "Quem é Paulo Reis?"),
        (
            "en",
            "The Harbour Board said that the hull was thin. The Harbour Board will meet.",
            "What did the Harbour Board say?",
        ),
        ("de", "Das Kino hat 120 Plätze. Der Film begann in Hamburg.", "Was ist in Hamburg passiert?"),
        (
            "de",
            "Die alte Mühle ist das älteste Haus im Tal. Sie steht schief.",
            "Was ist das älteste Haus im Tal?",
        ),
        ("ru", "Выставка прошла в Москве, и билетов не хватило. Жаль.", "Что произошло в Москве?"),
        (
            "ru",
            "Двадцать домов сгорели в деревне Лесное. Пожар погас.",
            "Сколько домов сгорели в деревне Лесное?",
        ),
    ],
)
def test_places_superlatives_and_counts_are_asked_about(language: str, text: str, question: str) -> None:
    article = Article.from_text(text, language=language)
    found = suggest(article, phrase=lambda each: phrased(each, language))
    assert question in {phrased(each, language) for each in found}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is the oldest school in the valley. Nobody knows why."),
        ("en", "The chairman is the oldest member of the board. He sleeps."),
        ("en", "The train took 40 minutes, and nobody spoke. It rained in May."),
        ("en", "The market will open in Oslo. Nobody waits for it."),
        ("en", "A book with 4,000 entries opens in one second. Nobody waits."),
        ("en", "The ferry leaves at eleven and arrives at two. Nobody waits."),
        ("en", "She was the first woman to hold a chair in Bohemia. She taught."),
        ("en", "Forty minutes passed before the train left. Nobody spoke."),
        ("en", "Forty people died and 23 were hurt. Nobody spoke."),
        ("de", "Ein Gutachten kann zur Klärung der Lage beitragen. Niemand sprach."),
        ("en", "It was published in Science. Nobody read it."),
        ("fr", "Le député LR de Nice, qui a voté contre, est parti. Il pleut."),
        ("en", "The mayor said Scotland was ready. Scotland is far."),
        ("en", "Ann Reed of the FDA’s Office of Drug Safety said so. An Office of Drug Safety said no."),
        ("fr", "Le détenu, condamné en 2017 pour vol, est sorti. Il pleut."),
        ("fr", "Le Grand-Est commande plus. Le Grand-Est a peur. Le Grand-Est attend."),
        ("en", "Mill Express is the largest mill in the U.S. and in Canada. Nobody lives there."),
        ("en", "Rye is the most complete flour sold and what we recommend. It is dear."),
        ("en", "Ten in nine people own old mills. Nobody knows why. It rains."),
        ("de", "Zum Internationalen Tag kam er. Er blieb zum Internationalen Tag, bis es regnete."),
        ("en", "Knowing more of mills is the first step in preventing them. It is so. Nobody knows."),
        ("en", "CVE-2024-21626 lets attackers read the files of other users. It was closed."),
        ("fr", "Le musée a ouvert ses portes en mai et le moulin suivra le 6 juillet. Il pleut."),
    ],
)
def test_it_people_times_and_verbs_are_not_asked_about(language: str, text: str) -> None:
    article = Article.from_text(text, language=language)
    assert suggest(article, phrase=lambda each: phrased(each, language)) == ()


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        (
            "en",
            "The ferry is blue. Nobody rows. We love the ferry, and the ferry loves us.",
            "What about the ferry?",
        ),
        (
            "de",
            "Der Herd raucht stark. Niemand kocht. Wir holen den Herd heraus.",
            "Was steht hier über den Herd?",
        ),
        (
            "es",
            "El horno echa humo. Nadie cocina. Limpiamos el horno cada martes.",
            "¿Qué dice sobre el horno?",
        ),
        (
            "fr",
            "L’horloge retarde toujours. Personne ne vient. Nous réparons l’horloge chaque hiver.",
            "Que dit l’article sur l’horloge\u202f?",
        ),
        (
            "it",
            "Il forno fuma sempre. Nessuno cucina. Puliamo il forno ogni anno.",
            "Che cosa dice l’articolo che riguarda il forno?",
        ),
        (
            "pt",
            "O forno solta fumaça. Ninguém cozinha. Limpamos o forno na terça.",
            "O que se diz sobre o forno?",
        ),
        (
            "ru",
            "Мост закрыли весной. Кафе пустует с мая. Строители чинят мост день и ночь.",
            "Мост — что об этом сказано?",
        ),
    ],
)
def test_where_nobody_and_no_day_is_named_things_are_asked_about(
    language: str, text: str, question: str
) -> None:
    article = Article.from_text(text, language=language)
    found = suggest(article, phrase=lambda each: phrased(each, language))
    assert question in {phrased(each, language) for each in found}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The gas lamps burn. Nobody comes. We light the gas lamps."),  # no "the gas"
        ("en", "The ferry is blue. Nobody rows. It rains."),  # named once
        ("fr", "Yann Le Goff rame. Personne ne vient. Yann Le Goff rit."),  # part of a name
        ("de", "Der Herd ist alt. Ein Haus, das Grenzen hat, steht leer. Grenzen hat alles."),  # no article
    ],
)
def test_what_is_no_thing_of_its_own_is_not_asked_about(language: str, text: str) -> None:
    article = Article.from_text(text, language=language)
    found = [
        phrased(each, language) for each in suggest(article, phrase=lambda each: phrased(each, language))
    ]
    assert not {
        "What about the gas?",
        "What about the ferry?",
        "Que dit l’article sur le Goff\u202f?",
    } & {*found}


def test_a_surname_keeps_no_article_that_belongs_to_its_noun() -> None:
    text = "Joe Biden spoke. Then Biden said no. Critics of the Biden administration left."
    article = Article.from_text(text, language="en")
    assert "What did Biden say?" in {
        phrased(each, "en") for each in suggest(article, phrase=lambda each: phrased(each, "en"))
    }


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        (
            "en",
            "A tidal mill is a mill of the sea. The tidal mill of Elling grinds rye. We love the tidal mill.",
            "What is a tidal mill?",
        ),
        (
            "es",
            "La salina es una laguna que el sol seca. En verano la salina brilla. Todos cuidan la salina.",
            "¿Qué es la salina?",
        ),
        (
            "ru",
            "Солеварня — это место, где варят соль. Старая солеварня стоит у моря. Сегодня солеварня пуста.",
            "Что такое солеварня?",
        ),
    ],
)
def test_what_the_text_defines_is_asked_for(language: str, text: str, question: str) -> None:
    article = Article.from_text(text, language=language)
    assert question in {
        QuestionPhrase(language)(each) for each in suggest(article, 3, QuestionPhrase(language))
    }


def test_a_thing_that_is_written_without_an_article_is_asked_about_without_one() -> None:
    text = "Men have lived from salmon for ages. Boats for salmon are small. They fish for salmon by night."
    found = suggest(Article.from_text(text, language="en"), phrase=QuestionPhrase("en"))
    assert "What about salmon?" in {QuestionPhrase("en")(each) for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "Loaf Size: 1 pound | Programs: 12. Bakers like it. Loaf Size: 2 pounds | Programs: 9. It beeps.",
        "Once all lamps were lit, the feast began. Nobody left. It was late.",
        "For most of us the rain was the biggest thing. Nobody had expected it. It was late.",
    ],
)
def test_particulars_and_empty_words_make_no_question(text: str) -> None:
    article = Article.from_text(f"{text}\n\nThe Elde is the biggest river in the country.", language="en")
    assert [each.values for each in openings(article)] == [{"what": "is the biggest river in the country"}]


def test_whom_a_text_calls_by_the_surname_is_asked_about_by_the_full_name() -> None:
    text = "In the boat sat Rosa Lind. It was dark. Then Lind rowed to the island. Nobody followed."
    article = Article.from_text(text, language="en")
    assert {"name": "Rosa Lind"} in [each.values for each in openings(article)]


def test_nobody_asks_who_a_persons_employer_is() -> None:
    text = "“We grind,” said Ann Lee, director, Lowick Mills, on Friday. Lowick Mills is old. It sells flour."
    found = {phrased(each, "en") for each in suggest(Article.from_text(text, language="en"))}
    assert "Who is Lowick Mills?" not in found


def test_what_is_called_premier_is_no_person_and_a_day_with_a_name_is_whole() -> None:
    text = """Grain Power is a premier platform that grinds. Grain Power is dear on Black Friday. The mill
    opens on Black Friday. Millers love Black Friday and Grain Power."""
    article = Article.from_text(" ".join(text.split()), language="en")
    found = {phrased(each, "en") for each in suggest(article)}
    assert not found & {"Who is Grain Power?", "What does it say about Black?"}


def test_what_happened_is_not_answered_by_a_sentence_that_leans_on_another_where_others_stand() -> None:
    text = """He burned it down in 1920, and nobody knew why. The mill stood in Lowick. The parish met in
    Harwick. The bridge was closed in 1911. Nobody weeps."""
    article = Article.from_text(" ".join(text.split()), language="en")
    found = [phrased(each, "en") for each in suggest(article)]
    assert len(found) > 1
    assert "What happened in 1920?" not in found


def test_halves_of_names_are_no_names() -> None:
    text = "We asked the Centre for Tidal Studies. The Centre for Tidal Studies was closed. It rained."
    text += " The Lowick Mill was open. We saw the Lowick Mill."
    found = openings(Article.from_text(text, language="en"))
    assert [each.values.get("name") for each in found] == ["the Lowick Mill"]


def test_half_of_a_title_of_two_is_no_name() -> None:
    text = "We played Mill Wheel and Stone for hours. Nobody sold Mill Wheel and Stone. It rained."
    text += " We liked Mill Wheel, which was old. Then Mill Wheel, we saw, was sold out."
    found = openings(Article.from_text(text, language="en"))
    assert "Mill Wheel" not in [each.values.get("name") for each in found]


def test_where_something_is_featured_nothing_happened() -> None:
    text = "The mills were featured in Harvest and Grain. They were old. It rained."
    found = openings(Article.from_text(text, language="en"))
    assert not [each for each in found if each.kind == "place"]


@pytest.mark.parametrize(
    ("language", "text", "year"),
    [
        ("fr", "Le moulin de Sandra Vidal a été vendu en 1954. Il pleut.", "1954"),
        ("fr", "Le moulin a été vendu en 1954 et rouvrira. Il pleut.", None),
        ("pt", "O moinho do Ceará foi vendido em 1954. Chove.", "1954"),
        ("pt", "O moinho foi vendido em 1954 e abrirá. Chove.", None),
        ("en", "The mill was sold in 1954 to Theresa May of Lowick. It rained.", "1954"),
        ("en", "The mill was sold in 1954 and may open again. It rained.", None),
    ],
)
def test_names_are_no_signs_of_what_is_to_come(language: str, text: str, year: str | None) -> None:
    found = openings(Article.from_text(text, language=language))
    assert [each.values["year"] for each in found if each.kind == "year"] == ([year] if year else [])


def test_surnames_like_the_first_halves_of_named_days_belong_to_their_names() -> None:
    text = "On Monday Conrad Black said the mill was lost. On Tuesday Anna Palm said it was not."
    found = openings(Article.from_text(text, language="en"))
    assert {"Conrad Black", "Anna Palm"} == {each.values["name"] for each in found}


def test_in_german_names_in_en_behind_an_article_are_names_and_declined_adjectives_are_none() -> None:
    text = "Man fragte den Jürgen Klamm, Direktor. Sie trat dem Deutschen Müllerbund bei. Es regnete oft."
    text += " Alle lobten den Jürgen Klamm. Auch vom Deutschen Müllerbund sprach man dort."
    found = openings(Article.from_text(text, language="de"))
    assert {each.values["name"] for each in found if "name" in each.values} == {"Jürgen Klamm"}


def test_in_german_nobody_speaks_whom_a_clause_ends_with() -> None:
    text = "Man sah das Land, das Paris 1691 zur Kolonie Sankt Elmo erklärte. Dann kam der Krieg."
    text += " Es sei vorbei, erklärte Karl Lind. Das freute alle."
    found = openings(Article.from_text(text, language="de"))
    assert [each.values["name"] for each in found if each.kind == "said"] == ["Karl Lind"]


def asked(text: str) -> list[tuple[str, str]]:
    phrase = QuestionPhrase("en")
    suggestions = suggest(Article.from_text(text, language="en"), limit=4, phrase=phrase)
    return [(phrase(each), each.sentence.text) for each in suggestions]


def test_no_call_to_action_answers_a_suggestion() -> None:
    text = """The ferry museum opened in 1954 in the old salt mill. "We show forty engines," said Petra \
Holm, the director.

Contact the museum today to book a tour. Write to the museum at mill@ferry.example.

Children under ten see the museum free of charge on Sundays."""
    assert [question for question, _ in asked(text)] == ["Who is Petra Holm?", "What happened in 1954?"]


def test_vague_questions_come_first_whose_answers_stand_by_themselves() -> None:
    text = """The harbour has a ferry. But the ferry is old, and the bridge is closed. The bridge was built \
by two masons from Ulm.

So the ferry stays, and the bridge waits. This ferry leaves at nine. The masons sleep on board."""
    (first, answer), *others = asked(text)
    assert first == "What about the bridge?"
    assert answer.startswith("The bridge was built")
    assert [question for question, _ in others] == ["What about the ferry?"]


def test_nobody_is_asked_who_an_office_is() -> None:
    text = """The Investment Office, an agency of the ministry, said on Monday that the port would be sold. \
The head of Investment Office will present the plan in June. Dr Maria Keller, the director of the port, \
said that nobody had asked her. Investment Office staff visited the port twice in March."""

    found = suggest(Article.from_text(text, title="The harbour", language="en"), 5)

    assert [each.values["name"] for each in found if each.kind == "who"] == ["Maria Keller"]


def test_a_text_without_marks_and_blanks_is_looked_through_for_questions_in_no_time() -> None:
    article = Article.from_text("".join(chr(0x4E00 + n * n % 2003) for n in range(6_000)), language="zh")
    assert suggest(article) == ()


def test_a_question_that_its_button_would_cut_is_not_suggested() -> None:
    article = Article.from_text(TEXTS["en"], language="en")
    assert suggest(article, phrase=lambda each: phrased(each, "en"))
    assert not suggest(article, phrase=lambda each: phrased(each, "en").ljust(61))
