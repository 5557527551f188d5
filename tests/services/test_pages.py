from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot.core.article import Article
from bot.core.errors import (
    AddressRefusedError,
    BotError,
    FetchError,
    MembersOnlyError,
    NoArticle,
    NotALinkError,
    PageForbiddenError,
    PageMissingError,
    Reason,
    TooComplexError,
    WorkTimeoutError,
)
from bot.core.post_links import PostLink
from bot.ports import Page
from bot.services.pages import extract_article, fetch_link

POST = "https://social.example/@jane/112233445566778899"
STATUS = "https://social.example/api/v1/statuses/112233445566778899"
CONTEXT = f"{STATUS}/context"


class Web:
    """Pages by address, or the error that each of them meets; notes what was asked for."""

    def __init__(self, **_: object) -> None:
        self.answers: dict[str, bytes | FetchError] = {}
        self.asked: list[tuple[str, bool]] = []

    async def fetch(self, url: str, *, fresh: bool = False) -> Page:
        self.asked.append((url, fresh))
        answer = self.answers.get(url, PageMissingError(url=url))
        if isinstance(answer, FetchError):
            raise answer
        now = datetime(2026, 3, 2, tzinfo=UTC)
        return Page(url=url, body=answer, content_type="text/html", charset=None, fetched_at=now)


class Reading:
    """Makes an article of whatever it is given; no post is in a body that says "nothing"."""

    async def from_page(self, page: Page) -> Article:
        return Article.from_text(page.body.decode(), title="page", url=page.url)

    async def from_post(self, link: PostLink, pages: Sequence[Page]) -> Article:
        text = " ".join(page.body.decode() for page in pages)
        if "nothing" in text:
            raise NoArticle
        if "gone" in text:
            raise NoArticle(Reason.ERROR_PAGE)
        return Article.from_text(text, title="post", url=link.url)

    async def from_file(self, *_: object, **__: object) -> Article:
        raise AssertionError("what a link brings is no file that was sent")

    async def from_text(self, *_: object, **__: object) -> Article:
        raise AssertionError("what a link brings is no text that was pasted")


async def read(web: Web, url: str) -> Article:
    return await extract_article(web, Reading(), await fetch_link(web, url))


async def test_a_post_is_read_from_where_its_network_tells_it() -> None:
    web = Web()
    web.answers = {STATUS: b"the post", CONTEXT: b"its thread"}
    find = await fetch_link(web, POST, fresh=True)
    assert find.page.url == POST
    assert web.asked == [(STATUS, True), (CONTEXT, True)]
    assert (await extract_article(web, Reading(), find)).text == "the post its thread"


async def test_a_post_is_read_without_its_thread_where_that_is_not_told() -> None:
    web = Web()
    web.answers = {STATUS: b"the post"}
    assert (await read(web, POST)).text == "the post"


@pytest.mark.parametrize("answer", [PageForbiddenError(url=STATUS), b"nothing of the kind"])
async def test_what_only_looked_like_a_post_is_read_as_a_page(answer: bytes | FetchError) -> None:
    web = Web()
    web.answers = {STATUS: answer, POST: b"a page"}
    article = await read(web, POST)
    assert (article.title, article.url) == ("page", POST)


async def test_a_post_that_its_network_calls_gone_is_not_looked_for_on_its_page() -> None:
    web = Web()
    web.answers = {STATUS: b"gone", POST: b"what the author says about themselves"}
    with pytest.raises(NoArticle):
        await read(web, POST)
    assert POST not in [url for url, _ in web.asked]


async def test_a_post_that_is_nowhere_is_told_by_its_page() -> None:
    web = Web()
    web.answers = {POST: AddressRefusedError(url=POST)}
    with pytest.raises(AddressRefusedError):
        await read(web, POST)


async def test_what_only_members_can_open_is_asked_of_nobody() -> None:
    web = Web()
    with pytest.raises(MembersOnlyError):
        await read(web, "https://t.me/c/1234567890/89")
    assert web.asked == []


async def test_another_link_is_fetched_as_it_is() -> None:
    web = Web()
    web.answers = {"https://news.example/a": b"a page"}
    assert (await read(web, "https://news.example/a")).text == "a page"
    assert web.asked == [("https://news.example/a", False)]


class Versions(Reading):
    """Finds no article in a body that says "nothing", and the addresses of its other versions there."""

    async def from_page(self, page: Page) -> Article:
        words = page.body.decode().split()
        if words[0] == "nothing":
            raise NoArticle(url=page.url, alternates=tuple(words[1:]))
        return await super().from_page(page)


PAGE, PHONE, PRINT = (f"https://news.example/{name}" for name in ("story", "story/amp", "story/print"))


async def read_versions(answers: dict[str, bytes | FetchError]) -> Article:
    web = Web()
    web.answers = {PAGE: f"nothing {PHONE} {PRINT}".encode(), **answers}
    return await extract_article(web, Versions(), await fetch_link(web, PAGE))


async def test_a_page_without_text_is_read_in_the_version_that_it_links_to() -> None:
    article = await read_versions({PHONE: b"the story", PRINT: b"the story, printed"})
    assert (article.text, article.url) == ("the story", PAGE)


async def test_a_version_that_is_gone_gives_way_to_the_next() -> None:
    article = await read_versions({PRINT: b"the story, printed"})
    assert (article.text, article.url) == ("the story, printed", PAGE)


async def test_a_page_whose_versions_hold_nothing_either_is_told_as_what_it_was() -> None:
    with pytest.raises(NoArticle) as raised:
        await read_versions({PHONE: b"nothing", PRINT: b"nothing"})
    assert raised.value.details["url"] == PAGE


@pytest.mark.parametrize(
    "error", [NotALinkError(url=PHONE), TooComplexError(limit=1), WorkTimeoutError(cpu_s=1)]
)
async def test_a_version_that_can_not_be_opened_or_read_gives_way_too(error: BotError) -> None:
    class Failing(Versions):
        async def from_page(self, page: Page) -> Article:
            if page.url == PHONE:
                raise error
            return await super().from_page(page)

    web = Web()
    web.answers = {PAGE: f"nothing {PHONE} {PRINT}".encode(), PHONE: b"", PRINT: b"the story, printed"}
    article = await extract_article(web, Failing(), await fetch_link(web, PAGE))
    assert (article.text, article.url) == ("the story, printed", PAGE)
