"""The processes that do the work of one bot together: the port `Company`, and a process that is alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias

Act: TypeAlias = Callable[..., Awaitable[None]]


class Company(Protocol):
    """This process, and the others on the same database."""

    @property
    def leads(self) -> bool:
        """Whether this is the one that does what one alone may do: asking Telegram, posting what is due."""
        ...

    async def while_leading(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do the work while this process leads, for ever: it is cancelled where the lead is lost, and begun
        again with it. Returns, or raises, when the work does.
        """
        ...

    async def tell(self, word: str, *, surely: bool = False, **numbers: int) -> None:
        """Have the others hear a word and what it is about. Raises DatabaseError.

        Where nobody else was there a moment ago it costs nothing and nobody hears it, unless it is to be told
        `surely`: whoever has come since hears it, too.
        """
        ...

    def hear(self, word: str, act: Act) -> None:
        """Do something, with the numbers that were told, whenever another one tells the word."""
        ...

    async def works_elsewhere(self, user_id: int, chat_id: int | None = None) -> bool:
        """Whether another one is working for a person or sending them an answer, in a chat or in any.

        Raises DatabaseError.
        """
        ...


class Alone:
    """The Company of one."""

    leads = True

    async def while_leading(self, work: Callable[[], Awaitable[None]]) -> None:
        await work()

    async def tell(self, word: str, *, surely: bool = False, **numbers: int) -> None:
        """Nobody hears it."""

    def hear(self, word: str, act: Act) -> None:
        """Nobody tells anything."""

    async def works_elsewhere(self, user_id: int, chat_id: int | None = None) -> bool:
        del user_id, chat_id
        return False
