"""The vectorised graph rankers against sumy's own, on the same tokens."""

import random

import numpy as np
import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from bot.core.ranking import graph_rankers


class Blanks:
    def to_words(self, text):
        return tuple(text.split())


def generated_sentences(seed):
    """Sentences of made-up words, some words frequent and most of them rare, as in real texts."""
    chance = random.Random(seed)  # noqa: S311 - made-up texts
    vocabulary = [f"w{number}" for number in range(chance.randint(30, 300))]
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    return [
        " ".join(chance.choices(vocabulary, weights, k=chance.randint(1, 20)))
        for _ in range(chance.randint(6, 16))
    ]


def picked_by_sumy(summarizer, sentences, count):
    document = ObjectDocumentModel([Paragraph([Sentence(text, Blanks()) for text in sentences])])
    number = {id(sentence): index for index, sentence in enumerate(document.sentences)}
    # sumy's LexRank divides by zero where no two sentences share a word.
    with np.errstate(invalid="ignore"):
        return [number[id(sentence)] for sentence in summarizer(document, count)]


def picked_by_us(rank, sentences, count):
    scores = rank([text.split() for text in sentences])
    return sorted(np.argsort(-scores, kind="stable")[:count].tolist())


@pytest.mark.parametrize(
    ("rank", "summarizer"),
    [
        (graph_rankers.lexrank, LexRankSummarizer()),
        (graph_rankers.textrank, TextRankSummarizer()),
        (graph_rankers.reduction, ReductionSummarizer()),
    ],
    ids=["lexrank", "textrank", "reduction"],
)
def test_the_same_sentences_as_sumys_own_on_two_hundred_texts(rank, summarizer):
    differing = [
        seed
        for seed in range(200)
        for sentences in [generated_sentences(seed)]
        for count in [min(5, len(sentences))]
        if picked_by_us(rank, sentences, count) != picked_by_sumy(summarizer, sentences, count)
    ]
    assert differing == []


@pytest.mark.parametrize("rank", [graph_rankers.lexrank, graph_rankers.textrank, graph_rankers.reduction])
@pytest.mark.parametrize(
    "sentences",
    [[], [[]], [[], []], [["a"]], [["a"], ["a"]], [["a"], []], [["a", "a"], ["b"]]],
    ids=["nothing", "one empty", "two empty", "one", "two alike", "one and an empty one", "nothing shared"],
)
def test_tiny_texts_give_one_finite_score_a_sentence(rank, sentences):
    scores = rank(sentences)
    assert len(scores) == len(sentences)
    assert np.isfinite(scores).all()


def test_a_thousand_equal_sentences_are_ranked_at_once():
    scores = graph_rankers.textrank([["same", "words", "everywhere"]] * 1000)
    assert np.allclose(scores, scores[0])
