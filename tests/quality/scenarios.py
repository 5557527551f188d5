"""Plays redirect and rebinding scenarios against the real fetcher, and counts connections to a canary.

    python tests/quality/scenarios.py --data ../shared/security/redirect_rebinding_scenarios.jsonl

A small web listens on 127.0.0.2, which is the public part here; the canary, on 127.0.0.1 at the same port, is
what must never be reached. Each line of the list: `id`, `server_behaviour`. A scenario is known by its id, or
else by what its behaviour says: a status, and a `Location: …`. One that is known by neither cannot be played;
it is told. Exit code 1 if the canary was reached, or if a page came home where none should.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import socket
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp.abc import AbstractResolver

from bot.core.errors import BotError
from bot.sources.fetch import open_fetcher
from bot.wiring.clock import SystemClock

PUBLIC, PRIVATE = "127.0.0.2", "127.0.0.1"
MOST_REQUESTS = 8
LIMIT_S = 8.0


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """One trap: what the server says at each path, and what names lead to, one answer after the other."""

    routes: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, list[list[str]]] = field(default_factory=dict)
    links: tuple[str, ...] = ("http://pub.test:{port}/",)
    may_arrive: bool = False  # whether a page may come home: a public one, that is


def page(body: str = "<p>Public", *lines: str, status: str = "200 OK") -> bytes:
    head = [f"HTTP/1.1 {status}", "Content-Type: text/html", f"Content-Length: {len(body)}", *lines]
    return "\r\n".join(head).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + body.encode()


def moved(location: str, status: str = "302 Found") -> bytes:
    return page("", f"Location: {location}", status=status)


def leads_to(location: str, status: str = "302 Found", *, may_arrive: bool = False) -> Scenario:
    return Scenario(routes={"/": moved(location, status)}, may_arrive=may_arrive)


def resolves_to(*answers: list[str]) -> Scenario:
    """A name with these answers, one after the other, asked for twice."""
    return Scenario(
        names={"trap.test": list(answers)},
        links=("http://trap.test:{port}/", "http://trap.test:{port}/again"),
        routes={"/": page(), "/again": page()},
        may_arrive=PUBLIC in {address for addresses in answers for address in addresses},
    )


_SECONDARY = (
    '<link rel="canonical" href="{there}"><link rel="amphtml" href="{there}"><base href="{there}">'
    '<meta property="og:url" content="{there}"><meta property="og:image" content="{there}">'
    '<link rel="alternate" type="application/json+oembed" href="{there}"><link rel="icon" href="{there}">'
    '<link rel="alternate" type="application/rss+xml" href="{there}"><link rel="sitemap" href="{there}">'
    '<link rel="next" href="{there}"><iframe src="{there}"></iframe><img src="{there}"><p>Text'
).replace("{there}", f"http://{PRIVATE}:{{port}}/")
_INSIDE = f"http://{PRIVATE}:{{port}}/"
_LOOP = {"/": moved("/b"), "/b": moved("/")}
_LONG = {"/": moved("/1")} | {f"/{n}": moved(f"/{n + 1}") for n in range(1, 50)}
_REFRESH = '<meta http-equiv="refresh" content="0; url={}">'
_SECRETS = page("", "Set-Cookie: a=b", "Location: http://second.test:{port}/there", status="302 Found")

SCENARIOS: dict[str, Scenario] = {
    "D-slow": Scenario(links=("http://silent.test:{port}/",)),
    "D-nx": Scenario(links=("http://nowhere.test:{port}/",)),
    "D-many": resolves_to([f"127.3.{n // 250}.{n % 250 + 1}" for n in range(1000)]),
    "D-zero": resolves_to(["0.0.0.0"]),
    "D-cname": resolves_to(["169.254.169.254"]),  # where a chain of names ends is all that a resolver tells
    "D-v4v6": resolves_to([PUBLIC, "::1"]),
    "D-mixed": resolves_to([PUBLIC, PRIVATE]),
    "D-rebind": resolves_to([PUBLIC], [PRIVATE]),
    "D-rebind-late": resolves_to([PUBLIC], [PUBLIC], [PRIVATE]),
    "D-keepalive": resolves_to([PUBLIC], [PUBLIC], [PUBLIC], [PRIVATE]),
    "D-private": resolves_to([PRIVATE]),
    "D-mapped": resolves_to([f"::ffff:{PRIVATE}"]),
    "D-nat64": resolves_to(["64:ff9b::7f00:1"]),
    "D-dots": Scenario(
        names={name: [[PRIVATE]] for name in ("trap.test", "trap.test.", "trap.test..")},
        links=("http://trap.test.:{port}/", "http://trap.test..:{port}/"),
    ),
    "R-name": Scenario(routes={"/": moved("http://inside.test:{port}/")}, names={"inside.test": [[PRIVATE]]}),
    "R-twoloc": Scenario(
        routes={
            "/": page("", "Location: /there", "Location: " + _INSIDE, status="302 Found"),
            "/there": page(),
        },
        may_arrive=True,
    ),
    "R-ctl": Scenario(
        routes={
            "/": moved("/a\0b"),
            "/cr": moved("/a\rb"),
            "/raw": moved("/stra\udcc3\udc9fe"),
            "/host": moved("http://a\x01b/"),
        },
        links=tuple(f"http://pub.test:{{port}}/{path}" for path in ("", "cr", "raw", "host")),
    ),
    "R-loop2": Scenario(routes=_LOOP),
    "R-long": Scenario(routes=_LONG),
    "R-chain3": Scenario(
        routes={"/": moved("http://second.test:{port}/two"), "/two": moved(_INSIDE)},
        names={"second.test": [[PUBLIC]]},
    ),
    "R-authdrop": Scenario(
        routes={"/": _SECRETS, "/there": page()}, names={"second.test": [[PUBLIC]]}, may_arrive=True
    ),
    "R-backslash": leads_to(f"\\\\{PRIVATE}:{{port}}\\"),
    "R-201-location": Scenario(
        routes={
            "/": page("", "Location: " + _INSIDE, "Content-Location: " + _INSIDE, status="201 Created"),
            "/ok": page("<p>Public", "Location: " + _INSIDE, "Content-Location: " + _INSIDE),
        },
        links=("http://pub.test:{port}/", "http://pub.test:{port}/ok"),
        may_arrive=True,
    ),
    "R-userinfo": leads_to("http://user:pass@pub.test:{port}/"),
    "P-env": Scenario(routes={"/": page()}, may_arrive=True),
    "P-netrc": Scenario(routes={"/": page()}, may_arrive=True),
    "M-refresh": Scenario(routes={"/": page(_REFRESH.format(_INSIDE))}),
    "M-refresh-loop": Scenario(
        routes={"/": page(_REFRESH.format("/b")), "/b": page(_REFRESH.format("/"))}, may_arrive=True
    ),
    **{f"M-secondary{n}": Scenario(routes={"/": page(_SECONDARY)}, may_arrive=True) for n in range(1, 6)},
}
_STATUS_OF_ID = re.compile(r"R-(\d{3})-private")
_LOCATION = re.compile(r"Location: (\S+)")
_STATUS = re.compile(r"\b(30[0-8])\b")


def known(scenario_id: str, behaviour: str) -> Scenario | None:
    """The scenario of a line of the list."""
    if scenario_id in SCENARIOS:
        return SCENARIOS[scenario_id]
    by_id = _STATUS_OF_ID.fullmatch(scenario_id)
    if by_id:
        return leads_to(_INSIDE, f"{by_id[1]} Whatever", may_arrive=by_id[1] == "200")
    location = _LOCATION.search(behaviour)
    if location is None:
        return None
    status = _STATUS.search(behaviour)
    return Scenario(
        routes={
            "/": moved(re.sub(r"PORT|18080", "{port}", location[1]), f"{status[1] if status else 302} So")
        },
        names={
            name: [[PRIVATE]]
            for name in re.findall(r"//([a-z0-9.-]+\.test)", location[1])
            if "pub" not in name
        },
    )


class Names(AbstractResolver):
    """A name server that gives one answer after the other, and the last again and again."""

    def __init__(self, answers: dict[str, list[list[str]]]) -> None:
        self._answers = {"pub.test": [[PUBLIC]], "pub2.test": [[PUBLIC]]} | {
            name: list(each) for name, each in answers.items()
        }

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[Any]:
        if host == "silent.test":
            await asyncio.sleep(3600)
        if host not in self._answers:
            raise OSError(socket.EAI_NONAME, "no such name")
        answers = self._answers[host]
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        shape = {"hostname": host, "port": port, "proto": 0, "flags": 0}
        kinds = {address: socket.AF_INET6 if ":" in address else socket.AF_INET for address in addresses}
        return [shape | {"host": address, "family": kinds[address]} for address in addresses]

    async def close(self) -> None: ...


@dataclass
class Counted:
    """What came in at the two addresses while a scenario was played."""

    requests: list[bytes] = field(default_factory=list)
    canary: int = 0


@asynccontextmanager
async def listening(scenario: Scenario) -> AsyncIterator[tuple[int, Counted]]:
    """The small web and the canary, at one port."""
    counted = Counted()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            request = await reader.readuntil(b"\r\n\r\n")
            counted.requests.append(request)
            said = scenario.routes.get(request.split(b" ")[1].decode(), page("", status="404 Not Found"))
            said = said.replace(b"{port}", str(port).encode())
            head, _, body = said.partition(b"\r\n\r\n")
            head = re.sub(rb"Content-Length: \d+", b"Content-Length: %d" % len(body), head)
            writer.write(head + b"\r\n\r\n" + body)
        writer.close()

    async def alarm(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        counted.canary += 1
        writer.close()

    public = await asyncio.start_server(serve, PUBLIC, 0)
    port = public.sockets[0].getsockname()[1]
    canaries = [await asyncio.start_server(alarm, PRIVATE, port)]
    with suppress(OSError):  # there may be no IPv6
        canaries.append(await asyncio.start_server(alarm, "::1", port))
    try:
        yield port, counted
    finally:
        for server in (public, *canaries):
            server.close()


async def play(scenario: Scenario) -> tuple[bool, str]:
    """Whether it ended well, and how."""
    loop = asyncio.get_running_loop()
    async with (
        listening(scenario) as (port, counted),
        open_fetcher(
            clock=SystemClock(),
            user_agent="Tests",
            allow_networks=[f"{PUBLIC}/32", "127.3.0.0/16"],
            resolver=Names(scenario.names),
        ) as fetcher,
    ):
        os.environ |= dict.fromkeys(("HTTP_PROXY", "http_proxy", "ALL_PROXY"), f"http://{PRIVATE}:{port}")
        began, endings = loop.time(), []
        for link in scenario.links:
            try:
                await fetcher.fetch(link.replace("{port}", str(port)))
                endings.append("page")
            except BotError as error:
                endings.append(error.code)
        seconds = loop.time() - began
    carried = [r for r in counted.requests if b"authorization:" in r.lower() or b"cookie:" in r.lower()]
    good = not counted.canary and not carried and seconds < LIMIT_S and len(counted.requests) <= MOST_REQUESTS
    good = good and (scenario.may_arrive or "page" not in endings)
    told = f"{seconds:5.2f} s {len(counted.requests)} requests, canary {counted.canary}"
    return good, f"{told}, carried {len(carried)}: {', '.join(endings)}"


async def run(rows: list[dict[str, Any]], say: Callable[[str], None]) -> tuple[list[str], list[str]]:
    """Ids that ended badly, and ids that are not known here."""
    bad, unknown = [], []
    with tempfile.NamedTemporaryFile("w", suffix=".netrc") as netrc:
        netrc.write(f"default login me password secret\nmachine {PUBLIC} login me password secret\n")
        netrc.flush()
        os.environ["NETRC"] = netrc.name
        for row in rows:
            scenario = known(row["id"], row["server_behaviour"])
            if scenario is None:
                unknown.append(row["id"])
                continue
            good, told = await play(scenario)
            say(f"{row['id']:16} {'ok ' if good else 'BAD'} {told}")
            if not good:
                bad.append(row["id"])
    return bad, unknown


async def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, help="the list; without it, all scenarios that are known here")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.data:
        rows = [json.loads(line) for line in options.data.read_text(encoding="utf-8").splitlines()]
    else:
        rows = [{"id": one, "server_behaviour": ""} for one in SCENARIOS]
    bad, unknown = await run(rows, (lambda _: None) if options.json else print)
    if options.json:
        print(json.dumps({"scenarios": len(rows), "bad": bad, "unknown": unknown}))
    else:
        print(f"{len(rows)} scenarios, bad {bad}, unknown {unknown}")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
