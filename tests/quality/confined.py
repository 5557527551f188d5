"""The real bot under the restrictions of the systemd unit, as far as they can be applied without systemd.

    sudo python tests/quality/confined.py --program /opt/nutshell/venv/bin/nutshell

First a program that tries what the unit forbids (PROBES) is put under them: everything has to fail. Then the
bot is, beside a stand-in for Telegram: it has to answer a command, a link, a file and a question. Told are
the rights that the kernel says it had, the most memory and tasks of all its processes against the unit's
limits, and what of the unit could not be applied here. Exit code 1 where anything is not as it should be.
PROGRAM is installed as deploy/README.md says: outside of /home, /root and /tmp, which the unit hides.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path

from beside import serve_page
from confine import NOT_HERE, settings
from footprint import descendants, memory_mb
from standin import Running, Telegram, running_bot

ROOT = Path(__file__).resolve().parents[2]
UNIT = ROOT / "deploy" / "systemd" / "nutshell.service"
LOOK_EVERY_S = 0.2
CHAT = 7
# Each is Python that must raise OSError there.
PROBES = {
    "write to the system": "open('/usr/x', 'w')",
    "write beside its own folder": "open('/var/lib/x', 'w')",
    "look into homes": "os.listdir('/root')",
    "see what others left in /tmp": "os.stat('/tmp/'+MARK)",
    "see other processes": "os.listdir('/proc/1')",
    "read the kernel's log": "open('/proc/kmsg')",
    "change the kernel": "open('/proc/sys/kernel/hostname', 'w')",
    "make a device": "os.mknod('x', 0o20666, os.makedev(1, 3))",
    "open a raw socket": "socket.socket(socket.AF_PACKET, socket.SOCK_RAW)",
    "talk to the kernel by netlink": "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "have memory that is written and run": "mmap.mmap(-1, 4096, prot=7)",
    "become somebody else": "os.setuid(0)",
    "give a program another's rights": "open('own', 'w') and os.chmod('own', 0o4755)",
    "be more urgent than the system": "os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))",
    "set the clock": "time.clock_settime(time.CLOCK_REALTIME, 1)",
    "make a name space": "call('unshare', 0x10000000)",
    "mount": "call('mount', b'x', b'/tmp', b'tmpfs', 0, None)",
    "look into another process": "call('ptrace', 16, 1, 0, 0)",
}
PRELUDE = """
import ctypes, mmap, os, socket, sys, time
MARK = sys.argv[1]
def call(name, *arguments):
    if getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), name)
for name, code in PROBES.items():
    try:
        exec(code)
    except OSError:
        continue
    print(name)
"""


@dataclass
class Told:
    """What was seen."""

    allowed: list[str] = field(default_factory=list)  # of the probes
    rights: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    most_mb: float = 0.0  # proportional, of all processes
    most_tasks: int = 0
    errors: list[str] = field(default_factory=list)  # in the log
    not_applied_here: dict[str, str] = field(default_factory=dict)


def confined(state: str, *command: str) -> list[str]:
    return ["/usr/bin/python3", str(Path(__file__).with_name("confine.py")), str(UNIT), state, *command]


def tried() -> list[str]:
    """What of the probes succeeds."""
    with tempfile.TemporaryDirectory() as state, tempfile.NamedTemporaryFile(dir="/tmp") as other:
        code = f"PROBES = {PROBES!r}\n{PRELUDE}"
        run = subprocess.run(
            confined(state, "/usr/bin/python3", "-c", code, Path(other.name).name),
            capture_output=True,
            text=True,
            check=False,
        )
    return run.stdout.splitlines() if not run.returncode else [f"the probes ended: {run.stderr[-500:]}"]


async def watch(told: Told, pid: int) -> None:
    """Note the most memory and tasks that there are, for ever."""
    while True:
        everybody = [pid, *descendants(pid)]
        memory = tasks = 0.0
        for process in everybody:
            try:
                memory += memory_mb(process)
                tasks += len(list(Path(f"/proc/{process}/task").iterdir()))  # noqa: ASYNC240 - /proc is no disk
            except OSError:  # a worker that has just ended
                continue
        told.most_mb, told.most_tasks = max(told.most_mb, memory), max(told.most_tasks, int(tasks))
        await asyncio.sleep(LOOK_EVERY_S)


async def converse(told: Told, telegram: Telegram, running: Running) -> None:
    """A command, a link, a file and a question."""
    text = "\n\n".join(
        f"The town of Elde opened bridge number {n} on Monday, said the mayor." for n in range(9)
    )
    told.answers["command"] = (await telegram.ask(CHAT, "/help"))[1]
    told.answers["link"] = (await telegram.ask(CHAT, f"{running.address}/story/1"))[1]
    told.answers["file"] = (await telegram.ask(CHAT, file=("elde.txt", text.encode())))[1]
    told.answers["question"] = (await telegram.ask(CHAT, "Who opened bridge number 7?"))[1]


def rights(pid: int) -> dict[str, str]:
    """What the kernel says of a process."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    wanted = r"^(Uid|CapEff|CapBnd|NoNewPrivs|Seccomp):\s+(\S+)"
    return dict(re.findall(wanted, status, re.MULTILINE))


async def run(program: str) -> Told:
    told = Told(allowed=tried())
    telegram = Telegram()
    with tempfile.TemporaryDirectory() as state, tempfile.NamedTemporaryFile() as log:
        command = confined(state, program, "run")
        async with running_bot(telegram, serve_page, log=Path(log.name), command=command) as running:
            watching = asyncio.create_task(watch(told, running.pid))
            await converse(told, telegram, running)
            told.rights = rights(running.pid)
            watching.cancel()
        lines = log.read().decode().splitlines()
        told.errors = [line for line in lines if re.search(r"Traceback|\"error\"|\"critical\"", line)]
    told.not_applied_here = {name: NOT_HERE[name] for name in settings(UNIT) if name in NOT_HERE}
    return told


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--program", default="/opt/nutshell/venv/bin/nutshell")
    told = asyncio.run(run(parser.parse_args().program))
    unit = settings(UNIT)
    print(json.dumps(asdict(told), indent=1, ensure_ascii=False))
    expected = {"CapEff": "0" * 16, "CapBnd": "0" * 16, "NoNewPrivs": "1", "Seccomp": "2"}
    well = (
        not told.allowed
        and not told.errors
        and expected.items() <= told.rights.items()
        and told.rights["Uid"] != "0"
        and "bridge number 7" in re.sub("<[^>]+>", "", told.answers["question"])
        and told.most_mb < 1024 * float(unit["MemoryMax"][0].removesuffix("G"))
        and told.most_tasks < int(unit["TasksMax"][0])
    )
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
