"""Knowing a shop's page: declared goods and prices, buttons that sell, shelves."""

from __future__ import annotations

import re

from bot.sources.extraction import wall_words as words
from bot.sources.extraction.linked_data import ARTICLES
from bot.sources.extraction.page_facts import ENOUGH, SHELF, PageFacts

_DECLARED_GOODS = frozenset(["og:product", "og:product.item", "og:product.group"])
_LINKED_GOODS = frozenset(["product", "productgroup"])
_DECLARED_PRICE = frozenset(["product:price:amount", "product:price:currency", "og:price:amount", "price"])
_SIGNS_OF_SALE = 3  # of six, from which on a page is there to sell, however long it praises its goods
_GOODS_PATH = re.compile(r"/(?:products?|dp|gp|pdp?|p|shop|store|item|itm)(?:/|$)")
_PRODUCT_PATH = re.compile(r"/products?/[^/]")
_FEW_OF_GOODS = (
    2  # sentences of its own that a page of goods has at most, where nothing there is for sale yet
)
_NEAR_TITLE = 40  # units
_FEWEST_PRICES, _FEWEST_BUTTONS = 4, 3
_FEWEST_BOXES = 5
_MANY_PRICES, _PRICED_SHARE = 6, 0.2  # and the share of a page's pieces of text that are prices


def is_shop(facts: PageFacts) -> bool:
    """Whether a page is there to sell: one thing, or a shelf of them."""
    if facts.metadata.types & ARTICLES:
        return False
    buttons = sum(bool(len(unit.text) < 60 and words.SHOP.search(unit.text)) for unit in facts.cut.units)
    return _sells(facts, buttons) or _shows_goods(facts, buttons)


def _sells(facts: PageFacts, buttons: int) -> bool:
    """Whether there are signs enough that a page is there to sell, whatever is said of the goods."""
    types = facts.metadata.types
    signs = (
        types & _DECLARED_GOODS,
        types & _LINKED_GOODS,
        _has_declared_price(facts),
        _price_beside_title(facts),
        buttons,
        _GOODS_PATH.search(facts.path),
    )
    side_by_side = facts.cards >= SHELF and facts.prices >= max(2 * SHELF, facts.flow)
    many = buttons >= SHELF and facts.flow < 4 * ENOUGH
    needed = _SIGNS_OF_SALE + facts.says_article  # to Open Graph, as shops' programs say, too
    plain = not facts.says_article and (
        side_by_side or many or _offers(facts, buttons) or _lets_choose(facts, buttons)
    )
    return plain or _is_priced_shelf(facts) or sum(map(bool, signs)) >= needed


def _offers(facts: PageFacts, buttons: int) -> bool:
    """Whether a page that no one calls an article shows the price that it declares, or a shelf of goods."""
    if _has_declared_price(facts) and (buttons or _price_beside_title(facts)):
        return True
    if facts.prices >= _FEWEST_PRICES and buttons >= _FEWEST_BUTTONS and facts.flow < 4 * ENOUGH:
        return True
    return (
        facts.cards >= SHELF
        and bool(words.GOODS_PATH.search(facts.path))
        and not words.WORK_PATH.search(facts.path)
        and (buttons > 0 or facts.prices >= _FEWEST_PRICES)
    )


def _lets_choose(facts: PageFacts, buttons: int) -> bool:
    """Whether goods can be chosen, by colour or size, on a page of prices and teasers with a button to buy.

    Among 1,900 pages of the public sets 7 shops are told so, and no page of another kind.
    """
    return (
        facts.choosers >= _FEWEST_BOXES
        and facts.prices >= _FEWEST_BUTTONS
        and buttons > 0
        and facts.cards >= SHELF
    )


def _is_priced_shelf(facts: PageFacts) -> bool:
    """Whether teasers with prices stand under a shelf's address, which some programs call an article."""
    named = words.GOODS_PATH.search(facts.path) and not words.WORK_PATH.search(facts.path)
    return bool(named) and facts.cards >= SHELF and facts.prices >= SHELF


def _shows_goods(facts: PageFacts, buttons: int) -> bool:
    """Whether a page shows goods and says little besides."""
    if facts.flow >= 2 * ENOUGH:
        return False
    shelf = facts.cards >= SHELF
    silent = facts.flow <= _FEW_OF_GOODS and not facts.says_article
    if facts.metadata.types & (_DECLARED_GOODS | _LINKED_GOODS) and (
        buttons or facts.prices or _has_declared_price(facts) or silent
    ):
        return True  # the buttons, and the price, may come by script
    if silent and shelf and _PRODUCT_PATH.search(facts.path):
        return True
    if silent and facts.prices >= max(_MANY_PRICES, _PRICED_SHARE * len(facts.cut.units)):
        return True  # a film of the goods may stand beside them
    return facts.flow < ENOUGH and ((facts.prices >= 6 and buttons > 0) or (shelf and facts.prices >= SHELF))


def _has_declared_price(facts: PageFacts) -> bool:
    return bool(_DECLARED_PRICE & facts.metadata.meta.keys())


def _price_beside_title(facts: PageFacts) -> bool:
    """Whether a price stands by itself shortly after the first heading."""
    title = next((unit.index for unit in facts.cut.units if unit.tag == "h1"), None)
    near = facts.cut.units[title + 1 : title + _NEAR_TITLE] if title is not None else []
    return any(len(unit.text) < 60 and words.PRICE.search(unit.text) for unit in near)
