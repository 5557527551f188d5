"""Where a page begins to speak of its subject: a manual, a reference or a guide says there what it is, and
its many sections tell the rest.
"""

from __future__ import annotations

from bot.core.article import Article
from bot.core.models import Kind
from bot.core.ranking.features import Candidates
from bot.core.ranking.sentence_traits import SentenceTraits

_FEWEST_HEADINGS = 5
_LONGEST_SECTION = 25.0  # sentences in the mean; stories with a few headings have more
_OPENING = 3  # sentences, behind a notice or a slogan


def opening(article: Article, text: Candidates, traits: SentenceTraits) -> int | None:
    """The number of the sentence that says what a text cut by headings is about: one of the first, with a
    word of the title, that reads well by itself. None where there is none, or the text has few headings.
    """
    headings = sum(paragraph.kind is Kind.HEADING for paragraph in article.paragraphs)
    if headings < _FEWEST_HEADINGS or headings * _LONGEST_SECTION < text.table.height:
        return None
    matrix = text.table.matrix
    titled = matrix.sum_rows(text.in_title[matrix.columns]) > 0
    flawed = traits.leans | traits.points | traits.announces | traits.asks | traits.unfinished | traits.cut
    fit = (titled & ~flawed)[:_OPENING].nonzero()[0]
    return int(fit[0]) if len(fit) else None
