"""Private feeds over HTTP: what a feed reader sees, and who sees nothing."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from bot.core.article import Article
from bot.core.digests.followings import Place, Shared
from bot.core.digests.outlets import Outlet
from bot.core.errors import DatabaseError
from bot.messages import Messages
from bot.server.feeds import ATOM, FeedPages
from bot.server.metrics import PrometheusMeter
from bot.server.serving import Endpoints
from bot.services.outlets import Outlets
from bot.storage import open_storage

NAMES = {"a": ATOM}
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

URL = "https://marlow.example/bridge?a=1&b=2"
TITLE = "Bridge <closed> & \x0brepaired"
TOLD = {
    "until": "2026-03-01T12:00:00+00:00",
    "sections": [
        {
            "theme": [],
            "stories": [
                {
                    "title": "Ferry & <bus>",
                    "url": "https://marlow.example/ferry",
                    "site": "Gazette",
                    "sentences": [{"text": "The ferry will stop < soon."}],
                    "also": [],
                }
            ],
        }
    ],
    "left_out": 0,
}


class Noon:
    def now(self) -> datetime:
        return NOON


@pytest.fixture
def clock() -> Noon:
    return Noon()


@pytest.fixture
async def kept(tmp_path, clock):
    """A store, feeds over it, and a server that gives them out."""
    async with open_storage(f"sqlite:///{tmp_path / 'db'}", clock) as stores:
        yield (
            stores,
            Outlets(store=stores.outlets, storage=stores.storage, digests=stores.digests, clock=clock),
        )


@pytest.fixture
async def client(serve, kept):
    pages = FeedPages(kept[1], Messages.load(), "https://bot.example.org")
    return await serve(Endpoints(meter=PrometheusMeter(), feeds=pages))


async def filled(kept, clock) -> Outlet:
    stores, outlets = kept
    outlet = await outlets.open(5, None, "en")
    article = Article.from_text("The bridge < is closed. It will open.", title=TITLE, url=URL)
    stored = await stores.storage.save_article([URL], article, "bridg")
    await stores.storage.add_reading(chat_id=5, user_id=5, version=stored.version, sentences=1, about=None)
    await stores.outlets.keep_digest(5, clock.now() + timedelta(hours=1), TOLD)
    return outlet


async def test_a_feed_reader_gets_links_and_digests_as_atom(client, kept, clock):
    outlet = await filled(kept, clock)
    answer = await client.get(f"/feeds/{outlet.secret}.atom")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    assert answer.headers["Cache-Control"].startswith("private")
    feed = ET.fromstring(answer.text)  # noqa: S314 - the answer of our own server
    assert feed.findtext("a:title", namespaces=NAMES) == "Read with Nutshell"
    assert feed.findtext("a:id", namespaces=NAMES) == f"https://bot.example.org/feeds/{outlet.secret}.atom"
    digest, link = feed.findall("a:entry", NAMES)
    assert digest.findtext("a:title", namespaces=NAMES).startswith("Digest · ")
    assert '<li dir="auto">The ferry will stop &lt; soon.</li>' in digest.findtext(
        "a:content", namespaces=NAMES
    )
    assert link.findtext("a:title", namespaces=NAMES) == TITLE.replace("\x0b", "")
    assert link.find("a:link", NAMES).get("href") == URL
    assert link.findtext("a:content", namespaces=NAMES) == '<p dir="auto">The bridge &lt; is closed.</p>'
    assert {feed.findtext("a:updated", namespaces=NAMES)} == {digest.findtext("a:updated", namespaces=NAMES)}


async def test_who_open_a_feed_in_the_same_moment_get_one_address(kept):
    stores, outlets = kept
    first, second = await asyncio.gather(outlets.open(-100, "Club", "en"), outlets.open(-100, "Club", "de"))
    assert first.secret == second.secret
    assert await stores.outlets.outlet_behind(first.secret) in {first, second}
    assert (await outlets.renew(-100, "Club", "de")).secret != first.secret


async def test_a_theme_is_listed_with_the_comma_of_the_chats_language(client, kept, clock):
    stores, outlets = kept
    outlet = await outlets.open(5, None, "ar")
    themed = {**TOLD, "sections": [{**TOLD["sections"][0], "theme": ["الجسر", "النهر"]}]}
    await stores.outlets.keep_digest(5, clock.now(), themed)
    (item,) = json.loads((await client.get(f"/feeds/{outlet.secret}.json")).text)["items"]
    assert '<h2 dir="auto">الجسر، النهر</h2>' in item["content_html"]


async def test_a_feed_reader_gets_the_same_as_json_and_nothing_new_as_304(client, kept, clock):
    outlet = await filled(kept, clock)
    answer = await client.get(f"/feeds/{outlet.secret}.json")
    feed = json.loads(answer.text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item.get("url") for item in feed["items"]] == [None, URL]
    assert len({item["id"] for item in feed["items"]}) == 2
    again = await client.get(
        f"/feeds/{outlet.secret}.json", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert (again.status, again.text) == (304, "")


async def test_what_a_group_shared_is_in_its_feed_under_its_title(client, kept, clock):
    stores, outlets = kept
    outlet = await outlets.open(-100, "Neighbours", "de")
    shared = Shared(place=Place(chat_id=-100), message_id=1, url=URL, shared_at=clock.now())
    await stores.digests.share(shared)
    feed = json.loads((await client.get(f"/feeds/{outlet.secret}.json")).text)
    assert feed["title"] == "Neighbours: Links und Übersichten"
    assert [item["url"] for item in feed["items"]] == [URL]


async def test_an_address_that_was_changed_or_closed_or_never_was_looks_the_same(client, kept):
    outlets = kept[1]
    first = await outlets.open(5, None, "en")
    second = await outlets.renew(5, None, "en")
    assert first.secret != second.secret
    assert (await client.get(f"/feeds/{second.secret}.atom")).status == 200
    await outlets.close(5)
    answers = [
        await client.get(f"/feeds/{secret}.atom") for secret in (first.secret, second.secret, "x" * 43)
    ]
    assert {(answer.status, answer.text) for answer in answers} == {(404, answers[0].text)}
    assert (await client.get("/feeds/short.atom")).status == 404


async def test_an_empty_feed_is_a_feed(client, kept):
    outlet = await kept[1].open(5, None, "en")
    answer = await client.get(f"/feeds/{outlet.secret}.atom")
    feed = ET.fromstring(answer.text)  # noqa: S314 - the answer of our own server
    assert feed.findall("a:entry", NAMES) == []


@pytest.mark.parametrize("host", ["[", "evil.example:99999", "a:b:c"])
async def test_a_host_that_is_none_is_the_requests_fault(serve, kept, clock, host):
    outlet = await filled(kept, clock)
    client = await serve(Endpoints(meter=PrometheusMeter(), feeds=FeedPages(kept[1], Messages.load(), None)))
    answer = await client.get(f"/feeds/{outlet.secret}.atom", headers={"Host": host})
    assert (answer.status, json.loads(answer.text)["code"]) == (400, "no_host")


async def test_while_the_database_is_away_a_reader_is_asked_to_come_again(client, kept, clock, monkeypatch):
    outlet = await filled(kept, clock)

    async def away(outlets, secret):
        raise DatabaseError(reason="read")

    monkeypatch.setattr(Outlets, "view", away)
    answer = await client.get(f"/feeds/{outlet.secret}.atom")
    assert (answer.status, answer.headers["Retry-After"]) == (503, "60")
