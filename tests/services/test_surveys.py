"""What a reply to an article needs, as a worker finds it out."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.core.article import Article
from bot.core.errors import WorkerDiedError, WorkTimeoutError
from bot.core.readings import Reading
from bot.messages import QuestionPhrase
from bot.services import article_tasks
from bot.services.article_tasks import look_up, survey
from bot.services.summarizing import Summarizer

TEXT = (
    "Mayor Ada Quill opened the Elde bridge on 4 May 2024. Repairs had cost 2.4 million euros. Ada Quill "
    "thanked the welders of Elde. The bridge carries two lanes and a path. A tram will cross it from June."
)


def test_suggestions_are_worked_out_once_for_all_lengths_of_an_articles_summary(monkeypatch):
    asked = []

    def suggest(article, **given):
        asked.append(article.title)
        return original(article, **given)

    original = article_tasks.suggest
    monkeypatch.setattr(article_tasks, "suggest", suggest)
    first = Article.from_text(TEXT, title="The bridge once more")
    surveys = [survey(replace(first), wanted, None, 3400, QuestionPhrase("en")) for wanted in (1, 3)]
    other = Article.from_text(TEXT, title="Another title")
    survey(other, 1, None, 3400, QuestionPhrase("en"))
    assert asked == ["The bridge once more", "Another title"]
    assert [len(found.sentences) for found in surveys] == [1, 3]
    assert surveys[0].suggestions == surveys[1].suggestions != ()


def test_of_articles_whose_suggestions_are_remembered_nothing_else_is_kept():
    articles = [Article.from_text(f"{TEXT} Chapter {number}.") for number in range(20)]
    for article in articles:
        survey(article, 1, None, 3400, QuestionPhrase("en"))
    remembered = article_tasks._SUGGESTED
    assert len(remembered) == article_tasks._REMEMBERED_ARTICLES
    assert all(isinstance(key[0], bytes) for key in remembered)


class NoTimeForSuggestions:
    """Workers in whom suggestions end the job (with `error`), summaries only where `always`."""

    def __init__(self, error, *, always=False):
        self.error, self.always = error, always
        self.done = []

    async def run_short(self, function, *given):
        self.done.append(given[-1] is not None)
        if given[-1] is not None or self.always:
            raise self.error
        return function(*given)


async def view(workers, summarizer=None, version=""):
    reading = Reading(
        reading_id=1, chat_id=2, user_id=3, version=version, title=None, url=None, language="en",
        read_at=datetime(2026, 3, 1, tzinfo=UTC), sentences=2,
    )  # fmt: skip
    summarizer = summarizer or Summarizer(storage=None, workers=workers, phrase_for=QuestionPhrase)
    return await summarizer.view(reading, Article.from_text(TEXT, language="en"))


@pytest.mark.parametrize("error", [WorkTimeoutError(timeout_s=10), IndexError("a fault of ours")])
async def test_suggestions_that_fail_or_take_too_long_cost_nobody_the_summary(error):
    workers = NoTimeForSuggestions(error)
    found = await view(workers)
    assert (len(found.sentences), found.suggestions) == (2, ())
    assert workers.done == [True, False]


async def test_a_summary_that_fails_by_itself_is_told_as_failed():
    with pytest.raises(WorkTimeoutError):
        await view(NoTimeForSuggestions(WorkTimeoutError(timeout_s=10), always=True))


async def test_where_no_worker_is_there_a_summary_is_not_tried_a_second_time():
    workers = NoTimeForSuggestions(WorkerDiedError(why="closed"))
    with pytest.raises(WorkerDiedError):
        await view(workers)
    assert workers.done == [True]


async def test_suggestions_under_which_a_worker_dies_cost_nobody_the_summary():
    workers = NoTimeForSuggestions(WorkerDiedError(exit_code=-9))
    assert len((await view(workers)).sentences) == 2


@pytest.mark.parametrize("error", [WorkTimeoutError(timeout_s=10), WorkerDiedError(exit_code=-9)])
async def test_a_text_whose_suggestions_ended_a_worker_costs_no_second_one(error):
    workers = NoTimeForSuggestions(error)
    summarizer = Summarizer(storage=None, workers=workers, phrase_for=QuestionPhrase)
    for version in ("deadly", "deadly", "another"):
        assert (await view(workers, summarizer, version)).sentences
    assert workers.done == [True, False, False, True, False]


FERRY = (
    "The Elde ferry will stop for the winter on Sunday. The council voted for it because the hull is rusty. "
    "Repairs cost 410,000 euros, of which the county pays half. Captain Ida Brenn has served for "
    "nineteen years. She said the passengers were patient people. Until March a bus runs every forty minutes."
)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("how much do the repairs cost?", ["Repairs cost"]),  # and nothing of the captain, who comes next
        ("who is the captain?", ["Captain Ida Brenn", "She said"]),
        ("why does the ferry stop?", ["The Elde ferry", "The council voted"]),
    ],
)
def test_what_stands_behind_an_answer_is_shown_where_it_goes_on_from_it(question, shown):
    found = look_up([Article.from_text(FERRY)], question, ())
    assert [hit.sentence.text[: len(begin)] for hit, begin in zip(found.hits, shown, strict=True)] == shown
