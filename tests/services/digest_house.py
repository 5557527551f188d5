"""What digests and feeds are tried with: a real store in memory, a web and a messenger of our own."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time

from moved_clock import MovedClock

from bot.core.article import Article
from bot.core.digests.followings import DigestPlan, Place, Shared
from bot.core.errors import ChatGoneError, PageMissingError, ServerFailedError, WorkError
from bot.core.schedule import Schedule
from bot.jobs import Jobs
from bot.ports import Page
from bot.ports.digests import Visit
from bot.services.digests import DigestBuilder
from bot.services.feed_polling import FeedPoller
from bot.services.feeds import Feeds
from bot.services.intake import KeptText
from bot.services.posting import Posting
from bot.sources.feed_reader import SandboxedFeedReader
from bot.storage import Stores
from bot.wiring.reading import InlineWorkers

HERE = Place(chat_id=-100)
URL = "https://example.org/feed"
START = datetime(2026, 3, 2, 6, tzinfo=UTC)  # a Monday


@dataclass
class Web:
    """Answers by address: a body, an error, or the address that it moved to for good."""

    answers: dict[str, object] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    async def revisit(self, url, *, etag=None, last_modified=None):
        self.asked.append((url, etag))
        answer = self.answers.get(url, PageMissingError(url=url, status=404))
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, tuple):
            visit = await self.revisit(answer[0])
            return replace(visit, moved_to=answer[0])
        if etag == f"tag of {answer!r}":
            return Visit(page=None)
        page = Page(url=url, body=answer, content_type="", charset=None, fetched_at=START)
        return Visit(page=page, etag=f"tag of {answer!r}")


@dataclass
class PageIntake:
    """Texts by address, kept in the store as the real one keeps them."""

    stores: Stores
    texts: dict[str, str] = field(default_factory=dict)

    async def take_in(self, source):
        if source.url not in self.texts:
            raise ServerFailedError(url=source.url)
        article = Article.from_text(self.texts[source.url], title=f"T {source.url[-1]}", url=source.url)
        stored = await self.stores.storage.save_article([source.url], article, "")
        return KeptText(stored.version, article)


class DeathError(BaseException):
    """The process dies here; nothing but a new start goes on."""


@dataclass
class Post:
    """A messenger that notes what arrives; it can die on the way, or find the chat gone."""

    arrived: list[tuple[int, str]] = field(default_factory=list)
    sent: set[tuple[int, int]] = field(default_factory=set)
    stopped: list[tuple[Place, str]] = field(default_factory=list)
    dies_after: int | None = None
    gone: bool = False
    fails: int = 0
    stumbles_in: int | None = None  # a chat for whose messages the code has a fault

    async def lay_out(self, plan, digest):
        if plan.target.chat_id == self.stumbles_in:
            raise ZeroDivisionError
        if self.fails:
            self.fails -= 1
            raise WorkError
        return tuple(story.lead.entry.key for story in digest.stories)

    async def post(self, plan, run):
        if self.gone:
            raise ChatGoneError(chat=plan.target.chat_id)
        for number, part in enumerate(run.parts):
            if (run.delivery_id, number) in self.sent:  # as the Outbox knows
                continue
            if self.dies_after is not None and len(self.arrived) >= self.dies_after:
                self.dies_after = None
                raise DeathError
            self.sent.add((run.delivery_id, number))
            self.arrived.append((plan.target.chat_id, part))

    async def tell_stopped(self, place, feed):
        self.stopped.append((place, feed.poll.status))


@dataclass
class House:
    stores: Stores
    clock: MovedClock
    web: Web
    intake: PageIntake
    post: Post
    feeds: Feeds
    poller: FeedPoller
    builder: DigestBuilder
    jobs: Jobs
    ends: list[str]  # what became of digests

    async def plan(self, **changes) -> DigestPlan:
        schedule = Schedule(zone="Europe/Berlin", times=(time(8),))
        plan = DigestPlan(digest_id=0, place=HERE, target=HERE, schedule=schedule, since=self.clock.time)
        return await self.stores.digests.save_plan(replace(plan, **changes))

    async def share(self, letter: str, text: str, message_id: int = 1, *places: Place) -> None:
        shared = await self.shares(letter, text, message_id)
        for place in places or (HERE,):
            await self.stores.digests.share(replace(shared, place=place))

    async def shares(self, letter: str, text: str, message_id: int = 1, replies: int = 0) -> Shared:
        """A link to a page that is there from now on, not kept yet."""
        url = f"https://example.org/{letter}"
        self.intake.texts[url] = text
        at = self.clock.time
        return Shared(place=HERE, message_id=message_id, url=url, shared_at=at, replies=replies)

    def restart(self) -> "House":
        return build(self.stores, self.clock, self.web, self.intake, self.post)


def build(stores: Stores, clock: MovedClock, web: Web, intake: PageIntake, post: Post) -> House:
    workers = InlineWorkers()
    reader = SandboxedFeedReader(workers)
    feeds = Feeds(store=stores.feeds, revisitor=web, reader=reader, clock=clock)
    poller = FeedPoller(store=stores.feeds, revisitor=web, reader=reader, clock=clock)
    builder = DigestBuilder(
        store=stores.digests, storage=stores.storage, intake=intake, workers=workers, clock=clock
    )
    ends: list[str] = []
    posting = Posting(store=stores.digests, builder=builder, messenger=post, clock=clock, on_end=ends.append)
    jobs = Jobs(posting=posting, poller=poller, messenger=post)
    return House(stores, clock, web, intake, post, feeds, poller, builder, jobs, ends)


def rss(*items: str, head: str = "") -> bytes:
    told = "".join(
        f"<item><guid isPermaLink='false'>{key}</guid><link>https://example.org/i/{key}</link>"
        f"<title>{key}</title><description>{text}</description></item>"
        for key, _, text in (item.partition(": ") for item in items)
    )
    return f"<rss version='2.0'><channel><title>Feed</title>{head}{told}</channel></rss>".encode()


BRIDGE = (
    "The council of Lindau closed the old stone bridge on Monday. Engineers found deep cracks in two of its "
    "pillars. A ferry will carry people over the water for nine months. The repair costs four million euros."
)
COMET = (
    "Astronomers in Chile have seen a comet with three tails. The telescope at Paranal took pictures of it "
    "on Sunday. It will come nearest to the sun in October. Nobody had reported such a comet since 1996."
)
