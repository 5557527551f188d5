"""The command line as people and scripts use it."""

import asyncio
import json
import signal
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import INTERRUPTED, main
from bot.cli import app
from bot.commands.console import Console
from bot.commands.reading import _prompted
from bot.commands.sources import is_small_text
from bot.core.summary import METHODS
from bot.messages import Messages

BRIDGE = (
    "The council met on Monday to talk about the old bridge over the river Lenn. "
    "Engineers have found cracks in two of its pillars this spring. "
    "Nobody was hurt when a railing fell into the water last week.\n\n"
    "Mayor Ruth Alder said that the bridge will be closed for nine months. "
    "A ferry will carry people across until the work is done. "
    "The repair costs four million crowns, and the state pays half of it.\n\n"
    "Shops on the southern bank fear for their trade. "
    "The council will decide on help for them in June."
)
PAGE = (
    "<html><head><title>The bridge closes</title></head>"
    "<body><article><h1>The bridge closes</h1>{}</article></body></html>"
)


@pytest.fixture(autouse=True)
def _speaks_english_and_knows_no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(BRIDGE, encoding="utf-8")
    return path


@pytest.fixture
def site(serve: Callable[[Mapping[str, tuple[str, str]]], str]) -> str:
    """A web server on loopback that serves the bridge page at / and nothing else."""
    paragraphs = "".join(f"<p>{part}</p>" for part in BRIDGE.split("\n\n"))
    return serve({"/": ("text/html; charset=utf-8", PAGE.format(paragraphs))})


def call(*arguments: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed)


def test_a_summary_is_sentences_of_the_file_in_its_order(bridge: Path) -> None:
    result = call("summarize", bridge, "--sentences", "3")
    lines = result.stdout.splitlines()
    assert (result.exit_code, len(lines)) == (0, 3)
    places = [BRIDGE.index(line) for line in lines]
    assert places == sorted(places)


def test_the_version_is_that_of_the_installed_package() -> None:
    result = call("--version")
    assert (result.exit_code, result.stdout) == (0, f"nutshell {version('nutshell-bot')}\n")


def test_standard_input_is_a_source() -> None:
    result = call("summarize", "-", "--sentences", "1", typed=BRIDGE)
    assert (result.exit_code, result.stdout.strip() in BRIDGE) == (0, True)


def test_about_aims_the_summary(bridge: Path) -> None:
    assert (
        "four million crowns"
        in call("summarize", bridge, "--sentences", "1", "--about", "costs of the repair").stdout
    )


def test_a_summary_about_what_is_not_there_says_so_beside_it(bridge: Path) -> None:
    result = call("summarize", bridge, "--about", "penguins")
    assert result.stderr == "Nothing here is about “penguins”; these are the main sentences.\n"
    assert len(result.stdout.splitlines()) == 5
    assert call("summarize", bridge, "--about", "prices").stderr == ""  # it tells what the repair costs


def test_a_named_language_is_taken_at_its_word(bridge: Path) -> None:
    assert json.loads(call("extract", bridge, "--language", "de", "--json").stdout)["language"] == "de"


def test_json_has_a_line_for_each_source_in_the_order_given(bridge: Path, tmp_path: Path) -> None:
    result = call("summarize", bridge, tmp_path / "missing.txt", bridge, "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [row["source"] for row in rows] == [str(bridge), str(tmp_path / "missing.txt"), str(bridge)]
    assert rows[1]["error"]["code"] == "unreadable_source"
    assert "no such file" in rows[1]["error"]["message"]
    assert rows[0]["sentences"] == rows[2]["sentences"]
    sentence = rows[0]["sentences"][0]
    assert BRIDGE[sentence["start"] : sentence["end"]] == sentence["text"]


def test_a_missing_file_is_told_on_standard_error(tmp_path: Path) -> None:
    result = call("summarize", tmp_path / "missing.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no such file" in result.stderr


@pytest.mark.parametrize("content", [b"", b"\x00\x00", b" \n "])
def test_a_file_without_a_text_is_bad_input(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "empty.txt").write_bytes(content)
    result = call("summarize", tmp_path / "empty.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Traceback" not in result.stderr


def test_an_unknown_method_is_wrong_use_and_those_there_are_are_named(bridge: Path) -> None:
    result = call("summarize", bridge, "--method", "magic")
    assert result.exit_code == 2
    assert "luhn, edmundson" in result.stderr


def test_a_language_that_is_no_code_is_wrong_use(bridge: Path) -> None:
    result = call("extract", bridge, "--language", "english")
    assert result.exit_code == 2
    assert "“english”" in result.stderr


@pytest.mark.parametrize(
    "arguments", [("summarize",), ("sumarize", "x"), ("summarize", "x", "--sentences", "0")]
)
def test_wrong_use_is_exit_code_2(arguments: tuple[str, ...]) -> None:
    assert call(*arguments).exit_code == 2


def test_an_answer_quotes_the_text(bridge: Path) -> None:
    result = call("ask", bridge, "How long will the bridge be closed?")
    assert result.exit_code == 0
    assert (
        result.stdout.splitlines()[0]
        == "Mayor Ruth Alder said that the bridge will be closed for nine months."
    )


def test_ctrl_c_ends_the_prompt_for_questions_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def typing(words: str) -> str:
        asked.append(words)
        signal.raise_signal(signal.SIGINT)
        return "Who is the mayor?"

    async def converse() -> list[str]:
        return list(_prompted(Console(Messages.load())))

    monkeypatch.setattr("builtins.input", typing)
    with pytest.raises(KeyboardInterrupt):
        asyncio.run(converse())
    assert len(asked) == 1


def test_ctrl_c_while_the_program_loads_leaves_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.main", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == INTERRUPTED


def test_what_the_text_does_not_say_is_told(bridge: Path) -> None:
    assert "doesn't say" in call("ask", bridge, "What is the price of oil?").stdout


def test_several_questions_are_answered_in_one_json_object(bridge: Path) -> None:
    row = json.loads(call("ask", bridge, "Who is the mayor?", "What is the price of oil?", "--json").stdout)
    assert [answer["found"] for answer in row["answers"]] == [True, False]


def test_a_quotation_tells_its_place(bridge: Path) -> None:
    lines = call("ask", bridge, "How long will the bridge be closed?").stdout.splitlines()
    assert lines[1] == "  (paragraph 2 of 3)"


def test_without_a_question_it_asks_for_them(bridge: Path) -> None:
    result = call("ask", bridge, typed="What does the repair cost?\n\n")
    assert "four million crowns" in result.stdout
    assert "Question" not in result.stdout  # nobody sits there: what is piped on is answers alone


def test_blank_lines_among_piped_questions_are_none(bridge: Path) -> None:
    result = call("ask", bridge, typed="\nWhat does the repair cost?\n \nWho is the mayor?")
    assert "four million crowns" in result.stdout
    assert "Mayor Ruth Alder" in result.stdout


def test_piped_questions_are_answered_in_one_json_object_each_by_those_before(bridge: Path) -> None:
    result = call("ask", bridge, "--json", typed="What does the repair cost?\nAnd how long does it take?\n")
    (line,) = result.stdout.splitlines()
    asked = [answer["question"] for answer in json.loads(line)["answers"]]
    assert asked == ["What does the repair cost?", "And how long does it take?"]


def test_no_question_beside_an_article_from_standard_input_is_wrong_use() -> None:
    result = call("ask", "-", typed=BRIDGE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "write the question after it" in result.stderr


def test_a_title_that_opens_the_text_is_written_once(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(f"# The bridge closes\n\n{BRIDGE}", encoding="utf-8")
    assert call("extract", paper).stdout.count("The bridge closes") == 1


def test_the_help_names_every_method() -> None:
    told = call("summarize", "--help").stdout
    assert [name for name in METHODS if name not in told] == []


def test_more_articles_are_searched_with_the_first(bridge: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "The new library opens in August. It has a garden on its roof. Pia Lund drew the plans.",
        encoding="utf-8",
    )
    assert "August" in call("ask", bridge, "When does the library open?", "--with", other).stdout


def test_a_link_is_read_through_the_web(site: str) -> None:
    row = json.loads(call("extract", f"{site}/?utm_source=mail", "--json").stdout)
    assert row["title"] == "The bridge closes"
    assert row["url"].rstrip("/") == site
    assert "nine months" in row["text"]


def test_a_dead_link_is_told_and_the_next_source_still_runs(site: str, bridge: Path) -> None:
    result = call("summarize", f"{site}/gone", bridge, "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert (result.exit_code, rows[0]["error"]["code"]) == (1, "page_missing")
    assert rows[1]["sentences"]


def test_an_address_that_is_not_public_is_refused(bridge: Path) -> None:
    row = json.loads(call("extract", "http://127.0.0.1:8000/", "--json").stdout)
    assert row["error"]["code"] == "address_refused"


def test_a_trial_chat_that_others_could_reach_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTSHELL_LISTEN", "0.0.0.0:8090")
    result = call("try")
    assert result.exit_code == 1
    assert "127.0.0.1:8090" in result.stderr


def test_a_refused_setting_is_named_and_its_value_is_not(
    bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUTSHELL_TOKEN", "no token at all")
    monkeypatch.setenv("NUTSHELL_WORKERS", "many")
    result = call("summarize", bridge)
    assert result.exit_code == 2
    assert "NUTSHELL_TOKEN" in result.stderr
    assert "NUTSHELL_WORKERS" in result.stderr
    assert "no token at all" not in result.stderr


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("RATE", "often", "a whole number from 0 to 10000"),
        ("RATE", "-1", "a whole number from 0 to 10000"),
        ("RETENTION_DAYS", "1.5", "a whole number from 1 to 36500"),
        ("OWNERS", "7,ida", "whole numbers, with commas between them"),
        ("ACCESS", "some", "one of: open, listed"),
        ("PROXY_FILTERS", "perhaps", "yes or no"),
        ("ALLOW_NETWORKS", "10.0.0.0/99", "networks look like 192.168.0.0/16"),
    ],
)
def test_what_a_setting_takes_is_told_once_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(f"NUTSHELL_{name}", value)
    result = call("doctor")
    assert result.exit_code == 2
    assert [line for line in result.stderr.splitlines() if told in line and f"NUTSHELL_{name}: " in line]
    assert len(result.stderr.splitlines()) == 2


def test_settings_refused_together_are_told_by_the_one_that_asks_for_the_other(
    bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUTSHELL_HOOKS", "https://own.example/nutshell")
    result = call("summarize", bridge)
    assert (result.exit_code, "NUTSHELL_HOOKS: " in result.stderr) == (2, True)


def test_a_setting_that_there_is_not_is_told_with_the_one_that_was_meant(
    bridge: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("NUTSHELL_TOKN=1:x\n", "utf-8")
    (tmp_path / "nutshell.toml").write_text("favourite_colour = 'blue'\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NUTSHELL_OWNER", "5")
    result = call("summarize", bridge)
    assert result.exit_code == 0
    assert "NUTSHELL_OWNER, so it does nothing. Did you mean NUTSHELL_OWNERS?" in result.stderr
    assert "NUTSHELL_TOKN, so it does nothing. Did you mean NUTSHELL_TOKEN?" in result.stderr
    assert "no setting NUTSHELL_FAVOURITE_COLOUR, so it does nothing.\n" in result.stderr


@pytest.mark.parametrize(
    ("name", "body", "small"),
    [
        ("a.txt", b"A town and its bridge.", True),
        ("a.md", b"# A town\n\nand its bridge.", True),
        ("a.html", b"<html><p>A town and its bridge.", False),
        ("page.txt", b"<!doctype html><html><p>A town and its bridge.", False),
        ("pdf.txt", b"%PDF-1.4\n1 0 obj\nendobj", False),
        ("long.txt", b"A town and its bridge. " * 5_000, False),
    ],
)
def test_only_a_small_plain_text_is_worked_on_without_limits(
    name: str, body: bytes, small: bool, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(body)
    assert is_small_text(str(tmp_path / name)) is small


@pytest.mark.parametrize("source", ["-", "https://example.org/", "no-such-file.txt", "."])
def test_what_is_no_file_is_worked_on_with_limits(source: str) -> None:
    assert not is_small_text(source)
