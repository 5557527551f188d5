"""What the program costs while nothing happens: `--help`, starting, and the idle bot's memory (Linux only).

    python tests/quality/footprint.py [--idle SECONDS] [--json]

It starts the trial chat with an empty database, waits until the bot has asked for updates, lets it idle, and
reads /proc. `ready_s` counts from the start of the command, on the clock; `ready_cpu_s` is the processor time
of all its processes until then, and `load` what the machine had to do besides. Memory is the proportional set
size (pages are divided among those that share them) and the resident one. A program that has never run first
compiles its modules: `python -m compileall` where pip did not.
"""

import argparse
import json
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BOT = [sys.executable, "-m", "bot"]


def help_cpu_s() -> float:
    """CPU seconds of `python -m bot --help`, the best of three."""
    best = float("inf")
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*BOT, "--help"], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def memory_mb(pid: int) -> float:
    """The proportional set size of a process, in megabytes of 2**20 bytes."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return sum(int(kb) for kb in re.findall(r"^Pss: +(\d+) kB", rollup, re.MULTILINE)) / 1024


def resident_mb(pid: int) -> float:
    """The resident set size of a process, in megabytes of 2**20 bytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return sum(int(kb) for kb in re.findall(r"^VmRSS:\s+(\d+) kB", status, re.MULTILINE)) / 1024


def descendants(pid: int) -> list[int]:
    """The processes that a process has started, and theirs; those that end meanwhile may be left out."""
    try:
        children = [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text(encoding="ascii").split()
        ]
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [*children, *(below for child in children for below in descendants(child))]


def cpu_s(pid: int) -> float:
    """The processor time that a process has used, and those that it has waited for."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")  # utime, stime, cutime, cstime: proc(5)


def state(address: str) -> dict[str, object]:
    """How the bot behind the trial chat is."""
    with urllib.request.urlopen(f"{address}/stand-in/state", timeout=5) as answer:  # noqa: S310  # ours
        told: dict[str, object] = json.load(answer)
    return told


def started(trial: "subprocess.Popen[str]") -> int:
    """The bot's process, once it is ready."""
    assert trial.stdout is not None
    address = ""
    while not address:
        line = trial.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        address = found.group() if found else ""
        if not line:
            sys.exit("the trial chat did not start")
    while True:
        bot = state(address)
        if bot["state"] == "ready":
            return int(str(bot["pid"]))
        time.sleep(0.02)


def measure(idle_s: float) -> dict[str, float]:
    """All figures of one run."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "NUTSHELL_DATABASE": f"sqlite:///{folder}/nutshell.sqlite3",
            "NUTSHELL_LISTEN": "127.0.0.1:18090",
        }
        began = time.monotonic()
        trial = subprocess.Popen([*BOT, "try"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            pid = started(trial)
            ready_s = time.monotonic() - began
            ready_cpu_s = sum(map(cpu_s, (trial.pid, *descendants(trial.pid))))
            bot_cpu_s = cpu_s(pid)
            load = os.getloadavg()[0]
            time.sleep(idle_s)
            workers = descendants(pid)
            return {
                "help_cpu_s": help_cpu_s(),
                "ready_s": ready_s,
                "ready_cpu_s": ready_cpu_s,
                "ready_cpu_bot_s": bot_cpu_s,
                "load": load,
                "bot_rss_mb": resident_mb(pid),
                "bot_pss_mb": memory_mb(pid),
                "workers": len(workers),
                "workers_pss_mb": sum(memory_mb(worker) for worker in workers),
                "stand_in_rss_mb": resident_mb(trial.pid),
            }
        finally:
            trial.send_signal(signal.SIGTERM)
            trial.wait(timeout=15)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--idle", type=float, default=10, metavar="SECONDS")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    figures = {name: round(value, 2) for name, value in measure(arguments.idle).items()}
    print(json.dumps(figures) if arguments.json else "\n".join(f"{k:18} {v:8}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
