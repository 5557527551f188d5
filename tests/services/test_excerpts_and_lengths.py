"""Where sentences stand, what stands around them, and how long a summary gets."""

from bot.core.article import Article
from bot.services import lengths
from bot.services.excerpts import in_context, is_verbatim, paragraph_number
from bot.services.reading_time import reading_minutes

TEXT = """
The river rose on Monday night. By morning it stood in the market square. Nobody was hurt.

Firemen pumped water out of forty cellars. The school stayed closed. Lessons begin again on Thursday.

The mayor thanked the helpers. She spoke of the worst flood since 1954.
"""
ARTICLE = Article.from_text(TEXT, language="en")


def sentence(words: str):
    return next(each for each in ARTICLE.sentences if words in each.text)


def shown(runs) -> list[str]:
    return ["".join(span.text for span in run) for run in runs]


def test_context_grows_around_a_sentence_while_there_is_room() -> None:
    school = sentence("school")
    assert shown(in_context(ARTICLE, [school], room=0, reach=3)) == ["The school stayed closed."]
    near = in_context(ARTICLE, [school], room=500, reach=1)
    cellars = "Firemen pumped water out of forty cellars."
    assert shown(near) == [f"{cellars} The school stayed closed. Lessons begin again on Thursday."]
    assert [span.text for run in near for span in run if span.chosen] == ["The school stayed closed."]


def test_context_is_unbroken_text_of_the_article() -> None:
    for reach in range(5):
        for run in shown(in_context(ARTICLE, [sentence("school"), sentence("1954")], room=400, reach=reach)):
            assert run in ARTICLE.text


def test_whom_a_sentence_names_shortly_is_introduced_however_far_away() -> None:
    text = (
        "It holds, says Ada Levin of Lund. It rained. The wind fell. Ice broke. Levin was glad. Levin slept."
    )
    article = Article.from_text(text, language="en")
    glad = next(each for each in article.sentences if "glad" in each.text)
    first, *_, last = shown(in_context(article, [glad], room=120, reach=0))
    assert first == "It holds, says Ada Levin of Lund."
    assert last == "Levin was glad."


def test_neighbours_that_touch_are_one_run() -> None:
    runs = in_context(ARTICLE, [sentence("Firemen"), sentence("Lessons")], room=500, reach=1)
    assert len(runs) == 1


def test_paragraphs_are_counted_from_one_without_headings() -> None:
    article = Article.from_text("Flood in Elm\n\n" + TEXT.strip(), language="en")
    last = article.sentences[-1]
    assert paragraph_number(article, last) == (3, 3)


def test_reading_takes_at_least_a_minute_and_counts_characters_where_there_are_no_blanks() -> None:
    assert reading_minutes(ARTICLE) == 1
    assert reading_minutes(Article.from_text("word " * 2380, language="en")) == 10
    assert reading_minutes(Article.from_text("今天天气很好。" * 260, language="zh")) == 7


def test_a_sentence_that_is_no_slice_is_told_apart() -> None:
    first, second = ARTICLE.sentences[:2]
    assert is_verbatim(ARTICLE, first)
    assert not is_verbatim(Article.from_text("Something else entirely.", language="en"), second)


def test_lengths_go_up_and_down_the_same_steps() -> None:
    up = [1]
    while (step := lengths.longer(up[-1], 100)) is not None:
        up.append(step)
    down = [up[-1]]
    while (step := lengths.shorter(down[-1])) is not None:
        down.append(step)
    assert up == down[::-1]
    assert up[-1] == lengths.MOST


def test_nothing_is_longer_than_what_there_is() -> None:
    assert lengths.longer(5, 6) == 6
    assert lengths.longer(6, 6) is None
    assert lengths.shorter(1) is None
