from pathlib import PurePosixPath
from time import process_time

import numpy as np
import pytest

import bot
from bot.core.article import MAX_CHARACTERS, Article
from bot.core.cutting.sentences import has_more_marks
from bot.core.errors import (
    EmptyTextError,
    NotALanguageError,
    TextTooLongError,
    TooComplexError,
    WrongTypeError,
)
from bot.core.layout import pieces
from bot.core.lexicon.words import words
from bot.core.models import Block, Kind

PASTED = """A day at the lake

By Jane Roe

It was a warm day in May. The children ran to
the water, and their parents followed them with
towels and bread.

Lake Constance Towels
The children of the village at the lake on Sunday (Jane Roe/Example Press via AP)

— Is it cold? — asked the boy.

Sign up for our newsletter.

In the evening they went home. Nobody was sad."""


def kinds(article):
    return [
        (paragraph.kind, article.text[paragraph.start : paragraph.end]) for paragraph in article.paragraphs
    ]


def prose(article):
    return [sentence.text for sentence in article.sentences if sentence.prose]


def test_only_the_sentences_of_the_body_are_prose():
    assert prose(Article.from_text(PASTED)) == [
        "It was a warm day in May.",
        "The children ran to the water, and their parents followed them with towels and bread.",
        "— Is it cold? — asked the boy.",
        "In the evening they went home.",
        "Nobody was sad.",
    ]


def test_sentences_may_be_cut_later():
    text = f"{PASTED}\n\nThe lake was warm. Ann Lee of Lowick loved the lake."
    whole, uncut = Article.from_text(text), Article.uncut(text)
    assert (uncut.sentences, uncut.paragraphs, uncut.title) == ((), whole.paragraphs, whole.title)
    assert uncut.cut() == whole
    assert whole.cut() is whole


def test_the_first_line_is_the_title_when_it_looks_like_one():
    assert Article.from_text(PASTED).title == "A day at the lake"
    assert Article.from_text(PASTED, title="Another").title == "Another"
    assert Article.from_text("It rained. We stayed in.\n\nThen it stopped.").title is None


def test_wrapped_lines_are_joined_and_every_place_stays():
    article = Article.from_text(PASTED)

    assert article.text == PASTED.replace("ran to\n", "ran to ").replace("them with\n", "them with ")


def test_lines_that_an_editor_broke_far_to_the_right_are_joined_where_a_sentence_goes_on():
    wide = (
        "The ferry across the Elde runs at night from the first of March, as the council of the town has "
        "decided after a long and heated\ndebate on Tuesday evening; the mill pays a part of what it costs, "
        "the region pays another one of it.\nThe town will pay for the rest of it. Trips cost more."
    ).splitlines()
    assert Article.from_text("\n".join(wide)).text == " ".join(wide)
    ended = "\n".join([wide[0] + ".", wide[1].capitalize(), wide[2]])
    assert Article.from_text(ended).text == ended


def test_a_picture_in_markdown_is_no_sentence():
    text = (
        "# Elde\n\n[![build: passing](https://ci.example/b.svg)](https://ci.example) ![a](b.png)\n\n"
        "It rained in Elde. Nobody minded.\n\n![The harbour at night. It is quiet.](docs/harbour.png)\n\n"
        "Then it stopped."
    )
    assert prose(Article.from_text(text)) == ["It rained in Elde.", "Nobody minded.", "Then it stopped."]


def test_a_headline_above_a_caption_is_told_from_it():
    found = kinds(Article.from_text(PASTED))

    assert (Kind.HEADING, "Lake Constance Towels") in found
    assert found[4] == (Kind.CAPTION, PASTED.split("\n")[9])


def test_markdown_is_understood():
    text = (
        "# A title\n\nSome *text* that is long enough.\n\n## Part\n\n"
        "- One item that is a whole sentence.\n- Bread\n\n"
        "1. Stir it.\n2. Eat it.\n\n> A quote of a person.\n\n```\nx = 1\n\ny = 2\n```\n\n"
        "| a | b |\n|---|---|\n\n---\n\nThe end came."
    )

    assert [kind for kind, _ in kinds(Article.from_text(text))] == [
        *[Kind.HEADING, Kind.PROSE, Kind.HEADING, Kind.LIST, Kind.LIST, Kind.LIST, Kind.LIST],
        *[Kind.QUOTE, Kind.CODE, Kind.TABLE, Kind.OTHER, Kind.PROSE],
    ]
    assert prose(Article.from_text(text)) == [
        "Some *text* that is long enough.",
        "One item that is a whole sentence.",
        "A quote of a person.",
        "The end came.",
    ]


def test_a_poem_is_no_row_of_headings():
    article = Article.from_text("roses are red\nviolets are blue\nsugar is sweet\nand so are you")

    assert {kind for kind, _ in kinds(article)} == {Kind.PROSE}


def test_a_last_sentence_without_its_full_stop_is_prose():
    assert prose(Article.from_text("It rained. We stayed in.\n\nThen we all went home again"))[-1].startswith(
        "Then"
    )


def test_blocks_keep_their_kind_and_place():
    article = Article.from_blocks(
        [
            Block("A heading", Kind.HEADING),
            Block("First sentence.\nSecond one.", place="12"),
            Block("   "),
            Block("Photo: Jane Roe", Kind.PROSE),
            Block("x = 1\ny = 2", Kind.CODE),
        ],
        title="T",
        url="https://example.org/",
        partial=True,
    )

    assert article.text == "A heading\n\nFirst sentence. Second one.\n\nPhoto: Jane Roe\n\nx = 1\ny = 2"
    assert [p.kind for p in article.paragraphs] == [Kind.HEADING, Kind.PROSE, Kind.CAPTION, Kind.CODE]
    assert [p.place for p in article.paragraphs] == [None, "12", None, None]
    assert prose(article) == ["First sentence.", "Second one."]
    assert [s.text for s in article.sentences if s.paragraph == 3] == ["x = 1", "y = 2"]


@pytest.mark.parametrize("text", ["", "   \n", "!?…", "\x00\x00", "😀"])
def test_a_text_without_a_letter_or_digit_is_refused(text):
    with pytest.raises(EmptyTextError):
        Article.from_text(text)
    with pytest.raises(EmptyTextError):
        Article.from_blocks([Block(text)])


def test_a_text_over_the_limit_is_refused():
    with pytest.raises(TextTooLongError) as caught:
        Article.from_text("a" * (MAX_CHARACTERS + 1))

    assert caught.value.details == {"limit": MAX_CHARACTERS}


def test_the_language_is_told_and_can_be_given():
    assert Article.from_text("Die Kinder gingen an den See, weil es warm war.").language == "de"
    assert Article.from_text("Die Kinder gingen an den See.", language="nl").language == "nl"


@pytest.mark.parametrize(
    "hostile", ["# ", "> a\n", "|", "```\n", "- a\n", "a\n", "(AP) ", " \n", "By A ", "* * ", "\t"]
)
def test_hostile_text_becomes_an_article_in_linear_time(hostile):
    def seconds(length):
        text = "x " + hostile * (length // len(hostile)) + " y"
        began = process_time()
        Article.from_text(text, language="en")
        return process_time() - began

    # Three tries: others use the processor's caches, too.
    assert any(seconds(20_000) < 12 * seconds(5_000) + 0.2 for _ in range(3))


def test_a_line_of_blanks_in_code_ends():
    code = f"a\n{' ' * 300_000}\n  b  "
    article = Article.from_text(f"A mill. It was sold.\n\n```\n{code}\n```\n\nIt is old.")
    assert [each.text for each in article.sentences if each.text in {"a", "b"}] == ["a", "b"]


def test_a_text_of_too_many_sentences_is_refused_and_the_most_that_fit_are_not(monkeypatch):
    def lines(count):
        return [Block("a\n" * count, Kind.CODE)]

    monkeypatch.setattr("bot.core.article.MAX_SENTENCES", 600)
    assert len(Article.from_blocks(lines(600)).sentences) == 600
    with pytest.raises(TooComplexError):
        Article.from_blocks(lines(601))


def test_a_text_of_countless_lines_is_refused_before_their_words_are_looked_at():
    assert len(pieces("Apples\n" * 3, most=3)[1]) == 3
    with pytest.raises(TooComplexError):
        pieces("Apples\n" * 4, most=3)


def test_a_text_of_countless_lines_is_refused_before_one_is_looked_at(monkeypatch):
    monkeypatch.setattr("bot.core.layout._lines", lambda _: pytest.fail("a line was looked at"))
    with pytest.raises(TooComplexError):
        pieces("Apples\n" * 7, most=3)


def test_a_text_of_countless_full_stops_is_refused_before_any_is_weighed():
    assert not has_more_marks("A b. C d. E f.", most=3)
    assert has_more_marks("A b. C d. E f. G h.", most=3)
    assert not has_more_marks("0.5, 1.25, 3.75, 9.125", most=3), "a table's figures end no sentence"
    with pytest.raises(TooComplexError):
        Article.from_text("Ab. Cd " * 150_000)


def test_a_run_without_blanks_is_cut_like_the_words_it_holds():
    assert words("a,B,cd.e", "en") == ["a", "b", "cd", "e"]
    assert words("I,B", "tr") == ["ı", "b"]


@pytest.mark.parametrize(
    "use",
    [
        bot.summarize,
        bot.keywords,
        lambda text: bot.ask(text, "Who?"),
        lambda text: bot.ask([Article.from_text(PASTED), text], "Who?"),
        lambda text: bot.check_quote(text, "The old bridge"),
        lambda text: bot.group([text]),
    ],
)
def test_a_text_that_is_no_article_is_refused_with_how_to_make_one(use):
    with pytest.raises(TypeError, match=r"not str: make one by Article\.from_text"):
        use("The old bridge closes on Monday.")


@pytest.mark.parametrize(
    ("use", "told"),
    [
        (lambda _: Article.from_text(None), "text: a str is expected, not NoneType"),
        (lambda _: Article.from_text(PASTED.encode()), "text: a str is expected, not bytes"),
        (lambda _: Article.from_text(PASTED, language=1), "language: a str or None is expected, not int"),
        (lambda _: bot.extract(None), "html: bytes or a str is expected, not NoneType: read the page first"),
        (
            lambda _: bot.extract(PurePosixPath("page.html")),
            "html: bytes or a str is expected, not PurePosixPath: read the page first",
        ),
        (lambda _: bot.extract("<p>Rain</p>", url=b"x"), "url: a str or None is expected, not bytes"),
        (lambda article: bot.summarize(article, sentences="3"), "sentences: an int is expected, not str"),
        (lambda article: bot.summarize(article, sentences=2.0), "sentences: an int is expected, not float"),
        (
            lambda article: bot.summarize(article, about=["rain"]),
            "about: a str or None is expected, not list",
        ),
        (lambda article: bot.ask(article, None), "question: a str is expected, not NoneType"),
        (lambda article: bot.ask(article, "Who?", limit=None), "limit: an int is expected, not NoneType"),
        (
            lambda article: bot.ask(article, "And who?", context="Where?"),
            "context: a list of str is expected, not str",
        ),
        (
            lambda article: bot.ask(article, "And who?", context=[None]),
            "each of context: a str is expected, not NoneType",
        ),
        (lambda article: bot.check_quote(article, None), "quote: a str is expected, not NoneType"),
        (lambda article: bot.keywords(article, "3"), "limit: an int is expected, not str"),
        (
            bot.group,
            "articles: a list of articles is expected, not an Article by itself",
        ),
    ],
)
def test_what_is_of_another_type_is_told_by_an_error_of_our_own(use, told):
    with pytest.raises(bot.BotError) as refused:
        use(Article.from_text(PASTED))
    assert str(refused.value) == told
    assert isinstance(refused.value, TypeError)


def test_a_number_of_numpy_is_a_number():
    article = Article.from_text(PASTED)
    assert bot.summarize(article, sentences=np.int64(1)) == bot.summarize(article, sentences=1)


@pytest.mark.parametrize("place", ["https://marlow.example/bridge", "pages/bridge.html", "bridge.html"])
def test_an_address_in_place_of_a_page_is_told_as_what_it_is(place):
    with pytest.raises(bot.NoArticle, match="the place of a page"):
        bot.extract(place)


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("EN", "en"),
        ("de-AT", "de"),
        ("pt_BR", "pt"),
        ("no", "nb"),
        ("eng", "en"),
        ("GER", "de"),
        ("zho-TW", "zh"),
        ("nor", "nb"),
        ("ceb", "ceb"),
    ],
)
def test_a_language_is_known_however_its_code_is_written(named, code):
    article = Article.from_text(PASTED, language=named)
    assert article.language == code
    assert article.in_language(named) == article


@pytest.mark.parametrize("named", ["english", "3", "e"])
def test_a_language_that_is_no_code_is_refused(named):
    with pytest.raises(NotALanguageError, match=named):
        Article.from_text(PASTED, language=named)


def test_an_article_without_sentences_yet_is_read_all_the_same():
    text = f"{PASTED}\n\nThe lake was warm. Ann Lee of Lowick loved the lake."
    whole, uncut = Article.from_text(text), Article.uncut(text)
    assert not uncut.sentences
    assert bot.summarize(uncut, 2) == bot.summarize(whole, 2)
    assert bot.keywords(uncut) == bot.keywords(whole) != ()
    assert bot.ask(uncut, "Who loved the lake?") == bot.ask(whole, "Who loved the lake?")
    assert bot.ask(uncut, "Who loved the lake?").found


def test_a_language_that_is_no_text_is_told_as_such():
    with pytest.raises(WrongTypeError, match="language"):
        Article.from_text(PASTED).in_language(None)


def test_what_is_known_of_an_article_has_no_character_that_no_database_takes():
    unclean = "Old\x00 bridge\u202e\nclosed \ud83d"
    assert Article.from_text(PASTED, title=unclean).title == "Old bridge closed"
    known = {"title": unclean, "byline": unclean, "site": unclean}
    article = Article.from_blocks([Block("The bridge is closed.")], **known)
    assert (article.title, article.byline, article.site) == ("Old bridge closed",) * 3


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: Article.from_text(" "), "empty_text: There are no letters in the text"),
        (lambda: bot.extract("<p>Hm"), "no_article: The page holds no article (reason='empty')"),
        (
            lambda: bot.summarize(Article.from_text(PASTED), method="best"),
            "unknown_method: No summary method has that name (method='best', known=",
        ),
    ],
)
def test_an_error_in_a_notebook_says_what_it_means(call, told):
    with pytest.raises(bot.BotError) as caught:
        call()
    assert str(caught.value).startswith(told)


def test_what_a_page_says_of_itself_is_kept_as_long_as_a_message_could_show_it() -> None:
    long = "word " * 200_000
    article = Article.from_blocks([Block("The mill was sold.")], title=long, byline=long, site=long)
    assert {len(known or "") for known in (article.title, article.byline, article.site)} == {499}
    assert len(Article.from_text("The mill was sold.", title=long).title or "") == 499
