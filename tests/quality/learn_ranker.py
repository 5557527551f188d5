"""Learn the weights of our ranker from the development sets: writes bot/core/data/ranker.json.

    python tests/quality/learn_ranker.py --data DIR [--leave-out SET] [--output FILE]

Three networks in a row: which terms a person's summary holds, which pairs of words, which sentences the best
extract holds (found greedily against the reference). Each learns from the others' predictions for articles
that they have not seen (five folds), so that none trusts its own memory. Every set weighs as the square root
of its size, every article of a set the same. `--leave-out` learns without one set, to see whether the weights
carry over: `summaries.py --weights FILE --only SET` measures it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from corpora import LENGTHS, Item, load

from bot.core.article import Article
from bot.core.ranking.features import (
    Candidates,
    Columns,
    pair_columns,
    sentence_columns,
    stacked,
    term_columns,
)
from bot.core.ranking.network import Network
from bot.core.summary import fit_sentences
from bot.core.tokens import stem, words

FOLDS = 5
JITTER = (
    0.2  # lengths asked for vary by this (log-normal), so that the networks learn no set's habit by heart
)
OUTPUT = Path(__file__).parents[2] / "bot" / "core" / "data" / "ranker.json"
Values = np.ndarray


@dataclass
class Example:
    """An article with what is known of it."""

    corpus: str
    text: Candidates
    term_counts: list[Values]  # by reference: how often it has each term of the article
    pair_counts: list[Values]
    sizes: list[int]  # words of each reference
    columns: dict[str, Columns] = field(default_factory=dict)
    odds: dict[str, Values] = field(default_factory=dict)
    targets: dict[str, Values] = field(default_factory=dict)


def example(item: Item, random: np.random.RandomState) -> Example | None:
    article = Article.from_text(item.text, title=item.title, language=item.language)
    usual = LENGTHS[item.corpus]
    count = max(1, round(usual * float(np.exp(JITTER * random.randn()))))
    sentences = fit_sentences(article, usual)
    if len(sentences) <= count + 1:
        return None
    text = Candidates(sentences, article.title or "", article.language, count)
    number = {term: index for index, term in enumerate(text.table.terms)}
    pair_number = {tuple(pair): index for index, pair in enumerate(text.table.pair_terms.tolist())}
    made = Example(item.corpus, text, [], [], [])
    for reference in item.references:
        told = [stem(word, item.language) for word in words(reference, item.language)]
        numbers = [number.get(term, -1) for term in told]
        made.term_counts.append(_count(numbers, number.values()))
        made.pair_counts.append(
            _count([pair_number.get(p, -1) for p in pairwise(numbers)], pair_number.values())
        )
        made.sizes.append(max(len(told), 2))
    made.targets["terms"] = np.mean([counts > 0 for counts in made.term_counts], axis=0)
    made.targets["pairs"] = np.mean([counts > 0 for counts in made.pair_counts], axis=0)
    made.targets["sentences"] = best_extract(made)
    return made


def _count(found: Sequence[int], numbers: Any) -> Values:
    counts = Counter(found)
    return np.array([float(counts[number]) for number in numbers])


def best_extract(made: Example) -> Values:
    """1.0 for the sentences that, taken greedily, raise ROUGE-1 plus ROUGE-2 most."""
    table, height = made.text.table, made.text.table.height
    single, double = np.zeros((height, table.matrix.width)), np.zeros((height, table.pairs.width))
    single[table.matrix.rows, table.matrix.columns] = table.matrix.counts
    double[table.pairs.rows, table.pairs.columns] = table.pairs.counts
    chosen = np.zeros(height)
    for _ in range(min(made.text.count, height)):
        scores = np.zeros(height)
        for terms, pairs, size in zip(made.term_counts, made.pair_counts, made.sizes, strict=True):
            scores += _f1(single + chosen @ single, terms, size) + _f1(
                double + chosen @ double, pairs, size - 1
            )
        chosen[int(np.argmax(np.where(chosen > 0, -1.0, np.round(scores, 9))))] = 1.0
    return np.maximum(chosen, _taken_whole(made, double))


def _taken_whole(made: Example, pairs: Values) -> Values:
    """1.0 for the sentences that the first reference took as they are: it may be longer than what is asked
    for.
    """
    held = np.minimum(pairs, made.pair_counts[0]).sum(axis=1)
    return ((held > 0.9 * pairs.sum(axis=1)) & (pairs.sum(axis=1) > 3)).astype(float)


def _f1(summaries: Values, reference: Values, size: int) -> Values:
    return 2.0 * np.minimum(summaries, reference).sum(axis=1) / (summaries.sum(axis=1) + size)


def fit(
    columns: Sequence[Columns],
    targets: Sequence[Values],
    weights: Sequence[float],
    *,
    units: int,
    epochs: int,
    seed: int = 0,
) -> Network:
    """A network by Adam on weighted cross-entropy; each example (an article) has its weight, whatever its
    size.
    """
    random = np.random.RandomState(seed)
    inputs = np.vstack([stacked(one) for one in columns])
    target = np.concatenate(targets)
    weight = np.concatenate(
        [np.full(len(t), w / max(len(t), 1)) for t, w in zip(targets, weights, strict=True)]
    )
    weight = weight / weight.mean()
    mean, scale = inputs.mean(axis=0), inputs.std(axis=0) + 1e-6
    inputs = ((inputs - mean) / scale).astype(np.float32)
    width = inputs.shape[1]
    values = [
        random.randn(width, units) / np.sqrt(width),
        np.zeros(units),
        random.randn(units) * 0.1 / np.sqrt(units),
        np.zeros(1),
    ]
    first, second = [np.zeros_like(v) for v in values], [np.zeros_like(v) for v in values]
    step = 0
    for epoch in range(epochs):
        rate = 3e-3 * (1.0 - epoch / epochs)
        order = random.permutation(len(inputs))
        for begin in range(0, len(order), 512):
            batch = order[begin : begin + 512]
            step += 1
            for place, slope in enumerate(_slopes(values, inputs[batch], target[batch], weight[batch])):
                first[place] = 0.9 * first[place] + 0.1 * slope
                second[place] = 0.999 * second[place] + 0.001 * slope**2
                values[place] = values[place] - rate * (first[place] / (1 - 0.9**step)) / (
                    np.sqrt(second[place] / (1 - 0.999**step)) + 1e-8
                )
    return Network(tuple(columns[0]), mean, scale, values[0], values[1], values[2], float(values[3][0]))


def _slopes(values: Sequence[Values], inputs: Values, target: Values, weight: Values) -> list[Values]:
    hidden = np.tanh(inputs @ values[0] + values[1])
    error = (1.0 / (1.0 + np.exp(-(hidden @ values[2] + values[3][0]))) - target) * weight / len(inputs)
    inner = np.outer(error, values[2]) * (1.0 - hidden**2)
    return [
        inputs.T @ inner + 1e-4 * values[0],
        inner.sum(axis=0),
        hidden.T @ error + 1e-4 * values[2],
        np.array([error.sum()]),
    ]


def learn(
    examples: Sequence[Example], name: str, columns: Callable[[Example], Columns], **shape: int
) -> Network:
    """The network of one kind, learned on all; leaves in each example what one that hadn't seen it says."""
    sizes = Counter(one.corpus for one in examples)
    weights = [1.0 / np.sqrt(sizes[one.corpus]) for one in examples]
    for one in examples:
        one.columns[name] = columns(one)

    def fitted(chosen: Sequence[int]) -> Network:
        return fit(
            [examples[i].columns[name] for i in chosen],
            [examples[i].targets[name] for i in chosen],
            [weights[i] for i in chosen],
            **shape,
        )

    if name != "sentences":
        for fold in range(FOLDS):
            network = fitted([i for i in range(len(examples)) if i % FOLDS != fold])
            for one in examples[fold::FOLDS]:
                one.odds[name] = network.log_odds(one.columns[name])
    return fitted(range(len(examples)))


def _sentence_columns(one: Example) -> Columns:
    matrix, pairs = one.text.table.matrix, one.text.table.pairs
    term, pair = (1.0 / (1.0 + np.exp(-one.odds[name])) for name in ("terms", "pairs"))
    return sentence_columns(
        one.text, matrix.sum_rows(term[matrix.columns]), pairs.sum_rows(pair[pairs.columns])
    )


def as_values(network: Network) -> dict[str, Any]:
    def rounded(values: Any) -> Any:
        return (
            [float(f"{v:.5g}") for v in values] if np.ndim(values) == 1 else [rounded(row) for row in values]
        )

    return {
        "columns": list(network.columns),
        **{
            name: rounded(getattr(network, name))
            for name in ("mean", "scale", "hidden", "hidden_bias", "output")
        },
        "output_bias": float(f"{network.output_bias:.5g}"),
    }


def examples_of(data: Path, corpora: Sequence[str], limit: int | None, half: int | None) -> Iterator[Example]:
    random = np.random.RandomState(7)
    for corpus in corpora:
        for item in load(data, corpus, limit, half):
            made = example(item, random)
            if made is not None:
                yield made


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the unpacked archive of summarisation sets")
    parser.add_argument("--limit", type=int, help="articles of each set")
    parser.add_argument("--leave-out", default=None, choices=list(LENGTHS), help="learn without this set")
    parser.add_argument("--half", type=int, choices=[0, 1], help="learn on every other article")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    corpora = [corpus for corpus in LENGTHS if corpus != options.leave_out]
    examples = list(examples_of(options.data, corpora, options.limit, options.half))
    # Sets come one after the other; the folds must each have some of all.
    order = np.random.RandomState(11).permutation(len(examples))
    examples = [examples[index] for index in order]
    print(f"{len(examples)} articles")
    terms = learn(examples, "terms", lambda one: term_columns(one.text), units=16, epochs=6)
    pairs = learn(examples, "pairs", lambda one: pair_columns(one.text, one.odds["terms"]), units=8, epochs=4)
    sentences = [
        learn(examples, "sentences", _sentence_columns, units=12, epochs=20, seed=seed) for seed in range(2)
    ]
    values = {
        "terms": as_values(terms),
        "pairs": as_values(pairs),
        "sentences": [as_values(one) for one in sentences],
    }
    options.output.parent.mkdir(exist_ok=True)
    options.output.write_text(json.dumps(values, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{options.output}: {options.output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
