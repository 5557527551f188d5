"""A short run of the program that kills the bot; the long one is run by hand: tests/quality/crash.py."""

import json
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).parents[1] / "quality" / "crash.py"


def test_killed_again_and_again_it_answers_everything_once_and_in_order():
    command = [sys.executable, str(PROGRAM), "--updates", "120", "--kills", "6", "--chats", "12", "--json"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    counts = json.loads(run.stdout.splitlines()[-1])
    wrong = {name: counts[name] for name in ("lost", "doubled", "unfinished", "given_up", "out_of_order")}
    assert wrong == dict.fromkeys(wrong, 0), run.stdout
    assert (counts["answered"], counts["kills"]) == (120, 6)
    assert run.returncode == 0
