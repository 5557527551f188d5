"""Puts a program under the restrictions of a systemd unit, by the same system calls, where there is none.

    sudo python tests/quality/confine.py deploy/systemd/nutshell.service STATE_FOLDER PROGRAM [ARGUMENT...]

What the unit says is read from the unit. It ends with an error where that says something that is neither
applied here nor listed in NOT_HERE. Linux with libseccomp and systemd-analyze, as root.
"""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

# What only a manager that owns the control groups and starts services can do, or what limits nothing.
NOT_HERE = {
    "Type": "how systemd learns that it runs",
    "ExecStart": "the program is named on the command line",
    "EnvironmentFile": "settings come from the caller",
    "Restart": "no restriction",
    "RestartSec": "no restriction",
    "TimeoutStopSec": "the caller's",
    "MemoryMax": "a control group's: measured instead",
    "TasksMax": "a control group's: measured instead",
    "DeviceAllow": "a control group's: /dev has no device in it that this would keep closed",
    "IPAddressDeny": "a program in a control group",
    "IPAddressAllow": "a program in a control group",
    "RemoveIPC": "there is nothing to remove",
    "StateDirectory": "bound from the folder on the command line",
    "StateDirectoryMode": "the caller's",
}
# The same as another one does here: the filter of system calls, the folders or the rights.
COVERED = {
    "ProtectClock": "system calls",
    "ProtectKernelModules": "system calls",
    "ProtectKernelLogs": "system calls, /proc",
    "ProtectKernelTunables": "/proc, /sys",
    "ProtectControlGroups": "/sys",
    "SystemCallArchitectures": "system calls",
    "SystemCallErrorNumber": "system calls",
    "LockPersonality": "system calls",
    "RestrictNamespaces": "system calls",
    "RestrictRealtime": "system calls",
    "RestrictSUIDSGID": "system calls",
    "RestrictAddressFamilies": "system calls",
    "MemoryDenyWriteExecute": "system calls",
    "SystemCallFilter": "system calls",
    "ProcSubset": "/proc",
    "AmbientCapabilities": "rights",
    "CapabilityBoundingSet": "rights",
    "NoNewPrivileges": "rights",
    "DynamicUser": "rights",
    "PrivateUsers": "rights",
    "Environment": "environment",
    "UMask": "environment",
    "WorkingDirectory": "environment",
    "ProtectSystem": "folders",
    "ProtectHome": "folders",
    "ProtectProc": "/proc",
    "PrivateTmp": "folders",
    "PrivateDevices": "folders",
    "ProtectHostname": "a name space, system calls",
}
STATE = Path("/var/lib/nutshell")
USER = 61_184  # the first that systemd gives to a dynamic user
LIBC = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWUSER = 0x00020000, 0x04000000, 0x10000000
NAME_SPACES = 0x7E020080  # all CLONE_NEW… that clone(2) takes
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = (
    *(1, 2, 4, 8, 32, 4096, 16384),
    1 << 18,
)
PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 4, 24, 38
LAST_CAPABILITY = 40


def settings(unit: Path) -> dict[str, list[str]]:
    """What stands in the section [Service], by name."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in unit.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line
        elif section == "[Service]" and "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def check(result: int, what: str) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def mount(source: str, target: Path, kind: str | None, flags: int, data: str = "") -> None:
    kind_ = None if kind is None else kind.encode()
    check(LIBC.mount(source.encode(), bytes(target), kind_, flags, data.encode()), f"mount {target}")


def seal_folders(state: Path) -> None:
    """ProtectSystem=strict, ProtectHome, ProtectProc=invisible, ProcSubset=pid, and what is private."""
    check(LIBC.unshare(CLONE_NEWNS | CLONE_NEWUTS), "unshare")
    mount("none", Path("/"), None, MS_REC | MS_PRIVATE)
    STATE.mkdir(parents=True, exist_ok=True)
    devices = [(Path("/dev", name), Path(f"/dev/{name}").stat().st_rdev) for name in DEVICES]
    state_folder = os.open(state, os.O_PATH)
    for place in reversed(mounted()):  # the deepest first; what can't be changed is not reached in there
        LIBC.mount(b"none", bytes(place), None, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID, None)
    for hidden in map(Path, ("/home", "/root", "/run/user")):
        if hidden.is_dir():
            mount("none", hidden, "tmpfs", MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, "mode=000")
    mount("proc", Path("/proc"), "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, "hidepid=invisible,subset=pid")
    mount(f"/proc/self/fd/{state_folder}", STATE, None, MS_BIND)
    mount("none", STATE, None, MS_REMOUNT | MS_BIND | MS_NOSUID | MS_NODEV)  # the one place to write
    for own in map(Path, ("/tmp", "/var/tmp")):  # noqa: S108 - they are what is sealed
        mount("none", own, "tmpfs", MS_NOSUID | MS_NODEV, "mode=1777")
    mount("none", Path("/dev"), "tmpfs", MS_NOSUID | MS_NOEXEC, "mode=755")
    for place, number in devices:
        os.mknod(place, 0o20666, number)
        place.chmod(0o666)
    Path("/dev/shm").mkdir(mode=0o1777)  # noqa: S108 - see above
    mount("none", Path("/dev/shm"), "tmpfs", MS_NOSUID | MS_NODEV, "mode=1777")  # noqa: S108 - see above
    check(LIBC.mount(b"none", b"/dev", None, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID, None), "seal /dev")


DEVICES = ("null", "zero", "full", "random", "urandom", "tty")


def mounted() -> list[Path]:
    """Everything that is mounted, as the kernel tells it, with octal escapes resolved."""
    rows = Path("/proc/self/mountinfo").read_bytes().splitlines()
    return [Path(os.fsdecode(row.split()[4].decode("unicode_escape").encode("latin-1"))) for row in rows]


def drop_rights() -> None:
    """DynamicUser, PrivateUsers, no capabilities, NoNewPrivileges."""
    for capability in range(LAST_CAPABILITY + 1):
        LIBC.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    os.setgroups([])
    os.setresgid(USER, USER, USER)
    os.setresuid(USER, USER, USER)
    check(LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0), "prctl")  # else /proc/self belongs to root
    check(LIBC.unshare(CLONE_NEWUSER), "unshare")
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"{USER} {USER} 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{USER} {USER} 1", encoding="ascii")
    for capability in range(LAST_CAPABILITY + 1):  # a new name space has them all again
        LIBC.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    header, nothing = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    check(LIBC.capset(header, nothing), "capset")
    check(LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl")


class Comparison(ctypes.Structure):
    """libseccomp's scmp_arg_cmp."""

    _fields_ = (("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64))


ALLOW, ERRNO = 0x7FFF0000, 0x00050000
EQUAL, MASKED = 4, 7
WRITE_EXECUTE, EXECUTE, SUID_SGID = 2 | 4, 4, 0o6000
ORDINARY_POLICIES = (0, 3, 5)  # SCHED_OTHER, SCHED_BATCH, SCHED_IDLE
FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10}


def conditions(unit: dict[str, list[str]]) -> dict[str, list[tuple[int, int, int, int]]]:
    """Of the system calls that are allowed sometimes: when, as (argument, operation, a, b)."""
    families = [FAMILIES[name] for name in unit["RestrictAddressFamilies"][0].split()]
    no_suid = [(MASKED, SUID_SGID, 0)]
    rules: dict[str, tuple[int, list[tuple[int, int, int]]]] = {
        "socket": (0, [(EQUAL, family, 0) for family in families]),
        "mmap": (2, [(MASKED, WRITE_EXECUTE, allowed) for allowed in (0, 2, 4)]),
        "mprotect": (2, [(MASKED, EXECUTE, 0)]),
        "pkey_mprotect": (2, [(MASKED, EXECUTE, 0)]),
        "shmat": (2, [(MASKED, 0o100000, 0)]),
        "clone": (0, [(MASKED, NAME_SPACES, 0)]),
        "personality": (0, [(EQUAL, 0, 0)]),
        "sched_setscheduler": (1, [(EQUAL, policy, 0) for policy in ORDINARY_POLICIES]),
        "chmod": (1, no_suid),
        "fchmod": (1, no_suid),
        "fchmodat": (2, no_suid),
    }
    return {
        name: [(argument, operation, a, b) for operation, a, b in tests]
        for name, (argument, tests) in rules.items()
    }


def system_calls(groups: Iterable[str]) -> Iterator[str]:
    """The system calls of systemd's groups (@…), by what systemd itself tells."""
    for name in groups:
        if not name.startswith("@"):
            yield name
            continue
        told = subprocess.run(
            ["/usr/bin/systemd-analyze", "syscall-filter", name], capture_output=True, text=True, check=True
        )
        lines = (line.strip() for line in told.stdout.splitlines()[1:])
        yield from system_calls(line for line in lines if line and not line.startswith("#"))


def filter_system_calls(unit: dict[str, list[str]], allowed: set[str]) -> None:
    """SystemCallFilter, and those restrictions that are one of arguments."""
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(library.seccomp_init(ERRNO | errno.EPERM))
    sometimes = conditions(unit)
    for name in sorted(allowed - {"unshare", "setns", "clone3"}):
        number = library.seccomp_syscall_resolve_name(name.encode())
        if number < 0:  # of another architecture, or newer than the library
            continue
        for rule in sometimes.get(name, [None]):
            tests = (Comparison * 1)(*([] if rule is None else [Comparison(*rule)]))
            count = 0 if rule is None else 1
            check(library.seccomp_rule_add_array(context, ALLOW, number, count, tests), name)
    # As systemd does: a C library that does not know whether there is a clone3 takes clone then.
    clone3 = library.seccomp_syscall_resolve_name(b"clone3")
    check(library.seccomp_rule_add_array(context, ERRNO | errno.ENOSYS, clone3, 0, None), "clone3")
    check(library.seccomp_load(context), "seccomp_load")


def main() -> None:
    unit = settings(Path(sys.argv[1]))
    unknown = unit.keys() - NOT_HERE.keys() - COVERED.keys()
    if unknown:
        sys.exit(f"the unit says what this program does not know: {', '.join(sorted(unknown))}")
    state, command = Path(sys.argv[2]).resolve(), sys.argv[3:]
    filters = unit["SystemCallFilter"]
    unwanted = {name for one in filters if one.startswith("~") for name in system_calls(one[1:].split())}
    wanted = {name for one in filters if not one.startswith("~") for name in system_calls(one.split())}
    os.chown(state, USER, USER)
    seal_folders(state)
    os.chdir(unit["WorkingDirectory"][0])
    os.umask(int(unit["UMask"][0], 8))
    os.environ.update(value.split("=", 1) for value in unit["Environment"])
    drop_rights()
    filter_system_calls(unit, wanted - unwanted)
    os.execv(command[0], command)  # noqa: S606 - the program that is named


if __name__ == "__main__":
    main()
