"""Holds the HTTP API to its own document, with other people's programs.

schemathesis sends what the document allows and what it doesn't; a client that openapi-python-client makes of
the document has a text summarised, asks it a question, and shows a key that is wrong.

    python -m venv TOOLS && TOOLS/bin/pip install schemathesis openapi-python-client
    python tests/quality/api_contract.py --tools TOOLS/bin [--examples 60]

The server runs here, with real workers, and lets its key ask as often as it likes. Exit code 1 where one of
them fails. It is not asked to accept everything that the document allows: a text that is no article is 422.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
from pathlib import Path

import structlog

from bot.messages import Messages
from bot.server.actions import ApiActions
from bot.server.api import Api
from bot.server.limits import Limits
from bot.server.metrics import PrometheusMeter
from bot.server.serving import Endpoints, open_server
from bot.settings import Settings
from bot.wiring.clock import SystemClock
from bot.wiring.reading import on_demand_digests, open_reading_ports

KEY = "key-of-this-run-0123456789"
# A program that was written against the generated client.
PROGRAM = """
import sys
from nutshell_client import AuthenticatedClient
from nutshell_client.api.default import answer, read, summarize
from nutshell_client import models

TEXT = (
    "The bridge over the river was opened in 1903. It is 240 metres long and carries a road and a railway. "
    "The mayor said on Monday that it will be closed for repairs until May 2027. A ferry takes people across "
    "meanwhile. The repairs cost eleven million euros, of which the state pays a half. Trains go another way."
)
address, key = sys.argv[1:]
with AuthenticatedClient(base_url=address, token=key) as client:
    summary = summarize.sync(client=client, body=models.SummaryRequest(text=TEXT, sentences=2))
    assert isinstance(summary, models.SummaryAnswer), summary
    assert len(summary.sentences) == 2 and all(one.text in TEXT for one in summary.sentences), summary
    body = models.AnswerRequest(sources=[models.Source(text=TEXT)], questions=["When was the bridge opened?"])
    answers = answer.sync(client=client, body=body)
    assert isinstance(answers, models.AnswersAnswer), answers
    assert "1903" in answers.answers[0].passages[0].text, answers
    article = read.sync(client=client, body=models.ArticleRequest(text=TEXT))
    assert isinstance(article, models.ArticleAnswer) and article.text == TEXT, article
with AuthenticatedClient(base_url=address, token="wrong") as client:
    refused = summarize.sync(client=client, body=models.SummaryRequest(text=TEXT))
    assert isinstance(refused, models.Problem) and refused.status == 401, refused
print("the generated client: a summary, an answer, an article, a refusal")
"""


async def run(*command: str, cwd: Path | None = None) -> int:
    """The exit code of a program."""
    process = await asyncio.create_subprocess_exec(*command, cwd=cwd)
    return await process.wait()


async def fuzz(address: str, tools: Path, examples: int) -> int:
    """Have schemathesis ask everything of the document."""
    with tempfile.TemporaryDirectory() as folder:  # it keeps notes where it runs
        return await run(
            str(tools / "schemathesis"),
            "run",
            f"{address}/v1/openapi.json",
            *("--header", f"Authorization: Bearer {KEY}"),
            *("--exclude-checks", "positive_data_acceptance"),
            *("--max-examples", str(examples), "--seed", "1", "--no-color"),
            cwd=Path(folder),
        )


async def generate(address: str, tools: Path) -> int:
    """Have a client made of the document, and used."""
    with tempfile.TemporaryDirectory() as folder:
        client = Path(folder) / "client"
        make = (str(tools / "openapi-python-client"), "generate", "--url", f"{address}/v1/openapi.json")
        if code := await run(*make, "--output-path", str(client)):
            return code
        return await run(str(tools / "python"), "-c", PROGRAM, address, KEY, cwd=client)


async def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tools", type=Path, required=True, help="the folder of both programs")
    parser.add_argument("--examples", type=int, default=60, help="for each operation and phase")
    options = parser.parse_args()
    tools = options.tools.absolute()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    settings = Settings(api_keys=(KEY,), workers=1)
    async with open_reading_ports(settings) as ports:
        messages = Messages.load()
        actions = ApiActions(ports, on_demand_digests(ports, SystemClock()), messages)
        api = Api(actions, messages, keys=[KEY], limits=Limits(10**9))
        endpoints = Endpoints(meter=PrometheusMeter(), api=api)
        async with open_server("127.0.0.1", 18600, endpoints) as address:
            codes = [await generate(address, tools), await fuzz(address, tools, options.examples)]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
