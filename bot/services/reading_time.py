"""How long an article takes to read."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.lexicon.question_words import UNSPACED

# Silent reading of non-fiction in English: Brysbaert 2019, doi:10.1016/j.jml.2019.104047.
WORDS_PER_MINUTE = 238
# Chinese; Japanese lies near it: Trauzettel-Klosinski 2012, doi:10.1167/iovs.11-8284.
CHARACTERS_PER_MINUTE = 260


def reading_minutes(article: Article) -> int:
    """How long reading all of it takes, in whole minutes, at least one."""
    if article.language in UNSPACED:
        return max(1, round(len(article.text) / CHARACTERS_PER_MINUTE))
    return max(1, round(article.text.count(" ") / WORDS_PER_MINUTE))
