"""All that is kept of a person, read again."""

import json
from typing import Any

from bot.ports.operators import OperatorStore


async def exported(operators: OperatorStore, user_id: int) -> dict[str, Any]:
    """What /export tells of them."""
    pieces: list[str] = []
    await operators.export(user_id, pieces.append)
    told: dict[str, Any] = json.loads("".join(pieces))
    return told
