"""What pages of each type are told as: an article, or the reason why they hold none.

    python tests/quality/kinds_told.py --webpages WEBPAGES [--list TYPE [TOLD]] [--json] [--check]

WEBPAGES is the unpacked WCXB set, whose makers gave each page a type. An article, a page of documentation and
a forum thread are to be read; of a listing, a collection or a product page, what is refused has to be refused
as what it is (`FITTING`). `--list` names the pages of a type, or those that were told as one thing. `--check`
fails where one article in a hundred is refused, or more.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from extraction_sets import GoldPage, read_pages

from bot.core.errors import BotError, NoArticle
from bot.sources.extract import extract

READ = "read"
HALF = "half"
_LISTS = frozenset(["home", "section", "search", "tag", "directory", "forum_index", "gallery"])
# What a page of a type may be told as where it isn't read. A collection is a shop's list of goods.
FITTING: dict[str, frozenset[str]] = {
    "listing": _LISTS | {"shop"},
    "collection": _LISTS | {"shop"},
    "product": frozenset(["shop"]),
}
MOST_REFUSED = 0.01  # of the articles


def told(page: GoldPage) -> str:
    """What a reader would hear of a page."""
    try:
        return HALF if extract(page.html(), page.url).partial else READ
    except NoArticle as error:
        return str(error.reason)
    except BotError as error:
        return error.code


def unfitting(table: dict[str, Counter[str]]) -> dict[str, float]:
    """For each type the share of its refused pages that are told as something that they are not."""
    shares = {}
    for name, counts in table.items():
        refused = {what: count for what, count in counts.items() if what not in {READ, HALF}}
        wrong = sum(count for what, count in refused.items() if what not in FITTING.get(name, frozenset()))
        shares[name] = wrong / max(1, sum(refused.values()))
    return shares


def show(table: dict[str, Counter[str]]) -> None:
    kinds = [kind for kind, _ in sum(table.values(), Counter[str]()).most_common()]
    print(f"{'':15}" + "".join(f"{kind:>13}" for kind in kinds) + f"{'unfitting':>13}")
    for name, share in sorted(unfitting(table).items()):
        print(f"{name:15}" + "".join(f"{table[name][kind] or '':>13}" for kind in kinds) + f"{share:13.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--webpages", type=Path, required=True)
    parser.add_argument("--list", nargs="+", metavar=("TYPE", "TOLD"), help="name the pages behind a figure")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for page in read_pages(None, options.webpages):
        name = page.set_name.removeprefix("wcxb/")
        if options.list and options.list[0] != name:
            continue
        what = told(page)
        table[name][what] += 1
        if options.list and what in (options.list[1:] or [what]):
            print(f"{what:12} {page.path.name} {page.url}")
    print(json.dumps(table)) if options.json else show(table)
    articles = table["article"]
    refused = 1 - (articles[READ] + articles[HALF]) / max(1, articles.total())
    if options.check and refused >= MOST_REFUSED:
        sys.exit(f"{refused:.3f} of the articles are refused")


if __name__ == "__main__":
    main()
