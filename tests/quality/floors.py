"""Run every quality program on a sample of its data and fail below its floor (tests/quality/floors.json).

python tests/quality/floors.py --data FOLDER     (FOLDER holds the unpacked archives side by side)
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Each program, where its data lies in the folder, and how much of it gives a figure that holds still.
PROGRAMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("sentence_cutting.py", ()),
    ("language_detection.py", ("--data", "language")),
    ("summaries.py", ("--data", "summarisation", "--limit", "60", "--methods", "nutshell")),
    ("answers.py", ("--data", "qa", "--limit", "150")),
    ("everyday.py", ()),
    ("extraction.py", ("--data", "extraction", "--limit", "60")),
)


def command(program: str, arguments: tuple[str, ...], data: Path) -> list[str]:
    """The call of one program, its data folder filled in."""
    filled = [
        str(data / argument) if before == "--data" else argument
        for before, argument in zip(("", *arguments), arguments, strict=False)
    ]
    return [sys.executable, str(HERE / program), *filled, "--check"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    below = []
    for program, arguments in PROGRAMS:
        print(f"-- {program}", flush=True)
        if subprocess.run(command(program, arguments, data), check=False).returncode:
            below.append(program)
    if below:
        sys.exit(f"below their floors: {', '.join(below)}")


if __name__ == "__main__":
    main()
