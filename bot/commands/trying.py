"""The trial chat as a command: the stand-in for Telegram here, the bot in a process beside it."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bot.core.errors import BotError
from bot.loading import spared
from bot.locks import is_held, lock_beside
from bot.settings import OFF, Settings, data_folder
from bot.trial.run import run_trial

if TYPE_CHECKING:
    from bot.commands.console import Console

_MOST_TRIALS = 9  # at once on one machine


def run_trial_chat(settings: Settings) -> int:
    """Run the trial chat until SIGTERM or Ctrl+C; the exit code. A token that is set is not used."""
    host, port = settings.listen_address

    def ready(address: str) -> None:
        console = _open_console(settings)
        if not address.endswith(f":{port}"):
            console.write(
                console.say("cli-trial-port-taken", wanted=str(port), port=address.rpartition(":")[2])
            )
        console.write(console.say("cli-trial-ready", address=address))

    command = [sys.executable, "-m", "bot", "run"]
    try:
        asyncio.run(run_trial(host, port, command, trial_environment(os.environ), ready=ready))
    except BotError as error:
        console = _open_console(settings)
        console.warn(console.messages.explain(console.locale, error))
        return 1
    return 0


def trial_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of the bot behind the trial chat.

    Nothing of the real bot on this machine, in whatever file it is set, is touched: the messages that wait in
    its database would be answered to nobody, and its hooks would be told of what was only tried. A second
    trial beside a first one has a database of its own.
    """
    return dict(environment) | {
        "NUTSHELL_DATABASE": f"sqlite:///{_trial_database()}",
        "NUTSHELL_WEBHOOK_URL": OFF,
        "NUTSHELL_HOOKS": ",",  # a list of none; an empty value would leave what a file says
    }


def _trial_database() -> Path:
    names = ("trial.sqlite3", *(f"trial-{number}.sqlite3" for number in range(2, _MOST_TRIALS + 1)))
    files = [data_folder() / name for name in names]
    return next((file for file in files if not is_held(lock_beside(file))), files[0])


def _open_console(settings: Settings) -> Console:
    # What speaks and logs takes 0.4 s to load: meanwhile the bot, which `run_trial` started, loads too.
    with spared("rich"):
        from bot.commands.console import Console  # noqa: PLC0415 (see above)
        from bot.logs import configure  # noqa: PLC0415 (see above)
        from bot.messages import Messages  # noqa: PLC0415 (see above)

    configure(settings.log_level, settings.log_format, [])
    return Console(Messages.load())
