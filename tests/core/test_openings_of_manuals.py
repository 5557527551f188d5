"""What a manual or a guide is about stands in its first sentences, and its summary holds that."""

from bot.core.article import Article
from bot.core.ranking.features import Candidates
from bot.core.ranking.opening import opening
from bot.core.ranking.sentence_traits import SentenceTraits
from bot.core.summary import fit_sentences, summarize

OPTIONS = (
    "The option takes a number of sacks, and the wheel stops when as many sacks are full of flour.",
    "With this option the wheel runs backwards until the grain that it has crushed is back in its sack.",
    "Without the option the number of sacks is read from the file that names the grain and the miller.",
    "If the sacks are too few for the grain, the wheel stops and a bell calls the miller to the sacks.",
)
HEADINGS = ("DESCRIPTION", "OPTIONS", "EXAMPLES", "FILES", "HISTORY", "SEE ALSO")


def manual(first: str, headings: tuple[str, ...] = HEADINGS) -> Article:
    sections = [
        f"{heading}\n\n" + "\n\n".join(one.replace("option", f"{heading} option") for one in OPTIONS)
        for heading in headings
    ]
    return Article.from_text("\n\n".join([first, *sections]), title="mill-grind manual", language="en")


def opening_of(article: Article) -> str | None:
    text = Candidates(fit_sentences(article, 3), article.title or "", "en", 3)
    place = opening(article, text, SentenceTraits.of(text))
    return None if place is None else text.sentences[place].text


def test_a_manual_s_summary_says_what_the_command_does():
    article = manual("mill-grind - Turn grain into flour.")

    assert summarize(article, 3).sentences[0].text == "mill-grind - Turn grain into flour."


def test_a_notice_before_it_is_passed_over():
    article = manual(
        "This manual is outdated and may change.\n\nThe mill-grind command turns grain into flour."
    )

    assert opening_of(article) == "The mill-grind command turns grain into flour."


def test_without_a_word_of_the_title_it_says_nothing_of_the_subject():
    assert opening_of(manual("Nobody reads what stands here.")) is None


def test_a_story_with_few_headings_begins_as_its_writer_likes():
    assert opening_of(manual("The mill was cold that morning.", HEADINGS[:2])) is None
