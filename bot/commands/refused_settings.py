"""What is wrong with settings, in plain words: pydantic tells it in English, and as to a programmer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from bot.settings import PREFIX, Settings

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from bot.commands.console import Console

# By pydantic's name of what is wrong.
_NUMBER: Final = frozenset(
    {"int_parsing", "int_type", "int_from_float", "int_parsing_size", "greater_than_equal", "less_than_equal"}
)
_YES_NO: Final = frozenset({"bool_parsing", "bool_type"})
_NETWORK: Final = frozenset({"ip_v4_network", "ip_v6_network"})

# What is refused for two settings together names the one that asks for the other.
_ASKING: Final = {"setting-proxy": "PROXY", "setting-hook-secret": "HOOKS"}


def refusals(console: Console, error: ValidationError) -> list[str]:
    """A line for each thing that is wrong, each once, without the value: it may be a secret."""
    return list(dict.fromkeys(_line(console, problem) for problem in error.errors()))


def _line(console: Console, problem: ErrorDetails) -> str:
    setting = str(problem["loc"][0]) if problem["loc"] else None
    reason = str(problem.get("ctx", {}).get("error", problem["msg"]))
    if console.messages.has("en", reason):
        told = console.say(reason)
    else:
        told = _plainly(console, setting or "", problem) or reason
    name = _ASKING.get(reason, "WEBHOOK_URL") if setting is None else setting.upper()
    return console.say("cli-setting-refused", name=PREFIX + name, reason=told)


def _plainly(console: Console, setting: str, problem: ErrorDetails) -> str | None:
    kind = problem["type"]
    if kind in _NUMBER:
        bounds = _bounds(setting)
        return console.say("setting-number", **bounds) if bounds else console.say("setting-numbers")
    if kind in _YES_NO:
        return console.say("setting-yes-no")
    if kind in _NETWORK:
        return console.say("setting-networks")
    if kind == "literal_error":
        known = Settings.model_fields[setting].annotation.__args__  # type: ignore[union-attr]
        return console.say("setting-choice", known=console.messages.listed(console.locale, known))
    return None


def _bounds(setting: str) -> Mapping[str, str]:
    """The least and the greatest number that a setting may be, as it is written there: without the marks that
    people of a language put between thousands. Empty where it is no single number.
    """
    rules = Settings.model_fields[setting].metadata
    least = [rule.ge for rule in rules if hasattr(rule, "ge")]
    most = [rule.le for rule in rules if hasattr(rule, "le")]
    return {"least": str(least[0]), "most": str(most[0])} if least and most else {}
