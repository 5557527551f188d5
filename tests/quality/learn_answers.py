"""Learn the weights of the answerer from the development sets: writes bot/core/data/answer_weights.json.

    python tests/quality/learn_answers.py --data QA_FOLDER [--folds 5] [--output FILE]

Two linear models. The ranker is a listwise softmax over the sentences of an article: it makes the right one
likely. Scripts that write no blanks get corrections of its weights, learned on top of the common ones. The
judge is a logistic regression that tells questions of this article from questions of another of the same set;
it looks at the sentence that the learned ranker puts first. Both are first cross-validated: an article's
title is in one fold for all languages, so that no fold has seen the article in another language. Then all
data is learned.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from answer_sets import PARAGRAPHS, Asked, Case, load, names
from answers import CONVERSATIONS, SEED, is_hit

from bot.core.answers.answer_weights import HAN, SOUTHERN, writing
from bot.core.answers.answering import Ranking, best_passages, score
from bot.core.answers.judge_features import judge_features
from bot.core.answers.questions import read_question
from bot.core.lexicon.forms import term_forms
from bot.core.lexicon.question_words import UNSPACED
from bot.core.lexicon.words import iterate

OUTPUT = Path(__file__).parents[2] / "bot" / "core" / "data" / "answer_weights.json"
FOREIGN_EVERY = 3  # questions; enough for the judge's few weights, and a third of the time
ABRIDGED = 0.5  # what an abridged question counts beside a whole one
RANKER_PENALTY, CORRECTION_PENALTY, JUDGE_PENALTY = 30.0, 10.0, 1.0
# XQuAD's languages ask the same questions: together they should not outweigh the other sets. Conversations
# are marked loosely: counted whole, they cost the others 0.4 questions in a hundred and gained nothing.
SHARE = defaultdict(lambda: 0.25, {CONVERSATIONS: 0.4, "squad2_en_whole_articles": 1.0, "xquad_en": 0.5})
# The sets hold hardly any headings and captions, so nothing can be learned of them: a caption quotes badly,
# and what stands below a heading that has the question's words is likely to answer it. Nor do they ask often
# enough for ages, sums and measures, one question in 25, or for reasons, one in 50. Sentences of four words,
# as people write them, stand in the conversations alone: the others made them lose against any other one.
FIXED = {
    "prose": 2.0,
    "cover_heading": 2.0,
    "wanted": 1.5,
    "wanted_or_none": 0.0,
    "wanted_cover": 1.0,
    "why_reason": 2.0,
    "short_cover": -2.0,
}
# Only for the judge: scaled by words that the article lacks, which says nothing between its sentences.
UNRANKED = ("grams3_whole", "grams4_whole", "grams5_whole")
Array = np.ndarray


@dataclass
class Example:
    """A question over the sentences of an article."""

    group: str
    title: str
    language: str
    features: Array  # a row for each sentence that was looked at
    unranked: Array  # the same, of UNRANKED
    facts: dict[str, float]
    given: Array  # what each of the sentences gets beside its weighted features
    right: Array  # which of them hold the answer
    answerable: bool
    abridged: bool = False  # left with a few of its words: only the judge learns from it

    @property
    def ranked(self) -> bool:
        """Whether the ranker learns from it."""
        return self.answerable and not self.abridged

    @property
    def judged(self) -> bool:
        """Whether the judge learns from it."""
        return self.group != CONVERSATIONS

    @property
    def calibrated(self) -> bool:
        """Whether the thresholds follow from it."""
        return self.judged and not self.abridged


def examples(data: Path) -> tuple[list[str], list[Example]]:
    """The names of the ranker's features, and every question, own and foreign."""
    found: list[Example] = []
    ranked: list[str] = []
    for group in (name for name in names(data) if name != PARAGRAPHS):
        cases = load(data, group)
        generator = random.Random(SEED)  # noqa: S311 - a sample, no secret
        for case, asked, own, abridged in _pairs(cases, generator, group):
            ranking = best_passages([case.article], asked.question, asked.context)
            evidence = ranking.evidence[0]
            language = case.article.language
            ranked = sorted(evidence.features.keys() - set(UNRANKED))
            found.append(
                Example(
                    group=group,
                    title=case.title.replace("_", " ").partition("(")[0].partition(",")[0],
                    language=language,
                    features=np.stack([evidence.features[name] for name in ranked], axis=1),
                    unranked=np.stack([evidence.features[name] for name in UNRANKED], axis=1),
                    facts=evidence.facts,
                    given=ranking.scores[0] - score(evidence.features, language),
                    right=_right(case, asked, ranking, group)
                    if own
                    else np.zeros(len(evidence.sentences), bool),
                    answerable=own,
                    abridged=abridged,
                )
            )
    return ranked, found


def _pairs(
    cases: Sequence[Case], generator: random.Random, group: str
) -> Iterator[tuple[Case, Asked, bool, bool]]:
    """Each question with its article or another one; whether it is its own; whether words were left out."""
    for case in cases:
        for number, asked in enumerate(case.asked):
            if asked.answers:
                yield case, asked, True, False
                if group != CONVERSATIONS and number % FOREIGN_EVERY == 0:
                    other = generator.choice([each for each in cases if each.title != case.title])
                    yield other, asked, False, False
                    short = abridge(asked, case.article.language, generator)
                    if short is not None:
                        yield case, short, True, True
                        yield other, short, False, True


def abridge(asked: Asked, language: str, generator: random.Random) -> Asked | None:
    """The question with one to three of its meaningful words left, as people type; None if it has no more.

    The sets ask in whole sentences full of names; of "How much is a ticket?" the judge would learn nothing.
    """
    if language in UNSPACED:
        return None
    question = read_question(asked.question, language)
    telling = {term.term for term in question.content}
    kept = set(generator.sample(sorted(telling), min(generator.choice(KEPT), len(telling))))
    if len(kept) == len(telling):
        return None
    words = [
        asked.question[word.start : word.end]
        for word in iterate(asked.question, language)
        if (term := next(term_forms([word.text], language))) in kept or term not in telling
    ]
    return Asked(" ".join(words) + "?", (), asked.answers)


KEPT = (1, 2, 2, 3)


def _right(case: Case, asked: Asked, ranking: Ranking, group: str) -> Array:
    sentences = case.article.sentences
    return np.asarray(
        [is_hit(sentences[n], asked, loose=group == CONVERSATIONS) for n in ranking.evidence[0].sentences]
    )


def minimize(step: Callable[[Array], tuple[float, Array, Array]], weights: Array) -> Array:
    """Newton's method with steps halved until they help. `step` gives loss, gradient and curvature."""
    loss, gradient, curvature = step(weights)
    for _ in range(40):
        direction, size = np.linalg.solve(curvature, gradient), 1.0
        while size > 1e-6:
            tried = step(weights - size * direction)
            if tried[0] < loss:
                break
            size /= 2
        if size <= 1e-6 or loss - tried[0] < 1e-7 * abs(loss):
            break
        weights = weights - size * direction
        loss, gradient, curvature = tried
    return weights


def learn_ranker(chosen: Sequence[Example], spread: Array, fixed: Array, onto: Array | None = None) -> Array:
    """Weights (of unscaled features) that make right sentences likely; what `fixed` gives stays so.

    With `onto`, corrections to be added to those weights.
    """
    chosen = [each for each in chosen if each.right.any()]
    rows = np.concatenate([each.features for each in chosen]) / spread
    lengths = np.asarray([len(each.right) for each in chosen])
    begins = np.r_[0, np.cumsum(lengths)[:-1]]
    owner = np.repeat(np.arange(len(chosen)), lengths)
    right = np.concatenate([each.right for each in chosen])
    share = np.asarray([SHARE[each.group] for each in chosen])
    free = np.isnan(fixed)
    penalty = RANKER_PENALTY if onto is None else CORRECTION_PENALTY
    start = np.where(free, 0.0, fixed * spread) if onto is None else np.zeros(len(spread))
    given = 0.0 if onto is None else rows @ (onto * spread)

    def likely(scores: Array) -> tuple[Array, Array]:
        top = np.maximum.reduceat(scores, begins)
        parts = np.exp(scores - top[owner])
        sums = np.add.reduceat(parts, begins)
        return parts / sums[owner], np.log(sums) + top

    def step(weights: Array) -> tuple[float, Array, Array]:
        scores = rows @ weights + given
        every, total = likely(scores)
        among, held = likely(np.where(right, scores, -1e9))
        mean = np.add.reduceat(every[:, None] * rows, begins, axis=0)
        pull = np.where(free, weights, 0.0)
        loss = float(share @ (total - held) + penalty / 2 * pull @ pull)
        gradient = np.where(free, rows.T @ (share[owner] * (every - among)) + penalty * pull, 0.0)
        curvature = (rows * (every * share[owner])[:, None]).T @ rows - (mean * share[:, None]).T @ mean
        return loss, gradient, curvature * np.outer(free, free) + penalty * np.eye(len(weights))

    return minimize(step, start) / spread


def learn_corrections(
    chosen: Sequence[Example], spread: Array, fixed: Array, weights: Array
) -> dict[str, Array]:
    """What to add to the weights for each way of writing without blanks."""
    return {
        script: learn_ranker(
            [each for each in chosen if writing(each.language) == script], spread, fixed, weights
        )
        for script in (HAN, SOUTHERN)
    }


def scores_of(each: Example, ranks: Mapping[str, Array]) -> Array:
    """What a ranker gives each sentence."""
    scores: Array = each.features @ (ranks["common"] + ranks.get(writing(each.language), 0.0)) + each.given
    return scores


def signs_of(
    every: Sequence[Example], ranked: Sequence[str], ranks: Mapping[str, Array]
) -> list[dict[str, float]]:
    """What the judge sees of each question when this ranker has found the best sentence."""
    found = []
    for each in every:
        evidence = dict(zip((*ranked, *UNRANKED), (*each.features.T, *each.unranked.T), strict=True))
        found.append(judge_features(evidence, each.facts, int(np.argmax(scores_of(each, ranks)))))
    return found


def learn_judge(chosen: Sequence[Example], signs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Weights of a logistic regression; answerable questions weigh as much as the others."""
    labels = sorted(signs[0])
    rows = np.asarray([[each[label] for label in labels] for each in signs])
    spread = spread_of(rows)
    rows = rows / spread
    truth = np.asarray([each.answerable for each in chosen], dtype=np.float64)
    share = np.asarray([SHARE[each.group] * (ABRIDGED if each.abridged else 1.0) for each in chosen])
    share = share * np.where(truth > 0, 1 / (share @ truth), 1 / (share @ (1 - truth))) * len(chosen) / 2

    def step(weights: Array) -> tuple[float, Array, Array]:
        scores = rows @ weights
        likely = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        loss = float(
            share @ (np.logaddexp(0, scores) - truth * scores) + JUDGE_PENALTY / 2 * weights @ weights
        )
        gradient = rows.T @ (share * (likely - truth)) + JUDGE_PENALTY * weights
        curvature = (rows * (share * likely * (1 - likely))[:, None]).T @ rows + JUDGE_PENALTY * np.eye(
            len(weights)
        )
        return loss, gradient, curvature

    weights = minimize(step, np.zeros(len(spread))) / spread
    return dict(zip(labels, weights.tolist(), strict=True))


def spread_of(rows: Array) -> Array:
    """Standard deviations, one where a feature never changes."""
    spread = rows.std(axis=0)
    return np.where(spread < 1e-6, 1.0, spread)


@dataclass(frozen=True)
class Model:
    """A ranker and the judge of what it finds."""

    ranks: dict[str, Array]  # the common weights, and corrections by the way of writing
    judge: dict[str, float]

    def verdicts(self, every: Sequence[Example], ranked: Sequence[str]) -> list[float]:
        """From low to high, how likely these questions are answered."""
        return [
            sum(weight * signs[name] for name, weight in self.judge.items())
            for signs in signs_of(every, ranked, self.ranks)
        ]


def held_out(
    every: Sequence[Example],
    ranked: Sequence[str],
    folds: int,
    learn: Callable[[Sequence[Example]], Model],
) -> Array:
    """Shows what the models reach on titles that they have not seen; gives the judge's scores."""
    titles = sorted({each.title for each in every})
    random.Random(SEED).shuffle(titles)  # noqa: S311 - a split, no secret
    fold = {title: number % folds for number, title in enumerate(titles)}
    hits: defaultdict[str, list[bool]] = defaultdict(list)
    verdicts = np.zeros(len(every))
    for number in range(folds):
        model = learn([each for each in every if fold[each.title] != number])
        places = [place for place, each in enumerate(every) if fold[each.title] == number]
        unseen = [every[place] for place in places]
        verdicts[places] = model.verdicts(unseen, ranked)
        for each in unseen:
            if each.ranked:
                hits[each.group].append(bool(each.right[np.argmax(scores_of(each, model.ranks))]))
    for group, found in hits.items():
        print(f"{group:28} right first {100 * np.mean(found):.1f} %")
    return verdicts


def calibrate(every: Sequence[Example], verdicts: Array) -> dict[str, float]:
    """Thresholds between two wishes: 98.5 % of foreign questions told, at most 5 % of own ones refused.

    Languages differ (stop lists, stems): each has its own, a quarter of the way to that of all, which is for
    the others. (Learned on half of the titles, that told 98.6 % and refused 3.6 % in the other half.)
    """
    counted = [(score, each) for score, each in zip(verdicts, every, strict=True) if each.calibrated]
    common = _middle(counted)
    thresholds = {"other": round(common, 4)}
    for language in sorted({each.language for _, each in counted}):
        mine = [(score, each) for score, each in counted if each.language == language]
        threshold = 0.75 * _middle(mine) + 0.25 * common
        thresholds[language] = round(threshold, 4)
        told, refused = _below(mine, threshold)
        print(f"  {language} at {threshold:.2f}: told {told:.1f} %, refused {refused:.1f} %")
    short = [(score, each) for score, each in zip(verdicts, every, strict=True) if each.abridged]
    for name, chosen in (("abridged", short), ("all", counted)):
        told, refused = _below(chosen, common)
        print(f"{name} at {common:.2f}: told {told:.1f} %, refused {refused:.1f} %")
    return thresholds


def _middle(counted: Sequence[tuple[float, Example]]) -> float:
    told = np.quantile([score for score, each in counted if not each.answerable], 0.985)
    refused = np.quantile([score for score, each in counted if each.answerable], 0.05)
    return float((told + refused) / 2)


def _below(counted: Sequence[tuple[float, Example]], threshold: float) -> tuple[float, float]:
    """How many foreign and how many own questions lie below a threshold, in per cent."""
    foreign = [score < threshold for score, each in counted if not each.answerable]
    own = [score < threshold for score, each in counted if each.answerable]
    return 100 * float(np.mean(foreign)), 100 * float(np.mean(own))


def main() -> None:
    """Learns and writes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    ranked, every = examples(options.data)
    spread = spread_of(np.concatenate([each.features for each in every if each.ranked]))
    fixed = np.asarray([FIXED.get(name, np.nan) for name in ranked])

    def learn(chosen: Sequence[Example]) -> Model:
        own = [each for each in chosen if each.ranked]
        common = learn_ranker(own, spread, fixed)
        ranks = {"common": common, **learn_corrections(own, spread, fixed, common)}
        judged = [each for each in chosen if each.judged]
        return Model(ranks, learn_judge(judged, signs_of(judged, ranked, ranks)))

    thresholds = calibrate(every, held_out(every, ranked, options.folds, learn))
    model = learn(every)
    learned = {
        "source": "tests/quality/learn_answers.py",
        "ranker": _rounded(ranked, model.ranks["common"]),
        **{script: _rounded(ranked, model.ranks[script]) for script in (HAN, SOUTHERN)},
        "judge": {name: round(weight, 5) for name, weight in model.judge.items()},
        "threshold": thresholds,
    }
    options.output.write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")


def _rounded(labels: Sequence[str], weights: Array) -> dict[str, float]:
    return {name: round(float(weight), 5) for name, weight in zip(labels, weights, strict=True)}


if __name__ == "__main__":
    main()
