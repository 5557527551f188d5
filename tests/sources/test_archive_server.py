"""A web archive on this computer, asked through the real, guarded fetcher."""

from collections.abc import AsyncIterator
from datetime import date

import pytest
from aiohttp import web

from bot.core.errors import NotArchivedError
from bot.messages import QuestionPhrase
from bot.services.intake import Intake
from bot.services.reading import ArticleReader
from bot.services.summarizing import Summarizer
from bot.services.views import ArchivedSource, Origin
from bot.sources.extractor import SandboxedExtractor
from bot.sources.fetch import open_fetcher
from bot.storage import open_storage
from bot.wiring.clock import SystemClock
from bot.wiring.reading import InlineWorkers

TEXT = (
    "The old mill at Low Quay was pulled down in 1904. Its stones were used for the school. "
    "The wheel lay in the river for thirty years. A farmer from Tarn bought it in 1934. "
    "Today it stands in front of the town hall, painted green. Children climb on it every day after school."
)
HEAD = "<html><head><title>The mill</title></head>"
PAGE = f"{HEAD}<body><article><h1>The mill</h1><p>{TEXT}</p></article></body></html>"


@pytest.fixture
async def archive() -> AsyncIterator[str]:
    """Where the archive's addresses begin; it has one copy, of https://dead.example/mill?page=2."""

    async def answer(request: web.Request) -> web.Response:
        wanted = request.path_qs
        if wanted == "/web/2id_/https://dead.example/mill?page=2":
            raise web.HTTPFound("/web/20190704101500id_/https://dead.example/mill?page=2")
        if wanted == "/web/20190704101500id_/https://dead.example/mill?page=2":
            return web.Response(text=PAGE, content_type="text/html")
        raise web.HTTPNotFound

    app = web.Application()
    app.router.add_get("/web/{rest:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    yield f"http://127.0.0.1:{port}/web/"
    await runner.cleanup()


@pytest.fixture
async def reader(archive: str) -> AsyncIterator[ArticleReader]:
    clock, workers = SystemClock(), InlineWorkers()
    async with (
        open_storage("sqlite://", clock) as stores,
        open_fetcher(clock=clock, user_agent="test", allow_networks=["127.0.0.0/8"]) as fetcher,
    ):
        intake = Intake(
            storage=stores.storage,
            fetcher=fetcher,
            extractor=SandboxedExtractor(workers),
            workers=workers,
            archive=archive,
        )
        summarizer = Summarizer(
            storage=stores.storage, workers=workers, phrase_for=QuestionPhrase, archive=archive
        )
        yield ArticleReader(storage=stores.storage, intake=intake, workers=workers, summarizer=summarizer)


async def test_the_latest_copy_is_found_and_dated(reader: ArticleReader, archive: str) -> None:
    origin = Origin(chat_id=7, user_id=7)
    view = await reader.read(origin, ArchivedSource(url="https://dead.example/mill?page=2&utm_source=x"))
    assert view.archived_on == date(2019, 7, 4)
    assert view.article.url == f"{archive}20190704101500id_/https://dead.example/mill?page=2"
    assert "pulled down in 1904" in view.article.text


async def test_a_page_without_a_copy_is_told(reader: ArticleReader) -> None:
    with pytest.raises(NotArchivedError):
        await reader.read(Origin(chat_id=7, user_id=7), ArchivedSource(url="https://dead.example/other"))
