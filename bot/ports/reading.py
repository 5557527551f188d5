"""The ports that it takes to read an article, as they are handed to those who need all of them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ports.digests import Revisitor
from bot.ports.operators import Poster
from bot.ports.pages import Extractor, Fetcher
from bot.ports.workers import Workers


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPorts:
    """What it takes to read: a way to the web, a way to articles, and processes to work in."""

    fetcher: Fetcher
    revisitor: Revisitor
    extractor: Extractor
    workers: Workers
    poster: Poster  # for what the operator has sent to programs of their own
