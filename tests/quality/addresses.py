"""Runs a list of links against the guard, with the list's own answers for names, and prints a table.

    python tests/quality/addresses.py --data ../shared/security/ssrf_vectors.jsonl

Each line of the list: `url`, `must_block`, `level`, `category`, `resolve` (addresses that the name leads to).
Exit code 1 if one link is judged wrongly. No connection is made.
"""

import argparse
import asyncio
import json
import socket
from collections import Counter
from pathlib import Path
from typing import Any

from aiohttp.abc import AbstractResolver

from bot.core.errors import AddressRefusedError, HostUnreachableError, NotALinkError
from bot.sources.fetching.resolving import GuardedResolver
from bot.sources.guard import Guard


class Answers(AbstractResolver):
    """A name server that knows one answer."""

    def __init__(self, addresses: list[str]) -> None:
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[Any]:
        if not self._addresses:
            raise OSError(socket.EAI_NONAME, "no such name")
        shape = {"hostname": host, "port": port, "family": family, "proto": 0, "flags": 0}
        return [shape | {"host": address} for address in self._addresses]

    async def close(self) -> None: ...


async def judge(row: dict[str, Any]) -> str:
    """What the guard says before a connection would be made."""
    guard = Guard()
    try:
        url = guard.check_link(row["url"])
        host = url.raw_host or ""
        if ":" not in host and not host.replace(".", "").isdigit():
            await GuardedResolver(guard, Answers(row.get("resolve") or [])).resolve(host, url.port or 0)
    except AddressRefusedError:
        return "refused"
    except NotALinkError:
        return "no link"
    except HostUnreachableError:
        return "unknown name"  # neither: the list gives no address for it
    return "let through"


async def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.data.read_text(encoding="utf-8").splitlines()]
    verdicts = [(row, await judge(row)) for row in rows]
    table = Counter((row["level"], row["must_block"], verdict) for row, verdict in verdicts)
    wrong = [
        row["url"]
        for row, verdict in verdicts
        if (verdict not in {"refused", "no link"}) == bool(row["must_block"])
    ]
    if options.json:
        print(json.dumps({"rows": len(rows), "wrong": wrong}))
    else:
        for (level, must_block, verdict), count in sorted(table.items()):
            print(f"{level:8} {'must be refused' if must_block else 'must pass':16} {verdict:12} {count:4}")
        print(f"{len(rows)} links, {len(wrong)} judged wrongly", *wrong, sep="\n  ")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
