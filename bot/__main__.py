"""The command line, as `python -m bot` and as `nutshell`."""

import sys

INTERRUPTED = 130  # what shells give for a program that Ctrl+C has ended


def main() -> None:
    """Run the command that the arguments name. Ctrl+C ends it without a traceback, also while it loads."""
    try:
        from bot.cli import main as run  # noqa: PLC0415 (on a busy machine it takes a second)

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
