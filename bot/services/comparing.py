"""Several texts side by side: whether they tell one story, and what only each of them says."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.article import Article
from bot.core.digests.comparing import compare
from bot.core.digests.digest import Comparison
from bot.core.stories import group
from bot.ports import Workers


class Comparer:
    """Compares texts, in worker processes."""

    def __init__(self, *, workers: Workers) -> None:
        self._workers = workers

    async def same_story(self, articles: Sequence[Article]) -> tuple[int, ...]:
        """Which of a few texts tell one story, the first such; none where all differ. Raises WorkError."""
        groups = await self._workers.run(group, articles)
        return next((tuple(members) for members in groups if len(members) > 1), ())

    async def compare(self, articles: Sequence[Article]) -> Comparison:
        """What several texts say, and what only each of them says. Raises WorkError."""
        return await self._workers.run(compare, articles)
