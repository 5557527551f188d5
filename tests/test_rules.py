"""Rules of the house that no single part can hold by itself."""

import ast
import doctest
import json
import os
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def fresh_python(code: str) -> str:
    """What a fresh interpreter prints for a piece of code."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def modules_after(code: str) -> set[str]:
    return set(json.loads(fresh_python(f"{code}\nimport json, sys; print(json.dumps(sorted(sys.modules)))")))


HEAVY = ("telegram", "aiohttp", "sqlalchemy", "numpy", "nltk", "sumy", "trafilatura", "lxml", "pydantic")


def test_the_library_loads_no_telegram_no_database_no_web_client_and_nothing_heavy() -> None:
    assert modules_after("import bot").isdisjoint(HEAVY)


def test_the_command_line_loads_nothing_heavy_before_a_command_needs_it() -> None:
    assert modules_after("import bot.cli").isdisjoint({*HEAVY, "rich", "structlog", "fluent", "babel"})


@pytest.fixture(scope="module")
def loaded_by_the_bot() -> tuple[set[str], set[str]]:
    """The modules in the bot's own process, before and after its database is opened; started once for all."""
    before, after = json.loads(
        fresh_python("""
import asyncio, json, sys
from bot.loading import spared
with spared("click", "pygments", "rich"):
    import bot.commands.running
before = sorted(sys.modules)
from bot.wiring.clock import SystemClock
from bot.storage import open_storage

async def main():
    async with open_storage("sqlite://", SystemClock()):
        pass

asyncio.run(main())
print(json.dumps([before, sorted(sys.modules)]))
""")
    )
    return set(before), set(after)


def test_the_bots_own_process_loads_no_ranking_and_no_extraction(
    loaded_by_the_bot: tuple[set[str], set[str]],
) -> None:
    assert "telegram" in loaded_by_the_bot[0]
    assert loaded_by_the_bot[0].isdisjoint({"numpy", "nltk", "sumy", "trafilatura", "lxml"})


def test_the_stand_in_starts_the_bot_before_it_loads_its_own_web_server() -> None:
    loaded = modules_after("import bot.commands.trying")
    assert loaded.isdisjoint({"telegram", "sqlalchemy", "fluent", "structlog", "bot.trial.page"})


def test_the_bot_loads_no_terminal_library_for_others(
    loaded_by_the_bot: tuple[set[str], set[str]],
) -> None:
    assert loaded_by_the_bot[0].isdisjoint({"click", "pygments", "rich"})


def test_what_was_spared_can_be_imported_afterwards() -> None:
    code = "from bot.loading import spared\nwith spared('rich'):\n    pass\nimport rich"
    assert "rich" in modules_after(code)


def test_what_is_not_installed_is_not_searched_for_again_and_again() -> None:
    code = "from bot.loading import without\nwithout('no_such_package', 'wave')\nimport wave"
    loaded = modules_after(code)
    assert {"no_such_package", "wave"} <= loaded


def test_the_collector_passes_over_what_the_start_made_and_finds_what_comes_later() -> None:
    code = """
import gc, weakref
from bot.loading import LOOK_AFTER, settle

class Link:
    pass

def ring():
    link = Link()
    link.itself = link
    return weakref.ref(link)

made = [[] for _ in range(100)]
settle()
looked_at = {id(one) for one in gc.get_objects()}
later = ring()
there_at_once = later() is not None
more = [[] for _ in range(2 * LOOK_AFTER)]
print(any(id(one) in looked_at for one in made), there_at_once, later() is None)
"""
    assert fresh_python(code).split() == ["False", "True", "True"]


def test_the_example_in_the_front_door_holds() -> None:
    import bot  # noqa: PLC0415 (the rules above look at fresh interpreters only)

    outcome = doctest.testmod(bot)
    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_folders_import_downwards_only() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("heading", ["Run it", "Test it"])
def test_the_readme_has_its_commands_right_under_their_headings(heading: str) -> None:
    assert re.search(rf"^## {heading}\n+```\w*\n[^`]+\n```", README, re.MULTILINE)


def test_every_setting_is_in_the_readme_with_its_default_and_nothing_else_is() -> None:
    from bot.settings import Settings  # noqa: PLC0415 (see above)

    rows = re.findall(r"^\| `NUTSHELL_([A-Z_]+)` \| (.*?) \| (.*?) \|$", README, re.MULTILINE)
    fields = [
        (
            name.upper(),
            field.description,
            "by the machine" if field.default_factory else _written(field.default),
        )
        for name, field in Settings.model_fields.items()
    ]
    assert rows == fields


def _written(default: object) -> str:
    return "" if default in {None, (), False} else f"`{default}`"


def test_every_command_is_in_the_readme() -> None:
    from bot.cli import app  # noqa: PLC0415 (see above)

    names = {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    }
    assert {name for name in names if f"`{name}" not in README} == set()


def test_prompts_travel_in_the_wheel() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"] == {
        "prompts": "bot/prompts"
    }


def test_the_driver_of_another_database_is_loaded_for_its_address_only(
    loaded_by_the_bot: tuple[set[str], set[str]],
) -> None:
    assert {"sqlite3", "psycopg"} & loaded_by_the_bot[1] == {"sqlite3"}


def is_in_the_bot(module: str, name: str) -> bool:
    home = import_module(module)
    return hasattr(home, name) or (hasattr(home, "__path__") and find_spec(f"{module}.{name}") is not None)


def test_what_programs_in_quality_take_of_the_bot_is_there() -> None:
    taken = {
        (path.name, node.module, alias.name)
        for path in (ROOT / "tests" / "quality").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "bot"
        for alias in node.names
    }
    assert sorted(one for one in taken if not is_in_the_bot(*one[1:])) == []
