"""Train the model that chooses the body of a page from pages with gold text.

    python tests/quality/train_body.py --data EXTRACTION --webpages WEBPAGES     (writes the file)
    python tests/quality/train_body.py … --folds 3     (no file: figures on sites left out of training)

Needs lightgbm. Nothing of the pages is in the file: it holds thresholds on the features that
bot/sources/extraction/features.py measures. Deterministic for the same versions of lightgbm and trafilatura.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np
from extraction_sets import GoldPage, read_pages, score, summary

from bot.core.errors import InvalidInputError
from bot.sources import charset, markup
from bot.sources.extraction import alignment, body, copies, families, features, metadata, readability, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# How much a page of each set counts. Shops and lists are no articles; they teach what is none.
SET_WEIGHTS = {
    "article_extraction_benchmark": 2.0,
    "readability": 1.2,
    "trafilatura_eval": 1.0,
    "newspaper4k": 1.0,
    "orange_fr": 0.4,
    "wcxb/article": 1.0,
    "wcxb/documentation": 2.0,
    "wcxb/forum": 2.0,
    "wcxb/service": 0.5,
    "wcxb/listing": 0.3,
    "wcxb/product": 0.2,
    "wcxb/collection": 0.2,
}
ROUNDS = 130
PARAMETERS = {
    "objective": "cross_entropy",
    "learning_rate": 0.12,
    "num_leaves": 31,
    "max_depth": 9,
    "min_data_in_leaf": 100,
    "feature_fraction": 0.2,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 20,
    "max_bin": 63,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}


@dataclass(slots=True)
class Rows:
    """One page, measured."""

    page: GoldPage
    names: list[str]
    features: Any  # a row a unit
    labels: Any  # share of each unit that is gold
    weights: Any
    words: list[list[str]]
    units: list[units.Unit]  # without their elements, which stay in the process that parsed them
    holders: list[int]  # elements that the units' own stand in
    readable: list[bool]
    family: list[int]  # numbers of what is set alike
    title: str | None = None
    description: str | None = None


def measure_page(page: GoldPage) -> Rows | None:
    """The units of a page; None for one that is refused, as a page of more than 5 million characters is."""
    try:
        root = markup.parse(charset.decode(page.html()))
    except InvalidInputError:
        return None
    cut = units.cut(root) if root is not None else None
    if cut is None or not cut.units:
        return None
    about = metadata.read_metadata(root, cut, page.url)
    words = [alignment.tokens(unit.text) for unit in cut.units]
    votes = alignment.aligned_shares(words, body.opinion(root))
    linked = (
        alignment.aligned_shares(words, alignment.tokens(about.body)) if len(about.body or "") >= 200 else []
    )
    readable = readability.taken(cut, root)
    table = features.measure(features.Evidence(cut, words, votes, readable, linked, about))
    labels, weights = label(page, cut.units, words)
    return Rows(
        page,
        list(table.columns),
        table.matrix(),
        labels,
        weights,
        words,
        [replace(unit, box=None, row=None) for unit in cut.units],
        copies.holders(cut),
        readable,
        families.families(cut),
        about.title,
        about.description,
    )


def label(page: GoldPage, found: Sequence[units.Unit], words: Sequence[Sequence[str]]) -> tuple[Any, Any]:
    """Every page counts alike: a unit's weight is its share of the gold text."""
    sizes = np.array([len(each) for each in words])
    if page.gold:
        gold = alignment.tokens(page.gold)
        return np.array(alignment.aligned_shares(words, gold)), (sizes + 0.5) / (len(gold) + 50) * 1000
    wanted = np.array([any(one in unit.text for one in page.with_) for unit in found], dtype=float)
    unwanted = np.array([any(one in unit.text for one in page.without) for unit in found], dtype=float)
    return wanted, np.maximum(wanted, unwanted) * 30.0


def train(rows: Iterable[Rows]) -> Any:
    import lightgbm  # noqa: PLC0415 - only this program needs it

    rows = list(rows)
    table = np.concatenate([row.features for row in rows])
    labels = np.concatenate([row.labels for row in rows])
    weights = np.concatenate([_weights(row) for row in rows])
    counted = weights > 0
    data = lightgbm.Dataset(
        table[counted], labels[counted], weight=weights[counted], feature_name=rows[0].names
    )
    return lightgbm.train(PARAMETERS, data, ROUNDS)


def _weights(row: Rows) -> Any:
    return np.minimum(row.weights, 2_000.0) ** 0.8 * SET_WEIGHTS[row.page.set_name]


def export(booster: Any, out: Path) -> None:
    """Write the trees as arrays over all nodes, leaves as their own children (see `forest.py`)."""
    dump = booster.dump_model()
    nodes: list[tuple[int, float, int, int, bool, float]] = []
    roots, depths = [], []
    for tree in dump["tree_info"]:
        roots.append(len(nodes))
        depths.append(_flatten(tree["tree_structure"], nodes))
    used = sorted({node[0] for node in nodes})
    number = {column: place for place, column in enumerate(used)}
    feature, threshold, left, right, missing_left, value = zip(*nodes, strict=True)
    np.savez_compressed(
        out,
        columns=np.array([dump["feature_names"][column] for column in used]),
        roots=np.array(roots, dtype=np.int32),
        feature=np.array([number[column] for column in feature], dtype=np.int16),
        threshold=np.minimum(threshold, np.finfo(np.float32).max).astype(np.float32),
        left=np.array(left, dtype=np.int32),
        right=np.array(right, dtype=np.int32),
        missing_left=np.array(missing_left),
        value=np.array(value, dtype=np.float32),
        depth=np.array(max(depths)),
    )


def _flatten(node: dict[str, Any], nodes: list[tuple[int, float, int, int, bool, float]]) -> int:
    """Append a subtree, its root first; returns its depth."""
    at = len(nodes)
    if "leaf_value" in node:
        nodes.append((0, 0.0, at, at, True, node["leaf_value"]))
        return 0
    nodes.append((0, 0.0, 0, 0, True, 0.0))
    left = len(nodes)
    first = _flatten(node["left_child"], nodes)
    right = len(nodes)
    second = _flatten(node["right_child"], nodes)
    # Without NaN in training, LightGBM reads one as zero; such a column has none later either.
    goes_left = node["default_left"] if node["missing_type"] == "NaN" else node["threshold"] >= 0
    nodes[at] = (node["split_feature"], node["threshold"], left, right, goes_left, 0.0)
    return 1 + max(first, second)


def chosen_text(row: Rows, likely: Any) -> str:
    """The text of a page as `body.choose` would have it."""
    votes = np.nan_to_num(row.features[:, row.names.index("vote")]).tolist()
    sizes = [len(unit.text) for unit in row.units]
    sure = body.blended(list(likely), row.readable, votes, row.family, sizes)
    taken = body.take(row.units, row.words, sure, votes, row.holders, row.title, row.description)
    return "\n\n".join(row.units[index].text for index in taken)


def cross_validate(rows: Sequence[Rows], folds: int) -> dict[str, float]:
    scores: dict[str, list[Any]] = defaultdict(list)
    for fold in range(folds):
        left_out = [row for row in rows if _fold(row, folds) == fold]
        booster = train(row for row in rows if _fold(row, folds) != fold)
        for row in left_out:
            likely = booster.predict(row.features)
            scores[row.page.set_name].append(score(row.page, chosen_text(row, likely)))
    return summary(scores)


def _fold(row: Rows, folds: int) -> int:
    return crc32(row.page.site.encode()) % folds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--webpages", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("bot/sources/extraction/body_model.npz"))
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        measured = pool.map(measure_page, read_pages(arguments.data, arguments.webpages), chunksize=8)
        rows = [row for row in measured if row]
    if arguments.folds:
        for name, figure in cross_validate(rows, arguments.folds).items():
            print(f"{name:40} {figure:.4f}")
    else:
        export(train(rows), arguments.out)


if __name__ == "__main__":
    main()
