"""The button that compares texts of one story, within the room that Telegram leaves it."""

from types import SimpleNamespace

import pytest
from chatroom import MESSAGES

from bot.chat.handlers import comparing
from bot.chat.views import screen_callbacks
from bot.chat.views.digest_cards import comparison_html
from bot.chat.views.render import Rendered
from bot.chat.views.voice import Voice
from bot.core.article import Article
from bot.core.digests.digest import Agreement, Comparison
from bot.core.errors import WorkError, WorkTimeoutError


class FakeComparer:
    """Takes all texts for one story, or fails."""

    def __init__(self, error: WorkError | None = None) -> None:
        self._error = error

    async def same_story(self, articles) -> tuple[int, ...]:
        if self._error:
            raise self._error
        return tuple(range(len(articles)))


def turn(error: WorkError | None = None) -> SimpleNamespace:
    return SimpleNamespace(
        services=SimpleNamespace(comparer=FakeComparer(error)), voice=Voice(MESSAGES, "en")
    )


def views(*numbers: int) -> list[SimpleNamespace]:
    return [SimpleNamespace(article=None, reading=SimpleNamespace(reading_id=number)) for number in numbers]


@pytest.mark.parametrize(("first", "held"), [(1, 8), (1_000_000, 6), (10**15, 3)])
async def test_a_button_holds_as_many_readings_as_have_room(first: int, held: int) -> None:
    numbers = range(first, first + 8)
    card = await comparing.with_comparison(turn(), Rendered("eight"), views(*numbers))
    data = card.keyboard.inline_keyboard[0][0].callback_data
    assert len(data) <= screen_callbacks.MOST_BYTES
    assert screen_callbacks.decode(data).words == tuple(map(str, numbers[:held]))


async def test_where_stories_cannot_be_told_apart_the_card_stays_as_it_is() -> None:
    card = Rendered("two")
    assert await comparing.with_comparison(turn(WorkTimeoutError()), card, views(1, 2)) is card


def test_a_button_with_too_much_in_it_is_not_made() -> None:
    assert len(screen_callbacks.encode("d", "x" * 62)) == screen_callbacks.MOST_BYTES
    with pytest.raises(ValueError, match="64 bytes"):
        screen_callbacks.encode("d", "x", "ü" * 31)


@pytest.mark.parametrize(
    ("language", "told"), [("en", "no statement that they share"), ("de", "different languages")]
)
def test_why_nothing_is_shared_is_told(language: str, told: str) -> None:
    articles = [
        Article.from_text("The bridge was opened.", language="en"),
        Article.from_text("Die Fähre fuhr gestern.", language=language),
    ]
    assert told in comparison_html(turn().voice, articles, Comparison(shared=(), only=((), ())))


@pytest.mark.parametrize(("texts", "told"), [(2, "Both say:"), (3, "All of them say:")])
def test_what_is_shared_is_headed_by_how_many_say_it(texts: int, told: str) -> None:
    articles = [Article.from_text("The bridge was opened.", language="en") for _ in range(texts)]
    agreement = Agreement(
        sentences=tuple((which, article.sentences[0]) for which, article in enumerate(articles))
    )
    found = Comparison(shared=(agreement,), only=((),) * texts)
    assert told in comparison_html(turn().voice, articles, found)
