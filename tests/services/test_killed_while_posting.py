"""Digests of a process that is killed while it posts them."""

import json
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("killed_digests.py")


def test_killed_at_every_step_it_posts_each_digest_once_and_whole(tmp_path):
    command = [sys.executable, str(PROGRAM), str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = json.loads(run.stdout.splitlines()[-1])
    assert found["deaths"] > 8
    # What was sent, but not noted when death came, is sent again, and the copy removed: one a chat at most.
    # Feeds and the operator's programs are told of each once, too: with its messages, or not at all.
    assert found["feeds"] == found["hooks"] == sorted(map(int, found["shown"]))
    assert 0 < found["removed"] <= len(found["shown"]) * found["deaths"]
    for shown in found["shown"].values():
        assert (len(shown), len(set(shown))) == (3, 3)
