"""Measures how much quicker two workers read saved pages than one, on the command line.

    python tests/quality/side_by_side.py [--data FOLDER] [--pages 100] [--rounds 3]

`nutshell extract --json` is called with all pages, with NUTSHELL_WORKERS=1 and with 2, in turns; what it
takes to start is measured with two pages and taken off. Without `--data` (a folder with HTML files) the pages
are made here. On a busy machine compare the quickest rounds: the load is told with the result. Exit code 1 if
the answers differ, or if two workers are not 1.7 times as quick on a machine with two idle processors.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GOAL = 1.7
SENTENCES = (
    "The council of town number {n} met on Monday to talk about the old bridge over the river.",
    "Engineers have found cracks in {n} of its pillars, and nobody knows for how long they have been there.",
    "The mayor said that the work will take a year, and that a ferry will carry people until then.",
)


def made(folder: Path, count: int) -> list[Path]:
    """So many pages of some length, each another."""
    paths = []
    for number in range(count):
        body = "".join(f"<p>{' '.join(SENTENCES).format(n=number * 100 + part)}</p>" for part in range(150))
        links = "".join(f"<li><a href='/{part}'>Story {part}</a></li>" for part in range(300))
        path = folder / f"{number:03}.html"
        path.write_text(
            f"<html><title>Bridge {number}</title><ul>{links}</ul><article><h1>Bridge</h1>{body}</article>",
            encoding="utf-8",
        )
        paths.append(path)
    return paths


def call(pages: list[Path], workers: int) -> tuple[float, str]:
    """Seconds, and what was written."""
    command = [sys.executable, "-m", "bot", "extract", "--json", *map(str, pages)]
    began = time.perf_counter()
    done = subprocess.run(
        command,
        env=os.environ | {"NUTSHELL_WORKERS": str(workers)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,  # a page without an article gives exit code 1, and is no failure here
    )
    return time.perf_counter() - began, done.stdout


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, help="a folder with HTML files")
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.data:
            pages = sorted(options.data.rglob("*.html"))[: options.pages]
        else:
            pages = made(Path(folder), options.pages)
        start = {workers: call(pages[:2], workers)[0] for workers in (1, 2)}
        seconds: dict[int, list[float]] = {1: [], 2: []}
        written = set()
        for _ in range(options.rounds):
            for workers, taken in seconds.items():
                took, text = call(pages, workers)
                taken.append(took - start[workers])
                written.add(text)
    ratio = min(seconds[1]) / min(seconds[2])
    load = os.getloadavg()[0]
    told = {
        "pages": len(pages),
        "seconds": {str(workers): [round(took, 2) for took in taken] for workers, taken in seconds.items()},
        "start_s": {str(workers): round(took, 2) for workers, took in start.items()},
        "times": round(ratio, 2),
        "load": round(load, 1),
        "processors": os.cpu_count(),
        "same_answers": len(written) == 1,
    }
    print(json.dumps(told))
    idle = load < (os.cpu_count() or 1) * 1.2  # our own two workers included
    return 1 if len(written) > 1 or (idle and ratio < GOAL) else 0


if __name__ == "__main__":
    raise SystemExit(main())
