"""Nutshell reads articles: extractive summaries and answers by quotation, without a language model.

>>> import bot
>>> article = bot.Article.from_text(
...     "The council met on Monday to talk about the old bridge over the river. "
...     "Engineers have found cracks in two of its pillars this spring. "
...     "The mayor said that the bridge will be closed for nine months. "
...     "A ferry will carry people across until the work is done."
... )
>>> summary = bot.summarize(article, sentences=2)
>>> len(summary.sentences)
2
>>> all(article.text[s.start : s.end] == s.text for s in summary.sentences)
True
>>> answer = bot.ask(article, "How long will the bridge be closed?")
>>> answer.found, answer.passages[0].sentence.text
(True, 'The mayor said that the bridge will be closed for nine months.')

Everything here works without Telegram, a database or a network. Errors derive from `BotError`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.core.article import Article
    from bot.core.errors import BotError, NoArticle
    from bot.core.keywords import keywords
    from bot.core.models import Kind, Paragraph, Sentence
    from bot.core.quotes import check_quote
    from bot.core.retrieval import Answer, Passage, ask
    from bot.core.stories import group
    from bot.core.summary import METHODS, Summary, summarize
    from bot.sources.extract import extract

__all__ = [
    "METHODS",
    "Answer",
    "Article",
    "BotError",
    "Kind",
    "NoArticle",
    "Paragraph",
    "Passage",
    "Sentence",
    "Summary",
    "ask",
    "check_quote",
    "extract",
    "group",
    "keywords",
    "summarize",
]

# Where each name lives. They are loaded when they are first used: `python -m bot --help` needs none of them.
_HOMES = {
    "Article": "bot.core.article",
    "BotError": "bot.core.errors",
    "NoArticle": "bot.core.errors",
    "keywords": "bot.core.keywords",
    "Kind": "bot.core.models",
    "Paragraph": "bot.core.models",
    "Sentence": "bot.core.models",
    "check_quote": "bot.core.quotes",
    "Answer": "bot.core.retrieval",
    "Passage": "bot.core.retrieval",
    "ask": "bot.core.retrieval",
    "group": "bot.core.stories",
    "METHODS": "bot.core.summary",
    "Summary": "bot.core.summary",
    "summarize": "bot.core.summary",
    "extract": "bot.sources.extract",
}


def __getattr__(name: str) -> Any:
    """Load a public name on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return __all__
