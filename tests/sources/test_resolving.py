"""Name servers that never answer take no place from other names."""

from __future__ import annotations

import asyncio
import socket
import threading

import pytest

from bot.sources.fetching.resolving import MOST_ASKED, MOST_OF_DOMAIN, SystemResolver


@pytest.fixture
def asked(monkeypatch):
    """The names that the system is asked for; those of slow.test and many.test are never answered."""
    names, over = [], threading.Event()

    def getaddrinfo(host, port, *_):
        names.append(host)
        if host.endswith((".slow.test", ".many")):
            over.wait(60)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.2", port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    yield names
    over.set()


async def given_up(resolver, names, asked, threads):
    """Ask for names, and wait no longer than until so many threads are taken."""
    tasks = [asyncio.create_task(resolver.resolve(name, 80)) for name in names]
    async with asyncio.timeout(30):
        while len(asked) < threads:  # noqa: ASYNC110 - threads set no event of asyncio
            await asyncio.sleep(0.001)
    await asyncio.sleep(0.02)  # for one more, if there were one
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_names_of_one_domain_take_a_few_threads(asked):
    resolver = SystemResolver()
    await given_up(resolver, [f"{n}.slow.test" for n in range(40)], asked, MOST_OF_DOMAIN)
    assert len(asked) == MOST_OF_DOMAIN
    async with asyncio.timeout(30):
        answers = await resolver.resolve("page.other.test", 80)
    assert [answer["host"] for answer in answers] == ["127.0.0.2"]


async def test_all_names_together_take_no_more_threads_than_there_may_be(asked):
    await given_up(SystemResolver(), [f"a.{n}.many" for n in range(90)], asked, MOST_ASKED)
    assert len(asked) == MOST_ASKED


async def test_a_place_is_free_again_when_the_answer_has_come(asked):
    resolver = SystemResolver()
    async with asyncio.timeout(30):
        for n in range(3 * MOST_OF_DOMAIN):
            assert await resolver.resolve(f"{n}.quick.test", 80)
    assert len(asked) == 3 * MOST_OF_DOMAIN


async def test_no_thread_to_be_had_is_a_name_that_can_not_be_looked_up(asked, monkeypatch):
    def start(_):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", start)
    resolver = SystemResolver()
    for _ in range(2 * MOST_OF_DOMAIN):
        with pytest.raises(OSError, match="new thread"):
            await resolver.resolve("page.other.test", 80)
