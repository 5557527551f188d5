import asyncio

import sqlalchemy as sa

from bot.storage.databases.pace import Pace
from bot.storage.databases.writer import ORDINARY, Job, Order, Writer


def begun(pace: Pace, since: float, until: float) -> list[float]:
    """When something begins that could begin all the time."""
    moments = []
    while (moment := since + pace.pause(since)) < until:
        pace.begin(moment)
        moments.append(moment)
        since = moment
    return moments


def test_after_a_rest_some_begin_at_once_and_the_others_evenly() -> None:
    assert begun(Pace(0.5, 2), since=100, until=102) == [100, 100, 100, 100.5, 101, 101.5]


def test_a_rest_is_saved_up_no_further_than_that() -> None:
    pace = Pace(0.5, 2)
    begun(pace, since=100, until=101)
    assert begun(pace, since=200, until=201) == [200, 200, 200, 200.5]


async def test_what_comes_while_a_writer_pauses_goes_along() -> None:
    groups: list[int] = []

    def commit(jobs: list[Job[None]], is_hurried: object) -> list[None]:
        del is_hurried
        groups.append(len(jobs))
        return [None] * len(jobs)

    def nothing(connection: sa.Connection) -> None:
        del connection

    writer = Writer(commit, lambda error: False, Pace(3600, 0))
    writer.begin()
    first, *others = orders = [Order(nothing) for _ in range(4)]
    writer.line_up(ORDINARY, first)
    await first.result
    for order in others:
        writer.line_up(ORDINARY, order)
        await asyncio.sleep(0)  # it would go on now
    assert groups == [1]
    await writer.end()
    writer.threads.shutdown()
    assert groups == [1, 3]
    assert all(order.result.done() for order in orders)
