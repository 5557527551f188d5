"""Articles and what is made of them, as a notebook shows them and as they travel between processes."""

import pickle
from datetime import date

import pytest

from bot.core.article import Article
from bot.core.models import Block, Kind, Unread
from bot.core.retrieval import ask
from bot.core.summary import summarize

TEXT = (
    "The council met on Monday to talk about the old bridge over the river Lenn. "
    "Engineers have found cracks in two of its pillars this spring. "
    "Mayor Ruth Alder said that the bridge will be closed for nine months. "
    "A ferry will carry people across until the work is done."
)


def travelled(article: Article) -> Article:
    return pickle.loads(pickle.dumps(article))  # noqa: S301 (made on this line)


@pytest.fixture
def article() -> Article:
    return Article.from_blocks(
        [
            Block("The bridge closes", Kind.HEADING),
            Block(TEXT, place="2"),
            Block("Apples\nPears", Kind.TABLE),
            Block("Sign up for our newsletter"),
        ],
        title="The bridge closes",
        byline="Ann Lee",
        site="example.org",
        published=date(2026, 5, 4),
        url="https://example.org/bridge",
        partial=True,
        unread=Unread(pictured=((3, 5),), beyond=(9, 12)),
    )


def test_an_article_that_has_travelled_is_the_same_article(article: Article) -> None:
    arrived = travelled(article)
    assert arrived == article
    assert arrived.sentences == article.sentences
    assert [paragraph.kind for paragraph in arrived.paragraphs] == [p.kind for p in article.paragraphs]
    assert all(type(sentence.prose) is bool for sentence in arrived.sentences)


def test_an_articles_text_travels_once() -> None:
    article = Article.from_text(TEXT)
    assert len(article.sentences) == 4
    assert pickle.dumps(article).count(b"Ruth Alder") == 1


def test_an_article_without_anything_in_it_travels_too() -> None:
    assert travelled(Article(text="x")) == Article(text="x")


def test_what_a_notebook_shows_is_short_and_tells_what_it_is(article: Article) -> None:
    answer = ask(article, "How long will the bridge be closed?")
    assert repr(article) == "<Article 'The bridge closes': en, 4 paragraphs, 8 sentences>"
    assert repr(article.sentences[3]) == (
        "<Sentence 3: 'Mayor Ruth Alder said that the bridge will be closed for ni…'>"
    )
    assert "Mayor Ruth Alder" in repr(answer.passages[0])
    assert len(repr(answer)) < 500
    assert repr(summarize(article, 2)).endswith("8 sentences>: 2 sentences by nutshell>")


def test_printing_gives_the_words(article: Article) -> None:
    summary = summarize(article, 2)
    assert str(article) == article.text
    assert str(summary) == "\n".join(sentence.text for sentence in summary.sentences)
    assert str(ask(article, "How long will the bridge be closed?").passages[0]) == (
        "Mayor Ruth Alder said that the bridge will be closed for nine months."
    )
