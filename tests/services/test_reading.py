"""The use cases of reading and answering, over a web of made-up pages and a database in memory."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.article import Article
from bot.core.errors import (
    AddressRefusedError,
    FetchTimeoutError,
    NoArticle,
    NoReadingError,
    NotArchivedError,
    PageMissingError,
    Reason,
)
from bot.core.readings import Preferences
from bot.messages import QuestionPhrase
from bot.ports import Page
from bot.services.answering import Answerer
from bot.services.archive import copy_of, made_on, may_help
from bot.services.intake import Intake
from bot.services.library import PAGE_SIZE, Library
from bot.services.reading import ArticleReader
from bot.services.summarizing import Summarizer
from bot.services.views import ArchivedSource, FileSource, LinkSource, Origin, TextSource
from bot.storage import Stores, open_storage

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
HERE = Origin(chat_id=7, user_id=7)
BRIDGE = (
    "The old bridge will close on 4 May. Repairs will cost 2.4 million euros. The ferry will run again. "
    "It carries twelve cars on each crossing. Shopkeepers fear for their trade. Buses take a longer way."
)
GARDEN = "The garden opens a glass house. It holds 300 kinds of orchids. Children pay nothing at the gate."


@dataclass
class World:
    """A clock that ticks, pages by address, and an extractor that takes a page's bytes for its text."""

    pages: dict[str, str | Exception] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    canonical: dict[str, str] = field(default_factory=dict)
    slow: set[str] = field(default_factory=set)
    fetched: list[tuple[str, bool]] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    cached_at: datetime | None = None
    partial: bool = False
    time: datetime = START

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time

    async def fetch(self, url: str, *, fresh: bool = False) -> Page:
        self.fetched.append((url, fresh))
        if url in self.slow:
            await asyncio.Event().wait()
        found = self.pages.get(url, PageMissingError(url=url, status=404))
        if isinstance(found, Exception):
            raise found
        final = self.moved.get(url, url)
        at = self.cached_at or self.now()
        return Page(url=final, body=found.encode(), content_type="text/html", charset=None, fetched_at=at)

    async def from_page(self, page: Page) -> Article:
        self.extracted.append(page.url)
        url = self.canonical.get(page.url, page.url)
        return replace(Article.from_text(page.body.decode(), url=url, language="en"), partial=self.partial)

    async def from_file(self, body, name, content_type, *, url=None) -> Article:
        return Article.from_text(body.decode(), title=name, url=url, language="en")

    async def from_text(self, text: str, *, url: str | None = None) -> Article:
        return Article.from_text(text, url=url, language="en")

    async def run(self, function, /, *args, **kwargs):
        return function(*args, **kwargs)

    run_short = run


@dataclass
class Services:
    world: World
    stores: Stores
    intake: Intake
    reader: ArticleReader
    answerer: Answerer
    library: Library


@pytest.fixture
async def services() -> AsyncIterator[Services]:
    world = World()
    async with open_storage("sqlite://", world) as stores:
        storage = stores.storage
        intake = Intake(storage=storage, fetcher=world, extractor=world, workers=world)
        # Time enough also for the first test of a process, which loads what ranks, on a busy machine.
        summarizer = Summarizer(storage=storage, workers=world, phrase_for=QuestionPhrase)
        reader = ArticleReader(
            storage=storage, intake=intake, workers=world, summarizer=summarizer, several_s=300
        )
        answerer = Answerer(storage=storage, workers=world)
        yield Services(world, stores, intake, reader, answerer, Library(storage=storage))


def link(name: str, **more: bool) -> LinkSource:
    return LinkSource(url=f"https://marlow.example/{name}", **more)


async def test_a_page_from_the_cache_is_extracted_once_whatever_address_it_calls_its_own(services):
    world = services.world
    world.pages["https://marlow.example/a"] = BRIDGE
    world.canonical["https://marlow.example/a"] = "https://marlow.example/canonical"
    world.cached_at = START
    first = await services.reader.read(HERE, link("a"))
    second = await services.reader.read(HERE, link("a"))
    assert first.reading.version == second.reading.version
    assert world.extracted == ["https://marlow.example/a"]
    assert first.article.url == "https://marlow.example/canonical"


async def test_no_page_stands_in_for_another_whose_address_it_calls_its_own(services):
    world = services.world
    world.pages |= {"https://marlow.example/bob": BRIDGE, "https://marlow.example/eve": GARDEN}
    world.canonical["https://marlow.example/eve"] = "https://marlow.example/bob"
    world.cached_at = START
    await services.reader.read(HERE, link("bob"))
    await services.reader.read(HERE, link("eve"))
    again = await services.reader.read(HERE, link("bob"))
    assert again.article.text == BRIDGE


async def test_one_article_under_two_addresses_is_known_as_one(services):
    world = services.world
    for name in ("a", "b"):
        world.pages[f"https://marlow.example/{name}"] = BRIDGE
        world.canonical[f"https://marlow.example/{name}"] = "https://marlow.example/canonical"
    first, second = [await services.reader.read(HERE, link(name)) for name in ("a", "b")]
    assert first.reading.version == second.reading.version


async def test_a_page_that_was_fetched_anew_is_extracted_anew(services):
    services.world.pages["https://marlow.example/a"] = BRIDGE
    await services.reader.read(HERE, link("a"))
    await services.reader.read(HERE, link("a", fresh=True))
    assert [fresh for _, fresh in services.world.fetched] == [False, True]
    assert len(services.world.extracted) == 2


async def test_tracking_parameters_are_gone_before_the_fetch_and_redirects_name_the_page(services):
    world = services.world
    world.pages["https://sho.rt/x"] = BRIDGE
    world.moved["https://sho.rt/x"] = "https://marlow.example/a"
    view = await services.reader.read(HERE, LinkSource(url="https://sho.rt/x?utm_source=mail&fbclid=1#top"))
    assert world.fetched == [("https://sho.rt/x", False)]
    assert view.reading.url == "https://marlow.example/a"


async def test_several_sources_are_brief_and_the_same_text_is_shown_once(services):
    world = services.world
    for name in ("a", "b", "c"):
        world.pages[f"https://marlow.example/{name}"] = GARDEN if name == "b" else BRIDGE
    world.moved["https://marlow.example/c"] = "https://marlow.example/a"
    outcomes = await services.reader.read_several(HERE, [link("a"), link("b"), link("c"), link("none")])
    assert [len(outcome.view.sentences) if outcome.view else None for outcome in outcomes] == [3, 3, None]
    assert isinstance(outcomes[2].error, PageMissingError)
    assert [reading.url for reading in await services.reader.at_hand(HERE)] == [
        "https://marlow.example/a",
        "https://marlow.example/b",
    ]


async def test_of_many_sources_each_has_two_sentences(services):
    texts = [TextSource(text=f"{BRIDGE} It is number {n}.") for n in range(5)]
    outcomes = await services.reader.read_several(HERE, texts)
    assert [len(outcome.view.sentences) for outcome in outcomes if outcome.view] == [2] * 5


async def test_what_comes_too_late_is_told_and_the_rest_is_shown(services, leap):
    services.world.pages["https://marlow.example/a"] = BRIDGE
    services.world.slow.add("https://marlow.example/slow")

    async def take_in(source):
        text = await Intake.take_in(services.intake, source)
        leap(3_600)  # the one page that can be read has been
        return text

    services.intake.take_in = take_in
    slow, read = await services.reader.read_several(HERE, [link("slow"), link("a")])
    assert isinstance(slow.error, FetchTimeoutError)
    assert read.view is not None


async def test_news_is_told_against_what_the_chat_read_last(services):
    world = services.world
    address = "https://marlow.example/a"
    world.pages[address] = BRIDGE
    assert (await services.reader.read(HERE, link("a"))).news is None
    world.pages[address] = BRIDGE.replace("2.4", "3.1")
    changed = await services.reader.read(HERE, link("a"))
    assert changed.news is not None
    assert [now.text for _, now in changed.news.changes.altered] == ["Repairs will cost 3.1 million euros."]
    assert (await services.reader.read(HERE, link("a"))).news is None
    assert (await services.reader.show(changed.reading)).news == changed.news


async def test_half_an_article_is_no_news_against_the_whole_one(services):
    services.world.pages["https://marlow.example/a"] = BRIDGE
    await services.reader.read(HERE, link("a"))
    services.world.pages["https://marlow.example/a"] = BRIDGE[:110]
    services.world.partial = True
    assert (await services.reader.read(HERE, link("a"))).news is None


async def test_news_goes_with_the_text_that_it_is_told_against(services):
    services.world.pages["https://marlow.example/a"] = BRIDGE
    group = Origin(chat_id=-5, user_id=8)
    await services.reader.read(group, link("a"))
    services.world.pages["https://marlow.example/a"] = GARDEN
    view = await services.reader.read(replace(group, user_id=9), link("a"))
    assert view.news is not None
    await services.library.forget(replace(group, user_id=8))
    assert (await services.reader.show(view.reading)).news is None


async def test_a_copy_keeps_its_own_address_and_says_when_it_was_made(services):
    world = services.world
    copy = copy_of("https://marlow.example/a")
    world.pages[copy] = BRIDGE
    world.moved[copy] = "https://web.archive.org/web/20240229120000id_/https://marlow.example/a"
    view = await services.reader.read(HERE, ArchivedSource(url="https://marlow.example/a?utm_source=x"))
    assert view.archived_on == date(2024, 2, 29)
    assert await services.stores.storage.newest("https://marlow.example/a") is None
    with pytest.raises(NotArchivedError):
        await services.reader.read(HERE, ArchivedSource(url="https://marlow.example/b"))


@pytest.mark.parametrize(
    ("url", "day"),
    [
        (None, None),
        ("https://marlow.example/20240229120000id_/x", None),
        ("https://web.archive.org/web/2id_/https://marlow.example/a", None),
        ("https://web.archive.org/web/20249999120000id_/https://marlow.example/a", None),
        ("https://web.archive.org/web/20240229120000id_/https://marlow.example/a", date(2024, 2, 29)),
    ],
)
def test_the_day_of_a_copy_is_read_from_its_address(url, day):
    assert made_on(url) == day


def test_a_copy_may_help_against_dead_links_and_walls_only():
    helpful = [PageMissingError(url="u", status=404), NoArticle(Reason.PAYWALL)]
    assert [may_help(error) for error in helpful] == [True, True]
    assert not any(map(may_help, [AddressRefusedError(url="u"), NoArticle(Reason.SHOP), NoReadingError()]))


async def test_texts_and_files_are_kept_under_their_own_words(services):
    text = await services.reader.read(HERE, TextSource(text=GARDEN, url="https://t.me/x/1", site="X"))
    assert (text.article.site, text.article.url) == ("X", "https://t.me/x/1")
    assert await services.stores.storage.newest("https://t.me/x/1") is None
    file = await services.reader.read(HERE, FileSource(body=BRIDGE.encode(), name="bridge.txt"))
    assert file.article.title == "bridge.txt"


async def test_length_is_what_the_chat_prefers_or_what_is_asked_within_reason(services):
    await services.library.prefer(HERE, Preferences(sentences=3))
    view = await services.reader.read(HERE, TextSource(text=BRIDGE))
    assert len(view.sentences) == 3
    assert (await services.reader.read(HERE, TextSource(text=BRIDGE), sentences=0)).reading.sentences == 1
    assert (await services.reader.resize(view.reading, 900)).reading.sentences == 50
    assert len((await services.reader.again(HERE, view.reading, sentences=2)).sentences) == 2


async def test_a_reading_of_somebody_else_is_no_reading(services):
    view = await services.reader.read(HERE, TextSource(text=BRIDGE))
    number = view.reading.reading_id
    assert await services.reader.reading(number, HERE, personal=True) == view.reading
    for origin in (Origin(chat_id=8, user_id=7), Origin(chat_id=7, user_id=8)):
        with pytest.raises(NoReadingError):
            await services.reader.reading(number, origin, personal=True)
    with pytest.raises(NoReadingError):
        await services.reader.reading(999, HERE, personal=False)


async def test_what_was_erased_is_told_as_no_reading(services):
    view = await services.reader.read(HERE, TextSource(text=BRIDGE))
    await services.library.forget(HERE)
    with pytest.raises(NoReadingError):
        await services.reader.show(view.reading)
    with pytest.raises(NoReadingError):
        await services.answerer.answer([view.reading], ["Who?"])
    with pytest.raises(NoReadingError):
        await services.answerer.answer([], ["Who?"])
    assert await services.reader.at_hand(HERE) == ()


async def test_text_is_an_article_from_400_characters_and_four_sentences_on(services):
    assert await services.reader.is_article(f"{BRIDGE} {BRIDGE} {BRIDGE}")
    assert not await services.reader.is_article(BRIDGE[:390])
    assert not await services.reader.is_article("a long sentence without an end " * 20)


async def test_a_talk_goes_on_while_it_is_about_the_same_and_begins_anew_with_another(services):
    bridge = (await services.reader.read(HERE, TextSource(text=BRIDGE))).reading
    first = await services.answerer.ask(HERE, [bridge], "What will the repairs cost?")
    assert first.found
    again = await services.answerer.ask(HERE, [bridge], "And when will it close?")
    assert again.questions == ("What will the repairs cost?", "And when will it close?")
    assert (
        await services.answerer.ask(HERE, [bridge], "And when will it close?")
    ).questions == again.questions
    garden = (await services.reader.read(HERE, TextSource(text=GARDEN))).reading
    assert (await services.answerer.ask(HERE, [garden], "Who pays nothing?")).questions == (
        "Who pays nothing?",
    )
    told = await services.answerer.ask(HERE, [garden], "And how many?", earlier=["Which orchids?"])
    assert told.questions == ("Which orchids?", "And how many?")
    await services.reader.put_at_hand(HERE, [])
    assert await services.reader.at_hand(HERE) == (garden,)


async def test_the_best_verdict_on_a_quotation_wins(services):
    readings = [
        (await services.reader.read(HERE, TextSource(text=text))).reading for text in (GARDEN, BRIDGE)
    ]
    check = await services.answerer.check(readings, "The ferry will run again.")
    assert (check.check.verdict, check.reading) == ("exact", readings[1])


async def test_search_finds_a_passage_an_article_and_nothing_where_nothing_is(services):
    await services.reader.read(HERE, TextSource(text=BRIDGE))
    await services.reader.read(HERE, TextSource(text=GARDEN))
    (hit,) = await services.answerer.search(HERE, "orchids")
    assert "orchids" in hit.sentence.text
    assert await services.answerer.search(HERE, "volcano") == ()


async def test_what_mistyped_words_may_mean_is_a_guess_and_no_hit(services):
    await services.reader.read(HERE, TextSource(text=BRIDGE))
    await services.reader.read(HERE, TextSource(text=GARDEN))
    assert await services.answerer.search(HERE, "orhcids") == ()
    (guessed,) = await services.answerer.guess(HERE, "orhcids")
    assert "orchids" in guessed.sentence.text
    assert await services.answerer.guess(HERE, "zebras") == ()


async def test_the_shelf_turns_its_pages_and_tells_how_texts_begin(services):
    for number in range(PAGE_SIZE + 1):
        await services.reader.read(HERE, TextSource(text=f"Text number {number} begins. It ends."))
    first = await services.library.history(HERE)
    assert (len(first.readings), first.more) == (PAGE_SIZE, True)
    assert first.openings[first.readings[0].reading_id] == f"Text number {PAGE_SIZE} begins."
    rest = await services.library.history(HERE, PAGE_SIZE)
    assert (len(rest.readings), rest.more) == (1, False)
    assert (await services.library.history(HERE, -5)).offset == 0
    assert len(await services.library.recent(HERE)) == PAGE_SIZE + 1


async def test_messages_keep_what_they_are_about_and_what_their_buttons_fetch(services):
    reading = (await services.reader.read(HERE, TextSource(text=BRIDGE))).reading
    await services.library.note_message(HERE, 50, [reading], ["Who?"], ["https://marlow.example/a"])
    assert await services.library.readings_of(HERE, 50) == (reading,)
    assert await services.library.questions_of(HERE, 50) == ("Who?",)
    assert await services.library.links_of(HERE, 50) == ("https://marlow.example/a",)
    assert await services.library.links_of(HERE, 51) == ()
