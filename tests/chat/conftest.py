"""Somebody who chats with the bot."""

from collections.abc import AsyncIterator

import pytest
from chatroom import LINK, Person, chatting, page


@pytest.fixture
async def person() -> AsyncIterator[Person]:
    async with chatting() as somebody:
        yield somebody


@pytest.fixture
def linked(person: Person) -> Person:
    """Somebody in whose web LINK is an article."""
    person.web.pages[LINK] = page()
    return person
