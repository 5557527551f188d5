"""`nutshell digest` as people and scripts use it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app

BRIDGE = (
    "The council of Lindau closed the old stone bridge on Monday. Engineers found deep cracks in two of its "
    "pillars. A ferry will carry people over the water for nine months. The repair costs four million euros."
)
COMET = (
    "Astronomers in Chile have seen a comet with three tails. The telescope at Paranal took pictures of it "
    "on Sunday. It will come nearest to the sun in October. Nobody had reported such a comet since 1996."
)
FEED = f"""<rss version="2.0"><channel><title>Town news</title><item><guid isPermaLink="false">1</guid>
<title>Bridge closed</title><description>{BRIDGE}</description></item></channel></rss>"""
HOME = """<html><head><title>Sky</title><link rel="alternate" type="application/rss+xml" href="/sky.xml">
</head><body><a href="/1">One</a> <a href="/2">Two</a></body></html>"""
SKY = f"""<rss version="2.0"><channel><title>Sky</title><item><guid isPermaLink="false">2</guid>
<title>A comet</title><description>{COMET}</description></item></channel></rss>"""
PAGES = {"/feed.xml": ("text/xml", FEED), "/": ("text/html", HOME), "/sky.xml": ("text/xml", SKY)}


@pytest.fixture(autouse=True)
def _speaks_english_and_knows_no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("NUTSHELL_WORKERS", "1")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def site(serve: Callable[[Mapping[str, tuple[str, str]]], str]) -> str:
    """A web server on loopback with a feed, and a home page that names another."""
    return serve(PAGES)


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["digest", *map(str, arguments)])


def test_a_link_a_list_and_a_file_make_one_digest_and_what_fails_is_told(site: str, tmp_path: Path) -> None:
    outlines = f'<outline type="rss" xmlUrl="{site}/feed.xml"/><outline type="rss" xmlUrl="{site}/gone.xml"/>'
    (tmp_path / "feeds.opml").write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')
    (tmp_path / "bridge.txt").write_text(BRIDGE.replace("Monday", "Monday morning"))
    result = call("feeds.opml", f"{site}/", "bridge.txt", "missing.txt", "--json")
    *errors, digest = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [(one["source"], one["error"]["code"]) for one in errors] == [
        ("missing.txt", "unreadable_source"),
        (f"{site}/gone.xml", "page_missing"),
    ]
    stories = [story for section in digest["sections"] for story in section["stories"]]
    told = sorted((len(story["also"]), story["feeds"] or story["also"][0]["feeds"]) for story in stories)
    assert told == [(0, ["Sky"]), (1, ["Town news"])]


def test_a_source_that_fails_is_told_on_standard_error_and_nothing_to_tell_too(tmp_path: Path) -> None:
    result = call(tmp_path / "missing.txt", "--html")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no such file" in result.stderr
    assert "nothing to tell" in result.stderr


@pytest.mark.parametrize("arguments", [(), ("x", "--html", "--markdown"), ("x", "--stories", "0")])
def test_wrong_use_is_exit_code_2(arguments: tuple[str, ...]) -> None:
    assert call(*arguments).exit_code == 2
