"""Of a long summary whole sentences decide earlier than of a short one."""

import pytest

from bot.core.article import Article
from bot.core.rankers import share_of_whole
from bot.core.ranking.features import Candidates

TEXT = "\n\n".join(
    f"On day {day} the miller of Lowick sold {day + 3} sacks of flour to the bakers." for day in range(24)
)


def share(language: str, count: int) -> float:
    article = Article.from_text(TEXT, language=language)
    return share_of_whole(Candidates(article.sentences, "", language, count))


@pytest.mark.parametrize(("language", "wanted"), [("en", 1.0), ("de", pytest.approx(0.555, abs=0.01))])
def test_centrality_decides_a_long_summary_where_words_hardly_change(language, wanted):
    assert share(language, 6) == wanted


def test_a_short_summary_is_made_of_words_in_every_language():
    assert share("en", 3) == share("de", 3) == 0.0
