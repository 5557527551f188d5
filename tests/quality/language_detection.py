"""How often the language of a sentence is told right, by length of the text.

Bosnian, Croatian and Serbian count as one. Run by hand:
python tests/quality/language_detection.py --data DIR [--limit N] [--json] [--errors]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from bot.core.language import detect

FLOORS = Path(__file__).with_name("floors.json")
_LENGTHS = (0, 50, 100, 150)  # characters
_ONE = {"bs": "hr", "sr": "hr"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with lingua_sentences/data.jsonl")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true", help="list what was told wrong")
    parser.add_argument("--check", action="store_true", help="exit code 1 below the floor")
    options = parser.parse_args()
    file = next(options.data.rglob("lingua_sentences/data.jsonl"))
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()][: options.limit]
    detect("Warm up.")
    began = time.perf_counter()
    found = [detect(row["text"]) for row in rows]
    seconds = time.perf_counter() - began
    right = [
        _ONE.get(code, code) == _ONE.get(row["lang"], row["lang"])
        for code, row in zip(found, rows, strict=True)
    ]
    table = {}
    for length in _LENGTHS:
        judged = [ok for ok, row in zip(right, rows, strict=True) if len(row["text"]) >= length]
        table[f"from {length} characters"] = {
            "texts": len(judged),
            "right": round(sum(judged) / len(judged), 4),
        }
    table["each"] = {"ms": round(1000 * seconds / len(rows), 3)}
    if options.json:
        print(json.dumps(table))
    else:
        for name, values in table.items():
            print(f"{name:22}", values)
    if options.errors:
        for code, row, ok in zip(found, rows, right, strict=True):
            if not ok:
                print(row["lang"], "taken for", code, "·", len(row["text"]), row["text"][:90])
    floor = json.loads(FLOORS.read_text("utf-8"))["language_detection"]
    if options.check and 100 * table["from 100 characters"]["right"] < floor:
        sys.exit(1)


if __name__ == "__main__":
    main()
