"""Why a sentence is in a summary."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.ranking.reasons import explain

FERRY = """# The ferry

The ferry of Lowick stopped running on Monday. The council had ordered the ferry off the lake. Children sang.

The council of Lowick will buy a second ferry in May. Rain fell."""


def test_a_sentence_is_explained_by_words_that_others_share_its_place_and_its_centrality() -> None:
    article = Article.from_text(FERRY, language="en")
    second = next(each for each in article.sentences if "ordered" in each.text)

    reasons = explain(article, second)

    assert (reasons.place, reasons.total) == (2, 5)
    assert reasons.words == ("council", "ferry")
    assert reasons.shared == 2
    assert reasons.central >= 0.5


def test_a_sentence_that_shares_nothing_is_less_central_than_all_others() -> None:
    article = Article.from_text(FERRY, language="en")
    reasons = explain(article, article.sentences[-1])

    assert reasons.words == ()
    assert reasons.shared == 0
    assert reasons.central < 0.5


def test_the_only_sentence_of_a_text_has_nothing_to_be_compared_with() -> None:
    article = Article.from_text("The ferry stopped running.", language="en")
    reasons = explain(article, article.sentences[0])

    assert (reasons.place, reasons.total, reasons.shared, reasons.central) == (1, 1, 0, 0.0)


def test_a_heading_can_be_asked_about_and_texts_without_blanks_too() -> None:
    article = Article.from_text(FERRY, language="en")
    assert explain(article, article.sentences[0]).total == 6

    chinese = Article.from_text("渡船星期一停航了。市议会命令渡船停航。孩子们唱歌。", language="zh")
    assert explain(chinese, chinese.sentences[0]).shared == 1


def test_words_that_nobody_would_tag_a_text_with_are_no_reason() -> None:
    text = "The mill opened last year and made salt. Last year the mill opened late. The salt made it rich."
    article = Article.from_text(text, language="en")

    assert explain(article, article.sentences[0]).words == ("mill", "salt")
