"""The day that each of several articles is from, as far as it can be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.core.article import Article
from bot.core.lexicon.written_dates import date_in_address, declared_date, written_date

# A date of the article's own stands beside its head line or under its last line; in between, others are told.
_HEAD, _FOOT = 300, 200  # characters
# Pages that were stored by a crawler often carry the day of the crawl as their day of publication.
_NEAR = 3  # days
_YEAR = re.compile(r"(?:19|20)\d\d")


def story_days(articles: Sequence[Article]) -> list[int | None]:
    """A number for each article's day (proleptic Gregorian ordinal), None where nothing tells it.

    The address is trusted most, then what was declared, then what the text says. Declared days are left out
    altogether where they contradict the addresses of this batch more often than not.
    """
    addressed = [_in_address(article.url) if article.url else None for article in articles]
    trusted = _agree(addressed, [article.published for article in articles])
    return [
        _day(day or (article.published if trusted else None) or _in_text(article.text))
        for day, article in zip(addressed, articles, strict=True)
    ]


def _agree(addressed: Sequence[date | None], declared: Sequence[date | None]) -> bool:
    both = [abs((one - other).days) for one, other in zip(addressed, declared, strict=True) if one and other]
    return 2 * sum(apart > _NEAR for apart in both) <= len(both)


def _in_address(url: str) -> date | None:
    return date_in_address(url) or declared_date(url)


def _in_text(text: str) -> date | None:
    foot = text[-_FOOT:] if len(text) > _HEAD else ""
    return _written(text[:_HEAD]) or _written(foot)


def _written(text: str) -> date | None:
    # Looking for a date in every form costs more than all else here; without a year there is none.
    return written_date(text) if _YEAR.search(text) else None


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
