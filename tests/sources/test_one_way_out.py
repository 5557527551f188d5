"""The guarded fetcher is the only way out to the web."""

import ast
from pathlib import Path

import pytest

import bot

SOURCES = sorted(Path(bot.__file__).parent.rglob("*.py"))
CLIENTS = {"requests", "httpx", "urllib3", "urllib.request", "http.client", "ftplib", "pycurl", "websockets"}
# Who may open connections with aiohttp: the fetcher, and the way to Telegram.
WITH_AIOHTTP = {
    "sources/fetch.py",
    "sources/fetching/responses.py",
    "sources/guard.py",
    "chat/telegram/aiohttp_request.py",
}
# The client of python-telegram-bot for a SOCKS proxy; here only its errors are told apart.
WITH_HTTPX = {"chat/telegram/calls.py"}
# Functions that fetch or connect by themselves.
FETCHING = {
    *("fetch_url", "fetch_response", "urlopen", "urlretrieve", "sitemap_search"),
    *("open_connection", "create_connection", "connect_ex", "sock_connect"),
}


def imports(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_module_brings_another_web_client(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = path.relative_to(Path(bot.__file__).parent).as_posix()
    clients = CLIENTS - {"httpx"} if name in WITH_HTTPX else CLIENTS
    for imported in imports(tree):
        assert not any(imported == client or imported.startswith(client + ".") for client in clients)
    if name not in WITH_AIOHTTP:
        names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert "ClientSession" not in names | {one.rpartition(".")[2] for one in imports(tree)}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_library_fetches_for_us(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    }
    assert called.isdisjoint(FETCHING)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_feedparser_gets_streams_for_it_opens_what_looks_like_an_address_or_a_file(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "feedparser.parse":
            assert ast.unparse(node.args[0]).startswith("io.BytesIO(")
