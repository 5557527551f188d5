"""Worker processes: their limits, and that nobody else suffers when one is passed.

The jobs are functions of the standard library, for a worker must be able to import them.
"""

import asyncio
import gc
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from weakref import ref

import pytest

from bot.core.errors import (
    NoArticle,
    Reason,
    WorkCrashedError,
    WorkerDiedError,
    WorkError,
    WorkTimeoutError,
    WorkTooLargeError,
)
from bot.core.models import Sentence
from bot.sources.sandbox import ProcessWorkers
from bot.sources.worker_pool.budget import MemoryBudget
from bot.sources.worker_pool.job_queue import JobQueue
from bot.sources.worker_pool.process import sigint_blocked
from bot.sources.worker_pool.worker import silence_orphan_errors

LIGHT = ("bot.sources.sandbox",)  # what a worker needs for these jobs
FOR_EVER = "while True: pass"


@pytest.fixture
async def workers() -> AsyncIterator[ProcessWorkers]:
    """Workers whose jobs get little of the processor, but as long as it takes to get it on a busy machine."""
    async with ProcessWorkers(count=2, cpu_s=0.6, wall_s=60, memory_mb=256, preload=LIGHT) as opened:
        yield opened


@pytest.fixture
async def patient() -> AsyncIterator[ProcessWorkers]:
    """Workers with time enough even on a machine that is busy with other things."""
    async with ProcessWorkers(count=2, cpu_s=30, wall_s=60, memory_mb=256, preload=LIGHT) as opened:
        yield opened


async def test_a_job_is_done_in_another_process(patient):
    assert await patient.run(pow, 2, 10) == 1024
    assert await patient.run(int, "ff", base=16) == 255
    assert await patient.run(os.getpid) != os.getpid()
    assert await patient.run_short(os.getpid) not in {await patient.run(os.getpid), os.getpid()}


async def test_an_error_arrives_as_it_was_raised(patient):
    with pytest.raises(ValueError, match="invalid literal"):
        await patient.run(int, "x")
    with pytest.raises(NoArticle) as raised:
        await patient.run(
            exec,
            "from bot.core.errors import NoArticle, Reason\nraise NoArticle(Reason.PAYWALL, url='x')",
        )
    assert raised.value.reason is Reason.PAYWALL
    assert raised.value.details["url"] == "x"


async def test_a_job_that_loops_for_ever_is_ended(workers):
    with pytest.raises(WorkTimeoutError) as told:
        await workers.run(exec, FOR_EVER)
    assert told.value.details["timeout_s"] == 0.6
    assert await workers.run(pow, 2, 2) == 4


async def test_a_job_that_sleeps_for_ever_is_ended_too():
    async with ProcessWorkers(count=1, cpu_s=30, wall_s=0.3, preload=LIGHT) as workers:
        with pytest.raises(WorkTimeoutError) as told:
            await workers.run(time.sleep, 60)
        assert told.value.details["timeout_s"] == 0.3


async def test_only_the_time_that_a_job_used_itself_counts(workers):
    pid = await workers.run_short(os.getpid)
    for _ in range(3):  # together more than one job may use
        await workers.run_short(exec, "import time\nwhile time.process_time() % 0.4 < 0.35: pass")
    await workers.run_short(time.sleep, 0.8)
    assert await workers.run_short(os.getpid) == pid


async def test_a_job_that_never_lets_go_of_the_interpreter_is_ended(workers):
    with pytest.raises(WorkTimeoutError):
        await workers.run(re.match, "(a+)+$", "a" * 60 + "b")


async def test_a_job_that_eats_memory_is_stopped(patient):
    with pytest.raises(WorkTooLargeError) as told:
        await patient.run(bytearray, 400 * 2**20)
    assert told.value.details["limit_mb"] == 256
    with pytest.raises(WorkTooLargeError):
        await patient.run(exec, "held = []\nwhile True: held.append(bytearray(2**24))")
    assert len(await patient.run(bytearray, 2**20)) == 2**20


SWALLOWING = """
held = []
try:
    while True:
        held.append(b"x" * 2**22)
except MemoryError:
    held.clear()
raise KeyError("no text")
"""
FAR_FROM_IT = "held = b'x' * 50 * 2**20\nraise KeyError('no text')"
RESERVING = "import sys\nsys.reserved = bytearray(100 * 2**20)"  # zeros that nobody touches are not resident


async def test_a_library_that_swallows_the_lack_of_memory_does_not_hide_it(patient):
    with pytest.raises(WorkTooLargeError) as told:
        await patient.run(exec, SWALLOWING)
    assert told.value.details["limit_mb"] == 256


async def test_a_failure_far_from_the_limit_is_none_of_memory(patient):
    with pytest.raises(KeyError):
        await patient.run(exec, FAR_FROM_IT)


async def test_what_is_reserved_and_never_touched_counts_as_the_limit_counts_it(patient):
    await patient.run_short(exec, RESERVING)
    with pytest.raises(KeyError):
        await patient.run_short(exec, FAR_FROM_IT)
    with pytest.raises(WorkTooLargeError):
        await patient.run_short(exec, SWALLOWING)


async def test_a_process_that_dies_costs_its_job_only(patient):
    innocents = [asyncio.create_task(patient.run(pow, 2, n)) for n in range(10)]
    with pytest.raises(WorkerDiedError):
        await patient.run(os._exit, 7)
    assert await asyncio.gather(*innocents) == [2**n for n in range(10)]


@pytest.mark.parametrize("job", ["os.abort()", "os._exit(3)", "os.kill(os.getpid(), signal.SIGSEGV)"])
async def test_a_job_that_breaks_off_by_itself_is_told_from_one_that_was_killed(patient, job):
    with pytest.raises(WorkCrashedError):
        await patient.run_short(exec, f"import os, signal\n{job}")
    with pytest.raises(WorkerDiedError) as told:
        await patient.run_short(exec, "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    assert type(told.value) is WorkerDiedError


async def test_a_process_that_dies_while_idle_costs_nothing_but_one_job(patient):
    pids = {await patient.run(os.getpid) for _ in range(4)}
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    await asyncio.sleep(0.3)
    outcomes = await asyncio.gather(*(patient.run(pow, 2, n) for n in range(10)), return_exceptions=True)
    assert outcomes == [2**n for n in range(10)]


@pytest.mark.parametrize("job", ["raise SystemExit(3)", "raise TimeoutError", "raise RecursionError"])
async def test_what_a_job_raises_never_passes_for_an_event_of_the_bot(patient, job):
    with pytest.raises((WorkError, RecursionError)) as raised:
        await patient.run(exec, job)
    assert not isinstance(raised.value, TimeoutError)


async def test_what_cannot_travel_is_told(patient):
    with pytest.raises(WorkError):
        await patient.run(lambda: 1)
    with pytest.raises(WorkError):
        await patient.run(eval, "lambda: 1")
    with pytest.raises(WorkError):
        await patient.run(open, os.devnull)
    assert await patient.run(pow, 2, 2) == 4


async def test_ordinary_jobs_pass_ten_hostile_ones(patient):
    await patient.run(pow, 2, 2)
    hostile = [asyncio.create_task(patient.run(exec, FOR_EVER)) for _ in range(10)]
    await asyncio.sleep(0.4)  # they are in work, and keep both workers
    assert await asyncio.gather(*(patient.run(pow, 2, n) for n in range(10))) == [2**n for n in range(10)]
    assert not any(task.done() for task in hostile)
    await given_up(hostile)


async def test_of_those_who_wait_the_small_go_before_the_large_and_the_first_before_the_later():
    queue = JobQueue()
    large, given_up, small, later, small_and_last = (queue.join(size) for size in (2**23, 5, 99, 2**20, 99))
    given_up.cancel()
    assert len(queue) == 4
    assert [queue.next() for _ in range(5)] == [small, small_and_last, later, large, None]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such class")
async def test_long_jobs_give_way_before_anybody_waits_for_them(patient, tmp_path):
    told = "import os; open({!r}, 'w').write(str(os.getpid()))\nwhile True: pass"
    files = [tmp_path / name for name in "ab"]
    hostile = [asyncio.create_task(patient.run(exec, told.format(str(file)))) for file in files]
    async with asyncio.timeout(60):
        while not all(file.exists() and file.read_text() for file in files):  # noqa: ASYNC110 - see below
            await asyncio.sleep(0.01)
        pids = [int(file.read_text()) for file in files]
        while {os.sched_getscheduler(pid) for pid in pids} != {os.SCHED_IDLE}:  # noqa: ASYNC110 - nothing tells
            await asyncio.sleep(0.01)
    assert await patient.run(os.getpid) not in pids
    await given_up(hostile)


BUSY = "import time\nbegan = time.process_time()\nwhile time.process_time() < began + 0.5: pass"


async def test_a_long_job_that_is_alone_leaves_its_worker_as_it_was(patient):
    pid = await patient.run_short(os.getpid)
    await patient.run_short(exec, BUSY)
    assert await patient.run_short(os.getpid) == pid


async def test_the_worker_of_a_long_job_that_is_not_alone_does_no_other_job(patient):
    pid = await patient.run_short(os.getpid)
    page = asyncio.create_task(patient.run(time.sleep, 60))
    await patient.run_short(exec, BUSY)
    assert await patient.run_short(os.getpid) != pid
    await given_up([page])


async def test_short_jobs_never_wait_for_pages(patient):
    hostile = [asyncio.create_task(patient.run(exec, FOR_EVER)) for _ in range(2)]
    assert await patient.run_short(pow, 2, 2) == 4
    assert not any(task.done() for task in hostile)
    await given_up(hostile)


HOLDING = "held = bytearray(b'x') * {mb} * 2**20\nwhile True: pass"


async def test_of_jobs_that_hold_too_much_together_the_one_that_holds_most_is_ended():
    # Room enough for each alone also beside all that workers preload: where another test was the first to
    # start the server that they are forked from, it has more loaded than is asked for here.
    limits = {"cpu_s": 60, "wall_s": 60, "memory_mb": 512, "total_mb": 512, "preload": LIGHT}
    async with ProcessWorkers(count=2, **limits) as workers:
        larger = asyncio.create_task(workers.run(exec, HOLDING.format(mb=300)))
        smaller = asyncio.create_task(workers.run(exec, HOLDING.format(mb=250)))
        with pytest.raises(WorkTooLargeError):
            await larger
        assert not smaller.done()
        assert await workers.run(pow, 2, 2) == 4
        await given_up([smaller])


@pytest.mark.parametrize(("total_mb", "jobs"), [(512, 10), (4096, 16), (64_000, 20)])
def test_the_more_memory_the_more_long_jobs_may_go_on_side_by_side(total_mb, jobs):
    assert MemoryBudget(list, 512, total_mb).long_jobs == jobs


async def given_up(tasks: list[asyncio.Task[object]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_a_job_that_nobody_waits_for_is_ended(patient):
    task = asyncio.create_task(patient.run(exec, FOR_EVER))
    await asyncio.sleep(0.3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await patient.run(pow, 2, 2) == 4


async def test_the_error_of_a_job_lets_go_of_what_the_job_was_given(patient):
    given = {"a", "page"}
    watched = ref(given)
    gc.disable()  # it must go without it: a ring of megabytes lies around until a full collection
    try:
        with suppress(TypeError):  # pytest's own way to expect it would keep it
            await patient.run(int, given)
        del given
        async with asyncio.timeout(10):  # the thread that brought the error lets go of it soon
            while watched() is not None:  # noqa: ASYNC110 - nothing tells when it has
                await asyncio.sleep(0.01)
    finally:
        gc.enable()


async def test_a_big_job_travels_there_and_back(patient):
    big = [Sentence(f"This is sentence {n}.", n, n + 20, n, n // 5) for n in range(20_000)]
    assert await patient.run(list, big) == big


async def test_closing_ends_jobs_and_processes():
    async with ProcessWorkers(count=2, cpu_s=60, wall_s=60, preload=LIGHT) as workers:
        pids = [await workers.run(os.getpid), await workers.run_short(os.getpid)]
        job = asyncio.create_task(workers.run(exec, FOR_EVER))
        await asyncio.sleep(0.1)
    with pytest.raises(WorkerDiedError):  # closing waits for no job, or this one would pass its time
        await job
    with pytest.raises(WorkerDiedError):
        await workers.run(pow, 2, 2)
    assert not any(map(is_running, pids))


async def test_workers_leave_ctrl_c_and_sigterm_to_their_parent(patient):
    pid = await patient.run_short(os.getpid)
    os.kill(pid, signal.SIGINT)
    os.kill(pid, signal.SIGTERM)
    assert await patient.run_short(os.getpid) == pid


PARENT = """
import asyncio, os, sys
import structlog
from bot.core.models import Sentence
from bot.sources.sandbox import ProcessWorkers
from bot.sources.worker_pool.process import sigint_blocked
from bot.sources.worker_pool.worker import silence_orphan_errors

async def main():
    async with ProcessWorkers(count=2, preload=("bot.sources.sandbox",)) as workers:
        print(await workers.run(os.getpid), await workers.run_short(os.getpid), await workers.run(os.getppid))
        for _ in range(2):
            asyncio.ensure_future(workers.run(exec, "while True: pass"))
        await asyncio.sleep(0.3)
        print("busy", flush=True)
        await asyncio.sleep(60)

if __name__ == "__main__":
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    asyncio.run(main())
"""


def test_no_process_outlives_a_parent_that_was_killed(tmp_path: Path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pids = [int(word) for word in parent.stdout.readline().split()]
        assert parent.stdout.readline() == "busy\n"
        assert all(map(is_running, pids))
        parent.kill()
        # Nor is there a word of "leaked semaphores" from the process that clears up behind it.
        assert "resource_tracker" not in parent.communicate()[1]
    patience = time.monotonic() + 30
    while any(map(is_running, pids)) and time.monotonic() < patience:
        time.sleep(0.05)
    assert not any(map(is_running, pids))


def is_running(pid: int) -> bool:
    """Whether a process lives; one that is dead and waits for its parent's attention doesn't."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


def test_ctrl_c_does_not_break_off_a_process_that_is_still_loading():
    program = "import time; print('loading', flush=True); time.sleep(0.2); print('ready')"
    with sigint_blocked():
        child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()).isdisjoint({signal.SIGINT})
    assert child.stdout.readline() == "loading\n"
    child.send_signal(signal.SIGINT)
    assert child.communicate() == ("ready\n", None)


def test_a_worker_whose_bot_is_gone_before_it_began_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    for error in (FileNotFoundError(2, "No such file or directory"), EOFError(), BrokenPipeError()):
        silence_orphan_errors(type(error), error, None)
    assert capsys.readouterr().err == ""
    silence_orphan_errors(ImportError, ImportError("no module"), None)
    assert "ImportError: no module" in capsys.readouterr().err
