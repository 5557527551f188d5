"""What articles are made of again on the other side is what they were."""

from __future__ import annotations

import pickle

from bot.core.article import Article
from bot.core.models import Sentence
from bot.core.pickling import located


def test_located_sentences_are_those_that_the_class_makes() -> None:
    text = "One. Two three. Four"
    found = located(text, [0, 5, 16], [4, 15, 20], [0, 0, 1], [True, False, True])
    assert found == (
        Sentence("One.", 0, 4, 0, 0, prose=True),
        Sentence("Two three.", 5, 15, 1, 0, prose=False),
        Sentence("Four", 16, 20, 2, 1, prose=True),
    )
    assert hash(found[0]) == hash(Sentence("One.", 0, 4, 0, 0))


def test_an_article_comes_out_of_a_pickle_as_it_went_in() -> None:
    article = Article.from_text("# Bees\n\nThey fly far. They come home.\n\n- Honey is sweet.", language="en")
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - made here
