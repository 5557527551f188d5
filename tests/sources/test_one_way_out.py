"""The guarded fetcher is the only way out to the web."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot

ROOT = Path(bot.__file__).parent
CLIENTS = ("requests", "httpx", "urllib3", "urllib.request", "http.client", "ftplib", "pycurl", "websockets")
# Who may open connections with aiohttp: the fetcher's client, and the way to Telegram.
WITH_AIOHTTP = {"sources/fetching/client.py", "chat/telegram/aiohttp_request.py"}
# The client of python-telegram-bot for a SOCKS proxy; here only its errors are told apart.
WITH_HTTPX = {"chat/telegram/calls.py"}
# Functions that fetch or connect by themselves.
FETCHING = {
    *("fetch_url", "fetch_response", "urlopen", "urlretrieve", "sitemap_search"),
    *("open_connection", "create_connection", "connect_ex", "sock_connect"),
}


TELLING = {one.partition(".")[0] for one in CLIENTS} | FETCHING | {"ClientSession", "feedparser"}


@pytest.fixture(scope="module")
def modules() -> dict[str, list[ast.AST]]:
    """Every node of every module that has one of the names in it at all, by the module's path."""
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in ROOT.rglob("*.py")}
    return {
        name: [*ast.walk(ast.parse(text))]
        for name, text in sorted(texts.items())
        if any(one in text for one in TELLING)
    }


def imported(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).rpartition(".")[2]


def test_no_module_brings_another_web_client(modules):
    found = {
        name
        for name, nodes in modules.items()
        if any(f"{one}.".startswith(f"{client}.") for one in imported(nodes) for client in CLIENTS)
    }
    assert found == WITH_HTTPX


def test_only_the_guarded_client_and_the_way_to_telegram_open_sessions(modules):
    found = {
        name
        for name, nodes in modules.items()
        if "ClientSession" in {*called(nodes), *(one.rpartition(".")[2] for one in imported(nodes))}
    }
    assert found == WITH_AIOHTTP


def test_no_library_fetches_for_us(modules):
    assert [name for name, nodes in modules.items() if not FETCHING.isdisjoint(called(nodes))] == []


def test_feedparser_gets_streams_for_it_opens_what_looks_like_an_address_or_a_file(modules):
    given = [
        ast.unparse(node.args[0])
        for nodes in modules.values()
        for node in nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "feedparser.parse"
    ]
    assert given
    assert all(argument.startswith("io.BytesIO(") for argument in given)
